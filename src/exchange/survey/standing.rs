//! Where the actors of plain files stand, and the columns that can group them.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap, HashSet};

use super::super::columns::Table;
use super::super::fault::Earlier;
use super::super::plan::is_dash;
use super::super::read::Row;
use super::departments::{COLUMNS, Departments};
use super::part::{Part, text};
use crate::domain::{Column, Presence, look_alike};
use crate::text::words;

/// Columns that say who an actor is, or are not for figures.
const NOT_GROUPING: [&str; 5] = ["id", "name", "phase", "contact", "note"];

/// The most values of all columns together.
pub(super) const MOST_CELLS: usize = 10_000_000;

/// A column of more values groups nobody.
const MOST_SPELLINGS: usize = 10_000;

/// The places of the actors so far, a row each, with the columns beside them.
#[derive(Default)]
pub(super) struct Standing {
    /// Where they stand, in the order of the file.
    pub presences: Vec<Presence>,
    /// The columns, each as long as the places.
    pub columns: Vec<Column>,
    /// The table, the row and the presence of each actor in each phase.
    rows: HashMap<(u32, Option<u16>), (usize, u32, usize)>,
    /// The files and sheets of the tables so far.
    tables: Vec<String>,
    /// The departments of each actor, once they were asked for.
    departments_of: OnceCell<HashMap<u32, Vec<u32>>>,
    /// What looks alike in each column is one.
    spellings: Vec<Spellings>,
    /// The place of each column by its key.
    place_of: HashMap<String, usize>,
}

/// Where the values of a table's rows come from, and in which of so many columns they go.
pub(super) struct Sources {
    all: Vec<(usize, Source)>,
    columns: usize,
}

/// An earlier row that says otherwise.
pub(super) struct Contradiction {
    pub earlier: Earlier,
    /// The header of the column in which it does.
    pub column: Option<String>,
}

/// The first spelling of each value of a column.
#[derive(Default)]
struct Spellings {
    met: HashSet<String>,
    by_look: HashMap<String, String>,
}

impl Spellings {
    /// Puts the first spelling in place of another that looks like it.
    fn spell(&mut self, value: &mut Option<String>) {
        let Some(text) = value else { return };
        if self.met.contains(text) || self.met.len() >= MOST_SPELLINGS {
            return;
        }
        let first = self.by_look.entry(look_alike(text));
        let first = first.or_insert_with(|| text.clone());
        if first == text {
            self.met.insert(text.clone());
        } else {
            text.clone_from(first);
        }
    }
}

/// Where a column's value comes from.
enum Source {
    Cell(Option<&'static str>, usize),
    Department(usize),
    DepartmentKind,
}

impl Standing {
    /// Whether one row more would be too much.
    pub fn is_full(&self) -> bool {
        (self.presences.len() + 1) * self.columns.len() > MOST_CELLS
    }

    /// Adds where an actor stands, as a row of a table says; an error is an earlier row that says otherwise of the same
    /// actor and phase. An empty cell beside a filled one says nothing.
    pub fn add(
        &mut self,
        (table, number): (&str, u32),
        presence: Presence,
        mut values: Vec<Option<String>>,
    ) -> Result<(), Contradiction> {
        self.spellings
            .resize_with(self.columns.len(), Default::default);
        for (spellings, value) in self.spellings.iter_mut().zip(&mut values) {
            spellings.spell(value);
        }
        let key = (presence.actor, presence.phase);
        if let Some((of, row, at)) = self.rows.get(&key) {
            let (of, row, at) = (*of, *row, *at);
            return match self.differing(at, &presence, &values) {
                None => {
                    self.complete(at, presence, values);
                    Ok(())
                }
                Some(column) => Err(self.contradiction(table, (of, row, at), column)),
            };
        }
        if self.tables.last().is_none_or(|last| last != table) {
            self.tables.push(table.to_owned());
        }
        let place = (self.tables.len() - 1, number, self.presences.len());
        self.rows.insert(key, place);
        self.presences.push(presence);
        for (column, value) in self.columns.iter_mut().zip(values) {
            column.values.push(value);
        }
        Ok(())
    }

