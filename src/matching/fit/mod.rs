//! How well a person fits, in points: one small function a criterion, each with the reason for its points.
//!
//! This room must not decide who may serve ([`eligibility`](super::eligibility) has said so before), nor rank anybody.
//! Points are integers; a criterion of which the placement asks nothing is left out for everybody alike.

mod because;
mod duration;
mod experience;
mod heritage;
mod known;
mod language;
mod occupation;
mod preference;
mod start;
mod team;
mod urgency;
mod waiting;

pub use crate::domain::matching::{Criterion, Weights};
pub use because::Because;
pub use urgency::tier;

use super::eligibility::{Case, Finding};
use crate::domain::ById;
use crate::domain::reference::Country;
use serde::Serialize;
use serde::ser::{SerializeStruct as _, Serializer};

/// The points of one criterion. It displays as an English sentence; the window makes its own from [`Because`].
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The criterion.
    pub criterion: Criterion,
    /// Points given.
    pub points: u16,
    /// The most points there are.
    pub most: u16,
    /// Why.
    pub because: Because,
}

impl std::fmt::Display for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.because.fmt(f)
    }
}

impl Serialize for Line {
    /// With the sentence beside the values, so that scripts can show it.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Line", 5)?;
        object.serialize_field("criterion", &self.criterion)?;
        object.serialize_field("points", &self.points)?;
        object.serialize_field("most", &self.most)?;
        object.serialize_field("sentence", &self.to_string())?;
        object.serialize_field("because", &self.because)?;
        object.end()
    }
}

/// What a criterion sees: the person beside the placement, what the rules said, and the country of each placement
/// in which the person may have served before.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// The person beside the placement.
    pub case: Case<'a>,
    /// What the rules said.
    pub findings: &'a [Finding],
    /// The country of each placement.
    pub countries: &'a ById<Country>,
}

/// A share of the most points, in thousandths, and why.
struct Share(u32, Because);

/// All of the points.
const WHOLE: u32 = 1000;

/// The points of every criterion that applies, in their order. Clears `lines` first, so that one list serves for many
/// people.
pub fn points(seen: &Seen<'_>, weights: &Weights, lines: &mut Vec<Line>) {
    lines.clear();
    for criterion in Criterion::ALL.iter().copied() {
        let share = match criterion {
            Criterion::Occupation => occupation::share(seen),
            Criterion::Language => language::share(seen),
            Criterion::Experience => experience::share(seen),
            Criterion::Preference => preference::share(seen),
            Criterion::Heritage => heritage::share(seen),
            Criterion::Team => team::share(seen),
            Criterion::Waiting => Some(waiting::share(seen)),
            Criterion::Start => Some(start::share(seen)),
            Criterion::Duration => duration::share(seen),
            Criterion::Urgency => Some(urgency::share(seen)),
            Criterion::Known => Some(known::share(seen)),
        };
        if let Some(Share(share, because)) = share {
            let most = weights.of(criterion);
            let points = (u32::from(most) * share.min(WHOLE) + WHOLE / 2) / WHOLE;
            lines.push(Line { criterion, points: points.min(most.into()) as u16, most, because });
        }
    }
}

/// The fit from 0 to 100: the points given of those there are.
pub fn fit(lines: &[Line]) -> u8 {
    let given: u32 = lines.iter().map(|line| u32::from(line.points)).sum();
    let most: u32 = lines.iter().map(|line| u32::from(line.most)).sum();
    (given * 100 + most / 2).checked_div(most).unwrap_or_default().min(100) as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::examples::{nurse, scored, stranger, ward};

    #[test]
    fn the_fit_is_the_share_of_the_points_there_are() {
        let line = |points, most| Line { criterion: Criterion::Known, points, most, because: Because::NoWish };
        assert_eq!(fit(&[line(30, 30), line(5, 10)]), 88);
        assert_eq!(fit(&[line(0, 0)]), 0);
        assert_eq!(fit(&[]), 0);
    }

    #[test]
    fn no_criterion_gives_more_than_its_weight_and_a_stranger_fits_less_than_a_nurse() {
        for person in [nurse(), stranger()] {
            assert!(scored(&ward(), &person).iter().all(|line| line.points <= line.most));
        }
        assert!(fit(&scored(&ward(), &stranger())) < fit(&scored(&ward(), &nurse())));
    }
}
