//! Where the cells lie, and how the departments' names stand beside and above them.

use serde::Serialize;

use super::cells::Cells;
use super::names::{self, counted, is_whole, numbered, widest};
use crate::map::paper::font::{ASCENT, Block, LINE};
use crate::map::paper::label::Label;
use crate::map::plane::{Point, Rect};

/// The largest cell, and the largest of up to [`FEW`] departments.
const CELLS: [(f64, f64); 2] = [(110.0, 96.0), (170.0, 142.0)];
/// So few departments have larger cells.
const FEW: usize = 4;
/// The widest columns of names that are tried, and the longest slanted names.
const LIMITS: [[f64; 5]; 2] = [
    [220.0, 250.0, 280.0, 310.0, 340.0],
    [180.0, 212.0, 240.0, 270.0, 300.0],
];
/// The most lines of these.
const LINES: usize = 2;
/// The most lines of a name that stands upright on its column, and the most departments whose names are tried so.
const UPRIGHT: (usize, usize) = (4, 12);
/// The half of the square root of two: how far a name at 45° reaches, up and to the right.
const SLANT: f64 = std::f64::consts::FRAC_1_SQRT_2;
/// The largest font size of names.
const LARGEST: f64 = 13.0;
/// The least of names upon their columns.
const STANDING: f64 = 11.0;
/// The least for which they become smaller to be whole.
const READABLE: f64 = 10.0;
/// The least of all.
const LEAST: f64 = 5.0;
/// The largest shares of the page's width and height that names take.
const NAMES: (f64, f64) = (0.38, 0.4);
/// The width of what stands beside the matrix.
const ASIDE: f64 = 330.0;
/// The least height over the cells, in which stands what is on which side of the diagonal.
const CORNER: f64 = 34.0;
/// The space between the name of a row and its number.
const KEY: f64 = 10.0;
/// The space between a name and the cells, to the left of them and above.
const APART: (f64, f64) = (8.0, 6.0);

/// A department's name on the page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Named<'a> {
    id: &'a str,
    label: Label,
}

/// How the names of the columns stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heads {
    /// At 45°, up and to the right.
    Slanted,
    /// As they are read, each in the middle of its column.
    Upright,
    /// By the number that stands beside the name of the row.
    Numbered,
}

/// Where everything lies.
#[derive(Debug, Clone)]
pub struct Plan {
    frame: Rect,
    left: f64,
    top: f64,
    cell: (f64, f64),
    /// The font size of the names.
    pub size: f64,
    /// How wide the numbers beside the names of the rows are.
    key: f64,
    rows: Vec<Block>,
    columns: Vec<Block>,
    /// How the columns' names stand.
    pub heads: Heads,
}

impl Plan {
    /// The largest cells that fit into the frame beside as many whole names as can be; names upon their columns before
    /// slanted ones, large ones before small ones; numbers upon the columns where more names are whole for that.
    pub fn of(cells: &Cells, frame: Rect) -> Self {
        let named = Self::best(cells, frame, Self::tried).unwrap_or_else(|| {
            // So many that no name has the height of its row: as small as names become.
            let rows = counted(cells, LEAST, (LIMITS[0][0], 1));
            let columns = names::named(cells, LEAST, (LIMITS[1][0], 1));
            Self::slanted(frame, LEAST, rows, columns)
        });
        // Of many departments slanted names would take the room that the cells need to be read.
        let many = cells.names.len() > UPRIGHT.1;
        if named.whole() == 2 * cells.names.len() && !many {
            return named;
        }
        let numbered = Self::best(cells, frame, Self::tried_by_number);
        let least = named.whole() + usize::from(!many);
        let better = numbered.filter(|numbered| numbered.whole() >= least);
        better.unwrap_or(named)
    }

    /// The best of the plans that are tried, from the largest font size down.
    fn best(cells: &Cells, frame: Rect, tried: fn(&Cells, Rect, f64) -> Vec<Self>) -> Option<Self> {
        let mut best: Option<Self> = None;
        let mut size = LARGEST;
        while size >= LEAST {
            for one in tried(cells, frame, size) {
                if best.as_ref().is_none_or(|best| one.worth() > best.worth()) {
                    best = Some(one);
                }
            }
            let enough = |best: &Self| {
                let few = cells.names.len() <= UPRIGHT.1;
                let could_stand = few && best.heads == Heads::Slanted && size > STANDING;
                best.whole() == 2 * cells.names.len() && !could_stand || size <= READABLE
            };
            if best.as_ref().is_some_and(enough) {
                break;
            }
            size -= 0.5;
        }
        best
    }

