//! What is counted. The comment at each measure is its definition; the window says the same in the reader's language.

use crate::domain::codes::codes;

codes! {
    /// The tables of the reports.
    TableName {
        /// Service in the period.
        ServiceTotal = "service-total",
        /// Service by month; a mission counts in every month in which it has a day.
        ServiceByMonth = "service-by-month",
        /// Service by country of the placement.
        ServiceByCountry = "service-by-country",
        /// Service by sex.
        ServiceBySex = "service-by-sex",
        /// Service by age on the volunteer's first day of service in the period.
        ServiceByAge = "service-by-age",
        /// Service by nationality; who has two counts under both, so that the lines add up to more than the whole.
        ServiceByNationality = "service-by-nationality",
        /// Service by the category under which people serve.
        ServiceByCategory = "service-by-category",
        /// Service by programme of the placement.
        ServiceByProgramme = "service-by-programme",
        /// What partners asked for.
        DemandTotal = "demand-total",
        /// The same by country.
        DemandByCountry = "demand-by-country",
        /// The same by sector.
        DemandBySector = "demand-by-sector",
        /// The same by programme.
        DemandByProgramme = "demand-by-programme",
        /// Missions proposed in the period.
        StagesTotal = "stages-total",
        /// How far they came.
        StagesReached = "stages-reached",
        /// From which stage they were declined or cancelled, and by whom.
        StagesStopped = "stages-stopped",
        /// Early ends, by both methods; reassignments are counted apart, since the person goes on.
        EarlyEndsTotal = "early-ends-total",
        /// The same by kind, reassignments among them.
        EarlyEndsByKind = "early-ends-by-kind",
        /// People trained, and competences passed on.
        TrainingTotal = "training-total",
        /// People trained, by age band and sex.
        TrainingPeople = "training-people",
        /// The same by topic.
        TrainingByTopic = "training-by-topic",
        /// The same by country.
        TrainingByCountry = "training-by-country",
        /// Each competence that was looked at: the levels.
        TrainingCompetences = "training-competences",
        /// Service in placements whose sector is known.
        SectorsTotal = "sectors-total",
        /// Service by sustainable development goal: this program's own reading of the sectors.
        SectorsByGoal = "sectors-by-goal",
        /// Service by the main group of the sector.
        SectorsByGroup = "sectors-by-group",
        /// Service by sector, as the placement names it.
        SectorsBySector = "sectors-by-sector",
        /// Reports, milestones and papers in the period.
        DisciplineTotal = "discipline-total",
        /// Reports by kind.
        DisciplineReports = "discipline-reports",
        /// Milestones by who has to see to them.
        DisciplineMilestones = "discipline-milestones",
        /// Papers on the first day of the missions that began.
        DisciplinePapers = "discipline-papers",
        /// Partners at which somebody served.
        PartnersTotal = "partners-total",
        /// The same by kind of organisation.
        PartnersByKind = "partners-by-kind",
        /// The same by the organisation's country.
        PartnersByCountry = "partners-by-country",
        /// Each of them.
        PartnersEach = "partners-each",
        /// Agreements signed and ended, organisations that ceased, by kind of organisation.
        NetworkOrganisations = "network-organisations",
        /// Links begun and ended, by kind of link.
        NetworkLinks = "network-links",
        /// Practices noted and done again.
        LearningTotal = "learning-total",
        /// Practices noted, by stage.
        LearningByStage = "learning-by-stage",
        /// Where practices were done again, and how it came out.
        LearningByCountry = "learning-by-country",
    }
}

