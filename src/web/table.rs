//! The map as tables, for those who do not see it and for those who want the numbers.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::{Path, State};
use maud::{Markup, html};

use crate::analysis::{DepartmentPair, Options, PairState, SiloReport};
use crate::domain::{ActorId, PhaseId};
use crate::map::{folded, of_both_sides};
use crate::service::View;
use crate::text::Lang;
use crate::text::pages::DistrictPage;

use super::App;
use super::errors::Result;
use super::page::{Page, district_menu};
use super::parts::parts;
use super::reader::{Reader, encode};

/// GET /districts/{district}/table
pub async fn show(
    State(app): State<App>,
    Path(district): Path<String>,
    reader: Reader,
) -> Result<Markup> {
    let view = app.view(&district).await?;
    let phase = app.phase(&view, &reader)?;
    let selection = app.selection(&view, &phase).await;
    let report = app
        .service
        .report(&view, &selection, Options::default())
        .await?;
    Ok(page(
        &view,
        &phase,
        &report,
        selection.min_strength,
        &reader,
    ))
}

fn page(
    view: &View,
    phase: &PhaseId,
    report: &SiloReport,
    min_strength: f64,
    reader: &Reader,
) -> Markup {
    let text = DistrictPage::of(reader.lang);
    let id = &view.stand.district;
    let name = view.district.name.as_str();
    let title = (text.table_title)(name);
    let phase_name = view
        .programme
        .phases
        .get(phase)
        .map(|one| one.name.as_str());
    let address = format!(
        "/districts/{}?phase={}",
        encode(id.as_str()),
        encode(phase.as_str())
    );
    let main = html! {
        div.wide {
            (district_menu(reader, id))
            p.place { (name) }
            h1 { (title) }
            @if let Some(phase) = phase_name { p.lead { ((text.phase)(phase)) } }
            (offices(report, text, reader.lang))
            (pairs(report, text, reader.lang))
            (functions(view, phase, min_strength, text))
            p.actions { a.button.quiet href=(address) { ((text.back)(name)) } }
        }
    };
    Page {
        reader,
        title: &title,
        district: Some(&view.district),
        main,
    }
    .render()
}

/// The offices with their ties inside and to others.
pub fn offices(report: &SiloReport, text: &DistrictPage, lang: Lang) -> Markup {
    let columns = text.offices_columns;
    table(
        text.offices_caption,
        &columns,
        html! {
            @for one in &report.department_figures {
                tr {
                    th scope="row" { (one.department) }
                    td.number data-column=(columns[1]) { (one.actors) }
                    td.number data-column=(columns[2]) { (or_dash(one.internal)) }
                    td.number data-column=(columns[3]) { (about(one.expected_internal, lang)) }
                    td.number data-column=(columns[4]) { (or_dash(one.external)) }
                }
            }
        },
    )
}

fn pairs(report: &SiloReport, text: &DistrictPage, lang: Lang) -> Markup {
    let columns = text.pairs_columns;
    let pairs = report.department_pairs.as_deref().unwrap_or_default();
    let told = |pair: &DepartmentPair| match pair.ties {
        Some(ties) if ties > 0 => format!("{} ({ties})", state(pair.state, text)),
        _ => state(pair.state, text).to_owned(),
    };
    let rows: Vec<Vec<String>> = pairs
        .iter()
        .map(|pair| vec![pair.a.clone(), pair.b.clone(), told(pair)])
        .collect();
    let whole = table(
        text.pairs_caption,
        &columns,
        html! {
            @for pair in pairs {
                tr {
                    th scope="row" { (pair.a) }
                    td data-column=(columns[1]) { (pair.b) }
                    td data-column=(columns[2]) { (state(pair.state, text)) }
                    td.number data-column=(columns[3]) { (or_dash(pair.ties)) }
                    td.number data-column=(columns[4]) { (or_dash(pair.possible)) }
                    td.number data-column=(columns[5]) { (about(pair.expected, lang)) }
                }
            }
        },
    );
    html! {
        div.not-narrow { (whole) }
        (parts(text.pairs_caption, &of_both_sides(&rows)))
    }
}

/// Each function with those it works with, by office: the map in words. No count, no order by it: nobody is ranked.
fn functions(view: &View, phase: &PhaseId, min_strength: f64, text: &DistrictPage) -> Markup {
    let network = &view.network;
    let mut with: BTreeMap<&ActorId, BTreeSet<&ActorId>> = BTreeMap::new();
    for ((in_phase, from, to), report) in &network.reports {
        let counts = report
            .strength
            .is_some_and(|one| f64::from(one.number()) >= min_strength);
        if in_phase == phase && counts {
            with.entry(from).or_default().insert(to);
            with.entry(to).or_default().insert(from);
        }
    }
    let mut rows: Vec<(&str, &str, Vec<&str>)> = network
        .members(phase)
        .map(|(id, membership)| {
            let mut others: Vec<&str> = with
                .get(id)
                .into_iter()
                .flatten()
                .map(|other| network.actors[*other].name.as_str())
                .collect();
            others.sort_unstable();
            let department = &network.departments[&membership.department];
            (
                department.name.as_str(),
                network.actors[id].name.as_str(),
                others,
            )
        })
        .collect();
    rows.sort_unstable();
    let columns = text.functions_columns;
    let told = |others: &[&str]| match others {
        [] => text.nobody.to_owned(),
        others => others.join("; "),
    };
    let lines = rows.iter().map(|(department, name, others)| {
        let line = format!("{name} – {}", told(others));
        ((*department).to_owned(), line)
    });
    let by_office = folded(lines);
    let whole = table(
        text.functions_caption,
        &columns,
        html! {
            @for (department, name, others) in &rows {
                tr {
                    td data-column=(columns[0]) { (department) }
                    th scope="row" data-column=(columns[1]) { (name) }
                    td data-column=(columns[2]) { (told(others)) }
                }
            }
        },
    );
    html! {
        div.not-narrow { (whole) }
        (parts(text.functions_caption, &by_office))
    }
}

fn table(caption: &str, columns: &[&str], rows: Markup) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label=(caption) {
            table.plain {
                caption { (caption) }
                thead { tr { @for column in columns { th scope="col" { (column) } } } }
                tbody { (rows) }
            }
        }
    }
}

fn state(state: PairState, text: &DistrictPage) -> &'static str {
    match state {
        PairState::Reported => text.reported,
        PairState::NoneReported => text.none_reported,
        PairState::NotAsked => text.not_asked,
    }
}

fn or_dash(number: Option<impl ToString>) -> String {
    number.map_or_else(|| "–".to_owned(), |number| number.to_string())
}

/// A number that is an expectation: one place behind the point, as the language writes it.
pub fn about(number: Option<f64>, lang: Lang) -> String {
    let Some(number) = number else {
        return "–".to_owned();
    };
    let written = format!("{number:.1}");
    match lang {
        Lang::De => written.replace('.', ","),
        Lang::En => written,
    }
}
