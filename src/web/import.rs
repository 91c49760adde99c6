//! A workbook on a page: the form, the preview with every fault or every change, the take-over in one step.

use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use uuid::Uuid;

use crate::domain::Author;
use crate::exchange::Plan;
use crate::service::{Entry, ImportError, Preview, Snapshot};
use crate::store::{self, Cause, Head, Revision};
use crate::text::pages::Import;

use super::App;
use super::columns;
use super::correct;
use super::errors::{Error, Result};
use super::history::steps_list;
use super::page::{district_address, district_page};
use super::posted::Posted;
use super::preview::{asks, is_confirmed, preview_page};
use super::reader::Reader;
use super::taken::redirect;
use super::twins::Answers;
use super::typed::Typed;
use super::upload::{Upload, UploadPath};
use super::visit::Editor;

/// How many steps that came in between are told one by one.
const TOLD: u32 = 20;

/// GET /districts/{district}/import
pub async fn form(Editor(view): Editor, reader: Reader) -> Result<Markup> {
    Ok(form_page(&view, &reader, None))
}

/// POST /districts/{district}/import
pub async fn upload(
    State(app): State<App>,
    Editor(view): Editor,
    reader: Reader,
    request: Request,
) -> Result<Response> {
    let mut form = app.uploads.read(request).await?;
    form.name_pasted(Import::of(reader.lang).pasted);
    if form.inputs.is_empty() {
        let said = Import::of(reader.lang).no_file;
        return Ok(form_page(&view, &reader, Some(said)).into_response());
    }
    let upload = Upload {
        district: view.version.district.clone(),
        inputs: form.inputs.into(),
        options: form.options,
    };
    let token = app.draw.number();
    app.uploads.keep(token, upload).await;
    Ok(Redirect::to(&format!("{}/{token}", base(&view))).into_response())
}

/// GET /districts/{district}/import/{upload}
pub async fn preview(
    State(app): State<App>,
    Editor(view): Editor,
    Path(UploadPath { upload: token }): Path<UploadPath>,
    reader: Reader,
) -> Result<Response> {
    let since = asked_since(&reader).filter(|since| {
        *since != (view.version.head.revision, view.version.programme.revision)
            && since.0 <= view.version.head.revision
            && since.1 <= view.version.programme.revision
    });
    let upload = app.uploads.get(token, &view.version.district).await;
    let upload = upload.ok_or(Error::UploadGone)?;
    let preview = app
        .service
        .preview(
            view.clone(),
            Arc::clone(&upload.inputs),
            upload.options.clone(),
        )
        .await;
    match preview {
        Ok(preview) => {
            let between = match since {
                Some(since) => between(&app, &view, since.0, &reader).await?,
                None => html! {},
            };
            let again = base(&view);
            Ok(preview_page(&preview, between, &again, &reader).into_response())
        }
        Err(ImportError::Faults(faults)) => {
            let status = axum::http::StatusCode::UNPROCESSABLE_ENTITY;
            let asked = columns::asked(&app, &upload, &faults).await?;
            let page = if asked.is_empty() {
                correct::page(&view, &faults, &reader, &base(&view))
            } else {
                columns::page(&view, token, &asked, &faults, &reader)
            };
            Ok((status, page).into_response())
        }
        Err(ImportError::Service(error)) => Err(error.into()),
    }
}

/// POST /districts/{district}/import/{upload}
///
/// Bound to the revision that was previewed: where another stands by now, the preview is shown again with what came
/// in between. The upload's token is the request's number in the history, so sending twice writes once.
pub async fn take(
    State(app): State<App>,
    Editor(view): Editor,
    Path(UploadPath { upload: token }): Path<UploadPath>,
    reader: Reader,
    form: Posted,
) -> Result<Redirect> {
    if correct::decides(&form) {
        return decide(&app, &view, token, &form).await;
    }
    let seen = seen(&form).ok_or(Error::BadRequest)?;
    let request = form.request_numbered(token);
    let moved = seen != (view.version.head, view.version.programme);
    // If nothing was written since the preview, this request was not written either.
    if moved
        && let Some(done) = app
            .service
            .written(&view.version.district, &request)
            .await?
    {
        return Ok(redirect(&view, done));
    }
    let upload = app.uploads.get(token, &view.version.district).await;
    let upload = upload.ok_or(Error::UploadGone)?;
    if moved {
        let (Revision(since), Revision(programme)) = (seen.0.revision, seen.1.revision);
        return Ok(Redirect::to(&format!(
            "{}/{token}?since={since}&programme={programme}",
            base(&view)
        )));
    }
    let answers = Answers::of(&form);
    let options = answers.add_to(&upload.options);
    let preview = app
        .service
        .preview(view.clone(), Arc::clone(&upload.inputs), options)
        .await
        .map_err(|error| match error {
            ImportError::Service(error) => Error::from(error),
            ImportError::Faults(_) => Error::Conflict(Typed::default()),
        })?;
    if let Some(query) = unsettled(&answers, &preview.plan, &form) {
        return Ok(Redirect::to(&format!("{}/{token}{query}", base(&view))));
    }
    let revision = write(&app, &view, preview, (reader.author()?, request)).await?;
    app.uploads.forget(token).await;
    Ok(redirect(&view, revision))
}

