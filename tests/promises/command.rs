//! The command line, run as scripts run it: the program itself, its output and exit status.

use rusqlite::Connection;
use serde_json::Value;
use sojourn::domain::placement::{Placement, Requirement, RequirementKind, Weight};
use sojourn::domain::reference::{Country, Language};
use sojourn::domain::volunteer::{LanguageSkill, Level, Volunteer};
use sojourn::domain::{Id, Kind, volunteer};
use sojourn::store::{OfficeFile, Op};
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// The program, with a fixed day and author.
pub fn program() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_sojourn"));
    program.env("SOJOURN_TODAY", "2026-11-23").env("SOJOURN_AUTHOR", "Grace Wanjiru").stdin(Stdio::null());
    program
}

/// What a command said and how it ended.
#[derive(Debug)]
pub struct Said {
    pub status: Option<i32>,
    pub out: String,
    pub err: String,
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        Self {
            status: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Said {
    /// Refused with one plain sentence and perhaps a hint, nothing on stdout, and no inner workings shown.
    #[track_caller]
    pub fn refused(&self, sentence: &str) {
        assert_eq!(self.status, Some(1), "{self:?}");
        assert!(self.out.is_empty(), "{self:?}");
        let lines: Vec<&str> = self.err.lines().collect();
        assert!(lines[0].starts_with("sojourn: ") && lines[0].contains(sentence), "{sentence:?} in {self:?}");
        assert!(lines.len() <= 2 && lines[1..].iter().all(|line| line.starts_with("hint: ")), "{self:?}");
        assert!(!self.err.contains("panicked"), "{self:?}");
    }
}

/// A folder with an office file in it.
pub struct Desk {
    pub folder: TempDir,
    pub file: PathBuf,
}

impl Desk {
    pub fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("nairobi.sojourn");
        let desk = Self { folder, file };
        let said = desk.run(&["new", "FILE", "--name", "Nairobi office", "--country", "Kenya"]);
        assert_eq!(said.status, Some(0), "{said:?}");
        desk
    }

    /// An office with two people and a post.
    pub fn with_people() -> Self {
        let desk = Self::new();
        let mut office = OfficeFile::open(&desk.file).unwrap();
        office.set_today("2026-11-23".parse().unwrap());
        let kenya = Country::parse_code("KE").unwrap();
        office
            .edit(Op::Auto, |edit| {
                let ana = edit.add_volunteer(Volunteer {
                    full_name: "Ana Silva".into(),
                    nationalities: vec![Country::parse_code("PT").unwrap()],
                    birth_date: Some("1985-05-14".parse().unwrap()),
                    categories: vec![volunteer::Category::International],
                    ..Volunteer::default()
                })?;
                let language = Language::parse_code("fr").unwrap();
                edit.add(LanguageSkill { id: Id::random(), of: ana, language, level: Some(Level::B2) })?;
                edit.add_volunteer(Volunteer { full_name: "王小明".into(), ..Volunteer::default() })?;
                let post = Placement {
                    title: "Neonatal nurse trainer".into(),
                    country: Some(kenya),
                    start_from: Some("2027-01-11".parse().unwrap()),
                    ..Placement::default()
                };
                edit.add(post)
            })
            .unwrap();
        desk
    }

    /// Runs a command; FILE stands for the office file.
    pub fn run(&self, arguments: &[&str]) -> Said {
        self.command(arguments).output().unwrap().into()
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut program = program();
        program.current_dir(self.folder.path());
        for argument in arguments {
            if *argument == "FILE" {
                program.arg(&self.file)
            } else {
                program.arg(argument)
            };
        }
        program
    }

    #[track_caller]
    pub fn done(&self, arguments: &[&str]) -> String {
        let said = self.run(arguments);
        assert_eq!((said.status, said.err.as_str()), (Some(0), ""), "{said:?}");
        said.out
    }

    #[track_caller]
    pub fn json(&self, arguments: &[&str]) -> Value {
        let mut arguments = arguments.to_vec();
        arguments.extend(["--format", "json"]);
        serde_json::from_str(&self.done(&arguments)).unwrap()
    }
}

#[test]
fn the_life_of_an_office_by_commands() {
    let desk = Desk::with_people();
    let people = desk.json(&["list", "FILE", "volunteers"]);
    let names: Vec<&str> = people.as_array().unwrap().iter().map(|one| one["full_name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Ana Silva", "王小明"]);
    let ana = &people[0];
    assert_eq!(ana["birth_date"], "1985-05-14");
    assert_eq!(ana["nationalities"][0], "PT");
    assert_eq!((&ana["languages"][0]["language"], &ana["languages"][0]["level"]), (&"fr".into(), &"B2".into()));
    assert_eq!(desk.done(&["list", "FILE", "volunteer", "--search", "SILV", "--format", "csv"]).lines().count(), 2);

    let placed = desk.done(&[
        "place",
        "FILE",
        "--volunteer",
        "v-0001",
        "--placement",
        "P-0001",
        "--start",
        "2027-01-11",
        "--weeks",
        "26",
    ]);
    assert_eq!(
        placed,
        "M-0001: Ana Silva (V-0001) as Neonatal nurse trainer (P-0001), 2027-01-11 to 2027-07-11 (26 weeks), proposed\n"
    );
    let mission = desk.json(&["show", "FILE", "missions", "M-0001"]);
    assert_eq!((&mission["last"], &mission["stage"]), (&"2027-07-11".into(), &"proposed".into()));
    assert!(mission["milestones"].as_array().unwrap().len() > 5);
    assert_eq!(desk.json(&["list", "FILE", "missions"])[0]["volunteer_name"], "Ana Silva");
    assert_eq!(desk.json(&["list", "FILE", "placements"])[0]["free_places"], 0);

    assert_eq!(
        desk.done(&["undo", "FILE"]),
        "undone: placed Ana Silva as Neonatal nurse trainer from 2027-01-11 to 2027-07-11\n"
    );
    assert_eq!(desk.json(&["list", "FILE", "missions"]).as_array().unwrap().len(), 0);
    assert!(desk.done(&["redo", "FILE"]).starts_with("redone: placed Ana Silva"));
    let history = desk.json(&["history", "FILE"]);
    assert_eq!(history[0]["op"]["did"], "redid");
    assert_eq!((&history[2]["op"]["did"], &history[2]["author"]), (&"placed".into(), &"Grace Wanjiru".into()));
    let record = desk.json(&["history", "FILE", "--record", ana["id"].as_str().unwrap()]);
    assert!(record.as_array().unwrap().iter().any(|cell| cell["field"] == "full_name" && cell["to"] == "Ana Silva"));

    desk.done(&["backup", "FILE", "copy.sojourn"]);
    let copy = desk.folder.path().join("copy.sojourn");
    assert_eq!(OfficeFile::open(&copy).unwrap().counts().unwrap(), [2, 0, 1, 1, 0]);
    desk.run(&["backup", "FILE", "copy.sojourn"]).refused("copy.sojourn is already there");
    let check = desk.json(&["check", "FILE"]);
    assert_eq!(check["problems"], Value::Array(Vec::new()));
}

#[test]
fn what_a_person_reads() {
    let desk = Desk::with_people();
    let place = ["place", "FILE", "--volunteer", "V-0001", "--placement", "P-0001", "--start", "2027-01-11"];
    desk.done(&[&place[..], &["--weeks", "8"]].concat());
    insta::assert_snapshot!(desk.done(&["list", "FILE", "volunteers"]), @r"
    reference  name       nationalities  categories     languages  state
    V-0001     Ana Silva  Portugal       international  French B2  proposed
    V-0002     王小明                                              applied
    2 volunteers
    ");
    insta::assert_snapshot!(desk.done(&["list", "FILE", "placements", "--search", "nurse"]), @r"
    reference  title                   country  start from  places  free places  priority  status
    P-0001     Neonatal nurse trainer  Kenya    2027-01-11  1       0            normal    draft
    1 placement
    ");
    let shown = desk.done(&["show", "FILE", "volunteer", "V-0001"]);
    let stable: Vec<&str> = shown.lines().filter(|line| !line.starts_with("id ")).collect();
    insta::assert_snapshot!(stable.join("\n"), @r"
    Ana Silva (V-0001)
    reference               V-0001
    full name               Ana Silva
    birth date              1985-05-14
    nationalities           Portugal
    categories              international
    standing                applied

    languages
      language: French; level: B2

    standings
      standing: applied; since: 2026-11-23

    missions
      reference: M-0001; placement: Neonatal nurse trainer (P-0001); first: 2027-01-11; last: 2027-03-07; stage: proposed
    ");
    let shown = desk.done(&["show", "FILE", "mission", "M-0001"]);
    let stable: Vec<&str> = shown.lines().filter(|line| !line.starts_with("id ")).collect();
    insta::assert_snapshot!(stable.join("\n"), @r"
    Ana Silva (M-0001)
    reference               M-0001
    volunteer               Ana Silva (V-0001)
    placement               Neonatal nurse trainer (P-0001)
    first                   2027-01-11
    last                    2027-03-07
    stage                   proposed

    steps
      stage: proposed; on: 2026-11-23; by: office

    milestones
      name: References; who: office; due: 2026-08-24
      name: Passport check; who: office; due: 2026-09-21
      name: Medical examination; who: volunteer; due: 2026-10-19
      name: Police check; who: volunteer; due: 2026-10-19; note: At home and where the volunteer has lived
      name: Safeguarding training; who: volunteer; due: 2026-11-16
      name: Visa or work permit; who: office; due: 2026-11-16
      name: Pre-departure training; who: head-office; due: 2026-12-14
      name: Flight booked; who: office; due: 2026-12-21
      name: Accommodation checked; who: partner; due: 2026-12-28
      name: Security briefing; who: office; due: 2027-01-14
      name: Arrival confirmed; who: partner; due: 2027-01-14
      name: In-country orientation; who: office; due: 2027-01-25
      name: Contract ends in 15 days; who: office; due: 2027-02-20
      name: Final report; who: volunteer; due: 2027-02-21
      name: Debriefing; who: office; due: 2027-02-28
      name: Certificate; who: office; due: 2027-03-07
      name: Return follow-up; who: head-office; due: 2027-09-07
    ");
}

#[test]
fn candidates_are_ranked_with_what_speaks_for_and_against_each() {
    let desk = Desk::with_people();
    let mut office = OfficeFile::open(&desk.file).unwrap();
    let of = office.resolve(Kind::Placement, "P-0001").unwrap();
    let added = office.edit(Op::Auto, |edit| {
        let french = Requirement {
            kind: RequirementKind::Language,
            weight: Weight::Must,
            language: Language::parse_code("fr"),
            language_level: Some(Level::B1),
            id: Id::random(),
            of,
            name: String::new(),
            skill_level: None,
            years: None,
        };
        edit.add(french)?;
        edit.add_volunteer(Volunteer {
            full_name: "Tim Later".into(),
            birth_date: Some("2015-01-01".parse().unwrap()),
            ..Volunteer::default()
        })
    });
    added.unwrap();
    drop(office);
    insta::assert_snapshot!(desk.done(&["candidates", "FILE", "p-0001"]), @r"
    Neonatal nurse trainer (P-0001)

         3  looked at
         2  left after age: 1 fell out, 1 by nothing else

    2 fit
    fit  reference  name       first day   weeks  for                                              against
    48   V-0001     Ana Silva  2027-01-18  104    1 of 1 languages reached, 1 above what is asked  has applied, not assessed yet
    26   V-0002     王小明     2027-01-18  104    starts 7 days after the first day wanted         has applied, not assessed yet

    1 nearly fits
    fit  reference  name       first day   weeks  for                                       against
    28   V-0003     Tim Later  2027-01-18  104    starts 7 days after the first day wanted  18 to 75 years old, is 12 on the first day and 14 on the last
    ");
    let found = desk.json(&["candidates", "FILE", "P-0001"]);
    assert_eq!((&found["people"], &found["placement_reference"]), (&3.into(), &"P-0001".into()));
    let fell_out: u64 = found["funnel"].as_array().unwrap().iter().map(|step| step["fell_out"].as_u64().unwrap()).sum();
    assert_eq!(3 - fell_out, found["fitting_count"].as_u64().unwrap(), "whoever does not fit fell out of the funnel");
    let ana = &found["fitting"][0];
    assert_eq!((&ana["reference"], &ana["days"]["first"]), (&"V-0001".into(), &"2027-01-18".into()));
    assert!(ana["reason_for"].is_string() && ana["reason_against"].is_string(), "{ana:#}");
    assert_eq!(found["nearest"][0]["failed"].as_array().unwrap().len(), 1);
    let one = desk.json(&["candidates", "FILE", "P-0001", "--limit", "1"]);
    assert_eq!((one["fitting"].as_array().unwrap().len(), &one["fitting_count"]), (1, &found["fitting_count"]));
    let id = found["placement"].as_str().unwrap();
    assert_eq!(desk.json(&["candidates", "FILE", id]), found);
    desk.run(&["candidates", "FILE", "P-0009"]).refused("there is no placement P-0009");
}

#[test]
fn rules_refuse_with_both_values_and_a_hint() {
    let desk = Desk::with_people();
    let place = |start, weeks, reason| {
        let asked = ["place", "FILE", "--volunteer", "V-0001", "--placement", "P-0001"];
        let mut asked = asked.to_vec();
        asked.extend(["--start", start, "--weeks", weeks, "--reason", reason]);
        desk.run(&asked)
    };
    let long = place("2027-01-11", "105", "");
    long.refused("105 weeks in all, a mission is at most 104 weeks");
    assert!(long.err.contains("\nhint: choose a last day at most 104 weeks after the first\n"), "{long:?}");
    place("2027-01-11", "5", "").refused("35 days, a mission is at least 6 weeks (42 days)");
    place("2070-01-11", "26", "").refused("85 years old on the last day");
    assert_eq!(place("2027-01-11", "26", "").status, Some(0));
    let again = place("2027-03-01", "26", "");
    assert_eq!(again.status, Some(0), "tentative missions only warn: {again:?}");
    assert!(again.err.contains("sojourn: warning: already on mission M-0001 from 2027-01-11"), "{again:?}");
    assert!(again.err.contains("P-0001 had no free place left of 1"), "{again:?}");
    let asked =
        ["place", "FILE", "--volunteer", "V-0009", "--placement", "P-0001", "--start", "2027-01-11", "--weeks", "9"];
    desk.run(&asked).refused("there is no volunteer V-0009");
    desk.run(&["show", "FILE", "mission", "V-0001"]).refused("there is no mission V-0001");
    desk.run(&["history", "FILE", "--record", "X-1"]).refused("there is no record X-1");
    desk.run(&["redo", "FILE"]).refused("there is nothing to redo");
    let all = desk.run(&["undo", "FILE", "--steps", "9"]);
    assert_eq!((all.status, all.out.lines().count()), (Some(1), 3), "{all:?}");
    assert!(all.err.contains("only 3 of 9 steps were done: there is nothing to undo"), "{all:?}");
    assert_eq!(desk.json(&["check", "FILE"])["problems"], Value::Array(Vec::new()));
}

#[test]
fn usage_errors_end_with_two() {
    let desk = Desk::new();
    let usage = |arguments: &[&str], said: &str| {
        let answer = desk.run(arguments);
        assert_eq!(answer.status, Some(2), "{answer:?}");
        assert!(answer.err.contains(said) && answer.out.is_empty(), "{said:?} in {answer:?}");
    };
    usage(&["list"], "required arguments");
    usage(&["list", "FILE", "people"], "[possible values: volunteers, organisations, placements, missions]");
    usage(&["list", "FILE", "missions", "--sort", "size"], "hint: they can be sorted by first, last, volunteer");
    usage(&["new", "x.sojourn", "--name", "X", "--country", "Kenia"], "hint: did you mean Kenya (KE)");
    usage(&["new", "x.sojourn", "--name", "X", "--country", "Congo"], "Congo - Kinshasa (CD) or Congo - Brazzaville");
    let place = ["place", "FILE", "--volunteer", "V-1", "--placement", "P-1", "--weeks", "9", "--start"];
    usage(&[&place[..], &["31.1.2027"]].concat(), "not a date such as 2027-01-31");
    usage(&[&place[..], &["2027-02-29"]].concat(), "not a date such as 2027-01-31");
    let mut today = desk.command(&["check", "FILE"]);
    let said = Said::from(today.env("SOJOURN_TODAY", "tomorrow").output().unwrap());
    assert_eq!(
        (said.status, said.err.lines().next()),
        (Some(2), Some("sojourn: SOJOURN_TODAY is \"tomorrow\", which is not a date"))
    );
    assert!(!desk.folder.path().join("x.sojourn").exists());
}

/// A damaged or foreign file, and what is said of it.
pub type Malformed = (&'static str, fn(&Path, &Path), &'static str);

/// What may be at a path instead of an office file, made from a good one.
pub const MALFORMED: &[Malformed] = &[
    ("nothing", |_, _| (), "there is no file"),
    ("empty", |_, path| std::fs::write(path, "").unwrap(), "is not an office file"),
    ("short", |_, path| std::fs::write(path, "SQLite format 3\0").unwrap(), "is not an office file"),
    (
        "text",
        |_, path| std::fs::write(path, "reference;name\nV-0001;Ana\n".repeat(99)).unwrap(),
        "is not an office file",
    ),
    ("folder", |_, path| std::fs::create_dir(path).unwrap(), "is a folder, not an office file"),
    (
        "foreign",
        |_, path| Connection::open(path).unwrap().execute_batch("CREATE TABLE volunteer (name TEXT)").unwrap(),
        "is not an office file",
    ),
    (
        "newer",
        |good, path| {
            std::fs::copy(good, path).unwrap();
            Connection::open(path).unwrap().pragma_update(None, "user_version", 999).unwrap();
        },
        "was written by a newer Sojourn (file version 999",
    ),
    (
        "truncated",
        |good, path| {
            let bytes = std::fs::read(good).unwrap();
            std::fs::write(path, &bytes[..bytes.len() / 3]).unwrap();
        },
        "damaged",
    ),
    (
        "scrambled",
        |good, path| {
            let mut bytes = std::fs::read(good).unwrap();
            for byte in &mut bytes[100..] {
                *byte = byte.wrapping_mul(167).wrapping_add(13);
            }
            std::fs::write(path, &bytes).unwrap();
        },
        "damaged",
    ),
];

#[test]
fn every_door_refuses_what_is_not_an_office_file_and_leaves_it_alone() {
    let desk = Desk::with_people();
    let doors: &[&[&str]] = &[
        &["list", "PATH", "volunteers"],
        &["import", "PATH", "volunteers", "people.csv"],
        &["export", "PATH", "volunteers", "out.csv"],
        &["show", "PATH", "volunteer", "V-0001"],
        &["place", "PATH", "--volunteer", "V-0001", "--placement", "P-0001", "--start", "2027-01-11", "--weeks", "9"],
        &["candidates", "PATH", "P-0001"],
        &["undo", "PATH"],
        &["redo", "PATH"],
        &["history", "PATH"],
        &["backup", "PATH", "out.sojourn"],
        &["check", "PATH"],
    ];
    std::fs::write(desk.folder.path().join("people.csv"), "Full name\nBob Tan\n").unwrap();
    for (name, make, sentence) in MALFORMED {
        let folder = desk.folder.path().join(name);
        std::fs::create_dir(&folder).unwrap();
        let path = folder.join("office.sojourn");
        make(&desk.file, &path);
        let before = std::fs::read(&path).ok();
        for door in doors {
            let arguments: Vec<&str> =
                door.iter().map(|word| if *word == "PATH" { path.to_str().unwrap() } else { word }).collect();
            desk.run(&arguments).refused(sentence);
            assert_eq!(std::fs::read(&path).ok(), before, "{name}: {door:?} changed it");
        }
        let left: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert!(left.iter().all(|entry| entry == "office.sojourn"), "{name}: {left:?} was left behind");
        assert!(!desk.folder.path().join("out.sojourn").exists() && !desk.folder.path().join("out.csv").exists());
    }
    desk.run(&["new", "FILE", "--name", "Other", "--country", "KE"]).refused("is already there");
    assert_eq!(OfficeFile::open(&desk.file).unwrap().counts().unwrap(), [2, 0, 1, 0, 0]);
}

#[test]
fn a_file_that_is_open_elsewhere_says_where() {
    let desk = Desk::with_people();
    let open = OfficeFile::open(&desk.file).unwrap();
    let said = desk.run(&["list", "FILE", "volunteers"]);
    said.refused("is open on ");
    assert!(said.err.contains(&format!("process {}", std::process::id())), "{said:?}");
    drop(open);
    assert!(desk.done(&["list", "FILE", "volunteers"]).ends_with("2 volunteers\n"));
}

#[cfg(unix)]
#[test]
fn a_file_without_permission_is_refused() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    use std::os::unix::process::CommandExt as _;
    let desk = Desk::with_people();
    let mode = |path: &Path, mode| std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    mode(&desk.file, 0o444);
    mode(desk.folder.path(), 0o555);
    let run = |arguments: &[&str]| {
        let mut command = desk.command(arguments);
        if std::fs::metadata(desk.folder.path()).unwrap().uid() == 0 {
            // Whoever may do everything is let in everywhere: run as nobody.
            command.uid(65_534).gid(65_534);
        }
        command.output()
    };
    match run(&["list", "FILE", "volunteers"]) {
        Err(error) => println!("skipped: nobody else may run the program here ({error})"),
        Ok(output) => {
            Said::from(output).refused("no permission to write");
            Said::from(run(&["new", "other.sojourn", "--name", "X", "--country", "KE"]).unwrap())
                .refused("no permission to write other.sojourn");
        }
    }
    mode(desk.folder.path(), 0o755);
    mode(&desk.file, 0o644);
    assert_eq!(desk.json(&["list", "FILE", "volunteers"]).as_array().unwrap().len(), 2);
}

#[test]
fn a_reader_that_stops_reading_is_not_an_error() {
    let desk = Desk::new();
    OfficeFile::open(&desk.file)
        .unwrap()
        .edit(Op::Auto, |edit| {
            (0..5_000).try_for_each(|number| {
                edit.add(Volunteer { full_name: format!("Person {number}"), ..Volunteer::default() }).map(|_| ())
            })
        })
        .unwrap();
    for format in ["table", "json", "csv"] {
        let mut child = desk
            .command(&["list", "FILE", "volunteers", "--format", format])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{format}: {output:?}");
    }
}

#[test]
fn without_a_display_the_command_line_is_named() {
    let mut program = program();
    for display in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        program.env_remove(display);
    }
    let said = Said::from(program.output().unwrap());
    assert_eq!(said.status, Some(2), "{said:?}");
    assert!(said.err.starts_with("sojourn: ") && said.err.contains("`sojourn --help`"), "{said:?}");
}
