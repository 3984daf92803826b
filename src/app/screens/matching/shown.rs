//! What the screen shows, as the planner told it: plain data, made on a thread beside the window.

use super::engine::Kept;
use crate::domain::Id;
use crate::domain::decision::Decision;
use crate::domain::placement::Placement;
use crate::domain::reference::Country;
use crate::domain::text::fold;
use crate::matching::candidates::Candidates;
use crate::matching::plan::{
    Choice, Comparison, EmptyPlace, Explanation, LeftOut, Moved, Plan, Planner, WhyEmpty, WhyLeftOut, compare,
};
use std::collections::HashMap;

/// People asked for at a placement, and placements for a person.
const MOST_CHOICES: usize = 100;

/// How much is tried for couples and teams before the plan is shown: a tenth of a second or so in the largest office.
const FURTHER: usize = 2_000;

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
    /// What is searched, folded.
    pub haystack: String,
}

/// Somebody whom the plan gives no place.
pub struct PersonLine {
    pub id: Id,
    pub name: String,
    pub reference: String,
    pub possible: usize,
    /// What is searched, folded.
    pub haystack: String,
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
    pub id: Id,
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

/// The plan, what is open in it and who is left out.
pub fn overview(kept: &mut Kept) -> Overview {
    kept.planner.look_further(FURTHER, &|| false);
    let planner = &kept.planner;
    let plan = planner.plan();
    let since = compare(kept.before.get_or_insert_with(|| plan.clone()), &plan);
    let mut names = Names::new();
    let planned = plan.matches.iter().map(|found| (found.volunteer, found.placement));
    for (volunteer, placement) in planned.chain(plan.unkept.iter().map(|one| (one.volunteer, one.placement))) {
        name(planner, &mut names, volunteer);
        name(planner, &mut names, placement);
    }
    moved_names(planner, &mut names, &since.moves);
    Overview { posts: posts(planner, &plan), left_out: left_out(planner), plan, since, names }
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
            haystack: fold(&format!("{} {}", detail.placement.title, detail.placement.duty_station)),
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
            haystack: fold(&format!("{} {}", person.volunteer.full_name, person.volunteer.reference)),
        })
        .collect();
    people.sort_by(|a, b| b.possible.cmp(&a.possible).then_with(|| (&a.name, a.id).cmp(&(&b.name, b.id))));
    people
}

/// One placement; nothing where it is not to be filled.
pub fn post(kept: &mut Kept, id: Id) -> Option<Post> {
    let Kept { planner, partners, .. } = kept;
    let detail = planner.question().placements.iter().find(|detail| detail.placement.id == id)?.clone();
    let mut choices = settled_choices(planner, id);
    let settled: Vec<Id> = choices.iter().map(|choice| choice.candidate.volunteer).collect();
    let others = planner.choices(id, MOST_CHOICES).into_iter();
    choices.extend(others.filter(|choice| !settled.contains(&choice.candidate.volunteer)));
    let mut names = Names::new();
    for choice in &choices {
        choice.planned.into_iter().for_each(|placement| name(planner, &mut names, placement));
        choice.cost.iter().for_each(|cost| moved_names(planner, &mut names, &cost.moves));
    }
    let why = planner.why_empty(id);
    if let Some(WhyEmpty::TooFew { placements, .. }) = why.as_ref().map(|empty| &empty.why) {
        placements.iter().for_each(|placement| name(planner, &mut names, *placement));
    }
    let cost = why.as_ref().and_then(|empty| empty.why.cost());
    cost.into_iter().for_each(|cost| moved_names(planner, &mut names, &cost.moves));
    let decisions: Vec<Decision> = planner.question().decisions.iter().filter(|one| one.of == id).cloned().collect();
    decisions.iter().for_each(|decision| name(planner, &mut names, decision.volunteer));
    let partner = detail.placement.organisation.and_then(|id| partners.get(&id));
    Some(Post {
        organisation: partner.map(ToString::to_string).unwrap_or_default(),
        urgency: planner.urgency(id).unwrap_or_default(),
        free: usize::from(detail.free_places()),
        funnel: planner.funnel(id)?,
        choices,
        why,
        decisions,
        names,
        placement: detail.placement,
    })
}

/// Those whom a pin or a hold has given a place here: they come first, whatever their fit.
fn settled_choices(planner: &mut Planner, placement: Id) -> Vec<Choice> {
    let here = planner.matches().into_iter().filter(|found| found.placement == placement && found.settled.is_some());
    let people: Vec<Id> = here.map(|found| found.volunteer).collect();
    people.into_iter().filter_map(|volunteer| planner.explain(volunteer, placement)).map(|told| told.choice).collect()
}

/// One person; nothing for whoever is not in the office.
pub fn person(kept: &mut Kept, id: Id) -> Option<Person> {
    let planner = &mut kept.planner;
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
        Some(WhyLeftOut::Outbid { placement, cost }) => {
            name(planner, &mut names, *placement);
            moved_names(planner, &mut names, &cost.moves);
        }
        Some(WhyLeftOut::Couple { with }) => name(planner, &mut names, *with),
        _ => {}
    }
    Some(Person { id, name: full_name, why, choices, nearest, placements, names })
}

/// One person beside one placement; nothing where one of the two is not there.
pub fn pair(kept: &mut Kept, volunteer: Id, placement: Id) -> Option<Pair> {
    let planner = &mut kept.planner;
    let explanation = planner.explain(volunteer, placement)?;
    let mut names = Names::new();
    let costs = explanation.choice.cost.iter().chain(&explanation.without);
    costs.for_each(|cost| moved_names(planner, &mut names, &cost.moves));
    explanation.choice.planned.into_iter().for_each(|planned| name(planner, &mut names, planned));
    let of_pair = |decision: &&Decision| decision.of == placement && decision.volunteer == volunteer;
    let decision = planner.question().decisions.iter().find(of_pair).cloned();
    Some(Pair { placement: placement_of(planner, placement)?, explanation, decision, names })
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
