//! Reading files: small ones made here, and the real ones where they are at hand.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook as Writer};

use super::header::Looks;
use super::*;

/// A real file; `None`, with a word about it, where the real files are not at hand.
pub(super) fn real(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/real/tables").join(name);
    // A worktree lies one folder deeper.
    let deeper = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/real/tables").join(name);
    let found = [path, deeper].into_iter().find(|path| path.exists());
    if found.is_none() {
        eprintln!("skipped: the real file {name} is not at hand");
    }
    found
}

fn text(bytes: &[u8]) -> Table {
    text_with(bytes, &TextChoices::default())
}

fn text_with(bytes: &[u8], choices: &TextChoices) -> Table {
    let table = Workbook::from_bytes("people.csv", bytes.to_vec()).unwrap().read(None, choices).unwrap().1;
    assert_eq!(table.rows.len(), table.numbers.len());
    table
}

fn shown(table: &Table) -> Vec<Vec<String>> {
    table.rows.iter().map(|row| row.iter().map(|cell| cell.text().into_owned()).collect()).collect()
}

fn workbook(write: impl FnOnce(&mut Writer)) -> Workbook {
    let mut writer = Writer::new();
    write(&mut writer);
    Workbook::from_bytes("list.xlsx", writer.save_to_buffer().unwrap()).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn every_kind_of_cell_of_a_workbook() {
    let mut book = workbook(|writer| {
        let date = Format::new().set_num_format("yyyy-mm-dd");
        let sheet = writer.add_worksheet();
        sheet.write(0, 0, "Ann _x000D_\nLee\r\nof _x005F_x").unwrap();
        sheet.write(0, 1, 0.1 + 0.2).unwrap();
        sheet.write_with_format(0, 2, ExcelDateTime::from_ymd(2014, 3, 4).unwrap(), &date).unwrap();
        sheet.write_with_format(0, 3, 41702.5625, &Format::new().set_num_format("yyyy-mm-dd hh:mm")).unwrap();
        sheet.write_with_format(0, 4, 0.5625, &Format::new().set_num_format("hh:mm")).unwrap();
        sheet.write_with_format(0, 5, 10.5, &Format::new().set_num_format("[h]:mm:ss")).unwrap();
        sheet.write(0, 6, true).unwrap();
        sheet.write_with_format(0, 7, 42, &Format::new().set_num_format("00000")).unwrap();
        sheet.write_with_format(0, 8, 0.25, &Format::new().set_num_format("0%")).unwrap();
        sheet.write(0, 9, 41_702).unwrap();
        // Formatted far below the data.
        sheet.write_blank(500, 3, &Format::new().set_bold()).unwrap();
        writer.add_worksheet().set_name("Lists").unwrap().set_hidden(true);
    });
    assert_eq!(
        book.sheets(),
        [Sheet { name: "Sheet1".to_owned(), hidden: false }, Sheet { name: "Lists".to_owned(), hidden: true }]
    );
    let (_, table) = book.read(Some("Sheet1"), &TextChoices::default()).unwrap();
    assert_eq!(table.rows.len(), 1);
    let row = &table.rows[0];
    assert!(!row[0].text().contains("x000D"), "{:?}", row[0]);
    assert!(row[0].text().contains("Ann") && row[0].text().contains('\n') && !row[0].text().contains('\r'));
    assert_eq!(row[1].text(), "0.3");
    assert_eq!(row[2], Cell::Date(day("2014-03-04")));
    assert_eq!(row[3].date(), Some(day("2014-03-04")));
    assert_eq!(row[3].text(), "2014-03-04 13:30");
    assert_eq!(row[4], Cell::Text("13:30".to_owned()));
    assert_eq!(row[5], Cell::Text("252:00:00".to_owned()));
    assert_eq!(row[6], Cell::Bool(true));
    assert_eq!(row[7].text(), "00042");
    assert_eq!(row[8].text(), "25%");
    assert_eq!(row[9], Cell::Number(41_702.0), "a number without a date format is no date");
}

#[test]
fn formulas_without_results_are_empty_and_noticed() {
    let mut book = workbook(|writer| {
        let sheet = writer.add_worksheet();
        sheet.write(0, 0, "Ann").unwrap();
        sheet.write_formula(0, 1, Formula::new("=1+1")).unwrap();
        let sheet = writer.add_worksheet();
        sheet.write(0, 0, "Ann").unwrap();
        sheet.write_formula(0, 1, Formula::new("=1+1").set_result("2")).unwrap();
    });
    let (_, without) = book.read(Some("Sheet1"), &TextChoices::default()).unwrap();
    assert!(without.cell(0, 1).is_blank());
    assert_eq!(without.notices, [Notice::FormulasWithoutResult { count: 1 }]);
    let (_, with) = book.read(Some("Sheet2"), &TextChoices::default()).unwrap();
    assert_eq!(with.cell(0, 1).text(), "2");
    assert_eq!(with.notices, []);
}

#[test]
fn merged_rows_each_get_the_value() {
    let mut book = workbook(|writer| {
        let sheet = writer.add_worksheet();
        sheet.merge_range(0, 0, 0, 1, "Person", &Format::new()).unwrap();
        sheet.merge_range(1, 0, 2, 0, "Kenya", &Format::new()).unwrap();
        sheet.write(1, 1, "Ann").unwrap();
        sheet.write(2, 1, "Bo").unwrap();
    });
    let (_, table) = book.read(None, &TextChoices::default()).unwrap();
    assert_eq!(shown(&table), [vec!["Person"], vec!["Kenya", "Ann"], vec!["Kenya", "Bo"]]);
    assert_eq!(Header::at(&table, Some(0)).names(&table), ["Person", "Person"]);
}

#[test]
fn a_lone_cell_in_the_last_corner_does_not_fill_the_memory() {
    let mut book = workbook(|writer| {
        let sheet = writer.add_worksheet();
        sheet.write(0, 0, "Name").unwrap();
        sheet.write(1_048_575, 16_383, "x").unwrap();
    });
    let (_, table) = book.read(None, &TextChoices::default()).unwrap();
    assert_eq!(table.rows.len(), 1_048_576);
    assert_eq!(table.rows.iter().map(Vec::len).sum::<usize>(), 16_385);
}

#[test]
fn encodings_are_told_apart() {
    let utf16: Vec<u8> = "Nom;Prénom\nŁukasz;Zoé\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let with_mark: Vec<u8> = [&[0xff, 0xfe], utf16.as_slice()].concat();
    for (bytes, encoding) in [
        ("\u{feff}Nom;Prénom\nŁukasz;Zoé\n".as_bytes().to_vec(), "UTF-8"),
        (utf16, "UTF-16LE"),
        (with_mark, "UTF-16LE"),
    ] {
        let table = text(&bytes);
        assert_eq!(shown(&table), [["Nom", "Prénom"], ["Łukasz", "Zoé"]], "{encoding}");
        assert_eq!(table.text.unwrap().encoding, encoding);
        assert_eq!(table.notices, []);
    }
    let latin = text(b"Pr\xe9nom,Ville\nZo\xe9,Orl\xe9ans\nFran\xe7ois,N\xeemes\n");
    assert_eq!(latin.cell(0, 0).text(), "Prénom");
    assert_eq!(latin.notices, [Notice::EncodingGuessed { encoding: "windows-1252".to_owned() }]);
    assert!(latin.text.unwrap().samples.contains(&"Orléans".to_owned()));
    let mac = b"Pr\x8enom,Ville\nZo\x8e,Orl\x8eans\nFran\x8dois,N\x94mes\n";
    assert_eq!(text(mac).cell(2, 0).text(), "François");
    let corrected =
        text_with(mac, &TextChoices { encoding: Some("windows-1252".to_owned()), ..TextChoices::default() });
    assert_eq!(corrected.cell(0, 0).text(), "PrŽnom");
}

#[test]
fn delimiters_are_guessed_and_corrected() {
    for (bytes, delimiter) in [
        ("a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n", Some(';')),
        ("a\tb\nx, y, z\tw\nx, y\tw\n", Some('\t')),
        ("a|b\n1|2\n", Some('|')),
        ("a,b\n\"x;y;z\",2\n", Some(',')),
        ("Kenya\nGambia, The\nNepal\nTogo\nPeru\n", None),
    ] {
        assert_eq!(text(bytes.as_bytes()).text.unwrap().delimiter, delimiter, "{bytes}");
    }
    let corrected = text_with(b"a;b,c\n", &TextChoices { delimiter: Some(','), ..TextChoices::default() });
    assert_eq!(shown(&corrected), [["a;b", "c"]]);
}

#[test]
fn lines_of_every_kind_and_cells_with_line_breaks() {
    for bytes in ["a,b\rc,d\re,f\r", "a,b\nc,d\ne,f", "a,b\r\nc,d\r\ne,f\r\n"] {
        let table = text(bytes.as_bytes());
        assert_eq!(shown(&table), [["a", "b"], ["c", "d"], ["e", "f"]]);
        assert_eq!(table.numbers, [1, 2, 3]);
    }
    let table = text(b"a,b\r\n\r\n\"x\r\ny \"\"z\"\"\",2\r\n'+254,'=1+1\r\n");
    assert_eq!(shown(&table), [["a", "b"], ["x\ny \"z\"", "2"], ["+254", "=1+1"]]);
    assert_eq!(table.numbers, [1, 3, 5]);
    assert_eq!(table.notices, []);
}

#[test]
fn an_unclosed_quote_is_noticed() {
    let to_the_end = text(b"a,b,c\n1,\"2,3\n4,5,6\n7,8,9\n");
    assert_eq!(to_the_end.notices, [Notice::UnclosedQuote { line: 2, lines_swallowed: 2 }]);
    let until_the_next = text(b"a,b,c\n1,\"2,3\n4,5,6\n7,8,9\n1,\"2\",3\n");
    assert_eq!(until_the_next.notices, [Notice::UnclosedQuote { line: 2, lines_swallowed: 3 }]);
    let without = TextChoices { quotes: Some(false), ..TextChoices::default() };
    let literal = text_with(b"a,b,c\n1,\"2,3\n4,5,6\n7,8,9\n", &without);
    assert_eq!(literal.rows.len(), 4);
    assert_eq!(literal.notices, []);
}

#[test]
fn what_is_no_table_is_refused_in_a_sentence() {
    let open = |bytes: &[u8]| Workbook::from_bytes("a.xlsx", bytes.to_vec()).err().unwrap().to_string();
    assert_eq!(open(b""), "a.xlsx is empty");
    assert_eq!(open(b" \r\n"), "a.xlsx is empty");
    assert_eq!(open(b"%PDF-1.7 ..."), "a.xlsx is not a table but a PDF document");
    assert_eq!(open(b"SQLite format 3\0...."), "a.xlsx is not a table but a database");
    assert_eq!(open(b"\xef\xbb\xbf<html><table>"), "a.xlsx is not a table but a web page");
    assert_eq!(open(b"\x7fELF\x02\x01\x01\0\0\0\0\x05\x06"), "a.xlsx is not a table but a file of another program");
    let whole = {
        let mut writer = Writer::new();
        writer.add_worksheet().write(0, 0, "Name").unwrap();
        writer.save_to_buffer().unwrap()
    };
    // Cut anywhere, or with any byte changed: a reason, never a panic.
    for length in (0..whole.len()).step_by(97) {
        assert!(Workbook::from_bytes("a.xlsx", whole[..length].to_vec()).is_err(), "{length}");
    }
    for at in (0..whole.len()).step_by(61) {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x55;
        if let Ok(mut book) = Workbook::from_bytes("a.xlsx", damaged) {
            let _ = book.read(None, &TextChoices::default());
        }
    }
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(Workbook::open(folder.path()), Err(SheetError::Folder(_))));
    assert!(matches!(Workbook::open(&folder.path().join("none.csv")), Err(SheetError::NotThere(_))));
    let mut book = Workbook::from_bytes("a.xlsx", whole).unwrap();
    let missing = book.read(Some("Other"), &TextChoices::default()).err().unwrap();
    assert_eq!(missing.to_string(), "there is no sheet \"Other\" in a.xlsx, it has: Sheet1");
}

