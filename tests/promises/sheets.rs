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
    desk.run(&[&import[..], &["--map", "map.json"]].concat()).refused("do not have: nickname");
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

#[test]
fn practices_and_what_is_known_of_organisations_come_and_go_as_sheets() {
    let desk = Desk::new();
    desk.write(
        "practices.csv",
        "Title,Stage,Countries,Sectors,Occupation,Languages,Context,Steps,Results,Date\n\
         Kangaroo care,good practice,\"Kenya, Uganda\",Basic health care,2221,\"English, Swahili\",\
         District hospitals,Skin to skin,Fewer deaths,2026-05-01\n\
         Seed banks,promising,Atlantis,,,,,,,\n\
         ,innovation,Kenya,,,,,,,\n",
    );
    let import = ["import", "FILE", "practices", "practices.csv"];
    assert_eq!(desk.json(&import)["counts"], counts(3, 2, 0, 0, 1));
    assert_eq!(desk.json(&import)["counts"], counts(3, 0, 0, 2, 1), "matched by their titles");
    let practices = desk.json(&["list", "FILE", "practices", "--sort", "title"]);
    assert_eq!((&practices[0]["stage"], &practices[0]["countries"]), (&"good".into(), &json!(["KE", "UG"])));
    assert_eq!((&practices[0]["languages"], &practices[0]["occupations"]), (&json!(["en", "sw"]), &json!(["2221"])));
    assert_eq!(practices[1]["context"], "Countries: Atlantis", "what does not fit is kept in words");
    let shown = desk.done(&["show", "FILE", "practice", "G-0001"]);
    assert!(shown.starts_with("Kangaroo care (G-0001)\n") && shown.contains("Kenya, Uganda"), "{shown}");

    desk.write(
        "partners.csv",
        "Name,Kind,Country,Registration number,Due diligence,Vetting date,Heritage,Heritage languages\n\
         Kitui Hospital,partner,Kenya,KE-NGC-218,passed,2026-02-01,,\n\
         Dagbani speakers,diaspora association,Belgium,,,,Ghana,Dagbani; English\n",
    );
    assert_eq!(desk.json(&["import", "FILE", "organisations", "partners.csv"])["counts"], counts(2, 2, 0, 0, 0));
    let partners = desk.json(&["list", "FILE", "organisations", "--sort", "name"]);
    assert_eq!((&partners[0]["heritage"], &partners[0]["heritage_languages"]), (&json!(["GH"]), &json!(["dag", "en"])));
    assert_eq!((&partners[1]["due_diligence"], &partners[1]["registration"]), (&"passed".into(), &"KE-NGC-218".into()));

    for kind in ["practices", "organisations"] {
        for ending in ["xlsx", "csv"] {
            let name = format!("{kind}-out.{ending}");
            desk.done(&["export", "FILE", kind, &name]);
            assert_eq!(desk.json(&["import", "FILE", kind, &name])["counts"], counts(2, 0, 0, 2, 0), "{name}");
        }
    }
    assert_eq!(desk.json(&["history", "FILE"]).as_array().unwrap().len(), 3, "only the office and two imports");
}

