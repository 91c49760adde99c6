//! The maps of a district: as pictures in three formats, and the page on which they are looked at.

mod ask;
mod page;

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;

use crate::analysis::{Inclusion, Selection};
use crate::domain::PhaseId;
use crate::map::{self, Labels, MapError, Paper, Picture, Sheet};
use crate::service::{self, Drawing, Image, Snapshot};
use crate::text::Lang;

use super::App;
use super::assets::{tag, tagged};
use super::errors::{Error, Result};
use super::reader::Reader;

use ask::Ask;
pub use page::show;

/// In which format a picture is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Svg,
    Image(Image),
}

impl Format {
    fn media_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Image(Image::Png) => "image/png",
            Self::Image(Image::Pdf) => "application/pdf",
        }
    }
}

/// GET /districts/{district}/map.svg
pub async fn svg(
    State(app): State<App>,
    Path(district): Path<String>,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response> {
    drawn(&app, &district, &reader, &headers, Format::Svg).await
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
        Format::Image(Image::Png),
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
        Format::Image(Image::Pdf),
    )
    .await
}

/// The bytes of a picture as they are kept, sent to many without a copy for each.
struct Shared<T>(Arc<T>, fn(&T) -> &[u8]);

impl<T> AsRef<[u8]> for Shared<T> {
    fn as_ref(&self) -> &[u8] {
        (self.1)(&self.0)
    }
}

/// The picture in one format; the browser keeps it until the district or its programme changes.
async fn drawn(
    app: &App,
    district: &str,
    reader: &Reader,
    headers: &HeaderMap,
    format: Format,
) -> Result<Response> {
    let view = app.view(district).await?;
    let ask = Ask::of(reader, &view, app)?;
    let items = ask.items(None);
    let media_type = format.media_type();
    let tag = tag(&(&view.version, items, ask.paper, reader.lang, media_type));
    if super::assets::holds(headers, &tag) {
        return Ok(tagged(headers, media_type, &tag, ()));
    }
    let bytes = match format {
        Format::Svg => {
            let sheet = app.sheet(&view, &ask, reader).await.map_err(refused)?;
            Bytes::from_owner(Shared(sheet, |sheet| sheet.svg().as_bytes()))
        }
        Format::Image(image) => {
            let image = app.image(&view, &ask, reader, image).await;
            let bytes = image.map_err(refused)?;
            Bytes::from_owner(Shared(bytes, Vec::as_slice))
        }
    };
    Ok(tagged(headers, media_type, &tag, bytes))
}

/// A view that cannot be drawn of this district is not there; a selection that leaders don't get is a bad request.
fn refused(error: service::Error) -> Error {
    match &error {
        service::Error::Map(cause) => match &**cause {
            MapError::View(_) => Error::NotFound,
            MapError::Selection(_) => Error::BadRequest,
            MapError::Render(_) | MapError::Stopped(_) => error.into(),
        },
        _ => error.into(),
    }
}

impl App {
    /// The map that an address asks for.
    async fn sheet(
        &self,
        view: &Snapshot,
        ask: &Ask,
        reader: &Reader,
    ) -> service::Result<Arc<Sheet>> {
        let selection = self.selected(view, ask).await;
        let drawing = ask.drawing(reader, self.service.date(view).await?);
        self.service
            .sheet(view, &ask.wanted, &selection, drawing)
            .await
    }

    /// The same as an image.
    async fn image(
        &self,
        view: &Snapshot,
        ask: &Ask,
        reader: &Reader,
        image: Image,
    ) -> service::Result<Arc<Vec<u8>>> {
        let selection = self.selected(view, ask).await;
        let drawing = ask.drawing(reader, self.service.date(view).await?);
        self.service
            .image(view, &ask.wanted, &selection, drawing, image)
            .await
    }

    /// What the map that an address asks for is of.
    async fn selected(&self, view: &Snapshot, ask: &Ask) -> Selection {
        let usual = self.selection(view, &ask.phase).await;
        let scope = usual.scope;
        let mut selection = ask.selection(usual);
        if ask.wanted == map::View::Matrix {
            selection.scope = scope;
        }
        selection
    }

    /// The phase that an address asks for, else the one shown first.
    pub(super) fn phase(&self, view: &Snapshot, reader: &Reader) -> Result<PhaseId> {
        match reader.asked("phase") {
            Some(asked) => Ok(view.phase(asked)?),
            None => view.latest_phase().ok_or(Error::NoPhase),
        }
    }

    /// What a page shows of a district: its offices, in one phase.
    pub(super) async fn selection(&self, view: &Snapshot, phase: &PhaseId) -> Selection {
        self.service.usual(view, phase).await
    }

    /// What the map on that page shows: the figures are about the offices, the picture about the whole prevention chain.
    pub(super) async fn pictured(&self, view: &Snapshot, phase: &PhaseId) -> Selection {
        Selection {
            scope: Inclusion::All,
            ..self.selection(view, phase).await
        }
    }

    /// The map of a phase.
    pub(super) async fn picture(
        &self,
        view: &Snapshot,
        phase: &PhaseId,
        lang: Lang,
    ) -> Result<Arc<Picture>> {
        let selection = self.pictured(view, phase).await;
        let drawing = Drawing {
            labels: Labels::Fit,
            lang,
            date: self.service.date(view).await?,
            paper: Paper::A4,
        };
        Ok(self.service.picture(view, &selection, drawing).await?)
    }
}
