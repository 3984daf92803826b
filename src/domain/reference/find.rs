//! Finding a code by what people wrote: in any case, with or without accents, the words in any order.

use std::collections::HashMap;

use crate::domain::text::fold;

/// What a text may mean in a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found<T> {
    /// This one, and nothing else.
    One(T),
    /// One of these; a person has to choose. In the order of the table.
    Several(Vec<T>),
    /// Nothing that the table knows.
    None,
}

impl<T> Found<T> {
    /// The only meaning, or nothing.
    pub fn one(self) -> Option<T> {
        match self {
            Found::One(value) => Some(value),
            Found::Several(_) | Found::None => None,
        }
    }
}

/// Words that names are written with and without ("Republic of the Congo", "République du Congo").
const SMALL_WORDS: [&str; 15] =
    ["the", "of", "and", "in", "le", "la", "les", "l", "de", "du", "des", "d", "et", "en", "a"];

/// A word as it is written in full.
fn in_full(word: &str) -> &str {
    match word {
        "st" => "saint",
        "ste" => "sainte",
        "rep" => "republic",
        "dem" => "democratic",
        "is" | "isl" => "islands",
        other => other,
    }
}

/// The words of a text for comparing, parted by one blank each: folded, without punctuation and small words,
/// abbreviations in full.
pub(super) fn plain(text: &str) -> String {
    let folded = if text.is_ascii() { text.to_ascii_lowercase() } else { fold(text) };
    let mut bare = String::with_capacity(folded.len());
    let mut word = 0; // where the word that is being read starts
    let mut initials = false;
    let mut rest = folded.chars();
    while let Some(c) = rest.next() {
        match c {
            // "U.S.A." is one word.
            '.' if (initials || bare[word..].chars().count() == 1)
                && rest.as_str().starts_with(char::is_alphanumeric) =>
            {
                initials = true;
            }
            // "teachers' aides" and "N'Djamena" lose it, the French article before it is a word ("d'Ivoire").
            '\'' | '`' if !matches!(&bare[word..], "d" | "l") => {}
            c if c.is_ascii_punctuation() || c == ' ' || matches!(c, '–' | '—' | '«' | '»' | '“' | '”' | '·') =>
            {
                bare.push(' ');
                word = bare.len();
                initials = false;
            }
            c => bare.push(c),
        }
    }
    let words = || bare.split_ascii_whitespace();
    let is_small = |word: &&str| SMALL_WORDS.contains(word);
    let only_small = words().all(|word| is_small(&word));
    let mut plain = String::with_capacity(bare.len() + 8);
    for word in words().filter(|word| only_small || !is_small(word)) {
        if !plain.is_empty() {
            plain.push(' ');
        }
        plain.push_str(in_full(word));
    }
    plain
}

/// What texts that mean the same have in common: the words of a [`plain`] text in the singular, sorted.
pub(super) fn key(plain: &str) -> String {
    let singular = |word| match str::strip_suffix(word, 's') {
        Some(singular) if word.len() > 3 => singular,
        _ => word,
    };
    let mut words: Vec<&str> = plain.split(' ').map(singular).collect();
    words.sort_unstable();
    words.join(" ")
}

/// The meanings of the texts of one table.
pub(super) struct Index<T> {
    /// By [`key`].
    meanings: HashMap<String, Found<T>>,
    /// [`plain`] texts to suggest from, in the order of the table.
    texts: Vec<(String, T)>,
    /// Words that a text may have beside those that are known.
    idle_words: &'static [&'static str],
}

impl<T: Copy + Ord> Index<T> {
    pub(super) fn new() -> Self {
        Self { meanings: HashMap::new(), texts: Vec::new(), idle_words: &[] }
    }

    /// An index for texts that may have some `idle_words` more than the names: if such a text means nothing, it is
    /// looked for without them. The words are folded and in the singular.
    pub(super) fn with_idle_words(idle_words: &'static [&'static str]) -> Self {
        Self { idle_words, ..Self::new() }
    }

    /// Adds a name of `value`. Where several values have the same name, it means all of them.
    pub(super) fn add(&mut self, text: &str, value: T) {
        if text.is_empty() {
            return;
        }
        let plain = plain(text);
        let meaning = self.meanings.entry(key(&plain)).or_insert(Found::One(value));
        match meaning {
            Found::One(other) if *other != value => {
                *meaning = Found::Several(vec![(*other).min(value), value.max(*other)])
            }
            Found::Several(values) => {
                if let Err(place) = values.binary_search(&value) {
                    values.insert(place, value);
                }
            }
            Found::One(_) | Found::None => {}
        }
        self.texts.push((plain, value));
    }

    /// Adds a text that means one or several values, whatever the names say ("Congo").
    pub(super) fn set(&mut self, text: &str, values: Vec<T>) {
        let plain = plain(text);
        self.texts.extend(values.iter().map(|value| (plain.clone(), *value)));
        let meaning = match values[..] {
            [] => Found::None,
            [value] => Found::One(value),
            _ => Found::Several(values),
        };
        self.meanings.insert(key(&plain), meaning);
    }

    pub(super) fn find(&self, text: &str) -> Found<T> {
        let key = key(&plain(text));
        if let Some(meaning) = self.meanings.get(&key) {
            return meaning.clone();
        }
        let telling: Vec<&str> = key.split(' ').filter(|word| !self.idle_words.contains(word)).collect();
        self.meanings.get(&telling.join(" ")).cloned().unwrap_or(Found::None)
    }

    /// The `most` values whose texts are nearest to `text`, nearest first: those that start with it, then those that
    /// have a word that starts with it, hold it anywhere, have all its words, or are at most two slips of the keyboard
    /// away (one in short texts), as a whole or word by word.
    pub(super) fn suggest(&self, text: &str, most: usize) -> Vec<T> {
        let typed = plain(text);
        if typed.is_empty() {
            return Vec::new();
        }
        let sought: Vec<&str> = typed.split(' ').collect();
        let mut near: Vec<(usize, usize, usize, T)> = self
            .texts
            .iter()
            .enumerate()
            .filter_map(|(place, (candidate, value))| {
                distance(&sought, &typed, candidate).map(|far| (far, candidate.len(), place, *value))
            })
            .collect();
        near.sort_unstable();
        let mut values = Vec::with_capacity(most);
        for (.., value) in near {
            if values.len() == most {
                break;
            }
            if !values.contains(&value) {
                values.push(value);
            }
        }
        values
    }
}

