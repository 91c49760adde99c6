//! What goes wrong on the way to a page.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::domain::AccountFault;
use crate::service::{self, Ended};
use crate::store;

use super::typed::Typed;

/// Why there is no answer as asked.
///
/// `NoDistrict`, `NoPhase` and `NotFound` are for addresses that name what is not there; `BadRequest` for what cannot be
/// read, `NoSuchRole`, `NoSuchAudience`, `WorkingOnly` and `NotForLeaders` for addresses that ask to be shown what is shown to
/// nobody;
/// `SignIn` for who is not known, `NothingReleased` and `WholeOnly` for who sees only what was released, `NobodySignsIn` and
/// `Forwarded` where one person's own machine could be reached by others, `NoKey` where it is shared and locked, `NotAllowed` for who is known and may not; `Conflict` for a record that somebody else
/// changed first; `OtherSite`, `OtherOrigin` and `OtherHost` for requests that a stranger's page may have made; `TooMany` for who asks
/// too often; `Cut` and `Crowded` for what is no fault of what was sent. `Failed` and what stands below it are no fault
/// of the reader's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// No such page.
    NotFound,
    /// No such district.
    NoDistrict,
    /// No such funding phase.
    NoPhase,
    /// The request cannot be read.
    BadRequest,
    /// There is no role of this name to look as.
    NoSuchRole,
    /// There is no audience of this name.
    NoSuchAudience,
    /// A page that there is for the core team alone, asked for as leaders would see it.
    WorkingOnly,
    /// A selection of a district that leaders don't get.
    NotForLeaders,
    /// The address takes no such request.
    Method,
    /// Who asks is not signed in.
    SignIn,
    /// Nothing of the district was released for who asks.
    NothingReleased,
    /// Only the figures of the district as a whole were released for who asks.
    WholeOnly,
    /// Others could come by, and nobody would be asked who they are.
    NobodySignsIn,
    /// One person's own machine was reached through a proxy.
    Forwarded,
    /// Who asks has not opened the link with the key.
    NoKey,
    /// Who asks has a role that may not.
    NotAllowed,
    /// Somebody else changed it first; what was typed is shown again.
    Conflict(Typed),
    /// A form from another site.
    OtherSite,
    /// A form whose origin is not the address under which it arrived, and of which the browser says no more.
    OtherOrigin,
    /// Another host name.
    OtherHost,
    /// The request has more bytes than are accepted.
    TooLarge,
    /// Asked too often; in so many seconds the same may be answered.
    TooMany(u32),
    /// The request broke off before its end.
    Cut,
    /// All transfers together take more memory than there is.
    Crowded,
    /// The uploaded file is no longer kept.
    UploadGone,
    /// The program or the store failed.
    Failed,
    /// The store does not answer.
    Unavailable,
    /// The store cannot write.
    CannotWrite,
    /// The store is another one than at the start.
    Replaced,
    /// Too many write to the district at the same time.
    Contended,
    /// Too much is being computed.
    Busy,
    /// A computation that took longer than it may.
    TooLong,
}

