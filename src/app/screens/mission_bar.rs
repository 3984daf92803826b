//! The bar of a mission on calendar and timeline: how each stage looks, what it says, what hovering shows.

use crate::app::texts::Texts;
use crate::app::theme::{Colors, Icon, colors, font};
use crate::app::widgets::{Tag, form, paint_line};
use crate::domain::mission::Stage;
use crate::store::lists::MissionRow;
use crate::t;
use egui::{Align, Color32, CornerRadius, Painter, Rect, Shape, Stroke, StrokeKind, Ui, pos2};

/// Which ends of a mission are where the bar's are, and not cut off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ends {
    /// The mission begins at the left end.
    pub begins: bool,
    /// The mission ends at the right end.
    pub ends: bool,
}

/// Narrower bars have no marks at their ends.
const WIDE_ENOUGH_FOR_MARKS: f32 = 30.0;

/// How a stage looks: filled = serving, light with an outline = agreed, outlined = offered, dashed = not yet offered or
/// no longer wanted. A word goes with all but serving.
struct Look {
    fill: Color32,
    outline: Color32,
    dashed: bool,
    ink: Color32,
}

fn look(stage: Stage, c: &Colors) -> Look {
    let of = |fill, outline, dashed, ink| Look { fill, outline, dashed, ink };
    match stage {
        Stage::Serving => of(c.accent, c.accent, false, c.on_accent),
        Stage::Accepted | Stage::Preparing => of(c.accent_ground, c.accent, false, c.text),
        Stage::Offered => of(c.panel, c.accent, false, c.accent_text),
        Stage::Proposed | Stage::WithPartner => of(c.panel, c.accent, true, c.accent_text),
        Stage::Completed => of(c.neutral_ground, c.neutral_ground, false, c.text),
        Stage::EndedEarly => of(c.bad_ground, c.bad_ground, false, c.bad),
        Stage::Declined | Stage::Cancelled => of(c.panel, c.weak, true, c.weak),
    }
}

/// Paints a bar into `rect`, with a wedge where the mission begins and a square where it ends.
pub fn paint(ui: &Ui, rect: Rect, bar: Ends, stage: Stage, label: &str, hovered: bool) {
    let c = colors(ui);
    let look = look(stage, c);
    let painter = ui.painter();
    let corner = |round: bool| if round { 4 } else { 0 };
    let corners =
        CornerRadius { nw: corner(bar.begins), sw: corner(bar.begins), ne: corner(bar.ends), se: corner(bar.ends) };
    painter.rect_filled(rect, corners, look.fill);
    if look.dashed {
        dashed_outline(painter, rect.shrink(0.5), bar, Stroke::new(1.0, look.outline));
    } else {
        painter.rect_stroke(rect, corners, Stroke::new(1.0, look.outline), StrokeKind::Inside);
    }
    if hovered {
        painter.rect_stroke(rect, corners, Stroke::new(2.0, c.accent_hover), StrokeKind::Outside);
    }
    let mut room = rect.shrink2(egui::vec2(7.0, 0.0));
    let middle = rect.center().y;
    let marked = rect.width() >= WIDE_ENOUGH_FOR_MARKS;
    if bar.begins && marked {
        let x = room.left() - 1.0;
        let wedge = vec![pos2(x, middle - 4.0), pos2(x + 6.0, middle), pos2(x, middle + 4.0)];
        painter.add(Shape::convex_polygon(wedge, look.ink, Stroke::NONE));
        room.min.x += 9.0;
    }
    if bar.ends && marked {
        let square = Rect::from_center_size(pos2(room.right() - 2.0, middle), egui::vec2(6.0, 6.0));
        if stage == Stage::EndedEarly {
            Icon::Cross.paint(painter, square.expand(3.0), look.ink);
        } else {
            painter.rect_filled(square, 0, look.ink);
        }
        room.max.x -= 10.0;
    }
    if room.width() > 14.0 {
        paint_line(ui, room, Align::Min, label, font::small_medium(), look.ink);
    }
}

/// A dashed outline, open at an end where the mission goes on.
fn dashed_outline(painter: &Painter, rect: Rect, bar: Ends, stroke: Stroke) {
    let mut path = vec![rect.right_top(), rect.left_top()];
    if bar.begins {
        path.push(rect.left_bottom());
    } else {
        painter.extend(Shape::dashed_line(&path, stroke, 4.0, 3.0));
        path = vec![rect.left_bottom()];
    }
    path.push(rect.right_bottom());
    if bar.ends {
        path.push(rect.right_top());
    }
    painter.extend(Shape::dashed_line(&path, stroke, 4.0, 3.0));
}

/// What stands on a bar: "NAME, stage, title"; a mission in service is the usual, so its stage is not said.
pub fn label(row: &MissionRow, texts: &Texts) -> String {
    let (name, title) = (&row.volunteer_name, &row.placement_title);
    match row.stage {
        Stage::Serving => format!("{name}, {title}"),
        stage => format!("{name}, {}, {title}", texts.stage(stage).0),
    }
}

/// What a screen reader says of a mission: "NAME, title, town, 3 May 2027 to 2 May 2028, serving".
pub fn name(row: &MissionRow, texts: &Texts) -> String {
    let days = t!(texts, "calendar-days", first = texts.date(row.first), last = texts.date(row.last));
    let parts = [&row.volunteer_name, &row.placement_title, &row.duty_station, days.as_str(), texts.stage(row.stage).0];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// What hovering over a mission shows.
pub fn details(ui: &mut Ui, row: &MissionRow, texts: &Texts) {
    ui.set_max_width(320.0);
    form::card_title(ui, &row.volunteer_name);
    ui.label(&*row.placement_title);
    let place = [&row.organisation_name, &row.duty_station, texts.country(row.country)];
    let place = place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    if !place.is_empty() {
        form::weak(ui, &place);
    }
    let days = t!(texts, "calendar-days", first = texts.date(row.first), last = texts.date(row.last));
    ui.label(format!("{days}, {}", t!(texts, "calendar-weeks", weeks = row.days().weeks())));
    ui.horizontal(|ui| {
        let (word, tone) = texts.stage(row.stage);
        ui.add(Tag::new(tone, word));
        if row.overridden {
            ui.add(Tag::new(crate::app::widgets::Tone::Careful, t!(texts, "calendar-overridden")));
        }
    });
    form::note(ui, t!(texts, "calendar-click"));
}
