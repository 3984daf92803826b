//! The plan at the window: a pin, a no, a rule set aside, three accepted, a partner's no, and all of it taken back.

use crate::at_window::AtWindow;
use crate::history::{day, new_office};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sojourn::domain::Id;
use sojourn::domain::decision::{Decision, DecisionKind};
use sojourn::domain::mission::{Mission, Party, Stage};
use sojourn::domain::placement::{Placement, PlacementStatus, Requirement, RequirementKind, Weight};
use sojourn::domain::reference::{Country, Language, Occupation};
use sojourn::domain::volunteer::{Category, LanguageSkill, Level, Standing, Volunteer};
use sojourn::exchange::spreadsheet::{TextChoices, Workbook};
use sojourn::store::{OfficeFile, Op};
use tempfile::TempDir;

const POSTS: [&str; 3] = ["Clinic nurse", "District nurse", "Ward nurse"];

pub fn fill(office: &mut OfficeFile) {
    let language = Language::parse_code("fr").unwrap();
    let added = office.edit(Op::Auto, |edit| {
        for (name, level) in [
            ("Ana Silva", Level::C1),
            ("Bea Costa", Level::C1),
            ("Carl Nunes", Level::B2),
            ("Dina Alves", Level::B2),
            ("Eva Rocha", Level::A2),
        ] {
            let id = edit.add_volunteer(Volunteer {
                full_name: name.into(),
                birth_date: Some(day("1985-05-14")),
                nationalities: vec![Country::parse_code("PT").unwrap()],
                residence: Country::parse_code("PT"),
                categories: vec![Category::International],
                occupation: Occupation::parse_code("2221"),
                available_from: Some(day("2027-01-10")),
                standing: Standing::Ready,
                ..Volunteer::default()
            })?;
            edit.add(LanguageSkill { id: Id::random(), of: id, language, level: Some(level) })?;
        }
        for title in POSTS {
            let of = edit.add(Placement {
                title: title.into(),
                country: Country::parse_code("KE"),
                occupation: Occupation::parse_code("2221"),
                start_from: Some(day("2027-03-01")),
                start_until: Some(day("2027-06-30")),
                weeks_least: Some(26),
                weeks_most: Some(39),
                status: PlacementStatus::Open,
                ..Placement::default()
            })?;
            edit.add(Requirement {
                id: Id::random(),
                of,
                weight: Weight::Must,
                kind: RequirementKind::Language,
                name: String::new(),
                language: Some(language),
                language_level: Some(Level::B2),
                skill_level: None,
                years: None,
            })?;
        }
        Ok(())
    });
    added.unwrap();
}

/// The names in the table of choices, with what is said of each.
fn choices(at: &AtWindow) -> Vec<String> {
    let rows = at.shown.query_all_by_role(Role::Row);
    let labels = rows.filter_map(|row| row.accesskit_node().label());
    labels.filter(|label| label.contains(", fit ") || label.contains("does not fit")).collect()
}

fn planned(at: &AtWindow) -> String {
    let all = choices(at);
    all.iter().find(|label| label.contains("in the plan")).unwrap_or_else(|| panic!("{all:?}")).clone()
}

fn look_at(at: &mut AtWindow, name: &str) {
    let rows = at.shown.query_all_by_role(Role::Row);
    let row = rows.into_iter().find(|row| row.accesskit_node().label().is_some_and(|label| label.contains(name)));
    row.unwrap_or_else(|| panic!("no row of {name}")).click();
    at.shown.run();
}

fn with_office<T: Send + 'static>(
    at: &mut AtWindow,
    work: impl FnOnce(&mut OfficeFile) -> T + Send + 'static,
) -> Option<T> {
    let shared = at.shown.state_mut().as_mut().unwrap().shared();
    shared.desk.read(|file| Ok(work(file))).take().flatten()
}

