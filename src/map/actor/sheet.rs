//! From a district to the picture of one function's surroundings as a sheet.

use svg::node::element::{Group, Path};

use super::content::{Reported, Surroundings};
use super::draw::{Picture, WIDER, arrow};
use super::geometry::geometry;
use super::plan::Plan;
use super::table::{description, table};
use crate::analysis::{Graph, Selection};
use crate::domain::Survey;
use crate::map::error::{MapError, ViewError};
use crate::map::hues::hues;
use crate::map::options::MapOptions;
use crate::map::paper::heading::{Heading, marks, phase};
use crate::map::paper::legend::{Entry, Legend, MIDDLE, Sample};
use crate::map::paper::marks::Scale;
use crate::map::paper::nodes::Draw;
use crate::map::paper::sheet::{Margins, Sheet, json};
use crate::map::paper::style::{BINDING, DASHES, LOOSE};
use crate::map::plane::Point;
use crate::text::brief;
use crate::text::map::{MapTexts, texts};
use crate::text::views::{ActorTexts, Around};

/// How long a line of the legend is.
const LINE: f64 = 30.0;

/// The picture of a function and those it works with, asked for by its id.
pub fn actor(
    survey: &Survey,
    asked: &str,
    selection: &Selection,
    options: &MapOptions,
) -> Result<Sheet, MapError> {
    // Whoever is told nothing of functions is not told which there are.
    let known = selection.shows_functions();
    let place = survey
        .actors
        .iter()
        .position(|one| known && one.id == asked);
    let place = place.ok_or_else(|| ViewError::NoSuchActor(asked.to_owned()))?;
    let graph = Graph::select(survey, selection)?;
    let surroundings = Surroundings::of(survey, &graph, place as u32);
    let (say, common) = (ActorTexts::of(options.lang), texts(options.lang));
    let phase = phase(survey, selection, common);
    let title = [
        survey.title.clone(),
        phase.unwrap_or_default(),
        say.title.to_owned(),
    ];
    let strength = selection.min_strength.to_string();
    let ties = (common.ties)(surroundings.partners.len(), &strength);
    let facts: Vec<String> = options
        .date
        .map(common.as_of)
        .into_iter()
        .chain([ties])
        .collect();
    let mut head = Heading::titled(&title, facts, marks(survey, true, options.example, common));
    let sentence = sentence(&surroundings, say);
    head.say(&sentence);
    let strengths: Vec<f64> = surroundings
        .partners
        .iter()
        .map(|one| one.strength)
        .collect();
    let scale = Scale::of(survey.from_district, &strengths);
    let tells_binding = surroundings
        .partners
        .iter()
        .any(|one| one.binding == Some(true));
    let margins = Margins {
        description: description(&surroundings, &sentence, say),
        legend: Legend::of(legend(
            &surroundings,
            (survey.from_district, &scale),
            common,
            say,
        )),
        lang: options.lang,
        paper: options.paper,
        head,
    };
    let hues = hues(survey, selection)?;
    let plan = Plan::of(&surroundings, margins.frame());
    let picture = Picture {
        surroundings: &surroundings,
        plan: &plan,
        hues: &hues,
        scale,
        tells_binding,
        say,
    };
    let json = json(&geometry(&surroundings, &plan));
    let table = table(&surroundings, say, options.lang);
    Ok(margins.sheet(json, table, picture.draw()))
}

fn sentence(surroundings: &Surroundings, say: &ActorTexts) -> String {
    let own = &surroundings.middle.department;
    let departments = surroundings.by_department();
    let elsewhere = departments.filter(|of_one| of_one[0].actor.department != *own);
    (say.sentence)(&Around {
        function: &brief(&surroundings.middle.name),
        ties: surroundings.partners.len(),
        inside: surroundings.inside(),
        departments: elsewhere.count(),
    })
}

/// The widths of the strengths that occur, and who reports.
fn legend(
    surroundings: &Surroundings,
    (anchored, scale): (bool, &Scale),
    common: &MapTexts,
    say: &ActorTexts,
) -> Vec<Entry> {
    let partners = &surroundings.partners;
    if partners.is_empty() {
        return vec![Entry::note(say.nobody)];
    }
    let binding = partners.iter().any(|one| one.binding == Some(true));
    let mut entries = Vec::new();
    if anchored {
        let steps = common.steps.iter().enumerate();
        let steps = steps.map(|(step, name)| (step as f64 + 1.0, *name));
        let there = steps.filter(|(step, _)| partners.iter().any(|one| one.strength == *step));
        entries.extend(there.map(|(step, name)| {
            let width = scale.width(step) * WIDER;
            Entry::of(
                Sample::of(LINE + 5.0, Group::new().add(line(width, BINDING))),
                name,
            )
        }));
    }
    let loose = binding && partners.iter().any(|one| one.binding != Some(true));
    if loose {
        let dashed = line(1.8, LOOSE).set("stroke-dasharray", DASHES);
        let sample = Sample::of(LINE + 5.0, Group::new().add(dashed));
        entries.push(Entry::of(sample, common.loose));
    }
    if partners.iter().any(|one| one.reported != Reported::Both) {
        let arrow = arrow(Point::new(LINE, MIDDLE), 1.0, BINDING);
        let sample = Group::new().add(line(1.8, BINDING)).add(arrow);
        entries.push(Entry::of(Sample::of(LINE + 5.0, sample), say.one_side));
    }
    entries
}

fn line(width: f64, colour: &str) -> Path {
    Path::new()
        .set("d", format!("M0 {MIDDLE}h{LINE}"))
        .set("stroke", colour)
        .at("stroke-width", width)
}
