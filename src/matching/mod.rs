//! Who fits where, and why. Uses the domain alone: no file, no clock, no window.
