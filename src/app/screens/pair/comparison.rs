//! A candidate beside the placement: what is asked, what the person has, and what makes the fit.

use super::reasons;
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, font};
use crate::app::widgets::{Button, Tag, Tone, form, tag};
use crate::domain::Kind;
use crate::domain::placement::Placement;
use crate::matching::Candidate;
use crate::t;
use egui::accesskit::Role;
use egui::{Color32, FontId, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

/// What a person asked for here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Back to all candidates.
    Back,
    /// To place the candidate.
    Place,
}

/// Shows the comparison.
pub fn show(ui: &mut Ui, shared: &mut Shared, candidate: &Candidate, placement: &Placement) -> Option<Asked> {
    let texts = &shared.texts;
    let mut asked = None;
    if ui.add(Button::link(t!(texts, "candidates-all")).with_icon(Icon::ChevronLeft)).clicked() {
        asked = Some(Asked::Back);
    }
    form::card_title(ui, &candidate.name);
    let when = reasons::free(texts, candidate.days);
    let fit = t!(texts, "candidates-fit", fit = candidate.fit);
    form::weak(ui, &format!("{}, {when}", candidate.reference));
    ui.horizontal(|ui| {
        let fits = candidate.failed().next().is_none();
        let tone = if fits { Tone::Good } else { Tone::Bad };
        ui.add(Tag::new(tone, &fit));
        let questions = candidate.questions().count();
        if questions > 0 {
            ui.add(Tag::new(Tone::Careful, &t!(texts, "candidates-questions", count = questions)));
        }
    });
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        if ui.add(Button::filled(t!(texts, "candidates-place"))).clicked() {
            asked = Some(Asked::Place);
        }
        if ui.add(Button::outlined(t!(texts, "candidates-open-volunteer"))).clicked() {
            shared.acts.push(Act::Open(Kind::Volunteer, candidate.volunteer));
        }
    });
    ui.add_space(4.0);
    sides(ui, texts, candidate, placement);
    criteria(ui, texts, candidate);
    asked
}

/// What makes the fit: one row a criterion, with its points and why.
pub fn criteria(ui: &mut Ui, texts: &Texts, candidate: &Candidate) {
    form::section(ui, t!(texts, "candidates-makes-fit"));
    for line in &candidate.criteria {
        let points = t!(texts, "candidates-points", points = line.points, most = line.most);
        let because = reasons::because(texts, &line.because);
        let c = colors(ui);
        let cells = [
            (reasons::criterion(texts, line.criterion), font::body(), c.weak),
            (points.as_str(), font::medium(), c.text),
            (because.as_str(), font::body(), c.weak),
        ];
        grid_row(ui, [0.32, 0.2, 0.48], cells, None, false);
    }
}

/// Asked beside has, one row a finding.
pub fn sides(ui: &mut Ui, texts: &Texts, candidate: &Candidate, placement: &Placement) {
    let shares = [0.34, 0.33, 0.33];
    let c = colors(ui);
    let title = |text| (text, font::small_medium(), c.weak);
    let has = t!(texts, "candidates-has");
    ui.spacing_mut().item_spacing.y = 0.0;
    grid_row(
        ui,
        shares,
        [title(""), title(t!(texts, "candidates-asked")), title(has)],
        Some((Tone::Neutral, "")),
        true,
    );
    for finding in &candidate.findings {
        let sides = reasons::sides(texts, finding, placement);
        let (word, tone) = reasons::verdict(texts, finding);
        let cells = [
            (sides.what.as_str(), font::body(), c.weak),
            (sides.asked.as_str(), font::body(), c.text),
            (sides.has.as_str(), font::body(), c.text),
        ];
        grid_row(ui, shares, cells, Some((tone, word)), true);
    }
    ui.spacing_mut().item_spacing.y = 4.0;
}

/// Room for the tags at the right, in points.
const TAG_ROOM: f32 = 72.0;
/// Narrower than this, what a row is about stands above what is asked and had, in points.
const NARROW: f32 = 300.0;

/// A row of three texts, which go on in further lines where they are long, and a tag.
fn grid_row(
    ui: &mut Ui,
    shares: [f32; 3],
    cells: [(&str, FontId, Color32); 3],
    verdict: Option<(Tone, &str)>,
    line: bool,
) {
    let c = colors(ui);
    let width = ui.available_width();
    let room = if verdict.is_some() { width - TAG_ROOM } else { width };
    let name = cells.iter().map(|cell| cell.0).chain(verdict.map(|(_, word)| word));
    let name = name.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
    let [first, second, third] = cells.map(|(text, font, color)| {
        move |ui: &Ui, wrap: f32| ui.painter().layout(text.to_owned(), font, color, (wrap - 8.0).max(20.0))
    });
    let (placed, height) = if room < NARROW && verdict.is_some() {
        let above = first(ui, room);
        // The titles have none.
        let below = if above.is_empty() { 0.0 } else { above.size().y + 2.0 };
        let (asked, has) = (second(ui, width / 2.0), third(ui, width / 2.0));
        let height = below + asked.size().y.max(has.size().y);
        (vec![(0.0, 0.0, above), (0.0, below, asked), (width / 2.0, below, has)], height)
    } else {
        let [one, two, three] = shares.map(|share| room * share);
        let galleys = [(0.0, 0.0, first(ui, one)), (one, 0.0, second(ui, two)), (one + two, 0.0, third(ui, three))];
        let height = galleys.iter().map(|(_, _, galley)| galley.size().y).fold(18.0, f32::max);
        (galleys.to_vec(), height)
    };
    let (rect, response) = ui.allocate_exact_size(vec2(width, height + 8.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    for (left, top, galley) in placed {
        ui.painter().galley(rect.min + vec2(left, 4.0 + top), galley, c.text);
    }
    if let Some((tone, word)) = verdict.filter(|(_, word)| !word.is_empty()) {
        let left = rect.right() - tag::width(ui.painter(), word).min(TAG_ROOM);
        let place = Rect::from_min_max(pos2(left, rect.top() + 2.0), pos2(rect.right(), rect.top() + 26.0));
        tag::paint_tag(ui.painter(), c, place, tone, word);
    }
    if line {
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, c.line));
    }
}
