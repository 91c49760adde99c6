//! One district: headline, where to start, map, change, offers, figures; or how to begin.

use std::sync::Arc;

use axum::extract::{Path, State};
use chrono::NaiveDate;
use maud::{Markup, PreEscaped, html};

use crate::analysis::{Comparison, Options, SiloReport, headline};
use crate::domain::PhaseId;
use crate::map::Picture;
use crate::service::Snapshot;
use crate::store::{Cause, Revision, Step};
use crate::text::Lang;
use crate::text::changes::counted;
use crate::text::headline::Inside;
use crate::text::pages::{DistrictPage, History, Long, date};

use super::App;
use super::errors::{Error, Result};
use super::history::{STEPS, is_undone};
use super::kept::Parts;
use super::matrix::Matrix;
use super::name::short;
use super::page::{Page, district_menu};
use super::reader::{Reader, encode};
use super::{change, empty, figures, pairs};

/// The bytes of the largest picture that stands in its page.
pub const LARGEST_PICTURE: usize = 300_000;

/// The bytes of the largest picture for a narrow screen.
const LARGEST_POCKET: usize = 120_000;

/// Everything that the page of a district shows.
pub struct Shown {
    /// The district as it stands.
    pub view: Snapshot,
    /// The phase that is shown.
    pub phase: PhaseId,
    /// The day of the data.
    pub as_of: Option<NaiveDate>,
    /// The figures.
    pub report: Arc<SiloReport>,
    /// The map.
    pub picture: Arc<Picture>,
    /// The same for a narrow screen.
    pub pocket: Arc<String>,
    /// The phase before with cooperations, and what changed since.
    pub before: Option<(PhaseId, Arc<Comparison>)>,
}

/// GET /districts/{district}
pub async fn show(
    State(app): State<App>,
    Path(district): Path<String>,
    reader: Reader,
) -> Result<Markup> {
    let view = app.view(&district).await?;
    let taken = taken(&app, &view, &reader).await?;
    if view.network.reports.is_empty() {
        let offers = empty::offers(&app, &view, &reader).await?;
        let main = empty::page(&view, taken.as_ref(), offers.as_ref(), &reader);
        return Ok(framed(&view, &reader, main));
    }
    let parts = parts(&app, &view, &reader).await?;
    let main = html! {
        div.wide.district-page {
            (district_menu(&reader, &view.version.district))
            (PreEscaped(&parts.head))
            @if let Some(step) = &taken { (taken_note(&view, step, &reader)) }
            (PreEscaped(&parts.body))
        }
    };
    Ok(framed(&view, &reader, main))
}

/// What the page shows to everybody alike, written once for each state of the district.
async fn parts(app: &App, view: &Snapshot, reader: &Reader) -> Result<Arc<Parts>> {
    let phase = app.phase(view, reader)?;
    if let Some(parts) = app.kept.get(&view.version, &phase, reader.lang).await {
        return Ok(parts);
    }
    let shown = load(app, view.clone(), phase.clone(), reader).await?;
    let parts = Arc::new(Parts {
        head: head(&shown, reader).into_string(),
        body: body(&shown, reader).into_string(),
    });
    let kept = Arc::clone(&parts);
    app.kept
        .keep(&view.version, &phase, reader.lang, kept)
        .await;
    Ok(parts)
}

async fn load(app: &App, view: Snapshot, phase: PhaseId, reader: &Reader) -> Result<Shown> {
    let selection = app.selection(&view, &phase).await;
    let report = app
        .service
        .report(&view, &selection, Options::default())
        .await?;
    let with_reports = view.network.phases_with_reports(&view.programme);
    let place = with_reports.iter().position(|one| **one == phase);
    let before = match place.and_then(|place| place.checked_sub(1)) {
        Some(place) => {
            let before = with_reports[place].clone();
            let comparison = app
                .service
                .comparison(&view, before.as_str(), phase.as_str(), &selection)
                .await?;
            Some((before, comparison))
        }
        None => None,
    };
    Ok(Shown {
        as_of: app.service.date(&view).await?,
        picture: app.picture(&view, &phase, reader.lang).await?,
        pocket: app
            .service
            .pocket(&view, &app.pictured(&view, &phase).await, reader.lang)
            .await?,
        view,
        phase,
        report,
        before,
    })
}

