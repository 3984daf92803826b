//! What needs attention today: each concern with exactly the records behind it.

use super::agenda::AgendaLine;
use super::lists::field;
use super::{OfficeFile, StoreError};
use crate::domain::matching::Paper;
use crate::domain::mission::{Party, Stage};
use crate::domain::reference::Country;
use crate::domain::span::Span;
use crate::domain::{Id, Kind};
use chrono::{Datelike as _, Days, Months, NaiveDate};
use rusqlite::{OptionalExtension as _, ToSql};

/// Something that wants looking after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Concern {
    /// Milestones that somebody has to see to, and whose day has passed.
    MilestonesOverdue(Party),
    /// Milestones that somebody has to see to within 14 days.
    MilestonesDue(Party),
    /// Papers that run out before a mission ends, with the margin that the office has set.
    PapersRunOut,
    /// Missions ending within 120 days with nobody after them and no talks about an extension.
    EndingWithoutSuccessor,
    /// Placements that start within 90 days with a free place and nobody proposed.
    StartingWithNobody,
    /// Proposals that wait for an answer.
    WaitingForAnswer,
    /// Extensions to which the partner or the volunteer has not agreed yet.
    ExtensionsNotAgreed,
    /// Proposals whose reservation ends within 7 days or has ended.
    ReservationsEnding,
    /// Reports due within 14 days or late.
    ReportsDue,
    /// Agreements with partners that end within 120 days.
    AgreementsEnding,
    /// Missions for which a rule was set aside.
    RulesSetAside,
}

impl Concern {
    /// The permanent word for it in files and on the command line.
    pub fn code(self) -> String {
        match self {
            Self::MilestonesOverdue(who) => format!("milestones-overdue-{who}"),
            Self::MilestonesDue(who) => format!("milestones-due-{who}"),
            Self::PapersRunOut => "papers-run-out".to_owned(),
            Self::EndingWithoutSuccessor => "ending-without-successor".to_owned(),
            Self::StartingWithNobody => "starting-with-nobody".to_owned(),
            Self::WaitingForAnswer => "waiting-for-answer".to_owned(),
            Self::ExtensionsNotAgreed => "extensions-not-agreed".to_owned(),
            Self::ReservationsEnding => "reservations-ending".to_owned(),
            Self::ReportsDue => "reports-due".to_owned(),
            Self::AgreementsEnding => "agreements-ending".to_owned(),
            Self::RulesSetAside => "rules-set-aside".to_owned(),
        }
    }

    /// The kind of record behind it.
    pub fn kind(self) -> Kind {
        match self {
            Self::PapersRunOut => Kind::Volunteer,
            Self::StartingWithNobody => Kind::Placement,
            Self::AgreementsEnding => Kind::Organisation,
            _ => Kind::Mission,
        }
    }
}

/// A concern and the records behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needed {
    /// What it is.
    pub concern: Concern,
    /// The records, each once, sorted; never empty.
    pub ids: Vec<Id>,
    /// The name of the most pressing one.
    pub first: String,
    /// The day that makes it pressing, where there is one.
    pub day: Option<NaiveDate>,
}

/// What the first screen shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attention {
    /// Concerns that have records behind them, the most pressing first.
    pub needed: Vec<Needed>,
    /// What happens within 30 days, the soonest first, at most 40.
    pub soon: Vec<AgendaLine>,
    /// Volunteers in service on the first day of this month and the eleven after it, as planned now.
    pub in_service: Vec<(NaiveDate, u32)>,
    /// In service today.
    pub serving_today: u32,
    /// In service today by country, by its code.
    pub serving_in: Vec<(Country, u32)>,
}

/// Days within which a milestone is due soon.
const DUE_SOON: u64 = 14;
/// Lines of what happens soon, at most.
const SOON_MOST: usize = 40;

