//! Printed pages: nothing is lost, nothing is cut, and the same document gives the same file.

use std::collections::BTreeSet;

use sojourn::exchange::print::{
    Bar, BarRow, Bars, Block, Cell, Column, Document, Fact, Paper, Printed, Stretch, Table, Tone, pdf,
};

fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: "Proposal: midwife in Kisumu".to_owned(),
        subtitle: "P-0031, Lakeside Health Centre, Kenya".to_owned(),
        language: "en".to_owned(),
        day: "2027-01-15".parse().unwrap(),
        paper: Paper::A4,
        landscape: false,
        footer: "Nairobi office, 15 January 2027".to_owned(),
        blocks,
    }
}

fn columns() -> Vec<Column> {
    vec![Column::words("Volunteer", 3), Column::words("Where", 2), Column::numbers("Weeks", 1)]
}

fn table(rows: Vec<Vec<Cell>>) -> Block {
    Block::Table(Table { columns: columns(), rows, when_empty: "nobody in this time".to_owned() })
}

fn printed(blocks: Vec<Block>) -> Printed {
    pdf(&document(blocks)).unwrap()
}

/// The text of each page, in the order in which it is drawn, without blanks: a long word may be broken.
fn texts(printed: &Printed) -> Vec<String> {
    let read = lopdf::Document::load_mem(&printed.bytes).unwrap();
    let pages = read.get_pages();
    assert_eq!(pages.len(), printed.pages);
    let text = |page| read.extract_text(&[page]).unwrap().split_whitespace().collect();
    pages.into_keys().map(text).collect()
}

