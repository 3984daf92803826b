//! The reports on a mission, due and received, what it passed on, and the leave taken during it.

use super::shown::Shown;
use super::{passed_on, words};
use crate::app::desk::Ticket;
use crate::app::screens::mission_pages::MissionPage;
use crate::app::screens::record::words::choices;
use crate::app::screens::record::{Entry, Fields};
use crate::app::shared::{Act, Shared};
use crate::app::theme::Icon;
use crate::app::widgets::{Button, Select, Tone, form};
use crate::domain::detail::MissionDetail;
use crate::domain::mission::{Mission, Report, ReportKind};
use crate::domain::span::Span;
use crate::domain::volunteer::Absence;
use crate::domain::{Id, Kind};
use crate::t;
use egui::Ui;

/// Most sessions that a field takes.
const MOST_SESSIONS: i64 = 9_999;

/// What the tab remembers: the practice that is being made.
#[derive(Default)]
pub(super) struct ReportsTab {
    new_practice: Option<Ticket<Id>>,
}

/// The final report that is still to come.
pub(super) fn to_be_written(detail: &MissionDetail) -> Option<Id> {
    let is_open = |report: &&Report| report.kind == ReportKind::Final && report.received_on.is_none();
    detail.reports.iter().find(is_open).map(|report| report.id)
}

impl ReportsTab {
    /// Opens the practice that was made.
    pub fn hear(&mut self, shared: &mut Shared) {
        if let Some(practice) = self.new_practice.as_ref().and_then(Ticket::take) {
            self.new_practice = None;
            shared.act(Act::Open(Kind::Practice, practice));
        }
    }

    /// Shows the tab.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared, shown: &Shown, open_part: &mut Option<Id>) {
        let detail = &shown.detail;
        let fields = &mut Fields::<Mission>::of(shared, detail.mission.id);
        let texts = fields.texts;
        form::section(ui, t!(texts, "mission-reports"));
        if detail.reports.is_empty() {
            form::weak(ui, t!(texts, "mission-no-reports"));
        }
        for report in &detail.reports {
            self.one_report(ui, fields, report, (&detail.mission.reference, shown.practice), open_part);
        }
        add_report(ui, fields, detail, open_part);
        if ui.add(Button::link(t!(texts, "report-form-take"))).clicked() {
            fields.acts.push(Act::TakeForm);
        }
        passed_on::show(ui, fields, shown, open_part);
        absences(ui, fields, detail, open_part);
    }

    fn one_report(
        &mut self,
        ui: &mut Ui,
        fields: &mut Fields<'_, Mission>,
        report: &Report,
        (reference, practice): (&str, Option<Id>),
        open_part: &mut Option<Id>,
    ) {
        let (texts, today) = (fields.texts, fields.today);
        let title = texts.report_kind(report.kind);
        let note = t!(texts, "mission-due-on", day = texts.date(report.due));
        let received = report.received_on.map(|day| t!(texts, "mission-received-on", day = texts.date(day)));
        let (tone, tag) = match &received {
            Some(received) => (Tone::Good, received.as_str()),
            None if report.due < today => (Tone::Bad, t!(texts, "mission-overdue")),
            None => (Tone::Neutral, ""),
        };
        let tick = t!(texts, "mission-tick-received", name = title);
        let entry = Entry::new(title).note(&note).tag(tone, tag).tick(report.received_on.is_some(), &tick);
        let mut part = fields.part::<Report>(report.id);
        let done = entry.show(ui, texts, report.id, open_part, |ui| {
            content(ui, &mut part, report);
            form::row(ui, "", |ui| {
                if ui.add(Button::outlined(t!(texts, "report-form-write"))).clicked() {
                    part.acts.push(Act::PrintPage(MissionPage::Form(report.id), report.of, reference.to_owned()));
                }
            });
            if report.kind == ReportKind::Final {
                self.practice(ui, &mut part, report.of, practice);
            }
        });
        if let Some(ticked) = done.ticked {
            part.change(move |report| report.received_on = ticked.then_some(today));
        }
        if done.removed {
            part.remove();
        }
    }

    /// The button that makes a practice of what the mission came to, or opens the one that was made.
    fn practice(&mut self, ui: &mut Ui, part: &mut Fields<'_, Report>, mission: Id, practice: Option<Id>) {
        let texts = part.texts;
        form::row(ui, "", |ui| match practice {
            Some(practice) => {
                if ui.add(Button::outlined(t!(texts, "mission-open-practice")).with_icon(Icon::Sprout)).clicked() {
                    part.acts.push(Act::Open(Kind::Practice, practice));
                }
            }
            None => {
                if ui.add(Button::outlined(t!(texts, "mission-make-practice")).with_icon(Icon::Sprout)).clicked() {
                    self.new_practice = Some(part.desk.edit(move |file| file.practice_from(mission)));
                }
            }
        });
    }
}

