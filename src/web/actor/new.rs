//! New functions, one below the other.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::domain::{ActorId, Change, DepartmentId, PhaseId};
use crate::service::Snapshot;
use crate::store::{Revision, Step};
use crate::text::Lang;
use crate::text::pages::{ActorFormText, RecordText};

use super::super::App;
use super::super::department::new_address as new_department;
use super::super::errors::{Error, Result};
use super::super::page::district_page;
use super::super::posted::Posted;
use super::super::reader::Reader;
use super::super::record::{
    self, Choice, Control, Field, Filled, Kept, Place, RecordForm, Said, Sheet, asked_phase, menu,
    saved, taken_link,
};
use super::super::visit::Editor;
use super::address::{address, list, new_address};
use super::form::ActorForm;

/// The button that saves and goes on with the next.
const NEXT: &str = "next";

/// What is kept from one function to the next.
const KEPT: [&str; 3] = ["department", "section", "phase"];

/// GET /districts/{district}/actors/new
pub async fn ask(State(app): State<App>, Editor(view): Editor, reader: Reader) -> Result<Markup> {
    let form = ActorForm {
        id: None,
        phase: asked_phase(&view, reader.asked("phase"))?,
    };
    let kept = KEPT
        .iter()
        .filter_map(|name| Some((*name, reader.asked(name)?)));
    let mut filled = Filled::default().with("kind", "function");
    for (name, value) in kept {
        filled = filled.with(name, value);
    }
    let sheet = Sheet {
        filled,
        ..Sheet::default()
    };
    let said = saved(&app, &view, &reader).await?;
    Ok(page(&app, &view, &reader, (&form, &sheet), said))
}

/// POST /districts/{district}/actors/new
pub async fn add(
    State(app): State<App>,
    Editor(view): Editor,
    reader: Reader,
    posted: Posted,
) -> Result<Response> {
    let form = ActorForm {
        id: None,
        phase: asked_phase(&view, posted.one("phase"))?,
    };
    match record::save(&app, &view, &reader, &posted, &form).await? {
        Kept::Saved(step) => {
            let to = led_to(&app, &view, &reader, &posted, step).await?;
            Ok(Redirect::to(&to).into_response())
        }
        Kept::Same => Err(Error::BadRequest),
        Kept::Told(sheet) => {
            let status = sheet.status();
            let page = page(&app, &view, &reader, (&form, &sheet), html! {});
            Ok((status, page).into_response())
        }
    }
}

/// Where a new function leads: to its page, or to the form of the next one.
async fn led_to(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    posted: &Posted,
    number: Revision,
) -> Result<String> {
    let district = &view.version.district;
    if posted.one("action") == Some(NEXT) {
        let number = number.0.to_string();
        let kept = KEPT
            .iter()
            .filter_map(|name| Some((*name, posted.one(name)?)));
        let items: Vec<_> = kept.chain([("taken", number.as_str())]).collect();
        return Ok(reader.link(&new_address(district), &items));
    }
    let step = record::step(app, view, number).await?;
    let own = step
        .as_ref()
        .and_then(added)
        .map(|id| address(district, &id));
    Ok(taken_link(
        reader,
        &own.unwrap_or_else(|| list(district)),
        Some(number),
    ))
}

/// The function that a step added.
fn added(step: &Step) -> Option<ActorId> {
    step.changes.iter().find_map(|change| match change {
        Change::Actor(edit) if edit.before.is_none() => Some(edit.key.clone()),
        _ => None,
    })
}

fn page(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    (form, sheet): (&ActorForm, &Sheet),
    said: Markup,
) -> Markup {
    let text = ActorFormText::of(reader.lang);
    let district = &view.version.district;
    let has_departments = !view.network.departments.is_empty();
    let action = reader.link(&new_address(district), &[]);
    let place = Place {
        anew: action.clone(),
        action,
        back: reader.link(&list(district), &[]),
        about: &[],
        buttons: &[(NEXT, text.next)],
    };
    let mut fields = form.fields(view, reader.lang);
    fields.insert(2, phase_field(view, reader.lang));
    // Whoever has entered one types the next.
    let goes_on = reader.asked("taken").is_some() && matches!(sheet.said, Said::Nothing);
    let name = fields.remove(0).focused(goes_on && sheet.faults.is_empty());
    fields.insert(0, name);
    let filled = sheet.filled.clone();
    let phase = form.phase.as_ref().map_or("", PhaseId::as_str);
    let sheet = Sheet {
        filled: filled.with("phase", phase),
        ..sheet.clone()
    };
    let main = html! {
        (menu(reader, district))
        (said)
        p.lead { (text.new_lead) }
        @if has_departments {
            section.card { (record::form(app, reader, &fields, &sheet, &place)) }
            (there(view, reader, &sheet, form.phase.as_ref()))
        } @else {
            p.notice {
                (text.no_departments) " "
                a href=(reader.link(&new_department(district), &[])) { (text.new_department) }
            }
        }
    };
    district_page(view, reader, text.new_title, main)
}

fn phase_field(view: &Snapshot, lang: Lang) -> Field {
    let phases = view.programme.phases_in_order().into_iter().rev();
    let phases = phases.map(|(id, phase)| Choice::new(id, &phase.name));
    let mut phases: Vec<Choice> = phases.collect();
    if phases.is_empty() {
        phases.push(Choice::new("", RecordText::of(lang).empty));
    }
    Field::new("phase", ActorFormText::of(lang).phase, Control::One(phases))
}

/// The functions that the chosen office has already, below the form.
fn there(view: &Snapshot, reader: &Reader, sheet: &Sheet, phase: Option<&PhaseId>) -> Markup {
    let department = DepartmentId::parse(sheet.filled.one("department")).ok();
    let department = department.filter(|id| view.network.departments.contains_key(id));
    let (Some(department), Some(phase)) = (department, phase) else {
        return html! {};
    };
    let members = view.network.members(phase);
    let own = members.filter(|(_, place)| place.department == department);
    let own: Vec<&ActorId> = own.map(|(id, _)| id).collect();
    let name = view.network.departments[&department].name.as_str();
    html! {
        @if !own.is_empty() {
            section aria-labelledby="there" {
                h2 #there { ((ActorFormText::of(reader.lang).there)(name)) }
                ul {
                    @for id in own {
                        li { a href=(reader.link(&address(&view.version.district, id), &[])) { (view.network.actors[id].name) } }
                    }
                }
            }
        }
    }
}
