//! Reports: what each side says of a cooperation.

use std::collections::BTreeSet;

use rusqlite::types::Value;
use rusqlite::{Connection, params};

use super::error::unreadable;
use super::ids::{Ids, Last};
use super::met::{remove, save};
use super::read;
use crate::domain::{
    Actor, DistrictId, Edit, FundingPhase, Offer, OfferId, Report, ReportKey, Strength, TieKind,
};
use crate::store::Result;

/// Where a share of the reports begins, or the next one: at a phase and a reporting actor, as they are stored.
pub(super) type Cut = [Option<Box<str>>; 2];

/// Reports in the order of the table, of which one phase and one reporting actor after another makes a run.
#[derive(Default)]
pub(super) struct Runs {
    /// The ranks of each run's phase and reporting actor, and how many rows it has.
    pub runs: Vec<([u32; 2], usize)>,
    /// The rank of whom it is said, and what.
    pub rows: Vec<(u32, Report)>,
}

impl Runs {
    fn push(&mut self, [phase, from, to]: [u32; 3], report: Report) {
        match self.runs.last_mut() {
            Some((run, rows)) if *run == [phase, from] => *rows += 1,
            _ => self.runs.push(([phase, from], 1)),
        }
        self.rows.push((to, report));
    }

    /// Sorts each run by itself: with the runs sorted later this is faster than sorting everything.
    pub(super) fn sort_each(&mut self) {
        let mut rows = self.rows.as_mut_slice();
        for (_, length) in &self.runs {
            let (run, rest) = rows.split_at_mut(*length);
            run.sort_unstable_by_key(|(to, _)| *to);
            rows = rest;
        }
    }
}

/// The reports of a district between two cuts, but for the offers that they are about.
pub(super) fn load(
    connection: &Connection,
    district: &DistrictId,
    [begin, end]: [&Cut; 2],
    phases: &Ids<FundingPhase>,
    actors: &Ids<Actor>,
) -> Result<Runs> {
    let mut reports = Runs::default();
    let (mut phase, mut from) = (Last::default(), Last::default());
    let mut statement = connection.prepare_cached(
        "SELECT phase, from_id, to_id, strength, kinds, binding, since, through_core_team, in_workshop, note
         FROM report WHERE district = ?1 AND (phase, from_id) >= (?2, ?3) AND (phase, from_id) < (?4, ?5)
         ORDER BY phase, from_id, to_id",
    )?;
    // SQLite orders every text before every blob, so an empty blob is the end of the table.
    let bound = |text: &Option<Box<str>>| match text {
        Some(text) => Value::Text(text.to_string()),
        None => Value::Blob(Vec::new()),
    };
    let mut rows = statement.query(params![
        district.as_str(),
        bound(&begin[0]),
        bound(&begin[1]),
        bound(&end[0]),
        bound(&end[1]),
    ])?;
    while let Some(row) = rows.next()? {
        let ranks = [
            phase.rank(phases, read::reference(row, 0)?)?,
            from.rank(actors, read::reference(row, 1)?)?,
            actors.rank(read::reference(row, 2)?)?,
        ];
        let strength = read::maybe_number(row, 3)?
            .map(|number| Strength::parse(number).map_err(|error| unreadable("strength", error)))
            .transpose()?;
        let since = read::maybe_text(row, 6)?
            .map(|text| text.parse().map_err(|error| unreadable("since", error)))
            .transpose()?;
        let report = Report {
            strength,
            kinds: read::codes(read::text(row, 4)?, TieKind::from_code)?,
            binding: read::maybe_flag(row, 5)?,
            since,
            through_core_team: read::flag(row, 7)?,
            offers: BTreeSet::new(),
            in_workshop: read::flag(row, 8)?,
            note: read::maybe_note(row, 9)?,
        };
        reports.push(ranks, report);
    }
    Ok(reports)
}

/// The offers that reports are about, with the ranks of the report's phase and actors, sorted by these.
pub(super) fn load_offers(
    connection: &Connection,
    district: &DistrictId,
    phases: &Ids<FundingPhase>,
    actors: &Ids<Actor>,
    offers: &Ids<Offer>,
) -> Result<Vec<([u32; 3], OfferId)>> {
    let mut about = Vec::new();
    let (mut phase, mut from) = (Last::default(), Last::default());
    let mut statement = connection.prepare_cached(
        "SELECT phase, from_id, to_id, offer FROM report_offer
         WHERE district = ?1 ORDER BY phase, from_id, to_id",
    )?;
    let mut rows = statement.query([district.as_str()])?;
    while let Some(row) = rows.next()? {
        let ranks = [
            phase.rank(phases, read::reference(row, 0)?)?,
            from.rank(actors, read::reference(row, 1)?)?,
            actors.rank(read::reference(row, 2)?)?,
        ];
        about.push((ranks, offers.find(read::reference(row, 3)?)?));
    }
    about.sort_unstable_by_key(|(ranks, _)| *ranks);
    Ok(about)
}

/// Makes one edit of a report.
pub(super) fn put(
    connection: &Connection,
    district: &DistrictId,
    edit: &Edit<ReportKey, Report>,
) -> Result<()> {
    let (phase, from, to) = &edit.key;
    let key = [
        district.as_str(),
        phase.as_str(),
        from.as_str(),
        to.as_str(),
    ];
    if edit
        .before
        .as_ref()
        .is_some_and(|report| !report.offers.is_empty())
    {
        connection
            .prepare_cached(
                "DELETE FROM report_offer
                 WHERE district = ?1 AND phase = ?2 AND from_id = ?3 AND to_id = ?4",
            )?
            .execute(key)?;
    }
    let Some(report) = &edit.after else {
        let delete = "DELETE FROM report
                      WHERE district = ?1 AND phase = ?2 AND from_id = ?3 AND to_id = ?4";
        return remove(connection, edit, delete, key);
    };
    write(connection, key, (edit, report))?;
    let mut insert = connection.prepare_cached(
        "INSERT INTO report_offer (district, phase, from_id, to_id, offer) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for offer in &report.offers {
        insert.execute([key[0], key[1], key[2], key[3], offer.as_str()])?;
    }
    Ok(())
}

/// Writes a report without its offers.
fn write(
    connection: &Connection,
    key: [&str; 4],
    (edit, report): (&Edit<ReportKey, Report>, &Report),
) -> Result<()> {
    let kinds: Vec<&str> = report.kinds.iter().map(|kind| kind.code()).collect();
    let values = params![
        key[0],
        key[1],
        key[2],
        key[3],
        report.strength.map(Strength::number),
        kinds.join(" "),
        report.binding,
        report.since.map(|since| since.to_string()),
        report.through_core_team,
        report.in_workshop,
        report.note.as_ref().map(|note| note.as_str()),
    ];
    let update = "UPDATE report SET strength = ?5, kinds = ?6, binding = ?7, since = ?8,
                      through_core_team = ?9, in_workshop = ?10, note = ?11
                      WHERE district = ?1 AND phase = ?2 AND from_id = ?3 AND to_id = ?4";
    let insert = "INSERT INTO report (district, phase, from_id, to_id, strength, kinds, binding,
                  since, through_core_team, in_workshop, note)
                  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    save(connection, edit, [update, insert], values)
}
