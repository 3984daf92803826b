//! What matching found, in the person's words: what a rule is about, what is asked, and what the volunteer has.

use crate::app::screens::placements::words;
use crate::app::texts::Texts;
use crate::app::widgets::Tone;
use crate::domain::placement::{Placement, Weight};
use crate::domain::reference::Country;
use crate::domain::span::Span;
use crate::domain::volunteer::{Category, Level};
use crate::matching::eligibility::{Finding, Has, PaperState, Reason, Rule, Verdict};
use crate::matching::fit::{Because, Criterion};
use crate::t;
use chrono::NaiveDate;

/// Both sides of a finding in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sides {
    /// What it is about: "Occupation", "French", "Passport".
    pub what: String,
    /// What the placement asks; empty where it asks nothing in particular.
    pub asked: String,
    /// What the volunteer has.
    pub has: String,
}

impl Sides {
    /// In one line: "French: B1, B2 asked".
    pub fn line(&self, texts: &Texts) -> String {
        if self.asked.is_empty() || self.asked == self.has {
            return format!("{}: {}", self.what, self.has);
        }
        let (what, has, asked) = (self.what.as_str(), self.has.as_str(), self.asked.as_str());
        t!(texts, "reason-line", what = what, has = has, asked = asked)
    }
}

/// What a rule is about.
pub fn rule(texts: &Texts, rule: Rule) -> &str {
    match rule {
        Rule::Standing => t!(texts, "reason-rule-standing"),
        Rule::Country => t!(texts, "reason-rule-country"),
        Rule::Host => t!(texts, "reason-rule-host"),
        Rule::Earlier => t!(texts, "reason-rule-earlier"),
        Rule::Refused => t!(texts, "reason-rule-refused"),
        Rule::Decided => t!(texts, "reason-rule-decided"),
        Rule::Window => t!(texts, "reason-rule-window"),
        Rule::Age => t!(texts, "reason-rule-age"),
        Rule::Category => t!(texts, "reason-rule-category"),
        Rule::Total => t!(texts, "reason-rule-total"),
        Rule::Company => t!(texts, "reason-rule-company"),
        Rule::Occupation => t!(texts, "reason-rule-occupation"),
        Rule::Skill => t!(texts, "reason-rule-skill"),
        Rule::Language => t!(texts, "reason-rule-language"),
        Rule::Qualification => t!(texts, "reason-rule-qualification"),
        Rule::Experience => t!(texts, "reason-rule-experience"),
        Rule::Other => t!(texts, "reason-rule-other"),
        Rule::Clearance => t!(texts, "reason-rule-clearance"),
    }
}

/// The verdict on a finding as a tag. A paper that can be had in time is no obstacle, but something to do.
pub fn verdict<'a>(texts: &'a Texts, finding: &Finding) -> (&'a str, Tone) {
    if let (Verdict::Pass, Reason::Paper { state, .. }) = (finding.verdict, &finding.reason) {
        match state {
            PaperState::Expires => return (t!(texts, "verdict-renew"), Tone::Careful),
            PaperState::Requested | PaperState::Missing | PaperState::NotKnown => {
                return (t!(texts, "verdict-to-get"), Tone::Careful);
            }
            PaperState::Good | PaperState::Refused => {}
        }
    }
    match (finding.verdict, finding.weight) {
        (Verdict::Pass, _) => (t!(texts, "verdict-fits"), Tone::Good),
        (Verdict::Fail, Weight::Must) => (t!(texts, "verdict-missing"), Tone::Bad),
        (Verdict::Fail, Weight::Nice) => (t!(texts, "verdict-missing"), Tone::Careful),
        (Verdict::Unknown, _) => (t!(texts, "verdict-unknown"), Tone::Careful),
    }
}

/// Both sides of a finding in words, for a placement.
pub fn sides(texts: &Texts, finding: &Finding, placement: &Placement) -> Sides {
    let (asked, has) = values(texts, &finding.reason, placement);
    let what = match &finding.reason {
        Reason::Skill { name, .. } | Reason::Qualification { name, .. } | Reason::ToJudge { name }
            if !name.is_empty() =>
        {
            capital(&name.to_string())
        }
        Reason::Experience { name, .. } if !name.is_empty() => {
            format!("{}, {name}", rule(texts, Rule::Experience))
        }
        Reason::Language { language, .. } => capital(texts.language_name(*language)),
        Reason::Paper { kind, .. } => capital(texts.clearance(*kind)),
        Reason::Weeks { .. } => t!(texts, "placement-weeks").to_owned(),
        _ => rule(texts, finding.rule).to_owned(),
    };
    Sides { what, asked, has }
}

