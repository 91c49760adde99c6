//! The small count beside each pair of departments.

use super::super::Picture;
use super::super::font::{LINE, Weight, width};
use super::super::picture::FRAME;
use super::super::plane::{Point, Rect, inside, tenths};
use super::super::routes::at;
use super::super::style::{INK, PAPER, RULE};
use super::super::xml::Xml;
use super::content::Changes;
use super::look::Fate;
use super::pairs::{Counted, Pair};
use crate::text::views::ChangeTexts;

/// The font size of a count.
const CHIP: f64 = 10.0;
/// The room of a sign in it.
const SIGN: f64 = 10.5;
/// The distance between its parts.
const GAP: f64 = 4.0;
/// How many steps of which length a count goes aside where two rooms stand close.
const ASIDE: (u32, f64) = (6, 5.0);

/// The small count beside each pair: on the way between its rooms, where nothing else is.
/// `told` says the same of each pair in words, for who points at it.
pub fn counts(
    xml: &mut Xml,
    changes: &Changes,
    picture: &Picture,
    say: &ChangeTexts,
    told: &[Vec<String>],
) {
    let names = picture.rooms.iter().filter_map(|room| room.label.as_ref());
    let signs = changes
        .ties
        .iter()
        .zip(&picture.routes)
        .filter_map(|(change, route)| {
            let signed = matches!(change.fate, Fate::Stronger | Fate::Weaker);
            let middle = at(route.get(route.len() / 2)?, 0.5);
            signed.then(|| Rect::sized(middle.x - 4.5, middle.y - 4.0, 9.0, 8.0))
        });
    let mut taken: Vec<Rect> = names.map(|label| label.rect()).chain(signs).collect();
    xml.open("g").set("id", "counts").at("font-size", CHIP);
    for (pair, row) in changes.pairs.iter().zip(told) {
        let Some(count) = pair.counted.count(say) else {
            continue;
        };
        let size = (count_width(&count), CHIP * LINE + 2.0);
        let spots = spots(changes, picture, pair, size);
        let beside = spots
            .iter()
            .find(|rect| free(rect, picture, &taken, &[]))
            .copied();
        let spot = beside.or_else(|| across(picture, pair, &spots, &taken));
        let Some(rect) = spot else { continue };
        taken.push(rect.grown(1.0));
        let rooms = &changes.union.rooms;
        xml.open("g")
            .set("class", "count")
            .set("data-a", &rooms[pair.a].name)
            .set("data-b", &rooms[pair.b].name);
        let whole = format!("{} – {}: {}", row[0], row[1], row[2]);
        xml.open("title").say(&whole).close();
        chip(xml, rect, &count);
        xml.close();
    }
    xml.close();
}

/// The count of a pair: texts, some behind the sign of what they count.
pub type Count = Vec<(Option<Fate>, String)>;

/// How wide a count is with its box.
pub fn count_width(count: &Count) -> f64 {
    let part = |(sign, text): &(Option<Fate>, String)| {
        let sign = if sign.is_some() { SIGN } else { 0.0 };
        sign + width(text, Weight::Bold, CHIP) + GAP
    };
    count.iter().map(part).sum::<f64>() - GAP + 7.0
}

/// Writes a count in its box.
pub fn chip(xml: &mut Xml, rect: Rect, count: &Count) {
    xml.open("rect")
        .over(rect)
        .set("rx", 4)
        .set("fill", PAPER)
        .set("stroke", RULE)
        .close();
    let middle = rect.centre().y;
    let mut x = rect.left + 3.5;
    for (sign, text) in count {
        if let Some(fate) = sign {
            fate.sign(xml, Point::new(x + SIGN / 2.0 - 0.5, middle));
            x += SIGN;
        }
        let wide = width(text, Weight::Bold, CHIP);
        xml.open("text")
            .at("x", x + wide / 2.0)
            .at("y", middle + 0.36 * CHIP)
            .set("text-anchor", "middle")
            .set("font-size", tenths(CHIP))
            .set("font-weight", "bold")
            .set("fill", INK)
            .say(text)
            .close();
        x += wide + GAP;
    }
}

/// The places tried for a count: along the band, else along the ties of the pair, those that changed first.
fn spots(changes: &Changes, picture: &Picture, pair: &Pair, (wide, high): (f64, f64)) -> Vec<Rect> {
    const ALONG: [f64; 9] = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.12, 0.88];
    let scene = &changes.union;
    let between = |a: usize, b: usize| {
        let [a, b] = [a, b].map(|node| scene.network.room_of[node]);
        (a.min(b), a.max(b)) == (pair.a, pair.b)
    };
    let band = picture
        .bands
        .iter()
        .find(|band| (band.link.a, band.link.b) == (pair.a, pair.b));
    let mut ways: Vec<_> = band.map(|band| &band.route).into_iter().collect();
    if !picture.banded && matches!(pair.counted, Counted::Ties { .. }) {
        let of = |changed: bool| {
            let ties = scene.ties.iter().zip(&changes.ties).zip(&picture.routes);
            ties.filter(move |((tie, change), _)| {
                let kept = matches!(change.fate, Fate::Kept | Fate::Stronger | Fate::Weaker);
                between(tie.a, tie.b) && kept != changed
            })
            .map(|(_, route)| route)
        };
        ways.extend(of(true));
        ways.extend(of(false));
    }
    let box_at = |p: Point| Rect::sized(p.x - wide / 2.0, p.y - high / 2.0, wide, high);
    ALONG
        .iter()
        .flat_map(|t| {
            ways.iter()
                .flat_map(move |way| way.iter().map(move |curve| box_at(at(curve, *t))))
        })
        .collect()
}

/// A place over the edges of a pair's own rooms, where they stand close: near one of the places along their ties, on no
/// mark and no name.
fn across(picture: &Picture, pair: &Pair, spots: &[Rect], taken: &[Rect]) -> Option<Rect> {
    let own = [pair.a, pair.b];
    let covers = |rect: &Rect| {
        let near = rect.grown(picture.radius + 1.0);
        let mut actors = picture.actors.iter();
        actors.any(|actor| {
            let name = actor.label.as_ref().map(|label| label.rect());
            near.contains(actor.place) || name.is_some_and(|name| name.overlaps(rect))
        })
    };
    let aside = (0..=ASIDE.0).flat_map(|step| {
        let by = ASIDE.1 * f64::from(step);
        let ways = [(by, 0.0), (-by, 0.0), (0.0, by), (0.0, -by)];
        spots
            .iter()
            .flat_map(move |spot| ways.map(|(x, y)| moved(spot, x, y)))
    });
    let mut free = aside.filter(|rect| free(rect, picture, taken, &own) && !covers(rect));
    free.next()
}

fn moved(rect: &Rect, x: f64, y: f64) -> Rect {
    Rect::sized(rect.left + x, rect.top + y, rect.width(), rect.height())
}

/// Whether a box is on the page and on nothing else, but perhaps on the edges of these rooms.
fn free(rect: &Rect, picture: &Picture, taken: &[Rect], own: &[usize]) -> bool {
    let inside_frame = rect.left >= FRAME.left
        && rect.right <= FRAME.right
        && rect.top >= FRAME.top
        && rect.bottom <= FRAME.bottom;
    let mut rooms = picture.rooms.iter();
    inside_frame
        && !taken.iter().any(|held| held.overlaps(rect))
        && !rooms.any(|room| {
            !own.contains(&room.number)
                && rect
                    .corners()
                    .iter()
                    .any(|corner| inside(&room.hull, *corner))
        })
}