codes! {
    /// What is counted.
    ///
    /// *Served*: the days of missions that were agreed (accepted, preparing, serving, completed, ended early) and that lie
    /// in the period, today at the latest. A mission whose first day has come counts as begun, whether or not anybody has
    /// entered that; *starts not entered* says of how many nobody has.
    Measure {
        /// People who served at least one day, each once.
        Volunteers = "volunteers",
        /// Missions of which at least one day was served.
        Missions = "missions",
        /// Calendar days served, first and last included, leave too; two missions of one person on one day are two.
        Days = "days",
        /// Days served, divided by 30.4375, the mean length of a month.
        Months = "months",
        /// Placements whose start window begins in the period, drafts and cancelled ones not counted.
        PlacementsAsked = "placements-asked",
        /// Placements whose start window begins in the period and that were cancelled.
        PlacementsCancelled = "placements-cancelled",
        /// Places of the placements asked for.
        Places = "places",
        /// Of these places, those that were filled elsewhere or by an agreed mission that had not ended before the start
        /// window began.
        PlacesFilled = "places-filled",
        /// Places filled, in percent of the places.
        FillRate = "fill-rate",
        /// Median of the days in which somebody was sought: from the first step of any mission of the placement since the
        /// place before was agreed, to the agreement on the mission that fills this one.
        DaysToFill = "days-to-fill",
        /// Median of the days from the agreement to the first day of the mission.
        DaysAhead = "days-ahead",
        /// Missions whose first step lies in the period.
        Proposed = "proposed",
        /// Of these, those that have been accepted, whatever came after.
        Accepted = "accepted",
        /// These, in percent of those proposed.
        AcceptedShare = "accepted-share",
        /// Of those proposed, the ones that were declined since.
        Declined = "declined",
        /// Of those proposed, the ones that the office cancelled since.
        Cancelled = "cancelled",
        /// Of those proposed, the ones that nobody has said yes or no to for good.
        Waiting = "waiting",
        /// Median of the days from the first step to the acceptance.
        DaysToAccept = "days-to-accept",
        /// Missions that came to this stage or past it.
        Reached = "reached",
        /// These, in percent of those proposed.
        ReachedShare = "reached-share",
        /// Median of the days in this stage, of missions that have left it.
        DaysInStage = "days-in-stage",
        /// Missions that stopped, declined or cancelled.
        Stopped = "stopped",
        /// Missions that the volunteer declined.
        DeclinedByVolunteer = "declined-by-volunteer",
        /// Missions that the partner declined.
        DeclinedByPartner = "declined-by-partner",
        /// Missions that the office or head office declined.
        DeclinedByOffice = "declined-by-office",
        /// Missions that were cancelled.
        StoppedCancelled = "stopped-cancelled",
        /// Agreed missions whose first day lies in the period, today at the latest: the intake.
        Begun = "begun",
        /// Of the intake, those that ended early since, whenever that was; without reassignments.
        BegunEnded = "begun-ended",
        /// Per intake: these, in percent of the intake. About twice the other rate: never compare the two.
        EndedShare = "ended-share",
        /// Of the intake, those reassigned to another placement.
        BegunReassigned = "begun-reassigned",
        /// Of the intake, those completed.
        BegunCompleted = "begun-completed",
        /// Of the intake, those that have not ended: the share may still grow.
        BegunUnderWay = "begun-under-way",
        /// Missions that ended early with their last day in the period, whenever they began; without reassignments.
        Ended = "ended",
        /// Days served in the period, divided by 365.25.
        VolunteerYears = "volunteer-years",
        /// Per volunteer-year: early ends in the period for each year served in the period.
        EndedPerYear = "ended-per-year",
        /// Missions of this kind that ended early in the period.
        KindEnded = "kind-ended",
        /// These, for each year served in the period.
        KindPerYear = "kind-per-year",
        /// Missions of the intake that ended early so.
        KindBegunEnded = "kind-begun-ended",
        /// These, in percent of the intake.
        KindShare = "kind-share",
        /// People whose training ended in the period, each once a mission; without a day, on the last day of the mission.
        PeopleTrained = "people-trained",
        /// Women and girls among them.
        PeopleFemale = "people-female",
        /// Men and boys among them.
        PeopleMale = "people-male",
        /// People of another sex among them.
        PeopleOther = "people-other",
        /// Those whose sex was not noted.
        PeopleUnknown = "people-unknown",
        /// Sessions of training, of the reports received in the period.
        Sessions = "sessions",
        /// Competences that a placement is to pass on and whose level was looked at in the period.
        Competences = "competences",
        /// Of these, those whose level, looked at last, lies above the level before.
        CompetencesRaised = "competences-raised",
        /// Of these, those that have come to the level aimed at.
        CompetencesReached = "competences-reached",
        /// Level before, 1 to 4; of several the mean, of those with both levels known.
        LevelBefore = "level-before",
        /// Level when it was looked at last in the period, 1 to 4; of several the mean, of those with both levels known.
        LevelAfter = "level-after",
        /// Level aimed at, 1 to 4.
        LevelAim = "level-aim",
        /// Reports of agreed missions that were due in the period, today at the latest.
        ReportsDue = "reports-due",
        /// Of these, those that came by the day they were due.
        ReportsInTime = "reports-in-time",
        /// Of these, those that came later.
        ReportsLate = "reports-late",
        /// Of these, those that have not come.
        ReportsMissing = "reports-missing",
        /// Reports in time, in percent of those due.
        ReportsShare = "reports-share",
        /// Milestones of agreed missions that were due in the period, today at the latest.
        MilestonesDue = "milestones-due",
        /// Of these, those done by the day they were due.
        MilestonesInTime = "milestones-in-time",
        /// Of these, those done later.
        MilestonesLate = "milestones-late",
        /// Of these, those not done.
        MilestonesOpen = "milestones-open",
        /// Milestones in time, in percent of those due.
        MilestonesShare = "milestones-share",
        /// Missions of the intake whose volunteer held every paper that the office asks for on the first day, good to the
        /// last day first agreed and the office's margin after it, as the records stand now.
        WithPapers = "with-papers",
        /// These, in percent of the intake.
        PapersShare = "papers-share",
        /// Missions of the intake that need this paper.
        PaperNeeded = "paper-needed",
        /// Of these, those whose volunteer held it so.
        PaperHeld = "paper-held",
        /// These, in percent of those that need it.
        PaperShare = "paper-share",
        /// Missions of the intake that are still accepted or preparing: nobody has entered that they began.
        StartsNotEntered = "starts-not-entered",
        /// Organisations at whose placements somebody served.
        Partners = "partners",
        /// Organisations whose agreement was signed in the period.
        AgreementsSigned = "agreements-signed",
        /// Organisations whose agreement had its last day in the period.
        AgreementsEnded = "agreements-ended",
        /// Organisations that ceased to work with us in the period.
        Ceased = "ceased",
        /// Links between organisations that began in the period.
        LinksBegun = "links-begun",
        /// Links between organisations that ended in the period.
        LinksEnded = "links-ended",
        /// Practices noted in the period.
        PracticesNoted = "practices-noted",
        /// Times that a practice was done again, in the period.
        Replications = "replications",
        /// Practices that were done again in the period, each once.
        PracticesRepeated = "practices-repeated",
        /// Countries in which one was done again in the period.
        RepeatedCountries = "repeated-countries",
        /// Times that it worked.
        Worked = "worked",
        /// Times that some of it worked.
        InPart = "in-part",
        /// Times that it did not work.
        Failed = "failed",
        /// Times of which it is too early to say.
        TooEarly = "too-early",
    }
}

impl Measure {
    /// Digits after the point to which it is rounded.
    pub fn decimals(self) -> i32 {
        match self {
            _ if self.is_share() || self.is_middle() => 1,
            Self::Months | Self::VolunteerYears => 1,
            Self::LevelBefore | Self::LevelAfter | Self::LevelAim => 2,
            Self::EndedPerYear | Self::KindPerYear => 3,
            _ => 0,
        }
    }

    /// Whether it is the middle of several numbers of days: whole, or half a day.
    pub fn is_middle(self) -> bool {
        matches!(self, Self::DaysToFill | Self::DaysAhead | Self::DaysToAccept | Self::DaysInStage)
    }

    /// Whether it is in percent.
    pub fn is_share(self) -> bool {
        matches!(
            self,
            Self::FillRate
                | Self::AcceptedShare
                | Self::ReachedShare
                | Self::EndedShare
                | Self::KindShare
                | Self::ReportsShare
                | Self::MilestonesShare
                | Self::PapersShare
                | Self::PaperShare
        )
    }
}
