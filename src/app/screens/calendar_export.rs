//! The dialog before a calendar is written: what is told of each mission.

use crate::app::file_dialog::{Purpose, Question};
use crate::app::shared::Shared;
use crate::app::widgets::{Answer, Modal, form};
use crate::exchange::calendar::{CalendarQuery, Tells};
use crate::store::lists::{MissionRow, Query};
use crate::t;
use egui::Context;

/// The dialog. What was ticked stays ticked until the office is closed.
#[derive(Default)]
pub struct CalendarExport {
    /// Which missions, while the dialog is open.
    open: Option<Query<MissionRow>>,
    milestones: bool,
    tells: Tells,
    /// What was said, until the person has chosen where the file goes.
    waiting: Option<CalendarQuery>,
}

impl CalendarExport {
    /// Opens it for some missions.
    pub fn open(&mut self, missions: Query<MissionRow>) {
        self.open = Some(missions);
    }

    /// Shows it while it is open; asks for the file once it is confirmed.
    pub fn show(&mut self, ctx: &Context, shared: &mut Shared) {
        let Some(missions) = &self.open else { return };
        let texts = &shared.texts;
        let (title, confirm) = (t!(texts, "calendar-export-title"), t!(texts, "calendar-export-confirm"));
        let ((), answer) = Modal::new("calendar export", title, confirm).show(ctx, texts, |ui| {
            let all = *missions == CalendarQuery::of(Default::default()).missions;
            form::weak(ui, if all { t!(texts, "calendar-export-all") } else { t!(texts, "calendar-export-shown") });
            ui.add_space(4.0);
            form::checkbox(ui, t!(texts, "calendar-export-milestones"), &mut self.milestones);
            form::checkbox(ui, t!(texts, "calendar-export-names"), &mut self.tells.names);
            form::checkbox(ui, t!(texts, "calendar-export-partners"), &mut self.tells.partners);
            form::checkbox(ui, t!(texts, "calendar-export-contacts"), &mut self.tells.contacts);
            ui.add_space(4.0);
            form::note(ui, t!(texts, "calendar-export-note"));
        });
        if answer.is_none() {
            return;
        }
        let missions = self.open.take();
        if answer == Some(Answer::Confirmed) {
            let (milestones, tells) = (self.milestones, self.tells);
            self.waiting = missions.map(|missions| CalendarQuery { missions, milestones, tells });
            let name = format!("{}.ics", shared.office_file_name());
            let question = Question { purpose: Purpose::ExportCalendar, save: true, name, endings: &["ics"] };
            shared.files.ask(ctx, question);
        }
    }

    /// What is to be written to the file that was chosen.
    pub fn confirmed(&mut self) -> Option<CalendarQuery> {
        self.waiting.take()
    }
}
