//! The change as SVG.

use super::super::Picture;
use super::content::Changes;
use super::counts::counts;
use super::look::{Fate, Stay};
use crate::map::network::routes::at;
use crate::map::network::scene::SceneTie;
use crate::map::paper::lettering::{lines, shade, title};
use crate::map::paper::marks::{Mark, draw_mark};
use crate::map::paper::style::{Colour, INK, PALE_DASHES, PAPER, SOFT};
use crate::map::paper::xml::{Xml, curves, polygon};
use crate::text::views::ChangeTexts;

/// How pale what cannot be compared is.
pub const PALE: f64 = 0.5;
/// How wide it is, beside what can.
pub const PALE_WIDTH: f64 = 0.5;
/// How wide the pale line of a pair is that was not asked about in one of the phases.
pub const UNASKED: f64 = 2.2;
/// How wide a tie is between its function and its bundle.
const FAN: f64 = 0.45;
/// How many times as many ties are new as ended, or ended as new, where a bundle says only the one.
const OUTWEIGHS: usize = 2;
/// The ground of a bundle.
const BUNDLE: Colour = "#ccd3da";

/// Writes the rooms, the ties, the actors, the names and the counts.
pub fn draw(
    xml: &mut Xml,
    changes: &Changes,
    picture: &Picture,
    say: &ChangeTexts,
    told: &[Vec<String>],
) {
    if picture.banded {
        bands(xml, changes, picture, say);
        rooms(xml, changes, picture);
    } else {
        rooms(xml, changes, picture);
        bundles(xml, changes, picture);
        ties(xml, changes, picture);
    }
    actors(xml, changes, picture);
    names(xml, changes, picture);
    counts(xml, changes, picture, say, told);
}

fn rooms(xml: &mut Xml, changes: &Changes, picture: &Picture) {
    xml.open("g")
        .set("id", "departments")
        .set("stroke-linejoin", "round");
    for room in &picture.rooms {
        let scene = &changes.union.rooms[room.number];
        let (shade, _) = shade(scene.hue);
        xml.open("path")
            .set("class", "department")
            .set("data-department", &scene.name)
            .set("d", polygon(&room.hull))
            .set("fill", if scene.office { shade.ground } else { PAPER })
            .set("stroke", shade.ink)
            .set("stroke-width", 1.1)
            .close();
    }
    xml.close();
}

fn ties(xml: &mut Xml, changes: &Changes, picture: &Picture) {
    let scene = &changes.union;
    xml.open("g").set("id", "ties").set("fill", "none");
    // What was kept lies under what changed.
    let rank = |fate: Fate| match fate {
        Fate::Kept => 0,
        Fate::Weaker | Fate::Stronger => 1,
        Fate::Ended => 2,
        Fate::New => 3,
    };
    let mut order: Vec<usize> = (0..scene.ties.len()).collect();
    order.sort_by_key(|place| rank(changes.ties[*place].fate));
    for place in order {
        let (tie, change) = (&scene.ties[place], &changes.ties[place]);
        let (colour, wide, dashes) = change.fate.line();
        let own = scene.network.room_of[tie.a] == scene.network.room_of[tie.b];
        let joined = joined(changes, picture, tie);
        let route = &picture.routes[place];
        xml.open("g")
            .set("class", "tie")
            .set("data-a", &scene.nodes[tie.a].id)
            .set("data-b", &scene.nodes[tie.b].id)
            .set("data-strength", tie.strength)
            .set("data-fate", change.fate.code());
        if !change.comparable {
            xml.set("opacity", PALE);
        }
        xml.open("path")
            .set("d", curves(route))
            .set("stroke", colour)
            .at(
                "stroke-width",
                match (own, joined, change.comparable) {
                    (_, true, _) => FAN * wide,
                    (_, _, false) => PALE_WIDTH * wide,
                    (true, ..) => 0.7 * wide,
                    _ => wide,
                },
            );
        if let Some(dashes) = form(dashes, change.comparable) {
            xml.set("stroke-dasharray", dashes);
        }
        xml.close();
        // Of a bundle the count beside it says how many got stronger or weaker.
        if let Some(curve) = route.get(route.len() / 2).filter(|_| !joined) {
            change.fate.sign(xml, at(curve, 0.5));
        }
        xml.close();
    }
    xml.close();
}

