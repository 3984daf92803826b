//! The plan of the whole office, and everything about one pair.

use super::arguments::{Explain, Match as Asked, RankedFormat};
use super::failure::Failure;
use super::{in_turn, open, table, target};
use crate::domain::Id;
use crate::domain::Kind;
use crate::domain::decision::Decision;
use crate::domain::matching::{Criterion, Weights};
use crate::domain::placement::Placement;
use crate::domain::reference::Tongue;
use crate::exchange::plan::{partners, question};
use crate::exchange::plan_sheets::{PlanWords, plan_sheets};
use crate::exchange::spreadsheet::ExportError;
use crate::exchange::spreadsheet::write::write_xlsx;
use crate::matching::eligibility::Finding;
use crate::matching::plan::{
    Cost, Explanation, Gap, LeftOut, Match, Plan, Planner, Question, Relaxed, Settlement, Total,
};
use crate::matching::plan::{EmptyPlace, Unkept, WhyEmpty, WhyLeftOut};
use crate::matching::{Candidate, fit};
use crate::store::{OfficeFile, Progress, Proposal};
use chrono::{Days, NaiveDate};
use serde::Serialize;
use std::collections::HashMap;
use std::io::Write;
use std::path::Path;

/// How much is tried for couples and teams before the plan is told: a second or so in the largest office.
const FURTHER: usize = 20_000;

pub(super) fn plan(asked: &Asked, out: &mut dyn Write) -> Result<(), Failure> {
    if let Some(path) = &asked.out {
        target::spare(path, &[&asked.file])?;
        if !path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx")) {
            return Err(Failure::PlanEnding(path.clone()));
        }
    }
    let mut office = open(&asked.file)?;
    if let Some(day) = asked.as_of {
        office.set_today(day);
    }
    let mut question = question(&mut office, &Progress::default())?;
    if let Some(path) = &asked.weights {
        question.matching.weights = weights(path)?;
    }
    question.relaxed = asked.relax.iter().map(|rule| Relaxed { rule: *rule, placement: None }).collect();
    let mut planner = planner(question);
    if asked.sequences {
        let answer = in_turn::Answer::of(&planner, &Names::of(&planner), asked.months);
        return match asked.format {
            RankedFormat::Json => Ok(json(out, &answer)?),
            RankedFormat::Table => Ok(answer.write(out)?),
        };
    }
    let plan = planner.plan();
    if let Some(path) = &asked.out {
        let partners = partners(&mut office)?;
        let words = Names::of(&planner);
        let sheets = plan_sheets(&mut planner, &plan, &partners, &words, &Progress::default())?;
        write_xlsx(&sheets, path).map_err(ExportError::from)?;
    }
    let accepted = if asked.accept { accept(&mut office, &planner, &plan)? } else { Vec::new() };
    let answer = Answer::of(&mut planner, plan, accepted);
    match asked.format {
        RankedFormat::Json => Ok(json(out, &answer)?),
        RankedFormat::Table => Ok(answer.write(out)?),
    }
}

pub(super) fn explain(asked: &Explain, out: &mut dyn Write) -> Result<(), Failure> {
    let mut office = open(&asked.file)?;
    let volunteer = office.resolve(Kind::Volunteer, &asked.volunteer)?;
    let placement = office.resolve(Kind::Placement, &asked.placement)?;
    let mut planner = planner(question(&mut office, &Progress::default())?);
    let explained = planner.explain(volunteer, placement);
    let explained = explained.ok_or_else(|| Failure::NotOpen(asked.placement.clone()))?;
    match asked.format {
        RankedFormat::Json => Ok(json(out, &explained)?),
        RankedFormat::Table => Ok(write_pair(&Names::of(&planner), &explained, out)?),
    }
}

fn planner(question: Question) -> Planner {
    // Never stopped, there is always a plan.
    let mut planner = Planner::new(question, &|_, _| true).unwrap_or_else(|| unreachable!("nothing stops it"));
    planner.look_further(FURTHER, &|| false);
    planner
}

fn weights(path: &Path) -> Result<Weights, Failure> {
    let failed = |why: String| Failure::Weights { path: path.to_owned(), why };
    let text = std::fs::read_to_string(path).map_err(|error| failed(error.to_string()))?;
    serde_json::from_str(&text).map_err(|error| failed(error.to_string()))
}