/// What is asked, and what the volunteer has.
fn values(texts: &Texts, reason: &Reason, placement: &Placement) -> (String, String) {
    let start = || words::start_window(texts, placement.start_from, placement.start_until);
    let country = |country: &Country| country.name(texts.tongue()).to_owned();
    let not_known = || t!(texts, "reason-not-known").to_owned();
    let plain = |text: &str| text.to_owned();
    match reason {
        Reason::Standing { has } => {
            (texts.standing(crate::domain::volunteer::Standing::Ready).0.to_owned(), plain(texts.standing(*has).0))
        }
        Reason::CountryNotRuledOut { country: c } => (country(c), plain(t!(texts, "reason-country-open"))),
        Reason::RuledOut { country: c } => (country(c), plain(t!(texts, "reason-country-ruled-out"))),
        Reason::MedicallyUnsupported { country: c } => (country(c), plain(t!(texts, "reason-country-no-medical"))),
        Reason::Host { excluded, has } => {
            let has = if has.is_empty() { not_known() } else { texts.countries(has) };
            (t!(texts, "reason-host", countries = texts.countries(excluded)), has)
        }
        Reason::RefusedByPartner { placement, on, why } => {
            let said = t!(texts, "reason-refused", placement = placement.as_str(), day = texts.date(*on));
            (String::new(), with_why(said, why))
        }
        Reason::NotHere { why } => (String::new(), with_why(plain(t!(texts, "reason-not-here")), why)),
        Reason::NotAtPartner { why } => (String::new(), with_why(plain(t!(texts, "reason-not-at-partner")), why)),
        Reason::HeldElsewhere { placement, until } => {
            let has = match until {
                Some(until) => {
                    t!(texts, "reason-held-until", placement = placement.as_str(), day = texts.date(*until))
                }
                None => t!(texts, "reason-held", placement = placement.as_str()),
            };
            (String::new(), has)
        }
        Reason::Total { category, most, served, weeks } => {
            let asked = t!(texts, "reason-total", category = texts.category(*category), most = *most);
            (asked, t!(texts, "reason-total-has", served = *served, weeks = *weeks))
        }
        Reason::AlreadyHere { mission, stage } => {
            (String::new(), t!(texts, "reason-already-here", mission = mission.as_str(), stage = texts.stage(*stage).0))
        }
        Reason::DeclinedHere { mission } => {
            (String::new(), t!(texts, "reason-declined-here", mission = mission.as_str()))
        }
        Reason::Free { days } => (start(), free(texts, *days)),
        Reason::AvailabilityNotKnown { .. } => (start(), not_known()),
        Reason::WindowOver { over, days } => {
            (t!(texts, "reason-window-over", day = texts.date(*over)), free(texts, *days))
        }
        Reason::ProposedElsewhere { days, mission } => {
            (start(), t!(texts, "reason-proposed-elsewhere", free = free(texts, *days), mission = mission.as_str()))
        }
        Reason::FreeTooLate { start_until, free: days } => {
            (t!(texts, "placement-by", to = texts.date(*start_until)), free(texts, *days))
        }
        Reason::FreeTooShort { least, from, until, funding_ends } => {
            let days = t!(texts, "placement-from-to", from = texts.date(*from), to = texts.date(*until));
            let has = if *funding_ends { t!(texts, "reason-funded", days = days) } else { days };
            (t!(texts, "reason-weeks", weeks = words::weeks(texts, Some(*least), None)), has)
        }
        Reason::Weeks { asked_least, asked_most, has_least, has_most } => {
            let has = words::weeks(texts, *has_least, *has_most);
            let has = if has.is_empty() { plain(t!(texts, "reason-any")) } else { has };
            (words::weeks(texts, Some(*asked_least), Some(*asked_most)), has)
        }
        Reason::Age { least, most, on_first, on_last } => {
            let has = if on_first == on_last {
                on_first.to_string()
            } else {
                t!(texts, "reason-range", least = *on_first, most = *on_last)
            };
            (t!(texts, "reason-range", least = *least, most = *most), has)
        }
        Reason::BirthNotKnown { least, most } => (t!(texts, "reason-range", least = *least, most = *most), not_known()),
        Reason::AnyCategory => (plain(t!(texts, "reason-any")), plain(t!(texts, "reason-any"))),
        Reason::ServesAs { category } => (categories(texts, &placement.categories), plain(texts.category(*category))),
        Reason::CategoryNotAccepted { accepted, has } => (categories(texts, accepted), categories(texts, has)),
        Reason::CategoryNotKnown { accepted } => (categories(texts, accepted), not_known()),
        Reason::PlacementCountryNotKnown { category } => {
            (plain(t!(texts, "reason-placement-country-not-known")), plain(texts.category(*category)))
        }
        Reason::OriginNotKnown { category } => {
            (plain(texts.category(*category)), plain(t!(texts, "reason-origin-not-known")))
        }
        Reason::OwnCountry { country: c } => {
            (plain(texts.category(Category::International)), t!(texts, "reason-own-country", country = country(c)))
        }
        Reason::NotOwnCountry { country: c, residence } => {
            (t!(texts, "reason-national", country = country(c)), residence.as_ref().map_or_else(not_known, country))
        }
        Reason::YouthAge { least, most, age } => {
            let range = t!(texts, "reason-range", least = *least, most = *most);
            let has = age.map_or_else(not_known, |age| age.to_string());
            (format!("{}, {range}", texts.category(Category::Youth)), has)
        }
        Reason::Heritage { country: c, heritage } => {
            let has = if heritage.is_empty() { not_known() } else { texts.countries(heritage) };
            (t!(texts, "reason-heritage", country = country(c)), has)
        }
        Reason::Company { takes, from_weeks, weeks: _, partner, dependants } => {
            let asked = if *takes {
                t!(texts, "reason-company-from", weeks = *from_weeks)
            } else {
                plain(t!(texts, "reason-company-none"))
            };
            let has = match (partner, dependants) {
                (true, 0) => plain(t!(texts, "reason-company-partner")),
                (true, more) => t!(texts, "reason-company-both", count = *more),
                (false, more) => t!(texts, "reason-company-dependants", count = *more),
            };
            (asked, has)
        }
        Reason::Occupation { asked, has, .. } => {
            (plain(texts.occupation(Some(*asked))), plain(texts.occupation(Some(*has))))
        }
        Reason::OccupationNotKnown { asked } => (plain(texts.occupation(Some(*asked))), not_known()),
        Reason::Skill { asked_level, asked_years, level, years, .. } => {
            let has = match level {
                Has::NotKnown => not_known(),
                Has::Nothing => plain(t!(texts, "reason-none")),
                Has::Value(level) => {
                    let has = level_and_years(texts, *level, *years);
                    if has.is_empty() { plain(t!(texts, "reason-has-it")) } else { has }
                }
            };
            (level_and_years(texts, *asked_level, *asked_years), has)
        }
        Reason::Language { asked, has, .. } => {
            let level = |level: Option<Level>| {
                level.map_or_else(|| plain(t!(texts, "reason-level-not-known")), |level| plain(texts.level(level)))
            };
            let has = match has {
                Has::NotKnown => not_known(),
                Has::Nothing => plain(t!(texts, "reason-none")),
                Has::Value(has) => level(*has),
            };
            (asked.map_or_else(|| plain(t!(texts, "reason-any-level")), |asked| level(Some(asked))), has)
        }
        Reason::LanguageNotNamed => (plain(t!(texts, "reason-language-not-named")), not_known()),
        Reason::Qualification { education, stated, .. } => {
            let has = match (education, stated) {
                (_, true) => plain(t!(texts, "reason-stated")),
                (Some(education), false) => plain(texts.education(*education)),
                (None, false) => not_known(),
            };
            (String::new(), has)
        }
        Reason::Experience { asked, has, .. } => {
            let years = |years: &u8| t!(texts, "requirement-years", years = *years);
            (asked.as_ref().map(years).unwrap_or_default(), has.as_ref().map_or_else(not_known, years))
        }
        Reason::ToJudge { .. } => (String::new(), plain(t!(texts, "reason-to-judge"))),
        Reason::Paper { state, until, needed_until, lead_weeks, weeks_left, .. } => {
            let asked = t!(texts, "reason-paper-needed", day = texts.date(*needed_until));
            let has = match (state, until) {
                (PaperState::Good, Some(until)) => return (asked, paper_until(texts, *until)),
                (PaperState::Good, None) => return (asked, plain(t!(texts, "reason-paper-held"))),
                (PaperState::Refused, _) => return (asked, plain(t!(texts, "reason-paper-refused"))),
                (PaperState::Expires, Some(until)) => paper_until(texts, *until),
                (PaperState::Expires, None) => plain(t!(texts, "reason-paper-held")),
                (PaperState::Requested, _) => plain(t!(texts, "reason-paper-requested")),
                (PaperState::Missing, _) => plain(t!(texts, "reason-none")),
                (PaperState::NotKnown, _) => not_known(),
            };
            let lead = t!(texts, "reason-paper-lead", lead = *lead_weeks, left = (*weeks_left).max(0));
            (asked, format!("{has}, {lead}"))
        }
    }
}

