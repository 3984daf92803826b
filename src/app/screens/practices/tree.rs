//! Where a practice went from its origin: a tree on the map, from where it was found to where it was done again.

use super::replications::ShownReplication;
use super::words;
use crate::app::texts::Texts;
use crate::app::widgets::Tone;
use crate::app::widgets::map::{Form, Kind, Link, MapState, Marker, WorldMap, middle};
use crate::domain::organisation::Position;
use crate::domain::practice::{Practice, ReplicationResult};
use crate::t;
use egui::{Ui, vec2};

/// Height of the map in the pane.
const HEIGHT: f32 = 210.0;

/// Shows the tree; nothing where no place is known.
pub(super) fn show(
    ui: &mut Ui,
    texts: &Texts,
    practice: &Practice,
    origin: Option<Position>,
    all: &[ShownReplication],
    state: &mut MapState,
) {
    let origin = origin.or_else(|| practice.countries.first().and_then(|country| middle(*country)));
    let placed: Vec<(&ShownReplication, Position)> =
        all.iter().filter_map(|shown| Some((shown, shown.position()?))).collect();
    if placed.is_empty() {
        return;
    }
    let mut kinds = vec![Kind { name: t!(texts, "practice-origin-mark"), form: Form::Diamond, tone: Tone::Neutral }];
    for result in ReplicationResult::ALL {
        let (name, tone) = words::result(texts, *result);
        let form = match result {
            ReplicationResult::Worked => Form::Circle,
            ReplicationResult::InPart => Form::Square,
            ReplicationResult::Failed | ReplicationResult::TooEarly => Form::Triangle,
        };
        kinds.push(Kind { name, form, tone });
    }
    let titles: Vec<String> = placed.iter().map(|(shown, _)| shown.title(texts)).collect();
    let mut markers: Vec<Marker<'_>> =
        origin.iter().map(|at| Marker { position: *at, label: &practice.title, kind: 0 }).collect();
    let mut links = Vec::new();
    for ((shown, at), title) in placed.iter().zip(&titles) {
        let kind = 1 + ReplicationResult::ALL.iter().position(|result| *result == shown.result()).unwrap_or_default();
        markers.push(Marker { position: *at, label: title, kind });
        let learned_from = placed.iter().find(|(other, _)| Some(other.id()) == shown.after()).map(|(_, at)| *at);
        links.extend(learned_from.or(origin).map(|from| Link { from, to: *at }));
    }
    ui.allocate_ui(vec2(ui.available_width(), HEIGHT), |ui| {
        let _ = WorldMap::new(texts).markers(&kinds, &markers).links(&links).in_scrolling_page().show(ui, state);
    });
    ui.add_space(6.0);
}
