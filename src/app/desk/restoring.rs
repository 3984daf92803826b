//! A backup that takes the place of an office file.

use super::{Desk, Message, Ticket};
use crate::store::{OfficeFile, StoreError};
use std::path::Path;

impl Desk {
    /// Puts a backup in the place of an office file and opens it. The answer says how it ended; where it was refused or
    /// cancelled, the office that was open stays so.
    pub fn restore(
        &mut self,
        backup: &Path,
        target: &Path,
        passphrase: Option<String>,
    ) -> Ticket<Result<(), StoreError>> {
        let (backup, target) = (backup.to_owned(), target.to_owned());
        let (ticket, place) = Ticket::new();
        let progress = self.start("restore-running");
        self.run(Box::new(move |worker| {
            // Nobody restores a file under whoever works in it, not even under oneself.
            let same = worker.file.as_ref().is_some_and(|file| file.path() == target);
            if same {
                worker.file = None;
            }
            match OfficeFile::restore(&backup, &target, passphrase.as_deref(), &progress) {
                Ok(restored) => {
                    worker.enter(&target, |_| Ok(restored));
                    place.put(Ok(()));
                }
                Err(error) => {
                    if same {
                        worker.enter(&target, OfficeFile::open);
                    }
                    place.put(Err(error));
                }
            }
            worker.send(Message::LongDone);
        }));
        ticket
    }
}
