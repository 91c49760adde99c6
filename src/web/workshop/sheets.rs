//! Tick sheets to print: one for each organisation, with all functions that it may work with.

use axum::extract::State;
use maud::{Markup, html};

use super::address;
use crate::domain::{ActorKind, DepartmentId, PhaseId};
use crate::service::Snapshot;
use crate::text::pages::Workshop;
use crate::text::words;
use crate::web::App;
use crate::web::errors::{Error, Result};
use crate::web::page::{Mark, Page};
use crate::web::quick::phase_of;
use crate::web::reader::Reader;
use crate::web::visit::Editor;

/// An organisation with the names of its functions.
struct Office<'a> {
    id: &'a DepartmentId,
    name: &'a str,
    functions: Vec<&'a str>,
}

/// GET /districts/{district}/workshop/sheets
pub async fn sheets(State(_): State<App>, Editor(view): Editor, reader: Reader) -> Result<Markup> {
    let text = Workshop::of(reader.lang);
    let phase = phase_of(&view, reader.asked("phase"))?.ok_or(Error::NoPhase)?;
    let offices = offices(&view, &phase);
    let phase_name = &view.programme.phases[&phase].name;
    let main = html! {
        div.wide.tick-sheets {
            p.actions.not-printed {
                a.button.quiet href=(address(&view.version.district)) { (text.back) }
                span { (text.print) }
            }
            @if offices.is_empty() { p.notice { (text.nobody) } }
            @for office in &offices {
                section.tick-sheet aria-label=(office.name) {
                    h1 { (office.name) }
                    p { (view.district.name) " · " (phase_name) }
                    p.own { (text.own_function) }
                    p { (text.question) }
                    p.scale {
                        @for step in words::steps() {
                            span { strong { (step.number()) } " " (words::strength(step, reader.lang).name) }
                        }
                    }
                    (others(&offices, office, text))
                }
            }
        }
    };
    let title = format!("{} – {}", text.sheets, view.district.name);
    Ok(Page {
        reader: &reader,
        title: &title,
        mark: Mark::Working(&view.district),
        main,
    }
    .render())
}

/// All functions by organisation, one's own last, with a box for each strength.
fn others(offices: &[Office<'_>], own: &Office<'_>, text: &Workshop) -> Markup {
    let steps: Vec<u8> = (0..=5).collect();
    let elsewhere = offices.iter().filter(|one| one.id != own.id);
    html! {
        table {
            caption { (text.others) }
            thead {
                tr { th scope="col" { (text.function) } @for step in &steps { th scope="col" { (step) } } th scope="col" { (text.open) } }
            }
            @for office in elsewhere.chain([own]) {
                tbody {
                    tr { th.office scope="rowgroup" colspan=(steps.len() + 2) { (office.name) } }
                    @for function in &office.functions {
                        tr {
                            th scope="row" { (function) }
                            @for _ in 0..=steps.len() { td { span.box aria-hidden="true" {} } }
                        }
                    }
                }
            }
        }
    }
}

/// The organisations with functions in a phase, by name, and these by name.
fn offices<'a>(view: &'a Snapshot, phase: &PhaseId) -> Vec<Office<'a>> {
    let network = &view.network;
    let of = |id: &DepartmentId| {
        let members = network
            .memberships
            .iter()
            .filter(|((_, at), place)| at == phase && place.department == *id);
        let actors = members.filter_map(|((actor, _), _)| network.actors.get(actor));
        let functions = actors.filter(|actor| actor.kind != ActorKind::Body);
        let mut names: Vec<&str> = functions.map(|actor| actor.name.as_str()).collect();
        names.sort_unstable();
        names
    };
    let offices = network.departments.iter().map(|(id, department)| Office {
        id,
        name: department.name.as_str(),
        functions: of(id),
    });
    let mut offices: Vec<Office<'_>> = offices.filter(|one| !one.functions.is_empty()).collect();
    offices.sort_by(|a, b| a.name.cmp(b.name));
    offices
}
