//! The dialog that places a candidate: first day, weeks or last day, and at once what speaks against these days.

use super::shown::Shown;
use crate::app::loaded::Loaded;
use crate::app::screens::record::layout;
use crate::app::sent::Sent;
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::theme::{Icon, colors, font, measure};
use crate::app::widgets::{Answer, Button, DateField, Modal, NumberField, Tone, form};
use crate::domain::Id;
use crate::domain::detail::VolunteerDetail;
use crate::domain::mission::Mission;
use crate::domain::rules::{Broken, Limits, check_age, check_length, check_order, double_booking};
use crate::domain::span::Span;
use crate::domain::volunteer::Volunteer;
use crate::matching::Candidate;
use crate::store::{OfficeFile, Placed, StoreError};
use crate::t;
use chrono::NaiveDate;
use egui::{Context, RichText, TextEdit, Ui, Widget as _};

/// Most weeks that the field takes; what the office allows is checked with the other rules.
const MOST_WEEKS: i64 = 520;

/// The dialog for one candidate and one placement.
pub struct PlaceDialog {
    placement: Id,
    volunteer: Id,
    name: String,
    first: NaiveDate,
    last: NaiveDate,
    reason: String,
    person: Loaded<Id, Option<Person>>,
    making: Sent<Placed>,
    made: Option<Id>,
}

/// Whom the days are checked for.
struct Person {
    detail: VolunteerDetail,
    limits: Limits,
}

fn read(file: &mut OfficeFile, id: &Id) -> Result<Option<Person>, StoreError> {
    if file.find::<Volunteer>(*id)?.is_none() {
        return Ok(None);
    }
    Ok(Some(Person { detail: file.volunteer(*id)?, limits: file.office()?.limits }))
}

/// What was found about the days.
#[derive(Debug, Default, PartialEq)]
struct Checked {
    /// Rules that refuse the mission.
    refused: Vec<Broken>,
    /// A firm mission on some of the days: only with a reason.
    clash: Option<Broken>,
    /// A mission that nobody has agreed to on some of the days.
    tentative: Option<Broken>,
}

impl PlaceDialog {
    /// A dialog with the earliest days that work.
    pub fn new(candidate: &Candidate, placement: Id) -> Self {
        Self {
            placement,
            volunteer: candidate.volunteer,
            name: candidate.name.clone(),
            first: candidate.days.first,
            last: candidate.days.last,
            reason: String::new(),
            person: Loaded::default(),
            making: Sent::default(),
            made: None,
        }
    }

    /// The placement it is for.
    pub fn placement(&self) -> Id {
        self.placement
    }

    /// The mission once it is made, with the volunteer's name and the days.
    pub fn placed(&self) -> Option<(Id, String, Span)> {
        self.made.map(|mission| (mission, self.name.clone(), Span { first: self.first, last: self.last }))
    }

    /// Shows the dialog; gives back whether it was cancelled.
    pub fn show(&mut self, ctx: &Context, shared: &mut Shared, placement: &Shown) -> bool {
        if let Some(placed) = self.making.done(&shared.desk) {
            self.made = Some(placed.mission);
            return false;
        }
        let Some(person) = self.person.exact(&mut shared.desk, &self.volunteer, read) else { return false };
        let Some(person) = person else { return true };
        let checked = check(person, self.placement, self.first, self.last);
        let texts = &shared.texts;
        let hints = hints(texts, person, placement, self.first, self.last, shared.today());
        let ready = checked.refused.is_empty()
            && (checked.clash.is_none() || !self.reason.trim().is_empty())
            && !self.making.is_under_way();
        let (today, before) = (shared.today(), (self.first, self.last));
        let (first, last, reason) = (&mut self.first, &mut self.last, &mut self.reason);
        let title = t!(texts, "place-title", name = self.name.as_str());
        let modal = Modal::new("place candidate", &title, t!(texts, "place-confirm")).can_confirm(ready).width(480.0);
        let (free, answer) = modal.show(ctx, texts, |ui| {
            form::weak(ui, &placement.detail.placement.title);
            ui.add_space(4.0);
            days(ui, texts, first, last, today);
            ui.add_space(measure::GAP);
            verdict(ui, texts, &checked, &hints, reason)
        });
        if let Some(days) = free {
            (self.first, self.last) = (days.first, days.last);
        }
        match answer {
            // Enter that ends a field with other days shows first what speaks against them.
            Some(Answer::Confirmed) if before != (self.first, self.last) => false,
            Some(Answer::Confirmed) => {
                self.make(shared);
                false
            }
            Some(Answer::Cancelled) => true,
            None => false,
        }
    }

