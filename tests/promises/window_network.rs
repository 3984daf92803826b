//! The network at the window: who is linked with whom as a picture and a table, who has what, what runs side by side; and
//! what others know beside a placement.

use crate::at_window::AtWindow;
use crate::history::{day, new_office};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sojourn::domain::Id;
use sojourn::domain::organisation::{Link, LinkKind, Offer, OfferKind, OfferSide, Organisation, OrganisationKind};
use sojourn::domain::placement::{Coordination, Placement, PlacementStatus, Side};
use sojourn::domain::practice::{Practice, PracticeStage, Replication, ReplicationResult};
use sojourn::domain::reference::{Country, Language, Occupation, Sector};
use sojourn::store::{OfficeFile, Op};
use std::path::PathBuf;
use tempfile::TempDir;

/// A clinic and a school of midwives in Tamale, whom the Dagomba union in London refers volunteers to.
fn office(folder: &TempDir) -> PathBuf {
    let mut office = new_office(folder);
    let ghana = Country::parse_code("GH");
    let organisation = |name: &str, kind, country: &str, place: &str| Organisation {
        name: name.into(),
        kind,
        country: Country::parse_code(country),
        place: place.into(),
        ..Organisation::default()
    };
    let done = office.edit(Op::Auto, |edit| {
        let clinic = edit.add(organisation("Tamale clinic", OrganisationKind::Partner, "GH", "Tamale"))?;
        let school = edit.add(organisation("School of midwives", OrganisationKind::University, "GH", "Tamale"))?;
        let union = Organisation {
            heritage: ghana.into_iter().collect(),
            heritage_languages: Language::parse_code("dag").into_iter().collect(),
            ..organisation("Dagomba union", OrganisationKind::DiasporaAssociation, "GB", "London")
        };
        let union = edit.add(union)?;
        for (of, kind, to) in [(union, LinkKind::Refers, clinic), (school, LinkKind::Trains, clinic)] {
            let (id, note, agreement) = (Id::random(), String::new(), String::new());
            edit.add(Link { id, of, to, kind, since: None, until: None, note, agreement })?;
        }
        edit.add(Offer {
            id: Id::random(),
            of: school,
            side: OfferSide::Offers,
            kind: OfferKind::Skill,
            name: "neonatal care".into(),
            language: None,
            sector: None,
            until: None,
            note: String::new(),
        })?;
        let post = |title: &str, organisation| Placement {
            title: title.into(),
            organisation: Some(organisation),
            country: ghana,
            duty_station: "Tamale".into(),
            sector: Sector::parse_code("13020"),
            occupation: Occupation::parse_code("2222"),
            start_from: Some(day("2027-01-10")),
            status: PlacementStatus::Open,
            ..Placement::default()
        };
        edit.add(post("Midwifery tutor", school))?;
        edit.add(post("Ward mentor", clinic))?;
        let practice = edit.add(Practice {
            title: "Newborn corner".into(),
            stage: PracticeStage::Promising,
            occupations: Occupation::parse_code("2222").into_iter().collect(),
            sectors: Sector::parse_code("13020").into_iter().collect(),
            ..Practice::default()
        })?;
        edit.add(Replication {
            id: Id::random(),
            of: practice,
            organisation: Some(school),
            mission: None,
            who: String::new(),
            country: ghana,
            place: "Tamale".into(),
            on: Some(day("2026-05-01")),
            adapted: String::new(),
            result: ReplicationResult::Worked,
            note: String::new(),
            after: None,
        })?;
        Ok(())
    });
    done.unwrap();
    office.path().to_owned()
}

/// Puts a question in place of the one before.
fn ask(at: &mut AtWindow, question: &str) {
    at.shown.get_by_role(Role::SearchInput).focus();
    at.shown.run();
    at.keys(Modifiers::COMMAND, Key::A);
    at.keys(Modifiers::NONE, Key::Delete);
    if !question.is_empty() {
        at.shown.get_by_role(Role::SearchInput).type_text(question);
    }
    at.shown.run();
}

