//! The table of cooperations: what each side reports.

use std::collections::{BTreeSet, HashMap};

use super::super::columns::Table;
use super::super::fault::Problem;
use super::cells::{self, Cells};
use super::desk::Desk;
use super::ends::ends;
use super::merge::{Contradicts, Field, agreed, merged, merged_texts};
use super::phases;
use crate::domain::{
    ActorId, Note, OfferId, PhaseId, Report, ReportKey, Since, Strength, TieKind, TieKinds,
};
use crate::text::words::{self, ReportedBy};

/// What a row says of a cooperation.
#[derive(Clone)]
struct Said {
    strength: Field<Strength>,
    kinds: Field<TieKinds>,
    binding: Field<bool>,
    offers: Field<BTreeSet<OfferId>>,
    since: Field<Since>,
    through_core_team: Field<bool>,
    in_workshop: Option<bool>,
    note: Field<Note>,
}

/// What the rows so far say of each report, and in which row first.
type Rows<'t> = HashMap<ReportKey, (Cells<'t>, Said)>;

/// Reads the cooperations.
pub(super) fn read(desk: &mut Desk<'_>) {
    let mut rows = Rows::new();
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
        let offers = said.offers.iter().flatten().map(BTreeSet::len);
        let offers = offers.sum::<usize>().max(usize::from(pairs.len() > 1));
        if !desk.takes_places(cells, "offers", offers * phases.len() * pairs.len()) {
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
        strength: desk
            .read_code(cells, "strength", cells::strength)
            .map(Option::flatten),
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
            .map(filled)
            .map(|kinds| kinds.map(|kinds| kinds.into_iter().collect())),
        binding: desk.read_code(cells, "binding", cells::yes_no),
        offers: desk
            .read_list(cells, "offers", |desk, cell, last| {
                desk.get(&desk.offers, cell, last)
            })
            .map(filled),
        since: desk.read_code(cells, "since", cells::since),
        through_core_team: desk.read_code(cells, "through_core_team", cells::yes_no),
        in_workshop,
        note: desk.read(cells, "note", cells::note),
    }
}

/// A list that says something.
fn filled<T>(list: BTreeSet<T>) -> Option<BTreeSet<T>> {
    (!list.is_empty()).then_some(list)
}

fn report<'t>(
    desk: &mut Desk<'t>,
    cells: Cells<'t>,
    rows: &mut Rows<'t>,
    key: ReportKey,
    said: &Said,
) {
    let (first, said) = match rows.get(&key) {
        None => (cells, said.clone()),
        Some((before, known)) => match known.with(said) {
            Ok(merged) => (*before, merged),
            Err(column) => {
                let before = *before;
                desk.differs(cells, before, column);
                return;
            }
        },
    };
    let record: &mut Report = desk.network.reports.entry(key.clone()).or_default();
    if let Some(strength) = said.strength {
        record.strength = strength;
    }
    if let Some(kinds) = said.kinds {
        record.kinds = kinds.unwrap_or_default();
    }
    if let Some(binding) = said.binding {
        record.binding = binding;
    }
    if let Some(offers) = &said.offers {
        record.offers = offers.clone().unwrap_or_default();
    }
    if let Some(since) = said.since {
        record.since = since;
    }
    if let Some(through_core_team) = said.through_core_team {
        record.through_core_team = through_core_team.unwrap_or_default();
    }
    if let Some(in_workshop) = said.in_workshop {
        record.in_workshop = in_workshop;
    }
    if let Some(note) = &said.note {
        record.note.clone_from(note);
    }
    desk.seen.reports.insert(key.clone());
    rows.insert(key, (first, said));
}

impl Said {
    /// What two rows say together of a report. One row may be written for each kind: then all kinds hold, with the largest
    /// strength.
    fn with(&self, other: &Self) -> Result<Self, Contradicts> {
        let (strength, kinds) = match (self.kinds.flatten(), other.kinds.flatten()) {
            (Some(mine), Some(theirs)) if mine != theirs => (
                self.strength.max(other.strength),
                Some(Some(mine.iter().chain(theirs.iter()).collect())),
            ),
            _ => (
                merged("strength", &self.strength, &other.strength)?,
                merged("kinds", &self.kinds, &other.kinds)?,
            ),
        };
        Ok(Self {
            strength,
            kinds,
            binding: merged("binding", &self.binding, &other.binding)?,
            offers: merged("offers", &self.offers, &other.offers)?,
            since: merged("since", &self.since, &other.since)?,
            through_core_team: merged(
                "through_core_team",
                &self.through_core_team,
                &other.through_core_team,
            )?,
            in_workshop: agreed("reported_by", &self.in_workshop, &other.in_workshop)?,
            note: merged_texts("note", &self.note, &other.note)?,
        })
    }
}
