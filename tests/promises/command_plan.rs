//! The plan on the command line: what scripts get, what each flag does, and that accepting it is one edit.

use super::command::Desk;
use sojourn::exchange::spreadsheet::{TextChoices, Workbook};
use std::collections::BTreeSet;

/// A sample office in the place of the empty one.
fn desk() -> Desk {
    sample(["300", "40", "80"])
}

fn sample([volunteers, placements, missions]: [&str; 3]) -> Desk {
    let desk = Desk::new();
    std::fs::remove_file(&desk.file).unwrap();
    desk.done(&["sample", "FILE", "--volunteers", volunteers, "--placements", placements, "--missions", missions]);
    desk
}

#[test]
fn the_plan_is_told_with_reasons_and_proof_and_each_pair_can_be_explained() {
    let desk = desk();
    let plan = desk.json(&["match", "FILE"]);
    let matches = plan["matches"].as_array().unwrap();
    assert!(!matches.is_empty() && plan["proved"].as_bool() == Some(true), "{plan:#}");
    let people: BTreeSet<&str> = matches.iter().map(|found| found["volunteer"].as_str().unwrap()).collect();
    assert_eq!(people.len(), matches.len(), "nobody is in two places");
    assert_eq!(plan["total"]["filled"].as_u64().unwrap() as usize, matches.len());
    let empty: u64 = plan["unfilled"].as_array().unwrap().iter().map(|one| one["places"].as_u64().unwrap()).sum();
    assert_eq!(plan["total"]["places"].as_u64().unwrap(), matches.len() as u64 + empty, "each place is told once");
    assert_eq!(plan["unplaced"].as_array().unwrap().len() + matches.len(), 300, "so is each person");

    let found = matches.iter().find(|found| found["settled"].is_null()).unwrap();
    let pair = [found["reference"].as_str().unwrap(), found["placement_reference"].as_str().unwrap()];
    let explained = desk.json(&["explain", "FILE", "--volunteer", pair[0], "--placement", pair[1]]);
    assert_eq!((explained["allowed"].as_bool(), &explained["fit"]), (Some(true), &found["fit"]));
    let cost = |what: &str| explained["cost"][what].as_i64().unwrap();
    assert_eq!((cost("places"), cost("urgency"), cost("fit")), (0, 0, 0), "it is the plan's own");
    assert!(desk.done(&["match", "FILE"]).contains("no plan is better"));
    let outside = desk.run(&["explain", "FILE", "--volunteer", pair[0], "--placement", "P-9999"]);
    outside.refused("there is no placement P-9999");
}

#[test]
fn the_plan_goes_out_as_a_workbook_that_reads_back() {
    let desk = desk();
    let plan = desk.json(&["match", "FILE", "--out", "plan.xlsx"]);
    let mut book = Workbook::open(&desk.folder.path().join("plan.xlsx")).unwrap();
    let mut rows = |sheet: &str| book.read(Some(sheet), &TextChoices::default()).unwrap().1.rows.len() - 1;
    let count = |what: &str| plan[what].as_array().unwrap().len();
    assert_eq!(rows("Plan"), count("matches"));
    assert_eq!(rows("Empty places"), count("unfilled"));
    assert_eq!(rows("Left out"), count("unplaced"));
    let (_, table) = book.read(Some("Plan"), &TextChoices::default()).unwrap();
    let head = |name: &str| (0..table.width()).find(|column| table.cell(0, *column).text() == name).unwrap();
    for (row, found) in plan["matches"].as_array().unwrap().iter().enumerate() {
        let cell = |name: &str| table.cell(row + 1, head(name)).text().into_owned();
        assert_eq!(cell("Volunteer"), found["reference"].as_str().unwrap());
        assert_eq!(cell("Placement"), found["placement_reference"].as_str().unwrap());
        assert_eq!(cell("Fit"), found["fit"].to_string());
        let first = table.cell(row + 1, head("First day")).date().unwrap();
        assert_eq!(first.to_string(), found["days"]["first"].as_str().unwrap());
        assert!(!cell("Reasons").is_empty());
        assert_eq!(cell("Open questions").is_empty(), found["questions"].as_array().unwrap().is_empty());
    }
    let other = desk.run(&["match", "FILE", "--out", "plan.csv"]);
    assert!(other.status == Some(2) && other.err.contains("the plan cannot be written to plan.csv"), "{other:?}");
}

