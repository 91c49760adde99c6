//! Plain files as a network with its offers, for the pictures of offers.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::columns::Table;
use super::fault::Faults;
use super::tables::{Tables, read_tables};
use super::{ImportOptions, Input, plan};
use crate::domain::{FundingPhase, Network, PhaseId, Programme, Survey, Text};

/// The year in which the phases of files that give no dates begin; only their order counts.
const FIRST: i32 = 2000;

/// The network of plain files that hold offers, read as strictly as an import; none without offers.
///
/// `survey` is what the same files give for analysis: where no table of phases says when they began, its phases
/// follow each other.
pub fn network(inputs: &[Input], survey: &Survey) -> Result<Option<Network>, Faults> {
    let tables = read_tables(inputs)?;
    if !holds(&tables, Table::Offers) {
        return Ok(None);
    }
    let mut programme = Programme::default();
    if !holds(&tables, Table::Phases) {
        programme.phases = phases(survey);
    }
    let contacts = BTreeMap::new();
    let plan = plan(
        &tables,
        &Network::default(),
        &contacts,
        &programme,
        &ImportOptions::default(),
    )?;
    let mut network = Network::default();
    programme
        .apply(&plan.programme)
        .and_then(|()| network.apply(&programme, &plan.network))
        .expect("a plan without faults can be carried out");
    Ok(Some(network))
}

fn holds(tables: &Tables, table: Table) -> bool {
    let mut parts = tables.parts.iter();
    parts.any(|part| part.table == table && !part.lines.is_empty())
}

/// The phases of a survey, a year each, the last one open; a single one where it has none.
fn phases(survey: &Survey) -> BTreeMap<PhaseId, FundingPhase> {
    let named: Vec<(PhaseId, Text)> = survey
        .phases
        .iter()
        .filter_map(|phase| {
            let id = PhaseId::parse(&phase.id).ok()?;
            Some((id, Text::parse(&phase.name).ok()?))
        })
        .collect();
    let single = || {
        let id = PhaseId::parse("1").expect("a digit is an id");
        (id, Text::parse("1").expect("a digit is a text"))
    };
    let named = if named.is_empty() {
        vec![single()]
    } else {
        named
    };
    let last = named.len() - 1;
    let day = |year: usize, month, day| {
        let year = FIRST + i32::try_from(year).unwrap_or_default();
        NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
    };
    named
        .into_iter()
        .enumerate()
        .map(|(place, (id, name))| {
            let phase = FundingPhase {
                name,
                start: day(place, 1, 1),
                end: (place < last).then(|| day(place, 12, 31)),
            };
            (id, phase)
        })
        .collect()
}
