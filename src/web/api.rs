//! For programs: the figures as the command line writes them.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;

use crate::analysis::Options;

use super::App;
use super::assets::{holds, tag, tagged};
use super::errors::Result;
use super::reader::Reader;

const JSON: &str = "application/json";

/// GET /api/v1/districts/{district}/report
pub async fn report(
    State(app): State<App>,
    Path(district): Path<String>,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response> {
    let view = app.view(&district).await?;
    let phase = app.phase(&view, &reader)?;
    let tag = tag(&(&view.version, &phase, reader.lang));
    if holds(&headers, &tag) {
        return Ok(tagged(&headers, JSON, &tag, ()));
    }
    let selection = app.selection(&view, &phase).await;
    let report = app
        .service
        .report(&view, &selection, Options::default())
        .await?;
    Ok(tagged(&headers, JSON, &tag, report.to_json(reader.lang)))
}
