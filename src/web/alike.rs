//! The names of a district that may be the same, with the way to merge both.

use axum::extract::State;
use maud::{Markup, html};

use crate::domain::{ActorId, DepartmentId};
use crate::exchange::{Named, alike};
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

/// Functions, within the organisation of their latest phase.
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
        department: Some(view.network.departments[all[a].1].name.to_string()),
        merge: reader.link(&format!("{}/merge", own(b)), &[("into", all[a].0.as_str())]),
    };
    alike(&names).into_iter().map(pair).collect()
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
