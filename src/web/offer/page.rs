//! The page of an offer.

use std::collections::BTreeSet;

use maud::{Markup, html};

use crate::domain::{ActorId, Change, Offer, OfferId, Party, PhaseId, Subject};
use crate::service::Snapshot;
use crate::store::Step;
use crate::text::changes::Names;
use crate::text::pages::OfferPage;
use crate::text::words;
use crate::web::App;
use crate::web::actor::address as actor_address;
use crate::web::cooperation;
use crate::web::errors::Result;
use crate::web::name::{name, short};
use crate::web::page::{district_address, district_page, link};
use crate::web::past::of_record;
use crate::web::picture::image;
use crate::web::reader::Reader;
use crate::web::record::{self, EDIT, Sheet, saved};

use super::form::OfferForm;
use super::{address, form_of};

/// How many cooperations about it stand on the page.
const ABOUT: usize = 50;

/// The page, with the form as it is to be shown.
pub(super) async fn page(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    form: OfferForm,
    sheet: Option<&Sheet>,
) -> Result<Markup> {
    let text = OfferPage::of(reader.lang);
    let id = form
        .id
        .clone()
        .expect("a page is of an offer that is there");
    let offer = &view.network.offers[&id];
    let phase = form.phase.clone();
    let own = address(&view.version.district, &id);
    let history = of_record(app, view, reader, &Subject::Offer(id.clone())).await?;
    let edits = [(EDIT, phase.as_str())];
    let main = html! {
        (record::menu(reader, &view.version.district))
        (saved(app, view, reader).await?)
        @if let Some(sheet) = sheet {
            section.card aria-labelledby="edit" {
                h2 #edit { (text.edit) }
                (form_of(app, view, reader, form, sheet, reader.link(&own, &edits)))
            }
        }
        (phases(view, reader, &own, &phase))
        section aria-labelledby="entered" {
            h2 #entered { (text.entered) }
            (entered(view, reader, offer, &phase))
        }
        @if offer.providers.contains_key(&phase) { (picture(view, reader, (&id, &phase))) }
        (about(view, reader, (&id, &phase)))
        p.actions {
            a.button href=(reader.link(&own, &edits)) { (text.edit) } " "
            a.button.quiet href=(reader.link(&format!("{own}/merge"), &[])) { (text.merge) } " "
            a.button.quiet href=(reader.link(&format!("{own}/remove"), &[])) { (text.remove) }
        }
        (history)
    };
    Ok(district_page(
        view,
        reader,
        &short(offer.name.as_str()),
        main,
    ))
}

/// The offer that a step has added.
pub(super) fn added(step: &Step) -> Option<OfferId> {
    step.changes.iter().find_map(|change| match change {
        Change::Offer(edit) if edit.after.is_some() => Some(edit.key.clone()),
        _ => None,
    })
}

/// The phases, each a link.
fn phases(view: &Snapshot, reader: &Reader, own: &str, phase: &PhaseId) -> Markup {
    let text = OfferPage::of(reader.lang);
    html! {
        nav.phases.of-map aria-label=(text.other_phases) {
            span.label aria-hidden="true" { (text.other_phases) }
            ul {
                @for (id, one) in view.programme.phases_in_order() {
                    li { (link(&reader.link(own, &[("phase", id.as_str())]), one.name.as_str(), id == phase)) }
                }
            }
        }
    }
}

/// Who takes part and what is said, each as a term and what belongs to it.
fn entered(view: &Snapshot, reader: &Reader, offer: &Offer, phase: &PhaseId) -> Markup {
    let (text, lang) = (OfferPage::of(reader.lang), reader.lang);
    let names = Names::of(&view.programme, &view.network);
    let life: Vec<_> = offer
        .life_phases
        .iter()
        .map(|one| words::life_phase(*one, lang))
        .collect();
    let fields: Vec<_> = offer
        .fields
        .iter()
        .map(|one| words::field(*one, lang))
        .collect();
    let in_phases: Vec<_> = offer.phases().map(|id| names.phase(id)).collect();
    let nobody = BTreeSet::new();
    let here = offer.providers.get(phase).unwrap_or(&nobody);
    let said = [
        (text.target_group, &offer.target_group),
        (text.area, &offer.area),
        (text.goal, &offer.goal),
        (text.funding, &offer.funding),
    ];
    html! {
        dl.typed {
            dt { (text.life_phases) } dd { (life.join(", ")) }
            dt { (text.fields) } dd { (fields.join(", ")) }
            dt { (text.phases) } dd { (in_phases.join(", ")) }
            @for (label, parties) in [(text.providers, here), (text.known_to, &offer.known_to), (text.referred_by, &offer.referred_by)] {
                dt { (label) } dd { (all(view, reader, &names, parties)) }
            }
            dt { (text.responsible) } dd { (name(offer.responsible.as_ref().map_or(text.nobody_yet, |id| names.department(id)))) }
            @for (label, value) in said {
                @if let Some(value) = value { dt { (label) } dd { (value) } }
            }
            @if let Some(note) = &offer.note { dt { (text.note) } dd { (note) } }
        }
    }
}

/// Who takes part; functions lead to their pages.
fn all(view: &Snapshot, reader: &Reader, names: &Names<'_>, parties: &BTreeSet<Party>) -> Markup {
    let text = OfferPage::of(reader.lang);
    html! {
        @if parties.is_empty() { (text.nobody_yet) }
        @for (at, party) in parties.iter().enumerate() {
            @if at > 0 { ", " }
            @match party {
                Party::Actor(id) => a href=(reader.link(&actor_address(&view.version.district, id), &[])) { (name(names.actor(id))) },
                _ => (name(&names.party(party))),
            }
        }
    }
}

/// The offer's own view of the map.
fn picture(view: &Snapshot, reader: &Reader, (id, phase): (&OfferId, &PhaseId)) -> Markup {
    let text = OfferPage::of(reader.lang);
    let items = [
        ("view", "offer"),
        ("offer", id.as_str()),
        ("phase", phase.as_str()),
    ];
    let base = district_address(&view.version.district);
    html! {
        section aria-labelledby="picture" {
            h2 #picture { (text.picture) }
            div.picture { (image(&reader.link(&format!("{base}/map.svg"), &items), text.picture)) }
            p { a href=(reader.link(&format!("{base}/map"), &items)) { (text.to_picture) } }
        }
    }
}

/// The cooperations that are about it in a phase.
fn about(view: &Snapshot, reader: &Reader, (id, phase): (&OfferId, &PhaseId)) -> Markup {
    let text = OfferPage::of(reader.lang);
    let reports = view.network.reports.iter();
    let here =
        reports.filter(|((in_phase, ..), report)| in_phase == phase && report.offers.contains(id));
    let pairs: BTreeSet<[&ActorId; 2]> = here
        .map(|((_, from, to), _)| [from.min(to), from.max(to)])
        .collect();
    let names = Names::of(&view.programme, &view.network);
    let list = district_address(&view.version.district) + "/cooperations";
    html! {
        section aria-labelledby="about" {
            h2 #about { (text.about) }
            @if pairs.is_empty() { p { (text.about_none) } } @else {
                ul {
                    @for [a, b] in pairs.iter().take(ABOUT) {
                        li {
                            @let pair = cooperation::address(&view.version.district, a, b);
                            a href=(reader.link(&pair, &[("phase", phase.as_str())])) { (short(names.actor(a))) " – " (short(names.actor(b))) }
                        }
                    }
                }
                @if pairs.len() > ABOUT { p { a href=(reader.link(&list, &[("phase", phase.as_str())])) { (text.about_more) } } }
            }
        }
    }
}
