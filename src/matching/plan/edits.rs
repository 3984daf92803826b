//! The plan after an edit, from the last one: only what the edit changes is judged and mended again.

use super::groups::Together;
use super::pairs::{Watch, weight};
use super::planner::{Planner, graph, judge};
use super::question::{Question, Relaxed};
use crate::domain::Id;
use crate::domain::decision::Decision;
use crate::domain::detail::{PlacementDetail, VolunteerDetail};
use crate::domain::matching::Weights;
use crate::domain::mission::Refusal;
use crate::matching::assignment::Solver;
use std::collections::HashMap;
use std::sync::Arc;

impl Planner {
    /// A person as they are now. Somebody new is planned for from nothing, which takes as long as [`Planner::new`].
    pub fn person_changed(&mut self, person: VolunteerDetail) {
        let Some(&number) = self.people.get(&person.volunteer.id) else {
            self.question.people.push(person);
            return self.again();
        };
        self.part();
        self.index.update(number, &person);
        self.question.people[number as usize] = person;
        self.judge_person(number);
        self.settle();
    }

    /// Somebody who is no longer there.
    pub fn person_removed(&mut self, volunteer: Id) {
        if self.people.contains_key(&volunteer) {
            self.question.people.retain(|person| person.volunteer.id != volunteer);
            self.again();
        }
    }

    /// A placement as it is now, with its missions: one without free places stays, with nothing to fill. A new one is
    /// planned for from nothing.
    pub fn placement_changed(&mut self, placement: PlacementDetail) {
        let id = placement.placement.id;
        let before = self.question.posts.get(&id).cloned();
        self.question.know(&placement.placement);
        let is_known_otherwise = before != self.question.posts.get(&id).cloned();
        let Some(&number) = self.posts.get(&id) else {
            self.question.placements.push(placement);
            return self.again();
        };
        self.part();
        self.question.placements[number as usize] = placement;
        self.judge_post(number);
        if is_known_otherwise {
            // What was decided and refused there may now hold for another partner.
            let people = self.past.people_of(id);
            self.remember();
            for volunteer in people {
                if let Some(&number) = self.people.get(&volunteer) {
                    self.judge_person(number);
                }
            }
        }
        self.settle();
    }

    /// A placement that is no longer to be filled.
    pub fn placement_removed(&mut self, placement: Id) {
        if self.posts.contains_key(&placement) {
            self.question.placements.retain(|other| other.placement.id != placement);
            self.again();
        }
    }

    /// A decision about a person and a placement, in place of what was decided about the two before.
    pub fn decided(&mut self, decision: Decision) {
        let (placement, volunteer) = (decision.of, decision.volunteer);
        self.question.decisions.retain(|other| (other.of, other.volunteer) != (placement, volunteer));
        self.question.decisions.push(decision);
        self.about(volunteer);
    }

    /// A decision that was taken back.
    pub fn undecided(&mut self, placement: Id, volunteer: Id) {
        self.question.decisions.retain(|other| (other.of, other.volunteer) != (placement, volunteer));
        self.about(volunteer);
    }

    /// A partner's or a person's answer is in the missions of both: see [`Planner::person_changed`]. This is for what the
    /// partner refused.
    pub fn refused(&mut self, refusal: Refusal) {
        let volunteer = refusal.volunteer;
        self.question.refusals.push(refusal);
        self.about(volunteer);
    }

    /// Other weights: the pairs that the rules allow are scored again.
    pub fn set_weights(&mut self, weights: Weights) {
        self.question.matching.weights = weights;
        let found = judge(&self.question).again(&self.terms, &self.question.people, self.solver.graph());
        self.solve_again(found);
    }

    /// Sets rules aside, or back in force. Where one placement alone is concerned, only that is judged again.
    pub fn set_relaxed(&mut self, relaxed: Vec<Relaxed>) {
        let before = std::mem::replace(&mut self.question.relaxed, relaxed);
        let changed = |one: &[Relaxed], other: &[Relaxed]| -> Vec<Option<Id>> {
            one.iter().filter(|relaxed| !other.contains(relaxed)).map(|relaxed| relaxed.placement).collect()
        };
        let mut concerned = changed(&before, &self.question.relaxed);
        concerned.extend(changed(&self.question.relaxed, &before));
        if concerned.contains(&None) {
            return self.again();
        }
        self.part();
        for placement in concerned.into_iter().flatten() {
            if let Some(&post) = self.posts.get(&placement) {
                self.judge_post(post);
            }
        }
        self.settle();
    }

    /// Plans from nothing with what is known now.
    fn again(&mut self) {
        let nothing = Question::new(self.question.today);
        let question = std::mem::replace(&mut self.question, nothing);
        let go_on: Watch<'_> = &|_, _| true;
        if let Some(planner) = Self::new(question, go_on) {
            *self = planner;
        }
    }

    /// What was decided or refused about a person has changed.
    fn about(&mut self, volunteer: Id) {
        self.part();
        self.remember();
        if let Some(&number) = self.people.get(&volunteer) {
            self.judge_person(number);
        }
        self.settle();
    }

    fn remember(&mut self) {
        self.past = Arc::new(self.question.past());
        for terms in &mut self.terms {
            terms.past = self.past.clone();
        }
    }

    /// Judges a person for all placements again.
    fn judge_person(&mut self, number: u32) {
        let person = &self.question.people[number as usize];
        let found = judge(&self.question).of_person(&self.terms, person, number, &self.index);
        let found: HashMap<u32, i32> =
            found.into_iter().map(|(post, fit)| (post, weight(self.tier(post), fit))).collect();
        let before: Vec<(u32, i32)> =
            self.solver.graph().posts_of(number).iter().map(|edge| (edge.other, edge.weight)).collect();
        for (post, new) in changes(&before, &found) {
            self.solver.set_weight(number, post, new);
        }
    }

    /// Judges everybody for a placement again.
    fn judge_post(&mut self, number: u32) {
        let place = number as usize;
        let people = &self.question.people;
        let person = |id| Some(&people[*self.people.get(&id)? as usize]);
        let terms = self.question.terms(&self.question.placements[place], &self.past, person);
        self.index.ask(&terms, people);
        self.terms[place] = terms;
        let tier = self.tier(number);
        let found = judge(&self.question).of_post(&self.terms[place], &self.question.people, &self.index);
        let found: HashMap<u32, i32> = found.into_iter().map(|(person, fit)| (person, weight(tier, fit))).collect();
        let before: Vec<(u32, i32)> =
            self.solver.graph().volunteers_of(number).iter().map(|edge| (edge.other, edge.weight)).collect();
        for (person, new) in changes(&before, &found) {
            self.solver.set_weight(person, number, new);
        }
    }

    fn solve_again(&mut self, found: Vec<Vec<(u32, u8)>>) {
        self.solver = Solver::solve(graph(&self.question, &self.terms, found));
        self.settled.clear();
        self.together = Together::default();
        self.settle();
    }
}

/// What is to be set so that the pairs before become those found, in rising order.
fn changes(before: &[(u32, i32)], found: &HashMap<u32, i32>) -> Vec<(u32, Option<i32>)> {
    let old: HashMap<u32, i32> = before.iter().copied().collect();
    let gone = before.iter().filter(|(other, _)| !found.contains_key(other)).map(|(other, _)| (*other, None));
    let new = found.iter().filter(|(other, weight)| old.get(other) != Some(weight));
    let mut changes: Vec<(u32, Option<i32>)> = gone.chain(new.map(|(other, weight)| (*other, Some(*weight)))).collect();
    changes.sort_unstable();
    changes
}