#[test]
fn every_real_workbook_opens_or_is_refused_with_a_reason() {
    let Some(folder) = real("workbooks") else { return };
    let mut refused = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        match Workbook::open(&path) {
            Ok(mut book) => {
                let sheets: Vec<String> = book.sheets().iter().map(|sheet| sheet.name.clone()).collect();
                for sheet in sheets {
                    match book.read(Some(&sheet), &TextChoices::default()) {
                        Ok(_) | Err(SheetError::NoRows { .. }) => {}
                        Err(error) => refused.push(format!("{sheet}: {error}")),
                    }
                }
            }
            Err(error) => refused.push(format!("{name}: {error}")),
        }
    }
    refused.sort();
    assert_eq!(refused, ["pass_protected.xlsx: pass_protected.xlsx is protected with a password"]);
}

#[test]
fn dates_of_real_workbooks_in_both_epochs() {
    for name in ["date.xlsx", "date_1904.xlsx", "date.xls", "date_1904.xls", "date.ods"] {
        let Some(path) = real(&format!("workbooks/{name}")) else { return };
        let (_, table) = Workbook::open(&path).unwrap().read(None, &TextChoices::default()).unwrap();
        assert_eq!(table.cell(0, 0), &Cell::Date(day("2021-01-01")), "{name}");
        // In the .ods this one has a time beside it.
        let second = if name == "date.ods" { "2021-01-01" } else { "2021-01-02" };
        assert_eq!(table.cell(1, 0).date(), Some(day(second)), "{name}");
        let duration = if name == "date.ods" { "10:10:10" } else { "255:10:10" };
        assert_eq!(table.cell(2, 0).text(), duration, "{name}");
    }
}

