//! Whether two records of volunteers look like one person: names in any spelling, order and script, day of birth, contact.
//!
//! Every agreement has points that are added up; from [`ENOUGH`] on a pair is worth a look. No single agreement is
//! enough: people share names, twins a day of birth, couples a telephone.

use super::codes::codes;
use super::text::fold;
use chrono::{Datelike as _, NaiveDate};
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher as _};

/// Points from which on two records are likely to be one person.
pub const ENOUGH: u32 = 70;

/// From this Jaro-Winkler similarity on two words are spellings of one name.
const ONE_WORD: f64 = 0.9;

/// Digits of a telephone number that are compared, from the end: how a country is dialled is written in many ways.
const PHONE_DIGITS: usize = 8;

/// A telephone or an address that more people have than these is that of an office, and says nothing.
const SHARED_BY_MOST: usize = 10;

codes! {
    /// In what two records agree.
    Likeness {
        /// The names are the same, but for accents, case and hyphens.
        SameName = "same-name",
        /// The names have the same words in another order.
        NameInAnotherOrder = "name-in-another-order",
        /// Each word of a name is a spelling of one in the other.
        NameSpelledOtherwise = "name-spelled-otherwise",
        /// All words of a name are in the other, which has more.
        NameInPart = "name-in-part",
        /// The day of birth is the same.
        SameBirthDate = "same-birth-date",
        /// Day and month of birth are the other way round.
        BirthDaySwapped = "day-and-month-of-birth-swapped",
        /// The dates of birth differ in one digit.
        BirthDigit = "birth-date-with-one-other-digit",
        /// The e-mail address is the same.
        SameEmail = "same-e-mail",
        /// The telephone number is the same.
        SamePhone = "same-telephone",
    }
}

impl Likeness {
    fn points(self) -> u32 {
        match self {
            Self::SameName => 50,
            Self::NameInAnotherOrder => 48,
            Self::NameSpelledOtherwise => 42,
            Self::NameInPart | Self::SameBirthDate => 36,
            Self::SameEmail => 34,
            Self::BirthDaySwapped | Self::SamePhone => 28,
            Self::BirthDigit => 24,
        }
    }
}

/// What is compared of a volunteer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Traits {
    /// The words of the name, and of the name in the person's own script.
    names: Vec<Vec<String>>,
    birth_date: Option<NaiveDate>,
    email: String,
    phone: String,
}

/// Two records that look alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// Sum of the points, [`ENOUGH`] or more.
    pub score: u32,
    /// In what they agree: name, birth, contact.
    pub because: Vec<Likeness>,
}

impl Traits {
    /// What is compared, from what was entered; any may be empty.
    pub fn new(full_name: &str, own_script: &str, birth: Option<NaiveDate>, email: &str, phone: &str) -> Self {
        let names = [full_name, own_script].into_iter().map(words).filter(|words| !words.is_empty()).collect();
        let digits: Vec<char> = fold(phone).chars().filter(char::is_ascii_digit).collect();
        let phone = digits[digits.len().saturating_sub(PHONE_DIGITS)..].iter().collect();
        Self { names, birth_date: birth, email: fold(email), phone }
    }

    /// How two records are alike; nothing where they are not likely to be one person.
    pub fn alike(&self, other: &Self) -> Option<Alike> {
        let birth = match (self.birth_date, other.birth_date) {
            (Some(one), Some(two)) => Some(births(one, two)?),
            _ => None,
        };
        let pairs = self.names.iter().flat_map(|one| other.names.iter().map(move |two| (one, two)));
        let name = pairs.filter_map(|(one, two)| names(one, two)).max_by_key(|likeness| likeness.points());
        let email = (!self.email.is_empty() && self.email == other.email).then_some(Likeness::SameEmail);
        let phone = (self.phone.len() == PHONE_DIGITS && self.phone == other.phone).then_some(Likeness::SamePhone);
        let because: Vec<Likeness> = [name, birth, email, phone].into_iter().flatten().collect();
        let score = because.iter().map(|likeness| likeness.points()).sum();
        (score >= ENOUGH).then_some(Alike { score, because })
    }

