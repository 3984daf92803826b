//! How a printed page looks: measures in points (1/72 inch), styles, colours. The same calm as on screen, on white.

use super::document::{Paper, Tone};

/// Red, green, blue.
pub(super) type Colour = (u8, u8, u8);

const INK: Colour = (0x1b, 0x24, 0x30);
const WEAK: Colour = (0x5a, 0x66, 0x75);
/// Lines between rows.
pub(super) const HAIRLINE: Colour = (0xdf, 0xe3, 0xe8);
/// Lines below a title and below heads.
pub(super) const LINE: Colour = (0x9a, 0xa4, 0xb1);

/// Thickness of lines.
pub(super) const LINE_WIDTH: f32 = 0.6;
/// From the edge of the sheet to what is printed, at the sides.
pub(super) const SIDE: f32 = 54.0;
/// From the upper edge to what is printed.
pub(super) const TOP: f32 = 54.0;
/// From the last line of the foot to the lower edge.
pub(super) const BOTTOM: f32 = 36.0;
/// Between what is printed and the foot.
pub(super) const ABOVE_FOOT: f32 = 18.0;
/// Room for the number of a page.
pub(super) const PAGE_NUMBER: f32 = 60.0;
/// Between two columns.
pub(super) const GUTTER: f32 = 12.0;
/// Width of the names of facts.
pub(super) const FACT_NAMES: f32 = 140.0;
/// Around words with a tone: left and right, and above and below.
pub(super) const TAG: (f32, f32) = (4.0, 1.2);
/// Part of the width that the names of rows of bars have.
pub(super) const BAR_NAMES: f32 = 0.3;
/// Height of a bar.
pub(super) const BAR: f32 = 12.5;
/// Ground of days off.
pub(super) const DAY_OFF: Colour = (0xf1, 0xf3, 0xf5);
/// A bar without a tone: ground and outline.
pub(super) const BAR_PLAIN: (Colour, Colour) = ((0xdc, 0xe8, 0xf4), (0x2f, 0x6f, 0xae));
/// Radius of the corners of their ground.
pub(super) const TAG_CORNER: f32 = 2.5;

/// Weight of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Medium,
    SemiBold,
}

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    pub weight: Weight,
    /// Size of the letters.
    pub size: f32,
    /// From one line to the next.
    pub leading: f32,
    pub colour: Colour,
}

const fn style(weight: Weight, size: f32, leading: f32, colour: Colour) -> Style {
    Style { weight, size, leading, colour }
}

pub(super) const TITLE: Style = style(Weight::SemiBold, 17.0, 22.0, INK);
pub(super) const SUBTITLE: Style = style(Weight::Regular, 10.0, 14.0, WEAK);
pub(super) const HEADING: Style = style(Weight::SemiBold, 11.5, 15.0, INK);
pub(super) const BODY: Style = style(Weight::Regular, 9.5, 13.5, INK);
pub(super) const CELL: Style = style(Weight::Regular, 9.0, 12.5, INK);
pub(super) const HEAD: Style = style(Weight::Medium, 8.0, 11.0, WEAK);
pub(super) const NAME: Style = Style { colour: WEAK, ..BODY };
pub(super) const FOOT: Style = style(Weight::Regular, 8.0, 10.5, WEAK);

/// Colour of words with a tone, and of their ground; nothing for those without.
pub(super) fn tone(tone: Tone) -> Option<(Colour, Colour)> {
    match tone {
        Tone::Plain => None,
        Tone::Good => Some(((0x19, 0x78, 0x4a), (0xe3, 0xf4, 0xea))),
        Tone::Careful => Some(((0x8a, 0x5a, 0x00), (0xfd, 0xf2, 0xd9))),
        Tone::Bad => Some(((0xb3, 0x26, 0x1e), (0xfb, 0xe7, 0xe5))),
    }
}

/// Width and height of a sheet.
pub(super) fn sheet(paper: Paper, landscape: bool) -> (f32, f32) {
    let (short, long) = match paper {
        Paper::A4 => (595.28, 841.89),
        Paper::Letter => (612.0, 792.0),
    };
    if landscape { (long, short) } else { (short, long) }
}
