//! The table of offers.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::super::columns::Table;
use super::super::fault::Problem;
use super::super::notice::Notice;
use super::cells::{self, Cells};
use super::desk::Desk;
use super::ids::{Ids, Meant, identified};
use super::merge::{Contradicts, Field as Cell, agreed, merged, merged_texts};
use super::parties::party;
use super::phases;
use crate::domain::{
    DepartmentId, Field, LifePhase, Note, Noun, Offer, OfferId, Party, PhaseId, Text,
};
use crate::text::words;

/// What a row says of an offer in every phase.
#[derive(Clone, PartialEq)]
struct Said {
    name: Text,
    life_phases: BTreeSet<LifePhase>,
    fields: BTreeSet<Field>,
    responsible: Cell<DepartmentId>,
    known_to: Cell<BTreeSet<Party>>,
    referred_by: Cell<BTreeSet<Party>>,
    target_group: Cell<Text>,
    area: Cell<Text>,
    goal: Cell<Text>,
    funding: Cell<Text>,
    note: Cell<Note>,
}

/// A row, read.
struct Row<'t> {
    cells: Cells<'t>,
    said: Said,
    providers: BTreeSet<Party>,
    phases: Vec<PhaseId>,
}

/// Reads the offers, and settles by what names cooperations find them.
pub(super) fn read(desk: &mut Desk<'_>) {
    let held = desk.network.offers.iter().map(|(id, o)| (id, &o.name));
    let mut ids = Ids::of(Noun::Offer, held, desk.rows(Table::Offers));
    let mut offers: BTreeMap<OfferId, Vec<Rc<Row<'_>>>> = BTreeMap::new();
    for cells in desk.rows(Table::Offers) {
        let before = desk.faults.len();
        let named = identified(desk, &mut ids, cells, &Meant::Only(&|_| true));
        let said = said(desk, cells, named.as_ref().map(|(_, name)| name));
        let (providers, phases) = if is_without_phase(cells) {
            (Some(BTreeSet::new()), Some(Vec::new()))
        } else {
            let providers = required_list(desk, cells, "providers", party);
            (providers, phases::of_row(desk, cells))
        };
        if let Some((id, name)) = &named
            && desk.faults.len() > before
        {
            ids.doubtful.push((id.clone(), Some(name.clone())));
        }
        if let (Some((id, _)), Some(said), Some(providers), Some(phases)) =
            (named, said, providers, phases)
            && desk.takes_places(cells, "providers", providers.len() * phases.len())
        {
            let row = Row {
                cells,
                said,
                providers,
                phases,
            };
            offers.entry(id).or_default().push(Rc::new(row));
        }
    }
    for (id, rows) in offers {
        offer(desk, id, &rows);
    }
    for (id, offer) in &desk.network.offers {
        desk.offers.add(id, &offer.name, None);
    }
    desk.offers.understand(ids.by_case);
    desk.offers.doubt(ids.doubtful);
}

/// Our own export has such rows, for offers that exist in none of its phases but are spoken of.
fn is_without_phase(cells: Cells<'_>) -> bool {
    let is_empty = |key: &str| cells.coded(key).unwrap_or_default().is_empty();
    !is_empty("id") && is_empty("providers") && is_empty("phase")
}

fn required_list<T: Ord>(
    desk: &mut Desk<'_>,
    cells: Cells<'_>,
    key: &str,
    parse: impl Fn(&Desk<'_>, &str, bool) -> Result<T, Problem>,
) -> Option<BTreeSet<T>> {
    let list = desk.read_list(cells, key, parse)?;
    if list.is_empty() {
        desk.fault(cells, key, Problem::Empty);
        return None;
    }
    Some(list)
}

fn said(desk: &mut Desk<'_>, cells: Cells<'_>, name: Option<&Text>) -> Option<Said> {
    let life_phases =
        required_list(
            desk,
            cells,
            "life_phases",
            |desk, cell, last| match words::read_life_span(cell) {
                Some(span) => Ok(span),
                None => cells::one_of(
                    cell,
                    last && desk.tells(),
                    &LifePhase::ALL,
                    words::read_life_phase,
                    words::life_phase,
                )
                .map(|phase| BTreeSet::from([phase])),
            },
        );
    let life_phases = life_phases.map(|spans| spans.into_iter().flatten().collect());
    let fields = required_list(desk, cells, "fields", |desk, cell, last| {
        cells::one_of(
            cell,
            last && desk.tells(),
            &Field::ALL,
            words::read_field,
            words::field,
        )
    });
    let responsible = desk.department(cells, "responsible");
    let known_to = desk.read_list(cells, "known_to", party).map(filled);
    let referred_by = desk.read_list(cells, "referred_by", party).map(filled);
    let target_group = desk.read(cells, "target_group", cells::text);
    let area = desk.read(cells, "area", cells::text);
    let goal = desk.read(cells, "goal", cells::text);
    let funding = desk.read(cells, "funding", cells::text);
    let note = desk.read(cells, "note", cells::note);
    Some(Said {
        name: name?.clone(),
        life_phases: life_phases?,
        fields: fields?,
        responsible,
        known_to,
        referred_by,
        target_group,
        area,
        goal,
        funding,
        note,
    })
}

/// A list that says something.
fn filled<T>(list: BTreeSet<T>) -> Option<BTreeSet<T>> {
    (!list.is_empty()).then_some(list)
}

/// What the rows of an offer say of each phase together; none where two contradict each other, which is noted.
fn by_phase<'t>(
    desk: &mut Desk<'t>,
    rows: &[Rc<Row<'t>>],
) -> Option<BTreeMap<PhaseId, Rc<Row<'t>>>> {
    let mut of_phase: BTreeMap<PhaseId, Rc<Row<'t>>> = BTreeMap::new();
    for row in rows {
        let first = rows.first().unwrap_or(row);
        if first.said.name != row.said.name {
            desk.differs(row.cells, first.cells, "name");
            return None;
        }
        for phase in &row.phases {
            let before = of_phase.get(phase).cloned();
            let together = match &before {
                None => Ok(Rc::clone(row)),
                Some(before) if before.says_the_same(row) => continue,
                Some(before) => {
                    if !desk.takes_places(row.cells, "providers", before.items()) {
                        return None;
                    }
                    before
                        .with(row)
                        .map(Rc::new)
                        .map_err(|key| (before.cells, key))
                }
            };
            match together {
                Ok(together) => of_phase.insert(phase.clone(), together),
                Err((before, key)) => {
                    desk.differs(row.cells, before, key);
                    return None;
                }
            };
        }
    }
    Some(of_phase)
}

