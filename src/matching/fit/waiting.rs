//! Time that the person has been ready and not serving.

use super::{Because, Seen, Share, WHOLE};
use crate::domain::volunteer::Standing;

/// After so many days waiting longer gives no more.
const WHOLE_AFTER_DAYS: i64 = 180;

/// Days since the person became ready, or since the last day of their last mission.
pub(super) fn share(seen: &Seen<'_>) -> Share {
    let person = seen.case.person;
    if person.volunteer.standing != Standing::Ready {
        return Share(0, Because::NotReady);
    }
    let current = person.standings.iter().rev().take_while(|step| step.standing == Standing::Ready);
    let Some(ready) = current.last().map(|step| step.since) else { return Share(0, Because::ReadyNotKnown) };
    let served = person.missions.iter().filter(|mission| mission.stage.is_firm()).map(|mission| mission.last).max();
    let days = (seen.case.terms.today - ready.max(served.unwrap_or(ready))).num_days().max(0);
    let share = WHOLE * days.min(WHOLE_AFTER_DAYS) as u32 / WHOLE_AFTER_DAYS as u32;
    Share(share, Because::Waiting { days })
}

#[cfg(test)]
mod tests {
    use crate::domain::mission::Stage;
    use crate::domain::volunteer::Standing;
    use crate::matching::examples::{mission, nurse, points_of, ward};
    use crate::matching::fit::Criterion;

    #[test]
    fn waiting_counts_from_ready_or_from_the_last_mission() {
        let mut ana = nurse();
        let points = |ana: &_| points_of(&ward(), ana, Criterion::Waiting);
        assert_eq!(points(&ana), (4, "ready for 140 days".to_owned()));
        ana.missions = vec![mission("M-0001", "2026-06-01", 20, Stage::Completed)];
        assert_eq!(points(&ana), (1, "ready for 37 days".to_owned()));
        ana.standings.clear();
        assert_eq!(points(&ana), (0, "ready, since when is not known".to_owned()));
        ana.volunteer.standing = Standing::Assessed;
        assert_eq!(points(&ana), (0, "not ready yet".to_owned()));
    }
}