/// A list of parts: the word for it, a sheet of two good rows and one that names nobody, what is said of that one, and a
/// cell of the second row with what it is changed to.
struct Parts {
    list: &'static str,
    sheet: &'static str,
    refused: &'static str,
    cell: [&'static str; 2],
}

const NO_ORGANISATION: &str =
    "Nowhere Clinic is not an organisation of this office: write its name, acronym or reference, or add it first";

const PARTS: [Parts; 6] = [
    Parts {
        list: "projects",
        sheet: "Partner,Project,Country,Town,Sector,Start date,End date,Notes\n\
                KH,Newborn care,Kenya,Kitui,Basic health care,2026-01-01,2027-12-31,With the county\n\
                O-0002,Evening school,Belgium,,,,2027-06-30,\n\
                Nowhere Clinic,Wells,Kenya,,,,,\n",
        refused: NO_ORGANISATION,
        cell: ["2027-06-30", "2027-09-30"],
    },
    Parts {
        list: "offers",
        sheet: "Organisation,Offer or need,Kind,What,Language,Sector,Valid until,Notes\n\
                Kitui Hospital,need,skill,Neonatal care,,Basic health care,2027-01-31,Two nurses\n\
                Dagbani speakers,offers,language,,Dagbani,,,evenings\n\
                Nowhere Clinic,need,money,,,,,\n",
        refused: NO_ORGANISATION,
        cell: ["evenings", "weekends"],
    },
    Parts {
        list: "links",
        sheet: "Organisation,Relation,Other organisation,Since,Until,MoU,Notes\n\
                Dagbani speakers,member of,Kitui Hospital,2020-01-01,,No. 7,\n\
                Dagbani speakers,funding,Kitui Hospital,2021-01-01,2024-12-31,,by halves\n\
                Kitui Hospital,twin,Nowhere Clinic,,,,\n",
        refused: "Other organisation: Nowhere Clinic is not an organisation of this office",
        cell: ["by halves", "in full"],
    },
    Parts {
        list: "site-visits",
        sheet: "Organisation,Date,Visited by,Housing,Safety,Counterpart,Again by,What was seen\n\
                Kitui Hospital,2026-02-01,Grace,good,to improve,,2026-08-01,A dry house\n\
                Kitui Hospital,2026-08-01,Grace,good,unfit,good,,\n\
                Nowhere Clinic,2026-02-01,Grace,,,,,\n",
        refused: NO_ORGANISATION,
        cell: ["unfit", "good"],
    },
    Parts {
        list: "replications",
        sheet: "Practice,Organisation,Mission,Who else,Country,Town,Date,Result,What was changed,Notes\n\
                Kangaroo care,Kitui Hospital,M-0001,,Kenya,Kitui,2026-03-01,worked,Shorter visits,\n\
                G-0001,,,A clinic in Mwingi,Kenya,,2026-05-01,too early to say,,two wards\n\
                Cold chains,,,Someone,Kenya,,,,,\n",
        refused: "Practice: Cold chains is not a practice of this office: write its title or reference, or add it first",
        cell: ["two wards", "three wards"],
    },
    Parts {
        list: "people-trained",
        sheet: "Mission,Topic,Gender,Age group,Participants,Date\n\
                M-0001,Neonatal care,F,youth,12,2027-02-01\n\
                M-0001,Neonatal care,M,,5,2027-02-01\n\
                M-0099,Neonatal care,M,,6,2027-02-01\n",
        refused: "Mission: M-0099 is not a mission of this office: write its reference, or add it first",
        cell: [",5,", ",7,"],
    },
];

impl Desk {
    /// An office with what the parts belong to.
    fn with_owners() -> Self {
        let desk = Self::with_people();
        desk.write(
            "partners.csv",
            "Name,Acronym,Kind,Country\nKitui Hospital,KH,partner,Kenya\nDagbani speakers,,diaspora association,Belgium\n",
        );
        desk.write("practices.csv", "Title,Stage\nKangaroo care,good\n");
        desk.done(&["import", "FILE", "organisations", "partners.csv"]);
        desk.done(&["import", "FILE", "practices", "practices.csv"]);
        let who = ["--volunteer", "V-0001", "--placement", "P-0001"];
        desk.done(&[&["place", "FILE"][..], &who, &["--start", "2027-01-11", "--weeks", "9"]].concat());
        desk
    }

