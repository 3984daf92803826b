//! The plan as a workbook: who goes where, what stays empty, who is left out, each with why.
//!
//! The sheets are the same at every door; [`PlanWords`] says them in the reader's language.

use crate::domain::Id;
use crate::domain::matching::Criterion;
use crate::domain::placement::Placement;
use crate::domain::reference::Tongue;
use crate::exchange::plan::Partners;
use crate::exchange::spreadsheet::Cell;
use crate::exchange::spreadsheet::write::List;
use crate::matching::eligibility::{Finding, Verdict};
use crate::matching::fit;
use crate::matching::plan::{Cost, EmptyPlace, Explanation, LeftOut, Match, Plan, Planner, Settlement};
use crate::store::{Progress, StoreError};

/// A sheet of the workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PlanSheet {
    /// Who goes where.
    Matches,
    /// Placements with places that stay empty.
    Empty,
    /// People whom the plan gives no place.
    LeftOut,
}

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PlanColumn {
    Placement,
    Title,
    Partner,
    Country,
    DutyStation,
    Volunteer,
    Name,
    First,
    Last,
    Weeks,
    Fit,
    Settled,
    Without,
    Reasons,
    Against,
    Questions,
    StartFrom,
    StartUntil,
    EmptyPlaces,
    Eligible,
    Why,
}

use PlanColumn as C;

impl PlanSheet {
    fn name(self, tongue: Tongue) -> &'static str {
        match (self, tongue) {
            (Self::Matches, _) => "Plan",
            (Self::Empty, Tongue::English) => "Empty places",
            (Self::Empty, Tongue::French) => "Places vides",
            (Self::LeftOut, Tongue::English) => "Left out",
            (Self::LeftOut, Tongue::French) => "Sans place",
        }
    }

    /// Its columns, in order.
    fn columns(self) -> &'static [PlanColumn] {
        match self {
            Self::Matches => &[
                C::Placement,
                C::Title,
                C::Partner,
                C::Country,
                C::DutyStation,
                C::Volunteer,
                C::Name,
                C::First,
                C::Last,
                C::Weeks,
                C::Fit,
                C::Settled,
                C::Without,
                C::Reasons,
                C::Against,
                C::Questions,
            ],
            Self::Empty => &[
                C::Placement,
                C::Title,
                C::Partner,
                C::Country,
                C::DutyStation,
                C::StartFrom,
                C::StartUntil,
                C::EmptyPlaces,
                C::Eligible,
                C::Why,
            ],
            Self::LeftOut => &[C::Volunteer, C::Name, C::Why],
        }
    }
}

impl PlanColumn {
    fn name(self, tongue: Tongue) -> &'static str {
        let (english, french) = match self {
            C::Placement => ("Placement", "Poste"),
            C::Title => ("Title", "Intitulé"),
            C::Partner => ("Partner", "Partenaire"),
            C::Country => ("Country", "Pays"),
            C::DutyStation => ("Duty station", "Lieu d'affectation"),
            C::Volunteer => ("Volunteer", "Volontaire"),
            C::Name => ("Name", "Nom"),
            C::First => ("First day", "Premier jour"),
            C::Last => ("Last day", "Dernier jour"),
            C::Weeks => ("Weeks", "Semaines"),
            C::Fit => ("Fit", "Adéquation"),
            C::Settled => ("Settled", "Décidé"),
            C::Without => ("Without it the plan loses", "Sans ce choix le plan perd"),
            C::Reasons => ("Reasons", "Raisons"),
            C::Against => ("Against", "Contre"),
            C::Questions => ("Open questions", "Questions ouvertes"),
            C::StartFrom => ("Start from", "Début dès"),
            C::StartUntil => ("Start until", "Début jusqu'au"),
            C::EmptyPlaces => ("Empty places", "Places vides"),
            C::Eligible => ("People who could go", "Personnes possibles"),
            C::Why => ("Why", "Pourquoi"),
        };
        match tongue {
            Tongue::English => english,
            Tongue::French => french,
        }
    }
}

/// How a plan is said in a language. People and placements are told by id: who speaks knows their names.
pub trait PlanWords {
    /// The language of heads and countries.
    fn tongue(&self) -> Tongue;
    /// That a match is pinned or held.
    fn settled(&self, settlement: &Settlement) -> String;
    /// Both sides of a finding in a sentence.
    fn finding(&self, finding: &Finding, placement: &Placement) -> String;
    /// A criterion.
    fn criterion(&self, criterion: Criterion) -> String;
    /// Why a criterion gives its points.
    fn because(&self, line: &fit::Line) -> String;
    /// What the plan loses.
    fn cost(&self, cost: &Cost) -> String;
    /// Why a place stays empty.
    fn why_empty(&self, empty: &EmptyPlace) -> String;
    /// Why the plan gives a person no place.
    fn why_left_out(&self, left_out: &LeftOut) -> String;
}

