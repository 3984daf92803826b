//! The plan as a workbook, in the person's words.

use super::shown::Names;
use super::words;
use crate::app::screens::import_export::Written;
use crate::app::screens::pair::reasons;
use crate::app::texts::Texts;
use crate::domain::matching::Criterion;
use crate::domain::placement::Placement;
use crate::domain::reference::Tongue;
use crate::exchange::plan::Partners;
use crate::exchange::plan_sheets::{PlanWords, plan_sheets};
use crate::exchange::spreadsheet::ExportError;
use crate::exchange::spreadsheet::write::write_xlsx;
use crate::matching::eligibility::Finding;
use crate::matching::fit;
use crate::matching::plan::{Cost, EmptyPlace, LeftOut, Planner, Settlement, WhyEmpty};
use crate::store::Progress;
use crate::t;
use std::path::Path;

/// Writes the plan.
pub fn write(
    planner: &mut Planner,
    partners: &Partners,
    texts: Texts,
    path: &Path,
    progress: &Progress,
) -> Result<Written, ExportError> {
    let (plan, words) = (planner.plan(), Words { names: names(planner), texts });
    let sheets = plan_sheets(planner, &plan, partners, &words, progress)?;
    write_xlsx(&sheets, path)?;
    Ok(Written::default())
}

fn names(planner: &Planner) -> Names {
    let question = planner.question();
    let people = question.people.iter().map(|person| (person.volunteer.id, person.volunteer.full_name.clone()));
    let placements = question.placements.iter().map(|one| (one.placement.id, one.placement.title.clone()));
    people.chain(placements).collect()
}

struct Words {
    texts: Texts,
    names: Names,
}

impl PlanWords for Words {
    fn tongue(&self) -> Tongue {
        self.texts.tongue()
    }

    fn settled(&self, settlement: &Settlement) -> String {
        let kind = self.texts.decision(settlement.kind);
        match settlement.until {
            Some(day) => format!("{kind}, {}", t!(self.texts, "matching-to-day", day = self.texts.date(day))),
            None => kind.to_owned(),
        }
    }

    fn finding(&self, finding: &Finding, placement: &Placement) -> String {
        reasons::sides(&self.texts, finding, placement).line(&self.texts)
    }

    fn criterion(&self, criterion: Criterion) -> String {
        reasons::criterion(&self.texts, criterion).to_owned()
    }

    fn because(&self, line: &fit::Line) -> String {
        reasons::because(&self.texts, &line.because)
    }

    fn cost(&self, cost: &Cost) -> String {
        words::cost(&self.texts, Some(cost), false).0
    }

    fn why_empty(&self, empty: &EmptyPlace) -> String {
        // On the screen the bars beside it say the rest; here it must be said.
        let WhyEmpty::Nobody { candidates } = &empty.why else {
            return words::why_empty(&self.texts, &self.names, empty);
        };
        match candidates.funnel.iter().max_by_key(|step| step.only_this).filter(|step| step.only_this > 0) {
            Some(step) => {
                let rule = reasons::rule(&self.texts, step.rule);
                t!(self.texts, "matching-empty-but-for", count = step.only_this, rule = rule)
            }
            None => t!(self.texts, "matching-empty-none").to_owned(),
        }
    }

    fn why_left_out(&self, left_out: &LeftOut) -> String {
        words::why_left_out(&self.texts, &self.names, left_out)
    }
}
