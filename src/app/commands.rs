//! Everything that can be asked of the window, in one table: text, tooltip, shortcuts, icon, when it can be asked.
//!
//! Menus, buttons, the palette (Ctrl+K), the help page (F1) and the keyboard are all made from it. Commands are asked
//! for while painting and carried out afterwards, once a frame, in one place.

use egui::{Context, Event, Key, KeyboardShortcut, Modifiers};

use crate::app::texts::Texts;
use crate::app::theme::Icon;

mod table;

pub use table::ALL;

/// Something that a person can ask of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // each is explained by its tooltip
pub enum Command {
    Home,
    Volunteers,
    Organisations,
    Placements,
    Missions,
    Network,
    Practices,
    Reports,
    Matching,
    Calendar,
    Timeline,
    Agenda,
    WhoIsWhere,
    Exchange,
    Conflicts,
    Duplicates,
    ImportExport,
    History,
    Settings,
    NewVolunteer,
    NewOrganisation,
    NewPlacement,
    NewPractice,
    DeleteRecord,
    Import,
    ExportList,
    ExportCalendar,
    Backup,
    RestoreBackup,
    NewOffice,
    InvitedOffice,
    OpenOffice,
    SampleOffice,
    CloseOffice,
    LockOffice,
    Undo,
    Redo,
    Palette,
    FindInList,
    Help,
    SwitchLanguage,
    ToggleTheme,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    Quit,
}

/// How things stand, for saying which commands can be asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Situation {
    /// An office file is open.
    pub office_open: bool,
    /// A passphrase protects it.
    pub protected: bool,
    /// There is an edit to take back.
    pub can_undo: bool,
    /// There is an edit to do again.
    pub can_redo: bool,
    /// A record is chosen.
    pub record_selected: bool,
    /// A text field has the focus: its own keys go before the commands'.
    pub typing: bool,
}

impl Situation {
    /// The same, with `typing` as the window has it now.
    pub fn in_window(self, ctx: &Context) -> Self {
        Self { typing: ctx.text_edit_focused(), ..self }
    }
}

/// Where a command stands in menus and in help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Leads to a screen.
    Go,
    /// Makes or changes a record.
    Record,
    /// Files in and out.
    File,
    /// Undo, redo, finding.
    Edit,
    /// How the window looks.
    Window,
}

impl Group {
    /// All, in the order of the help page.
    pub const ALL: [Self; 5] = [Self::Go, Self::Record, Self::Edit, Self::File, Self::Window];

    /// Its title.
    pub fn title(self, texts: &Texts) -> &str {
        texts.get(match self {
            Self::Go => "command-group-go",
            Self::Record => "command-group-record",
            Self::File => "command-group-file",
            Self::Edit => "command-group-edit",
            Self::Window => "command-group-window",
        })
    }
}

/// One line of the table.
#[derive(Debug)]
pub struct Spec {
    /// The command.
    pub command: Command,
    /// Key of its text; its tooltip has the same key with `-tip`.
    text: &'static str,
    tooltip: &'static str,
    /// Its shortcuts; the first is shown.
    pub shortcuts: &'static [KeyboardShortcut],
    /// Its icon, where it has one.
    pub icon: Option<Icon>,
    /// Where it stands.
    pub group: Group,
    /// Whether its shortcuts work while a text field has the focus.
    while_typing: bool,
    enabled: fn(&Situation) -> bool,
}

impl Command {
    /// Its line of the table.
    pub fn spec(self) -> &'static Spec {
        // The table is in the order of the enum (a test holds it to that).
        &ALL[self as usize]
    }

    /// What it is called.
    pub fn text(self, texts: &Texts) -> &str {
        texts.get(self.spec().text)
    }

    /// What it does, in a few more words.
    pub fn tooltip(self, texts: &Texts) -> &str {
        texts.get(self.spec().tooltip)
    }

    /// Its icon.
    pub fn icon(self) -> Option<Icon> {
        self.spec().icon
    }

    /// Whether it can be asked now.
    pub fn is_enabled(self, situation: &Situation) -> bool {
        (self.spec().enabled)(situation)
    }

    /// Its first shortcut as this system writes it ("Ctrl+Z"), or nothing.
    pub fn shortcut_text(self, ctx: &Context) -> String {
        self.spec().shortcuts.first().map_or(String::new(), |shortcut| ctx.format_shortcut(shortcut))
    }
}

