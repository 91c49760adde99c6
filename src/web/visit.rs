//! Who may do what, as a handler's signature says it. The address was judged by the list of routes before; what is
//! taken here loads the district and fails for who may not.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::analysis::Audience;

use super::access::{Access, Caller};
use super::errors::{Error, Result};
use super::reader::Reader;

/// Lets a request through to an address with this access, or says why not, before anything of it is read.
pub async fn judge(
    State(access): State<Access>,
    reader: Reader,
    request: Request,
    next: Next,
) -> Response {
    match judged(access, &reader) {
        Ok(()) => next.run(request).await,
        Err(error) => error.into_response(),
    }
}

fn judged(access: Access, reader: &Reader) -> Result<()> {
    if let Some(role) = reader.asked(Caller::KEY)
        && Caller::looking_as(role).is_none()
    {
        return Err(Error::NoSuchRole);
    }
    if !access.allows(reader.caller) {
        return Err(Error::NotAllowed);
    }
    match access {
        Access::Leadership => audience(reader).map(drop),
        Access::Working | Access::Coordination => match audience(reader)? {
            Some(Audience::Leadership) => Err(Error::WorkingOnly),
            Some(Audience::Working) | None => Ok(()),
        },
        // They show no district.
        Access::Public | Access::Signed | Access::Programme | Access::Token => Ok(()),
    }
}

/// For whom an address asks to see a district; none where it does not say.
pub fn audience(reader: &Reader) -> Result<Option<Audience>> {
    match reader.asked("audience") {
        None => Ok(None),
        Some("working") => Ok(Some(Audience::Working)),
        Some("leadership") => Ok(Some(Audience::Leadership)),
        Some(_) => Err(Error::NoSuchAudience),
    }
}
