//! The pane of one volunteer.

use super::shown::{Shown, read};
use super::standing::StandingPart;
use super::{abilities, availability, held, papers, profile};
use crate::app::loaded::Loaded;
use crate::app::screens::record::{Fields, Finder, HistoryTab, layout, mission_row};
use crate::app::shared::Shared;
use crate::app::texts::Texts;
use crate::app::widgets::tabs::Tab;
use crate::app::widgets::{Tone, form};
use crate::domain::span::age_on;
use crate::domain::volunteer::Volunteer;
use crate::domain::{Id, Kind};
use crate::t;
use chrono::NaiveDate;
use egui::Ui;

/// What the pane of a volunteer remembers.
#[derive(Default)]
pub struct VolunteerPane {
    of: Option<Id>,
    tab: usize,
    shown: Loaded<Id, Option<Shown>>,
    open_part: Option<Id>,
    finder: Finder,
    standing: StandingPart,
    history: HistoryTab,
}

impl VolunteerPane {
    /// Shows the pane of a volunteer.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared, id: Id) {
        let shown = match self.shown.exact(&mut shared.desk, &id, read) {
            Some(Some(shown)) => shown,
            Some(None) => return layout::gone(ui, &shared.texts),
            None => return,
        };
        let (detail, today) = (&shown.detail, shared.today());
        let texts = &shared.texts;
        if self.of.replace(id) != Some(id) {
            self.standing = StandingPart::default();
            if detail.volunteer.full_name == t!(texts, "new-volunteer-name") {
                self.tab = 0; // a new one is first of all filled in
            }
        }
        layout::head(ui, texts, &mut shared.acts, &detail.volunteer.full_name, &head_line(texts, shown, today));
        let bad = detail.clearances.iter().filter(|paper| shown.state_of(paper, today).is_bad()).count();
        let names = [
            t!(texts, "tab-profile"),
            t!(texts, "volunteer-abilities"),
            t!(texts, "volunteer-availability"),
            t!(texts, "volunteer-papers"),
            t!(texts, "volunteer-missions"),
            t!(texts, "tab-history"),
        ]
        .map(str::to_owned);
        let papers = Tab::new(&names[3]);
        let tabs = [
            Tab::new(&names[0]),
            Tab::new(&names[1]),
            Tab::new(&names[2]),
            if bad > 0 { papers.count(bad, Tone::Bad) } else { papers },
            Tab::new(&names[4]).count(shown.missions.len(), Tone::Neutral),
            Tab::new(&names[5]),
        ];
        let Self { tab, open_part, finder, standing, history, .. } = self;
        layout::tabbed(ui, id, &tabs, tab, |ui, tab| match tab {
            0 => {
                profile::show(ui, &mut Fields::of(shared, id), finder, standing, shown);
                held::buttons(ui, &shared.texts, &mut shared.acts, &detail.volunteer);
            }
            1 => abilities::show(ui, &mut Fields::of(shared, id), detail, open_part),
            2 => availability::show(ui, &mut Fields::of(shared, id), finder, shown, open_part),
            3 => papers::show(ui, &mut Fields::of(shared, id), shown, open_part),
            4 => missions(ui, shared, shown),
            _ => history.show(ui, shared, Kind::Volunteer, id),
        });
    }
}

/// What tells the person from others.
fn head_line(texts: &Texts, shown: &Shown, today: NaiveDate) -> String {
    let volunteer: &Volunteer = &shown.detail.volunteer;
    let age =
        volunteer.birth_date.map_or(String::new(), |birth| t!(texts, "volunteer-age", years = age_on(birth, today)));
    let occupation = if volunteer.occupation_title.is_empty() {
        texts.occupation(volunteer.occupation)
    } else {
        &volunteer.occupation_title
    };
    let categories: Vec<&str> = volunteer.categories.iter().map(|category| texts.category(*category)).collect();
    let (nationalities, categories) = (texts.countries(&volunteer.nationalities), categories.join(", "));
    let parts = [volunteer.reference.as_str(), &nationalities, &age, occupation, &categories];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Their missions, the newest first; a click opens one.
fn missions(ui: &mut Ui, shared: &mut Shared, shown: &Shown) {
    if shown.missions.is_empty() {
        form::weak(ui, t!(shared.texts, "volunteer-no-missions"));
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    for (mission, title, country) in shown.missions.iter().rev() {
        let country = shared.texts.country(*country);
        let title = if country.is_empty() { title.clone() } else { format!("{title}, {country}") };
        mission_row::show(ui, shared, mission, &title);
    }
}
