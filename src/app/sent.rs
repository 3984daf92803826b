//! An edit that a dialog has asked for. The dialog stays until the edit is done, so that nothing typed is lost where it
//! is refused.

use super::desk::{Desk, Ticket};

/// What became of the edit.
#[derive(Debug)]
pub struct Sent<T>(Option<Ticket<T>>);

impl<T> Default for Sent<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Sent<T> {
    /// Waits for an edit.
    pub fn wait_for(&mut self, ticket: Ticket<T>) {
        self.0 = Some(ticket);
    }

    /// Whether the edit is under way: it is not asked for twice.
    pub fn is_under_way(&self) -> bool {
        self.0.is_some()
    }

    /// What the edit gave, once, when it is done. One that was refused has been told of, and can be asked for again.
    pub fn done(&mut self, desk: &Desk) -> Option<T> {
        let done = self.0.as_ref()?.take();
        if done.is_some() || desk.is_idle() {
            self.0 = None;
        }
        done
    }
}
