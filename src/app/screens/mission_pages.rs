//! Pages about a mission to print: the volunteer's briefing and the certificate of service.

use super::import_export::{Writes, Written};
use crate::app::file_dialog::{Purpose, Question};
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::widgets::Button;
use crate::domain::Id;
use crate::domain::mission::{Mission, Stage};
use crate::exchange::pages::{CertificateError, briefing, certificate};
use crate::exchange::print::write_pdf;
use crate::store::StoreError;
use crate::t;
use egui::Ui;
use std::path::PathBuf;

/// A page about a mission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MissionPage {
    /// The volunteer's briefing.
    Briefing,
    /// The certificate of service.
    Certificate,
}

/// The pages that were asked for.
#[derive(Default)]
pub struct MissionPages {
    /// Asked for in this frame; the dialog for a file comes next. With the reference of the mission.
    wanted: Option<(MissionPage, Id, String)>,
    /// A file is being chosen for it.
    waiting: Option<(MissionPage, Id)>,
}

/// The buttons that ask for pages about a mission; a certificate from the first day of service on.
pub fn buttons(ui: &mut Ui, texts: &Texts, acts: &mut Vec<Act>, mission: &Mission) {
    ui.horizontal_wrapped(|ui| {
        let page = |page| Act::PrintPage(page, mission.id, mission.reference.clone());
        if ui.add(Button::outlined(t!(texts, "mission-briefing"))).clicked() {
            acts.push(page(MissionPage::Briefing));
        }
        let served = matches!(mission.stage, Stage::Serving | Stage::Completed | Stage::EndedEarly);
        if served && ui.add(Button::outlined(t!(texts, "mission-certificate"))).clicked() {
            acts.push(page(MissionPage::Certificate));
        }
    });
}

impl MissionPages {
    /// Asks for a file for the page.
    pub fn want(&mut self, page: MissionPage, mission: Id, reference: String) {
        self.wanted = Some((page, mission, reference));
    }

    /// Shows the dialog for a file, whatever screen is shown.
    pub fn hear(&mut self, ui: &Ui, shared: &mut Shared) {
        let Some((page, mission, reference)) = self.wanted.take() else { return };
        self.waiting = Some((page, mission));
        let what = match page {
            MissionPage::Briefing => t!(shared.texts, "mission-briefing-file"),
            MissionPage::Certificate => t!(shared.texts, "mission-certificate-file"),
        };
        let name = format!("{what} {reference}.pdf");
        shared.files.ask(ui.ctx(), Question { purpose: Purpose::MissionPage, save: true, name, endings: &["pdf"] });
    }

    /// Writes the page that was asked for into the file that was chosen.
    pub fn write(&mut self, path: PathBuf, shared: &mut Shared) -> Option<Writes> {
        let (page, mission) = self.waiting.take()?;
        let tongue = shared.texts.tongue();
        Some(shared.desk.read(move |file| {
            let document = match page {
                MissionPage::Briefing => briefing(file, mission, tongue)?,
                MissionPage::Certificate => certificate(file, mission, tongue).map_err(|error| match error {
                    CertificateError::Store(error) => error,
                    // The button is there for missions that were served; whoever was erased meanwhile has no name.
                    CertificateError::NotServed { .. } | CertificateError::Erased => {
                        StoreError::no_record(crate::domain::Kind::Mission, mission)
                    }
                })?,
            };
            Ok(write_pdf(&document, &path).map(|lacking| Written { lacking }))
        }))
    }
}
