//! The screens. Each has a file of its own; what they share is in [`list`].

pub mod agenda;
pub mod calendar;
pub mod calendar_export;
pub mod conflicts;
pub mod duplicates;
pub mod exchange;
pub mod guidance;
pub mod history;
pub mod home;
pub mod import_export;
pub mod list;
pub mod matching;
pub mod mission_bar;
pub mod mission_pages;
pub mod missions;
pub mod network;
pub mod new_office;
pub mod new_passphrase;
pub mod organisations;
pub mod pair;
pub mod passphrase;
pub mod placements;
pub mod position;
pub mod practices;
pub mod record;
pub mod reports;
pub mod restore;
pub mod schedule;
pub mod settings;
pub mod start;
pub mod timeline;
pub mod volunteers;
pub mod whereabouts;

use super::commands::Command;
use super::file_dialog::Purpose;
use super::loaded::Loaded;
use super::preferences::Preferences;
use super::shared::{Act, Screen, Shared};
use crate::domain::{Id, Kind};
use crate::exchange::bundle::{BUNDLE_ENDING, INVITATION_ENDING};
use crate::exchange::calendar::CalendarQuery;
use crate::store::lists::MissionFilter;
use crate::store::{Changes, Done, OfficeFile};
use egui::Ui;
use list::ListScreen;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Endings of the sheets that can be brought in.
pub const SHEET_ENDINGS: &[&str] = &["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt"];

/// What each screen remembers while an office is open.
#[derive(Default)]
pub struct Screens {
    home: home::HomeScreen,
    volunteers: ListScreen<volunteers::Volunteers>,
    organisations: ListScreen<organisations::Organisations>,
    placements: ListScreen<placements::Placements>,
    missions: ListScreen<missions::Missions>,
    practices: ListScreen<practices::Practices>,
    reports: reports::ReportsScreen,
    /// What is held of volunteers who asked, or wish to be erased.
    held: volunteers::Held,
    /// Briefings and certificates that were asked for.
    pages: mission_pages::MissionPages,
    matching: matching::MatchingScreen,
    network: network::NetworkScreen,
    calendar: calendar::CalendarScreen,
    timeline: timeline::TimelineScreen,
    agenda: agenda::AgendaScreen,
    /// What calendar and timeline are narrowed to.
    schedule: schedule::Filters,
    whereabouts: whereabouts::WhereaboutsScreen,
    calendar_export: calendar_export::CalendarExport,
    calendar_print: calendar::CalendarPrint,
    exchange: exchange::ExchangeScreen,
    conflicts: conflicts::ConflictsScreen,
    duplicates: duplicates::DuplicatesScreen,
    import_export: import_export::ImportExportScreen,
    /// Records that received files changed and nobody has looked at.
    received: Loaded<(), BTreeSet<(Kind, Id)>>,
    /// The one of them that is chosen: it is being noted as looked at.
    looked_at: Option<(Kind, Id)>,
    history: history::HistoryScreen,
    settings: settings::SettingsScreen,
}

impl Screens {
    /// Shows a screen.
    pub fn show(&mut self, ui: &mut Ui, screen: Screen, shared: &mut Shared, preferences: &mut Preferences) {
        self.dropped(ui, shared);
        self.import_export.hear(shared);
        self.settings.hear(shared);
        self.exchange.hear(ui, shared);
        self.held.hear(ui, shared);
        self.pages.hear(ui, shared);
        let none = BTreeSet::new();
        let read = |file: &mut OfficeFile, (): &()| Ok(file.unlooked()?.into_iter().collect());
        let received = self.received.latest(&mut shared.desk, &(), read).unwrap_or(&none);
        match screen {
            Screen::Home => {
                let twice = self.duplicates.count(shared).unwrap_or_default();
                self.home.show(ui, shared, received, twice);
            }
            Screen::Volunteers => self.volunteers.show(ui, shared, received),
            Screen::Organisations => self.organisations.show(ui, shared, received),
            Screen::Placements => self.placements.show(ui, shared, received),
            Screen::Missions => self.missions.show(ui, shared, received),
            Screen::Practices => self.practices.show(ui, shared, received),
            Screen::Reports => self.reports.show(ui, shared),
            Screen::Matching => self.matching.show(ui, shared),
            Screen::Network => self.network.show(ui, shared),
            Screen::Calendar => self.calendar.show(ui, shared, &mut self.schedule),
            Screen::Timeline => self.timeline.show(ui, shared, &mut self.schedule, preferences),
            Screen::Agenda => self.agenda.show(ui, shared, &mut self.schedule),
            Screen::WhoIsWhere => self.whereabouts.show(ui, shared),
            Screen::Exchange => self.exchange.show(ui, shared),
            Screen::Conflicts => self.conflicts.show(ui, shared),
            Screen::Duplicates => self.duplicates.show(ui, shared),
            Screen::ImportExport => self.import_export.show(ui, shared),
            Screen::History => self.history.show(ui, shared),
            Screen::Settings => self.settings.show(ui, shared, preferences),
            Screen::Help => super::help::show(ui, &shared.texts),
        }
        self.look_at_selected(screen, shared);
        self.calendar_export.show(ui.ctx(), shared);
        self.calendar_print.show(ui.ctx(), shared, preferences);
    }