    /// Two records that look alike have one of these in common, so that not every pair is looked at.
    fn keys(&self, mut put: impl FnMut(u64)) {
        if !self.email.is_empty() {
            put(key((0, &self.email)));
        }
        if self.phone.len() == PHONE_DIGITS {
            put(key((1, &self.phone)));
        }
        let Some(birth) = self.birth_date else { return };
        let (day, month) = (birth.day(), birth.month());
        for words in &self.names {
            for word in words {
                put(key((2, birth.year(), day.min(month), day.max(month), initial(word))));
            }
            let mut sorted = words.clone();
            sorted.sort_unstable();
            for place in 0..8 {
                put(key((3, place, without_digit(birth, place), &sorted)));
            }
        }
    }
}

/// The pairs that look alike, by their places, the most alike first.
pub fn pairs(people: &[Traits]) -> Vec<(usize, usize, Alike)> {
    let mut blocks: Vec<(u64, usize)> = Vec::with_capacity(people.len() * 12);
    for (at, person) in people.iter().enumerate() {
        person.keys(|key| blocks.push((key, at)));
    }
    blocks.sort_unstable();
    blocks.dedup();
    let shared = shared_contacts(people);
    let mut near = Vec::new();
    for block in blocks.chunk_by(|one, two| one.0 == two.0) {
        if shared.contains_key(&block[0].0) {
            continue;
        }
        for (at, (_, one)) in block.iter().enumerate() {
            near.extend(block[at + 1..].iter().map(|(_, two)| (*one, *two)));
        }
    }
    near.sort_unstable();
    near.dedup();
    let found = near.into_iter().filter_map(|(one, two)| Some((one, two, people[one].alike(&people[two])?)));
    let mut found: Vec<_> = found.collect();
    found.sort_by_key(|(one, two, alike)| (std::cmp::Reverse(alike.score), *one, *two));
    found
}

/// Contacts that are those of an office.
fn shared_contacts(people: &[Traits]) -> HashMap<u64, usize> {
    let mut count = HashMap::new();
    for person in people {
        if !person.email.is_empty() {
            *count.entry(key((0, &person.email))).or_insert(0) += 1;
        }
        if !person.phone.is_empty() {
            *count.entry(key((1, &person.phone))).or_insert(0) += 1;
        }
    }
    count.retain(|_, people| *people > SHARED_BY_MOST);
    count
}

fn key(of: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}

/// The words of a name as they are compared.
fn words(name: &str) -> Vec<String> {
    let folded = fold(name).replace(['\'', '.'], "");
    // Vowel signs of Indic scripts are marks, not letters: only what surely parts words does.
    let parts = folded.split(|c: char| c.is_whitespace() || "-‐‑–—,;/()\"".contains(c));
    parts.filter(|word| !word.is_empty()).map(spelling).collect()
}

/// One spelling for what is written in several ways when a name comes from another script: Mohammed, Muhammad and
/// Mohamad; Aleksandr and Alexander; Yusuf, Youssef and Jusuf.
fn spelling(word: &str) -> String {
    const ONE_FOR: [(&str, &str); 16] = [
        ("sch", "sh"),
        ("tch", "ch"),
        ("dj", "j"),
        ("ph", "f"),
        ("kh", "h"),
        ("gh", "g"),
        ("ou", "u"),
        ("oo", "u"),
        ("ee", "i"),
        ("x", "ks"),
        ("ck", "k"),
        ("q", "k"),
        ("w", "v"),
        ("y", "i"),
        ("j", "i"),
        ("o", "u"),
    ];
    let mut plain = word.to_owned();
    for (from, to) in ONE_FOR {
        if plain.contains(from) {
            plain = plain.replace(from, to);
        }
    }
    let mut single: Vec<char> = plain.chars().map(|c| if c == 'e' { 'a' } else { c }).collect();
    single.dedup_by(|one, two| one == two && one.is_ascii());
    single.into_iter().collect()
}

