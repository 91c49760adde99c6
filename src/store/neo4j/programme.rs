//! Districts and funding phases as nodes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use neo4rs::{BoltType, Row};

use super::batch::Batch;
use super::cypher::{Statement, cypher, ids, map};
use super::decode::{Unreadable, id, word};
use super::effect::ProgrammeEffects;
use super::step::moment;
use crate::domain::{Change, District, DistrictId, FundingPhase, PhaseId, Programme};
use crate::store::{
    Error, Head, Heads, Held, Mark, Outline, Overview, Result, Revision, Said, Scope,
};

/// The programme's revision while a backup is brought back.
pub(super) const RESTORING: i64 = -1;

/// Adds the statements for the changes. The programme is locked.
pub(super) fn write(batch: &mut Batch, changes: &[Change]) -> Result<()> {
    let ProgrammeEffects { districts, phases } = ProgrammeEffects::of(changes)?;
    let (new, changed) = (phases.new.into_iter(), phases.changed.into_iter());
    batch.each(changed.map(phase), update_phases);
    batch.each(new.map(phase), create_phases);
    if !districts.gone.is_empty() {
        batch.run(lock_districts(&districts.gone));
        let gone = ids(districts.gone.iter().copied());
        batch.must(uses_of_districts(gone.clone()), 0);
        batch.each(gone, remove_districts);
    }
    let (new, changed) = (districts.new.into_iter(), districts.changed.into_iter());
    batch.each(changed.map(district), update_districts);
    batch.each(new.map(district), create_districts);
    Ok(())
}

/// Removes phases, after everything else: a district's part of the same write may have released them. All districts are
/// locked.
pub(super) fn remove_phases(batch: &mut Batch, changes: &[Change]) -> Result<()> {
    let gone = ids(ProgrammeEffects::of(changes)?.phases.gone);
    if !gone.is_empty() {
        batch.must(uses_of_phases(gone.clone()), 0);
        batch.each(gone, remove_all_phases);
    }
    Ok(())
}

/// Whether a phase goes or changes. A district's writers read phases without a lock, so such a write locks all of them
/// out.
pub(super) fn touches_phases(changes: &[Change]) -> bool {
    let there = |change: &Change| matches!(change, Change::Phase(edit) if edit.before.is_some());
    changes.iter().any(there)
}

/// The pairs in the rows of [`phases_in_use`].
pub(super) fn read_in_use(rows: &[Row]) -> Result<BTreeSet<(PhaseId, DistrictId)>, Unreadable> {
    let pair = |row: &Row| Ok((id(row.get("phase")?)?, id(row.get("district")?)?));
    rows.iter().map(pair).collect()
}

/// Asks which districts name which phase.
pub(super) fn phases_in_use() -> Statement {
    cypher!("phase/in-use").with([])
}

/// The programme in the one row of [`load`].
pub(super) fn read(row: &Row) -> Result<Held<Programme>> {
    let head = head_of(row, "revision", "mark")?;
    if head.revision == Revision(RESTORING) {
        return Err(Error::HalfRestored);
    }
    Ok(read_programme(row, head)?)
}

fn read_programme(row: &Row, head: Head) -> Result<Held<Programme>, Unreadable> {
    let districts: Vec<(&str, &str, i64, bool)> = row.get("districts")?;
    let phases: Vec<(&str, &str, NaiveDate, Option<NaiveDate>)> = row.get("phases")?;
    let districts = districts
        .into_iter()
        .map(|(key, name, position, example)| Ok((id(key)?, record(name, position, example)?)))
        .collect::<Result<BTreeMap<_, _>, Unreadable>>()?;
    let phases = phases
        .into_iter()
        .map(|(key, name, start, end)| {
            let name = word(name)?;
            Ok((id(key)?, FundingPhase { name, start, end }))
        })
        .collect::<Result<BTreeMap<_, _>, Unreadable>>()?;
    Ok(Held {
        head,
        value: Arc::new(Programme { districts, phases }),
    })
}

/// Refuses phases that are not there.
pub(super) fn know_phases<'a>(batch: &mut Batch, phases: impl IntoIterator<Item = &'a PhaseId>) {
    let phases: BTreeSet<&PhaseId> = phases.into_iter().collect();
    batch.each(ids(phases), known_phases);
}

/// A head in two columns of a row.
pub(super) fn head_of(row: &Row, revision: &str, mark: &str) -> Result<Head, Unreadable> {
    let (revision, mark): (i64, &str) = (row.get(revision)?, row.get(mark)?);
    head(revision, mark)
}

/// A head of a revision and a mark.
pub(super) fn head(revision: i64, mark: &str) -> Result<Head, Unreadable> {
    Ok(Head {
        revision: Revision(revision),
        mark: Mark(mark.parse().map_err(|_| Unreadable::new("mark", mark))?),
    })
}

/// The heads in the one row of [`heads`].
pub(super) fn read_heads(rows: &[Row]) -> Result<Heads> {
    let row = the_one(rows)?;
    let of_district: Option<(i64, &str)> = row.get("district").map_err(Unreadable::from)?;
    Ok(Heads {
        programme: head_of(row, "revision", "mark")?,
        district: of_district
            .map(|(revision, mark)| head(revision, mark))
            .transpose()?,
    })
}

