//! Posts at partners: what is to be done there, and who is asked for.

use super::organisations::Network;
use super::pools::{Host, Pools, Profession};
use super::random::Random;
use crate::domain::decision::Decision;
use crate::domain::organisation::OrganisationKind;
use crate::domain::placement::{Objective, Placement, PlacementStatus, Priority, Requirement, RequirementKind, Weight};
use crate::domain::reference::Language;
use crate::domain::volunteer::{Category, Level};
use chrono::{Duration, NaiveDate};

/// A placement with what it asks for and what was decided for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Post {
    /// The placement.
    pub placement: Placement,
    /// What it asks for.
    pub requirements: Vec<Requirement>,
    /// What was decided about people for it.
    pub decisions: Vec<Decision>,
    /// The competences it is to pass on.
    pub objectives: Vec<Objective>,
    /// The place of its profession among [`Pools::professions`].
    pub(super) profession: usize,
    /// The language that it cannot do without, and how well.
    pub(super) language: (Language, Level),
    pub(super) life: Life,
}

impl Post {
    /// What it asks for first of all, when it is open.
    pub(super) fn call(&self) -> Option<(usize, Language, Level)> {
        let open = matches!(self.life, Life::Waiting | Life::Talking);
        open.then_some((self.profession, self.language.0, self.language.1))
    }
}

/// What a placement is going through, which decides what missions it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Life {
    /// Not open yet: no missions.
    Coming,
    /// Open, and nobody has been put forward.
    Waiting,
    /// Open, with people put forward for some of the places.
    Talking,
    /// All places taken.
    Full,
    /// Over, or will not happen: earlier missions only.
    Over,
}

/// Least and most weeks of a post, with shares.
const WEEKS: &[(u16, u16, u32)] =
    &[(6, 12, 8), (12, 26, 20), (26, 52, 30), (26, 26, 6), (52, 52, 12), (52, 104, 16), (39, 78, 8)];

/// Draws `count` placements in the active countries, their organisations with them.
pub(super) fn draw(
    pools: &Pools,
    active: &[&Host],
    network: &mut Network<'_>,
    count: usize,
    today: NaiveDate,
    seed: u64,
) -> Vec<Post> {
    let mut random = Random::new(seed, "placements");
    // Shares are kept in a small office too, so lives are dealt like cards instead of thrown like dice.
    let deck: Vec<Life> = (0..count).map(|place| life_of_share(place * 100 / count)).collect();
    random
        .some(&deck, count)
        .into_iter()
        .map(|life| {
            let host = active[random.weighted(active.iter().map(|host| host.weight))];
            // Squared: offices ask again and again for what many volunteers can do.
            let profession = random.weighted(pools.professions.iter().map(|profession| profession.weight.pow(2)));
            draw_one(pools, host, profession, life, network, today, &mut random)
        })
        .collect()
}

/// The life of the placement at so many percent of all.
fn life_of_share(percent: usize) -> Life {
    match percent {
        0..11 => Life::Coming,
        11..28 => Life::Waiting,
        28..51 => Life::Talking,
        51..89 => Life::Full,
        _ => Life::Over,
    }
}

fn draw_one(
    pools: &Pools,
    host: &Host,
    profession_place: usize,
    life: Life,
    network: &mut Network<'_>,
    today: NaiveDate,
    random: &mut Random,
) -> Post {
    let profession = &pools.professions[profession_place];
    let organisation = network.host(host, profession).clone();
    let (weeks_least, weeks_most, _) = WEEKS[random.weighted(WEEKS.iter().map(|(_, _, share)| *share))];
    let (start_from, start_until) = window(life, today, random);
    let accompanied = weeks_most >= 52 && random.chance(45);
    let (objectives, counterpart) = objectives(pools, profession, &organisation.name, &organisation.place, random);
    let funded = random.chance(75);
    // Now and then the money ends before the longest mission would.
    let paid_weeks = if random.chance(10) { weeks_least } else { weeks_most };
    let placement = Placement {
        id: random.id(),
        foreign_reference: String::new(),
        title: (*random.pick(&profession.titles)).to_owned(),
        organisation: Some(organisation.id),
        country: organisation.country,
        duty_station: organisation.place.clone(),
        position: organisation.position,
        occupation: Some(profession.occupation),
        sector: Some(*random.pick(&profession.sectors)),
        places: [1, 2, 3, 4][random.weighted([72, 18, 6, 4].into_iter())],
        categories: categories(organisation.kind, profession, random),
        start_from: Some(start_from),
        start_until: Some(start_until),
        weeks_least: Some(weeks_least),
        weeks_most: Some(weeks_most),
        accompanied,
        priority: [Priority::Urgent, Priority::Normal, Priority::Low][random.weighted([14, 72, 14].into_iter())],
        funding: if funded { network.funder() } else { String::new() },
        funding_from: funded.then(|| random.day(start_from, -90, -1)),
        funding_until: funded.then(|| start_until + Duration::weeks(i64::from(paid_weeks))),
        objectives,
        counterpart,
        conditions: pools.phrase(random, if accompanied { "condition accompanied" } else { "condition" }).to_owned(),
        status: status(life, random),
        programme: programme(profession.field),
        ..Placement::default()
    };
    let language = (
        host.working[random.weighted([75, 25].into_iter().take(host.working.len()))],
        [Level::B1, Level::B2, Level::C1][random.weighted([30, 60, 10].into_iter())],
    );
    let requirements = requirements(pools, host, profession, &placement, language, random);
    Post {
        placement,
        requirements,
        decisions: Vec::new(),
        objectives: Vec::new(),
        profession: profession_place,
        language,
        life,
    }
}