/// How far a candidate is from what was typed, smaller is nearer; nothing when they have nothing in common.
fn distance(sought: &[&str], typed: &str, candidate: &str) -> Option<usize> {
    if candidate == typed {
        return Some(0);
    }
    if candidate.starts_with(typed) {
        return Some(1);
    }
    let starts_a_word = |part: &str| candidate.split(' ').any(|word| word.starts_with(part));
    if candidate.match_indices(typed).any(|(at, _)| candidate[..at].ends_with(' ')) {
        return Some(2);
    }
    if sought.iter().all(|part| starts_a_word(part)) {
        return Some(3);
    }
    if let Some(slips) = slips(typed, candidate, allowed_slips(typed)) {
        return Some(3 + slips);
    }
    if typed.len() > 2 && candidate.contains(typed) {
        return Some(6);
    }
    let nearly = |part: &&str| candidate.split(' ').any(|word| slips(part, word, allowed_slips(part)).is_some());
    if sought.iter().all(|part| starts_a_word(part) || nearly(part)) {
        return Some(7);
    }
    // "ministry of health nurse": some telling word of it is there.
    let shared = sought.iter().filter(|part| part.len() > 3 && starts_a_word(part)).count();
    (shared > 0).then(|| 8 + sought.len() - shared)
}

fn allowed_slips(text: &str) -> usize {
    match text.len() {
        0..4 => 0,
        4..7 => 1,
        _ => 2,
    }
}

/// Letters to add, drop, change or swap with the next to get from one text to the other (optimal string alignment), if
/// at most `allowed`.
fn slips(one: &str, other: &str, allowed: usize) -> Option<usize> {
    if allowed == 0 || one.len().abs_diff(other.len()) > allowed * 4 {
        return None;
    }
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > allowed {
        return None;
    }
    let width = other.len() + 1;
    let mut before = vec![0; width];
    let mut above: Vec<usize> = (0..width).collect();
    let mut row = vec![0; width];
    for i in 1..=one.len() {
        row[0] = i;
        for j in 1..width {
            let changed = usize::from(one[i - 1] != other[j - 1]);
            row[j] = (above[j] + 1).min(row[j - 1] + 1).min(above[j - 1] + changed);
            if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        if row.iter().all(|slips| *slips > allowed) {
            return None;
        }
        std::mem::swap(&mut before, &mut above);
        std::mem::swap(&mut above, &mut row);
    }
    Some(above[width - 1]).filter(|slips| *slips <= allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index() -> Index<u8> {
        let mut index = Index::with_idle_words(&["republic", "democratic"]);
        index.add("Côte d’Ivoire", 1);
        index.add("Congo - Kinshasa", 2);
        index.add("Republic of the Congo", 3);
        index.add("St. Kitts & Nevis", 4);
        index.add("Northern Islands", 5);
        index.add("NI", 6);
        index.set("Congo", vec![2, 3]);
        index
    }

    #[test]
    fn case_accents_small_words_and_order_do_not_matter() {
        let index = index();
        for (text, value) in [
            ("cote d'ivoire", 1),
            ("COTE D IVOIRE", 1),
            ("Congo, Republic of the", 3),
            ("Rép. of the Congo", 3),
            ("Saint Kitts and Nevis", 4),
            ("northern  is.", 5),
            ("n.i.", 6),
            ("democratic  côte d'ivoire", 1),
        ] {
            assert_eq!(index.find(text), Found::One(value), "{text}");
        }
        assert_eq!(index.find("CONGO"), Found::Several(vec![2, 3]));
        for nothing in ["", " ", "-", "the", "Kongo", "Congo Congo", "Republic"] {
            assert_eq!(index.find(nothing), Found::None, "{nothing:?}");
        }
    }

    #[test]
    fn the_nearest_is_suggested_first() {
        let index = index();
        assert_eq!(index.suggest("con", 5), [2, 3]);
        assert_eq!(index.suggest("nevsi", 5), [4]);
        assert_eq!(index.suggest("cote d'iviore", 1), [1]);
        assert_eq!(index.suggest("isl nor", 3), [5]);
        assert_eq!(index.suggest("???", 3), [] as [u8; 0]);
    }

    #[test]
    fn slips_count_a_swap_once() {
        assert_eq!(slips("kenya", "keyna", 2), Some(1));
        assert_eq!(slips("kenya", "kena", 2), Some(1));
        assert_eq!(slips("kenya", "ghana", 2), None);
        assert_eq!(slips("नेपाल", "नेपल", 1), Some(1));
    }
}
