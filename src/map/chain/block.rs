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
    let set = Set::of(offer, rect.right - 3.0 - left(rect), rect.height(), say);
    Group::new()
        .set("class", "offer")
        .named("data-offer", &offer.id)
        .maybe_named("data-department", offer.responsible.as_deref())
        .maybe("data-alone", look.alone.map(Alone::code))
        .add(whole(offer, say))
        .all(ground(rect, look.room, look.alone == Some(Alone::Known)))
        .add(set.name(rect))
        .add(cluster(offer, rect, &set))
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
fn cluster(offer: &ChainOffer, rect: Rect, set: &Set) -> Group {
    let look = &offer.block;
    let middle = match set.is_below() {
        true => set.told_baseline(rect, 0) - SIZE * 0.36,
        false => set.baseline(rect, set.lines.len() - 1) - set.size * 0.36,
    };
    let mut x = match set.is_below() {
        true => left(rect),
        false => rect.right - 3.0 - Cluster::of(offer).whole(),
    };
    let mut drawn = Group::new();
    if let (Some(sign), Some(room)) = (&look.sign, look.room) {
        drawn = drawn.add(tag(sign, room, Point::new(x, middle)));
        x += tag_width(sign) + 4.0;
    }
    let word = |words: &str, x: f64, row: usize| {
        text(words)
            .at("x", x)
            .at("y", set.told_baseline(rect, row))
            .at("font-size", SIZE)
            .with("fill", SOFT)
    };
    let alone = match &set.told {
        Told::Words {
            provided,
            alone,
            apart,
            ..
        } => {
            let lines = provided.iter().enumerate();
            drawn = drawn.all(lines.map(|(row, line)| word(line, x, row)));
            alone.map(|words| match apart {
                true => word(words, left(rect), provided.len()),
                false => {
                    let end = word(words, rect.right - 5.0, provided.len() - 1);
                    end.with("text-anchor", "end")
                }
            })
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
        Some(words) => drawn.add(words),
        None => drawn.all(look.alone.map(|alone| {
            let y = middle.min(rect.bottom - BADGE - 1.5);
            alone.draw(Point::new(rect.right - BADGE - 3.0, y), BADGE)
        })),
    }
}

/// What a block in this box says of who has to do with its offer.
pub fn said(offer: &ChainOffer, rect: Rect, say: &ChainTexts) -> Told {
    Set::of(offer, rect.right - 3.0 - left(rect), rect.height(), say).told
}

/// The height of a block of so many lines.
pub fn height(lines: usize) -> f64 {
    let air = if lines > 2 { AIR } else { 0.0 };
    lines as f64 * LINE * SMALLEST + air
}

/// How many lines a block of this width needs to show its offer's whole name, or as many as there may be.
pub fn lines(offer: &ChainOffer, width: f64) -> usize {
    let wide = width - 3.0 - INDENT;
    let is_whole = |lines: &usize| Set::named(offer, wide, SMALLEST, height(*lines)).is_some();
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

/// How a block's name is set, and what it says of who has to do with it.
struct Set {
    lines: Vec<String>,
    size: f64,
    told: Told,
    /// How many lines of their own have those who are responsible and who provide it; none at the end of the name.
    below: usize,
}

impl Set {
    fn is_below(&self) -> bool {
        self.below > 0
    }

    /// Where the lines begin.
    fn top(&self, rect: Rect) -> f64 {
        let high = self.lines.len() as f64 * self.size + self.below as f64 * SIZE;
        rect.centre().y - high * LINE / 2.0
    }

    /// The baseline of a line of the name.
    fn baseline(&self, rect: Rect, row: usize) -> f64 {
        self.top(rect) + self.size * (ASCENT - 0.05 + row as f64 * LINE)
    }

    /// The baseline of a line under the name.
    fn told_baseline(&self, rect: Rect, row: usize) -> f64 {
        let under = self.top(rect) + self.lines.len() as f64 * self.size * LINE;
        under + SIZE * (ASCENT - 0.05 + row as f64 * LINE)
    }

    /// The name as it is drawn.
    fn name(&self, rect: Rect) -> Element {
        let lines = self.lines.iter().enumerate();
        rows(lines.map(|(row, line)| (left(rect), self.baseline(rect, row), line.as_str())))
            .with("font-weight", "bold")
            .at("font-size", self.size)
    }

    /// The whole name in the size that leaves room for most words, a larger one before a smaller; where none is whole, as
    /// much of it as the lines hold.
    fn of(offer: &ChainOffer, wide: f64, high: f64, say: &ChainTexts) -> Self {
        let sizes = NAME.into_iter().filter(|size| *size < 9.0 || high >= TALL);
        let whole = sizes.filter_map(|size| {
            let (lines, free) = Self::named(offer, wide, size, high)?;
            let told = match free {
                0 => Told::Marks,
                free => Told::of(offer, (wide - 2.0, free), say),
            };
            let below = if free > 0 { told.lines() } else { 0 };
            Some(Self {
                lines,
                size,
                told,
                below,
            })
        });
        let best = whole.min_by_key(|set| set.told.rank(offer));
        best.unwrap_or_else(|| Self::cut(offer, wide, most(SMALLEST, high)))
    }

    /// The whole name in lines, and how many lines are left under it for who has to do with it; where none is, that must
    /// have room at the end of its last line.
    fn named(offer: &ChainOffer, wide: f64, size: f64, high: f64) -> Option<(Vec<String>, usize)> {
        let most = most(size, high);
        let last = wide - Cluster::of(offer).whole() - 3.0;
        let limit = if most > 1 { wide } else { last };
        let lines = greedy(&offer.name, Weight::Bold, size, limit);
        let within = |line: &String, limit: f64| width(line, Weight::Bold, size) <= limit;
        let left = (high - lines.len() as f64 * LINE * size).max(0.0);
        let rows = |left: f64| (left / (LINE * SIZE) + 1e-9) as usize;
        // Of several lines the last would touch the edge without some air.
        let free = rows(left).min(1).max(rows((left - AIR).max(0.0)));
        let ends = free > 0 || lines.last().is_some_and(|line| within(line, last));
        let fits = lines.len() <= most && ends && lines.iter().all(|line| within(line, wide));
        fits.then_some((lines, free))
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
            told: Told::Marks,
            below: 0,
        }
    }
}

/// The most lines of a name of this size.
fn most(size: f64, high: f64) -> usize {
    ((high / (LINE * size) + 1e-9) as usize).clamp(1, MOST)
}
