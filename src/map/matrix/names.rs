//! The names of the departments in the lines that they get.

use super::cells::Cells;
use crate::map::paper::abbreviation;
use crate::map::paper::font::{Block, LINE, Weight, one_line, width};

/// The widest of some names.
pub fn widest(names: &[Block]) -> f64 {
    names.iter().map(|name| name.width).fold(0.0, f64::max)
}

/// Whether nothing of a name was cut.
pub fn is_whole(name: &Block) -> bool {
    !name.lines.iter().any(|line| line.contains('…'))
}

/// The names in at most so many lines of about this width.
pub fn named(cells: &Cells, size: f64, (limit, lines): (f64, usize)) -> Vec<Block> {
    abbreviation::set(cells.names.iter().map(String::as_str), |name| {
        if lines > 1 {
            return Block::set(name, Weight::Bold, size, limit, lines);
        }
        let line = one_line(name, Weight::Bold, size, limit);
        Block {
            width: width(&line, Weight::Bold, size),
            height: size * LINE,
            lines: vec![line],
        }
    })
}

/// The names with their numbers of actors, which stay where a name is cut.
pub fn counted(cells: &Cells, size: f64, (limit, lines): (f64, usize)) -> Vec<Block> {
    let number = |actors: &u32| format!(" ({actors})");
    let each = cells.actors.iter().map(number);
    let own = each.map(|text| width(&text, Weight::Bold, size));
    let mut names = named(cells, size, (limit - own.fold(0.0, f64::max), lines));
    for (name, actors) in names.iter_mut().zip(&cells.actors) {
        if let Some(last) = name.lines.last_mut() {
            last.push_str(&number(actors));
            name.width = name.width.max(width(last, Weight::Bold, size));
        }
    }
    names
}

/// The numbers that stand for names.
pub fn numbered(cells: &Cells, size: f64) -> Vec<Block> {
    let numbers = (1..=cells.names.len()).map(|number| number.to_string());
    let set = numbers.map(|number| Block::set(&number, Weight::Bold, size, f64::MAX, 1));
    set.collect()
}
