//! The rooms and the way the arrows run.

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// Which rooms a room may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("matching", &["domain"]),
    ("store", &["domain"]),
    ("exchange", &["domain", "store", "matching"]),
    ("app", &["domain", "matching", "store", "exchange"]),
    ("command", &["domain", "matching", "store", "exchange"]),
];

#[test]
fn arrows_run_downwards_only() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for (room, may_use) in MAY_USE {
        let mut files = Vec::new();
        sources(&root.join(room), &mut files);
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            for (number, line) in text.lines().enumerate() {
                let code = line.split("//").next().unwrap_or_default();
                for (other, _) in MAY_USE.iter().filter(|(other, _)| other != room && !may_use.contains(other)) {
                    if code.contains(&format!("crate::{other}")) {
                        wrong.push(format!("{}:{}: {room} must not use {other}", file.display(), number + 1));
                    }
                }
                for (library, home) in [
                    ("egui", "app"),
                    ("eframe", "app"),
                    ("egui_extras", "app"),
                    ("rusqlite", "store"),
                    ("postgres", "exchange"),
                ] {
                    if *room != home && code.contains(&format!("{library}::")) {
                        wrong.push(format!("{}:{}: {library} outside {home}", file.display(), number + 1));
                    }
                }
            }
            if text.contains("postgres::") && !file.starts_with(root.join("exchange/publish")) {
                wrong.push(format!("{}: postgres outside exchange/publish", file.display()));
            }
            if text.lines().count() > 600 {
                wrong.push(format!("{}: more than 600 lines, more than one subject?", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
