//! The tables of an exchange filled with a district's records, the same for workbook and CSV.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::{ActorId, DepartmentId, Membership, Party, PhaseId};
use crate::exchange::columns::{Heading, Table};
use crate::text::Lang;
use crate::text::words::{self, ReportedBy};

use super::extract::Extract;
use super::names::Names;

/// A table with the columns that are written and its rows.
pub(super) struct Sheet {
    pub table: Table,
    pub headings: Vec<&'static Heading>,
    pub rows: Vec<Vec<Cell>>,
}

/// What a cell holds; how a list or a date is written is the format's affair.
pub(super) enum Cell {
    Empty,
    Text(String),
    Number(u8),
    Date(NaiveDate),
    List(Vec<String>),
}

impl Cell {
    fn text(text: impl ToString) -> Self {
        Self::Text(text.to_string())
    }

    fn maybe(text: Option<impl ToString>) -> Self {
        text.map_or(Self::Empty, Self::text)
    }

    fn list<T: ToString>(items: impl Iterator<Item = T>) -> Self {
        Self::List(items.map(|item| item.to_string()).collect())
    }
}

/// All tables of a district, in the order of the contract.
pub(super) fn sheets(extract: &Extract, lang: Lang) -> Vec<Sheet> {
    let names = &Names::of(extract);
    Table::ALL
        .into_iter()
        .map(|table| Sheet {
            table,
            headings: table
                .headings()
                .iter()
                .filter(|heading| heading.key != "contact" || extract.contacts.is_some())
                .collect(),
            rows: match table {
                Table::Departments => departments(extract, names, lang),
                Table::Actors => actors(extract, names, lang),
                Table::Offers => offers(extract, names, lang),
                Table::Cooperations => cooperations(extract, names, lang),
                Table::Phases => phases(extract),
            },
        })
        .collect()
}

/// A row for each phase in which a department stood under a division, else one without a phase.
fn departments(extract: &Extract, names: &Names, lang: Lang) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for (id, department) in &extract.departments {
        let mut divisions: Vec<_> = extract.divisions(department).map(Some).collect();
        if divisions.is_empty() {
            divisions.push(None);
        }
        for division in divisions {
            rows.push(vec![
                Cell::text(id),
                Cell::text(&department.name),
                Cell::maybe(department.short_name.as_ref()),
                Cell::text(words::department_kind(department.kind, lang)),
                Cell::maybe(department.policy_field.as_ref()),
                Cell::maybe(division.map(|(_, division)| division)),
                Cell::maybe(division.map(|(phase, _)| names.phase(phase))),
            ]);
        }
    }
    rows
}

/// A row for each phase in which an actor has a place; one without place and phase for an actor that has none.
fn actors(extract: &Extract, names: &Names, lang: Lang) -> Vec<Vec<Cell>> {
    let mut memberships = extract.memberships.iter().peekable();
    let mut rows = Vec::new();
    for id in extract.actors.keys() {
        let before = rows.len();
        while let Some(((_, phase), place)) = memberships.next_if(|((actor, _), _)| actor == *id) {
            rows.push(actor(extract, names, lang, id, Some((phase, place))));
        }
        if rows.len() == before {
            rows.push(actor(extract, names, lang, id, None));
        }
    }
    rows
}

fn actor(
    extract: &Extract,
    names: &Names,
    lang: Lang,
    id: &ActorId,
    place: Option<(&PhaseId, &Membership)>,
) -> Vec<Cell> {
    let actor = extract.actors[id];
    let membership = place.map(|(_, membership)| membership);
    let department = |m: &Membership| -> String { names.department(&m.department) };
    let yes_no = |flag: Option<bool>| Cell::maybe(flag.map(|yes| words::yes_no(yes, lang)));
    let mut row = vec![
        Cell::text(id),
        Cell::text(&actor.name),
        Cell::maybe(membership.map(department)),
        Cell::maybe(membership.and_then(|m| m.section.as_ref())),
        Cell::text(words::actor_kind(actor.kind, lang)),
        Cell::maybe(
            membership
                .and_then(|m| m.level)
                .map(|level| words::level(level, lang)),
        ),
        yes_no(membership.map(|m| m.core_team)),
        Cell::maybe(place.map(|(phase, _)| names.phase(phase))),
        yes_no(membership.and_then(|m| m.asked)),
        yes_no(membership.and_then(|m| m.answered)),
    ];
    if let Some(contacts) = extract.contacts {
        row.push(Cell::maybe(contacts.get(id)));
    }
    row.push(Cell::maybe(actor.note.as_ref()));
    row
}

