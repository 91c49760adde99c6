//! Removing a cooperation from a phase: what goes with it is said before.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::domain::{both_sides, removing_cooperation};
use crate::service::{Settled, Snapshot};
use crate::text::pages::{CooperationPage, RecordText};
use crate::web::App;
use crate::web::errors::{Error, Result};
use crate::web::name::short;
use crate::web::page::district_page;
use crate::web::posted::Posted;
use crate::web::reader::Reader;
use crate::web::record::{signing, taken_link};
use crate::web::visit::Editor;

use super::page::called;
use super::{list, own, side};

/// GET /districts/{district}/cooperations/{from}/{to}/remove
pub async fn ask(
    State(app): State<App>,
    Editor(view): Editor,
    Path((_, from, to)): Path<(String, String, String)>,
    reader: Reader,
) -> Result<Markup> {
    let text = CooperationPage::of(reader.lang);
    let form = side(&view, (&from, &to), reader.asked("phase"))?;
    let told = both_sides(&view.network, &form.phase, &form.ends);
    let told = told.into_iter().flatten().count();
    let goes = text.goes.get(told.wrapping_sub(1)).ok_or(Error::NotFound)?;
    let [a, b] = [0, 1].map(|at| short(called(&view, &form.ends[at])));
    let phase = [("phase", form.phase.as_str())];
    let own = own(&view, &form);
    let main = html! {
        p.lead { (goes) }
        p { (text.goes_back) }
        form method="post" action=(reader.link(&format!("{own}/remove"), &phase)) {
            input type="hidden" name="request" value=(app.draw.number());
            input type="hidden" name="phase" value=(form.phase);
            p.actions {
                button.button type="submit" { (text.remove) } " "
                a href=(reader.link(&own, &phase)) { (RecordText::of(reader.lang).cancel) }
            }
        }
    };
    Ok(district_page(
        &view,
        &reader,
        &(text.remove_title)(&a, &b),
        main,
    ))
}

/// POST /districts/{district}/cooperations/{from}/{to}/remove
pub async fn remove(
    State(app): State<App>,
    Editor(view): Editor,
    Path((_, from, to)): Path<(String, String, String)>,
    reader: Reader,
    posted: Posted,
) -> Result<Response> {
    let signing = signing(&app, &reader, &posted)?;
    let form = side(&view, (&from, &to), posted.one("phase"))?;
    let list = list(&view.version.district);
    let changes =
        |view: &Snapshot| Ok::<_, ()>(removing_cooperation(&view.network, &form.phase, &form.ends));
    match app.service.settle(view, &signing, &[], changes).await? {
        Settled::Done(revision) => {
            Ok(Redirect::to(&taken_link(&reader, &list, Some(revision))).into_response())
        }
        Settled::Nothing | Settled::Otherwise(()) => Err(Error::NotFound),
    }
}
