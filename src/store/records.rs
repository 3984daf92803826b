//! Which field of which record is kept in which cell. The numbers are permanent: a new field takes a new number.

use super::columns::Column;
use super::scalar::Scalar;
use super::table::{CellDef, Record, Table};
use crate::domain::decision::Decision;
use crate::domain::mission::{Extension, Milestone, Mission, Report, StageStep, Trained, Transfer};
use crate::domain::office::{Holiday, Office};
use crate::domain::organisation::{Contact, Link, Offer, Organisation, Project, SiteVisit};
use crate::domain::placement::{Coordination, Objective, Placement, Requirement};
use crate::domain::practice::{Origin, Practice, Replication};
use crate::domain::volunteer::{Absence, Clearance, Erasure, LanguageSkill, NotSame, Skill, StandingStep, Volunteer};
use crate::domain::{Id, Kind};

macro_rules! record {
    ($name:ident = $number:literal $table:literal, $kind:ident, $shape:ident $(($letter:literal))?;
     $($cell:literal: $($field:ident)+;)+) => {
        impl Record for $name {
            const TABLE: &'static Table = &Table {
                number: $number,
                name: $table,
                kind: Kind::$kind,
                owned: record!(@owned $shape),
                listed: concat!($($(", \"", stringify!($field), "\"",)+)+),
                cells: &[$(CellDef { number: $cell, columns: &[$(stringify!($field)),+] }),+],
            };
            const LETTER: Option<char> = record!(@letter $shape $($letter)?);

            fn id(&self) -> Id {
                self.id
            }

            fn root(&self) -> Id {
                record!(@root self $shape)
            }

            fn reference(&self) -> &str {
                record!(@reference self $shape)
            }

            fn set_reference(&mut self, reference: String) {
                record!(@set_reference self reference $shape);
            }

            fn values(&self) -> Vec<Scalar> {
                vec![$($(Column::write(&self.$field)),+),+]
            }

            fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
                let mut at = 0;
                Ok(Self {
                    id: read_column(row, &mut at)?,
                    $($($field: read_column(row, &mut at)?,)+)+
                })
            }
        }
    };
    (@owned own) => { false };
    (@owned numbered) => { false };
    (@owned part) => { true };
    (@letter numbered $letter:literal) => { Some($letter) };
    (@letter $other:ident) => { None };
    (@root $self:ident part) => { $self.of };
    (@root $self:ident $other:ident) => { $self.id };
    (@reference $self:ident numbered) => { &$self.reference };
    (@reference $self:ident $other:ident) => { "" };
    (@set_reference $self:ident $value:ident numbered) => { $self.reference = $value };
    (@set_reference $self:ident $value:ident $other:ident) => { drop($value) };
}

/// Reads the next column of a row.
pub(super) fn read_column<T: Column>(row: &rusqlite::Row<'_>, at: &mut usize) -> rusqlite::Result<T> {
    let index = *at;
    *at += 1;
    let value = row.get_ref(index)?;
    T::read(value).map_err(|error| rusqlite::Error::FromSqlConversionFailure(index, value.data_type(), Box::new(error)))
}

record! { Office = 1 "office", Office, own;
    2: name; 3: country; 4: role; 5: limits; 6: matching; 7: templates; 8: reporting;
}

record! { Volunteer = 2 "volunteer", Volunteer, numbered('V');
    2: reference; 3: full_name; 4: given_name; 5: family_name; 6: own_script_name; 7: sex; 8: birth_date;
    9: nationalities; 10: passport_country; 11: residence; 12: residence_place; 13: heritage;
    14: diaspora_organisation; 15: categories; 16: email; 17: phone; 18: emergency_name emergency_relation emergency_phone;
    19: occupation; 20: occupation_title; 21: occupation_years; 22: education; 23: qualification;
    24: available_from available_until; 25: weeks_least weeks_most; 26: availability_asked;
    27: preferred_countries; 28: preferred_regions; 29: preferred_sectors; 30: ruled_out; 31: medically_unsupported;
    32: travels_with; 33: accompanied; 34: dependants; 35: consent_on keep_until; 36: standing; 37: notes;
    38: merged_into;
}

