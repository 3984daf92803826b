//! Calendar files at the window: what is ticked is told, holidays come in and go.

use crate::at_window::AtWindow;
use crate::calendar_files::placed;
use crate::command::Desk;

fn at_desk(desk: &Desk, screen: &str) -> AtWindow {
    let mut at = AtWindow::open(desk.folder.path(), Some(&desk.file));
    at.go(screen);
    at
}

#[test]
fn what_is_ticked_is_told() {
    let desk = placed();
    let path = desk.folder.path().join("out.ics");
    let mut at = at_desk(&desk, "Calendar");
    at.press("Export...");
    assert!(at.sees("All missions, each as an event of whole days"));
    at.press("Choose a file...");
    at.give_file(&path, "Save");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("SUMMARY:Neonatal nurse trainer\\, M-0001\r\n") && !text.contains("Silva"), "{text}");
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 1);

    at.press("Export...");
    at.press("Tell the names of the volunteers");
    at.press("Milestones too, each on its day");
    at.press("Choose a file...");
    at.give_file(&path, "Save");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains("Ana Silva") && text.matches("BEGIN:VEVENT").count() > 5, "{text}");

    at.press("Export...");
    at.press("Cancel");
    assert!(!at.sees("Where to write the calendar"));
}

#[test]
fn the_calendar_writes_what_it_is_narrowed_to() {
    use egui_kittest::kittest::Queryable as _;
    let desk = placed();
    let path = desk.folder.path().join("out.ics");
    let mut at = at_desk(&desk, "Calendar");
    at.shown.get_by_label("Find a mission").focus();
    at.shown.run();
    at.shown.get_by_label("Find a mission").type_text("nobody of that name");
    at.shown.run();
    at.press("Export...");
    assert!(at.sees("The missions that the calendar is narrowed to"));
    at.press("Choose a file...");
    at.give_file(&path, "Save");
    assert!(!std::fs::read_to_string(&path).unwrap().contains("BEGIN:VEVENT"));
}

#[test]
fn holidays_come_in_by_country_and_are_removed() {
    let desk = Desk::new();
    let calendar = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20201212\nRRULE:FREQ=YEARLY\n\
        SUMMARY:Jamhuri Day\nEND:VEVENT\nEND:VCALENDAR\n";
    let path = desk.folder.path().join("kenya.ics");
    std::fs::write(&path, calendar).unwrap();
    let mut at = at_desk(&desk, "Settings");
    at.press("Import...");
    at.give_file(&path, "Open");
    assert!(at.sees("Kenya: 12 new holidays"), "{:?}", at.texts());
    assert!(at.sees("12 holidays, until 12 Dec 2035"), "{:?}", at.texts());
    at.press("Import...");
    at.give_file(&path, "Open");
    assert!(at.sees("Kenya: no new holidays"), "{:?}", at.texts());
    std::fs::write(&path, "Name,Day\n").unwrap();
    at.press("Import...");
    at.give_file(&path, "Open");
    assert!(at.sees("kenya.ics is not a calendar: choose a file"), "{:?}", at.texts());
    at.press("Remove the holidays of Kenya");
    assert!(!at.sees("12 holidays"));
}

#[test]
fn the_month_and_twelve_months_are_printed_on_the_paper_that_is_remembered() {
    use crate::print::text;
    let desk = placed();
    let path = desk.folder.path().join("out.pdf");
    let mut at = at_desk(&desk, "Calendar");
    at.press("Next month");
    at.press("Next month");
    at.press("Print...");
    at.press("Letter");
    at.press("Choose a file...");
    at.give_file(&path, "Save");
    let squeezed =
        |path: &std::path::Path| -> String { text(&std::fs::read(path).unwrap()).split_whitespace().collect() };
    let month = squeezed(&path);
    assert!(month.starts_with("January20271mission"), "{month}");
    assert!(month.contains("AnaSilva,Neonatalnursetrainer,11Jan2027to14Mar2027,proposed"), "{month}");
    assert!(month.contains("Mission12345678910"), "{month}");
    assert_eq!(size(&path), (792, 612));

    at.press("Print...");
    at.press("twelve months from January 2027");
    at.press("Choose a file...");
    at.give_file(&path, "Save");
    let year = squeezed(&path);
    assert!(year.starts_with("January2027toDecember20271mission"), "{year}");
    assert!(year.contains("MissionJanFebMarAprMayJunJulAugSepOctNovDec"), "{year}");
    assert_eq!(size(&path), (792, 612), "Letter is remembered");
}

/// Width and height of the first page, in points.
fn size(path: &std::path::Path) -> (u32, u32) {
    let read = lopdf::Document::load(path).unwrap();
    let page = read.get_dictionary(read.get_pages()[&1]).unwrap();
    let size = page.get(b"MediaBox").unwrap().as_array().unwrap();
    (size[2].as_float().unwrap().round() as u32, size[3].as_float().unwrap().round() as u32)
}
