//! A placement, a person who fits it, and parts to change them with: what the tests of this room begin with.
#![allow(clippy::unwrap_used)]

use super::eligibility::{Case, Past, Rule, Terms, Verdict};
use super::fit::{Criterion, Line, Seen, Weights, points};
use crate::domain::detail::{PlacementDetail, VolunteerDetail};
use crate::domain::mission::{Mission, Stage};
use crate::domain::placement::{Placement, PlacementStatus, Requirement, RequirementKind, Weight};
use crate::domain::reference::{Country, Language, Occupation};
use crate::domain::rules::Limits;
use crate::domain::span::Span;
use crate::domain::volunteer::{
    Absence, Category, Clearance, ClearanceKind, ClearanceState, LanguageSkill, Level, Skill, Standing, StandingStep,
    Volunteer,
};
use crate::domain::{ById, Id};
use chrono::NaiveDate;
use std::sync::Arc;

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// 24 November 2026.
pub(super) fn today() -> NaiveDate {
    day("2026-11-24")
}

pub(super) fn country(code: &str) -> Country {
    code.parse().unwrap()
}

pub(super) fn occupation(code: &str) -> Occupation {
    code.parse().unwrap()
}

fn language(code: &str) -> Language {
    code.parse().unwrap()
}

/// A nurse is needed in Kenya, to start between 2027-01-10 and 2027-03-10, for 26 to 52 weeks.
pub(super) fn ward() -> PlacementDetail {
    let placement = Placement {
        reference: "P-0058".into(),
        title: "Neonatal nurse trainer".into(),
        country: Some(country("KE")),
        occupation: Some(occupation("2221")),
        start_from: Some(day("2027-01-10")),
        start_until: Some(day("2027-03-10")),
        weeks_least: Some(26),
        weeks_most: Some(52),
        status: PlacementStatus::Open,
        ..Placement::default()
    };
    PlacementDetail {
        placement,
        requirements: Vec::new(),
        missions: Vec::new(),
        decisions: Vec::new(),
        objectives: Vec::new(),
        coordination: Vec::new(),
    }
}

/// Ana is 41, a nurse from Portugal who lives in France, ready for 140 days, with all her papers.
pub(super) fn nurse() -> VolunteerDetail {
    let volunteer = Volunteer {
        reference: "V-0231".into(),
        full_name: "Ana Silva".into(),
        birth_date: Some(day("1985-06-01")),
        nationalities: vec![country("PT")],
        residence: Some(country("FR")),
        categories: vec![Category::International],
        occupation: Some(occupation("2221")),
        available_from: Some(day("2026-12-15")),
        standing: Standing::Ready,
        ..Volunteer::default()
    };
    let of = volunteer.id;
    let since = day("2026-07-07");
    let ready = StandingStep { id: Id::random(), of, standing: Standing::Ready, since, reason: String::new() };
    let mut visa = clearance(ClearanceKind::Visa, ClearanceState::Held, Some("2031-01-01"));
    visa.country = Some(country("KE"));
    VolunteerDetail {
        volunteer,
        languages: vec![speaks("pt", Some(Level::Native)), speaks("en", Some(Level::C1))],
        skills: vec![has_skill("Neonatal care", Some(4), Some(9))],
        clearances: vec![
            clearance(ClearanceKind::Passport, ClearanceState::Held, Some("2031-01-01")),
            visa,
            clearance(ClearanceKind::Medical, ClearanceState::Held, None),
            clearance(ClearanceKind::Police, ClearanceState::Held, None),
        ],
        absences: Vec::new(),
        standings: vec![ready],
        missions: Vec::new(),
    }
}

/// Somebody of whom an import told nothing but the name.
pub(super) fn stranger() -> VolunteerDetail {
    VolunteerDetail {
        volunteer: Volunteer { reference: "V-0500".into(), full_name: "Maria Alex".into(), ..Volunteer::default() },
        languages: Vec::new(),
        skills: Vec::new(),
        clearances: Vec::new(),
        absences: Vec::new(),
        standings: Vec::new(),
        missions: Vec::new(),
    }
}

/// What a rule says, as a verdict and a sentence for each finding.
pub(super) fn says(placement: &PlacementDetail, person: &VolunteerDetail, rule: Rule) -> Vec<(Verdict, String)> {
    says_after(placement, person, rule, Past::default())
}

