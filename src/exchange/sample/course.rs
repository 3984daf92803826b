//! What happened in a mission so far: steps, tasks, reports, leave.

use super::pools::Pools;
use super::random::Random;
use crate::domain::milestones::{Setting, Templates};
use crate::domain::mission::{
    EarlyEnd, Milestone, Mission, Party, Report, ReportKind, Stage, StageStep, Trained, Transfer,
};
use crate::domain::volunteer::Absence;
use chrono::{Days, Duration, NaiveDate};

/// A mission with all that hangs on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// The mission.
    pub mission: Mission,
    /// How it came to its stage, the earliest first.
    pub steps: Vec<StageStep>,
    /// Its tasks.
    pub milestones: Vec<Milestone>,
    /// Its reports.
    pub reports: Vec<Report>,
    /// People trained.
    pub trained: Vec<Trained>,
    /// What came of the objectives of its placement.
    pub transfers: Vec<Transfer>,
}

/// The way to service: each stage, who says so, and how many days at least and at most until the next.
const WAY: &[(Stage, Party, i64, i64)] = &[
    (Stage::Proposed, Party::Office, 1, 7),
    (Stage::WithPartner, Party::Office, 4, 16),
    (Stage::Offered, Party::Partner, 2, 12),
    (Stage::Accepted, Party::Volunteer, 1, 10),
    (Stage::Preparing, Party::Office, 35, 100),
    (Stage::Serving, Party::Partner, 0, 0),
];

/// Tells how a mission came to the stage it has. `abroad` is whether it needs a visa and a flight.
pub(super) fn draw(
    pools: &Pools,
    templates: &Templates,
    random: &mut Random,
    mut mission: Mission,
    abroad: bool,
    today: NaiveDate,
) -> Course {
    if mission.stage == Stage::EndedEarly {
        end_early(pools, random, &mut mission);
    }
    let long_enough = mission.days().weeks() >= 44;
    if matches!(mission.stage, Stage::Serving | Stage::Completed) && long_enough && random.chance(14) {
        let first_end = mission.last - Duration::weeks(random.between(8, 26));
        // Nobody extends before having served a while.
        mission.extended_from =
            (mission.stage == Stage::Completed || first_end < today + Days::new(120)).then_some(first_end);
    }
    let steps = steps(pools, random, &mission, today);
    let milestones = milestones(templates, random, &mission, &steps, abroad, today);
    let reports = reports(pools, random, &mission, today);
    Course { mission, steps, milestones, reports, trained: Vec::new(), transfers: Vec::new() }
}

fn end_early(pools: &Pools, random: &mut Random, mission: &mut Mission) {
    let kind = EarlyEnd::ALL[random.weighted([35, 18, 12, 12, 8, 8, 7, 0].into_iter())];
    mission.early_end = Some(kind);
    mission.early_end_reason = pools.phrase(random, &format!("early {kind}")).to_owned();
    mission.notice_on = Some(random.day(mission.last, -30, -4).max(mission.first));
    mission.last_working_day = Some(random.day(mission.last, -10, 0).max(mission.first));
}

fn steps(pools: &Pools, random: &mut Random, mission: &Mission, today: NaiveDate) -> Vec<StageStep> {
    let step = |random: &mut Random, stage, on, by, reason: &str| StageStep {
        id: random.id(),
        of: mission.id,
        stage,
        on,
        by,
        reason: reason.to_owned(),
    };
    // The end, when there is one, and the last step on the way to service.
    let (reached, on, end) = match mission.stage {
        Stage::Completed => {
            (Stage::Serving, mission.first, Some(step(random, Stage::Completed, mission.last, Party::Partner, "")))
        }
        Stage::EndedEarly => {
            let by = if mission.early_end == Some(EarlyEnd::Resignation) { Party::Volunteer } else { Party::Office };
            let reason = &mission.early_end_reason;
            (Stage::Serving, mission.first, Some(step(random, Stage::EndedEarly, mission.last, by, reason)))
        }
        Stage::Declined => {
            let reached = *random.pick(&[Stage::WithPartner, Stage::WithPartner, Stage::Offered]);
            let by = if reached == Stage::Offered { Party::Volunteer } else { Party::Partner };
            let on = random.day(mission.first.min(today), -90, -10);
            let said = random.day(on, 1, 10);
            let reason = pools.phrase(random, &format!("declined {by}"));
            (reached, on, Some(step(random, Stage::Declined, said, by, reason)))
        }
        Stage::Cancelled => {
            let reached = *random.pick(&[Stage::Proposed, Stage::Offered, Stage::Accepted]);
            let on = random.day(mission.first.min(today), -90, -15);
            let said = random.day(on, 3, 15);
            let reason = pools.phrase(random, "cancelled");
            (reached, on, Some(step(random, Stage::Cancelled, said, Party::Office, reason)))
        }
        Stage::Serving => (Stage::Serving, mission.first, None),
        tentative => (tentative, random.day(today, -20, 0), None),
    };
    let mut steps: Vec<StageStep> = end.into_iter().collect();
    let mut on = on;
    let upto = WAY.iter().position(|(stage, ..)| *stage == reached).unwrap_or_default();
    for (place, (stage, by, _, _)) in WAY[..=upto].iter().enumerate().rev() {
        let reason = if *stage == Stage::Proposed { mission.override_reason.as_str() } else { "" };
        steps.push(step(random, *stage, on, *by, reason));
        if let Some((_, _, least, most)) = place.checked_sub(1).and_then(|before| WAY.get(before)) {
            on = random.day(on, -most, -least);
        }
    }
    steps.reverse();
    steps
}

