//! From two phases of a survey to their change as a sheet.

use super::content::{Changes, offers};
use super::counts::counts;
use super::draw::Drawn;
use super::geometry::geometry;
use super::legend::legend;
use crate::analysis::{Comparison, Selection, compare};
use crate::domain::{Stop, Survey};
use crate::map::error::{MapError, ViewError};
use crate::map::network::heading::facts;
use crate::map::network::picture::Picture;
use crate::map::options::MapOptions;
use crate::map::paper::heading::{Heading, marks};
use crate::map::paper::legend::Legend;
use crate::map::paper::sheet::{Margins, Sheet, json};
use crate::map::paper::table::{Table, of_both_sides};
use crate::text::map::texts;
use crate::text::pages::ChangeText;
use crate::text::views::{ChangeTexts, TableTexts};

/// The change from one phase to another, given by their ids or names.
pub fn change(
    survey: &Survey,
    phases: [&str; 2],
    selection: &Selection,
    options: &MapOptions,
    stop: &Stop,
) -> Result<Sheet, MapError> {
    let [from, to] = apart(survey, phases, selection)?;
    let say = ChangeTexts::of(options.lang);
    // The sentence is that of the page: about the offices, however much the picture shows.
    let comparison = compare(survey, phases[0], phases[1], &selection.of_headline(survey))?;
    let changes = Changes::of(survey, [&from, &to], stop)?;
    let told = (ChangeText::of(options.lang).told)(&comparison.told());
    // What casts doubt on it stands first: it is not what is cut where a line is full.
    let doubt = comparison.doubt(options.lang);
    let sentence = doubt.map_or(told.clone(), |doubt| format!("{doubt} {told}"));
    let mut head = head(survey, &comparison, &changes, &to, options);
    head.say(&sentence);
    let offers = offers(survey, [from.phase_in(survey)?, to.phase_in(survey)?]);
    let told = offers.as_ref().map(|offers| {
        let all = offers.names.each_ref().map(Vec::len);
        offers.say(all, say)
    });
    let picture = Picture::of_scene(changes.union.clone(), survey, selection, options, stop)?;
    let margins = Margins {
        description: changes.description(&sentence, told.as_deref(), say),
        legend: Legend::of(legend(&changes, &picture, offers.as_ref(), say)),
        lang: options.lang,
        paper: options.paper,
        head,
    };
    let rows = changes.rows(say);
    let drawn = Drawn {
        changes: &changes,
        picture: &picture,
        counts: &counts(&changes, &picture, say),
        rows: &rows,
        say,
    };
    let (figure, json) = (drawn.figure(), json(&geometry(&changes, &picture)));
    let table = Table {
        columns: TableTexts::of(options.lang).changes.to_vec(),
        parts: of_both_sides(&rows),
        rows,
    };
    let sheet = margins.sheet(json, table, figure);
    Ok(sheet.with_names(picture.names()))
}

/// The selections of two phases that are not the same.
fn apart(
    survey: &Survey,
    phases: [&str; 2],
    selection: &Selection,
) -> Result<[Selection; 2], MapError> {
    let [from, to] = phases.map(|phase| Selection {
        phase: Some(phase.to_owned()),
        ..selection.clone()
    });
    let place = from.phase_in(survey)?;
    if place == to.phase_in(survey)? {
        let phase = place.and_then(|place| survey.phases.get(usize::from(place)));
        let name = phase.map_or(phases[0], |phase| phase.name.as_str());
        return Err(ViewError::SamePhase(name.to_owned()).into());
    }
    Ok([from, to])
}

/// The head, without a sentence; `to` selects the later phase.
fn head(
    survey: &Survey,
    comparison: &Comparison,
    changes: &Changes,
    to: &Selection,
    options: &MapOptions,
) -> Heading {
    let say = ChangeTexts::of(options.lang);
    let common = texts(options.lang);
    let names = [&comparison.from_name, &comparison.to_name];
    let titled = match survey.from_district {
        true => (say.title)(names[0], names[1]),
        false => (say.plain_title)(names[0], names[1]),
    };
    let mut facts = facts(to, &changes.after, options, common);
    facts.extend(changes.answers(say));
    facts.extend(changes.facts(say));
    let marks = marks(survey, changes.union.has_marks(), options.example, common);
    Heading::titled(&[survey.title.clone(), titled], facts, marks)
}
