//! Counting as a person with a pencil would: row by row, and service day by day.

use super::Numbers;
use chrono::{Datelike as _, NaiveDate};
use sojourn::domain::Id;
use sojourn::domain::mission::{EarlyEnd, Milestone, Mission, Party, Report, Stage, StageStep, Trained, Transfer};
use sojourn::domain::organisation::{Link, Organisation};
use sojourn::domain::papers::needed_until;
use sojourn::domain::placement::{Objective, Placement, PlacementStatus};
use sojourn::domain::practice::{Practice, Replication, ReplicationResult};
use sojourn::domain::reference::{Country, Sector};
use sojourn::domain::reports::{ReportName, ReportQuery};
use sojourn::domain::scheme::{belongs_to, serves_as};
use sojourn::domain::volunteer::{Clearance, ClearanceKind, ClearanceState, Sex, Volunteer};
use sojourn::store::OfficeFile;
use std::collections::{BTreeMap, BTreeSet};

/// All rows of an office.
pub(super) struct Rows {
    today: NaiveDate,
    papers: Vec<sojourn::domain::matching::Paper>,
    volunteers: Vec<Volunteer>,
    placements: Vec<Placement>,
    organisations: Vec<Organisation>,
    missions: Vec<Mission>,
    steps: Vec<StageStep>,
    milestones: Vec<Milestone>,
    reports: Vec<Report>,
    trained: Vec<Trained>,
    transfers: Vec<Transfer>,
    objectives: Vec<Objective>,
    clearances: Vec<Clearance>,
    links: Vec<Link>,
    practices: Vec<Practice>,
    replications: Vec<Replication>,
}

/// What a placement is counted under.
type LineOf = fn(&Placement) -> String;

impl Rows {
    pub(super) fn of(office: &OfficeFile) -> Self {
        Self {
            today: office.today(),
            papers: office.office().unwrap().matching.rules.papers,
            volunteers: office.all().unwrap(),
            placements: office.all().unwrap(),
            organisations: office.all().unwrap(),
            missions: office.all().unwrap(),
            steps: office.all().unwrap(),
            milestones: office.all().unwrap(),
            reports: office.all().unwrap(),
            trained: office.all().unwrap(),
            transfers: office.all().unwrap(),
            objectives: office.all().unwrap(),
            clearances: office.all().unwrap(),
            links: office.all().unwrap(),
            practices: office.all().unwrap(),
            replications: office.all().unwrap(),
        }
    }

    fn person(&self, mission: &Mission) -> &Volunteer {
        self.volunteers.iter().find(|person| person.id == mission.volunteer).unwrap()
    }

    fn post(&self, mission: &Mission) -> &Placement {
        self.placements.iter().find(|post| post.id == mission.placement).unwrap()
    }

    fn organisation(&self, id: Id) -> &Organisation {
        self.organisations.iter().find(|organisation| organisation.id == id).unwrap()
    }

    /// The steps of a mission in the order in which they were taken.
    fn steps(&self, mission: Id) -> Vec<&StageStep> {
        let mut steps: Vec<&StageStep> = self.steps.iter().filter(|step| step.of == mission).collect();
        steps.sort_by_key(|step| (step.on, Stage::ALL.iter().position(|stage| *stage == step.stage)));
        steps
    }
}

const FIRM: [Stage; 5] = [Stage::Accepted, Stage::Preparing, Stage::Serving, Stage::Completed, Stage::EndedEarly];

fn is_firm(mission: &Mission) -> bool {
    FIRM.contains(&mission.stage)
}

fn lies_in(sector: Option<Sector>, group: Sector) -> bool {
    let mut sector = sector;
    while let Some(one) = sector {
        if one == group {
            return true;
        }
        sector = one.parent();
    }
    false
}

fn takes_post(query: &ReportQuery, post: &Placement) -> bool {
    if query.country.is_some() && query.country != post.country {
        return false;
    }
    if let Some(programme) = &query.programme
        && !programme.eq_ignore_ascii_case(&post.programme)
    {
        return false;
    }
    query.sector.is_none_or(|group| lies_in(post.sector, group))
}

/// What is counted from: rows, the query, and the numbers found so far.
struct Count<'a> {
    rows: &'a Rows,
    query: &'a ReportQuery,
    numbers: Numbers,
}