#[test]
fn plan_pin_forbid_relax_accept_a_no_and_all_of_it_back() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    fill(&mut office);
    drop(office);
    let mut at = AtWindow::open(folder.path(), Some(&folder.path().join("nairobi.sojourn")));
    at.go("Matching");
    assert!(at.sees("3 of 3 places") && at.sees("proved best"), "{:#?}", at.texts());

    // Whoever the plan does not have here can be pinned; the pair says so, and the plan keeps it.
    let other = choices(&at).into_iter().find(|label| label.contains("nothing") || label.contains(" fit, "));
    let before = planned(&at);
    let name = ["Ana Silva", "Bea Costa", "Carl Nunes", "Dina Alves"]
        .into_iter()
        .find(|name| !before.contains(name))
        .unwrap_or_else(|| panic!("{other:?}"));
    look_at(&mut at, name);
    at.press("Pin...");
    at.press("Keep");
    assert!(planned(&at).contains(name) && planned(&at).contains("pinned"), "{:?}", choices(&at));
    assert_eq!(choices(&at).iter().filter(|label| label.contains(name)).count(), 1, "nobody is there twice");

    // A no, with its reason, takes the person out of this placement.
    at.press("Take back");
    let first = planned(&at);
    let gone = ["Ana Silva", "Bea Costa", "Carl Nunes", "Dina Alves"].into_iter().find(|n| first.contains(n)).unwrap();
    look_at(&mut at, gone);
    at.press("Not this one...");
    at.fill("Reason", "the partner knows her");
    at.press("Keep");
    assert!(!planned(&at).contains(gone), "{:?}", choices(&at));
    assert!(choices(&at).iter().any(|label| label.contains(gone) && label.contains("does not fit")));

    // The rule that alone keeps somebody out, set aside to see who comes in, and put back.
    let fits = |at: &AtWindow| choices(at).iter().filter(|label| !label.contains("does not fit")).count();
    let before = fits(&at);
    at.press("Languages +1");
    assert_eq!(fits(&at), before + 1, "{:?}", choices(&at));
    at.press("Put the rules back");
    assert_eq!(fits(&at), before);

    // Three accepted in one edit, with the day until which they are reserved.
    at.press("Accept...");
    at.press("Propose 3");
    let missions = with_office(&mut at, |file| file.all::<Mission>().unwrap()).unwrap();
    assert_eq!(missions.len(), 3);
    assert!(missions.iter().all(|one| one.stage == Stage::Proposed && one.reserved_until == Some(day("2026-12-07"))));
    assert!(at.sees("No open places"), "{:#?}", at.texts());

    // The partner declines one: its place is open again, and that person does not come back.
    // Not the placement with the no: who is left over may be just that person.
    let refused = with_office(&mut at, |file| file.all::<Decision>().unwrap()).unwrap();
    let elsewhere = |mission: &&Mission| refused.iter().all(|decision| decision.of != mission.placement);
    let declined = missions.iter().find(elsewhere).unwrap().clone();
    let (id, who) = (declined.id, declined.volunteer);
    let shared = at.shown.state_mut().as_mut().unwrap().shared();
    shared.edit(move |file| file.answer(id, Party::Partner, false, day("2026-11-23"), "asks for a man"));
    at.shown.run();
    let name = with_office(&mut at, move |file| file.volunteer(who).unwrap().volunteer.full_name).unwrap();
    at.go("Home");
    at.go("Matching");
    assert!(at.sees("1 of 1 places"), "{:#?}", at.texts());
    assert!(!planned(&at).contains(&name), "{:?}", choices(&at));

    // Everything back: the answer, the three, the no, the pin and its end.
    for _ in 0..5 {
        at.keys(Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(with_office(&mut at, |file| file.all::<Mission>().unwrap().len()), Some(0));
    assert_eq!(with_office(&mut at, |file| file.all::<Decision>().unwrap().len()), Some(0));
    assert!(at.sees("3 of 3 places"));
}

#[test]
fn a_person_left_out_is_told_why_and_a_hold_ends_by_itself() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    fill(&mut office);
    drop(office);
    let mut at = AtWindow::open(folder.path(), Some(&folder.path().join("nairobi.sojourn")));
    at.go("Matching");
    at.press("Left out");
    look_at(&mut at, "Eva Rocha");
    assert!(at.sees("No place passes the rules, by the first rule that fails: Languages 3"), "{:#?}", at.texts());
    assert!(at.sees("Nearest: ") && at.sees("French: A2, asked B2"));
    at.press("Places");
    let before = planned(&at);
    let name =
        ["Ana Silva", "Bea Costa", "Carl Nunes", "Dina Alves"].into_iter().find(|n| !before.contains(n)).unwrap();
    look_at(&mut at, name);
    // For the partner: a page that does not tell who it is.
    for (button, file) in [("Print...", "office.pdf"), ("Print for the partner...", "partner.pdf")] {
        at.press(button);
        at.give_file(&folder.path().join(file), "Save");
        let text = crate::print::text(&std::fs::read(folder.path().join(file)).unwrap());
        assert_eq!(text.contains(name), file == "office.pdf", "{text}");
        assert!(text.contains("French") && text.contains("39 weeks"), "{text}");
    }
    at.press("Hold...");
    at.press("Keep");
    let held = with_office(&mut at, |file| file.all::<Decision>().unwrap()).unwrap();
    assert_eq!((held.len(), held[0].kind, held[0].until), (1, DecisionKind::Held, Some(day("2026-12-07"))));
    assert!(planned(&at).contains(name));
}

