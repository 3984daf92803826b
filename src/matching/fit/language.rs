//! Languages above what is asked; where none is asked, the languages of the country.

use super::{Because, Seen, Share, WHOLE};
use crate::domain::reference::country::Standing;
use crate::domain::volunteer::Level;
use crate::matching::eligibility::{Has, Reason, Rule, Verdict};

/// A language at just the level asked for; two levels above it, or native, is whole.
const REACHED: u32 = 600;
const LEVEL_ABOVE: u32 = 200;
/// A language below the level asked for, or at an unknown one, is better than none.
const BELOW: u32 = 300;

/// The average over the languages asked for.
pub(super) fn share(seen: &Seen<'_>) -> Option<Share> {
    let (mut sum, mut asked, mut reached, mut above) = (0, 0u8, 0u8, 0u8);
    for finding in seen.findings.iter().filter(|finding| finding.rule == Rule::Language) {
        asked += 1;
        reached += u8::from(finding.verdict == Verdict::Pass);
        let Reason::Language { asked, has: Has::Value(has), .. } = finding.reason else { continue };
        let share = match (asked, has) {
            _ if finding.verdict != Verdict::Pass => BELOW,
            (_, Some(Level::Native)) => WHOLE,
            (Some(asked), Some(has)) => REACHED + LEVEL_ABOVE * (has as u32).saturating_sub(asked as u32),
            _ => REACHED + LEVEL_ABOVE,
        };
        above += u8::from(share > REACHED);
        sum += share.min(WHOLE);
    }
    match asked {
        0 => of_the_country(seen),
        _ => Some(Share(sum / u32::from(asked), Because::Languages { reached, asked, above })),
    }
}

/// The best spoken of the country's official languages.
fn of_the_country(seen: &Seen<'_>) -> Option<Share> {
    let country = seen.case.terms.placement.country?;
    let official = || country.languages().iter().filter(|spoken| spoken.standing == Standing::Official);
    let spoken = seen.case.person.languages.iter().filter(|spoken| official().any(|o| o.language == spoken.language));
    let Some(best) = spoken.max_by_key(|spoken| (spoken.level, std::cmp::Reverse(spoken.language))) else {
        let known = !seen.case.person.languages.is_empty();
        return Some(Share(0, Because::NoLanguageOfCountry { country, known }));
    };
    let share = best.level.map_or(BELOW, |level| WHOLE * (level as u32 + 1) / Level::ALL.len() as u32);
    Some(Share(share, Because::LanguageOfCountry { country, language: best.language, level: best.level }))
}

#[cfg(test)]
mod tests {
    use crate::domain::placement::Weight;
    use crate::domain::volunteer::Level;
    use crate::matching::examples::{asks_language, nurse, points_of, speaks, ward};
    use crate::matching::fit::Criterion;

    #[test]
    fn a_margin_gives_more_and_a_missing_nice_one_nothing() {
        let (mut placement, mut ana) = (ward(), nurse());
        placement.requirements = vec![asks_language(Weight::Must, "en", Some(Level::B2))];
        ana.languages = vec![speaks("en", Some(Level::B2))];
        let sentence = |reached, asked| format!("{reached} of {asked} languages reached");
        assert_eq!(points_of(&placement, &ana, Criterion::Language), (9, sentence(1, 1)));
        ana.languages = vec![speaks("en", Some(Level::C1))];
        assert_eq!(points_of(&placement, &ana, Criterion::Language), (12, sentence(1, 1) + ", 1 above what is asked"));
        placement.requirements.push(asks_language(Weight::Nice, "sw", Some(Level::A2)));
        assert_eq!(points_of(&placement, &ana, Criterion::Language), (6, sentence(1, 2) + ", 1 above what is asked"));
    }

    #[test]
    fn where_no_language_is_asked_those_of_the_country_count() {
        let (placement, mut ana) = (ward(), nurse());
        ana.languages = vec![speaks("pt", Some(Level::Native)), speaks("sw", Some(Level::C1))];
        let sentence = "speaks Swahili C1, a language of Kenya".to_owned();
        assert_eq!(points_of(&placement, &ana, Criterion::Language), (11, sentence));
        ana.languages.truncate(1);
        let sentence = "speaks no official language of Kenya".to_owned();
        assert_eq!(points_of(&placement, &ana, Criterion::Language), (0, sentence));
    }
}
