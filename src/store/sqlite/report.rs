//! Reports: what each side says of a cooperation.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rusqlite::{Connection, params};

use super::error::unreadable;
use super::ids::Ids;
use super::read;
use super::write::{removed, replaced};
use crate::domain::{
    Actor, DistrictId, Edit, FundingPhase, Offer, OfferId, Report, ReportKey, Strength, TieKind,
};
use crate::store::Result;

/// A district's reports.
pub(super) fn load(
    connection: &Connection,
    district: &DistrictId,
    actors: &Ids<Actor>,
    phases: &Ids<FundingPhase>,
    offers: &Ids<Offer>,
) -> Result<BTreeMap<ReportKey, Report>> {
    let mut reports = Runs::default();
    let mut about = load_offers(connection, district, actors, phases, offers)?
        .into_iter()
        .peekable();
    let mut kinds = KindSets::default();
    let (mut phase, mut from) = (Last::default(), Last::default());
    let mut statement = connection.prepare_cached(
        "SELECT phase, from_id, to_id, strength, kinds, binding, since, through_core_team, in_workshop, note
         FROM report WHERE district = ?1 ORDER BY phase, from_id, to_id",
    )?;
    let mut rows = statement.query([district.as_str()])?;
    while let Some(row) = rows.next()? {
        let ranks = [
            phase.rank(phases, read::text(row, 0)?)?,
            from.rank(actors, read::text(row, 1)?)?,
            actors.rank(read::text(row, 2)?)?,
        ];
        let strength = read::maybe_number(row, 3)?
            .map(|number| Strength::parse(number).map_err(|error| unreadable("strength", error)))
            .transpose()?;
        let since = read::maybe_text(row, 6)?
            .map(|text| text.parse().map_err(|error| unreadable("since", error)))
            .transpose()?;
        let mut report = Report {
            strength,
            kinds: kinds.read(read::text(row, 4)?)?,
            binding: read::flag(row, 5)?,
            since,
            through_core_team: read::flag(row, 7)?,
            offers: BTreeSet::new(),
            in_workshop: read::flag(row, 8)?,
            note: read::maybe_note(row, 9)?,
        };
        while let Some((_, offer)) = about.next_if(|(of, _)| *of == ranks) {
            report.offers.insert(offer);
        }
        reports.push(ranks, report);
    }
    if about.next().is_some() {
        return Err(unreadable("report_offer", "its report is not there"));
    }
    Ok(reports
        .sorted()
        .map(|([phase, from, to], report)| {
            ((phases.at(phase), actors.at(from), actors.at(to)), report)
        })
        .collect())
}

/// The offers that reports are about, in the order of the reports' rows.
fn load_offers(
    connection: &Connection,
    district: &DistrictId,
    actors: &Ids<Actor>,
    phases: &Ids<FundingPhase>,
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
            phase.rank(phases, read::text(row, 0)?)?,
            from.rank(actors, read::text(row, 1)?)?,
            actors.rank(read::text(row, 2)?)?,
        ];
        about.push((ranks, offers.find(read::text(row, 3)?)?));
    }
    Ok(about)
}

/// Reports in runs of one phase and one reporting actor, as the table holds them: sorting the runs, and each run in
/// itself, is quicker than sorting all.
#[derive(Default)]
struct Runs(Vec<Run>);

/// The ranks of a phase and a reporting actor, and what it says of whom.
type Run = ([u32; 2], Vec<(u32, Report)>);

impl Runs {
    fn push(&mut self, [phase, from, to]: [u32; 3], report: Report) {
        match self.0.last_mut() {
            Some((run, reports)) if *run == [phase, from] => reports.push((to, report)),
            _ => self.0.push(([phase, from], vec![(to, report)])),
        }
    }

    fn sorted(mut self) -> impl Iterator<Item = ([u32; 3], Report)> {
        self.0.sort_unstable_by_key(|(run, _)| *run);
        self.0.into_iter().flat_map(|([phase, from], mut reports)| {
            reports.sort_unstable_by_key(|(to, _)| *to);
            reports
                .into_iter()
                .map(move |(to, report)| ([phase, from, to], report))
        })
    }
}

/// The rank looked up last: rows come in runs of one phase and one reporting actor.
#[derive(Default)]
struct Last {
    text: String,
    rank: u32,
}

impl Last {
    fn rank<T>(&mut self, ids: &Ids<T>, text: &str) -> Result<u32> {
        if self.text != text {
            self.rank = ids.rank(text)?;
            text.clone_into(&mut self.text);
        }
        Ok(self.rank)
    }
}

/// The sets of kinds read so far: there are few, and many reports share each.
#[derive(Default)]
struct KindSets(HashMap<String, BTreeSet<TieKind>>);

impl KindSets {
    fn read(&mut self, text: &str) -> Result<BTreeSet<TieKind>> {
        if let Some(set) = self.0.get(text) {
            return Ok(set.clone());
        }
        let set = read::codes(text, TieKind::from_code)?;
        self.0.insert(text.to_owned(), set.clone());
        Ok(set)
    }
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
        return removed(
            connection.prepare_cached(delete)?.execute(key)?,
            &edit.before,
        );
    };
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
    if edit.before.is_some() {
        let update = "UPDATE report SET strength = ?5, kinds = ?6, binding = ?7, since = ?8,
                      through_core_team = ?9, in_workshop = ?10, note = ?11
                      WHERE district = ?1 AND phase = ?2 AND from_id = ?3 AND to_id = ?4";
        replaced(connection.prepare_cached(update)?.execute(values)?)?;
    } else {
        let insert =
            "INSERT INTO report (district, phase, from_id, to_id, strength, kinds, binding,
                      since, through_core_team, in_workshop, note)
                      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
        connection.prepare_cached(insert)?.execute(values)?;
    }
    let mut insert = connection.prepare_cached(
        "INSERT INTO report_offer (district, phase, from_id, to_id, offer) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for offer in &report.offers {
        insert.execute([key[0], key[1], key[2], key[3], offer.as_str()])?;
    }
    Ok(())
}