#[test]
fn the_plan_goes_out_as_a_workbook_in_the_language_of_the_reader() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    fill(&mut office);
    let formula = "=HYPERLINK(\"http://example.org\")";
    let eva = office.all::<Volunteer>().unwrap().into_iter().find(|one| one.full_name == "Eva Rocha").unwrap();
    office.change(eva.id, |volunteer: &mut Volunteer| volunteer.full_name = formula.into()).unwrap();
    drop(office);
    let mut at = AtWindow::open(folder.path(), Some(&folder.path().join("nairobi.sojourn")));
    at.go("Matching");
    for (button, save, first_day, sheets) in [
        ("Export...", "Save", "First day", ["Plan", "Empty places", "Left out"]),
        ("Exporter...", "Enregistrer", "Premier jour", ["Plan", "Places vides", "Sans place"]),
    ] {
        let path = folder.path().join(format!("{first_day}.xlsx"));
        at.press(button);
        at.give_named_file(if save == "Save" { "File" } else { "Fichier" }, &path, save);
        let mut book = Workbook::open(&path).unwrap();
        assert_eq!(book.sheets().iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(), sheets);
        let (_, plan) = book.read(Some(sheets[0]), &TextChoices::default()).unwrap();
        let column = (0..plan.width()).find(|column| plan.cell(0, *column).text() == first_day).unwrap();
        assert_eq!(plan.rows.len(), 4, "the heads and three matches");
        for row in 1..4 {
            assert_eq!(plan.cell(row, column).date(), Some(day("2027-03-01")));
            let cells: Vec<String> =
                (0..plan.width()).map(|column| plan.cell(row, column).text().into_owned()).collect();
            assert!(POSTS.iter().any(|title| cells.iter().any(|cell| cell == title)), "{cells:?}");
            assert!(cells.iter().any(|cell| cell == "Kenya"), "{cells:?}");
        }
        // Two are left out, one of them with a name that is not to become a formula.
        let (_, left_out) = book.read(Some(sheets[2]), &TextChoices::default()).unwrap();
        assert_eq!(left_out.rows.len(), 3);
        let rows: Vec<Vec<String>> =
            left_out.rows.iter().map(|row| row.iter().map(|cell| cell.text().into_owned()).collect()).collect();
        let eva = rows.iter().find(|row| row[1] == formula).unwrap_or_else(|| panic!("{rows:?}"));
        assert!(eva[2].contains("3"), "{eva:?}");
        if save == "Save" {
            at.press("English");
        }
    }
}

#[test]
fn a_page_says_which_characters_it_lacks() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    fill(&mut office);
    for placement in office.all::<Placement>().unwrap() {
        office.change(placement.id, |placement: &mut Placement| placement.title.push_str(" \u{12a0}")).unwrap();
    }
    drop(office);
    let mut at = AtWindow::open(folder.path(), Some(&folder.path().join("nairobi.sojourn")));
    at.go("Matching");
    at.press("Print...");
    at.give_file(&folder.path().join("page.pdf"), "Save");
    assert!(at.sees("The letters for printing lack \u{12a0}: each is printed as a box"), "{:#?}", at.texts());
}

#[test]
fn several_missions_in_turn_are_shown_with_the_rest_between_and_what_is_proved() {
    let folder = TempDir::new().unwrap();
    let mut office = new_office(&folder);
    fill(&mut office);
    let mut posts = office.all::<Placement>().unwrap();
    posts.sort_by(|one, other| one.title.cmp(&other.title));
    let people = office.all::<Volunteer>().unwrap();
    let later = office.edit(Op::Auto, |edit| {
        // Each begins a year after the one before, so that one person can serve in all of them.
        for (years, post) in (0..).zip(&posts) {
            edit.change(post.id, |post: &mut Placement| {
                let days = chrono::Days::new(365 * years);
                post.start_from = post.start_from.map(|day| day + days);
                post.start_until = post.start_until.map(|day| day + days);
            })?;
        }
        for person in people.iter().filter(|person| person.full_name != "Ana Silva") {
            edit.change(person.id, |person: &mut Volunteer| person.standing = Standing::Left)?;
        }
        Ok(())
    });
    later.unwrap();
    drop(office);
    let mut at = AtWindow::open(folder.path(), Some(&folder.path().join("nairobi.sojourn")));
    at.go("Matching");
    assert!(at.sees("1 of 3 places"), "{:#?}", at.texts());
    at.press("Several missions in turn");
    assert!(at.sees("3 missions of 1 person") && at.sees("proved best"), "{:#?}", at.texts());
    let rows = at.shown.query_all_by_role(Role::Row);
    let labels: Vec<String> = rows.filter_map(|row| row.accesskit_node().label()).collect();
    let turns: Vec<&String> = labels.iter().filter(|label| label.contains("Ana Silva")).collect();
    assert_eq!(turns.len(), 3, "{labels:#?}");
    assert!(!turns[0].contains("Rest before") && turns[1].contains("Rest before"), "{turns:#?}");
    // The mission that is looked at stands at the side, and the switch leads back.
    look_at(&mut at, "Ana Silva, Ward nurse");
    assert!(at.sees("for Ward nurse"), "{:#?}", at.texts());
    at.press("Several missions in turn");
    assert!(at.sees("1 of 3 places") && !at.sees("3 missions of 1 person"), "{:#?}", at.texts());
}
