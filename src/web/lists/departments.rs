//! The list of organisations.

use std::collections::{HashMap, HashSet};

use axum::extract::State;
use maud::{Markup, html};

use crate::domain::{ActorId, Department, DepartmentId, DepartmentKind, Text, natural};
use crate::service::Snapshot;
use crate::text::pages::Lists;
use crate::text::words;
use crate::web::App;
use crate::web::department;
use crate::web::errors::Result;
use crate::web::name::name;
use crate::web::reader::Reader;
use crate::web::record::saved;
use crate::web::visit::Editor;

use super::filter::{Filter, kind, kinds, tick};
use super::{List, in_phase, page, way};

/// An organisation, and the functions that stand in it.
struct Found<'a> {
    id: &'a DepartmentId,
    department: &'a Department,
    actors: usize,
}

/// GET /districts/{district}/departments
pub async fn show(State(app): State<App>, Editor(view): Editor, reader: Reader) -> Result<Markup> {
    let text = Lists::of(reader.lang);
    let filter = Filter::of(&view, &reader)?;
    let of_kind = kind(&reader, "kind", DepartmentKind::from_code)?;
    let found = found(&view, &filter, of_kind);
    let word = |kind| words::department_kind(kind, reader.lang);
    let list = List {
        text: &text.departments,
        fields: html! {
            (filter.phases(&view, &reader))
            (kinds(&reader, ("kind", text.kind), &DepartmentKind::ALL, (DepartmentKind::code, word)))
            (tick("alone", text.alone, filter.alone))
        },
        filter: &filter,
        all: view.network.departments.len(),
        first: view.network.departments.is_empty().then(|| html! {
            p.lead { (text.departments.empty) }
            p.actions { (way(&view, &reader, ("/offices", text.choose))) " " (way(&view, &reader, ("/import", text.import))) }
        }),
    };
    let said = saved(&app, &view, &reader).await?;
    let weight = |one: &Found<'_>| one.department.name.as_str().len() + 100;
    let row = |one: &Found<'_>| row(&view, &reader, one);
    Ok(page((&view, &reader, said), list, &found, weight, row))
}

fn row(view: &Snapshot, reader: &Reader, one: &Found<'_>) -> Markup {
    let text = Lists::of(reader.lang);
    let columns = text.departments.columns;
    let page = reader.link(&department::address(&view.version.district, one.id), &[]);
    let field = one.department.policy_field.as_ref().map(Text::as_str);
    html! {
        tr {
            th scope="row" { a href=(page) { (name(one.department.name.as_str())) } }
            td data-column=(columns[1]) { (words::department_kind(one.department.kind, reader.lang)) }
            td data-column=(columns[2]) { (name(field.unwrap_or(text.none))) }
            td.number data-column=(columns[3]) { (one.actors) }
        }
    }
}

/// What the filters leave, by name.
fn found<'a>(
    view: &'a Snapshot,
    filter: &Filter,
    of_kind: Option<DepartmentKind>,
) -> Vec<Found<'a>> {
    let network = &view.network;
    let partners = filter.partners(view);
    // Of each organisation its functions, and whether one of them works with anybody.
    let mut standing: HashMap<&DepartmentId, (HashSet<&ActorId>, bool)> = HashMap::new();
    for ((actor, phase), place) in &network.memberships {
        if in_phase(filter.phase.as_ref(), phase) {
            let (actors, works) = standing.entry(&place.department).or_default();
            actors.insert(actor);
            *works |= partners.contains_key(actor);
        }
    }
    let mut found: Vec<_> = network
        .departments
        .iter()
        .filter(|(_, one)| of_kind.is_none_or(|kind| kind == one.kind))
        .filter(|(id, _)| !filter.alone || !standing.get(id).is_some_and(|(_, works)| *works))
        .filter(|(_, one)| {
            let short = one.short_name.as_ref().map(Text::as_str);
            filter
                .sought
                .finds_any([one.name.as_str()].into_iter().chain(short))
        })
        .map(|(id, department)| Found {
            id,
            department,
            actors: standing.get(id).map_or(0, |(actors, _)| actors.len()),
        })
        .collect();
    found.sort_by(|a, b| natural(a.department.name.as_str(), b.department.name.as_str()));
    found
}
