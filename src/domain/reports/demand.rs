//! What partners asked for, what of it was filled, and how long that took.
//!
//! Placements are narrowed by themselves: country, programme, sector, and, for a category, those that accept it. Their
//! missions count whoever serves, since a place is filled by anybody.

use super::model::{median, share, sorted};
use super::scope::{Scope, agreed_on};
use super::{Figure, Label, Measure, Table, TableName};
use crate::domain::mission::Mission;
use crate::domain::placement::{Placement, PlacementStatus};
use crate::domain::{Id, Kind};
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

const MEASURES: [Measure; 7] = [
    Measure::PlacementsAsked,
    Measure::PlacementsCancelled,
    Measure::Places,
    Measure::PlacesFilled,
    Measure::FillRate,
    Measure::DaysToFill,
    Measure::DaysAhead,
];

/// Placements added up.
#[derive(Default)]
struct Asked {
    placements: Vec<Id>,
    cancelled: Vec<Id>,
    places: usize,
    filled: usize,
    filled_placements: Vec<Id>,
    agreed: Vec<Id>,
    days_to_fill: Vec<i64>,
    days_ahead: Vec<i64>,
}

/// A placement asked for in the period, with what became of it.
struct Post<'a> {
    post: &'a Placement,
    filled: usize,
    /// Each mission that fills a place and was agreed on a known day: its id, the days for which somebody had been sought,
    /// the days until it begins.
    agreed: Vec<(Id, i64, i64)>,
}

pub(super) fn demand(scope: &Scope<'_>) -> Vec<Table> {
    let posts = posts(scope);
    let mut whole = Asked::default();
    posts.iter().for_each(|post| whole.add(post));
    vec![
        Table::new(TableName::DemandTotal, &MEASURES).with(Label::Total, whole.figures()),
        by(TableName::DemandByCountry, &posts, |post| post.country, Label::Country),
        by(TableName::DemandBySector, &posts, |post| post.sector, Label::Sector),
        by(
            TableName::DemandByProgramme,
            &posts,
            |post| Some(post.programme.trim().to_owned()).filter(|programme| !programme.is_empty()),
            Label::Text,
        ),
    ]
}

fn posts<'a>(scope: &Scope<'a>) -> Vec<Post<'a>> {
    let steps = scope.steps();
    let mut missions: HashMap<Id, Vec<&Mission>> = HashMap::new();
    for mission in &scope.facts.missions {
        missions.entry(mission.placement).or_default().push(mission);
    }
    let category = |post: &Placement| {
        scope.query.category.is_none_or(|wanted| post.categories.is_empty() || post.categories.contains(&wanted))
    };
    let mut wanted: Vec<&Placement> = scope
        .facts
        .placements
        .values()
        .filter(|post| post.status != PlacementStatus::Draft && scope.in_period(post.start_from))
        .filter(|post| scope.query.takes(post) && category(post))
        .collect();
    wanted.sort_by_key(|post| post.id);
    let post = |post: &'a Placement| {
        let missions = missions.get(&post.id).map(Vec::as_slice).unwrap_or_default();
        let of = |mission: &Mission| steps.get(&mission.id).map(Vec::as_slice).unwrap_or_default();
        let mut begun: Vec<NaiveDate> = missions.iter().filter_map(|one| of(one).first()).map(|step| step.on).collect();
        begun.sort_unstable();
        // Who had left before the start window began filled an earlier need.
        let fills =
            |mission: &&&Mission| mission.stage.is_firm() && post.start_from.is_none_or(|from| mission.last >= from);
        let filled = usize::from(post.places_filled_elsewhere) + missions.iter().filter(fills).count();
        let mut agreements: Vec<(NaiveDate, &Mission)> = missions
            .iter()
            .filter(|mission| mission.stage.is_firm())
            .filter_map(|mission| Some((agreed_on(of(mission))?, *mission)))
            .collect();
        agreements.sort_by_key(|(on, mission)| (*on, mission.id));
        let mut before = None;
        let mut agreed = Vec::new();
        for (on, mission) in agreements {
            let own = of(mission).first().map_or(on, |step| step.on);
            let sought = begun.iter().copied().find(|day| before.is_none_or(|before| *day > before));
            let from = sought.map_or(own, |day| day.min(own));
            if fills(&&mission) {
                agreed.push((mission.id, (on - from).num_days(), (mission.first - on).num_days()));
            }
            before = Some(on);
        }
        Post { post, filled: filled.min(post.places.into()), agreed }
    };
    wanted.into_iter().map(post).collect()
}

/// The same by what a placement is about, the most asked for first; what is not known stands last.
fn by<K: Ord>(
    name: TableName,
    posts: &[Post<'_>],
    key: impl Fn(&Placement) -> Option<K>,
    label: impl Fn(K) -> Label,
) -> Table {
    let mut known: BTreeMap<K, Asked> = BTreeMap::new();
    let mut unknown = Asked::default();
    for post in posts {
        match key(post.post) {
            Some(key) => known.entry(key).or_default().add(post),
            None => unknown.add(post),
        }
    }
    let mut table = Table::new(name, &MEASURES);
    let mut lines: Vec<(K, Asked)> = known.into_iter().collect();
    lines.sort_by_key(|(_, asked)| Reverse(asked.placements.len()));
    for (key, asked) in lines {
        table.line(label(key), asked.figures());
    }
    if !(unknown.placements.is_empty() && unknown.cancelled.is_empty()) {
        table.line(Label::Unknown, unknown.figures());
    }
    table
}

impl Asked {
    fn add(&mut self, post: &Post<'_>) {
        if post.post.status == PlacementStatus::Cancelled {
            self.cancelled.push(post.post.id);
            return;
        }
        self.placements.push(post.post.id);
        self.places += usize::from(post.post.places);
        self.filled += post.filled;
        if post.filled > 0 {
            self.filled_placements.push(post.post.id);
        }
        for (mission, to_fill, ahead) in &post.agreed {
            self.agreed.push(*mission);
            self.days_to_fill.push(*to_fill);
            self.days_ahead.push(*ahead);
        }
    }

    fn figures(self) -> Vec<Figure> {
        let (placements, filled, agreed) =
            (sorted(self.placements), sorted(self.filled_placements), sorted(self.agreed));
        vec![
            Figure::new(Some(placements.len() as f64), Kind::Placement, &placements),
            Figure::count(Kind::Placement, self.cancelled),
            Figure::new(Some(self.places as f64), Kind::Placement, &placements),
            Figure::new(Some(self.filled as f64), Kind::Placement, &filled),
            Figure::new(share(self.filled, self.places), Kind::Placement, &filled),
            Figure::new(median(self.days_to_fill), Kind::Mission, &agreed),
            Figure::new(median(self.days_ahead), Kind::Mission, &agreed),
        ]
    }
}