/// All the text of a file, as somebody who copies it gets it.
pub fn text(bytes: &[u8]) -> String {
    let read = lopdf::Document::load_mem(bytes).unwrap();
    let pages: Vec<u32> = read.get_pages().into_keys().collect();
    read.extract_text(&pages).unwrap()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn a_long_table_has_its_heads_on_every_page_and_no_row_twice() {
    let row =
        |number: u32| vec![Cell::from(format!("<Volunteer {number}>")), "Kisumu".into(), number.to_string().into()];
    let printed = printed(vec![table((0..200).map(row).collect())]);
    let texts = texts(&printed);
    assert!(texts.len() > 3);
    for (at, text) in texts.iter().enumerate() {
        assert_eq!(text.matches("VolunteerWhereWeeks").count(), 1, "page {at}: {text}");
        assert!(text.ends_with(&format!("Nairobioffice,15January2027{}/{}", at + 1, texts.len())), "{text}");
    }
    let all = texts.concat();
    for number in 0..200 {
        assert_eq!(all.matches(&format!("<Volunteer{number}>")).count(), 1);
    }
}

#[test]
fn a_row_is_on_one_page() {
    // Rows of seven lines: the last of a page would stand over.
    let row = |number: u32| vec![Cell::from(format!("<{number}\n2\n3\n4\n5\n6\n{number}>"))];
    let texts = texts(&printed(vec![table((0..30).map(row).collect())]));
    assert!(texts.len() > 2);
    for text in &texts {
        assert_eq!(text.matches('<').count(), text.matches('>').count(), "{text}");
    }
}

#[test]
fn a_row_that_is_higher_than_a_page_goes_on_and_is_all_there() {
    let words: String = (0..3000).map(|word| format!("w{word}. ")).collect();
    let printed = printed(vec![table(vec![vec!["before".into()], vec![words.as_str().into()], vec!["after".into()]])]);
    let texts = texts(&printed);
    assert!(texts.len() > 3);
    let all: String = texts.concat().replace("Nairobioffice,15January2027", "").replace("VolunteerWhereWeeks", "");
    let numbers = (1..=texts.len()).map(|page| format!("{page}/{}", texts.len()));
    let all = numbers.fold(all, |all, number| all.replacen(&number, "", 1));
    assert!(all.contains(&format!("before{}after", squeezed(&words))));
}

#[test]
fn a_table_without_rows_says_so() {
    let texts = texts(&printed(vec![table(Vec::new())]));
    assert_eq!(texts.len(), 1);
    assert!(texts[0].contains("VolunteerWhereWeeksnobodyinthistime"), "{}", texts[0]);
}

#[test]
fn an_endless_word_and_a_narrow_column_lose_nothing() {
    let word = "x".repeat(900);
    let texts = texts(&printed(vec![table(vec![vec!["a".into(), "b".into(), word.as_str().into()]])]));
    assert_eq!(texts.concat().matches('x').count(), 900);
}

#[test]
fn letters_with_accents_are_read_back_as_they_were() {
    let names = "Élodie Béranger-Œuvray, Łukasz Żółć, Nguyễn Thị Hằng, Þórður Ægisson, Ñuñez, Київ, Αθήνα";
    let printed =
        printed(vec![Block::Paragraph(names.to_owned()), Block::Facts(vec![Fact::new("Présentée à l’équipe", names)])]);
    assert!(printed.lacking.is_empty(), "{:?}", printed.lacking);
    let text = texts(&printed).concat();
    assert_eq!(text.matches(&squeezed(names)).count(), 2, "{text}");
    assert!(text.contains("Présentéeàl’équipe"));
}

#[test]
fn a_script_that_the_letters_lack_is_told_and_spoils_nothing() {
    let names = "Almaz Bekele (አልማዝ በቀለ), Wang Wei (王伟), Layla (ليلى), Ravi (रवि), 👩‍⚕️";
    let printed = printed(vec![Block::Facts(vec![Fact::new("Name", Cell::strong(names))])]);
    let lacking = |c: &char| printed.lacking.contains(c);
    assert!("አልማዝበቀለ王伟ليلىरव".chars().all(|c| lacking(&c)), "{:?}", printed.lacking);
    assert!(!"AlmazBekele(),WngeiLyR".chars().any(|c| lacking(&c)), "{:?}", printed.lacking);
    let text = texts(&printed).concat();
    for latin in ["AlmazBekele", "WangWei", "Layla", "Ravi"] {
        assert!(text.contains(latin), "{text}");
    }
    // What stands for them is written beside the box (ISO 32000-1, 14.9.4): UTF-16, as nothing else holds Ge'ez.
    let pages = lopdf::Document::load_mem(&printed.bytes).unwrap();
    let content = pages.get_page_content(pages.get_pages()[&1]);
    assert!(String::from_utf8_lossy(&content).contains("ActualText"));
}

#[test]
fn the_same_document_gives_the_same_file_and_another_day_another() {
    let blocks = vec![
        Block::Heading("One".to_owned()),
        Block::Paragraph("Text".to_owned()),
        table(vec![vec![Cell::toned("late", Tone::Bad)]]),
    ];
    let document = document(blocks);
    let first = pdf(&document).unwrap();
    assert_eq!(first, pdf(&document).unwrap());
    let later = Document { day: "2027-01-16".parse().unwrap(), ..document };
    assert_ne!(first.bytes, pdf(&later).unwrap().bytes);
}

#[test]
fn a_file_says_its_title_and_language_and_is_tagged() {
    let title = "Proposition : sage-femme à Kisumu";
    let document = Document { title: title.to_owned(), language: "fr".to_owned(), ..document(Vec::new()) };
    let read = lopdf::Document::load_mem(&pdf(&document).unwrap().bytes).unwrap();
    let catalog = read.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"fr");
    assert!(catalog.has(b"StructTreeRoot"));
    let info = read.trailer.get(b"Info").and_then(|info| read.dereference(info)).unwrap().1.as_dict().unwrap();
    assert_eq!(lopdf::decode_text_string(info.get(b"Title").unwrap()).unwrap(), title);
}

