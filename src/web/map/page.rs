//! The page of the maps: views, phase, threshold and audience as plain links and forms; the picture; its table.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, PreEscaped, html};

use crate::map::{self, Folded, MapError, Sheet, Table, ViewError};
use crate::service::{self, Seen};
use crate::text::pages::{Long, MapPage};
use crate::text::views::ViewFaults;

use super::super::App;
use super::super::access::Caller;
use super::super::choice::choice;
use super::super::errors::Result;
use super::super::name::{line, short};
use super::super::page::{Mark, Page, district_address, district_menu};
use super::super::pager::Slice;
use super::super::parts::parts;
use super::super::picture::{LARGEST_PICTURE, image, pocket as pocket_of};
use super::super::reader::{RELEASE, Reader};
use super::super::shown::phase_name;
use super::super::visit::Visit;
use super::afresh;
use super::ask::{Ask, VIEWS, offers};

/// The most bytes of a table cell that count: no more of it is shown.
const CELL: usize = 2_400;
/// The most bytes of a list that stands beside its table.
const MOST_LISTED: usize = 60_000;
/// Up to so many lines a list is open.
const FEW_LINES: usize = 80;

/// GET /districts/{district}/map
pub async fn show(State(app): State<App>, Visit(seen): Visit, reader: Reader) -> Result<Response> {
    let ask = Ask::of(&app, &reader, &seen).await?;
    let (status, content) = match app.sheet(&seen, &ask, &reader).await {
        Ok(sheet) => {
            let narrow = pocket(&app, &seen, &ask, &reader).await?;
            (
                StatusCode::OK,
                content(&seen, &ask, &reader, &sheet, narrow),
            )
        }
        Err(service::Error::Map(error)) if !matches!(*error, MapError::Render(_)) => {
            // Only an address that names a phase or an offer can be wrong; else there is just nothing to show yet.
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
    let page = page(&seen, &ask, &reader, content);
    Ok((status, page).into_response())
}

/// Why there is no picture; the choices above it stay.
fn notice(message: &str, reader: &Reader) -> Markup {
    let text = MapPage::of(reader.lang);
    html! { p.notice role="status" { (message) " " (text.other) } }
}

/// The network for a narrow screen; other views are looked at in their own size there.
async fn pocket(app: &App, seen: &Seen, ask: &Ask, reader: &Reader) -> Result<Option<Arc<String>>> {
    if ask.wanted != map::View::Network {
        return Ok(None);
    }
    let selection = ask.selection(app.service.usual(seen, &ask.phase).await);
    let narrow = app.service.pocket(seen, &selection, reader.lang).await?;
    Ok(Some(narrow))
}

fn page(seen: &Seen, ask: &Ask, reader: &Reader, content: Markup) -> Markup {
    let text = MapPage::of(reader.lang);
    let name = seen.district().name.as_str();
    let title = (text.title)(name);
    let main = html! {
        div.wide.map-page data-map-page {
            (district_menu(reader, &seen.version().version.district))
            h1 { (title) }
            (views(seen, ask, reader))
            (phases(seen, ask, reader))
            (audiences(seen, ask, reader))
            (choices(seen, ask, reader))
            (content)
            script src="/map.js" defer {}
        }
    };
    Page {
        reader,
        title: &title,
        mark: Mark::of(seen),
        main,
    }
    .render()
}

fn views(seen: &Seen, ask: &Ask, reader: &Reader) -> Markup {
    let text = MapPage::of(reader.lang);
    html! {
        nav.views aria-label=(text.views) {
            ul {
                @for (at, (key, name)) in VIEWS.into_iter().zip(text.view_names).enumerate() {
                    li {
                        a href=(ask.href(seen, reader, Some(("view", key)))) data-swap
                            aria-current=[(at == ask.at).then_some("true")] { (name) }
                    }
                }
            }
        }
    }
}

/// The phases as links, on which positions stand still; a change has its two phases in the form.
fn phases(seen: &Seen, ask: &Ask, reader: &Reader) -> Markup {
    let text = MapPage::of(reader.lang);
    let phases = seen.phases_with_reports();
    let shown = phases.len() > 1 && !matches!(ask.wanted, map::View::Change { .. });
    html! {
        @if shown {
            nav.phases.of-map aria-label=(text.phase) {
                span.label aria-hidden="true" { (text.phase) }
                ul {
                    @for phase in &phases {
                        li {
                            a href=(ask.in_phase(seen, reader, phase)) data-swap
                                aria-current=[(*phase == ask.phase).then_some("true")] { (phase_name(seen.programme(), phase)) }
                        }
                    }
                }
            }
        }
    }
}

fn choices(seen: &Seen, ask: &Ask, reader: &Reader) -> Markup {
    let text = MapPage::of(reader.lang);
    let phases = seen.phases_with_reports();
    let phases: Vec<(String, String)> = phases
        .iter()
        .map(|phase| {
            (
                phase.to_string(),
                phase_name(seen.programme(), phase).to_owned(),
            )
        })
        .collect();
    let offers: Vec<(String, String)> = offers(seen, &ask.phase)
        .into_iter()
        .map(|offer| (offer.id.to_string(), short(&offer.name).into_owned()))
        .collect();
    let leading = matches!(seen, Seen::Leading(_));
    let steps: Vec<(String, String)> = (1..)
        .zip(text.steps)
        .map(|(step, name)| (step.to_string(), name.to_owned()))
        .collect();
    let strength = ask.min_strength.unwrap_or(2).to_string();
    let address = district_address(&seen.version().version.district) + "/map";
    // Leaders choose phases and offers, and nothing else.
    let fixed = !matches!(ask.wanted, map::View::Change { .. } | map::View::Offer(_));
    if leading && fixed {
        return html! {};
    }
    html! {
        form.choices method="get" action=(address) {
            input type="hidden" name="view" value=(VIEWS[ask.at]);
            @if let Some(id) = reader.asked_release() { input type="hidden" name=(RELEASE) value=(id); }
            @match &ask.wanted {
                map::View::Change { from, to } => {
                    (choice("from", text.from, &phases, from))
                    (choice("to", text.to, &phases, to))
                }
                map::View::Offer(offer) => {
                    input type="hidden" name="phase" value=(ask.phase);
                    (choice("offer", text.offer, &offers, offer))
                }
                map::View::Actor(actor) => {
                    input type="hidden" name="phase" value=(ask.phase);
                    input type="hidden" name="actor" value=(actor);
                }
                _ => input type="hidden" name="phase" value=(ask.phase);,
            }
            @if !leading { (choice("min_strength", text.threshold, &steps, &strength)) }
            @match reader.caller.role() {
                None => @if leading { input type="hidden" name="audience" value="leadership"; },
                Some(role) => input type="hidden" name=(Caller::KEY) value=(role);,
            }
            button.button.quiet type="submit" { (text.show) }
        }
    }
}

/// For whom it is drawn, each a link: leaders have selections of their own, so a form could ask for what is none of them.
fn audiences(seen: &Seen, ask: &Ask, reader: &Reader) -> Markup {
    if reader.caller.role().is_some() {
        return html! {};
    }
    let text = MapPage::of(reader.lang);
    let leading = matches!(seen, Seen::Leading(_));
    html! {
        nav.phases.of-map aria-label=(text.audience) {
            span.label aria-hidden="true" { (text.audience) }
            ul {
                @for (leaders, name) in [false, true].into_iter().zip(text.audiences) {
                    li {
                        a href=(ask.as_seen_by(leaders, seen, reader)) data-swap
                            aria-current=[(leaders == leading).then_some("true")] { (name) }
                    }
                }
            }
        }
    }
}

fn content(
    seen: &Seen,
    ask: &Ask,
    reader: &Reader,
    sheet: &Sheet,
    narrow: Option<Arc<String>>,
) -> Markup {
    let text = MapPage::of(reader.lang);
    // At the usual threshold, or below it, the sentences name no strength.
    let from = ask.min_strength.filter(|strength| *strength > 2);
    let files = [
        ask.file(seen, reader, "svg", None),
        ask.file(seen, reader, "png", None),
        ask.file(seen, reader, "pdf", None),
        ask.file(seen, reader, "pdf", Some("a3")),
    ];
    let long = Long::of(reader.lang);
    let asked = reader.asked("picture") == Some("whole");
    let inline = asked || sheet.svg().len() <= LARGEST_PICTURE;
    let whole = ask.href(seen, reader, Some(("picture", "whole")));
    // On a narrow screen another picture stands for this one, or its parts in words.
    let listed = listed(sheet.table(), ask);
    let beside = narrow.is_some() || !listed.is_empty();
    html! {
        div.map.large data-explore[inline] data-view=(VIEWS[ask.at])
            data-works-with=(text.works_with) data-nobody=((text.nobody)(from)) data-ties-to=(text.ties_to)
            data-actors=[actors(seen, reader)] data-to-actor=(text.to_actor) data-inside=(text.inside) data-alone=((text.alone)(from)) data-before=(text.before) {
            @if inline { (tools(text, beside && narrow.is_none())) } @else {
                p.hint.not-narrow[beside] { (long.picture) " " a href=(whole) data-swap { (long.picture_whole) } }
            }
            @if let Some(narrow) = &narrow { (pocket_of(narrow, reader)) }
            @if inline {
                div.picture.wide-screen.beside-narrow[beside] data-canvas tabindex="0" role="region"
                    aria-label=(text.picture) { (PreEscaped(sheet.svg())) }
            } @else {
                div.picture.wide-screen.beside-narrow[beside] tabindex="0" role="region"
                    aria-label=(text.picture) { (image(&files[0], sheet.head()[0])) }
            }
            (head(sheet))
            @if !listed.is_empty() { (parts(text.parts, &listed)) }
            ul.links aria-label=(text.downloads) {
                @for (name, file) in text.files.iter().zip(&files) { li { a href=(file) download { (name) } } }
            }
            (words(sheet.table(), text, reader))
            @if may_arrange(seen, ask) { (afresh::form(seen, reader)) }
        }
    }
}

/// The address of a function's page, with a place for its id, for who may work on it.
fn actors(seen: &Seen, reader: &Reader) -> Option<String> {
    let Seen::Working(view) = seen else {
        return None;
    };
    let base = district_address(&view.version.district);
    Some(reader.link(&format!("{base}/actors/{{}}"), &[]))
}

/// Whether the picture has places that are kept, and its reader may change them.
fn may_arrange(seen: &Seen, ask: &Ask) -> bool {
    let has_places = matches!(ask.wanted, map::View::Network | map::View::Change { .. });
    has_places && matches!(seen, Seen::Working(_))
}

/// The tools of a picture; on a narrow screen that shows none they go with it.
fn tools(text: &MapPage, wide: bool) -> Markup {
    html! {
        div.tools.not-narrow[wide] data-script hidden role="group" aria-label=(text.tools) {
            button.button.quiet type="button" data-zoom="in" { (text.larger) }
            button.button.quiet type="button" data-zoom="out" { (text.smaller) }
            button.button.quiet type="button" data-zoom="whole" { (text.whole) }
        }
        div.told-of.not-narrow[wide] data-script hidden { p data-told data-touch=(text.touch) aria-live="polite" { (text.hint) } }
    }
}

/// The picture in parts for a narrow screen; of very many what is read first. Where these are few they stand open: the
/// network has a picture of its own there, and of pairs those that stand out come first.
fn listed(whole: &Table, ask: &Ask) -> Vec<Folded> {
    let lines = || whole.parts.iter().flat_map(|part| &part.lines);
    let bytes: usize = lines().map(|line| line.len().min(CELL)).sum();
    let itself = !matches!(ask.wanted, map::View::Network | map::View::Matrix);
    let unfolded = itself && lines().count() <= FEW_LINES;
    let parts = whole.parts.iter();
    let shown = parts.filter(|part| part.open || bytes <= MOST_LISTED);
    let shown = shown.map(|part| Folded {
        open: part.open || unfolded,
        ..part.clone()
    });
    shown.collect()
}

/// The picture as a table, in pages where it is long.
fn words(whole: &Table, text: &MapPage, reader: &Reader) -> Markup {
    let slice = slice(whole, reader);
    let rows = &whole.rows[slice.range.clone()];
    html! {
        details.as-table.long[!slice.is_whole()] #rows open[reader.asked("rows").is_some()] {
            summary { (text.table) }
            (table(&whole.columns, rows, text))
            (slice.links(reader, "rows"))
        }
    }
}

/// The rows of a table that one page shows.
fn slice(whole: &Table, reader: &Reader) -> Slice<'static> {
    let bytes = |row: &Vec<String>| row.iter().map(|cell| cell.len().min(CELL)).sum();
    Slice::of(reader, "rows", whole.rows.iter().map(bytes))
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
