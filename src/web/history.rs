//! The history of a district in plain sentences, and taking a step back.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Europe::Berlin;
use maud::{Markup, html};
use serde::Deserialize;

use crate::domain::Refusal;
use crate::service::{self, Snapshot, taken_back};
use crate::store::{Cause, Revision, Step, Undone};
use crate::text::Lang;
use crate::text::changes::{Names, summary, tell, tell_first};
use crate::text::pages::{History, date};

use super::App;
use super::clock::Draw;
use super::errors::{Error, Result};
use super::page::{district_address, district_page};
use super::posted::Posted;
use super::reader::Reader;
use super::signer::Signers;
use super::told::{BYTES, LINES, in_pages, in_part};
use super::visit::Editor;

/// How many steps stand on a page.
pub const STEPS: u32 = 20;

/// The step that an address names.
#[derive(Deserialize)]
pub struct StepPath {
    step: i64,
}

/// GET /districts/{district}/history
pub async fn show(State(app): State<App>, Editor(view): Editor, reader: Reader) -> Result<Markup> {
    let before = match reader.asked("before") {
        Some(before) => Some(Revision(before.parse().map_err(|_| Error::BadRequest)?)),
        None => None,
    };
    // Asked concurrently: with a database far away, two round trips then take as long as one.
    let id = &view.version.district;
    let steps = app.service.steps_with_phases(id, before, STEPS);
    let signers = Signers::of(&app, &reader);
    let (steps, undone, signers) = tokio::join!(steps, app.service.undone(id), signers);
    let undoing = Undoing {
        draw: &app.draw,
        undone: &undone?,
        signers: &signers?,
    };
    Ok(history_page(
        &undoing,
        &view,
        &steps?,
        before.is_some(),
        &reader,
    ))
}

/// GET /districts/{district}/history/{step}
///
/// One step with all its changes. Also where the language is switched, or the address is opened again, on the page that
/// refuses to take a step back; of a step that is not there, the history.
pub async fn step(
    State(app): State<App>,
    Editor(view): Editor,
    Path(StepPath { step: number }): Path<StepPath>,
    reader: Reader,
) -> Result<Response> {
    let number = Revision(number);
    let there = number <= view.version.head.revision;
    let before = there.then(|| number.next());
    let district = &view.version.district;
    let steps = app.service.steps_with_phases(district, before, 1);
    let signers = Signers::of(&app, &reader);
    let (steps, undone, signers) = tokio::join!(steps, app.service.undone(district), signers);
    let (steps, undone, signers) = (steps?, undone?, signers?);
    let step = steps.first().filter(|step| step.number == number);
    let undoing = Undoing {
        draw: &app.draw,
        undone: &undone,
        signers: &signers,
    };
    Ok(match step {
        Some(step) => step_page(&undoing, &view, step, &reader).into_response(),
        None => Redirect::to(&base(&view)).into_response(),
    })
}