/// Proposes every match of the plan, each reserved for as long as the office does; gives the references of the missions.
fn accept(office: &mut OfficeFile, planner: &Planner, plan: &Plan) -> Result<Vec<String>, Failure> {
    let question = planner.question();
    let reserved_until = question.today.checked_add_days(Days::new(question.matching.rules.reserve_days.into()));
    let why = |found: &Match| {
        let about = |decision: &&Decision| (decision.of, decision.volunteer) == (found.placement, found.volunteer);
        let decided = question.decisions.iter().find(about).filter(|_| found.settled.is_some_and(|s| s.overrides));
        decided.map(|decision| decision.reason.clone()).unwrap_or_default()
    };
    let proposals: Vec<Proposal> = plan
        .matches
        .iter()
        .map(|found| Proposal {
            volunteer: found.volunteer,
            placement: found.placement,
            days: found.days,
            reason: why(found),
            reserved_until,
        })
        .collect();
    let placed = office.accept(&proposals)?.value;
    let reference = |placed: &crate::store::Placed| {
        office.get::<crate::domain::mission::Mission>(placed.mission).map(|mission| mission.reference)
    };
    Ok(placed.iter().map(reference).collect::<Result<_, _>>()?)
}

fn json(out: &mut dyn Write, answer: &impl Serialize) -> Result<(), Failure> {
    serde_json::to_writer_pretty(&mut *out, answer)?;
    writeln!(out)?;
    Ok(())
}

/// How people and placements are called.
pub(super) struct Names(HashMap<Id, (String, String)>);

impl Names {
    fn of(planner: &Planner) -> Self {
        let people = planner.question().people.iter().map(|person| {
            let volunteer = &person.volunteer;
            (volunteer.id, (volunteer.reference.clone(), volunteer.full_name.clone()))
        });
        let placements = planner.question().placements.iter().map(|detail| {
            let placement = &detail.placement;
            (placement.id, (placement.reference.clone(), placement.title.clone()))
        });
        Self(people.chain(placements).collect())
    }

    fn reference(&self, id: Id) -> String {
        self.0.get(&id).map(|(reference, _)| reference.clone()).unwrap_or_default()
    }

    pub(super) fn both(&self, id: Id) -> String {
        self.0.get(&id).map(|(reference, name)| format!("{name} ({reference})")).unwrap_or_default()
    }

    /// What is lost, and who goes elsewhere: "3 fit; V-0231 from P-0060 to P-0058".
    fn cost(&self, cost: &Cost) -> String {
        let lost = |count: i64, what: &str| (count != 0).then(|| format!("{count} {what}"));
        let parts = [lost(cost.places, "places"), lost(cost.urgency, "urgency"), lost(cost.fit, "fit")];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        let mut text = if parts.is_empty() { "nothing".to_owned() } else { parts.join(", ") };
        if !cost.exact {
            text.insert_str(0, "at most ");
        }
        for moved in &cost.moves {
            let place = |post: Option<Id>| post.map_or_else(|| "nowhere".to_owned(), |post| self.reference(post));
            let (who, from, to) = (self.reference(moved.volunteer), place(moved.from), place(moved.to));
            text.push_str(&format!("; {who} from {from} to {to}"));
        }
        text
    }
}

/// The workbook in English.
impl PlanWords for Names {
    fn tongue(&self) -> Tongue {
        Tongue::English
    }

    fn settled(&self, settlement: &Settlement) -> String {
        match settlement.until {
            Some(day) => format!("{} until {day}", settlement.kind),
            None => settlement.kind.to_string(),
        }
    }

    fn finding(&self, finding: &Finding, _: &Placement) -> String {
        finding.to_string()
    }

    fn criterion(&self, criterion: Criterion) -> String {
        criterion.to_string()
    }

    fn because(&self, line: &fit::Line) -> String {
        line.to_string()
    }

    fn cost(&self, cost: &Cost) -> String {
        Names::cost(self, cost)
    }

    fn why_empty(&self, empty: &EmptyPlace) -> String {
        why_empty(self, empty)
    }