/// The dashes of a line: what cannot be compared has its own, since pale and grey are one in grey print.
fn form(dashes: Option<&'static str>, comparable: bool) -> Option<&'static str> {
    if comparable {
        dashes
    } else {
        Some(PALE_DASHES)
    }
}

/// Whether a tie is part of a bundle.
fn joined(changes: &Changes, picture: &Picture, tie: &SceneTie) -> bool {
    let [a, b] = [tie.a, tie.b].map(|node| changes.union.network.room_of[node]);
    let pair = (a.min(b), a.max(b));
    let mut bands = picture.bands.iter();
    bands.any(|band| (band.link.a, band.link.b) == pair && band.mouths.is_some())
}

/// The bundles of pairs with many ties: on a pale ground, as wide as there are many, a core for what outweighs by far,
/// new or ended, or for both.
fn bundles(xml: &mut Xml, changes: &Changes, picture: &Picture) {
    let rooms = &changes.union.rooms;
    let most = picture.bands.iter().map(|band| band.link.ties).max();
    let most = most.unwrap_or(1).max(1) as f64;
    xml.open("g").set("id", "bundles").set("fill", "none");
    for band in &picture.bands {
        let link = &band.link;
        let pair = changes
            .pairs
            .iter()
            .find(|pair| (pair.a, pair.b) == (link.a, link.b));
        let wide = 3.0 + 7.0 * (link.ties as f64 / most).sqrt();
        let [new, ended] = pair.map_or([0, 0], |pair| pair.counted.turned());
        xml.open("g")
            .set("class", "bundle")
            .set("data-a", &rooms[link.a].name)
            .set("data-b", &rooms[link.b].name)
            .set("data-ties", link.ties);
        bundle(xml, &curves(&band.route), wide, link.ties, [new, ended]);
        xml.close();
    }
    xml.close();
}

/// Writes a bundle of so many ties, of which these are new and ended.
pub fn bundle(xml: &mut Xml, d: &str, wide: f64, ties: usize, [new, ended]: [usize; 2]) {
    let line = |xml: &mut Xml, colour: &str, wide: f64, dashes: Option<&str>| {
        xml.open("path")
            .set("d", d)
            .set("stroke", colour)
            .at("stroke-width", wide);
        if let Some(dashes) = dashes {
            xml.set("stroke-dasharray", dashes);
        }
        xml.close();
    };
    line(xml, BUNDLE, wide, None);
    let (most, least) = (new.max(ended), new.min(ended));
    let (fate, turned) = match most >= OUTWEIGHS * least {
        _ if most == 0 => return,
        true if new > ended => (Fate::New, most),
        true => (Fate::Ended, most),
        false => (Fate::Stronger, new + ended),
    };
    let (colour, least, dashes) = fate.line();
    let share = turned as f64 / ties.max(1) as f64;
    let core = (wide * share).clamp(least.min(wide), wide);
    line(xml, colour, core, dashes);
    if fate == Fate::Stronger {
        line(xml, PAPER, 0.4 * core, Fate::Ended.line().2);
    }
}

/// The ties of each pair of departments in one line, its form telling what became of them.
fn bands(xml: &mut Xml, changes: &Changes, picture: &Picture, say: &ChangeTexts) {
    let rooms = &changes.union.rooms;
    xml.open("g").set("id", "ties").set("fill", "none");
    for pair in &changes.pairs {
        let band = picture
            .bands
            .iter()
            .find(|band| (band.link.a, band.link.b) == (pair.a, pair.b));
        let Some(band) = band else { continue };
        let fate = pair.counted.fate();
        let (colour, mut wide, dashes) = fate.line();
        xml.open("g")
            .set("class", "band")
            .set("data-a", &rooms[pair.a].name)
            .set("data-b", &rooms[pair.b].name)
            .set("data-fate", fate.code());
        if let Some([from, to]) = pair.counted.sides() {
            xml.set("data-from", from).set("data-to", to);
        }
        if !pair.counted.goes_on() {
            xml.set("data-before-only", "yes");
        }
        if !pair.counted.comparable() {
            xml.set("opacity", PALE);
            wide = UNASKED;
        }
        xml.open("path")
            .set("d", curves(&band.route))
            .set("stroke", colour)
            .at("stroke-width", wide);
        if let Some(dashes) = form(dashes, pair.counted.comparable()) {
            xml.set("stroke-dasharray", dashes);
        }
        xml.close();
        let count = pair.counted.count(say);
        if let (Some(curve), None) = (band.route.get(band.route.len() / 2), count) {
            fate.sign(xml, at(curve, 0.5));
        }
        xml.close();
    }
    xml.close();
}

fn actors(xml: &mut Xml, changes: &Changes, picture: &Picture) {
    let scene = &changes.union;
    if !scene.has_marks() {
        return;
    }
    let place = |node: usize| picture.actors.iter().find(|actor| actor.node == node);
    let mut d = String::new();
    for (now, was) in &changes.came_from {
        if let (Some(now), Some(was)) = (place(*now), place(*was)) {
            let (from, to) = (was.place, now.place);
            d.push_str(&format!("M{} {}L{} {}", from.x, from.y, to.x, to.y));
        }
    }
    xml.open("path")
        .set("id", "moves")
        .set("d", d)
        .set("fill", "none")
        .set("stroke", INK)
        .set("stroke-width", 1.2)
        .set("stroke-dasharray", "1 3")
        .close();
    xml.open("g")
        .set("id", "actors")
        .set("text-anchor", "middle")
        .set("fill", INK)
        .at("font-size", picture.name_size);
    for actor in &picture.actors {
        let node = &scene.nodes[actor.node];
        let room = scene.network.room_of[actor.node];
        let (shade, dotted) = shade(scene.rooms[room].hue);
        let stay = changes.stays[actor.node];
        xml.open("g")
            .set("class", "actor")
            .set("data-actor", &node.id)
            .set("data-department", &scene.rooms[room].name)
            .set("data-stay", stay.code());
        xml.open("title").say(&node.label).close();
        if stay.is_here() {
            let mark = Mark::of(node.core_team, node.body);
            draw_mark(xml, mark, actor.place, picture.radius, shade.ink, dotted);
        }
        stay.draw(xml, actor.place, picture.radius, shade.ink);
        if let Some(label) = &actor.label {
            let ground = if scene.rooms[room].office {
                shade.ground
            } else {
                PAPER
            };
            let gone = matches!(stay, Stay::Left | Stay::MovedAway);
            let ink = if gone { SOFT } else { INK };
            lines(xml, label, picture.name_size, false, ink, Some(ground));
        }
        xml.close();
    }
    xml.close();
}

fn names(xml: &mut Xml, changes: &Changes, picture: &Picture) {
    xml.open("g")
        .set("id", "names")
        .set("text-anchor", "middle");
    for room in &picture.rooms {
        if let Some(label) = &room.label {
            title(
                xml,
                label,
                picture.title_size,
                &changes.union.rooms[room.number],
            );
        }
    }
    xml.close();
}