    /// The place of the first column in which a row says otherwise than the presence before; an inner none where it is
    /// in no column of its own.
    fn differing(
        &self,
        at: usize,
        presence: &Presence,
        values: &[Option<String>],
    ) -> Option<Option<usize>> {
        let differs =
            |(column, value): (&Column, &Option<String>)| match (&column.values[at], value) {
                (Some(before), Some(now)) => before != now,
                _ => false,
            };
        let mut columns = self.columns.iter().zip(values);
        if let Some(column) = columns.position(differs) {
            return Some(Some(column));
        }
        let before = &self.presences[at];
        let apart = |a: Option<bool>, b: Option<bool>| a.zip(b).is_some_and(|(a, b)| a != b);
        let departments = before.department.zip(presence.department);
        let is_elsewhere = departments.is_some_and(|(a, b)| a != b);
        let is_apart = is_elsewhere
            || apart(before.asked, presence.asked)
            || apart(before.answered, presence.answered);
        is_apart.then_some(None)
    }

    /// Fills what was empty from another row.
    fn complete(&mut self, at: usize, presence: Presence, values: Vec<Option<String>>) {
        let before = &mut self.presences[at];
        before.department = before.department.or(presence.department);
        before.level = before.level.or(presence.level);
        before.core_team |= presence.core_team;
        before.asked = before.asked.or(presence.asked);
        before.answered = before.answered.or(presence.answered);
        for (column, value) in self.columns.iter_mut().zip(values) {
            let cell = &mut column.values[at];
            *cell = cell.take().or(value);
        }
    }

    fn contradiction(
        &self,
        table: &str,
        (of, row, at): (usize, u32, usize),
        column: Option<usize>,
    ) -> Contradiction {
        let source = &self.tables[of];
        let column = column.map(|column| &self.columns[column]);
        let header = column.and_then(|column| column.names.last().cloned());
        let value = column.and_then(|column| column.values[at].clone());
        Contradiction {
            earlier: Earlier {
                source: (source != table).then(|| source.clone()),
                row,
                of_department: column.is_some_and(|column| column.names[0] == "department"),
                said: header.clone().zip(value),
            },
            column: header,
        }
    }

    /// The departments of an actor, in the order of the file; once all tables of actors are read.
    pub fn departments(&self, actor: u32) -> &[u32] {
        let all = self.departments_of.get_or_init(|| {
            let mut all: HashMap<u32, Vec<u32>> = HashMap::new();
            for row in &self.presences {
                all.entry(row.actor).or_default().extend(row.department);
            }
            all
        });
        all.get(&actor).map_or(&[], Vec::as_slice)
    }

    /// Adds an actor to all phases, with nothing else known.
    pub fn add_anywhere(&mut self, actor: u32) {
        self.presences.push(Presence {
            actor,
            phase: None,
            department: None,
            level: None,
            core_team: false,
            asked: None,
            answered: None,
            open: Vec::new(),
        });
    }

    /// The columns of a table of actors, and of the departments behind it.
    pub fn sources(&mut self, part: &Part<'_>, departments: &Departments) -> Sources {
        let mut all = Vec::new();
        let headings = Table::Actors.headings();
        for (heading, at) in headings.iter().zip(&part.columns) {
            if let Some(at) = at
                && !NOT_GROUPING.contains(&heading.key)
            {
                let place = self.column(heading.key, &part.header.cells[*at]);
                all.push((place, Source::Cell(Some(heading.key), *at)));
            }
        }
        if departments.are_listed() {
            for (column, key) in COLUMNS.iter().enumerate() {
                if let Some(header) = &departments.headers[column] {
                    all.push((self.column(key, header), Source::Department(column)));
                }
            }
            let place = self.column("department_kind", "department_kind");
            all.push((place, Source::DepartmentKind));
        }
        for (at, header) in part.header.cells.iter().enumerate() {
            if !header.is_empty() && !part.columns.contains(&Some(at)) {
                all.push((self.column(header, header), Source::Cell(None, at)));
            }
        }
        Sources {
            all,
            columns: self.columns.len(),
        }
    }

