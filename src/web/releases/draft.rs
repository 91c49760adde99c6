//! A state that is not released yet, as pages to hand round.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::analysis::prose::Chapter;
use crate::domain::{ReleaseId, slug};
use crate::exchange::read_date;
use crate::service::Seen;
use crate::text::pages::{Releases, date};
use crate::web::App;
use crate::web::errors::{Error, Result};
use crate::web::handout;
use crate::web::reader::Reader;
use crate::web::visit::Coordinator;

/// GET /districts/{district}/releases/{release}/draft.pdf
pub async fn draft(
    State(app): State<App>,
    Coordinator(view): Coordinator,
    Path((_, release)): Path<(String, String)>,
    reader: Reader,
) -> Result<Response> {
    let id = ReleaseId::parse(&release).map_err(|_| Error::NotFound)?;
    let frozen = app.service.frozen(&view, &id).await?;
    let until = match reader.asked("until") {
        Some(typed) => Some(read_date(typed.trim()).ok_or(Error::BadRequest)?),
        None => None,
    };
    let text = Releases::of(reader.lang);
    let name = frozen.release.name.to_string();
    let until = until.map(|day| date(day, reader.lang));
    let chapter = Chapter {
        heading: text.draft_heading.to_owned(),
        paragraphs: (text.draft_text)(&name, until.as_deref()),
    };
    let phase = frozen.release.phase.clone();
    let seen = Seen::Leading(frozen.released());
    let bytes = handout::pages(&app, &seen, &phase, Some(chapter), reader.lang).await?;
    let file = format!("inline; filename=\"entwurf-{}.pdf\"", slug(&name));
    let head = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, file),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((head, bytes).into_response())
}
