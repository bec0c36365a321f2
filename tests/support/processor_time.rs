//! How much processor time something takes, which other programs at work on the machine do not disturb.

use std::time::{Duration, Instant};

/// The median of some runs, each repeated until it takes long enough to be measured.
pub fn time<T>(runs: usize, mut run: impl FnMut() -> T) -> (Duration, T) {
    const LONG_ENOUGH: Duration = Duration::from_millis(50);
    let mut result = run();
    let mut repeats = 1;
    let mut measure = |repeats: u32| {
        let start = processor_time();
        for _ in 0..repeats {
            result = run();
        }
        processor_time().saturating_sub(start)
    };
    while measure(repeats) < LONG_ENOUGH {
        repeats *= 2;
    }
    let mut times: Vec<Duration> = (0..runs).map(|_| measure(repeats) / repeats).collect();
    times.sort();
    (times[times.len() / 2], result)
}

/// The processor time of this thread, which other programs do not disturb; by the clock where the system does not tell.
fn processor_time() -> Duration {
    static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    let start = START.get_or_init(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let told = told.and_then(|line| line.split_whitespace().next().and_then(|nanos| nanos.parse().ok()));
    told.map_or_else(|| start.elapsed(), Duration::from_nanos)
}
