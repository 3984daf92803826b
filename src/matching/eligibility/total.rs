//! Weeks served in all, against the most that the office sets for a category.

use super::{Case, Finding, Reason, Rule, Verdict, category};
use crate::domain::mission::Mission;
use crate::domain::rules::TotalWeeks;

/// The weeks of all missions served or agreed, and of this one, against the limit of the category under which the person
/// would serve. Nothing to say where that has no limit, or where the category is not known.
pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let limits = &case.terms.limits.total_weeks;
    if *limits == TotalWeeks::default() {
        return None;
    }
    let Reason::ServesAs { category } = category::check(case).reason else { return None };
    let most = limits.of(category)?;
    let firm = case.person.missions.iter().filter(|mission| mission.stage.is_firm());
    let served = firm.map(Mission::days).map(|days| days.weeks()).sum();
    let weeks = case.days.weeks();
    let verdict = if served + weeks <= i64::from(most) { Verdict::Pass } else { Verdict::Fail };
    Some(Finding::must(Rule::Total, verdict, Reason::Total { category, most, served, weeks }))
}

#[cfg(test)]
mod tests {
    use crate::domain::mission::Stage;
    use crate::domain::rules::{Limits, TotalWeeks};
    use crate::matching::eligibility::{Rule, Terms, Verdict};
    use crate::matching::examples::{mission, nurse, today, ward};

    #[test]
    fn what_was_served_before_counts_in_the_category() {
        let mut ana = nurse();
        ana.missions = vec![
            mission("M-0001", "2019-02-04", 40, Stage::Completed),
            mission("M-0002", "2021-02-01", 20, Stage::Cancelled),
        ];
        let says = |total_weeks| {
            let judgement = Terms::new(&ward(), Limits { total_weeks, ..Limits::default() }, today()).judge(&ana);
            let findings = judgement.findings.iter().filter(|finding| finding.rule == Rule::Total);
            findings.map(|finding| (finding.verdict, finding.to_string())).collect::<Vec<_>>()
        };
        let international = |most| TotalWeeks { international: Some(most), ..TotalWeeks::default() };
        let sentence =
            |most| format!("at most {most} weeks in all as international volunteer, has 40 and would serve 52 more");
        assert_eq!(says(international(92)), [(Verdict::Pass, sentence(92))]);
        assert_eq!(says(international(91)), [(Verdict::Fail, sentence(91))]);
        assert_eq!(says(TotalWeeks { national: Some(1), ..TotalWeeks::default() }), []);
        assert_eq!(says(TotalWeeks::default()), []);
    }
}
