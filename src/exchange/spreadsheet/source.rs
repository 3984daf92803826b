//! Opening a file: what it is, by its bytes and not by its ending, and which sheets it has.

use std::io::{ErrorKind, Read as _};
use std::path::Path;
use std::sync::Arc;

use super::error::SheetError;
use super::table::Table;
use super::text_table::{self, TextChoices};
use super::workbook::{Book, Sheet};

/// More than any office's workbook; keeps a wrong file from filling the memory.
const MOST_BYTES: u64 = 200 * 1024 * 1024;

/// A file that was opened for reading its tables.
pub struct Workbook {
    file: String,
    sheets: Vec<Sheet>,
    content: Content,
}

enum Content {
    Book(Box<Book>),
    Text(Arc<[u8]>),
}

impl Workbook {
    /// Opens `.xlsx`, `.xlsm`, `.xlsb`, `.xls`, `.ods` and text files. What it is, the bytes say: a wrong ending does not
    /// matter.
    pub fn open(path: &Path) -> Result<Self, SheetError> {
        let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let bytes = read_bytes(path, &file, MOST_BYTES)?;
        Self::from_bytes(&file, bytes)
    }

    /// As [`Workbook::open`], for bytes that are already here.
    pub fn from_bytes(file: &str, bytes: Vec<u8>) -> Result<Self, SheetError> {
        let file = file.to_owned();
        if bytes.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0) {
            return Err(SheetError::Empty { file });
        }
        if let Some(looks_like) = foreign(&bytes) {
            return Err(SheetError::NotATable { file, looks_like });
        }
        let bytes: Arc<[u8]> = bytes.into();
        if bytes.starts_with(b"PK") || bytes.starts_with(&CFB) {
            let book = Book::open(&file, bytes)?;
            let sheets = book.sheets();
            return Ok(Self { file, sheets, content: Content::Book(Box::new(book)) });
        }
        if text_table::is_binary(&bytes) {
            return Err(SheetError::NotATable { file, looks_like: "a file of another program" });
        }
        let name =
            Path::new(&file).file_stem().map_or_else(|| file.clone(), |stem| stem.to_string_lossy().into_owned());
        Ok(Self { file, sheets: vec![Sheet { name, hidden: false }], content: Content::Text(bytes) })
    }

    /// Name of the file, without its folder.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Its sheets, in the order of the workbook.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// Whether encoding and delimiter can be chosen.
    pub fn is_text(&self) -> bool {
        matches!(self.content, Content::Text(_))
    }

    /// Reads one sheet; without a name the first visible one that has rows. `choices` matter for text files alone.
    pub fn read(&mut self, sheet: Option<&str>, choices: &TextChoices) -> Result<(String, Table), SheetError> {
        let Self { file, sheets, content } = self;
        if let Some(sheet) = sheet
            && !sheets.iter().any(|known| known.name == sheet)
        {
            let have = sheets.iter().map(|known| known.name.clone()).collect();
            return Err(SheetError::SheetNotThere { file: file.clone(), sheet: sheet.to_owned(), have });
        }
        let mut empty = String::new();
        for known in sheets.iter().filter(|known| sheet.map_or(!known.hidden, |sheet| sheet == known.name)) {
            let table = match content {
                Content::Book(book) => book.read(file, &known.name)?,
                Content::Text(bytes) => text_table::read(bytes, choices),
            };
            if !table.rows.is_empty() {
                return Ok((known.name.clone(), table));
            }
            empty.clone_from(&known.name);
        }
        Err(SheetError::NoRows { file: file.clone(), sheet: empty })
    }
}

/// First bytes of an OLE compound file: `.xls`, and any Office file behind a password.
const CFB: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// The bytes of a file, which is named `file` where it cannot be read or has more than `most` of them.
pub(in crate::exchange) fn read_bytes(path: &Path, file: &str, most: u64) -> Result<Vec<u8>, SheetError> {
    let failed = |source: std::io::Error| match source.kind() {
        ErrorKind::NotFound => SheetError::NotThere(path.to_owned()),
        ErrorKind::PermissionDenied => SheetError::NoPermission(path.to_owned()),
        ErrorKind::IsADirectory => SheetError::Folder(path.to_owned()),
        _ => SheetError::Disk { file: file.to_owned(), source },
    };
    let about = std::fs::metadata(path).map_err(failed)?;
    if about.is_dir() {
        return Err(SheetError::Folder(path.to_owned()));
    }
    let too_large = |found| SheetError::TooLarge { file: file.to_owned(), found, limit: most, unit: "bytes" };
    if about.len() > most {
        return Err(too_large(about.len()));
    }
    let mut bytes = Vec::new();
    // A device or a pipe has no length beforehand.
    std::fs::File::open(path).map_err(failed)?.take(most + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > most {
        return Err(too_large(bytes.len() as u64));
    }
    Ok(bytes)
}

/// What the file is, if it is certainly not a table.
fn foreign(bytes: &[u8]) -> Option<&'static str> {
    const STARTS: [(&[u8], &str); 9] = [
        (b"%PDF", "a PDF document"),
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"GIF8", "a picture"),
        (b"SQLite format 3", "a database"),
        (b"{\\rtf", "a letter (RTF)"),
        (b"\x1f\x8b", "a compressed file"),
        (b"7z\xbc\xaf", "a compressed file"),
        (b"BEGIN:VC", "a calendar or an address book"),
    ];
    if let Some((_, what)) = STARTS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Some(what);
    }
    let head = bytes.get(..1024).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head).to_lowercase();
    let head = head.trim_start_matches('\u{feff}').trim_start();
    if head.starts_with("<!doctype html") || head.starts_with("<html") || head.starts_with("<table") {
        return Some("a web page");
    }
    if head.starts_with("<?xml") {
        return Some("an XML file");
    }
    None
}