record! { LanguageSkill = 3 "volunteer_language", Volunteer, part;
    2: of; 3: language; 4: level;
}

record! { Skill = 4 "volunteer_skill", Volunteer, part;
    2: of; 3: name; 4: level; 5: years;
}

record! { Clearance = 5 "clearance", Volunteer, part;
    2: of; 3: kind; 4: state; 5: country; 6: number issued expires; 7: note;
}

record! { Absence = 6 "absence", Volunteer, part;
    2: of; 3: mission; 4: first last; 5: reason;
}

record! { StandingStep = 7 "standing_step", Volunteer, part;
    2: of; 3: standing since; 4: reason;
}

record! { Organisation = 8 "organisation", Organisation, numbered('O');
    2: reference; 3: name; 4: acronym; 5: kind; 6: country; 7: place position; 8: sectors; 9: website;
    10: agreement_from agreement_until; 11: ceased_on; 12: notes; 13: registration;
    14: due_diligence due_diligence_on; 15: heritage; 16: heritage_languages;
}

record! { Contact = 9 "contact", Organisation, part;
    2: of; 3: name; 4: role; 5: email; 6: phone; 7: since until;
}

record! { Link = 10 "link", Organisation, part;
    2: of; 3: to; 4: kind; 5: since until; 6: note; 7: agreement;
}

record! { Placement = 11 "placement", Placement, numbered('P');
    2: reference; 3: foreign_reference; 4: title; 5: organisation; 6: country; 7: duty_station position;
    8: occupation; 9: sector; 10: places places_filled_elsewhere; 11: categories; 12: start_from start_until;
    13: weeks_least weeks_most; 14: accompanied; 15: priority; 16: funding funding_from funding_until;
    17: objectives; 18: counterpart; 19: conditions; 20: status; 21: notes;
    22: excluded_nationalities; 23: together; 24: programme;
}

record! { Requirement = 12 "requirement", Placement, part;
    2: of; 3: weight; 4: kind; 5: name; 6: language language_level; 7: skill_level; 8: years;
}

record! { Mission = 13 "mission", Mission, numbered('M');
    2: reference; 3: volunteer; 4: placement; 5: first last; 6: stage; 7: extended_from;
    8: early_end early_end_reason notice_on last_working_day; 9: override_reason; 10: notes; 11: reserved_until; 12: follows; 13: funded_until;
}

record! { StageStep = 14 "stage_step", Mission, part;
    2: of; 3: stage on; 4: by; 5: reason;
}

record! { Milestone = 15 "milestone", Mission, part;
    2: of; 3: name; 4: who; 5: due; 6: done_on; 7: note; 8: rule;
}

record! { Report = 16 "report", Mission, part;
    2: of; 3: kind; 4: due; 5: received_on; 6: summary; 7: worked; 8: not_worked; 9: follow_up; 10: sessions;
    11: materials; 12: rule;
}

record! { Decision = 17 "decision", Placement, part;
    2: of; 3: kind; 4: volunteer; 5: until; 6: reason; 7: on;
}

record! { Extension = 18 "extension", Mission, part;
    2: of; 3: from; 4: to; 5: on; 6: partner_agreed_on; 7: volunteer_agreed_on; 8: funded_until; 9: note;
}

record! { Holiday = 19 "holiday", Office, part;
    2: of; 3: country; 4: first last; 5: name;
}

record! { NotSame = 20 "not_same", Volunteer, part;
    2: of; 3: volunteer; 4: on; 5: reason;
}

record! { Erasure = 21 "erasure", Volunteer, part;
    2: of; 3: on; 4: reason;
}

record! { Offer = 22 "offer", Organisation, part;
    2: of; 3: side; 4: kind; 5: name; 6: language; 7: sector; 8: until; 9: note;
}

record! { SiteVisit = 23 "site_visit", Organisation, part;
    2: of; 3: on; 4: by; 5: housing; 6: safety; 7: counterpart; 8: note; 9: again_by;
}

