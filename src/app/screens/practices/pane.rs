//! The pane of one practice.

use super::{origins, profile, replications, words};
use crate::app::loaded::Loaded;
use crate::app::screens::record::{Fields, HistoryTab, layout};
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::widgets::Tone;
use crate::app::widgets::tabs::Tab;
use crate::domain::detail::PracticeDetail;
use crate::domain::organisation::{Organisation, Position};
use crate::domain::practice::{Practice, PracticeStanding};
use crate::domain::{Id, Kind};
use crate::store::{OfficeFile, StoreError};
use crate::t;
use egui::Ui;

/// What the pane of a practice remembers.
#[derive(Default)]
pub struct PracticePane {
    of: Option<Id>,
    tab: usize,
    shown: Loaded<Id, Option<Shown>>,
    open_part: Option<Id>,
    origins: origins::OriginsTab,
    replications: replications::ReplicationsTab,
    history: HistoryTab,
}

/// A practice as its pane shows it, with the names of the records it names.
struct Shown {
    detail: PracticeDetail,
    origins: Vec<origins::ShownOrigin>,
    replications: Vec<replications::ShownReplication>,
    /// Where the organisation is that it comes from.
    origin: Option<Position>,
}

fn read(file: &mut OfficeFile, id: &Id) -> Result<Option<Shown>, StoreError> {
    if file.find::<Practice>(*id)?.is_none() {
        return Ok(None);
    }
    let detail = file.practice(*id)?;
    let origins = origins::read(file, &detail.origins)?;
    let replications = replications::read(file, &detail.replications)?;
    let first = detail.origins.iter().find_map(|origin| origin.organisation);
    let organisation = first.map(|id| file.find::<Organisation>(id)).transpose()?.flatten();
    let origin = organisation.and_then(|organisation| organisation.position);
    Ok(Some(Shown { detail, origins, replications, origin }))
}

impl PracticePane {
    /// Shows the pane of a practice.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared, id: Id) {
        let shown = match self.shown.exact(&mut shared.desk, &id, read) {
            Some(Some(shown)) => shown,
            Some(None) => return layout::gone(ui, &shared.texts),
            None => return,
        };
        let (detail, texts) = (&shown.detail, &shared.texts);
        if self.of.replace(id) != Some(id) && detail.practice.title == t!(texts, "new-practice-title") {
            self.tab = 0; // a new one is first of all filled in
        }
        layout::head(ui, texts, &mut shared.acts, &detail.practice.title, &head_line(texts, detail));
        let names = [
            t!(texts, "tab-profile").to_owned(),
            t!(texts, "practice-origins").to_owned(),
            t!(texts, "practice-replications").to_owned(),
            t!(texts, "tab-history").to_owned(),
        ];
        let tabs = [
            Tab::new(&names[0]),
            Tab::new(&names[1]).count(shown.origins.len(), Tone::Neutral),
            Tab::new(&names[2]).count(shown.replications.len(), Tone::Neutral),
            Tab::new(&names[3]),
        ];
        let (open_part, history) = (&mut self.open_part, &mut self.history);
        let (origins, replications) = (&mut self.origins, &mut self.replications);
        layout::tabbed(ui, id, &tabs, &mut self.tab, |ui, tab| match tab {
            0 => profile::show(ui, &mut Fields::of(shared, id), detail),
            1 => origins.show(ui, shared, id, &shown.origins),
            2 => {
                let from = (&detail.practice, shown.origin);
                replications.show(ui, shared, from, &shown.replications, open_part);
            }
            _ => history.show(ui, shared, Kind::Practice, id),
        });
    }
}

fn head_line(texts: &Texts, detail: &PracticeDetail) -> String {
    let standing = PracticeStanding::of(&detail.replications);
    let mut parts = vec![detail.practice.reference.clone(), words::stage(texts, detail.practice.stage).0.to_owned()];
    if standing.replications > 0 {
        parts.push(words::standing(texts, standing));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}
