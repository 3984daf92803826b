//! A mission being moved to other days: by the pointer, by keys, or by typing them. Nothing is changed before it is let
//! go; what the rules say of it is known all the while.

use super::layout::Grip;
use super::scale::number;
use crate::app::screens::missions::{Shown, refusal};
use crate::app::texts::Texts;
use crate::app::widgets::Tone;
use crate::app::widgets::month::add_days;
use crate::domain::Id;
use crate::domain::rules::{Broken, double_booking};
use crate::domain::span::Span;
use crate::t;
use chrono::NaiveDate;

/// A mission on its way to other days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moving {
    /// The mission.
    pub mission: Id,
    /// Its days as they are.
    pub from: Span,
    /// Its days as they are wanted.
    pub to: Span,
    /// What of it is moved.
    pub grip: Grip,
    /// Number of the day that the pointer took hold of; nothing when it is moved by keys.
    pub held: Option<i32>,
}

impl Moving {
    /// Takes hold of a mission.
    pub fn new(mission: Id, days: Span, grip: Grip, held: Option<i32>) -> Self {
        Self { mission, from: days, to: days, grip, held }
    }

    /// Moves what is held to so many days from where it was. A first day never goes past the last.
    pub fn to(&mut self, days: i64) {
        let Span { first, last } = self.from;
        let moved = |day: NaiveDate| add_days(day, days);
        self.to = match self.grip {
            Grip::First => Span { first: moved(first).min(last), last },
            Grip::Whole => Span { first: moved(first), last: moved(last) },
            Grip::Last => Span { first, last: moved(last).max(first) },
        };
    }

    /// Moves it along with the pointer, which is at a day.
    pub fn drag_to(&mut self, day: i32) {
        if let Some(held) = self.held {
            self.to(i64::from(day - held));
        }
    }

    /// Moves it on by days from where it is wanted now.
    pub fn step(&mut self, days: i64) {
        let moved = match self.grip {
            Grip::First | Grip::Whole => (self.to.first - self.from.first).num_days(),
            Grip::Last => (self.to.last - self.from.last).num_days(),
        };
        self.to(moved + days);
    }

    /// Whether anything is asked for.
    pub fn is_change(&self) -> bool {
        self.from != self.to
    }

    /// The days as numbers.
    pub fn numbers(&self) -> (i32, i32) {
        (number(self.to.first), number(self.to.last))
    }
}

/// What the rules say of days that are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The mission is not read yet: the office file will say.
    Unknown,
    /// Nothing is against them.
    Allowed,
    /// They may be had, but there is something to know.
    Warned(String),
    /// They cannot be had.
    Refused(String),
}

impl Verdict {
    /// Looks at days wanted for a mission.
    pub fn of(shown: Option<&Shown>, to: Span, texts: &Texts) -> Self {
        let Some(shown) = shown else { return Self::Unknown };
        let mut wanted = shown.detail.mission.clone();
        wanted.move_to(to.first, to.last);
        if let Err(broken) = shown.check(&wanted) {
            return Self::Refused(refusal(texts, shown, &wanted, &broken));
        }
        let overlap = double_booking(&wanted, &shown.missions).filter(|_| wanted.stage.is_tentative());
        match overlap {
            Some(Broken::DoubleBooked { other, first, last, .. }) => {
                let (first, last) = (texts.date(first), texts.date(last));
                Self::Warned(t!(texts, "mission-overlaps", other = other, first = first, last = last))
            }
            _ => Self::Allowed,
        }
    }

    /// What is said of it, and how it is meant; nothing where there is nothing to say.
    pub fn said(&self) -> Option<(&str, Tone)> {
        match self {
            Self::Unknown | Self::Allowed => None,
            Self::Warned(text) => Some((text, Tone::Careful)),
            Self::Refused(text) => Some((text, Tone::Bad)),
        }
    }

    /// Whether the days cannot be had.
    pub fn is_refused(&self) -> bool {
        matches!(self, Self::Refused(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn span(first: &str, last: &str) -> Span {
        Span { first: first.parse().unwrap(), last: last.parse().unwrap() }
    }

    #[test]
    fn ends_are_moved_alone_and_never_past_one_another() {
        let days = span("2027-05-03", "2027-08-01");
        let mut moving = Moving::new(Id::random(), days, Grip::Last, None);
        moving.step(7);
        moving.step(-1);
        assert_eq!(moving.to, span("2027-05-03", "2027-08-07"));
        moving.step(-400);
        assert_eq!(moving.to, span("2027-05-03", "2027-05-03"));
        let mut moving = Moving::new(Id::random(), days, Grip::First, Some(739_000));
        moving.drag_to(739_010);
        assert_eq!(moving.to, span("2027-05-13", "2027-08-01"));
        moving.drag_to(739_000);
        assert!(!moving.is_change());
    }

    proptest! {
        #[test]
        fn a_whole_mission_keeps_its_length(steps in prop::collection::vec(-40i64..40, 0..20)) {
            let days = span("2027-05-03", "2027-08-01");
            let mut moving = Moving::new(Id::random(), days, Grip::Whole, None);
            for step in &steps {
                moving.step(*step);
            }
            prop_assert_eq!(moving.to.days(), days.days());
            prop_assert_eq!((moving.to.first - days.first).num_days(), steps.iter().sum::<i64>());
        }
    }
}