    fn make(&mut self, shared: &mut Shared) {
        let Some(days) = Span::new(self.first, self.last) else { return };
        let (volunteer, placement, reason) = (self.volunteer, self.placement, self.reason.clone());
        self.making.wait_for(shared.desk.edit(move |file| file.place(volunteer, placement, days, &reason)));
    }
}

/// The fields: the first day moves the whole mission, weeks and last day set its length.
fn days(ui: &mut Ui, texts: &Texts, first: &mut NaiveDate, last: &mut NaiveDate, today: NaiveDate) {
    let length = *last - *first;
    form::row(ui, t!(texts, "place-first"), |ui| {
        let edited = DateField::new("place first", Some(*first), today).required().show(ui, texts);
        if let Some(Some(day)) = edited.committed {
            *first = day;
            *last = day.checked_add_signed(length).unwrap_or(day);
        }
    });
    let weeks = Span::new(*first, *last).map(Span::weeks);
    form::row(ui, t!(texts, "place-weeks"), |ui| {
        let field = NumberField::new("place weeks", weeks, 1..=MOST_WEEKS).required();
        let edited = field.unit(t!(texts, "placement-weeks-unit")).show(ui, texts);
        let weeks = edited.committed.flatten().and_then(|weeks| u16::try_from(weeks).ok());
        if let Some(days) = weeks.and_then(|weeks| Span::of_weeks(*first, weeks)) {
            *last = days.last;
        }
    });
    form::row(ui, t!(texts, "place-last"), |ui| {
        let edited = DateField::new("place last", Some(*last), today).base(*first).required().show(ui, texts);
        if let Some(Some(day)) = edited.committed {
            *last = day;
        }
    });
}

/// What speaks against the days; gives back other days where a person takes those offered.
fn verdict(ui: &mut Ui, texts: &Texts, checked: &Checked, hints: &[String], reason: &mut String) -> Option<Span> {
    let mut taken = None;
    for broken in &checked.refused {
        layout::remark(ui, Icon::Cross, Tone::Bad, &texts.broken(broken));
    }
    for broken in checked.clash.iter().chain(&checked.tentative) {
        let Broken::DoubleBooked { other, first, last, free } = broken else { continue };
        let (other, first, last) = (other.as_str(), texts.date(*first), texts.date(*last));
        let text = if checked.clash.as_ref() == Some(broken) {
            t!(texts, "place-clash", other = other, first = first, last = last)
        } else {
            t!(texts, "place-tentative", other = other, first = first, last = last)
        };
        layout::remark(ui, Icon::Warning, Tone::Careful, &text);
        if let Some(free) = free {
            let (first, last) = (texts.date(free.first), texts.date(free.last));
            let take = t!(texts, "place-take-free", first = first, last = last);
            if ui.add(Button::link(&take)).clicked() {
                taken = Some(*free);
            }
        }
    }
    for hint in hints {
        layout::remark(ui, Icon::Warning, Tone::Careful, hint);
    }
    if checked.clash.is_some() {
        let name = t!(texts, "place-reason");
        form::row(ui, name, |ui| {
            let hint = RichText::new(t!(texts, "place-reason-hint")).color(colors(ui).weak);
            let field = TextEdit::singleline(reason).hint_text(hint).desired_width(f32::INFINITY).font(font::body());
            field.ui(ui).accessible_name(name)
        });
    }
    if *checked == Checked::default() && hints.is_empty() {
        layout::remark(ui, Icon::Check, Tone::Good, t!(texts, "place-fine"));
    }
    taken
}

/// The rules on these days, as the office file will apply them.
fn check(person: &Person, placement: Id, first: NaiveDate, last: NaiveDate) -> Checked {
    let mut checked = Checked::default();
    let Some(days) = Span::new(first, last) else {
        checked.refused.extend(check_order(first, last).err());
        return checked;
    };
    let volunteer = &person.detail.volunteer;
    checked.refused.extend(check_age(volunteer.birth_date, days, &person.limits).err());
    checked.refused.extend(check_length(days, &person.limits).err());
    let mission = Mission::proposed(volunteer.id, placement, days);
    let (firm, open): (Vec<Mission>, Vec<Mission>) =
        person.detail.missions.iter().cloned().partition(|mission| mission.stage.is_firm());
    let next_free = |broken: Broken| match (broken, double_booking(&mission, &person.detail.missions)) {
        // The free days that are offered must meet none of the missions, firm or not.
        (Broken::DoubleBooked { other, first, last, .. }, Some(Broken::DoubleBooked { free, .. })) => {
            Broken::DoubleBooked { other, first, last, free }
        }
        (broken, _) => broken,
    };
    checked.clash = double_booking(&mission, &firm).map(next_free);
    checked.tentative = double_booking(&mission, &open).map(next_free);
    checked
}

