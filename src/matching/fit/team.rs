//! Balance of a team: youth volunteers beside others, where a placement has several places.

use super::{Because, Seen, Share, WHOLE};
use crate::domain::span::age_on;

/// All points to whoever is of the rarer kind, half where both are as many; nothing to compare where there is one place
/// only, or where nobody is there yet.
pub(super) fn share(seen: &Seen<'_>) -> Option<Share> {
    let (terms, team) = (seen.case.terms, seen.case.terms.team);
    if terms.placement.places < 2 || team.youth + team.others == 0 {
        return None;
    }
    let age = seen.case.volunteer().birth_date.map(|birth| age_on(birth, seen.case.days.first));
    let youth = age.is_some_and(|age| terms.limits.is_youth(age));
    let is_rare = if youth { team.youth < team.others } else { team.others < team.youth };
    Some(match (team.youth == team.others, is_rare) {
        (true, _) => Share(WHOLE / 2, Because::TeamBalanced),
        (false, true) => Share(WHOLE, Because::Team { youth }),
        (false, false) => Share(0, Because::TeamBalanced),
    })
}

#[cfg(test)]
mod tests {
    use crate::domain::ById;
    use crate::domain::rules::Limits;
    use crate::matching::eligibility::{Case, Team, Terms};
    use crate::matching::examples::{day, nurse, today, ward};
    use crate::matching::fit::{Criterion, Seen, Weights, points};

    #[test]
    fn whoever_is_rare_in_a_team_balances_it() {
        let (mut placement, mut person) = (ward(), nurse());
        placement.placement.places = 3;
        let points = |placement: &_, person: &_, youth, others| {
            let mut terms = Terms::new(placement, Limits::default(), today());
            terms.team = Team { youth, others };
            let judgement = terms.judge(person);
            let case = Case { terms: &terms, person, days: judgement.days };
            let mut lines = Vec::new();
            points(
                &Seen { case, findings: &judgement.findings, countries: &ById::default() },
                &Weights::default(),
                &mut lines,
            );
            let line = lines.iter().find(|line| line.criterion == Criterion::Team);
            line.map(|line| (line.points, line.to_string()))
        };
        let sentence = |text: &str| text.to_owned();
        let rare = (5, sentence("experienced people are rare in this team"));
        assert_eq!(points(&placement, &person, 2, 0), Some(rare));
        assert_eq!(points(&placement, &person, 0, 2), Some((0, sentence("the team stays as balanced"))));
        assert_eq!(points(&placement, &person, 1, 1), Some((3, sentence("the team stays as balanced"))));
        person.volunteer.birth_date = Some(day("2002-01-01"));
        assert_eq!(points(&placement, &person, 0, 2), Some((5, sentence("youth is rare in this team"))));
        assert_eq!(points(&placement, &person, 0, 0), None);
        placement.placement.places = 1;
        assert_eq!(points(&placement, &person, 0, 2), None);
    }
}