/// What a report says, saved as it is written.
fn content(ui: &mut Ui, part: &mut Fields<'_, Report>, report: &Report) {
    let (texts, today) = (part.texts, part.today);
    let kinds = choices(ReportKind::ALL, |kind| texts.report_kind(kind));
    part.needed_choice(ui, t!(texts, "mission-report-kind"), &kinds, &report.kind, |r, kind| r.kind = kind);
    part.needed_date(ui, t!(texts, "mission-due"), report.due, today, |r, day| r.due = day);
    part.date(ui, t!(texts, "mission-received"), report.received_on, |r, day| r.received_on = day);
    part.lines(ui, t!(texts, "mission-summary"), &report.summary, 3, |r, text| r.summary = text);
    part.lines(ui, t!(texts, "mission-worked"), &report.worked, 3, |r, text| r.worked = text);
    part.lines(ui, t!(texts, "mission-not-worked"), &report.not_worked, 3, |r, text| r.not_worked = text);
    part.lines(ui, t!(texts, "mission-follow-up"), &report.follow_up, 2, |r, text| r.follow_up = text);
    part.number(ui, t!(texts, "mission-sessions"), "", report.sessions, 0..=MOST_SESSIONS, |r, n| r.sessions = n);
    part.lines(ui, t!(texts, "mission-materials"), &report.materials, 2, |r, text| r.materials = text);
}

/// The field that adds a report of the kind chosen in it. A final one is due with the last day.
fn add_report(ui: &mut Ui, fields: &mut Fields<'_, Mission>, detail: &MissionDetail, open_part: &mut Option<Id>) {
    let texts = fields.texts;
    let kinds = choices(ReportKind::ALL, |kind| texts.report_kind(kind));
    let name = t!(texts, "mission-add-report");
    let field = Select::new((fields.id, "add report"), &kinds, None).name(name).placeholder(name).width(240.0);
    if let Some(kind) = field.show(ui, texts).committed.flatten() {
        let due = match kind {
            ReportKind::Final | ReportKind::Partner => detail.mission.last,
            ReportKind::FollowUp => detail.mission.last + chrono::Months::new(6),
            ReportKind::Periodic | ReportKind::MidTerm => fields.today.clamp(detail.mission.first, detail.mission.last),
        };
        let report = Report::expected(fields.id, kind, due);
        *open_part = Some(report.id);
        fields.add(report);
    }
}

fn absences(ui: &mut Ui, fields: &mut Fields<'_, Mission>, detail: &MissionDetail, open_part: &mut Option<Id>) {
    let texts = fields.texts;
    form::section(ui, t!(texts, "mission-absences"));
    if detail.absences.is_empty() {
        form::weak(ui, t!(texts, "mission-no-absences"));
    }
    for absence in &detail.absences {
        one_absence(ui, fields, absence, open_part);
    }
    if ui.add(Button::outlined(t!(texts, "mission-add-absence")).with_icon(Icon::Plus)).clicked() {
        let mission = &detail.mission;
        let first = fields.today.clamp(mission.first, mission.last);
        let (id, of, of_mission) = (Id::random(), mission.volunteer, Some(mission.id));
        *open_part = Some(id);
        fields.add(Absence { id, of, mission: of_mission, first, last: first, reason: String::new() });
    }
}

fn one_absence(ui: &mut Ui, fields: &mut Fields<'_, Mission>, absence: &Absence, open_part: &mut Option<Id>) {
    let texts = fields.texts;
    let days = Span { first: absence.first, last: absence.last };
    let title = words::days(texts, days);
    let mut part = fields.part::<Absence>(absence.id);
    let entry = Entry::new(&title).note(&absence.reason);
    let done = entry.show(ui, texts, absence.id, open_part, |ui| {
        let today = part.today;
        // The other end moves along rather than standing in the wrong order.
        part.needed_date(ui, t!(texts, "field-mission-first"), absence.first, today, Absence::begin_on);
        part.needed_date(ui, t!(texts, "field-mission-last"), absence.last, absence.first, Absence::end_on);
        part.text(ui, t!(texts, "mission-reason"), &absence.reason, |a, reason| a.reason = reason);
    });
    if done.removed {
        part.remove();
    }
}
