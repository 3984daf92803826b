//! The missions and organisations that a practice comes from.

use crate::app::screens::record::{Fields, Finder};
use crate::app::shared::{Act, Shared};
use crate::app::theme::Icon;
use crate::app::widgets::{Button, RowButton, Tone, form};
use crate::domain::mission::Mission;
use crate::domain::organisation::Organisation;
use crate::domain::practice::{Origin, Practice};
use crate::domain::{Id, Kind};
use crate::store::{OfficeFile, StoreError};
use crate::t;
use egui::Ui;

/// A record that a practice comes from, by its name. Another office's mission may not be in this file.
pub(super) struct ShownOrigin {
    origin: Id,
    record: (Kind, Id),
    name: Option<String>,
}

/// The origins by the names of their records: one line for each record.
pub(super) fn read(file: &OfficeFile, origins: &[Origin]) -> Result<Vec<ShownOrigin>, StoreError> {
    let mut shown = Vec::new();
    for origin in origins {
        if let Some(mission) = origin.mission {
            let known = file.find::<Mission>(mission)?.is_some();
            let name = known.then(|| file.name_of(Kind::Mission, mission)).transpose()?;
            shown.push(ShownOrigin { origin: origin.id, record: (Kind::Mission, mission), name });
        }
        if let Some(organisation) = origin.organisation {
            let name = file.find::<Organisation>(organisation)?.map(|found| found.name);
            shown.push(ShownOrigin { origin: origin.id, record: (Kind::Organisation, organisation), name });
        }
    }
    Ok(shown)
}

/// What the tab remembers: the fields that find records.
#[derive(Default)]
pub(super) struct OriginsTab {
    mission: Finder,
    organisation: Finder,
}

impl OriginsTab {
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared, id: Id, origins: &[ShownOrigin]) {
        self.add(ui, shared, id);
        let texts = &shared.texts;
        if origins.is_empty() {
            form::weak(ui, t!(texts, "practice-no-origins"));
        }
        let mut removed = None;
        for shown in origins {
            ui.horizontal(|ui| {
                let (kind, record) = shown.record;
                let name = shown.name.as_deref().unwrap_or_else(|| t!(texts, "practice-origin-elsewhere"));
                let remove = Button::icon(Icon::Trash, t!(texts, "practice-remove-origin"));
                let room = ui.available_width() - 40.0;
                let row = RowButton::new(name).tag(Tone::Neutral, texts.kind(kind));
                let clicked = ui
                    .allocate_ui(egui::vec2(room, crate::app::theme::measure::FIELD), |ui| {
                        ui.push_id(shown.origin, |ui| ui.add(row)).inner.clicked()
                    })
                    .inner;
                if clicked && shown.name.is_some() {
                    shared.acts.push(Act::Open(kind, record));
                }
                if ui.push_id((shown.origin, kind.code()), |ui| ui.add(remove)).inner.clicked() {
                    removed = Some(shown.origin);
                }
            });
        }
        if let Some(origin) = removed {
            Fields::<Practice>::of(shared, id).part::<Origin>(origin).remove();
        }
    }

    fn add(&mut self, ui: &mut Ui, shared: &mut Shared, id: Id) {
        let texts = &shared.texts;
        form::section(ui, t!(texts, "practice-add-origin"));
        let mut found = None;
        for (finder, kind, name) in [
            (&mut self.mission, Kind::Mission, t!(texts, "practice-from-mission")),
            (&mut self.organisation, Kind::Organisation, t!(texts, "practice-from-organisation")),
        ] {
            let desk = &mut shared.desk;
            let chosen = form::row(ui, name, |ui| finder.show(ui, desk, texts, (id, kind.code()), name, kind, ""));
            found = found.or(chosen.flatten().map(|record| (kind, record)));
        }
        if let Some((kind, record)) = found {
            let of_kind = |wanted| (kind == wanted).then_some(record);
            let origin = Origin {
                id: Id::random(),
                of: id,
                mission: of_kind(Kind::Mission),
                organisation: of_kind(Kind::Organisation),
            };
            Fields::<Practice>::of(shared, id).add(origin);
        }
        ui.add_space(8.0);
    }
}
