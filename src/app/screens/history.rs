//! What was done in this office, the newest first.

use crate::app::shared::Shared;
use egui::Ui;

/// What the screen remembers.
#[derive(Default)]
pub struct HistoryScreen;

impl HistoryScreen {
    /// Shows the screen.
    pub fn show(&mut self, _ui: &mut Ui, _shared: &mut Shared) {}
}
