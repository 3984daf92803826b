//! Long work: how far it is, in words and as a bar, and a button that cancels it.

use egui::accesskit::Role;
use egui::{Rect, RichText, Sense, Ui, WidgetInfo, vec2};

use super::Button;
use crate::app::texts::Texts;
use crate::app::theme::{colors, measure};
use crate::t;

/// The same in a dialog over everything else, for work during which nothing else can be done.
pub fn over_everything(ctx: &egui::Context, texts: &Texts, text: &str, done: Option<f32>) -> bool {
    let dark = ctx.theme() == egui::Theme::Dark;
    let area = egui::Modal::default_area(egui::Id::unique("progress")).accessible_name(text);
    egui::Modal::new(egui::Id::unique("progress"))
        .area(area)
        .frame(super::frames::dialog(&ctx.global_style()))
        .backdrop_color(crate::app::theme::tokens::of(dark).backdrop)
        .show(ctx, |ui| {
            ui.set_width(400.0);
            show(ui, texts, text, done)
        })
        .inner
}

/// Shows a bar under `text`, with a button that cancels; returns whether it was pressed.
///
/// `done` is a share from 0 to 1, or `None` where the whole is not known: the bar then says so by being empty.
pub fn show(ui: &mut Ui, texts: &Texts, text: &str, done: Option<f32>) -> bool {
    ui.label(RichText::new(text).color(colors(ui).text));
    ui.horizontal(|ui| {
        let width = (ui.available_width() - 110.0).clamp(60.0, 420.0);
        bar(ui, text, done, width);
        ui.add(Button::outlined(t!(texts, "cancel"))).clicked()
    })
    .inner
}

/// The same in one line: text, bar, button.
pub fn in_line(ui: &mut Ui, texts: &Texts, text: &str, done: Option<f32>) -> bool {
    ui.label(RichText::new(text).color(colors(ui).weak));
    bar(ui, text, done, 120.0);
    ui.add(Button::outlined(t!(texts, "cancel"))).clicked()
}

fn bar(ui: &mut Ui, text: &str, done: Option<f32>, width: f32) {
    let c = colors(ui);
    let share = done.map_or(0.0, |done| done.clamp(0.0, 1.0));
    let (room, response) = ui.allocate_exact_size(vec2(width, measure::BUTTON), Sense::hover());
    let rect = Rect::from_center_size(room.center(), vec2(width, 8.0));
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ProgressIndicator, true, text);
        info.value = done.map(|_| f64::from((share * 100.0).round()));
        info
    });
    ui.painter().rect_filled(rect, 4, c.pressed);
    if share > 0.0 {
        let filled = Rect::from_min_size(rect.min, vec2((rect.width() * share).max(8.0), rect.height()));
        ui.painter().rect_filled(filled, 4, c.accent);
    }
}

#[cfg(test)]
mod tests {
    use crate::app::texts::{Language, Texts};
    use crate::app::widgets::testing::harness;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn long_work_can_be_cancelled() {
        let texts = Texts::new(Language::French);
        let mut harness = harness(false, move |ui, cancelled| {
            *cancelled |= super::show(ui, &texts, "Lecture de 486 lignes", Some(0.4));
        });
        harness.get_by_role(egui::accesskit::Role::ProgressIndicator);
        harness.get_by_label("Annuler").click();
        harness.run();
        assert!(*harness.state());
    }
}
