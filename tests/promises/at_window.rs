//! Somebody at the window, without a screen: reads by accessible names, presses, types.

use crate::history::day;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sojourn::app::desk::Desk;
use sojourn::app::file_dialog::FileDialog;
use sojourn::app::preferences::Preferences;
use sojourn::app::window::Window;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};

/// Somebody at the window.
pub struct AtWindow {
    pub shown: Harness<'static, Option<Window>>,
}

impl AtWindow {
    /// Opens the window, with an office file where one is named; file dialogs begin in `folder`.
    pub fn open(folder: &Path, office: Option<&Path>) -> Self {
        Self::with(folder, office, Preferences::default())
    }

    /// The same, with what the window remembers of this person.
    pub fn with(folder: &Path, office: Option<&Path>, preferences: Preferences) -> Self {
        let mut at = Self::over(Desk::inline(Some(day("2026-11-23"))), folder, office, preferences);
        at.shown.run();
        at
    }

    /// A window that does not wait for its office file, as on a screen. What comes tells when an answer is there.
    pub fn waiting(folder: &Path, office: &Path) -> (Self, Receiver<()>) {
        let (wake, woken) = channel();
        // The last word may come when nobody listens any more.
        let wake = move || wake.send(()).unwrap_or_default();
        let desk = Desk::threaded(Some(day("2026-11-23")), wake).unwrap();
        (Self::over(desk, folder, Some(office), Preferences::default()), woken)
    }

    fn over(desk: Desk, folder: &Path, office: Option<&Path>, mut preferences: Preferences) -> Self {
        let (folder, office) = (folder.to_owned(), office.map(Path::to_owned));
        preferences.language = "en".into();
        let mut parts = Some((desk, preferences));
        let shown = Harness::builder()
            .with_size(egui::vec2(1366.0, 768.0))
            .with_max_steps(48)
            .allow_missing_glyphs()
            .build_ui_state(
                move |ui, window: &mut Option<Window>| {
                    if let Some((desk, preferences)) = parts.take() {
                        let files = FileDialog::plain(folder.clone());
                        *window = Some(Window::new(ui.ctx(), desk, files, preferences, office.clone()));
                    }
                    window.as_mut().unwrap().show(ui);
                },
                None,
            );
        Self { shown }
    }

    /// Presses what has this name, whatever it is; the first where there are several.
    pub fn press(&mut self, name: &str) {
        let found = self.shown.query_all_by_label(name).next();
        found.unwrap_or_else(|| panic!("nothing is called {name:?}")).click_accesskit();
        self.shown.run();
    }

    /// Presses what has this role and name.
    pub fn press_role(&mut self, role: Role, name: &str) {
        self.shown.get_by_role_and_label(role, name).click_accesskit();
        self.shown.run();
    }

    /// Goes to a screen.
    pub fn go(&mut self, screen: &str) {
        self.press_role(Role::Link, screen);
    }

    /// Types a value into a field, in place of what is there, and leaves it.
    pub fn fill(&mut self, name: &str, value: &str) {
        self.shown.get_by_role_and_label(Role::TextInput, name).focus();
        self.shown.run();
        self.keys(Modifiers::COMMAND, Key::A);
        self.shown.get_by_role_and_label(Role::TextInput, name).type_text(value);
        self.shown.run();
        self.keys(Modifiers::NONE, Key::Tab);
    }

    /// Empties a field and leaves it.
    pub fn clear(&mut self, name: &str) {
        self.shown.get_by_role_and_label(Role::TextInput, name).focus();
        self.shown.run();
        self.keys(Modifiers::COMMAND, Key::A);
        self.keys(Modifiers::NONE, Key::Delete);
        self.keys(Modifiers::NONE, Key::Tab);
    }

    /// Opens a list and chooses an entry.
    pub fn choose(&mut self, field: &str, entry: &str) {
        self.press_role(Role::ComboBox, field);
        // Long lists show only what is in view: a person types a few letters.
        self.shown.event(egui::Event::Text(entry.to_owned()));
        self.shown.run();
        self.press_role(Role::ListBoxOption, entry);
    }

    /// Answers the dialog for a file, whose button is called `confirm`.
    pub fn give_file(&mut self, path: &Path, confirm: &str) {
        self.give_named_file("File", path, confirm);
    }

    /// The same where the field is called otherwise, in another language.
    pub fn give_named_file(&mut self, field: &str, path: &Path, confirm: &str) {
        self.fill(field, &path.to_string_lossy());
        self.press(confirm);
    }

    /// Pastes a text where the keyboard is.
    pub fn paste(&mut self, text: &str) {
        self.shown.event(egui::Event::Paste(text.to_owned()));
        self.shown.run();
    }

    /// Whether a button can be pressed.
    pub fn can_press(&self, name: &str) -> bool {
        !self.shown.get_by_role_and_label(Role::Button, name).accesskit_node().is_disabled()
    }

    /// Presses a key.
    pub fn keys(&mut self, modifiers: Modifiers, key: Key) {
        self.shown.key_press_modifiers(modifiers, key);
        self.shown.run();
    }

    /// Whether something with this in its name is on the screen.
    pub fn sees(&self, name: &str) -> bool {
        self.shown.query_all_by_label_contains(name).next().is_some()
    }

    /// Everything that is called something, for the message of a test that fails.
    pub fn texts(&self) -> Vec<String> {
        let text = |node: egui_kittest::Node<'_>| {
            let node = node.accesskit_node();
            node.label().or_else(|| node.value())
        };
        self.shown.query_all_by(|_| true).filter_map(text).collect()
    }

    /// What a field holds.
    pub fn value(&self, name: &str) -> String {
        self.shown.get_by_role_and_label(Role::TextInput, name).accesskit_node().value().unwrap_or_default()
    }
}
