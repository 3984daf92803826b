//! What the history says of fields and values, in the person's language: the office file has names of columns, codes and
//! ISO dates.

use crate::app::screens::pair::reasons;
use crate::app::screens::{guidance, organisations, placements, practices};
use crate::app::texts::Texts;
use crate::domain::decision::DecisionKind;
use crate::domain::matching::{Criterion, MatchingSettings};
use crate::domain::milestones::Templates;
use crate::domain::mission::{AgeBand, EarlyEnd, Party, ReportKind, Stage};
use crate::domain::organisation::{DueDiligence, Finding, LinkKind, OfferKind, OfferSide, OrganisationKind};
use crate::domain::placement::{PlacementStatus, Priority, RequirementKind, Side, Weight};
use crate::domain::practice::{PracticeStage, ReplicationResult};
use crate::domain::reference::{Country, Language, Occupation, Region, Sector};
use crate::domain::reporting::ReportSchedule;
use crate::domain::rules::Limits;
use crate::domain::volunteer::{Category, ClearanceKind, ClearanceState, Education, Level, Sex, Standing};
use crate::domain::{Id, Kind};
use crate::t;
use chrono::NaiveDate;

impl Texts {
    /// A field as people call it: `birth_date` of a volunteer, or `volunteer_language:fr` for a part.
    pub fn field(&self, kind: Kind, field: &str) -> String {
        match field.split_once(':') {
            Some(("volunteer_language", code)) => {
                Language::parse_code(code).map_or(code, |language| self.language_name(language)).to_owned()
            }
            // Where nobody has looked up the name of what it is about.
            Some((table, label)) if label.len() == 36 && Id::parse(label).is_some() => {
                self.with(&format!("part-{}", dashed(table)), &[])
            }
            Some((table, label)) => {
                let part = self.with(&format!("part-{}", dashed(table)), &[]);
                format!("{part}, {}", self.value(table, label))
            }
            None if is_part(field) => self.with(&format!("part-{}", dashed(field)), &[]),
            None => self.with(&format!("field-{}-{}", kind.code(), dashed(field)), &[]),
        }
    }

    /// A value of a field as people read it; the values of a part stand side by side, with a comma between them.
    pub fn value(&self, field: &str, value: &str) -> String {
        let field = field.split(':').next().unwrap_or_default();
        if let Some(settings) = self.settings(field, value) {
            return settings;
        }
        value.split(", ").map(|piece| self.piece(field, piece)).collect::<Vec<_>>().join(", ")
    }

    /// What an office has set, which the file keeps as JSON: in words, and of weights those that are not nothing.
    fn settings(&self, field: &str, value: &str) -> Option<String> {
        match field {
            "limits" => {
                let set: Limits = serde_json::from_str(value).ok()?;
                let (age_least, age_most) = (set.age_least, set.age_most);
                let (weeks_least, weeks_most) = (set.weeks_least, set.weeks_most);
                let (youth_least, youth_most) = (set.youth_least, set.youth_most);
                Some(t!(
                    self,
                    "history-limits",
                    age_least = age_least,
                    age_most = age_most,
                    weeks_least = weeks_least,
                    weeks_most = weeks_most,
                    youth_least = youth_least,
                    youth_most = youth_most
                ))
            }
            "matching" => {
                let set: MatchingSettings = serde_json::from_str(value).ok()?;
                let points = Criterion::ALL.iter().map(|criterion| (*criterion, set.weights.of(*criterion)));
                let word = |(criterion, points): (Criterion, u16)| {
                    (points > 0).then(|| format!("{} {points}", reasons::criterion(self, criterion)))
                };
                Some(points.filter_map(word).collect::<Vec<_>>().join(", "))
            }
            "templates" => {
                let set: Templates = serde_json::from_str(value).ok()?;
                Some(set.0.iter().map(|template| self.milestone(&template.name)).collect::<Vec<_>>().join(", "))
            }
            "reporting" => {
                let set: ReportSchedule = serde_json::from_str(value).ok()?;
                Some(set.0.iter().map(|report| self.report_kind(report.kind)).collect::<Vec<_>>().join(", "))
            }
            _ => None,
        }
    }

