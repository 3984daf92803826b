//! Tables for a terminal: columns that line up in every script, cut where the terminal is too narrow.

use std::io::{IsTerminal as _, Write};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

const BETWEEN: usize = 2;

/// Writes a heading and rows, without columns that are empty in every row. Nothing is cut unless stdout is a terminal.
pub(super) fn write(out: &mut dyn Write, heading: &[String], rows: &[Vec<String>]) -> std::io::Result<()> {
    let width = if std::io::stdout().is_terminal() {
        terminal_size::terminal_size().map(|(width, _)| usize::from(width.0))
    } else {
        None
    };
    write_within(out, heading, rows, width)
}

fn write_within(
    out: &mut dyn Write,
    heading: &[String],
    rows: &[Vec<String>],
    most: Option<usize>,
) -> std::io::Result<()> {
    // What is unknown of everyone needs no column.
    let columns: Vec<usize> = (0..heading.len())
        .filter(|column| {
            rows.is_empty() || rows.iter().any(|row| row.get(*column).is_some_and(|cell| !cell.is_empty()))
        })
        .collect();
    let lines: Vec<Vec<String>> = std::iter::once(heading)
        .chain(rows.iter().map(Vec::as_slice))
        .map(|row| {
            columns.iter().map(|column| row.get(*column).map(|cell| one_line(cell)).unwrap_or_default()).collect()
        })
        .collect();
    let mut widths = vec![0; columns.len()];
    for line in &lines {
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = cell.width().max(*width);
        }
    }
    if let Some(most) = most {
        narrow(&mut widths, most.saturating_sub(BETWEEN * columns.len().saturating_sub(1)));
    }
    for cells in &lines {
        let mut line = String::new();
        for (cell, width) in cells.iter().zip(&widths) {
            let cell = cut(cell, *width);
            line.push_str(&cell);
            line.extend(std::iter::repeat_n(' ', width.saturating_sub(cell.width()) + BETWEEN));
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// Text on one line, without what would steer the terminal.
pub(super) fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Makes the widest columns narrower, all to the same width, until they fit.
fn narrow(widths: &mut [usize], most: usize) {
    let mut cap = widths.iter().copied().max().unwrap_or_default();
    while cap > 1 && widths.iter().map(|width| (*width).min(cap)).sum::<usize>() > most {
        cap -= 1;
    }
    for width in widths {
        *width = (*width).min(cap);
    }
}

/// The text, or as much of it as fits with "…" at its end.
pub(super) fn cut(text: &str, most: usize) -> String {
    if text.width() <= most {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut width = 0;
    for c in text.chars() {
        width += c.width().unwrap_or_default();
        if width + 1 > most {
            break;
        }
        kept.push(c);
    }
    kept.push('…');
    kept
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn written(most: Option<usize>) -> Vec<String> {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let mut out = Vec::new();
        let rows = [row(["V-0001", "王小明", "Nurse"]), row(["V-0002", "Elli\nHeikkilä\u{1b}[2J", "Midwife trainer"])];
        write_within(&mut out, &row(["reference", "name", "occupation"]), &rows, most).unwrap();
        String::from_utf8(out).unwrap().lines().map(str::to_owned).collect()
    }

    #[test]
    fn columns_line_up_by_display_width_and_nothing_steers_the_terminal() {
        assert_eq!(
            written(None),
            [
                "reference  name               occupation",
                "V-0001     王小明             Nurse",
                "V-0002     Elli Heikkilä [2J  Midwife trainer",
            ]
        );
    }

    #[test]
    fn the_widest_columns_are_cut_first() {
        let lines = written(Some(33));
        assert_eq!(lines[2], "V-0002     Elli Heik…  Midwife t…");
        assert!(lines.iter().all(|line| line.width() <= 33), "{lines:#?}");
    }
}
