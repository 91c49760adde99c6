//! The legend of the matrix: only of what it shows.

use svg::node::element::{Group, Rectangle};

use super::cells::{Cell, Cells};
use super::inscription::sample;
use super::look::{Look, Sure, Tone, point};
use crate::map::paper::legend::{Entry, MIDDLE, Sample};
use crate::map::paper::nodes::Draw;
use crate::map::paper::style::{INK, PAPER};
use crate::map::plane::Rect;
use crate::text::views::MatrixTexts;

/// The samples of the cells that are shown.
pub fn legend(cells: &Cells, say: &MatrixTexts) -> Vec<Entry> {
    let measured = cells.are_measured();
    let compared = shown(cells, Look::is_compared);
    let mut entries = vec![Entry::heading(say.scale[usize::from(!measured)])];
    if compared {
        entries.extend(tones(cells, say));
    }
    let signed = [Tone::More, Tone::Less, Tone::FarMore, Tone::FarLess];
    for (sure, text) in [(Sure::Maybe, say.hint), (Sure::One, say.one_yardstick)] {
        let mut looks = signed.map(|tone| Look::Against { tone, sure }).into_iter();
        if let Some(look) = looks.find(|one| shown(cells, |look| look == *one)) {
            entries.push(Entry::of(cell(look, cells, say), text));
        }
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
    let others = others.into_iter();
    let others = others.filter(|(one, _)| shown(cells, |look| look == *one));
    entries.extend(others.map(|(look, text)| {
        let sample = match look {
            Look::NoneReported if cells.are_fine() => fine(),
            look => cell(look, cells, say),
        };
        Entry::of(sample, text)
    }));
    entries.push(Entry::of(own(), say.diagonal));
    if measured {
        entries.push(Entry::note(say.expected));
    }
    if compared {
        entries.push(Entry::note(say.note));
    }
    entries
}

/// Whether a cell with such a look is shown.
fn shown(cells: &Cells, look: impl Fn(Look) -> bool) -> bool {
    cells
        .iter()
        .any(|(.., cell): (_, _, &Cell)| look(cell.look))
}

/// The steps of what is to be expected.
fn tones(cells: &Cells, say: &MatrixTexts) -> Vec<Entry> {
    let tones = [
        Tone::FarLess,
        Tone::Less,
        Tone::Expected,
        Tone::More,
        Tone::FarMore,
    ];
    let is = |look: Look, tone: Tone| match look {
        Look::Against {
            sure: Sure::One | Sure::No,
            ..
        } => tone == Tone::Expected,
        Look::Against { tone: its, .. } => its == tone,
        _ => false,
    };
    let tones = tones.into_iter().zip(say.steps);
    tones
        .filter(|(tone, _)| shown(cells, |look| is(look, *tone)))
        .map(|(tone, text)| {
            let look = Look::Against {
                tone,
                sure: Sure::Yes,
            };
            Entry::of(cell(look, cells, say), text)
        })
        .collect()
}

/// A cell, without its number.
fn cell(look: Look, cells: &Cells, say: &MatrixTexts) -> Sample {
    let spoken = cells.are_spoken();
    let wide = match look {
        Look::Reported | Look::Silent if spoken => 50.0,
        _ => 32.0,
    };
    let rect = Rect::sized(0.0, MIDDLE - 6.0, wide, 12.0);
    Sample::of(
        wide + 5.0,
        Group::new().all(sample(look, rect, spoken, say)),
    )
}

/// A cell of many without a tie.
fn fine() -> Sample {
    let rect = Rect::sized(0.0, MIDDLE - 4.0, 8.0, 8.0);
    Sample::of(13.0, Group::new().add(point(rect)))
}

/// A cell of the diagonal.
fn own() -> Sample {
    let edge = Rectangle::new()
        .over(Rect::sized(1.0, MIDDLE - 5.0, 20.0, 10.0))
        .set("fill", PAPER)
        .set("stroke", INK)
        .set("stroke-width", 1.6);
    Sample::of(27.0, Group::new().add(edge))
}
