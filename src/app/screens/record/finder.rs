//! A field that takes another record, found by typing a part of its name or its reference.

use crate::app::desk::Desk;
use crate::app::loaded::Loaded;
use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, font, measure};
use crate::app::widgets::{move_cursor, paint_line};
use crate::domain::{Id, Kind};
use crate::store::lists::{ListRow, MissionRow, OrganisationRow, PlacementRow, PracticeRow, Query, VolunteerRow};
use crate::store::{OfficeFile, StoreError};
use crate::t;
use egui::accesskit::Role;
use egui::{Align, Key, Modifiers, Popup, PopupCloseBehavior, Rect, Response, Sense, Stroke, StrokeKind};
use egui::{TextEdit, Ui, Widget as _, WidgetInfo, pos2, vec2};

/// How many are shown at once; more words narrow it.
const MOST: usize = 9;

/// What a pane remembers of the field whose list is open; one for all such fields of a pane.
#[derive(Default)]
pub struct Finder {
    of: Option<egui::Id>,
    query: String,
    cursor: usize,
    found: Loaded<(Kind, String), Vec<Found>>,
}

/// A record that can be chosen.
struct Found {
    id: Id,
    name: String,
    note: String,
}

/// What a person chose in the list: a record, or none.
pub type Chosen = Option<Id>;

impl Finder {
    /// Shows a field whose value is called `shown` (empty for none); `name` names it to screen readers. Gives back
    /// what was chosen.
    #[allow(clippy::too_many_arguments)] // what a field needs, and the way to the records
    pub fn show(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        texts: &Texts,
        salt: impl egui::AsIdSalt,
        name: &str,
        kind: Kind,
        shown: &str,
    ) -> Option<Chosen> {
        let anchor = closed(ui, salt, name, shown, texts);
        let popup = anchor.id.with("finder");
        let mut begun = false;
        if anchor.clicked() {
            Popup::open_id(ui.ctx(), popup);
            *self = Self { of: Some(anchor.id), ..Self::default() };
            begun = true;
        }
        if self.of != Some(anchor.id) {
            return None;
        }
        if !Popup::is_id_open(ui.ctx(), popup) {
            self.of = None;
            return None;
        }
        let width = anchor.rect.width().max(280.0);
        let chosen = Popup::from_response(&anchor)
            .id(popup)
            .open_memory(None)
            .gap(4.0)
            .width(width)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .accessible_name(name)
            .show(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 4.0;
                self.list(ui, desk, texts, kind, begun, !shown.is_empty())
            })
            .and_then(|shown| shown.inner);
        if chosen.is_some() {
            Popup::close_id(ui.ctx(), popup);
        }
        if chosen.is_some() || ui.input(|input| input.key_pressed(Key::Escape)) {
            anchor.request_focus();
        }
        chosen
    }

    fn list(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        texts: &Texts,
        kind: Kind,
        begun: bool,
        removable: bool,
    ) -> Option<Chosen> {
        let key = (kind, self.query.trim().to_owned());
        let found = self.found.latest(desk, &key, find).map(Vec::as_slice).unwrap_or_default();
        let first = usize::from(removable && self.query.is_empty());
        let rows = found.len() + first;
        move_cursor(ui, &mut self.cursor, rows);
        self.cursor = self.cursor.min(rows.saturating_sub(1));
        let entered = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let field = TextEdit::singleline(&mut self.query)
            .font(font::body())
            .desired_width(f32::INFINITY)
            .hint_text(egui::RichText::new(t!(texts, "picker-filter")).color(colors(ui).weak))
            .ui(ui)
            .accessible_name(t!(texts, "picker-filter"));
        if begun {
            field.request_focus();
        }
        if field.changed() {
            self.cursor = 0;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        if rows == 0 {
            ui.label(egui::RichText::new(t!(texts, "picker-none-found")).color(colors(ui).weak));
        }
        let mut chosen = None;
        for row in 0..rows {
            let record = row.checked_sub(first).and_then(|place| found.get(place));
            let (name, note) =
                record.map_or((t!(texts, "record-none"), ""), |found| (found.name.as_str(), found.note.as_str()));
            if line(ui, name, note, row == self.cursor).clicked() || (entered && row == self.cursor) {
                chosen = Some(record.map(|found| found.id));
            }
        }
        chosen
    }
}

fn find(file: &mut OfficeFile, (kind, words): &(Kind, String)) -> Result<Vec<Found>, StoreError> {
    match kind {
        Kind::Volunteer => first_of::<VolunteerRow>(file, words, |row| (&row.name, &row.reference)),
        Kind::Organisation => first_of::<OrganisationRow>(file, words, |row| (&row.name, &row.reference)),
        Kind::Placement => first_of::<PlacementRow>(file, words, |row| (&row.title, &row.reference)),
        Kind::Mission => first_of::<MissionRow>(file, words, |row| (&row.volunteer_name, &row.placement_title)),
        Kind::Practice => first_of::<PracticeRow>(file, words, |row| (&row.title, &row.reference)),
        Kind::Office => Ok(Vec::new()),
    }
}

fn first_of<R: ListRow<Sort: Default, Filter: Default>>(
    file: &mut OfficeFile,
    words: &str,
    shown: fn(&R) -> (&str, &str),
) -> Result<Vec<Found>, StoreError> {
    let query = Query::<R> {
        search: words.to_owned(),
        filter: R::Filter::default(),
        sort: R::Sort::default(),
        descending: false,
    };
    let found = |row: &R| {
        let (name, note) = shown(row);
        Found { id: row.id(), name: name.to_owned(), note: note.to_owned() }
    };
    Ok(file.list(&query)?.iter().take(MOST).map(found).collect())
}

fn closed(ui: &mut Ui, salt: impl egui::AsIdSalt, name: &str, shown: &str, texts: &Texts) -> Response {
    let id = ui.make_persistent_id(salt);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), measure::FIELD));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), name);
        info.current_text_value = Some(shown.to_owned());
        info
    });
    let c = colors(ui);
    let outline = if response.hovered() { c.weak } else { c.outline };
    ui.painter().rect(rect, measure::CORNER, c.panel, Stroke::new(1.0, outline), StrokeKind::Inside);
    let mut content = rect.shrink2(vec2(9.0, 0.0));
    let lens = Rect::from_center_size(pos2(content.right() - 5.0, rect.center().y), vec2(14.0, 14.0));
    Icon::Search.paint(ui.painter(), lens, c.weak);
    content.max.x -= 16.0;
    let (text, ink) = if shown.is_empty() { (t!(texts, "record-none"), c.weak) } else { (shown, c.text) };
    paint_line(ui, content, Align::Min, text, font::body(), ink);
    if response.has_focus() {
        ui.painter().rect_stroke(rect, measure::CORNER, Stroke::new(2.0, c.accent), StrokeKind::Outside);
    }
    response
}

fn line(ui: &mut Ui, name: &str, note: &str, cursor: bool) -> Response {
    let c = colors(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), measure::ROW), Sense::CLICK);
    let label = if note.is_empty() { name.to_owned() } else { format!("{name}, {note}") };
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, &label));
    if cursor || response.hovered() {
        let ground = if cursor { c.accent_ground } else { c.hover };
        ui.painter().rect_filled(rect, measure::TAG_CORNER, ground);
    }
    let mut room = rect.shrink2(vec2(8.0, 0.0));
    room.min.x += paint_line(ui, room, Align::Min, name, font::body(), c.text) + 8.0;
    if room.width() > 20.0 {
        paint_line(ui, room, Align::Min, note, font::small(), c.weak);
    }
    response
}
