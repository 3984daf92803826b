//! Tabs of a pane: words in a row, the chosen one underlined. Left and right arrows move between them.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Align, EventFilter, Galley, Key, Modifiers, Rect, Sense, Stroke, Ui, WidgetInfo, vec2};

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

const HEIGHT: f32 = 32.0;
const GAP: f32 = 16.0;
/// The least distance between two tabs.
const TIGHT: f32 = 9.0;

/// Shows the tabs over a line as wide as the room, in further rows where one is too short; changes `selected` and
/// returns whether it did.
pub fn show(ui: &mut Ui, salt: impl egui::AsIdSalt, tabs: &[Tab<'_>], selected: &mut usize) -> bool {
    let c = colors(ui);
    let base = ui.make_persistent_id(salt);
    let width = ui.available_width();
    let before = *selected;
    let laid: Vec<Laid> = tabs.iter().enumerate().map(|(index, tab)| Laid::new(ui, tab, index == before)).collect();
    // Tabs that would need a second row at their usual distance move together first.
    let together = [GAP, TIGHT].map(|gap| places(laid.iter().map(|tab| tab.width), width, gap));
    let [usual, tight] = together;
    let one_row = |places: &[(usize, f32)]| places.last().is_none_or(|(row, _)| *row == 0);
    let places = if !one_row(&usual) && one_row(&tight) { tight } else { usual };
    let rows = places.last().map_or(1, |(row, _)| row + 1);
    let (all, _) = ui.allocate_exact_size(vec2(width, HEIGHT * rows as f32), Sense::hover());
    ui.painter().hline(all.x_range(), all.bottom() - 0.5, Stroke::new(1.0, c.line));
    for (index, ((tab, laid), (row, x))) in tabs.iter().zip(laid).zip(places).enumerate() {
        let chosen = index == before;
        let corner = all.min + vec2(x, HEIGHT * row as f32);
        let rect = Rect::from_min_size(corner, vec2(laid.width.min(width - x), HEIGHT));
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
        let word_width = laid.word.size().x;
        paint::place(painter, rect, Align::Min, laid.word, ink);
        if let Some((galley, tone)) = laid.count {
            let mut room = rect;
            room.min.x += word_width + COUNT_GAP;
            let ink = if tone == Tone::Neutral { ink } else { tone.colors(c).0 };
            paint::place(painter, room, Align::Min, galley, ink);
        }
        if chosen {
            painter.hline(rect.x_range(), rect.bottom() - 1.0, Stroke::new(2.0, c.accent));
        }
        paint::focus_ring(ui, &response, rect.shrink2(vec2(-4.0, 4.0)), 4);
    }
    *selected != before
}

const COUNT_GAP: f32 = 5.0;

/// The texts of a tab, laid out.
struct Laid {
    word: Arc<Galley>,
    count: Option<(Arc<Galley>, Tone)>,
    width: f32,
}

impl Laid {
    fn new(ui: &Ui, tab: &Tab<'_>, chosen: bool) -> Self {
        let font = if chosen { font::strong() } else { font::body() };
        let word = paint::line(ui.painter(), tab.text, font, ui.available_width());
        let count = tab.count.map(|(count, tone)| {
            let font = if tone == Tone::Neutral { font::body() } else { font::strong() };
            (paint::line(ui.painter(), &count.to_string(), font, f32::INFINITY), tone)
        });
        let count_width = count.as_ref().map_or(0.0, |(galley, _)| galley.size().x + COUNT_GAP);
        let width = word.size().x + count_width;
        Self { word, count, width }
    }
}

/// The row of each tab and where it begins in it, in points from the left.
fn places(widths: impl Iterator<Item = f32>, room: f32, gap: f32) -> Vec<(usize, f32)> {
    let (mut row, mut x) = (0, 0.0);
    widths
        .map(|width| {
            if x > 0.0 && x + width > room {
                (row, x) = (row + 1, 0.0);
            }
            let place = (row, x);
            x += width + gap;
            place
        })
        .collect()
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
