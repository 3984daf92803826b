//! How the window looks: colours, measures, fonts, icons, and egui's own style made of them.
//!
//! Knows nothing of records, texts or screens. Other files of the window ask here for every colour and font.

pub mod font;
mod icons;
mod style;
pub mod tokens;

pub use icons::Icon;
pub use style::{Choice, apply, install};
pub use tokens::{Colors, colors, measure};
