//! Whether a person may serve in a placement: one small function a rule, with both sides' values in what it finds.
//!
//! This room must not know points, ranks or other people. Missing data is *unknown*, never a silent fail.

mod age;
mod category;
mod clearance;
mod company;
mod country;
mod decided;
mod earlier;
mod experience;
mod host;
mod language;
mod occupation;
mod other;
mod past;
mod qualification;
mod reason;
mod refused;
mod skill;
mod standing;
mod total;
mod window;

pub use crate::domain::matching::{Paper, Settings};
pub use clearance::PaperState;
pub use past::{Past, Post};
pub use reason::{Has, Reason};

use super::wording::Wording;
use crate::domain::Id;
use crate::domain::codes::codes;
use crate::domain::detail::{PlacementDetail, VolunteerDetail};
use crate::domain::placement::{Placement, Requirement, RequirementKind, Weight};
use crate::domain::reference::{Country, Language, Occupation};
use crate::domain::rules::{Limits, TotalWeeks};
use crate::domain::span::Span;
use crate::domain::volunteer::{Level, Standing, Volunteer};
use chrono::NaiveDate;
use serde::ser::{Serialize, SerializeStruct as _, Serializer};
use std::collections::HashSet;
use std::sync::Arc;

codes! {
    /// The rules, in the order in which they are applied and shown.
    Rule {
        /// Where the person stands with the organisation.
        Standing = "standing",
        /// Countries ruled out by the person or by the medical office.
        Country = "country",
        /// Nationalities that the host does not take.
        Host = "host",
        /// Earlier missions in the same placement.
        Earlier = "earlier",
        /// What the partner answered about the person before.
        Refused = "refused",
        /// What the office has decided about the person.
        Decided = "decided",
        /// Start window and length against availability, absences and other missions.
        Window = "window",
        /// Age on every day of the mission.
        Age = "age",
        /// Categories accepted.
        Category = "category",
        /// Weeks served in all, by category.
        Total = "total",
        /// Whoever comes along.
        Company = "company",
        /// Occupation.
        Occupation = "occupation",
        /// Skills with their levels.
        Skill = "skill",
        /// Languages with their levels.
        Language = "language",
        /// Qualifications.
        Qualification = "qualification",
        /// Years of experience.
        Experience = "experience",
        /// Other conditions, for a person to judge.
        Other = "other",
        /// Papers and checks, there or obtainable before the start.
        Clearance = "clearance",
    }
}

codes! {
    /// What a rule says.
    Verdict {
        /// The person meets it.
        Pass = "pass",
        /// The person does not meet it.
        Fail = "fail",
        /// The data do not tell; a question to ask.
        Unknown = "unknown",
    }
}

/// What one rule says of one person for one placement. It displays as an English sentence; the window makes its own
/// from [`Reason`].
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// Whether it decides.
    pub weight: Weight,
    /// What it says.
    pub verdict: Verdict,
    /// Both sides' values.
    pub reason: Reason,
}

impl Finding {
    fn must(rule: Rule, verdict: Verdict, reason: Reason) -> Self {
        Self { rule, weight: Weight::Must, verdict, reason }
    }

    /// Whether the person is out because of this.
    pub fn decides_against(&self) -> bool {
        self.weight == Weight::Must && self.verdict == Verdict::Fail
    }

    /// Whether nothing that the placement could change would make the person a candidate.
    pub fn is_final(&self) -> bool {
        matches!(self.reason, Reason::Standing { has: Standing::Refused | Standing::Left } | Reason::AlreadyHere { .. })
    }

    /// Whether something that decides is not known.
    pub fn is_open_question(&self) -> bool {
        self.weight == Weight::Must && self.verdict == Verdict::Unknown
    }
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.reason.fmt(f)
    }
}

impl Serialize for Finding {
    /// With the sentence beside the values, so that scripts can show it.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Finding", 5)?;
        object.serialize_field("rule", &self.rule)?;
        object.serialize_field("weight", &self.weight)?;
        object.serialize_field("verdict", &self.verdict)?;
        object.serialize_field("sentence", &self.to_string())?;
        object.serialize_field("reason", &self.reason)?;
        object.end()
    }
}

