//! Dates typed as text. `03/04/2014` is a question, not a date: the other values of the column answer it, or a person.

use chrono::{Datelike as _, NaiveDate};

use crate::domain::text::fold;

/// Which number of `03/04/2014` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayOrder {
    /// 3 April.
    DayFirst,
    /// 4 March.
    MonthFirst,
}

/// The hundred years in which two-digit years lie: they end with this year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Century {
    last: NaiveDate,
}

impl Century {
    /// For birth dates: never later than today. In 2026 `30.07.81` is 1981, `03.02.24` is 2024 and `03.02.27` is 1927.
    pub fn of_births(today: NaiveDate) -> Self {
        Self { last: today }
    }

    /// For all other dates: up to 20 years ahead. In 2026 `46` is 2046 and `47` is 1947.
    pub fn of_events(today: NaiveDate) -> Self {
        Self { last: NaiveDate::from_ymd_opt(today.year() + 20, 12, 31).unwrap_or(NaiveDate::MAX) }
    }

    fn date(self, year: u32, digits: usize, month: u32, day: u32) -> Option<NaiveDate> {
        if digits > 2 {
            // A year of another calendar (2567, Buddhist) or a slip (0214) is not for us to repair.
            return NaiveDate::from_ymd_opt(year as i32, month, day).filter(|date| (1850..2200).contains(&date.year()));
        }
        let century = self.last.year() - self.last.year().rem_euclid(100);
        let this = NaiveDate::from_ymd_opt(century + year as i32, month, day);
        this.filter(|date| *date <= self.last)
            .or_else(|| NaiveDate::from_ymd_opt(century - 100 + year as i32, month, day))
    }
}

/// What a text says about a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateText {
    /// One day, however it is read.
    Day(NaiveDate),
    /// Two readings, each a date.
    TwoWays {
        /// Read with the day first.
        day_first: NaiveDate,
        /// Read with the month first.
        month_first: NaiveDate,
    },
    /// The text fits one order alone, and shows which the column has.
    OneWay(NaiveDate, DayOrder),
    /// A month without a day, as its first day.
    Month(NaiveDate),
}

impl DateText {
    /// The date by the order of the column; `None` where the text fits only the other order, or needs one and has none.
    pub fn date(self, order: Option<DayOrder>) -> Option<NaiveDate> {
        match (self, order) {
            (Self::Day(date) | Self::Month(date), _) => Some(date),
            (Self::OneWay(date, fits), order) => order.is_none_or(|order| order == fits).then_some(date),
            (Self::TwoWays { day_first, .. }, Some(DayOrder::DayFirst)) => Some(day_first),
            (Self::TwoWays { month_first, .. }, Some(DayOrder::MonthFirst)) => Some(month_first),
            (Self::TwoWays { .. }, None) => None,
        }
    }
}

/// What a column says about the order of day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnOrder {
    /// No value depends on it.
    Irrelevant,
    /// Some values fit this order alone, none the other.
    Known(DayOrder),
    /// Every value fits both: a person is asked.
    Ambiguous,
    /// Some values fit one order alone, some the other: a person is asked.
    Mixed,
}

impl ColumnOrder {
    /// The order that the values themselves prove.
    pub fn order(self) -> Option<DayOrder> {
        match self {
            Self::Known(order) => Some(order),
            _ => None,
        }
    }

    /// Looks through the values of a column.
    pub fn of<'t>(values: impl Iterator<Item = &'t str>, century: Century) -> Self {
        let (mut day_first, mut month_first, mut both) = (false, false, false);
        for text in values {
            match read_date(text, century) {
                Some(DateText::OneWay(_, DayOrder::DayFirst)) => day_first = true,
                Some(DateText::OneWay(_, DayOrder::MonthFirst)) => month_first = true,
                Some(DateText::TwoWays { .. }) => both = true,
                _ => {}
            }
        }
        match (day_first, month_first, both) {
            (true, true, _) => Self::Mixed,
            (true, false, _) => Self::Known(DayOrder::DayFirst),
            (false, true, _) => Self::Known(DayOrder::MonthFirst),
            (false, false, true) => Self::Ambiguous,
            (false, false, false) => Self::Irrelevant,
        }
    }
}

