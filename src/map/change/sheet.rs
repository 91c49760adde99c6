//! From two phases of a survey to their change as a sheet.

use super::content::Changes;
use super::counts::counts;
use super::draw::Drawn;
use super::geometry::geometry;
use super::legend::legend;
use crate::analysis::{Comparison, Selection};
use crate::domain::{Stop, Survey};
use crate::map::both_phases::{apart, compared, offers, phases as titled, sentence};
use crate::map::error::MapError;
use crate::map::network::heading::facts;
use crate::map::network::picture::Picture;
use crate::map::options::MapOptions;
use crate::map::paper::heading::{Heading, marks};
use crate::map::paper::legend::Legend;
use crate::map::paper::sheet::{Margins, Sheet, json};
use crate::map::paper::table::{Table, of_both_sides};
use crate::text::map::texts;
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
    let comparison = compared(survey, phases, selection)?;
    stop.check()?;
    let changes = Changes::of(survey, [&from, &to])?;
    let sentence = sentence(&comparison, options.lang);
    let mut head = head(survey, &comparison, &changes, &to, options);
    head.say(&sentence);
    let offers = offers(survey, [&from, &to])?;
    let told = offers.as_ref().map(|offers| offers.all(say));
    let picture = Picture::of_scene(changes.union.clone(), survey, selection, options, stop)?;
    let counts = counts(&changes, &picture);
    let legend = legend(&changes, &picture, &counts, offers.as_ref(), options.lang);
    let margins = Margins {
        description: changes.description(&sentence, told.as_deref(), say),
        legend: Legend::fixed(legend),
        lang: options.lang,
        paper: options.paper,
        head,
    };
    let rows = changes.rows(say);
    let drawn = Drawn {
        changes: &changes,
        picture: &picture,
        counts: &counts,
        rows: &rows,
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
    let titled = titled(survey, comparison, options.lang);
    let mut facts = facts(to, &changes.after, options, common);
    facts.extend(changes.answers(say));
    facts.extend(changes.facts(say));
    let marks = marks(survey, true, options.example, common);
    Heading::titled(&[survey.title.clone(), titled], facts, marks)
}