/// A requirement, ready to be compared with many people.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// Whether it decides.
    pub weight: Weight,
    /// What it asks for.
    pub kind: RequirementKind,
    /// The skill, qualification or other condition.
    pub name: Wording,
    /// The language, for a language.
    pub language: Option<Language>,
    /// The language level, at least.
    pub language_level: Option<Level>,
    /// The skill level, at least.
    pub skill_level: Option<u8>,
    /// Years, at least.
    pub years: Option<u8>,
}

impl Asked {
    fn new(requirement: &Requirement) -> Self {
        Self {
            weight: requirement.weight,
            kind: requirement.kind,
            name: Wording::new(&requirement.name),
            language: requirement.language,
            language_level: requirement.language_level,
            skill_level: requirement.skill_level,
            years: requirement.years,
        }
    }

    fn found(&self, rule: Rule, verdict: Verdict, reason: Reason) -> Finding {
        Finding { rule, weight: self.weight, verdict, reason }
    }
}

/// What a placement asks of people on a day, ready to be compared with many of them.
#[derive(Debug, Clone)]
pub struct Terms {
    /// The placement.
    pub placement: Placement,
    /// What it asks for, *must* first.
    pub requirements: Vec<Asked>,
    /// The limits of the office.
    pub limits: Limits,
    /// What the office has set for the rules.
    pub settings: Settings,
    /// The day on which it is looked at; nobody starts earlier.
    pub today: NaiveDate,
    /// What was decided and answered before.
    pub past: Arc<Past>,
    /// Associations of the diaspora of the placement's country.
    pub associations: Arc<HashSet<Id>>,
    /// Who holds a place of it already, for the balance of a team.
    pub team: Team,
    /// Rules that are set aside: what they say is shown and counts, but decides nothing.
    pub relaxed: Vec<Rule>,
}

/// How many of those who hold a place are youth volunteers, and how many others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Team {
    /// Within the age band of youth volunteers.
    pub youth: u16,
    /// Older, or of an age that is not known.
    pub others: u16,
}

/// What all rules say of one person.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    /// The days of the mission: the earliest start that works, or where none does the days that were looked at.
    pub days: Span,
    /// What each rule says, in the order of the rules; a rule that has nothing to say is left out.
    pub findings: Vec<Finding>,
}

impl Judgement {
    /// Whether no rule decides against the person.
    pub fn fits(&self) -> bool {
        !self.findings.iter().any(Finding::decides_against)
    }
}

/// One person beside one placement, for certain days.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// What is asked.
    pub terms: &'a Terms,
    /// The person with all that is known of them.
    pub person: &'a VolunteerDetail,
    /// The days of the mission.
    pub days: Span,
}

impl<'a> Case<'a> {
    /// The volunteer.
    pub fn volunteer(&self) -> &'a Volunteer {
        &self.person.volunteer
    }

    /// The requirements of a kind.
    pub fn asked(&self, kind: RequirementKind) -> impl Iterator<Item = &'a Asked> {
        self.terms.requirements.iter().filter(move |asked| asked.kind == kind)
    }
}

impl Terms {
    /// What the placement asks, with the rules as they are set from the first day.
    pub fn new(placement: &PlacementDetail, limits: Limits, today: NaiveDate) -> Self {
        let mut requirements: Vec<Asked> = placement.requirements.iter().map(Asked::new).collect();
        requirements.sort_by_key(|asked| asked.weight != Weight::Must);
        Self {
            placement: placement.placement.clone(),
            requirements,
            limits,
            settings: Settings::default(),
            today,
            past: Arc::default(),
            associations: Arc::default(),
            team: Team::default(),
            relaxed: Vec::new(),
        }
    }

    /// The same with what was decided and answered before.
    pub fn with_past(mut self, past: Arc<Past>) -> Self {
        self.past = past;
        self
    }

    /// The same with the associations of the diaspora of the placement's country.
    pub fn with_associations(mut self, associations: Arc<HashSet<Id>>) -> Self {
        self.associations = associations;
        self
    }

    /// The same with other settings.
    pub fn with_settings(mut self, settings: Settings) -> Self {
        self.settings = settings;
        self
    }

    /// All rules on one person.
    pub fn judge(&self, person: &VolunteerDetail) -> Judgement {
        self.judge_from(person, self.today)
    }