#[test]
fn an_empty_place_is_told_with_who_would_move_if_it_were_filled() {
    let desk = sample(["600", "200", "0"]);
    let plan = desk.json(&["match", "FILE"]);
    let instead = |one: &&serde_json::Value| one["why"]["instead"].is_object();
    let all: Vec<&serde_json::Value> = plan["unfilled"].as_array().unwrap().iter().filter(instead).collect();
    assert!(!all.is_empty(), "{plan:#}");
    let table = desk.done(&["match", "FILE"]);
    for one in all {
        let moves = one["why"]["instead"]["moves"].as_array().unwrap();
        let comes = moves.iter().filter(|moved| moved["to"] == one["placement"]).count();
        let goes = moves.iter().filter(|moved| moved["from"] == one["placement"]).count();
        assert_eq!(comes, goes + 1, "{one:#}");
        let reference = one["placement_reference"].as_str().unwrap();
        let line = table.lines().skip_while(|line| *line != "Empty:").find(|line| line.starts_with(reference)).unwrap();
        let told = line.split_once("filling this one instead would cost ").expect(line).1;
        assert_eq!(told.matches(&format!(" to {reference}")).count(), comes, "{line}");
    }
}

#[test]
fn weights_and_rules_set_aside_change_the_plan_and_accepting_it_is_one_edit() {
    let desk = desk();
    let plan = desk.json(&["match", "FILE"]);
    let relaxed = desk.json(&["match", "FILE", "--relax", "language", "--relax", "category"]);
    assert!(relaxed["pairs"].as_u64().unwrap() > plan["pairs"].as_u64().unwrap());
    let weights = desk.folder.path().join("weights.json");
    std::fs::write(&weights, r#"{"language": 90, "occupation": 0}"#).unwrap();
    let other = desk.json(&["match", "FILE", "--weights", weights.to_str().unwrap()]);
    assert_ne!(other["total"]["fit"], plan["total"]["fit"]);
    std::fs::write(&weights, "language = 90").unwrap();
    desk.run(&["match", "FILE", "--weights", weights.to_str().unwrap()]).refused("weights.json cannot be used");

    let accepted = desk.json(&["match", "FILE", "--accept"]);
    let missions = accepted["accepted"].as_array().unwrap().len();
    assert_eq!(missions, plan["matches"].as_array().unwrap().len());
    let after = desk.json(&["match", "FILE"]);
    // Whoever is proposed may go on to a later placement, but not be in two at once.
    let day = |found: &serde_json::Value, what: &str| found["days"][what].as_str().unwrap().to_owned();
    for found in after["matches"].as_array().unwrap() {
        let same = |one: &&serde_json::Value| one["volunteer"] == found["volunteer"];
        for before in plan["matches"].as_array().unwrap().iter().filter(same) {
            let apart = day(before, "last") < day(found, "first") || day(found, "last") < day(before, "first");
            assert!(apart, "{} {} {}", found["name"], before["days"], found["days"]);
        }
    }
    desk.done(&["undo", "FILE"]);
    assert_eq!(desk.json(&["match", "FILE"]), plan);
}

#[test]
fn several_missions_in_turn_are_told_with_rest_between_and_a_bound() {
    let desk = desk();
    let told = desk.json(&["match", "FILE", "--sequences", "--months", "60"]);
    let people = told["people"].as_array().unwrap();
    let day = |mission: &serde_json::Value, which: &str| -> chrono::NaiveDate {
        mission["days"][which].as_str().unwrap().parse().unwrap()
    };
    let mut count = 0;
    for one in people {
        let missions = one["missions"].as_array().unwrap();
        count += missions.len();
        for pair in missions.windows(2) {
            assert!((day(&pair[1], "first") - day(&pair[0], "last")).num_days() > 14, "{one:#}");
        }
    }
    assert!(count > 0 && told["missions"].as_u64() == Some(count as u64), "{told:#}");
    assert!(told["gap"]["urgency"].as_i64() >= Some(0) && told["gap"]["fit"].as_i64() >= Some(0));
    let shown = desk.done(&["match", "FILE", "--sequences"]);
    assert!(shown.contains("missions of") && shown.contains("no plan "), "{shown}");
    let both = desk.run(&["match", "FILE", "--sequences", "--accept"]);
    assert_ne!(both.status, Some(0), "accepting is for one mission each");
}

#[test]
fn a_bare_instance_is_solved_for_missions_in_turn() {
    let desk = desk();
    let path = desk.folder.path().join("two.vm");
    std::fs::write(&path, "VMATCH 1 1 2 2\nP 1 1 3 9 4\nP 1 1 11 20 4\nV 1 2 0 9 1 2\n").unwrap();
    let path = path.to_str().unwrap();
    let told = desk.json(&["solve", path, "--sequences"]);
    assert_eq!((told["value"].as_i64(), told["bound"].as_i64()), (Some(11), Some(11)));
    assert_eq!((told["missions"].as_i64(), told["closed"].as_bool()), (Some(2), Some(true)));
    assert_eq!(desk.json(&["solve", path, "--sequences", "--rest-weeks", "3"])["value"].as_i64(), Some(9));
    assert!(desk.done(&["solve", path, "--sequences"]).contains("value 11, 2 missions of 1 people, proved best"));
}
