//! Reports as relationships from who says it to whom it is said of.

use std::collections::{BTreeMap, HashMap};

use neo4rs::BoltType;

use super::cypher::{cypher, flag, map, some_texts};
use super::decode::{Unreadable, codes, id, note};
use super::stored::{OfIds, OfRows, Stored};
use crate::domain::{Actor, ActorId, Note, OfferId, PhaseId, Report, ReportKey, Strength, TieKind};

/// A report in the one row of a network: from, to, phase and the rest.
pub(super) type Line<'a> = (
    &'a str,
    &'a str,
    &'a str,
    Option<i64>,
    Option<Vec<&'a str>>,
    Option<bool>,
    Option<&'a str>,
    Option<bool>,
    Option<Vec<&'a str>>,
    Option<bool>,
    Option<&'a str>,
);

/// Reads all reports. They share the ids of the actors and are sorted by their ranks: there are ten times as many reports
/// as actors, and comparing texts would take longer than everything else.
pub(super) fn read(
    lines: Vec<Line<'_>>,
    actors: &BTreeMap<ActorId, Actor>,
) -> Result<BTreeMap<ReportKey, Report>, Unreadable> {
    let places: HashMap<&str, (u32, &ActorId)> = actors
        .keys()
        .zip(0..)
        .map(|(id, place)| (id.as_str(), (place, id)))
        .collect();
    let actor = |text: &str| {
        places
            .get(text)
            .copied()
            .ok_or_else(|| Unreadable::new("report of an actor", text))
    };
    let mut phases: HashMap<&str, PhaseId> = HashMap::new();
    let mut rows = Vec::with_capacity(lines.len());
    for line in lines {
        let phase = match phases.get(line.2) {
            Some(phase) => phase.clone(),
            None => {
                let phase: PhaseId = id(line.2)?;
                phases.insert(line.2, phase.clone());
                phase
            }
        };
        let ((from, from_id), (to, to_id)) = (actor(line.0)?, actor(line.1)?);
        let key = (phase, from_id.clone(), to_id.clone());
        rows.push((from, to, key, read_line(line)?));
    }
    rows.sort_unstable_by(|a, b| a.2.0.cmp(&b.2.0).then((a.0, a.1).cmp(&(b.0, b.1))));
    Ok(rows
        .into_iter()
        .map(|(_, _, key, report)| (key, report))
        .collect())
}

fn read_line(line: Line<'_>) -> Result<Report, Unreadable> {
    let (_, _, _, strength, kinds, binding, since, through_core_team, offers, in_workshop, remark) =
        line;
    Ok(Report {
        strength: strength
            .map(Strength::parse)
            .transpose()
            .map_err(|error| Unreadable::new("strength", &error.to_string()))?,
        kinds: codes("kind of tie", TieKind::from_code, kinds.unwrap_or_default())?,
        binding,
        since: since
            .map(str::parse)
            .transpose()
            .map_err(|_| Unreadable::new("since", since.unwrap_or_default()))?,
        through_core_team: through_core_team.unwrap_or_default(),
        offers: offers
            .into_iter()
            .flatten()
            .map(id)
            .collect::<Result<_, _>>()?,
        in_workshop: in_workshop.unwrap_or_default(),
        note: note(remark)?,
    })
}

impl Stored for Report {
    const CREATE: OfRows = OfRows(cypher!("report/create"));
    const UPDATE: Option<OfRows> = Some(OfRows(cypher!("report/update")));
    const REMOVE: OfIds = OfIds(cypher!("report/remove"));

    /// One text for the three parts of the key: no id holds a tab.
    fn id((phase, from, to): &ReportKey) -> String {
        format!("{phase}\t{from}\t{to}")
    }

    fn row(id: &ReportKey, report: &Self) -> BoltType {
        let (phase, from, to) = id;
        map([
            ("id", Self::id(id).into()),
            ("phase", phase.as_str().into()),
            ("from", from.as_str().into()),
            ("to", to.as_str().into()),
            ("strength", report.strength.map(i64::from).into()),
            (
                "kinds",
                some_texts(report.kinds.iter().map(|kind| kind.code())),
            ),
            ("binding", report.binding.into()),
            ("since", report.since.map(|since| since.to_string()).into()),
            ("through_core_team", flag(report.through_core_team)),
            (
                "offers",
                some_texts(report.offers.iter().map(OfferId::as_str)),
            ),
            ("in_workshop", flag(report.in_workshop)),
            ("note", report.note.as_ref().map(Note::as_str).into()),
        ])
    }
}