/// Reads ISO dates (a time after them is left out), `01.01.1977`, `30/07/81`, `3-Jun-13`, `23-OCT-2014`, `14 May 1985`,
/// `May 14, 1985`, `1er août 2020`, `May 2027`, `05/2027`; names of months in English, French, German, Spanish and
/// Portuguese; digits of any script. A year alone is no date.
pub fn read_date(text: &str, century: Century) -> Option<DateText> {
    let text = fold(text);
    if text.len() > 40 {
        return None;
    }
    let text = without_time(&text);
    let parts = parts(text)?;
    match parts.as_slice() {
        [Part::Number(a), Part::Number(b), Part::Number(c)] if a.digits == 4 => {
            century.date(a.value, 4, b.value, c.value).map(DateText::Day)
        }
        [Part::Number(a), Part::Number(b), Part::Number(c)] if c.digits == 4 || c.digits == 2 => {
            numeric(a, b, c, century)
        }
        [Part::Number(day), Part::Month(month), Part::Number(year)] if day.digits <= 2 && year.digits != 1 => {
            century.date(year.value, year.digits, *month, day.value).map(DateText::Day)
        }
        [Part::Month(month), Part::Number(day), Part::Number(year)] if day.digits <= 2 && year.digits == 4 => {
            century.date(year.value, 4, *month, day.value).map(DateText::Day)
        }
        [Part::Number(year), Part::Month(month), Part::Number(day)] if year.digits == 4 => {
            century.date(year.value, 4, *month, day.value).map(DateText::Day)
        }
        [Part::Month(month), Part::Number(year)] | [Part::Number(year), Part::Month(month)] if year.digits == 4 => {
            century.date(year.value, 4, *month, 1).map(DateText::Month)
        }
        [Part::Number(month), Part::Number(year)] if year.digits == 4 && month.digits <= 2 => {
            century.date(year.value, 4, month.value, 1).map(DateText::Month)
        }
        [Part::Number(year), Part::Number(month)] if year.digits == 4 && month.digits <= 2 => {
            century.date(year.value, 4, month.value, 1).map(DateText::Month)
        }
        [Part::Number(all)] if all.digits == 8 => {
            century.date(all.value / 10_000, 4, all.value / 100 % 100, all.value % 100).map(DateText::Day)
        }
        _ => None,
    }
}

fn numeric(a: &Number, b: &Number, year: &Number, century: Century) -> Option<DateText> {
    if a.digits > 2 || b.digits > 2 {
        return None;
    }
    let day_first = century.date(year.value, year.digits, b.value, a.value);
    let month_first = century.date(year.value, year.digits, a.value, b.value);
    match (day_first, month_first) {
        (Some(date), Some(other)) if date == other => Some(DateText::Day(date)),
        (Some(day_first), Some(month_first)) => Some(DateText::TwoWays { day_first, month_first }),
        (Some(date), None) => Some(DateText::OneWay(date, DayOrder::DayFirst)),
        (None, Some(date)) => Some(DateText::OneWay(date, DayOrder::MonthFirst)),
        (None, None) => None,
    }
}

/// Cuts `t15:42:35` or ` 15:42` off.
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else { return text };
    let before = &text[..colon];
    let digits = before.trim_end_matches(|c: char| c.is_ascii_digit());
    match digits.strip_suffix(['t', ' ', ',']) {
        Some(date) => date,
        None => text,
    }
}

struct Number {
    value: u32,
    digits: usize,
}

enum Part {
    Number(Number),
    Month(u32),
}

/// Numbers and months of a text; `None` where it holds anything else.
fn parts(text: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let chars: Vec<char> = text.chars().collect();
    for run in chars.chunk_by(|a, b| a.is_ascii_digit() == b.is_ascii_digit() && a.is_alphabetic() == b.is_alphabetic())
    {
        let run: String = run.iter().collect();
        if run.starts_with(|c: char| c.is_ascii_digit()) {
            parts.push(Part::Number(Number { value: run.parse().ok()?, digits: run.len() }));
        } else if run.starts_with(char::is_alphabetic) {
            if let Some(month) = month(&run) {
                parts.push(Part::Month(month));
            } else if !is_filler(&run, parts.is_empty()) {
                return None;
            }
        } else if !run.chars().all(|c| matches!(c, ' ' | '-' | '/' | '.' | ',' | '\u{2010}'..='\u{2013}')) {
            return None;
        }
    }
    // "mar." is Tuesday in French before it is March.
    if parts.len() == 4 && matches!(parts[0], Part::Month(3)) {
        parts.remove(0);
    }
    // "01/01/1977/2" is none, "-3" neither.
    (parts.len() <= 3 && !text.starts_with(['-', '/'])).then_some(parts)
}

/// Ordinals, little words, and the day of the week at the beginning.
fn is_filler(word: &str, at_start: bool) -> bool {
    const LITTLE: [&str; 12] = ["st", "nd", "rd", "th", "er", "of", "the", "de", "del", "le", "den", "do"];
    const DAYS: [&str; 14] =
        ["mon", "tue", "wed", "thu", "fri", "sat", "sun", "lun", "mar", "mer", "jeu", "ven", "sam", "dim"];
    LITTLE.contains(&word) || at_start && DAYS.iter().any(|day| word.starts_with(day))
}

