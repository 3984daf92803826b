//! What pictures on a plane share, the map and the network: which part is seen, how a person moves about, and the strip
//! beneath with the legend and the buttons.

pub(super) mod input;
mod strip;
mod view;

pub(super) use input::Room;
pub(super) use strip::{Strip, Swatch};
pub(super) use view::{Camera, View};
