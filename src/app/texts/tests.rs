use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::*;

/// The variables of each text of a catalogue, by key. A text goes on over lines that are indented.
fn variables(catalogue: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in catalogue.lines().filter(|line| !line.starts_with('#')) {
        if let Some(start) = keys(line).next() {
            key = start.to_owned();
            assert!(texts.insert(key.clone(), BTreeSet::new()).is_none(), "{key} is there twice");
        }
        for part in line.split('$').skip(1) {
            let name = part.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap();
            texts.get_mut(&key).unwrap().insert(name.to_owned());
        }
    }
    texts
}

#[test]
fn both_languages_have_the_same_texts_with_the_same_variables() {
    let english = variables(Language::English.catalogue());
    let french = variables(Language::French.catalogue());
    let only = |a: &BTreeMap<String, _>, b: &BTreeMap<String, _>| -> Vec<String> {
        a.keys().filter(|key| !b.contains_key(*key)).cloned().collect()
    };
    assert_eq!(only(&english, &french), Vec::<String>::new(), "French lacks these");
    assert_eq!(only(&french, &english), Vec::<String>::new(), "English lacks these");
    for (key, names) in &english {
        assert_eq!(names, &french[key], "the variables of {key} differ");
    }
    for language in Language::ALL {
        assert!(FluentResource::try_new(language.catalogue().to_owned()).is_ok(), "{language:?} cannot be read");
    }
}

#[test]
fn a_single_sentence_has_no_full_stop() {
    for language in Language::ALL {
        let months = (1..=12).map(|month| format!("month-short-{month}"));
        let short: BTreeSet<String> = months.chain((1..=7).map(|day| format!("weekday-short-{day}"))).collect();
        for (key, text) in &Texts::new(language).plain {
            let single = !text.trim_end_matches('.').contains(". ");
            let stopped = text.ends_with('.') && !text.ends_with("...");
            assert!(!(single && stopped) || short.contains(key), "{key} in {language:?}: {text}");
            assert!(!text.contains('…'), "{key} in {language:?}: three dots, not one sign");
        }
    }
}

/// Every literal that is handed to `t!`, `get` or `with` in the sources of the window.
fn keys_in(folder: &Path, found: &mut BTreeSet<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            keys_in(&path, found);
            continue;
        }
        if path.extension().is_none_or(|extension| extension != "rs") || path.ends_with("tests.rs") {
            continue;
        }
        let source = std::fs::read_to_string(&path).unwrap();
        let source = source.split("#[cfg(test)]\nmod tests").next().unwrap();
        let product: String =
            source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        for (marker, skip_to_quote) in [("t!(", true), ("texts.get(\"", false), ("texts.with(\"", false)] {
            for (at, _) in product.match_indices(marker) {
                let before = product[..at].chars().next_back();
                if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
                    continue;
                }
                let rest = &product[at + marker.len()..];
                let rest = if skip_to_quote {
                    let Some((arguments, rest)) = rest.split_once('"') else { continue };
                    if arguments.contains(')') && !arguments.trim_end().ends_with("),") {
                        continue;
                    }
                    rest
                } else {
                    rest
                };
                let key = rest.split('"').next().unwrap().to_owned();
                found.insert((key, path.display().to_string()));
            }
        }
    }
}

#[test]
fn every_text_that_the_window_asks_for_is_there() {
    let known = variables(Language::English.catalogue());
    let mut asked = BTreeSet::new();
    keys_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app"), &mut asked);
    assert!(asked.iter().any(|(key, _)| key == "toast-close"), "the sources were not read");
    let missing: Vec<_> = asked.iter().filter(|(key, _)| !known.contains_key(key)).collect();
    assert!(missing.is_empty(), "no text for {missing:?}");
    for spec in &crate::app::commands::ALL {
        let texts = Texts::new(Language::English);
        for text in [spec.command.text(&texts), spec.command.tooltip(&texts)] {
            assert!(!text.starts_with("command-"), "no text for {text}");
        }
    }
}

/// All sources of the window, one after the other.
fn sources(folder: &Path) -> String {
    std::fs::read_dir(folder).unwrap().fold(String::new(), |all, entry| {
        let path = entry.unwrap().path();
        all + &if path.is_dir() { sources(&path) } else { std::fs::read_to_string(&path).unwrap() }
    })
}

#[test]
fn every_text_is_asked_for_somewhere() {
    let sources = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app"));
    // The history names fields and parts of records by what the office file calls them.
    // Reports name what they count by its code; a test of theirs looks for every code.
    let by_name = |key: &str| {
        let codes = ["name", "table", "measure", "define", "age", "head"].map(|of| format!("reports-{of}-"));
        key.starts_with("field-") || key.starts_with("part-") || codes.iter().any(|code| key.starts_with(code))
    };
    let english = variables(Language::English.catalogue());
    let idle = |key: &&String| !by_name(key) && !sources.contains(&format!("\"{key}\""));
    assert_eq!(english.keys().filter(idle).collect::<Vec<_>>(), Vec::<&String>::new(), "nobody asks for these");
}

#[test]
fn dates_and_counts_are_written_as_readers_expect() {
    let day: NaiveDate = "2027-01-10".parse().unwrap();
    let (english, mut french) = (Texts::new(Language::English), Texts::new(Language::French));
    assert_eq!((english.date(day), french.date(day)), ("10 Jan 2027".into(), "10 janv. 2027".into()));
    assert_eq!(english.long_date(day), "Sunday 10 January 2027");
    assert_eq!(french.long_date("2026-12-01".parse().unwrap()), "mardi 1er décembre 2026");
    assert_eq!((english.count(1_240_112), french.count(40_112)), ("1,240,112".into(), "40\u{202f}112".into()));
    assert_eq!((english.count(112), english.count(0)), ("112".into(), "0".into()));
    let name = |texts: &Texts, rows: usize| t!(texts, "table-name", name = "Ana", rows = rows);
    assert_eq!((name(&english, 1), name(&english, 40_112)), ("Ana, 1 row".into(), "Ana, 40,112 rows".into()));
    assert_eq!(name(&french, 0), "Ana, 0 ligne");
    french.set_language(Language::English);
    assert_eq!(french.get("cancel"), "Cancel");
    assert_eq!((french.get("no-such-key"), french.with("no-such-key", &[])), ("no-such-key", "no-such-key".into()));
    assert_eq!(Language::from_code("fr_CA.UTF-8"), Some(Language::French));
    assert_eq!(Language::from_code("sw"), None);
}