/// What a word begins with; all vowels are one.
fn initial(word: &str) -> Option<char> {
    word.chars().next().map(|c| if "aeiou".contains(c) { 'a' } else { c })
}

fn names(one: &[String], two: &[String]) -> Option<Likeness> {
    if one == two {
        return Some(Likeness::SameName);
    }
    let (less, more) = if one.len() <= two.len() { (one, two) } else { (two, one) };
    // Each word of the shorter name takes its best partner among those that are left.
    let mut left: Vec<&String> = more.iter().collect();
    let mut exact = true;
    for word in less {
        let partners = left.iter().enumerate().map(|(at, other)| (at, strsim::jaro_winkler(word, other)));
        let (at, similar) = partners.max_by(|one, two| one.1.total_cmp(&two.1))?;
        // Short words are near to each other by chance.
        if similar < ONE_WORD || (similar < 1.0 && word.chars().count() < 4) {
            return None;
        }
        exact &= similar >= 1.0;
        left.swap_remove(at);
    }
    match (left.is_empty(), exact) {
        (true, true) => Some(Likeness::NameInAnotherOrder),
        (true, false) => Some(Likeness::NameSpelledOtherwise),
        (false, true) if less.len() >= 2 => Some(Likeness::NameInPart),
        _ => None,
    }
}

/// How two days of birth agree; nothing where they are those of two people.
fn births(one: NaiveDate, two: NaiveDate) -> Option<Likeness> {
    if one == two {
        return Some(Likeness::SameBirthDate);
    }
    if one.year() == two.year() && one.day() == two.month() && one.month() == two.day() {
        return Some(Likeness::BirthDaySwapped);
    }
    (0..8).any(|place| without_digit(one, place) == without_digit(two, place)).then_some(Likeness::BirthDigit)
}

/// A date as a number of eight digits, with a zero in one place, counted from the end.
fn without_digit(date: NaiveDate, place: u32) -> i64 {
    let number = i64::from(date.year()) * 10_000 + i64::from(date.month()) * 100 + i64::from(date.day());
    let weight = 10_i64.pow(place);
    number - number / weight % 10 * weight
}

#[cfg(test)]
mod tests {
    use super::*;

    fn born(name: &str, birth: &str) -> Traits {
        Traits::new(name, "", birth.parse().ok(), "", "")
    }

    fn name_of(one: &str, two: &str) -> Option<Likeness> {
        names(&words(one), &words(two))
    }

    #[test]
    fn one_name_is_known_in_any_spelling_and_order() {
        use Likeness::{NameInAnotherOrder, NameInPart, NameSpelledOtherwise, SameName};
        for (one, two, expected) in [
            ("Elli Heikkilä", "ELLI HEIKKILA", Some(SameName)),
            ("Jean-Pierre N’Guessan", "Jean Pierre Nguessan", Some(SameName)),
            ("Nguyễn Thị Ánh", "Anh Nguyen Thi", Some(NameInAnotherOrder)),
            ("Mohammed Yusuf", "Muhammad Youssef", Some(NameSpelledOtherwise)),
            ("Aleksandr Ivanov", "Alexander Ivanov", Some(NameSpelledOtherwise)),
            ("Maria Garcia Lopez", "Maria Garcia", Some(NameInPart)),
            ("हरि दुगड", "दुगड हरि", Some(NameInAnotherOrder)),
            ("Ana Silva", "Ana Souza", None),
            ("Maria Garcia", "Maria", None),
            ("Li Na", "Li Ni", None),
        ] {
            assert_eq!(name_of(one, two), expected, "{one} and {two}");
        }
    }

