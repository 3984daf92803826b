//! Pages about a mission to print: the volunteer's briefing and the certificate of service.

use super::import_export::{Writes, Written, trouble};
use crate::app::desk::Ticket;
use crate::app::file_dialog::{Purpose, Question};
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::widgets::Button;
use crate::domain::mission::{Mission, Stage};
use crate::domain::{Id, Kind};
use crate::exchange::pages::{CertificateError, FormError, briefing, certificate, take_form, write_form};
use crate::exchange::print::write_pdf;
use crate::store::{Done, StoreError};
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
    /// The form of a report.
    Form(Id),
}

/// The pages that were asked for.
#[derive(Default)]
pub struct MissionPages {
    /// Asked for in this frame; the dialog for a file comes next. With the reference of the mission.
    wanted: Option<(MissionPage, Id, String)>,
    /// A file is being chosen for it.
    waiting: Option<(MissionPage, Id)>,
    /// A filled form is to be chosen.
    choose_form: bool,
    taking: Option<Ticket<Result<Done<Id>, FormError>>>,
}

/// Why a form was not taken in, in the person's words.
fn trouble_with_form(texts: &Texts, error: &FormError) -> String {
    match error {
        FormError::Store(error) => texts.refusal(error),
        FormError::Sheet(error) => {
            let (what, hint) = trouble(texts, error);
            format!("{what}: {hint}")
        }
        FormError::NotAForm(file) => t!(texts, "report-form-none", file = file.as_str()),
        FormError::NotHere(file) => t!(texts, "report-form-not-here", file = file.as_str()),
        FormError::NotANumber { question, answer } => {
            t!(texts, "report-form-number", question = question.as_str(), answer = answer.as_str())
        }
    }
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

    /// Asks for a filled form.
    pub fn want_form(&mut self) {
        self.choose_form = true;
    }

    /// Shows the dialog for a file, whatever screen is shown, and hears of forms that were taken in.
    pub fn hear(&mut self, ui: &Ui, shared: &mut Shared) {
        self.hear_taken(shared);
        if std::mem::take(&mut self.choose_form) {
            let question =
                Question { purpose: Purpose::ReportForm, save: false, name: String::new(), endings: &["xlsx", "ods"] };
            shared.files.ask(ui.ctx(), question);
        }
        let Some((page, mission, reference)) = self.wanted.take() else { return };
        self.waiting = Some((page, mission));
        let what = match page {
            MissionPage::Briefing => t!(shared.texts, "mission-briefing-file"),
            MissionPage::Certificate => t!(shared.texts, "mission-certificate-file"),
            MissionPage::Form(_) => t!(shared.texts, "mission-form-file"),
        };
        let endings: &'static [&'static str] = if matches!(page, MissionPage::Form(_)) { &["xlsx"] } else { &["pdf"] };
        let name = format!("{what} {reference}.{}", endings[0]);
        shared.files.ask(ui.ctx(), Question { purpose: Purpose::MissionPage, save: true, name, endings });
    }

    /// Takes a filled form in, and opens the mission that it is about.
    pub fn take(&mut self, path: PathBuf, shared: &mut Shared) {
        self.taking = Some(shared.desk.long("report-form-taking", move |file, _progress| take_form(file, &path)));
    }

    /// Hears what came of it.
    fn hear_taken(&mut self, shared: &mut Shared) {
        let Some(answer) = self.taking.as_ref().and_then(Ticket::take) else { return };
        self.taking = None;
        match answer {
            Ok(done) => {
                shared.act(Act::Say(t!(shared.texts, "report-form-taken").to_owned()));
                shared.act(Act::Open(Kind::Mission, done.value));
            }
            Err(error) => shared.act(Act::Complain(trouble_with_form(&shared.texts, &error))),
        }
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
                        StoreError::no_record(Kind::Mission, mission)
                    }
                })?,
                MissionPage::Form(report) => {
                    return Ok(match write_form(file, report, tongue, &path) {
                        Ok(()) => Ok(Written::default()),
                        Err(FormError::Sheet(error)) => Err(error.into()),
                        Err(FormError::Store(error)) => return Err(error),
                        // Nothing else goes wrong where nothing is taken in.
                        Err(_) => Ok(Written::default()),
                    });
                }
            };
            Ok(write_pdf(&document, &path).map(|lacking| Written { lacking }))
        }))
    }
}
