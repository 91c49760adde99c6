//! The partners below the offices: each with its number of ties to them.

use svg::node::element::{Group, Rectangle};

use super::words::set;
use crate::analysis::aggregate::{Partner, Partners};
use crate::domain::{DepartmentKind, Survey};
use crate::map::paper::font::{Weight, one_line, width};
use crate::map::paper::nodes::{Draw, text};
use crate::map::paper::style::{INK, LOOSE, PAPER, SOFT};
use crate::map::plane::Rect;
use crate::text::Lang;
use crate::text::brief;
use crate::text::views::OfficesTexts;

/// In font sizes: the height of a box, the space between two, the space at their sides and around a number.
const HIGH: f64 = 2.1;
const BETWEEN: f64 = 0.7;
const BESIDE: f64 = 0.75;
const BEFORE_NUMBER: f64 = 0.9;

/// In font sizes: the space under the heading, and a row of boxes with the space under it.
const UNDER_HEADING: f64 = 0.35;
const ROW: f64 = HIGH + 0.5;

/// A box with a name and a number.
struct Chip {
    name: String,
    number: String,
    /// Whether it stands for several.
    several: bool,
}

impl Chip {
    fn of(partner: &Partner, say: &OfficesTexts) -> Self {
        let number = partner.ties.map(|ties| ties.to_string());
        Self {
            name: brief(&partner.name),
            number: number.unwrap_or_else(|| say.not_asked.to_owned()),
            several: false,
        }
    }

    fn several(words: String) -> Self {
        Self {
            name: words,
            number: String::new(),
            several: true,
        }
    }

    fn width(&self, size: f64) -> f64 {
        let number = match self.number.as_str() {
            "" => 0.0,
            number => width(number, Weight::Bold, size) + BEFORE_NUMBER * size,
        };
        width(&self.name, Weight::Regular, size) + number + 2.0 * BESIDE * size
    }

    fn draw(&self, rect: Rect, size: f64) -> Group {
        let baseline = rect.centre().y + 0.36 * size;
        let ground = Rectangle::new()
            .over(rect)
            .set("rx", 6)
            .set("fill", PAPER)
            .set("stroke", LOOSE)
            .maybe("stroke-dasharray", self.several.then_some("3 3"));
        let room = rect.width() - 2.0 * BESIDE * size;
        let number = match self.number.as_str() {
            "" => 0.0,
            number => width(number, Weight::Bold, size) + BEFORE_NUMBER * size,
        };
        let name = one_line(&self.name, Weight::Regular, size, room - number + 0.5);
        let name = text(&name)
            .at("x", rect.left + BESIDE * size)
            .at("y", baseline);
        let number = text(&self.number)
            .at("x", rect.right - BESIDE * size)
            .at("y", baseline)
            .with("text-anchor", "end")
            .with("font-weight", "bold");
        Group::new().add(ground).add(name).add(number)
    }
}

/// The partners under their heading, in at most so many rows, and where they end; the first have most ties.
pub fn strip(
    partners: &Partners,
    (left, top): (f64, f64),
    (wide, rows): (f64, usize),
    size: f64,
    lang: Lang,
) -> (Group, f64) {
    let say = OfficesTexts::of(lang);
    let heading = set(say.partners, (left, top), (wide, 2), size, Weight::Bold);
    let from = top + heading.height + UNDER_HEADING * size;
    let row = ROW * size;
    let chips = fitted(partners, (wide, rows), size, say);
    let boxes = flow(&chips, wide, size);
    let last = boxes.last().map_or(0, |(_, row, _)| row + 1);
    let drawn = chips.iter().zip(&boxes).map(|(chip, (x, at, wide))| {
        let rect = Rect::sized(left + x, from + *at as f64 * row, *wide, HIGH * size);
        chip.draw(rect, size)
    });
    let group = Group::new()
        .set("class", "partners")
        .at("font-size", size)
        .set("fill", INK)
        .add(heading.drawn.with("fill", SOFT))
        .all(drawn);
    (group, from + last as f64 * row)
}

/// The height that the partners of all phases need, whatever their numbers; 0 where there are none.
pub fn height(survey: &Survey, (wide, rows): (f64, usize), size: f64, lang: Lang) -> f64 {
    let say = OfficesTexts::of(lang);
    let beside = |kind: Option<DepartmentKind>| kind.is_some_and(|kind| !kind.is_office());
    let departments = survey.departments.iter();
    let partners = departments.filter(|department| beside(department.kind));
    let chips = partners.map(|partner| Chip {
        name: brief(&partner.name),
        number: "00".to_owned(),
        several: false,
    });
    let chips: Vec<Chip> = chips.collect();
    let boxes = flow(&chips, wide, size);
    let Some((_, last, _)) = boxes.last() else {
        return 0.0;
    };
    let heading = set(say.partners, (0.0, 0.0), (wide, 2), size, Weight::Bold);
    heading.height + UNDER_HEADING * size + (last + 1).min(rows) as f64 * ROW * size
}

/// The boxes that fit in the rows: the partners with most ties, the others of a number together, then those without.
fn fitted(
    partners: &Partners,
    (wide, rows): (f64, usize),
    size: f64,
    say: &OfficesTexts,
) -> Vec<Chip> {
    let mut named: Vec<&Partner> = partners.named.iter().collect();
    named.sort_by_key(|partner| std::cmp::Reverse(partner.ties));
    let others = (partners.others > 0).then(|| say.others.to_owned());
    for shown in (0..=named.len()).rev() {
        let rest = &named[shown..];
        let ties = rest.iter().filter_map(|partner| partner.ties).sum();
        let further = (!rest.is_empty()).then(|| (say.further)(rest.len(), ties));
        let chips = named[..shown].iter().map(|partner| Chip::of(partner, say));
        let chips: Vec<Chip> = chips
            .chain(further.map(Chip::several))
            .chain(others.clone().map(Chip::several))
            .collect();
        let last = flow(&chips, wide, size)
            .last()
            .map_or(0, |(_, row, _)| *row);
        if last < rows || shown == 0 {
            return chips;
        }
    }
    Vec::new()
}

/// For each box its left side, its row and its width.
fn flow(chips: &[Chip], wide: f64, size: f64) -> Vec<(f64, usize, f64)> {
    let (mut x, mut row) = (0.0, 0);
    let places = chips.iter().map(|chip| {
        let own = chip.width(size).min(wide);
        if x > 0.0 && x + own > wide {
            (x, row) = (0.0, row + 1);
        }
        let place = (x, row, own);
        x += own + BETWEEN * size;
        place
    });
    places.collect()
}