#[test]
fn who_is_linked_with_whom_is_a_picture_and_a_table_and_a_question_finds_who_has_what() {
    let folder = TempDir::new().unwrap();
    let path = office(&folder);
    let mut at = AtWindow::open(folder.path(), Some(&path));
    at.go("Network");
    // The one with most links stands in the middle, and those it is linked with around it.
    let buttons: Vec<String> =
        at.shown.query_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label()).collect();
    let around = ["Tamale clinic, Partner", "Dagomba union, Diaspora association, refers volunteers to"];
    assert!(around.iter().all(|node| buttons.iter().any(|name| name == node)), "{buttons:?}");
    at.press("Table");
    let rows =
        ["Dagomba union refers volunteers to Tamale clinic", "School of midwives trains people of Tamale clinic"];
    for row in rows {
        assert!(at.shown.query_by_label_contains(row).is_some(), "{row}: {:#?}", at.texts());
    }
    at.press("Map");
    // The three of them, those in Ghana gathered where they are too near to each other to be told apart.
    at.shown.get_by_role_and_label(Role::Button, "Dagomba union, Diaspora association");
    at.shown.get_by_role_and_label(Role::Button, "2 here: School of midwives, Tamale clinic");
    at.press("Side by side");
    assert!(at.sees("Tamale, Ghana: Population policies and reproductive health"), "{:#?}", at.texts());
    assert!(at.sees("2 organisations"), "{:#?}", at.texts());
    at.press("Picture");
    ask(&mut at, "who near Tamale can teach neonatal care");
    at.shown.get_by_label("School of midwives, University, Tamale, Ghana, neonatal care, row 1 of 1");
    assert!(!at.sees("Dagomba union, Diaspora association, London"), "{:#?}", at.texts());
    ask(&mut at, "plumbing");
    assert!(at.sees("Nobody in the network is known to"), "{:#?}", at.texts());
    ask(&mut at, "");
    at.press("Open");
    assert!(at.sees("Register and due diligence"), "the record opens in its list: {:#?}", at.texts());
}

#[test]
fn beside_a_placement_stand_practices_work_side_by_side_and_associations_to_ask() {
    let folder = TempDir::new().unwrap();
    let path = office(&folder);
    let mut at = AtWindow::open(folder.path(), Some(&path));
    at.go("Placements");
    at.shown.get_by_label_contains("Midwifery tutor, School of midwives").click();
    at.shown.run();
    at.press_role(Role::Tab, "Guidance");
    assert!(at.sees("Newborn corner, promising"), "{:#?}", at.texts());
    assert!(at.sees("Alike: Midwifery professionals"), "{:#?}", at.texts());
    assert!(at.sees("Tamale clinic, Ward mentor"), "{:#?}", at.texts());
    assert!(at.sees("Dagomba union, London, United Kingdom, no member volunteers yet"), "{:#?}", at.texts());
    assert!(!at.sees("Note about Tamale clinic, Ward mentor"), "there is nothing to note before it is looked at");
    at.choose("About Tamale clinic, Ward mentor", "could join forces");
    let undo = at.texts().into_iter().find(|text| text.starts_with("Undo: ")).unwrap_or_default();
    assert!(undo.contains("Ward mentor, could join forces"), "in words, not as the file has it: {undo}");
    let note = "Note about Tamale clinic, Ward mentor";
    for text in ["One car for both", ", Tuesdays"] {
        at.shown.get_by_role_and_label(Role::MultilineTextInput, note).focus();
        at.shown.run();
        at.keys(Modifiers::COMMAND, Key::End);
        at.shown.get_by_role_and_label(Role::MultilineTextInput, note).type_text(text);
        at.shown.run();
        at.keys(Modifiers::NONE, Key::Tab);
    }
    let value = |at: &AtWindow| {
        let field = at.shown.get_by_role_and_label(Role::MultilineTextInput, note);
        field.accesskit_node().value().unwrap_or_default()
    };
    assert_eq!(value(&at), "One car for both, Tuesdays");
    at.keys(Modifiers::COMMAND, Key::Z);
    assert_eq!(value(&at), "One car for both", "each time it was left is one step of undo");
    at.press(
        "Newborn corner, promising, Alike: Midwifery professionals; Reproductive health care, worked in 1 of 1 country",
    );
    at.press_role(Role::Tab, "Done again 1");
    assert!(at.sees("School of midwives, Tamale, Ghana"), "{:#?}", at.texts());
    drop(at);
    let found = OfficeFile::open(&path).unwrap().all::<Coordination>().unwrap();
    let kept: Vec<_> = found.iter().map(|one| (one.side, one.note.as_str(), one.on)).collect();
    assert_eq!(kept, [(Side::Join, "One car for both", day("2026-11-23"))]);
}
