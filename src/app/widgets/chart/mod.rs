//! Small charts: bars that lie, a funnel, a line over months. Every bar and point is a button with its name and number,
//! reached by keyboard; the number stands beside it, so that nothing is told by length alone.

mod bars;
mod line;
mod picture;

pub use bars::{bars, funnel};
pub use line::line;
pub use picture::{Picture, picture};

use egui::accesskit::Role;
use egui::{Rect, Response, Sense, Ui, WidgetInfo, vec2};

/// A bar or a point of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Datum {
    /// What it is about.
    pub name: String,
    /// How long or high it is.
    pub value: f64,
    /// The number as it is written.
    pub text: String,
}

impl Datum {
    fn says(&self) -> String {
        format!("{}: {}", self.name, self.text)
    }
}

/// The room of a chart, with its name for those to whom it is read.
fn room(ui: &mut Ui, name: &str, height: f32) -> Rect {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, name));
    rect
}

/// A part of a chart that can be pressed.
fn part(ui: &Ui, chart: &str, place: usize, rect: Rect, datum: &Datum) -> Response {
    let response = ui.interact(rect, ui.scope_id().with((chart, place)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, datum.says()));
    response
}

/// The greatest value; 1 where there is none, so that it can be divided by.
fn most(data: &[Datum]) -> f64 {
    let most = data.iter().map(|datum| datum.value).fold(0.0, f64::max);
    if most > 0.0 { most } else { 1.0 }
}
