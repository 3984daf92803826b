//! Dates as people type them: ISO, with a month's name, by numbers, or counted from a day.

use chrono::{Datelike as _, NaiveDate};

use super::month::{add_days, add_months};
use crate::domain::text::fold;

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateTextError {
    /// It looks like a date, but the month has no such day.
    #[error("there is no such day")]
    NoSuchDay,
    /// It does not look like a date.
    #[error("not a date")]
    NotADate,
}

/// Reads a date; `Ok(None)` is an empty text.
///
/// Understood: `2027-01-10`, `20270110`, `10 Jan 2027`, `Jan 10 2027`, `10/1/27` (day first, as in British English and in
/// French; month first only where the second number cannot be a month), `10 Jan` (of the year of `base`), `today`,
/// `tomorrow`, and steps from `base`: `+3m`, `-2w`, `+10d`, `+1y`. Names of months and the letters of the steps are read
/// in English and French. Two digits of a year are the year from 79 before to 20 after that of `base`.
pub fn parse(text: &str, base: NaiveDate) -> Result<Option<NaiveDate>, DateTextError> {
    let text = fold(text);
    if text.is_empty() {
        return Ok(None);
    }
    if let Some(date) = word(&text, base) {
        return Ok(Some(date));
    }
    if text.starts_with(['+', '-']) {
        return step(&text, base).map(Some).ok_or(DateTextError::NotADate);
    }
    let parts = parts(&text).ok_or(DateTextError::NotADate)?;
    let (year, month, day) = match parts.as_slice() {
        [Part::Number(all, 8)] => (*all / 10_000, *all / 100 % 100, *all % 100),
        [Part::Number(year, 4), Part::Number(month, _), Part::Number(day, _)] => (*year, *month, *day),
        [Part::Number(day, 1 | 2), Part::Month(month), year @ ..]
        | [Part::Month(month), Part::Number(day, 1 | 2), year @ ..] => (year_of(year, base)?, *month, *day),
        [Part::Number(first, 1 | 2), Part::Number(second, 1 | 2), year @ ..] => {
            let (day, month) = if *second > 12 && *first <= 12 { (second, first) } else { (first, second) };
            (year_of(year, base)?, *month, *day)
        }
        _ => return Err(DateTextError::NotADate),
    };
    let year = i32::try_from(year).map_err(|_| DateTextError::NotADate)?;
    NaiveDate::from_ymd_opt(year, month, day).map(Some).ok_or(DateTextError::NoSuchDay)
}

/// A part of a date, and for numbers how many digits it was written with.
enum Part {
    Number(u32, usize),
    Month(u32),
}

fn parts(text: &str) -> Option<Vec<Part>> {
    text.split([' ', '-', '/', '.', ','])
        .filter(|part| !part.is_empty() && *part != "of" && *part != "de")
        .map(part)
        .collect()
}

fn part(text: &str) -> Option<Part> {
    let digits = ["st", "nd", "rd", "th", "er"]
        .iter()
        .find_map(|ending| text.strip_suffix(ending).filter(|rest| rest.bytes().all(|b| b.is_ascii_digit())))
        .unwrap_or(text);
    if !digits.is_empty() && digits.len() <= 8 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Part::Number(digits.parse().ok()?, digits.len()));
    }
    month(text).map(Part::Month)
}

/// The month whose English or French name, folded, begins with `text`: three letters at least, and four for "juin" and
/// "juil".
fn month(text: &str) -> Option<u32> {
    const NAMES: [[&str; 2]; 12] = [
        ["january", "janvier"],
        ["february", "fevrier"],
        ["march", "mars"],
        ["april", "avril"],
        ["may", "mai"],
        ["june", "juin"],
        ["july", "juillet"],
        ["august", "aout"],
        ["september", "septembre"],
        ["october", "octobre"],
        ["november", "novembre"],
        ["december", "decembre"],
    ];
    if text.len() < 3 || (text.starts_with("jui") && text.len() < 4) {
        return None;
    }
    let place = NAMES.iter().position(|names| names.iter().any(|name| name.starts_with(text)) || (text == "sept"))?;
    let place = if text == "sept" { 8 } else { place };
    u32::try_from(place + 1).ok()
}

fn year_of(rest: &[Part], base: NaiveDate) -> Result<u32, DateTextError> {
    match rest {
        [] => u32::try_from(base.year()).map_err(|_| DateTextError::NotADate),
        [Part::Number(year, 4)] => Ok(*year),
        [Part::Number(short, 2)] => {
            let this_year = u32::try_from(base.year()).map_err(|_| DateTextError::NotADate)?;
            let year = this_year / 100 * 100 + short;
            Ok(if year > this_year + 20 { year - 100 } else { year })
        }
        _ => Err(DateTextError::NotADate),
    }
}

fn word(text: &str, base: NaiveDate) -> Option<NaiveDate> {
    match text {
        "today" | "now" | "aujourd'hui" | "auj" => Some(base),
        "tomorrow" | "demain" => Some(add_days(base, 1)),
        "yesterday" | "hier" => Some(add_days(base, -1)),
        _ => None,
    }
}

fn step(text: &str, base: NaiveDate) -> Option<NaiveDate> {
    let unit_at = text.find(|c: char| c.is_alphabetic())?;
    let (number, unit) = text.split_at(unit_at);
    let number: i32 = number.replace(' ', "").parse().ok().filter(|number: &i32| number.abs() <= 5_000)?;
    match unit.trim() {
        "d" | "day" | "days" | "j" | "jour" | "jours" => Some(add_days(base, number.into())),
        "w" | "week" | "weeks" | "s" | "semaine" | "semaines" => Some(add_days(base, i64::from(number) * 7)),
        "m" | "month" | "months" | "mois" => Some(add_months(base, number)),
        "y" | "year" | "years" | "a" | "an" | "ans" => Some(add_months(base, number * 12)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        let base: NaiveDate = "2026-11-23".parse().unwrap();
        for (typed, meant) in [
            ("2027-01-10", "2027-01-10"),
            ("20270110", "2027-01-10"),
            ("14 May 1985", "1985-05-14"),
            ("May 14, 1985", "1985-05-14"),
            ("14 mai 85", "1985-05-14"),
            ("14/5/1985", "1985-05-14"),
            ("14.05.85", "1985-05-14"),
            ("5/14/1985", "1985-05-14"),
            ("1er février 2027", "2027-02-01"),
            ("3rd of June 2027", "2027-06-03"),
            ("30 juil. 2027", "2027-07-30"),
            ("15 sept 27", "2027-09-15"),
            ("12 août", "2026-08-12"),
            ("1/2/46", "2046-02-01"),
            ("1/2/47", "1947-02-01"),
            ("today", "2026-11-23"),
            ("Demain", "2026-11-24"),
            ("+3m", "2027-02-23"),
            ("+2w", "2026-12-07"),
            ("- 2 s", "2026-11-09"),
            ("+1 an", "2027-11-23"),
            ("१० jan 2027", "2027-01-10"),
        ] {
            assert_eq!(parse(typed, base), Ok(Some(meant.parse().unwrap())), "{typed}");
        }
        assert_eq!(parse("  ", base), Ok(None));
        assert_eq!(parse("30 Feb 2027", base), Err(DateTextError::NoSuchDay));
        assert_eq!(parse("29/2/2027", base), Err(DateTextError::NoSuchDay));
        for wrong in ["soon", "ju 2027", "14", "14 May 1985 2", "+3", "+99999999999m", "14/5/985", "2027-01", "é"] {
            assert_eq!(parse(wrong, base), Err(DateTextError::NotADate), "{wrong}");
        }
    }
}
