//! The plan on the command line: what scripts get, what each flag does, and that accepting it is one edit.

use super::command::Desk;
use std::collections::BTreeSet;

/// A sample office in the place of the empty one.
fn desk() -> Desk {
    let desk = Desk::new();
    std::fs::remove_file(&desk.file).unwrap();
    desk.done(&["sample", "FILE", "--volunteers", "300", "--placements", "40", "--missions", "80"]);
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
    assert_eq!(after["matches"].as_array().unwrap().len(), 0, "whoever is proposed is not planned for again");
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
