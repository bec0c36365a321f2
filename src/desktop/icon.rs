//! The window's icon, drawn: two sheets and what joins them.

use egui::IconData;

/// Pixels a side.
const SIDE: usize = 64;

/// Two sheets of paper on a dark ground, joined by a band.
pub fn icon() -> IconData {
    let mut rgba = Vec::with_capacity(SIDE * SIDE * 4);
    for y in 0..SIDE {
        for x in 0..SIDE {
            rgba.extend(pixel(x, y));
        }
    }
    IconData { rgba, width: SIDE as u32, height: SIDE as u32 }
}

fn pixel(x: usize, y: usize) -> [u8; 4] {
    const PAPER: [u8; 4] = [0xFB, 0xFA, 0xF7, 0xFF];
    const BAND: [u8; 4] = [0xD5, 0x5E, 0x00, 0xFF];
    const INK: [u8; 4] = [0x2A, 0x28, 0x25, 0xFF];
    let left = (8..28).contains(&x);
    let right = (36..56).contains(&x);
    // The band falls from the left sheet to the right one.
    let along = (x as f32 - 20.0) / 24.0;
    let middle = 24.0 + 14.0 * along.clamp(0.0, 1.0);
    let on_band = (14..50).contains(&x) && (y as f32 - middle).abs() < 5.0;
    let corner = !(6..SIDE - 6).contains(&x) && !(6..SIDE - 6).contains(&y) && {
        let nearest = |at: usize| if at < 6 { 6.0 - at as f32 } else { at as f32 - (SIDE as f32 - 7.0) };
        nearest(x).hypot(nearest(y)) > 6.0
    };
    if corner {
        [0, 0, 0, 0]
    } else if on_band {
        BAND
    } else if (left || right) && (10..54).contains(&y) {
        PAPER
    } else {
        INK
    }
}