/// What the placement and the volunteer want otherwise; worth a look, and no obstacle.
fn hints(
    texts: &Texts,
    person: &Person,
    shown: &Shown,
    first: NaiveDate,
    last: NaiveDate,
    today: NaiveDate,
) -> Vec<String> {
    let (placement, volunteer) = (&shown.detail.placement, &person.detail.volunteer);
    let mut hints = Vec::new();
    let date = |day: NaiveDate| texts.date(day);
    if first < today {
        hints.push(t!(texts, "place-past").to_owned());
    }
    if shown.detail.free_places() == 0 {
        hints.push(t!(texts, "place-no-place-free").to_owned());
    }
    if let Some(from) = placement.start_from.filter(|from| first < *from) {
        hints.push(t!(texts, "place-before-window", day = date(from)));
    }
    if let Some(until) = placement.start_until.filter(|until| first > *until) {
        hints.push(t!(texts, "place-after-window", day = date(until)));
    }
    if let Some(until) = placement.funding_until.filter(|until| last > *until) {
        hints.push(t!(texts, "place-after-funding", day = date(until)));
    }
    let weeks = Span::new(first, last).map(Span::weeks).unwrap_or_default();
    if let Some(least) = placement.weeks_least.filter(|least| weeks < i64::from(*least)) {
        hints.push(t!(texts, "place-weeks-least", weeks = least));
    }
    if let Some(most) = placement.weeks_most.filter(|most| weeks > i64::from(*most)) {
        hints.push(t!(texts, "place-weeks-most", weeks = most));
    }
    if let Some(from) = volunteer.available_from.filter(|from| first < *from) {
        hints.push(t!(texts, "place-available-from", day = date(from)));
    }
    if let Some(until) = volunteer.available_until.filter(|until| last > *until) {
        hints.push(t!(texts, "place-available-until", day = date(until)));
    }
    let days = Span { first, last };
    if let Some(away) =
        person.detail.absences.iter().find(|away| days.overlaps(Span { first: away.first, last: away.last }))
    {
        hints.push(t!(texts, "place-absent", first = date(away.first), last = date(away.last)));
    }
    hints
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::mission::Stage;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap_or_default()
    }

    fn person(missions: &[(Stage, &str, &str)]) -> Person {
        let volunteer =
            Volunteer { full_name: "Ana Silva".into(), birth_date: Some(day("1985-05-14")), ..Volunteer::default() };
        let mission = |(stage, first, last): &(Stage, &str, &str)| Mission {
            stage: *stage,
            ..Mission::proposed(volunteer.id, Id::random(), Span { first: day(first), last: day(last) })
        };
        let missions = missions.iter().map(mission).collect();
        let detail = VolunteerDetail {
            volunteer: volunteer.clone(),
            languages: Vec::new(),
            skills: Vec::new(),
            clearances: Vec::new(),
            absences: Vec::new(),
            standings: Vec::new(),
            missions,
        };
        Person { detail, limits: Limits::default() }
    }

    #[test]
    fn days_are_checked_as_the_office_file_will_check_them() {
        let free = person(&[]);
        let fine = |first, last| check(&free, Id::random(), day(first), day(last));
        assert_eq!(fine("2027-01-10", "2027-10-09"), Checked::default());
        assert!(matches!(fine("2027-01-10", "2027-01-09").refused[..], [Broken::LastBeforeFirst { .. }]));
        assert!(matches!(fine("2027-01-10", "2027-01-20").refused[..], [Broken::TooShort { .. }]));
        assert!(matches!(fine("2060-05-01", "2061-06-01").refused[..], [Broken::TooOld { .. }]));
    }

    #[test]
    fn free_days_that_are_offered_meet_no_other_mission() {
        let busy = person(&[
            (Stage::Serving, "2027-01-01", "2027-03-31"),
            (Stage::Proposed, "2027-04-01", "2027-05-31"),
            (Stage::Declined, "2027-06-01", "2027-12-31"),
        ]);
        let checked = check(&busy, Id::random(), day("2027-03-01"), day("2027-05-09"));
        let Some(Broken::DoubleBooked { free: Some(free), .. }) = checked.clash else { panic!("{checked:?}") };
        assert_eq!((free.first, free.weeks()), (day("2027-06-01"), 10));
        assert!(checked.tentative.is_some() && checked.refused.is_empty());
    }
}
