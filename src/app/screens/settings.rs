//! The office, its limits, and how the window looks.

use crate::app::preferences::Preferences;
use crate::app::shared::Shared;
use egui::Ui;

/// What the screen remembers.
#[derive(Default)]
pub struct SettingsScreen;

impl SettingsScreen {
    /// Shows the screen.
    pub fn show(&mut self, _ui: &mut Ui, _shared: &mut Shared, _preferences: &mut Preferences) {}
}
