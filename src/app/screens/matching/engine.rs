//! The planner of the screen. It stays from one look to the next. The office file's thread only reads what it must be
//! told; it plans and answers on threads of its own, so that neither the window nor a list ever waits for it.

use crate::app::desk::{Desk, Ticket};
use crate::domain::matching::Weights;
use crate::domain::{Id, Kind};
use crate::exchange::plan::{News, Partners, news, partners, question};
use crate::matching::plan::{Plan, Planner, Question, Relaxed};
use crate::store::{OfficeFile, Progress, StoreError};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

/// What the screen plans by beside what the office file holds of people and placements.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Trial {
    /// The office's weights, or others while they are dragged.
    pub weights: Weights,
    /// Rules set aside, to see who comes in.
    pub relaxed: Vec<Relaxed>,
    /// How often comparing began anew: plans are compared with the one of that moment.
    pub compared_from: u64,
}

/// The planner, and how it comes to know what the office file holds.
#[derive(Default)]
pub struct Engine {
    kept: Arc<Mutex<Option<Kept>>>,
    work: Work,
    behind: Behind,
    /// Grows whenever the planner knows more; 0 before there is one.
    version: u64,
}

/// The planner with what it does not hold itself. Only threads beside the window wait for it.
pub struct Kept {
    /// The planner.
    pub planner: Planner,
    /// Names of organisations.
    pub partners: Partners,
    /// The plan that later ones are compared with.
    pub before: Option<Plan>,
    /// See [`Trial::compared_from`].
    compared_from: u64,
}

/// What has changed in the office since the planner was told.
#[derive(Default)]
struct Behind {
    heard: u64,
    records: BTreeSet<(Kind, Id)>,
    /// More than records one by one.
    anew: bool,
}

/// What is being done so that there is a plan.
#[derive(Default)]
enum Work {
    #[default]
    None,
    Reading(Ticket<Option<Read>>, Progress),
    Planning(Ticket<Option<Told>>, Progress),
    Telling(Ticket<Option<Told>>),
    Stopped,
}

/// What the office file's thread has read.
enum Read {
    Question(Box<Question>, Partners),
    News(Box<News>, Partners),
    /// News that are too many to be told.
    Anew,
    Cancelled,
}

/// What the planner says to what it was told.
enum Told {
    Knows,
    /// It must be asked anew.
    Anew,
}

