//! By whom something is written, when, and with which request.

use crate::service::Signing;

use super::super::App;
use super::super::errors::Result;
use super::super::posted::Posted;
use super::super::reader::Reader;

/// What a form that was sent is written with.
pub fn signing(app: &App, reader: &Reader, posted: &Posted) -> Result<Signing> {
    Ok(Signing {
        by: reader.author()?,
        at: app.clock.now(),
        request: posted.request()?,
    })
}
