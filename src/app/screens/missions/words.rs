//! Words for what stands in a mission: its days, and what can be done about a rule that is broken.

use super::shown::Shown;
use crate::app::texts::Texts;
use crate::domain::mission::{Mission, Party, Stage};
use crate::domain::rules::Broken;
use crate::domain::span::Span;
use crate::t;

/// "3 May 2027 to 2 May 2028".
pub fn days(texts: &Texts, days: Span) -> String {
    t!(texts, "placement-from-to", from = texts.date(days.first), to = texts.date(days.last))
}

/// Why a mission cannot be as it is wanted, and what can be done about it.
pub fn refusal(texts: &Texts, shown: &Shown, wanted: &Mission, broken: &Broken) -> String {
    let what = texts.broken(broken);
    let bound = |weeks: u16| Span::of_weeks(wanted.first, weeks).map(|days| texts.date(days.last));
    let hint = match broken {
        Broken::TooLong { most, .. } => bound(*most).map(|day| t!(texts, "mission-hint-last-by", day = day)),
        Broken::TooShort { least, .. } => bound(*least).map(|day| t!(texts, "mission-hint-last-from", day = day)),
        Broken::LastBeforeFirst { .. } => Some(t!(texts, "mission-hint-order").to_owned()),
        Broken::TooYoung { .. } | Broken::TooOld { .. } => {
            Some(t!(texts, "mission-hint-birth", name = shown.volunteer.full_name.as_str()))
        }
        Broken::DoubleBooked { .. } => Some(t!(texts, "mission-hint-exception").to_owned()),
        _ => None,
    };
    match hint {
        Some(hint) => t!(texts, "mission-refused", what = what, hint = hint),
        None => what,
    }
}

/// Who says so, as a rule.
pub fn who_says(stage: Stage) -> Party {
    match stage {
        Stage::Offered | Stage::Serving => Party::Partner,
        Stage::Accepted | Stage::Declined => Party::Volunteer,
        _ => Party::Office,
    }
}
