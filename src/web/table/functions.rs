//! Each function with those it works with, by office: the map in words. No count, no order by it: nobody is ranked.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};

use super::{Shown, table};
use crate::domain::ActorId;
use crate::map::folded;
use crate::text::pages::{DistrictPage, Long};
use crate::web::actor::address;
use crate::web::department::address as department_address;
use crate::web::name::{name, short};
use crate::web::pager::Slice;
use crate::web::parts::parts;

/// How many of those a function works with are named; the export names all.
const NAMED: usize = 100;

/// A function: its department, its name, whom it works with, and its id.
type Row<'a> = (&'a str, &'a str, Vec<&'a str>, &'a ActorId);

fn rows<'a>(shown: &Shown<'a>) -> Vec<Row<'a>> {
    let network = &shown.view.network;
    let mut with: BTreeMap<&ActorId, BTreeSet<&ActorId>> = BTreeMap::new();
    for ((phase, from, to), report) in &network.reports {
        let counts = report
            .strength
            .is_some_and(|one| f64::from(one.number()) >= shown.min_strength);
        if phase == shown.phase && counts {
            with.entry(from).or_default().insert(to);
            with.entry(to).or_default().insert(from);
        }
    }
    let mut rows: Vec<Row> = network
        .members(shown.phase)
        .filter_map(|(id, membership)| {
            let department = network.departments[&membership.department].name.as_str();
            if shown.only.is_some_and(|only| only != department) {
                return None;
            }
            let others = with.get(id).into_iter().flatten();
            let mut others: Vec<&str> = others
                .map(|other| network.actors[*other].name.as_str())
                .collect();
            others.sort_unstable();
            Some((department, network.actors[id].name.as_str(), others, id))
        })
        .collect();
    rows.sort_unstable();
    rows
}

fn slice(shown: &Shown, rows: &[Row]) -> Slice<'static> {
    let named = |others: &[&str]| {
        let names = others.iter().take(NAMED);
        names.map(|name| short(name).len() + 2).sum::<usize>()
    };
    let lengths = rows.iter().map(|(office, own, others, _)| {
        2 * (short(office).len() + short(own).len() + named(others))
    });
    Slice::of(shown.reader, "functions", lengths)
}

/// Whether all functions stand on one page.
pub fn are_whole(shown: &Shown) -> bool {
    slice(shown, &rows(shown)).is_whole()
}

/// The section of the page.
pub fn section(shown: &Shown, text: &DistrictPage) -> Markup {
    let rows = rows(shown);
    let slice = slice(shown, &rows);
    let rows = &rows[slice.range.clone()];
    let long = Long::of(shown.reader.lang);
    let columns = text.functions_columns;
    let told = |others: &[&str]| {
        let names: Vec<_> = others.iter().take(NAMED).map(|name| short(name)).collect();
        match (names.as_slice(), others.len().saturating_sub(NAMED)) {
            ([], _) => text.nobody.to_owned(),
            (names, 0) => names.join("; "),
            (names, more) => format!("{} {}", names.join("; "), (long.more)(more)),
        }
    };
    let lines = rows.iter().map(|(department, own, others, _)| {
        let line = format!("{} – {}", short(own), told(others));
        (short(department).into_owned(), line)
    });
    let by_office = folded(lines);
    let cut = rows.iter().any(|(_, _, others, _)| others.len() > NAMED);
    let whole = table(
        text.functions_caption,
        &columns,
        html! {
            @for (department, own, others, id) in rows {
                tr {
                    td data-column=(columns[0]) { (office(shown, id, department)) }
                    th scope="row" data-column=(columns[1]) { a href=(shown.reader.link(&address(&shown.view.version.district, id), &[])) { (name(own)) } }
                    td data-column=(columns[2]) { (told(others)) }
                }
            }
        },
    );
    let export = format!(
        "{}/export",
        super::district_address(&shown.view.version.district)
    );
    html! {
        div #functions {
            div.not-narrow { (whole) }
            (parts(text.functions_caption, &by_office))
            @if cut { p.hint { a href=(export) { (long.all) } } }
            (slice.links(shown.reader, "functions"))
        }
    }
}

/// The name of a function's department, which leads to its page.
fn office(shown: &Shown, actor: &ActorId, named: &str) -> Markup {
    let place = shown
        .view
        .network
        .memberships
        .get(&(actor.clone(), shown.phase.clone()));
    let page =
        place.map(|place| department_address(&shown.view.version.district, &place.department));
    html! {
        @match page {
            Some(page) => a href=(shown.reader.link(&page, &[])) { (name(named)) },
            None => (name(named)),
        }
    }
}
