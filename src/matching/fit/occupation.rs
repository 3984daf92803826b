//! Nearness of the occupation, and how far skills, qualifications and experience go beyond what is asked.

use super::{Because, Seen, Share, WHOLE};
use crate::matching::eligibility::{Has, Reason, Rule, Verdict};

/// A skill at just the level asked for; one above it is whole.
const REACHED: u32 = 800;
/// A skill below the level asked for is better than none.
const BELOW: u32 = 300;

/// The average over the occupation and each requirement of these kinds.
pub(super) fn share(seen: &Seen<'_>) -> Option<Share> {
    let (mut sum, mut count) = (0, 0);
    let (mut digits, mut reached, mut asked) = (None, 0, 0);
    for finding in seen.findings {
        let share = match &finding.reason {
            Reason::Occupation { asked, shared, .. } => {
                digits = Some(*shared);
                WHOLE * u32::from(*shared) / asked.digits().max(1) as u32
            }
            Reason::OccupationNotKnown { .. } => 0,
            _ if matches!(finding.rule, Rule::Skill | Rule::Qualification | Rule::Experience) => {
                asked += 1;
                reached += u8::from(finding.verdict == Verdict::Pass);
                requirement(&finding.reason, finding.verdict)
            }
            _ => continue,
        };
        sum += share;
        count += 1;
    }
    let occupation_asked = seen.case.terms.placement.occupation.is_some();
    (count > 0).then(|| Share(sum / count, Because::Occupation { occupation_asked, digits, reached, asked }))
}

fn requirement(reason: &Reason, verdict: Verdict) -> u32 {
    match (reason, verdict) {
        (Reason::Skill { asked_level, level: Has::Value(Some(level)), .. }, Verdict::Pass) => {
            // Where no level is asked, 3 (works alone) counts as above.
            if *level > asked_level.unwrap_or(2) { WHOLE } else { REACHED }
        }
        (Reason::Skill { .. }, Verdict::Pass) => REACHED,
        (_, Verdict::Pass) => WHOLE,
        (Reason::Skill { level: Has::Value(_), .. }, _) => BELOW,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::placement::Weight;
    use crate::matching::examples::{asks_skill, nurse, occupation, points_of, ward};
    use crate::matching::fit::Criterion;

    #[test]
    fn nearer_occupations_and_higher_skills_give_more() {
        let (mut placement, mut ana) = (ward(), nurse());
        assert_eq!(points_of(&placement, &ana, Criterion::Occupation), (25, "the very occupation".to_owned()));
        ana.volunteer.occupation = Some(occupation("2222"));
        let sentence = "3 digits of the occupation shared".to_owned();
        assert_eq!(points_of(&placement, &ana, Criterion::Occupation), (19, sentence));
        placement.requirements = vec![
            asks_skill(Weight::Must, "Neonatal care", Some(3), None),
            asks_skill(Weight::Nice, "Ultrasound", None, None),
        ];
        let sentence = "3 digits of the occupation shared, 1 of 2 skills and the like reached".to_owned();
        assert_eq!(points_of(&placement, &ana, Criterion::Occupation), (15, sentence));
        ana.volunteer.occupation = None;
        let sentence = "the occupation is not known, 1 of 2 skills and the like reached".to_owned();
        assert_eq!(points_of(&placement, &ana, Criterion::Occupation), (8, sentence));
    }
}
