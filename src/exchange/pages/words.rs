//! The words of the pages, and days and stretches of time in words.

use crate::domain::mission::{Party, ReportKind};
use crate::domain::reference::Tongue;
use crate::domain::span::Span;
use crate::domain::volunteer::Category;
use chrono::{Datelike as _, Months, NaiveDate};

/// Words in the language of the reader.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words(pub Tongue);

impl Words {
    /// The one of two texts that is in the reader's language.
    pub fn say<'a>(self, english: &'a str, french: &'a str) -> &'a str {
        match self.0 {
            Tongue::English => english,
            Tongue::French => french,
        }
    }

    /// "15 January 2027", "1er janvier 2027".
    pub fn day(self, day: NaiveDate) -> String {
        const ENGLISH: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        const FRENCH: [&str; 12] = [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ];
        let names = self.say_all(&ENGLISH, &FRENCH);
        let month = names.get(day.month0() as usize).copied().unwrap_or_default();
        let number = if self.0 == Tongue::French && day.day() == 1 { "1er".to_owned() } else { day.day().to_string() };
        format!("{number} {month} {}", day.year())
    }

    fn say_all<'a>(self, english: &'a [&'a str], french: &'a [&'a str]) -> &'a [&'a str] {
        match self.0 {
            Tongue::English => english,
            Tongue::French => french,
        }
    }

    /// Whole calendar months and the days beyond them, both ends counted: "6 months and 12 days", "3 weeks".
    pub fn length(self, days: Span) -> String {
        let after = days.last.succ_opt().unwrap_or(days.last);
        let mut months = 0;
        while days.first.checked_add_months(Months::new(months + 1)).is_some_and(|day| day <= after) {
            months += 1;
        }
        let rest_from = days.first.checked_add_months(Months::new(months)).unwrap_or(days.first);
        let rest = (after - rest_from).num_days();
        let months = i64::from(months);
        let counted = |count: i64, one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
        let months_said = counted(months, self.say("month", "mois"), self.say("months", "mois"));
        let days_said = counted(rest, self.say("day", "jour"), self.say("days", "jours"));
        match (months, rest) {
            (0, _) => days_said,
            (_, 0) => months_said,
            _ => format!("{months_said} {} {days_said}", self.say("and", "et")),
        }
    }

    /// Who does something.
    pub fn party(self, party: Party) -> &'static str {
        match (party, self.0) {
            (Party::Volunteer, Tongue::English) => "you",
            (Party::Volunteer, Tongue::French) => "vous",
            (Party::Partner, Tongue::English) => "partner",
            (Party::Partner, Tongue::French) => "partenaire",
            (Party::Office, Tongue::English) => "office",
            (Party::Office, Tongue::French) => "bureau",
            (Party::HeadOffice, Tongue::English) => "head office",
            (Party::HeadOffice, Tongue::French) => "siège",
        }
    }

    /// What a volunteer of a category is.
    pub fn category(self, category: Category) -> &'static str {
        match (category, self.0) {
            (Category::International, Tongue::English) => "international volunteer",
            (Category::International, Tongue::French) => "volontaire international",
            (Category::National, Tongue::English) => "national volunteer",
            (Category::National, Tongue::French) => "volontaire national",
            (Category::Youth, Tongue::English) => "youth volunteer",
            (Category::Youth, Tongue::French) => "jeune volontaire",
            (Category::Diaspora, Tongue::English) => "diaspora volunteer",
            (Category::Diaspora, Tongue::French) => "volontaire de la diaspora",
        }
    }

    /// What a report is.
    pub fn report(self, kind: ReportKind) -> &'static str {
        let (english, french) = match kind {
            ReportKind::Periodic => ("Report", "Rapport"),
            ReportKind::MidTerm => ("Mid-term report", "Rapport à mi-parcours"),
            ReportKind::Final => ("Final report", "Rapport final"),
            ReportKind::Partner => ("Partner's report", "Rapport du partenaire"),
            ReportKind::FollowUp => ("Look back after the return", "Retour sur la mission"),
        };
        self.say(english, french)
    }

    /// A level of a competence, 1 to 4, in the words of the window.
    pub fn level(self, level: Option<u8>) -> &'static str {
        let names = match self.0 {
            Tongue::English => ["1 beginner", "2 works with guidance", "3 works alone", "4 can teach others"],
            Tongue::French => ["1 débute", "2 travaille avec un guide", "3 travaille seul", "4 peut former"],
        };
        let place = level.and_then(|level| usize::from(level).checked_sub(1));
        place.and_then(|place| names.get(place)).copied().unwrap_or("\u{2013}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_and_days_are_said_as_people_say_them() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap_or_default();
        let span = |first, last| Span { first: day(first), last: day(last) };
        let (english, french) = (Words(Tongue::English), Words(Tongue::French));
        assert_eq!(english.length(span("2026-01-01", "2026-12-31")), "12 months");
        assert_eq!(english.length(span("2026-01-15", "2026-07-26")), "6 months and 12 days");
        assert_eq!(french.length(span("2026-01-31", "2026-02-28")), "1 mois et 1 jour");
        assert_eq!(english.length(span("2026-03-05", "2026-03-05")), "1 day");
        assert_eq!(french.day(day("2027-01-01")), "1er janvier 2027");
        assert_eq!(english.day(day("2027-08-09")), "9 August 2027");
    }
}
