//! What was learned reaches those who can use it: the practice that a mission gave rise to is among the first that whoever
//! fills such a placement sees.

use crate::command::program;
use crate::exchange::{head_office, invited, kenya, send_all, take};
use chrono::NaiveDate;
use sojourn::domain::Id;
use sojourn::domain::guidance::Reason;
use sojourn::domain::mission::{AgeBand, Mission, Report, ReportKind, Stage};
use sojourn::domain::organisation::{Link, Organisation};
use sojourn::domain::placement::{Objective, Placement};
use sojourn::domain::practice::{Origin, Practice, PracticeStanding, Replication, ReplicationResult};
use sojourn::domain::reference::{Country, Occupation, Sector, Tongue};
use sojourn::domain::span::Span;
use sojourn::domain::volunteer::{Sex, Volunteer};
use sojourn::exchange::pages::{FormError, take_form, write_form};
use sojourn::exchange::sample::{self, SampleSize};
use sojourn::exchange::spreadsheet::{TextChoices, Workbook};
use sojourn::store::{OfficeFile, Op, Progress};

fn day() -> NaiveDate {
    "2026-11-02".parse().unwrap()
}

#[test]
fn the_practice_that_a_mission_came_to_is_among_the_first_five_for_its_placement() {
    for seed in [1, 2, 3] {
        let folder = tempfile::tempdir().unwrap();
        let mut office = OfficeFile::create(&folder.path().join("office.sojourn"), &sample::office()).unwrap();
        office.set_today(day());
        let size = SampleSize { volunteers: 400, placements: 60, missions: 150, seed };
        sample::fill(&mut office, &size, day(), &Progress::default()).unwrap();
        let origins = office.all::<Origin>().unwrap();
        assert!(origins.len() > 10, "seed {seed}: {} practices", origins.len());
        for origin in origins {
            let mission: Mission = office.get(origin.mission.unwrap()).unwrap();
            let guidance = office.guidance(mission.placement, None, 5).unwrap();
            let place = guidance.practices.iter().position(|found| found.id == origin.of);
            assert!(place.is_some(), "seed {seed}: {:?}", guidance.practices);
            assert!(!guidance.practices[0].alike.reasons.is_empty());
            assert!(!guidance.missions.is_empty());
            let without = office.guidance(mission.placement, Some(mission.id), 5).unwrap();
            assert!(without.missions.iter().all(|found| found.id != mission.id), "the mission itself is no example");
        }
    }
}

/// A mission that is over in a placement for midwives, with what its final report says.
fn ended_mission(office: &mut OfficeFile, title: &str) -> (Id, Id) {
    let person = Volunteer {
        full_name: "Almaz Bekele".into(),
        birth_date: Some("1985-05-14".parse().unwrap()),
        ..Volunteer::default()
    };
    let partner = Organisation { name: "Lakeside Health Centre".into(), country: kenya(), ..Organisation::default() };
    let made = office.edit(Op::Auto, |edit| {
        let partner = edit.add(partner)?;
        let post = Placement { organisation: Some(partner), country: kenya(), ..midwives(title) };
        let (person, post) = (edit.add_volunteer(person)?, edit.add(post)?);
        let objective = Objective {
            id: Id::random(),
            of: post,
            competence: "resuscitation of newborns".into(),
            counterpart: "the ward sisters".into(),
            before: Some(1),
            aim: Some(3),
        };
        edit.add(objective)?;
        let days = Span { first: "2026-01-05".parse().unwrap(), last: "2026-10-30".parse().unwrap() };
        let mission = edit.add(Mission { stage: Stage::Completed, ..Mission::proposed(person, post, days) })?;
        edit.add(Report::expected(mission, ReportKind::Final, days.last))?;
        Ok((mission, post))
    });
    made.unwrap().value
}

fn midwives(title: &str) -> Placement {
    Placement {
        title: title.into(),
        sector: Sector::parse_code("13020"),
        occupation: Occupation::parse_code("2222"),
        objectives: "Train the ward sisters in resuscitation of newborns".into(),
        ..Placement::default()
    }
}

