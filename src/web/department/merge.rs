//! One organisation merged into another, after what happens was told.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::domain::{DepartmentId, PhaseId, Reshaped, merge_departments};
use crate::exchange::{Named, alike_to};
use crate::service::Snapshot;
use crate::text::pages::ReshapeText;
use crate::text::reshape::Of;

use super::super::App;
use super::super::actor::{departments, last_places};
use super::super::errors::{Error, Result};
use super::super::posted::Posted;
use super::super::reader::Reader;
use super::super::record::{Choice, taken_link};
use super::super::reshape::{self, Made, Record, Told, after, make, otherwise, values};
use super::super::shown::phase_name;
use super::super::visit::Editor;
use super::address::{address, known};
use super::form::DepartmentForm;

/// GET /districts/{district}/departments/{department}/merge
pub async fn ask(
    State(app): State<App>,
    Editor(view): Editor,
    Path((_, department)): Path<(String, String)>,
    reader: Reader,
) -> Result<Markup> {
    let goes = known(&view, &department)?;
    match reader.asked("into") {
        None => Ok(choosing(&view, &reader, &goes, html! {})),
        Some(into) => {
            let stays = known(&view, into)?;
            Ok(page(&app, &view, &reader, (&goes, &stays), html! {}))
        }
    }
}

/// POST /districts/{district}/departments/{department}/merge
pub async fn merge(
    State(app): State<App>,
    Editor(view): Editor,
    Path((_, department)): Path<(String, String)>,
    reader: Reader,
    posted: Posted,
) -> Result<Response> {
    posted.request()?;
    let goes = DepartmentId::parse(&department).map_err(|_| Error::NotFound)?;
    let into = posted.one("into").unwrap_or_default();
    let stays = DepartmentId::parse(into)
        .ok()
        .filter(|stays| *stays != goes);
    let Some(stays) = stays else {
        let goes = known(&view, &department)?;
        let said = html! { p.warning role="alert" { (ReshapeText::of(reader.lang).itself) } };
        let page = choosing(&view, &reader, &goes, said);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let merged = |view: &Snapshot| merge_departments(&view.network, &goes, &stays);
    match make(&app, &view, (&reader, &posted), &[], merged).await? {
        Made::Done(step) => {
            let own = address(&view.version.district, &stays);
            Ok(Redirect::to(&taken_link(&reader, &own, Some(step))).into_response())
        }
        Made::Same | Made::Otherwise => {
            let view = app.service.view(&view.version.district).await?;
            let (goes, stays) = (known(&view, &department)?, known(&view, into)?);
            let page = page(&app, &view, &reader, (&goes, &stays), otherwise(&reader));
            Ok((StatusCode::CONFLICT, page).into_response())
        }
    }
}

/// The page that asks with which one.
fn choosing(view: &Snapshot, reader: &Reader, goes: &DepartmentId, said: Markup) -> Markup {
    let address = address(&view.version.district, goes);
    let others = others(view, reader, goes);
    reshape::choosing(view, reader, record(view, goes, &address), (&others, said))
}

fn record<'a>(view: &'a Snapshot, id: &'a DepartmentId, address: &'a str) -> Record<'a> {
    Record {
        name: view.network.departments[id].name.as_str(),
        id: id.as_str(),
        address,
    }
}

/// All others: those with names that look alike first, then by their kinds.
fn others(view: &Snapshot, reader: &Reader, goes: &DepartmentId) -> Vec<Choice> {
    let mut all = departments(view, reader.lang);
    all.retain(|choice| choice.value != goes.as_str());
    let named = |name| Named { name, group: None };
    let names: Vec<Named<'_>> = all
        .iter()
        .map(|choice| named(choice.label.as_str()))
        .collect();
    let own = named(view.network.departments[goes].name.as_str());
    let alike = alike_to(own, &names).into_iter();
    let heading = ReshapeText::of(reader.lang).alike;
    let alike: Vec<Choice> = alike.map(|at| all[at].clone().under(heading)).collect();
    alike.into_iter().chain(all).collect()
}

/// The page that tells what happens.
fn page(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    (goes, stays): (&DepartmentId, &DepartmentId),
    said: Markup,
) -> Markup {
    let text = ReshapeText::of(reader.lang);
    let Some(merged) = merge_departments(&view.network, goes, stays) else {
        let said = html! { p.warning role="alert" { (text.itself) } };
        return choosing(view, reader, goes, said);
    };
    let namesakes = namesakes(view, goes, stays);
    let told = Told {
        of: Of::Department,
        touched: &merged.touched,
        values: of_values(view, reader, (goes, stays), &merged),
        beside: html! { @if namesakes > 0 { p.hint { ((text.same_names)(namesakes)) } } },
        said,
    };
    let addresses = [goes, stays].map(|id| address(&view.version.district, id));
    let records = [
        record(view, goes, &addresses[0]),
        record(view, stays, &addresses[1]),
    ];
    reshape::merging(app, view, reader, records, &told)
}

/// Which values win, and which divisions in each phase.
fn of_values(
    view: &Snapshot,
    reader: &Reader,
    (goes, stays): (&DepartmentId, &DepartmentId),
    merged: &Reshaped,
) -> Markup {
    let form = |id: &DepartmentId, phase: Option<&PhaseId>| DepartmentForm {
        id: Some(id.clone()),
        phase: phase.cloned(),
    };
    let phases = view.programme.phases_in_order().into_iter().rev();
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

/// How many functions of one have a likely twin in the other.
fn namesakes(view: &Snapshot, goes: &DepartmentId, stays: &DepartmentId) -> usize {
    let places = last_places(view);
    let of = |department: &DepartmentId| -> Vec<Named<'_>> {
        let own = places.iter().filter(|(_, place)| *place == department);
        let names = own.map(|(actor, _)| view.network.actors[*actor].name.as_str());
        names.map(|name| Named { name, group: None }).collect()
    };
    let known = of(stays);
    let new = of(goes).into_iter();
    new.filter(|one| !alike_to(*one, &known).is_empty()).count()
}
