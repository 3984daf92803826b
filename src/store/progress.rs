//! How far long work has come, and whether the person wants it to stop.

use super::StoreError;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Shared between the work and whoever watches it. Cloning gives another handle to the same progress.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    done: AtomicUsize,
    total: AtomicUsize,
    cancelled: AtomicBool,
}

impl Progress {
    /// Says how many steps there are.
    pub fn set_total(&self, total: usize) {
        self.0.total.store(total, Ordering::Relaxed);
    }

    /// Counts one step; refuses once the person has cancelled, so that the edit around it leaves nothing.
    pub fn step(&self) -> Result<(), StoreError> {
        self.0.done.fetch_add(1, Ordering::Relaxed);
        self.go_on()
    }

    /// Says how many steps of how many are done; refuses like [`Progress::step`].
    pub fn reach(&self, done: usize, total: usize) -> Result<(), StoreError> {
        self.0.total.store(total, Ordering::Relaxed);
        // Several threads tell, not always in turn.
        self.0.done.fetch_max(done, Ordering::Relaxed);
        self.go_on()
    }

    /// Asks the work to stop.
    pub fn cancel(&self) {
        self.0.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether the person wants it to stop.
    pub fn is_cancelled(&self) -> bool {
        self.0.cancelled.load(Ordering::Relaxed)
    }

    fn go_on(&self) -> Result<(), StoreError> {
        if self.is_cancelled() { Err(StoreError::Cancelled) } else { Ok(()) }
    }

    /// Steps done, and steps in all (0 while unknown).
    pub fn done_of(&self) -> (usize, usize) {
        (self.0.done.load(Ordering::Relaxed), self.0.total.load(Ordering::Relaxed))
    }
}