/// English, French, German, Spanish, Portuguese, without accents; abbreviations are beginnings of three letters or more.
const MONTHS: [&[&str]; 12] = [
    &["january", "janvier", "januar", "janner", "enero", "janeiro"],
    &["february", "fevrier", "februar", "feber", "febrero", "fevereiro"],
    &["march", "mars", "marz", "maerz", "mrz", "marzo", "marco"],
    &["april", "avril", "abril"],
    &["may", "mai", "mayo", "maio"],
    &["june", "juin", "juni", "junio", "junho"],
    &["july", "juillet", "juli", "julio", "julho"],
    &["august", "aout", "agosto"],
    &["september", "septembre", "septiembre", "setembro"],
    &["october", "octobre", "oktober", "octubre", "outubro"],
    &["november", "novembre", "noviembre", "novembro"],
    &["december", "decembre", "dezember", "diciembre", "dezembro"],
];

fn month(word: &str) -> Option<u32> {
    if word.len() < 3 {
        return None;
    }
    let mut found = MONTHS.iter().zip(1..).filter(|(names, _)| names.iter().any(|name| name.starts_with(word)));
    // "jui" may be June or July.
    match (found.next(), found.next()) {
        (Some((_, month)), None) => Some(month),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn events() -> Century {
        Century::of_events(day("2026-06-15"))
    }

    #[test]
    fn dates_as_people_type_them() {
        for (text, iso) in [
            ("1996-08-17", "1996-08-17"),
            ("2012-07-31T15:42:35", "2012-07-31"),
            ("2012-07-31 15:42", "2012-07-31"),
            ("2012/07/31", "2012-07-31"),
            ("20120731", "2012-07-31"),
            ("3-Jun-13", "2013-06-03"),
            ("23-OCT-2014", "2014-10-23"),
            ("14 May 1985", "1985-05-14"),
            ("May 14, 1985", "1985-05-14"),
            ("14th of May 1985", "1985-05-14"),
            ("Monday, 3 June 2013", "2013-06-03"),
            ("1er août 2020", "2020-08-01"),
            ("mar. 5 févr. 2019", "2019-02-05"),
            ("12 DÉCEMBRE 1999", "1999-12-12"),
            ("3. März 2001", "2001-03-03"),
            ("3 de mayo de 2014", "2014-05-03"),
            ("२०१४-०५-०३", "2014-05-03"),
            ("٢٠١٤/٠٥/٠٣", "2014-05-03"),
            ("11/11/2011", "2011-11-11"),
        ] {
            assert_eq!(read_date(text, events()), Some(DateText::Day(day(iso))), "{text}");
        }
        assert_eq!(read_date("May 2027", events()), Some(DateText::Month(day("2027-05-01"))));
        assert_eq!(read_date("05/2027", events()), Some(DateText::Month(day("2027-05-01"))));
        assert_eq!(read_date("mai 2027", events()), Some(DateText::Month(day("2027-05-01"))));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "1985",
            "31.02.2000",
            "2567-01-01",
            "0178-4001370",
            "a 1.1.2000",
            "12",
            "-3",
            "1.2",
            "tomorrow",
            "01.01.1977.5",
            "maybe 2020",
            "00/00/0000",
        ] {
            assert_eq!(read_date(text, events()), None, "{text}");
        }
    }

    #[test]
    fn a_column_decides_by_its_own_values() {
        let of = |values: &[&str]| ColumnOrder::of(values.iter().copied(), events());
        assert_eq!(of(&["03/04/2014", "30/07/2014"]), ColumnOrder::Known(DayOrder::DayFirst));
        assert_eq!(of(&["03/04/2014", "07/30/2014"]), ColumnOrder::Known(DayOrder::MonthFirst));
        assert_eq!(of(&["03/04/2014", "05/05/2014"]), ColumnOrder::Ambiguous);
        assert_eq!(of(&["13/04/2014", "04/13/2014"]), ColumnOrder::Mixed);
        assert_eq!(of(&["2014-04-03", "5 May 2014"]), ColumnOrder::Irrelevant);
        assert_eq!(read_date("03/04/2014", events()).unwrap().date(None), None);
        assert_eq!(
            read_date("03/04/2014", events()).unwrap().date(Some(DayOrder::MonthFirst)),
            Some(day("2014-03-04"))
        );
        assert_eq!(read_date("30/07/2014", events()).unwrap().date(Some(DayOrder::MonthFirst)), None);
    }

    #[test]
    fn two_digit_years_lie_in_the_stated_hundred_years() {
        let births = Century::of_births(day("2026-06-15"));
        for (text, birth, event) in [
            ("30.07.81", "1981-07-30", "1981-07-30"),
            ("16.06.26", "1926-06-16", "2026-06-16"),
            ("15.06.26", "2026-06-15", "2026-06-15"),
            ("30.07.46", "1946-07-30", "2046-07-30"),
            ("30.07.47", "1947-07-30", "1947-07-30"),
        ] {
            assert_eq!(read_date(text, births).unwrap().date(None), Some(day(birth)), "{text}");
            assert_eq!(read_date(text, events()).unwrap().date(None), Some(day(event)), "{text}");
        }
    }
}