/// What a handler answers.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound
            | Self::NoDistrict
            | Self::NoPhase
            | Self::NothingReleased
            | Self::WholeOnly => StatusCode::NOT_FOUND,
            // Not 408: some browsers send everything again by themselves then.
            Self::BadRequest
            | Self::NoSuchRole
            | Self::NoSuchAudience
            | Self::WorkingOnly
            | Self::NotForLeaders
            | Self::Cut => StatusCode::BAD_REQUEST,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::NotAllowed
            | Self::OtherSite
            | Self::OtherOrigin
            | Self::Forwarded
            | Self::NoKey => StatusCode::FORBIDDEN,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::OtherHost => StatusCode::MISDIRECTED_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::UploadGone => StatusCode::GONE,
            Self::Failed => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Unavailable
            | Self::CannotWrite
            | Self::Replaced
            | Self::NobodySignsIn
            | Self::Contended
            | Self::Crowded
            | Self::Busy
            | Self::TooLong => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// After how many seconds the same may be answered.
    pub fn again_in(&self) -> Option<u32> {
        match self {
            Self::Unavailable | Self::Contended | Self::Busy => Some(5),
            Self::Crowded => Some(30),
            // A computation that was too long once usually is again: a program should not retry at once.
            Self::TooLong => Some(60),
            Self::TooMany(seconds) => Some(*seconds),
            _ => None,
        }
    }

    /// The error for an answer that carries none of ours, such as that to a path or a form axum could not read.
    pub fn of_status(status: StatusCode) -> Self {
        match status {
            StatusCode::NOT_FOUND => Self::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Self::Method,
            StatusCode::PAYLOAD_TOO_LARGE => Self::TooLarge,
            StatusCode::UNAUTHORIZED => Self::SignIn,
            StatusCode::FORBIDDEN => Self::NotAllowed,
            StatusCode::TOO_MANY_REQUESTS => Self::TooMany(60),
            status if status.is_client_error() => Self::BadRequest,
            _ => Self::Failed,
        }
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<service::Error> for Error {
    fn from(error: service::Error) -> Self {
        use crate::analysis::SelectionError;
        match error {
            service::Error::Store(error) => Self::of_store(&error),
            service::Error::NoSuchDistrict { .. } => Self::NoDistrict,
            service::Error::NoSuchPhase { .. } => Self::NoPhase,
            service::Error::NoSuchStep(_)
            | service::Error::NoSuchRelease
            | service::Error::NoSuchActor(_)
            | service::Error::ManySuchActors { .. }
            | service::Error::Closed(_) => Self::NotFound,
            service::Error::NothingReleased => Self::NothingReleased,
            service::Error::Release(_) | service::Error::Blanked(_) => {
                Self::Conflict(Typed::default())
            }
            service::Error::Frozen(error) => {
                tracing::error!(%error, "a frozen state cannot be read");
                Self::Failed
            }
            service::Error::Register(error) => {
                tracing::error!(error, "the register of deletions cannot be read");
                Self::Failed
            }
            service::Error::Refused(_) | service::Error::Seen => Self::Conflict(Typed::default()),
            service::Error::TooManyPhases(_) => Self::BadRequest,
            service::Error::Contended => Self::Contended,
            service::Error::Account(AccountFault::Contended) => Self::Contended,
            service::Error::Account(_) => Self::BadRequest,
            service::Error::Selection(error) => match *error {
                SelectionError::UnknownPhase { .. } => Self::NoPhase,
                SelectionError::NotForLeaders => Self::NotForLeaders,
                _ => Self::BadRequest,
            },
            service::Error::Ended(Ended::Busy) => Self::Busy,
            service::Error::Ended(Ended::TooLong) => {
                tracing::warn!("a computation was stopped: it took too long");
                Self::TooLong
            }
            service::Error::Map(error) => {
                tracing::error!(%error, "a map cannot be drawn");
                Self::Failed
            }
        }
    }
}

impl Error {
    fn of_store(error: &store::Error) -> Self {
        match error {
            store::Error::NoSuchDistrict(_) => Self::NoDistrict,
            // Their session has ended, too.
            store::Error::NoLongerMay => Self::SignIn,
            store::Error::Conflict { .. } => Self::Conflict(Typed::default()),
            store::Error::Unreachable(reason) | store::Error::Busy(reason) => {
                tracing::warn!(reason, "the store does not answer");
                Self::Unavailable
            }
            store::Error::Replaced(_) | store::Error::Damaged(_) => {
                tracing::error!(%error, "the store is not the one that was opened, or damaged");
                Self::Replaced
            }
            store::Error::CannotWrite(..) => {
                tracing::error!(%error, "the store cannot write");
                Self::CannotWrite
            }
            // A server's message about a constraint quotes the record, which may be somebody's words.
            store::Error::Violated(_) => {
                tracing::error!("a constraint of the store forbade a change");
                Self::Failed
            }
            store::Error::Newer { .. }
            | store::Error::NotEmpty
            | store::Error::HalfRestored
            | store::Error::Address(_)
            | store::Error::Unreadable(_)
            | store::Error::Failed(_) => {
                tracing::error!(%error, "the store failed");
                Self::Failed
            }
        }
    }
}
