//! What the office sets for its missions and for matching: kept at once, refused in words, taken back by undo.

use crate::at_window::AtWindow;
use crate::history::new_office;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use sojourn::domain::matching::Settings;
use sojourn::domain::office::Office;
use sojourn::domain::rules::Limits;
use sojourn::domain::volunteer::{Category, ClearanceKind};
use tempfile::TempDir;

fn office(at: &mut AtWindow) -> Office {
    let shared = at.shown.state_mut().as_mut().unwrap().shared();
    shared.desk.office().unwrap().office.clone()
}

fn rules(at: &mut AtWindow) -> Settings {
    office(at).matching.rules
}

fn open(folder: &TempDir) -> AtWindow {
    drop(new_office(folder));
    let mut at = AtWindow::open(folder.path(), Some(&folder.path().join("nairobi.sojourn")));
    at.go("Settings");
    at
}

#[test]
fn the_rules_of_matching_are_set_and_all_of_it_taken_back() {
    let folder = TempDir::new().unwrap();
    let mut at = open(&folder);
    at.fill("Reserved for", "21");
    at.fill("Rest", "4");
    at.fill("With company", "26");
    at.choose("Occupation", "the same major group (1 digit of ISCO-08)");
    at.press_role(Role::CheckBox, "Plan people while a question is open");
    let set = rules(&mut at);
    assert_eq!((set.reserve_days, set.rest_weeks, set.company_from_weeks), (21, 4, 26));
    assert_eq!((set.occupation_digits, set.plan_unknowns), (1, false));

    at.choose("Add a paper", "Insurance");
    at.fill("Takes", "3");
    at.fill("Good for", "1");
    at.press_role(Role::CheckBox, "Only for those who go to another country");
    let insurance = rules(&mut at).papers.into_iter().find(|paper| paper.kind == ClearanceKind::Insurance).unwrap();
    assert_eq!((insurance.lead_weeks, insurance.margin_months, insurance.only_abroad), (3, 1, true));
    assert!(at.sees("Insurance, 3 weeks to get, 1 month beyond the last day, only abroad"), "{:#?}", at.texts());
    at.press("Remove Visa");
    assert!(rules(&mut at).papers.iter().all(|paper| paper.kind != ClearanceKind::Visa));

    for _ in 0..10 {
        at.keys(Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(rules(&mut at), Settings::default());
}

#[test]
fn limits_that_make_no_sense_are_refused_in_words() {
    let folder = TempDir::new().unwrap();
    let mut at = open(&folder);
    at.fill("Reserved for", "0");
    assert!(at.sees("Must be from 1 to 366"), "{:#?}", at.texts());
    at.fill("Reserved for", "two weeks");
    assert!(at.sees("Not a whole number"), "{:#?}", at.texts());
    // The oldest age may not lie below the youngest.
    at.fill("Oldest age", "17");
    assert!(at.sees("Must be from 18 to 120"), "{:#?}", at.texts());
    assert_eq!(rules(&mut at), Settings::default());
    assert_eq!(office(&mut at).limits, Limits::default());

    at.fill("International", "104");
    assert_eq!(office(&mut at).limits.total_weeks.of(Category::International), Some(104));
    at.clear("International");
    assert_eq!(office(&mut at).limits.total_weeks.of(Category::International), None);
}
