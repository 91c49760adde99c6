//! Two phases on the same fixed places: what was kept, what is new, what ended, who joined, left or moved.

mod content;
mod counts;
mod draw;
mod look;
mod pairs;

use serde::Serialize;

use super::network::geometry::{PlacedActor, PlacedDepartment};
use super::paper::font::{Weight, one_line, width};
use super::paper::heading;
use super::paper::heading::Heading;
use super::paper::legend::{Entry, SIZE as LETTERS};
use super::paper::sample::Sample;
use super::paper::sheet::{Margins, Sheet};
use super::paper::style::{HEIGHT, MARGIN, WIDTH};
use super::paper::table::of_both_sides;
use super::{MapError, MapOptions, Picture, Table, ViewError};
use crate::analysis::{Inclusion, Selection, compare};
use crate::domain::{Stop, Survey};
use crate::text::map::texts;
use crate::text::pages::ChangeText;
use crate::text::views::{ChangeTexts, TableTexts};

use content::Changes;
pub use counts::{Count, chip, count_width};
pub use draw::{PALE, PALE_WIDTH, UNASKED, bundle};
pub use look::{Fate, KEPT, Stay};
use pairs::{Counted, Pair};

/// A tie as it is written to JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct ChangedTie<'a> {
    a: &'a str,
    b: &'a str,
    fate: &'static str,
    from: Option<f64>,
    to: Option<f64>,
    comparable: bool,
}

/// An actor as it is written to JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct ChangedActor {
    stay: &'static str,
    #[serde(flatten)]
    place: PlacedActor,
}

/// A pair of departments as it is written to JSON: working pictures count what is new and ended, those for leaders the
/// ties of each phase where they may be said, else whether any are reported.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct ChangedPair<'a> {
    a: &'a str,
    b: &'a str,
    #[serde(flatten)]
    counted: Counted,
}

/// The picture as it is written to JSON: the geometry of the network's picture, with what became of each part.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct ChangeGeometry<'a> {
    width: f64,
    height: f64,
    actors: Vec<ChangedActor>,
    departments: &'a [PlacedDepartment],
    ties: Vec<ChangedTie<'a>>,
    pairs: Vec<ChangedPair<'a>>,
}

/// The change from one phase to another, given by their ids or names.
pub fn change(
    survey: &Survey,
    phases: [&str; 2],
    selection: &Selection,
    options: &MapOptions,
    stop: &Stop,
) -> Result<Sheet, MapError> {
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
    let say = ChangeTexts::of(options.lang);
    let common = texts(options.lang);
    // The sentence is that of the page: about the offices, however much the picture shows.
    let offices = Selection {
        scope: Selection::default_for(survey).scope,
        ..selection.clone()
    };
    let comparison = compare(survey, phases[0], phases[1], &offices)?;
    let changes = Changes::of(survey, [&from, &to], stop)?;
    let names = [&comparison.from_name, &comparison.to_name];
    let titled = match survey.from_district {
        true => (say.title)(names[0], names[1]),
        false => (say.plain_title)(names[0], names[1]),
    };
    let mut facts = heading::facts(&to, &changes.after, options, common);
    let overall = to.scope == Inclusion::Offices && !changes.union.shows_actors();
    facts.extend(changes.answers(overall, say));
    facts.extend(changes.facts(say));
    let marks = heading::marks(survey, selection, options, common);
    let mut head = Heading::titled(&[survey.title.clone(), titled], facts, marks);
    let told = (ChangeText::of(options.lang).told)(&comparison.told());
    // What casts doubt on it stands first: it is not what is cut where a line is full.
    let doubt = comparison.doubt(options.lang);
    let sentence = doubt.map_or(told.clone(), |doubt| format!("{doubt} {told}"));
    head.say(&sentence);
    let offers = content::offers(survey, [place, to.phase_in(survey)?]);
    let told = offers.as_ref().map(|offers| {
        let all = offers.each_ref().map(Vec::len);
        (say.offers)(offers.each_ref().map(Vec::as_slice), all)
    });
    let picture = Picture::of_scene(changes.union.clone(), survey, selection, options, stop)?;
    let margins = Margins {
        description: changes.description(&sentence, told.as_deref(), say),
        legend: legend(&changes, &picture, offers.as_ref(), say),
        lang: options.lang,
        paper: options.paper,
        head,
    };
    let rows = changes.rows(say);
    let table = Table {
        columns: TableTexts::of(options.lang).changes.to_vec(),
        parts: of_both_sides(&rows),
        rows: rows.clone(),
    };
    let geometry = geometry(&changes, &picture);
    let sheet = margins.sheet(&geometry, table, |xml| {
        draw::draw(xml, &changes, &picture, say, &rows)
    });
    Ok(sheet.with_names(picture.names()))
}