    fn listed(&self, list: &str) -> String {
        self.done(&["export", "FILE", list, "out.csv"]);
        std::fs::read_to_string(self.folder.path().join("out.csv")).unwrap()
    }
}

#[test]
fn parts_come_and_go_as_sheets() {
    let desk = Desk::with_owners();
    for Parts { list, sheet, refused, cell: [was, becomes] } in PARTS {
        desk.write("in.csv", sheet);
        let import = ["import", "FILE", list, "in.csv"];
        let done = desk.json(&import);
        assert_eq!(done["counts"], counts(3, 2, 0, 0, 1), "{list}: {done:#}");
        assert_eq!((&done["columns_not_imported"], &done["left_out"]), (&json!([]), &json!([])), "{list}");
        let (row, reason) = (&done["rejected"][0]["row"], done["rejected"][0]["reason"].as_str().unwrap());
        assert!(*row == 4 && reason.contains(refused), "{list}: {done:#}");
        assert_eq!(desk.json(&import)["counts"], counts(3, 0, 0, 2, 1), "{list}: a second time");

        let written = desk.listed(list);
        for ending in ["xlsx", "csv"] {
            let name = format!("{list}.{ending}");
            desk.done(&["export", "FILE", list, &name]);
            assert_eq!(desk.json(&["import", "FILE", list, &name])["counts"], counts(2, 0, 0, 2, 0), "{name}");
        }
        desk.done(&["undo", "FILE"]);
        assert_eq!(desk.listed(list).lines().count(), 1, "{list}: one undo takes all of it back");
        for ending in ["xlsx", "csv"] {
            let name = format!("{list}.{ending}");
            assert_eq!(desk.json(&["import", "FILE", list, &name])["counts"], counts(2, 2, 0, 0, 0), "{name}");
            assert_eq!(desk.listed(list), written, "{name}");
            desk.done(&["undo", "FILE"]);
        }

        desk.json(&import);
        desk.write("in.csv", sheet.replace(was, becomes));
        assert_eq!(desk.json(&import)["counts"], counts(3, 0, 1, 1, 1), "{list}: {was} becomes {becomes}");
        assert_ne!(desk.listed(list), written, "{list}");
    }
    assert_eq!(desk.json(&["check", "FILE"])["problems"], json!([]));
}

#[test]
fn a_part_is_never_given_to_somebody_by_a_guess() {
    let desk = Desk::with_owners();
    desk.write("twins.csv", "Name,Country\nClinic,Kenya\nClinic,Uganda\n");
    desk.done(&["import", "FILE", "organisations", "twins.csv"]);
    let rejected = |list: &str, sheet: &str| {
        desk.write("in.csv", sheet);
        let done = desk.json(&["import", "FILE", list, "in.csv"]);
        done["rejected"][0]["reason"].as_str().unwrap_or("nothing was rejected").to_owned()
    };
    let several = rejected("projects", "Partner,Title\nClinic,Wells\n");
    assert_eq!(several, "Partner: Clinic may be several: write the reference of the one that is meant");
    assert_eq!(rejected("projects", "Partner,Title\n,Wells\n"), "there is no organisation");
    assert_eq!(rejected("links", "From,Kind,To\nKH,twin,KH\n"), "an organisation is not linked to itself");
    let unclear = rejected("people-trained", "Mission,Sex,People\nM-0001,somebody,5\n");
    assert!(unclear.starts_with("Sex: somebody is not a known word for a sex"), "{unclear}");
    let order = rejected("projects", "Partner,Title,From,To\nKH,Wells,2027-02-01,2027-01-01\n");
    assert!(order.starts_with("the last day 2027-01-01 lies before the first day 2027-02-01"), "{order}");

    desk.write("in.csv", "Partner,Title\nO-0003,Wells\nO-0004,Wells\n");
    assert_eq!(desk.json(&["import", "FILE", "projects", "in.csv"])["counts"], counts(2, 2, 0, 0, 0));
    desk.done(&["export", "FILE", "projects", "out.csv"]);
    assert_eq!(desk.json(&["import", "FILE", "projects", "out.csv"])["counts"], counts(2, 0, 0, 2, 0));
    desk.run(&["import", "FILE", "projects", "twins.csv"]).refused("no column holds the organisation");
    let undone = desk.done(&["undo", "FILE"]);
    assert!(undone.ends_with("undone: imported projects from in.csv: 2 new, 0 updated\n"), "{undone}");
}