fn paper_until(texts: &Texts, day: NaiveDate) -> String {
    t!(texts, "reason-paper-until", day = texts.date(day))
}

/// "from 10 Jan 2027, 39 weeks".
pub fn free(texts: &Texts, days: Span) -> String {
    t!(texts, "reason-free", day = texts.date(days.first), weeks = days.weeks())
}

/// With the reason that somebody gave, if they did.
fn with_why(said: String, why: &str) -> String {
    if why.is_empty() { said } else { format!("{said}: {why}") }
}

fn categories(texts: &Texts, categories: &[Category]) -> String {
    if categories.is_empty() {
        return t!(texts, "reason-any").to_owned();
    }
    categories.iter().map(|category| texts.category(*category)).collect::<Vec<_>>().join(", ")
}

fn level_and_years(texts: &Texts, level: Option<u8>, years: Option<u8>) -> String {
    let level = level.map(|level| t!(texts, "requirement-level", level = level));
    let years = years.map(|years| t!(texts, "requirement-years", years = years));
    level.into_iter().chain(years).collect::<Vec<_>>().join(", ")
}

/// With a capital letter, for the start of a line.
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What gives points.
pub fn criterion(texts: &Texts, criterion: Criterion) -> &str {
    match criterion {
        Criterion::Occupation => t!(texts, "criterion-occupation"),
        Criterion::Language => t!(texts, "criterion-language"),
        Criterion::Experience => t!(texts, "criterion-experience"),
        Criterion::Preference => t!(texts, "criterion-preference"),
        Criterion::Heritage => t!(texts, "criterion-heritage"),
        Criterion::Team => t!(texts, "criterion-team"),
        Criterion::Waiting => t!(texts, "criterion-waiting"),
        Criterion::Start => t!(texts, "criterion-start"),
        Criterion::Duration => t!(texts, "criterion-duration"),
        Criterion::Urgency => t!(texts, "criterion-urgency"),
        Criterion::Known => t!(texts, "criterion-known"),
    }
}

