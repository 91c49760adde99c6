//! What was just taken over: the way to the district's page, and what that page says of it.

use axum::response::Redirect;
use maud::{Markup, html};

use crate::service::Snapshot;
use crate::store::{Cause, Revision, Step};
use crate::text::changes::{Names, counted, summary, tell_first};
use crate::text::pages::History;

use super::App;
use super::errors::{Error, Result};
use super::history::{STEPS, is_undone};
use super::page::district_address;
use super::reader::Reader;

/// How many changes are told of what was just entered.
const LINES: usize = 5;

/// The way to the district's page, which says what was just taken over.
pub fn redirect(view: &Snapshot, revision: Revision) -> Redirect {
    let district = district_address(&view.version.district);
    Redirect::to(&format!("{district}?taken={}", revision.0))
}

/// The step that the address says was just taken, where it is one of the latest, brought something, and still holds.
pub async fn step(app: &App, view: &Snapshot, reader: &Reader) -> Result<Option<Step>> {
    let Some(number) = reader.asked("taken") else {
        return Ok(None);
    };
    let number = Revision(number.parse().map_err(|_| Error::BadRequest)?);
    step_of(app, view, number).await
}

/// The same of a step with this number.
pub async fn step_of(app: &App, view: &Snapshot, number: Revision) -> Result<Option<Step>> {
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

/// What was just taken over, with the button that takes it back.
pub fn note_with_undo(app: &App, view: &Snapshot, step: &Step, reader: &Reader) -> Markup {
    let history = History::of(reader.lang);
    let mut names = Names::of(&view.programme, &view.network);
    names.learn(&step.changes);
    let told = tell_first(LINES, &step.changes, &names, reader.lang);
    let address = format!(
        "{}/history/{}",
        district_address(&view.version.district),
        step.number.0
    );
    html! {
        div.notice #taken role="status" {
            p { strong { (history.just_now) } " " (summary(&told)) "." }
            ul { @for line in told.iter().flat_map(|group| &group.lines).take(LINES) { li { (line) } } }
            form method="post" action=(reader.link(&address, &[])) {
                input type="hidden" name="request" value=(app.draw.number());
                button.button.quiet type="submit" { (history.undo_now) }
            }
        }
    }
}

/// What was just taken over, and where it can be taken back.
pub fn note(view: &Snapshot, step: &Step, reader: &Reader) -> Markup {
    let history = History::of(reader.lang);
    let mut names = Names::of(&view.programme, &view.network);
    names.learn(&step.changes);
    let address = district_address(&view.version.district) + "/history";
    html! {
        div.notice #taken role="status" {
            p { strong { (history.just_now) } " " (counted(&step.changes, &names, reader.lang)) "." }
            p { a href=(address) { (history.to_undo) } }
        }
    }
}
