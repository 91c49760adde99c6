//! The list of cooperations: each pair once in a phase, whoever reports it.

use std::collections::{BTreeMap, HashSet};

use axum::extract::State;
use maud::{Markup, html};

use crate::domain::{ActorId, PhaseId, Report, TieKind, TieKinds, natural};
use crate::service::Snapshot;
use crate::text::Lang;
use crate::text::pages::Lists;
use crate::text::words;
use crate::web::App;
use crate::web::cooperation;
use crate::web::errors::Result;
use crate::web::name::{name, short};
use crate::web::reader::Reader;
use crate::web::record::saved;
use crate::web::shown::phase_name;
use crate::web::visit::Editor;

use super::filter::{Filter, kind, kinds, tick};
use super::{List, in_phase, page, way};

/// A pair in a phase, and what one or both sides report.
struct Pair<'a> {
    phase: &'a PhaseId,
    /// The one that reports first.
    ends: [&'a ActorId; 2],
    reports: Vec<&'a Report>,
}

/// GET /districts/{district}/cooperations
pub async fn show(State(app): State<App>, Editor(view): Editor, reader: Reader) -> Result<Markup> {
    let (text, lang) = (Lists::of(reader.lang), reader.lang);
    let filter = Filter::of(&view, &reader)?;
    let of_kind = kind(&reader, "kind", TieKind::from_code)?;
    let pairs = pairs(&view, &filter);
    let all = pairs.len();
    let found = found(&view, &filter, pairs, of_kind);
    let word = |kind| words::tie_kind(kind, lang);
    let list = List {
        text: &text.cooperations,
        fields: html! {
            (filter.phases(&view, &reader))
            (filter.departments(&view, &reader))
            (kinds(&reader, ("kind", text.kind), &TieKind::ALL, (TieKind::code, word)))
            (tick("core_team", text.through_core_team, filter.core_team))
        },
        filter: &filter,
        all,
        first: view.network.reports.is_empty().then(|| html! {
            p.lead { @if view.network.actors.len() < 2 { (text.actors_first) } @else { (text.cooperations.empty) } }
            p.actions {
                @if view.network.actors.len() < 2 { (way(&view, &reader, ("/actors", text.actors.title))) " " }
                (way(&view, &reader, ("/import", text.import)))
            }
        }),
    };
    let said = saved(&app, &view, &reader).await?;
    let row = |pair: &Pair<'_>| row(&view, &reader, pair);
    Ok(page((&view, &reader, said), list, &found, |_| 400, row))
}

fn row(view: &Snapshot, reader: &Reader, pair: &Pair<'_>) -> Markup {
    let (text, lang) = (Lists::of(reader.lang), reader.lang);
    let columns = text.cooperations.columns;
    let kinds: Vec<_> = pair
        .kinds()
        .iter()
        .map(|kind| words::tie_kind(kind, lang))
        .collect();
    let [from, to] = pair.ends;
    let address = cooperation::address(&view.version.district, from, to);
    html! {
        tr {
            th scope="row" {
                a href=(reader.link(&address, &[("phase", pair.phase.as_str())])) {
                    (short(called(view, from))) " – " (short(called(view, to)))
                }
            }
            td data-column=(columns[1]) { (name(phase_name(&view.programme, pair.phase))) }
            td data-column=(columns[2]) { (pair.strength(lang).unwrap_or(text.none)) }
            td data-column=(columns[3]) { (kinds.join(", ")) }
            td data-column=(columns[4]) { (text.reported[usize::from(pair.reports.len() > 1)]) }
        }
    }
}

impl Pair<'_> {
    /// The name of the closer step that is reported, as the figures take it.
    fn strength(&self, lang: Lang) -> Option<&'static str> {
        let strength = self
            .reports
            .iter()
            .filter_map(|report| report.strength)
            .max()?;
        Some(words::strength(strength, lang).name)
    }

    fn kinds(&self) -> TieKinds {
        self.reports
            .iter()
            .flat_map(|report| report.kinds.iter())
            .collect()
    }
}

/// The name of a function.
fn called<'a>(view: &'a Snapshot, id: &'a ActorId) -> &'a str {
    let actor = view.network.actors.get(id);
    actor.map_or(id.as_str(), |one| one.name.as_str())
}

/// The pairs of the phase that is asked for.
fn pairs<'a>(view: &'a Snapshot, filter: &Filter) -> Vec<Pair<'a>> {
    let mut pairs: BTreeMap<_, Pair<'_>> = BTreeMap::new();
    for ((phase, from, to), report) in &view.network.reports {
        if in_phase(filter.phase.as_ref(), phase) {
            let pair = pairs.entry((phase, from.min(to), from.max(to)));
            let pair = pair.or_insert(Pair {
                phase,
                ends: [from, to],
                reports: Vec::new(),
            });
            pair.reports.push(report);
        }
    }
    pairs.into_values().collect()
}

/// What the filters leave, by the names of the two.
fn found<'a>(
    view: &'a Snapshot,
    filter: &Filter,
    pairs: Vec<Pair<'a>>,
    of_kind: Option<TieKind>,
) -> Vec<Pair<'a>> {
    // Each name is looked at once, not once a pair.
    let named: HashSet<&ActorId> = match filter.sought.is_empty() {
        true => HashSet::new(),
        false => view
            .network
            .actors
            .iter()
            .filter(|(_, actor)| filter.sought.finds(actor.name.as_str()))
            .map(|(id, _)| id)
            .collect(),
    };
    let in_department = |pair: &Pair<'_>| {
        filter.department.as_ref().is_none_or(|asked| {
            pair.ends.iter().any(|end| {
                let place = view
                    .network
                    .memberships
                    .get(&((*end).clone(), pair.phase.clone()));
                place.is_some_and(|place| place.department == *asked)
            })
        })
    };
    let mut found: Vec<_> = pairs
        .into_iter()
        .filter(|pair| filter.sought.is_empty() || pair.ends.iter().any(|end| named.contains(end)))
        .filter(in_department)
        .filter(|pair| of_kind.is_none_or(|kind| pair.kinds().iter().any(|one| one == kind)))
        .filter(|pair| {
            !filter.core_team || pair.reports.iter().any(|report| report.through_core_team)
        })
        .collect();
    let names = |pair: &Pair<'a>| pair.ends.map(|end| called(view, end));
    found.sort_by(|a, b| {
        let ([a, c], [b, d]) = (names(a), names(b));
        natural(a, b).then_with(|| natural(c, d))
    });
    found
}