    fn piece(&self, field: &str, piece: &str) -> String {
        if field == "milestone" && self.milestone(piece) != piece {
            return self.milestone(piece).to_owned();
        }
        // Several codes of one field are kept with a blank between them.
        let several: Option<Vec<String>> = piece.split(' ').map(|code| self.meaning(field, code)).collect();
        several.map_or_else(|| piece.to_owned(), |words| words.join(", "))
    }

    /// What a date or a code means in a field; nothing where it is neither.
    fn meaning(&self, field: &str, code: &str) -> Option<String> {
        if code.len() == 10
            && let Ok(date) = code.parse::<NaiveDate>()
        {
            return Some(self.date(date));
        }
        let tongue = self.tongue();
        let country = || Country::parse_code(code).map(|country| country.name(tongue));
        let language = || Language::parse_code(code).map(|language| language.name(tongue));
        let sector = || Sector::parse_code(code).map(|sector| sector.name(tongue));
        let level = || Level::parse(code).map(|level| self.level(level));
        let party = || Party::parse(code).map(|party| self.party(party));
        let stage = || Stage::parse(code).map(|stage| self.stage(stage).0);
        let standing = || Standing::parse(code).map(|standing| self.standing(standing).0);
        let word: Option<&str> = match field {
            "nationalities"
            | "passport_country"
            | "residence"
            | "heritage"
            | "preferred_countries"
            | "ruled_out"
            | "medically_unsupported"
            | "excluded_nationalities"
            | "country"
            | "holiday"
            | "countries" => country(),
            "preferred_regions" => Region::parse_code(code).map(|region| region.name(tongue)),
            "sector" | "sectors" | "preferred_sectors" => sector(),
            "occupation" | "occupations" => Occupation::parse_code(code).map(|occupation| occupation.name(tongue)),
            "sex" => Sex::parse(code).map(|sex| self.sex(sex)),
            "categories" => Category::parse(code).map(|category| self.category(category)),
            "education" => Education::parse(code).map(|education| self.education(education)),
            "standing" | "standing_step" => standing(),
            "stage" => {
                stage().or_else(|| PracticeStage::parse(code).map(|stage| practices::words::stage(self, stage).0))
            }
            "stage_step" => stage().or_else(party),
            "milestone" => party(),
            "early_end" => EarlyEnd::parse(code).map(|end| self.early_end(end)),
            "report" => ReportKind::parse(code).map(|kind| self.report_kind(kind)),
            "status" => PlacementStatus::parse(code).map(|status| self.placement_status(status).0),
            "priority" => Priority::parse(code).map(|priority| self.priority(priority).0),
            "kind" => OrganisationKind::parse(code).map(|kind| organisations::words::organisation_kind(self, kind)),
            "volunteer_language" => language().or_else(level),
            "clearance" => ClearanceKind::parse(code)
                .map(|kind| self.clearance(kind))
                .or_else(|| ClearanceState::parse(code).map(|state| self.clearance_state(state)))
                .or_else(country),
            "requirement" => RequirementKind::parse(code)
                .map(|kind| placements::words::requirement_kind(self, kind))
                .or_else(|| Weight::parse(code).map(|weight| placements::words::weight(self, weight)))
                .or_else(language)
                .or_else(level),
            "languages" | "heritage_languages" => language(),
            "due_diligence" => {
                DueDiligence::parse(code).map(|outcome| organisations::words::due_diligence(self, outcome))
            }
            "offer" => OfferSide::parse(code)
                .map(|side| organisations::words::offer_side(self, side))
                .or_else(|| OfferKind::parse(code).map(|kind| organisations::words::offer_kind(self, kind)))
                .or_else(language)
                .or_else(sector),
            "site_visit" => Finding::parse(code).map(|finding| organisations::words::finding(self, finding).1),
            "project" => country().or_else(sector),
            "trained" => {
                Sex::parse(code).map(|sex| self.sex(sex)).or_else(|| AgeBand::parse(code).map(|age| self.age_band(age)))
            }
            "replication" => {
                ReplicationResult::parse(code).map(|result| practices::words::result(self, result).0).or_else(country)
            }
            "link" => LinkKind::parse(code).map(|kind| organisations::words::link_to(self, kind)),
            "coordination" => Side::parse(code).map(|side| guidance::side_word(self, side)),
            "decision" => DecisionKind::parse(code).map(|kind| self.decision(kind)),
            "accompanied" | "together" if code == "1" => Some(t!(self, "record-yes")),
            _ => None,
        };
        word.map(str::to_owned)
    }
}

