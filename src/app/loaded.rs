//! What a screen has read, and whether it must be read again.

use super::desk::{Desk, Ticket};
use crate::store::{OfficeFile, StoreError};

/// Something read from the office file for a key (a query, an id ...). It is read again when the key or the data change;
/// until the answer has come, what was read before is shown.
#[derive(Debug)]
pub struct Loaded<K, T> {
    asked: Option<(K, u64)>,
    ticket: Option<Ticket<Option<T>>>,
    value: Option<(K, T)>,
}

impl<K, T> Default for Loaded<K, T> {
    fn default() -> Self {
        Self { asked: None, ticket: None, value: None }
    }
}

impl<K: PartialEq + Clone + Send + 'static, T: Send + 'static> Loaded<K, T> {
    /// The newest answer there is, for this key or for the one before: for lists, which must not flicker.
    pub fn latest(
        &mut self,
        desk: &mut Desk,
        key: &K,
        read: impl FnOnce(&mut OfficeFile, &K) -> Result<T, StoreError> + Send + 'static,
    ) -> Option<&T> {
        self.refresh(desk, key, read);
        self.value.as_ref().map(|(_, value)| value)
    }

    /// The answer for this very key: for records, where another's data would mislead.
    pub fn exact(
        &mut self,
        desk: &mut Desk,
        key: &K,
        read: impl FnOnce(&mut OfficeFile, &K) -> Result<T, StoreError> + Send + 'static,
    ) -> Option<&T> {
        self.refresh(desk, key, read);
        self.value.as_ref().filter(|(of, _)| of == key).map(|(_, value)| value)
    }

    /// What was read last, without asking again.
    pub fn value(&self) -> Option<&T> {
        self.value.as_ref().map(|(_, value)| value)
    }

    /// The newest answer there is of whoever knows more with each `version`, asked again when that or the key changes.
    pub fn told(&mut self, version: u64, key: &K, ask: impl FnOnce(&K) -> Ticket<Option<T>>) -> Option<&T> {
        self.receive();
        if self.ticket.is_none() && self.asked.as_ref().is_none_or(|(of, at)| (of, *at) != (key, version)) {
            self.asked = Some((key.clone(), version));
            self.ticket = Some(ask(key));
            self.receive();
        }
        self.value()
    }

    /// Whether an answer is under way.
    pub fn is_waiting(&self) -> bool {
        self.ticket.is_some()
    }

    fn refresh(
        &mut self,
        desk: &mut Desk,
        key: &K,
        read: impl FnOnce(&mut OfficeFile, &K) -> Result<T, StoreError> + Send + 'static,
    ) {
        let version = desk.generation();
        self.told(version, key, |key| {
            let key = key.clone();
            desk.read(move |file| read(file, &key))
        });
    }

    fn receive(&mut self) {
        if let Some(answer) = self.ticket.as_ref().and_then(Ticket::take) {
            self.ticket = None;
            self.value = self.asked.as_ref().map(|(key, _)| key.clone()).zip(answer);
        }
    }
}
