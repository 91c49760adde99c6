//! The maps of a district: as pictures in three formats, and the page on which they are looked at.

mod afresh;
mod ask;
mod page;

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};

use crate::analysis::Selection;
use crate::map::{self, MapError, Paper, Sheet};
use crate::service::{self, Image, Seen};

use super::App;
use super::assets::{tag, tagged};
use super::download;
use super::errors::{Error, Result};
use super::reader::Reader;
use super::visit::Visit;

pub use afresh::afresh;
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

    fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Image(Image::Png) => "png",
            Self::Image(Image::Pdf) => "pdf",
        }
    }
}

/// GET /districts/{district}/map.svg
pub async fn svg(
    State(app): State<App>,
    Visit(seen): Visit,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response> {
    drawn(&app, &seen, &reader, &headers, Format::Svg).await
}

/// GET /districts/{district}/map.png
pub async fn png(
    State(app): State<App>,
    Visit(seen): Visit,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response> {
    let png = Format::Image(Image::Png);
    drawn(&app, &seen, &reader, &headers, png).await
}

/// GET /districts/{district}/map.pdf
pub async fn pdf(
    State(app): State<App>,
    Visit(seen): Visit,
    reader: Reader,
    headers: HeaderMap,
) -> Result<Response> {
    let pdf = Format::Image(Image::Pdf);
    drawn(&app, &seen, &reader, &headers, pdf).await
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
    seen: &Seen,
    reader: &Reader,
    headers: &HeaderMap,
    format: Format,
) -> Result<Response> {
    let ask = Ask::of(app, reader, seen).await?;
    let items = ask.items(None);
    let media_type = format.media_type();
    let tag = tag(&(seen.version(), items, ask.paper, reader.lang, media_type));
    if super::assets::holds(headers, &tag) {
        return Ok(tagged(headers, media_type, &tag, ()));
    }
    let kept = match format {
        Format::Svg => app.kept_picture(seen, &ask, reader).await?,
        Format::Image(_) => None,
    };
    let bytes = match format {
        Format::Svg if kept.is_some() => Bytes::from(kept.unwrap_or_default()),
        Format::Svg => {
            let sheet = app.sheet(seen, &ask, reader).await.map_err(refused)?;
            Bytes::from_owner(Shared(sheet, |sheet| sheet.svg().as_bytes()))
        }
        Format::Image(image) => {
            let image = app.image(seen, &ask, reader, image).await;
            let bytes = image.map_err(refused)?;
            Bytes::from_owner(Shared(bytes, Vec::as_slice))
        }
    };
    let name = download::name(app, seen, format.ending(), reader.lang).await?;
    let named = [(
        header::CONTENT_DISPOSITION,
        format!("inline; filename=\"{name}\""),
    )];
    Ok((named, tagged(headers, media_type, &tag, bytes)).into_response())
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
    /// The picture that was kept of a release, where an address asks for just that.
    async fn kept_picture(
        &self,
        seen: &Seen,
        ask: &Ask,
        reader: &Reader,
    ) -> Result<Option<String>> {
        let Some(kept) = seen.kept_picture(&ask.phase, reader.lang) else {
            return Ok(None);
        };
        let first = self.service.first_view(seen, &ask.phase).await?;
        let is_it = ask.wanted == first && ask.paper == Paper::A4;
        Ok(is_it.then(|| kept.to_owned()))
    }

    /// The map that an address asks for.
    async fn sheet(&self, seen: &Seen, ask: &Ask, reader: &Reader) -> service::Result<Arc<Sheet>> {
        let selection = self.selected(seen, ask).await;
        let drawing = ask.drawing(reader, self.service.date(seen).await?);
        self.service
            .sheet(seen, &ask.wanted, &selection, drawing)
            .await
    }

    /// The same as an image.
    async fn image(
        &self,
        seen: &Seen,
        ask: &Ask,
        reader: &Reader,
        image: Image,
    ) -> service::Result<Arc<Vec<u8>>> {
        let selection = self.selected(seen, ask).await;
        let drawing = ask.drawing(reader, self.service.date(seen).await?);
        self.service
            .image(seen, &ask.wanted, &selection, drawing, image)
            .await
    }

    /// The selection that the map is drawn from.
    async fn selected(&self, seen: &Seen, ask: &Ask) -> Selection {
        let usual = self.service.usual(seen, &ask.phase).await;
        let scope = usual.scope;
        let mut selection = ask.selection(usual);
        if ask.wanted == map::View::Matrix {
            selection.scope = scope;
        }
        selection
    }
}
