//! A page to print for one proposal: for the office with everything, for the partner without name, birth date and
//! contact.

use super::shown::Pair;
use crate::app::screens::pair::reasons;
use crate::app::screens::placements::words::{start_window, weeks};
use crate::app::texts::Texts;
use crate::app::widgets::Tone;
use crate::domain::text::fold;
use crate::exchange::print::{self, Block, Cell, Column, Document, Fact, Paper, Table};
use crate::matching::eligibility::Reason;
use crate::t;
use chrono::NaiveDate;

/// Whom a page is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// The office: everything.
    Office,
    /// The partner: a reference in place of the name, nothing that tells who it is.
    Partner,
}

/// The page, and a name for its file.
pub fn page(texts: &Texts, pair: &Pair, reader: Reader, office: &str, today: NaiveDate) -> (Document, String) {
    let candidate = &pair.explanation.choice.candidate;
    let placement = &pair.placement;
    let who = if reader == Reader::Office { &candidate.name } else { &candidate.reference };
    let mut facts = vec![
        Fact::new(t!(texts, "matching-placement"), placement.title.as_str()),
        Fact::new(t!(texts, "placement-country"), texts.country(placement.country)),
        Fact::new(t!(texts, "placement-start"), start_window(texts, placement.start_from, placement.start_until)),
        Fact::new(t!(texts, "placement-weeks"), weeks(texts, placement.weeks_least, placement.weeks_most)),
        Fact::new(t!(texts, "matching-person"), Cell::strong(who.as_str())),
        Fact::new(t!(texts, "matching-when"), reasons::free(texts, candidate.days)),
    ];
    if reader == Reader::Office {
        let fit = t!(texts, "candidates-fit", fit = candidate.fit);
        facts.push(Fact::new(t!(texts, "matching-fit"), fit));
    }
    // An age tells a partner what the rule wants to know, and a birth date is on no page.
    let shown = candidate.findings.iter().filter(|finding| {
        reader == Reader::Office || !matches!(finding.reason, Reason::Standing { .. } | Reason::Paper { .. })
    });
    let rows = shown.map(|finding| {
        let sides = reasons::sides(texts, finding, placement);
        let (word, tone) = reasons::verdict(texts, finding);
        vec![sides.what.into(), sides.asked.into(), sides.has.into(), Cell::toned(word, printed(tone))]
    });
    let has = if reader == Reader::Office { candidate.name.as_str() } else { t!(texts, "candidates-has") };
    let columns = vec![
        Column::words("", 3),
        Column::words(t!(texts, "candidates-asked"), 4),
        Column::words(has, 4),
        Column::words("", 2),
    ];
    let mut blocks = vec![Block::Facts(facts)];
    blocks.push(Block::Table(Table { columns, rows: rows.collect(), when_empty: String::new() }));
    if reader == Reader::Office {
        blocks.push(Block::Heading(t!(texts, "candidates-makes-fit").to_owned()));
        let line = |line: &crate::matching::fit::Line| {
            let points = t!(texts, "candidates-points", points = line.points, most = line.most);
            Fact::new(
                reasons::criterion(texts, line.criterion),
                format!("{points}, {}", reasons::because(texts, &line.because)),
            )
        };
        blocks.push(Block::Facts(candidate.criteria.iter().map(line).collect()));
    }
    let document = Document {
        title: t!(texts, "matching-page-title", title = placement.title.as_str()),
        subtitle: who.clone(),
        language: texts.language().code().to_owned(),
        day: today,
        paper: Paper::A4,
        landscape: false,
        footer: t!(texts, "matching-page-foot", office = office, day = texts.date(today)),
        blocks,
    };
    let name = fold(&format!("{who} {}", placement.title)).replace(|c: char| !c.is_alphanumeric(), "-");
    (document, format!("{name}.pdf"))
}

fn printed(tone: Tone) -> print::Tone {
    match tone {
        Tone::Good => print::Tone::Good,
        Tone::Careful => print::Tone::Careful,
        Tone::Bad => print::Tone::Bad,
        _ => print::Tone::Plain,
    }
}