/// Leaves to us the keys that egui would take itself: quitting and zooming.
pub fn take_over_keys(ctx: &Context) {
    ctx.options_mut(|options| {
        options.quit_shortcuts.clear();
        options.zoom_with_keyboard = false;
    });
}

/// The command whose shortcut was pressed, if it can be asked now. Called at the start of a frame, before widgets.
pub fn pressed(ctx: &Context, situation: &Situation) -> Option<Command> {
    if !ctx.input(|input| input.events.iter().any(|event| matches!(event, Event::Key { pressed: true, .. }))) {
        return None;
    }
    let modal_open = ctx.memory(|memory| memory.top_modal_layer().is_some());
    if modal_open {
        return None;
    }
    let mut found: Option<(&Spec, &KeyboardShortcut)> = None;
    ctx.input(|input| {
        for spec in &ALL {
            if (situation.typing && !spec.while_typing) || !(spec.enabled)(situation) {
                continue;
            }
            for shortcut in spec.shortcuts {
                // egui takes Ctrl+Shift+Z for Ctrl+Z as well: the one with more modifiers goes first.
                let better = found.is_none_or(|(_, other)| modifier_count(shortcut) > modifier_count(other));
                if better && is_pressed(input, shortcut) {
                    found = Some((spec, shortcut));
                }
            }
        }
    });
    let (spec, shortcut) = found?;
    ctx.input_mut(|input| input.consume_shortcut(shortcut));
    Some(spec.command)
}

fn is_pressed(input: &egui::InputState, shortcut: &KeyboardShortcut) -> bool {
    input.events.iter().any(|event| match event {
        Event::Key { key, pressed: true, modifiers, .. } => {
            *key == shortcut.logical_key && modifiers.matches_logically(shortcut.modifiers)
        }
        _ => false,
    })
}

fn modifier_count(shortcut: &KeyboardShortcut) -> u8 {
    let Modifiers { alt, ctrl, shift, mac_cmd, command } = shortcut.modifiers;
    u8::from(alt) + u8::from(shift) + u8::from(ctrl || mac_cmd || command)
}

/// The commands asked for while painting, carried out afterwards.
///
/// While a field is being typed into, they wait until it has handed its value over: the queue takes the focus from the
/// field, one more frame is painted, then they come. So nothing typed is lost by leaving a screen with a shortcut.
#[derive(Debug, Default)]
pub struct Queue {
    asked: Vec<Command>,
    waiting_for_field: bool,
}

impl Queue {
    /// Asks for a command.
    pub fn ask(&mut self, command: Command) {
        self.asked.push(command);
    }

    /// The commands to carry out now. Called once a frame, after painting.
    pub fn take(&mut self, ctx: &Context) -> Vec<Command> {
        if self.asked.is_empty() {
            return Vec::new();
        }
        if !std::mem::replace(&mut self.waiting_for_field, true) && finish_typing(ctx) {
            return Vec::new();
        }
        self.waiting_for_field = false;
        std::mem::take(&mut self.asked)
    }
}

/// Takes the focus from the text field that has it, so that it hands its value over in the next frame, which is asked
/// for. Returns whether there was one. Also for closing the window: wait one frame where this is true.
pub fn finish_typing(ctx: &Context) -> bool {
    if !ctx.text_edit_focused() {
        return false;
    }
    ctx.memory_mut(|memory| {
        if let Some(focused) = memory.focused() {
            memory.surrender_focus(focused);
        }
    });
    ctx.request_repaint();
    true
}

/// A key with Ctrl (Cmd on a Mac).
const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

/// A key with Ctrl and Shift.
const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

/// A key alone.
const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

#[cfg(test)]
mod tests;
