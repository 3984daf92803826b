//! Practices out of missions: what the final report says becomes a practice that others find.

use super::edit::Done;
use super::{OfficeFile, Op, StoreError};
use crate::domain::Id;
use crate::domain::mission::{Mission, Report, ReportKind};
use crate::domain::organisation::Organisation;
use crate::domain::placement::{Placement, Requirement, RequirementKind, Weight};
use crate::domain::practice::{Origin, Practice};
use crate::domain::reference::Language;
use crate::domain::text::joined;
use rusqlite::OptionalExtension as _;

impl OfficeFile {
    /// Makes a practice of what a mission's final report says, with the mission and its partner as where it comes from.
    /// One edit; what the report does not say is left for a person to write.
    pub fn practice_from(&mut self, mission: Id) -> Result<Done<Id>, StoreError> {
        let record: Mission = self.get(mission)?;
        let post: Placement = self.get(record.placement)?;
        let organisation = post.organisation.map(|id| self.find::<Organisation>(id)).transpose()?.flatten();
        let reports = self.parts::<Report>(mission)?;
        let last = reports.iter().filter(|report| report.kind == ReportKind::Final).max_by_key(|report| report.due);
        let said = |text: fn(&Report) -> &String| last.map(|report| text(report).clone()).unwrap_or_default();
        let practice = Practice {
            title: post.title.clone(),
            // Its countries are a field of their own, read in anyone's language.
            context: joined(&[organisation.as_ref().map_or("", |found| &found.name), &post.duty_station]),
            steps: said(|report| &report.worked),
            results: said(|report| &report.summary),
            constraints: said(|report| &report.not_worked),
            sectors: post.sector.into_iter().collect(),
            occupations: post.occupation.into_iter().collect(),
            countries: post.country.into_iter().collect(),
            languages: self.languages_needed(post.id)?,
            noted_on: Some(self.today()),
            ..Practice::default()
        };
        let organisation = organisation.map(|organisation| organisation.id);
        self.edit(Op::Auto, |edit| {
            let made = edit.add(practice)?;
            edit.add(Origin { id: Id::random(), of: made, mission: Some(mission), organisation })?;
            Ok(made)
        })
    }

    /// The practice that comes from a mission, the first where there are several.
    pub fn practice_of(&self, mission: Id) -> Result<Option<Id>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT p.id FROM origin o JOIN practice p ON p.id = o.\"of\" AND p.gone = 0
             WHERE o.mission = ?1 AND o.gone = 0 ORDER BY p.no LIMIT 1",
        )?;
        Ok(statement.query_row([mission.bytes()], |row| Ok(Id::from_bytes(row.get(0)?))).optional()?)
    }

    /// The languages that a placement cannot do without.
    fn languages_needed(&self, placement: Id) -> Result<Vec<Language>, StoreError> {
        let asked = self.parts::<Requirement>(placement)?;
        let musts =
            asked.iter().filter(|asked| asked.weight == Weight::Must && asked.kind == RequirementKind::Language);
        let mut languages: Vec<Language> = Vec::new();
        for language in musts.filter_map(|asked| asked.language) {
            if !languages.contains(&language) {
                languages.push(language);
            }
        }
        Ok(languages)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::domain::office::Role;
    use crate::domain::reference::Country;
    use crate::domain::span::Span;
    use crate::domain::volunteer::Volunteer;
    use crate::store::NewOffice;
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_final_report_becomes_a_practice_in_one_edit() {
        let folder = tempfile::tempdir().unwrap();
        let new = NewOffice { name: "Nairobi".into(), country: Country::parse_code("KE"), role: Role::Country };
        let mut file = OfficeFile::create(&folder.path().join("nairobi.sojourn"), &new).unwrap();
        file.set_today(day("2027-06-01"));
        let hospital = Organisation { name: "Kitui Hospital".into(), ..Organisation::default() };
        let post = Placement {
            title: "Nurse trainer".into(),
            organisation: Some(hospital.id),
            country: Country::parse_code("KE"),
            duty_station: "Kitui".into(),
            ..Placement::default()
        };
        let swahili = Language::parse_code("sw");
        let asked = |weight, language| Requirement {
            id: Id::random(),
            of: post.id,
            weight,
            kind: RequirementKind::Language,
            name: String::new(),
            language,
            language_level: None,
            skill_level: None,
            years: None,
        };
        let asked = [asked(Weight::Must, swahili), asked(Weight::Nice, Language::parse_code("fr"))];
        let person = Volunteer { full_name: "Ana Silva".into(), ..Volunteer::default() };
        let (person_id, post_id, hospital_id) = (person.id, post.id, hospital.id);
        file.edit(Op::Auto, |edit| {
            edit.add_volunteer(person)?;
            edit.add(hospital)?;
            edit.add(post)?;
            asked.into_iter().try_for_each(|asked| edit.add(asked).map(drop))
        })
        .unwrap();
        let days = Span::of_weeks(day("2026-06-01"), 26).unwrap();
        let mission = file.place(person_id, post_id, days, "").unwrap().value.mission;
        let reports = file.parts::<Report>(mission).unwrap();
        let last = reports.iter().find(|report| report.kind == ReportKind::Final).unwrap().id;
        file.change(last, |report: &mut Report| {
            report.worked = "Drills each Monday".into();
            report.not_worked = "No power at night".into();
        })
        .unwrap();
        assert_eq!(file.practice_of(mission).unwrap(), None);

        let made = file.practice_from(mission).unwrap().value;
        let detail = file.practice(made).unwrap();
        let practice = &detail.practice;
        assert_eq!((practice.title.as_str(), practice.context.as_str()), ("Nurse trainer", "Kitui Hospital, Kitui"));
        assert_eq!(
            (practice.steps.as_str(), practice.constraints.as_str()),
            ("Drills each Monday", "No power at night")
        );
        assert_eq!(practice.languages, Vec::from_iter(swahili), "what is only nice is not needed elsewhere");
        assert_eq!((practice.noted_on, practice.countries.len()), (Some(day("2027-06-01")), 1));
        let origin = &detail.origins[0];
        assert_eq!((origin.mission, origin.organisation), (Some(mission), Some(hospital_id)));
        assert_eq!(file.practice_of(mission).unwrap(), Some(made));
        file.undo().unwrap();
        assert_eq!(file.practice_of(mission).unwrap(), None, "one edit made all of it");
    }
}
