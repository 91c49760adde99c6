//! What an organisation's page shows: what is entered, its functions, its pairs with others, its offers.

use maud::{Markup, html};

use crate::analysis::{Inclusion, Options, PairState, Selection};
use crate::domain::{Department, DepartmentId, Offer, Party, PhaseId, Text};
use crate::service::Snapshot;
use crate::text::pages::{ActorPage, DepartmentPage};
use crate::text::words;

use super::super::App;
use super::super::actor::{address as actor_address, parts as parts_of};
use super::super::errors::Result;
use super::super::offer;
use super::super::reader::Reader;
use super::super::record::EDIT;
use super::super::shown::phase_name;
use super::super::table::{about, table};
use super::address::address;

/// What is entered of it.
pub(super) fn facts(view: &Snapshot, reader: &Reader, department: &Department) -> Markup {
    let text = DepartmentPage::of(reader.lang);
    let phases = view.programme.phases_in_order().into_iter().rev();
    let divisions = phases.filter_map(|(id, phase)| {
        let division = department.divisions.get(id)?;
        Some((phase.name.as_str(), division))
    });
    html! {
        dl.typed {
            @if let Some(short) = &department.short_name { dt { (text.short_name) } dd { (short) } }
            dt { (text.kind) } dd { (words::department_kind(department.kind, reader.lang)) }
            @if let Some(field) = &department.policy_field { dt { (text.policy_field) } dd { (field) } }
            @for (phase, division) in divisions { dt { ((text.division)(phase)) } dd { (division) } }
        }
    }
}

/// Its functions in a phase, and where its division in other phases is entered.
pub(super) fn functions(
    view: &Snapshot,
    reader: &Reader,
    id: &DepartmentId,
    phase: &PhaseId,
) -> Markup {
    let text = DepartmentPage::of(reader.lang);
    let members = view.network.members(phase);
    let mut own: Vec<_> = members
        .filter(|(_, place)| place.department == *id)
        .map(|(actor, place)| (actor, place, &view.network.actors[actor]))
        .collect();
    own.sort_by_key(|(_, place, actor)| (place.section.clone(), actor.name.clone()));
    let [name, section, level, kind] = text.function_columns;
    let title = format!("{}, {}", text.functions, phase_name(&view.programme, phase));
    html! {
        section.entered {
            h2 #functions { (title) }
            @if own.is_empty() { p { (text.no_functions) } } @else {
                (table(&title, &text.function_columns, html! {
                    @for (actor, place, record) in own {
                        tr {
                            th scope="row" data-column=(name) {
                                a href=(reader.link(&actor_address(&view.version.district, actor), &[])) { (record.name) }
                            }
                            td data-column=(section) { (place.section.as_ref().map_or("–", Text::as_str)) }
                            td data-column=(level) { (place.level.map_or("–", |one| words::level(one, reader.lang))) }
                            td data-column=(kind) { (words::actor_kind(record.kind, reader.lang)) }
                        }
                    }
                }))
            }
            (other_phases(view, reader, id, phase))
        }
    }
}

fn other_phases(view: &Snapshot, reader: &Reader, id: &DepartmentId, shown: &PhaseId) -> Markup {
    let text = ActorPage::of(reader.lang);
    let own = address(&view.version.district, id);
    let phases = view.programme.phases_in_order();
    html! {
        @if phases.len() > 1 {
            p.hint {
                (text.other_phase) ": "
                @for (phase, one) in phases.into_iter().filter(|(phase, _)| *phase != shown) {
                    a href=(reader.link(&own, &[("phase", phase.as_str())])) { (one.name) } " ("
                    a href=(reader.link(&own, &[(EDIT, phase.as_str())])) aria-label=((text.edit_in)(one.name.as_str())) { (text.edit) } ") "
                }
            }
        }
    }
}

