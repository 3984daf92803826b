//! One person beside one placement: the words of what matching found, the comparison, and how many people each rule
//! leaves.
//!
//! Placements, volunteers and the plan show it; it must not know which of them asked.

pub mod comparison;
pub mod funnel;
pub mod reasons;