    /// The plans of this font size in which no name comes over another.
    fn tried(cells: &Cells, frame: Rect, size: f64) -> Vec<Self> {
        let each = |limits: [f64; 5]| {
            let lines = (1..=LINES).flat_map(move |lines| limits.map(|limit| (limit, lines)));
            lines.collect::<Vec<_>>()
        };
        let [of_rows, of_heads] = LIMITS.map(each);
        let heads = of_heads
            .into_iter()
            .map(|within| names::named(cells, size, within));
        let heads: Vec<Vec<Block>> = heads.collect();
        let mut plans = Vec::new();
        for within in of_rows {
            let rows = counted(cells, size, within);
            if cells.names.len() <= UPRIGHT.1 && size >= STANDING {
                plans.extend(Self::upright(cells, frame, size, rows.clone()));
            }
            let slanted = heads.iter();
            plans
                .extend(slanted.map(|head| Self::slanted(frame, size, rows.clone(), head.clone())));
        }
        plans.retain(Self::is_free);
        plans
    }

    /// The same with numbers upon the columns.
    fn tried_by_number(cells: &Cells, frame: Rect, size: f64) -> Vec<Self> {
        let limits = (1..=LINES + 1).flat_map(|lines| LIMITS[0].map(|limit| (limit, lines)));
        let plans = limits.map(|within| {
            let rows = counted(cells, size, within);
            Self::by_number(frame, size, rows, numbered(cells, size))
        });
        plans.filter(Self::is_free).collect()
    }

    fn by_number(frame: Rect, size: f64, rows: Vec<Block>, columns: Vec<Block>) -> Self {
        let most = most(&rows);
        let key = widest(&columns) + KEY;
        let beside = widest(&rows) + key + APART.0 + 2.0;
        let above = (size * LINE + APART.1).max(CORNER);
        let wide = (frame.width() - beside) / rows.len().max(1) as f64;
        Self {
            cell: (wide.min(most.0), high(frame, above, &rows).min(most.1)),
            frame,
            left: frame.left + beside,
            top: frame.top + above,
            size,
            key,
            rows,
            columns,
            heads: Heads::Numbered,
        }
    }

    fn slanted(frame: Rect, size: f64, rows: Vec<Block>, columns: Vec<Block>) -> Self {
        let most = most(&rows);
        let beside = widest(&rows) + APART.0 + 2.0;
        let above = (widest(&columns) + size * ASCENT) * SLANT + APART.1 + 4.0;
        let wide = columns.iter().enumerate().map(|(column, name)| {
            let further = (name.lines.len() - 1) as f64 / 2.0 * apart(size);
            let reach = 0.8 * size + further + name.width * SLANT;
            (frame.width() - beside - reach) / (column as f64 + 0.5)
        });
        let whole = (frame.width() - beside) / rows.len().max(1) as f64;
        Self {
            cell: (
                wide.fold(whole, f64::min).min(most.0),
                high(frame, above, &rows).min(most.1),
            ),
            frame,
            left: frame.left + beside,
            top: frame.top + above,
            size,
            key: 0.0,
            rows,
            columns,
            heads: Heads::Slanted,
        }
    }

    /// Names upon their columns, where no word must be broken for that.
    fn upright(cells: &Cells, frame: Rect, size: f64, rows: Vec<Block>) -> Option<Self> {
        let most = most(&rows);
        let beside = widest(&rows) + APART.0 + 2.0;
        let wide = ((frame.width() - beside) / rows.len().max(1) as f64).min(most.0);
        let columns = names::named(cells, size, (wide - APART.0, UPRIGHT.0));
        let each = columns.iter().zip(&cells.names);
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut broken =
            each.map(|(set, name)| is_whole(set) && set.lines.join(" ") != words(name));
        if broken.any(|broken| broken) {
            return None;
        }
        let tallest = columns.iter().map(|name| name.height).fold(0.0, f64::max);
        let above = (tallest + APART.1).max(CORNER);
        Some(Self {
            cell: (wide, high(frame, above, &rows).min(most.1)),
            frame,
            left: frame.left + beside,
            top: frame.top + above,
            size,
            key: 0.0,
            rows,
            columns,
            heads: Heads::Upright,
        })
    }