/// The step that the address says was just taken, where it is one of the latest, brought something, and still holds.
async fn taken(app: &App, view: &Snapshot, reader: &Reader) -> Result<Option<Step>> {
    let Some(number) = reader.asked("taken") else {
        return Ok(None);
    };
    let number = Revision(number.parse().map_err(|_| Error::BadRequest)?);
    let Revision(since) = view.version.head.revision;
    let Some(later) = since.checked_sub(number.0) else {
        return Ok(None);
    };
    let Some(limit) = (0..STEPS).find(|place| i64::from(*place) == later) else {
        return Ok(None);
    };
    let district = &view.version.district;
    let before = Some(view.version.head.revision.next());
    let mut latest = app.service.steps(district, before, limit + 1).await?;
    if is_undone(&latest, number) {
        return Ok(None);
    }
    let oldest = latest.pop().filter(|step| step.number == number);
    Ok(oldest.filter(|step| matches!(step.stamp.cause, Cause::Import | Cause::Entry)))
}

fn framed(view: &Snapshot, reader: &Reader, main: Markup) -> Markup {
    Page {
        reader,
        title: view.district.name.as_str(),
        district: Some(&view.district),
        main,
    }
    .render()
}

/// What was just taken over, and where it can be taken back.
pub fn taken_note(view: &Snapshot, step: &Step, reader: &Reader) -> Markup {
    let history = History::of(reader.lang);
    html! {
        div.notice #taken role="status" {
            p { strong { (history.just_now) } " " (counted(&step.changes, reader.lang)) "." }
            p { a href={ "/districts/" (encode(view.version.district.as_str())) "/history" } { (history.to_undo) } }
        }
    }
}

fn body(shown: &Shown, reader: &Reader) -> Markup {
    let lang = reader.lang;
    html! {
        (statement(shown, reader))
        div.two {
            (pairs::where_to_start(&shown.report, lang))
            (map(shown, reader))
            (change::section(shown, lang))
        }
        (matrix_of(shown, lang))
        (figures::section(shown, reader))
    }
}

fn matrix_of(shown: &Shown, lang: Lang) -> Markup {
    let chain = format!(
        "{}/map?view=chain&phase={}",
        address(&shown.view),
        encode(shown.phase.as_str())
    );
    let matrix = Matrix::of(&shown.view.network, &shown.phase, &chain);
    matrix.render(shown.report.gaps.as_ref(), lang)
}

fn head(shown: &Shown, reader: &Reader) -> Markup {
    let text = DistrictPage::of(reader.lang);
    let view = &shown.view;
    let phases = view.network.phases_with_reports(&view.programme);
    let name = |phase: &PhaseId| (text.phase)(phase_name(view, phase));
    html! {
        div.head {
            h1 { (view.district.name) }
            ul.facts {
                @if let Some(day) = shown.as_of { li { ((text.as_of)(&date(day, reader.lang))) } }
                li { (name(&shown.phase)) }
                @if let Some(response) = &shown.report.response {
                    li { ((text.answered)(response.answered, response.asked)) }
                }
            }
            @if phases.len() > 1 {
                nav.phases aria-label=(text.phases) {
                    ul {
                        @for phase in phases {
                            li { a href={ (address(view)) "?phase=" (encode(phase.as_str())) }
                                aria-current=[(*phase == shown.phase).then_some("true")] { (phase_name(view, phase)) } }
                        }
                    }
                }
            }
        }
    }
}

fn statement(shown: &Shown, reader: &Reader) -> Markup {
    let text = DistrictPage::of(reader.lang);
    let headline = headline(&shown.report);
    html! {
        section.statement aria-labelledby="headline" {
            h2.sentence #headline { (headline.sentence(reader.lang)) }
            @if let Some(inside) = headline.inside() { (bar(inside, text)) }
            p.judges-nobody { (text.judges_nobody) }
            div.row {
                details { summary { (text.what_does_it_mean) } p { (text.meaning) } }
                (handout(text))
            }
        }
    }
}

