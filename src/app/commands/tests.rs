use std::collections::HashSet;

use egui_kittest::Harness;

use super::*;

const OPEN: Situation = Situation {
    office_open: true,
    protected: true,
    can_undo: true,
    can_redo: true,
    record_selected: true,
    typing: false,
};

/// What the keys lead to, pressed in a window without widgets.
fn after(situation: Situation, modifiers: Modifiers, key: Key) -> Option<Command> {
    let mut harness = Harness::builder()
        .build_ui_state(move |ui, found: &mut Option<Command>| *found = found.or(pressed(ui.ctx(), &situation)), None);
    take_over_keys(&harness.ctx);
    harness.key_press_modifiers(modifiers, key);
    harness.run();
    *harness.state()
}

#[test]
fn the_table_is_in_the_order_of_the_commands() {
    for (place, spec) in ALL.iter().enumerate() {
        assert_eq!(spec.command as usize, place, "{:?}", spec.command);
        assert_eq!(spec.tooltip, format!("{}-tip", spec.text));
    }
}

#[test]
fn no_two_commands_share_a_shortcut() {
    let mut taken = HashSet::new();
    for spec in &ALL {
        for shortcut in spec.shortcuts {
            assert!(taken.insert(*shortcut), "{:?} clashes by {shortcut:?}", spec.command);
        }
    }
}

#[test]
fn what_works_while_typing_leaves_text_editing_alone() {
    for spec in ALL.iter().filter(|spec| spec.while_typing) {
        for shortcut in spec.shortcuts {
            let function_key = shortcut.logical_key == Key::F1;
            assert!(
                function_key || !shortcut.conflicts_with_text_editing(),
                "{:?} would steal {shortcut:?}",
                spec.command
            );
        }
    }
}

#[test]
fn the_most_specific_shortcut_wins() {
    let both = Modifiers::COMMAND | Modifiers::SHIFT;
    assert_eq!(after(OPEN, Modifiers::COMMAND, Key::Z), Some(Command::Undo));
    assert_eq!(after(OPEN, both, Key::Z), Some(Command::Redo));
    assert_eq!(after(OPEN, both, Key::N), Some(Command::NewOffice));
    assert_eq!(after(OPEN, Modifiers::NONE, Key::F1), Some(Command::Help));
    assert_eq!(after(Situation { can_redo: false, ..OPEN }, Modifiers::COMMAND, Key::Y), None);
    assert_eq!(after(Situation { typing: true, ..OPEN }, Modifiers::COMMAND, Key::Z), None);
    assert_eq!(after(Situation { typing: true, ..OPEN }, Modifiers::COMMAND, Key::K), Some(Command::Palette));
    assert_eq!(after(Situation::default(), Modifiers::COMMAND, Key::Num2), None);
}

#[test]
fn a_field_hands_its_value_over_before_a_command_leads_away() {
    use crate::app::widgets::TextField;
    use egui_kittest::kittest::Queryable as _;

    #[derive(Default)]
    struct Screen {
        queue: Queue,
        name: String,
        log: Vec<String>,
        left: bool,
    }
    let mut harness = crate::app::widgets::testing::harness(Screen::default(), |ui, screen: &mut Screen| {
        if let Some(command) = pressed(ui.ctx(), &OPEN.in_window(ui.ctx())) {
            screen.queue.ask(command);
        }
        if !screen.left
            && let Some(name) = TextField::new("name", &screen.name).name("Name").show(ui).committed
        {
            screen.log.push(format!("kept {name}"));
            screen.name = name;
        }
        for command in screen.queue.take(ui.ctx()) {
            screen.left = true;
            screen.log.push(format!("{command:?}"));
        }
    });
    harness.get_by_label("Name").click();
    harness.run();
    harness.get_by_label("Name").type_text("Ana");
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    harness.run();
    assert_eq!(harness.state().log, ["kept Ana", "Volunteers"]);
}
