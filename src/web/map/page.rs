//! The page of the maps: views, phase, threshold and audience as plain links and forms; the picture; its table.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, PreEscaped, html};

use crate::analysis::Audience;
use crate::map::{self, MapError, Sheet, Table, ViewError};
use crate::service::{self, Snapshot};
use crate::text::pages::{Long, MapPage};
use crate::text::views::ViewFaults;

use super::super::App;
use super::super::district::{LARGEST_PICTURE, image, phase_name, pocket as pocket_of};
use super::super::errors::Result;
use super::super::name::{line, short};
use super::super::page::{Page, district_menu};
use super::super::pager::Slice;
use super::super::parts::parts;
use super::super::reader::{Reader, encode};
use super::ask::{Ask, VIEWS, offers};

/// How many bytes of a cell of the table count at most: no more is shown.
const CELL: usize = 2_400;

/// GET /districts/{district}/map
pub async fn show(
    State(app): State<App>,
    Path(district): Path<String>,
    reader: Reader,
) -> Result<Response> {
    let view = app.view(&district).await?;
    let ask = Ask::of(&reader, &view, &app)?;
    let (status, content) = match app.sheet(&view, &ask, &reader).await {
        Ok(sheet) => {
            let narrow = pocket(&app, &view, &ask, &reader).await?;
            (
                StatusCode::OK,
                content(&view, &ask, &reader, &sheet, narrow),
            )
        }
        Err(service::Error::Map(error)) if !matches!(*error, MapError::Render(_)) => {
            // What nobody asked for by name is no address that leads nowhere: there is only nothing to show yet.
            let named = ["offer", "from", "to"]
                .into_iter()
                .any(|key| reader.asked(key).is_some());
            match &*error {
                MapError::View(ViewError::SamePhase(_)) if !named => {
                    let say = ViewFaults::of(reader.lang).one_phase;
                    (StatusCode::OK, notice(say, &reader))
                }
                error if named => (
                    StatusCode::NOT_FOUND,
                    notice(&error.say(reader.lang), &reader),
                ),
                error => (StatusCode::OK, notice(&error.say(reader.lang), &reader)),
            }
        }
        Err(service::Error::Selection(error)) => (
            StatusCode::BAD_REQUEST,
            notice(&error.say(reader.lang), &reader),
        ),
        Err(error) => return Err(error.into()),
    };
    let page = page(&view, &ask, &reader, content);
    Ok((status, page).into_response())
}

/// Why there is no picture; the choices above it stay.
fn notice(message: &str, reader: &Reader) -> Markup {
    let text = MapPage::of(reader.lang);
    html! { p.notice role="status" { (message) " " (text.other) } }
}

/// The network for a narrow screen; other views are looked at in their own size there.
async fn pocket(
    app: &App,
    view: &Snapshot,
    ask: &Ask,
    reader: &Reader,
) -> Result<Option<Arc<String>>> {
    if ask.wanted != map::View::Network {
        return Ok(None);
    }
    let selection = ask.selection(app.selection(view, &ask.phase).await);
    let narrow = app.service.pocket(view, &selection, reader.lang).await?;
    Ok(Some(narrow))
}

