//! Text files: encoding, delimiter and quotation marks, each guessed, each correctable.

use std::sync::Arc;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::guard::unguard;
use super::table::{Cell, Notice, Table, TextShape};

/// What a person corrects when a guess was wrong. `None` leaves it to the guess.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct TextChoices {
    /// WHATWG label of the encoding.
    pub encoding: Option<String>,
    /// The character between two cells.
    pub delimiter: Option<char>,
    /// False: quotation marks are ordinary letters (for files in which they are not closed).
    pub quotes: Option<bool>,
}

/// The encodings offered for correction: those that office programs of the last decades have written.
pub const ENCODINGS: [&str; 17] = [
    "UTF-8",
    "windows-1252",
    "macintosh",
    "windows-1250",
    "windows-1251",
    "windows-1253",
    "windows-1254",
    "windows-1256",
    "windows-1258",
    "ISO-8859-2",
    "ISO-8859-15",
    "UTF-16LE",
    "UTF-16BE",
    "Shift_JIS",
    "GBK",
    "Big5",
    "KOI8-R",
];

/// The delimiters offered for correction.
pub const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// Stands for "no delimiter": a control character that no text file holds.
const NO_DELIMITER: u8 = 0x1f;

/// True for bytes that no text file has, whatever its encoding.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    let head = bytes.get(..8192).unwrap_or(bytes);
    if wide(head).is_some() {
        return false;
    }
    let odd = head.iter().filter(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31)).count();
    odd * 50 > head.len()
}

/// UTF-16 by its byte order mark, or by the zero bytes that Latin letters have in it.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.starts_with(&[0xff, 0xfe]) {
        return Some(UTF_16LE);
    }
    if bytes.starts_with(&[0xfe, 0xff]) {
        return Some(UTF_16BE);
    }
    let zeros = |odd: usize| bytes.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), bytes.len() / 2);
    if half == 0 {
        None
    } else if odd * 10 > half * 3 && even * 20 < half {
        Some(UTF_16LE)
    } else if even * 10 > half * 3 && odd * 20 < half {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The text of a file in whatever encoding it is; nothing for bytes that are no text.
pub(in crate::exchange) fn read_text(bytes: &[u8]) -> Option<String> {
    (!is_binary(bytes)).then(|| decode(bytes, None).0)
}

/// The text, its encoding, and whether the encoding is only a guess.
fn decode(bytes: &[u8], chosen: Option<&'static Encoding>) -> (String, &'static Encoding, bool) {
    let sure = wide(bytes.get(..8192).unwrap_or(bytes)).or_else(|| std::str::from_utf8(bytes).is_ok().then_some(UTF_8));
    let (encoding, guessed) = match (chosen, sure) {
        (Some(chosen), _) => (chosen, false),
        (None, Some(sure)) => (sure, false),
        (None, None) => (guess_encoding(bytes), true),
    };
    let (text, encoding, _) = encoding.decode(bytes);
    // Some exporters leave a zero byte at the end.
    (text.replace('\0', ""), encoding, guessed)
}

fn guess_encoding(bytes: &[u8]) -> &'static Encoding {
    // A file in UTF-8 with a few damaged bytes is still one: most multi-byte sequences are whole.
    let (text, _, _) = UTF_8.decode(bytes);
    let bad = text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER).count();
    let good = text.chars().filter(|c| !c.is_ascii() && *c != char::REPLACEMENT_CHARACTER).count();
    if good > bad * 10 {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    // The detector does not know Mac Roman. Read as windows-1252 its small letters with accents become capitals and
    // signs in the middle of words ("prŽnom"), which no language writes.
    if guess == WINDOWS_1252 && odd_words(&MACINTOSH.decode(bytes).0) * 3 < odd_words(&WINDOWS_1252.decode(bytes).0) {
        return MACINTOSH;
    }
    guess
}

/// How many characters beyond ASCII stand after a small letter without being one.
fn odd_words(text: &str) -> usize {
    let mut before = ' ';
    let mut odd = 0;
    for c in text.chars() {
        if !c.is_ascii()
            && before.is_lowercase()
            && !c.is_lowercase()
            && !matches!(c, '’' | '”' | '–' | '—' | '…' | '\u{a0}')
        {
            odd += 1;
        }
        before = c;
    }
    odd
}

/// Reads a text file. There is no text that this refuses: what looks wrong is in the table's notices.
pub(super) fn read(bytes: &Arc<[u8]>, choices: &TextChoices) -> Table {
    let chosen = choices.encoding.as_deref().and_then(|label| Encoding::for_label(label.as_bytes()));
    let (text, encoding, guessed) = decode(bytes, chosen);
    let quotes = choices.quotes.unwrap_or(true);
    let delimiter = match choices.delimiter {
        Some(delimiter) => u8::try_from(delimiter).ok(),
        None => guess_delimiter(&text, quotes),
    };
    let mut table = Table::default();
    for record in records(&text, delimiter, quotes) {
        table.rows.push(record.iter().map(|cell| text_cell(unguard(cell))).collect());
    }
    let (numbers, unclosed) = lines(&text, delimiter, quotes);
    table.numbers = numbers;
    table.trim();
    table.notices.extend(unclosed);
    let unreadable = text.matches(char::REPLACEMENT_CHARACTER).count();
    if unreadable > 0 {
        table.notices.push(Notice::UnreadableCharacters { count: unreadable });
    }
    if guessed {
        table.notices.push(Notice::EncodingGuessed { encoding: encoding.name().to_owned() });
    }
    let samples = samples(&table);
    let delimiter = delimiter.map(char::from);
    table.text = Some(TextShape { encoding: encoding.name(), delimiter, quotes, samples });
    table
}