/// What is being done, for the person to see.
pub enum Doing<'a> {
    /// Nothing: the plan is that of the office.
    Nothing,
    /// People are being read.
    Reading(&'a Progress),
    /// Placements are being judged.
    Planning(&'a Progress),
    /// The plan is being brought up to an edit.
    Following,
    /// Nothing, though the plan is out of date: the person has stopped it.
    Stopped,
}

impl Engine {
    /// Hears of what was changed in the office, and goes on with what is to be done. Called once a frame.
    pub fn go_on(&mut self, desk: &mut Desk, trial: &Trial) {
        self.behind.hear(desk);
        while self.step(desk, trial) {}
    }

    /// What is being done.
    pub fn doing(&self) -> Doing<'_> {
        match &self.work {
            Work::None => Doing::Nothing,
            Work::Reading(_, progress) => Doing::Reading(progress),
            Work::Planning(_, progress) => Doing::Planning(progress),
            Work::Telling(_) => Doing::Following,
            Work::Stopped => Doing::Stopped,
        }
    }

    /// Stops what is being done; the plan before stays.
    pub fn cancel(&self) {
        if let Work::Reading(_, progress) | Work::Planning(_, progress) = &self.work {
            progress.cancel();
        }
    }

    /// Goes on after a stop.
    pub fn plan_again(&mut self) {
        if let Work::Stopped = self.work {
            self.work = Work::None;
        }
    }

    /// Grows whenever the planner knows more; nothing before there is one.
    pub fn version(&self) -> Option<u64> {
        (self.version > 0).then_some(self.version)
    }

    /// Asks the planner, after it has been brought to what the trial says.
    pub fn ask<T: Send + 'static>(
        &self,
        desk: &Desk,
        trial: &Trial,
        ask: impl FnOnce(&mut Kept) -> Option<T> + Send + 'static,
    ) -> Ticket<Option<T>> {
        let (kept, trial) = (Arc::clone(&self.kept), trial.clone());
        desk.beside(move || {
            let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
            let kept = kept.as_mut()?;
            kept.follow(&trial);
            ask(kept)
        })
    }

    /// Works with a copy of the planner as it is on a trial: for work so long that others would wait for the planner.
    pub fn with_copy<T: Send + 'static>(
        &self,
        desk: &Desk,
        trial: &Trial,
        work: impl FnOnce(&mut Planner, &Partners) -> Option<T> + Send + 'static,
    ) -> Ticket<Option<T>> {
        let (kept, trial) = (Arc::clone(&self.kept), trial.clone());
        desk.beside(move || {
            let (mut planner, partners) = {
                let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                let kept = kept.as_mut()?;
                kept.follow(&trial);
                (kept.planner.clone(), kept.partners.clone())
            };
            work(&mut planner, &partners)
        })
    }

    /// One step of the work; false where there is nothing to do but to wait.
    fn step(&mut self, desk: &mut Desk, trial: &Trial) -> bool {
        self.work = match &self.work {
            Work::None if self.version == 0 || self.behind.is_any() => self.read(desk),
            Work::Reading(ticket, progress) => match ticket.take() {
                // Stopped at the last moment, it stays stopped.
                Some(Some(_)) if progress.is_cancelled() => self.anew(Work::Stopped),
                Some(Some(Read::Question(question, partners))) => self.plan(desk, trial, *question, partners),
                Some(Some(Read::News(news, partners))) => self.tell(desk, *news, partners),
                Some(Some(Read::Anew)) => self.anew(Work::None),
                // The desk has told what is wrong with the office file.
                Some(Some(Read::Cancelled) | None) => self.anew(Work::Stopped),
                None => return false,
            },
            Work::Planning(ticket, _) | Work::Telling(ticket) => match ticket.take() {
                Some(Some(Told::Knows)) => {
                    self.version += 1;
                    Work::None
                }
                Some(Some(Told::Anew)) => self.anew(Work::None),
                Some(None) => self.anew(Work::Stopped),
                None => return false,
            },
            Work::None | Work::Stopped => return false,
        };
        true
    }

    fn anew(&mut self, next: Work) -> Work {
        self.behind.anew = true;
        next
    }

    fn read(&mut self, desk: &mut Desk) -> Work {
        let (anew, records) = self.behind.take();
        let progress = Progress::default();
        let told = progress.clone();
        let whole = anew || self.version == 0;
        let ticket = desk.read(move |file| {
            let read = if whole { whole_of(file, &told) } else { news_of(file, &records) };
            match read {
                Err(StoreError::Cancelled) => Ok(Read::Cancelled),
                read => read,
            }
        });
        Work::Reading(ticket, progress)
    }

    fn plan(&self, desk: &Desk, trial: &Trial, mut question: Question, partners: Partners) -> Work {
        let (kept, trial) = (Arc::clone(&self.kept), trial.clone());
        let progress = Progress::default();
        let judged = progress.clone();
        let ticket = desk.beside(move || {
            (question.matching.weights, question.relaxed) = (trial.weights, trial.relaxed);
            let planner = Planner::new(question, &|done, total| judged.reach(done, total).is_ok())?;
            let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
            let (before, compared_from) = kept.take().map(|kept| (kept.before, kept.compared_from)).unwrap_or_default();
            *kept = Some(Kept { planner, partners, before, compared_from });
            Some(Told::Knows)
        });
        Work::Planning(ticket, progress)
    }

    fn tell(&self, desk: &Desk, news: News, partners: Partners) -> Work {
        let kept = Arc::clone(&self.kept);
        Work::Telling(desk.beside(move || {
            let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
            let kept = kept.as_mut()?;
            kept.partners = partners;
            Some(if news.tell(&mut kept.planner) { Told::Knows } else { Told::Anew })
        }))
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        self.cancel();
    }
}

impl Kept {
    fn follow(&mut self, trial: &Trial) {
        if self.planner.question().matching.weights != trial.weights {
            self.planner.set_weights(trial.weights);
        }
        if self.planner.question().relaxed != trial.relaxed {
            self.planner.set_relaxed(trial.relaxed.clone());
        }
        // Answers are not given in the order in which they were asked for.
        if self.compared_from < trial.compared_from {
            (self.before, self.compared_from) = (None, trial.compared_from);
        }
    }
}

impl Behind {
    fn hear(&mut self, desk: &Desk) {
        if self.heard == desk.generation() {
            return;
        }
        match desk.touched_since(self.heard) {
            Some(records) => self.records.extend(records),
            None => self.anew = true,
        }
        self.heard = desk.generation();
    }

    fn is_any(&self) -> bool {
        self.anew || !self.records.is_empty()
    }

    fn take(&mut self) -> (bool, BTreeSet<(Kind, Id)>) {
        (std::mem::take(&mut self.anew), std::mem::take(&mut self.records))
    }
}

fn whole_of(file: &mut OfficeFile, progress: &Progress) -> Result<Read, StoreError> {
    Ok(Read::Question(Box::new(question(file, progress)?), partners(file)?))
}

fn news_of(file: &mut OfficeFile, records: &BTreeSet<(Kind, Id)>) -> Result<Read, StoreError> {
    Ok(match news(file, records)? {
        Some(news) => Read::News(Box::new(news), partners(file)?),
        None => Read::Anew,
    })
}
