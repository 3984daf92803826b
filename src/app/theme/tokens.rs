//! Every colour and measure of the window, light and dark. The only file that writes a colour as numbers.

#![allow(clippy::disallowed_methods)]

use egui::{Color32, Ui};

/// The colours of one theme, named by what they are for.
///
/// Text and its ground reach a contrast of 4.5:1 in each pair that is used (a test measures them).
#[derive(Debug)]
pub struct Colors {
    /// Behind the panels.
    pub ground: Color32,
    /// Panels, cards, fields, pop-ups.
    pub panel: Color32,
    /// Lines of 1 px between things.
    pub line: Color32,
    /// The outline of fields and outlined buttons: 3:1 against the panel is not needed, a label names each.
    pub outline: Color32,
    /// Text.
    pub text: Color32,
    /// Labels, notes, what is second.
    pub weak: Color32,
    /// Links, focus, the one filled button, bars.
    pub accent: Color32,
    /// The filled button under the pointer.
    pub accent_hover: Color32,
    /// What is selected.
    pub accent_ground: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// Accent as text on the accent ground and the panel.
    pub accent_text: Color32,
    /// Under the pointer.
    pub hover: Color32,
    /// Pressed.
    pub pressed: Color32,
    /// "fits", "ready".
    pub good: Color32,
    /// Ground of good tags.
    pub good_ground: Color32,
    /// "tight", "this week".
    pub careful: Color32,
    /// Ground of careful tags.
    pub careful_ground: Color32,
    /// "late", "renew".
    pub bad: Color32,
    /// Ground of bad tags.
    pub bad_ground: Color32,
    /// Ground of tags without a judgement.
    pub neutral_ground: Color32,
    /// Lines of a drawing that carry no text: the links of a network.
    pub faint: Color32,
    /// Land on a map, without a number; the sea around it is the ground.
    pub land: Color32,
    /// Over the window while a dialog is open.
    pub backdrop: Color32,
    /// Under pop-ups.
    pub shadow: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// The light theme.
pub static LIGHT: Colors = Colors {
    ground: rgb(0xf6f7f9),
    panel: rgb(0xffffff),
    line: rgb(0xdfe3e8),
    outline: rgb(0xcdd3db),
    text: rgb(0x1b2430),
    weak: rgb(0x5a6675),
    accent: rgb(0x0b6bcb),
    accent_hover: rgb(0x0a5db1),
    accent_ground: rgb(0xe6f0fb),
    on_accent: rgb(0xffffff),
    accent_text: rgb(0x0a63bd),
    hover: rgb(0xf0f3f6),
    pressed: rgb(0xe4e8ed),
    good: rgb(0x19784a),
    good_ground: rgb(0xe3f4ea),
    careful: rgb(0x8a5a00),
    careful_ground: rgb(0xfdf2d9),
    bad: rgb(0xb3261e),
    bad_ground: rgb(0xfbe7e5),
    neutral_ground: rgb(0xedf0f3),
    faint: rgb(0xa9b3bf),
    land: rgb(0xdde1e7),
    backdrop: Color32::from_rgba_premultiplied(7, 10, 13, 90),
    shadow: Color32::from_rgba_premultiplied(5, 7, 9, 38),
};

/// The dark theme: the same roles, its own values.
pub static DARK: Colors = Colors {
    ground: rgb(0x14181d),
    panel: rgb(0x1b2027),
    line: rgb(0x2d343d),
    outline: rgb(0x3f4853),
    text: rgb(0xe6eaef),
    weak: rgb(0x9fabb9),
    accent: rgb(0x2f80dd),
    accent_hover: rgb(0x4690e6),
    accent_ground: rgb(0x1d344e),
    on_accent: rgb(0x06111d),
    accent_text: rgb(0x7ab8f7),
    hover: rgb(0x252b33),
    pressed: rgb(0x2e353f),
    good: rgb(0x6fd19c),
    good_ground: rgb(0x173527),
    careful: rgb(0xe8bd63),
    careful_ground: rgb(0x3b2e12),
    bad: rgb(0xf59a92),
    bad_ground: rgb(0x45201d),
    neutral_ground: rgb(0x2c333c),
    faint: rgb(0x55616e),
    land: rgb(0x323a44),
    backdrop: Color32::from_rgba_premultiplied(0, 0, 0, 150),
    shadow: Color32::from_rgba_premultiplied(0, 0, 0, 120),
};

/// The colours of the theme that `ui` is drawn in.
pub fn colors(ui: &Ui) -> &'static Colors {
    of(ui.visuals().dark_mode)
}

