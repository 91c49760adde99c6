//! The figures of a district, closed until somebody opens them, and what is to be said about data protection.

use maud::{Markup, html};

use crate::analysis::SiloReport;
use crate::text::Lang;
use crate::text::figures::name;
use crate::text::numbers::{decimal, maybe, whole};
use crate::text::pages::DistrictPage;

use super::district::Shown;
use super::gaps::rest;
use super::page::district_address;
use super::reader::{Reader, encode};
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
                p { a href="/how" { (text.how) } }
            }
            details {
                summary { (text.figures_open) }
                (first_offices(shown, text, reader.lang))
                p { a href="/how" { (text.how) } }
            }
            details {
                summary { (text.privacy) }
                p { (text.privacy_note) }
                p { a href="/privacy" { (text.privacy_more) } }
            }
        }
    }
}

/// The first offices; all of them stand among the tables.
fn first_offices(shown: &Shown, text: &DistrictPage, lang: Lang) -> Markup {
    let figures = &shown.report.department_figures;
    let first: Vec<_> = figures.iter().take(OFFICES).collect();
    let tables = format!(
        "{}/table?phase={}",
        district_address(&shown.view.version.district),
        encode(shown.phase.as_str())
    );
    html! {
        (offices(&first, text, lang, |_| None))
        @if figures.len() > OFFICES { ul { (rest(figures.len(), OFFICES, &tables, lang)) } }
    }
}

fn whole_network(report: &SiloReport, text: &DistrictPage, lang: Lang) -> Markup {
    let count = |number: usize| whole(number as u64, lang);
    let silo = &report.silo;
    let spread = |expected: Option<f64>, sd: Option<f64>| match (expected, sd) {
        (Some(expected), Some(sd)) => {
            format!("{} ± {}", decimal(expected, lang), decimal(sd, lang))
        }
        _ => maybe(expected, lang),
    };
    let inside = maybe(silo.expected_internal(), lang);
    let rows = [
        (name("actors", lang), count(report.actors), String::new()),
        (name("ties", lang), count(report.ties), String::new()),
        (
            name("density", lang),
            maybe(report.density, lang),
            String::new(),
        ),
        (
            name("components", lang),
            count(report.components),
            String::new(),
        ),
        (
            name("isolates", lang),
            report
                .isolates
                .as_ref()
                .map_or_else(String::new, |ids| count(ids.len())),
            String::new(),
        ),
        (text.inside_offices, whole(silo.internal, lang), inside),
        (
            name("silo.e_i", lang),
            maybe(silo.e_i, lang),
            spread(silo.expected, silo.sd),
        ),
        (
            name("silo.segregation", lang),
            maybe(silo.segregation, lang),
            "0".to_owned(),
        ),
    ];
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
                @for (name, value, expected) in rows {
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
