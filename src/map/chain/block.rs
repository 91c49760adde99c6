//! The block of an offer: its name, the sign of who is responsible, the marks of who provides it.

use svg::node::element::{Element, Group, Title};

use super::content::ChainOffer;
use super::look::{Alone, ground, tag, tag_width};
use super::told::{BADGE, MARK, SIZE, Told};
use crate::map::paper::font::{ASCENT, LINE, Weight, greedy, one_line, width};
use crate::map::paper::nodes::{Draw, lines as rows, text, told};
use crate::map::paper::style::{INK, SOFT};
use crate::map::plane::{Point, Rect};
use crate::text::views::ChainTexts;

/// How far in the texts of a block begin.
const INDENT: f64 = 8.0;
/// The font sizes of names, the larger tried first.
const NAME: [f64; 3] = [11.0, 9.8, 8.7];
/// From this height on a block has room for the larger ones; below, they would only differ from block to block.
const TALL: f64 = 36.0;
/// The most lines of a block: of a name, or of a name and who has to do with it.
pub const MOST: usize = 5;
/// The space above and below the lines of a block of more than two, in which the last would else touch the edge.
const AIR: f64 = 3.0;
/// The font size of names in blocks that are not tall.
const SMALLEST: f64 = NAME[NAME.len() - 1];

/// A block.
pub fn block(offer: &ChainOffer, rect: Rect, say: &ChainTexts) -> Group {
    let look = &offer.block;
    let set = Set::of(offer, rect.right - 3.0 - left(rect), rect.height());
    Group::new()
        .set("class", "offer")
        .named("data-offer", &offer.id)
        .maybe_named("data-department", offer.responsible.as_deref())
        .maybe("data-alone", look.alone.map(Alone::code))
        .add(whole(offer, say))
        .all(ground(rect, look.room, look.alone == Some(Alone::Known)))
        .add(set.name(rect))
        .add(cluster(offer, rect, &set, say))
}

/// All that is known of an offer, for who points at it.
fn whole(offer: &ChainOffer, say: &ChainTexts) -> Title {
    let responsible = match &offer.responsible {
        Some(name) => format!("{}: {name}", say.responsible),
        None => say.nobody_responsible.to_owned(),
    };
    let providers = offer.providers.join(", ");
    told(&format!(
        "{} – {responsible}; {}: {providers}",
        offer.name, say.provided_by
    ))
}

/// Who has to do with an offer: under its name, or at the end of its last line.
fn cluster(offer: &ChainOffer, rect: Rect, set: &Set, say: &ChainTexts) -> Group {
    let look = &offer.block;
    let middle = set.baseline(rect, set.rows() - 1) - set.size * 0.36;
    let mut x = match set.below {
        true => left(rect),
        false => rect.right - 3.0 - Cluster::of(offer).whole(),
    };
    let mut drawn = Group::new();
    if let (Some(sign), Some(room)) = (&look.sign, look.room) {
        drawn = drawn.add(tag(sign, room, Point::new(x, middle)));
        x += tag_width(sign) + 4.0;
    }
    let word = |words: &str, x: f64| {
        text(words)
            .at("x", x)
            .at("y", middle + SIZE * 0.36)
            .at("font-size", SIZE)
            .with("fill", SOFT)
    };
    let alone = match set.told(offer, rect, say) {
        Told::Words {
            provided, alone, ..
        } => {
            drawn = drawn.add(word(&provided, x));
            alone
        }
        Told::Marks => {
            for mark in &look.marks {
                drawn = drawn.add(mark.draw(Point::new(x + MARK, middle), MARK, INK));
                x += 2.0 * MARK + 2.0;
            }
            None
        }
    };
    match alone {
        Some(words) => drawn.add(word(words, rect.right - 5.0).with("text-anchor", "end")),
        None => drawn.all(look.alone.map(|alone| {
            let y = middle.min(rect.bottom - BADGE - 1.5);
            alone.draw(Point::new(rect.right - BADGE - 3.0, y), BADGE)
        })),
    }
}

/// What a block in this box says of who has to do with its offer.
pub fn said(offer: &ChainOffer, rect: Rect, say: &ChainTexts) -> Told {
    let set = Set::of(offer, rect.right - 3.0 - left(rect), rect.height());
    set.told(offer, rect, say)
}

/// The height of a block of so many lines.
pub fn height(lines: usize) -> f64 {
    let air = if lines > 2 { AIR } else { 0.0 };
    lines as f64 * LINE * SMALLEST + air
}

