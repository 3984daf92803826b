//! Sheets in and lists out, by commands.

use crate::command::Desk;
use serde_json::{Value, json};
use sojourn::store::OfficeFile;
use std::path::{Path, PathBuf};

const PEOPLE: &str = "\
Full name,Date of birth,Nationality,E-mail,Languages,Shoe size
Elli Heikkilä,1990-02-03,Finland,elli@example.org,\"Finnish (native), English C1\",38
Bob Tan,1988-11-30,Singapore,bob@example.org,English,43
,1991-01-01,Kenya,nobody@example.org,,40
Tim Later,2031-01-01,Kenya,tim@example.org,,41
";

impl Desk {
    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    fn counts(&self) -> [u64; 5] {
        OfficeFile::open(&self.file).unwrap().counts().unwrap()
    }

    fn backups(&self) -> usize {
        OfficeFile::open(&self.file).unwrap().backups().unwrap().len()
    }
}

/// What is no sheet, made beside a list that is one (good.xlsx), and what is said of each.
pub fn malformed_sheets(desk: &Desk) -> Vec<(PathBuf, &'static str)> {
    desk.done(&["export", "FILE", "volunteers", "good.xlsx"]);
    let good = std::fs::read(desk.folder.path().join("good.xlsx")).unwrap();
    let folder = desk.folder.path().join("folder.csv");
    std::fs::create_dir(&folder).unwrap();
    vec![
        (desk.write("cut.xlsx", &good[..good.len() / 2]), "is damaged or was not copied completely"),
        (desk.write("end.xlsx", &good[good.len() / 2..]), "end.xlsx is not a table"),
        (desk.write("empty.xlsx", ""), "empty.xlsx is empty"),
        (desk.write("empty.csv", ""), "empty.csv is empty"),
        (desk.write("letter.csv", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), "is not a table but a PDF document"),
        (desk.write("office.csv", b"SQLite format 3\0...."), "is not a table but a database"),
        (folder, "is a folder, not a file"),
    ]
}

/// A real file, where they are at hand.
pub fn real(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real/tables").join(name);
    if !path.is_file() {
        println!("skipped: ../shared/real/tables/{name} is not there");
    }
    path.is_file().then_some(path)
}

fn counts(rows: u64, new: u64, updated: u64, unchanged: u64, rejected: u64) -> Value {
    json!({ "rows": rows, "new": new, "updated": updated, "unchanged": unchanged, "rejected": rejected })
}

#[test]
fn an_import_adds_up_is_backed_up_and_undone_at_once() {
    let desk = Desk::new();
    desk.write("people.csv", PEOPLE);
    let import = ["import", "FILE", "volunteers", "people.csv"];
    let dry = desk.json(&[&import[..], &["--dry-run"]].concat());
    assert_eq!((&dry["counts"], &dry["backup"]), (&counts(4, 2, 0, 0, 2), &Value::Null));
    assert_eq!((desk.counts(), desk.backups()), ([0; 5], 0));

    let done = desk.json(&[&import[..], &["--rejected", "rejected.csv"]].concat());
    assert_eq!(done["counts"], counts(4, 2, 0, 0, 2));
    assert_eq!(done["columns_not_imported"], json!(["Shoe size"]));
    assert_eq!((&done["rejected"][0]["row"], &done["rejected"][1]["row"]), (&4.into(), &5.into()));
    let rejected = std::fs::read_to_string(desk.folder.path().join("rejected.csv")).unwrap();
    assert!(rejected.lines().nth(2).unwrap().starts_with("Tim Later,2031-01-01,Kenya,tim@example.org,,41,"));
    let elli = &desk.json(&["list", "FILE", "volunteers", "--search", "heikkila"])[0];
    assert_eq!((&elli["birth_date"], &elli["nationalities"]), (&"1990-02-03".into(), &json!(["FI"])));
    assert_eq!((desk.counts(), desk.backups()), ([2, 0, 0, 0, 0], 1));

    let again = desk.json(&import);
    assert_eq!(again["counts"], counts(4, 0, 0, 2, 2));
    assert_eq!(desk.json(&["history", "FILE"]).as_array().unwrap().len(), 2, "nothing new, no edit");
    assert_eq!(desk.backups(), 1);

    desk.write("people.csv", PEOPLE.replace("bob@example.org", "bob.tan@example.org"));
    desk.write("rejected.csv", rejected.replace("2031", "1991"));
    assert_eq!(desk.json(&["import", "FILE", "volunteers", "rejected.csv"])["counts"], counts(2, 1, 0, 0, 1));
    let undone = desk.done(&["undo", "FILE", "--steps", "2"]);
    assert!(undone.ends_with("undone: imported volunteers from people.csv: 2 new, 0 updated\n"), "{undone}");
    assert_eq!(desk.counts(), [0; 5]);
    assert_eq!(desk.json(&["check", "FILE"])["problems"], json!([]));
}

