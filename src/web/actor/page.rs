//! The page of one function, and its form.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

use crate::domain::{ActorId, Offer, Party, PhaseId, Subject, Text};
use crate::service::Snapshot;
use crate::text::pages::{ActorFormText, ActorPage, ReshapeText};
use crate::text::words;

use super::super::App;
use super::super::department::address as department_address;
use super::super::errors::{Error, Result};
use super::super::offer;
use super::super::page::{district_address, district_page};
use super::super::past::of_record;
use super::super::posted::Posted;
use super::super::reader::Reader;
use super::super::record::{
    self, EDIT, Kept, Place, RecordForm, Sheet, asked_phase, menu, saved, taken_link,
};
use super::super::shown::phase_name;
use super::super::table::table;
use super::super::visit::Editor;
use super::address::{address, known, new_address};
use super::around;
use super::contact_form;
use super::form::ActorForm;
use super::ties;

/// What the page shows beside what stands.
#[derive(Default)]
pub(super) struct Shown {
    /// What is said first.
    pub said: Markup,
    /// The form, about a phase.
    pub sheet: Option<(Option<PhaseId>, Sheet)>,
    /// A contact as it was typed.
    pub contact: Option<[String; 3]>,
}

/// GET /districts/{district}/actors/{actor}
pub async fn show(
    State(app): State<App>,
    Editor(view): Editor,
    Path((_, actor)): Path<(String, String)>,
    reader: Reader,
) -> Result<Markup> {
    let text = ActorPage::of(reader.lang);
    let actor = known(&view, &actor)?;
    let said = match reader.asked("done") {
        Some("saved") => html! { p.notice role="status" { (text.saved) } },
        Some("deleted") => html! { p.notice role="status" { (text.deleted) } },
        _ => saved(&app, &view, &reader).await?,
    };
    let sheet = match reader.asked(EDIT) {
        Some(_) => {
            let form = asked_form(&view, &reader, &actor)?;
            let sheet = form.sheet(&view);
            Some((form.phase, sheet))
        }
        None => None,
    };
    let shown = Shown {
        said,
        sheet,
        contact: None,
    };
    page(&app, &view, &reader, &actor, shown).await
}

/// POST /districts/{district}/actors/{actor}
pub async fn save(
    State(app): State<App>,
    Editor(view): Editor,
    Path((_, actor)): Path<(String, String)>,
    reader: Reader,
    posted: Posted,
) -> Result<Response> {
    let actor = ActorId::parse(&actor).map_err(|_| Error::NotFound)?;
    let form = ActorForm {
        phase: asked_phase(&view, posted.one("phase"))?,
        id: Some(actor.clone()),
    };
    let address = address(&view.version.district, &actor);
    let sheet = match record::save(&app, &view, &reader, &posted, &form).await? {
        Kept::Saved(step) => {
            let to = taken_link(&reader, &address, Some(step));
            return Ok(Redirect::to(&to).into_response());
        }
        Kept::Same => {
            let to = taken_link(&reader, &address, None);
            return Ok(Redirect::to(&to).into_response());
        }
        Kept::Told(sheet) => *sheet,
    };
    let status = sheet.status();
    let view = app.service.view(&view.version.district).await?;
    let page = match view.network.actors.contains_key(&actor) {
        true => {
            let shown = Shown {
                sheet: Some((form.phase, sheet)),
                ..Shown::default()
            };
            page(&app, &view, &reader, &actor, shown).await?
        }
        false => gone(&app, &view, &reader, &form, &sheet),
    };
    Ok((status, page).into_response())
}

/// The form that an address asks for: about a phase, else about the latest in which it stands.
fn asked_form(view: &Snapshot, reader: &Reader, actor: &ActorId) -> Result<ActorForm> {
    let asked = reader.asked(EDIT).filter(|asked| *asked != record::YES);
    let phases = view.programme.phases_in_order().into_iter().rev();
    let mut phases = phases.map(|(id, _)| id);
    let stands = |phase: &&PhaseId| {
        let key = (actor.clone(), (*phase).clone());
        view.network.memberships.contains_key(&key)
    };
    let asked = asked.or_else(|| phases.find(stands).map(PhaseId::as_str));
    Ok(ActorForm {
        phase: asked_phase(view, asked)?,
        id: Some(actor.clone()),
    })
}

