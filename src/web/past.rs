//! The history of one record, as its page shows it.

use maud::{Markup, html};

use crate::domain::Subject;
use crate::service::Snapshot;
use crate::store::Revision;
use crate::text::pages::History;

use super::App;
use super::errors::Result;
use super::history::{Undoing, base, steps_with};
use super::reader::{Reader, address};
use super::signer::Signers;

/// How many steps stand on the page of one record.
const STEPS: usize = 10;

/// The item of an address that asks for the older steps of one record.
const OLDER: &str = "older";

/// The anchor of its history.
const PAST: &str = "past";

/// The history of one record, for its page: a part of it, and the way to what is older.
pub async fn of_record(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    subject: &Subject,
) -> Result<Markup> {
    let text = History::of(reader.lang);
    let before = reader.asked(OLDER).and_then(|number| number.parse().ok());
    let before = before.map(Revision);
    let id = &view.version.district;
    let past = app.service.steps_about(id, subject, before, STEPS);
    let (past, undone, signers) =
        tokio::join!(past, app.service.undone(id), Signers::of(app, reader));
    let (past, undone, signers) = (past?, undone?, signers?);
    let undoing = Undoing {
        draw: &app.draw,
        undone: &undone,
        signers: &signers,
    };
    let at = |step: Option<i64>| {
        let mut items = reader.query.clone();
        items.retain(|(key, _)| key != OLDER);
        items.extend(step.map(|step| (OLDER.to_owned(), step.to_string())));
        format!("{}#{PAST}", address(&reader.path, &items))
    };
    Ok(html! {
        section id=(PAST) aria-labelledby="past-title" {
            h2 #past-title { (text.title) }
            @if past.steps.is_empty() { p { (text.nothing_here) } }
            (steps_with(view, &past.steps, reader, Some(&undoing), &past.others))
            p.actions {
                @if before.is_some() { a.button.quiet href=(at(None)) { (text.newest) } }
                @if let Some(older) = past.older { a.button.quiet href=(at(Some(older.0))) { (text.older) } }
                a href=(reader.link(&base(view), &[])) { (text.whole) }
            }
        }
    })
}
