//! The map of a district as a picture in three formats.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;

use crate::analysis::{Scope, Selection};
use crate::domain::PhaseId;
use crate::map::{Labels, MapError, Paper, Picture};
use crate::service::{Drawing, View};
use crate::text::Lang;

use super::App;
use super::assets::{tag, tagged};
use super::errors::{Error, Result};
use super::reader::Reader;

/// GET /districts/{district}/map.svg
pub async fn svg(
    State(app): State<App>,
    Path(district): Path<String>,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response> {
    let write = |picture: &Picture| Ok(picture.svg().into_bytes());
    drawn(&app, &district, &reader, &headers, "image/svg+xml", write).await
}

/// GET /districts/{district}/map.png
pub async fn png(
    State(app): State<App>,
    Path(district): Path<String>,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response> {
    drawn(
        &app,
        &district,
        &reader,
        &headers,
        "image/png",
        Picture::png,
    )
    .await
}

/// GET /districts/{district}/map.pdf
pub async fn pdf(
    State(app): State<App>,
    Path(district): Path<String>,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response> {
    drawn(
        &app,
        &district,
        &reader,
        &headers,
        "application/pdf",
        Picture::pdf,
    )
    .await
}

type Write = fn(&Picture) -> std::result::Result<Vec<u8>, MapError>;

/// The picture in one format; the browser keeps it until the district or its programme changes.
async fn drawn(
    app: &App,
    district: &str,
    reader: &Reader,
    headers: &HeaderMap,
    media_type: &'static str,
    write: Write,
) -> Result<Response> {
    if reader.asked("view").is_some_and(|view| view != "network") {
        return Err(Error::NotFound);
    }
    let view = app.view(district).await?;
    let phase = app.phase(&view, reader)?;
    let tag = tag(&(&view.stand, &phase, reader.lang, media_type));
    if super::assets::holds(headers, &tag) {
        return Ok(tagged(headers, media_type, &tag, ()));
    }
    let picture = app.picture(&view, &phase, reader.lang).await?;
    let bytes = app.service.run(move || write(&picture)).await;
    let bytes = bytes.map_err(|error| {
        tracing::error!(%error, "a map cannot be written");
        Error::Failed
    })?;
    Ok(tagged(headers, media_type, &tag, bytes))
}

impl App {
    /// The phase that an address asks for, else the one shown first.
    pub(super) fn phase(&self, view: &View, reader: &Reader) -> Result<PhaseId> {
        match reader.asked("phase") {
            Some(asked) => Ok(view.phase(asked)?),
            None => view.latest_phase().ok_or(Error::NoPhase),
        }
    }

    /// What a page shows of a district: its offices, in one phase.
    pub(super) async fn selection(&self, view: &View, phase: &PhaseId) -> Selection {
        let survey = self.service.survey(view).await;
        Selection {
            phase: Some(phase.to_string()),
            ..Selection::default_for(&survey)
        }
    }

    /// The map of a phase.
    pub(super) async fn picture(
        &self,
        view: &View,
        phase: &PhaseId,
        lang: Lang,
    ) -> Result<Arc<Picture>> {
        // The figures are about the offices; the picture shows the whole prevention chain.
        let selection = Selection {
            scope: Scope::All,
            ..self.selection(view, phase).await
        };
        let drawing = Drawing {
            labels: Labels::Fit,
            lang,
            date: self.service.date(view).await?,
            paper: Paper::A4,
        };
        Ok(self.service.picture(view, &selection, drawing).await?)
    }
}
