//! What is described, and what is given on of people.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::domain::volunteer::Volunteer;
use crate::store::{OfficeFile, Op};

#[test]
fn each_table_and_column_of_the_store_is_described() {
    let described: Vec<(&str, Vec<&str>)> =
        TABLES.iter().map(|table| (table.name, table.columns.iter().map(|column| column.name).collect())).collect();
    let kept: Vec<_> = crate::store::publish::tables().collect();
    assert_eq!(described, kept);
    for table in TABLES {
        assert!(!table.meaning.is_empty(), "{}", table.name);
        for column in table.columns {
            assert!(!column.meaning.is_empty(), "{}.{}", table.name, column.name);
            // Readers elsewhere would find two of them.
            assert!(!["id", "birth_year", "updated_at"].contains(&column.name), "{}.{}", table.name, column.name);
        }
    }
}

/// What is about a person is named here once more, so that nobody makes it open by accident.
#[test]
fn what_says_who_a_person_is_is_not_open() {
    let not_open: Vec<String> = TABLES
        .iter()
        .flat_map(|table| table.columns.iter().map(move |column| (table, column)))
        .filter(|(_, column)| column.privacy != Privacy::Open)
        .map(|(table, column)| format!("{}.{} {}", table.name, column.name, column.privacy.code()))
        .collect();
    insta::assert_snapshot!(not_open.join("\n"), @r"
    volunteer.full_name name
    volunteer.given_name name
    volunteer.family_name name
    volunteer.own_script_name name
    volunteer.birth_date birth date
    volunteer.residence_place private
    volunteer.email private
    volunteer.phone private
    volunteer.emergency_name private
    volunteer.emergency_relation private
    volunteer.emergency_phone private
    volunteer.occupation_title private
    volunteer.qualification private
    volunteer.medically_unsupported private
    volunteer.notes private
    volunteer_skill.name private
    clearance.number private
    clearance.note private
    absence.reason private
    standing_step.reason private
    organisation.notes private
    contact.name name
    contact.role private
    contact.email private
    contact.phone private
    link.note private
    link.agreement private
    placement.objectives private
    placement.counterpart private
    placement.conditions private
    placement.notes private
    mission.early_end_reason private
    mission.override_reason private
    mission.notes private
    stage_step.reason private
    milestone.name private
    milestone.note private
    milestone.rule private
    report.summary private
    report.worked private
    report.not_worked private
    report.follow_up private
    report.materials private
    decision.reason private
    extension.note private
    not_same.reason private
    erasure.reason private
    offer.name private
    offer.note private
    site_visit.by name
    site_visit.note private
    project.note private
    objective.counterpart private
    coordination.note private
    trained.topic private
    transfer.note private
    practice.context private
    practice.problem private
    practice.steps private
    practice.results private
    practice.constraints private
    practice.conditions private
    practice.documents private
    replication.who private
    replication.adapted private
    replication.note private
    ");
    // Free text may hold anything, a name too; these texts are codes, references, or about a post or a partner.
    let open_texts: Vec<String> = TABLES
        .iter()
        .flat_map(|table| table.columns.iter().map(move |column| (table, column)))
        .filter(|(_, column)| column.kind == Kind::Text && column.privacy == Privacy::Open)
        .map(|(table, column)| format!("{}.{}", table.name, column.name))
        .collect();
    insta::assert_snapshot!(open_texts.join("\n"), @r"
    office.name
    office.country
    office.role
    volunteer.reference
    volunteer.sex
    volunteer.passport_country
    volunteer.residence
    volunteer.occupation
    volunteer.education
    volunteer.standing
    volunteer_language.language
    volunteer_language.level
    clearance.kind
    clearance.state
    clearance.country
    standing_step.standing
    organisation.reference
    organisation.name
    organisation.acronym
    organisation.kind
    organisation.country
    organisation.place
    organisation.position
    organisation.website
    organisation.registration
    organisation.due_diligence
    link.kind
    placement.reference
    placement.foreign_reference
    placement.title
    placement.country
    placement.duty_station
    placement.position
    placement.occupation
    placement.sector
    placement.priority
    placement.funding
    placement.status
    placement.programme
    requirement.weight
    requirement.kind
    requirement.name
    requirement.language
    requirement.language_level
    mission.reference
    mission.stage
    mission.early_end
    stage_step.stage
    stage_step.by
    milestone.who
    report.kind
    decision.kind
    holiday.country
    holiday.name
    offer.side
    offer.kind
    offer.language
    offer.sector
    site_visit.housing
    site_visit.safety
    site_visit.counterpart
    project.title
    project.country
    project.place
    project.sector
    objective.competence
    coordination.side
    trained.sex
    trained.age
    practice.reference
    practice.title
    practice.stage
    replication.country
    replication.place
    replication.result
    ");
}

#[test]
fn no_more_is_given_of_people_than_was_chosen() {
    let mut office = OfficeFile::in_memory(&crate::exchange::sample::office().record().unwrap()).unwrap();
    let ana = Volunteer {
        full_name: "Ana Silva".into(),
        birth_date: Some("1985-05-14".parse().unwrap()),
        email: "ana@example.org".into(),
        medically_unsupported: vec![crate::domain::reference::Country::parse_code("KE").unwrap()],
        ..Volunteer::default()
    };
    let ana = office.edit(Op::Auto, |edit| edit.add_volunteer(ana)).unwrap().value;
    let table = TABLES.iter().find(|table| table.name == "volunteer").unwrap();
    let names: Vec<&str> = columns(table).iter().map(|column| column.name).collect();
    let told = |office: &OfficeFile, personal| {
        let mut told = Vec::new();
        let erased = office.erased_people().unwrap();
        office
            .each_kept_row::<PublishError>("volunteer", &erased, |row| {
                let values = values(table, &row, personal)?;
                assert_eq!(values.len(), names.len());
                let wanted = ["full_name", "birth_date", "birth_year", "email", "medically_unsupported", "accompanied"];
                told.extend(wanted.map(|name| {
                    let at = names.iter().position(|known| *known == name).unwrap();
                    values[at].to_string()
                }));
                Ok(())
            })
            .unwrap();
        told
    };
    assert_eq!(told(&office, Personal::None), ["", "", "1985", "", "", "false"]);
    assert_eq!(told(&office, Personal::Names), ["Ana Silva", "", "1985", "", "", "false"]);
    assert_eq!(told(&office, Personal::All), ["Ana Silva", "1985-05-14", "1985", "ana@example.org", "KE", "false"]);
    office.erase(ana, "asked for").unwrap();
    for personal in [Personal::None, Personal::Names, Personal::All] {
        assert_eq!(told(&office, personal), ["", "", "1985", "", "", "false"]);
        let erased = office.erased_people().unwrap();
        let table = TABLES.iter().find(|table| table.name == "erasure").unwrap();
        office
            .each_kept_row::<PublishError>("erasure", &erased, |row| {
                let values = values(table, &row, personal)?;
                assert!(!values.contains(&Given::Text("asked for".into())));
                Ok(())
            })
            .unwrap();
    }
}
