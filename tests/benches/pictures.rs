//! How quick the map of the world and the picture of a network are: a frame while nothing moves, one while zooming, and the
//! layout alone. Whole frames at 1366 x 768, painted into triangles, without a GPU.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod timing;

use egui::{Event, Modifiers, MouseWheelUnit, RawInput, Rect, TouchPhase, Ui, pos2, vec2};
use sojourn::app::texts::{Language, Texts};
use sojourn::app::theme::{self, Choice, Icon};
use sojourn::app::widgets::graph::layout::{Tie, lay_out};
use sojourn::app::widgets::graph::{Edge, NetworkPicture, Node, PictureState};
use sojourn::app::widgets::map::{MapState, WorldMap};
use sojourn::domain::Id;
use sojourn::domain::reference::Country;
use timing::{Figures, repeat};

fn main() {
    let rounds = if std::env::var("SOJOURN_BENCH").is_ok_and(|word| word == "quick") { 3 } else { 200 };
    let mut figures = Figures::new("the map with 48 numbers, a network of 200");
    let texts = Texts::new(Language::English);
    let values: Vec<(Country, u64)> = Country::all().step_by(5).zip(1..).take(48).collect();
    let mut map = MapState::default();
    let mut world = |ui: &mut Ui| drop(WorldMap::new(&texts).values("In service", &values).show(ui, &mut map));
    measure(&mut figures, "a frame of the map", rounds, &mut world);

    let ids: Vec<Id> = (1..=200).map(|number| Id::from_random_bits(number * 0x9e37_79b9_7f4a_7c15)).collect();
    let names: Vec<String> = (0..ids.len()).map(|number| format!("Community Health Centre No. {number}")).collect();
    let node = |(id, label): (&Id, &'static str)| Node {
        id: *id,
        label,
        kind: "partner",
        icon: Icon::Building,
        ceased: false,
    };
    let names: Vec<&'static str> = names.into_iter().map(|name| &*name.leak()).collect();
    let nodes: Vec<Node<'_>> = ids.iter().zip(names).map(node).collect();
    let kinds = ["funds", "hosts volunteers of", "trains people of"];
    // Forty are linked with the one in the middle, the others with them.
    let from = |place: usize| if place <= 40 { ids[0] } else { ids[place % 40 + 1] };
    let edge = |place: usize| Edge { from: from(place), to: ids[place], kind: kinds[place % 3], back: "", over: false };
    let edges: Vec<Edge<'_>> = (1..ids.len()).map(edge).collect();
    let ties: Vec<Tie<'_>> = edges.iter().map(|edge| Tie { from: edge.from, to: edge.to, kind: edge.kind }).collect();
    figures.add(
        "the layout of the network",
        repeat(rounds, || assert_eq!(lay_out(ids[0], &ids, &ties).places.len(), 200)),
    );
    let mut state = PictureState::default();
    let mut network = |ui: &mut Ui| drop(NetworkPicture::new(&texts, ids[0], &nodes, &edges).show(ui, &mut state));
    measure(&mut figures, "a frame of the network", rounds, &mut network);
    figures.print();
}

fn measure(figures: &mut Figures, name: &str, rounds: usize, show: &mut dyn FnMut(&mut Ui)) {
    let ctx = egui::Context::default();
    theme::install(&ctx);
    theme::apply(&ctx, Choice::Light);
    let mut time = 0.0;
    let mut frame = |events: Vec<Event>| {
        time += 1.0 / 60.0;
        let screen_rect = Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1366.0, 768.0)));
        let input = RawInput { screen_rect, time: Some(time), events, focused: true, ..RawInput::default() };
        let output = ctx.run_ui(input, &mut *show);
        assert!(!ctx.tessellate(output.shapes, output.pixels_per_point).is_empty());
    };
    for _ in 0..6 {
        frame(Vec::new());
    }
    figures.add(name, repeat(rounds, || frame(Vec::new())));
    frame(vec![Event::PointerMoved(pos2(720.0, 260.0))]);
    let mut round = 0;
    let zooming = repeat(rounds, || {
        round += 1;
        let way = if round / 20 % 2 == 0 { 12.0 } else { -12.0 };
        frame(vec![Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, way),
            source: egui::MouseWheelSource::Wheel,
            phase: TouchPhase::Move,
            modifiers: Modifiers::NONE,
        }]);
    });
    figures.add(&format!("{name} while zooming"), zooming);
}