fn record(name: &str, position: i64, example: bool) -> Result<District, Unreadable> {
    Ok(District {
        name: word(name)?,
        position: u16::try_from(position)
            .map_err(|_| Unreadable::new("position", &position.to_string()))?,
        example,
    })
}

/// A district in the one row of [`all_districts`]: its record, three numbers, the time of its latest step, and its head.
type Line<'a> = (
    &'a str,
    &'a str,
    i64,
    bool,
    usize,
    usize,
    usize,
    Vec<i64>,
    i64,
    &'a str,
);

/// The districts in the one row of [`all_districts`].
pub(super) fn read_overview(rows: &[Row]) -> Result<Overview> {
    let row = the_one(rows)?;
    let lines: Vec<Line<'_>> = row.get("districts").map_err(Unreadable::from)?;
    let mut districts = lines
        .into_iter()
        .map(
            |(key, name, position, example, departments, actors, offers, at, revision, mark)| {
                Ok(Outline {
                    id: id(key)?,
                    district: record(name, position, example)?,
                    head: head(revision, mark)?,
                    departments,
                    actors,
                    offers,
                    at: at.first().map(|at| moment(*at)).transpose()?,
                })
            },
        )
        .collect::<Result<Vec<_>, Unreadable>>()?;
    districts.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(Overview {
        programme: head_of(row, "revision", "mark")?,
        districts,
    })
}

/// The one row about the programme. A store without a programme is not the one that was opened.
fn the_one(rows: &[Row]) -> Result<&Row> {
    let row = rows.first().ok_or_else(missing)?;
    if row.get::<i64>("revision").ok() == Some(RESTORING) {
        return Err(Error::HalfRestored);
    }
    Ok(row)
}

/// The error for a database without a programme: it was emptied, or is another one.
pub(super) fn missing() -> Error {
    Error::Replaced(Said::words("the programme's node is missing"))
}

fn district((id, district): (&DistrictId, &District)) -> BoltType {
    map([
        ("id", id.as_str().into()),
        ("name", district.name.as_str().into()),
        ("position", district.position.into()),
        ("example", district.example.into()),
    ])
}

fn phase((id, phase): (&PhaseId, &FundingPhase)) -> BoltType {
    map([
        ("id", id.as_str().into()),
        ("name", phase.name.as_str().into()),
        ("start", phase.start.into()),
        ("end", phase.end.into()),
    ])
}

/// Locks the programme until the end of the transaction.
pub(super) fn lock_programme() -> Statement {
    cypher!("programme/lock").with([])
}

/// Asks for the heads of the programme and of a district.
pub(super) fn heads(district: Option<&DistrictId>) -> Statement {
    let district = district.map(DistrictId::as_str);
    cypher!("district/heads").with([("id", district.into())])
}

/// Asks for all districts and how much each holds.
pub(super) fn all_districts() -> Statement {
    cypher!("district/overview").with([])
}

/// Asks for the whole programme.
pub(super) fn load() -> Statement {
    cypher!("programme/load").with([])
}

/// A head as a row of [`raise`].
pub(super) fn raised(scope: &Scope, head: Head) -> BoltType {
    let (of_programme, of_district) = match scope {
        Scope::Programme => (Some("programme"), None),
        Scope::District(district) => (None, Some(district.as_str())),
    };
    map([
        ("programme", of_programme.into()),
        ("district", of_district.into()),
        ("revision", head.revision.0.into()),
        ("mark", head.mark.0.to_string().into()),
    ])
}

/// Sets the heads of what a write changed.
pub(super) fn raise(heads: BoltType) -> Statement {
    cypher!("district/raise").with([("heads", heads)])
}

/// Locks districts until the end of the transaction.
pub(super) fn lock_districts(districts: &[&DistrictId]) -> Statement {
    let ids = ids(districts.iter().copied());
    cypher!("district/lock").with([("ids", ids.into())])
}

/// Locks all districts until the end of the transaction.
pub(super) fn lock_all() -> Statement {
    cypher!("district/lock-all").with([])
}

fn create_districts(rows: BoltType) -> Statement {
    cypher!("district/create").with([("rows", rows)])
}

fn update_districts(rows: BoltType) -> Statement {
    cypher!("district/update").with([("rows", rows)])
}

fn remove_districts(ids: BoltType) -> Statement {
    cypher!("district/remove").with([("ids", ids)])
}

fn uses_of_districts(ids: Vec<BoltType>) -> Statement {
    cypher!("district/uses").with([("ids", ids.into())])
}

fn create_phases(rows: BoltType) -> Statement {
    cypher!("phase/create").with([("rows", rows)])
}

fn update_phases(rows: BoltType) -> Statement {
    cypher!("phase/update").with([("rows", rows)])
}

fn remove_all_phases(ids: BoltType) -> Statement {
    cypher!("phase/remove").with([("ids", ids)])
}

fn uses_of_phases(ids: Vec<BoltType>) -> Statement {
    cypher!("phase/uses").with([("ids", ids.into())])
}

fn known_phases(ids: BoltType) -> Statement {
    cypher!("phase/known").with([("ids", ids)])
}