    /// A record that a received file changed counts as looked at once it has been chosen in its list.
    fn look_at_selected(&mut self, screen: Screen, shared: &mut Shared) {
        let received = self.received.value();
        let unseen = self.selected(screen).filter(|record| received.is_some_and(|all| all.contains(record)));
        if unseen == self.looked_at {
            return;
        }
        self.looked_at = unseen;
        if let Some(record) = unseen {
            shared.edit(move |file| {
                file.look_at(record.1)?;
                Ok(Done { value: (), changes: Changes { records: BTreeSet::from([record]) } })
            });
        }
    }

    /// Asks what a calendar file is to tell: of the missions that the calendar is narrowed to, from elsewhere of all.
    pub fn export_calendar(&mut self, screen: Screen) {
        let missions = match screen {
            Screen::Calendar | Screen::Timeline | Screen::Agenda => self.schedule.narrowed(),
            _ => CalendarQuery::of(MissionFilter::default()).missions,
        };
        self.calendar_export.open(missions);
    }

    /// How many things need attention, once they have been counted.
    pub fn attention(&mut self, shared: &mut Shared) -> Option<usize> {
        self.home.count(shared)
    }

    /// The record chosen on a screen.
    pub fn selected(&self, screen: Screen) -> Option<(Kind, Id)> {
        match screen {
            Screen::Volunteers => self.volunteers.selected(),
            Screen::Organisations => self.organisations.selected(),
            Screen::Placements => self.placements.selected(),
            Screen::Missions => self.missions.selected(),
            Screen::Practices => self.practices.selected(),
            _ => None,
        }
    }

    /// Puts the keyboard into the search field of a list.
    pub fn find_in_list(&mut self, screen: Screen) {
        match screen {
            Screen::Volunteers => self.volunteers.find(),
            Screen::Organisations => self.organisations.find(),
            Screen::Placements => self.placements.find(),
            Screen::Missions => self.missions.find(),
            Screen::Practices => self.practices.find(),
            Screen::Matching => self.matching.find(),
            Screen::Network => self.network.find(),
            Screen::Calendar => self.calendar.find(),
            Screen::Timeline => self.timeline.find(),
            Screen::Agenda => self.agenda.find(),
            _ => {}
        }
    }

    /// Makes a new record and opens it; returns the screen to see it on.
    pub fn new_record(&mut self, command: Command, shared: &mut Shared, screen: Screen) -> Screen {
        match command {
            Command::NewVolunteer => {
                self.volunteers.add(shared);
                Screen::Volunteers
            }
            Command::NewOrganisation => {
                self.organisations.add(shared);
                Screen::Organisations
            }
            Command::NewPlacement => {
                self.placements.add(shared);
                Screen::Placements
            }
            Command::NewPractice => {
                self.practices.add(shared);
                Screen::Practices
            }
            _ => screen,
        }
    }

    /// Removes the record chosen on a screen.
    pub fn remove_record(&mut self, screen: Screen, shared: &mut Shared) {
        match screen {
            Screen::Volunteers => self.volunteers.remove(shared),
            Screen::Organisations => self.organisations.remove(shared),
            Screen::Placements => self.placements.remove(shared),
            Screen::Missions => self.missions.remove(shared),
            Screen::Practices => self.practices.remove(shared),
            _ => {}
        }
    }

