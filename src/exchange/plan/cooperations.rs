//! The table of cooperations: what each side reports.

use std::collections::{BTreeSet, HashMap};

use super::super::columns::Table;
use super::super::fault::{Place, Problem};
use super::cells::{self, Cells};
use super::desk::Desk;
use super::ends::ends;
use super::phases;
use crate::domain::{
    ActorId, Note, OfferId, PhaseId, Report, ReportKey, Since, Strength, TieKind, TieKinds,
};
use crate::text::words::{self, ReportedBy};

/// What a row says of a cooperation; an outer none: the file lacks the column.
#[derive(Clone, PartialEq)]
struct Said {
    strength: Option<Option<Strength>>,
    kinds: Option<TieKinds>,
    binding: Option<bool>,
    offers: Option<BTreeSet<OfferId>>,
    since: Option<Option<Since>>,
    through_core_team: Option<bool>,
    in_workshop: Option<bool>,
    note: Option<Option<Note>>,
}

impl Said {
    /// What two rows say together that differ in their kinds, and in the strength at most: one row was written for each
    /// kind. The largest strength holds for both.
    fn of_kinds(&self, other: &Self) -> Option<Self> {
        let (Some(mine), Some(theirs)) = (self.kinds, other.kinds) else {
            return None;
        };
        let joined = Self {
            kinds: Some(mine.iter().chain(theirs.iter()).collect()),
            strength: self.strength.max(other.strength),
            ..self.clone()
        };
        let same = Self {
            kinds: joined.kinds,
            strength: joined.strength,
            ..other.clone()
        };
        (mine != theirs
            && mine != TieKinds::default()
            && theirs != TieKinds::default()
            && joined == same)
            .then_some(joined)
    }
}

/// Reads the cooperations.
pub(super) fn read(desk: &mut Desk<'_>) {
    let mut rows: HashMap<ReportKey, (u32, Said)> = HashMap::new();
    for cells in desk.rows(Table::Cooperations) {
        let from = ends(desk, cells, "from");
        let to = ends(desk, cells, "to");
        let told = desk.tells();
        let reported_by = desk.read_code(cells, "reported_by", |cell| {
            cells::one_of(
                cell,
                told,
                &ReportedBy::ALL,
                words::read_reported_by,
                words::reported_by,
            )
        });
        let by = reported_by.flatten().unwrap_or_default();
        let in_workshop = reported_by.map(|_| by == ReportedBy::Workshop);
        let said = said(desk, cells, in_workshop);
        let phases = phases::of_row(desk, cells);
        let (Some(from), Some(to), Some(phases)) = (from, to, phases) else {
            continue;
        };
        let pairs: Vec<(&ActorId, &ActorId)> = from
            .iter()
            .flat_map(|from| to.iter().map(move |to| (from, to)))
            .collect();
        let offers = said.offers.as_ref().map_or(0, BTreeSet::len);
        let places = offers.max(usize::from(pairs.len() > 1)) * phases.len() * pairs.len();
        if !desk.takes_places(cells, "offers", places) {
            continue;
        }
        for (from, to) in pairs {
            if from == to {
                desk.fault(cells, "to", Problem::SelfTie);
                continue;
            }
            if !stand_in(desk, cells, [("from", from), ("to", to)], &phases) {
                continue;
            }
            for phase in &phases {
                for key in keys(by, phase, from, to) {
                    report(desk, cells, &mut rows, key, &said);
                }
            }
        }
    }
}

/// Whose reports a row holds.
fn keys(by: ReportedBy, phase: &PhaseId, from: &ActorId, to: &ActorId) -> Vec<ReportKey> {
    let there = (phase.clone(), from.clone(), to.clone());
    let back = (phase.clone(), to.clone(), from.clone());
    match by {
        ReportedBy::From | ReportedBy::Workshop => vec![there],
        ReportedBy::To => vec![back],
        ReportedBy::Both => vec![there, back],
    }
}

/// Whether both ends have a place in the phases; where one has none, that is noted, unless its own row is faulty.
fn stand_in(
    desk: &mut Desk<'_>,
    cells: Cells<'_>,
    ends: [(&str, &ActorId); 2],
    phases: &[PhaseId],
) -> bool {
    let mut both = true;
    for phase in phases {
        for (key, actor) in ends {
            let place = (actor.clone(), phase.clone());
            if !desk.network.memberships.contains_key(&place) {
                both = false;
                if desk.actors.is_doubtful(actor) {
                    continue;
                }
                let name = desk.programme.phases.get(phase);
                let name = name.map_or_else(|| phase.to_string(), |phase| phase.name.to_string());
                desk.fault(cells, key, Problem::NotInPhase(name));
            }
        }
    }
    both
}

fn said(desk: &mut Desk<'_>, cells: Cells<'_>, in_workshop: Option<bool>) -> Said {
    Said {
        strength: desk.read_code(cells, "strength", cells::strength),
        kinds: desk
            .read_list(cells, "kinds", |desk, cell, last| {
                cells::one_of(
                    cell,
                    last && desk.tells(),
                    &TieKind::ALL,
                    words::read_tie_kind,
                    words::tie_kind,
                )
            })
            .map(|kinds| kinds.into_iter().collect()),
        binding: desk
            .read_code(cells, "binding", cells::yes_no)
            .map(Option::unwrap_or_default),
        offers: desk.read_list(cells, "offers", |desk, cell, last| {
            desk.get(&desk.offers, cell, last)
        }),
        since: desk.read_code(cells, "since", cells::since),
        through_core_team: desk
            .read_code(cells, "through_core_team", cells::yes_no)
            .map(Option::unwrap_or_default),
        in_workshop,
        note: desk.read(cells, "note", cells::note),
    }
}

fn report(
    desk: &mut Desk<'_>,
    cells: Cells<'_>,
    rows: &mut HashMap<ReportKey, (u32, Said)>,
    key: ReportKey,
    said: &Said,
) {
    let joined = rows.get(&key).and_then(|(_, before)| before.of_kinds(said));
    let said = joined.as_ref().unwrap_or(said);
    match rows.get(&key) {
        Some((row, before)) if joined.is_none() && before != said => {
            let (_, from, to) = &key;
            let place = || Place {
                value: Some(format!("{from} → {to}")),
                ..cells.place("from")
            };
            desk.faults.push_with(place, || Problem::Differs(*row));
            return;
        }
        Some(_) if joined.is_none() => return,
        _ => {}
    }
    let record: &mut Report = desk.network.reports.entry(key.clone()).or_default();
    if let Some(strength) = said.strength {
        record.strength = strength;
    }
    if let Some(kinds) = said.kinds {
        record.kinds = kinds;
    }
    if let Some(binding) = said.binding {
        record.binding = binding;
    }
    if let Some(offers) = &said.offers {
        record.offers.clone_from(offers);
    }
    if let Some(since) = said.since {
        record.since = since;
    }
    if let Some(through_core_team) = said.through_core_team {
        record.through_core_team = through_core_team;
    }
    if let Some(in_workshop) = said.in_workshop {
        record.in_workshop = in_workshop;
    }
    if let Some(note) = &said.note {
        record.note.clone_from(note);
    }
    desk.seen.reports.insert(key.clone());
    rows.insert(key, (cells.line.number, said.clone()));
}