/// A concern, and SQL that gives id and day of the records behind it, the most pressing first.
/// `?1` is today, `?2` today in 7 days, `?3` in 14 days, `?4` in 90 days, `?5` in 120 days.
/// CROSS JOIN makes SQLite begin with what is few. Volunteers, the largest rows there are, are only read for a name.
const CONCERNS: &[(Concern, &str)] = &[
    (
        Concern::EndingWithoutSuccessor,
        "SELECT m.id, m.last FROM mission m
         WHERE m.gone = 0 AND m.stage = 'serving' AND m.last BETWEEN ?1 AND ?5
         AND NOT EXISTS (SELECT 1 FROM mission n WHERE n.placement = m.placement AND n.gone = 0 AND n.first > m.first
                         AND n.stage IN ('proposed', 'with-partner', 'offered', 'accepted', 'preparing'))
         AND NOT EXISTS (SELECT 1 FROM milestone t WHERE t.\"of\" = m.id AND t.gone = 0 AND t.done_on IS NOT NULL
                         AND t.name = 'Extension talks')
         ORDER BY 2",
    ),
    (
        Concern::StartingWithNobody,
        "SELECT p.id, p.start_from FROM placement p
         WHERE p.gone = 0 AND p.status IN ('open', 'approved') AND p.start_from <= ?4
         AND ifnull(p.start_until, p.start_from) >= ?1 AND p.places > p.places_filled_elsewhere
         AND NOT EXISTS (SELECT 1 FROM mission m WHERE m.placement = p.id AND m.gone = 0
                         AND m.stage IN ('proposed', 'with-partner', 'offered', 'accepted', 'preparing', 'serving'))
         ORDER BY p.priority = 'urgent' DESC, 2",
    ),
    (
        Concern::WaitingForAnswer,
        "SELECT m.id, (SELECT max(s.\"on\") FROM stage_step s WHERE s.\"of\" = m.id AND s.gone = 0)
         FROM mission m
         WHERE m.gone = 0 AND m.stage IN ('proposed', 'with-partner', 'offered') ORDER BY 2",
    ),
    (
        Concern::ExtensionsNotAgreed,
        "SELECT m.id, min(e.\"from\") FROM extension e CROSS JOIN mission m ON m.id = e.\"of\" AND m.gone = 0
         WHERE e.gone = 0 AND (e.partner_agreed_on IS NULL OR e.volunteer_agreed_on IS NULL)
         AND m.stage IN ('accepted', 'preparing', 'serving') GROUP BY m.id ORDER BY 2",
    ),
    (
        Concern::ReservationsEnding,
        "SELECT m.id, m.reserved_until FROM mission m
         WHERE m.gone = 0 AND m.stage IN ('proposed', 'with-partner', 'offered') AND m.reserved_until <= ?2 ORDER BY 2",
    ),
    (
        Concern::ReportsDue,
        "SELECT m.id, min(r.due) FROM report r CROSS JOIN mission m ON m.id = r.\"of\" AND m.gone = 0
         WHERE r.gone = 0 AND r.received_on IS NULL AND r.due <= ?3
         AND m.stage IN ('accepted', 'preparing', 'serving', 'completed', 'ended-early') GROUP BY m.id ORDER BY 2",
    ),
    (
        Concern::AgreementsEnding,
        "SELECT id, agreement_until FROM organisation
         WHERE gone = 0 AND ceased_on IS NULL AND agreement_until <= ?5 ORDER BY 2",
    ),
    (
        Concern::RulesSetAside,
        "SELECT m.id, m.first FROM mission m
         WHERE m.gone = 0 AND m.override_reason IS NOT NULL AND m.last >= ?1
         AND m.stage NOT IN ('declined', 'cancelled', 'completed', 'ended-early') ORDER BY 2",
    ),
];

/// Open milestones that are due by `?2`, for each mission and who has to see to them: the first that is overdue on `?1`
/// and the first that is not yet. Those that come after a mission are looked for during a year.
const MILESTONES: &str = "
    SELECT m.id, s.who, min(CASE WHEN s.due < ?1 THEN s.due END), min(CASE WHEN s.due >= ?1 THEN s.due END)
    FROM milestone s CROSS JOIN mission m ON m.id = s.\"of\"
    WHERE s.gone = 0 AND s.done_on IS NULL AND s.due <= ?2 AND m.gone = 0
    AND (m.stage IN ('accepted', 'preparing', 'serving')
         OR (m.stage IN ('completed', 'ended-early') AND s.due >= m.last AND m.last > date(?1, '-1 year')))
    GROUP BY m.id, s.who";

