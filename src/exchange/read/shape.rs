//! The rows of a sheet that is no plain list, as the rows of one.

use super::row::{Row, is_nothing, mark_of};
use crate::text::words::folded;

/// How the rows of a sheet become the rows of a list.
#[derive(Debug, Clone)]
pub(in super::super) struct Shape {
    /// The number of the row that is the header; none: the sheet has no such row.
    pub header: Option<u32>,
    /// The header of the list.
    pub headers: Vec<String>,
    /// What a row holds.
    pub kind: Kind,
}

/// What a row of the sheet holds.
#[derive(Debug, Clone)]
pub(in super::super) enum Kind {
    /// What one says of many: a cell for each of them.
    Matrix(Matrix),
    /// One and its partners, each in a column.
    Partners(Partners),
    /// A record with crosses in columns that stand for the values of a list.
    Marks(Vec<Marks>),
    /// A row of the list itself.
    Plain,
}

/// Rows and columns bear names.
#[derive(Debug, Clone)]
pub(in super::super) struct Matrix {
    /// The column of those who say it.
    pub names: usize,
    /// The columns of those of whom it is said, with their names.
    pub columns: Vec<Named>,
    /// Whether its cells hold strengths, and not crosses alone.
    pub has_strengths: bool,
}

/// A column with the name that it bears.
#[derive(Debug, Clone)]
pub(in super::super) struct Named {
    /// The column.
    pub at: usize,
    /// The name as written.
    pub name: String,
    /// The name as it is compared.
    pub folded: String,
}

/// One row a function, its partners in columns.
#[derive(Debug, Clone)]
pub(in super::super) struct Partners {
    /// The column of the function.
    pub from: usize,
    /// The columns of its partners, with what is said of each.
    pub partners: Vec<Partner>,
    /// The columns that hold for all of them.
    pub shared: Vec<usize>,
    /// Whether the list has a column of strengths of its own.
    pub has_strengths: bool,
}

/// A column of partners.
#[derive(Debug, Clone)]
pub(in super::super) struct Partner {
    /// The column.
    pub at: usize,
    /// The column of the strength.
    pub strength: Option<usize>,
}

/// Columns whose crosses make a list.
#[derive(Debug, Clone)]
pub(in super::super) struct Marks {
    /// The column of the list that they make.
    pub into: usize,
    /// The columns, with the words that they stand for.
    pub columns: Vec<(usize, String)>,
    /// The mark between the items.
    pub list_mark: char,
}

/// Sums below or beside a matrix.
pub(in super::super) fn is_sum(folded: &str) -> bool {
    ["summe", "summen", "gesamt", "insgesamt", "total", "sum"].contains(&folded)
}

impl Shape {
    /// The header of the list.
    pub fn header(&self) -> Vec<(usize, String)> {
        self.headers.iter().cloned().enumerate().collect()
    }

    /// The same list without the columns that hold for all partners of a row.
    pub fn without_shared(mut self) -> Self {
        if let Kind::Partners(partners) = &mut self.kind {
            partners.shared.clear();
            self.headers
                .truncate(2 + usize::from(partners.has_strengths));
        }
        self
    }

    /// Calls `row` with each row of the list that a row of the sheet holds, until it says false.
    pub fn each(&self, cells: Row<'_>, row: &mut dyn FnMut(Row<'_>) -> bool) -> bool {
        match &self.kind {
            Kind::Matrix(matrix) => matrix.each(cells, row),
            Kind::Partners(partners) => partners.each(cells, row),
            Kind::Marks(groups) => row(Row::Cells(&marked(cells, groups))),
            Kind::Plain => row(cells),
        }
    }

    /// The column of the list in which a cell of the sheet comes to stand.
    pub fn column(&self, at: usize) -> Option<usize> {
        match &self.kind {
            Kind::Matrix(matrix) => {
                let is_said = matrix.columns.iter().any(|column| column.at == at);
                let strength = usize::from(matrix.has_strengths) + 1;
                (at == matrix.names)
                    .then_some(0)
                    .or(is_said.then_some(strength))
            }
            Kind::Partners(partners) => partners.column(at),
            Kind::Marks(groups) => {
                let holds = |group: &&Marks| group.columns.iter().any(|(mark, _)| *mark == at);
                Some(groups.iter().find(holds).map_or(at, |group| group.into))
            }
            Kind::Plain => Some(at),
        }
    }
}

impl Matrix {
    fn each(&self, cells: Row<'_>, row: &mut dyn FnMut(Row<'_>) -> bool) -> bool {
        let from = cells.get(self.names);
        let own = folded(from);
        if from.is_empty() || is_sum(&own) {
            return true;
        }
        for column in &self.columns {
            let value = cells.get(column.at);
            if is_nothing(value) || column.folded == own {
                continue;
            }
            let value = match mark_of(value) {
                Some(true) => "",
                Some(false) => continue,
                None => value,
            };
            if !row(Row::Cells(&list([from, &column.name, value]))) {
                return false;
            }
        }
        true
    }
}

impl Partners {
    fn each(&self, cells: Row<'_>, row: &mut dyn FnMut(Row<'_>) -> bool) -> bool {
        let from = cells.get(self.from);
        for partner in &self.partners {
            let to = cells.get(partner.at);
            if to.is_empty() || matches!(to, "-" | "–" | "—") {
                continue;
            }
            let strength = partner.strength.map(|at| cells.get(at));
            let strength = self.has_strengths.then(|| strength.unwrap_or_default());
            let shared = self.shared.iter().map(|at| cells.get(*at));
            let texts = [from, to].into_iter().chain(strength).chain(shared);
            if !row(Row::Cells(&list(texts))) {
                return false;
            }
        }
        true
    }

    fn column(&self, at: usize) -> Option<usize> {
        let first = 2 + usize::from(self.has_strengths);
        let shared = self.shared.iter().position(|column| *column == at);
        let to = self.partners.iter().any(|partner| partner.at == at);
        let strength = self
            .partners
            .iter()
            .any(|partner| partner.strength == Some(at));
        (at == self.from)
            .then_some(0)
            .or(to.then_some(1))
            .or(strength.then_some(2))
            .or(shared.map(|place| first + place))
    }
}

fn list<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<(usize, String)> {
    let texts = texts.into_iter().enumerate();
    texts
        .filter(|(_, text)| !text.is_empty())
        .map(|(at, text)| (at, text.to_owned()))
        .collect()
}

/// Whether a cross is set, be it as a one.
fn is_set(cell: &str) -> bool {
    cell == "1" || mark_of(cell) == Some(true)
}

/// A row with the lists that its crosses make, in place of these.
fn marked(cells: Row<'_>, groups: &[Marks]) -> Vec<(usize, String)> {
    let mut row: Vec<(usize, String)> = Vec::new();
    cells.each(|at, text| {
        let mut marks = groups.iter().flat_map(|group| &group.columns);
        if !text.is_empty() && marks.all(|(mark, _)| *mark != at) {
            row.push((at, text.to_owned()));
        }
    });
    for group in groups {
        let set = group
            .columns
            .iter()
            .filter(|(at, _)| is_set(cells.get(*at)));
        let words: Vec<&str> = set.map(|(_, word)| word.as_str()).collect();
        if !words.is_empty() {
            let mark = format!("{} ", group.list_mark);
            row.push((group.into, words.join(&mark)));
        }
    }
    row.sort_by_key(|(at, _)| *at);
    row
}
