//! Errors of the server and the connection as the store's own.

use neo4rs::{Neo4jError, Neo4jErrorKind};

use crate::store::{AddressFault, Error, Obstacle, Said, Violation};

/// An error, and whether the whole transaction may be tried again.
#[derive(Debug)]
pub(super) enum Trouble {
    /// Nothing was written and the next try may succeed: a deadlock, a lock held too long, a server still starting.
    Passing(Error),
    /// Trying again would not help, or could write twice.
    Lasting(Error),
}

impl Trouble {
    /// The error.
    pub fn error(self) -> Error {
        match self {
            Self::Passing(error) | Self::Lasting(error) => error,
        }
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self::Lasting(error)
    }
}

/// What a failed statement means. The server's own message is left out where it would quote what people entered.
pub(super) fn trouble(statement: &str, error: neo4rs::Error) -> Trouble {
    use neo4rs::Error as E;
    let text = format!("{statement}: {error}");
    Trouble::Lasting(match error {
        E::Neo4j(said) => return said_by_server(statement, &said),
        E::AuthenticationError(said) if said.to_lowercase().contains("authenti") => {
            AddressFault::Denied.into()
        }
        E::UrlParseError(_)
        | E::UnsupportedScheme(_)
        | E::InvalidDnsName(_)
        | E::InvalidConfig
        | E::UnsupportedVersion(..)
        | E::ProtocolMismatch(_) => AddressFault::Protocol(text).into(),
        E::DeserializationError(_) | E::ConversionError | E::UnknownType(_) => {
            Error::Unreadable(text)
        }
        // From the pool: no connection became free in time.
        E::ConnectionError => Error::Busy(format!("{statement}: all connections are in use")),
        E::StringTooLong | E::MapTooBig | E::BytesTooBig | E::ListTooLong => Error::Failed(text),
        _ => Error::Unreachable(text),
    })
}

fn said_by_server(statement: &str, said: &Neo4jError) -> Trouble {
    let code = said.code();
    let brief = format!("{statement}: {code}");
    tracing::debug!(statement, code, "the server refused a statement");
    if code.contains("OutOfMemory") {
        return Trouble::Lasting(Error::CannotWrite(
            Obstacle::ServerMemory,
            Said::words(brief),
        ));
    }
    // Two instances that migrate an empty server at once conflict in a constraint, despite `IF NOT EXISTS`.
    let met = code.starts_with("Neo.ClientError.Schema") && code.ends_with("AlreadyExists");
    if met || said.kind() == Neo4jErrorKind::Transient {
        return Trouble::Passing(Error::Busy(brief));
    }
    Trouble::Lasting(
        if code == "Neo.ClientError.Schema.ConstraintValidationFailed" {
            // All that the schema demands is that keys differ.
            Error::Violated(Violation::KeyTaken)
        } else if code.starts_with("Neo.ClientError.Security") {
            AddressFault::Forbidden(brief).into()
        } else if code.starts_with("Neo.ClientError.Transaction") {
            Error::Busy(brief)
        } else if code.contains("ReadOnly") || code.starts_with("Neo.DatabaseError.Transaction") {
            Error::CannotWrite(Obstacle::Server, Said::words(brief))
        } else {
            Error::Failed(format!("{brief}: {}", said.message()))
        },
    )
}
