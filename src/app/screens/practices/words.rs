//! Words about practices.

use crate::app::texts::Texts;
use crate::app::widgets::Tone;
use crate::domain::practice::{PracticeStage, PracticeStanding, ReplicationResult};
use crate::t;

/// How far a practice is proved.
pub fn stage(texts: &Texts, stage: PracticeStage) -> (&str, Tone) {
    match stage {
        PracticeStage::Innovation => (t!(texts, "practice-stage-innovation"), Tone::Neutral),
        PracticeStage::Promising => (t!(texts, "practice-stage-promising"), Tone::Careful),
        PracticeStage::Good => (t!(texts, "practice-stage-good"), Tone::Good),
        PracticeStage::Institutionalised => (t!(texts, "practice-stage-institutionalised"), Tone::Good),
    }
}

/// All stages with their words.
pub fn stages(texts: &Texts) -> Vec<(PracticeStage, &str)> {
    PracticeStage::ALL.iter().map(|value| (*value, stage(texts, *value).0)).collect()
}

/// How doing it again came out.
pub fn result(texts: &Texts, result: ReplicationResult) -> (&str, Tone) {
    match result {
        ReplicationResult::Worked => (t!(texts, "replication-worked"), Tone::Good),
        ReplicationResult::InPart => (t!(texts, "replication-in-part"), Tone::Careful),
        ReplicationResult::Failed => (t!(texts, "replication-failed"), Tone::Bad),
        ReplicationResult::TooEarly => (t!(texts, "replication-too-early"), Tone::Neutral),
    }
}

/// All results with their words.
pub fn results(texts: &Texts) -> Vec<(ReplicationResult, &str)> {
    ReplicationResult::ALL.iter().map(|value| (*value, result(texts, *value).0)).collect()
}

/// What its replications say of a practice: "worked in 3 of 4 countries".
pub fn standing(texts: &Texts, standing: PracticeStanding) -> String {
    t!(texts, "practice-standing", countries = standing.countries, worked = standing.countries_worked)
}
