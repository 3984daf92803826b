//! Tabs of a pane: words in a row, the chosen one underlined. Left and right arrows move between them.

use egui::accesskit::Role;
use egui::{Align, EventFilter, Key, Modifiers, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::paint;
use super::tag::Tone;
use crate::app::theme::{colors, font};

/// One tab.
#[derive(Clone, Debug, Default)]
pub struct Tab<'a> {
    /// Its word.
    pub text: &'a str,
    /// A number after it ("Papers 1"), with what it means.
    pub count: Option<(usize, Tone)>,
}

impl<'a> Tab<'a> {
    /// A tab without a number.
    pub fn new(text: &'a str) -> Self {
        Self { text, count: None }
    }

    /// With a number after the word; zero is not shown.
    pub fn count(mut self, count: usize, tone: Tone) -> Self {
        self.count = (count > 0).then_some((count, tone));
        self
    }
}

const HEIGHT: f32 = 34.0;

/// Shows the tabs over a line as wide as the room; changes `selected` and returns whether it did.
pub fn show(ui: &mut Ui, salt: impl egui::AsIdSalt, tabs: &[Tab<'_>], selected: &mut usize) -> bool {
    let c = colors(ui);
    let base = ui.make_persistent_id(salt);
    let width = ui.available_width();
    let (row, _) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
    ui.painter().hline(row.x_range(), row.bottom() - 0.5, Stroke::new(1.0, c.line));
    let before = *selected;
    let mut x = row.left();
    for (index, tab) in tabs.iter().enumerate() {
        let chosen = index == before;
        let word = paint::line(
            ui.painter(),
            tab.text,
            if chosen { font::strong() } else { font::body() },
            (row.right() - x).max(20.0),
        );
        let count = tab.count.map(|(count, tone)| {
            let font = if tone == Tone::Neutral { font::body() } else { font::strong() };
            (paint::line(ui.painter(), &count.to_string(), font, f32::INFINITY), tone)
        });
        let count_width = count.as_ref().map_or(0.0, |(galley, _)| galley.size().x + 5.0);
        let rect = Rect::from_min_size(pos2(x, row.top()), vec2(word.size().x + count_width, HEIGHT));
        let response = ui.interact(rect.expand2(vec2(6.0, 0.0)), base.with(index), Sense::click());
        response.widget_info(|| {
            let name = match tab.count {
                Some((count, _)) => format!("{} {count}", tab.text),
                None => tab.text.to_owned(),
            };
            WidgetInfo::selected(Role::Tab, ui.is_enabled(), chosen, name)
        });
        if response.clicked() {
            *selected = index;
        }
        if response.has_focus() {
            let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
            let (back, on) = ui.input_mut(|input| {
                (
                    input.consume_key(Modifiers::NONE, Key::ArrowLeft),
                    input.consume_key(Modifiers::NONE, Key::ArrowRight),
                )
            });
            let target = if back { index.checked_sub(1) } else { on.then_some(index + 1).filter(|t| *t < tabs.len()) };
            if let Some(target) = target {
                *selected = target;
                ui.memory_mut(|memory| memory.request_focus(base.with(target)));
            }
        }
        let ink = if chosen {
            c.accent_text
        } else if response.hovered() {
            c.text
        } else {
            c.weak
        };
        let painter = ui.painter();
        let word_width = word.size().x;
        paint::place(painter, rect, Align::Min, word, ink);
        if let Some((galley, tone)) = count {
            let mut room = rect;
            room.min.x += word_width + 5.0;
            let ink = if tone == Tone::Neutral { ink } else { tone.colors(c).0 };
            paint::place(painter, room, Align::Min, galley, ink);
        }
        if chosen {
            painter.hline(rect.x_range(), row.bottom() - 1.0, Stroke::new(2.0, c.accent));
        }
        paint::focus_ring(ui, &response, rect.shrink2(vec2(-4.0, 4.0)), 4);
        x = rect.right() + 16.0;
    }
    *selected != before
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::widgets::testing::harness;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn tabs_change_by_click_and_by_arrow() {
        let mut harness = harness(0, |ui, selected| {
            let tabs = [Tab::new("Profile"), Tab::new("Papers").count(1, Tone::Bad), Tab::new("History")];
            show(ui, "record", &tabs, selected);
        });
        harness.get_by_role_and_label(Role::Tab, "Papers 1").click();
        harness.run();
        assert_eq!(*harness.state(), 1);
        harness.get_by_role_and_label(Role::Tab, "Papers 1").focus();
        harness.run();
        harness.key_press(Key::ArrowRight);
        harness.run();
        assert_eq!(*harness.state(), 2);
        harness.key_press(Key::ArrowRight);
        harness.run();
        assert_eq!(*harness.state(), 2);
    }
}
