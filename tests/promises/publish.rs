//! All data for reporting tools: whole or not at all, the same rows, and no more of people than was chosen.

use crate::command::Desk;
use serde_json::Value;
use sojourn::domain::volunteer::Volunteer;
use sojourn::store::{OfficeFile, Op};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn sample() -> Desk {
    let desk = Desk::new();
    fs::remove_file(&desk.file).unwrap();
    desk.done(&["sample", "FILE", "--volunteers", "120", "--placements", "20", "--missions", "30"]);
    desk
}

fn files(folder: &Path) -> BTreeSet<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

fn all_text(folder: &Path) -> String {
    files(folder).iter().map(|name| fs::read_to_string(folder.join(name)).unwrap()).collect()
}

fn schema(folder: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(folder.join("schema.json")).unwrap()).unwrap()
}

#[test]
fn every_row_is_written_and_nobody_is_named_unless_asked_for() {
    let desk = sample();
    let office = OfficeFile::open(&desk.file).unwrap();
    let counts = office.row_counts().unwrap();
    let people = office.all::<Volunteer>().unwrap();
    drop(office);
    let said = desk.done(&["export-data", "FILE", "data"]);
    let rows: i64 = counts.iter().map(|(_, count)| count).sum();
    assert_eq!(said, format!("{} tables with {rows} rows written to data, personal: none\n", counts.len()));

    let folder = desk.folder.path().join("data");
    let schema = schema(&folder);
    assert_eq!((&schema["personal"], &schema["as_of"]), (&"none".into(), &"2026-11-23".into()));
    let tables = schema["tables"].as_array().unwrap();
    assert_eq!(tables.len(), counts.len());
    for (table, (name, count)) in tables.iter().zip(&counts) {
        assert_eq!((&table["name"], &table["rows"]), (&Value::from(*name), &Value::from(*count)));
        let mut reader = csv::Reader::from_path(folder.join(table["file"].as_str().unwrap())).unwrap();
        let described: Vec<&str> =
            table["columns"].as_array().unwrap().iter().map(|column| column["name"].as_str().unwrap()).collect();
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), described, "{name}");
        assert_eq!(reader.records().map(Result::unwrap).count() as i64, *count, "{name}");
    }
    let text = all_text(&folder);
    for person in &people {
        // Family names are words too; the whole name, the mail address and the day of birth are the person's alone.
        assert!(!text.contains(&person.full_name), "{}", person.full_name);
        assert!(person.email.is_empty() || !text.contains(&person.email), "{}", person.email);
    }
    let volunteers = fs::read_to_string(folder.join("volunteer.csv")).unwrap();
    assert!(volunteers.contains("birth_year") && !volunteers.contains("birth_date"));
    assert!(volunteers.ends_with("\r\n") && volunteers.starts_with("id,reference,sex,birth_year,"), "{volunteers:.80}");

    desk.done(&["export-data", "FILE", "data", "--personal", "names"]);
    let text = all_text(&folder);
    assert!(people.iter().all(|person| text.contains(&person.full_name)));
    assert!(people.iter().all(|person| person.email.is_empty() || !text.contains(&person.email)));

    desk.done(&["export-data", "FILE", "data", "--personal", "all"]);
    let text = all_text(&folder);
    assert!(people.iter().all(|person| text.contains(&person.email)));
    assert!(text.contains("birth_date"));
    assert_eq!(files(&folder).len(), counts.len() + 1);
    let beside = files(desk.folder.path());
    assert!(!beside.iter().any(|name| name.ends_with(".part") || name.ends_with(".before")), "{beside:?}");
}

#[test]
fn who_was_erased_is_nowhere_in_an_export_of_everything() {
    let desk = Desk::new();
    let mut office = OfficeFile::open(&desk.file).unwrap();
    let person = |name: &str, notes: &str| Volunteer {
        full_name: name.into(),
        notes: notes.into(),
        birth_date: Some("1985-05-14".parse().unwrap()),
        ..Volunteer::default()
    };
    let ana = office.edit(Op::Auto, |edit| edit.add_volunteer(person("Anastasia Silvestre", ""))).unwrap().value;
    office.edit(Op::Auto, |edit| edit.add_volunteer(person("Ben \"B\" Costa", "=1+1\nsecond line"))).unwrap();
    office.erase(ana, "Anastasia wrote on Monday").unwrap();
    drop(office);
    desk.done(&["export-data", "FILE", "data", "--personal", "all"]);
    let folder = desk.folder.path().join("data");
    assert!(!all_text(&folder).contains("Anastasia"));
    let mut reader = csv::Reader::from_path(folder.join("volunteer.csv")).unwrap();
    let rows: Vec<std::collections::HashMap<String, String>> = reader.deserialize().map(Result::unwrap).collect();
    assert_eq!((rows[0]["full_name"].as_str(), rows[0]["birth_date"].as_str()), ("", ""));
    assert_eq!((rows[0]["reference"].as_str(), rows[0]["birth_year"].as_str()), ("V-0001", "1985"));
    assert_eq!(rows[1]["full_name"], "Ben \"B\" Costa");
    assert_eq!((rows[1]["notes"].as_str(), rows[1]["birth_date"].as_str()), ("=1+1\nsecond line", "1985-05-14"));
}

#[test]
fn a_folder_with_anything_else_in_it_is_left_alone() {
    let desk = Desk::new();
    let folder = desk.folder.path().join("data");
    desk.done(&["export-data", "FILE", "data"]);
    fs::write(folder.join("notes.txt"), "mine").unwrap();
    let before = files(&folder);
    desk.run(&["export-data", "FILE", "data"]).refused("data holds other files, such as notes.txt");
    assert_eq!(files(&folder), before);
    desk.run(&["export-data", "FILE", "FILE"]).refused("is not a folder");
    desk.run(&["export-data", "FILE", "no/such/data"]).refused("data could not be written");
    assert_eq!(desk.run(&["export-data", "FILE", "data", "--personal", "some"]).status, Some(2));
}
