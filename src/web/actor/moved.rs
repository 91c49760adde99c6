//! A function moved to another office, from a funding phase on.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::domain::{ActorId, Change, DepartmentId, Membership, NewPlace, PhaseId, move_actor};
use crate::service::{Settled, Snapshot};
use crate::text::Lang;
use crate::text::pages::{ActorFormText, RecordText, ReshapeText};

use super::super::App;
use super::super::errors::{Error, Result};
use super::super::page::district_page;
use super::super::posted::Posted;
use super::super::reader::Reader;
use super::super::record::{
    self, Choice, Control, Faults, Field, Filled, Place, Reading, Said, Sheet, menu, signing,
    taken_link,
};
use super::super::visit::Editor;
use super::address::{address, known};
use super::form::{departments, sections};

/// Where a function shall stand, and from which phase on.
struct Wanted {
    place: NewPlace,
    phase: PhaseId,
}

/// GET /districts/{district}/actors/{actor}/move
pub async fn ask(
    State(app): State<App>,
    Editor(view): Editor,
    Path((_, actor)): Path<(String, String)>,
    reader: Reader,
) -> Result<Markup> {
    let actor = known(&view, &actor)?;
    let phases = phases(&view, &actor);
    let mut filled = Filled::default().with_some("phase", phases.first());
    if let Some(phase) = phases.first() {
        let place = &view.network.memberships[&(actor.clone(), (*phase).clone())];
        filled = filled.with("department", &place.department);
    }
    let sheet = Sheet {
        filled,
        seen: seen(&view, &actor),
        ..Sheet::default()
    };
    Ok(page(&app, &view, &reader, &actor, &sheet))
}

/// POST /districts/{district}/actors/{actor}/move
pub async fn shift(
    State(app): State<App>,
    Editor(view): Editor,
    Path((_, actor)): Path<(String, String)>,
    reader: Reader,
    posted: Posted,
) -> Result<Response> {
    let actor = known(&view, &actor)?;
    let signing = signing(&app, &reader, &posted)?;
    let sent = Sheet {
        filled: Filled::of(&posted),
        seen: posted.one("seen").ok_or(Error::BadRequest)?.to_owned(),
        ..Sheet::default()
    };
    let changes = |view: &Snapshot| changes(view, &actor, &sent, reader.lang);
    let settled = app.service.settle(view.clone(), &signing, &[], changes);
    let own = address(&view.version.district, &actor);
    let step = match settled.await? {
        Settled::Done(step) => Some(step),
        Settled::Nothing => None,
        Settled::Otherwise(sheet) => {
            let view = app.service.view(&view.version.district).await?;
            let page = page(&app, &view, &reader, &actor, &sheet);
            return Ok((sheet.status(), page).into_response());
        }
    };
    Ok(Redirect::to(&taken_link(&reader, &own, step)).into_response())
}

/// The changes of a move, or the form again. Where somebody else has moved it since, that is told first.
fn changes(
    view: &Snapshot,
    actor: &ActorId,
    sent: &Sheet,
    lang: Lang,
) -> std::result::Result<Vec<Change>, Box<Sheet>> {
    let told = |faults| {
        Box::new(Sheet {
            faults,
            ..sent.clone()
        })
    };
    let wanted = read(view, actor, &sent.filled, lang).map_err(told)?;
    let stands = seen(view, actor);
    if stands != sent.seen {
        return Err(Box::new(Sheet {
            seen: stands,
            said: Said::Refused,
            ..sent.clone()
        }));
    }
    let (place, phase) = (&wanted.place, &wanted.phase);
    let moved = move_actor(&view.network, &view.programme, actor, (place, phase));
    let none = || told(Faults::one("phase", ReshapeText::of(lang).no_place));
    Ok(moved.ok_or_else(none)?.changes)
}

/// Where it stands in each phase, as the hidden field of the form holds it.
fn seen(view: &Snapshot, actor: &ActorId) -> String {
    let places = view.network.memberships.iter();
    let own = places.filter(|((one, _), _)| one == actor);
    let own: BTreeMap<&PhaseId, &Membership> = own.map(|((_, phase), it)| (phase, it)).collect();
    serde_json::to_string(&own).expect("places are written as their history is")
}

fn read(
    view: &Snapshot,
    actor: &ActorId,
    typed: &Filled,
    lang: Lang,
) -> std::result::Result<Wanted, Faults> {
    let mut reading = Reading::of(typed, lang);
    let department = reading.choice("department", |id| {
        let id = DepartmentId::parse(id).ok()?;
        view.network.departments.contains_key(&id).then_some(id)
    });
    let phase = reading.choice("phase", |asked| {
        let mut phases = phases(view, actor).into_iter();
        phases.find(|phase| phase.as_str() == asked).cloned()
    });
    let section = reading.text("section");
    let wanted = || {
        let place = NewPlace {
            department: department?,
            section,
        };
        Some(Wanted {
            place,
            phase: phase?,
        })
    };
    reading.done(wanted())
}

/// The phases in which it stands, from the latest.
fn phases<'v>(view: &'v Snapshot, actor: &ActorId) -> Vec<&'v PhaseId> {
    let phases = view.programme.phases_in_order().into_iter().rev();
    let stands = |phase: &PhaseId| {
        let key = (actor.clone(), phase.clone());
        view.network.memberships.contains_key(&key)
    };
    phases.map(|(id, _)| id).filter(|id| stands(id)).collect()
}

fn fields(view: &Snapshot, actor: &ActorId, lang: Lang) -> Vec<Field> {
    let (text, own) = (ReshapeText::of(lang), ActorFormText::of(lang));
    let please = [Choice::new("", RecordText::of(lang).please)];
    let departments = please.into_iter().chain(departments(view, lang)).collect();
    let phases = phases(view, actor).into_iter();
    let phases = phases.map(|id| Choice::new(id, &view.programme.phases[id].name));
    vec![
        Field::new("department", own.department, Control::One(departments)).required(),
        Field::new("section", own.section, Control::Line(sections(view)))
            .hint(text.move_section_hint),
        Field::new("phase", text.from_phase, Control::One(phases.collect()))
            .hint(text.from_phase_hint)
            .required(),
    ]
}

fn page(app: &App, view: &Snapshot, reader: &Reader, actor: &ActorId, sheet: &Sheet) -> Markup {
    let text = ReshapeText::of(reader.lang);
    let name = view.network.actors[actor].name.as_str();
    let own = address(&view.version.district, actor);
    let action = reader.link(&format!("{own}/move"), &[]);
    let place = Place {
        anew: action.clone(),
        action,
        back: reader.link(&own, &[]),
        about: &[],
        buttons: &[],
    };
    let main = html! {
        (menu(reader, &view.version.district))
        @if phases(view, actor).is_empty() { p.notice { (text.no_place) } } @else {
            p.lead { (text.move_lead) }
            section.card {
                (record::form(app, reader, &fields(view, actor, reader.lang), sheet, &place))
            }
        }
    };
    district_page(view, reader, &(text.move_title)(name), main)
}
