//! What needs attention: each line a number that opens exactly the list behind it.

use crate::app::shared::Shared;
use crate::app::widgets::form;
use egui::Ui;

/// What the screen remembers.
#[derive(Default)]
pub struct HomeScreen;

impl HomeScreen {
    /// How many things need attention, once they have been counted.
    pub fn count(&mut self, _shared: &mut Shared) -> Option<usize> {
        None
    }

    /// Shows the screen.
    pub fn show(&mut self, ui: &mut Ui, shared: &mut Shared) {
        form::title(ui, &shared.texts.long_date(shared.today()));
    }
}
