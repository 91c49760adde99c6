//! The matrix: department by department, each cell with its ties and how they lie to what is to be expected.
//!
//! Everything comes from the report, which holds back from leaders what they are not to see: nothing here can be
//! worked out that the report does not say.

mod aside;
mod cells;
mod draw;
mod look;
mod order;
mod plan;

use serde::Serialize;

use super::error::MOST_DEPARTMENTS;
use super::network::scene::Scene;
use super::paper::heading;
use super::paper::heading::Heading;
use super::paper::legend::Entry;
use super::paper::sample::Sample;
use super::paper::sheet::{Margins, Sheet};
use super::paper::style::{HEIGHT, WIDTH};
use super::paper::table::folded;
use super::{MapError, MapOptions, Table, ViewError};
use crate::analysis::{Selection, SiloReport};
use crate::domain::Survey;
use crate::text::Lang;
use crate::text::map::texts;
use crate::text::views::{MatrixTexts, TableTexts};

use cells::{Cell, Cells};
pub use look::{Look, Tone, point};

/// Up to so many departments a narrow screen tells of the pairs without a tie as well.
const FOLDED: usize = 24;

/// A cell as it is written to JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct PlacedCell<'a> {
    a: &'a str,
    b: &'a str,
    look: &'static str,
    ties: Option<u32>,
    z: Option<f64>,
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

/// The picture as it is written to JSON: the departments in their order, and every cell with its box.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct MatrixGeometry<'a> {
    width: f64,
    height: f64,
    departments: Vec<plan::Named<'a>>,
    cells: Vec<PlacedCell<'a>>,
}

/// The matrix of a report of this survey and selection.
pub fn matrix(
    survey: &Survey,
    selection: &Selection,
    report: &SiloReport,
    options: &MapOptions,
) -> Result<Sheet, MapError> {
    let departments = report.department_figures.len();
    if departments > MOST_DEPARTMENTS {
        return Err(ViewError::TooManyDepartments(departments).into());
    }
    let say = MatrixTexts::of(options.lang);
    let common = texts(options.lang);
    let scene = Scene::of(survey, selection)?;
    let phase = heading::phase(survey, selection, common);
    let title = [
        survey.title.clone(),
        phase.unwrap_or_default(),
        say.title.to_owned(),
    ];
    let mut facts = heading::facts(selection, &scene, options, common);
    facts.extend(heading::counted(selection, &scene, false, &common.fields));
    let marks = heading::marks(survey, &scene, options, common);
    let mut head = Heading::titled(&title, facts, marks);
    let order = order::order(survey, selection.phase_in(survey)?, report);
    let cells = Cells::of(report, &order);
    head.say(&cells.sentence(say));
    let margins = Margins {
        description: description(&cells, say),
        legend: legend(&cells, say),
        lang: options.lang,
        paper: options.paper,
        head,
    };
    let plan = plan::Plan::of(&cells, margins.frame());
    let table = table(&cells, say, options.lang);
    let geometry = MatrixGeometry {
        width: WIDTH,
        height: HEIGHT,
        departments: plan.named(&cells),
        cells: placed(&cells, &plan),
    };
    Ok(margins.sheet(&geometry, table, |xml| draw::draw(xml, &cells, &plan, say)))
}

fn placed<'a>(cells: &'a Cells, plan: &plan::Plan) -> Vec<PlacedCell<'a>> {
    let each = cells.iter().map(|(row, column, cell)| {
        let rect = plan.cell(row, column);
        PlacedCell {
            a: &cells.names[row],
            b: &cells.names[column],
            look: cell.look.code(),
            ties: cell.ties,
            z: cell.z,
            x: super::plane::tenths(rect.left),
            y: super::plane::tenths(rect.top),
            width: super::plane::tenths(rect.width()),
            height: super::plane::tenths(rect.height()),
        }
    });
    each.collect()
}

/// Each pair once, and each department within itself.
fn table(cells: &Cells, say: &MatrixTexts, lang: Lang) -> Table {
    let lower = cells.iter().filter(|(row, column, _)| row <= column);
    let rows = lower.filter_map(|(row, column, _)| {
        let told = cells.tell(row, column, say)?;
        let names = [row, column].map(|place| cells.names[place].clone());
        Some(names.into_iter().chain([told]).collect())
    });
    // Of many departments the pairs without a tie would be most of the lines.
    let all = cells.names.len() <= FOLDED;
    let tied = |cell: &Cell| !matches!(cell.look, Look::NoneReported | Look::Silent);
    let lines = cells.iter().filter(|(_, _, cell)| all || tied(cell));
    let lines = lines.filter_map(|(row, column, _)| {
        let told = cells.tell(row, column, say)?;
        let other = match row == column {
            true => say.diagonal,
            false => &cells.names[column],
        };
        Some((cells.names[row].clone(), format!("{other}: {told}")))
    });
    Table {
        columns: TableTexts::of(lang).cells.to_vec(),
        parts: folded(lines),
        rows: rows.collect(),
    }
}

/// Each pair once, in words: those of which something is to be said against chance, then what is reported.
fn description(cells: &Cells, say: &MatrixTexts) -> String {
    let mut parts = vec![(say.description)(cells.names.len())];
    // A reader of many departments has the table beside the picture.
    if cells.names.len() <= 12 {
        let lower = cells.iter().filter(|(row, column, _)| column <= row);
        parts.extend(lower.filter_map(|(row, column, _)| cells.say(row, column, say)));
    }
    parts.join(" ").replace(" .", ".")
}

fn legend(cells: &Cells, say: &MatrixTexts) -> Vec<Entry> {
    let shown = |look: &dyn Fn(&Cell) -> bool| cells.iter().any(|(_, _, cell)| look(cell));
    let own = |look: Look, text: &str| Entry::Own(Sample::Cell(look), text.to_owned());
    let tones = [
        Tone::FarLess,
        Tone::Less,
        Tone::Expected,
        Tone::More,
        Tone::FarMore,
    ];
    let measured = shown(&|cell| matches!(cell.look, Look::Against { .. }));
    let mut entries = vec![Entry::Heading(say.scale[usize::from(!measured)])];
    if measured {
        for (tone, text) in tones.into_iter().zip(say.steps) {
            // One cell or three need no scale of what none of them is.
            let whole = cells.names.len() > 2;
            if whole
                || shown(
                    &|cell| matches!(cell.look, Look::Against { tone: its, .. } if its == tone),
                )
            {
                entries.push(own(Look::Against { tone, sure: true }, text));
            }
        }
    }
    let open = |tone: &Tone| {
        shown(&|cell| {
            cell.look
                == Look::Against {
                    tone: *tone,
                    sure: false,
                }
        })
    };
    let signed = [Tone::More, Tone::Less, Tone::FarMore, Tone::FarLess];
    if let Some(tone) = signed.into_iter().find(open) {
        entries.push(own(Look::Against { tone, sure: false }, say.one_yardstick));
    }
    let others = [
        (Look::TooSmall, say.small),
        (Look::NoneReported, say.none),
        (Look::NotAsked, say.unasked),
        (Look::Reported, say.some),
        (Look::Silent, say.silent),
        (Look::Withheld, say.withheld),
        (Look::One, say.one),
    ];
    for (look, text) in others {
        if shown(&|cell| cell.look == look) {
            entries.push(match look {
                Look::NoneReported if cells.are_fine() => {
                    Entry::Own(Sample::Point, text.to_owned())
                }
                look => own(look, text),
            });
        }
    }
    entries.push(Entry::Own(Sample::OwnCell, say.diagonal.to_owned()));
    if measured {
        entries.push(Entry::Note(say.note));
    }
    entries
}
