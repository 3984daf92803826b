//! What was learned reaches those who can use it: the practice that a mission gave rise to is among the first that whoever
//! fills such a placement sees.

use chrono::NaiveDate;
use sojourn::domain::mission::Mission;
use sojourn::domain::practice::Origin;
use sojourn::exchange::sample::{self, SampleSize};
use sojourn::store::{OfficeFile, Progress};

fn day() -> NaiveDate {
    "2026-11-02".parse().unwrap()
}

#[test]
fn the_practice_that_a_mission_came_to_is_among_the_first_five_for_its_placement() {
    for seed in [1, 2, 3] {
        let folder = tempfile::tempdir().unwrap();
        let mut office = OfficeFile::create(&folder.path().join("office.sojourn"), &sample::office()).unwrap();
        office.set_today(day());
        let size = SampleSize { volunteers: 400, placements: 60, missions: 150, seed };
        sample::fill(&mut office, &size, day(), &Progress::default()).unwrap();
        let origins = office.all::<Origin>().unwrap();
        assert!(origins.len() > 10, "seed {seed}: {} practices", origins.len());
        for origin in origins {
            let mission: Mission = office.get(origin.mission.unwrap()).unwrap();
            let guidance = office.guidance(mission.placement, None, 5).unwrap();
            let place = guidance.practices.iter().position(|found| found.id == origin.of);
            assert!(place.is_some(), "seed {seed}: {:?}", guidance.practices);
            assert!(!guidance.practices[0].alike.reasons.is_empty());
            assert!(!guidance.missions.is_empty());
            let without = office.guidance(mission.placement, Some(mission.id), 5).unwrap();
            assert!(without.missions.iter().all(|found| found.id != mission.id), "the mission itself is no example");
        }
    }
}
