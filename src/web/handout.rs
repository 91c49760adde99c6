//! The handout for a meeting: the leaders' picture and what is said with it, as pages of PDF.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};

use crate::analysis::prose::{self, Chapter};
use crate::domain::PhaseId;
use crate::service::{self, Seen, Work};
use crate::text::Lang;

use super::App;
use super::assets::{holds, tag, tagged};
use super::download;
use super::errors::{Error, Result};
use super::leading::Pictured;
use super::reader::Reader;
use super::shown::{Shown, asked_phase};
use super::visit::Visit;

const PDF: &str = "application/pdf";

/// GET /districts/{district}/handout.pdf
pub async fn pdf(
    State(app): State<App>,
    Visit(seen): Visit,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response> {
    // Whoever hands it out: what lies on the table is what leaders see.
    let seen = Seen::Leading(seen.released());
    if seen.is_empty() {
        return Err(Error::NotFound);
    }
    let phase = asked_phase(&seen, &reader)?;
    let tag = tag(&(seen.version(), &phase, reader.lang));
    if holds(&headers, &tag) {
        return Ok(tagged(&headers, PDF, &tag, ()));
    }
    let bytes = pages(&app, &seen, &phase, None, reader.lang).await?;
    let name = download::name(&app, &seen, "pdf", reader.lang).await?;
    let named = [(
        header::CONTENT_DISPOSITION,
        format!("inline; filename=\"{name}\""),
    )];
    Ok((named, tagged(&headers, PDF, &tag, bytes)).into_response())
}

/// The pages of what is seen of a phase; what else is to be said stands before the text, its heading on each page.
pub async fn pages(
    app: &App,
    seen: &Seen,
    phase: &PhaseId,
    first: Option<Chapter>,
    lang: Lang,
) -> Result<Vec<u8>> {
    let shown = Shown::load(app, seen, phase).await?;
    let picture = Pictured::of(app, &shown, lang).await?;
    let before = shown.before.as_ref();
    let before = before.and_then(|before| Some((before.report.as_deref()?, &*before.comparison)));
    let offers = seen.offers(phase).len();
    let told = prose::handout(&shown.report, before, offers, lang);
    let mark = first.as_ref().map(|first| first.heading.clone());
    let chapters: Vec<Chapter> = first.into_iter().chain(told).collect();
    let drawn = app.service.run(Work::File, move |_| {
        picture.sheet.handout(&chapters, mark.as_deref())
    });
    let drawn = drawn.await?;
    Ok(drawn.map_err(|error| service::Error::Map(Arc::new(error)))?)
}
