use egui::{Event, Key, Modifiers, OutputCommand};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::*;
use crate::app::texts::Language;
use crate::app::widgets::tag::Tone;
use crate::app::widgets::testing::harness;

/// 40,000 people whose names count up; the order can be turned round.
struct People {
    reversed: bool,
}

impl People {
    fn number(&self, row: usize) -> usize {
        if self.reversed { 39_999 - row } else { row }
    }
}

impl Rows for People {
    type Key = usize;

    fn count(&self) -> usize {
        40_000
    }

    fn key(&self, row: usize) -> usize {
        self.number(row)
    }

    fn cell(&self, row: usize, column: &'static str, cell: &mut Cell<'_>) {
        let number = self.number(row);
        match column {
            "name" => cell.strong(&format!("{} Silva {number}", if number == 30_000 { "Żaneta" } else { "Ana" })),
            "status" => cell.tag(Tone::Good, "ready"),
            _ => cell.text(&(number % 50).to_string()),
        }
    }

    fn label(&self, row: usize) -> String {
        format!("Ana Silva {}, ready", self.number(row))
    }
}

struct Screen {
    people: People,
    state: TableState<usize>,
    opened: Vec<usize>,
}

fn table() -> Harness<'static, Screen> {
    let texts = Texts::new(Language::English);
    let screen = Screen { people: People { reversed: false }, state: TableState::default(), opened: Vec::new() };
    harness(screen, move |ui, screen| {
        let columns = [
            Column::new("name", "Name", 180.0).stretch(),
            Column::new("years", "Years", 60.0).at_right(),
            Column::new("status", "Status", 90.0).unsorted(),
        ];
        let table = Table::new("people", "Volunteers", &columns).checkboxes();
        let done = table.show(ui, &texts, &mut screen.state, &screen.people);
        if done.sort_changed {
            screen.people.reversed = screen.state.sort.is_some_and(|sort| sort.descending);
        }
        screen.opened.extend(done.opened);
    })
}

fn press(harness: &mut Harness<'static, Screen>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

fn chosen(harness: &Harness<'static, Screen>) -> Vec<usize> {
    let mut keys: Vec<_> = harness.state().state.selection.keys().collect();
    keys.sort_unstable();
    keys
}

#[test]
fn rows_are_named_clicked_and_opened() {
    let mut harness = table();
    harness.get_by_label("Volunteers, 40,000 rows");
    harness.get_by_role_and_label(Role::Row, "Ana Silva 3, ready, row 4 of 40,000").click();
    harness.run();
    assert_eq!(chosen(&harness), [3]);
    harness.get_by_label_contains("Ana Silva 6,").click_modifiers(Modifiers::SHIFT);
    harness.run();
    assert_eq!(chosen(&harness), [3, 4, 5, 6]);
    harness.get_by_label_contains("Ana Silva 4,").click_modifiers(Modifiers::COMMAND);
    harness.run();
    assert_eq!(chosen(&harness), [3, 5, 6]);
    assert!(harness.get_by_label_contains("Ana Silva 5,").accesskit_node().is_selected() == Some(true));
    assert!(harness.query_by_label_contains("Ana Silva 60,").is_none(), "rows out of view are not built");
}

#[test]
fn the_keyboard_goes_everywhere() {
    let mut harness = table();
    harness.get_by_label_contains("Ana Silva 1,").click();
    harness.run();
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    press(&mut harness, Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(chosen(&harness), [2, 3]);
    press(&mut harness, Modifiers::NONE, Key::End);
    assert_eq!(chosen(&harness), [39_999]);
    harness.get_by_label("Ana Silva 39999, ready, row 40,000 of 40,000");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().opened, [39_999]);
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    assert_eq!(chosen(&harness), [39_998]);
    assert!(harness.query_by_label_contains("Ana Silva 39999,").is_some(), "the view stays while the cursor is in it");
    press(&mut harness, Modifiers::NONE, Key::PageUp);
    assert!(chosen(&harness)[0] < 39_990);
    press(&mut harness, Modifiers::NONE, Key::Home);
    assert_eq!(chosen(&harness), [0]);
    harness.event(Event::Text("za".into()));
    harness.run();
    assert_eq!(chosen(&harness), [30_000], "found by typing, without its dot");
    press(&mut harness, Modifiers::COMMAND, Key::A);
    assert_eq!(harness.state().state.selection.count(), 40_000);
}

#[test]
fn chosen_rows_are_copied_for_a_spreadsheet() {
    let mut harness = table();
    harness.get_by_label_contains("Ana Silva 1,").click();
    harness.run();
    press(&mut harness, Modifiers::SHIFT, Key::ArrowDown);
    harness.event(Event::Copy);
    harness.step();
    let copied = harness.output().platform_output.commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    assert_eq!(copied.as_deref(), Some("Ana Silva 1\t1\tready\nAna Silva 2\t2\tready\n"));
}

#[test]
fn a_title_sorts_and_the_selection_stays_with_its_people() {
    let mut harness = table();
    harness.get_by_label_contains("Ana Silva 1,").click();
    harness.run();
    for descending in [false, true] {
        harness.get_by_role_and_label(Role::ColumnHeader, "Name").click();
        harness.run();
        assert_eq!(harness.state().state.sort, Some(Sort { column: "name", descending }));
    }
    harness.get_by_label_contains("Ana Silva 39999, ready, row 1 of");
    assert_eq!(chosen(&harness), [1]);
    harness.get_by_label("Choose all").click();
    harness.run();
    assert_eq!(harness.state().state.selection.count(), 40_000);
}

#[test]
fn a_column_is_as_wide_as_a_person_drags_it() {
    let mut harness = table();
    harness.run();
    let edge = harness.get_by_role_and_label(Role::ColumnHeader, "Years").rect().right_center();
    harness.drag_at(edge);
    harness.run();
    harness.hover_at(edge + vec2(30.0, 0.0));
    harness.run();
    harness.drop_at(edge + vec2(30.0, 0.0));
    harness.run();
    assert_eq!(harness.state().state.widths.get("years"), Some(&90.0));
    assert_eq!(harness.get_by_role_and_label(Role::ColumnHeader, "Years").rect().width(), 90.0);
    assert_eq!(harness.state().state.sort, None, "a drag at an edge does not sort");
}