fn legend(
    changes: &Changes,
    picture: &Picture,
    offers: Option<&[Vec<String>; 2]>,
    say: &ChangeTexts,
) -> Vec<Entry> {
    let own = |sample: Sample, text: &str| Entry::Own(sample, text.to_owned());
    let mut entries = Vec::new();
    if changes.union.shows_actors() && !picture.banded {
        for (fate, text) in Fate::ALL.into_iter().zip(say.fates) {
            if changes.ties.iter().any(|tie| tie.fate == fate) {
                entries.push(own(Sample::Fate(fate), text));
            }
        }
        if !picture.bands.is_empty() {
            entries.push(own(Sample::Bundle, say.bundle));
        }
        if changes.ties.iter().any(|tie| !tie.comparable) {
            entries.push(own(Sample::Pale, say.not_comparable));
        }
    } else {
        for (fate, text) in [
            Fate::Kept,
            Fate::New,
            Fate::Ended,
            Fate::Stronger,
            Fate::Weaker,
        ]
        .into_iter()
        .zip(say.pairs)
        {
            let of_fate = |pair: &Pair| pair.counted.comparable() && pair.counted.fate() == fate;
            if changes.pairs.iter().any(of_fate) {
                entries.push(own(Sample::Fate(fate), text));
            }
        }
        if changes.pairs.iter().any(|pair| !pair.counted.comparable()) {
            entries.push(own(Sample::Unasked, say.not_asked_once));
        }
    }
    if changes.union.shows_actors() {
        for (stay, text) in Stay::ALL.into_iter().zip(say.stays) {
            if changes.stays.contains(&stay) {
                entries.push(own(Sample::Stay(stay), text));
            }
        }
        let sample = vec![
            (None, "+2".to_owned()),
            (None, "−1".to_owned()),
            (Some(Fate::Stronger), "1".to_owned()),
        ];
        entries.push(own(Sample::Count(sample), say.chip));
    } else {
        let untold = changes
            .pairs
            .iter()
            .any(|pair| pair.counted.count(say).is_none());
        entries.push(own(
            Sample::Count(vec![(None, "3 → 5".to_owned())]),
            say.chip_leaders[usize::from(untold)],
        ));
    }
    entries.extend(offers.map(|offers| Entry::Line(line(offers, say))));
    entries
}

/// The offers that are new and that ended in one line, as many of each by name as it holds.
fn line(offers: &[Vec<String>; 2], say: &ChangeTexts) -> String {
    let limit = WIDTH - 2.0 * MARGIN;
    let told = |named: [usize; 2]| (say.offers)(offers.each_ref().map(Vec::as_slice), named);
    let fits = |named| width(&told(named), Weight::Regular, LETTERS) <= limit;
    let (mut named, mut open) = ([0; 2], [true; 2]);
    while open.contains(&true) {
        for list in 0..2 {
            let mut more = named;
            more[list] += 1;
            open[list] &= more[list] <= offers[list].len() && fits(more);
            if open[list] {
                named = more;
            }
        }
    }
    one_line(&told(named), Weight::Regular, LETTERS, limit)
}

fn geometry<'a>(changes: &'a Changes, picture: &'a Picture) -> ChangeGeometry<'a> {
    let drawn = picture.geometry();
    let scene = &changes.union;
    let name = |room: usize| scene.rooms[room].name.as_str();
    let shown = scene.shows_actors();
    ChangeGeometry {
        width: WIDTH,
        height: HEIGHT,
        actors: picture
            .actors
            .iter()
            .zip(&drawn.actors)
            .map(|(actor, place)| ChangedActor {
                stay: changes.stays[actor.node].code(),
                place: place.clone(),
            })
            .collect(),
        departments: &drawn.departments,
        ties: scene
            .ties
            .iter()
            .zip(&changes.ties)
            .filter(|_| shown)
            .map(|(tie, change)| ChangedTie {
                a: &scene.nodes[tie.a].id,
                b: &scene.nodes[tie.b].id,
                fate: change.fate.code(),
                from: change.strengths[0],
                to: change.strengths[1],
                comparable: change.comparable,
            })
            .collect(),
        pairs: changes
            .pairs
            .iter()
            .map(|pair| ChangedPair {
                a: name(pair.a),
                b: name(pair.b),
                counted: pair.counted,
            })
            .collect(),
    }
}