    /// Carries out what a screen asked for beyond itself; returns the screen to see.
    pub fn carry_out(&mut self, act: Act, screen: Screen) -> Screen {
        match act {
            Act::Open(Kind::Volunteer, id) => {
                self.volunteers.open(id);
                Screen::Volunteers
            }
            Act::Open(Kind::Organisation, id) => {
                self.organisations.open(id);
                Screen::Organisations
            }
            Act::Open(Kind::Placement, id) => {
                self.placements.open(id);
                Screen::Placements
            }
            Act::Open(Kind::Mission, id) => {
                self.missions.open(id);
                Screen::Missions
            }
            Act::Open(Kind::Practice, id) => {
                self.practices.open(id);
                Screen::Practices
            }
            Act::Open(Kind::Office, _) => Screen::Settings,
            Act::ListVolunteers(filter) => {
                self.volunteers.narrow(filter);
                Screen::Volunteers
            }
            Act::ListOrganisations(filter) => {
                self.organisations.narrow(filter);
                Screen::Organisations
            }
            Act::ListPlacements(filter) => {
                self.placements.narrow(filter);
                Screen::Placements
            }
            Act::ListMissions(filter) => {
                self.missions.narrow(filter);
                Screen::Missions
            }
            Act::ShowAround(organisation) => {
                self.network.show_around(organisation);
                Screen::Network
            }
            Act::ListPractices(filter) => {
                self.practices.narrow(filter);
                Screen::Practices
            }
            Act::Import(kind) => {
                self.import_export.begin(kind);
                Screen::ImportExport
            }
            Act::ShowMonth(day) => {
                self.calendar.go_to(day);
                Screen::Calendar
            }
            Act::PrintCalendar(day) => {
                self.calendar_print.open(self.schedule.query(None), day);
                screen
            }
            Act::WriteHeld(volunteer) => {
                self.held.want(volunteer);
                screen
            }
            Act::TakeForm => {
                self.pages.want_form();
                screen
            }
            Act::PrintPage(page, mission, reference) => {
                self.pages.want(page, mission, reference);
                screen
            }
            Act::Erase(erasing) => {
                self.held.ask_erase(erasing);
                screen
            }
            Act::Ask(_) | Act::Go(_) | Act::Say(_) | Act::Complain(_) => screen,
        }
    }

    /// Goes on with a file that was chosen; returns the screen to see.
    pub fn file_chosen(&mut self, purpose: Purpose, path: PathBuf, shared: &mut Shared, screen: Screen) -> Screen {
        if purpose == Purpose::Import {
            self.import_export.open(path, shared);
            return Screen::ImportExport;
        }
        match purpose {
            Purpose::RecoveryQuestion => self.settings.answer_recovery(path, shared),
            Purpose::Holidays => self.settings.read_holidays(path, shared),
            Purpose::ExportCalendar => {
                if let Some(query) = self.calendar_export.confirmed() {
                    self.import_export.write_calendar(path, query, shared);
                }
            }
            Purpose::PrintCalendar => {
                if let Some(ticket) = self.calendar_print.print(path.clone(), shared) {
                    self.import_export.follow(path, ticket);
                }
            }
            Purpose::Proposal => {
                if let Some(ticket) = self.matching.print(path.clone(), shared) {
                    self.import_export.follow(path, ticket);
                }
            }
            Purpose::ReportForm => self.pages.take(path, shared),
            Purpose::MissionPage => {
                if let Some(ticket) = self.pages.write(path.clone(), shared) {
                    self.import_export.follow(path, ticket);
                }
            }
            Purpose::Report => {
                let ticket = self.reports.write(path.clone(), shared);
                self.import_export.follow(path, ticket);
            }
            Purpose::ReportChart => {
                if let Some(ticket) = self.reports.write_chart(path.clone(), shared) {
                    self.import_export.follow(path, ticket);
                }
            }
            Purpose::Whereabouts => {
                let ticket = self.whereabouts.write(path.clone(), shared);
                self.import_export.follow(path, ticket);
            }
            Purpose::Send | Purpose::Receive | Purpose::Invitation => {
                self.exchange.file_chosen(&purpose, path, shared);
                return Screen::Exchange;
            }
            Purpose::Held => self.held.write(path, shared),
            Purpose::Plan => {
                let ticket = self.matching.export(path.clone(), shared);
                self.import_export.follow(path, ticket);
            }
            _ => self.import_export.write(&purpose, path, shared),
        }
        screen
    }

    /// A file dropped on the window is an office file to open, something from another office, or a sheet to bring in.
    fn dropped(&mut self, ui: &Ui, shared: &mut Shared) {
        let paths: Vec<PathBuf> =
            ui.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        let Some(path) = paths.first().cloned() else { return };
        let ends = |endings: &[&str]| {
            path.extension().is_some_and(|own| endings.iter().any(|ending| own.eq_ignore_ascii_case(ending)))
        };
        if ends(&["sojourn"]) {
            shared.desk.open(&path);
        } else if path.is_dir() || ends(&[BUNDLE_ENDING, INVITATION_ENDING]) {
            self.exchange.open_files(paths, shared);
            shared.act(Act::Go(Screen::Exchange));
        } else {
            self.import_export.open(path, shared);
            shared.act(Act::Go(Screen::ImportExport));
        }
    }
}