pub(super) fn recount(rows: &Rows, name: ReportName, query: &ReportQuery) -> Numbers {
    let mut count = Count { rows, query, numbers: Numbers::new() };
    match name {
        ReportName::Service => count.service(),
        ReportName::Demand => count.demand(),
        ReportName::Stages => count.stages(),
        ReportName::EarlyEnds => count.early_ends(),
        ReportName::Training => count.training(),
        ReportName::Sectors => count.sectors(),
        ReportName::Discipline => count.discipline(),
        ReportName::Partners => count.partners(),
        ReportName::Learning => count.learning(),
    }
    count.numbers
}

/// Who served in which missions, on how many days.
#[derive(Default)]
struct Served {
    people: BTreeSet<Id>,
    missions: BTreeSet<Id>,
    partners: BTreeSet<Id>,
    days: u32,
}

fn middle(mut numbers: Vec<i64>) -> Option<f64> {
    while numbers.len() > 2 {
        let least = *numbers.iter().min().unwrap();
        let most = *numbers.iter().max().unwrap();
        numbers.remove(numbers.iter().position(|number| *number == least).unwrap());
        numbers.remove(numbers.iter().position(|number| *number == most).unwrap());
    }
    match numbers[..] {
        [] => None,
        [one] => Some(one as f64),
        _ => Some((numbers[0] + numbers[1]) as f64 * 0.5),
    }
}

fn percent(part: usize, whole: usize) -> Option<f64> {
    if whole == 0 { None } else { Some(100.0 / whole as f64 * part as f64) }
}

fn one<T>(value: T) -> Vec<T> {
    vec![value]
}

fn or_unknown(text: Option<impl ToString>) -> Vec<String> {
    one(text.map_or("?".to_owned(), |text| text.to_string()))
}

fn age(birth: NaiveDate, on: NaiveDate) -> i32 {
    let mut years = 0;
    loop {
        let year = birth.year() + years + 1;
        let birthday = NaiveDate::from_ymd_opt(year, birth.month(), birth.day())
            .unwrap_or_else(|| NaiveDate::from_ymd_opt(year, 3, 1).unwrap());
        if birthday > on {
            return years;
        }
        years += 1;
    }
}

