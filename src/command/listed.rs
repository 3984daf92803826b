//! What each list shows on the command line: its columns, by what it can be sorted, and what its JSON adds.

use crate::domain::mission::Mission;
use crate::domain::organisation::Organisation;
use crate::domain::placement::Placement;
use crate::domain::practice::Practice;
use crate::domain::reference::{Country, Tongue};
use crate::domain::volunteer::Volunteer;
use crate::store::Record;
use crate::store::lists::{
    ListRow, MissionRow, MissionSort, OrganisationRow, OrganisationSort, PlacementRow, PlacementSort, PracticeRow,
    PracticeSort, VolunteerRow, VolunteerSort,
};
use chrono::NaiveDate;
use serde_json::{Value, json};

/// A kind of list on the command line.
pub(super) trait Listed: ListRow<Filter: Default, Sort: 'static> {
    /// The record behind a row.
    type Record: Record + serde::Serialize;
    /// What it can be sorted by, as people type it; the first where nothing is said.
    const SORTS: &'static [(&'static str, Self::Sort)];
    /// The columns, in snake_case.
    const COLUMNS: &'static [&'static str];

    /// What stands in the columns, with names instead of codes.
    fn cells(&self) -> Vec<String>;
    /// What JSON adds to the record.
    fn more(&self) -> Value;
}

fn name(country: Option<Country>) -> String {
    country.map(|country| country.name(Tongue::English).to_owned()).unwrap_or_default()
}

fn day(date: Option<NaiveDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

fn joined(words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<_>>().join(", ")
}

impl Listed for VolunteerRow {
    type Record = Volunteer;
    const SORTS: &'static [(&'static str, VolunteerSort)] = &[
        ("name", VolunteerSort::Name),
        ("reference", VolunteerSort::Reference),
        ("nationality", VolunteerSort::Nationality),
        ("occupation", VolunteerSort::Occupation),
        ("languages", VolunteerSort::Languages),
        ("free", VolunteerSort::Free),
        ("state", VolunteerSort::State),
    ];
    const COLUMNS: &'static [&'static str] = &[
        "reference",
        "name",
        "own_script_name",
        "nationalities",
        "residence",
        "categories",
        "occupation",
        "languages",
        "free_from",
        "available_until",
        "state",
    ];

    fn cells(&self) -> Vec<String> {
        let occupation = match self.occupation {
            Some(occupation) if self.occupation_title.is_empty() => occupation.name(Tongue::English).to_owned(),
            _ => self.occupation_title.to_string(),
        };
        let languages = self.languages.iter().map(|(language, level)| match level {
            Some(level) => format!("{} {level}", language.name(Tongue::English)),
            None => language.name(Tongue::English).to_owned(),
        });
        vec![
            self.reference.to_string(),
            self.name.to_string(),
            self.own_script_name.to_string(),
            joined(self.nationalities.iter().map(|country| name(Some(*country)))),
            name(self.residence),
            joined(self.categories.iter().map(ToString::to_string)),
            occupation,
            joined(languages),
            day(self.free_from()),
            day(self.available_until),
            self.state.code().to_owned(),
        ]
    }

    fn more(&self) -> Value {
        let languages: Vec<Value> =
            self.languages.iter().map(|(language, level)| json!({ "language": language, "level": level })).collect();
        json!({ "languages": languages, "state": self.state.code() })
    }
}

impl Listed for OrganisationRow {
    type Record = Organisation;
    const SORTS: &'static [(&'static str, OrganisationSort)] = &[
        ("name", OrganisationSort::Name),
        ("reference", OrganisationSort::Reference),
        ("kind", OrganisationSort::Kind),
        ("country", OrganisationSort::Country),
        ("place", OrganisationSort::Place),
        ("agreement", OrganisationSort::Agreement),
        ("placements", OrganisationSort::Placements),
    ];
    const COLUMNS: &'static [&'static str] =
        &["reference", "name", "kind", "country", "place", "sectors", "agreement_until", "ceased_on", "placements"];

    fn cells(&self) -> Vec<String> {
        vec![
            self.reference.to_string(),
            self.name.to_string(),
            self.kind.to_string(),
            name(self.country),
            self.place.to_string(),
            joined(self.sectors.iter().map(|sector| sector.name(Tongue::English).to_owned())),
            day(self.agreement_until),
            day(self.ceased_on),
            self.placements.to_string(),
        ]
    }

    fn more(&self) -> Value {
        json!({ "placement_count": self.placements })
    }
}

