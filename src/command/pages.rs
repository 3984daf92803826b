//! Pages about a mission as PDF, and the activities of the office for IATI.

use super::arguments::{Iati, MissionPage, PageLanguage, ReportForm, TakeForms};
use super::failure::Failure;
use super::{complain, open, target};
use crate::domain::Kind;
use crate::domain::mission::Report;
use crate::domain::reference::Tongue;
use crate::exchange::iati::{Reporting, activities};
use crate::exchange::pages;
use crate::exchange::print::{Document, write_pdf};
use crate::exchange::spreadsheet::SheetError;
use crate::exchange::write::write_whole;
use std::io::Write;

impl PageLanguage {
    fn tongue(self) -> Tongue {
        match self {
            Self::En => Tongue::English,
            Self::Fr => Tongue::French,
        }
    }
}

pub(super) fn briefing(asked: &MissionPage, out: &mut dyn Write) -> Result<(), Failure> {
    target::spare(&asked.out, &[&asked.file])?;
    let file = open(&asked.file)?;
    let mission = file.resolve(Kind::Mission, &asked.mission)?;
    printed(&pages::briefing(&file, mission, asked.language.tongue())?, asked, out)
}

pub(super) fn certificate(asked: &MissionPage, out: &mut dyn Write) -> Result<(), Failure> {
    target::spare(&asked.out, &[&asked.file])?;
    let file = open(&asked.file)?;
    let mission = file.resolve(Kind::Mission, &asked.mission)?;
    printed(&pages::certificate(&file, mission, asked.language.tongue())?, asked, out)
}

pub(super) fn report_form(asked: &ReportForm, out: &mut dyn Write) -> Result<(), Failure> {
    target::spare(&asked.out, &[&asked.file])?;
    let file = open(&asked.file)?;
    let mission = file.mission(file.resolve(Kind::Mission, &asked.mission)?)?;
    let of_kind = |report: &&Report| report.kind == asked.kind;
    let open = mission.reports.iter().filter(of_kind).find(|report| report.received_on.is_none());
    let report = open.or_else(|| mission.reports.iter().rfind(of_kind));
    let Some(report) = report else { return Err(Failure::NoReport { kind: asked.kind }) };
    pages::write_form(&file, report.id, asked.language.tongue(), &asked.out)?;
    writeln!(out, "the form of the {} report, due on {}, written to {}", report.kind, report.due, asked.out.display())?;
    Ok(())
}

pub(super) fn take_forms(asked: &TakeForms, out: &mut dyn Write) -> Result<(), Failure> {
    let mut file = open(&asked.file)?;
    for form in &asked.forms {
        let mission = pages::take_form(&mut file, form)?.value;
        writeln!(out, "{} taken in, {}", form.display(), file.name_of(Kind::Mission, mission)?)?;
    }
    Ok(())
}

fn printed(document: &Document, asked: &MissionPage, out: &mut dyn Write) -> Result<(), Failure> {
    let lacking = write_pdf(document, &asked.out)?;
    if !lacking.is_empty() {
        let letters: String = lacking.into_iter().collect();
        complain(format!("warning: the letters have no {letters}: each is printed as a box"), "");
    }
    writeln!(out, "{} written to {}", document.title, asked.out.display())?;
    Ok(())
}

pub(super) fn iati(asked: &Iati, out: &mut dyn Write) -> Result<(), Failure> {
    target::spare(&asked.out, &[&asked.file])?;
    let file = open(&asked.file)?;
    let own = file.office()?;
    let reference = asked.org.clone().unwrap_or_else(|| {
        complain(
            "warning: the file names no registered organisation, and no registry will take it",
            "give the organisation's identifier with --org; org-id.guide says which",
        );
        format!("XX-OFFICE-{}", own.id)
    });
    let name = asked.org_name.clone().unwrap_or_else(|| own.name.clone());
    let reporting = Reporting { reference, name, kind: asked.org_type.clone() };
    let xml = activities(&file, &reporting, chrono::Utc::now())?;
    write_whole(&asked.out, xml.as_bytes()).map_err(SheetError::from)?;
    let count = xml.matches("<iati-identifier>").count();
    writeln!(out, "{count} {} written to {}", if count == 1 { "activity" } else { "activities" }, asked.out.display())?;
    Ok(())
}
