//! What was learned reaches those who can use it: the practice that a mission gave rise to is among the first that whoever
//! fills such a placement sees.

use crate::exchange::{head_office, invited, kenya, send_all, take};
use chrono::NaiveDate;
use sojourn::domain::Id;
use sojourn::domain::guidance::Reason;
use sojourn::domain::mission::{AgeBand, Mission, Report, ReportKind, Stage};
use sojourn::domain::organisation::Organisation;
use sojourn::domain::placement::{Objective, Placement};
use sojourn::domain::practice::{Origin, PracticeStanding, Replication, ReplicationResult};
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
    assert_eq!(
        refused.to_string(),
        "\"Sessions of training held\" was answered with \"a dozen\""
            .replace("Sessions of training held", "Séances de formation tenues")
    );
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
