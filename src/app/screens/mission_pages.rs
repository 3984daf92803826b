//! Pages about a mission to print, the volunteer's briefing and the certificate of service, and the forms of its reports.

use super::import_export::{Writes, Written, trouble};
use crate::app::desk::Ticket;
use crate::app::file_dialog::{Purpose, Question};
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::widgets::Button;
use crate::domain::mission::{Mission, Stage};
use crate::domain::{Id, Kind};
use crate::exchange::pages::{CertificateError, FormError, briefing, certificate, take_form, write_form};
use crate::exchange::print::{Document, write_pdf};
use crate::store::Done;
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

/// A page that is being made, or says why it cannot be.
type Making = Ticket<Option<Result<Document, CertificateError>>>;

/// What a file is being chosen for.
enum Waiting {
    /// A page that is made.
    Page(Box<Document>),
    /// The form of a report.
    Form(Id),
}

/// The pages that were asked for.
#[derive(Default)]
pub struct MissionPages {
    /// Asked for in this frame, with the reference of the mission.
    wanted: Option<(MissionPage, Id, String)>,
    /// The page that is being made, and the name of its file.
    making: Option<(Making, String)>,
    waiting: Option<Waiting>,
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

/// Why there is no certificate, in the person's words.
fn no_certificate(texts: &Texts, error: &CertificateError) -> String {
    match error {
        CertificateError::Store(error) => texts.refusal(error),
        CertificateError::NotServed { who } => t!(texts, "certificate-not-served", who = who.as_str()),
        CertificateError::Erased => t!(texts, "certificate-erased").to_owned(),
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
    /// Makes a page, and asks for a file for it.
    pub fn want(&mut self, page: MissionPage, mission: Id, reference: String) {
        self.wanted = Some((page, mission, reference));
    }

    /// Asks for a filled form.
    pub fn want_form(&mut self) {
        self.choose_form = true;
    }

    /// Goes on with what was asked for, whatever screen is shown: pages are made before a file is chosen for them.
    pub fn hear(&mut self, ui: &Ui, shared: &mut Shared) {
        self.hear_taken(shared);
        let ask = |shared: &mut Shared, purpose, save, name, endings| {
            shared.files.ask(ui.ctx(), Question { purpose, save, name, endings });
        };
        if std::mem::take(&mut self.choose_form) {
            ask(shared, Purpose::ReportForm, false, String::new(), &["xlsx", "ods"]);
        }
        if let Some((page, mission, reference)) = self.wanted.take() {
            let (texts, tongue) = (&shared.texts, shared.texts.tongue());
            match page {
                MissionPage::Briefing => {
                    let name = format!("{} {reference}.pdf", t!(texts, "mission-briefing-file"));
                    let make = shared.desk.read(move |file| Ok(Ok(briefing(file, mission, tongue)?)));
                    self.making = Some((make, name));
                }
                MissionPage::Certificate => {
                    let name = format!("{} {reference}.pdf", t!(texts, "mission-certificate-file"));
                    let make = shared.desk.read(move |file| Ok(certificate(file, mission, tongue)));
                    self.making = Some((make, name));
                }
                MissionPage::Form(report) => {
                    let name = format!("{} {reference}.xlsx", t!(texts, "mission-form-file"));
                    self.waiting = Some(Waiting::Form(report));
                    ask(shared, Purpose::MissionPage, true, name, &["xlsx"]);
                }
            }
        }
        let Some(made) = self.making.as_ref().and_then(|(ticket, _)| ticket.take()) else { return };
        let name = self.making.take().map(|(_, name)| name).unwrap_or_default();
        match made {
            Some(Ok(document)) => {
                self.waiting = Some(Waiting::Page(Box::new(document)));
                ask(shared, Purpose::MissionPage, true, name, &["pdf"]);
            }
            Some(Err(error)) => shared.act(Act::Complain(no_certificate(&shared.texts, &error))),
            // The desk has told already.
            None => {}
        }
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

    /// Writes what was asked for into the file that was chosen.
    pub fn write(&mut self, path: PathBuf, shared: &mut Shared) -> Option<Writes> {
        let tongue = shared.texts.tongue();
        Some(match self.waiting.take()? {
            Waiting::Page(page) => {
                shared.desk.beside(move || Some(write_pdf(&page, &path).map(|lacking| Written { lacking })))
            }
            Waiting::Form(report) => {
                shared.desk.read(move |file| Ok(write_form(file, report, tongue, &path).map(|()| Written::default())))
            }
        })
    }
}
