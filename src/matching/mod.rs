//! Who fits where, and why. Uses the domain alone: no file, no clock, no window.
//!
//! Three steps, each a room of its own: [`eligibility`] says for each rule whether a person passes, [`fit`] gives points
//! for what can be more or less, and [`candidates`] ranks the people of an office for one placement.

pub mod assignment;
pub mod candidates;
pub mod eligibility;
#[cfg(test)]
mod examples;
pub mod fit;
pub mod plan;
pub mod proof;
pub mod sequences;
pub mod together;
pub mod wording;

pub use candidates::{Candidate, Candidates, Collector};
