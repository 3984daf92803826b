//! Words for what stands in a placement: start windows, weeks, places, requirements.

use crate::app::texts::Texts;
use crate::domain::placement::{PlacementStatus, Priority, Requirement, RequirementKind, Weight};
use crate::t;
use chrono::{Datelike as _, NaiveDate};

/// All statuses with their words.
pub fn statuses(texts: &Texts) -> Vec<(PlacementStatus, &str)> {
    PlacementStatus::ALL.iter().map(|status| (*status, texts.placement_status(*status).0)).collect()
}

/// All priorities with their words.
pub fn priorities(texts: &Texts) -> Vec<(Priority, &str)> {
    Priority::ALL.iter().map(|priority| (*priority, texts.priority(*priority).0)).collect()
}

/// What a requirement asks for.
pub fn requirement_kind(texts: &Texts, kind: RequirementKind) -> &str {
    match kind {
        RequirementKind::Skill => t!(texts, "requirement-kind-skill"),
        RequirementKind::Language => t!(texts, "requirement-kind-language"),
        RequirementKind::Qualification => t!(texts, "requirement-kind-qualification"),
        RequirementKind::Experience => t!(texts, "requirement-kind-experience"),
        RequirementKind::Other => t!(texts, "requirement-kind-other"),
    }
}

/// All kinds of requirements with their words.
pub fn requirement_kinds(texts: &Texts) -> Vec<(RequirementKind, &str)> {
    RequirementKind::ALL.iter().map(|kind| (*kind, requirement_kind(texts, *kind))).collect()
}

/// Whether a requirement decides.
pub fn weight(texts: &Texts, weight: Weight) -> &str {
    match weight {
        Weight::Must => t!(texts, "requirement-must"),
        Weight::Nice => t!(texts, "requirement-nice"),
    }
}

/// Whether a requirement decides, with what that means, for choosing.
pub fn weight_in_full(texts: &Texts, weight: Weight) -> &str {
    match weight {
        Weight::Must => t!(texts, "requirement-must-full"),
        Weight::Nice => t!(texts, "requirement-nice-full"),
    }
}

/// A requirement in a few words: "Neonatal care, level 3, 2 years", "French B2".
pub fn requirement(texts: &Texts, requirement: &Requirement) -> String {
    let mut parts = Vec::new();
    if let Some(language) = requirement.language {
        let name = texts.language_name(language);
        parts.push(match requirement.language_level {
            Some(level) => format!("{name} {}", texts.level(level)),
            None => name.to_owned(),
        });
    }
    if !requirement.name.is_empty() {
        parts.push(requirement.name.clone());
    }
    if let Some(level) = requirement.skill_level {
        parts.push(t!(texts, "requirement-level", level = level));
    }
    if let Some(years) = requirement.years {
        parts.push(t!(texts, "requirement-years", years = years));
    }
    if parts.is_empty() {
        parts.push(t!(texts, "requirement-not-said").to_owned());
    }
    parts.join(", ")
}

/// The first and last day on which a mission may start; empty where neither is known.
pub fn start_window(texts: &Texts, from: Option<NaiveDate>, until: Option<NaiveDate>) -> String {
    match (from, until) {
        (Some(from), Some(until)) if from == until => texts.date(from),
        (Some(from), Some(until)) if from.year() == until.year() => {
            t!(texts, "placement-from-to", from = texts.day_and_month(from), to = texts.date(until))
        }
        (Some(from), Some(until)) => t!(texts, "placement-from-to", from = texts.date(from), to = texts.date(until)),
        (Some(from), None) => t!(texts, "placement-from", from = texts.date(from)),
        (None, Some(until)) => t!(texts, "placement-by", to = texts.date(until)),
        (None, None) => String::new(),
    }
}

/// The shortest and longest mission in weeks, without the word: "26 to 52"; empty where neither is known.
pub fn weeks(texts: &Texts, least: Option<u16>, most: Option<u16>) -> String {
    match (least, most) {
        (Some(least), Some(most)) if least == most => least.to_string(),
        (Some(least), Some(most)) => t!(texts, "placement-weeks-range", least = least, most = most),
        (Some(least), None) => t!(texts, "placement-weeks-least", weeks = least),
        (None, Some(most)) => t!(texts, "placement-weeks-most", weeks = most),
        (None, None) => String::new(),
    }
}
