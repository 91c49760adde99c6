//! From a report to the matrix as a sheet.

use serde::Serialize;

use super::cells::Cells;
use super::draw::figure;
use super::finds::Finds;
use super::inscription::Style;
use super::legend::legend;
use super::order::order;
use super::plan::{Named, Plan};
use super::table::{description, table};
use crate::analysis::{Inclusion, Selection, SiloReport};
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
use crate::text::views::{MatrixTexts, Of};

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
    let mut scene = Scene::of(survey, selection)?;
    let order = order(survey, selection.phase_in(survey)?, report);
    let of = match selection.scope {
        Inclusion::Offices => Of::Offices,
        Inclusion::All => Of::All,
    };
    let cells = Cells::of(report, &order, of);
    let finds = match selection.shows_functions() {
        true => Finds::default(),
        false => Finds::of(report, &cells, options.lang),
    };
    // The head counts what the cells count: without bodies, unless these are asked for.
    let (actors, ties) = cells.counted();
    scene.counts.actors = actors;
    scene.counts.ties = scene.counts.ties.map(|_| ties);
    let mut facts = facts(selection, &scene, options, common);
    facts.extend(counted(selection, &scene, false, &common.fields));
    let marks = marks(survey, scene.has_marks(), options.example, common);
    let phase = phase(survey, selection, common);
    let parts = [
        survey.title.clone(),
        phase.unwrap_or_default(),
        say.title.to_owned(),
    ];
    let head = match &finds.said {
        // What leaders are told first, as over the network.
        Some([first, sentence]) => {
            let before = parts.into_iter().filter(|part| !part.is_empty());
            let facts = before.chain(facts).collect();
            let mut head = Heading::titled(std::slice::from_ref(first), facts, marks);
            head.say(sentence);
            head
        }
        None => {
            let mut head = Heading::titled(&parts, facts, marks);
            head.say(&cells.sentence(say));
            head
        }
    };
    let margins = |style: Style| Margins {
        description: description(&cells, say),
        legend: Legend::of(legend(&cells, (style, &finds), options.lang, say)),
        lang: options.lang,
        paper: options.paper,
        head: head.clone(),
    };
    // What a cell has room for hangs on the page, so that the legend is first set with all that may be said.
    let plan = Plan::of(&cells, margins(Style::WORDS).frame());
    let style = Style::of(&cells, plan.cell(0, 0), say);
    let margins = margins(style);
    let plan = Plan::of(&cells, margins.frame());
    let table = table(&cells, &finds, say, options.lang);
    let geometry = MatrixGeometry {
        width: WIDTH,
        height: HEIGHT,
        departments: plan.named(&cells),
        cells: placed(&cells, &plan),
    };
    Ok(margins.sheet(
        json(&geometry),
        table,
        figure(&cells, &plan, (style, &finds), say),
    ))
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