/// The colours of the dark or the light theme.
pub fn of(dark: bool) -> &'static Colors {
    if dark { &DARK } else { &LIGHT }
}

/// No colour at all.
pub const NOTHING: Color32 = Color32::TRANSPARENT;

/// Measures in points.
pub mod measure {
    /// From the edge of a panel to what is in it.
    pub const MARGIN: f32 = 16.0;
    /// Between things that belong together.
    pub const GAP: f32 = 8.0;
    /// Corners of cards, fields and buttons.
    pub const CORNER: u8 = 6;
    /// Corners of tags.
    pub const TAG_CORNER: u8 = 4;
    /// Height of a row of a list.
    pub const ROW: f32 = 28.0;
    /// Height of a row with two lines.
    pub const TWO_LINE_ROW: f32 = 42.0;
    /// Height of a button.
    pub const BUTTON: f32 = 30.0;
    /// Height of a filter chip.
    pub const CHIP: f32 = 26.0;
    /// Height of a field.
    pub const FIELD: f32 = 26.0;
    /// Height of a tag.
    pub const TAG: f32 = 18.0;
    /// Width of the column of labels in a form.
    pub const LABEL_COLUMN: f32 = 132.0;
    /// Side of an icon.
    pub const ICON: f32 = 16.0;
    /// Height of the bar at the top of the window.
    pub const TOP_BAR: f32 = 44.0;
    /// Height of the bar of a screen: title, filters, buttons.
    pub const SCREEN_BAR: f32 = 48.0;
    /// Height of the bar at the bottom of the window.
    pub const STATUS_BAR: f32 = 26.0;
    /// Width of the navigation on the left.
    pub const NAVIGATION: f32 = 172.0;
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance, WCAG 2.2.
    fn luminance(color: Color32) -> f64 {
        let part = |value: u8| {
            let share = f64::from(value) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(color.r()) + 0.7152 * part(color.g()) + 0.0722 * part(color.b())
    }

    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_stands_out_from_its_ground() {
        for (name, c) in [("light", &LIGHT), ("dark", &DARK)] {
            let pairs = [
                ("text on ground", c.text, c.ground),
                ("text on panel", c.text, c.panel),
                ("text on selection", c.text, c.accent_ground),
                ("weak on ground", c.weak, c.ground),
                ("weak on panel", c.weak, c.panel),
                ("weak on hover", c.weak, c.hover),
                ("weak on selection", c.weak, c.accent_ground),
                ("weak on neutral", c.weak, c.neutral_ground),
                ("text on neutral", c.text, c.neutral_ground),
                ("text on pressed", c.text, c.pressed),
                ("accent text on panel", c.accent_text, c.panel),
                ("accent text on ground", c.accent_text, c.ground),
                ("accent text on selection", c.accent_text, c.accent_ground),
                ("on accent", c.on_accent, c.accent),
                ("on accent, hover", c.on_accent, c.accent_hover),
                ("good", c.good, c.good_ground),
                ("good on panel", c.good, c.panel),
                ("careful", c.careful, c.careful_ground),
                ("careful on panel", c.careful, c.panel),
                ("bad", c.bad, c.bad_ground),
                ("bad on panel", c.bad, c.panel),
                ("bad on ground", c.bad, c.ground),
            ];
            for (pair, text, ground) in pairs {
                let ratio = contrast(text, ground);
                assert!(ratio >= 4.5, "{name}: {pair} has only {ratio:.2}");
            }
            assert!(contrast(c.accent, c.panel) >= 3.0, "{name}: the focus ring is too weak");
        }
    }
}
