//! The list of offers.

use std::collections::{BTreeSet, HashSet};

use axum::extract::State;
use maud::{Markup, html};

use crate::domain::{ActorId, DepartmentId, Field, LifePhase, Offer, OfferId, Party, natural};
use crate::service::Snapshot;
use crate::text::changes::Names;
use crate::text::pages::Lists;
use crate::text::words;
use crate::web::App;
use crate::web::errors::Result;
use crate::web::name::name;
use crate::web::offer;
use crate::web::reader::Reader;
use crate::web::record::saved;
use crate::web::visit::Editor;

use super::filter::{Filter, is_contact, kind, kinds, tick};
use super::{List, in_phase, page, way};

/// GET /districts/{district}/offers
pub async fn show(State(app): State<App>, Editor(view): Editor, reader: Reader) -> Result<Markup> {
    let (text, lang) = (Lists::of(reader.lang), reader.lang);
    let filter = Filter::of(&view, &reader)?;
    let for_life = kind(&reader, "kind", LifePhase::from_code)?;
    let in_field = kind(&reader, "field", Field::from_code)?;
    let standing: Vec<_> = view
        .network
        .offers
        .iter()
        .filter(|(_, offer)| stands(offer, &filter))
        .collect();
    let all = standing.len();
    let found: Vec<_> = found(&view, &filter, standing)
        .into_iter()
        .filter(|(_, offer)| for_life.is_none_or(|one| offer.life_phases.contains(&one)))
        .filter(|(_, offer)| in_field.is_none_or(|one| offer.fields.contains(&one)))
        .collect();
    let (life, field) = (
        |one| words::life_phase(one, lang),
        |one| words::field(one, lang),
    );
    let list = List {
        text: &text.offers,
        fields: html! {
            (filter.phases(&view, &reader))
            (filter.departments(&view, &reader))
            (kinds(&reader, ("kind", text.life_phase), &LifePhase::ALL, (LifePhase::code, life)))
            (kinds(&reader, ("field", text.field), &Field::ALL, (Field::code, field)))
            (tick("alone", text.alone, filter.alone))
        },
        filter: &filter,
        all,
        first: view.network.offers.is_empty().then(|| {
            html! {
                p.lead { (text.offers.empty) }
                p.actions { (way(&view, &reader, ("/import", text.import))) }
            }
        }),
    };
    let names = Names::of(&view.programme, &view.network);
    let said = saved(&app, &view, &reader).await?;
    let weight = |(_, offer): &(&OfferId, &Offer)| offer.name.as_str().len() + 400;
    let row = |(id, offer): &(&OfferId, &Offer)| {
        let page = offer::address(&view.version.district, id);
        row(&reader, &filter, &names, (&reader.link(&page, &[]), offer))
    };
    Ok(page((&view, &reader, said), list, &found, weight, row))
}

fn row(
    reader: &Reader,
    filter: &Filter,
    names: &Names<'_>,
    (page, offer): (&str, &Offer),
) -> Markup {
    let (text, lang) = (Lists::of(reader.lang), reader.lang);
    let columns = text.offers.columns;
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
    let providers = providers(offer, filter, names);
    let responsible = offer.responsible.as_ref().map(|id| names.department(id));
    html! {
        tr {
            th scope="row" { a href=(page) { (name(offer.name.as_str())) } }
            td data-column=(columns[1]) { (life.join(", ")) }
            td data-column=(columns[2]) { (fields.join(", ")) }
            td data-column=(columns[3]) { (name(providers.as_deref().unwrap_or(text.none))) }
            td data-column=(columns[4]) { (name(responsible.unwrap_or(text.none))) }
        }
    }
}

/// Who provides an offer in the phase that is asked for, or in any.
fn providers(offer: &Offer, filter: &Filter, names: &Names<'_>) -> Option<String> {
    let providers = offer.providers.iter();
    let parties: BTreeSet<_> = providers
        .filter(|(phase, _)| in_phase(filter.phase.as_ref(), phase))
        .flat_map(|(_, parties)| parties)
        .collect();
    let told: Vec<_> = parties
        .into_iter()
        .map(|party| names.party(party))
        .collect();
    (!told.is_empty()).then(|| told.join(", "))
}

fn stands(offer: &Offer, filter: &Filter) -> bool {
    filter
        .phase
        .as_ref()
        .is_none_or(|phase| offer.providers.contains_key(phase))
}

/// What the filters leave that all lists have, by name.
fn found<'a>(
    view: &'a Snapshot,
    filter: &Filter,
    standing: Vec<(&'a OfferId, &'a Offer)>,
) -> Vec<(&'a OfferId, &'a Offer)> {
    let told = view.network.reports.iter();
    let told = told.filter(|((phase, ..), report)| {
        in_phase(filter.phase.as_ref(), phase) && is_contact(report)
    });
    let worked_on: HashSet<_> = told.flat_map(|(_, report)| &report.offers).collect();
    let of_department = filter
        .department
        .as_ref()
        .map(|id| (id, members(view, filter, id)));
    let takes_part = |offer: &Offer| {
        of_department.as_ref().is_none_or(|(id, members)| {
            let mut parties = offer.parties();
            offer.responsible.as_ref() == Some(id)
                || parties.any(|party| match party {
                    Party::Actor(actor) => members.contains(actor),
                    Party::Department(one) | Party::Section(one, _) => one == *id,
                })
        })
    };
    let mut found: Vec<_> = standing
        .into_iter()
        .filter(|(id, _)| !filter.alone || !worked_on.contains(id))
        .filter(|(_, offer)| takes_part(offer) && filter.sought.finds_any([offer.name.as_str()]))
        .collect();
    found.sort_by(|(_, a), (_, b)| natural(a.name.as_str(), b.name.as_str()));
    found
}

/// The functions that stand in an organisation.
fn members<'a>(
    view: &'a Snapshot,
    filter: &Filter,
    department: &DepartmentId,
) -> HashSet<&'a ActorId> {
    let places = view.network.memberships.iter();
    places
        .filter(|((_, phase), place)| {
            in_phase(filter.phase.as_ref(), phase) && place.department == *department
        })
        .map(|((actor, _), _)| actor)
        .collect()
}