#[test]
fn sheets_have_their_sizes() {
    let sizes = [(Paper::A4, false), (Paper::A4, true), (Paper::Letter, false), (Paper::Letter, true)].map(
        |(paper, landscape)| {
            let document = Document { paper, landscape, ..document(Vec::new()) };
            let read = lopdf::Document::load_mem(&pdf(&document).unwrap().bytes).unwrap();
            let page = read.get_dictionary(read.get_pages()[&1]).unwrap();
            let size = page.get(b"MediaBox").unwrap().as_array().unwrap();
            (size[2].as_float().unwrap().round() as u32, size[3].as_float().unwrap().round() as u32)
        },
    );
    assert_eq!(sizes, [(595, 842), (842, 595), (612, 792), (792, 612)]);
    assert_eq!(sizes.iter().collect::<BTreeSet<_>>().len(), 4);
}

fn bars(rows: Vec<BarRow>) -> Block {
    let stretch = |words: &str, shaded| Stretch { words: words.to_owned(), days: 10, shaded };
    let scale =
        vec![stretch("<Jan>", false), stretch("<Feb>", true), stretch("a month with no room for its name", false)];
    Block::Bars(Bars { head: "Mission".to_owned(), scale, rows, when_empty: "nobody in this time".to_owned() })
}

#[test]
fn bars_have_their_scale_on_every_page_and_words_where_there_is_room() {
    let bar = |from, to, words: &str| Bar { from, to, words: words.to_owned(), tone: Tone::Good, hollow: to == 30 };
    let row = |number: u32| BarRow {
        name: format!("<Volunteer {number}>\nKisumu").into(),
        bars: vec![bar(0, 1, "<too short for words>"), bar(12, 30, "<serving>")],
    };
    let printed = printed(vec![bars((0..60).map(row).collect())]);
    let texts = texts(&printed);
    assert!(texts.len() > 1);
    for text in &texts {
        assert_eq!(text.matches("Mission<Jan><Feb>").count(), 1, "{text}");
    }
    let all = texts.concat();
    for number in 0..60 {
        assert_eq!(all.matches(&format!("<Volunteer{number}>Kisumu<serving>")).count(), 1, "{all}");
    }
    assert!(!all.contains("noroom") && !all.contains("tooshort"));
    let empty = self::texts(&self::printed(vec![bars(Vec::new())]));
    assert!(empty[0].contains("Mission<Jan><Feb>nobodyinthistime"), "{}", empty[0]);
}

/// The areas of a page: left, top and width.
fn areas(printed: &Printed) -> Vec<(i64, i64)> {
    let read = lopdf::Document::load_mem(&printed.bytes).unwrap();
    let content = lopdf::content::Content::decode(&read.get_page_content(read.get_pages()[&1])).unwrap();
    let mut lefts = Vec::new();
    for operation in content.operations.iter().filter(|operation| operation.operator == "m") {
        let at = |place: usize| operation.operands[place].as_float().unwrap().round() as i64;
        lefts.push((at(0), at(1)));
    }
    lefts
}

#[test]
fn a_bar_lies_on_its_days() {
    let row = |from, to| BarRow {
        name: "a".into(),
        bars: vec![Bar { from, to, words: String::new(), tone: Tone::Plain, hollow: false }],
    };
    let left = |from, to| {
        let printed = printed(vec![bars(vec![row(from, to)])]);
        let without = areas(&self::printed(vec![bars(vec![BarRow { bars: Vec::new(), ..row(0, 1) }])]));
        let with = areas(&printed);
        with.into_iter().find(|area| !without.contains(area)).map(|(left, _)| left).unwrap()
    };
    // 30 days on 70 % of the width, less the gutter: (595.28 - 108) * 0.7 - 12 = 329 points.
    let day = ((595.28 - 108.0) * 0.7 - 12.0) / 30.0;
    for from in [1, 7, 21] {
        let moved = (left(from, 30) - left(0, 30)) as f32;
        assert!((moved - f32::from(from) * day).abs() <= 1.5, "{from}: {moved}");
    }
}