record! { Project = 24 "project", Organisation, part;
    2: of; 3: title; 4: country; 5: place; 6: sector; 7: first last; 8: note;
}

record! { Objective = 25 "objective", Placement, part;
    2: of; 3: competence; 4: counterpart; 5: before; 6: aim;
}

record! { Coordination = 26 "coordination", Placement, part;
    2: of; 3: other; 4: side; 5: note; 6: on;
}

record! { Trained = 27 "trained", Mission, part;
    2: of; 3: topic; 4: sex age; 5: people; 6: on;
}

record! { Transfer = 28 "transfer", Mission, part;
    2: of; 3: objective; 4: level on; 5: note;
}

record! { Practice = 29 "practice", Practice, numbered('G');
    2: reference; 3: title; 4: stage; 5: context; 6: problem; 7: steps; 8: results; 9: constraints; 10: conditions;
    11: sectors; 12: occupations; 13: countries; 14: languages; 15: documents; 16: noted_on;
}

record! { Origin = 30 "origin", Practice, part;
    2: of; 3: mission; 4: organisation;
}

record! { Replication = 31 "replication", Practice, part;
    2: of; 3: organisation; 4: mission; 5: who; 6: country place; 7: on; 8: adapted; 9: result; 10: note; 11: after;
}

/// All tables whose rows have a history.
pub(crate) const TABLES: &[&Table] = &[
    Office::TABLE,
    Volunteer::TABLE,
    LanguageSkill::TABLE,
    Skill::TABLE,
    Clearance::TABLE,
    Absence::TABLE,
    StandingStep::TABLE,
    Organisation::TABLE,
    Contact::TABLE,
    Link::TABLE,
    Placement::TABLE,
    Requirement::TABLE,
    Mission::TABLE,
    StageStep::TABLE,
    Milestone::TABLE,
    Report::TABLE,
    Decision::TABLE,
    Extension::TABLE,
    Holiday::TABLE,
    NotSame::TABLE,
    Erasure::TABLE,
    Offer::TABLE,
    SiteVisit::TABLE,
    Project::TABLE,
    Objective::TABLE,
    Coordination::TABLE,
    Trained::TABLE,
    Transfer::TABLE,
    Practice::TABLE,
    Origin::TABLE,
    Replication::TABLE,
];

/// Reads a row as the record that it is, to see whether it can be read.
pub(crate) fn read_any(connection: &rusqlite::Connection, table: &Table, row: Id) -> Result<(), super::StoreError> {
    macro_rules! try_each {
        ($($name:ident),+) => {
            $(if table.number == $name::TABLE.number {
                let sql = format!("SELECT id, {} FROM \"{}\" WHERE id = ?1", table.columns(), table.name);
                connection.prepare_cached(&sql)?.query_row([row.bytes()], $name::read)?;
            })+
        };
    }
    try_each!(
        Office,
        Volunteer,
        LanguageSkill,
        Skill,
        Clearance,
        Absence,
        StandingStep,
        Organisation,
        Contact,
        Link,
        Placement,
        Requirement,
        Mission,
        StageStep,
        Milestone,
        Report,
        Decision,
        Extension,
        Holiday,
        NotSame,
        Erasure,
        Offer,
        SiteVisit,
        Project,
        Objective,
        Coordination,
        Trained,
        Transfer,
        Practice,
        Origin,
        Replication
    );
    Ok(())
}

/// The table of a permanent number; nothing for a newer program's.
pub(crate) fn table(number: u16) -> Option<&'static Table> {
    TABLES.iter().find(|table| table.number == number).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn numbers_are_given_once() {
        let tables: HashSet<u16> = TABLES.iter().map(|table| table.number).collect();
        assert_eq!(tables.len(), TABLES.len());
        for table in TABLES {
            let cells: HashSet<u16> = table.cells.iter().map(|cell| cell.number).collect();
            assert_eq!(cells.len(), table.cells.len(), "{}", table.name);
            assert!(cells.iter().all(|number| *number >= 2), "{}: 0 and 1 are taken", table.name);
            assert_eq!(table.owned, table.cells[0].columns == ["of"], "{}", table.name);
        }
    }
}
