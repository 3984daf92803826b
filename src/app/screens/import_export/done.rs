//! After an import: what it did, and what can be done about it.

use super::words;
use crate::app::commands::Command;
use crate::app::file_dialog::{Purpose, Question};
use crate::app::shared::{Act, Screen, Shared};
use crate::app::theme::{colors, font};
use crate::app::widgets::{Button, Tone, form, frames};
use crate::domain::{Kind, ListKind};
use crate::exchange::spreadsheet::{Counts, ImportPlan, Imported};
use crate::store::Op;
use crate::t;
use egui::{RichText, Ui};
use std::path::Path;
use std::sync::Arc;

/// An import that was done.
pub struct Finished {
    /// What became of each row.
    pub plan: Arc<ImportPlan>,
    counts: Counts,
}

impl Finished {
    /// An import that was done just now.
    pub fn of(imported: Imported) -> Self {
        Self { plan: Arc::new(imported.plan), counts: imported.counts }
    }

    /// Shows what was done. True once the person wants to go on with something else.
    pub fn show(&self, ui: &mut Ui, shared: &mut Shared) -> bool {
        let mut leave = false;
        let (plan, counts) = (&self.plan, self.counts);
        let texts = &shared.texts;
        let undoable = shared.desk.office().and_then(|office| office.undoable.as_ref());
        let can_undo = matches!(undoable, Some(Op::Imported { file, .. }) if *file == plan.file);
        let owner = plan.kind.owner();
        let kind = words::many(texts, ListKind::of(owner).unwrap_or(plan.kind));
        frames::card(ui).show(ui, |ui| {
            ui.set_width(ui.available_width());
            form::title(ui, &t!(texts, "import-done", file = plan.file.as_str()));
            ui.add_space(6.0);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 28.0;
                for (count, word, tone) in [
                    (counts.rows, t!(texts, "import-sum-rows"), Tone::Neutral),
                    (counts.new, t!(texts, "import-sum-new"), Tone::Good),
                    (counts.updated, t!(texts, "import-sum-updated"), Tone::Accent),
                    (counts.unchanged, t!(texts, "import-sum-unchanged"), Tone::Neutral),
                    (counts.rejected, t!(texts, "import-sum-rejected"), Tone::Bad),
                ] {
                    number(ui, &texts.count(count), word, if count > 0 { tone } else { Tone::Neutral });
                }
            });
            let left_out = plan.left_out.len();
            if left_out > 0 {
                form::note(ui, &t!(texts, "import-sum-left-out", count = left_out));
            }
            if !plan.new_organisations.is_empty() {
                form::note(ui, &t!(texts, "import-new-partners", count = plan.new_organisations.len()));
            }
            ui.add_space(10.0);
            ui.horizontal_wrapped(|ui| {
                if ui.add(Button::filled(&t!(texts, "import-open-list", kind = kind))).clicked() {
                    shared.acts.push(Act::Go(list_of(owner)));
                }
                if counts.rejected > 0 && ui.add(Button::outlined(t!(texts, "import-save-rejected"))).clicked() {
                    let stem = Path::new(&plan.file).file_stem().unwrap_or_default().to_string_lossy();
                    let name = format!("{stem} {}.csv", t!(texts, "import-rejected-file"));
                    let question = Question { purpose: Purpose::RejectedRows, save: true, name, endings: &["csv"] };
                    shared.files.ask(ui.ctx(), question);
                }
                if can_undo && ui.add(Button::outlined(t!(texts, "import-undo"))).clicked() {
                    shared.acts.push(Act::Ask(Command::Undo));
                }
                leave = ui.add(Button::outlined(t!(texts, "import-another"))).clicked();
            });
            if !can_undo && counts.new + counts.updated > 0 {
                form::note(ui, t!(texts, "import-undone-or-followed"));
            }
        });
        leave
    }
}

fn number(ui: &mut Ui, count: &str, word: &str, tone: Tone) {
    let c = colors(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let ink = if tone == Tone::Neutral { c.text } else { tone.colors(c).0 };
        ui.label(RichText::new(count).font(font::title()).color(ink));
        ui.label(RichText::new(word).font(font::small()).color(c.weak));
    });
}

/// The screen where what came in is seen: parts are seen with the records that they belong to.
fn list_of(kind: Kind) -> Screen {
    match kind {
        Kind::Volunteer => Screen::Volunteers,
        Kind::Organisation => Screen::Organisations,
        Kind::Practice => Screen::Practices,
        Kind::Mission => Screen::Missions,
        Kind::Placement | Kind::Office => Screen::Placements,
    }
}
