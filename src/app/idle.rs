//! How long nobody has touched keyboard or mouse.

use std::time::{Duration, SystemTime};

/// When somebody touched them last, by two clocks: the window's, which stands still while the computer sleeps, and the
/// computer's, which somebody may set.
#[derive(Debug, Default)]
pub struct Idle {
    last: Option<(f64, SystemTime)>,
}

impl Idle {
    /// How long nobody had touched anything before this frame: by the clock that says more, so that a computer that wakes
    /// up is locked, even by the touch that wakes it. `now` is the window's clock in seconds.
    pub fn since(&mut self, now: f64, wall: SystemTime, touched: bool) -> Duration {
        let (last, last_wall) = *self.last.get_or_insert((now, wall));
        if touched {
            self.last = Some((now, wall));
        }
        let by_window = Duration::try_from_secs_f64(now - last).unwrap_or_default();
        // Set back, it says nothing.
        by_window.max(wall.duration_since(last_wall).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn either_clock_counts_from_the_last_touch() {
        let (mut idle, start) = (Idle::default(), SystemTime::UNIX_EPOCH + 1000 * SECOND);
        assert_eq!(idle.since(5.0, start, false), Duration::ZERO, "begins now");
        assert_eq!(idle.since(8.0, start + SECOND, false), 3 * SECOND);
        assert_eq!(idle.since(8.0, start + 100 * SECOND, false), 100 * SECOND, "it slept");
        assert_eq!(idle.since(9.0, start - 50 * SECOND, false), 4 * SECOND, "the clock was set back");
        assert_eq!(
            idle.since(10.0, start + 100 * SECOND, true),
            100 * SECOND,
            "the touch that wakes it comes too late"
        );
        assert_eq!(idle.since(12.0, start + 101 * SECOND, false), 2 * SECOND);
    }
}
