//! For programs: the figures as the command line writes them.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use crate::analysis::Options;

use super::App;
use super::assets::{holds, tag, tagged};
use super::errors::Result;
use super::reader::Reader;
use super::shown::asked_phase;
use super::visit::Visit;

const JSON: &str = "application/json";

/// GET /api/v1/districts/{district}/report
pub async fn report(
    State(app): State<App>,
    Visit(seen): Visit,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response> {
    let phase = asked_phase(&seen, &reader)?;
    let tag = tag(&(seen.version(), &phase, reader.lang));
    if holds(&headers, &tag) {
        return Ok(tagged(&headers, JSON, &tag, ()));
    }
    let selection = app.service.usual(&seen, &phase).await;
    let report = app.service.report(&seen, &selection, Options::default());
    Ok(tagged(
        &headers,
        JSON,
        &tag,
        report.await?.to_json(reader.lang),
    ))
}