/// Papers that do not last for the missions that they are needed for; months are counted as in
/// [`crate::domain::matching::Paper::needed_until`].
fn papers_run_out(papers: &[Paper]) -> String {
    let margins = papers.iter().filter(|paper| paper.margin_months > 0);
    let margin =
        |paper: &Paper| format!("WHEN '{}' THEN date(m.last, '+{} months', 'floor') ", paper.kind, paper.margin_months);
    let margins: String = margins.map(margin).collect();
    let needed = if margins.is_empty() { "m.last".to_owned() } else { format!("CASE c.kind {margins}ELSE m.last END") };
    format!(
        "SELECT m.volunteer, min(c.expires) FROM mission m
         CROSS JOIN clearance c ON c.\"of\" = m.volunteer AND c.gone = 0 AND c.expires IS NOT NULL AND c.state = 'held'
         WHERE m.gone = 0 AND m.stage IN ('accepted', 'preparing', 'serving') AND c.kind <> 'visa'
         AND c.expires < {needed}
         AND NOT EXISTS (SELECT 1 FROM clearance d WHERE d.\"of\" = c.\"of\" AND d.gone = 0 AND d.kind = c.kind
                         AND d.state = 'held' AND (d.expires IS NULL OR d.expires > c.expires))
         GROUP BY m.volunteer ORDER BY 2"
    )
}

impl OfficeFile {
    /// What needs attention as of today.
    pub fn attention(&self) -> Result<Attention, StoreError> {
        let today = self.today();
        let in_service = self.in_service(today)?;
        Ok(Attention {
            needed: self.needed(today)?,
            soon: self.agenda(Span { first: today, last: today + Days::new(30) }, SOON_MOST)?,
            serving_today: in_service.first().map_or(0, |(_, now)| *now),
            in_service,
            serving_in: self.serving_in(today)?,
        })
    }

    fn needed(&self, today: NaiveDate) -> Result<Vec<Needed>, StoreError> {
        let days: [String; 5] = [0, 7, 14, 90, 120].map(|days| (today + Days::new(days)).to_string());
        let papers = papers_run_out(&self.office()?.matching.rules.papers);
        let others = CONCERNS.iter().map(|(concern, sql)| (*concern, (*sql).to_owned()));
        let concerns = std::iter::once((Concern::PapersRunOut, papers)).chain(others);
        let [overdue, due] = self.milestones_needed(today)?;
        let mut all = overdue;
        for (concern, sql) in concerns {
            let sql = sql.as_str();
            let mut statement = self.connection.prepare_cached(sql)?;
            let wanted: Vec<&dyn ToSql> =
                days.iter().take(highest_parameter(sql)).map(|day| day as &dyn ToSql).collect();
            let mut rows = statement.query(wanted.as_slice())?;
            let mut needed = Needed { concern, ids: Vec::new(), first: String::new(), day: None };
            while let Some(row) = rows.next()? {
                let id: Id = field(row, 0)?;
                if needed.ids.is_empty() {
                    needed.first = self.short_name_of(concern.kind(), id)?;
                    needed.day = row.get::<_, Option<String>>(1)?.and_then(|day| day.parse().ok());
                }
                needed.ids.push(id);
            }
            needed.ids.sort_unstable();
            needed.ids.dedup();
            if !needed.ids.is_empty() {
                all.push(needed);
            }
        }
        all.extend(due);
        Ok(all)
    }

