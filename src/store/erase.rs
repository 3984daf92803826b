//! placeholder

use super::StoreError;
use crate::domain::Id;
use rusqlite::Connection;

pub(crate) fn enforce(_: &Connection, _: Id) -> Result<(), StoreError> {
    Ok(())
}
