//! Quick entry: cooperations typed as lines, each told what it is taken for before it is saved.

mod form;
mod lines;
mod partly;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::domain::{Change, Edit, OpenPointId, PhaseId};
use crate::exchange::quick::Names;
use crate::service::{self, Entry, QuickJudged, Snapshot, Verdict, clear_lines, day, judge_lines};
use crate::store::{Cause, Revision};
use crate::text::pages::{QuickPage, date};

use super::App;
use super::back::BACK;
use super::errors::{Error, Result};
use super::page::{district_address, district_page};
use super::posted::Posted;
use super::reader::Reader;
use super::record::menu;
use super::taken;
use super::visit::Editor;

use form::{Entered, MOST_LINES};
use lines::Shown;

pub(super) use form::phase_of;

/// How often lines are judged again where others write at the same moment.
const TRIES: usize = 5;

/// The most names that a field completes.
const MOST_NAMES: usize = 2_000;

/// GET /districts/{district}/quick
pub async fn show(State(app): State<App>, Editor(view): Editor, reader: Reader) -> Result<Markup> {
    let phase = phase_of(&view, reader.asked("phase"))?.ok_or(Error::NoPhase)?;
    let text = QuickPage::of(reader.lang);
    let step = taken::step(&app, &view, &reader).await?;
    let said = html! {
        @if let Some(step) = &step { (taken::note_with_undo(&app, &view, step, &reader)) }
        @if view.network.members(&phase).next().is_none() { p.notice { (text.nobody) } }
    };
    Ok(page(&app, &view, &reader, (&phase, None), (said, &[])))
}

/// POST /districts/{district}/quick
pub async fn enter(
    State(app): State<App>,
    Editor(mut view): Editor,
    reader: Reader,
    form: Posted,
) -> Result<Response> {
    let (request, by) = (form.request()?, reader.author()?);
    let phase = phase_of(&view, form.one("phase"))?.ok_or(Error::NoPhase)?;
    let entered = Entered::of(&form);
    let mut is_changed = false;
    for _ in 0..TRIES {
        let district = view.version.district.clone();
        if let Some(done) = app.service.written(&district, &request).await? {
            return done_page(&app, view, &reader, (&phase, &entered), done).await;
        }
        let today = day(app.clock.now());
        let judged = judge_lines(&view.network, &phase, today, entered.lines.clone());
        let network = to_save(&app, &view, (&phase, &entered), &judged);
        if network.is_empty() {
            return Ok(told(
                &app,
                &view,
                &reader,
                (&phase, &entered),
                (&judged, is_changed),
            ));
        }
        let entry = Entry {
            district: district.clone(),
            programme: Vec::new(),
            network,
            contacts: Vec::new(),
            by: by.clone(),
            cause: Cause::Entry,
            at: app.clock.now(),
            request,
        };
        match app.service.enter_on(view.clone(), entry).await {
            Ok(done) => return done_page(&app, view, &reader, (&phase, &entered), done).await,
            // Somebody else wrote something about the same at the same moment: then it is asked.
            Err(service::Error::Refused(_)) => is_changed = true,
            Err(error) => return Err(error.into()),
        }
        view = app.service.view(&district).await?;
    }
    Err(Error::Contended)
}

/// The changes of all lines, where nothing is left to ask and they were shown before: a single line need not be; or of
/// those that are clear, where these are asked for.
fn to_save(
    app: &App,
    view: &Snapshot,
    (phase, entered): (&PhaseId, &Entered),
    judged: &[QuickJudged],
) -> Vec<Change> {
    let points = &view.network.open_points;
    let done = entered.done.iter().filter_map(|id| {
        let point = points.get(id)?.clone();
        Some(Change::OpenPoint(Edit::remove(id.clone(), point)))
    });
    if !entered.done.is_empty() {
        return done.collect();
    }
    let draw = || OpenPointId::from_name(&app.draw.number().to_string(), |_| false);
    let all = |judged: &[QuickJudged]| judged.iter().flat_map(|one| one.changes(draw)).collect();
    if let Some(clear) = entered.clear.clone() {
        let within = judged.len() <= MOST_LINES;
        let today = day(app.clock.now());
        let clear = clear_lines(&view.network, phase, today, clear);
        return if within { all(&clear) } else { Vec::new() };
    }
    let is_shown = entered.saves || judged.len() == 1;
    if !is_shown || judged.len() > MOST_LINES || !judged.iter().all(QuickJudged::is_settled) {
        return Vec::new();
    }
    all(judged)
}

fn address(view: &Snapshot) -> String {
    district_address(&view.version.district) + "/quick"
}

/// What is answered when something was done: the way back, or what is left to ask where only the clear lines were saved.
async fn done_page(
    app: &App,
    view: Snapshot,
    reader: &Reader,
    (phase, entered): (&PhaseId, &Entered),
    done: Revision,
) -> Result<Response> {
    if entered.clear.is_some() {
        let view = app.service.view(&view.version.district).await?;
        let left = partly::left(app, &view, (phase, entered));
        if !left.is_empty() {
            let said = partly::said(app, &view, reader, (done, left.len())).await?;
            let back = entered.back.as_deref();
            return Ok(page(app, &view, reader, (phase, back), (said, &left)).into_response());
        }
    }
    Ok(to_done(&view, reader, (phase, entered), done))
}

/// The way back to the page, which says what was done.
fn to_done(
    view: &Snapshot,
    reader: &Reader,
    (phase, entered): (&PhaseId, &Entered),
    done: Revision,
) -> Response {
    let done = done.0.to_string();
    if let Some(back) = &entered.back {
        return Redirect::to(&format!("{back}&taken={done}")).into_response();
    }
    let items = [("phase", phase.as_str()), ("taken", done.as_str())];
    Redirect::to(&reader.link(&address(view), &items)).into_response()
}

