//! The weights of the criteria: sliders, whose plan is shown while they are dragged, and presets under a name.

use crate::app::desk::Desk;
use crate::app::screens::pair::reasons;
use crate::app::shared::Shared;
use crate::app::theme::{colors, measure};
use crate::app::widgets::{Button, Chip, TextField, form};
use crate::domain::matching::{Criterion, MatchingSettings, Preset, Weights};
use crate::t;
use egui::{ScrollArea, Slider, Ui};

/// Most points that a slider gives a criterion.
const MOST: u16 = 50;

/// What the pane of weights remembers.
#[derive(Default)]
pub struct Weighing {
    /// From the first move of a slider until the office has what it was set to.
    dragged: Option<Weights>,
    /// Whether the office has been told.
    told: bool,
    name: String,
}

impl Weighing {
    /// What is planned by: the office's weights, or others while they are dragged. Called once a frame.
    pub fn weights(&mut self, desk: &Desk) -> Weights {
        let of_office = desk.office().map(|summary| summary.office.matching.weights).unwrap_or_default();
        // What was refused has been told of.
        if self.told && (self.dragged == Some(of_office) || desk.is_idle()) {
            (self.dragged, self.told) = (None, false);
        }
        self.dragged.unwrap_or(of_office)
    }

    /// Shows the sliders. What they are set to is kept when they are let go.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let Some(settings) = shared.desk.office().map(|summary| summary.office.matching.clone()) else { return };
        let texts = &shared.texts;
        let mut weights = self.dragged.unwrap_or(settings.weights);
        let (mut changed, mut held) = (false, false);
        let mut kept: Option<MatchingSettings> = None;
        form::title(ui, t!(texts, "matching-weights"));
        form::note(ui, t!(texts, "matching-weights-note"));
        ScrollArea::vertical().id_salt("weights").auto_shrink([false, false]).show(ui, |ui| {
            for criterion in Criterion::ALL.iter().copied() {
                let mut points = weights.of(criterion);
                form::row(ui, reasons::criterion(texts, criterion), |ui| {
                    ui.spacing_mut().slider_width = (ui.available_width() - 60.0).max(60.0);
                    // The whole rail is seen, and how far it is filled.
                    let c = colors(ui);
                    ui.visuals_mut().widgets.inactive.bg_fill = c.line;
                    ui.visuals_mut().selection.bg_fill = c.accent;
                    let response = ui.add(Slider::new(&mut points, 0..=MOST));
                    changed |= response.changed();
                    held |= response.dragged();
                });
                weights.set(criterion, points);
            }
            ui.add_space(measure::GAP);
            form::section(ui, t!(texts, "matching-presets"));
            ui.horizontal_wrapped(|ui| {
                let usual = t!(texts, "matching-preset-usual");
                if Chip::new(usual).selected(weights == Weights::default()).show(ui).response.clicked() {
                    kept = Some(MatchingSettings { weights: Weights::default(), ..settings.clone() });
                }
                let remove = t!(texts, "matching-preset-remove");
                for (place, preset) in settings.presets.iter().enumerate() {
                    let chip = Chip::new(&preset.name).selected(weights == preset.weights).removable(remove).show(ui);
                    if chip.removed {
                        let mut settings = settings.clone();
                        settings.presets.remove(place);
                        kept = Some(settings);
                    } else if chip.response.clicked() {
                        kept = Some(MatchingSettings { weights: preset.weights, ..settings.clone() });
                    }
                }
            });
            form::row(ui, t!(texts, "matching-preset-name"), |ui| {
                if let Some(name) = TextField::new("preset name", &self.name).each_key().show(ui).committed {
                    self.name = name;
                }
            });
            let name = self.name.trim().to_owned();
            let save = Button::outlined(t!(texts, "matching-preset-save"));
            if ui.add_enabled(!name.is_empty(), save).clicked() {
                let mut settings = MatchingSettings { weights, ..settings.clone() };
                settings.presets.retain(|preset| preset.name != name);
                settings.presets.push(Preset { name, weights });
                kept = Some(settings);
                self.name.clear();
            }
        });
        if changed {
            (self.dragged, self.told) = (Some(weights), false);
        }
        if let Some(weights) = self.dragged.filter(|_| !held && !self.told) {
            self.told = true;
            kept = Some(MatchingSettings { weights, ..settings.clone() });
        }
        if let Some(kept) = kept.filter(|kept| *kept != settings) {
            shared.edit(move |file| file.set_matching(kept));
        }
    }
}