#[test]
fn a_form_is_sent_out_filled_in_elsewhere_and_taken_back_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut office = head_office(&folder);
    let (mission, _) = ended_mission(&mut office, "Midwifery tutor");
    let report = office.mission(mission).unwrap().reports[0].id;
    for tongue in [Tongue::English, Tongue::French] {
        let form = folder.path().join("form.xlsx");
        write_form(&office, report, tongue, &form).unwrap();
        // Filled in by another program: the rows as text, in any order, with a column of its own before them.
        let (_, table) = Workbook::open(&form).unwrap().read(None, &TextChoices::default()).unwrap();
        let mut filled = csv::Writer::from_path(folder.path().join("filled.csv")).unwrap();
        for row in table.rows.iter().rev() {
            let key = row.last().map(|cell| cell.text().into_owned()).unwrap_or_default();
            let answer = match key.as_str() {
                "worked" => "Short drills each week".to_owned(),
                "sessions" => "12".to_owned(),
                "trained:female:15-24" => "9".to_owned(),
                level if level.starts_with("level:") => "3".to_owned(),
                _ => row[1].text().into_owned(),
            };
            filled.write_record(["x", row[0].text().as_ref(), &answer, &key]).unwrap();
        }
        drop(filled);
        let before = office.digest().unwrap();
        assert_eq!(take_form(&mut office, &folder.path().join("filled.csv")).unwrap().value, mission);
        let detail = office.mission(mission).unwrap();
        let report = &detail.reports[0];
        assert_eq!((report.worked.as_str(), report.sessions), ("Short drills each week", Some(12)));
        assert!(report.received_on.is_some() && report.summary.is_empty(), "what was left empty says nothing");
        let trained: Vec<_> = detail.trained.iter().map(|part| (part.sex, part.age, part.people)).collect();
        assert_eq!(trained, [(Some(Sex::Female), Some(AgeBand::Youth), 9)]);
        assert_eq!(detail.transfers.iter().map(|part| part.level).collect::<Vec<_>>(), [Some(3)]);
        if tongue == Tongue::French {
            assert_eq!(office.digest().unwrap(), before, "the same answers again change nothing");
        }
    }
    office.undo().unwrap();
    let detail = office.mission(mission).unwrap();
    assert!(detail.trained.is_empty() && detail.reports[0].worked.is_empty(), "one form is one edit");

    std::fs::write(folder.path().join("other.csv"), "a,b\nc,d\n").unwrap();
    let refused = take_form(&mut office, &folder.path().join("other.csv")).unwrap_err();
    assert!(matches!(refused, FormError::NotAForm(_)), "{refused}");
    let mut other = OfficeFile::create(&folder.path().join("other.sojourn"), &sample::office()).unwrap();
    let refused = take_form(&mut other, &folder.path().join("filled.csv")).unwrap_err();
    assert!(matches!(refused, FormError::NotHere(_)), "{refused}");
    let text = std::fs::read_to_string(folder.path().join("filled.csv")).unwrap().replace(",12,", ",a dozen,");
    std::fs::write(folder.path().join("filled.csv"), text).unwrap();
    let refused = take_form(&mut office, &folder.path().join("filled.csv")).unwrap_err();
    let wanted = "\"Séances de formation tenues\" was answered with \"a dozen\"";
    assert_eq!(refused.to_string(), wanted, "in the words of the form");
}

