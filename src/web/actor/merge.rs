//! One function merged into another, after what happens was told.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::domain::{
    ActorId, Change, Contact, ContactParts, Edit, PhaseId, Reshaped, merge_actors,
};
use crate::exchange::{Named, alike_to};
use crate::service::{Snapshot, day};
use crate::text::pages::ReshapeText;
use crate::text::reshape::Of;

use super::super::App;
use super::super::errors::{Error, Result};
use super::super::posted::Posted;
use super::super::reader::Reader;
use super::super::record::{Choice, taken_link};
use super::super::reshape::{self, Made, Record, Told, after, lines, make, otherwise, values};
use super::super::shown::phase_name;
use super::super::table::table;
use super::super::visit::Editor;
use super::address::{address, known};
use super::contact_form::one_line;
use super::form::{ActorForm, last_places};

/// GET /districts/{district}/actors/{actor}/merge
pub async fn ask(
    State(app): State<App>,
    Editor(view): Editor,
    Path((_, actor)): Path<(String, String)>,
    reader: Reader,
) -> Result<Markup> {
    let goes = known(&view, &actor)?;
    match reader.asked("into") {
        None => Ok(choosing(&view, &reader, &goes, html! {})),
        Some(into) => {
            let stays = known(&view, into)?;
            page(&app, &view, &reader, (&goes, &stays), html! {}).await
        }
    }
}

/// POST /districts/{district}/actors/{actor}/merge
pub async fn merge(
    State(app): State<App>,
    Editor(view): Editor,
    Path((_, actor)): Path<(String, String)>,
    reader: Reader,
    posted: Posted,
) -> Result<Response> {
    posted.request()?;
    let goes = ActorId::parse(&actor).map_err(|_| Error::NotFound)?;
    let into = posted.one("into").unwrap_or_default();
    let stays = ActorId::parse(into).ok().filter(|stays| *stays != goes);
    let Some(stays) = stays else {
        let goes = known(&view, &actor)?;
        let said = html! { p.warning role="alert" { (ReshapeText::of(reader.lang).itself) } };
        let page = choosing(&view, &reader, &goes, said);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let today = day(app.clock.now());
    let contacts = contacts(&app, &view, &goes, &stays).await?.edits(&stays);
    let merged = |view: &Snapshot| merge_actors(&view.network, &goes, &stays, today);
    match make(&app, &view, (&reader, &posted), &contacts, merged).await? {
        Made::Done(step) => {
            let own = address(&view.version.district, &stays);
            Ok(Redirect::to(&taken_link(&reader, &own, Some(step))).into_response())
        }
        Made::Same | Made::Otherwise => {
            let view = app.service.view(&view.version.district).await?;
            let (goes, stays) = (known(&view, &actor)?, known(&view, into)?);
            let said = otherwise(&reader);
            let page = page(&app, &view, &reader, (&goes, &stays), said).await?;
            Ok((StatusCode::CONFLICT, page).into_response())
        }
    }
}

/// The contacts of both.
struct Both {
    goes: Option<Contact>,
    stays: Option<Contact>,
}

impl Both {
    /// The contact of the one that goes is kept where the other has none.
    fn edits(self, stays: &ActorId) -> Vec<Edit<ActorId, Contact>> {
        match (self.goes, self.stays) {
            (Some(contact), None) => vec![Edit::add(stays.clone(), contact)],
            _ => Vec::new(),
        }
    }
}

async fn contacts(app: &App, view: &Snapshot, goes: &ActorId, stays: &ActorId) -> Result<Both> {
    let mut all = app.service.contacts(&view.version.district).await?;
    let mut of = |actor| all.remove(actor).map(|kept| kept.contact);
    Ok(Both {
        goes: of(goes),
        stays: of(stays),
    })
}

/// The page that asks with which one.
fn choosing(view: &Snapshot, reader: &Reader, goes: &ActorId, said: Markup) -> Markup {
    let address = address(&view.version.district, goes);
    let others = others(view, reader, goes);
    reshape::choosing(view, reader, record(view, goes, &address), (&others, said))
}

fn record<'a>(view: &'a Snapshot, id: &'a ActorId, address: &'a str) -> Record<'a> {
    Record {
        name: view.network.actors[id].name.as_str(),
        id: id.as_str(),
        address,
    }
}

