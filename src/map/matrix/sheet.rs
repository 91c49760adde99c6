//! From a report to the matrix as a sheet.

use serde::Serialize;

use super::cells::Cells;
use super::draw::figure;
use super::legend::legend;
use super::order::order;
use super::plan::{Named, Plan};
use super::table::{description, table};
use crate::analysis::{Selection, SiloReport};
use crate::domain::Survey;
use crate::map::error::{MOST_DEPARTMENTS, MapError, ViewError};
use crate::map::network::heading::{counted, facts};
use crate::map::network::scene::Scene;
use crate::map::options::MapOptions;
use crate::map::paper::heading::{Heading, marks, phase};
use crate::map::paper::legend::Legend;
use crate::map::paper::sheet::{Margins, Sheet, json};
use crate::map::paper::style::{HEIGHT, WIDTH};
use crate::map::plane::tenths;
use crate::text::map::texts;
use crate::text::views::MatrixTexts;

/// A cell as it is written to JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct PlacedCell<'a> {
    a: &'a str,
    b: &'a str,
    look: &'static str,
    ties: Option<u32>,
    z: Option<f64>,
    expected: Option<(f64, u64, u64)>,
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
    departments: Vec<Named<'a>>,
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
    let phase = phase(survey, selection, common);
    let title = [
        survey.title.clone(),
        phase.unwrap_or_default(),
        say.title.to_owned(),
    ];
    let mut facts = facts(selection, &scene, options, common);
    facts.extend(counted(selection, &scene, false, &common.fields));
    let marks = marks(survey, scene.has_marks(), options.example, common);
    let mut head = Heading::titled(&title, facts, marks);
    let order = order(survey, selection.phase_in(survey)?, report);
    let cells = Cells::of(report, &order);
    head.say(&cells.sentence(say));
    let margins = Margins {
        description: description(&cells, say),
        legend: Legend::of(legend(&cells, say)),
        lang: options.lang,
        paper: options.paper,
        head,
    };
    let plan = Plan::of(&cells, margins.frame());
    let table = table(&cells, say, options.lang);
    let geometry = MatrixGeometry {
        width: WIDTH,
        height: HEIGHT,
        departments: plan.named(&cells),
        cells: placed(&cells, &plan),
    };
    Ok(margins.sheet(json(&geometry), table, figure(&cells, &plan, say)))
}

fn placed<'a>(cells: &'a Cells, plan: &Plan) -> Vec<PlacedCell<'a>> {
    let each = cells.iter().map(|(row, column, cell)| {
        let rect = plan.cell(row, column);
        PlacedCell {
            a: &cells.names[row],
            b: &cells.names[column],
            look: cell.look.code(),
            ties: cell.ties,
            z: cell.z,
            expected: cell.expected,
            x: tenths(rect.left),
            y: tenths(rect.top),
            width: tenths(rect.width()),
            height: tenths(rect.height()),
        }
    });
    each.collect()
}