/// Enters an offer from its rows, one or more for several phases, or one for none. What the record holds only once, such as who knows it,
/// is taken from the row of the latest phase; where an earlier one says otherwise, that is told.
fn offer<'t>(desk: &mut Desk<'t>, id: OfferId, rows: &[Rc<Row<'t>>]) {
    let Some(of_phase) = by_phase(desk, rows) else {
        return;
    };
    let start = |phase: &PhaseId| desk.programme.phases.get(phase).map(|phase| phase.start);
    let latest = of_phase.keys().max_by_key(|phase| start(phase));
    let Some(latest) = latest.map(|phase| &of_phase[phase]).or(rows.first()) else {
        return;
    };
    for row in rows {
        if latest.said.with(&row.said).is_err() {
            desk.notices.push(Notice::LaterRow {
                source: row.cells.part.source.clone(),
                row: row.cells.line.number,
                later: latest.cells.line.number,
            });
        }
    }
    let record = desk
        .network
        .offers
        .entry(id.clone())
        .or_insert_with(|| blank(&latest.said));
    say(record, &latest.said);
    for (phase, row) in &of_phase {
        record
            .providers
            .insert(phase.clone(), row.providers.clone());
        desk.seen.offers_in.insert((id.clone(), phase.clone()));
    }
    desk.seen.offers.insert(id);
}

impl Row<'_> {
    /// How many items its lists have.
    fn items(&self) -> usize {
        let told = self.said.known_to.iter().chain(&self.said.referred_by);
        self.providers.len() + told.flatten().map(BTreeSet::len).sum::<usize>()
    }

    fn says_the_same(&self, other: &Self) -> bool {
        self.said == other.said && self.providers == other.providers
    }

    /// What two rows say together of an offer in one phase.
    fn with(&self, other: &Self) -> Result<Self, Contradicts> {
        Ok(Self {
            cells: self.cells,
            said: self.said.with(&other.said)?,
            providers: agreed("providers", &self.providers, &other.providers)?,
            phases: self.phases.clone(),
        })
    }
}

impl Said {
    /// What two rows say together of an offer.
    fn with(&self, other: &Self) -> Result<Self, Contradicts> {
        Ok(Self {
            name: agreed("name", &self.name, &other.name)?,
            life_phases: agreed("life_phases", &self.life_phases, &other.life_phases)?,
            fields: agreed("fields", &self.fields, &other.fields)?,
            responsible: merged("responsible", &self.responsible, &other.responsible)?,
            known_to: merged("known_to", &self.known_to, &other.known_to)?,
            referred_by: merged("referred_by", &self.referred_by, &other.referred_by)?,
            target_group: merged_texts("target_group", &self.target_group, &other.target_group)?,
            area: merged_texts("area", &self.area, &other.area)?,
            goal: merged_texts("goal", &self.goal, &other.goal)?,
            funding: merged_texts("funding", &self.funding, &other.funding)?,
            note: merged_texts("note", &self.note, &other.note)?,
        })
    }
}

fn blank(said: &Said) -> Offer {
    Offer {
        name: said.name.clone(),
        life_phases: BTreeSet::new(),
        fields: BTreeSet::new(),
        providers: Default::default(),
        responsible: None,
        known_to: BTreeSet::new(),
        referred_by: BTreeSet::new(),
        target_group: None,
        area: None,
        goal: None,
        funding: None,
        note: None,
    }
}

fn say(record: &mut Offer, said: &Said) {
    fn set<T: Clone>(field: &mut T, said: &Option<T>) {
        if let Some(said) = said {
            field.clone_from(said);
        }
    }
    record.name = said.name.clone();
    record.life_phases.clone_from(&said.life_phases);
    record.fields.clone_from(&said.fields);
    set(&mut record.responsible, &said.responsible);
    set(
        &mut record.known_to,
        &said.known_to.clone().map(Option::unwrap_or_default),
    );
    set(
        &mut record.referred_by,
        &said.referred_by.clone().map(Option::unwrap_or_default),
    );
    set(&mut record.target_group, &said.target_group);
    set(&mut record.area, &said.area);
    set(&mut record.goal, &said.goal);
    set(&mut record.funding, &said.funding);
    set(&mut record.note, &said.note);
}
