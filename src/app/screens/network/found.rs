//! The organisations of the list: all by name, or those that answer a question.

use crate::app::screens::organisations::words;
use crate::app::texts::Texts;
use crate::app::widgets::{Cell, Rows, Tone};
use crate::domain::Id;
use crate::domain::organisation::{Link, Offer, OrganisationKind, Position};
use crate::domain::reference::Country;
use crate::domain::text::joined;
use crate::store::lists::{OrganisationFilter, OrganisationRow, OrganisationSort, Query};
use crate::store::{OfficeFile, StoreError};
use crate::t;
use std::collections::HashMap;

/// An organisation of the list.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub id: Id,
    pub name: String,
    pub kind: OrganisationKind,
    pub country: Option<Country>,
    pub place: String,
    pub position: Option<Position>,
    /// How many links start at it or lead to it.
    pub links: usize,
    /// How far it is from the place asked for.
    pub kilometres: Option<u32>,
    /// What of it answers the question, in its own words.
    pub has: String,
}

impl Line {
    fn of(row: &OrganisationRow) -> Self {
        Self {
            id: row.id,
            name: row.name.to_string(),
            kind: row.kind,
            country: row.country,
            place: row.place.to_string(),
            position: row.position,
            links: 0,
            kilometres: None,
            has: String::new(),
        }
    }
}

/// Those that answer a question; those whose text holds its words where none does; all without one.
pub(super) fn read(file: &mut OfficeFile, question: &str) -> Result<Vec<Line>, StoreError> {
    let query = |search: &str| Query::<OrganisationRow> {
        search: search.to_owned(),
        filter: OrganisationFilter::default(),
        sort: OrganisationSort::Name,
        descending: false,
    };
    let answers = if question.trim().is_empty() { Vec::new() } else { file.who_has(question)? };
    if answers.is_empty() {
        let mut links: HashMap<Id, usize> = HashMap::new();
        for link in file.all::<Link>()? {
            *links.entry(link.of).or_default() += 1;
            *links.entry(link.to).or_default() += 1;
        }
        let counted = |row: &OrganisationRow| {
            let links = links.get(&row.id).copied().unwrap_or_default();
            Line { links, ..Line::of(row) }
        };
        return Ok(file.list(&query(question))?.iter().map(counted).collect());
    }
    let all = file.list(&query(""))?;
    let by_id: HashMap<Id, &OrganisationRow> = all.iter().map(|row| (row.id, row)).collect();
    let mut lines = Vec::with_capacity(answers.len());
    for answer in answers {
        let Some(row) = by_id.get(&answer.id) else { continue };
        let offers = file.parts::<Offer>(answer.id)?;
        let has: Vec<String> =
            offers.into_iter().filter(|offer| answer.offers.contains(&offer.id)).map(|offer| offer.name).collect();
        lines.push(Line { kilometres: answer.kilometres, has: has.join(", "), ..Line::of(row) });
    }
    Ok(lines)
}

/// The list as rows of a table.
pub(super) struct Shown<'a> {
    pub lines: &'a [Line],
    pub texts: &'a Texts,
}

impl Shown<'_> {
    fn second(&self, line: &Line) -> String {
        let far = line
            .kilometres
            .filter(|far| *far > 0)
            .map(|far| t!(self.texts, "network-far", far = far))
            .unwrap_or_default();
        let kind = words::organisation_kind(self.texts, line.kind);
        joined(&[kind, &line.place, self.texts.country(line.country), &far, &line.has])
    }
}

impl Rows for Shown<'_> {
    type Key = Id;

    fn count(&self) -> usize {
        self.lines.len()
    }

    fn key(&self, row: usize) -> Id {
        self.lines.get(row).map_or_else(|| Id::from_bytes([0; 16]), |line| line.id)
    }

    fn cell(&self, row: usize, _column: &'static str, cell: &mut Cell<'_>) {
        if let Some(line) = self.lines.get(row) {
            cell.icon(super::pictures::icon(line.kind));
            cell.two_lines(&line.name, &self.second(line));
        }
    }

    fn label(&self, row: usize) -> String {
        self.lines.get(row).map(|line| format!("{}, {}", line.name, self.second(line))).unwrap_or_default()
    }
}

/// The colour that goes with a kind of organisation; its form or icon goes with it too.
pub(super) fn tone(kind: OrganisationKind) -> Tone {
    match kind {
        OrganisationKind::Partner => Tone::Good,
        OrganisationKind::DiasporaAssociation => Tone::Careful,
        _ => Tone::Neutral,
    }
}
