//! A field that takes one of a list, found by typing a part of its name.

use egui::accesskit::Role;
use egui::{Align, AsIdSalt, EventFilter, Key, Modifiers, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo};
use egui::{pos2, vec2};

use super::picker::{Picked, Picker, open};
use super::{Edited, Offer, paint};
use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, font, measure};

/// A select field over the choices of an [`Offer`].
///
/// `committed` is `Some(None)` when a person took the value away, which needs [`optional`](Select::optional).
#[must_use = "a field shows only by show()"]
pub struct Select<'a, S, O: Offer + ?Sized> {
    salt: S,
    choices: &'a O,
    selected: Option<&'a O::Key>,
    name: Option<&'a str>,
    placeholder: &'a str,
    nothing: Option<&'a str>,
    width: f32,
}

impl<'a, S: AsIdSalt, O: Offer + ?Sized> Select<'a, S, O> {
    /// A field that has `selected`, or nothing.
    pub fn new(salt: S, choices: &'a O, selected: Option<&'a O::Key>) -> Self {
        Self { salt, choices, selected, name: None, placeholder: "", nothing: None, width: f32::INFINITY }
    }

    /// Its accessible name, where no label of a form row names it.
    pub fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// Weak text shown while nothing is chosen.
    pub fn placeholder(mut self, placeholder: &'a str) -> Self {
        self.placeholder = placeholder;
        self
    }

    /// The value may be taken away, by a row of the list with this word.
    pub fn optional(mut self, nothing: &'a str) -> Self {
        self.nothing = Some(nothing);
        self
    }

    /// Its width in points; else as wide as the room.
    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Shows the field, and its list while it is open.
    pub fn show(self, ui: &mut Ui, texts: &Texts) -> Edited<Option<O::Key>> {
        let Self { salt, choices, selected, name, placeholder, nothing, width } = self;
        let id = ui.make_persistent_id(salt);
        let place = selected.and_then(|key| choices.place_of(key));
        let shown = place.map(|place| choices.name(place));
        let size = vec2(width.min(ui.available_width()), measure::FIELD);
        let (_, rect) = ui.allocate_space(size);
        let response = ui.interact(rect, id, Sense::click());
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), name.unwrap_or_default());
            info.current_text_value = Some(shown.unwrap_or_default().to_owned());
            info
        });
        paint_closed(ui, &response, rect, shown, placeholder);
        if response.clicked() || opened_by_key(ui, &response) {
            open(ui, &response);
        }
        let list = name.unwrap_or(placeholder);
        let anchor = &response;
        let picker = Picker { anchor, texts, name: list, choices, nothing, stay: false, filter_always: false };
        let committed = match picker.show(ui, |candidate| Some(candidate) == place) {
            Some(Picked::Choice(picked)) if Some(picked) != place => Some(Some(choices.key(picked).clone())),
            Some(Picked::Nothing) if selected.is_some() => Some(None),
            _ => None,
        };
        Edited { response, committed }
    }
}

/// Arrow down (with or without Alt) opens the list of a field with the focus.
pub(super) fn opened_by_key(ui: &Ui, response: &Response) -> bool {
    if !response.has_focus() {
        return false;
    }
    let arrows = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    !egui::Popup::is_any_open(ui.ctx())
        && ui.input_mut(|input| {
            input.consume_key(Modifiers::ALT, Key::ArrowDown) || input.consume_key(Modifiers::NONE, Key::ArrowDown)
        })
}

fn paint_closed(ui: &Ui, response: &Response, rect: Rect, shown: Option<&str>, placeholder: &str) {
    if !ui.is_rect_visible(rect) {
        return;
    }
    let c = colors(ui);
    let outline = if response.hovered() { c.weak } else { c.outline };
    let painter = ui.painter();
    painter.rect(rect, measure::CORNER, c.panel, Stroke::new(1.0, outline), StrokeKind::Inside);
    let mut content = rect.shrink2(vec2(9.0, 0.0));
    let chevron = Rect::from_center_size(pos2(content.right() - 5.0, rect.center().y), vec2(14.0, 14.0));
    Icon::ChevronDown.paint(painter, chevron, c.weak);
    content.max.x -= 16.0;
    let galley = paint::line(painter, shown.unwrap_or(placeholder), font::body(), content.width());
    let ink = if shown.is_some() && ui.is_enabled() { c.text } else { c.weak };
    paint::place(painter, content, Align::Min, galley, ink);
    paint::focus_ring(ui, response, rect.shrink(1.0), measure::CORNER);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::texts::Language;
    use crate::app::widgets::testing::harness;
    use egui_kittest::kittest::Queryable as _;

    const COUNTRIES: [(&str, &str); 12] = [
        ("KE", "Kenya"),
        ("NP", "Nepal"),
        ("PT", "Portugal"),
        ("CI", "Côte d’Ivoire"),
        ("ET", "Ethiopia"),
        ("TL", "Timor-Leste"),
        ("GH", "Ghana"),
        ("FI", "Finland"),
        ("PL", "Poland"),
        ("VN", "Viet Nam"),
        ("TR", "Türkiye"),
        ("LB", "Lebanon"),
    ];

    #[test]
    fn a_choice_is_found_by_typing_and_taken_by_enter() {
        let texts = Texts::new(Language::English);
        let mut harness = harness(Some("KE"), move |ui, country: &mut Option<&str>| {
            let edited =
                Select::new("country", &COUNTRIES, country.as_ref()).name("Country").optional("None").show(ui, &texts);
            if let Some(taken) = edited.committed {
                *country = taken;
            }
        });
        harness.get_by_role_and_label(Role::ComboBox, "Country").click();
        harness.run();
        harness.get_by_role(Role::TextInput).type_text("cote");
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(*harness.state(), Some("CI"));
        assert!(harness.query_by_role(Role::TextInput).is_none(), "the list is closed");
        assert!(harness.get_by_role(Role::ComboBox).is_focused());
        // The focus is back on the field: the arrow opens it again, the first row takes the value away.
        harness.key_press(Key::ArrowDown);
        harness.run();
        harness.get_by_role_and_label(Role::ListBoxOption, "None").click();
        harness.run();
        assert_eq!(*harness.state(), None);
        harness.key_press(Key::ArrowDown);
        harness.run();
        harness.key_press(Key::Escape);
        harness.run();
        assert!(harness.query_by_role(Role::ListBoxOption).is_none());
        assert_eq!(*harness.state(), None);
    }
}