/// Whether the history names a part of a record, and no field of its own.
fn is_part(field: &str) -> bool {
    matches!(
        field,
        "volunteer_language"
            | "volunteer_skill"
            | "clearance"
            | "absence"
            | "standing_step"
            | "contact"
            | "link"
            | "requirement"
            | "decision"
            | "stage_step"
            | "milestone"
            | "extension"
            | "holiday"
            | "report"
            | "offer"
            | "site_visit"
            | "project"
            | "objective"
            | "coordination"
            | "trained"
            | "transfer"
            | "origin"
            | "replication"
            | "gone"
    )
}

fn dashed(name: &str) -> String {
    name.replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::texts::Language as Tongue;

    #[test]
    fn codes_and_dates_are_said_in_the_readers_language() {
        let (english, french) = (Texts::new(Tongue::English), Texts::new(Tongue::French));
        assert_eq!(english.value("nationalities", "PT CV"), "Portugal, Cape Verde");
        assert_eq!(french.value("residence", "KE"), "Kenya");
        assert_eq!(
            english.value("clearance", "passport, held, ET, R5164871, 2023-10-10"),
            "Passport, held, Ethiopia, R5164871, 10 Oct 2023"
        );
        assert_eq!(french.value("volunteer_language:sw", "sw, native"), "swahili, langue maternelle");
        assert_eq!(
            french.value("standing_step", "ready, 2026-09-07, on a good word"),
            "prêt, 7 sept. 2026, on a good word"
        );
        assert_eq!(french.value("decision", "held, 2026-12-07"), "réservé, 7 déc. 2026");
        assert_eq!(french.value("excluded_nationalities", "PT"), "Portugal");
        assert_eq!(english.value("due_diligence", "passed, 2026-03-01"), "nothing against it, 1 Mar 2026");
        assert_eq!(english.value("site_visit", "2026-03-01, Wanjiru, to-improve"), "1 Mar 2026, Wanjiru, to improve");
        assert_eq!(english.value("offer", "needs, money"), "needs, money");
        assert_eq!(english.value("link", "hosts, Kitui Hospital"), "hosts volunteers of, Kitui Hospital");
        assert_eq!(
            french.value("coordination", "Ward adviser, join, 2026-11-23"),
            "Ward adviser, pourraient unir leurs forces, 23 nov. 2026"
        );
        assert_eq!(french.value("trained", "Triage, female, 15-24, 12"), "Triage, femme, 15 à 24 ans, 12");
        assert_eq!(english.value("phone", "+254 PT"), "+254 PT", "words are left as they are");
        assert_eq!(english.field(Kind::Volunteer, "volunteer_language:fr"), "French");
        let limits = serde_json::to_string(&Limits::default()).unwrap_or_default();
        assert_eq!(english.value("limits", &limits), "18 to 75 years old, 6 to 104 weeks, youth 18 to 29");
        let weights = r#"{"weights":{"occupation":40,"language":0}}"#;
        assert!(english.value("matching", weights).starts_with("Occupation and skills 40, Experience there 10"));
    }
}