#[test]
fn headings_of_real_files() {
    let looks = |text: &str| match text {
        "Albania" => Looks::Value,
        _ => Looks::Unknown,
    };
    for (name, header, rows) in [
        ("placement_book_2014.xlsx", Header { row: Some(0), data: 1 }, 486),
        ("three_heading_rows.xlsx", Header { row: Some(1), data: 3 }, 3),
        ("volunteers_timor_leste.csv", Header { row: Some(0), data: 1 }, 1184),
        ("volunteers_german_headers.csv", Header { row: Some(0), data: 1 }, 100),
        ("people_devanagari_bom.csv", Header { row: Some(0), data: 1 }, 1200),
        ("volunteer_status.csv", Header { row: Some(0), data: 1 }, 2441),
        ("early_end_reasons.csv", Header { row: Some(0), data: 1 }, 6037),
        ("organisations.csv", Header { row: Some(0), data: 1 }, 164),
        ("projects_multiline_html.csv", Header { row: Some(0), data: 1 }, 1141),
        ("upload_fixtures/missing1stLine.csv", Header { row: None, data: 0 }, 4),
        ("upload_fixtures/country.csv", Header { row: None, data: 0 }, 66),
        ("workbooks/input-valid.xlsx", Header { row: Some(1), data: 3 }, 4),
    ] {
        let Some(path) = real(name) else { return };
        let (_, table) = Workbook::open(&path).unwrap().read(None, &TextChoices::default()).unwrap();
        let guess = Header::guess(&table, &looks);
        assert_eq!(guess, header, "{name}");
        assert_eq!(guess.data_rows(&table).count(), rows, "{name}");
        assert_eq!(table.numbers.len(), table.rows.len(), "{name}");
        assert!(!table.notices.iter().any(|notice| matches!(notice, Notice::UnclosedQuote { .. })), "{name}");
    }
}
