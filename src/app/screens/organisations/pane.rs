//! The pane of one organisation.

use super::{contacts, links, offers, profile, projects, with_us, words};
use crate::app::loaded::Loaded;
use crate::app::screens::record::{Fields, HistoryTab, layout};
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::widgets::Tone;
use crate::app::widgets::tabs::Tab;
use crate::domain::detail::OrganisationDetail;
use crate::domain::organisation::Organisation;
use crate::domain::{Id, Kind};
use crate::store::{OfficeFile, PassedOn, StoreError, WithUs};
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
    with_us: with_us::WithUsTab,
    history: HistoryTab,
}

/// An organisation as its pane shows it.
struct Shown {
    detail: OrganisationDetail,
    links: Vec<links::ShownLink>,
    with_us: WithUs,
    passed_on: Vec<PassedOn>,
    /// Volunteers who come from it.
    members: Vec<Id>,
}

fn read(file: &mut OfficeFile, id: &Id) -> Result<Option<Shown>, StoreError> {
    if file.find::<Organisation>(*id)?.is_none() {
        return Ok(None);
    }
    let detail = file.organisation(*id)?;
    let links = links::read(file, *id, &detail.links)?;
    let (with_us, passed_on) = (file.with_us(*id)?, file.passed_on(*id)?);
    let members = file.members_who_volunteer(*id)?;
    Ok(Some(Shown { detail, links, with_us, passed_on, members }))
}

impl OrganisationPane {
    /// Shows the pane of an organisation.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared, id: Id) {
        self.with_us.hear(shared);
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
            t!(texts, "organisation-network").to_owned(),
            t!(texts, "organisation-with-us").to_owned(),
            t!(texts, "tab-history").to_owned(),
        ];
        let network = shown.links.len() + detail.offers.len() + detail.projects.len();
        let tabs = [
            Tab::new(&names[0]),
            Tab::new(&names[1]).count(detail.contacts.len(), Tone::Neutral),
            Tab::new(&names[2]).count(network, Tone::Neutral),
            Tab::new(&names[3]).count(detail.placements.len() + detail.visits.len(), Tone::Neutral),
            Tab::new(&names[4]),
        ];
        let (open_part, links, history) = (&mut self.open_part, &mut self.links, &mut self.history);
        let with_us = &mut self.with_us;
        layout::tabbed(ui, id, &tabs, &mut self.tab, |ui, tab| match tab {
            0 => profile::show(ui, &mut Fields::of(shared, id), &detail.organisation, &shown.members),
            1 => contacts::show(ui, &mut Fields::of(shared, id), &detail.contacts, open_part),
            2 => {
                offers::show(ui, &mut Fields::of(shared, id), &detail.offers, open_part);
                links.show(ui, shared, id, &shown.links, open_part);
                let fields = &mut Fields::of(shared, id);
                projects::show(ui, fields, &detail.organisation, &detail.projects, open_part);
            }
            3 => with_us.show(ui, shared, detail, (&shown.with_us, &shown.passed_on), open_part),
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
