//! Files to take along, and the empty template.

use axum::extract::{Path, State};
use axum::http::{HeaderName, header};
use axum::response::IntoResponse;
use maud::{Markup, html};
use serde::Deserialize;

use crate::domain::PhaseId;
use crate::exchange::{self, Content, Format};
use crate::service::{Seen, Snapshot, Work};
use crate::text::Lang;
use crate::text::pages::Export;

use super::App;
use super::download;
use super::errors::{Error, Result};
use super::page::{district_address, district_page};
use super::reader::Reader;
use super::visit::Editor;

/// The format that an address names.
#[derive(Deserialize)]
pub struct FormatPath {
    format: String,
}

/// GET /districts/{district}/export
pub async fn list(Editor(view): Editor, reader: Reader) -> Result<Markup> {
    let text = Export::of(reader.lang);
    let base = district_address(&view.version.district);
    let main = html! {
        p.lead { (text.lead) " " (text.no_contacts) }
        section {
            h2 { (text.data) }
            ul.files {
                @for (ending, name, purpose) in text.formats {
                    li { a href={ (base) "/export/" (ending) } { (name) } " – " (purpose) }
                }
                li { a href={ (base) "/export/template.xlsx" } { (text.template.0) } " – " (text.template.1) }
            }
        }
        @if !view.network.reports.is_empty() {
            section {
                h2 { (text.pictures) }
                ul.files {
                    @for (ending, name, purpose) in text.picture_formats {
                        li { a href={ (base) "/map." (ending) } { (name) } " – " (purpose) }
                    }
                }
            }
            section {
                h2 { (text.figures) }
                ul.files { li { a href={ "/api/v1" (base) "/report" } { (text.figures_note) } } }
            }
        }
    };
    Ok(district_page(&view, &reader, text.title, main))
}

/// GET /districts/{district}/export/{format}
pub async fn file(
    State(app): State<App>,
    Editor(view): Editor,
    Path(FormatPath { format: ending }): Path<FormatPath>,
    reader: Reader,
) -> Result<impl IntoResponse> {
    let format = Format::ALL
        .into_iter()
        .find(|format| format.ending() == ending);
    let format = format.ok_or(Error::NotFound)?;
    let seen = Seen::Working(view.clone());
    let name = download::name(&app, &seen, &ending, reader.lang).await?;
    let phase = match reader.asked("phase") {
        Some(phase) => Some(view.phase(phase)?),
        None => None,
    };
    let lang = reader.lang;
    let places = match format {
        Format::Json => app.service.places(&view).await?,
        _ => None,
    };
    let written = app.service.run(Work::File, move |_| {
        let content = Content {
            places: places.as_deref(),
            ..content(&view, phase.as_ref(), lang)
        };
        exchange::export(&content, format)
    });
    let bytes = written.await?.map_err(unwritten)?;
    Ok((attachment(media_type(format), &name), bytes))
}

/// GET /districts/{district}/export/template.xlsx
///
/// The district's own template: its organisations are entered, its functions stand in the lists.
pub async fn own_template(
    State(app): State<App>,
    Editor(view): Editor,
    reader: Reader,
) -> Result<impl IntoResponse> {
    let name = match reader.lang {
        Lang::De => format!("{}-Vorlage.xlsx", view.version.district),
        Lang::En => format!("{}-template.xlsx", view.version.district),
    };
    let lang = reader.lang;
    let written = app.service.run(Work::File, move |_| {
        exchange::template_of(&content(&view, None, lang))
    });
    let bytes = written.await?.map_err(unwritten)?;
    Ok((attachment(media_type(Format::Xlsx), &name), bytes))
}

/// What goes into a file of a district: never its contacts.
fn content<'a>(view: &'a Snapshot, phase: Option<&'a PhaseId>, lang: Lang) -> Content<'a> {
    Content {
        district_id: &view.version.district,
        district: &view.district,
        programme: &view.programme,
        network: &view.network,
        contacts: None,
        places: None,
        phase,
        lang,
    }
}

/// GET /template.xlsx
pub async fn template(reader: Reader) -> Result<impl IntoResponse> {
    let name = match reader.lang {
        Lang::De => "miteinander-Vorlage.xlsx",
        Lang::En => "miteinander-template.xlsx",
    };
    let bytes = exchange::template(reader.lang).map_err(unwritten)?;
    Ok((attachment(media_type(Format::Xlsx), name), bytes))
}

fn unwritten(error: impl std::fmt::Display) -> Error {
    tracing::error!(%error, "a file cannot be written");
    Error::Failed
}

fn attachment(media_type: &'static str, name: &str) -> [(HeaderName, String); 2] {
    [
        (header::CONTENT_TYPE, media_type.to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
    ]
}

fn media_type(format: Format) -> &'static str {
    match format {
        Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Format::CsvZip => "application/zip",
        Format::GraphMl | Format::Gexf => "application/xml",
        Format::Json => "application/json",
    }
}
