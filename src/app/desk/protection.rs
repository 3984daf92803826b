//! What the desk does with the passphrase of the office file.

use super::{Desk, Notice, Ticket};
use crate::store::{Changes, OfficeFile, StoreError, finish_recovery, request_recovery};
use std::path::Path;

impl Desk {
    /// Opens an office file that a passphrase protects.
    pub fn open_with(&mut self, path: &Path, passphrase: String) {
        let path = path.to_owned();
        self.run(Box::new(move |worker| {
            worker.enter(&path, |path| OfficeFile::open_with(path, Some(&passphrase)));
        }));
    }

    /// Closes the office file until its passphrase is given again.
    pub fn lock(&mut self) {
        self.run(Box::new(|worker| {
            let Some(file) = worker.file.take() else { return };
            let path = file.path().to_owned();
            drop(file);
            worker.tell_summary(None);
            worker.tell(Notice::Locked(path));
        }));
    }

    /// Changes how the open office file is protected. The answer says that it was done; what is refused is a notice.
    pub fn protection(
        &mut self,
        change: impl FnOnce(&mut OfficeFile) -> Result<(), StoreError> + Send + 'static,
    ) -> Ticket<()> {
        let (ticket, place) = Ticket::new();
        self.run(Box::new(move |worker| {
            let Some(file) = &mut worker.file else { return };
            match change(file) {
                Ok(()) => place.put(()),
                Err(error) => worker.tell(Notice::Refused(error)),
            }
            worker.tell_summary(Some(Changes::default()));
        }));
        ticket
    }

    /// Writes the request for recovering the passphrase of an office file.
    pub fn request_recovery(&mut self, office: &Path, out: &Path) {
        let (office, out) = (office.to_owned(), out.to_owned());
        self.run(Box::new(move |worker| {
            worker.tell(match request_recovery(&office, &out) {
                Ok(code) => Notice::RecoveryAsked(code),
                Err(error) => Notice::Refused(error),
            });
        }));
    }

    /// Takes head office's answer, gives the office file a new passphrase, and opens it.
    pub fn finish_recovery(&mut self, office: &Path, answer: &Path, passphrase: String) {
        let (office, answer) = (office.to_owned(), answer.to_owned());
        self.run(Box::new(move |worker| match finish_recovery(&office, &answer, &passphrase) {
            Ok(()) => worker.enter(&office, |path| OfficeFile::open_with(path, Some(&passphrase))),
            Err(error) => worker.tell(Notice::Refused(error)),
        }));
    }
}
