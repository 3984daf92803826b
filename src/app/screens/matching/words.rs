//! What the plan says, in the person's language.

use super::shown::Names;
use crate::app::screens::pair::reasons;
use crate::app::texts::Texts;
use crate::app::widgets::Tone;
use crate::domain::Id;
use crate::matching::plan::{Comparison, Cost, EmptyPlace, LeftOut, Moved, Plan, WhyEmpty, WhyLeftOut};
use crate::t;

/// The plan in a line: "27 of 31 places, fit 2,114, proved best".
pub fn plan(texts: &Texts, plan: &Plan) -> String {
    let (filled, places) = (plan.total.filled, plan.total.places);
    let fit = texts.count(usize::try_from(plan.total.fit).unwrap_or(usize::MAX));
    let line = t!(texts, "matching-plan", filled = filled, places = places, fit = fit);
    let proof = match (plan.proved, plan.gap.fit) {
        (true, _) => t!(texts, "matching-proved").to_owned(),
        (false, fit) => t!(texts, "matching-gap", fit = fit.max(0), urgency = plan.gap.urgency.max(0)),
    };
    let questions = plan.matches.iter().filter(|found| found.questions > 0).count();
    let asked = (questions > 0).then(|| t!(texts, "matching-with-questions", count = questions));
    [Some(line), asked, Some(proof)].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What changed since another plan; nothing where nothing did.
pub fn since(texts: &Texts, since: &Comparison) -> Option<String> {
    let nothing = since.filled == 0 && since.fit == 0 && since.moves.is_empty();
    let people = since.moves.len();
    let (places, fit) = (format!("{:+}", since.filled), format!("{:+}", since.fit));
    (!nothing).then(|| t!(texts, "matching-since", places = places, fit = fit, people = people))
}

/// What a choice costs, in a word and whether it is dear.
pub fn cost(texts: &Texts, cost: Option<&Cost>, is_planned: bool) -> (String, Tone) {
    let (word, tone) = match cost {
        _ if is_planned => (t!(texts, "matching-in-plan").to_owned(), Tone::Good),
        None => (t!(texts, "matching-no-room").to_owned(), Tone::Neutral),
        Some(cost) if cost.places > 0 => (t!(texts, "matching-loses-places", count = cost.places), Tone::Bad),
        Some(cost) if cost.urgency > 0 => (t!(texts, "matching-loses-urgency").to_owned(), Tone::Careful),
        Some(cost) if cost.fit > 0 => (t!(texts, "matching-loses-fit", fit = cost.fit), Tone::Neutral),
        Some(_) => (t!(texts, "matching-loses-nothing").to_owned(), Tone::Good),
    };
    match cost {
        Some(cost) if !cost.exact && !is_planned => (t!(texts, "matching-at-most", cost = word), tone),
        _ => (word, tone),
    }
}

/// Who would move where: a sentence for each.
pub fn moves(texts: &Texts, names: &Names, moves: &[Moved], most: usize) -> Vec<String> {
    let name = |id: Id| names.get(&id).map_or("?", String::as_str);
    let mut lines: Vec<String> = moves
        .iter()
        .take(most)
        .map(|moved| match (moved.from, moved.to) {
            (Some(from), Some(to)) => {
                t!(texts, "matching-moves", who = name(moved.volunteer), from = name(from), to = name(to))
            }
            (None, Some(to)) => t!(texts, "matching-comes", who = name(moved.volunteer), to = name(to)),
            (Some(from), None) => t!(texts, "matching-leaves", who = name(moved.volunteer), from = name(from)),
            (None, None) => name(moved.volunteer).to_owned(),
        })
        .collect();
    if moves.len() > most {
        lines.push(t!(texts, "matching-more-moves", count = moves.len() - most));
    }
    lines
}

/// Why a place stays empty.
pub fn why_empty(texts: &Texts, names: &Names, empty: &EmptyPlace) -> String {
    match &empty.why {
        WhyEmpty::Nobody { .. } => t!(texts, "matching-empty-nobody").to_owned(),
        WhyEmpty::TooFew { placements, people, places, .. } => {
            let some: Vec<&str> =
                placements.iter().take(4).filter_map(|id| names.get(id)).map(String::as_str).collect();
            let (people, places) = (people.len(), *places);
            t!(texts, "matching-empty-too-few", people = people, places = places, placements = some.join(", "))
        }
        WhyEmpty::Team => t!(texts, "matching-empty-team").to_owned(),
        WhyEmpty::Costs { .. } => t!(texts, "matching-empty-costs").to_owned(),
    }
}

/// What it would cost to fill an empty place all the same, and who would move: a sentence for each. None where it cannot
/// be filled.
pub fn if_filled(texts: &Texts, names: &Names, empty: &EmptyPlace) -> Vec<String> {
    let Some(lost) = empty.why.cost() else { return Vec::new() };
    let loses = t!(texts, "matching-if-filled", cost = cost(texts, Some(lost), false).0);
    std::iter::once(loses).chain(moves(texts, names, &lost.moves, 4)).collect()
}

/// Why the plan gives somebody no place.
pub fn why_left_out(texts: &Texts, names: &Names, out: &LeftOut) -> String {
    let name = |id: &Id| names.get(id).cloned().unwrap_or_default();
    match &out.why {
        WhyLeftOut::NoPlacement { rules } => {
            let mut rules: Vec<_> = rules.iter().collect();
            rules.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
            let words = rules.iter().take(4).map(|(rule, count)| format!("{} {count}", reasons::rule(texts, **rule)));
            t!(texts, "matching-out-no-placement", rules = words.collect::<Vec<_>>().join(", "))
        }
        WhyLeftOut::Outbid { placement, cost: lost } => {
            let loses = cost(texts, Some(lost), false).0;
            t!(texts, "matching-out-outbid", placement = name(placement), cost = loses)
        }
        WhyLeftOut::Couple { with } => t!(texts, "matching-out-couple", with = name(with)),
        WhyLeftOut::Settled => t!(texts, "matching-out-settled").to_owned(),
    }
}