/// Its pairs with other organisations in a phase, as the analysis has them.
pub(super) async fn pairs(
    app: &App,
    view: &Snapshot,
    reader: &Reader,
    (id, phase): (&DepartmentId, &PhaseId),
) -> Result<Markup> {
    let text = DepartmentPage::of(reader.lang);
    let selection = Selection {
        scope: Inclusion::All,
        ..app.service.usual(view, phase).await
    };
    let report = app
        .service
        .report(view, &selection, Options::shown())
        .await?;
    let own = view.network.departments[id].name.as_str();
    let all = report.department_pairs.iter().flatten();
    let mut pairs: Vec<_> = all
        .filter_map(|pair| match (pair.a == own, pair.b == own) {
            (true, _) => Some((pair.b.as_str(), pair)),
            (_, true) => Some((pair.a.as_str(), pair)),
            _ => None,
        })
        .collect();
    pairs.sort_by(|(a, one), (b, other)| (other.ties, a).cmp(&(one.ties, b)));
    let mut figures = report.department_figures.iter();
    let inside = figures.find(|figures| figures.department == own);
    let inside = inside.and_then(|figures| figures.internal);
    let [other, ties, expected] = text.pair_columns;
    let page = |name: &str| {
        let mut departments = view.network.departments.iter();
        let found = departments.find(|(_, one)| one.name.as_str() == name);
        found.map(|(id, _)| reader.link(&address(&view.version.district, id), &[]))
    };
    Ok(html! {
        section.entered {
            h2 #pairs { (text.pairs) }
            @if let Some(inside) = inside { p { ((text.inside)(inside)) } }
            @if pairs.is_empty() { p { (text.no_pairs) } } @else {
                (table(text.pairs, &text.pair_columns, html! {
                    @for (name, pair) in pairs {
                        tr {
                            th scope="row" data-column=(other) {
                                @match page(name) { Some(page) => a href=(page) { (name) }, None => (name) }
                            }
                            td.number data-column=(ties) {
                                @match pair.state {
                                    PairState::Reported => (pair.ties.unwrap_or_default()),
                                    PairState::NoneReported => (text.none_reported),
                                    PairState::NotAsked => (text.not_asked),
                                }
                            }
                            td.number data-column=(expected) { (about(pair.expected, reader.lang)) }
                        }
                    }
                }))
            }
        }
    })
}

/// The offers for which it is responsible or in which it takes part as such.
pub(super) fn offers(view: &Snapshot, reader: &Reader, id: &DepartmentId) -> Markup {
    let text = DepartmentPage::of(reader.lang);
    let offers = view.network.offers.iter();
    let own: Vec<_> = offers
        .filter_map(|(offer_id, offer)| Some((offer_id, offer, parts(view, reader, offer, id)?)))
        .collect();
    let [name, part] = text.offer_columns;
    html! {
        section.entered {
            h2 #offers { (text.offers) }
            @if own.is_empty() { p { (text.no_offers) } } @else {
                (table(text.offers, &text.offer_columns, html! {
                    @for (offer_id, offer, parts) in own {
                        tr {
                            th scope="row" data-column=(name) {
                                a href=(reader.link(&offer::address(&view.version.district, offer_id), &[]))
                                    aria-label={ (name) ": " (offer.name) } { (offer.name) }
                            }
                            td data-column=(part) { (parts) }
                        }
                    }
                }))
            }
        }
    }
}

/// How an organisation, or a section of it, takes part in an offer; none where not at all.
fn parts(view: &Snapshot, reader: &Reader, offer: &Offer, id: &DepartmentId) -> Option<String> {
    let text = DepartmentPage::of(reader.lang);
    let responsible = (offer.responsible.as_ref() == Some(id)).then(|| text.responsible.to_owned());
    let mut parties: Vec<&Party> = offer.parties().collect();
    parties.sort();
    parties.dedup();
    let told = parties.into_iter().filter_map(|party| {
        let section = match party {
            Party::Department(one) if one == id => None,
            Party::Section(one, section) if one == id => Some(section),
            Party::Actor(_) | Party::Department(_) | Party::Section(..) => return None,
        };
        let parts = parts_of(view, offer, party, ActorPage::of(reader.lang))?;
        Some(match section {
            Some(section) => format!("{section}: {parts}"),
            None => parts,
        })
    });
    let all: Vec<String> = responsible.into_iter().chain(told).collect();
    (!all.is_empty()).then(|| all.join("; "))
}
