//! Plain files straight into a survey, for figures and maps of a network that no store holds.
//!
//! Lenient where an import is strict: any finite number is a strength, any column of the actors can group them, any text
//! is a kind. Rows are read as they come, so that a million ties need no table of texts.

mod actors;
mod departments;
mod doubts;
mod ends;
mod given;
mod looks;
mod namesakes;
mod noticed;
mod offers;
mod part;
mod parties;
mod phases;
mod standing;
mod ties;

use super::chosen::Columns;
use super::columns::Table;
use super::copies::notices_of_copies;
use super::fault::{Faults, Problem};
use super::header::{Header, unmet};
use super::input::Input;
use super::notice::{Notice, Notices};
use super::read::Sheet;
use super::shapes::{Known, Unread};
use super::{read, shapes, unsound};
use crate::domain::Survey;
use part::Part;

/// How plain files are read.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// What a person says of columns that are not known.
    pub columns: Columns,
    /// The column that groups the functions, where one was asked for.
    pub department: Option<String>,
    /// Whether offers are read as strictly as by an import.
    pub offers: bool,
}

/// What plain files say, and what is worth knowing of how they were read.
#[derive(Debug, Default)]
pub struct Surveyed {
    /// What they say.
    pub survey: Survey,
    /// What is worth knowing.
    pub notices: Vec<Notice>,
}

/// Reads a workbook, or CSV files of departments, actors, ties and offers, for analysis: figures and pictures need
/// nothing else of the files.
pub fn survey(inputs: &[Input]) -> Result<Survey, Faults> {
    surveyed(inputs).map(|read| read.survey)
}

/// The same, with what is worth knowing of the files.
pub fn surveyed(inputs: &[Input]) -> Result<Surveyed, Faults> {
    read_survey(inputs, &Reading::default())
}

/// The survey for pictures of offers: what an offer is for and who takes part in it is read as strictly as by an import,
/// so that no offer goes missing and no function is taken for a department.
pub fn survey_of_offers(inputs: &[Input]) -> Result<Survey, Faults> {
    let reading = Reading {
        offers: true,
        ..Reading::default()
    };
    read_survey(inputs, &reading).map(|read| read.survey)
}

/// Reads plain files for analysis as asked, and tells what of them is not read.
pub fn read_survey(inputs: &[Input], reading: &Reading) -> Result<Surveyed, Faults> {
    let columns = &reading.columns;
    let read::Found {
        sheets,
        mut notices,
        places,
        ..
    } = read::sheets(inputs, read::ANALYSIS, |sheet| {
        Header::of(sheet, &Columns::default()).table.is_some()
    })?;
    let mut faults = Faults::default();
    let sheets = shapes::reshaped(sheets, columns, &mut notices, &mut faults);
    let parts = parts(inputs, &sheets, columns, &mut notices, &mut faults)?;
    for part in &parts {
        unsound::judge_quotes(part.sheet, &mut faults);
        // Any column may group the actors.
        unsound::judge_formulas(part.sheet, &part.header, |_| true, &mut faults);
        unsound::judge_cells(part.sheet, &part.header, &part.columns, &mut faults);
    }
    for part in parts
        .iter()
        .filter(|part| part.table == Table::Cooperations)
    {
        part.require_ends(&mut faults);
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    noticed::tell(&parts, reading.department.as_deref(), &mut notices);
    let tables = parts.iter();
    notices_of_copies(
        &mut notices,
        tables.map(|part| (part.table, part.sheet.source.as_str())),
    );
    let (mut survey, doubts) = rows(&parts, &mut faults);
    survey.map_places = places;
    if reading.offers {
        faults.join(doubts.faults);
    }
    if faults.is_empty() {
        let notices = notices.told();
        Ok(Surveyed { survey, notices })
    } else {
        Err(faults)
    }
}

/// The sheets that are tables; of the others it is told that they are not read.
fn parts<'s>(
    inputs: &[Input],
    sheets: &'s [Sheet<'s>],
    columns: &Columns,
    notices: &mut Notices,
    faults: &mut Faults,
) -> Result<Vec<Part<'s>>, Faults> {
    let headers: Vec<Header> = sheets.iter().map(|one| Header::of(one, columns)).collect();
    let has_actors = headers
        .iter()
        .any(|header| header.table == Some(Table::Actors));
    let mut parts = Vec::new();
    let mut unread = Unread::of(columns);
    for (sheet, header) in sheets.iter().zip(headers) {
        let table = header.table.or_else(|| {
            // A list of nodes need not say a group; beside a list of functions it is something else.
            let is_list = ["id", "name"]
                .iter()
                .any(|key| header.has(Table::Actors, key));
            (is_list && !has_actors).then_some(Table::Actors)
        });
        match table.filter(|_| !header.cells.is_empty()) {
            Some(table) => {
                unread.read(sheet, table);
                parts.push(Part::of(sheet, table, header));
            }
            None => unread.add(sheet, &header),
        }
    }
    let is_network = |part: &Part<'_>| matches!(part.table, Table::Actors | Table::Cooperations);
    if !parts.iter().any(is_network) && unread.is_empty() {
        return Err(Faults::of_file(&read::sources(inputs), Problem::NoTable));
    }
    unread.tell(inputs, || Known::of(sheets, columns), notices, faults);
    faults.join(unmet(sheets, columns));
    if !parts.iter().any(is_network) && faults.is_empty() {
        return Err(Faults::of_file(&read::sources(inputs), Problem::NoTable));
    }
    Ok(parts)
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
    // Of a file in an archive, the archive.
    let file = file.split(": ").next().unwrap_or_default();
    let stem = read::stem(file);
    stem.strip_suffix(".csv").unwrap_or(stem).to_owned()
}
