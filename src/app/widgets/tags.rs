//! A field that takes several of a list: each a small tag with a cross, and a button that opens the list.

use egui::accesskit::Role;
use egui::{Align, AsIdSalt, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2};

use super::picker::{Picked, Picker, open};
use super::select::opened_by_key;
use super::{Edited, Offer, paint};
use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, font, measure};
use crate::t;

const HEIGHT: f32 = 22.0;

/// A field of several values over the choices of an [`Offer`].
#[must_use = "a field shows only by show()"]
pub struct TagsField<'a, S, O: Offer + ?Sized> {
    salt: S,
    choices: &'a O,
    selected: &'a [O::Key],
    name: &'a str,
}

impl<'a, S: AsIdSalt, O: Offer + ?Sized> TagsField<'a, S, O> {
    /// A field that has `selected`, in that order; `name` names it to screen readers and in its list.
    pub fn new(salt: S, choices: &'a O, selected: &'a [O::Key], name: &'a str) -> Self {
        Self { salt, choices, selected, name }
    }

    /// Shows the field, and its list while it is open.
    pub fn show(self, ui: &mut Ui, texts: &Texts) -> Edited<Vec<O::Key>> {
        let Self { salt, choices, selected, name } = self;
        let id = ui.make_persistent_id(salt);
        let mut committed = None;
        let without = |place: usize| {
            let mut rest = selected.to_vec();
            rest.remove(place);
            rest
        };
        let response = ui
            .horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
                for (place, key) in selected.iter().enumerate() {
                    let Some(label) = choices.name_of(key) else { continue };
                    if removable_tag(ui, id.with(("tag", place)), label, texts) {
                        committed = Some(without(place));
                    }
                }
                add_button(ui, id, name, texts)
            })
            .inner;
        if response.clicked() || opened_by_key(ui, &response) {
            open(ui, &response);
        }
        let picker = Picker { anchor: &response, texts, name, choices, nothing: None, stay: true, filter_always: true };
        if let Some(Picked::Choice(picked)) = picker.show(ui, |place| selected.contains(choices.key(place))) {
            let key = choices.key(picked);
            committed = Some(match selected.iter().position(|candidate| candidate == key) {
                Some(place) => without(place),
                None => selected.iter().cloned().chain([key.clone()]).collect(),
            });
        }
        Edited { response, committed }
    }
}

/// A tag with a cross; returns whether the cross was pressed.
fn removable_tag(ui: &mut Ui, id: egui::Id, label: &str, texts: &Texts) -> bool {
    let c = colors(ui);
    let galley = paint::line(ui.painter(), label, font::small(), (ui.max_rect().width() - 40.0).max(40.0));
    let (_, rect) = ui.allocate_space(vec2(galley.size().x + 26.0, HEIGHT));
    let cross_area = Rect::from_min_max(pos2(rect.right() - 20.0, rect.top()), rect.max);
    let cross = ui.interact(cross_area, id, Sense::click());
    cross.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), t!(texts, "tags-remove", name = label)));
    ui.painter().rect_filled(rect, measure::TAG_CORNER, c.neutral_ground);
    let mut content = rect.shrink2(vec2(7.0, 0.0));
    content.max.x -= 14.0;
    paint::place(ui.painter(), content, Align::Min, galley, c.text);
    let square = Rect::from_center_size(cross_area.center() - vec2(1.0, 0.0), vec2(12.0, 12.0));
    Icon::Cross.paint(ui.painter(), square, if cross.hovered() { c.text } else { c.weak });
    paint::focus_ring(ui, &cross, square.expand(1.0), 3);
    cross.clicked()
}

fn add_button(ui: &mut Ui, id: egui::Id, name: &str, texts: &Texts) -> Response {
    let c = colors(ui);
    let word = t!(texts, "tags-add");
    let galley = paint::line(ui.painter(), word, font::small(), f32::INFINITY);
    let (_, rect) = ui.allocate_space(vec2(galley.size().x + 26.0, HEIGHT));
    let response = ui.interact(rect, id.with("add"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), format!("{word}: {name}")));
    let fill = if response.hovered() { c.hover } else { c.panel };
    let stroke = egui::Stroke::new(1.0, c.outline);
    ui.painter().rect(rect, measure::TAG_CORNER, fill, stroke, egui::StrokeKind::Inside);
    let square = Rect::from_center_size(pos2(rect.left() + 11.0, rect.center().y), vec2(12.0, 12.0));
    Icon::Plus.paint(ui.painter(), square, c.weak);
    let mut content = rect;
    content.min.x += 20.0;
    paint::place(ui.painter(), content, Align::Min, galley, c.weak);
    paint::focus_ring(ui, &response, rect, measure::TAG_CORNER);
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::texts::Language;
    use crate::app::widgets::testing::harness;
    use egui::Key;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn several_are_taken_one_after_the_other_and_removed() {
        let texts = Texts::new(Language::English);
        let choices = [(1, "Portugal"), (2, "Cabo Verde"), (3, "Mozambique")];
        let mut harness = harness(vec![1], move |ui, chosen: &mut Vec<i32>| {
            let edited = TagsField::new("nationalities", &choices, chosen, "Nationalities").show(ui, &texts);
            if let Some(now) = edited.committed {
                *chosen = now;
            }
        });
        harness.get_by_label("Add: Nationalities").click();
        harness.run();
        for typed in ["verde", "moz"] {
            harness.get_by_role(Role::TextInput).type_text(typed);
            harness.run();
            harness.key_press(Key::Enter);
            harness.run();
        }
        assert_eq!(*harness.state(), [1, 2, 3]);
        harness.key_press(Key::Escape);
        harness.run();
        harness.get_by_label("Remove Cabo Verde").click();
        harness.run();
        assert_eq!(*harness.state(), [1, 3]);
    }
}
