//! Forms for reports: a workbook that is sent out, filled in anywhere, and taken back. Each row has a question, room for
//! the answer, and a key by which the answer finds its field again, in whatever order and language.

use super::words::Words;
use crate::domain::mission::{AgeBand, Mission, Report, Trained, Transfer};
use crate::domain::placement::{Objective, Placement};
use crate::domain::reference::Tongue;
use crate::domain::volunteer::Sex;
use crate::domain::{Id, Kind};
use crate::exchange::spreadsheet::write::{List, write_xlsx};
use crate::exchange::spreadsheet::{Cell, ExportError, SheetError, TextChoices, Workbook};
use crate::store::{Done, Edit, OfficeFile, Op, StoreError};
use std::path::Path;

/// Why a form was not taken in.
#[derive(Debug, thiserror::Error)]
pub enum FormError {
    /// The file could not be read.
    #[error(transparent)]
    Sheet(#[from] SheetError),
    /// The office file refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file is no form of this program, or its column of keys was removed.
    #[error("{0} is not a report form")]
    NotAForm(String),
    /// The form is about a report that this file does not have.
    #[error("{0} is about a report that is not in this office file")]
    NotHere(String),
    /// An answer is no number, or one that cannot be.
    #[error("{question:?} was answered with {answer:?}")]
    NotANumber {
        /// The question.
        question: String,
        /// The answer.
        answer: String,
    },
}

impl FormError {
    /// What can be done about it; empty where there is nothing to advise.
    pub fn hint(&self) -> String {
        match self {
            Self::Store(error) => error.hint(),
            Self::Sheet(_) => String::new(),
            Self::NotAForm(_) => "take the workbook that was written as a form, with its last column".into(),
            Self::NotHere(_) => "the form belongs to another office".into(),
            Self::NotANumber { .. } => "write a whole number, or leave it empty".into(),
        }
    }
}

/// The key of the row that says which report it is.
const REPORT: &str = "report";

/// Writes the form of a report: empty where it has said nothing yet.
pub fn write_form(office: &OfficeFile, report: Id, tongue: Tongue, path: &Path) -> Result<(), ExportError> {
    let report: Report = office.get(report)?;
    let mission: Mission = office.get(report.of)?;
    let post: Placement = office.get(mission.placement)?;
    let words = Words(tongue);
    let say = |english: &'static str, french: &'static str| words.say(english, french);
    let row =
        |question: &str, answer: Cell, key: String| vec![Cell::Text(question.to_owned()), answer, Cell::Text(key)];
    let text = |text: &str| if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) };
    let name = office.name_of(Kind::Mission, mission.id)?;
    let mut rows = vec![
        row(say("Report", "Rapport"), text(words.report(report.kind)), format!("{REPORT}:{}", report.id)),
        row(say("Mission", "Mission"), Cell::Text(format!("{name}, {}", post.title)), String::new()),
        row(say("Due on", "À rendre le"), Cell::Date(report.due), String::new()),
        row(say("What there is to say, in short", "L'essentiel"), text(&report.summary), "summary".into()),
        row(say("What worked, and why", "Ce qui a marché, et pourquoi"), text(&report.worked), "worked".into()),
        row(
            say("What did not, and why", "Ce qui n'a pas marché, et pourquoi"),
            text(&report.not_worked),
            "not_worked".into(),
        ),
        row(say("What is to be done next", "La suite"), text(&report.follow_up), "follow_up".into()),
        row(
            say("Sessions of training held", "Séances de formation tenues"),
            report.sessions.map_or(Cell::Empty, |sessions| Cell::Number(f64::from(sessions))),
            "sessions".into(),
        ),
        row(say("Materials left there", "Matériel laissé sur place"), text(&report.materials), "materials".into()),
    ];
    let trained = office.parts::<Trained>(mission.id)?;
    for sex in [Some(Sex::Female), Some(Sex::Male), None] {
        for age in AgeBand::ALL.iter().copied().map(Some).chain([None]) {
            let question = format!(
                "{}: {}, {}",
                say("People trained", "Personnes formées"),
                sex_name(sex, words),
                age_name(age, words)
            );
            let people = trained.iter().find(|part| part.sex == sex && part.age == age && part.topic.is_empty());
            let answer = people.map_or(Cell::Empty, |part| Cell::Number(f64::from(part.people)));
            rows.push(row(&question, answer, format!("trained:{}", TrainedKey { sex, age }.code())));
        }
    }
    let transfers = office.parts::<Transfer>(mission.id)?;
    for objective in office.parts::<Objective>(post.id)? {
        let question = format!(
            "{}: {}",
            say(
                "Level reached, 1 (beginner) to 4 (can teach others)",
                "Niveau atteint, de 1 (débute) à 4 (peut former)"
            ),
            objective.competence
        );
        let reached = transfers.iter().filter(|transfer| transfer.objective == objective.id).max_by_key(|t| t.on);
        let level = reached.and_then(|transfer| transfer.level);
        let answer = level.map_or(Cell::Empty, |level| Cell::Number(f64::from(level)));
        rows.push(row(&question, answer, format!("level:{}", objective.id)));
    }
    let heads = [say("Question", "Question"), say("Answer", "Réponse"), say("Do not change", "Ne pas modifier")];
    let list = List { name: say("Report", "Rapport").to_owned(), heads: heads.map(str::to_owned).to_vec(), rows };
    Ok(write_xlsx(std::slice::from_ref(&list), path)?)
}