/// Writes what a preview shows, as one step.
async fn write(
    app: &App,
    view: &Snapshot,
    preview: Preview,
    (by, request): (Author, store::Request),
) -> Result<Revision> {
    let entry = Entry {
        district: view.version.district.clone(),
        programme: preview.plan.programme,
        network: preview.plan.network,
        contacts: preview.contacts,
        by,
        cause: Cause::Import,
        at: app.clock.now(),
        request,
    };
    let revision = app.service.enter_on(view.clone(), entry).await?;
    if let Some(places) = preview.places {
        let brought = app.service.bring_places(&view.version.district, places);
        // What was taken over is written; the map is laid out by itself then.
        if let Err(error) = brought.await {
            tracing::warn!(%error, "the places of a file's map are not kept");
        }
    }
    Ok(revision)
}

/// Where the preview is shown again instead of being taken over, what its address then says.
fn unsettled(answers: &Answers, plan: &Plan, form: &Posted) -> Option<&'static str> {
    if answers.leave_open(plan) {
        Some("?undecided=1#renames")
    } else if plan.is_empty() {
        Some("")
    } else if asks(plan) && !is_confirmed(plan, form) {
        Some("?unconfirmed=1")
    } else {
        None
    }
}

/// Keeps with an upload what was decided about its faults, and shows it again.
async fn decide(app: &App, view: &Snapshot, token: Uuid, form: &Posted) -> Result<Redirect> {
    let upload = app.uploads.get(token, &view.version.district).await;
    let upload = upload.ok_or(Error::UploadGone)?;
    let mut options = upload.options.clone();
    options.corrections = correct::decided(form, &options.corrections);
    let upload = Upload {
        district: upload.district.clone(),
        inputs: Arc::clone(&upload.inputs),
        options,
    };
    app.uploads.keep(token, upload).await;
    Ok(Redirect::to(&format!("{}/{token}", base(view))))
}

/// Where the district and the programme stood when the reader saw the preview.
fn seen(form: &Posted) -> Option<(Head, Head)> {
    let head = |field| form.one(field)?.parse().ok();
    Some((head("seen")?, head("programme")?))
}

/// The revisions since which the address says that something was changed.
fn asked_since(reader: &Reader) -> Option<(Revision, Revision)> {
    let number = |key| Some(Revision(reader.asked(key)?.parse().ok()?));
    Some((number("since")?, number("programme")?))
}

fn base(view: &Snapshot) -> String {
    district_address(&view.version.district) + "/import"
}

/// What others changed since the reader saw the preview.
async fn between(app: &App, view: &Snapshot, since: Revision, reader: &Reader) -> Result<Markup> {
    let text = Import::of(reader.lang);
    let mut steps = app
        .service
        .steps(&view.version.district, None, TOLD)
        .await?;
    steps.retain(|step| step.number > since);
    Ok(html! {
        div.notice role="status" {
            h2 { (text.moved_title) }
            p { (text.moved_lead) }
            (steps_list(view, &steps, reader, None))
        }
    })
}

fn form_page(view: &Snapshot, reader: &Reader, said: Option<&str>) -> Markup {
    let text = Import::of(reader.lang);
    let phases = view.programme.phases_in_order();
    let main = html! {
        p.lead { (text.lead) }
        p { (text.template_first) " " a.strong href={ (district_address(&view.version.district)) "/export/template.xlsx" } { (text.template) } }
        @if let Some(said) = said { p.warning #said role="alert" { (said) } }
        form.card method="post" enctype="multipart/form-data" data-busy=(text.busy) {
            div.drop data-drop {
                label for="files" {
                    span data-no-script { (text.files) }
                    span data-script hidden { (text.drop) }
                }
                input #files type="file" name="files" multiple
                    accept=".xlsx,.xls,.ods,.csv,.zip,.txt,.tsv,.graphml,.gexf,.json"
                    aria-describedby=(if said.is_some() { "said files-hint" } else { "files-hint" });
                p.chosen data-chosen aria-live="polite" {}
                p.hint #files-hint { (text.files_hint) }
            }
            div.field {
                label for="text" { (text.paste) }
                textarea #text name="text" rows="4" spellcheck="false" aria-describedby="text-hint" {}
                p.hint #text-hint { (text.paste_hint) }
            }
            div.field {
                label for="phase" { (text.phase) }
                select #phase name="phase" aria-describedby="phase-hint" {
                    option value="" { (text.phase_from_file) }
                    @for (id, phase) in phases { option value=(id) { (phase.name) } }
                }
                p.hint #phase-hint { (text.phase_hint) " " (super::phases::link(reader)) "." }
            }
            div.field.tick {
                input #replace type="checkbox" name="replace" value="yes" aria-describedby="replace-hint";
                label for="replace" { (text.replace) }
                p.hint #replace-hint { (text.replace_hint) }
            }
            p.actions { button.button type="submit" { (text.check) } span.busy role="status" {} }
            p.hint { (text.promise) }
        }
    };
    district_page(view, reader, text.title, main)
}