    /// All rules on one person who would start on a day or later.
    pub fn judge_from(&self, person: &VolunteerDetail, not_before: NaiveDate) -> Judgement {
        let mut findings = Vec::new();
        let days = self.judge_from_while(person, not_before, &mut findings, |_| true);
        Judgement { days, findings }
    }

    /// The rules that can say something for this placement, in their order.
    pub fn rules(&self) -> impl Iterator<Item = Rule> {
        let asks = |kind| self.requirements.iter().any(|asked: &Asked| asked.kind == kind);
        Rule::ALL.iter().copied().filter(move |rule| match rule {
            Rule::Standing | Rule::Earlier | Rule::Window | Rule::Age | Rule::Category | Rule::Company => true,
            Rule::Country => self.placement.country.is_some(),
            Rule::Host => !self.placement.excluded_nationalities.is_empty(),
            Rule::Refused => self.past.has_refusals(),
            Rule::Decided => self.past.has_decisions(),
            Rule::Total => self.limits.total_weeks != TotalWeeks::default(),
            Rule::Occupation => self.placement.occupation.is_some(),
            Rule::Skill => asks(RequirementKind::Skill),
            Rule::Language => asks(RequirementKind::Language),
            Rule::Qualification => asks(RequirementKind::Qualification),
            Rule::Experience => asks(RequirementKind::Experience),
            Rule::Other => asks(RequirementKind::Other),
            Rule::Clearance => !self.settings.papers.is_empty(),
        })
    }

    /// The rules one after the other as long as `go_on` says so of what was found so far. Clears `findings` first, so
    /// that one list serves for many people.
    pub(super) fn judge_while(
        &self,
        person: &VolunteerDetail,
        findings: &mut Vec<Finding>,
        go_on: impl Fn(&[Finding]) -> bool,
    ) -> Span {
        self.judge_from_while(person, self.today, findings, go_on)
    }

    /// The same for a start on a day or later. Days are looked for when a rule needs them: where it stops before, those
    /// given are not the mission's.
    pub(super) fn judge_from_while(
        &self,
        person: &VolunteerDetail,
        not_before: NaiveDate,
        findings: &mut Vec<Finding>,
        go_on: impl Fn(&[Finding]) -> bool,
    ) -> Span {
        findings.clear();
        let mut case = Case { terms: self, person, days: Span { first: not_before, last: not_before } };
        for rule in Rule::ALL.iter().copied() {
            if !go_on(findings) {
                break;
            }
            if rule == Rule::Window {
                let window = window::check(self, person, not_before);
                case.days = window.days;
                findings.push(window.finding);
            } else {
                case.apply(rule, findings);
            }
            self.set_aside(rule, findings);
        }
        case.days
    }

    /// Whether one of the rules decides against the person on any day, beside what is asked in common: what most of those
    /// fall out by whom an index leaves, found without looking for days. The quick ones first.
    pub(super) fn is_out_on_any_day(&self, person: &VolunteerDetail) -> bool {
        let case = Case { terms: self, person, days: Span { first: self.today, last: self.today } };
        let counts = |rule: Rule| !self.relaxed.contains(&rule);
        let must = |asked: &&Asked| asked.weight == Weight::Must;
        let is_out_by = |asked: &Asked| match asked.kind {
            RequirementKind::Skill => counts(Rule::Skill) && skill::compare(&case, asked).0 == Verdict::Fail,
            RequirementKind::Qualification => {
                counts(Rule::Qualification) && qualification::compare(&case, asked) == Verdict::Fail
            }
            RequirementKind::Experience => {
                counts(Rule::Experience) && experience::compare(&case, asked).0 == Verdict::Fail
            }
            RequirementKind::Language | RequirementKind::Other => false,
        };
        let others = [host::check, earlier::check, decided::check, refused::check];
        let mut others = others.into_iter().filter_map(|check| check(&case));
        (counts(Rule::Window) && window::is_out(self, person))
            || (counts(Rule::Category) && category::is_out_on_any_day(&case))
            || self.requirements.iter().filter(must).any(is_out_by)
            || others.any(|found| found.decides_against() && counts(found.rule))
    }