/// The people of a row of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct TrainedKey {
    sex: Option<Sex>,
    age: Option<AgeBand>,
}

impl TrainedKey {
    fn code(self) -> String {
        format!("{}:{}", self.sex.map_or("", Sex::code), self.age.map_or("", AgeBand::code))
    }

    fn parse(code: &str) -> Option<Self> {
        let (sex, age) = code.split_once(':')?;
        let known = |code: &str, found: bool| code.is_empty() || found;
        let (of_sex, of_age) = (Sex::parse(sex), AgeBand::parse(age));
        (known(sex, of_sex.is_some()) && known(age, of_age.is_some())).then_some(Self { sex: of_sex, age: of_age })
    }
}

/// What a filled form says.
#[derive(Debug, Default)]
struct Answers {
    report: Option<Id>,
    texts: Vec<(&'static str, String)>,
    sessions: Option<u16>,
    trained: Vec<(TrainedKey, u16)>,
    levels: Vec<(Id, u8)>,
}

/// The fields of a report that are texts, with their keys.
const TEXTS: [&str; 5] = ["summary", "worked", "not_worked", "follow_up", "materials"];

/// Takes a filled form in, as one edit: what was answered goes into the report and its mission, what was left empty
/// changes nothing, and the report counts as received today where no day is known. The same form again changes nothing
/// more.
pub fn take_form(office: &mut OfficeFile, path: &Path) -> Result<Done<Id>, FormError> {
    let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let (_, table) = Workbook::open(path)?.read(None, &TextChoices::default())?;
    let answers = read(table.rows.iter().map(Vec::as_slice))?;
    let Some(report) = answers.report else { return Err(FormError::NotAForm(file)) };
    let Some(found) = office.find::<Report>(report)? else { return Err(FormError::NotHere(file)) };
    let mission: Mission = office.get(found.of)?;
    let objectives = office.parts::<Objective>(mission.placement)?;
    Ok(office.edit(Op::Auto, |edit| {
        put(edit, &found, &answers, &objectives)?;
        Ok(mission.id)
    })?)
}

fn read<'a>(rows: impl Iterator<Item = &'a [Cell]>) -> Result<Answers, FormError> {
    let mut answers = Answers::default();
    for row in rows {
        let text = |at: usize| row.get(at).map(|cell| cell.text().trim().to_owned()).unwrap_or_default();
        // The key is the last cell that is not empty; what stands before it is the answer, and before that the question.
        let Some(at) = (1..row.len()).rev().find(|at| !text(*at).is_empty()) else { continue };
        let (key, answer) = (text(at), text(at - 1));
        let question = if at >= 2 { text(at - 2) } else { String::new() };
        if let Some(id) = key.strip_prefix("report:") {
            answers.report = Id::parse(id);
            continue;
        }
        if answer.is_empty() {
            continue;
        }
        let number = |most: u16| {
            let whole = answer.parse::<u16>().ok().filter(|number| *number <= most);
            whole.ok_or_else(|| FormError::NotANumber { question: question.clone(), answer: answer.clone() })
        };
        if let Some(name) = TEXTS.iter().find(|name| **name == key) {
            answers.texts.push((name, answer));
        } else if key == "sessions" {
            answers.sessions = Some(number(9_999)?);
        } else if let Some(people) = key.strip_prefix("trained:").and_then(TrainedKey::parse) {
            answers.trained.push((people, number(u16::MAX)?));
        } else if let Some(objective) = key.strip_prefix("level:").and_then(Id::parse) {
            let level = number(4)?;
            if level > 0 {
                answers.levels.push((objective, level as u8));
            }
        }
    }
    Ok(answers)
}

