//! How much of what decides is known: whoever raises more questions stands lower.

use super::{Because, Seen, Share, WHOLE};
use crate::domain::placement::Weight;

/// The share of deciding rules that are no open question.
pub(super) fn share(seen: &Seen<'_>) -> Share {
    let decide = seen.findings.iter().filter(|finding| finding.weight == Weight::Must).count();
    let questions = seen.findings.iter().filter(|finding| finding.is_open_question()).count();
    let share = WHOLE * (decide - questions) as u32 / decide.max(1) as u32;
    Share(share, Because::Known { questions, decide })
}

#[cfg(test)]
mod tests {
    use crate::matching::examples::{nurse, points_of, stranger, ward};
    use crate::matching::fit::Criterion;

    #[test]
    fn open_questions_cost() {
        let mut ana = nurse();
        assert_eq!(points_of(&ward(), &ana, Criterion::Known), (10, "nothing to ask".to_owned()));
        ana.volunteer.birth_date = None;
        assert_eq!(points_of(&ward(), &ana, Criterion::Known), (9, "1 of 10 conditions is a question".to_owned()));
        let (points, sentence) = points_of(&ward(), &stranger(), Criterion::Known);
        assert_eq!((points, sentence.as_str()), (6, "4 of 10 conditions are questions"));
    }
}