    /// What the placement asks that many others ask too.
    pub(super) fn common(&self) -> Vec<Common> {
        let must = self.requirements.iter().filter(|asked| asked.weight == Weight::Must);
        let asked = must.filter_map(|asked| match asked.kind {
            RequirementKind::Language => Some(Common::Language(asked.language?, asked.language_level)),
            RequirementKind::Experience if asked.name.is_empty() => Some(Common::Experience(asked.years?)),
            _ => None,
        });
        let all = [Some(Common::Standing), self.placement.country.map(Common::Country)]
            .into_iter()
            .chain([self.placement.occupation.map(Common::Occupation)])
            .flatten()
            .chain(asked);
        all.filter(|common| !self.relaxed.contains(&common.rule())).collect()
    }

    /// Whether something that is asked keeps a person out, as the rule says.
    pub(super) fn keeps_out(&self, common: Common, person: &VolunteerDetail) -> bool {
        let case = Case { terms: self, person, days: Span { first: self.today, last: self.today } };
        let found = match common {
            Common::Standing => Some(standing::check(&case)),
            Common::Country(_) => country::check(&case),
            Common::Occupation(_) => occupation::check(&case),
            Common::Language(language, level) => {
                let same = |asked: &&Asked| asked.language == Some(language) && asked.language_level == level;
                let must = |asked: &&Asked| asked.weight == Weight::Must;
                case.asked(RequirementKind::Language).filter(must).find(same).map(|asked| language::check(&case, asked))
            }
            Common::Experience(years) => {
                let same = |asked: &&Asked| asked.name.is_empty() && asked.years == Some(years);
                let must = |asked: &&Asked| asked.weight == Weight::Must;
                let asked = case.asked(RequirementKind::Experience).filter(must).find(same);
                asked.map(|asked| experience::check(&case, asked))
            }
        };
        found.is_some_and(|finding| finding.decides_against())
    }

    /// What a rule that is set aside says decides nothing, unless nothing could change it.
    fn set_aside(&self, rule: Rule, findings: &mut [Finding]) {
        if self.relaxed.contains(&rule) {
            for finding in findings.iter_mut().filter(|finding| finding.rule == rule && !finding.is_final()) {
                finding.weight = Weight::Nice;
            }
        }
    }
}

/// Something that many placements ask alike, so that whom it keeps out need be found out only once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Common {
    /// That the person may be proposed at all.
    Standing,
    /// That the person goes to the country.
    Country(Country),
    /// The occupation.
    Occupation(Occupation),
    /// A language at a level.
    Language(Language, Option<Level>),
    /// Years in the occupation.
    Experience(u8),
}

impl Common {
    fn rule(self) -> Rule {
        match self {
            Self::Standing => Rule::Standing,
            Self::Country(_) => Rule::Country,
            Self::Occupation(_) => Rule::Occupation,
            Self::Language(..) => Rule::Language,
            Self::Experience(_) => Rule::Experience,
        }
    }
}

impl Case<'_> {
    /// What a rule says, added to what was found before.
    fn apply(&self, rule: Rule, findings: &mut Vec<Finding>) {
        match rule {
            Rule::Standing => findings.push(standing::check(self)),
            Rule::Country => findings.extend(country::check(self)),
            Rule::Host => findings.extend(host::check(self)),
            Rule::Earlier => findings.extend(earlier::check(self)),
            Rule::Refused => findings.extend(refused::check(self)),
            Rule::Decided => findings.extend(decided::check(self)),
            Rule::Window => findings.push(window::check(self.terms, self.person, self.terms.today).finding),
            Rule::Age => findings.push(age::check(self)),
            Rule::Category => findings.push(category::check(self)),
            Rule::Total => findings.extend(total::check(self)),
            Rule::Company => findings.extend(company::check(self)),
            Rule::Occupation => findings.extend(occupation::check(self)),
            Rule::Skill => {
                findings.extend(self.asked(RequirementKind::Skill).map(|asked| skill::check(self, asked)));
            }
            Rule::Language => {
                findings.extend(self.asked(RequirementKind::Language).map(|asked| language::check(self, asked)));
            }
            Rule::Qualification => findings
                .extend(self.asked(RequirementKind::Qualification).map(|asked| qualification::check(self, asked))),
            Rule::Experience => {
                findings.extend(self.asked(RequirementKind::Experience).map(|asked| experience::check(self, asked)));
            }
            Rule::Other => findings.extend(self.asked(RequirementKind::Other).map(other::check)),
            Rule::Clearance => clearance::check(self, findings),
        }
    }
}