fn text_cell(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.replace("\r\n", "\n").replace('\r', "\n")) }
}

fn records(text: &str, delimiter: Option<u8>, quotes: bool) -> impl Iterator<Item = csv::StringRecord> {
    let reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter.unwrap_or(NO_DELIMITER))
        .quoting(quotes)
        .from_reader(text.as_bytes());
    // The text is valid UTF-8 and lines may differ in length: no record can fail.
    reader.into_records().filter_map(Result::ok)
}

/// The delimiter by which most lines have the same number of cells, and more than one; `None`: a single column.
fn guess_delimiter(text: &str, quotes: bool) -> Option<u8> {
    let mut best = (0.0, None);
    for delimiter in DELIMITERS.map(|delimiter| delimiter as u8) {
        let widths: Vec<usize> = records(text, Some(delimiter), quotes).take(300).map(|record| record.len()).collect();
        let Some((width, times)) = most_common(&widths) else { continue };
        let share = times as f64 / widths.len() as f64;
        let score = share * share * (width as f64).ln();
        if score > best.0 {
            best = (score, Some(delimiter));
        }
    }
    best.1
}

fn most_common(widths: &[usize]) -> Option<(usize, usize)> {
    let mut sorted = widths.to_vec();
    sorted.sort_unstable();
    sorted.chunk_by(|a, b| a == b).map(|run| (run[0], run.len())).max_by_key(|(width, times)| (*times, *width))
}

/// For each record the line on which it starts, and a notice for each quotation mark that is not closed where it should
/// be: it reaches the end of the file, or swallows lines that have as many delimiters as the first record has.
fn lines(text: &str, delimiter: Option<u8>, quotes: bool) -> (Vec<usize>, Vec<Notice>) {
    #[derive(PartialEq, Clone, Copy)]
    enum At {
        RecordStart,
        CellStart,
        Plain,
        Quoted,
        AfterQuote,
    }
    let delimiter = delimiter.unwrap_or(NO_DELIMITER);
    let bytes = text.as_bytes();
    let (mut at, mut line) = (At::RecordStart, 1);
    let (mut starts, mut notices) = (Vec::new(), Vec::new());
    // Of the current record: where its quotation mark opened, delimiters so far outside quotes, and those of each line.
    let (mut opened, mut outside, mut on_line) = (1, 0, Vec::new());
    let mut expected = None;
    let mut swallowed = |opened: usize, on_line: &[usize], expected: Option<usize>, ended: bool| {
        let like_records = |on_line: &[usize]| on_line.iter().filter(|n| **n >= 2 && Some(**n) == expected).count();
        let inner = on_line.get(1..).unwrap_or_default();
        let closed_too_late = inner.len() >= 2 && like_records(&inner[..inner.len() - 1]) * 2 >= inner.len() - 1;
        if ended && (!inner.is_empty()) || closed_too_late {
            notices.push(Notice::UnclosedQuote { line: opened, lines_swallowed: inner.len() });
        }
    };
    let mut index = 0;
    while let Some(&byte) = bytes.get(index) {
        let is_break = byte == b'\n' || byte == b'\r';
        if at == At::RecordStart {
            if !is_break {
                starts.push(line);
                (outside, on_line) = (0, vec![0]);
                at = At::CellStart;
            }
        } else if is_break && at != At::Quoted {
            if on_line.len() > 1 {
                swallowed(opened, &on_line, expected, false);
            }
            expected.get_or_insert(outside);
            at = At::RecordStart;
        }
        if byte == delimiter
            && at != At::RecordStart
            && let Some(last) = on_line.last_mut()
        {
            *last += 1;
        }
        at = match (at, byte) {
            (At::RecordStart, _) => At::RecordStart,
            (At::Quoted, b'"') => At::AfterQuote,
            (At::Quoted, _) => At::Quoted,
            (At::AfterQuote, b'"') => At::Quoted,
            (At::CellStart, b'"') if quotes => {
                opened = line;
                At::Quoted
            }
            (_, byte) if byte == delimiter => {
                outside += 1;
                At::CellStart
            }
            _ => At::Plain,
        };
        if is_break {
            if byte == b'\r' && bytes.get(index + 1) == Some(&b'\n') {
                index += 1;
            }
            line += 1;
            if at == At::Quoted {
                on_line.push(0);
            }
        }
        index += 1;
    }
    if at == At::Quoted {
        if on_line.last() == Some(&0) && on_line.len() > 1 {
            on_line.pop();
        }
        swallowed(opened, &on_line, expected, true);
    }
    (starts, notices)
}

fn samples(table: &Table) -> Vec<String> {
    let mut samples: Vec<String> = Vec::new();
    for cell in table.rows.iter().flatten() {
        let Cell::Text(text) = cell else { continue };
        let words = text.split_whitespace().filter(|word| !word.is_ascii() && word.chars().count() <= 24);
        for word in words {
            if !samples.iter().any(|known| known == word) {
                samples.push(word.to_owned());
            }
            if samples.len() == 12 {
                return samples;
            }
        }
    }
    samples
}