/// A row for each set of providers, with the phases in which they provided the offer.
fn offers(extract: &Extract, names: &Names, lang: Lang) -> Vec<Vec<Cell>> {
    let department = |id: &DepartmentId| names.department(id);
    let mut rows = Vec::new();
    for (id, offer) in &extract.offers {
        let mut provided: Vec<(&BTreeSet<Party>, Vec<&PhaseId>)> = Vec::new();
        for (phase, providers) in extract.providers(offer) {
            match provided.iter_mut().find(|(same, _)| *same == providers) {
                Some((_, phases)) => phases.push(phase),
                None => provided.push((providers, vec![phase])),
            }
        }
        // Others name it: without a row a store that lacks it could not take them in.
        let nobody = BTreeSet::new();
        if provided.is_empty() {
            provided.push((&nobody, Vec::new()));
        }
        for (providers, phases) in provided {
            let life_phases = offer.life_phases.iter();
            rows.push(vec![
                Cell::text(id),
                Cell::text(&offer.name),
                Cell::list(life_phases.map(|phase| words::life_phase(*phase, lang))),
                Cell::list(offer.fields.iter().map(|field| words::field(*field, lang))),
                Cell::list(providers.iter().map(|party| names.party(party))),
                Cell::maybe(offer.responsible.as_ref().map(department)),
                Cell::list(offer.known_to.iter().map(|party| names.party(party))),
                Cell::list(offer.referred_by.iter().map(|party| names.party(party))),
                Cell::maybe(offer.target_group.as_ref()),
                Cell::maybe(offer.area.as_ref()),
                Cell::maybe(offer.goal.as_ref()),
                Cell::maybe(offer.funding.as_ref()),
                Cell::list(phases.iter().map(|phase| names.phase(phase))),
                Cell::maybe(offer.note.as_ref()),
            ]);
        }
    }
    rows
}

/// A row for each side's report.
fn cooperations(extract: &Extract, names: &Names, lang: Lang) -> Vec<Vec<Cell>> {
    let yes_no = |yes: bool| Cell::text(words::yes_no(yes, lang));
    extract
        .reports
        .iter()
        .map(|((phase, from, to), report)| {
            let reported_by = if report.in_workshop {
                ReportedBy::Workshop
            } else {
                ReportedBy::From
            };
            vec![
                Cell::text(names.actor(from)),
                Cell::text(names.actor(to)),
                report
                    .strength
                    .map_or(Cell::Empty, |strength| Cell::Number(strength.number())),
                Cell::list(report.kinds.iter().map(|kind| words::tie_kind(kind, lang))),
                Cell::text(names.phase(phase)),
                Cell::maybe(report.binding.map(|yes| words::yes_no(yes, lang))),
                Cell::list(report.offers.iter().map(|offer| names.offer(offer))),
                Cell::maybe(report.since),
                yes_no(report.through_core_team),
                Cell::text(words::reported_by(reported_by, lang)),
                Cell::maybe(report.note.as_ref()),
            ]
        })
        .collect()
}

fn phases(extract: &Extract) -> Vec<Vec<Cell>> {
    extract
        .phases
        .iter()
        .map(|(id, phase)| {
            vec![
                Cell::text(id),
                Cell::text(&phase.name),
                Cell::Date(phase.start),
                phase.end.map_or(Cell::Empty, Cell::Date),
            ]
        })
        .collect()
}
