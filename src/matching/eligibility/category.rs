//! Categories: what the placement accepts, what the person may serve as, and whether the facts bear it out.

use super::{Case, Finding, Reason, Rule, Verdict};
use crate::domain::reference::Country;
use crate::domain::scheme::belongs_to;
use crate::domain::span::age_on;
use crate::domain::volunteer::Category;

/// The first category that both sides name and that the facts bear out. A placement that names none accepts all; a
/// person who names none is a question where the placement does.
pub(super) fn check(case: &Case<'_>) -> Finding {
    let (accepted, has) = (&case.terms.placement.categories, &case.volunteer().categories);
    if accepted.is_empty() && has.is_empty() {
        return Finding::must(Rule::Category, Verdict::Pass, Reason::AnyCategory);
    }
    let mut best: Option<(Verdict, Reason)> = None;
    for category in in_common(case) {
        let next = serves_as(case, category);
        let better = best.as_ref().is_none_or(|(verdict, _)| rank(next.0) < rank(*verdict));
        if better {
            best = Some(next);
        }
    }
    let (verdict, reason) = match best {
        None => (Verdict::Fail, Reason::CategoryNotAccepted { accepted: accepted.clone(), has: has.clone() }),
        Some((Verdict::Pass | Verdict::Unknown, _)) if has.is_empty() => {
            (Verdict::Unknown, Reason::CategoryNotKnown { accepted: accepted.clone() })
        }
        Some(best) => best,
    };
    Finding::must(Rule::Category, verdict, reason)
}

/// Whether the person is out whatever the days: they matter to the age of youth volunteers alone.
pub(super) fn is_out_on_any_day(case: &Case<'_>) -> bool {
    !in_common(case).any(|category| category == Category::Youth) && check(case).verdict == Verdict::Fail
}

/// Categories that neither side leaves out.
fn in_common<'a>(case: &Case<'a>) -> impl Iterator<Item = Category> + use<'a> {
    let (accepted, has) = (&case.terms.placement.categories, &case.volunteer().categories);
    let named = |names: &[Category], category| names.is_empty() || names.contains(&category);
    Category::ALL.iter().copied().filter(move |category| named(accepted, *category) && named(has, *category))
}

fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Pass => 0,
        Verdict::Unknown => 1,
        Verdict::Fail => 2,
    }
}

fn serves_as(case: &Case<'_>, category: Category) -> (Verdict, Reason) {
    let Some(country) = case.terms.placement.country else {
        return match category {
            Category::Youth => youth(case),
            Category::International | Category::National | Category::Diaspora => {
                (Verdict::Unknown, Reason::PlacementCountryNotKnown { category })
            }
        };
    };
    match category {
        Category::International => international(case, country),
        Category::National => national(case, country),
        Category::Youth => youth(case),
        Category::Diaspora => diaspora(case, country),
    }
}

fn international(case: &Case<'_>, country: Country) -> (Verdict, Reason) {
    let volunteer = case.volunteer();
    if belongs_to(volunteer, country) == Some(true) {
        return (Verdict::Fail, Reason::OwnCountry { country });
    }
    if volunteer.residence.is_none() && volunteer.nationalities.is_empty() {
        return (Verdict::Unknown, Reason::OriginNotKnown { category: Category::International });
    }
    (Verdict::Pass, Reason::ServesAs { category: Category::International })
}

fn national(case: &Case<'_>, country: Country) -> (Verdict, Reason) {
    match belongs_to(case.volunteer(), country) {
        Some(true) => (Verdict::Pass, Reason::ServesAs { category: Category::National }),
        Some(false) => (Verdict::Fail, Reason::NotOwnCountry { country, residence: case.volunteer().residence }),
        None => (Verdict::Unknown, Reason::OriginNotKnown { category: Category::National }),
    }
}

/// The band counts on the first day.
fn youth(case: &Case<'_>) -> (Verdict, Reason) {
    let (least, most) = (case.terms.limits.youth_least, case.terms.limits.youth_most);
    let age = case.volunteer().birth_date.map(|birth| age_on(birth, case.days.first));
    match age {
        Some(age) if case.terms.limits.is_youth(age) => (Verdict::Pass, Reason::ServesAs { category: Category::Youth }),
        Some(_) => (Verdict::Fail, Reason::YouthAge { least, most, age }),
        None => (Verdict::Unknown, Reason::YouthAge { least, most, age }),
    }
}

/// Roots in the country, or membership of an association of those who have them.
fn diaspora(case: &Case<'_>, country: Country) -> (Verdict, Reason) {
    let heritage = &case.volunteer().heritage;
    let association = case.volunteer().diaspora_organisation;
    if heritage.contains(&country) || association.is_some_and(|of| case.terms.associations.contains(&of)) {
        return (Verdict::Pass, Reason::ServesAs { category: Category::Diaspora });
    }
    let verdict = if heritage.is_empty() { Verdict::Unknown } else { Verdict::Fail };
    (verdict, Reason::Heritage { country, heritage: heritage.clone() })
}