/// POST /districts/{district}/history/{step}
pub async fn undo(
    State(app): State<App>,
    Editor(view): Editor,
    Path(StepPath { step: number }): Path<StepPath>,
    reader: Reader,
    form: Posted,
) -> Result<Response> {
    let request = form.request()?;
    let signed = (reader.author()?, app.clock.now());
    let id = &view.version.district;
    match app
        .service
        .undo(id, Revision(number), signed, request)
        .await
    {
        Ok(_) => {
            let address = format!("{}?undone={number}", base(&view));
            Ok(Redirect::to(&address).into_response())
        }
        Err(service::Error::Refused(refused)) => {
            let later = app.service.step_on(id, Revision(number), refused).await?;
            let page = refused_page(&view, number, (refused.refusal, later), &reader);
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(service::Error::Blanked(_)) => {
            let text = History::of(reader.lang);
            let page = not_taken_back(&view, number, text.blanked, html! {}, &reader);
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

/// The address of a district's history.
pub fn base(view: &Snapshot) -> String {
    district_address(&view.version.district) + "/history"
}

/// What it takes to take a step back from a page, and what was taken back before.
pub struct Undoing<'a> {
    /// Numbers the requests.
    pub draw: &'a Draw,
    /// The steps that took another one back.
    pub undone: &'a [Undone],
    /// Tells whose steps are.
    pub signers: &'a Signers<'a>,
}

fn history_page(
    undoing: &Undoing<'_>,
    view: &Snapshot,
    steps: &[Step],
    older: bool,
    reader: &Reader,
) -> Markup {
    let text = History::of(reader.lang);
    let undone = reader
        .asked("undone")
        .and_then(|number| number.parse().ok())
        .filter(|number| !older && is_undone(steps, Revision(*number)));
    let last = steps
        .last()
        .map(|step| step.number.0)
        .filter(|number| *number > 1);
    let main = html! {
        @if let Some(number) = undone { p.notice role="status" { ((text.done)(number)) } }
        p.lead { (text.lead) }
        @if steps.is_empty() { p { (text.empty) } }
        @for day in steps.chunk_by(|a, b| day_of(a) == day_of(b)) {
            section.day {
                h2 { ((text.day)(day_of(&day[0]).weekday().num_days_from_monday() as usize, &date(day_of(&day[0]), reader.lang))) }
                (steps_list(view, day, reader, Some(undoing)))
            }
        }
        @if older || last.is_some() {
            p.actions {
                @if older { a.button.quiet href=(base(view)) { (text.newest) } }
                @if let Some(last) = last.filter(|_| steps.len() == STEPS as usize) {
                    a.button.quiet href={ (base(view)) "?before=" (last) } { (text.older) }
                }
            }
        }
    };
    district_page(view, reader, text.title, main)
}

/// Whether one of the latest steps took this one back and still holds: an address alone is no proof.
pub fn is_undone(latest: &[Step], number: Revision) -> bool {
    let by = |number| {
        let mut steps = latest.iter();
        steps.find(|step| step.stamp.cause == Cause::Undo(number))
    };
    by(number).is_some_and(|undo| !is_undone(latest, undo.number))
}

/// Steps in plain sentences; each with the button that takes it back, where its form is given a number.
pub fn steps_list(
    view: &Snapshot,
    steps: &[Step],
    reader: &Reader,
    undoing: Option<&Undoing<'_>>,
) -> Markup {
    steps_with(view, steps, reader, undoing, &[])
}

/// The same, each with what it changed of one record, and how many others it changed with it.
pub fn steps_with(
    view: &Snapshot,
    steps: &[Step],
    reader: &Reader,
    undoing: Option<&Undoing<'_>>,
    others: &[usize],
) -> Markup {
    let text = History::of(reader.lang);
    let mut names = Names::of(&view.programme, &view.network);
    for step in steps {
        names.learn(&step.changes);
    }
    let mut left = BYTES;
    html! {
        ol.steps reversed {
            @for (at, step) in steps.iter().enumerate() {
                @let others = others.get(at).copied().unwrap_or(0);
                @let told = tell_first(LINES, &step.changes, &names, reader.lang);
                @let undone = undoing.and_then(|undoing| taken_back(undoing.undone, step.number));
                li.card.undone[undone.is_some()] {
                    div.step {
                        p.when {
                            time datetime=(step.stamp.at.to_rfc3339()) { (when(step, reader.lang)) }
                            " · " a href={ (base(view)) "/" (step.number.0) } { ((text.step)(step.number.0)) }
                            @if let Some(undoing) = undoing { (signed(undoing, step, text)) }
                        }
                        h3 { (cause(step, text)) }
                        (undone_note(view, undone, reader))
                        p { (summary(&told)) }
                        @if others > 0 { p.hint { ((text.others)(others)) } }
                        @if !told.is_empty() {
                            @let all = format!("{}/{}", base(view), step.number.0);
                            details {
                                summary { (text.details) }
                                (in_part(&told, &mut left, &all, reader, |title| html! { h4 { (title) } }))
                            }
                        }
                    }
                    @if let Some(undoing) = undoing { (undo_form(view, step, undoing, text)) }
                }
            }
        }
    }
}

/// That a step stands taken back, when and by which.
fn undone_note(view: &Snapshot, undone: Option<Undone>, reader: &Reader) -> Markup {
    let text = History::of(reader.lang);
    html! {
        @if let Some(Undone { at, by, .. }) = undone {
            p.taken-back {
                ((text.taken_back)(&day(at, reader.lang))) " "
                a href={ (base(view)) "/" (by.0) } { ((text.step)(by.0)) }
            }
        }
    }
}

/// The button that takes a step back, where it still stands.
fn undo_form(view: &Snapshot, step: &Step, undoing: &Undoing<'_>, text: &History) -> Markup {
    // What was taken back is put back by taking that back.
    let (step_taken_back, label, button) = match taken_back(undoing.undone, step.number) {
        None => (step.number, text.undo_step, text.undo),
        Some(undone) => (undone.by, text.restore_step, text.restore),
    };
    html! {
        @if step.blanked { p.hint { (text.blanked) } }
        @if !step.blanked && step.stamp.cause != Cause::Seed {
            form method="post" action={ (base(view)) "/" (step_taken_back.0) } {
                input type="hidden" name="request" value=(undoing.draw.number());
                button.button.quiet type="submit" aria-label=(label(step.number.0)) { (button) }
            }
        }
    }
}

/// One step with all its changes, in pages.
fn step_page(undoing: &Undoing<'_>, view: &Snapshot, step: &Step, reader: &Reader) -> Markup {
    let text = History::of(reader.lang);
    let mut names = Names::of(&view.programme, &view.network);
    names.learn(&step.changes);
    let told = tell(&step.changes, &names, reader.lang);
    let main = html! {
        p.lead { time datetime=(step.stamp.at.to_rfc3339()) { (when(step, reader.lang)) } " · " (cause(step, text)) (signed(undoing, step, text)) }
        (undone_note(view, taken_back(undoing.undone, step.number), reader))
        p { (summary(&told)) }
        (in_pages(&told, reader, |title| html! { h2 { (title) } }))
        (undo_form(view, step, undoing, text))
        p.actions { a.button.quiet href=(base(view)) { (text.back) } }
    };
    district_page(view, reader, &(text.step)(step.number.0), main)
}

/// Whose a step is, where there is somebody to tell.
fn signed(undoing: &Undoing<'_>, step: &Step, text: &History) -> Markup {
    let who = undoing.signers.told(step.stamp.by.as_ref(), step.stamp.at);
    html! { @if let Some(who) = who { " · " span.author { ((text.by)(&who)) } } }
}

fn cause(step: &Step, text: &History) -> String {
    match step.stamp.cause {
        Cause::Seed => text.seeded.to_owned(),
        Cause::Import => text.imported.to_owned(),
        Cause::Entry => text.entered.to_owned(),
        Cause::Undo(Revision(number)) => (text.undone)(number),
    }
}

fn when(step: &Step, lang: Lang) -> String {
    moment(step.stamp.at, lang)
}

/// A moment as people in Berlin write it.
pub fn moment(at: DateTime<Utc>, lang: Lang) -> String {
    let at = at.with_timezone(&Berlin);
    let time = at.format(lang.pick("%H:%M Uhr", "%H:%M"));
    format!("{}, {time}", date(at.date_naive(), lang))
}

/// The day of a step in Berlin.
fn day_of(step: &Step) -> NaiveDate {
    step.stamp.at.with_timezone(&Berlin).date_naive()
}

fn day(at: DateTime<Utc>, lang: Lang) -> String {
    date(at.with_timezone(&Berlin).date_naive(), lang)
}

fn refused_page(
    view: &Snapshot,
    number: i64,
    (refusal, later): (Refusal, Option<Revision>),
    reader: &Reader,
) -> Markup {
    let text = History::of(reader.lang);
    let reason = match refusal {
        Refusal::Differs | Refusal::OtherScope | Refusal::SelfTie => text.refused_changed,
        Refusal::StillUsed(_) => text.refused_used,
        Refusal::NoSuch(_) | Refusal::PhasesOverlap | Refusal::EndsBeforeStart => {
            text.refused_missing
        }
        Refusal::NameTaken => text.refused_name,
        Refusal::WasReleased => text.refused_released,
    };
    let remedy = html! {
        @if let Some(Revision(later)) = later {
            p { (text.refused_by) " " a href={ (base(view)) "/" (later) } { ((text.step)(later)) } "." }
        }
        p { (text.refused_remedy) }
    };
    not_taken_back(view, number, reason, remedy, reader)
}

/// That a step stays, why, and what to do about it where there is anything to do.
fn not_taken_back(
    view: &Snapshot,
    number: i64,
    reason: &str,
    remedy: Markup,
    reader: &Reader,
) -> Markup {
    let text = History::of(reader.lang);
    let main = html! {
        p.lead { (text.refused_lead) }
        p.warning { (reason) }
        (remedy)
        p.actions { a.button href=(base(view)) { (text.back) } }
    };
    district_page(view, reader, &(text.refused_title)(number), main)
}
