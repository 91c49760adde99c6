//! The legend of the matrix: only of what it shows.

use svg::node::element::{Group, Rectangle};

use super::cells::{Cell, Cells};
use super::draw::Written;
use super::finds::{Finds, disc, ring};
use super::inscription::{Style, sample};
use super::look::{Look, Sure, Tone, point};
use crate::map::paper::legend::{Entry, MIDDLE, Sample};
use crate::map::paper::nodes::Draw;
use crate::map::paper::style::{HELD, INK, PAPER};
use crate::map::plane::{Point, Rect};
use crate::text::Lang;
use crate::text::views::{MatrixTexts, OfficesTexts};

/// The samples of the cells that are shown.
pub fn legend(cells: &Cells, (style, finds): Written, lang: Lang, say: &MatrixTexts) -> Vec<Entry> {
    if cells.names.len() < 2 {
        return Vec::new();
    }
    let cell = |look: Look| cell(look, style, say);
    let expected = cells.are_expected();
    let compared = shown(cells, Look::is_compared);
    let scale = match (cells.are_measured(), expected) {
        (true, _) => 0,
        (false, true) => 1,
        (false, false) => 2,
    };
    let mut entries = vec![Entry::heading(say.scale[scale])];
    entries.extend(tones(cells, &cell, say));
    let signed = [Tone::More, Tone::Less, Tone::FarMore, Tone::FarLess];
    let by_one = signed.map(|tone| Look::Against {
        tone,
        sure: Sure::One,
    });
    let mut by_one = by_one.into_iter();
    if let Some(look) = by_one.find(|one| shown(cells, |look| look == *one)) {
        entries.push(Entry::of(cell(look), say.one_yardstick));
    }
    let small = match cells.why {
        Some(_) => say.uncompared,
        None => say.small,
    };
    let others = [
        (Look::TooSmall, small),
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
            look => cell(look),
        };
        Entry::of(sample, text)
    }));
    entries.push(Entry::of(own(), say.diagonal));
    entries.extend(marks(finds, say, lang));
    if expected {
        entries.push(Entry::note(over(cells, style, say)));
    }
    if shown(cells, |look| matches!(sure(look), Some(Sure::Maybe))) {
        entries.push(Entry::note(say.hint));
    }
    if compared && shown(cells, |look| matches!(sure(look), Some(Sure::Yes))) {
        entries.push(Entry::note(say.note));
    }
    entries
}

/// How sure it is that a coloured cell stands out.
fn sure(look: Look) -> Option<Sure> {
    match look {
        Look::Against { tone, sure } if tone != Tone::Expected => Some(sure),
        _ => None,
    }
}

/// What stands over the diagonal, and why some of it is empty.
fn over(cells: &Cells, style: Style, say: &MatrixTexts) -> String {
    let told = |look: fn(Look) -> bool| {
        let mut cells = cells.pairs();
        cells.any(|cell| cell.expected.is_some() && look(cell.look))
    };
    let ranged = style.ranged && told(Look::is_compared);
    let mut parts = vec![say.expected[usize::from(ranged)].to_owned()];
    if told(Look::is_compared) && told(|look| !look.is_compared()) {
        parts.push(say.paler.to_owned());
    }
    let empty = |why: fn(Look) -> bool| {
        let mut cells = cells.pairs();
        cells.any(|cell| cell.expected.is_none() && why(cell.look))
    };
    let is = [
        empty(|look| matches!(look, Look::Reported | Look::Silent)),
        empty(|look| look == Look::NotAsked),
        empty(|look| !matches!(look, Look::Reported | Look::Silent | Look::NotAsked)),
    ];
    let reasons = say.reasons.into_iter().zip(is).filter(|(_, is)| *is);
    let reasons: Vec<&str> = reasons.map(|(reason, _)| reason).collect();
    if !reasons.is_empty() {
        parts.push((say.empty)(&reasons));
    }
    parts.join(" ")
}

/// What the numbers and open circles in the cells mean.
fn marks(finds: &Finds, say: &MatrixTexts, lang: Lang) -> Vec<Entry> {
    let ring = |text: &str| {
        let sample = Group::new().add(ring(Point::new(6.0, MIDDLE), 4.0));
        Entry::of(Sample::of(15.0, sample), text)
    };
    let mut held = finds.is_any_held();
    let mut entries = Vec::new();
    for (number, (title, colour)) in finds.titles.iter().enumerate() {
        let sample = disc(number, colour, Point::new(6.5, MIDDLE), 6.0);
        entries.push(Entry::of(Sample::of(17.0, sample), title.clone()));
        if *colour == HELD && std::mem::take(&mut held) {
            entries.push(ring(say.also_held));
        }
    }
    entries.extend(held.then(|| ring(OfficesTexts::of(lang).held[0])));
    entries
}

/// Whether a cell with such a look is shown.
fn shown(cells: &Cells, look: impl Fn(Look) -> bool) -> bool {
    cells
        .iter()
        .any(|(.., cell): (_, _, &Cell)| look(cell.look))
}

/// The steps of what is to be expected, those that are sure, then those that are hints.
fn tones(cells: &Cells, cell: &impl Fn(Look) -> Sample, say: &MatrixTexts) -> Vec<Entry> {
    let tones = [
        Tone::FarLess,
        Tone::Less,
        Tone::Expected,
        Tone::More,
        Tone::FarMore,
    ];
    let grey = |look: Look| match look {
        Look::Against { tone, sure } => {
            tone == Tone::Expected || matches!(sure, Sure::One | Sure::No)
        }
        _ => false,
    };
    let steps = || tones.into_iter().zip(say.steps);
    let sure = steps().filter_map(|(tone, text)| {
        let look = Look::Against {
            tone,
            sure: Sure::Yes,
        };
        let is = |own: Look| match tone {
            Tone::Expected => grey(own),
            _ => own == look,
        };
        shown(cells, is).then(|| Entry::of(cell(look), text))
    });
    let hints = steps().filter_map(|(tone, text)| {
        let look = Look::Against {
            tone,
            sure: Sure::Maybe,
        };
        let is = tone != Tone::Expected && shown(cells, |own| own == look);
        is.then(|| Entry::of(cell(look), (say.hinted)(text)))
    });
    sure.chain(hints).collect()
}

/// A cell, without its number.
fn cell(look: Look, style: Style, say: &MatrixTexts) -> Sample {
    let (rect, drawn) = sample(look, 0.0, MIDDLE, style, say);
    let drawn = Group::new().set("text-anchor", "middle").all(drawn);
    Sample::of(rect.width() + 5.0, drawn)
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
