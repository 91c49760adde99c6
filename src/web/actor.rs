//! One function: where it stands, and its contact, which its district's own people alone see.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::domain::{
    ActorId, ContactParts, DistrictId, Email, KeptContact, MAX_NAME, Text, contact_ends,
};
use crate::service::{ContactForm, Saved, Snapshot, day};
use crate::text::pages::{ActorPage, date};
use crate::text::words;

use super::App;
use super::errors::{Error, Result};
use super::page::{district_address, district_page};
use super::posted::Posted;
use super::reader::{Reader, encode};
use super::table::table;
use super::visit::Editor;

/// The fields of a contact, as the form names them.
const FIELDS: [&str; 3] = ["person", "telephone", "email"];

/// Before the name of a field: what it held when the form was made.
const SEEN: &str = "seen-";

/// The address of an actor's page.
pub fn address(district: &DistrictId, actor: &ActorId) -> String {
    let actor = encode(actor.as_str());
    format!("{}/actors/{actor}", district_address(district))
}

/// GET /districts/{district}/actors/{actor}
pub async fn show(
    State(app): State<App>,
    Editor(view): Editor,
    Path((_, actor)): Path<(String, String)>,
    reader: Reader,
) -> Result<Markup> {
    let text = ActorPage::of(reader.lang);
    let actor = known(&view, &actor)?;
    let said = match reader.asked("done") {
        Some("saved") => html! { p.notice role="status" { (text.saved) } },
        Some("deleted") => html! { p.notice role="status" { (text.deleted) } },
        _ => html! {},
    };
    page(&app, &view, &reader, (&actor, None), said).await
}

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
            let page = page(&app, &view, &reader, (&actor, Some(typed)), said).await?;
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
            let page = page(&app, &view, &reader, (&actor, Some(typed)), said).await?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
    }
}

/// The actor that an address names.
fn known(view: &Snapshot, actor: &str) -> Result<ActorId> {
    let actor = ActorId::parse(actor).map_err(|_| Error::NotFound)?;
    match view.network.actors.contains_key(&actor) {
        true => Ok(actor),
        false => Err(Error::NotFound),
    }
}

/// The parts that were typed; none where one of them cannot be kept.
fn read(typed: [&str; 3]) -> Option<ContactParts> {
    let part = |text: &str| match text.trim() {
        "" => Some(None),
        text => Text::parse(text).ok().map(Some),
    };
    let parts = ContactParts {
        person: part(typed[0])?,
        telephone: part(typed[1])?,
        email: part(typed[2])?,
    };
    parts.clone().contact().ok().map(|_| parts)
}

/// The parts as the fields of a form.
fn typed(parts: &ContactParts) -> [&str; 3] {
    [&parts.person, &parts.telephone, &parts.email]
        .map(|part| part.as_ref().map_or("", Text::as_str))
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

async fn page(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    (actor, own): (&ActorId, Option<[&str; 3]>),
    said: Markup,
) -> Result<Markup> {
    let text = ActorPage::of(reader.lang);
    let mut contacts: BTreeMap<_, _> = app.service.contacts(&view.version.district).await?;
    let kept = contacts.remove(actor);
    let name = view.network.actors[actor].name.as_str();
    let main = html! {
        (said)
        (places(view, reader, actor, text))
        section.card aria-labelledby="contact" {
            h2 #contact { (text.contact) }
            p.hint { (text.contact_lead) }
            @if kept.is_none() { p { (text.none) } }
            (form(app, view, reader, (actor, own), kept.as_ref()))
        }
    };
    Ok(district_page(view, reader, name, main))
}

fn places(view: &Snapshot, reader: &Reader, actor: &ActorId, text: &ActorPage) -> Markup {
    let phases = view.programme.phases_in_order().into_iter().rev();
    let places: Vec<_> = phases
        .filter_map(|(id, phase)| {
            let place = view.network.memberships.get(&(actor.clone(), id.clone()))?;
            Some((
                phase,
                place,
                view.network.departments.get(&place.department)?,
            ))
        })
        .collect();
    let [phase_title, office, section, level] = text.columns;
    html! {
        @if places.is_empty() { p { (text.nowhere) } } @else {
            (table(text.places, &text.columns, html! {
                @for (phase, place, department) in places {
                    tr {
                        th scope="row" data-column=(phase_title) { (phase.name) }
                        td data-column=(office) { (department.name) }
                        td data-column=(section) { (place.section.as_ref().map_or("–", Text::as_str)) }
                        td data-column=(level) { (place.level.map_or("–", |one| words::level(one, reader.lang))) }
                    }
                }
            }))
        }
    }
}

/// The form, filled from what stands, or with what was typed.
fn form(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    (actor, own): (&ActorId, Option<[&str; 3]>),
    kept: Option<&KeptContact>,
) -> Markup {
    let text = ActorPage::of(reader.lang);
    let nobody = ContactParts::default();
    let standing = typed(kept.map_or(&nobody, |kept| kept.contact.parts()));
    let shown = own.unwrap_or(standing);
    let labels = [text.person, text.telephone, text.email];
    let (network, programme) = (&view.network, &view.programme);
    let today = day(app.clock.now());
    let told = kept.map(|kept| {
        let ends = contact_ends(network, programme, actor, kept, today);
        (text.kept)(
            &date(day(kept.confirmed), reader.lang),
            &date(ends, reader.lang),
        )
    });
    let action = format!("{}/contact", address(&view.version.district, actor));
    html! {
        @if let Some(told) = told { p.hint { (told) " " (text.save_hint) } }
        form.fields method="post" action=(reader.link(&action, &[])) {
            input type="hidden" name="request" value=(app.draw.number());
            @for (field, seen) in FIELDS.iter().zip(standing) {
                input type="hidden" name={ (SEEN) (field) } value=(seen);
            }
            @for ((field, label), value) in FIELDS.iter().zip(labels).zip(shown) {
                p {
                    label for=(field) { (label) }
                    input id=(field) name=(field) value=(value) autocomplete="off" maxlength=(MAX_NAME.max(value.len()))
                        type="text" inputmode=[(*field == "telephone").then_some("tel")];
                }
            }
            p.actions {
                button.button type="submit" name="action" value="save" { (text.save) }
                @if kept.is_some() {
                    button.button.quiet type="submit" name="action" value="delete" { (text.delete) }
                }
            }
        }
    }
}
