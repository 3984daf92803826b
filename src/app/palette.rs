//! The palette (Ctrl+K): type a few letters, and go to a record or do a command, by keyboard alone.

use egui::accesskit::Role;
use egui::{Align, Align2, Area, Context, Frame, Id, Key, Modifiers, Order, Rect, RichText, Sense, TextEdit, Ui};
use egui::{Widget as _, WidgetInfo, pos2, vec2};

use crate::app::commands::{ALL, Command, Situation};
use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, font, measure};
use crate::app::widgets::paint_line;
use crate::domain::text::fold;
use crate::t;

/// A record that the search found, as the palette shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its icon.
    pub icon: Icon,
    /// Its name.
    pub title: String,
    /// What tells it apart: "V-0231, nurse, Portugal".
    pub note: String,
}

/// What was chosen in the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// A command.
    Command(Command),
    /// The record at this place of the found ones.
    Found(usize),
}

/// The palette, open or closed.
#[derive(Debug, Default)]
pub struct Palette {
    open: bool,
    query: String,
    cursor: usize,
    follow: bool,
    just_opened: bool,
}

const WIDTH: f32 = 560.0;
const VISIBLE_ROWS: f32 = 11.0;

/// A line of the list.
enum Line {
    Found(usize),
    Command(Command),
}

impl Palette {
    /// Opens it, empty.
    pub fn open(&mut self) {
        *self = Self { open: true, just_opened: true, ..Self::default() };
    }

    /// Whether it is open.
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// What has been typed: the caller searches its records for it, and hands them to [`show`](Self::show).
    pub fn query(&self) -> &str {
        &self.query
    }

    /// Shows it while it is open. `found` are the records for [`query`](Self::query), the best first.
    pub fn show(&mut self, ctx: &Context, texts: &Texts, situation: &Situation, found: &[Found]) -> Option<Chosen> {
        if !self.open {
            return None;
        }
        let lines = self.lines(texts, situation, found);
        let mut chosen = None;
        let width = WIDTH.min(ctx.content_rect().width() - 32.0);
        let id = Id::unique("palette");
        let area = Area::new(id)
            .order(Order::Foreground)
            .anchor(Align2::CENTER_TOP, vec2(0.0, measure::TOP_BAR + 8.0))
            .role(Role::Dialog)
            .accessible_name(Command::Palette.text(texts));
        // Keys are taken before the field sees them, or Enter would end its focus.
        let (escaped, entered) = ctx.input_mut(|input| {
            (input.consume_key(Modifiers::NONE, Key::Escape), input.consume_key(Modifiers::NONE, Key::Enter))
        });
        let response = area
            .show(ctx, |ui| {
                Frame::popup(ui.style()).inner_margin(8).show(ui, |ui| {
                    ui.set_width(width);
                    chosen = self.content(ui, texts, found, &lines);
                });
            })
            .response;
        if entered && let Some(line) = lines.get(self.cursor) {
            chosen = Some(line.chosen());
        }
        let left = !self.just_opened && response.clicked_elsewhere();
        if escaped || left || chosen.is_some() {
            self.open = false;
        }
        self.just_opened = false;
        chosen
    }

    fn lines(&self, texts: &Texts, situation: &Situation, found: &[Found]) -> Vec<Line> {
        let query = fold(&self.query);
        let mut commands: Vec<(u8, Command)> = ALL
            .iter()
            .filter(|spec| spec.command != Command::Palette && spec.command.is_enabled(situation))
            .filter_map(|spec| rank(&query, &fold(spec.command.text(texts))).map(|rank| (rank, spec.command)))
            .collect();
        commands.sort_by_key(|(rank, _)| *rank);
        let found = (0..found.len()).map(Line::Found);
        found.chain(commands.into_iter().map(|(_, command)| Line::Command(command))).collect()
    }