    /// The place of a column with this key; a new one where there is none.
    fn column(&mut self, key: &str, header: &str) -> usize {
        let known = self.place_of.get(key).copied();
        let place = known.unwrap_or_else(|| {
            let values = if self.columns.len() * self.presences.len() < MOST_CELLS {
                vec![None; self.presences.len()]
            } else {
                // Past the limit, which the next row reports.
                Vec::new()
            };
            self.columns.push(Column {
                names: vec![key.to_owned()],
                values,
            });
            self.place_of.insert(key.to_owned(), self.columns.len() - 1);
            self.columns.len() - 1
        });
        let names = &mut self.columns[place].names;
        if !names.iter().any(|name| name == header) {
            names.push(header.to_owned());
        }
        place
    }

    /// Each section by how it looks: its name, and its department; none where several departments have one of this name.
    pub fn sections(&self) -> HashMap<String, (&str, Option<u32>)> {
        let mut sections = HashMap::new();
        for (section, row) in self.in_sections() {
            let known = sections.entry(look_alike(section));
            let (_, known) = known.or_insert((section, row.department));
            *known = known.filter(|known| row.department == Some(*known));
        }
        sections
    }

    /// The departments that have a section of this name.
    pub fn with_section(&self, name: &str) -> BTreeSet<u32> {
        let name = look_alike(name);
        let rows = self.in_sections();
        let rows = rows.filter(|(section, _)| look_alike(section) == name);
        rows.filter_map(|(_, row)| row.department).collect()
    }

    /// The places in sections, with the names of these.
    fn in_sections(&self) -> impl Iterator<Item = (&str, &Presence)> {
        let column = self.columns.iter().find(|one| one.names[0] == "section");
        let values = column.into_iter().flat_map(|column| &column.values);
        let rows = values.zip(&self.presences);
        rows.filter_map(|(section, row)| Some((section.as_deref()?, row)))
    }
}

impl Sources {
    /// What a row says in each column, of an actor in a department and a phase.
    pub fn values(
        &self,
        row: Row<'_>,
        department: Option<u32>,
        phase: &str,
        departments: &Departments,
    ) -> Vec<Option<String>> {
        let department = department.map(|place| departments.at(place));
        let mut values = vec![None; self.columns];
        for (place, source) in &self.all {
            values[*place] = match source {
                Source::Cell(key, at) => value(key, row, *at, departments),
                Source::Department(column) => department.and_then(|d| d.value(*column, phase)),
                Source::DepartmentKind => department
                    .and_then(|d| d.kind)
                    .map(|kind| kind.code().to_owned()),
            };
        }
        values
    }
}

/// The value of a cell: a code where the word is known, a department's full name, else as written.
fn value(
    key: &Option<&'static str>,
    row: Row<'_>,
    at: usize,
    departments: &Departments,
) -> Option<String> {
    let cell = text(row, Some(at));
    if cell.is_empty() {
        return None;
    }
    let listed = || departments.find(&cell);
    let known = match key {
        Some("department") if listed().is_some() => {
            listed().map(|place| departments.at(place).name.clone())
        }
        Some("department" | "kind" | "level" | "core_team") if is_dash(&cell) => return None,
        Some("level") => words::read_level(&cell).map(|level| level.code().to_owned()),
        Some("kind") => words::read_actor_kind(&cell).map(|kind| kind.code().to_owned()),
        Some("core_team") => {
            words::read_yes_no(&cell).map(|yes| if yes { "yes" } else { "no" }.to_owned())
        }
        _ => None,
    };
    Some(known.unwrap_or_else(|| cell.into_owned()))
}