fn put(edit: &mut Edit<'_>, report: &Report, answers: &Answers, objectives: &[Objective]) -> Result<(), StoreError> {
    let today = edit.today();
    let mut wanted = report.clone();
    for (name, text) in &answers.texts {
        let field = match *name {
            "summary" => &mut wanted.summary,
            "worked" => &mut wanted.worked,
            "not_worked" => &mut wanted.not_worked,
            "follow_up" => &mut wanted.follow_up,
            _ => &mut wanted.materials,
        };
        field.clone_from(text);
    }
    wanted.sessions = answers.sessions.or(wanted.sessions);
    wanted.received_on = wanted.received_on.or(Some(today));
    if wanted != *report {
        edit.change(report.id, |report: &mut Report| *report = wanted)?;
    }
    let trained = edit.parts::<Trained>(report.of)?;
    for (key, people) in &answers.trained {
        let here = trained.iter().find(|part| part.sex == key.sex && part.age == key.age && part.topic.is_empty());
        match here {
            Some(part) if part.people == *people => {}
            Some(part) => edit.change(part.id, |part: &mut Trained| part.people = *people)?,
            None if *people == 0 => {}
            None => {
                let TrainedKey { sex, age } = *key;
                let (id, of, topic) = (Id::random(), report.of, String::new());
                edit.add(Trained { id, of, topic, sex, age, people: *people, on: Some(today) })?;
            }
        }
    }
    let transfers = edit.parts::<Transfer>(report.of)?;
    for (objective, level) in &answers.levels {
        // An objective that was taken away since has nobody to reach it.
        if !objectives.iter().any(|known| known.id == *objective) {
            continue;
        }
        let here = transfers.iter().filter(|part| part.objective == *objective).max_by_key(|part| part.on);
        match here {
            Some(part) if part.level == Some(*level) => {}
            Some(part) => edit.change(part.id, |part: &mut Transfer| (part.level, part.on) = (Some(*level), today))?,
            None => {
                let (id, of, note) = (Id::random(), report.of, String::new());
                let transfer = Transfer { id, of, objective: *objective, level: Some(*level), on: today, note };
                edit.add(transfer)?;
            }
        }
    }
    Ok(())
}

fn sex_name(sex: Option<Sex>, words: Words) -> &'static str {
    match sex {
        Some(Sex::Female) => words.say("women and girls", "femmes et filles"),
        Some(Sex::Male) => words.say("men and boys", "hommes et garçons"),
        _ => words.say("sex not noted", "sexe non noté"),
    }
}

fn age_name(age: Option<AgeBand>, words: Words) -> &'static str {
    match age {
        Some(AgeBand::Under15) => words.say("under 15", "moins de 15 ans"),
        Some(AgeBand::Youth) => words.say("15 to 24", "15 à 24 ans"),
        Some(AgeBand::Adult) => words.say("25 to 59", "25 à 59 ans"),
        Some(AgeBand::Older) => words.say("60 and older", "60 ans et plus"),
        None => words.say("age not noted", "âge non noté"),
    }
}
