//! A mirror of the office file on a PostgreSQL server, for reporting tools of head office. One way: nothing is ever read
//! back into the office. Everything of a run happens in one transaction, so that a report sees the mirror before it or
//! after it, and never half of it.

mod error;
mod layout;
mod rows;

pub use error::ServerError;
pub use layout::SchemaName;

use super::{Personal, TABLES};
use crate::store::OfficeFile;
use layout::Marker;
use postgres::config::Host;
use postgres::{Client, Config, NoTls, Transaction};
use std::time::Duration;

/// Where to publish.
pub struct Server<'a> {
    /// Address, such as `postgres://reports@server/warehouse`.
    pub url: &'a str,
    /// The password, where the address has none.
    pub password: Option<String>,
    /// The schema that holds the mirror, and nothing else.
    pub schema: &'a SchemaName,
}

/// What a run changed, in rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mirrored {
    /// Rows that were not there before.
    pub new: u64,
    /// Rows that say something else now.
    pub changed: u64,
    /// Rows that are gone.
    pub gone: u64,
}

/// Makes the schema on the server say what the office file says, with no more of people than chosen; makes it where
/// there is none. Rows that are the same are not touched. All or nothing.
///
/// Refuses a schema that holds anything else, and one that mirrors another office. The connection is not encrypted.
pub fn publish_to_server(
    office: &OfficeFile,
    server: &Server<'_>,
    personal: Personal,
) -> Result<Mirrored, ServerError> {
    let own = office.office()?;
    let marker = Marker { office: own.id.to_string(), office_name: own.name, personal };
    let mut client = connect(server)?;
    let mut transaction = client.transaction()?;
    let schema = server.schema;
    // Somebody's long report must not make this run wait for ever, nor two runs mix.
    transaction.batch_execute("SET LOCAL lock_timeout = '30s'")?;
    let alone =
        transaction.query_one("SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0))", &[&schema.lock()])?;
    if !alone.try_get::<_, bool>(0)? {
        return Err(ServerError::Busy);
    }
    layout::prepare(&mut transaction, schema, &marker)?;
    let mirrored = mirror(office, &mut transaction, schema, personal)?;
    layout::mark(&mut transaction, schema, &marker)?;
    transaction.commit()?;
    Ok(mirrored)
}

fn mirror(
    office: &OfficeFile,
    transaction: &mut Transaction<'_>,
    schema: &SchemaName,
    personal: Personal,
) -> Result<Mirrored, ServerError> {
    let erased = office.erased_people()?;
    let mut all = Mirrored::default();
    for table in TABLES {
        let of_table = rows::mirror_table(office, transaction, schema, table, &erased, personal)?;
        all.new += of_table.new;
        all.changed += of_table.changed;
        all.gone += of_table.gone;
    }
    Ok(all)
}

fn connect(server: &Server<'_>) -> Result<Client, ServerError> {
    let mut config: Config = server.url.parse().map_err(|_| ServerError::Address)?;
    if config.get_hosts().is_empty() && config.get_hostaddrs().is_empty() {
        return Err(ServerError::Address);
    }
    if let (None, Some(password)) = (config.get_password(), &server.password) {
        config.password(password);
    }
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(Duration::from_secs(10));
    }
    if config.get_application_name().is_none() {
        config.application_name("sojourn");
    }
    config.connect(NoTls).map_err(|error| ServerError::of_connecting(&error, &config))
}

/// The first place that an address names, for telling a person. Never the password.
fn place(config: &Config) -> String {
    let port = config.get_ports().first().copied().unwrap_or(5432);
    match config.get_hosts().first() {
        Some(Host::Tcp(host)) => format!("{host}, port {port}"),
        #[cfg(unix)]
        Some(Host::Unix(folder)) => format!("{}, port {port}", folder.display()),
        None => {
            config.get_hostaddrs().first().map_or_else(|| "the server".into(), |host| format!("{host}, port {port}"))
        }
    }
}
