//! The sample office: believable people, organisations, placements and missions, the same for the same seed.
//! No person and no organisation in it is meant to exist.
//!
//! This part of the room draws; it must not know how an office file looks, and it has no clock: `today` is passed in.

pub mod names;
pub mod pools;
pub mod random;
