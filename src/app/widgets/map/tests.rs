#![allow(clippy::unwrap_used)]

use super::*;
use crate::app::texts::Language;
use crate::app::widgets::Tone;
use crate::app::widgets::testing::harness;
use crate::domain::organisation::Position;
use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

struct Shown {
    texts: Texts,
    map: MapState,
    chosen: Option<Chosen>,
}

fn country(code: &str) -> Country {
    Country::parse_code(code).unwrap()
}

fn shown() -> Harness<'static, Shown> {
    let shown = Shown { texts: Texts::new(Language::English), map: MapState::default(), chosen: None };
    harness(shown, |ui, shown: &mut Shown| {
        let values = [("KE", 14), ("NP", 3), ("MV", 2), ("FR", 0)].map(|(code, value)| (country(code), value));
        let kinds = [Kind { name: "partner", form: Form::Square, tone: Tone::Accent }];
        let marker = |label, latitude, longitude| Marker { position: Position { latitude, longitude }, label, kind: 0 };
        let markers = [marker("Lima Clinic", -12.0, -77.0), marker("Accra", 5.6, -0.2), marker("Tema", 5.7, 0.0)];
        let links = [Link { from: markers[1].position, to: markers[0].position }];
        let selected = shown.chosen.clone();
        let map = WorldMap::new(&shown.texts).values("Missions", &values).markers(&kinds, &markers).links(&links);
        shown.chosen = map.selected(selected.as_ref()).show(ui, &mut shown.map).chosen.or(selected);
    })
}

#[test]
fn every_number_and_marker_has_a_name_and_is_chosen_by_it() {
    let mut harness = shown();
    harness.get_by_label("Map of the world, Missions");
    harness.get_by_label("Missions, 1, 2–4, 5–9, 10–14, none, partner, Borders: Natural Earth");
    assert!(harness.query_by_label("France, none").is_none());
    for (name, chosen) in [
        ("Kenya, 14", Chosen::Country(country("KE"))),
        ("Maldives, 2", Chosen::Country(country("MV"))),
        ("Lima Clinic, partner", Chosen::Markers(vec![0])),
        ("2 here: Accra, Tema", Chosen::Markers(vec![1, 2])),
    ] {
        harness.get_by_label(name).click_accesskit();
        harness.run();
        assert_eq!(harness.state().chosen, Some(chosen.clone()));
        harness.state_mut().chosen = None;
        harness.get_by_label(name).click();
        harness.run();
        assert_eq!(harness.state().chosen, Some(chosen), "{name} by the pointer");
    }
}

#[test]
fn the_keyboard_steps_through_what_is_marked() {
    let mut harness = shown();
    harness.get_by_label("Map of the world, Missions").focus();
    harness.run();
    let mut walk = |key, chosen| {
        harness.key_press(key);
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(harness.state().chosen, Some(chosen));
    };
    walk(Key::N, Chosen::Country(country("KE")));
    walk(Key::N, Chosen::Country(country("NP")));
    walk(Key::P, Chosen::Country(country("KE")));
    walk(Key::P, Chosen::Markers(vec![1, 2]));
}

#[test]
fn keys_and_buttons_enlarge_and_show_all_again() {
    let mut harness = shown();
    assert!(harness.get_by_label("Whole world").accesskit_node().is_disabled());
    harness.get_by_label("Map of the world, Missions").focus();
    harness.run();
    harness.key_press(Key::Plus);
    harness.run();
    let near = harness.state().map.view;
    assert!(!near.is_whole());
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert_ne!(harness.state().map.view, near);
    harness.key_press(Key::Home);
    harness.run();
    assert!(harness.state().map.view.is_whole());
    for _ in 0..12 {
        harness.get_by_label("Zoom in").click();
        harness.run();
    }
    // What had gathered has come apart, and what is out of view can still be named.
    harness.get_by_label("Tema, partner");
    harness.get_by_label("Whole world").click();
    harness.run();
    harness.get_by_label("2 here: Accra, Tema");
}

#[test]
fn wished_countries_come_into_view() {
    let mut harness = shown();
    harness.state_mut().map.show_countries([country("KE"), country("UG")]);
    harness.run();
    assert!(!harness.state().map.view.is_whole());
    harness.state_mut().map.show_countries([]);
    harness.run();
    assert!(harness.state().map.view.is_whole());
}
