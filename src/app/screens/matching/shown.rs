//! What the screen shows, as the planner told it: plain data, read on the office file's thread.

use super::engine::{Engine, Trial};
use crate::domain::Id;
use crate::domain::decision::Decision;
use crate::domain::organisation::Organisation;
use crate::domain::placement::Placement;
use crate::domain::reference::Country;
use crate::matching::candidates::Candidates;
use crate::matching::plan::{Choice, Comparison, EmptyPlace, Explanation, LeftOut, Moved, Plan, Planner, compare};
use crate::store::{OfficeFile, StoreError};
use std::collections::HashMap;

/// People asked for at a placement, and placements for a person.
const MOST_CHOICES: usize = 100;

/// A placement with free places.
pub struct PostLine {
    pub id: Id,
    pub title: String,
    pub station: String,
    pub country: Option<Country>,
    pub free: usize,
    pub filled: usize,
    pub eligible: usize,
    pub urgency: u8,
}

/// Somebody whom the plan gives no place.
pub struct PersonLine {
    pub id: Id,
    pub name: String,
    pub reference: String,
    pub possible: usize,
}

/// The plan and what it is about.
pub struct Overview {
    pub plan: Plan,
    /// The most urgent first.
    pub posts: Vec<PostLine>,
    /// Those who could go somewhere first.
    pub left_out: Vec<PersonLine>,
    /// What changed since the plan that is compared with.
    pub since: Comparison,
    pub names: Names,
}

/// Names of people and titles of placements.
pub type Names = HashMap<Id, String>;

/// One placement: who could go, and what each would cost the plan.
pub struct Post {
    pub placement: Placement,
    pub organisation: String,
    pub urgency: u8,
    pub free: usize,
    pub funnel: Candidates,
    pub choices: Vec<Choice>,
    pub why: Option<EmptyPlace>,
    pub decisions: Vec<Decision>,
    pub names: Names,
}

/// One person: where they could go, or why nowhere.
pub struct Person {
    pub name: String,
    pub why: Option<LeftOut>,
    pub choices: Vec<Choice>,
    pub nearest: Option<(Id, Vec<crate::matching::eligibility::Finding>)>,
    pub placements: HashMap<Id, Placement>,
    pub names: Names,
}

/// One person beside one placement.
pub struct Pair {
    pub explanation: Explanation,
    pub placement: Placement,
    pub decision: Option<Decision>,
    pub names: Names,
}

pub fn overview(engine: &Engine, file: &mut OfficeFile, trial: &Trial) -> Result<Overview, StoreError> {
    engine.ask(file, trial, |planner, before| {
        let plan = planner.plan();
        let since = compare(before.get_or_insert_with(|| plan.clone()), &plan);
        let mut names = Names::new();
        for found in &plan.matches {
            name(planner, &mut names, found.volunteer);
            name(planner, &mut names, found.placement);
        }
        for unkept in &plan.unkept {
            name(planner, &mut names, unkept.volunteer);
            name(planner, &mut names, unkept.placement);
        }
        moved_names(planner, &mut names, &since.moves);
        Overview { posts: posts(planner, &plan), left_out: left_out(planner), plan, since, names }
    })
}

/// Forgets the plan that later ones were compared with: the next one takes its place.
pub fn compare_from_here(engine: &Engine, file: &mut OfficeFile, trial: &Trial) -> Result<(), StoreError> {
    engine.ask(file, trial, |planner, before| *before = Some(planner.plan()))
}

fn posts(planner: &Planner, plan: &Plan) -> Vec<PostLine> {
    let mut filled: HashMap<Id, usize> = HashMap::new();
    for found in &plan.matches {
        *filled.entry(found.placement).or_default() += 1;
    }
    let mut posts: Vec<PostLine> = planner
        .question()
        .placements
        .iter()
        .filter(|detail| detail.free_places() > 0)
        .map(|detail| PostLine {
            id: detail.placement.id,
            title: detail.placement.title.clone(),
            station: detail.placement.duty_station.clone(),
            country: detail.placement.country,
            free: usize::from(detail.free_places()),
            filled: filled.get(&detail.placement.id).copied().unwrap_or_default(),
            eligible: planner.eligible(detail.placement.id),
            urgency: planner.urgency(detail.placement.id).unwrap_or_default(),
        })
        .collect();
    posts.sort_by(|a, b| b.urgency.cmp(&a.urgency).then_with(|| (&a.title, a.id).cmp(&(&b.title, b.id))));
    posts
}

fn left_out(planner: &Planner) -> Vec<PersonLine> {
    let mut people: Vec<PersonLine> = planner
        .unplanned()
        .map(|(person, possible)| PersonLine {
            id: person.volunteer.id,
            name: person.volunteer.full_name.clone(),
            reference: person.volunteer.reference.clone(),
            possible,
        })
        .collect();
    people.sort_by(|a, b| b.possible.cmp(&a.possible).then_with(|| (&a.name, a.id).cmp(&(&b.name, b.id))));
    people
}

