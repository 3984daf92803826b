//! Plain data and the field's rules. This room knows no disk, no clock and no window.

pub mod reference;
pub mod text;
