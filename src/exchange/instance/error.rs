//! Why an instance cannot be read.

use std::path::PathBuf;

/// Why an instance cannot be read or solved.
#[derive(Debug, thiserror::Error)]
pub enum InstanceError {
    /// The file cannot be read.
    #[error("{} cannot be read: {why}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        why: String,
    },
    /// It is in none of the forms.
    #[error("this is no instance: it begins with {0:?}")]
    Unknown(String),
    /// A line is not as the form wants it.
    #[error("line {line}: {why}")]
    Line {
        /// Its number, from 1.
        line: usize,
        /// What is wrong.
        why: String,
    },
    /// It holds more or less than it says.
    #[error("it says {said} {what} and holds {found}")]
    Count {
        /// What is counted.
        what: &'static str,
        /// How many it says.
        said: usize,
        /// How many there are.
        found: usize,
    },
    /// Urgent places are to be filled first, and the form knows of no urgency.
    #[error("this form holds costs and no urgency: there are no urgent places to fill first")]
    NoUrgency,
    /// The numbers are too large for the solver.
    #[error("the numbers are too large: points and costs must fit into 32 bits with room for their number")]
    TooLarge,
    /// Nothing is said of the time.
    #[error("it does not say in which week each post begins and ends")]
    NoWeeks,
}

impl InstanceError {
    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "",
            Self::NoUrgency => "leave out --lex",
            Self::TooLarge => "divide all costs by a common factor",
            Self::NoWeeks => "several missions in turn are planned for VMATCH 1 with the weeks of each post",
            _ => "VMATCH 1, OR-Library (assign and assignp) and DIMACS asn are read, also as .gz",
        }
    }
}