/// The days on which a mission may start.
fn window(life: Life, today: NaiveDate, random: &mut Random) -> (NaiveDate, NaiveDate) {
    let from = match life {
        Life::Coming => random.day(today, 90, 320),
        Life::Waiting if random.chance(55) => random.day(today, 10, 150),
        Life::Waiting => random.day(today, 185, 300),
        Life::Talking => random.day(today, 35, 120),
        // Widened to the days on which its missions did start, once they are known.
        Life::Full => random.day(today, -60, 20),
        Life::Over => random.day(today, -1100, -400),
    };
    (from, random.day(from, 45, 150))
}

fn status(life: Life, random: &mut Random) -> PlacementStatus {
    use PlacementStatus as Status;
    match life {
        Life::Coming => [Status::Draft, Status::Submitted, Status::ChangesAsked, Status::Approved]
            [random.weighted([30, 30, 15, 25].into_iter())],
        Life::Waiting | Life::Talking => Status::Open,
        Life::Full => Status::Filled,
        Life::Over => [Status::Closed, Status::Cancelled][random.weighted([80, 20].into_iter())],
    }
}

/// Categories accepted; none named means all.
fn categories(kind: OrganisationKind, profession: &Profession, random: &mut Random) -> Vec<Category> {
    let young = profession.training <= 22;
    match random.below(100) {
        0..40 => Vec::new(),
        40..68 => vec![Category::International, Category::Diaspora],
        68..80 => vec![Category::International],
        80..90 => vec![Category::National],
        90..96 if young => vec![Category::National, Category::Youth],
        _ if kind == OrganisationKind::University => vec![Category::Diaspora],
        _ => vec![Category::International, Category::National],
    }
}

fn objectives(
    pools: &Pools,
    profession: &Profession,
    host: &str,
    station: &str,
    random: &mut Random,
) -> (String, String) {
    let Some(field) = pools.fields.get(profession.field) else { return Default::default() };
    let counterpart = *random.pick(&field.counterparts);
    let skills = random.some(&profession.skills, 2);
    let mut text = random.pick(&field.objectives).replace("{counterpart}", counterpart).replace("{organisation}", host);
    for (part, skill) in ["{skill}", "{other}"].iter().zip(&skills) {
        text = text.replace(part, skill);
    }
    let mut letters = counterpart.chars();
    let capital = letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str());
    (text.replace("{station}", station), capital.unwrap_or_default())
}

fn requirements(
    pools: &Pools,
    host: &Host,
    profession: &Profession,
    placement: &Placement,
    (language, level): (Language, Level),
    random: &mut Random,
) -> Vec<Requirement> {
    let mut all = Vec::new();
    let blank = |random: &mut Random, weight, kind| Requirement {
        id: random.id(),
        of: placement.id,
        weight,
        kind,
        name: String::new(),
        language: None,
        language_level: None,
        skill_level: None,
        years: None,
    };
    all.push(Requirement {
        language: Some(language),
        language_level: Some(level),
        ..blank(random, Weight::Must, RequirementKind::Language)
    });
    if host.local != language && random.chance(55) {
        all.push(Requirement {
            language: Some(host.local),
            language_level: Some(*random.pick(&[Level::A1, Level::A2, Level::A2, Level::B1])),
            ..blank(random, Weight::Nice, RequirementKind::Language)
        });
    }
    let years = *random.pick(if profession.training <= 20 { &[1_u8, 1, 2] } else { &[2_u8, 2, 3, 5] });
    all.push(Requirement { years: Some(years), ..blank(random, Weight::Must, RequirementKind::Experience) });
    let count = 1 + random.below(3);
    for (place, skill) in random.some(&profession.skills, count).into_iter().enumerate() {
        let weight = if place == 0 && random.chance(25) { Weight::Must } else { Weight::Nice };
        all.push(Requirement {
            name: skill.to_owned(),
            skill_level: Some(*random.pick(&[2, 2, 3])),
            ..blank(random, weight, RequirementKind::Skill)
        });
    }
    for (kind, occasion, percent) in [
        (RequirementKind::Qualification, format!("{} qualification", profession.field), 50),
        (RequirementKind::Other, "other requirement".to_owned(), 15),
    ] {
        let name = pools.phrase(random, &occasion);
        if !name.is_empty() && random.chance(percent) {
            all.push(Requirement { name: name.to_owned(), ..blank(random, Weight::Nice, kind) });
        }
    }
    all
}
/// The programme of a field: "Governance".
fn programme(field: &str) -> String {
    let mut letters = field.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