/// All others: those with names that look alike first, then by their departments.
fn others(view: &Snapshot, reader: &Reader, goes: &ActorId) -> Vec<Choice> {
    let text = ReshapeText::of(reader.lang);
    let places = last_places(view);
    let department = |id: &ActorId| {
        let place = places.iter().find(|(actor, _)| *actor == id);
        place.map(|(_, department)| *department)
    };
    let own = department(goes);
    let others: Vec<_> = view
        .network
        .actors
        .iter()
        .filter(|(id, _)| *id != goes)
        .collect();
    let named: Vec<Named<'_>> = others
        .iter()
        .map(|(id, actor)| Named {
            name: actor.name.as_str(),
            group: department(id).map(|id| id.as_str()),
        })
        .collect();
    let one = Named {
        name: view.network.actors[goes].name.as_str(),
        group: own.map(|id| id.as_str()),
    };
    let choice = |at: usize| {
        let (id, actor) = others[at];
        Choice::new(id, &actor.name)
    };
    let alike = alike_to(one, &named).into_iter();
    let alike = alike.map(|at| choice(at).under(text.alike));
    let mut all: Vec<Choice> = (0..others.len())
        .map(|at| {
            let place = department(others[at].0).map(|id| &view.network.departments[id].name);
            choice(at).under(place.map_or("–", |name| name.as_str()))
        })
        .collect();
    all.sort_by(|a, b| (&a.group, &a.label).cmp(&(&b.group, &b.label)));
    alike.chain(all).collect()
}

/// The page that tells what happens.
async fn page(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    (goes, stays): (&ActorId, &ActorId),
    said: Markup,
) -> Result<Markup> {
    let text = ReshapeText::of(reader.lang);
    let today = day(app.clock.now());
    let Some(merged) = merge_actors(&view.network, goes, stays, today) else {
        let said = html! { p.warning role="alert" { (text.itself) } };
        return Ok(choosing(view, reader, goes, said));
    };
    let both = contacts(app, view, goes, stays).await?;
    let told = Told {
        of: Of::Actor,
        touched: &merged.touched,
        values: of_values(view, reader, (goes, stays), &merged),
        beside: html! {
            @if merged.touched.united > 0 { p.hint { (text.stronger) } }
            (unfit(reader, &merged))
            (of_contacts(reader, &both))
        },
        said,
    };
    let addresses = [goes, stays].map(|id| address(&view.version.district, id));
    let records = [
        record(view, goes, &addresses[0]),
        record(view, stays, &addresses[1]),
    ];
    Ok(reshape::merging(app, view, reader, records, &told))
}

/// Which values win, in each phase in which one of them stands.
fn of_values(
    view: &Snapshot,
    reader: &Reader,
    (goes, stays): (&ActorId, &ActorId),
    merged: &Reshaped,
) -> Markup {
    let form = |actor: &ActorId, phase: Option<&PhaseId>| ActorForm {
        id: Some(actor.clone()),
        phase: phase.cloned(),
    };
    let stands = |actor: &ActorId, phase: &PhaseId| {
        let key = (actor.clone(), phase.clone());
        view.network.memberships.contains_key(&key)
    };
    let phases = view.programme.phases_in_order().into_iter().rev();
    let phases = phases.filter(|(phase, _)| stands(goes, phase) || stands(stays, phase));
    let of_phases = phases.map(|(phase, _)| {
        let name = phase_name(&view.programme, phase);
        (
            form(stays, Some(phase)),
            form(goes, Some(phase)),
            Some(name),
        )
    });
    let own = (form(stays, None), form(goes, None), None);
    let forms: Vec<_> = std::iter::once(own).chain(of_phases).collect();
    values((view, &after(view, merged)), &forms, reader)
}

/// The remarks for which there is no room in one, and where they go.
fn unfit(reader: &Reader, merged: &Reshaped) -> Markup {
    let text = ReshapeText::of(reader.lang);
    let points = merged.changes.iter().filter_map(|change| match change {
        Change::OpenPoint(edit) => edit.after.as_ref(),
        _ => None,
    });
    let points: Vec<String> = points.map(|point| point.text.to_string()).collect();
    html! {
        @if merged.touched.notes > 0 {
            div.warning {
                p { ((text.unfit)(merged.touched.notes)) }
                (lines(&points))
            }
        }
    }
}

/// What becomes of the contacts; that of the one that goes is shown where it is not kept.
fn of_contacts(reader: &Reader, both: &Both) -> Markup {
    let text = ReshapeText::of(reader.lang);
    let told = |contact: &Contact| one_line(&ContactParts::from(contact.clone()));
    let [_, stays_title, goes_title, _] = text.columns;
    let columns = [text.contact, stays_title, goes_title];
    html! {
        @match (&both.goes, &both.stays) {
            (Some(_), None) => p { (text.contact_comes) },
            (Some(goes), Some(stays)) => {
                (table(text.contact, &columns, html! {
                    tr {
                        th scope="row" { (text.contact) }
                        td data-column=(stays_title) { (told(stays)) }
                        td data-column=(goes_title) { (told(goes)) }
                    }
                }))
                p.hint { (text.both_contacts) }
            }
            (None, _) => {}
        }
    }
}
