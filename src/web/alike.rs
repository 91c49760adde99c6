//! The names of a district that may be the same, with the way to merge both.

use std::collections::BTreeSet;

use axum::extract::State;
use maud::{Markup, html};

use crate::domain::{ActorId, DepartmentId};
use crate::exchange::{Named, alike, alike_apart};
use crate::service::Snapshot;
use crate::text::pages::AlikeText;

use super::App;
use super::errors::Result;
use super::page::district_page;
use super::reader::Reader;
use super::record::{menu, saved};
use super::table::table;
use super::visit::Editor;
use super::{actor, department};

/// How many pairs of a kind are shown: who has more begins with these.
const MOST: usize = 200;

/// Two records that may be one.
struct Pair {
    names: [String; 2],
    addresses: [String; 2],
    department: Option<String>,
    merge: String,
}

/// GET /districts/{district}/twins
pub async fn show(State(app): State<App>, Editor(view): Editor, reader: Reader) -> Result<Markup> {
    let text = AlikeText::of(reader.lang);
    let said = saved(&app, &view, &reader).await?;
    let parts = [
        ("actors", text.actors, actors(&view, &reader)),
        ("departments", text.departments, departments(&view, &reader)),
    ];
    let none = parts.iter().all(|(.., pairs)| pairs.is_empty());
    let main = html! {
        (menu(&reader, &view.version.district))
        (said)
        @if none { p { (text.none) } } @else { p.lead { (text.lead) } }
        @for (id, title, pairs) in &parts {
            @if !pairs.is_empty() {
                section.entered {
                    h2 id=(id) { (title) }
                    (list(&reader, title, &pairs[..pairs.len().min(MOST)]))
                    @if pairs.len() > MOST { p { ((text.more)(pairs.len() - MOST)) } }
                }
            }
        }
    };
    Ok(district_page(&view, &reader, text.title, main))
}

fn list(reader: &Reader, title: &str, pairs: &[Pair]) -> Markup {
    let text = AlikeText::of(reader.lang);
    let [entry, other, office, same] = text.columns;
    table(
        title,
        &text.columns,
        html! {
            @for pair in pairs {
                @let [a, b] = &pair.names;
                tr {
                    th scope="row" data-column=(entry) { a href=(pair.addresses[0]) { (a) } }
                    td data-column=(other) { a href=(pair.addresses[1]) { (b) } }
                    td data-column=(office) { (pair.department.as_deref().unwrap_or("–")) }
                    td data-column=(same) { a href=(pair.merge) aria-label=((text.merge)(b, a)) { (text.merge_short) } }
                }
            }
        },
    )
}

/// Functions: within the organisation of their latest phase, and then of different ones.
fn actors(view: &Snapshot, reader: &Reader) -> Vec<Pair> {
    let all: Vec<(&ActorId, &DepartmentId)> = actor::last_places(view);
    let name = |at: usize| view.network.actors[all[at].0].name.as_str();
    let names: Vec<Named<'_>> = (0..all.len())
        .map(|at| Named {
            name: name(at),
            group: Some(all[at].1.as_str()),
        })
        .collect();
    let own = |at: usize| actor::address(&view.version.district, all[at].0);
    let pair = |(a, b): (usize, usize)| Pair {
        names: [name(a), name(b)].map(str::to_owned),
        addresses: [a, b].map(|at| reader.link(&own(at), &[])),
        department: Some(offices(view, [all[a].1, all[b].1])),
        merge: reader.link(&format!("{}/merge", own(b)), &[("into", all[a].0.as_str())]),
    };
    let mut pairs = alike(&names);
    pairs.extend(apart(view, &names));
    pairs.into_iter().map(pair).collect()
}

/// Functions of two organisations that may be one.
fn apart(view: &Snapshot, names: &[Named<'_>]) -> Vec<(usize, usize)> {
    let all: Vec<_> = view.network.departments.iter().collect();
    let offices = all.iter().map(|(_, one)| Named {
        name: one.name.as_str(),
        group: None,
    });
    let twins = alike(&offices.collect::<Vec<_>>()).into_iter();
    let twins: BTreeSet<[&str; 2]> = twins
        .flat_map(|(a, b)| [[a, b], [b, a]])
        .map(|pair| pair.map(|at| all[at].0.as_str()))
        .collect();
    alike_apart(names, |a, b| twins.contains(&[a, b]))
}

/// The organisation of both, or of each.
fn offices(view: &Snapshot, [a, b]: [&DepartmentId; 2]) -> String {
    let name = |id| view.network.departments[id].name.as_str();
    match a == b {
        true => name(a).to_owned(),
        false => format!("{} · {}", name(a), name(b)),
    }
}

/// Organisations.
fn departments(view: &Snapshot, reader: &Reader) -> Vec<Pair> {
    let all: Vec<_> = view.network.departments.iter().collect();
    let name = |at: usize| all[at].1.name.as_str();
    let names: Vec<Named<'_>> = (0..all.len())
        .map(|at| Named {
            name: name(at),
            group: None,
        })
        .collect();
    let own = |at: usize| department::address(&view.version.district, all[at].0);
    let pair = |(a, b): (usize, usize)| Pair {
        names: [name(a), name(b)].map(str::to_owned),
        addresses: [a, b].map(|at| reader.link(&own(at), &[])),
        department: None,
        merge: reader.link(&format!("{}/merge", own(b)), &[("into", all[a].0.as_str())]),
    };
    alike(&names).into_iter().map(pair).collect()
}