    #[test]
    fn days_of_birth_agree_in_full_swapped_or_but_for_a_digit() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap_or_default();
        for (one, two, expected) in [
            ("1985-05-04", "1985-05-04", Some(Likeness::SameBirthDate)),
            ("1985-05-04", "1985-04-05", Some(Likeness::BirthDaySwapped)),
            ("1985-05-14", "1985-05-24", Some(Likeness::BirthDigit)),
            ("1985-05-14", "1986-06-14", None),
        ] {
            assert_eq!(births(day(one), day(two)), expected);
        }
    }

    #[test]
    fn no_single_agreement_is_enough_and_two_days_of_birth_speak_against_it() {
        let ana = Traits::new("Ana Silva", "", "1985-05-14".parse().ok(), "ana@example.org", "+351 912 345 678");
        let undated = |name: &str, email: &str, phone: &str| Traits::new(name, "", None, email, phone);
        assert_eq!(ana.alike(&undated("Ana Silva", "", "")), None);
        assert_eq!(ana.alike(&undated("Rui Costa", "ana@example.org", "00351912345678")), None);
        let found = ana.alike(&undated("Silva Ana", "", "(351) 912345678"));
        assert_eq!(found.map(|found| found.because), Some(vec![Likeness::NameInAnotherOrder, Likeness::SamePhone]));
        let other = Traits { birth_date: "1950-01-30".parse().ok(), ..ana.clone() };
        assert_eq!(ana.alike(&other), None, "a mother and her daughter");
    }

    #[test]
    fn a_name_in_its_own_script_is_compared_with_names_in_that_script() {
        let birth = "1985-05-14".parse().ok();
        let one = Traits::new("Hari Dugar", "हरि दुगड", birth, "", "");
        let two = Traits::new("हरि दुगड", "", birth, "", "");
        assert!(one.alike(&two).is_some_and(|found| found.because[0] == Likeness::SameName));
    }

    #[test]
    fn what_is_found_by_keys_is_what_looking_at_all_pairs_finds() {
        let first = ["Mohammed", "Muhammad", "Ana", "Anna", "Aleksandr", "Alexander", "Maria"];
        let last = ["Yusuf", "Youssef", "Silva", "Ivanov"];
        let births = ["1985-05-04", "1985-04-05", "1985-05-14", "1986-05-04", ""];
        let mut people = Vec::new();
        for (at, (one, two)) in first.iter().flat_map(|one| last.iter().map(move |two| (one, two))).enumerate() {
            for (which, birth) in births.iter().enumerate() {
                let name = if (at + which) % 3 == 0 { format!("{two} {one}") } else { format!("{one} {two}") };
                let phone = format!("+258 84 12{:05}", (at * 7 + which) % 60);
                people.push(Traits::new(&name, "", birth.parse().ok(), "", &phone));
            }
        }
        let mut all = Vec::new();
        for one in 0..people.len() {
            for two in one + 1..people.len() {
                all.extend(people[one].alike(&people[two]).map(|alike| (one, two, alike)));
            }
        }
        let mut found = pairs(&people);
        assert!(found.windows(2).all(|two| two[0].2.score >= two[1].2.score));
        found.sort_by_key(|(one, two, _)| (*one, *two));
        assert!(found.len() > 50, "{}", found.len());
        assert_eq!(found, all);
    }

    #[test]
    fn the_telephone_of_an_office_makes_nobody_alike() {
        let undated = |name: &str| Traits::new(name, "", None, "", "+351 912 345 678");
        let names =
            ["Ana Silva", "-", "Li Na", "Hari Dugar", "Omar Said", "Eva Lund", "Tom Beck", "Inga Moe", "Juan Paz"];
        let mut people: Vec<Traits> = names.iter().map(|name| undated(name)).collect();
        people.push(undated("Kofi Mensah"));
        people[1] = people[0].clone();
        assert_eq!((people.len(), pairs(&people).len()), (SHARED_BY_MOST, 1));
        people.push(undated("Rui Costa"));
        assert_eq!(pairs(&people), []);
    }

    #[test]
    fn likenesses_have_codes() {
        assert!(born("Ana Silva", "1985-05-14").alike(&born("Silva, Ana", "1985-05-14")).is_some());
        assert_eq!(Likeness::NameInAnotherOrder.code(), "name-in-another-order");
    }
}