    fn why_left_out(&self, left_out: &LeftOut) -> String {
        match &left_out.why {
            WhyLeftOut::NoPlacement { rules } => {
                let mut rules: Vec<_> = rules.iter().collect();
                rules.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
                let first: Vec<String> = rules.iter().take(4).map(|(rule, count)| format!("{rule} {count}")).collect();
                format!("no placement passes, by the first rule that fails: {}", first.join(", "))
            }
            WhyLeftOut::Outbid { placement, cost } => {
                format!(
                    "others fit better; at {} the plan would lose {}",
                    self.both(*placement),
                    Names::cost(self, cost)
                )
            }
            WhyLeftOut::Couple { with } => format!("no two places for this person and {}", self.both(*with)),
            WhyLeftOut::Settled => "pins and holds have all places that are possible".to_owned(),
        }
    }
}

/// What scripts get.
#[derive(Serialize)]
struct Answer {
    today: NaiveDate,
    total: Total,
    pairs: usize,
    gap: Gap,
    proved: bool,
    matches: Vec<Told>,
    unkept: Vec<Unkept>,
    unfilled: Vec<Unfilled>,
    unplaced: Vec<Unplaced>,
    accepted: Vec<String>,
}

/// A match with its reasons.
#[derive(Serialize)]
struct Told {
    placement: Id,
    placement_reference: String,
    placement_title: String,
    volunteer_name: String,
    settled: Option<Settlement>,
    reason_for: Option<String>,
    reason_against: Option<String>,
    questions: Vec<String>,
    #[serde(flatten)]
    candidate: Candidate,
}

#[derive(Serialize)]
struct Unfilled {
    placement_reference: String,
    places: usize,
    #[serde(flatten)]
    empty: EmptyPlace,
    #[serde(skip)]
    sentence: String,
}

#[derive(Serialize)]
struct Unplaced {
    volunteer_reference: String,
    #[serde(flatten)]
    left_out: LeftOut,
}

impl Answer {
    fn of(planner: &mut Planner, plan: Plan, accepted: Vec<String>) -> Self {
        let names = Names::of(planner);
        let matches = plan.matches.iter().filter_map(|found| {
            let candidate = planner.beside(found.volunteer, found.placement)?;
            Some(Told {
                placement: found.placement,
                placement_reference: names.reference(found.placement),
                placement_title: names.both(found.placement),
                volunteer_name: names.both(found.volunteer),
                settled: found.settled,
                reason_for: candidate.reason_for().map(ToString::to_string),
                reason_against: candidate.reason_against().map(|against| against.to_string()),
                questions: candidate.questions().map(ToString::to_string).collect(),
                candidate,
            })
        });
        let matches = matches.collect();
        let unfilled = plan.empty.iter().filter_map(|(placement, places)| {
            let empty = planner.why_empty(*placement)?;
            let sentence = why_empty(&names, &empty);
            Some(Unfilled { placement_reference: names.reference(*placement), places: *places, empty, sentence })
        });
        let unfilled = unfilled.collect();
        let left_out = planner.all_left_out().into_iter();
        let unplaced = left_out
            .map(|left_out| Unplaced { volunteer_reference: names.reference(left_out.volunteer), left_out })
            .collect();
        let Plan { total, pairs, gap, proved, unkept, .. } = plan;
        Self {
            today: planner.question().today,
            total,
            pairs,
            gap,
            proved,
            matches,
            unkept,
            unfilled,
            unplaced,
            accepted,
        }
    }

