//! A harness with the window's fonts and theme, for the tests of widgets.

use egui_kittest::Harness;

/// Runs `content` over `state` in a window of 640 x 480, without a display.
pub(crate) fn harness<'a, S: 'a>(state: S, content: impl FnMut(&mut egui::Ui, &mut S) + 'a) -> Harness<'a, S> {
    Harness::builder()
        .with_size(egui::vec2(640.0, 480.0))
        .with_context_setup(crate::app::theme::install)
        .build_ui_state(content, state)
}