/// How many lines a block of this width needs to show its offer's whole name, or as many as there may be.
pub fn lines(offer: &ChainOffer, width: f64) -> usize {
    let wide = width - 3.0 - INDENT;
    let is_whole = |lines: &usize| Set::whole(offer, wide, SMALLEST, *lines).is_some();
    (1..MOST).find(is_whole).unwrap_or(MOST)
}

/// Where the texts of a block begin.
fn left(rect: Rect) -> f64 {
    rect.left + INDENT
}

/// How wide what stands beside the name is.
struct Cluster {
    sign: f64,
    marks: f64,
    badge: f64,
}

impl Cluster {
    fn of(offer: &ChainOffer) -> Self {
        let look = &offer.block;
        let sign = look.sign.as_ref();
        Self {
            sign: sign.map_or(0.0, |sign| tag_width(sign) + 4.0),
            marks: look.marks.len() as f64 * (2.0 * MARK + 2.0),
            badge: if look.alone.is_some() {
                2.0 * BADGE + 2.0
            } else {
                0.0
            },
        }
    }

    fn whole(&self) -> f64 {
        self.sign + self.marks + self.badge
    }
}

/// How a block's name is set.
struct Set {
    lines: Vec<String>,
    size: f64,
    /// Whether who is responsible and who provides it stand in a line of their own.
    below: bool,
}

impl Set {
    /// How many lines there are, with the one of who has to do with it.
    fn rows(&self) -> usize {
        self.lines.len() + usize::from(self.below)
    }

    /// What it says of who has to do with it; beside its name there is room for signs alone.
    fn told(&self, offer: &ChainOffer, rect: Rect, say: &ChainTexts) -> Told {
        match self.below {
            true => Told::of(offer, rect.right - 5.0 - left(rect), say),
            false => Told::Marks,
        }
    }

    /// The baseline of a line in a block.
    fn baseline(&self, rect: Rect, row: usize) -> f64 {
        let top = rect.centre().y - self.rows() as f64 * self.size * LINE / 2.0;
        top + self.size * (ASCENT - 0.05 + row as f64 * LINE)
    }

    /// The name as it is drawn.
    fn name(&self, rect: Rect) -> Element {
        let lines = self.lines.iter().enumerate();
        rows(lines.map(|(row, line)| (left(rect), self.baseline(rect, row), line.as_str())))
            .with("font-weight", "bold")
            .at("font-size", self.size)
    }

    /// The largest size in which the whole name finds a place; where none does, as much of it as the lines hold.
    fn of(offer: &ChainOffer, wide: f64, high: f64) -> Self {
        let most = |size: f64| ((high / (LINE * size) + 1e-9) as usize).clamp(1, MOST);
        let sizes = NAME.into_iter().filter(|size| *size < 9.0 || high >= TALL);
        sizes
            .filter_map(|size| Self::whole(offer, wide, size, most(size)))
            .next()
            .unwrap_or_else(|| Self::cut(offer, wide, most(SMALLEST)))
    }

    /// The whole name, and who has to do with it under it where a line is left, else at the end of its last line.
    fn whole(offer: &ChainOffer, wide: f64, size: f64, most: usize) -> Option<Self> {
        let last = wide - Cluster::of(offer).whole() - 3.0;
        let limit = if most > 1 { wide } else { last };
        let lines = greedy(&offer.name, Weight::Bold, size, limit);
        let within = |line: &String, limit: f64| width(line, Weight::Bold, size) <= limit;
        let below = lines.len() < most;
        let ends = below || lines.last().is_some_and(|line| within(line, last));
        let fits = lines.len() <= most && ends && lines.iter().all(|line| within(line, wide));
        fits.then_some(Self { lines, size, below })
    }

    /// The beginning of a name; who has to do with it stands at the end of its last line.
    fn cut(offer: &ChainOffer, wide: f64, most: usize) -> Self {
        let last = wide - Cluster::of(offer).whole() - 3.0;
        let name = offer.name.as_str();
        let line = |text: &str, limit: f64| one_line(text, Weight::Bold, SMALLEST, limit);
        let mut lines = match most {
            1 => vec![name.to_owned()],
            _ => greedy(name, Weight::Bold, SMALLEST, wide),
        };
        let kept = lines.len().min(most) - 1;
        let rest = line(&lines.split_off(kept).join(" "), last);
        Self {
            lines: lines
                .iter()
                .map(|kept| line(kept, wide))
                .chain([rest])
                .collect(),
            size: SMALLEST,
            below: false,
        }
    }
}
