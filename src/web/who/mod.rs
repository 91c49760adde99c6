//! Who works with whom: one function says of all others, by ticks and one card each; everything is saved as one step.

mod cards;
mod form;
mod names;

use std::collections::BTreeSet;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::domain::{ActorId, PhaseId};
use crate::service::{self, Entry, Otherwise, Snapshot, WhoForm, WhoSaid, merged};
use crate::store::{Cause, Revision};
use crate::text::pages::WhoPage;

use super::App;
use super::errors::{Error, Result};
use super::page::{district_address, district_page};
use super::posted::Posted;
use super::quick::phase_of;
use super::reader::Reader;
use super::record::menu;
use super::taken;
use super::visit::Editor;

use cards::Cards;

/// How many bytes the form may have: five hundred cards.
pub const FORM: usize = 256 << 10;

/// How often a form is judged again where others write at the same moment.
const TRIES: usize = 5;

/// GET /districts/{district}/who
pub async fn show(State(app): State<App>, Editor(view): Editor, reader: Reader) -> Result<Markup> {
    let text = WhoPage::of(reader.lang);
    let phase = phase_of(&view, reader.asked("phase"))?.ok_or(Error::NoPhase)?;
    let Some(actor) = reader.asked("actor") else {
        let main = html! {
            (menu(&reader, &view.version.district))
            (done(&app, &view, &reader).await?)
            (names::functions(&view, &phase, &reader))
        };
        return Ok(district_page(&view, &reader, text.title, main));
    };
    let actor = member(&view, &phase, actor)?;
    let ticked = reader.query.iter().filter(|(name, _)| name == "with");
    let ticked: Result<BTreeSet<ActorId>> = ticked
        .map(|(_, id)| member(&view, &phase, id))
        .filter(|id| id.as_ref().ok() != Some(&actor))
        .collect();
    let (said, ticked) = (WhoSaid::standing(&view.network, &actor, &phase), ticked?);
    let main = match reader.asked("step") {
        Some("2") => Cards {
            view: &view,
            phase: &phase,
            actor: &actor,
            reader: &reader,
            ticked,
            shown: said.clone(),
            seen: said,
            conflicts: Vec::new(),
        }
        .render(app.draw.number()),
        _ => first(&view, &phase, &actor, (&said, &ticked), &reader),
    };
    Ok(page(&view, &actor, &reader, main))
}

/// POST /districts/{district}/who
pub async fn save(
    State(app): State<App>,
    Editor(mut view): Editor,
    reader: Reader,
    form: Posted,
) -> Result<Response> {
    let (request, by) = (form.request()?, reader.author()?);
    let phase = phase_of(&view, form.one("phase"))?.ok_or(Error::NoPhase)?;
    for _ in 0..TRIES {
        let district = view.version.district.clone();
        let who = form::entered(&form, &view.network, &phase)?;
        if let Some(written) = app.service.written(&district, &request).await? {
            return Ok(to_done(&view, &reader, &who, Some(written)));
        }
        let network = match merged(&view.network, &who) {
            Ok(changes) if changes.is_empty() => return Ok(to_done(&view, &reader, &who, None)),
            Ok(changes) => changes,
            Err(otherwise) => {
                let page = conflict(&app, &view, &reader, &who, *otherwise);
                return Ok((StatusCode::CONFLICT, page).into_response());
            }
        };
        let entry = Entry {
            district: district.clone(),
            programme: Vec::new(),
            network,
            contacts: Vec::new(),
            by: by.clone(),
            cause: Cause::Entry,
            at: app.clock.now(),
            request,
        };
        match app.service.enter_on(view.clone(), entry).await {
            Ok(written) => return Ok(to_done(&view, &reader, &who, Some(written))),
            // Somebody else wrote at the same moment: then both are put together, or shown.
            Err(service::Error::Refused(_)) => {}
            Err(error) => return Err(error.into()),
        }
        view = app.service.view(&district).await?;
    }
    Err(Error::Contended)
}