pub fn post(engine: &Engine, file: &mut OfficeFile, trial: &Trial, id: Id) -> Result<Option<Post>, StoreError> {
    let organisations: HashMap<Id, String> = match file.find::<Placement>(id)?.and_then(|post| post.organisation) {
        Some(partner) => file.find::<Organisation>(partner)?.map(|found| (partner, found.name)).into_iter().collect(),
        None => HashMap::new(),
    };
    engine.ask(file, trial, |planner, _| {
        let detail = planner.question().placements.iter().find(|detail| detail.placement.id == id)?.clone();
        let mut choices = settled_choices(planner, id);
        choices.extend(planner.choices(id, MOST_CHOICES));
        let mut names = Names::new();
        for choice in &choices {
            choice.planned.into_iter().for_each(|placement| name(planner, &mut names, placement));
            choice.cost.iter().for_each(|cost| moved_names(planner, &mut names, &cost.moves));
        }
        let why = planner.why_empty(id);
        if let Some(crate::matching::plan::WhyEmpty::TooFew { placements, .. }) = why.as_ref().map(|empty| &empty.why) {
            placements.iter().for_each(|placement| name(planner, &mut names, *placement));
        }
        let decisions: Vec<Decision> =
            planner.question().decisions.iter().filter(|one| one.of == id).cloned().collect();
        decisions.iter().for_each(|decision| name(planner, &mut names, decision.volunteer));
        Some(Post {
            organisation: detail
                .placement
                .organisation
                .and_then(|id| organisations.get(&id).cloned())
                .unwrap_or_default(),
            urgency: planner.urgency(id).unwrap_or_default(),
            free: usize::from(detail.free_places()),
            funnel: planner.funnel(id)?,
            choices,
            why,
            decisions,
            names,
            placement: detail.placement,
        })
    })
}

/// Those whom a pin or a hold has given a place here: they are no longer among those to choose from.
fn settled_choices(planner: &mut Planner, placement: Id) -> Vec<Choice> {
    let here = planner.matches().into_iter().filter(|found| found.placement == placement && found.settled.is_some());
    let people: Vec<Id> = here.map(|found| found.volunteer).collect();
    people.into_iter().filter_map(|volunteer| planner.explain(volunteer, placement)).map(|told| told.choice).collect()
}

pub fn person(engine: &Engine, file: &mut OfficeFile, trial: &Trial, id: Id) -> Result<Option<Person>, StoreError> {
    engine.ask(file, trial, |planner, _| {
        let found = planner.question().people.iter().find(|person| person.volunteer.id == id)?;
        let full_name = found.volunteer.full_name.clone();
        let choices = planner.choices_of(id, MOST_CHOICES);
        let why = planner.why_left_out(id);
        let nearest = if choices.is_empty() { planner.nearest_placement(id) } else { None };
        let mut names = Names::new();
        let mut placements = HashMap::new();
        let about = choices.iter().map(|choice| choice.placement).chain(nearest.iter().map(|(id, _)| *id));
        for placement in about.collect::<Vec<Id>>() {
            name(planner, &mut names, placement);
            placements.extend(placement_of(planner, placement).map(|found| (placement, found)));
        }
        for choice in &choices {
            choice.cost.iter().for_each(|cost| moved_names(planner, &mut names, &cost.moves));
        }
        match why.as_ref().map(|out| &out.why) {
            Some(crate::matching::plan::WhyLeftOut::Outbid { placement, cost }) => {
                name(planner, &mut names, *placement);
                moved_names(planner, &mut names, &cost.moves);
            }
            Some(crate::matching::plan::WhyLeftOut::Couple { with }) => name(planner, &mut names, *with),
            _ => {}
        }
        Some(Person { name: full_name, why, choices, nearest, placements, names })
    })
}

pub fn pair(
    engine: &Engine,
    file: &mut OfficeFile,
    trial: &Trial,
    volunteer: Id,
    placement: Id,
) -> Result<Option<Pair>, StoreError> {
    engine.ask(file, trial, |planner, _| {
        let explanation = planner.explain(volunteer, placement)?;
        let mut names = Names::new();
        let costs = explanation.choice.cost.iter().chain(&explanation.without);
        costs.for_each(|cost| moved_names(planner, &mut names, &cost.moves));
        explanation.choice.planned.into_iter().for_each(|planned| name(planner, &mut names, planned));
        let of_pair = |decision: &&Decision| decision.of == placement && decision.volunteer == volunteer;
        let decision = planner.question().decisions.iter().find(of_pair).cloned();
        Some(Pair { placement: placement_of(planner, placement)?, explanation, decision, names })
    })
}

fn placement_of(planner: &Planner, id: Id) -> Option<Placement> {
    let all = &planner.question().placements;
    // The planner keeps them in the order of ids.
    all.binary_search_by_key(&id, |detail| detail.placement.id).ok().map(|place| all[place].placement.clone())
}

fn moved_names(planner: &Planner, names: &mut Names, moves: &[Moved]) {
    for moved in moves {
        for id in [Some(moved.volunteer), moved.from, moved.to].into_iter().flatten() {
            name(planner, names, id);
        }
    }
}

pub(super) fn name(planner: &Planner, names: &mut Names, id: Id) {
    if names.contains_key(&id) {
        return;
    }
    let people = &planner.question().people;
    let found = match people.binary_search_by_key(&id, |person| person.volunteer.id) {
        Ok(place) => Some(people[place].volunteer.full_name.clone()),
        Err(_) => placement_of(planner, id).map(|placement| placement.title),
    };
    names.extend(found.map(|found| (id, found)));
}