/// The same after what was decided and answered before.
pub(super) fn says_after(
    placement: &PlacementDetail,
    person: &VolunteerDetail,
    rule: Rule,
    past: Past,
) -> Vec<(Verdict, String)> {
    let judgement = Terms::new(placement, Limits::default(), today()).with_past(Arc::new(past)).judge(person);
    let findings = judgement.findings.iter().filter(|finding| finding.rule == rule);
    findings.map(|finding| (finding.verdict, finding.to_string())).collect()
}

pub(super) fn speaks(code: &str, level: Option<Level>) -> LanguageSkill {
    LanguageSkill { id: Id::random(), of: Id::random(), language: language(code), level }
}

pub(super) fn has_skill(name: &str, level: Option<u8>, years: Option<u8>) -> Skill {
    Skill { id: Id::random(), of: Id::random(), name: name.into(), level, years }
}

pub(super) fn clearance(kind: ClearanceKind, state: ClearanceState, expires: Option<&str>) -> Clearance {
    Clearance {
        id: Id::random(),
        of: Id::random(),
        kind,
        state,
        country: None,
        number: String::new(),
        issued: None,
        expires: expires.map(day),
        note: String::new(),
    }
}

pub(super) fn absence(first: &str, last: &str) -> Absence {
    let reason = String::new();
    Absence { id: Id::random(), of: Id::random(), mission: None, first: day(first), last: day(last), reason }
}

/// A mission in some placement.
pub(super) fn mission(reference: &str, first: &str, weeks: u16, stage: Stage) -> Mission {
    let days = Span::of_weeks(day(first), weeks).unwrap();
    Mission { reference: reference.into(), stage, ..Mission::proposed(Id::random(), Id::random(), days) }
}

fn asks(weight: Weight, kind: RequirementKind, name: &str) -> Requirement {
    Requirement {
        id: Id::random(),
        of: Id::random(),
        weight,
        kind,
        name: name.into(),
        language: None,
        language_level: None,
        skill_level: None,
        years: None,
    }
}

pub(super) fn asks_language(weight: Weight, code: &str, level: Option<Level>) -> Requirement {
    let asked = asks(weight, RequirementKind::Language, "");
    Requirement { language: Some(language(code)), language_level: level, ..asked }
}

pub(super) fn asks_skill(weight: Weight, name: &str, level: Option<u8>, years: Option<u8>) -> Requirement {
    Requirement { skill_level: level, years, ..asks(weight, RequirementKind::Skill, name) }
}

pub(super) fn asks_qualification(name: &str) -> Requirement {
    asks(Weight::Must, RequirementKind::Qualification, name)
}

pub(super) fn asks_experience(name: &str, years: Option<u8>) -> Requirement {
    Requirement { years, ..asks(Weight::Must, RequirementKind::Experience, name) }
}

pub(super) fn asks_other(name: &str) -> Requirement {
    asks(Weight::Must, RequirementKind::Other, name)
}

/// The points of a person, criterion by criterion, with the first weights.
pub(super) fn scored(placement: &PlacementDetail, person: &VolunteerDetail) -> Vec<Line> {
    scored_with(placement, person, &ById::default())
}

fn scored_with(placement: &PlacementDetail, person: &VolunteerDetail, countries: &ById<Country>) -> Vec<Line> {
    let terms = Terms::new(placement, Limits::default(), today());
    let judgement = terms.judge(person);
    let case = Case { terms: &terms, person, days: judgement.days };
    let mut lines = Vec::new();
    points(&Seen { case, findings: &judgement.findings, countries }, &Weights::default(), &mut lines);
    lines
}

/// The points of one criterion and the reason.
pub(super) fn points_of(placement: &PlacementDetail, person: &VolunteerDetail, criterion: Criterion) -> (u16, String) {
    points_with(placement, person, criterion, &ById::default())
}

/// The same, where the countries of earlier placements are known.
pub(super) fn points_with(
    placement: &PlacementDetail,
    person: &VolunteerDetail,
    criterion: Criterion,
    countries: &ById<Country>,
) -> (u16, String) {
    let lines = scored_with(placement, person, countries);
    let line = lines.iter().find(|line| line.criterion == criterion).unwrap();
    (line.points, line.to_string())
}
