//! Why nothing was published to a server, as sentences with a hint.

use super::place;
use crate::store::StoreError;
use postgres::Config;
use postgres::error::SqlState;
use std::error::Error as _;

/// Why nothing was published. What the server held before, it still holds.
#[derive(Debug, thiserror::Error)]
pub enum ServerError {
    /// The office file refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The address cannot be read. It is not shown, since it may hold a password.
    #[error("the address of the server cannot be read")]
    Address,
    /// Nobody answers there.
    #[error("the server at {place} cannot be reached: {why}")]
    NotReachable {
        /// Host and port.
        place: String,
        /// What the system or the server said.
        why: String,
    },
    /// The server asks for a password, and none was given.
    #[error("the server asks for a password")]
    NoPassword,
    /// The name or the password is wrong.
    #[error("the server does not take that name and password")]
    WrongPassword,
    /// The server does not let that name in from here.
    #[error("the server does not let this computer in: {0}")]
    NotLetIn(String),
    /// There is no such database.
    #[error("the server has no such database: {0}")]
    NoDatabase(String),
    /// The address or the server asks for encryption.
    #[error("the connection was to be encrypted, which Sojourn cannot do")]
    Encryption,
    /// The schema holds something else.
    #[error("the schema {0} was not made by Sojourn")]
    NotOurs(String),
    /// The schema mirrors another office.
    #[error("the schema {schema} holds the data of {office}")]
    OtherOffice {
        /// The schema.
        schema: String,
        /// Name of that office.
        office: String,
    },
    /// The schema holds what this program does not know, and could not keep right.
    #[error("the schema has a column {0} that this Sojourn does not know")]
    UnknownColumn(String),
    /// Another run is at work, or a report holds the tables.
    #[error("the tables are in use by another run or a report")]
    Busy,
    /// The name may not do that there.
    #[error("the server does not allow it: {0}")]
    NoRight(String),
    /// The server no longer answers.
    #[error("the connection to the server was lost")]
    Lost,
    /// The server refused for another reason.
    #[error("the server refused: {0}")]
    Refused(String),
}

impl ServerError {
    /// What the person can do about it.
    pub fn hint(&self) -> String {
        match self {
            Self::Store(error) => error.hint(),
            Self::Address => "write it like postgres://NAME@SERVER:5432/DATABASE".into(),
            Self::NotReachable { .. } => {
                "look whether the server runs, and whether the tunnel or the network is up".into()
            }
            Self::NoPassword => "set PGPASSWORD, or write postgres://NAME:PASSWORD@SERVER/DATABASE".into(),
            Self::WrongPassword => "look at the name in the address, and at PGPASSWORD".into(),
            Self::NotLetIn(_) => {
                "ask whoever looks after the server; where it wants encryption, go through a tunnel".into()
            }
            Self::NoDatabase(_) => "ask whoever looks after the server to make it, or name another".into(),
            Self::Encryption => "go through a tunnel, such as ssh -L, and leave sslmode out of the address".into(),
            Self::NotOurs(_) | Self::OtherOffice { .. } => {
                "name another with --schema; it is made where there is none".into()
            }
            Self::UnknownColumn(_) => "publish with the newer Sojourn, or drop the schema and publish it whole".into(),
            Self::Busy => "try again when it is done".into(),
            Self::NoRight(_) => {
                "ask whoever looks after the server for the right to create a schema in this database".into()
            }
            Self::Lost => "try again: what is there already is not written twice".into(),
            Self::Refused(_) => "nothing was changed there; if it stays, drop the schema and publish it whole".into(),
        }
    }

    /// What went wrong before anything was asked of the server.
    pub(super) fn of_connecting(error: &postgres::Error, config: &Config) -> Self {
        let why = said(error);
        match error.code() {
            Some(&SqlState::INVALID_PASSWORD) => Self::WrongPassword,
            Some(&SqlState::INVALID_AUTHORIZATION_SPECIFICATION) => Self::NotLetIn(why),
            Some(&SqlState::INVALID_CATALOG_NAME) => Self::NoDatabase(config.get_dbname().unwrap_or_default().into()),
            Some(&SqlState::INSUFFICIENT_PRIVILEGE) => Self::NoRight(why),
            Some(_) => Self::NotReachable { place: place(config), why },
            // The library gives no kind for these but its words.
            None if why == "password missing" => Self::NoPassword,
            None if error.to_string().contains("TLS") => Self::Encryption,
            None => Self::NotReachable { place: place(config), why },
        }
    }
}

impl From<postgres::Error> for ServerError {
    fn from(error: postgres::Error) -> Self {
        let why = said(&error);
        match error.code() {
            Some(&SqlState::INSUFFICIENT_PRIVILEGE) => Self::NoRight(why),
            Some(&SqlState::LOCK_NOT_AVAILABLE) => Self::Busy,
            // Class 57P: the server shuts down or was told to end this connection.
            Some(state) if state.code().starts_with("57P") => Self::Lost,
            Some(_) => Self::Refused(why),
            None if error.is_closed() || error.source().is_some_and(|cause| cause.is::<std::io::Error>()) => Self::Lost,
            None => Self::Refused(why),
        }
    }
}

/// What went wrong while rows were sent.
impl From<std::io::Error> for ServerError {
    fn from(error: std::io::Error) -> Self {
        match error.downcast::<postgres::Error>() {
            Ok(error) => error.into(),
            Err(_) => Self::Lost,
        }
    }
}

/// The innermost words, on one line.
fn said(error: &postgres::Error) -> String {
    let words = match (error.as_db_error(), error.source()) {
        (Some(error), _) => error.message().to_owned(),
        (None, Some(cause)) => cause.to_string(),
        (None, None) => error.to_string(),
    };
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
