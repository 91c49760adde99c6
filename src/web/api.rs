//! For programs: the figures as the command line writes them.

use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};

use crate::analysis::Options;
use crate::service::Sight;

use super::App;
use super::assets::{holds, tag, tagged};
use super::errors::Result;
use super::reader::Reader;
use super::shown::asked_phase;
use super::visit::Reading;

const JSON: &str = "application/json";

/// GET /api/v1/districts/{district}/report
pub async fn report(
    State(app): State<App>,
    Reading(sight): Reading,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response> {
    let seen = match sight {
        Sight::Open(seen) => seen,
        Sight::Whole(whole) => {
            let told = app.service.whole(&whole).await?;
            return Ok(Json(told).into_response());
        }
    };
    let phase = asked_phase(&seen, &reader)?;
    let tag = tag(&(seen.version(), &phase, reader.lang));
    if holds(&headers, &tag) {
        return Ok(tagged(&headers, JSON, &tag, ()));
    }
    if let Some(kept) = seen.kept_figures(&phase, reader.lang) {
        return Ok(tagged(&headers, JSON, &tag, kept.to_owned()));
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
