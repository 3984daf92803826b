//! The words of a text with the numbers of their lines.

use super::InstanceError;
use std::str::{FromStr, SplitWhitespace};

/// The words of one line.
pub(super) struct Words<'a> {
    line: usize,
    words: SplitWhitespace<'a>,
}

impl<'a> Words<'a> {
    pub(super) fn new(line: usize, text: &'a str) -> Self {
        Self { line, words: text.split_whitespace() }
    }

    /// The next word, if there is one.
    pub(super) fn word(&mut self) -> Option<&'a str> {
        self.words.next()
    }

    /// The next number; `what` says in an error what it should have been.
    pub(super) fn number<N: FromStr>(&mut self, what: &str) -> Result<N, InstanceError> {
        match self.words.next() {
            None => Err(self.wrong(format!("{what} is missing"))),
            Some(word) => word.parse().map_err(|_| self.wrong(format!("{what} is {word:?}"))),
        }
    }

    pub(super) fn wrong(&self, why: String) -> InstanceError {
        InstanceError::Line { line: self.line, why }
    }
}
