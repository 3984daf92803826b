//! The planner of the screen. It stays from one look to the next, on the office file's thread: the window asks, goes on
//! painting, and finds the answer in a later frame.

use crate::app::desk::Desk;
use crate::domain::matching::Weights;
use crate::domain::{Id, Kind};
use crate::exchange::plan::{question, refresh};
use crate::matching::plan::{Plan, Planner, Relaxed};
use crate::store::{OfficeFile, Progress, StoreError};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What is tried on the screen and kept nowhere: weights while they are dragged, rules set aside to see who comes in.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Trial {
    /// Weights in place of the office's.
    pub weights: Option<Weights>,
    /// Rules set aside.
    pub relaxed: Vec<Relaxed>,
}

/// The planner, shared with the thread of the office file.
#[derive(Clone, Default)]
pub struct Engine(Arc<Kept>);

#[derive(Default)]
struct Kept {
    planner: Mutex<Option<Planner>>,
    /// The plan that later ones are compared with.
    before: Mutex<Option<Plan>>,
    /// Apart from the planner, which may be busy: the window never waits.
    news: Mutex<News>,
}

/// What has changed since the planner was last asked.
#[derive(Default)]
struct News {
    seen: u64,
    records: BTreeSet<(Kind, Id)>,
    anew: bool,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Engine {
    /// Hears of what was changed in the office. Called once a frame.
    pub fn hear(&self, desk: &Desk) {
        let mut news = lock(&self.0.news);
        if news.seen == desk.generation() {
            return;
        }
        match desk.touched_since(news.seen) {
            Some(records) => news.records.extend(records),
            None => news.anew = true,
        }
        news.seen = desk.generation();
    }

    /// Asks the planner, after it has been brought up to what the office file and the trial say.
    pub fn ask<T>(
        &self,
        file: &mut OfficeFile,
        trial: &Trial,
        ask: impl FnOnce(&mut Planner, &mut Option<Plan>) -> T,
    ) -> Result<T, StoreError> {
        let News { records, anew, seen } = std::mem::take(&mut *lock(&self.0.news));
        lock(&self.0.news).seen = seen;
        let mut planner = lock(&self.0.planner);
        if let Some(known) = planner.as_mut()
            && (anew || (!records.is_empty() && !refresh(file, known, &records)?))
        {
            *planner = None;
        }
        if planner.is_none() {
            let asked = question(file, &Progress::default())?;
            *planner = Planner::new(asked, &|_, _| true);
        }
        // Nothing stops the planner from being made here.
        let Some(planner) = planner.as_mut() else { return Err(StoreError::Cancelled) };
        let weights = match trial.weights {
            Some(weights) => weights,
            None => file.office()?.matching.weights,
        };
        if planner.question().matching.weights != weights {
            planner.set_weights(weights);
        }
        if planner.question().relaxed != trial.relaxed {
            planner.set_relaxed(trial.relaxed.clone());
        }
        Ok(ask(planner, &mut lock(&self.0.before)))
    }
}
