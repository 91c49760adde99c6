//! Plain files straight into a survey, for figures and maps of a network that no store holds.
//!
//! Lenient where an import is strict: any finite number is a strength, any column of the actors can group them, any text
//! is a kind. Rows are read as they come, so that a million ties need no table of texts.

mod actors;
mod departments;
mod doubts;
mod given;
mod looks;
mod namesakes;
mod offers;
mod part;
mod parties;
mod phases;
mod standing;
mod ties;

use super::columns::Table;
use super::fault::{Faults, Problem};
use super::input::Input;
use super::{read, uncalculated};
use crate::domain::Survey;
use part::Part;

/// Reads a workbook, or CSV files of departments, actors, ties and offers, for analysis: figures and pictures need
/// nothing else of the files.
pub fn survey(inputs: &[Input]) -> Result<Survey, Faults> {
    surveyed(inputs).map(|(survey, _)| survey)
}

/// The same for pictures of offers: what an offer is for and who takes part in it is read as strictly as by an import,
/// so that no offer goes missing and no function is taken for a department.
pub fn survey_of_offers(inputs: &[Input]) -> Result<Survey, Faults> {
    match surveyed(inputs)? {
        (survey, doubts) if doubts.is_empty() => Ok(survey),
        (_, doubts) => Err(doubts),
    }
}

/// The survey of some files, and what is doubtful in their offers.
fn surveyed(inputs: &[Input]) -> Result<(Survey, Faults), Faults> {
    let sheets = read::sheets(inputs, read::ANALYSIS)?;
    let parts: Vec<Part<'_>> = sheets.iter().filter_map(Part::of).collect();
    let mut faults = Faults::default();
    for part in &parts {
        // Any column may group the actors.
        uncalculated::judge(part.sheet, &part.header, |_| true, &mut faults);
    }
    let of = |table: Table| parts.iter().filter(move |part| part.table == table);
    let mut networks = of(Table::Actors).chain(of(Table::Cooperations));
    if networks.next().is_none() {
        return Err(Faults::of_file(&read::sources(inputs), Problem::NoTable));
    }
    for part in of(Table::Cooperations) {
        part.require(&["from", "to"], &mut faults);
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let (survey, doubts) = rows(&parts, &mut faults);
    if faults.is_empty() {
        Ok((survey, doubts.faults))
    } else {
        Err(faults)
    }
}

/// What the tables say, one after the other: what names something stands behind what is named. With it what is doubtful
/// in the offers.
fn rows(parts: &[Part<'_>], faults: &mut Faults) -> (Survey, doubts::Doubts) {
    let of = |table: Table| parts.iter().filter(move |part| part.table == table);
    let mut phases = phases::Phases::read(parts, faults);
    let mut departments = departments::Departments::read(of(Table::Departments), faults);
    let mut actors = actors::Actors::new(namesakes::Namesakes::of(parts, &departments));
    for part in of(Table::Actors) {
        actors.read(part, &mut departments, &mut phases, faults);
    }
    let mut ties = ties::Ties::default();
    for part in of(Table::Cooperations) {
        ties.read(part, &mut actors, &departments, &mut phases, faults);
    }
    let mut offers = offers::Offers::default();
    let parties = parties::Parties::of(&actors, &departments);
    for part in of(Table::Offers) {
        offers.read(part, &parties, &mut departments, &mut phases, faults);
    }
    let standing = std::mem::take(&mut actors.standing);
    let mut survey = Survey {
        title: title(parts),
        presences: standing.presences,
        columns: standing.columns,
        kinds: ties.kinds,
        ties: ties.ties,
        offers: offers.met,
        ..Survey::default()
    };
    phases.finish(&mut survey);
    departments.finish(&mut survey);
    actors.finish(&mut survey);
    survey.sort_rows();
    (survey, offers.doubts)
}

/// The name of the workbook or archive, else of the file of the ties, else of the first.
fn title(parts: &[Part<'_>]) -> String {
    let ties = parts.iter().find(|part| part.table == Table::Cooperations);
    let Some(part) = ties.or(parts.first()) else {
        return String::new();
    };
    let file = part.sheet.source.split(" · ").next().unwrap_or_default();
    let stem = read::stem(file);
    stem.strip_suffix(".csv").unwrap_or(stem).to_owned()
}
