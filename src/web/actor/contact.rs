//! A function's contact, which its district's own people alone see: entered, confirmed and deleted on its page.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::domain::{ActorId, ContactParts, Email};
use crate::service::{ContactForm, Saved, Snapshot};
use crate::text::pages::ActorPage;

use super::super::App;
use super::super::errors::{Error, Result};
use super::super::posted::Posted;
use super::super::reader::Reader;
use super::super::visit::Editor;
use super::address::{address, known};
use super::contact_form::{FIELDS, SEEN, read, typed};
use super::page::{Shown, page};

/// POST /districts/{district}/actors/{actor}/contact
pub async fn save(
    State(app): State<App>,
    Editor(view): Editor,
    Path((_, actor)): Path<(String, String)>,
    reader: Reader,
    form: Posted,
) -> Result<Response> {
    let text = ActorPage::of(reader.lang);
    let actor = known(&view, &actor)?;
    let (request, signed) = (form.request()?, (reader.author()?, app.clock.now()));
    let deletes = form.one("action") == Some("delete");
    let typed = FIELDS.map(|field| form.one(field).unwrap_or_default());
    let parts = match (deletes, read(typed)) {
        (true, _) => Ok(ContactParts::default()),
        (false, Some(_)) if !typed[2].is_empty() && Email::parse(typed[2]).is_err() => {
            Err(text.no_address)
        }
        (false, parts) => parts.ok_or(text.no_text),
    };
    let parts = match parts {
        Ok(parts) => parts,
        Err(fault) => {
            let said = html! { p.warning role="alert" { (fault) } };
            let page = shown(&app, &view, &reader, (&actor, typed), said).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let seen = FIELDS.map(|field| form.one(&format!("{SEEN}{field}")).unwrap_or_default());
    let contact = ContactForm {
        district: view.version.district.clone(),
        actor: actor.clone(),
        seen: read(seen).ok_or(Error::BadRequest)?,
        typed: parts,
    };
    match app.service.save_contact(&contact, signed, request).await? {
        Saved::Done => {
            let done = if deletes { "deleted" } else { "saved" };
            let address = address(&view.version.district, &actor);
            Ok(Redirect::to(&reader.link(&address, &[("done", done)])).into_response())
        }
        Saved::Otherwise(standing) => {
            let typed = if deletes { [""; 3] } else { typed };
            let said = differs(&standing, typed, text);
            let page = shown(&app, &view, &reader, (&actor, typed), said).await?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
    }
}

/// The function's page, with a contact as it was typed.
async fn shown(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    (actor, typed): (&ActorId, [&str; 3]),
    said: Markup,
) -> Result<Markup> {
    let shown = Shown {
        said,
        sheet: None,
        contact: Some(typed.map(str::to_owned)),
    };
    page(app, view, reader, actor, shown).await
}

/// Both versions of a contact.
fn differs(standing: &ContactParts, own: [&str; 3], text: &ActorPage) -> Markup {
    let one_line = |parts: [&str; 3]| {
        let there: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        match there.is_empty() {
            true => text.empty.to_owned(),
            false => there.join(", "),
        }
    };
    html! {
        div.warning role="alert" {
            p { (text.differs) }
            dl.typed {
                dt { (text.stands) } dd { (one_line(typed(standing))) }
                dt { (text.typed) } dd { (one_line(own)) }
            }
            p { (text.differs_remedy) }
        }
    }
}