impl Count<'_> {
    fn put(&mut self, table: &'static str, line: impl ToString, measure: &'static str, value: Option<f64>) {
        let key = (table, line.to_string(), measure);
        assert!(self.numbers.insert(key.clone(), value).is_none(), "{key:?} is counted twice");
    }

    fn number(&mut self, table: &'static str, line: impl ToString, measure: &'static str, value: usize) {
        self.put(table, line, measure, Some(value as f64));
    }

    fn takes(&self, mission: &Mission) -> bool {
        let post = self.rows.post(mission);
        takes_post(self.query, post)
            && (self.query.category.is_none() || serves_as(self.rows.person(mission), post) == self.query.category)
    }

    fn missions(&self) -> Vec<&Mission> {
        self.rows.missions.iter().filter(|mission| self.takes(mission)).collect()
    }

    fn mission(&self, id: Id) -> Option<&Mission> {
        self.rows.missions.iter().find(|mission| mission.id == id && self.takes(mission))
    }

    fn in_period(&self, day: NaiveDate) -> bool {
        self.query.days.first <= day && day <= self.query.days.last
    }

    fn was(&self, day: NaiveDate) -> bool {
        self.in_period(day) && day <= self.rows.today
    }

    /// Every day of the period up to today.
    fn days(&self) -> Vec<NaiveDate> {
        let mut days = Vec::new();
        let mut day = self.query.days.first;
        while day <= self.query.days.last && day <= self.rows.today {
            days.push(day);
            day = day.succ_opt().unwrap();
        }
        days
    }

    /// Service, day by day, by what a mission is about on a day.
    fn served(&self, about: impl Fn(&Mission, NaiveDate) -> Vec<String>) -> BTreeMap<String, Served> {
        let missions: Vec<&Mission> = self.missions().into_iter().filter(|mission| is_firm(mission)).collect();
        let mut lines: BTreeMap<String, Served> = BTreeMap::new();
        for day in self.days() {
            for mission in missions.iter().filter(|mission| mission.first <= day && day <= mission.last) {
                for line in about(mission, day) {
                    let served = lines.entry(line).or_default();
                    served.people.insert(mission.volunteer);
                    served.missions.insert(mission.id);
                    served.partners.extend(self.rows.post(mission).organisation);
                    served.days += 1;
                }
            }
        }
        lines
    }

    fn put_served(&mut self, table: &'static str, line: &str, served: &Served) {
        self.number(table, line, "volunteers", served.people.len());
        self.number(table, line, "missions", served.missions.len());
        self.number(table, line, "days", served.days as usize);
        self.put(table, line, "months", Some(f64::from(served.days) / (365.25 / 12.0)));
    }

    fn put_all(&mut self, table: &'static str, about: impl Fn(&Mission, NaiveDate) -> Vec<String>) {
        for (line, served) in self.served(about) {
            self.put_served(table, &line, &served);
        }
    }

    fn total_days(&self) -> u32 {
        self.served(|_, _| one("all".to_owned())).get("all").map_or(0, |served| served.days)
    }

    fn put_total(&mut self, table: &'static str, which: impl Fn(&Placement) -> bool) {
        let rows = self.rows;
        let mut all = self.served(|mission, _| if which(rows.post(mission)) { one("all".into()) } else { vec![] });
        self.put_served(table, "all", &all.remove("all").unwrap_or_default());
    }

    fn service(&mut self) {
        let rows = self.rows;
        self.put_total("service-total", |_| true);
        let month = |day: NaiveDate| format!("{}-{:02}-01", day.year(), day.month());
        let mut months = self.served(|_, day| one(month(day)));
        for day in self.days() {
            months.entry(month(day)).or_default();
        }
        for (line, served) in months {
            self.put_served("service-by-month", &line, &served);
        }
        self.put_all("service-by-country", |mission, _| or_unknown(rows.post(mission).country));
        self.put_all("service-by-sex", |mission, _| or_unknown(rows.person(mission).sex));
        let firm: Vec<&Mission> = self.missions().into_iter().filter(|mission| is_firm(mission)).collect();
        let days = self.days();
        let bands: BTreeMap<Id, String> = rows
            .volunteers
            .iter()
            .filter_map(|person| {
                let serves = |day: &&NaiveDate| {
                    firm.iter().any(|one| one.volunteer == person.id && one.first <= **day && **day <= one.last)
                };
                let age = age(person.birth_date?, *days.iter().find(serves)?);
                let band = ["under-25", "25-34", "35-44", "45-59", "60-plus"]
                    [[24, 34, 44, 59].iter().filter(|last| age > **last).count()];
                Some((person.id, band.to_owned()))
            })
            .collect();
        self.put_all("service-by-age", |mission, _| or_unknown(bands.get(&mission.volunteer)));
        self.put_all("service-by-category", |mission, _| {
            or_unknown(serves_as(rows.person(mission), rows.post(mission)))
        });
        self.put_all("service-by-nationality", |mission, _| {
            let codes: BTreeSet<String> =
                rows.person(mission).nationalities.iter().map(|country| country.code().to_owned()).collect();
            if codes.is_empty() { one("?".to_owned()) } else { codes.into_iter().collect() }
        });
        self.put_all("service-by-programme", |mission, _| {
            let programme = rows.post(mission).programme.clone();
            or_unknown(Some(programme).filter(|programme| !programme.is_empty()))
        });
    }

    fn sectors(&mut self) {
        let rows = self.rows;
        let sector = |mission: &Mission| rows.post(mission).sector;
        self.put_total("sectors-total", |post| post.sector.is_some());
        self.put_all("sectors-by-goal", |mission, _| {
            or_unknown(sector(mission).and_then(Sector::goal).map(|goal| goal.number()))
        });
        self.put_all("sectors-by-group", |mission, _| {
            let mut group = sector(mission);
            while let Some(wider) = group.and_then(Sector::parent) {
                group = Some(wider);
            }
            or_unknown(group)
        });
        self.put_all("sectors-by-sector", |mission, _| or_unknown(sector(mission)));
    }

    fn demand(&mut self) {
        let rows = self.rows;
        let asked: Vec<&Placement> = rows
            .placements
            .iter()
            .filter(|post| post.start_from.is_some_and(|day| self.in_period(day)) && takes_post(self.query, post))
            .filter(|post| post.status != PlacementStatus::Draft)
            .filter(|post| {
                let wanted = self.query.category;
                wanted.is_none_or(|wanted| post.categories.is_empty() || post.categories.contains(&wanted))
            })
            .collect();
        self.asked("demand-total", "all", &asked);
        let tables: [(&'static str, LineOf); 3] =
            [
                ("demand-by-country", |post| or_unknown(post.country).remove(0)),
                ("demand-by-sector", |post| or_unknown(post.sector).remove(0)),
                ("demand-by-programme", |post| {
                    if post.programme.is_empty() { "?".to_owned() } else { post.programme.clone() }
                }),
            ];
        for (table, line) in tables {
            let lines: BTreeSet<String> = asked.iter().map(|post| line(post)).collect();
            for about in lines {
                let those: Vec<&Placement> = asked.iter().filter(|post| line(post) == about).copied().collect();
                self.asked(table, &about, &those);
            }
        }
    }

    fn asked(&mut self, table: &'static str, line: &str, posts: &[&Placement]) {
        let rows = self.rows;
        let (mut asked, mut cancelled, mut places, mut filled) = (0, 0, 0, 0);
        let (mut to_fill, mut ahead) = (Vec::new(), Vec::new());
        for post in posts {
            if post.status == PlacementStatus::Cancelled {
                cancelled += 1;
                continue;
            }
            asked += 1;
            places += usize::from(post.places);
            let mut taken = usize::from(post.places_filled_elsewhere);
            let missions: Vec<&Mission> = rows.missions.iter().filter(|mission| mission.placement == post.id).collect();
            let first_step = |mission: &Mission| rows.steps(mission.id).first().map(|step| step.on);
            let agreement = |mission: &Mission| {
                let steps = rows.steps(mission.id);
                steps.iter().find(|step| is_firm(mission) && FIRM.contains(&step.stage)).map(|step| step.on)
            };
            for mission in missions.iter().filter(|one| is_firm(one) && one.last >= post.start_from.unwrap()) {
                taken += 1;
                let Some(agreed) = agreement(mission) else { continue };
                // The place before was agreed last before this one; of two on one day the one with the lower id.
                let earlier = missions.iter().filter_map(|one| Some((agreement(one)?, one.id)));
                let before = earlier.filter(|other| *other < (agreed, mission.id)).map(|(on, _)| on).max();
                let mut sought = first_step(mission).unwrap();
                for day in missions.iter().filter_map(|one| first_step(one)) {
                    if before.is_none_or(|before| day > before) && day < sought {
                        sought = day;
                    }
                }
                to_fill.push((agreed - sought).num_days());
                ahead.push((mission.first - agreed).num_days());
            }
            while taken > usize::from(post.places) {
                taken -= 1;
            }
            filled += taken;
        }
        self.number(table, line, "placements-asked", asked);
        self.number(table, line, "placements-cancelled", cancelled);
        self.number(table, line, "places", places);
        self.number(table, line, "places-filled", filled);
        self.put(table, line, "fill-rate", percent(filled, places));
        self.put(table, line, "days-to-fill", middle(to_fill));
        self.put(table, line, "days-ahead", middle(ahead));
    }

    fn stages(&mut self) {
        let rows = self.rows;
        let courses: Vec<(Mission, Vec<StageStep>)> = self
            .missions()
            .into_iter()
            .map(|mission| (mission.clone(), rows.steps(mission.id).into_iter().cloned().collect::<Vec<_>>()))
            .filter(|(_, steps)| steps.first().is_some_and(|step| self.in_period(step.on)))
            .collect();
        let all = courses.len();
        let ends = |stage: Stage| {
            courses.iter().filter(|(_, steps)| steps.last().is_some_and(|step| step.stage == stage)).count()
        };
        let agreed: Vec<i64> = courses
            .iter()
            .filter_map(|(_, steps)| {
                let agreed = steps.iter().find(|step| FIRM.contains(&step.stage))?;
                Some((agreed.on - steps[0].on).num_days())
            })
            .collect();
        let open = [Stage::Proposed, Stage::WithPartner, Stage::Offered];
        self.number("stages-total", "all", "proposed", all);
        self.number("stages-total", "all", "accepted", agreed.len());
        self.put("stages-total", "all", "accepted-share", percent(agreed.len(), all));
        self.put("stages-total", "all", "days-to-accept", middle(agreed));
        self.number("stages-total", "all", "declined", ends(Stage::Declined));
        self.number("stages-total", "all", "cancelled", ends(Stage::Cancelled));
        let waiting = courses.iter().filter(|(mission, _)| open.contains(&mission.stage)).count();
        self.number("stages-total", "all", "waiting", waiting);
        let way = ["proposed", "with-partner", "offered", "accepted", "preparing", "serving", "completed"];
        for (at, stage) in way.into_iter().enumerate() {
            let past = |step: &StageStep| {
                way[at..].contains(&step.stage.code()) || (step.stage == Stage::EndedEarly && at <= 5)
            };
            let came = courses.iter().filter(|(_, steps)| steps.iter().any(past)).count();
            let mut days = Vec::new();
            for (_, steps) in &courses {
                for number in 1..steps.len() {
                    if steps[number - 1].stage.code() == stage {
                        days.push((steps[number].on - steps[number - 1].on).num_days());
                    }
                }
            }
            self.number("stages-reached", stage, "reached", came);
            self.put("stages-reached", stage, "reached-share", percent(came, all));
            self.put("stages-reached", stage, "days-in-stage", middle(days));
        }
        let mut stops: BTreeMap<&str, [usize; 5]> = BTreeMap::new();
        for (_, steps) in &courses {
            let last = steps.last().unwrap();
            if last.stage != Stage::Declined && last.stage != Stage::Cancelled {
                continue;
            }
            let before = if steps.len() > 1 { steps[steps.len() - 2].stage.code() } else { "?" };
            let column = if last.stage == Stage::Cancelled {
                4
            } else if last.by == Party::Volunteer {
                1
            } else if last.by == Party::Partner {
                2
            } else {
                3
            };
            stops.entry(before).or_default()[0] += 1;
            stops.entry(before).or_default()[column] += 1;
        }
        let columns =
            ["stopped", "declined-by-volunteer", "declined-by-partner", "declined-by-office", "stopped-cancelled"];
        for (stage, numbers) in stops {
            for (column, number) in columns.into_iter().zip(numbers) {
                self.number("stages-stopped", stage, column, number);
            }
        }
    }

    fn early_ends(&mut self) {
        let missions: Vec<Mission> = self.missions().into_iter().cloned().collect();
        let begun: Vec<&Mission> = missions.iter().filter(|one| is_firm(one) && self.was(one.first)).collect();
        let over: Vec<&Mission> =
            missions.iter().filter(|one| one.stage == Stage::EndedEarly && self.was(one.last)).collect();
        let early = |one: &&&Mission| one.stage == Stage::EndedEarly && one.early_end != Some(EarlyEnd::Reassigned);
        let begun_ended = begun.iter().filter(early).count();
        let ended = over.iter().filter(early).count();
        let moved = begun.iter().filter(|one| one.stage == Stage::EndedEarly).count() - begun_ended;
        let completed = begun.iter().filter(|one| one.stage == Stage::Completed).count();
        let years = f64::from(self.total_days()) / 365.25;
        let rate = |ends: usize| if years == 0.0 { None } else { Some(ends as f64 / years) };
        let table = "early-ends-total";
        self.number(table, "all", "begun", begun.len());
        self.number(table, "all", "begun-ended", begun_ended);
        self.put(table, "all", "ended-share", percent(begun_ended, begun.len()));
        self.number(table, "all", "begun-reassigned", moved);
        self.number(table, "all", "begun-completed", completed);
        self.number(table, "all", "begun-under-way", begun.len() - begun_ended - moved - completed);
        self.number(table, "all", "ended", ended);
        self.put(table, "all", "volunteer-years", Some(years));
        self.put(table, "all", "ended-per-year", rate(ended));
        let kind = |one: &Mission| or_unknown(one.early_end).remove(0);
        let of_intake: Vec<&Mission> = begun.iter().filter(|one| one.stage == Stage::EndedEarly).copied().collect();
        let kinds: BTreeSet<String> = over.iter().chain(&of_intake).map(|one| kind(one)).collect();
        for line in kinds {
            let (ended, began) = (
                over.iter().filter(|one| kind(one) == line).count(),
                of_intake.iter().filter(|one| kind(one) == line).count(),
            );
            self.number("early-ends-by-kind", &line, "kind-ended", ended);
            self.put("early-ends-by-kind", &line, "kind-per-year", rate(ended));
            self.number("early-ends-by-kind", &line, "kind-begun-ended", began);
            self.put("early-ends-by-kind", &line, "kind-share", percent(began, begun.len()));
        }
    }

    fn training(&mut self) {
        let rows = self.rows;
        let trained: Vec<(&Trained, &Mission)> = rows
            .trained
            .iter()
            .filter_map(|trained| Some((trained, rows.missions.iter().find(|mission| mission.id == trained.of)?)))
            .filter(|(trained, mission)| self.takes(mission) && self.in_period(trained.on.unwrap_or(mission.last)))
            .collect();
        let mut sessions: Vec<(usize, Option<Country>)> = Vec::new();
        for report in &rows.reports {
            if let (Some(day), Some(count), Some(mission)) =
                (report.received_on, report.sessions, self.mission(report.of))
                && self.in_period(day)
            {
                sessions.push((usize::from(count), rows.post(mission).country));
            }
        }
        // The last look at each competence; of two on one day the one entered later.
        let mut looks: Vec<(&Objective, Option<u8>, Option<Country>)> = Vec::new();
        for objective in &rows.objectives {
            let mut last: Option<&Transfer> = None;
            for transfer in rows.transfers.iter().filter(|transfer| transfer.objective == objective.id) {
                let newer = last.is_none_or(|last| last.on <= transfer.on);
                if self.mission(transfer.of).is_some() && self.in_period(transfer.on) && newer {
                    last = Some(transfer);
                }
            }
            if let Some(last) = last {
                looks.push((objective, last.level, rows.post(self.mission(last.of).unwrap()).country));
            }
        }
        let people = |which: &dyn Fn(&Trained, &Mission) -> bool| {
            trained.iter().filter(|(row, mission)| which(row, mission)).map(|(row, _)| usize::from(row.people)).sum()
        };
        let learned = |country: Option<Option<Country>>| {
            let those = looks.iter().filter(|look| country.is_none_or(|country| look.2 == country));
            let mut numbers = [0, 0, 0];
            for (objective, level, _) in those {
                numbers[0] += 1;
                numbers[1] += usize::from(level.is_some() && objective.before.is_some() && *level > objective.before);
                numbers[2] += usize::from(level.is_some() && objective.aim.is_some() && *level >= objective.aim);
            }
            numbers
        };
        let held = |country: Option<Option<Country>>| {
            sessions.iter().filter(|held| country.is_none_or(|country| held.1 == country)).map(|held| held.0).sum()
        };
        let both: Vec<(u8, u8)> =
            looks.iter().filter_map(|(objective, level, _)| Some((objective.before?, (*level)?))).collect();
        let mean = |sum: f64| if both.is_empty() { None } else { Some(sum / both.len() as f64) };
        let before = mean(both.iter().map(|(before, _)| f64::from(*before)).sum());
        let after = mean(both.iter().map(|(_, after)| f64::from(*after)).sum());
        let mut found: Numbers = Numbers::new();
        let mut put = |table, line: &str, measure, value: usize| {
            found.insert((table, line.to_owned(), measure), Some(value as f64));
        };
        put("training-total", "all", "people-trained", people(&|_, _| true));
        put("training-total", "all", "sessions", held(None));
        let columns = ["competences", "competences-raised", "competences-reached"];
        for (column, number) in columns.into_iter().zip(learned(None)) {
            put("training-total", "all", column, number);
        }
        let age = |row: &Trained| or_unknown(row.age).remove(0);
        for line in trained.iter().map(|(row, _)| age(row)).collect::<BTreeSet<_>>() {
            put("training-people", &line, "people-trained", people(&|row, _| age(row) == line));
            for (column, sex) in [
                ("people-female", Some(Sex::Female)),
                ("people-male", Some(Sex::Male)),
                ("people-other", Some(Sex::Other)),
                ("people-unknown", None),
            ] {
                put("training-people", &line, column, people(&|row, _| age(row) == line && row.sex == sex));
            }
        }
        for topic in trained.iter().map(|(row, _)| row.topic.as_str()).collect::<BTreeSet<_>>() {
            let line = if topic.is_empty() { "?" } else { topic };
            put("training-by-topic", line, "people-trained", people(&|row, _| row.topic == topic));
        }
        let countries = trained.iter().map(|(_, mission)| rows.post(mission).country);
        let countries: BTreeSet<Option<Country>> =
            countries.chain(sessions.iter().map(|held| held.1)).chain(looks.iter().map(|look| look.2)).collect();
        for country in countries {
            let line = or_unknown(country).remove(0);
            let there = people(&|_, mission| rows.post(mission).country == country);
            put("training-by-country", &line, "people-trained", there);
            put("training-by-country", &line, "sessions", held(Some(country)));
            for (column, number) in columns.into_iter().zip(learned(Some(country))) {
                put("training-by-country", &line, column, number);
            }
        }
        self.numbers.extend(found);
        self.put("training-total", "all", "level-before", before);
        self.put("training-total", "all", "level-after", after);
        for (objective, level, _) in looks {
            let line = match objective.counterpart.as_str() {
                "" => objective.competence.clone(),
                who => format!("{} ({who})", objective.competence),
            };
            for (column, level) in
                [("level-before", objective.before), ("level-after", level), ("level-aim", objective.aim)]
            {
                self.put("training-competences", &line, column, level.map(f64::from));
            }
        }
    }

    fn due(
        &mut self,
        table: &'static str,
        line: &str,
        names: [&'static str; 5],
        due: &[(NaiveDate, Option<NaiveDate>)],
    ) {
        let in_time = due.iter().filter(|(due, done)| done.is_some_and(|done| done <= *due)).count();
        let missing = due.iter().filter(|(_, done)| done.is_none()).count();
        let numbers = [due.len(), in_time, due.len() - in_time - missing, missing];
        for (name, number) in names.into_iter().zip(numbers) {
            self.number(table, line, name, number);
        }
        self.put(table, line, names[4], percent(in_time, due.len()));
    }

    fn discipline(&mut self) {
        let rows = self.rows;
        let owes = |count: &Self, of: Id, due: NaiveDate| count.was(due) && count.mission(of).is_some_and(is_firm);
        let reports: Vec<&Report> = rows.reports.iter().filter(|row| owes(self, row.of, row.due)).collect();
        let names = ["reports-due", "reports-in-time", "reports-late", "reports-missing", "reports-share"];
        let of = |kind: Option<&str>| -> Vec<(NaiveDate, Option<NaiveDate>)> {
            let those = reports.iter().filter(|row| kind.is_none_or(|kind| row.kind.code() == kind));
            those.map(|row| (row.due, row.received_on)).collect()
        };
        self.due("discipline-total", "all", names, &of(None));
        for kind in reports.iter().map(|row| row.kind.code()).collect::<BTreeSet<_>>() {
            self.due("discipline-reports", kind, names, &of(Some(kind)));
        }
        let tasks: Vec<&Milestone> = rows.milestones.iter().filter(|row| owes(self, row.of, row.due)).collect();
        let names = ["milestones-due", "milestones-in-time", "milestones-late", "milestones-open", "milestones-share"];
        let of = |who: Option<&str>| -> Vec<(NaiveDate, Option<NaiveDate>)> {
            let those = tasks.iter().filter(|row| who.is_none_or(|who| row.who.code() == who));
            those.map(|row| (row.due, row.done_on)).collect()
        };
        self.due("discipline-total", "all", names, &of(None));
        for who in tasks.iter().map(|row| row.who.code()).collect::<BTreeSet<_>>() {
            self.due("discipline-milestones", who, names, &of(Some(who)));
        }
        let missions: Vec<Mission> = self.missions().into_iter().cloned().collect();
        let begun: Vec<&Mission> = missions.iter().filter(|one| is_firm(one) && self.was(one.first)).collect();
        let mut kinds: BTreeMap<ClearanceKind, [usize; 2]> = BTreeMap::new();
        let (mut whole, mut waiting) = (0, 0);
        for mission in &begun {
            waiting += usize::from([Stage::Accepted, Stage::Preparing].contains(&mission.stage));
            let (person, country) = (rows.person(mission), rows.post(mission).country);
            let at_home = country.is_some_and(|country| belongs_to(person, country) == Some(true));
            let mut lacks = 0;
            for paper in rows.papers.iter().filter(|paper| !paper.only_abroad || !at_home) {
                let until = needed_until(paper.kind, mission.extended_from.unwrap_or(mission.last), &rows.papers);
                let held = rows.clearances.iter().any(|own| {
                    own.of == person.id
                        && own.kind == paper.kind
                        && own.state == ClearanceState::Held
                        && own.issued.is_none_or(|day| day <= mission.first)
                        && own.expires.is_none_or(|day| day >= until)
                        && (own.kind != ClearanceKind::Visa || own.country.is_none() || own.country == country)
                });
                let numbers = kinds.entry(paper.kind).or_default();
                numbers[0] += 1;
                numbers[1] += usize::from(held);
                lacks += usize::from(!held);
            }
            whole += usize::from(lacks == 0);
        }
        self.number("discipline-total", "all", "begun", begun.len());
        self.number("discipline-total", "all", "with-papers", whole);
        self.put("discipline-total", "all", "papers-share", percent(whole, begun.len()));
        self.number("discipline-total", "all", "starts-not-entered", waiting);
        for (kind, [needed, held]) in kinds {
            self.number("discipline-papers", kind, "paper-needed", needed);
            self.number("discipline-papers", kind, "paper-held", held);
            self.put("discipline-papers", kind, "paper-share", percent(held, needed));
        }
    }

    fn partners(&mut self) {
        let rows = self.rows;
        let at = |mission: &Mission| rows.post(mission).organisation.map(|id| rows.organisation(id));
        let mut total = self.served(|mission, _| if at(mission).is_some() { one("all".into()) } else { vec![] });
        total.entry("all".to_owned()).or_default();
        let kinds = self.served(|mission, _| at(mission).map(|host| host.kind.to_string()).into_iter().collect());
        let countries =
            self.served(|mission, _| at(mission).map(|host| or_unknown(host.country)).into_iter().flatten().collect());
        for (table, lines) in
            [("partners-total", total), ("partners-by-kind", kinds), ("partners-by-country", countries)]
        {
            for (line, served) in lines {
                self.number(table, &line, "partners", served.partners.len());
                self.put_served(table, &line, &served);
            }
        }
        self.put_all("partners-each", |mission, _| at(mission).map(|host| host.name.clone()).into_iter().collect());
        let taken: Vec<&Organisation> = rows
            .organisations
            .iter()
            .filter(|one| self.query.country.is_none() || one.country == self.query.country)
            .filter(|one| {
                self.query.sector.is_none_or(|group| one.sectors.iter().any(|sector| lies_in(Some(*sector), group)))
            })
            .collect();
        let mut kinds: BTreeMap<String, [usize; 3]> = BTreeMap::new();
        for one in &taken {
            for (at, day) in [one.agreement_from, one.agreement_until, one.ceased_on].into_iter().enumerate() {
                if day.is_some_and(|day| self.in_period(day)) {
                    kinds.entry(one.kind.to_string()).or_default()[at] += 1;
                }
            }
        }
        for (kind, numbers) in kinds {
            for (name, number) in ["agreements-signed", "agreements-ended", "ceased"].into_iter().zip(numbers) {
                self.number("network-organisations", &kind, name, number);
            }
        }
        let ids: BTreeSet<Id> = taken.iter().map(|one| one.id).collect();
        let mut kinds: BTreeMap<String, [usize; 2]> = BTreeMap::new();
        for link in rows.links.iter().filter(|link| ids.contains(&link.of) || ids.contains(&link.to)) {
            for (at, day) in [link.since, link.until].into_iter().enumerate() {
                if day.is_some_and(|day| self.in_period(day)) {
                    kinds.entry(link.kind.to_string()).or_default()[at] += 1;
                }
            }
        }
        for (kind, numbers) in kinds {
            for (name, number) in ["links-begun", "links-ended"].into_iter().zip(numbers) {
                self.number("network-links", &kind, name, number);
            }
        }
    }

    fn learning(&mut self) {
        let rows = self.rows;
        let in_sector = |practice: &Practice| {
            let sector = self.query.sector;
            sector.is_none_or(|group| practice.sectors.iter().any(|sector| lies_in(Some(*sector), group)))
        };
        let noted: Vec<&Practice> = rows
            .practices
            .iter()
            .filter(|one| one.noted_on.is_some_and(|day| self.in_period(day)) && in_sector(one))
            .filter(|one| self.query.country.is_none_or(|country| one.countries.contains(&country)))
            .collect();
        let by_mission = self.query.programme.is_some() || self.query.category.is_some();
        let again: Vec<&Replication> = rows
            .replications
            .iter()
            .filter(|one| one.on.is_some_and(|day| self.in_period(day)))
            .filter(|one| self.query.country.is_none() || one.country == self.query.country)
            .filter(|one| in_sector(rows.practices.iter().find(|practice| practice.id == one.of).unwrap()))
            .filter(|one| !by_mission || one.mission.is_some_and(|mission| self.mission(mission).is_some()))
            .collect();
        let repeated: BTreeSet<Id> = again.iter().map(|one| one.of).collect();
        let countries: BTreeSet<Country> = again.iter().filter_map(|one| one.country).collect();
        self.number("learning-total", "all", "practices-noted", noted.len());
        self.number("learning-total", "all", "practices-repeated", repeated.len());
        self.number("learning-total", "all", "repeated-countries", countries.len());
        let mut lines = vec![("learning-total", "all".to_owned(), again.clone())];
        for country in again.iter().map(|one| one.country).collect::<BTreeSet<_>>() {
            let there = again.iter().filter(|one| one.country == country).copied().collect();
            lines.push(("learning-by-country", or_unknown(country).remove(0), there));
        }
        for (table, line, those) in lines {
            self.number(table, &line, "replications", those.len());
            for (name, result) in [
                ("worked", ReplicationResult::Worked),
                ("in-part", ReplicationResult::InPart),
                ("failed", ReplicationResult::Failed),
                ("too-early", ReplicationResult::TooEarly),
            ] {
                let number = those.iter().filter(|one| one.result == result).count();
                self.number(table, &line, name, number);
            }
        }
        for stage in noted.iter().map(|one| one.stage).collect::<BTreeSet<_>>() {
            let number = noted.iter().filter(|one| one.stage == stage).count();
            self.number("learning-by-stage", stage, "practices-noted", number);
        }
    }
}
