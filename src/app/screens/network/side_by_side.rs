//! What several organisations do in one place, sector and time.

use super::NetworkScreen;
use crate::app::screens::record::Choices;
use crate::app::shared::{Act, Shared};
use crate::app::theme::Icon;
use crate::app::widgets::{EmptyState, RowButton, choice_chip, form, frames};
use crate::domain::text::joined;
use crate::t;
use egui::{ScrollArea, Ui};

/// So many groups are shown; the rest is told as a number.
const MOST: usize = 60;

impl NetworkScreen {
    /// The groups, those of most organisations first, narrowed to countries.
    pub(super) fn side_by_side(&mut self, ui: &mut Ui, shared: &mut Shared) {
        let texts = &shared.texts;
        frames::panel(ui).inner_margin(egui::Margin::symmetric(12, 8)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                let countries = &Choices::of(texts.tongue()).countries;
                let chosen = &self.overlap_query.countries;
                let name = t!(texts, "organisation-country");
                if let Some(chosen) = choice_chip::several(ui, texts, name, countries, chosen) {
                    self.overlap_query.countries = chosen;
                }
                form::note(ui, t!(texts, "network-side-by-side-note"));
            });
        });
        let found = self.overlaps.latest(&mut shared.desk, &self.overlap_query, |file, query| file.overlaps(query));
        let (Some(found), texts) = (found, &shared.texts) else { return };
        if found.is_empty() {
            let (title, text) = (t!(texts, "network-nothing-side"), t!(texts, "network-nothing-side-text"));
            let _ = EmptyState::new(Icon::Pin, title, text).show(ui);
            return;
        }
        let acts = &mut shared.acts;
        ScrollArea::vertical().id_salt("side by side").auto_shrink([false, false]).show(ui, |ui| {
            frames::ground(ui).show(ui, |ui| {
                for (number, overlap) in found.iter().take(MOST).enumerate() {
                    let place = joined(&[&overlap.place, texts.country(Some(overlap.country))]);
                    let sector = texts.sector(Some(overlap.sector));
                    let count = t!(texts, "network-side-count", count = overlap.organisations);
                    ui.push_id(number, |ui| {
                        frames::titled_card(ui, &format!("{place}: {sector}"), |ui| {
                            form::note(ui, &count);
                            ui.spacing_mut().item_spacing.y = 0.0;
                            for strand in &overlap.strands {
                                let days = format!(
                                    "{} \u{2013} {}",
                                    texts.date(strand.days.first),
                                    texts.date(strand.days.last)
                                );
                                let missions = match strand.missions {
                                    0 => String::new(),
                                    missions => t!(texts, "network-side-missions", count = missions),
                                };
                                let title = format!("{}, {}", strand.organisation_name, strand.title);
                                let row = RowButton::new(&title).right(&days).note(&missions);
                                if ui.push_id(strand.id, |ui| ui.add(row)).inner.clicked() {
                                    acts.extend(strand.record().map(|(kind, id)| Act::Open(kind, id)));
                                }
                            }
                        });
                    });
                    ui.add_space(8.0);
                }
                if found.len() > MOST {
                    form::note(ui, &t!(texts, "network-side-more", count = found.len() - MOST));
                }
            });
        });
    }
}