/// The lines with what is asked of them, or what will be entered.
fn told(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    (phase, entered): (&PhaseId, &Entered),
    (judged, is_changed): (&[QuickJudged], bool),
) -> Response {
    let text = QuickPage::of(reader.lang);
    let open = judged.iter().filter(|one| !one.is_settled()).count();
    let differs = |one: &QuickJudged| matches!(one.verdict, Verdict::Differs(_));
    let is_new = judged.iter().any(QuickJudged::is_new);
    let (status, said) = match judged.len() {
        0 => (StatusCode::UNPROCESSABLE_ENTITY, text.empty.to_owned()),
        all if all > MOST_LINES => {
            let said = (text.too_many)(MOST_LINES);
            (StatusCode::UNPROCESSABLE_ENTITY, said)
        }
        all if judged.iter().any(differs) => (StatusCode::CONFLICT, (text.asked)(open, all)),
        all if open > 0 => (StatusCode::UNPROCESSABLE_ENTITY, (text.asked)(open, all)),
        _ if is_new => (StatusCode::OK, text.clear.to_owned()),
        _ => (StatusCode::OK, text.nothing_new.to_owned()),
    };
    let is_fault = status != StatusCode::OK;
    let said = html! {
        @if is_changed { p.warning role="alert" { (text.changed) } }
        @if is_fault { p.warning role="alert" { (said) } } @else { p.notice role="status" { (said) } }
    };
    let back = entered.back.as_deref();
    (
        status,
        page(app, view, reader, (phase, back), (said, judged)),
    )
        .into_response()
}

fn page(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    (phase, back): (&PhaseId, Option<&str>),
    (said, judged): (Markup, &[QuickJudged]),
) -> Markup {
    let text = QuickPage::of(reader.lang);
    let shown = Shown {
        view,
        phase,
        lang: reader.lang,
    };
    let settled = judged.iter().all(QuickJudged::is_settled);
    let is_new = judged.iter().any(QuickJudged::is_new);
    let main = html! {
        (menu(reader, &view.version.district))
        (said)
        p.lead { (text.lead) }
        form method="post" action=(reader.link(&address(view), &[])) {
            input type="hidden" name="request" value=(app.draw.number());
            @if let Some(back) = back { input type="hidden" name=(BACK) value=(back); }
            @if judged.is_empty() { (first(text)) } @else {
                @for (at, judged) in judged.iter().enumerate() { (shown.line(at, judged)) }
            }
            (phases(view, phase, text))
            p.actions {
                @match (judged.is_empty(), settled && is_new) {
                    (true, _) => {
                        button.button type="submit" { (text.read) }
                        button.button.quiet type="submit" name="action" value="open" { (text.note_open) }
                    }
                    (false, true) => button.button type="submit" name="action" value="save" { (text.save) },
                    (false, false) => {
                        button.button type="submit" { (text.read_again) }
                        (partly::button(app, view, phase, judged, text))
                    }
                }
            }
            (completions(view, phase))
        }
        (open_points(app, view, reader, phase))
        (rules(text))
    };
    district_page(view, reader, text.title, main)
}

/// The fields of a page on which nothing was typed yet.
fn first(text: &QuickPage) -> Markup {
    html! {
        p.field {
            label for="line" { (text.line) }
            input #line type="text" name="line" autocomplete="off" list="functions" data-completes
                placeholder=(text.example) autofocus;
        }
        details {
            summary { (text.several) }
            p.field {
                label for="lines" { (text.several_label) }
                textarea #lines name="line" rows="8" {}
            }
        }
    }
}

fn phases(view: &Snapshot, phase: &PhaseId, text: &QuickPage) -> Markup {
    let all = view.programme.phases_in_order();
    html! {
        @if all.len() > 1 {
            p.field {
                label for="phase" { (text.phase) }
                select #phase name="phase" {
                    @for (id, one) in all {
                        option value=(id) selected[id == phase] { (one.name) }
                    }
                }
            }
        } @else { input type="hidden" name="phase" value=(phase); }
    }
}

/// The names that the browser completes.
pub(super) fn completions(view: &Snapshot, phase: &PhaseId) -> Markup {
    let names = Names::of(&view.network, phase);
    html! {
        datalist #functions {
            @for name in names.written().into_iter().take(MOST_NAMES) { option value=(name) {} }
        }
    }
}

/// What is still to be cleared up in this phase.
fn open_points(app: &App, view: &Snapshot, reader: &Reader, phase: &PhaseId) -> Markup {
    let text = QuickPage::of(reader.lang);
    let points = view.network.open_points.iter();
    let points: Vec<_> = points.filter(|(_, point)| point.phase == *phase).collect();
    html! {
        @if !points.is_empty() {
            section aria-labelledby="open" {
                h2 #open { (text.open) }
                p.hint { (text.open_note) }
                ul.open-points {
                    @for (id, point) in points {
                        li {
                            span { (point.text) " " small { (date(point.noted, reader.lang)) } }
                            form method="post" action=(reader.link(&address(view), &[])) {
                                input type="hidden" name="request" value=(app.draw.number());
                                input type="hidden" name="phase" value=(phase);
                                input type="hidden" name="done" value=(id);
                                button.button.quiet type="submit" aria-label=((text.done_of)(point.text.as_str())) { (text.done) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn rules(text: &QuickPage) -> Markup {
    html! {
        details open {
            summary { (text.rules_title) }
            p.hint { code { (text.example) } }
            ul.hint { @for rule in text.rules { li { (rule) } } }
        }
    }
}