pub(super) async fn page(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    actor: &ActorId,
    shown: Shown,
) -> Result<Markup> {
    let name = view.network.actors[actor].name.as_str();
    let contact = contact_form::section(app, view, reader, (actor, shown.contact.as_ref())).await?;
    let history = of_record(app, view, reader, &Subject::Actor(actor.clone())).await?;
    let around = around::section(app, view, reader, actor).await?;
    let main = html! {
        (menu(reader, &view.version.district))
        (shown.said)
        @if let Some((phase, sheet)) = &shown.sheet {
            (editing(app, view, reader, (actor, phase.as_ref()), sheet))
        }
        (facts(view, reader, actor))
        (places(view, reader, actor))
        (deeds(view, reader, actor))
        (around)
        (ties::section(view, reader, actor))
        (offers(view, reader, actor))
        (contact)
        (history)
    };
    Ok(district_page(view, reader, name, main))
}

/// The form on the page of a function.
fn editing(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    (actor, phase): (&ActorId, Option<&PhaseId>),
    sheet: &Sheet,
) -> Markup {
    let text = ActorFormText::of(reader.lang);
    let title = match phase {
        Some(phase) => (text.edit_title)(phase_name(&view.programme, phase)),
        None => text.edit_title_plain.to_owned(),
    };
    let form = ActorForm {
        id: Some(actor.clone()),
        phase: phase.cloned(),
    };
    html! {
        section.card aria-labelledby="edit" {
            h2 #edit { (title) }
            (sheet_form(app, view, reader, &form, sheet))
        }
    }
}

fn sheet_form(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    form: &ActorForm,
    sheet: &Sheet,
) -> Markup {
    let district = &view.version.district;
    let actor = form.id.as_ref().expect("the form of a known function");
    let own = address(district, actor);
    let phase = form.phase.as_ref().map(PhaseId::as_str);
    let place = Place {
        action: reader.link(&own, &[(EDIT, phase.unwrap_or(record::YES))]),
        anew: reader.link(&new_address(district), &[]),
        back: reader.link(&own, &[]),
        about: &[("phase", phase.unwrap_or_default().to_owned())],
        buttons: &[],
    };
    let fields = form.fields(view, reader.lang);
    record::form(app, reader, &fields, sheet, &place)
}

/// The page of a function that was removed while somebody changed it.
fn gone(app: &App, view: &Snapshot, reader: &Reader, form: &ActorForm, sheet: &Sheet) -> Markup {
    let title = ActorFormText::of(reader.lang).new_title;
    let main = html! {
        (menu(reader, &view.version.district))
        section.card { (sheet_form(app, view, reader, form, sheet)) }
    };
    district_page(view, reader, title, main)
}

fn facts(view: &Snapshot, reader: &Reader, actor: &ActorId) -> Markup {
    let (text, fields) = (ActorPage::of(reader.lang), ActorFormText::of(reader.lang));
    let actor = &view.network.actors[actor];
    html! {
        dl.typed {
            dt { (fields.kind) } dd { (words::actor_kind(actor.kind, reader.lang)) }
            @if let Some(note) = &actor.note { dt { (fields.note) } dd { (note) } }
        }
        @if view.programme.phases.is_empty() { p { (text.nowhere) } }
    }
}

/// Where it stands in each phase.
fn places(view: &Snapshot, reader: &Reader, actor: &ActorId) -> Markup {
    let (text, fields) = (ActorPage::of(reader.lang), ActorFormText::of(reader.lang));
    let phases: Vec<_> = view.programme.phases_in_order().into_iter().rev().collect();
    let place = |phase: &PhaseId| {
        let place = view
            .network
            .memberships
            .get(&(actor.clone(), phase.clone()))?;
        Some((place, view.network.departments.get(&place.department)?))
    };
    let nowhere = phases.iter().all(|(phase, _)| place(phase).is_none());
    let [phase_title, office, section, level] = text.columns;
    let columns = [
        phase_title,
        office,
        section,
        level,
        fields.core_team,
        fields.asked,
        fields.answered,
        text.edit,
    ];
    let own = address(&view.version.district, actor);
    let said = |answer: Option<bool>| match answer {
        Some(said) => words::yes_no(said, reader.lang),
        None => "–",
    };
    html! {
        @if nowhere { p { (text.nowhere) } }
        (table(text.places, &columns, html! {
            @for (id, phase) in &phases {
                @let at = place(id);
                tr {
                    th scope="row" data-column=(phase_title) { (phase.name) }
                    @match at {
                        Some((place, department)) => {
                            td data-column=(office) {
                                a href=(reader.link(&department_address(&view.version.district, &place.department), &[])) { (department.name) }
                            }
                            td data-column=(section) { (place.section.as_ref().map_or("–", Text::as_str)) }
                            td data-column=(level) { (place.level.map_or("–", |one| words::level(one, reader.lang))) }
                            td data-column=(fields.core_team) { (words::yes_no(place.core_team, reader.lang)) }
                            td data-column=(fields.asked) { (said(place.asked)) }
                            td data-column=(fields.answered) { (said(place.answered)) }
                        }
                        None => td colspan="6" { (fields.nowhere) }
                    }
                    td data-column=(text.edit) {
                        a href=(reader.link(&own, &[(EDIT, id.as_str())])) aria-label=((text.edit_in)(phase.name.as_str())) { (text.edit) }
                    }
                }
            }
        }))
    }
}