#[test]
fn what_only_a_person_knows_is_asked_and_answered_by_the_mapping() {
    let desk = Desk::new();
    desk.write("people.csv", "Full name,Date of birth\nAna Silva,03/04/1990\nElli Heikkilä,05/06/1991\n");
    let import = ["import", "FILE", "volunteers", "people.csv"];
    let asked = desk.run(&[&import[..], &["--write-map", "map.json"]].concat());
    asked.refused("does the day or the month come first?");
    let path = desk.folder.path().join("map.json");
    let mut mapping: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    mapping["columns"][1]["date_order"] = "day_first".into();
    std::fs::write(&path, mapping.to_string()).unwrap();
    desk.json(&[&import[..], &["--map", "map.json"]].concat());
    assert_eq!(desk.json(&["list", "FILE", "volunteers"])[0]["birth_date"], "1990-04-03");
    assert_eq!(desk.json(&import)["counts"], counts(2, 0, 0, 2, 0), "the answer is remembered");

    desk.run(&["import", "FILE", "placements", "people.csv", "--map", "map.json"])
        .refused("map.json cannot be used: it is for volunteers, not for placements");
    mapping["columns"][0]["field"] = "nickname".into();
    std::fs::write(&path, mapping.to_string()).unwrap();
    desk.run(&[&import[..], &["--map", "map.json"]].concat()).refused("does not have: nickname");
    desk.run(&[&import[..], &["--map", "people.csv"]].concat()).refused("people.csv cannot be used");
}

#[test]
fn a_file_that_is_no_sheet_is_refused_and_nothing_is_written_over() {
    let desk = Desk::with_people();
    let sheets = malformed_sheets(&desk);
    let good = std::fs::read(desk.folder.path().join("good.xlsx")).unwrap();
    let before = desk.json(&["history", "FILE"]);
    for kind in ["volunteers", "placements", "organisations"] {
        for (sheet, sentence) in &sheets {
            desk.run(&["import", "FILE", kind, sheet.to_str().unwrap()]).refused(sentence);
        }
        if let Some(protected) = real("workbooks/pass_protected.xlsx") {
            desk.run(&["import", "FILE", kind, protected.to_str().unwrap()]).refused("is protected with a password");
        }
    }
    desk.run(&["import", "FILE", "volunteers", "nowhere.csv"]).refused("there is no file nowhere.csv");
    desk.run(&["import", "FILE", "volunteers", "good.xlsx", "--sheet", "Posts"]).refused("it has: Volunteers");
    let import = ["import", "FILE", "volunteers", "good.xlsx"];
    desk.run(&[&import[..], &["--rejected", "good.xlsx"]].concat()).refused("good.xlsx would be overwritten");
    desk.run(&[&import[..], &["--write-map", "FILE"]].concat()).refused("nairobi.sojourn would be overwritten");
    desk.run(&[&import[..], &["--rejected", "nowhere/rejected.csv"]].concat())
        .refused("rejected.csv could not be written");
    assert_eq!(std::fs::read(desk.folder.path().join("good.xlsx")).unwrap(), good);
    assert_eq!(desk.json(&["history", "FILE"]), before);
}

#[test]
fn lists_that_were_written_come_back_as_they_were() {
    let desk = Desk::with_people();
    let place =
        ["place", "FILE", "--volunteer", "V-0001", "--placement", "P-0001", "--start", "2027-01-11", "--weeks", "9"];
    desk.done(&place);
    for ending in ["xlsx", "csv"] {
        for kind in ["volunteers", "placements"] {
            let name = format!("{kind}.{ending}");
            desk.done(&["export", "FILE", kind, &name]);
            let report = desk.json(&["import", "FILE", kind, &name]);
            let rows = report["counts"]["rows"].clone();
            assert_eq!(report["counts"]["unchanged"], rows, "{name}: {report:#}");
            let other = Desk::new();
            std::fs::copy(desk.folder.path().join(&name), other.folder.path().join(&name)).unwrap();
            assert_eq!(other.json(&["import", "FILE", kind, &name])["counts"]["new"], rows, "{name}");
        }
    }
    assert_eq!(desk.done(&["export", "FILE", "missions", "calendar.ics"]), "1 mission written to calendar.ics\n");
    let calendar = std::fs::read_to_string(desk.folder.path().join("calendar.ics")).unwrap();
    assert!(
        calendar.contains("DTSTART;VALUE=DATE:20270111") && calendar.contains("DTEND;VALUE=DATE:20270315"),
        "{calendar}"
    );
    let refused = desk.run(&["export", "FILE", "volunteers", "people.ics"]);
    assert_eq!(refused.status, Some(2), "{refused:?}");
    assert!(refused.err.contains("volunteers are written to .xlsx or .csv"), "{refused:?}");
    desk.run(&["export", "FILE", "volunteers", "nowhere/people.csv"]).refused("people.csv could not be written");
}

#[test]
fn the_same_seed_makes_the_same_sample_office() {
    let desk = Desk::new();
    let sizes = ["--volunteers", "60", "--placements", "12", "--missions", "20"];
    for (file, seed) in [("a.sojourn", "7"), ("b.sojourn", "7"), ("c.sojourn", "8")] {
        let made = desk.done(&[&["sample", file, "--seed", seed][..], &sizes].concat());
        assert!(made.starts_with(&format!("made {file}: 60 volunteers, ")), "{made}");
        assert_eq!(desk.json(&["check", file])["problems"], json!([]));
    }
    let people = |file| desk.json(&["list", file, "volunteers"]);
    assert_eq!(people("a.sojourn"), people("b.sojourn"));
    assert_ne!(people("a.sojourn"), people("c.sojourn"));
    desk.run(&["sample", "a.sojourn"]).refused("a.sojourn is already there");
}
