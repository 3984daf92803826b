//! What there is between an organisation and us: how its missions went, what they passed on, its placements, and our
//! visits.

use super::{passed_on, visits};
use crate::app::desk::Ticket;
use crate::app::screens::placements::words::start_window;
use crate::app::screens::record::Fields;
use crate::app::shared::{Act, Shared};
use crate::app::texts::Texts;
use crate::app::theme::Icon;
use crate::app::widgets::{Button, RowButton, form};
use crate::domain::detail::OrganisationDetail;
use crate::domain::organisation::Organisation;
use crate::domain::placement::Placement;
use crate::domain::{Id, Kind};
use crate::store::lists::MissionFilter;
use crate::store::{Op, PassedOn, WithUs};
use crate::t;
use egui::Ui;

/// What the tab remembers: the placement that is being made.
#[derive(Default)]
pub(super) struct WithUsTab {
    new_placement: Option<Ticket<Id>>,
}

impl WithUsTab {
    /// Opens the placement that was made.
    pub fn hear(&mut self, shared: &mut Shared) {
        if let Some(placement) = self.new_placement.as_ref().and_then(Ticket::take) {
            self.new_placement = None;
            shared.act(Act::Open(Kind::Placement, placement));
        }
    }

    /// Shows the tab.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        shared: &mut Shared,
        detail: &OrganisationDetail,
        (with_us, arrived): (&WithUs, &[PassedOn]),
        open: &mut Option<Id>,
    ) {
        so_far(ui, shared, with_us);
        passed_on::show(ui, shared, arrived);
        self.placements(ui, shared, detail);
        visits::show(ui, &mut Fields::of(shared, detail.organisation.id), &detail.visits, open);
    }

    /// The placements at the organisation; a click opens one.
    fn placements(&mut self, ui: &mut Ui, shared: &mut Shared, detail: &OrganisationDetail) {
        let texts = &shared.texts;
        form::section(ui, t!(texts, "organisation-placements"));
        let button = Button::outlined(t!(texts, "organisation-new-placement")).with_icon(Icon::Plus);
        if ui.add(button).clicked() {
            let placement = new_placement(texts, &detail.organisation);
            self.new_placement = Some(shared.desk.edit(move |file| file.edit(Op::Auto, |edit| edit.add(placement))));
        }
        let texts = &shared.texts;
        if detail.placements.is_empty() {
            form::weak(ui, t!(texts, "organisation-no-placements"));
        }
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for placement in &detail.placements {
                let (word, tone) = texts.placement_status(placement.status);
                let note = start_window(texts, placement.start_from, placement.start_until);
                let row = RowButton::new(&placement.title).tag(tone, word).note(&note);
                if ui.push_id(placement.id, |ui| ui.add(row)).inner.clicked() {
                    shared.acts.push(Act::Open(Kind::Placement, placement.id));
                }
            }
        });
    }
}

/// How its missions went: each number opens the list behind it.
fn so_far(ui: &mut Ui, shared: &mut Shared, with_us: &WithUs) {
    let texts = &shared.texts;
    if with_us.missions.is_empty() {
        return;
    }
    form::section(ui, t!(texts, "organisation-so-far"));
    let mut numbers = vec![
        (t!(texts, "organisation-missions").to_owned(), &with_us.missions),
        (t!(texts, "organisation-serving").to_owned(), &with_us.serving),
    ];
    for (reason, missions) in &with_us.early {
        let reason = reason.map_or_else(|| t!(texts, "organisation-no-reason"), |reason| texts.early_end(reason));
        numbers.push((t!(texts, "organisation-ended-early", reason = reason), missions));
    }
    numbers.push((t!(texts, "organisation-reports-missing").to_owned(), &with_us.reports_missing));
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (name, missions) in numbers.into_iter().filter(|(_, missions)| !missions.is_empty()) {
            let count = texts.count(missions.len());
            if ui.add(RowButton::new(&name).right(&count)).clicked() {
                let ids = missions.clone();
                shared.acts.push(Act::ListMissions(MissionFilter { ids, ..MissionFilter::default() }));
            }
        }
    });
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
