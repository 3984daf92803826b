//! The plan of several missions one after the other for each person.

use super::matching::Names;
use super::table;
use crate::domain::Id;
use crate::domain::span::Span;
use crate::matching::plan::{InTurn, Match, Planner, Sequences};
use chrono::Months;
use serde::Serialize;
use std::io::Write;

/// What scripts get: the plan with the names that people know.
#[derive(Serialize)]
pub(super) struct Answer {
    /// How far below the best it is at most, in hundredths of a percent of the fit.
    below_best: i64,
    #[serde(flatten)]
    plan: Sequences,
    #[serde(skip)]
    rows: Vec<Vec<String>>,
}

impl Answer {
    /// The plan for missions that begin within so many months from the planner's day.
    pub(super) fn of(planner: &Planner, names: &Names, months: u32) -> Self {
        let first = planner.question().today;
        let last = first.checked_add_months(Months::new(months)).and_then(|day| day.pred_opt());
        let horizon = Span { first, last: last.unwrap_or(first) };
        // Never stopped, there is always a plan.
        let plan = planner.sequences(horizon, &|_, _| true);
        let plan = plan.unwrap_or_else(|| unreachable!("nothing stops it"));
        let row = |volunteer: Id, before: Option<&Match>, mission: &Match| {
            let rest = before.map(|before| (mission.days.first - before.days.last).num_days() - 1);
            vec![
                names.both(volunteer),
                names.both(mission.placement),
                mission.days.first.to_string(),
                mission.days.last.to_string(),
                rest.map(|days| format!("{} weeks", days / 7)).unwrap_or_default(),
                mission.fit.to_string(),
                mission.settled.map(|settled| settled.kind.to_string()).unwrap_or_default(),
            ]
        };
        let rows = |one: &InTurn| -> Vec<Vec<String>> {
            let before = std::iter::once(None).chain(one.missions.iter().map(Some));
            before.zip(&one.missions).map(|(before, mission)| row(one.volunteer, before, mission)).collect()
        };
        Self { below_best: plan.below_best(), rows: plan.people.iter().flat_map(rows).collect(), plan }
    }

    pub(super) fn write(&self, out: &mut dyn Write) -> std::io::Result<()> {
        let Sequences { people, missions, urgency, fit, gap, proved, couples, teams, horizon, rest_weeks } = &self.plan;
        let (count, weeks) = (people.len(), rest_weeks);
        writeln!(
            out,
            "{missions} missions of {count} people from {} to {}, {weeks} weeks of rest between",
            horizon.first, horizon.last
        )?;
        let proof = match (proved, gap.urgency) {
            (true, _) => "no plan is better".to_owned(),
            (false, 0) => format!("no plan is more urgent, and none has more than {} fit more", gap.fit),
            (false, most) => {
                format!("no plan has more than {most} urgency more, or as urgent more than {} fit", gap.fit)
            }
        };
        writeln!(out, "urgency {urgency}, fit {fit} in all; {proof}")?;
        if couples + teams > 0 {
            writeln!(out, "{couples} couples and {teams} teams are left out of it")?;
        }
        writeln!(out)?;
        let columns = ["volunteer", "placement", "first day", "last day", "rest before", "fit", "settled"];
        table::write(out, &columns.map(str::to_owned), &self.rows)
    }
}
