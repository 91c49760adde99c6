//! The figures of a district, closed until somebody opens them, and what is to be said about data protection.

use maud::{Markup, html};

use crate::analysis::SiloReport;
use crate::text::Lang;
use crate::text::figures::name;
use crate::text::numbers::{decimal, maybe, whole};
use crate::text::pages::DistrictPage;

use super::gaps::rest;
use super::reader::Reader;
use super::shown::Shown;
use super::table::offices;

/// How many offices are shown.
const OFFICES: usize = 100;

/// The section of the page.
pub fn section(shown: &Shown, reader: &Reader) -> Markup {
    let text = DistrictPage::of(reader.lang);
    html! {
        section.more aria-labelledby="figures-title" {
            h2 #figures-title { (text.figures) }
            details {
                summary { (text.figures_whole) }
                (whole_network(&shown.report, text, reader.lang))
                p { a href=(reader.link("/how", &[])) { (text.how) } }
            }
            details {
                summary { (text.figures_open) }
                (first_offices(shown, text, reader))
                p { a href=(reader.link("/how", &[])) { (text.how) } }
            }
            details {
                summary { (text.privacy) }
                p { (text.privacy_note) }
                p { a href=(reader.link("/privacy", &[])) { (text.privacy_more) } }
            }
        }
    }
}

/// The first offices; all of them stand among the tables.
fn first_offices(shown: &Shown, text: &DistrictPage, reader: &Reader) -> Markup {
    let figures = &shown.report.department_figures;
    let first: Vec<_> = figures.iter().take(OFFICES).collect();
    html! {
        (offices(&first, text, reader.lang, |_| None))
        @if figures.len() > OFFICES {
            ul { (rest(figures.len(), OFFICES, &shown.link(reader, "/table", &[]), reader.lang)) }
        }
    }
}

/// A figure: its name, its value, and what chance would give.
type Row = (&'static str, String, String);

fn rows(report: &SiloReport, text: &DistrictPage, lang: Lang) -> Vec<Row> {
    let count = |number: usize| whole(number as u64, lang);
    let silo = &report.silo;
    let spread = |expected: Option<f64>, sd: Option<f64>| match (expected, sd) {
        (Some(expected), Some(sd)) => {
            format!("{} ± {}", decimal(expected, lang), decimal(sd, lang))
        }
        _ => maybe(expected, lang),
    };
    let alone = |key, value| (name(key, lang), value, String::new());
    let mut rows = vec![
        alone("actors", count(report.actors)),
        alone("ties", count(report.ties)),
        alone("density", maybe(report.density, lang)),
        alone("components", count(report.components)),
    ];
    // Isolates are functions: the report for leaders has none.
    if let Some(isolates) = &report.isolates {
        rows.push(alone("isolates", count(isolates.len())));
    }
    let inside = maybe(silo.expected_internal(), lang);
    let expected = spread(silo.expected, silo.sd);
    let apart = maybe(silo.segregation, lang);
    rows.extend([
        (text.inside_offices, whole(silo.internal, lang), inside),
        (name("silo.e_i", lang), maybe(silo.e_i, lang), expected),
        (name("silo.segregation", lang), apart, "0".to_owned()),
    ]);
    rows
}

fn whole_network(report: &SiloReport, text: &DistrictPage, lang: Lang) -> Markup {
    let [figure, value, expected] = text.figures_columns;
    html! {
        table.plain.figures {
            caption { (text.figures_whole) }
            thead { tr {
                th scope="col" { (figure) }
                th.number scope="col" { (value) }
                th.number scope="col" { (expected) }
            } }
            tbody {
                @for (name, value, expected) in rows(report, text, lang) {
                    tr {
                        th scope="row" { (name) }
                        td.number { (value) }
                        td.number { (expected) }
                    }
                }
            }
        }
    }
}
