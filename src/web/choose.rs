//! Offices and bodies chosen from the list by ticks.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use crate::service::{self, Entry, Snapshot, Suggestion, entering, holds, suggestions};
use crate::store::Cause;
use crate::text::Lang;
use crate::text::pages::Choose;
use crate::text::words;

use super::App;
use super::errors::{Error, Result};
use super::page::district_page;
use super::posted::Posted;
use super::reader::Reader;
use super::taken::redirect;
use super::visit::Editor;

/// How often the ticks are judged again where others have entered some of them.
const TRIES: usize = 50;

/// GET /districts/{district}/offices
pub async fn form(State(app): State<App>, Editor(view): Editor, reader: Reader) -> Result<Markup> {
    Ok(page(&app, &view, &reader, None))
}

/// POST /districts/{district}/offices
pub async fn add(
    State(app): State<App>,
    Editor(mut view): Editor,
    reader: Reader,
    form: Posted,
) -> Result<Response> {
    let request = form.request()?;
    let chosen: Vec<Suggestion> = suggestions()
        .into_iter()
        .filter(|one| form.all("unit").any(|id| id == one.id))
        .collect();
    for _ in 0..TRIES {
        let changes = entering(&view, &chosen);
        let id = &view.version.district;
        if let Some(done) = app.service.written(id, &request).await? {
            return Ok(redirect(&view, done).into_response());
        }
        if changes.is_empty() {
            let said = Choose::of(reader.lang).nothing;
            return Ok(page(&app, &view, &reader, Some(said)).into_response());
        }
        let entry = Entry {
            district: view.version.district.clone(),
            programme: Vec::new(),
            network: changes,
            contacts: Default::default(),
            by: reader.author()?,
            cause: Cause::Entry,
            at: app.clock.now(),
            request,
        };
        match app.service.enter(entry).await {
            Ok(revision) => return Ok(redirect(&view, revision).into_response()),
            // Somebody else entered one of them, or the department for bodies, at the same moment.
            Err(service::Error::Refused(_)) => {
                view = app.service.view(&view.version.district).await?
            }
            Err(error) => return Err(error.into()),
        }
    }
    Err(Error::Contended)
}

fn page(app: &App, view: &Snapshot, reader: &Reader, said: Option<&str>) -> Markup {
    let text = Choose::of(reader.lang);
    let list = suggestions();
    let part = |which: &dyn Fn(&Suggestion) -> bool| -> Vec<Suggestion> {
        list.iter().filter(|one| which(one)).cloned().collect()
    };
    let offices = part(&|one| one.kind.is_some_and(|kind| kind.is_office()));
    let others = part(&|one| one.kind.is_some_and(|kind| !kind.is_office()));
    let bodies = part(&|one| one.kind.is_none());
    let all_there = list.iter().all(|one| holds(view, one));
    let main = html! {
        p.lead { (text.lead) }
        @if let Some(said) = said { p.warning role="alert" { (said) } }
        @if all_there { p.notice { (text.all_there) } }
        form method="post" {
            input type="hidden" name="request" value=(app.draw.number());
            (group(view, reader, text.offices, None, &offices))
            (group(view, reader, text.others, None, &others))
            (group(view, reader, text.bodies, Some(text.bodies_note), &bodies))
            @if !all_there {
                p.actions.sticky { button.button type="submit" { (text.add) } }
            }
        }
        p.hint { (text.next) }
    };
    district_page(view, reader, text.title, main)
}

fn group(
    view: &Snapshot,
    reader: &Reader,
    title: &str,
    note: Option<&str>,
    list: &[Suggestion],
) -> Markup {
    let text = Choose::of(reader.lang);
    html! {
        fieldset.card {
            legend { (title) }
            @if let Some(note) = note { p.hint { (note) } }
            ul.ticks {
                @for one in list {
                    @let id = format!("unit-{}", one.id);
                    @let held = holds(view, one);
                    li {
                        input id=(id) type="checkbox" name="unit" value=(one.id) checked[held] disabled[held];
                        label for=(id) {
                            span { (one.name) }
                            small {
                                @if held { (text.already) } @else { (about(one, reader.lang)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn about(one: &Suggestion, lang: Lang) -> String {
    let kind = one.kind.map(|kind| words::department_kind(kind, lang));
    match lang {
        Lang::De => {
            let field = one.policy_field.as_deref();
            let mut words: Vec<&str> = [kind, field].into_iter().flatten().collect();
            // The kind "Schule" in the policy field "Schule" would stand there twice.
            words.dedup();
            words.join(" · ")
        }
        Lang::En => one.name_en.clone(),
    }
}