#[cfg(test)]
mod tests {
    use crate::domain::Id;
    use crate::domain::rules::Limits;
    use crate::domain::volunteer::Category;
    use crate::matching::eligibility::{Rule, Terms, Verdict};
    use crate::matching::examples::{country, day, nurse, says, today, ward};
    use std::sync::Arc;

    #[test]
    fn each_category_needs_its_facts() {
        let mut placement = ward();
        // Ana is a citizen of Portugal, lives in France, was born in 1985 and serves in Kenya.
        for (category, verdict, sentence) in [
            (Category::International, Verdict::Pass, "serves as international volunteer"),
            (
                Category::National,
                Verdict::Fail,
                "national volunteers live in Kenya or are its citizens, lives in France",
            ),
            (Category::Youth, Verdict::Fail, "youth volunteers are 18 to 29 years old, is 41"),
            (
                Category::Diaspora,
                Verdict::Unknown,
                "diaspora volunteers have their heritage in Kenya or are in an association of its diaspora, the heritage \
                 is not known",
            ),
        ] {
            placement.placement.categories = vec![category];
            let mut ana = nurse();
            ana.volunteer.categories = vec![category];
            assert_eq!(says(&placement, &ana, Rule::Category), [(verdict, sentence.to_owned())]);
        }
    }

    #[test]
    fn nationals_youth_and_diaspora_pass_where_the_facts_are_right() {
        let mut ana = nurse();
        ana.volunteer.residence = Some(country("KE"));
        ana.volunteer.heritage = vec![country("KE")];
        ana.volunteer.birth_date = Some(day("2000-01-01"));
        for category in [Category::National, Category::Youth, Category::Diaspora] {
            let mut placement = ward();
            placement.placement.categories = vec![category];
            ana.volunteer.categories = vec![category];
            let sentence = format!("serves as {category} volunteer");
            assert_eq!(says(&placement, &ana, Rule::Category), [(Verdict::Pass, sentence)]);
        }
        let mut placement = ward();
        placement.placement.categories = vec![Category::International];
        ana.volunteer.categories = vec![Category::International];
        let sentence = "international volunteers serve abroad, Kenya is the person's own country".to_owned();
        assert_eq!(says(&placement, &ana, Rule::Category), [(Verdict::Fail, sentence)]);
    }

    #[test]
    fn who_will_be_old_enough_on_the_first_day_is_not_out_today() {
        let (mut placement, mut ana) = (ward(), nurse());
        placement.placement.categories = vec![Category::Youth];
        ana.volunteer.categories = vec![Category::Youth];
        ana.volunteer.birth_date = Some(day("2009-01-05"));
        let sentence = "serves as youth volunteer".to_owned();
        assert_eq!(says(&placement, &ana, Rule::Category), [(Verdict::Pass, sentence)], "18 on 2027-01-10");
        let terms = Terms::new(&placement, Limits::default(), today());
        assert!(!terms.is_out_on_any_day(&ana));
        ana.volunteer.categories = vec![Category::National];
        assert!(terms.is_out_on_any_day(&ana), "no category in common");
    }

    #[test]
    fn a_member_of_an_association_of_the_countrys_diaspora_serves_as_diaspora() {
        let (mut placement, mut ana) = (ward(), nurse());
        placement.placement.categories = vec![Category::Diaspora];
        ana.volunteer.categories = vec![Category::Diaspora];
        ana.volunteer.heritage = vec![country("UG")];
        let association = Id::random();
        ana.volunteer.diaspora_organisation = Some(association);
        let verdict = |associations: &[Id]| {
            let terms = Terms::new(&placement, Limits::default(), today());
            let terms = terms.with_associations(Arc::new(associations.iter().copied().collect()));
            let findings = terms.judge(&ana).findings;
            findings.into_iter().find(|finding| finding.rule == Rule::Category).map(|finding| finding.verdict)
        };
        assert_eq!(verdict(&[association]), Some(Verdict::Pass));
        assert_eq!(verdict(&[Id::random()]), Some(Verdict::Fail), "of another country's diaspora");
    }

    #[test]
    fn a_category_that_is_not_accepted_fails_and_none_named_is_a_question() {
        let (mut placement, mut ana) = (ward(), nurse());
        placement.placement.categories = vec![Category::National, Category::Youth];
        ana.volunteer.categories = vec![Category::International];
        let sentence = "accepts national, youth, may serve as international".to_owned();
        assert_eq!(says(&placement, &ana, Rule::Category), [(Verdict::Fail, sentence)]);
        ana.volunteer.categories.clear();
        ana.volunteer.birth_date = None;
        let sentence = "accepts national, youth, the person's category is not known".to_owned();
        assert_eq!(says(&placement, &ana, Rule::Category), [(Verdict::Unknown, sentence)]);
        placement.placement.categories.clear();
        let sentence = "accepts all categories".to_owned();
        assert_eq!(says(&placement, &ana, Rule::Category), [(Verdict::Pass, sentence)]);
    }
}