#[test]
fn what_one_office_learned_another_finds_does_again_and_tells_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut head = head_office(&folder);
    let mut nairobi = invited(&folder, &mut head, "Nairobi", "KE");
    let mut lima = invited(&folder, &mut head, "Lima", "PE");
    let round = |head: &mut OfficeFile, nairobi: &mut OfficeFile, lima: &mut OfficeFile| {
        for office in [&mut *nairobi, &mut *lima] {
            let sent = send_all(office, folder.path());
            take(head, &sent);
        }
        let sent = send_all(head, folder.path());
        let to =
            |name: &str| sent.iter().filter(|path| path.to_string_lossy().contains(name)).cloned().collect::<Vec<_>>();
        take(nairobi, &to("to-nairobi"));
        take(lima, &to("to-lima"));
    };
    round(&mut head, &mut nairobi, &mut lima);

    // A mission in Kenya ends, and what worked becomes a practice.
    let (mission, _) = ended_mission(&mut nairobi, "Midwifery tutor");
    let report = nairobi.mission(mission).unwrap().reports[0].id;
    nairobi
        .change(report, |report: &mut Report| report.worked = "A warm table beside each bed; drills each Monday".into())
        .unwrap();
    let practice = nairobi.practice_from(mission).unwrap().value;
    assert_eq!(nairobi.practice_of(mission).unwrap(), Some(practice));
    round(&mut head, &mut nairobi, &mut lima);

    // The office in Peru writes such a placement, and the practice is there, though neither mission nor volunteer are.
    let post = lima
        .edit(Op::Auto, |edit| {
            edit.add(Placement { country: Country::parse_code("PE"), ..midwives("Safe delivery trainer") })
        })
        .unwrap()
        .value;
    assert!(lima.find::<Mission>(mission).unwrap().is_none());
    let guidance = lima.guidance(post, None, 5).unwrap();
    assert_eq!(guidance.practices.iter().map(|found| found.id).collect::<Vec<_>>(), [practice]);
    assert!(
        guidance.practices[0]
            .alike
            .reasons
            .contains(&Reason::SameOccupation { occupation: Occupation::parse_code("2222").unwrap() })
    );
    assert!(
        lima.find::<Organisation>(lima.practice(practice).unwrap().origins[0].organisation.unwrap()).unwrap().is_some()
    );

    // It is done again there, and everybody knows.
    let again = Replication {
        id: Id::random(),
        of: practice,
        organisation: None,
        mission: None,
        who: "Hospital de Puno".into(),
        country: Country::parse_code("PE"),
        place: "Puno".into(),
        on: Some("2026-11-02".parse().unwrap()),
        adapted: "in Quechua".into(),
        result: ReplicationResult::Worked,
        note: String::new(),
        after: None,
    };
    lima.edit(Op::Auto, |edit| edit.add(again)).unwrap();
    round(&mut head, &mut nairobi, &mut lima);
    round(&mut head, &mut nairobi, &mut lima);
    for office in [&head, &nairobi, &lima] {
        let standing = PracticeStanding::of(&office.practice(practice).unwrap().replications);
        assert_eq!((standing.replications, standing.countries_worked), (1, 1));
    }
}

#[test]
fn the_command_line_tells_of_the_network_and_of_what_was_learned_and_writes_pages() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sample.sojourn");
    let run = |arguments: &[&str]| {
        let mut program = program();
        program.current_dir(folder.path()).args(arguments);
        crate::command::Said::from(program.output().unwrap())
    };
    let done = |arguments: &[&str]| {
        let said = run(arguments);
        assert_eq!(said.status, Some(0), "{arguments:?}: {said:#?}");
        said.out
    };
    done(&["sample", "sample.sojourn", "--volunteers", "120", "--placements", "40", "--missions", "80"]);
    let json = |arguments: &[&str]| serde_json::from_str::<serde_json::Value>(&done(arguments)).unwrap();
    // The program has the file to itself while it runs.
    let copy = folder.path().join("copy.sojourn");
    std::fs::copy(&file, &copy).unwrap();
    let office = OfficeFile::open(&copy).unwrap();

    let practices = json(&["practices", "sample.sojourn", "--format", "json"]);
    assert_eq!(practices.as_array().unwrap().len(), office.all::<Practice>().unwrap().len());
    let like = json(&["practices", "sample.sojourn", "--like", "P-0001", "--format", "json"]);
    assert!(like["missions"].is_array() && like["practices"].is_array());

    let linked = office.all::<Link>().unwrap()[0].of;
    let reference = office.get::<Organisation>(linked).unwrap().reference;
    let around = json(&["network", "sample.sojourn", &reference, "--depth", "1", "--format", "json"]);
    assert_eq!(around["organisations"][0]["id"], linked.to_string(), "the one in the middle comes first");
    assert!(around["organisations"].as_array().unwrap().iter().all(|node| node["steps"].as_u64().unwrap() <= 1));
    let dot = done(&["network", "sample.sojourn", &reference, "--format", "dot"]);
    assert!(dot.starts_with("digraph network {") && dot.contains(" -> ") && dot.trim_end().ends_with('}'));
    let overlaps = json(&["overlaps", "sample.sojourn", "--format", "json"]);
    assert!(overlaps.as_array().unwrap().iter().all(|overlap| overlap["organisations"].as_u64().unwrap() >= 2));
    assert!(
        json(&["who", "sample.sojourn", "diaspora", "--format", "json"]).as_array().is_some_and(|all| !all.is_empty())
    );

    let missions = office.all::<Mission>().unwrap();
    let served = missions.iter().find(|mission| mission.stage == Stage::Completed).unwrap();
    for (command, language, words) in [
        ("certificate", "en", "Certificate of service"),
        ("certificate", "fr", "Certificat de service"),
        ("briefing", "en", "Briefing:"),
        ("briefing", "fr", "Fiche de mission"),
    ] {
        done(&[command, "sample.sojourn", &served.reference, "page.pdf", "--language", language]);
        let page = lopdf::Document::load(folder.path().join("page.pdf")).unwrap();
        let pages: Vec<u32> = page.get_pages().into_keys().collect();
        assert!(pages.len() <= 2, "{command}: {} sheets", pages.len());
        let text = page.extract_text(&pages).unwrap().replace('\n', " ");
        assert!(text.contains(words), "{command}: {text}");
        let name = office.get::<Volunteer>(served.volunteer).unwrap().full_name;
        let first = name.split(' ').next().unwrap();
        assert!(text.contains(first) || !first.is_ascii(), "{command} of {name}: {text}");
    }
    let proposed = missions.iter().find(|mission| mission.stage == Stage::Proposed).unwrap();
    run(&["certificate", "sample.sojourn", &proposed.reference, "page.pdf"]).refused("has not served in this mission");

    done(&["iati", "sample.sojourn", "iati.xml", "--org", "GB-CHC-1020488", "--org-name", "Skilled & Co"]);
    check_iati(&std::fs::read_to_string(folder.path().join("iati.xml")).unwrap(), &office);
}