/// What can be done with it.
fn deeds(view: &Snapshot, reader: &Reader, actor: &ActorId) -> Markup {
    let text = ReshapeText::of(reader.lang);
    let own = address(&view.version.district, actor);
    let next = next_address(view, reader, actor);
    let who = district_address(&view.version.district) + "/who";
    html! {
        p.actions {
            a.button href=(reader.link(&own, &[(EDIT, record::YES)])) { (text.edit) }
            a.button.quiet href=(reader.link(&who, &[("actor", actor.as_str())])) { (ActorPage::of(reader.lang).enter_ties) }
            a.button.quiet href=(reader.link(&format!("{own}/move"), &[])) { (text.move_) }
            a.button.quiet href=(reader.link(&format!("{own}/merge"), &[])) { (text.merge) }
            a.button.quiet href=(reader.link(&format!("{own}/remove"), &[])) { (text.remove) }
            @if let Some(next) = next { a href=(next) { (ActorFormText::of(reader.lang).next_link) } }
        }
    }
}

/// The page of a new function in the same office, section and phase.
pub(super) fn next_address(view: &Snapshot, reader: &Reader, actor: &ActorId) -> Option<String> {
    let phases = view.programme.phases_in_order().into_iter().rev();
    let mut places = phases.filter_map(|(phase, _)| {
        let key = (actor.clone(), phase.clone());
        Some((phase, view.network.memberships.get(&key)?))
    });
    let (phase, place) = places.next()?;
    let mut items = vec![
        ("department", place.department.as_str()),
        ("phase", phase.as_str()),
    ];
    items.extend(
        place
            .section
            .as_ref()
            .map(|section| ("section", section.as_str())),
    );
    Some(reader.link(&new_address(&view.version.district), &items))
}

/// The offers in which it takes part, and how.
fn offers(view: &Snapshot, reader: &Reader, actor: &ActorId) -> Markup {
    let text = ActorPage::of(reader.lang);
    let party = Party::Actor(actor.clone());
    let own: Vec<_> = view
        .network
        .offers
        .iter()
        .filter_map(|(id, offer)| Some((id, offer, parts(view, offer, &party, text)?)))
        .collect();
    let [offer_title, part] = text.offer_columns;
    html! {
        section.entered {
            h2 #offers { (text.offers) }
            @if own.is_empty() { p { (text.no_offers) } } @else {
                (table(text.offers, &text.offer_columns, html! {
                    @for (id, offer, parts) in own {
                        tr {
                            th scope="row" data-column=(offer_title) {
                                a href=(reader.link(&offer::address(&view.version.district, id), &[]))
                                    aria-label={ (offer_title) ": " (offer.name) } { (offer.name) }
                            }
                            td data-column=(part) { (parts) }
                        }
                    }
                }))
            }
        }
    }
}

/// How somebody takes part in an offer; none where not at all.
pub fn parts(view: &Snapshot, offer: &Offer, party: &Party, text: &ActorPage) -> Option<String> {
    let phases = view.programme.phases_in_order().into_iter();
    let provides: Vec<&str> = phases
        .filter(|(id, _)| {
            offer
                .providers
                .get(*id)
                .is_some_and(|all| all.contains(party))
        })
        .map(|(_, phase)| phase.name.as_str())
        .collect();
    let provides = (!provides.is_empty()).then(|| (text.provides)(&provides.join(", ")));
    let knows = offer
        .known_to
        .contains(party)
        .then(|| text.knows.to_owned());
    let refers = offer
        .referred_by
        .contains(party)
        .then(|| text.refers.to_owned());
    let parts: Vec<String> = [provides, knows, refers].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}