    /// The missions with milestones that are overdue, and with those due soon, by who has to see to them.
    fn milestones_needed(&self, today: NaiveDate) -> Result<[Vec<Needed>; 2], StoreError> {
        let concerns = [Concern::MilestonesOverdue as fn(Party) -> Concern, Concern::MilestonesDue];
        let empty = |concern| Needed { concern, ids: Vec::new(), first: String::new(), day: None };
        let mut found = concerns.map(|of| Party::ALL.iter().map(|who| empty(of(*who))).collect::<Vec<Needed>>());
        let mut statement = self.connection.prepare_cached(MILESTONES)?;
        let mut rows = statement.query([today.to_string(), (today + Days::new(DUE_SOON)).to_string()])?;
        while let Some(row) = rows.next()? {
            let (mission, who): (Id, Party) = (field(row, 0)?, field(row, 1)?);
            for (list, column) in found.iter_mut().zip([2, 3]) {
                let day: Option<NaiveDate> = field(row, column)?;
                let needed =
                    list.iter_mut().zip(Party::ALL).find(|(_, party)| **party == who).map(|(needed, _)| needed);
                let (Some(day), Some(needed)) = (day, needed) else { continue };
                needed.ids.push(mission);
                if needed.day.is_none_or(|first| day < first) {
                    needed.day = Some(day);
                    // Whoever is named stands first until all are there.
                    let last = needed.ids.len() - 1;
                    needed.ids.swap(0, last);
                }
            }
        }
        for list in &mut found {
            list.retain(|needed| !needed.ids.is_empty());
            for needed in list {
                needed.first = self.short_name_of(Kind::Mission, needed.ids[0])?;
                needed.ids.sort_unstable();
            }
        }
        Ok(found)
    }

    /// The name alone; of a mission that of the volunteer.
    fn short_name_of(&self, kind: Kind, id: Id) -> Result<String, StoreError> {
        let sql = match kind {
            Kind::Volunteer => "SELECT full_name FROM volunteer WHERE id = ?1",
            Kind::Placement => "SELECT title FROM placement WHERE id = ?1",
            Kind::Organisation => "SELECT name FROM organisation WHERE id = ?1",
            _ => "SELECT v.full_name FROM mission m JOIN volunteer v ON v.id = m.volunteer WHERE m.id = ?1",
        };
        let name: Option<Option<String>> =
            self.connection.prepare_cached(sql)?.query_row([id.bytes()], |row| row.get(0)).optional()?;
        Ok(name.flatten().unwrap_or_default())
    }

    /// Read once for all months: it looks at every mission.
    fn in_service(&self, today: NaiveDate) -> Result<Vec<(NaiveDate, u32)>, StoreError> {
        let list = firm_stages();
        let sql = format!(
            "SELECT volunteer, first, last FROM mission
             WHERE gone = 0 AND first IS NOT NULL AND last >= ?1 AND stage IN ({list}) ORDER BY 1"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let found = statement.query_map([today.to_string()], |row| {
            Ok((field(row, 0)?, Span { first: field(row, 1)?, last: field(row, 2)? }))
        })?;
        let missions: Vec<(Id, Span)> = found.collect::<Result<_, _>>()?;
        let first = today.with_day(1).unwrap_or(today);
        let serving = |month: u32| {
            let shown = first + Months::new(month);
            let day = shown.max(today);
            let mut who: Vec<Id> =
                missions.iter().filter(|(_, days)| days.contains(day)).map(|(volunteer, _)| *volunteer).collect();
            who.dedup();
            (shown, u32::try_from(who.len()).unwrap_or(u32::MAX))
        };
        Ok((0..12).map(serving).collect())
    }

    /// Volunteers in service on a day by country, as planned now.
    fn serving_in(&self, day: NaiveDate) -> Result<Vec<(Country, u32)>, StoreError> {
        let list = firm_stages();
        let sql = format!(
            "SELECT p.country, count(DISTINCT m.volunteer) FROM mission m JOIN placement p ON p.id = m.placement
             WHERE m.gone = 0 AND m.first <= ?1 AND m.last >= ?1 AND m.stage IN ({list}) AND p.country IS NOT NULL
             GROUP BY 1 ORDER BY 1"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let found = statement.query_map([day.to_string()], |row| Ok((field(row, 0)?, row.get(1)?)))?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}

/// The stages of missions that were agreed, as SQL lists them.
fn firm_stages() -> String {
    let firm = Stage::ALL.iter().filter(|stage| stage.is_firm());
    firm.map(|stage| format!("'{}'", stage.code())).collect::<Vec<_>>().join(", ")
}

/// The highest numbered parameter that a statement names.
fn highest_parameter(sql: &str) -> usize {
    (1..=5).rev().find(|number| sql.contains(&format!("?{number}"))).unwrap_or_default()
}