/// The headline's numbers as a picture: all ties, what was to be expected, what is reported.
fn bar(inside: &Inside, text: &DistrictPage) -> Markup {
    let at = |ties: u64| ties as f64 / inside.ties.max(1) as f64 * 1_000.0;
    let (low, high) = (at(inside.low), at(inside.high));
    let place = |x: f64| format!("{x:.1}");
    html! {
        figure.bar {
            svg viewBox="0 0 1000 40" preserveAspectRatio="none" role="img"
                aria-label=((text.bar)(inside.internal, inside.low, inside.high, inside.ties)) {
                rect x="0" y="14" width="1000" height="12" rx="2" fill="#dfe6e4" {}
                rect x=(place(low)) y="8" width=(place((high - low).max(3.0))) height="24" fill="#9fc7bd" {}
                rect x=(place(at(inside.internal) - 4.0)) y="0" width="8" height="40" fill="#b4441f" {}
            }
            figcaption aria-hidden="true" {
                span.reported { (text.bar_reported) " " strong { (inside.internal) } }
                span.expected { (text.bar_expected) " " strong { (inside.low) "–" (inside.high) } }
                span.all { ((text.bar_all)(inside.ties)) }
            }
        }
    }
}

fn handout(text: &DistrictPage) -> Markup {
    html! {
        p.handout {
            button.button.quiet type="button" data-print data-script hidden { (text.handout) }
            span.hint data-no-script { (text.handout_by_hand) }
        }
    }
}

fn map(shown: &Shown, reader: &Reader) -> Markup {
    let text = DistrictPage::of(reader.lang);
    let base = address(&shown.view);
    let query = format!(
        "phase={}&lang={}",
        encode(shown.phase.as_str()),
        reader.lang.code()
    );
    let svg = shown.picture.svg();
    let file = format!("{base}/map.svg?{query}");
    let inline = svg.len() + shown.pocket.len() <= LARGEST_PICTURE;
    html! {
        section.map aria-labelledby="map-heading" data-map {
            h2 #map-heading { (text.map) }
            @if inline {
                (lights(&shown.picture, text))
                div.picture.beside-narrow { (PreEscaped(svg)) }
            } @else {
                p.hint.not-narrow { (Long::of(reader.lang).picture) }
                div.picture.beside-narrow { (image(&file, text.map)) }
            }
            (pocket(&shown.pocket, reader))
            ul.links {
                li { a href={ (base) "/map?phase=" (encode(shown.phase.as_str())) } { (text.all_maps) } }
                li { a href={ (base) "/table?phase=" (encode(shown.phase.as_str())) } { (text.as_table) } }
                li { a href={ (base) "/map.pdf?" (query) } { (text.print) } }
                li { a href=(file) { (text.enlarge) } }
            }
        }
    }
}

/// The choice of an office to light up.
fn lights(picture: &Picture, text: &DistrictPage) -> Markup {
    html! {
        p.light data-script hidden {
            label for="light" { (text.light_up) } " "
            select #light data-light {
                option value="" { (text.all_offices) }
                @for office in &picture.geometry().departments { option value=(office.id) { (short(&office.id)) } }
            }
        }
    }
}

/// A picture that is too large for its page: a browser fetches it beside.
pub fn image(file: &str, told: &str) -> Markup {
    html! { img src=(file) alt=(told) loading="lazy"; }
}

/// The picture for a narrow screen, unless it is too large even for that.
pub fn pocket(svg: &str, reader: &Reader) -> Markup {
    html! {
        @if svg.len() <= LARGEST_POCKET { div.picture.narrow data-canvas { (PreEscaped(svg)) } }
        @else { p.picture.narrow.too-large { (Long::of(reader.lang).no_pocket) } }
    }
}

/// The name of a phase, else its id.
pub fn phase_name<'a>(view: &'a Snapshot, phase: &'a PhaseId) -> &'a str {
    let known = view.programme.phases.get(phase);
    known.map_or(phase.as_str(), |one| one.name.as_str())
}

fn address(view: &Snapshot) -> String {
    format!("/districts/{}", encode(view.version.district.as_str()))
}