/// A function that stands in a phase.
fn member(view: &Snapshot, phase: &PhaseId, id: &str) -> Result<ActorId> {
    let actor = ActorId::parse(id).map_err(|_| Error::NotFound)?;
    let place = (actor.clone(), phase.clone());
    match view.network.memberships.contains_key(&place) {
        true => Ok(actor),
        false => Err(Error::NotFound),
    }
}

fn name<'a>(view: &'a Snapshot, actor: &'a ActorId) -> &'a str {
    let known = view.network.actors.get(actor);
    known.map_or(actor.as_str(), |known| known.name.as_str())
}

/// The way to the choice of the next function, which says what was done for this one.
fn to_done(view: &Snapshot, reader: &Reader, who: &WhoForm, written: Option<Revision>) -> Response {
    let address = district_address(&view.version.district) + "/who";
    let number = written.map(|step| step.0.to_string());
    let mut items = vec![("phase", who.phase.as_str()), ("of", who.actor.as_str())];
    items.extend(number.as_deref().map(|number| ("taken", number)));
    Redirect::to(&reader.link(&address, &items)).into_response()
}

/// What was done for the function before.
async fn done(app: &App, view: &Snapshot, reader: &Reader) -> Result<Markup> {
    let text = WhoPage::of(reader.lang);
    let Some(actor) = reader.asked("of").and_then(|id| ActorId::parse(id).ok()) else {
        return Ok(html! {});
    };
    let name = name(view, &actor);
    let step = taken::step(app, view, reader).await?;
    let phase = reader.asked("phase").map(|phase| ("phase", phase));
    let map = district_address(&view.version.district) + "/map";
    let map = reader.link(&map, phase.as_slice());
    Ok(html! {
        @match (&step, reader.asked("taken")) {
            (Some(step), _) => {
                p.strong { ((text.saved)(name)) }
                (taken::note_with_undo(app, view, step, reader))
                p { a href=(map) { (text.to_map) } }
            }
            (None, None) => p.notice role="status" { ((text.same)(name)) },
            (None, Some(_)) => {}
        }
    })
}

fn first(
    view: &Snapshot,
    phase: &PhaseId,
    actor: &ActorId,
    said: (&WhoSaid, &BTreeSet<ActorId>),
    reader: &Reader,
) -> Markup {
    let text = WhoPage::of(reader.lang);
    let place = view
        .network
        .memberships
        .get(&(actor.clone(), phase.clone()));
    let has_answered = place.is_some_and(|place| place.answered == Some(true));
    html! {
        h2 { (text.with_whom) }
        @if has_answered { p.notice { (text.has_answered) } }
        (names::ticks(view, phase, actor, said, reader))
        script src="/who.js" defer {}
    }
}

fn page(view: &Snapshot, actor: &ActorId, reader: &Reader, main: Markup) -> Markup {
    let text = WhoPage::of(reader.lang);
    let main = html! {
        (menu(reader, &view.version.district))
        p.lead { ((text.speaks)(name(view, actor))) }
        (main)
    };
    district_page(view, reader, text.title, main)
}

/// The form as it was sent, with what stands now beside it. Sent again it replaces that.
fn conflict(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    who: &WhoForm,
    otherwise: Otherwise,
) -> Markup {
    let text = WhoPage::of(reader.lang);
    let cards = Cards {
        view,
        phase: &who.phase,
        actor: &who.actor,
        reader,
        ticked: otherwise.shown.ties.keys().cloned().collect(),
        seen: WhoSaid::standing(&view.network, &who.actor, &who.phase),
        shown: otherwise.shown,
        conflicts: otherwise.ties,
    };
    let main = html! {
        p.warning role="alert" { (text.conflict) }
        (cards.render(app.draw.number()))
    };
    page(view, &who.actor, reader, main)
}
