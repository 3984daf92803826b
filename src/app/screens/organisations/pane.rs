//! The pane of one organisation.

use super::{contacts, links, profile, words};
use crate::app::desk::Ticket;
use crate::app::loaded::Loaded;
use crate::app::screens::placements::words::start_window;
use crate::app::screens::record::{Fields, HistoryTab, layout};
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::theme::Icon;
use crate::app::widgets::tabs::Tab;
use crate::app::widgets::{Button, RowButton, Tone, form};
use crate::domain::detail::OrganisationDetail;
use crate::domain::organisation::Organisation;
use crate::domain::placement::Placement;
use crate::domain::{Id, Kind};
use crate::store::{OfficeFile, Op, StoreError};
use crate::t;
use egui::Ui;

/// What the pane of an organisation remembers.
#[derive(Default)]
pub struct OrganisationPane {
    of: Option<Id>,
    tab: usize,
    shown: Loaded<Id, Option<Shown>>,
    open_part: Option<Id>,
    links: links::LinksTab,
    history: HistoryTab,
    new_placement: Option<Ticket<Id>>,
}

/// An organisation as its pane shows it.
struct Shown {
    detail: OrganisationDetail,
    links: Vec<links::ShownLink>,
}

fn read(file: &mut OfficeFile, id: &Id) -> Result<Option<Shown>, StoreError> {
    if file.find::<Organisation>(*id)?.is_none() {
        return Ok(None);
    }
    let detail = file.organisation(*id)?;
    let links = links::read(file, *id, &detail.links)?;
    Ok(Some(Shown { detail, links }))
}

impl OrganisationPane {
    /// Shows the pane of an organisation.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared, id: Id) {
        if let Some(placement) = self.new_placement.as_ref().and_then(Ticket::take) {
            self.new_placement = None;
            shared.act(Act::Open(Kind::Placement, placement));
        }
        let shown = match self.shown.exact(&mut shared.desk, &id, read) {
            Some(Some(shown)) => shown,
            Some(None) => return layout::gone(ui, &shared.texts),
            None => return,
        };
        let (detail, texts) = (&shown.detail, &shared.texts);
        if self.of.replace(id) != Some(id) && detail.organisation.name == t!(texts, "new-organisation-name") {
            self.tab = 0; // a new one is first of all filled in
        }
        layout::head(ui, texts, &mut shared.acts, &detail.organisation.name, &head_line(texts, &detail.organisation));
        let names = [
            t!(texts, "tab-profile").to_owned(),
            t!(texts, "organisation-contacts").to_owned(),
            t!(texts, "organisation-links").to_owned(),
            t!(texts, "organisation-placements").to_owned(),
            t!(texts, "tab-history").to_owned(),
        ];
        let tabs = [
            Tab::new(&names[0]),
            Tab::new(&names[1]).count(detail.contacts.len(), Tone::Neutral),
            Tab::new(&names[2]).count(shown.links.len(), Tone::Neutral),
            Tab::new(&names[3]).count(detail.placements.len(), Tone::Neutral),
            Tab::new(&names[4]),
        ];
        let (open_part, links, history) = (&mut self.open_part, &mut self.links, &mut self.history);
        let new_placement = &mut self.new_placement;
        layout::tabbed(ui, id, &tabs, &mut self.tab, |ui, tab| match tab {
            0 => profile::show(ui, &mut Fields::of(shared, id), &detail.organisation),
            1 => contacts::show(ui, &mut Fields::of(shared, id), &detail.contacts, open_part),
            2 => links.show(ui, shared, id, &shown.links, open_part),
            3 => placements(ui, shared, detail, new_placement),
            _ => history.show(ui, shared, Kind::Organisation, id),
        });
    }
}

fn head_line(texts: &Texts, organisation: &Organisation) -> String {
    let parts = [
        organisation.reference.as_str(),
        words::organisation_kind(texts, organisation.kind),
        organisation.place.as_str(),
        texts.country(organisation.country),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The placements at the organisation; a click opens one.
fn placements(ui: &mut Ui, shared: &mut Shared, detail: &OrganisationDetail, new: &mut Option<Ticket<Id>>) {
    let texts = &shared.texts;
    let button = Button::outlined(t!(texts, "organisation-new-placement")).with_icon(Icon::Plus);
    if ui.add(button).clicked() {
        let placement = new_placement(texts, &detail.organisation);
        *new = Some(shared.desk.edit(move |file| file.edit(Op::Auto, |edit| edit.add(placement))));
    }
    let texts = &shared.texts;
    if detail.placements.is_empty() {
        form::weak(ui, t!(texts, "organisation-no-placements"));
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    for placement in &detail.placements {
        let (word, tone) = texts.placement_status(placement.status);
        let note = start_window(texts, placement.start_from, placement.start_until);
        let row = RowButton::new(&placement.title).tag(tone, word).note(&note);
        if ui.push_id(placement.id, |ui| ui.add(row)).inner.clicked() {
            shared.acts.push(Act::Open(Kind::Placement, placement.id));
        }
    }
}

/// A placement as far as its organisation says what it will be like.
fn new_placement(texts: &Texts, organisation: &Organisation) -> Placement {
    let sector = match organisation.sectors.as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    Placement {
        title: t!(texts, "new-placement-title").to_owned(),
        organisation: Some(organisation.id),
        country: organisation.country,
        duty_station: organisation.place.clone(),
        position: organisation.position,
        sector,
        ..Placement::default()
    }
}
