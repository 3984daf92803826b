//! The plan of the whole office: who goes where, and why not somebody else.
//!
//! A [`Question`] holds all there is to look at; a [`Planner`] judges the pairs that come in question ([`index`],
//! [`pairs`]), keeps what the office has settled ([`settled`]), has the rest
//! assigned, keeps couples and teams together ([`groups`]), and stays to be asked: for the plan
//! ([`Planner::plan`]), for what another choice would cost ([`costs`], with couples and teams [`resolve`]), for why a place is empty or a person without one
//! ([`why`]), for the plan after an edit ([`edits`]), and for several missions in turn ([`sequences`]).
//!
//! Of all plans the best: what is settled, then the most urgent places filled, then the most places, then the fit.

mod compare;
mod costs;
mod edits;
mod groups;
mod index;
mod pairs;
mod planner;
mod question;
mod resolve;
mod sequences;
mod settled;
#[cfg(test)]
mod tests;
mod why;

pub use compare::{Comparison, compare};
pub use costs::{Choice, Cost, Explanation, Moved};
pub use groups::Gap;
pub use pairs::Watch;
pub use planner::{Match, Plan, Planner, Total};
pub use question::{Associations, Question, Relaxed, without_words};
pub use sequences::{Beyond, InTurn, Sequences};
pub use settled::{Settlement, Unkept};
pub use why::{EmptyPlace, LeftOut, WhyEmpty, WhyLeftOut};