/// The sheets of a plan; `partners` are names of organisations. Counts a step for each match, empty place and person.
pub fn plan_sheets(
    planner: &mut Planner,
    plan: &Plan,
    partners: &Partners,
    words: &impl PlanWords,
    progress: &Progress,
) -> Result<[List; 3], StoreError> {
    let people: Vec<Id> = planner.question().people.iter().map(|person| person.volunteer.id).collect();
    progress.set_total(plan.matches.len() + plan.empty.len() + people.len());
    let mut matches = sheet(PlanSheet::Matches, words);
    for found in &plan.matches {
        progress.step()?;
        if let Some(told) = planner.explain(found.volunteer, found.placement)
            && let Some(placement) = placement_of(planner, found.placement)
        {
            let cell = |column| match_cell(column, found, &told, placement, partners, words);
            matches.rows.push(PlanSheet::Matches.columns().iter().copied().map(cell).collect());
        }
    }
    let mut empty = sheet(PlanSheet::Empty, words);
    for (id, places) in &plan.empty {
        progress.step()?;
        if let Some(why) = planner.why_empty(*id)
            && let Some(placement) = placement_of(planner, *id)
        {
            let cell = |column| match column {
                C::EmptyPlaces => count(*places),
                C::Eligible => count(why.eligible),
                C::Why => text(words.why_empty(&why)),
                column => placement_cell(column, placement, partners, words),
            };
            empty.rows.push(PlanSheet::Empty.columns().iter().copied().map(cell).collect());
        }
    }
    let mut left_out = sheet(PlanSheet::LeftOut, words);
    for (place, id) in people.into_iter().enumerate() {
        progress.step()?;
        if let Some(why) = planner.why_left_out(id) {
            let person = &planner.question().people[place].volunteer;
            let cells = [person.reference.clone(), person.full_name.clone(), words.why_left_out(&why)];
            left_out.rows.push(cells.map(text).into());
        }
    }
    Ok([matches, empty, left_out])
}

fn sheet(sheet: PlanSheet, words: &impl PlanWords) -> List {
    let tongue = words.tongue();
    let heads = sheet.columns().iter().map(|column| column.name(tongue).to_owned()).collect();
    List { name: sheet.name(tongue).to_owned(), heads, rows: Vec::new() }
}

fn placement_of(planner: &Planner, id: Id) -> Option<&Placement> {
    let all = &planner.question().placements;
    // The planner keeps them in the order of ids.
    all.binary_search_by_key(&id, |detail| detail.placement.id).ok().map(|place| &all[place].placement)
}

fn match_cell(
    column: PlanColumn,
    found: &Match,
    told: &Explanation,
    placement: &Placement,
    partners: &Partners,
    words: &impl PlanWords,
) -> Cell {
    let candidate = &told.choice.candidate;
    let findings = |some: Vec<&Finding>| {
        let sentences: Vec<String> = some.into_iter().map(|finding| words.finding(finding, placement)).collect();
        text(sentences.join("; "))
    };
    match column {
        C::Volunteer => text(candidate.reference.clone()),
        C::Name => text(candidate.name.clone()),
        C::First => Cell::Date(found.days.first),
        C::Last => Cell::Date(found.days.last),
        C::Weeks => Cell::Number(found.days.weeks() as f64),
        C::Fit => Cell::Number(f64::from(found.fit)),
        C::Settled => found.settled.map_or(Cell::Empty, |settled| text(words.settled(&settled))),
        C::Without => told.without.as_ref().map_or(Cell::Empty, |cost| text(words.cost(cost))),
        C::Reasons => {
            let lines = candidate.criteria.iter().filter(|line| line.points > 0).map(|line| {
                format!("{} {}/{}: {}", words.criterion(line.criterion), line.points, line.most, words.because(line))
            });
            text(lines.collect::<Vec<_>>().join("; "))
        }
        C::Against => findings(candidate.findings.iter().filter(|finding| finding.verdict == Verdict::Fail).collect()),
        C::Questions => findings(candidate.questions().collect()),
        column => placement_cell(column, placement, partners, words),
    }
}

fn placement_cell(column: PlanColumn, placement: &Placement, partners: &Partners, words: &impl PlanWords) -> Cell {
    match column {
        C::Placement => text(placement.reference.clone()),
        C::Title => text(placement.title.clone()),
        C::Partner => {
            let partner = placement.organisation.and_then(|id| partners.get(&id));
            partner.map_or(Cell::Empty, |name| text(name.to_string()))
        }
        C::Country => placement.country.map_or(Cell::Empty, |country| text(country.name(words.tongue()).to_owned())),
        C::DutyStation => text(placement.duty_station.clone()),
        C::StartFrom => placement.start_from.map_or(Cell::Empty, Cell::Date),
        C::StartUntil => placement.start_until.map_or(Cell::Empty, Cell::Date),
        _ => Cell::Empty,
    }
}

fn count(number: usize) -> Cell {
    Cell::Number(number as f64)
}

fn text(text: String) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}