    fn write(&self, out: &mut dyn Write) -> std::io::Result<()> {
        let Total { filled, places, fit, .. } = &self.total;
        let proof = if self.proved {
            "no plan is better: proved".to_owned()
        } else {
            let Gap { urgency, fit, .. } = self.gap;
            format!("with couples and teams, at most {urgency} urgency and {fit} fit below the best")
        };
        writeln!(out, "{filled} of {places} places filled, fit {fit} in all, {} pairs possible; {proof}", self.pairs)?;
        let columns = ["placement", "volunteer", "first day", "weeks", "fit", "settled", "for", "against"];
        let rows: Vec<Vec<String>> = self
            .matches
            .iter()
            .map(|told| {
                vec![
                    told.placement_title.clone(),
                    told.volunteer_name.clone(),
                    told.candidate.days.first.to_string(),
                    told.candidate.days.weeks().to_string(),
                    told.candidate.fit.to_string(),
                    told.settled.map(|settled| settled.kind.to_string()).unwrap_or_default(),
                    told.reason_for.clone().unwrap_or_default(),
                    told.reason_against.clone().unwrap_or_default(),
                ]
            })
            .collect();
        writeln!(out)?;
        table::write(out, &columns.map(str::to_owned), &rows)?;
        if !self.unfilled.is_empty() {
            writeln!(out, "\nEmpty:")?;
            let row =
                |one: &Unfilled| vec![one.placement_reference.clone(), one.places.to_string(), one.sentence.clone()];
            let rows: Vec<Vec<String>> = self.unfilled.iter().map(row).collect();
            table::write(out, &["placement", "places", "why"].map(str::to_owned), &rows)?;
        }
        let outbid = |one: &&Unplaced| !matches!(one.left_out.why, WhyLeftOut::NoPlacement { .. });
        let outbid = self.unplaced.iter().filter(outbid).count();
        let impossible = self.unplaced.len() - outbid;
        writeln!(out, "\n{outbid} people are left out, for {impossible} more no placement is possible")?;
        if !self.accepted.is_empty() {
            writeln!(out, "{} missions proposed: {}", self.accepted.len(), self.accepted.join(", "))?;
        }
        Ok(())
    }
}

fn why_empty(names: &Names, empty: &EmptyPlace) -> String {
    match &empty.why {
        WhyEmpty::Nobody { candidates } => {
            let mut steps: Vec<_> = candidates.funnel.iter().filter(|step| step.only_this > 0).collect();
            steps.sort_by_key(|step| std::cmp::Reverse(step.only_this));
            match steps.first() {
                Some(step) => format!("nobody passes; {} would but for {}", step.only_this, step.rule),
                None => "nobody passes, nor would with one rule set aside".into(),
            }
        }
        WhyEmpty::TooFew { placements, people, places, instead } => {
            let all: Vec<String> = placements.iter().take(5).map(|id| names.reference(*id)).collect();
            let more = if placements.len() > 5 { " ..." } else { "" };
            let few = format!("{} people for {places} places: {}{more}", people.len(), all.join(", "));
            match instead {
                Some(cost) => format!("{few}; filling this one instead would cost {}", names.cost(cost)),
                None => few,
            }
        }
        WhyEmpty::Team => format!("a team, and not enough of the {} people for all of it", empty.eligible),
        WhyEmpty::Costs { cost } => format!("filling it would cost {}", names.cost(cost)),
    }
}

fn write_pair(names: &Names, explained: &Explanation, out: &mut dyn Write) -> std::io::Result<()> {
    let Explanation { allowed, choice, without } = explained;
    let candidate = &choice.candidate;
    writeln!(out, "{} as {}", names.both(candidate.volunteer), names.both(choice.placement))?;
    let answer = if *allowed { "may be planned" } else { "may not be planned" };
    writeln!(
        out,
        "{answer}, fit {}, {} to {} ({} weeks)\n",
        candidate.fit,
        candidate.days.first,
        candidate.days.last,
        candidate.days.weeks()
    )?;
    let rules: Vec<Vec<String>> = candidate
        .findings
        .iter()
        .map(|finding| {
            let words = [finding.rule.to_string(), finding.weight.to_string(), finding.verdict.to_string()];
            words.into_iter().chain([finding.to_string()]).collect()
        })
        .collect();
    table::write(out, &["rule", "weight", "verdict", "both sides"].map(str::to_owned), &rules)?;
    writeln!(out)?;
    let points = |line: &crate::matching::fit::Line| {
        vec![line.criterion.to_string(), format!("{} of {}", line.points, line.most), line.to_string()]
    };
    let criteria: Vec<Vec<String>> = candidate.criteria.iter().map(points).collect();
    table::write(out, &["criterion", "points", "because"].map(str::to_owned), &criteria)?;
    match &choice.cost {
        Some(cost) => writeln!(out, "\nForced, the plan would lose {}", names.cost(cost))?,
        None => writeln!(out, "\nPins and holds leave no room for it")?,
    }
    match without {
        Some(cost) => writeln!(out, "Forbidden, the plan would lose {}", names.cost(cost)),
        None => Ok(()),
    }
}