    fn content(&mut self, ui: &mut Ui, texts: &Texts, found: &[Found], lines: &[Line]) -> Option<Chosen> {
        let c = colors(ui);
        let mut chosen = None;
        if crate::app::widgets::move_cursor(ui, &mut self.cursor, lines.len()) {
            self.follow = true;
        }
        let field = TextEdit::singleline(&mut self.query)
            .id(Id::unique("palette query"))
            .font(font::body())
            .desired_width(f32::INFINITY)
            .margin(egui::Margin::symmetric(10, 7))
            .hint_text(RichText::new(t!(texts, "palette-placeholder")).color(c.weak))
            .ui(ui)
            .accessible_name(t!(texts, "palette-placeholder"));
        if self.just_opened || !field.has_focus() {
            field.request_focus();
        }
        if field.changed() {
            self.cursor = 0;
            self.follow = true;
        }
        self.cursor = self.cursor.min(lines.len().saturating_sub(1));
        if lines.is_empty() {
            ui.label(RichText::new(t!(texts, "palette-nothing")).color(c.weak));
            return None;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let height = measure::ROW * VISIBLE_ROWS.min(lines.len() as f32);
        // An area is offered no more room than it had, and would not grow again after a search that found little.
        let scroll =
            egui::ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]);
        scroll.show_rows(ui, measure::ROW, lines.len(), |ui, range| {
            if self.follow && !range.contains(&self.cursor) {
                let top = ui.min_rect().top() + (self.cursor as f32 - range.start as f32) * measure::ROW;
                let row = Rect::from_min_size(pos2(ui.min_rect().left(), top), vec2(10.0, measure::ROW));
                ui.scroll_to_rect(row, None);
            }
            for place in range {
                let line = &lines[place];
                let response = line_ui(ui, texts, found, line, place == self.cursor);
                if place == self.cursor && self.follow {
                    response.scroll_to_me(None);
                }
                if response.hovered() && ui.input(|input| input.pointer.is_moving()) {
                    self.cursor = place;
                }
                if response.clicked() {
                    chosen = Some(line.chosen());
                }
            }
        });
        self.follow = false;
        chosen
    }
}

impl Line {
    fn chosen(&self) -> Chosen {
        match self {
            Self::Found(place) => Chosen::Found(*place),
            Self::Command(command) => Chosen::Command(*command),
        }
    }
}

/// How well a text answers a query: at its start, at the start of a word, anywhere; `None` if not at all.
fn rank(query: &str, text: &str) -> Option<u8> {
    if text.starts_with(query) {
        Some(0)
    } else if text.split([' ', '\'']).any(|word| word.starts_with(query)) {
        Some(1)
    } else {
        text.contains(query).then_some(2)
    }
}

fn line_ui(ui: &mut Ui, texts: &Texts, found: &[Found], line: &Line, cursor: bool) -> egui::Response {
    let c = colors(ui);
    let (icon, title, note, shortcut) = match line {
        Line::Found(place) => {
            let record = &found[*place];
            (Some(record.icon), record.title.as_str(), record.note.as_str(), String::new())
        }
        Line::Command(command) => {
            (command.icon(), command.text(texts), command.tooltip(texts), command.shortcut_text(ui.ctx()))
        }
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), measure::ROW), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, title));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(cursor));
    if cursor {
        ui.painter().rect_filled(rect, measure::TAG_CORNER, c.accent_ground);
    }
    let mut content = rect.shrink2(vec2(10.0, 0.0));
    if let Some(icon) = icon {
        let center = pos2(content.left() + 8.0, rect.center().y);
        icon.paint(ui.painter(), Rect::from_center_size(center, vec2(15.0, 15.0)), c.weak);
    }
    content.min.x += 26.0;
    if !shortcut.is_empty() {
        content.max.x -= paint_line(ui, content, Align::Max, &shortcut, font::small(), c.weak) + 12.0;
    }
    content.min.x += paint_line(ui, content, Align::Min, title, font::medium(), c.text) + 10.0;
    paint_line(ui, content, Align::Min, note, font::small(), c.weak);
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::texts::Language;
    use crate::app::widgets::testing::harness;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    fn palette(language: Language) -> Harness<'static, (Palette, Vec<Chosen>)> {
        let texts = Texts::new(language);
        let situation = Situation { office_open: true, ..Situation::default() };
        let mut palette = Palette::default();
        palette.open();
        harness((palette, Vec::new()), move |ui, (palette, chosen)| {
            let all = [Found { icon: Icon::Person, title: "Ana Silva".into(), note: "V-0231, nurse".into() }];
            let found: &[Found] = if palette.query().starts_with("an") { &all } else { &[] };
            chosen.extend(palette.show(ui.ctx(), &texts, &situation, found));
        })
    }

    #[test]
    fn a_command_is_found_and_asked_by_keyboard() {
        let mut harness = palette(Language::French);
        harness.run();
        harness.event(egui::Event::Text("poste".into()));
        harness.run();
        harness.key_press(Key::ArrowDown);
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(harness.state().1, [Chosen::Command(Command::NewPlacement)]);
        assert!(!harness.state().0.is_open());
    }

    #[test]
    fn found_records_stand_before_commands() {
        let mut harness = palette(Language::English);
        harness.run();
        assert!(harness.query_by_label("Undo").is_none(), "what cannot be asked is not offered");
        harness.event(egui::Event::Text("an".into()));
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(harness.state().1, [Chosen::Found(0)]);
    }

    #[test]
    fn escape_leaves() {
        let mut harness = palette(Language::English);
        harness.run();
        harness.key_press(Key::Escape);
        harness.run();
        assert!(harness.state().1.is_empty() && !harness.state().0.is_open());
    }
}
