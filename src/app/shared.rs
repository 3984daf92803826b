//! What every screen has at hand: the desk, the texts, and a list for what the person asks for.

use super::commands::{Command, Queue};
use super::desk::Desk;
use super::file_dialog::FileDialog;
use super::screens::mission_pages::MissionPage;
use super::screens::volunteers::Erasing;
use super::texts::Texts;
use crate::domain::{Id, Kind, ListKind};
use crate::store::lists::{MissionFilter, OrganisationFilter, PlacementFilter, PracticeFilter, VolunteerFilter};
use crate::store::{Done, OfficeFile, StoreError};
use chrono::NaiveDate;

/// The screens, in the order of the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Screen {
    /// What needs attention.
    Home,
    /// The list of volunteers.
    Volunteers,
    /// The list of organisations.
    Organisations,
    /// The list of placements.
    Placements,
    /// The list of missions.
    Missions,
    /// The organisations and their links, as a picture, a table and a map.
    Network,
    /// The list of practices.
    Practices,
    /// The numbers of a period.
    Reports,
    /// The plan of the whole office.
    Matching,
    /// Missions on a month.
    Calendar,
    /// Missions as bars over days.
    Timeline,
    /// What happens in the next days, and people in service through a year.
    Agenda,
    /// Everyone in service or on the way.
    WhoIsWhere,
    /// Exchange with other offices.
    Exchange,
    /// Where offices disagree.
    Conflicts,
    /// Who may be in the file twice.
    Duplicates,
    /// Files in and out.
    ImportExport,
    /// What was done.
    History,
    /// The office, its limits, how the window looks.
    Settings,
    /// Shortcuts and first steps.
    Help,
}

/// What a screen asks for beyond itself; carried out after painting, in one place.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// A command of the table.
    Ask(Command),
    /// To see a screen.
    Go(Screen),
    /// To see a record in its list.
    Open(Kind, Id),
    /// To see the volunteers behind a number.
    ListVolunteers(VolunteerFilter),
    /// To see the organisations behind a number.
    ListOrganisations(OrganisationFilter),
    /// To see the placements behind a number.
    ListPlacements(PlacementFilter),
    /// To see the missions behind a number.
    ListMissions(MissionFilter),
    /// To see the network around an organisation.
    ShowAround(Id),
    /// To see the practices behind a number.
    ListPractices(PracticeFilter),
    /// To bring in a sheet of records of a kind.
    Import(ListKind),
    /// To see a month on the calendar.
    ShowMonth(NaiveDate),
    /// To print the month of a day, or the twelve months from it.
    PrintCalendar(NaiveDate),
    /// To print a page about a mission, of which the reference is given.
    PrintPage(MissionPage, Id, String),
    /// To take a filled form of a report in.
    TakeForm,
    /// To write what is held of a volunteer, for them.
    WriteHeld(Id),
    /// To erase a person, once it has been agreed to.
    Erase(Erasing),
    /// To say something in passing.
    Say(String),
    /// To say what went wrong; stays until it is closed.
    Complain(String),
}

/// What every screen has at hand.
pub struct Shared {
    /// The way to the office file.
    pub desk: Desk,
    /// Texts in the person's language.
    pub texts: Texts,
    /// What was asked for in this frame.
    pub acts: Vec<Act>,
    /// Commands that wait until a field being typed into has handed over its value.
    pub queue: Queue,
    /// The dialog for choosing a file, native or the window's own.
    pub files: FileDialog,
}

impl Shared {
    /// The day that counts as today.
    pub fn today(&self) -> NaiveDate {
        self.desk.office().map_or_else(|| chrono::Local::now().date_naive(), |office| office.today)
    }

    /// Name of the open office file, without folder and ending: for files written from it.
    pub fn office_file_name(&self) -> String {
        let path = self.desk.office().map(|office| office.path.clone()).unwrap_or_default();
        path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Changes the open office; what is refused is told to the person.
    pub fn edit<T: Send + 'static>(
        &mut self,
        work: impl FnOnce(&mut OfficeFile) -> Result<Done<T>, StoreError> + Send + 'static,
    ) {
        // What the edit returns is of no interest here; what it changed comes back through the desk.
        drop(self.desk.edit(work));
    }

    /// Asks for something to be carried out after painting.
    pub fn act(&mut self, act: Act) {
        self.acts.push(act);
    }
}
