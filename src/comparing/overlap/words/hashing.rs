//! Hashes of folded words, and hash tables whose keys are such hashes.

use std::hash::Hasher;

/// The hash of a folded word: multiply and rotate over eight bytes at a time (as in `FxHash`), mixed at the end.
pub fn hash(word: &[u8]) -> u64 {
    const MULTIPLIER: u64 = 0x517c_c1b7_2722_0a95;
    let mut state = word.len() as u64;
    for chunk in word.chunks(8) {
        let mut bytes = [0; 8];
        bytes[..chunk.len()].copy_from_slice(chunk);
        state = (state.rotate_left(5) ^ u64::from_le_bytes(bytes)).wrapping_mul(MULTIPLIER);
    }
    mix(state)
}

/// Spreads every bit over all others (the finaliser of `MurmurHash3`).
pub fn mix(mut state: u64) -> u64 {
    state = (state ^ (state >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    state = (state ^ (state >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    state ^ (state >> 33)
}

/// Builds [`Identity`] hashers.
#[derive(Debug, Clone, Copy, Default)]
pub struct HashIsKey;

/// A hasher for keys that are hashes already.
#[derive(Debug, Clone, Copy, Default)]
pub struct Identity(u64);

impl std::hash::BuildHasher for HashIsKey {
    type Hasher = Identity;

    fn build_hasher(&self) -> Identity {
        Identity::default()
    }
}

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = self.0.rotate_left(5) ^ hash(bytes);
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key;
    }
}
