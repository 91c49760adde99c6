//! The change as SVG.

use super::super::Picture;
use super::super::draw::{lines, shade, title};
use super::super::font::{LINE, Weight, width};
use super::super::marks::{Mark, draw_mark};
use super::super::plane::{Point, Rect, inside, tenths};
use super::super::routes::at;
use super::super::style::{INK, PAPER, RULE, SOFT};
use super::super::xml::{Xml, curves, polygon};
use super::content::Changes;
use super::look::{Fate, Stay};
use super::pairs::{Counted, Pair};

/// The font size of the count beside a pair.
const CHIP: f64 = 9.5;
/// How pale what cannot be compared is.
pub const PALE: f64 = 0.38;

/// Writes the rooms, the ties, the actors, the names and the counts.
pub fn draw(xml: &mut Xml, changes: &Changes, picture: &Picture, frame: Rect) {
    if picture.banded {
        bands(xml, changes, picture);
        rooms(xml, changes, picture);
    } else {
        rooms(xml, changes, picture);
        ties(xml, changes, picture);
    }
    actors(xml, changes, picture);
    names(xml, changes, picture);
    chips(xml, changes, picture, frame);
}

fn rooms(xml: &mut Xml, changes: &Changes, picture: &Picture) {
    xml.open("g")
        .set("id", "departments")
        .set("stroke-linejoin", "round");
    for room in &picture.rooms {
        let scene = &changes.union.rooms[room.number];
        let (shade, _) = shade(room.number);
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
        let route = &picture.routes[place];
        xml.open("g")
            .set("class", "tie")
            .set("data-a", &scene.nodes[tie.a].id)
            .set("data-b", &scene.nodes[tie.b].id)
            .set("data-fate", change.fate.code());
        if !change.comparable {
            xml.set("opacity", PALE);
        }
        xml.open("path")
            .set("d", curves(route))
            .set("stroke", colour)
            .at("stroke-width", if own { 0.7 * wide } else { wide });
        if let Some(dashes) = dashes {
            xml.set("stroke-dasharray", dashes);
        }
        xml.close();
        if let Some(curve) = route.get(route.len() / 2) {
            change.fate.sign(xml, at(curve, 0.5));
        }
        xml.close();
    }
    xml.close();
}

/// The ties of each pair of departments in one line, its form telling what became of them.
fn bands(xml: &mut Xml, changes: &Changes, picture: &Picture) {
    let rooms = &changes.union.rooms;
    xml.open("g").set("id", "ties").set("fill", "none");
    for pair in &changes.pairs {
        let band = picture
            .bands
            .iter()
            .find(|band| (band.link.a, band.link.b) == (pair.a, pair.b));
        let Some(band) = band else { continue };
        let fate = pair.counted.fate();
        let (colour, wide, dashes) = fate.line();
        xml.open("g")
            .set("class", "band")
            .set("data-a", &rooms[pair.a].name)
            .set("data-b", &rooms[pair.b].name)
            .set("data-fate", fate.code());
        xml.open("path")
            .set("d", curves(&band.route))
            .set("stroke", colour)
            .at("stroke-width", wide);
        if let Some(dashes) = dashes {
            xml.set("stroke-dasharray", dashes);
        }
        xml.close();
        if let (Some(curve), None) = (band.route.get(band.route.len() / 2), pair.counted.text()) {
            fate.sign(xml, at(curve, 0.5));
        }
        xml.close();
    }
    xml.close();
}

fn actors(xml: &mut Xml, changes: &Changes, picture: &Picture) {
    let scene = &changes.union;
    if !scene.shows_actors() {
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
        let (shade, dotted) = shade(room);
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
                room.number,
                changes.union.rooms[room.number].office,
            );
        }
    }
    xml.close();
}

/// The small count beside each pair: on the way between its rooms, where nothing else is.
fn chips(xml: &mut Xml, changes: &Changes, picture: &Picture, frame: Rect) {
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
    xml.open("g")
        .set("id", "counts")
        .set("text-anchor", "middle")
        .set("font-weight", "bold")
        .at("font-size", CHIP);
    for pair in &changes.pairs {
        let Some(text) = pair.counted.text() else {
            continue;
        };
        let size = (width(&text, Weight::Bold, CHIP) + 7.0, CHIP * LINE + 2.0);
        let spot = spots(changes, picture, pair, size)
            .into_iter()
            .find(|rect| free(rect, picture, &taken, frame));
        let Some(rect) = spot else { continue };
        taken.push(rect.grown(1.0));
        let rooms = &changes.union.rooms;
        xml.open("g")
            .set("class", "count")
            .set("data-a", &rooms[pair.a].name)
            .set("data-b", &rooms[pair.b].name);
        chip(xml, rect, &text);
        xml.close();
    }
    xml.close();
}

/// Writes a count in its box.
pub fn chip(xml: &mut Xml, rect: Rect, text: &str) {
    xml.open("rect")
        .over(rect)
        .set("rx", 4)
        .set("fill", PAPER)
        .set("stroke", RULE)
        .close();
    xml.open("text")
        .at("x", rect.centre().x)
        .at("y", rect.centre().y + 0.36 * CHIP)
        .set("text-anchor", "middle")
        .set("font-size", tenths(CHIP))
        .set("font-weight", "bold")
        .set("fill", INK)
        .say(text)
        .close();
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

fn free(rect: &Rect, picture: &Picture, taken: &[Rect], frame: Rect) -> bool {
    let inside_frame = rect.left >= frame.left
        && rect.right <= frame.right
        && rect.top >= frame.top
        && rect.bottom <= frame.bottom;
    inside_frame
        && !taken.iter().any(|held| held.overlaps(rect))
        && !picture.rooms.iter().any(|room| {
            rect.corners()
                .iter()
                .any(|corner| inside(&room.hull, *corner))
        })
}
