//! The words of a text with the numbers of their lines.

use super::InstanceError;
use std::str::{FromStr, SplitWhitespace};

/// The most volunteers or posts that are read: what is larger is a slip, and would ask for all memory before it shows.
const MOST: usize = 10_000_000;

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
        self.next_number(what)?.ok_or_else(|| self.wrong(format!("{what} is missing")))
    }

    /// The next number, if there is a word.
    pub(super) fn next_number<N: FromStr>(&mut self, what: &str) -> Result<Option<N>, InstanceError> {
        let word = self.words.next();
        word.map(|word| word.parse().map_err(|_| self.wrong(format!("{what} is {word:?}")))).transpose()
    }

    /// The next number, as one that memory is asked for.
    pub(super) fn size(&mut self, what: &str) -> Result<usize, InstanceError> {
        let size = self.number(what)?;
        if size <= MOST { Ok(size) } else { Err(self.wrong(format!("{what}: {size} is more than {MOST}"))) }
    }

    pub(super) fn wrong(&self, why: String) -> InstanceError {
        InstanceError::Line { line: self.line, why }
    }
}