    /// Whether each name has the room of its row or column, and the cells most of the page.
    fn is_free(&self) -> bool {
        let (wide, high) = self.cell;
        // A single line may come as near to the next as its letters allow.
        let needed = |name: &Block, line: f64| match name.lines.len() {
            1 => line * 0.93,
            lines => line * lines as f64,
        };
        let rows = self.rows.iter();
        let columns = self.columns.iter();
        let of_columns = |name: &Block| match self.heads {
            Heads::Slanted => needed(name, apart(self.size)),
            Heads::Upright => name.width + APART.0 / 2.0,
            Heads::Numbered => name.width,
        };
        let names = self.left - self.frame.left <= NAMES.0 * self.frame.width()
            && self.top - self.frame.top <= NAMES.1 * self.frame.height();
        names
            && rows
                .map(|name| needed(name, self.size * LINE))
                .all(|it| it <= high)
            && columns.map(of_columns).all(|it| it <= wide)
    }

    /// How many names are whole.
    fn whole(&self) -> usize {
        let names = self.rows.iter().chain(&self.columns);
        names.filter(|name| is_whole(name)).count()
    }

    /// What makes one plan better than another.
    fn worth(&self) -> (usize, bool, f64, f64) {
        let upright = self.heads == Heads::Upright;
        (self.whole(), upright, self.size, self.cell.0 * self.cell.1)
    }

    /// What is left beside the matrix.
    pub fn beside(&self) -> Rect {
        let right = self.cell(0, self.rows.len()).left + 20.0;
        Rect {
            left: right.max(self.frame.right - ASIDE),
            top: self.top,
            ..self.frame
        }
    }

    /// Where all of it lies.
    pub fn frame(&self) -> Rect {
        self.frame
    }

    /// The box of a cell.
    pub fn cell(&self, row: usize, column: usize) -> Rect {
        let (wide, high) = self.cell;
        let left = self.left + column as f64 * wide;
        Rect::sized(left, self.top + row as f64 * high, wide, high)
    }

    /// The names with their boxes.
    pub fn named<'a>(&self, cells: &'a Cells) -> Vec<Named<'a>> {
        let each = cells.names.iter().enumerate();
        each.map(|(row, id)| Named {
            id,
            label: self.label(row),
        })
        .collect()
    }

    /// Whether a department's name is nowhere cut.
    pub fn is_whole(&self, at: usize) -> bool {
        [&self.rows[at], &self.columns[at]]
            .into_iter()
            .all(is_whole)
    }

    /// The name of a row, to the left of it, with its box.
    pub fn label(&self, row: usize) -> Label {
        let name = &self.rows[row];
        let middle = self.cell(row, 0).centre().y;
        let rect = Rect::sized(
            self.left - APART.0 - self.key - name.width,
            middle - name.height / 2.0,
            name.width,
            name.height,
        );
        Label::new(name.text(), rect)
    }

    /// Where the number of a row ends that stands upon its column.
    pub fn key(&self, row: usize) -> Option<Point> {
        let y = self.cell(row, 0).centre().y + self.size * 0.36;
        (self.heads == Heads::Numbered).then(|| Point::new(self.left - APART.0, y))
    }

    /// What is left over the names of the rows.
    pub fn corner(&self) -> Rect {
        Rect {
            right: self.left - APART.0,
            bottom: self.top,
            ..self.frame
        }
    }

    /// The lines of a column's name, each with the point where it begins, or where its middle is when it stands upright.
    pub fn head(&self, column: usize) -> impl Iterator<Item = (&str, Point)> {
        let name = &self.columns[column];
        let middle = self.cell(0, column).centre().x;
        let lines = name.lines.iter().enumerate();
        lines.map(move |(line, text)| {
            let place = match self.heads {
                Heads::Slanted => {
                    let along = line as f64 - (name.lines.len() - 1) as f64 / 2.0;
                    let x = middle + 0.3 * self.size + along * apart(self.size);
                    Point::new(x, self.top - APART.1)
                }
                Heads::Upright | Heads::Numbered => {
                    let top = self.top - APART.1 - name.height;
                    Point::new(middle, top + self.size * (ASCENT + line as f64 * LINE))
                }
            };
            (text.as_str(), place)
        })
    }
}

/// How far two slanted lines lie apart along the row of heads.
fn apart(size: f64) -> f64 {
    size * LINE / SLANT
}

/// The largest cell of so many departments.
fn most(rows: &[Block]) -> (f64, f64) {
    CELLS[usize::from(rows.len() <= FEW)]
}

/// The height of a row under heads of this height.
fn high(frame: Rect, above: f64, rows: &[Block]) -> f64 {
    (frame.height() - above) / rows.len().max(1) as f64
}
