//! The bundled fonts and the sizes in which they are used.

use std::sync::{Arc, LazyLock};

use egui::{FontData, FontDefinitions, FontFamily, FontId};

/// Name of the family in medium weight, for `FontFamily::Name`.
pub const MEDIUM: &str = "medium";
/// Name of the family in semibold weight, for `FontFamily::Name`.
pub const SEMIBOLD: &str = "semibold";

/// Size of text, in points.
pub const BODY_SIZE: f32 = 14.0;
/// Size of labels of columns and of notes, in points.
pub const SMALL_SIZE: f32 = 12.0;
/// Size of the titles of screens and records, in points.
pub const TITLE_SIZE: f32 = 17.5;
/// Size of the text of chips and small buttons, in points.
pub const CHIP_SIZE: f32 = 13.0;

static MEDIUM_FAMILY: LazyLock<FontFamily> = LazyLock::new(|| FontFamily::Name(MEDIUM.into()));
static SEMIBOLD_FAMILY: LazyLock<FontFamily> = LazyLock::new(|| FontFamily::Name(SEMIBOLD.into()));

/// Text as most of it is.
pub fn body() -> FontId {
    FontId::proportional(BODY_SIZE)
}

/// Names of records, texts of buttons.
pub fn medium() -> FontId {
    FontId::new(BODY_SIZE, MEDIUM_FAMILY.clone())
}

/// What is emphasised, titles of sections in a card.
pub fn strong() -> FontId {
    FontId::new(BODY_SIZE, SEMIBOLD_FAMILY.clone())
}

/// Notes.
pub fn small() -> FontId {
    FontId::proportional(SMALL_SIZE)
}

/// Labels of columns, tags.
pub fn small_medium() -> FontId {
    FontId::new(SMALL_SIZE, MEDIUM_FAMILY.clone())
}

/// Titles of sections in a form.
pub fn small_strong() -> FontId {
    FontId::new(SMALL_SIZE, SEMIBOLD_FAMILY.clone())
}

/// Text of chips.
pub fn chip() -> FontId {
    FontId::proportional(CHIP_SIZE)
}

/// Titles of screens and records.
pub fn title() -> FontId {
    FontId::new(TITLE_SIZE, SEMIBOLD_FAMILY.clone())
}

/// Inter in three weights (`assets/fonts`, SIL Open Font License). They cover Latin, Greek, Cyrillic and
/// Vietnamese; other scripts come from the fonts of the system.
pub(super) fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let bundled: [(&str, &'static [u8], FontFamily); 3] = [
        ("Inter", include_bytes!("../../../assets/fonts/Inter-Regular.otf"), FontFamily::Proportional),
        ("Inter Medium", include_bytes!("../../../assets/fonts/Inter-Medium.otf"), MEDIUM_FAMILY.clone()),
        ("Inter SemiBold", include_bytes!("../../../assets/fonts/Inter-SemiBold.otf"), SEMIBOLD_FAMILY.clone()),
    ];
    for (name, bytes, family) in bundled {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        fonts.families.insert(family, vec![name.to_owned()]);
    }
    fonts.families.insert(FontFamily::Monospace, vec!["Inter".to_owned()]);
    fonts
}