fn page(view: &Snapshot, ask: &Ask, reader: &Reader, content: Markup) -> Markup {
    let text = MapPage::of(reader.lang);
    let name = view.district.name.as_str();
    let title = (text.title)(name);
    let main = html! {
        div.wide.map-page data-map-page {
            (district_menu(reader, &view.version.district))
            h1 { (title) }
            (views(view, ask, text))
            (phases(view, ask, text))
            (choices(view, ask, text))
            (content)
            script src="/map.js" defer {}
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

fn views(view: &Snapshot, ask: &Ask, text: &MapPage) -> Markup {
    let district = view.version.district.as_str();
    html! {
        nav.views aria-label=(text.views) {
            ul {
                @for (at, (key, name)) in VIEWS.into_iter().zip(text.view_names).enumerate() {
                    li {
                        a href=(ask.href(district, Some(("view", key)))) data-swap
                            aria-current=[(at == ask.at).then_some("true")] { (name) }
                    }
                }
            }
        }
    }
}

/// The phases as links, on which positions stand still; a change has its two phases in the form.
fn phases(view: &Snapshot, ask: &Ask, text: &MapPage) -> Markup {
    let district = view.version.district.as_str();
    let phases = view.network.phases_with_reports(&view.programme);
    let shown = phases.len() > 1 && !matches!(ask.wanted, map::View::Change { .. });
    html! {
        @if shown {
            nav.phases.of-map aria-label=(text.phase) {
                span.label aria-hidden="true" { (text.phase) }
                ul {
                    @for phase in phases {
                        li {
                            a href=(ask.in_phase(district, phase, &view.network)) data-swap
                                aria-current=[(*phase == ask.phase).then_some("true")] { (phase_name(view, phase)) }
                        }
                    }
                }
            }
        }
    }
}

fn choices(view: &Snapshot, ask: &Ask, text: &MapPage) -> Markup {
    let phases = view.network.phases_with_reports(&view.programme);
    let phases: Vec<(String, String)> = phases
        .into_iter()
        .map(|phase| (phase.to_string(), phase_name(view, phase).to_owned()))
        .collect();
    let offers: Vec<(String, String)> = offers(&view.network, &ask.phase)
        .into_iter()
        .map(|(id, offer)| (id.to_string(), short(offer.name.as_str()).into_owned()))
        .collect();
    let steps: Vec<(String, String)> = (1..)
        .zip(text.steps)
        .filter(|(step, _)| ask.audience == Audience::Working || [2, 3].contains(step))
        .map(|(step, name)| (step.to_string(), name.to_owned()))
        .collect();
    let audiences: Vec<(String, String)> = ["working", "leadership"]
        .into_iter()
        .zip(text.audiences)
        .map(|(key, name)| (key.to_owned(), name.to_owned()))
        .collect();
    let strength = ask.min_strength.unwrap_or(2).to_string();
    let audience = if ask.audience == Audience::Leadership {
        "leadership"
    } else {
        "working"
    };
    html! {
        form.choices method="get" action={ "/districts/" (encode(view.version.district.as_str())) "/map" } {
            input type="hidden" name="view" value=(VIEWS[ask.at]);
            @match &ask.wanted {
                map::View::Change { from, to } => {
                    (choice("from", text.from, &phases, from))
                    (choice("to", text.to, &phases, to))
                }
                map::View::Offer(offer) => {
                    input type="hidden" name="phase" value=(ask.phase);
                    (choice("offer", text.offer, &offers, offer))
                }
                _ => input type="hidden" name="phase" value=(ask.phase);,
            }
            (choice("min_strength", text.threshold, &steps, &strength))
            (choice("audience", text.audience, &audiences, audience))
            button.button.quiet type="submit" { (text.show) }
        }
    }
}

fn choice(name: &str, label: &str, options: &[(String, String)], chosen: &str) -> Markup {
    html! {
        p.choice {
            label for={ "choose-" (name) } { (label) }
            select id={ "choose-" (name) } name=(name) {
                @for (value, text) in options {
                    option value=(value) selected[value == chosen] { (text) }
                }
            }
        }
    }
}

fn content(
    view: &Snapshot,
    ask: &Ask,
    reader: &Reader,
    sheet: &Sheet,
    narrow: Option<Arc<String>>,
) -> Markup {
    let text = MapPage::of(reader.lang);
    let district = view.version.district.as_str();
    // Below the usual threshold people only know each other.
    let from = ask.min_strength.filter(|strength| *strength > 2);
    let files = [
        ask.file(district, "svg", reader, None),
        ask.file(district, "png", reader, None),
        ask.file(district, "pdf", reader, None),
        ask.file(district, "pdf", reader, Some("a3")),
    ];
    let long = Long::of(reader.lang);
    let asked = reader.asked("picture") == Some("whole");
    let inline = asked || sheet.svg().len() <= LARGEST_PICTURE;
    let whole = ask.href(district, Some(("picture", "whole")));
    html! {
        div.map.large data-explore[inline] data-view=(VIEWS[ask.at])
            data-works-with=(text.works_with) data-nobody=((text.nobody)(from)) data-ties-to=(text.ties_to)
            data-inside=(text.inside) data-alone=((text.alone)(from)) data-before=(text.before) {
            @if inline { (tools(text)) } @else {
                p.hint.not-narrow[narrow.is_some()] { (long.picture) " " a href=(whole) data-swap { (long.picture_whole) } }
            }
            @if let Some(narrow) = &narrow { (pocket_of(narrow, reader)) }
            @if inline {
                div.picture.wide-screen.beside-narrow[narrow.is_some()] data-canvas tabindex="0" role="region"
                    aria-label=(text.picture) { (PreEscaped(sheet.svg())) }
            } @else {
                div.picture.wide-screen.beside-narrow[narrow.is_some()] tabindex="0" role="region"
                    aria-label=(text.picture) { (image(&files[0], sheet.head()[0])) }
            }
            (head(sheet))
            ul.links aria-label=(text.downloads) {
                @for (name, file) in text.files.iter().zip(&files) { li { a href=(file) download { (name) } } }
            }
            (words(sheet.table(), text, reader))
        }
    }
}

fn tools(text: &MapPage) -> Markup {
    html! {
        div.tools data-script hidden role="group" aria-label=(text.tools) {
            button.button.quiet type="button" data-zoom="in" { (text.larger) }
            button.button.quiet type="button" data-zoom="out" { (text.smaller) }
            button.button.quiet type="button" data-zoom="whole" { (text.whole) }
        }
        div.told-of data-script hidden { p data-told aria-live="polite" { (text.hint) } }
    }
}

/// The picture in words: a table, and for a narrow screen parts that fold; where it is long, the table in pages.
fn words(whole: &Table, text: &MapPage, reader: &Reader) -> Markup {
    let bytes = |row: &Vec<String>| row.iter().map(|cell| cell.len().min(CELL)).sum();
    let slice = Slice::of(reader, "rows", whole.rows.iter().map(bytes));
    let rows = &whole.rows[slice.range.clone()];
    let long = !slice.is_whole();
    html! {
        @if !long { (parts(text.parts, &whole.parts)) }
        details.as-table.long[long] #rows open[reader.asked("rows").is_some()] {
            summary { (text.table) }
            (table(&whole.columns, rows, text))
            (slice.links(reader, "rows"))
        }
    }
}

/// What stands in the head of a picture, for a screen on which that is too small to read.
fn head(sheet: &Sheet) -> Markup {
    let [facts, sentence] = sheet.head();
    html! {
        div.head-of-map {
            p.facts-of-map { (facts) }
            @if !sentence.is_empty() { p { (sentence) } }
        }
    }
}

fn table(columns: &[&str], rows: &[Vec<String>], text: &MapPage) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label=(text.table) {
            table.plain {
                thead { tr { @for column in columns { th scope="col" { (column) } } } }
                tbody {
                    @for row in rows {
                        tr {
                            @for (column, cell) in columns.iter().zip(row) { td data-column=(column) { (line(cell)) } }
                        }
                    }
                }
            }
        }
    }
}