/// What the schema of IATI 2.03 requires of each activity, in the schema's order, and what the standard's rules ask for
/// besides: a country, sectors that add up, and here the aid type of volunteers. No name of a person is in it.
fn check_iati(xml: &str, office: &OfficeFile) {
    assert!(xml.contains("<iati-activities version=\"2.03\" generated-datetime=\"2"), "{}", &xml[..200]);
    let activities: Vec<&str> = xml.split("<iati-activity ").skip(1).collect();
    let missions = office.all::<Mission>().unwrap();
    let firm = missions.iter().filter(|mission| mission.stage.is_firm());
    let programmes: std::collections::BTreeSet<_> = firm
        .map(|mission| office.get::<Placement>(mission.placement).unwrap())
        .filter_map(|post| Some((post.country?, post.programme)))
        .collect();
    assert_eq!(activities.len(), programmes.len());
    const ORDER: [&str; 15] = [
        "<iati-identifier>GB-CHC-1020488-",
        "<reporting-org ref=\"GB-CHC-1020488\" type=\"21\">",
        "<title>",
        "<description",
        "<participating-org",
        "<activity-status code=",
        "<activity-date type=",
        "<activity-scope",
        "<recipient-country code=",
        "<sector ",
        "<collaboration-type",
        "<default-flow-type",
        "<default-finance-type",
        "<default-aid-type code=\"D01\"",
        "</iati-activity>",
    ];
    let mut identifiers = std::collections::BTreeSet::new();
    for activity in activities {
        let places: Vec<usize> = ORDER
            .iter()
            .map(|wanted| activity.find(wanted).unwrap_or_else(|| panic!("{wanted}: {activity}")))
            .collect();
        assert!(places.is_sorted(), "{activity}");
        assert!(activity.contains("Skilled &amp; Co"));
        let shares = activity.split("percentage=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
        let sum: f64 = shares.map(|share| share.parse::<f64>().unwrap()).sum();
        assert!((sum - 100.0).abs() < 0.001, "{sum}");
        assert!(identifiers.insert(activity.split("</iati-identifier>").next().unwrap().to_owned()), "given twice");
    }
    for volunteer in office.all::<Volunteer>().unwrap() {
        assert!(!xml.contains(&volunteer.full_name), "{}", volunteer.full_name);
    }
}
