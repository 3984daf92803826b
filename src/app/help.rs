//! The help page (F1): first steps, how lists and fields work, and every shortcut, made from the table of commands.

use egui::{Align, Grid, RichText, ScrollArea, Ui};

use crate::app::commands::{ALL, Group};
use crate::app::texts::Texts;
use crate::app::theme::{colors, font, measure};
use crate::app::widgets::{form, frames};
use crate::t;

/// Shows the page in all the room there is.
pub fn show(ui: &mut Ui, texts: &Texts) {
    ScrollArea::vertical().id_salt("help").auto_shrink([false, false]).show(ui, |ui| {
        frames::ground(ui).show(ui, |ui| {
            ui.set_max_width(ui.available_width().min(900.0));
            form::title(ui, t!(texts, "help-title"));
            form::weak(ui, t!(texts, "help-note"));
            ui.add_space(measure::GAP);
            frames::titled_card(ui, t!(texts, "help-first-steps"), |ui| first_steps(ui, texts));
            ui.add_space(measure::GAP);
            frames::titled_card(ui, t!(texts, "help-shortcuts"), |ui| shortcuts(ui, texts));
        });
    });
}

fn first_steps(ui: &mut Ui, texts: &Texts) {
    let steps = [
        t!(texts, "help-step-1"),
        t!(texts, "help-step-2"),
        t!(texts, "help-step-3"),
        t!(texts, "help-step-4"),
        t!(texts, "help-step-5"),
    ];
    for (number, step) in steps.into_iter().enumerate() {
        ui.horizontal_top(|ui| {
            ui.label(RichText::new((number + 1).to_string()).font(font::strong()).color(colors(ui).accent_text));
            ui.label(step);
        });
    }
}

fn shortcuts(ui: &mut Ui, texts: &Texts) {
    for group in Group::ALL {
        form::section(ui, group.title(texts));
        Grid::new(group.title(texts)).num_columns(3).spacing([16.0, 2.0]).min_col_width(170.0).show(ui, |ui| {
            for spec in ALL.iter().filter(|spec| spec.group == group) {
                ui.label(RichText::new(spec.command.shortcut_text(ui.ctx())).font(font::medium()));
                ui.label(spec.command.text(texts));
                form::weak(ui, spec.command.tooltip(texts));
                ui.end_row();
            }
        });
    }
    for (title, text) in [
        (t!(texts, "help-keys-lists"), t!(texts, "help-keys-lists-text")),
        (t!(texts, "help-keys-fields"), t!(texts, "help-keys-fields-text")),
    ] {
        form::section(ui, title);
        ui.with_layout(egui::Layout::top_down(Align::Min), |ui| ui.label(text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::texts::Language;
    use crate::app::widgets::testing::harness;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn every_command_is_explained() {
        for language in Language::ALL {
            let texts = Texts::new(language);
            let shown = Texts::new(language);
            let mut harness = harness((), move |ui, ()| show(ui, &shown));
            harness.set_size(egui::vec2(1000.0, 2400.0));
            harness.run();
            for spec in &ALL {
                assert!(harness.query_all_by_label(spec.command.text(&texts)).count() > 0, "{:?}", spec.command);
            }
        }
    }
}
