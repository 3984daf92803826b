//! The numbers of a period on the command line: every format holds the same.

use super::command::Desk;
use sojourn::exchange::spreadsheet::{TextChoices, Workbook};

const YEAR: [&str; 4] = ["--from", "2026-01-01", "--to", "2026-12-31"];

fn desk() -> Desk {
    let desk = Desk::new();
    std::fs::remove_file(&desk.file).unwrap();
    desk.done(&["sample", "FILE", "--volunteers", "120", "--placements", "30", "--missions", "80"]);
    desk
}

fn asked<'a>(name: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["report", "FILE", name], &YEAR[..], more].concat()
}

#[test]
fn a_report_is_the_same_in_every_format() {
    let desk = desk();
    let report = desk.json(&asked("service", &[]));
    let tables = report["tables"].as_array().unwrap();
    let lines = |name: &str| tables.iter().find(|table| table["table"] == name).unwrap()["lines"].clone();
    let total = lines("service-total")[0].clone();
    let countries = lines("service-by-country");
    let days: i64 = countries.as_array().unwrap().iter().map(|line| line["days"].as_i64().unwrap()).sum();
    assert_eq!(total["days"].as_i64().unwrap(), days, "{total:#}");
    assert!(days > 1_000 && report["from"] == "2026-01-01" && report["country"].is_null(), "{report:#}");

    let told = desk.done(&asked("service", &[]));
    let line =
        |text: &str| told.lines().find(|line| line.starts_with(text)).unwrap().split_whitespace().last().unwrap();
    assert_eq!(line("days").parse::<i64>().unwrap(), days, "{told}");
    let csv = desk.done(&asked("service", &["--format", "csv"]));
    assert!(csv.starts_with("report,table,line,measure,value\n"), "{csv}");
    assert!(csv.contains(&format!("service,service total,all,days,{days}\n")), "{csv}");

    desk.done(&asked("all", &["--format", "xlsx", "--out", "numbers.xlsx"]));
    let mut book = Workbook::open(&desk.folder.path().join("numbers.xlsx")).unwrap();
    let (_, sheet) = book.read(Some("service total"), &TextChoices::default()).unwrap();
    let column = (0..sheet.width()).find(|column| sheet.cell(0, *column).text() == "days").unwrap();
    assert_eq!(sheet.cell(1, column).text(), days.to_string());
    for table in ["demand total", "stages reached", "early ends total", "partners each", "learning total"] {
        assert!(book.read(Some(table), &TextChoices::default()).is_ok(), "{table}");
    }
}

#[test]
fn what_is_asked_wrongly_is_refused_with_the_reason() {
    let desk = desk();
    let country = desk.json(&asked("service", &[]))["tables"][2]["lines"][0]["line"].clone();
    let narrowed = desk.json(&asked("service", &["--country", country.as_str().unwrap()]));
    let lines = &narrowed["tables"][2]["lines"];
    assert_eq!((lines.as_array().unwrap().len(), &lines[0]["line"]), (1, &country), "{narrowed:#}");
    let turned = desk.run(&["report", "FILE", "service", "--from", "2026-02-01", "--to", "2026-01-01"]);
    assert!(turned.status == Some(2) && turned.err.contains("there is no day from 2026-02-01 to 2026-01-01"));
    for wrong in [&["--category", "tall"][..], &["--sector", "99999"], &["--format", "xlsx"]] {
        assert_eq!(desk.run(&asked("service", wrong)).status, Some(2), "{wrong:?}");
    }
    assert_eq!(desk.run(&asked("weather", &[])).status, Some(2));
}
