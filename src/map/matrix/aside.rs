//! The pairs that stand out, in words beside the matrix.

use svg::node::element::{Element, Group};

use super::cells::Cells;
use super::look::Sure;
use crate::map::paper::font::{ASCENT, Block, LINE, Weight};
use crate::map::paper::nodes::{Draw, Nodes, lines, text};
use crate::map::paper::style::INK;
use crate::map::plane::Rect;
use crate::text::views::MatrixTexts;

/// The least width that they need.
const LEAST: f64 = 230.0;
/// Their font size.
const SIZE: f64 = 11.5;
/// The height of a title, and of the line that says how many more there are.
const TITLE: f64 = 22.0;
/// The space under a pair, and between the two lists.
const UNDER: (f64, f64) = (7.0, 12.0);

/// As many pairs as the box holds, those with fewer ties than expected and those with more in turns.
pub fn aside(cells: &Cells, room: Rect, say: &MatrixTexts) -> Option<Group> {
    if room.width() < LEAST {
        return None;
    }
    let told = |pairs: Vec<(usize, usize)>| -> Vec<String> {
        let told = pairs
            .iter()
            .filter_map(|(row, column)| cells.say(*row, *column, say));
        told.collect()
    };
    let hints = cells.striking(Sure::Maybe).map(told);
    let lists = [cells.striking(Sure::Yes).map(told), hints];
    let [[less, more], [less_hints, more_hints]] = lists;
    let lists = [(less, less_hints), (more, more_hints)].map(|(sure, hints)| -> Vec<Block> {
        let hints = hints.iter().map(|text| (say.as_hint)(text));
        let texts = sure.into_iter().chain(hints);
        texts
            .map(|text| Block::set(&text, Weight::Regular, SIZE, room.width(), 5))
            .collect()
    });
    let shown = shown(&lists, room.height());
    let mut y = room.top;
    let mut drawn = Nodes::new();
    for ((blocks, shown), title) in lists.iter().zip(shown).zip([say.less, say.more]) {
        if shown == 0 {
            continue;
        }
        let title = text(title)
            .at("x", room.left)
            .at("y", y + 12.0)
            .with("font-weight", "bold")
            .with("font-size", 13);
        drawn.push(title.into());
        y += TITLE;
        for block in &blocks[..shown] {
            drawn.push(set(block, room.left, y).into());
            y += block.height + UNDER.0;
        }
        if shown < blocks.len() {
            let rest = (say.further)(blocks.len() - shown);
            let rest = Block::set(&rest, Weight::Regular, SIZE, room.width(), 1);
            drawn.push(set(&rest, room.left, y).into());
            y += TITLE;
        }
        y += UNDER.1;
    }
    let group = Group::new()
        .set("id", "striking")
        .set("fill", INK)
        .at("font-size", SIZE);
    Some(group.all(drawn))
}

/// How many of each list fit, one of each in turns.
fn shown(lists: &[Vec<Block>; 2], height: f64) -> [usize; 2] {
    let needed = |shown: [usize; 2]| -> f64 {
        let each = lists.iter().zip(shown).filter(|(_, shown)| *shown > 0);
        each.map(|(blocks, shown)| {
            let rest = if shown < blocks.len() { TITLE } else { 0.0 };
            let pairs = blocks[..shown].iter().map(|block| block.height + UNDER.0);
            TITLE + pairs.sum::<f64>() + rest + UNDER.1
        })
        .sum()
    };
    let (mut shown, mut open) = ([0; 2], [true; 2]);
    while open.contains(&true) {
        for list in 0..2 {
            let mut more = shown;
            more[list] += 1;
            open[list] &= more[list] <= lists[list].len() && needed(more) <= height;
            if open[list] {
                shown = more;
            }
        }
    }
    shown
}

fn set(block: &Block, left: f64, top: f64) -> Element {
    let rows = block.lines.iter().enumerate();
    lines(rows.map(|(line, words)| {
        let baseline = top + SIZE * (ASCENT + line as f64 * LINE);
        (left, baseline, words.as_str())
    }))
}