/// Why a criterion gives its points.
pub fn because(texts: &Texts, because: &Because) -> String {
    let country = |country: &Country| country.name(texts.tongue());
    let plain = |text: &str| text.to_owned();
    match because {
        Because::Occupation { occupation_asked, digits, reached, asked } => {
            let occupation = occupation_asked.then(|| match digits {
                Some(4) => plain(t!(texts, "because-occupation-same")),
                Some(digits) => t!(texts, "because-occupation-near", digits = *digits),
                None => plain(t!(texts, "because-occupation-not-known")),
            });
            let skills = (*asked > 0).then(|| t!(texts, "because-skills", reached = *reached, asked = *asked));
            capital(&occupation.into_iter().chain(skills).collect::<Vec<_>>().join(", "))
        }
        Because::Languages { reached, asked, above } => {
            let reached = t!(texts, "because-languages", reached = *reached, asked = *asked);
            if *above == 0 {
                return reached;
            }
            format!("{reached}, {}", t!(texts, "because-languages-above", above = *above))
        }
        Because::LanguageOfCountry { country: of, language, level } => {
            let level = level.map(|level| format!(" {}", texts.level(level))).unwrap_or_default();
            let language = format!("{}{level}", texts.language_name(*language));
            t!(texts, "because-language-of-country", language = language, country = country(of))
        }
        Because::NoLanguageOfCountry { country: of, known: true } => {
            t!(texts, "because-no-language-of-country", country = country(of))
        }
        Because::NoLanguageOfCountry { known: false, .. } => plain(t!(texts, "because-languages-not-known")),
        Because::ServedIn { country: of, year } => {
            t!(texts, "because-served-in", country = country(of), year = year.to_string())
        }
        Because::LivesIn { country: of } => t!(texts, "because-lives-in", country = country(of)),
        Because::CitizenOf { country: of } => t!(texts, "because-citizen-of", country = country(of)),
        Because::NoExperience { country: of } => t!(texts, "because-no-experience", country = country(of)),
        Because::Wishes { country, region, sector } => {
            let place = match (country, region) {
                (Some(rank), _) => Some(t!(texts, "because-wish-country", rank = *rank)),
                (None, Some(rank)) => Some(t!(texts, "because-wish-region", rank = *rank)),
                (None, None) => None,
            };
            let sector = sector.map(|rank| t!(texts, "because-wish-sector", rank = rank));
            let wishes = place.into_iter().chain(sector).collect::<Vec<_>>().join(", ");
            if wishes.is_empty() { plain(t!(texts, "because-wish-other")) } else { capital(&wishes) }
        }
        Because::NoWish => plain(t!(texts, "because-no-wish")),
        Because::Heritage { country: of, has: true } => t!(texts, "because-heritage", country = country(of)),
        Because::Heritage { country: of, has: false } => t!(texts, "because-no-heritage", country = country(of)),
        Because::Waiting { days } => t!(texts, "because-waiting", days = *days),
        Because::NotReady => plain(t!(texts, "because-not-ready")),
        Because::ReadyNotKnown => plain(t!(texts, "because-ready-not-known")),
        Because::Start { days: 0 } => plain(t!(texts, "because-start-first")),
        Because::Start { days } => t!(texts, "because-start-later", days = *days),
        Because::Duration { weeks, most } => t!(texts, "because-duration", weeks = *weeks, most = *most),
        Because::Team { youth: true } => plain(t!(texts, "because-team-youth")),
        Because::Team { youth: false } => plain(t!(texts, "because-team-others")),
        Because::TeamBalanced => plain(t!(texts, "because-team-balanced")),
        Because::Urgency { priority, days } => {
            let priority = texts.priority(*priority).0;
            match days {
                Some(days) => t!(texts, "because-urgency-start", priority = priority, days = *days),
                None => t!(texts, "because-urgency", priority = priority),
            }
        }
        Because::Known { questions: 0, .. } => plain(t!(texts, "because-known")),
        Because::Known { questions, decide } => {
            t!(texts, "because-questions", questions = *questions, decide = *decide)
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::app::texts::Language;
    use crate::domain::mission::Stage;
    use crate::domain::reference;
    use crate::domain::volunteer::{ClearanceKind, Education, Standing};
    use crate::matching::wording::Wording;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn kenya() -> Country {
        Country::parse_code("KE").unwrap()
    }

    fn found(rule: Rule, reason: Reason) -> Finding {
        Finding { rule, weight: Weight::Must, verdict: Verdict::Fail, reason }
    }

    fn french(has: Has<Option<Level>>) -> Reason {
        let language = reference::Language::parse_code("fr").unwrap();
        Reason::Language { language, asked: Some(Level::B2), has }
    }

    fn passport(state: PaperState) -> Reason {
        let (until, needed_until) = (Some(day("2027-03-02")), day("2028-04-09"));
        Reason::Paper { kind: ClearanceKind::Passport, state, until, needed_until, lead_weeks: 6, weeks_left: 4 }
    }

    #[test]
    fn a_line_names_both_sides() {
        let texts = Texts::new(Language::English);
        let line = |reason| sides(&texts, &found(Rule::Language, reason), &Placement::default()).line(&texts);
        assert_eq!(line(french(Has::Value(Some(Level::B1)))), "French: B1, asked B2");
        assert_eq!(line(french(Has::Nothing)), "French: none, asked B2");
        let renew = "Passport: until 2 Mar 2027, takes 6 weeks, 4 left, asked until 9 Apr 2028";
        assert_eq!(line(passport(PaperState::Expires)), renew);
        let texts = Texts::new(Language::French);
        let finding = found(Rule::Language, french(Has::Value(Some(Level::Native))));
        assert_eq!(sides(&texts, &finding, &Placement::default()).what, "Français");
    }

    #[test]
    fn a_paper_that_can_be_had_in_time_is_something_to_do_and_no_obstacle() {
        let texts = Texts::new(Language::English);
        let tag = |state, verdict| {
            let finding = Finding { verdict, ..found(Rule::Clearance, passport(state)) };
            super::verdict(&texts, &finding)
        };
        assert_eq!(tag(PaperState::Good, Verdict::Pass), ("fits", Tone::Good));
        assert_eq!(tag(PaperState::Expires, Verdict::Pass), ("renew", Tone::Careful));
        assert_eq!(tag(PaperState::Missing, Verdict::Pass), ("to get", Tone::Careful));
        assert_eq!(tag(PaperState::Missing, Verdict::Fail), ("missing", Tone::Bad));
    }

    #[test]
    fn every_reason_has_its_words_in_both_languages() {
        let days = Span { first: day("2027-01-10"), last: day("2027-10-09") };
        let country = kenya();
        let name = Wording::new("triage");
        let reasons = [
            Reason::Standing { has: Standing::Applied },
            Reason::RuledOut { country },
            Reason::MedicallyUnsupported { country },
            Reason::AlreadyHere { mission: "M-0001".into(), stage: Stage::Serving },
            Reason::DeclinedHere { mission: "M-0001".into() },
            Reason::Free { days },
            Reason::AvailabilityNotKnown { days },
            Reason::WindowOver { over: days.first, days },
            Reason::ProposedElsewhere { days, mission: "M-0001".into() },
            Reason::FreeTooLate { start_until: days.first, free: days },
            Reason::FreeTooShort { least: 26, from: days.first, until: days.last, funding_ends: true },
            Reason::Weeks { asked_least: 26, asked_most: 52, has_least: None, has_most: Some(12) },
            Reason::Age { least: 18, most: 75, on_first: 75, on_last: 76 },
            Reason::OwnCountry { country },
            Reason::NotOwnCountry { country, residence: None },
            Reason::YouthAge { least: 18, most: 29, age: Some(31) },
            Reason::Heritage { country, heritage: Vec::new() },
            Reason::Company { takes: true, from_weeks: 52, weeks: 26, partner: true, dependants: 2 },
            Reason::Skill {
                name: name.clone(),
                asked_level: Some(3),
                asked_years: Some(1),
                level: Has::Value(Some(2)),
                years: Some(5),
            },
            Reason::Qualification { name: name.clone(), education: Some(Education::Master), stated: false },
            Reason::Experience { name: name.clone(), asked: Some(5), has: None },
            Reason::ToJudge { name },
            passport(PaperState::Refused),
            french(Has::NotKnown),
        ];
        let because = [
            Because::Occupation { occupation_asked: true, digits: Some(3), reached: 1, asked: 2 },
            Because::Languages { reached: 1, asked: 2, above: 1 },
            Because::NoLanguageOfCountry { country, known: true },
            Because::ServedIn { country, year: 2019 },
            Because::LivesIn { country },
            Because::CitizenOf { country },
            Because::NoExperience { country },
            Because::Wishes { country: Some(2), region: None, sector: Some(1) },
            Because::Heritage { country, has: true },
            Because::Heritage { country, has: false },
            Because::Waiting { days: 140 },
            Because::Start { days: 7 },
            Because::Duration { weeks: 39, most: 52 },
            Because::Known { questions: 2, decide: 9 },
        ];
        for texts in Language::ALL.map(Texts::new) {
            let sides = |reason: &Reason| {
                let sides = super::sides(&texts, &found(Rule::Window, reason.clone()), &Placement::default());
                [sides.line(&texts), sides.what, sides.has]
            };
            let words = reasons.iter().flat_map(sides).chain(because.iter().map(|why| super::because(&texts, why)));
            for word in words {
                // A variable that is not filled in shows in braces.
                assert!(!word.is_empty() && !word.contains('{'), "{word:?} in {:?}", texts.language());
            }
        }
        assert_eq!(super::because(&Texts::new(Language::English), &because[3]), "Served in Kenya in 2019");
    }
}