impl Listed for PlacementRow {
    type Record = Placement;
    const SORTS: &'static [(&'static str, PlacementSort)] = &[
        ("title", PlacementSort::Title),
        ("reference", PlacementSort::Reference),
        ("organisation", PlacementSort::Organisation),
        ("country", PlacementSort::Country),
        ("start", PlacementSort::Start),
        ("free-places", PlacementSort::FreePlaces),
        ("priority", PlacementSort::Priority),
        ("status", PlacementSort::Status),
    ];
    const COLUMNS: &'static [&'static str] = &[
        "reference",
        "title",
        "organisation",
        "country",
        "duty_station",
        "occupation",
        "start_from",
        "start_until",
        "weeks",
        "places",
        "free_places",
        "priority",
        "status",
    ];

    fn cells(&self) -> Vec<String> {
        let weeks = match (self.weeks_least, self.weeks_most) {
            (None, None) => String::new(),
            (Some(least), Some(most)) if least == most => least.to_string(),
            (least, most) => {
                let words = |weeks: Option<u16>| weeks.map(|weeks| weeks.to_string()).unwrap_or_default();
                format!("{}-{}", words(least), words(most))
            }
        };
        vec![
            self.reference.to_string(),
            self.title.to_string(),
            self.organisation_name.to_string(),
            name(self.country),
            self.duty_station.to_string(),
            self.occupation.map(|occupation| occupation.name(Tongue::English).to_owned()).unwrap_or_default(),
            day(self.start_from),
            day(self.start_until),
            weeks,
            self.places.to_string(),
            self.free_places.to_string(),
            self.priority.to_string(),
            self.status.to_string(),
        ]
    }

    fn more(&self) -> Value {
        json!({ "organisation_name": self.organisation_name, "free_places": self.free_places })
    }
}

impl Listed for MissionRow {
    type Record = Mission;
    const SORTS: &'static [(&'static str, MissionSort)] = &[
        ("first", MissionSort::First),
        ("last", MissionSort::Last),
        ("volunteer", MissionSort::Volunteer),
        ("placement", MissionSort::Placement),
        ("reference", MissionSort::Reference),
        ("country", MissionSort::Country),
        ("stage", MissionSort::Stage),
    ];
    const COLUMNS: &'static [&'static str] =
        &["reference", "volunteer", "placement", "organisation", "country", "duty_station", "first", "last", "stage"];

    fn cells(&self) -> Vec<String> {
        vec![
            self.reference.to_string(),
            self.volunteer_name.to_string(),
            self.placement_title.to_string(),
            self.organisation_name.to_string(),
            name(self.country),
            self.duty_station.to_string(),
            self.first.to_string(),
            self.last.to_string(),
            self.stage.to_string(),
        ]
    }

    fn more(&self) -> Value {
        json!({
            "volunteer_name": self.volunteer_name,
            "placement_title": self.placement_title,
            "organisation_name": self.organisation_name,
            "country": self.country,
        })
    }
}

impl Listed for PracticeRow {
    type Record = Practice;
    const SORTS: &'static [(&'static str, PracticeSort)] = &[
        ("title", PracticeSort::Title),
        ("reference", PracticeSort::Reference),
        ("stage", PracticeSort::Stage),
        ("replications", PracticeSort::Replications),
    ];
    const COLUMNS: &'static [&'static str] =
        &["reference", "title", "stage", "sectors", "countries", "replications", "worked", "countries_worked"];

    fn cells(&self) -> Vec<String> {
        vec![
            self.reference.to_string(),
            self.title.to_string(),
            self.stage.to_string(),
            joined(self.sectors.iter().map(|sector| sector.name(Tongue::English).to_owned())),
            joined(self.countries.iter().map(|country| name(Some(*country)))),
            self.standing.replications.to_string(),
            self.standing.worked.to_string(),
            self.standing.countries_worked.to_string(),
        ]
    }

    fn more(&self) -> Value {
        json!({ "standing": self.standing })
    }
}
