//! Names of codes, records and edits in the person's language.

use super::texts::{Language, Texts};
use super::widgets::Tone;
use crate::domain::decision::DecisionKind;
use crate::domain::mission::Stage;
use crate::domain::placement::{PlacementStatus, Priority};
use crate::domain::reference::{Country, Occupation, Region, Sector, Tongue};
use crate::domain::rules::Broken;
use crate::domain::volunteer::{Level, Standing};
use crate::domain::{Kind, ListKind};
use crate::store::agenda::AgendaKind;
use crate::store::lists::VolunteerState;
use crate::store::{Op, StoreError};
use crate::t;

impl Texts {
    /// The language in which reference tables are read.
    pub fn tongue(&self) -> Tongue {
        match self.language() {
            Language::English => Tongue::English,
            Language::French => Tongue::French,
        }
    }

    /// The name of a country; empty for none.
    pub fn country(&self, country: Option<Country>) -> &'static str {
        country.map(|country| country.name(self.tongue())).unwrap_or_default()
    }

    /// The names of countries, with commas between.
    pub fn countries(&self, countries: &[Country]) -> String {
        countries.iter().map(|country| country.name(self.tongue())).collect::<Vec<_>>().join(", ")
    }

    /// The title of an occupation; empty for none.
    pub fn occupation(&self, occupation: Option<Occupation>) -> &'static str {
        occupation.map(|occupation| occupation.name(self.tongue())).unwrap_or_default()
    }

    /// The name of a sector; empty for none.
    pub fn sector(&self, sector: Option<Sector>) -> &'static str {
        sector.map(|sector| sector.name(self.tongue())).unwrap_or_default()
    }

    /// The name of a region.
    pub fn region(&self, region: Region) -> &'static str {
        region.name(self.tongue())
    }

    /// The name of a language.
    pub fn language_name(&self, language: crate::domain::reference::Language) -> &'static str {
        language.name(self.tongue())
    }

    /// A level of a language: "B2", "native".
    pub fn level(&self, level: Level) -> &str {
        if level == Level::Native { t!(self, "level-native") } else { level.code() }
    }

    /// A word of one of the domain's lists: `code("stage", "serving")` is the text `stage-serving`.
    pub fn code(&self, list: &str, code: &str) -> String {
        self.with(&format!("{list}-{code}"), &[])
    }

    /// What a row of a list is.
    pub fn list_kind(&self, kind: ListKind) -> &str {
        match kind {
            ListKind::Volunteer
            | ListKind::Organisation
            | ListKind::Placement
            | ListKind::Mission
            | ListKind::Practice => self.kind(kind.owner()),
            ListKind::Project => t!(self, "part-project"),
            ListKind::Offer => t!(self, "part-offer"),
            ListKind::Link => t!(self, "part-link"),
            ListKind::SiteVisit => t!(self, "part-site-visit"),
            ListKind::Replication => t!(self, "part-replication"),
            ListKind::Trained => t!(self, "part-trained"),
        }
    }

    /// The kind of a record.
    pub fn kind(&self, kind: Kind) -> &str {
        match kind {
            Kind::Volunteer => t!(self, "kind-volunteer"),
            Kind::Organisation => t!(self, "kind-organisation"),
            Kind::Placement => t!(self, "kind-placement"),
            Kind::Mission => t!(self, "kind-mission"),
            Kind::Practice => t!(self, "kind-practice"),
            Kind::Office => t!(self, "kind-office"),
        }
    }

    /// Where a volunteer is now.
    pub fn volunteer_state(&self, state: VolunteerState) -> (&str, Tone) {
        match state {
            VolunteerState::Mission(stage) => self.stage(stage),
            VolunteerState::Standing(standing) => self.standing(standing),
        }
    }

    /// Where a volunteer stands with the organisation.
    pub fn standing(&self, standing: Standing) -> (&str, Tone) {
        match standing {
            Standing::Applied => (t!(self, "standing-applied"), Tone::Neutral),
            Standing::Assessed => (t!(self, "standing-assessed"), Tone::Neutral),
            Standing::Ready => (t!(self, "standing-ready"), Tone::Good),
            Standing::Resting => (t!(self, "standing-resting"), Tone::Neutral),
            Standing::Refused => (t!(self, "standing-refused"), Tone::Bad),
            Standing::Left => (t!(self, "standing-left"), Tone::Neutral),
        }
    }

    /// How far a mission has come.
    pub fn stage(&self, stage: Stage) -> (&str, Tone) {
        match stage {
            Stage::Proposed => (t!(self, "stage-proposed"), Tone::Accent),
            Stage::WithPartner => (t!(self, "stage-with-partner"), Tone::Accent),
            Stage::Offered => (t!(self, "stage-offered"), Tone::Careful),
            Stage::Accepted => (t!(self, "stage-accepted"), Tone::Careful),
            Stage::Preparing => (t!(self, "stage-preparing"), Tone::Careful),
            Stage::Serving => (t!(self, "stage-serving"), Tone::Good),
            Stage::Completed => (t!(self, "stage-completed"), Tone::Neutral),
            Stage::EndedEarly => (t!(self, "stage-ended-early"), Tone::Bad),
            Stage::Declined => (t!(self, "stage-declined"), Tone::Bad),
            Stage::Cancelled => (t!(self, "stage-cancelled"), Tone::Neutral),
        }
    }

    /// What happens on a day.
    pub fn agenda_kind<'a>(&'a self, kind: &'a AgendaKind) -> std::borrow::Cow<'a, str> {
        match kind {
            AgendaKind::Arrival => t!(self, "home-arrival").into(),
            AgendaKind::Departure => t!(self, "home-departure").into(),
            AgendaKind::Milestone { name, .. } => self.milestone(name).into(),
            AgendaKind::PaperEnds { paper } => t!(self, "agenda-paper-ends", paper = self.clearance(*paper)).into(),
            AgendaKind::ReportDue { report } => {
                t!(self, "agenda-report-due", report = self.report_kind(*report)).into()
            }
        }
    }

    /// A milestone. Those that every mission begins with are kept under their English names; others are as a person
    /// wrote them.
    pub fn milestone<'a>(&'a self, name: &'a str) -> &'a str {
        crate::domain::milestones::name_in(name, self.tongue())
    }

    /// How far a placement has come.
    pub fn placement_status(&self, status: PlacementStatus) -> (&str, Tone) {
        match status {
            PlacementStatus::Draft => (t!(self, "status-draft"), Tone::Neutral),
            PlacementStatus::Submitted => (t!(self, "status-submitted"), Tone::Careful),
            PlacementStatus::ChangesAsked => (t!(self, "status-changes-asked"), Tone::Careful),
            PlacementStatus::Approved => (t!(self, "status-approved"), Tone::Accent),
            PlacementStatus::Open => (t!(self, "status-open"), Tone::Good),
            PlacementStatus::Filled => (t!(self, "status-filled"), Tone::Neutral),
            PlacementStatus::Closed => (t!(self, "status-closed"), Tone::Neutral),
            PlacementStatus::Cancelled => (t!(self, "status-cancelled"), Tone::Bad),
        }
    }

    /// What was decided about a person and a placement.
    pub fn decision(&self, kind: DecisionKind) -> &str {
        match kind {
            DecisionKind::Pinned => t!(self, "decision-pinned"),
            DecisionKind::Held => t!(self, "decision-held"),
            DecisionKind::NotHere => t!(self, "decision-not-here"),
            DecisionKind::NotAtPartner => t!(self, "decision-not-at-partner"),
        }
    }

    /// How soon someone is needed.
    pub fn priority(&self, priority: Priority) -> (&str, Tone) {
        match priority {
            Priority::Urgent => (t!(self, "priority-urgent"), Tone::Bad),
            Priority::Normal => (t!(self, "priority-normal"), Tone::Neutral),
            Priority::Low => (t!(self, "priority-low"), Tone::Neutral),
        }
    }

    /// What an edit did, in one line.
    pub fn op(&self, op: &Op) -> String {
        match op {
            Op::Auto => t!(self, "op-auto").to_owned(),
            Op::NewOffice { name } => t!(self, "op-new-office", name = name.as_str()),
            Op::Added { kind, name } => t!(self, "op-added", kind = self.kind(*kind), name = name.as_str()),
            Op::Removed { kind, name } => t!(self, "op-removed", kind = self.kind(*kind), name = name.as_str()),
            Op::Changed { kind, name, field: code, from, to } => {
                let field = self.field(*kind, code);
                let (from, to) = (short(&self.value(code, from)), short(&self.value(code, to)));
                match (from.as_str(), to.as_str()) {
                    ("", to) => t!(self, "op-set", field = field, name = name.as_str(), to = to),
                    (from, "") => t!(self, "op-cleared", field = field, name = name.as_str(), from = from),
                    (from, to) => t!(self, "op-changed", field = field, name = name.as_str(), from = from, to = to),
                }
            }
            Op::ChangedMany { name, count, .. } => t!(self, "op-changed-many", name = name.as_str(), count = *count),
            Op::ChangedRecords { count } => t!(self, "op-changed-records", count = *count),
            Op::Placed { volunteer, placement, first, last } => t!(
                self,
                "op-placed",
                volunteer = volunteer.as_str(),
                placement = placement.as_str(),
                first = self.date(*first),
                last = self.date(*last)
            ),
            Op::Stepped { volunteer, placement, stage } => t!(
                self,
                "op-stepped",
                volunteer = volunteer.as_str(),
                placement = placement.as_str(),
                stage = self.stage(*stage).0
            ),
            Op::Moved { volunteer, placement, first, last } => t!(
                self,
                "op-moved",
                volunteer = volunteer.as_str(),
                placement = placement.as_str(),
                first = self.date(*first),
                last = self.date(*last)
            ),
            Op::Extended { volunteer, placement, last } => t!(
                self,
                "op-extended",
                volunteer = volunteer.as_str(),
                placement = placement.as_str(),
                last = self.date(*last)
            ),
            Op::Reassigned { volunteer, from, to } => {
                t!(self, "op-reassigned", volunteer = volunteer.as_str(), from = from.as_str(), to = to.as_str())
            }
            Op::Accepted { count } => t!(self, "op-accepted", count = *count),
            Op::Decided { kind, volunteer, placement, until } => {
                let decision = match until {
                    Some(day) => t!(self, "op-until", what = self.decision(*kind), day = self.date(*day)),
                    None => self.decision(*kind).to_owned(),
                };
                let (volunteer, placement) = (volunteer.as_str(), placement.as_str());
                t!(self, "op-decided", volunteer = volunteer, placement = placement, decision = decision)
            }
            Op::Undecided { kind, volunteer, placement } => t!(
                self,
                "op-undecided",
                volunteer = volunteer.as_str(),
                placement = placement.as_str(),
                decision = self.decision(*kind)
            ),
            Op::SetMatching => t!(self, "op-set-matching").to_owned(),
            Op::SetTemplates => t!(self, "op-set-templates").to_owned(),
            Op::SetReporting => t!(self, "op-set-reporting").to_owned(),
            Op::SetHolidays { country, added } => {
                t!(self, "op-set-holidays", country = self.country(Some(*country)), count = *added)
            }
            Op::RemovedHolidays { country, removed } => {
                t!(self, "op-removed-holidays", country = self.country(Some(*country)), count = *removed)
            }
            Op::Imported { kind, file, added, updated: 0 } => {
                t!(self, "op-imported", kind = self.list_kind(*kind), file = file.as_str(), added = *added)
            }
            Op::Imported { kind, file, added, updated } => t!(
                self,
                "op-imported-updated",
                kind = self.list_kind(*kind),
                file = file.as_str(),
                added = *added,
                updated = *updated
            ),
            Op::Sampled { volunteers, placements, missions } => {
                t!(self, "op-sampled", volunteers = *volunteers, placements = *placements, missions = *missions)
            }
            Op::Undid { what } => t!(self, "op-undid", what = self.op(what)),
            Op::Linked { name } => t!(self, "op-linked", name = name.as_str()),
            Op::Erased { reference } => t!(self, "op-erased", reference = reference.as_str()),
            Op::Settled { count } => t!(self, "op-settled", count = *count),
            Op::Merged { kept, gone } => t!(self, "op-merged", kept = kept.as_str(), gone = gone.as_str()),
            Op::NotSame { one, other } => t!(self, "op-not-same", one = one.as_str(), other = other.as_str()),
            Op::Redid { what } => t!(self, "op-redid", what = self.op(what)),
        }
    }

    /// Why something was refused, with the hint, in one or two sentences.
    pub fn refusal(&self, error: &StoreError) -> String {
        let (what, hint) = match error {
            StoreError::Broken(broken) => return self.broken(broken),
            StoreError::BrokenFor { name, broken } => return format!("{name}: {}", self.broken(broken)),
            StoreError::NotThere(path) => {
                (t!(self, "refused-not-there", path = shown(path)), t!(self, "hint-not-there"))
            }
            StoreError::NotAFolder(path) => {
                (t!(self, "refused-not-a-folder", path = shown(path)), t!(self, "hint-not-a-folder"))
            }
            StoreError::IsFolder(path) => {
                (t!(self, "refused-folder", path = shown(path)), t!(self, "hint-office-file"))
            }
            StoreError::AlreadyThere(path) => {
                (t!(self, "refused-already-there", path = shown(path)), t!(self, "hint-already-there"))
            }
            StoreError::NotAnOfficeFile(path) => {
                (t!(self, "refused-not-an-office", path = shown(path)), t!(self, "hint-not-an-office"))
            }
            StoreError::Newer { path, .. } => (t!(self, "refused-newer", path = shown(path)), t!(self, "hint-newer")),
            StoreError::Open { path, holder } => {
                (t!(self, "refused-open", path = shown(path), holder = holder.as_str()), t!(self, "hint-open"))
            }
            StoreError::NoPermission(path) => {
                (t!(self, "refused-permission", path = shown(path)), t!(self, "hint-permission"))
            }
            StoreError::DiskFull => (t!(self, "refused-disk-full").to_owned(), t!(self, "hint-disk-full")),
            StoreError::PulledAway(path) => {
                (t!(self, "refused-pulled-away", path = shown(path)), t!(self, "hint-pulled-away"))
            }
            StoreError::Damaged(what) => (t!(self, "refused-damaged", what = what.as_str()), t!(self, "hint-damaged")),
            StoreError::NoRecord { kind, wanted } => {
                (t!(self, "refused-no-record", kind = self.kind(*kind), wanted = wanted.as_str()), "")
            }
            StoreError::SeveralRecords { kind, wanted } => {
                (t!(self, "refused-several-records", kind = self.kind(*kind), wanted = wanted.as_str()), "")
            }
            StoreError::StillNeeded { name, by, count } => (
                t!(self, "refused-still-needed", name = name.as_str(), count = *count, kind = self.kind(*by)),
                t!(self, "hint-still-needed"),
            ),
            StoreError::Erased { who } => (t!(self, "refused-erased", who = who.as_str()), t!(self, "hint-erased")),
            StoreError::NotAValue { field, value } => (
                t!(self, "refused-not-a-value", field = field.as_str(), value = value.as_str()),
                t!(self, "hint-not-a-value"),
            ),
            StoreError::NotLinked => (t!(self, "refused-not-linked").to_owned(), t!(self, "hint-not-linked")),
            StoreError::Locked(path) => (t!(self, "refused-locked", path = shown(path)), t!(self, "hint-locked")),
            StoreError::WrongPassphrase => {
                (t!(self, "refused-wrong-passphrase").to_owned(), t!(self, "hint-wrong-passphrase"))
            }
            StoreError::ShortPassphrase => (
                t!(self, "refused-short-passphrase", least = crate::store::LEAST_CHARACTERS),
                t!(self, "hint-short-passphrase"),
            ),
            StoreError::KeyFileMissing(path) => {
                (t!(self, "refused-key-file-missing", path = shown(path)), t!(self, "hint-key-file-missing"))
            }
            StoreError::NotProtected(path) => (t!(self, "refused-not-protected", path = shown(path)), ""),
            StoreError::NoRecovery => (t!(self, "refused-no-recovery").to_owned(), t!(self, "hint-no-recovery")),
            StoreError::NotAsked(path) => {
                (t!(self, "refused-not-asked", path = shown(path)), t!(self, "hint-not-asked"))
            }
            StoreError::KeyFile { path, .. } => {
                (t!(self, "refused-key-file", path = shown(path)), t!(self, "hint-key-file"))
            }
            StoreError::SamePerson { name } => {
                (t!(self, "refused-same-person", name = name.as_str()), t!(self, "hint-same-person"))
            }
            StoreError::NothingToUndo => (t!(self, "refused-nothing-to-undo").to_owned(), ""),
            StoreError::NothingToRedo => (t!(self, "refused-nothing-to-redo").to_owned(), ""),
            StoreError::ChangedSince { what } => {
                (t!(self, "refused-changed-since", what = what.as_str()), t!(self, "hint-changed-since"))
            }
            StoreError::Cancelled => (t!(self, "refused-cancelled").to_owned(), ""),
            StoreError::System(error) => (t!(self, "refused-system", what = error.to_string()), t!(self, "hint-check")),
            StoreError::Database(error) => {
                (t!(self, "refused-system", what = error.to_string()), t!(self, "hint-check"))
            }
        };
        if hint.is_empty() { what } else { format!("{what}: {hint}") }
    }

    /// Which rule is broken, with both values, and what can be done.
    pub fn broken(&self, broken: &Broken) -> String {
        match broken {
            Broken::NoName { .. } => t!(self, "rule-no-name").to_owned(),
            Broken::BirthDate { birth, .. } => t!(self, "rule-birth-date", birth = self.date(*birth)),
            Broken::LastBeforeFirst { first, last } => {
                t!(self, "rule-last-before-first", first = self.date(*first), last = self.date(*last))
            }
            Broken::TooYoung { age, day, least } => {
                t!(self, "rule-too-young", age = *age, day = self.date(*day), least = *least)
            }
            Broken::TooOld { age, day, most } => {
                t!(self, "rule-too-old", age = *age, day = self.date(*day), most = *most)
            }
            Broken::TooShort { days, least, .. } => t!(self, "rule-too-short", days = *days, least = *least),
            Broken::TooLong { weeks, most } => t!(self, "rule-too-long", weeks = *weeks, most = *most),
            Broken::DoubleBooked { other, first, last, free } => {
                let clash = t!(
                    self,
                    "rule-double-booked",
                    other = other.as_str(),
                    first = self.date(*first),
                    last = self.date(*last)
                );
                match free {
                    Some(free) => {
                        let free = t!(self, "rule-free", first = self.date(free.first), last = self.date(free.last));
                        format!("{clash}: {free}")
                    }
                    None => clash,
                }
            }
            Broken::SkillLevel { level } => t!(self, "rule-skill-level", level = *level),
            Broken::Weeks { least, most, limit_least, limit_most } => t!(
                self,
                "rule-weeks",
                least = *least,
                most = *most,
                limit_least = *limit_least,
                limit_most = *limit_most
            ),
            Broken::Places { places, filled } => t!(self, "rule-places", places = *places, filled = *filled),
            Broken::NoFreePlace { places } => t!(self, "rule-no-free-place", places = *places),
            Broken::Step { from, to } => t!(self, "rule-step", from = self.stage(*from).0, to = self.stage(*to).0),
            Broken::SameName { name } => t!(self, "rule-same-name", name = name.as_str()),
            Broken::StepInFuture { on, today } => {
                t!(self, "rule-step-in-future", on = self.date(*on), today = self.date(*today))
            }
            Broken::StepBefore { on, last } => {
                t!(self, "rule-step-before", on = self.date(*on), last = self.date(*last))
            }
            Broken::NotBegun { on, first } => {
                t!(self, "rule-not-begun", on = self.date(*on), first = self.date(*first))
            }
            Broken::NotOver { on, last } => t!(self, "rule-not-over", on = self.date(*on), last = self.date(*last)),
            Broken::NotExtendable { stage } => t!(self, "rule-not-extendable", stage = self.stage(*stage).0),
            Broken::NotLater { last, to } => t!(self, "rule-not-later", last = self.date(*last), to = self.date(*to)),
            Broken::NotFunded { until, to } => {
                t!(self, "rule-not-funded", until = self.date(*until), to = self.date(*to))
            }
            Broken::TotalWeeks { category, most, served, weeks } => t!(
                self,
                "rule-total-weeks",
                category = self.category(*category),
                most = *most,
                served = *served,
                weeks = *weeks
            ),
            Broken::NotReassignable { stage } => t!(self, "rule-not-reassignable", stage = self.stage(*stage).0),
            Broken::ReassignedOutside { first, last, on } => t!(
                self,
                "rule-reassigned-outside",
                first = self.date(*first),
                last = self.date(*last),
                on = self.date(*on)
            ),
            Broken::Availability { least, most } => t!(self, "rule-availability", least = *least, most = *most),
            Broken::NotOnEarth { latitude, longitude } => {
                t!(self, "rule-not-on-earth", latitude = latitude.as_str(), longitude = longitude.as_str())
            }
        }
    }
}

fn shown(path: &std::path::Path) -> String {
    path.display().to_string()
}

/// Long texts are cut in one-line descriptions.
fn short(text: &str) -> String {
    const MOST: usize = 60;
    let line = text.lines().next().unwrap_or_default();
    if line.chars().count() <= MOST {
        line.to_owned()
    } else {
        format!("{}...", line.chars().take(MOST).collect::<String>())
    }
}
