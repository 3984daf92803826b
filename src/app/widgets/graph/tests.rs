#![allow(clippy::unwrap_used)]

use super::*;
use crate::app::texts::Language;
use crate::app::widgets::testing::harness;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

fn id(number: u128) -> Id {
    Id::from_random_bits(number.wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835))
}

struct Shown {
    texts: Texts,
    picture: PictureState,
    selected: Option<Id>,
    center: Id,
}

fn shown() -> Harness<'static, Shown> {
    let texts = Texts::new(Language::English);
    let shown = Shown { texts, picture: PictureState::default(), selected: None, center: id(0) };
    harness(shown, |ui, shown: &mut Shown| {
        let node =
            |number, label, kind| Node { id: id(number), label, kind, icon: Icon::Building, ceased: number == 3 };
        let nodes = [
            node(0, "Sojourn Kenya", "NGO"),
            node(1, "Asante Clinic", "partner"),
            node(2, "Kenyans in London", "diaspora association"),
            node(3, "Kitui District", "authority"),
        ];
        let edge = |from, to, kind, back, over| Edge { from: id(from), to: id(to), kind, back, over };
        let edges = [
            edge(1, 0, "hosts", "has volunteers at", false),
            edge(2, 0, "funds", "is funded by", true),
            edge(3, 1, "trains", "is trained by", false),
        ];
        let picture = NetworkPicture::new(&shown.texts, shown.center, &nodes, &edges).show(ui, &mut shown.picture);
        shown.selected = picture.selected.or(shown.selected);
        shown.center = picture.center_on.unwrap_or(shown.center);
    })
}

#[test]
fn every_node_has_a_name_and_is_chosen_by_it() {
    let mut harness = shown();
    harness.get_by_label("Network of Sojourn Kenya");
    harness.get_by_label("NGO, authority, diaspora association, partner, ceased or over");
    for (name, number) in [
        ("Sojourn Kenya, NGO", 0),
        ("Asante Clinic, partner, hosts", 1),
        ("Kenyans in London, diaspora association, funds (over)", 2),
        ("Kitui District, authority, trains, ceased", 3),
    ] {
        harness.get_by_label(name).click_accesskit();
        harness.run();
        assert_eq!(harness.state().selected, Some(id(number)));
        harness.state_mut().selected = None;
        harness.get_by_label(name).click();
        harness.run();
        assert_eq!(harness.state().selected, Some(id(number)), "{name} by the pointer");
        // Not so soon that it would be a double click.
        harness.run_steps(4);
    }
    assert_eq!(harness.state().center, id(0));
}

#[test]
fn arrows_walk_and_enter_puts_into_the_middle() {
    let mut harness = shown();
    harness.get_by_label("Network of Sojourn Kenya").focus();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert_eq!(harness.state().picture.selected, Some(id(0)));
    harness.key_press(Key::ArrowRight);
    harness.run();
    let right = harness.state().picture.selected;
    assert!(right == Some(id(1)) || right == Some(id(2)));
    harness.key_press(Key::ArrowLeft);
    harness.run();
    assert_eq!(harness.state().picture.selected, Some(id(0)));
    harness.key_press(Key::Enter);
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert_eq!(harness.state().center, id(0), "it is the middle already");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(Some(harness.state().center), right);
}

#[test]
fn a_dragged_node_stays_where_it_was_put_until_all_is_laid_out_anew() {
    let mut harness = shown();
    let place = |harness: &Harness<'_, Shown>| harness.get_by_label("Asante Clinic, partner, hosts").rect().center();
    let before = place(&harness);
    harness.drag_at(before);
    harness.hover_at(before + egui::vec2(10.0, 40.0));
    harness.run_steps(2);
    harness.drop_at(before + egui::vec2(10.0, 40.0));
    harness.run_steps(4);
    let after = place(&harness);
    assert!(after.distance(before + egui::vec2(10.0, 40.0)) < 12.0, "{before} {after}");
    harness.state_mut().center = id(1);
    harness.run();
    harness.state_mut().center = id(0);
    harness.run();
    assert_eq!(place(&harness), before, "another middle, another picture");
}

#[test]
fn a_double_click_puts_into_the_middle_and_the_whole_is_seen_again() {
    let mut harness = shown();
    harness.get_by_label("Zoom in").click();
    harness.run();
    assert!(!harness.state().picture.view.is_whole());
    let pos = harness.get_by_label("Asante Clinic, partner, hosts").rect().center();
    let button = |pressed| egui::Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: egui::Modifiers::NONE,
    };
    // Both within one frame: a frame of the harness is too long for a double click.
    harness.input_mut().events.extend([
        egui::Event::PointerMoved(pos),
        button(true),
        button(false),
        button(true),
        button(false),
    ]);
    harness.run();
    assert_eq!(harness.state().center, id(1));
    harness.run();
    assert!(harness.state().picture.view.is_whole());
    harness.get_by_label("Sojourn Kenya, NGO, has volunteers at");
}
