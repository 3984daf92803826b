//! Opening the window on a screen.

use super::desk::Desk;
use super::file_dialog::FileDialog;
use super::preferences::Preferences;
use super::window::Window;
use chrono::NaiveDate;
use std::path::PathBuf;

/// Why no window could be opened.
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    /// There is no screen to open a window on.
    #[error("there is no screen to open a window on")]
    NoScreen,
    /// The system refused.
    #[error("the window could not be opened: {0}")]
    Refused(String),
}

impl WindowError {
    /// What the person can do about it.
    pub fn hint(&self) -> &'static str {
        "everything works without a window too: see `sojourn --help`"
    }
}

/// Opens the window, with an office file where one is named, and returns when the person closes it.
pub fn run(office: Option<PathBuf>, today: Option<NaiveDate>) -> Result<(), WindowError> {
    if !has_screen() {
        return Err(WindowError::NoScreen);
    }
    let filter = tracing_subscriber::EnvFilter::try_from_env("SOJOURN_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"));
    // Somebody else may have set up where the log goes; then it goes there.
    let _ = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).try_init();
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_title("Sojourn")
            .with_app_id("sojourn")
            .with_inner_size([1366.0, 768.0])
            .with_min_inner_size([800.0, 560.0]),
        ..Default::default()
    };
    let result = eframe::run_native(
        "Sojourn",
        options,
        Box::new(move |creation| {
            let ctx = creation.egui_ctx.clone();
            let wake = ctx.clone();
            let desk = Desk::threaded(today, move || wake.request_repaint())?;
            Ok(Box::new(Window::new(&ctx, desk, FileDialog::for_this_system(), Preferences::load(), office)))
        }),
    );
    result.map_err(|error| WindowError::Refused(error.to_string()))
}

/// Whether there is a screen: asked before the window library does, which would stop the program.
fn has_screen() -> bool {
    if !cfg!(all(unix, not(target_os = "macos"))) {
        return true;
    }
    ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}
