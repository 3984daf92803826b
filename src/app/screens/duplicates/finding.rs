//! Finding out who is likely to be in the file twice. The office file's thread only reads what is compared; comparing has
//! a thread of its own, so that neither the window nor a list waits for it.

use crate::app::desk::{Desk, Ticket};
use crate::domain::Kind;
use crate::store::{Entered, LikelyPair};

/// The likely pairs as they were found last, and how the next are being found.
#[derive(Default)]
pub struct Finding {
    /// The generation of the data up to which changes are known.
    heard: Option<u64>,
    /// Volunteers have changed since what is compared was read.
    behind: bool,
    work: Work,
    pairs: Option<Vec<LikelyPair>>,
}

#[derive(Default)]
enum Work {
    #[default]
    None,
    Reading(Ticket<Option<Entered>>),
    Comparing(Ticket<Option<Vec<LikelyPair>>>),
}

impl Finding {
    /// Goes on, once a frame while somebody wants to know: without a change of volunteers there is nothing to do.
    pub fn go_on(&mut self, desk: &mut Desk) {
        let now = desk.generation();
        let before = self.heard.replace(now);
        if before != Some(now) {
            let changed = before.and_then(|before| desk.touched_since(before));
            self.behind |= changed.is_none_or(|records| records.iter().any(|(kind, _)| *kind == Kind::Volunteer));
        }
        while self.step(desk) {}
    }

    /// Whether what is known is about to change.
    pub fn is_busy(&self) -> bool {
        self.behind || !matches!(self.work, Work::None)
    }

    /// The pairs, the most alike first; nothing before they were found once.
    pub fn pairs(&self) -> Option<&[LikelyPair]> {
        self.pairs.as_deref()
    }

    /// Takes one step; says whether another may follow at once.
    fn step(&mut self, desk: &mut Desk) -> bool {
        match &self.work {
            Work::None if self.behind => {
                self.behind = false;
                self.work = Work::Reading(desk.read(|file| file.entered()));
            }
            Work::None => return false,
            Work::Reading(ticket) => match ticket.take() {
                Some(Some(entered)) => self.work = Work::Comparing(desk.beside(move || Some(entered.likely_pairs()))),
                // The desk has told why.
                Some(None) => self.work = Work::None,
                None => return false,
            },
            Work::Comparing(ticket) => match ticket.take() {
                Some(found) => {
                    self.pairs = found.or(self.pairs.take());
                    self.work = Work::None;
                }
                None => return false,
            },
        }
        true
    }
}
