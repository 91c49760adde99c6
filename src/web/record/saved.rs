//! What was just saved: told on the record's page, with the button that takes it back.

use maud::{Markup, html};

use crate::service::Snapshot;
use crate::store::{Revision, Step};
use crate::text::changes::{Names, counted};
use crate::text::pages::{History, RecordText};

use super::super::App;
use super::super::errors::Result;
use super::super::page::district_address;
use super::super::reader::Reader;
use super::super::taken;

/// The item of an address that says that there was nothing to save.
const SAME: &str = "same";

/// A record's page, that says what was saved; without a step that there was nothing.
pub fn taken_link(reader: &Reader, address: &str, step: Option<Revision>) -> String {
    match step {
        Some(Revision(number)) => reader.link(address, &[("taken", &number.to_string())]),
        None => reader.link(address, &[(SAME, super::YES)]),
    }
}

/// The step that a write has led to, also where the same request came before.
pub async fn step(app: &App, view: &Snapshot, number: Revision) -> Result<Option<Step>> {
    let district = &view.version.district;
    let steps = app.service.steps(district, Some(number.next()), 1).await?;
    Ok(steps.into_iter().find(|step| step.number == number))
}

/// What was just saved, as the address says, or nothing.
pub async fn saved(app: &App, view: &Snapshot, reader: &Reader) -> Result<Markup> {
    let text = RecordText::of(reader.lang);
    let step = taken::step(app, view, reader).await?;
    Ok(html! {
        @match step {
            Some(step) => (note(app, view, &step, reader)),
            None => @if reader.asked(SAME).is_some() { p.notice role="status" { (text.same) } }
        }
    })
}

/// What a step brought, and the button that takes it back.
fn note(app: &App, view: &Snapshot, step: &Step, reader: &Reader) -> Markup {
    let (text, history) = (RecordText::of(reader.lang), History::of(reader.lang));
    let mut names = Names::of(&view.programme, &view.network);
    names.learn(&step.changes);
    let district = district_address(&view.version.district);
    let address = format!("{district}/history");
    let number = step.number.0;
    let told = counted(&step.changes, &names, reader.lang);
    html! {
        div.notice #taken role="status" {
            p { strong { (history.just_now) } " " (told) "." }
            form.inline method="post" action={ (address) "/" (number) } {
                input type="hidden" name="request" value=(app.draw.number());
                button.button.quiet type="submit" aria-label=((history.undo_step)(number)) { (text.undo) }
                " " a href=(reader.link(&format!("{address}/{number}"), &[])) { (text.history) }
            }
            @if view.network.reports.is_empty() { p { a href=(reader.link(&district, &[])) { (text.first_steps) } } }
        }
    }
}