fn milestones(
    templates: &Templates,
    random: &mut Random,
    mission: &Mission,
    steps: &[StageStep],
    abroad: bool,
    today: NaiveDate,
) -> Vec<Milestone> {
    if matches!(mission.stage, Stage::Declined | Stage::Cancelled) {
        return Vec::new();
    }
    let proposed = steps.first().map_or(mission.first, |step| step.on);
    let setting = Setting { category: None, country: None, at_home: !abroad };
    let mut milestones = templates.milestones(mission.id, setting, mission.days());
    // What comes after a mission that was broken off is not asked for.
    milestones.retain(|milestone| mission.stage != Stage::EndedEarly || milestone.due <= mission.last);
    // Late ones are few and not old: most offices see to their tasks, and nobody chases those of a mission that is over.
    let late = if matches!(mission.stage, Stage::Completed | Stage::EndedEarly) { 0 } else { 12 };
    for milestone in &mut milestones {
        milestone.id = random.id();
        // A mission that was proposed late has less time.
        let soonest = random.day(proposed, 10, 21).min(mission.first - Days::new(2)).max(proposed);
        milestone.due = milestone.due.max(soonest);
        let before_service = milestone.due < mission.first;
        if milestone.due <= today {
            let done_on =
                if before_service { random.day(milestone.due, -9, 3) } else { random.day(milestone.due, 0, 9) };
            let open = random.chance(late) && milestone.due + Days::new(45) > today;
            milestone.done_on = (!open).then(|| done_on.clamp(proposed, today));
        } else if before_service && milestone.due <= today + Days::new(40) && random.chance(25) {
            milestone.done_on = Some(random.day(today, -12, 0).max(proposed));
        }
    }
    milestones.sort_by_key(|milestone| milestone.due);
    milestones
}

fn reports(pools: &Pools, random: &mut Random, mission: &Mission, today: NaiveDate) -> Vec<Report> {
    if !matches!(mission.stage, Stage::Serving | Stage::Completed | Stage::EndedEarly) {
        return Vec::new();
    }
    let days = mission.days();
    let mut due: Vec<(ReportKind, NaiveDate)> = Vec::new();
    let mut next = days.first + Days::new(91);
    while next + Days::new(45) < days.last {
        due.push((ReportKind::Periodic, next));
        next = next + Days::new(91);
    }
    if days.weeks() >= 26 {
        due.push((ReportKind::MidTerm, days.first + Duration::days(days.days() / 2)));
    }
    due.push((ReportKind::Final, days.last));
    due.push((ReportKind::Partner, days.last + Days::new(21)));
    due.sort_by_key(|(_, day)| *day);
    due.into_iter()
        .map(|(kind, due)| {
            // What is missing after a year is not asked for any more.
            let missing = if due < today - Days::new(365) { 0 } else { 14 };
            let came = due <= today && !random.chance(missing);
            let received_on = came.then(|| random.day(due, -6, 20).min(today));
            let summary = if came { pools.phrase(random, "report").to_owned() } else { String::new() };
            Report { id: random.id(), received_on, summary, ..Report::expected(mission.id, kind, due) }
        })
        .collect()
}

impl Course {
    /// Leave during the mission, as far as it is known today.
    pub(super) fn leave(&self, random: &mut Random, pools: &Pools, today: NaiveDate) -> Vec<Absence> {
        let mission = &self.mission;
        let serves = matches!(mission.stage, Stage::Serving | Stage::Completed | Stage::EndedEarly);
        let mut leave = Vec::new();
        let mut from = mission.first + Days::new(70);
        while serves && from + Days::new(30) < mission.last {
            let first = random.day(from, 0, 60);
            let last = random.day(first, 4, 20);
            if last < mission.last && first < today + Days::new(120) && random.chance(55) {
                let reason = pools.phrase(random, "leave").to_owned();
                let (id, of) = (random.id(), mission.volunteer);
                leave.push(Absence { id, of, mission: Some(mission.id), first, last, reason });
            }
            from = first + Days::new(120);
        }
        leave
    }
}
