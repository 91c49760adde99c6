//! The map as tables, for those who do not see it and for those who want the numbers.
//!
//! Of what is long a page shows a part: of pairs those that say most. A department has a page of its own.

mod functions;
mod pairs;

use axum::extract::State;
use maud::{Markup, html};

use crate::analysis::{DepartmentFigures, Options, SiloReport};
use crate::domain::PhaseId;
use crate::service::Snapshot;
use crate::text::Lang;
use crate::text::pages::{DistrictPage, Long, QuickPage, WhoPage};

use super::App;
use super::errors::{Error, Result};
use super::name::name;
use super::page::{Mark, Page, district_address, district_menu};
use super::pager::Slice;
use super::reader::{Reader, address, encode};
use super::record::menu;
use super::shown::phase_name;
use super::visit::Editor;

/// GET /districts/{district}/table
pub async fn show(State(app): State<App>, Editor(view): Editor, reader: Reader) -> Result<Markup> {
    let phase = match reader.asked("phase") {
        Some(asked) => view.phase(asked)?,
        None => view.latest_phase().ok_or(Error::NoPhase)?,
    };
    let selection = app.service.usual(&view, &phase).await;
    let report = app
        .service
        .report(&view, &selection, Options::shown())
        .await?;
    let only = only(&view, &reader)?;
    let shown = Shown {
        min_strength: selection.min_strength,
        view: &view,
        phase: &phase,
        report: &report,
        only,
        reader: &reader,
    };
    Ok(page(&shown))
}

/// What the page shows.
struct Shown<'a> {
    view: &'a Snapshot,
    phase: &'a PhaseId,
    report: &'a SiloReport,
    min_strength: f64,
    /// The name of the department that it is about; none for all.
    only: Option<&'a str>,
    reader: &'a Reader,
}

/// The name of the department that the address asks for.
fn only<'a>(view: &'a Snapshot, reader: &Reader) -> Result<Option<&'a str>> {
    let Some(asked) = reader.asked("department") else {
        return Ok(None);
    };
    let departments = view.network.departments.iter();
    let mut named = departments.filter(|(id, _)| id.as_str() == asked);
    match named.next() {
        Some((_, department)) => Ok(Some(department.name.as_str())),
        None => Err(Error::NotFound),
    }
}

fn page(shown: &Shown) -> Markup {
    let (view, lang) = (shown.view, shown.reader.lang);
    let (text, long) = (DistrictPage::of(lang), Long::of(lang));
    let id = &view.version.district;
    let district = view.district.name.as_str();
    let title = (text.table_title)(district);
    let query = [("phase".to_owned(), shown.phase.to_string())];
    let base = district_address(id);
    let main = html! {
        div.wide {
            (district_menu(shown.reader, id))
            (menu(shown.reader, id))
            p.place { (district) }
            h1 { (title) }
            p.lead { ((text.phase)(phase_name(&view.programme, shown.phase))) }
            @if let Some(only) = shown.only {
                p.notice {
                    ((long.one_department)(&super::name::short(only))) " "
                    a href=(address(&shown.reader.path, &query)) { (long.all_departments) }
                }
            }
            (all_offices(shown, text))
            (pairs::section(shown, text))
            (functions::section(shown, text))
            p.entry {
                @for (page, title) in [("quick", QuickPage::of(lang).title), ("who", WhoPage::of(lang).title)] {
                    a href=(address(&format!("{base}/{page}"), &query)) { (title) " (" (phase_name(&view.programme, shown.phase)) ")" }
                }
            }
            p.actions { a.button.quiet href=(address(&base, &query)) { ((text.back)(district)) } }
        }
    };
    Page {
        reader: shown.reader,
        title: &title,
        mark: Mark::Working(&view.district),
        main,
    }
    .render()
}

/// The offices, each with the way to what is about it alone where not all pairs stand on one page.
fn all_offices(shown: &Shown, text: &DistrictPage) -> Markup {
    let figures: Vec<&DepartmentFigures> = shown
        .report
        .department_figures
        .iter()
        .filter(|one| shown.only.is_none_or(|only| only == one.department))
        .collect();
    let lengths = figures.iter().map(|one| one.department.len());
    let slice = Slice::of(shown.reader, "offices", lengths);
    let linked = !pairs::slice(shown).1.is_whole() || !functions::are_whole(shown);
    let long = Long::of(shown.reader.lang);
    html! {
        div #offices {
            @if linked && shown.only.is_none() { p.hint { (long.choose_department) } }
            (offices(&figures[slice.range.clone()], text, shown.reader.lang, |name| {
                linked.then(|| own_address(shown, name)).flatten()
            }))
            (slice.links(shown.reader, "offices"))
        }
    }
}

/// The address of what is about one department alone.
fn own_address(shown: &Shown, name: &str) -> Option<String> {
    let mut departments = shown.view.network.departments.iter();
    let (id, _) = departments.find(|(_, one)| one.name.as_str() == name)?;
    Some(format!(
        "{}?phase={}&department={}",
        shown.reader.path,
        encode(shown.phase.as_str()),
        encode(id.as_str())
    ))
}

/// Offices with their ties inside and to others, and where their names lead.
pub fn offices(
    figures: &[&DepartmentFigures],
    text: &DistrictPage,
    lang: Lang,
    leads: impl Fn(&str) -> Option<String>,
) -> Markup {
    let columns = text.offices_columns;
    table(
        text.offices_caption,
        &columns,
        html! {
            @for one in figures {
                tr {
                    th scope="row" {
                        @match leads(&one.department) {
                            Some(address) => a href=(address) { (name(&one.department)) },
                            None => (name(&one.department)),
                        }
                    }
                    td.number data-column=(columns[1]) { (one.actors) }
                    td.number data-column=(columns[2]) { (or_dash(one.internal)) }
                    td.number data-column=(columns[3]) { (about(one.expected_internal, lang)) }
                    td.number data-column=(columns[4]) { (or_dash(one.external)) }
                }
            }
        },
    )
}

/// A table that folds on a narrow screen.
pub(super) fn table(caption: &str, columns: &[&str], rows: Markup) -> Markup {
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
