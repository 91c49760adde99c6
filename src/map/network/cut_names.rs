//! Names that the picture had to cut, whole in the legend, and how many it had to leave out.

use super::picture::{DrawnActor, DrawnRoom};
use super::scene::Scene;
use crate::map::paper::font::{Weight, width};
use crate::map::paper::label::Label;
use crate::map::paper::legend::{Entry, SIZE, rows};
use crate::map::paper::style::{MARGIN, Paper, WIDTH};
use crate::text::map::MapTexts;

/// The rows that a legend has at most on a page.
const ROWS: usize = 5;

/// The whole names of what bears a cut one: offices first, each in the order in which they are drawn.
pub fn cut<'a>(scene: &'a Scene, rooms: &[DrawnRoom], actors: &[DrawnActor]) -> Vec<&'a str> {
    let is_cut = |label: &Option<Label>| {
        let label = label.as_ref();
        label.is_some_and(|label| label.text.contains('…'))
    };
    let of_rooms = rooms.iter().filter(|room| is_cut(&room.label));
    let of_rooms = of_rooms.map(|room| scene.rooms[room.number].name.as_str());
    let of_actors = actors.iter().filter(|actor| is_cut(&actor.label));
    let of_actors = of_actors.map(|actor| scene.nodes[actor.node].label.as_str());
    of_rooms.chain(of_actors).collect()
}

/// Says how many actors have no name, where the legend has room for that.
pub fn add_unnamed(legend: &mut Vec<Entry>, actors: &[DrawnActor], texts: &MapTexts, paper: Paper) {
    let unnamed = actors.iter().filter(|actor| actor.label.is_none()).count();
    let larger = paper == Paper::A4;
    let mut with = legend.clone();
    with.push(Entry::note((texts.unnamed)(unnamed, actors.len(), larger)));
    if unnamed > 0 && rows(&with) <= ROWS {
        *legend = with;
    }
}

/// Adds as many of them to a legend as its page has room for, and says how many are left.
pub fn add(legend: &mut Vec<Entry>, names: &[&str], texts: &MapTexts) {
    let line = WIDTH - 2.0 * MARGIN;
    let fits = |name: &&&str| width(name, Weight::Regular, SIZE) <= line;
    let short: Vec<&str> = names.iter().filter(fits).copied().collect();
    for told in (1..=short.len()).rev() {
        let mut with = legend.clone();
        with.push(Entry::heading(texts.cut));
        with.extend(short[..told].iter().map(|name| Entry::note(*name)));
        if told < names.len() {
            with.push(Entry::note((texts.cut_others)(names.len() - told)));
        }
        if rows(&with) <= ROWS {
            *legend = with;
            return;
        }
    }
}
