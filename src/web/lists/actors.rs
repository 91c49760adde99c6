//! The list of functions.

use std::collections::{HashMap, HashSet};

use axum::extract::State;
use maud::{Markup, html};

use crate::domain::{Actor, ActorId, ActorKind, Membership, PhaseId, Text, natural};
use crate::service::Snapshot;
use crate::text::pages::Lists;
use crate::text::words;
use crate::web::App;
use crate::web::access::Access;
use crate::web::actor::address;
use crate::web::errors::Result;
use crate::web::name::name;
use crate::web::reader::Reader;
use crate::web::record::saved;
use crate::web::visit::Editor;

use super::filter::{Filter, kind, kinds, tick};
use super::{List, in_phase, page, way};

/// A function, where it stands, and with how many others it works.
struct Found<'a> {
    id: &'a ActorId,
    actor: &'a Actor,
    place: Option<(&'a PhaseId, &'a Membership)>,
    partners: usize,
}

/// GET /districts/{district}/actors
pub async fn show(State(app): State<App>, Editor(view): Editor, reader: Reader) -> Result<Markup> {
    let text = Lists::of(reader.lang);
    let filter = Filter::of(&view, &reader)?;
    let of_kind = kind(&reader, "kind", ActorKind::from_code)?;
    let standing = standing(&view, &filter);
    let all = standing.len();
    let found = found(&view, &filter, standing, of_kind);
    let word = |kind| words::actor_kind(kind, reader.lang);
    let list = List {
        text: &text.actors,
        fields: html! {
            (filter.phases(&view, &reader))
            (filter.departments(&view, &reader))
            (kinds(&reader, ("kind", text.kind), &ActorKind::ALL, (ActorKind::code, word)))
            (tick("core_team", text.core_team, filter.core_team))
            (tick("alone", text.alone, filter.alone))
            @if reader.may(Access::Coordination) { (tick("silent", text.silent, filter.silent)) }
        },
        filter: &filter,
        all,
        first: view.network.actors.is_empty().then(|| html! {
            p.lead { (text.actors.empty) }
            p.actions {
                @if view.network.departments.is_empty() { (way(&view, &reader, ("/offices", text.choose))) " " }
                (way(&view, &reader, ("/import", text.import)))
            }
        }),
    };
    let said = saved(&app, &view, &reader).await?;
    let weight = |one: &Found<'_>| one.actor.name.as_str().len() + 200;
    let row = |one: &Found<'_>| row(&view, &reader, one);
    Ok(page((&view, &reader, said), list, &found, weight, row))
}

fn row(view: &Snapshot, reader: &Reader, one: &Found<'_>) -> Markup {
    let text = Lists::of(reader.lang);
    let columns = text.actors.columns;
    let page = reader.link(&address(&view.version.district, one.id), &[]);
    html! {
        tr {
            th scope="row" { a href=(page) { (name(one.actor.name.as_str())) } }
            td data-column=(columns[1]) { (name(one.department(view).unwrap_or(text.none))) }
            td data-column=(columns[2]) { (name(one.section().unwrap_or(text.none))) }
            td data-column=(columns[3]) { (words::actor_kind(one.actor.kind, reader.lang)) }
            td.number data-column=(columns[4]) { (one.partners) }
        }
    }
}

impl Found<'_> {
    fn department<'a>(&self, view: &'a Snapshot) -> Option<&'a str> {
        let (_, place) = self.place?;
        let department = view.network.departments.get(&place.department)?;
        Some(department.name.as_str())
    }

    fn section(&self) -> Option<&str> {
        let (_, place) = self.place?;
        place.section.as_ref().map(Text::as_str)
    }
}

/// The functions of the phase that is asked for, each with its place; of all phases every one with its latest.
fn standing<'a>(
    view: &'a Snapshot,
    filter: &Filter,
) -> HashMap<&'a ActorId, Option<(&'a PhaseId, &'a Membership)>> {
    let order: HashMap<&PhaseId, usize> = view
        .programme
        .phases_in_order()
        .into_iter()
        .map(|(id, _)| id)
        .zip(0..)
        .collect();
    let mut standing: HashMap<_, Option<(&PhaseId, &Membership)>> = match &filter.phase {
        Some(_) => HashMap::new(),
        None => view.network.actors.keys().map(|id| (id, None)).collect(),
    };
    for ((actor, phase), place) in &view.network.memberships {
        if in_phase(filter.phase.as_ref(), phase) {
            let latest = standing.entry(actor).or_default();
            if latest.is_none_or(|(other, _)| order.get(other) < order.get(phase)) {
                *latest = Some((phase, place));
            }
        }
    }
    standing
}

/// What the filters leave, by name.
fn found<'a>(
    view: &'a Snapshot,
    filter: &Filter,
    standing: HashMap<&'a ActorId, Option<(&'a PhaseId, &'a Membership)>>,
    of_kind: Option<ActorKind>,
) -> Vec<Found<'a>> {
    let partners = filter.partners(view);
    let asked = phases_with_answers(view);
    let fits = |place: Option<(&PhaseId, &Membership)>| {
        let in_department = filter
            .department
            .as_ref()
            .is_none_or(|asked| place.is_some_and(|(_, place)| place.department == *asked));
        let in_core_team = !filter.core_team || place.is_some_and(|(_, place)| place.core_team);
        let is_silent = || {
            place.is_some_and(|(phase, place)| {
                asked.contains(phase) && place.asked != Some(false) && place.answered != Some(true)
            })
        };
        in_department && in_core_team && (!filter.silent || is_silent())
    };
    let all = standing
        .into_iter()
        .filter_map(|(id, place)| Some((id, view.network.actors.get(id)?, place)));
    let mut found: Vec<_> = all
        .filter(|(_, actor, place)| of_kind.is_none_or(|kind| kind == actor.kind) && fits(*place))
        .filter(|(id, ..)| !filter.alone || !partners.contains_key(id))
        .filter(|(_, actor, _)| filter.sought.finds_any([actor.name.as_str()]))
        .map(|(id, actor, place)| Found {
            id,
            actor,
            place,
            partners: partners.get(id).copied().unwrap_or(0),
        })
        .collect();
    found.sort_by(|a, b| {
        natural(a.actor.name.as_str(), b.actor.name.as_str()).then_with(|| a.id.cmp(b.id))
    });
    found
}

/// The phases in which any answer is recorded: in the others nobody is known to have been silent.
fn phases_with_answers(view: &Snapshot) -> HashSet<&PhaseId> {
    let places = view.network.memberships.iter();
    let recorded = places.filter(|(_, place)| place.answered.is_some());
    recorded.map(|((_, phase), _)| phase).collect()
}
