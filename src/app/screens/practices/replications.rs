//! Where a practice was done again: by whom, when, what was changed, and how it came out.

use super::{tree, words};
use crate::app::screens::record::{Entry, Fields, Finder};
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::theme::Icon;
use crate::app::widgets::map::{MapState, middle};
use crate::app::widgets::{Button, form};
use crate::domain::organisation::{Organisation, Position};
use crate::domain::practice::{Practice, Replication, ReplicationResult};
use crate::domain::text::joined;
use crate::domain::{Id, Kind};
use crate::store::{OfficeFile, StoreError};
use crate::t;
use egui::Ui;

/// A replication with the name of whoever did it.
pub(super) struct ShownReplication {
    replication: Replication,
    organisation: String,
    /// Where whoever did it is.
    at: Option<Position>,
}

impl ShownReplication {
    pub fn id(&self) -> Id {
        self.replication.id
    }

    pub fn result(&self) -> ReplicationResult {
        self.replication.result
    }

    /// The replication that this one was learned from.
    pub fn after(&self) -> Option<Id> {
        self.replication.after
    }

    /// Where it was done: where its organisation is, or somewhere in the country.
    pub fn position(&self) -> Option<Position> {
        self.at.or_else(|| self.replication.country.and_then(middle))
    }

    /// Who did it, and where, in a line.
    pub fn title(&self, texts: &Texts) -> String {
        let replication = &self.replication;
        let who = if self.organisation.is_empty() { &replication.who } else { &self.organisation };
        let title = joined(&[who, &replication.place, texts.country(replication.country)]);
        if title.is_empty() { t!(texts, "replication-unnamed").to_owned() } else { title }
    }
}

/// The replications with the names of those who did them.
pub(super) fn read(file: &OfficeFile, all: &[Replication]) -> Result<Vec<ShownReplication>, StoreError> {
    let shown = all.iter().map(|replication| {
        let found = replication.organisation.map(|id| file.find::<Organisation>(id)).transpose()?.flatten();
        let (organisation, at) = found.map(|found| (found.name, found.position)).unwrap_or_default();
        Ok(ShownReplication { replication: replication.clone(), organisation, at })
    });
    shown.collect()
}

/// What the tab remembers: the field that finds who did it, and the map.
#[derive(Default)]
pub(super) struct ReplicationsTab {
    finder: Finder,
    map: MapState,
}

impl ReplicationsTab {
    pub fn show(
        &mut self,
        ui: &mut Ui,
        shared: &mut Shared,
        (practice, origin): (&Practice, Option<Position>),
        all: &[ShownReplication],
        open: &mut Option<Id>,
    ) {
        let id = practice.id;
        tree::show(ui, &shared.texts, practice, origin, all, &mut self.map);
        let own = shared.desk.office().and_then(|summary| summary.office.country);
        let mut fields = Fields::<Practice>::of(shared, id);
        let texts = fields.texts;
        if ui.add(Button::outlined(t!(texts, "replication-add")).with_icon(Icon::Plus)).clicked() {
            let replication = Replication {
                id: Id::random(),
                of: id,
                organisation: None,
                mission: None,
                who: String::new(),
                country: own,
                place: String::new(),
                on: Some(fields.today),
                adapted: String::new(),
                result: ReplicationResult::TooEarly,
                note: String::new(),
                after: None,
            };
            *open = Some(replication.id);
            fields.add(replication);
        }
        if all.is_empty() {
            form::weak(ui, t!(texts, "replication-none"));
        }
        for shown in all {
            one(ui, &mut fields, &mut self.finder, shown, all, open);
        }
    }
}

fn one(
    ui: &mut Ui,
    fields: &mut Fields<'_, Practice>,
    finder: &mut Finder,
    shown: &ShownReplication,
    all: &[ShownReplication],
    open: &mut Option<Id>,
) {
    let (texts, replication) = (fields.texts, &shown.replication);
    let title = shown.title(texts);
    let (word, tone) = words::result(texts, replication.result);
    let note = replication.on.map(|day| texts.date(day)).unwrap_or_default();
    let entry = Entry::new(&title).note(&note).tag(tone, word);
    let mut part = fields.part::<Replication>(replication.id);
    let done = entry.show(ui, texts, replication.id, open, |ui| {
        let who = (replication.organisation, shown.organisation.as_str());
        let label = t!(texts, "field-replication-organisation");
        part.record(ui, finder, label, Kind::Organisation, who, |r, organisation| r.organisation = organisation);
        part.text(ui, t!(texts, "field-replication-who"), &replication.who, |r, who| r.who = who);
        part.country(ui, t!(texts, "field-replication-country"), replication.country, |r, country| r.country = country);
        part.text(ui, t!(texts, "field-replication-place"), &replication.place, |r, place| r.place = place);
        part.date(ui, t!(texts, "field-replication-on"), replication.on, |r, day| r.on = day);
        let others: Vec<(Id, String)> = all
            .iter()
            .filter(|other| other.replication.id != replication.id)
            .map(|other| (other.replication.id, other.title(texts)))
            .collect();
        if !others.is_empty() {
            let after = replication.after.as_ref();
            part.choice(ui, t!(texts, "field-replication-after"), others.as_slice(), after, |r, after| r.after = after);
        }
        let results = words::results(texts);
        let result = &replication.result;
        part.needed_choice(ui, t!(texts, "field-replication-result"), &results, result, |r, result| r.result = result);
        part.lines(ui, t!(texts, "field-replication-adapted"), &replication.adapted, 2, |r, text| r.adapted = text);
        part.lines(ui, t!(texts, "field-replication-note"), &replication.note, 2, |r, text| r.note = text);
    });
    if done.removed {
        part.remove();
    }
}
