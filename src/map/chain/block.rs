//! The block of an offer: its name, the sign of who is responsible, the marks of who provides it.

use super::super::plane::{Point, Rect};
use super::content::ChainOffer;
use super::look::{Alone, ground};
use crate::map::paper::font::{ASCENT, LINE, Weight, greedy, one_line, width};
use crate::map::paper::lettering::shade;
use crate::map::paper::style::{INK, PAPER, SOFT};
use crate::map::paper::xml::Xml;
use crate::text::views::ChainTexts;

/// How far in the texts of a block begin.
const INDENT: f64 = 8.0;
/// The size of a mark.
const MARK: f64 = 3.1;
/// The radius of a badge.
const BADGE: f64 = 4.6;
/// The font sizes of names, the larger tried first.
const NAME: [f64; 3] = [11.0, 9.8, 8.7];
/// From this height on a block has room for the larger ones; below, they would only differ from block to block.
const TALL: f64 = 36.0;
/// The font size of the providers' signs.
const PROVIDERS: f64 = 8.7;
/// The font size of a sign.
pub const SIGN: f64 = 8.7;
/// The most lines of a block: of a name, or of a name and who has to do with it.
pub const MOST: usize = 3;
/// The space above and below the lines of a block of more than two, in which the last would else touch the edge.
const AIR: f64 = 3.0;
/// The font size of names in blocks that are not tall.
const SMALLEST: f64 = NAME[NAME.len() - 1];

/// Writes a block.
pub fn block(xml: &mut Xml, offer: &ChainOffer, rect: Rect, say: &ChainTexts) {
    let look = &offer.block;
    xml.open("g")
        .set("class", "offer")
        .set("data-offer", &offer.id);
    if let Some(responsible) = &offer.responsible {
        xml.set("data-department", responsible);
    }
    if let Some(alone) = look.alone {
        xml.set("data-alone", alone.code());
    }
    let responsible = match &offer.responsible {
        Some(name) => format!("{}: {name}", say.responsible),
        None => say.nobody_responsible.to_owned(),
    };
    let providers = offer.providers.join(", ");
    let whole = format!(
        "{} – {responsible}; {}: {providers}",
        offer.name, say.provided_by
    );
    xml.open("title").say(&whole).close();
    ground(xml, rect, look.room, look.alone == Some(Alone::Known));
    let left = left(rect);
    let wide = rect.right - 3.0 - left;
    let set = Set::of(offer, wide, rect.height());
    let size = set.size;
    let rows = set.lines.len() + usize::from(set.below);
    let top = rect.centre().y - rows as f64 * size * LINE / 2.0;
    let baseline = |row: usize| top + size * (ASCENT - 0.05 + row as f64 * LINE);
    xml.open("text")
        .set("font-weight", "bold")
        .at("font-size", size);
    for (row, line) in set.lines.iter().enumerate() {
        xml.open("tspan")
            .at("x", left)
            .at("y", baseline(row))
            .say(line)
            .close();
    }
    xml.close();
    let middle = baseline(rows - 1) - size * 0.36;
    let mut x = if set.below {
        left
    } else {
        rect.right - 3.0 - Cluster::of(offer).whole()
    };
    if let (Some(sign), Some(room)) = (&look.sign, look.room) {
        x = tag(xml, sign, room, Point::new(x, middle)) + 4.0;
    }
    for mark in &look.marks {
        mark.draw(xml, Point::new(x + MARK, middle), MARK, INK);
        x += 2.0 * MARK + 2.0;
    }
    if set.below && !offer.others.is_empty() {
        let badge = Cluster::of(offer).badge;
        let text = one_line(
            &offer.others,
            Weight::Regular,
            PROVIDERS,
            rect.right - 4.0 - badge - x,
        );
        xml.open("text")
            .at("x", x + 1.0)
            .at("y", middle + PROVIDERS * 0.36)
            .at("font-size", PROVIDERS)
            .set("fill", SOFT)
            .say(&text)
            .close();
    }
    if let Some(alone) = look.alone {
        let at = Point::new(
            rect.right - BADGE - 3.0,
            middle.min(rect.bottom - BADGE - 1.5),
        );
        alone.draw(xml, at, BADGE);
    }
    xml.close();
}

/// Whether a block in this box has room for the signs of who provides its offer.
pub fn names_providers(offer: &ChainOffer, rect: Rect) -> bool {
    Set::of(offer, rect.right - 3.0 - left(rect), rect.height()).below
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

/// How wide a sign is with its ground.
pub fn tag_width(sign: &str) -> f64 {
    width(sign, Weight::Bold, SIGN) + 5.0
}

/// Writes a sign in white on its department's colour; gives where it ends.
pub fn tag(xml: &mut Xml, sign: &str, room: usize, from: Point) -> f64 {
    let rect = Rect::sized(from.x, from.y - 5.1, tag_width(sign), 10.2);
    xml.open("rect")
        .over(rect)
        .set("rx", 2)
        .set("fill", shade(room).0.ink)
        .close();
    xml.open("text")
        .at("x", rect.centre().x)
        .at("y", from.y + SIGN * 0.36)
        .at("font-size", SIGN)
        .set("font-weight", "bold")
        .set("text-anchor", "middle")
        .set("fill", PAPER)
        .say(sign)
        .close();
    rect.right
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
