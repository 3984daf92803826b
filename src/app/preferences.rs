//! What the window remembers of a person on this computer: language, theme, zoom, recent office files.
//!
//! Kept apart from any office file, in the system's place for settings, written aside and renamed so that a power cut
//! never leaves half of it.

use crate::exchange::print::Paper;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// How many recent files are remembered.
const RECENT: usize = 8;

/// What is remembered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Code of the language; empty until chosen, then the system's is taken.
    pub language: String,
    /// Whether the dark theme is on.
    pub dark: bool,
    /// Size of everything, 1 for normal.
    pub zoom: f32,
    /// Size of the sheets that are printed.
    pub paper: Paper,
    /// Office files opened lately, the newest first.
    pub recent: Vec<PathBuf>,
    #[serde(skip)]
    place: Option<PathBuf>,
}

impl Default for Preferences {
    fn default() -> Self {
        Self { language: String::new(), dark: false, zoom: 1.0, paper: Paper::A4, recent: Vec::new(), place: None }
    }
}

impl Preferences {
    /// Reads them from this computer. What cannot be read is forgotten: they are only conveniences.
    pub fn load() -> Self {
        let place = directories::ProjectDirs::from("", "", "Sojourn")
            .map(|directories| directories.config_dir().join("preferences.json"));
        let kept = place
            .as_deref()
            .and_then(|path| std::fs::read(path).ok())
            .and_then(|bytes| serde_json::from_slice::<Self>(&bytes).ok());
        Self { place, ..kept.unwrap_or_default() }
    }

    /// Where the sample office is kept on this computer, for a window that has a place for such things.
    pub fn sample_place(&self) -> Option<PathBuf> {
        self.place.as_ref()?;
        let folder = directories::ProjectDirs::from("", "", "Sojourn")?.data_dir().to_owned();
        std::fs::create_dir_all(&folder).ok()?;
        Some(folder.join("sample office.sojourn"))
    }

    /// Writes them, where they have a place.
    pub fn save(&self) {
        let Some(place) = &self.place else { return };
        if let Err(error) = self.write(place) {
            tracing::warn!(%error, "preferences could not be written");
        }
    }

    fn write(&self, place: &Path) -> std::io::Result<()> {
        if let Some(folder) = place.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let partial = place.with_extension("partial");
        std::fs::write(&partial, serde_json::to_vec_pretty(self)?)?;
        std::fs::rename(&partial, place)
    }

    /// Puts a file first among the recent ones.
    pub fn opened(&mut self, path: &Path) {
        self.recent.retain(|recent| recent != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(RECENT);
        self.save();
    }

    /// Takes a file that is no longer there from the recent ones.
    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|recent| recent != path);
        self.save();
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_newest_file_is_first_and_named_once() {
        let mut preferences = Preferences::default();
        for number in 0..10 {
            preferences.opened(Path::new(&format!("{number}.sojourn")));
        }
        preferences.opened(Path::new("5.sojourn"));
        assert_eq!(preferences.recent.len(), RECENT);
        assert_eq!(preferences.recent[0], Path::new("5.sojourn"));
        assert_eq!(preferences.recent.iter().filter(|path| path.ends_with("5.sojourn")).count(), 1);
    }

    #[test]
    fn what_was_written_is_read_back_and_rubbish_is_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("deeper").join("preferences.json");
        let kept =
            Preferences { language: "fr".into(), dark: true, place: Some(place.clone()), ..Preferences::default() };
        kept.save();
        let read: Preferences = serde_json::from_slice(&std::fs::read(&place).unwrap()).unwrap();
        assert_eq!((read.language.as_str(), read.dark), ("fr", true));
        assert!(serde_json::from_slice::<Preferences>(b"{half").is_err());
    }
}
