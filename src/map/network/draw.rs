//! From a composed picture to SVG: presentation attributes only, text as text.

use super::band_labels::TIPS;
use super::bands::Band;
use super::compose::within_size;
use super::number_boxes::{pill, tips};
use super::scene::Scene;
use crate::map::Picture;
use crate::map::paper::legend;
use crate::map::paper::legend::{ALONE, DASHES, EMPTY};
use crate::map::paper::lettering::{lines, shade, title};
use crate::map::paper::marks::{Mark, draw_mark, draw_ring};
use crate::map::paper::pdf::Part;
use crate::map::paper::sheet::begun;
use crate::map::paper::style::{BAND, BINDING, INK, INSIDE, LOOSE, PAPER, SOFT};
use crate::map::paper::xml::{Xml, curves, root, rounded};

/// How far the ring around a mark reaches, in radii: not into the name under it.
const AROUND: f64 = 1.28;

/// The same where marks stand close, and how far the mark itself reaches then.
const TIGHT: (f64, f64) = (1.08, 0.76);

/// Writes the whole picture.
pub fn svg(picture: &Picture) -> String {
    let mut xml = begun(&picture.heading, &picture.description, picture.lang);
    figure(&mut xml, picture);
    legend::draw(&mut xml, &picture.legend);
    xml.finish()
}

/// The picture in the parts that a page is read aloud in.
pub fn parts(picture: &Picture) -> Vec<Part> {
    let alone = |draw: &dyn Fn(&mut Xml)| {
        let mut xml = root(picture.lang);
        draw(&mut xml);
        xml.finish()
    };
    vec![
        Part::Title(alone(&|xml| picture.heading.draw_title(xml))),
        Part::Text(alone(&|xml| picture.heading.draw_facts(xml))),
        Part::Figure {
            svg: alone(&|xml| figure(xml, picture)),
            alt: picture.description.clone(),
        },
        Part::Text(alone(&|xml| legend::draw(xml, &picture.legend))),
    ]
}

fn figure(xml: &mut Xml, picture: &Picture) {
    bands(xml, picture);
    departments(xml, picture);
    empty(xml, picture);
    if picture.banded {
        inside(xml, picture);
    } else {
        ties(xml, picture);
    }
    actors(xml, picture);
    names(xml, picture);
}

fn departments(xml: &mut Xml, picture: &Picture) {
    xml.open("g")
        .set("id", "departments")
        .set("stroke-linejoin", "round");
    for room in &picture.rooms {
        let scene = &picture.scene.rooms[room.number];
        let (shade, _) = shade(scene.hue);
        let alone = scene.is_alone();
        xml.open("path")
            .set("class", "department")
            .set("data-department", &scene.name)
            .set("d", rounded(&room.hull))
            .set("fill", if scene.office { shade.ground } else { PAPER })
            .set("stroke", shade.ink)
            .set(
                "stroke-width",
                match (alone, scene.closed) {
                    (_, true) => 4.0,
                    (true, false) => 2.0,
                    (false, false) => 1.1,
                },
            );
        if alone {
            xml.set("stroke-dasharray", ALONE)
                .set("stroke-linecap", "round");
        }
        xml.close();
    }
    xml.close();
}

fn ties(xml: &mut Xml, picture: &Picture) {
    let scene = &picture.scene;
    let agreed = scene.counts.binding > 0;
    xml.open("g").set("id", "ties").set("fill", "none");
    let banded = |at: usize| {
        let rooms = [scene.ties[at].a, scene.ties[at].b].map(|node| scene.network.room_of[node]);
        picture.bands.iter().any(|band| {
            let of_band = [band.link.a, band.link.b];
            of_band == rooms || of_band == [rooms[1], rooms[0]]
        })
    };
    // Quiet ones first: what lies on top is what the picture is about.
    let mut order: Vec<(bool, bool, bool, usize)> = (0..scene.ties.len())
        .map(|at| (!within(scene, at), !banded(at), scene.ties[at].binding, at))
        .collect();
    order.sort_unstable();
    let across = order
        .iter()
        .filter(|(across, alone, ..)| *across && *alone)
        .count();
    let (thinner, opacity) = thinned(across);
    // The ends of a band's ties fan out in the rooms, quieter than a tie on its own; of very many only thinly.
    let fans = order
        .iter()
        .filter(|(across, alone, ..)| *across && !*alone)
        .count();
    let fan = if fans <= 150 { 0.5 } else { 0.3 };
    for (across, alone, _, at) in order {
        let tie = scene.ties[at];
        let width = picture.scale.width(tie.strength);
        xml.open("path")
            .set("class", "tie")
            .set("data-a", &scene.nodes[tie.a].id)
            .set("data-b", &scene.nodes[tie.b].id)
            .set("data-strength", tie.strength)
            .set("d", curves(&picture.routes[at]));
        if across {
            let loose = agreed && !tie.binding;
            let thinner = if alone { thinner } else { fan };
            xml.set("stroke", if loose { LOOSE } else { BINDING })
                .at(
                    "stroke-width",
                    thinner * if loose { 0.85 * width } else { width },
                )
                .set("stroke-opacity", if alone { opacity } else { 0.65 });
            if loose {
                xml.set("stroke-dasharray", DASHES);
            }
        } else {
            xml.set("stroke", INSIDE).at("stroke-width", 0.6 * width);
        }
        xml.close();
    }
    xml.close();
}

/// How wide ties between departments are beside their strength, and how opaque, where so many lie on their own.
pub fn thinned(across: usize) -> (f64, f64) {
    match across {
        0..=150 => (1.0, 0.92),
        151..=400 => (0.8, 0.6),
        _ => (0.55, 0.45),
    }
}

/// Whether a tie stays in its department.
fn within(scene: &Scene, tie: usize) -> bool {
    let tie = scene.ties[tie];
    scene.network.room_of[tie.a] == scene.network.room_of[tie.b]
}

/// Ties inside departments of a picture with bands, where there are not too many to be seen.
fn inside(xml: &mut Xml, picture: &Picture) {
    let scene = &picture.scene;
    xml.open("g")
        .set("id", "ties")
        .set("class", "inside")
        .set("fill", "none")
        .set("stroke", INSIDE);
    for (tie, route) in scene.ties.iter().zip(&picture.routes) {
        if !route.is_empty() {
            xml.open("path")
                .set("class", "tie")
                .set("data-a", &scene.nodes[tie.a].id)
                .set("data-b", &scene.nodes[tie.b].id)
                .set("data-strength", tie.strength)
                .set("d", curves(route))
                .set("stroke-width", 0.5)
                .close();
        }
    }
    xml.close();
}

/// What runs between rooms and under their edges.
fn bands(xml: &mut Xml, picture: &Picture) {
    let rooms = &picture.scene.rooms;
    if picture.bands.is_empty() {
        return;
    }
    xml.open("g").set("id", "bands").set("fill", "none");
    // Thick ones first: a thin one across them stays seen.
    let mut order: Vec<&Band> = picture.bands.iter().collect();
    order.sort_by(|a, b| b.width.total_cmp(&a.width));
    for band in order {
        let d = curves(&band.route);
        xml.open("path")
            .set("class", "band")
            .set("data-a", &rooms[band.link.a].name)
            .set("data-b", &rooms[band.link.b].name);
        if !band.link.hidden {
            xml.set("data-ties", band.link.ties);
        }
        xml.set("d", &d)
            .set("stroke", BAND)
            .at("stroke-width", band.width.max(0.1))
            .close();
        if band.core > 0.0 {
            xml.open("path")
                .set("class", "core")
                .set("data-a", &rooms[band.link.a].name)
                .set("data-b", &rooms[band.link.b].name)
                .set("d", d)
                .set("stroke", BINDING)
                .at("stroke-width", band.core.max(0.4))
                .close();
        }
    }
    xml.close();
}

/// The marks of pairs without a tie: between rooms, or from one into the other where they stand close.
fn empty(xml: &mut Xml, picture: &Picture) {
    if picture.empty.is_empty() {
        return;
    }
    let rooms = &picture.scene.rooms;
    xml.open("g")
        .set("id", "empty")
        .set("fill", "none")
        .set("stroke", SOFT)
        .set("stroke-width", 1.8)
        .set("stroke-linecap", "round")
        .set("stroke-dasharray", EMPTY);
    for empty in &picture.empty {
        xml.open("path")
            .set("class", "none")
            .set("data-a", &rooms[empty.rooms[0]].name)
            .set("data-b", &rooms[empty.rooms[1]].name)
            .set("d", curves(&empty.route))
            .close();
    }
    xml.close();
}

fn actors(xml: &mut Xml, picture: &Picture) {
    let scene = &picture.scene;
    xml.open("g")
        .set("id", "actors")
        .set("text-anchor", "middle")
        .set("fill", INK);
    xml.at("font-size", picture.name_size);
    let (around, held) = if picture.roomy { (AROUND, 1.0) } else { TIGHT };
    for actor in &picture.actors {
        let node = &scene.nodes[actor.node];
        let room = scene.network.room_of[actor.node];
        let (shade, again) = shade(scene.rooms[room].hue);
        let ground = if scene.rooms[room].office {
            shade.ground
        } else {
            PAPER
        };
        xml.open("g")
            .set("class", "actor")
            .set("data-actor", &node.id)
            .set("data-department", &scene.rooms[room].name);
        // The full name for who points at the mark, where it is cut or not shown.
        let whole = actor
            .label
            .as_ref()
            .is_some_and(|label| label.text.replace('\n', " ") == node.label);
        if !whole {
            xml.open("title").say(&node.label).close();
        }
        if let Some(label) = &actor.label {
            lines(xml, label, picture.name_size, false, INK, Some(ground));
        }
        let mark = Mark::of(node.core_team, node.body);
        if node.holder {
            draw_ring(xml, actor.place, picture.radius * around);
        }
        let radius = if node.holder { held } else { 1.0 } * picture.radius;
        draw_mark(xml, mark, actor.place, radius, shade.ink, again);
        xml.close();
    }
    xml.close();
}

/// The departments' names and the bands' numbers, over everything else.
fn names(xml: &mut Xml, picture: &Picture) {
    xml.open("g")
        .set("id", "names")
        .set("text-anchor", "middle")
        .at("font-size", within_size(picture.title_size));
    for room in &picture.rooms {
        if let Some(label) = &room.label {
            title(
                xml,
                label,
                picture.title_size,
                &picture.scene.rooms[room.number],
            );
        }
        if let Some(label) = &room.within {
            lines(
                xml,
                label,
                within_size(picture.title_size),
                false,
                INK,
                None,
            );
        }
    }
    let called = |rooms: [usize; 2]| rooms.map(|room| picture.scene.rooms[room].name.as_str());
    for band in &picture.bands {
        if let Some(label) = &band.number {
            let link = &band.link;
            let aside = band.tips.map_or(0.0, |_| TIPS / 2.0);
            pill(
                xml,
                label,
                link.single.then_some(aside),
                called([link.a, link.b]),
            );
            if let Some(rooms) = band.tips {
                let hues = rooms.map(|room| picture.scene.rooms[room].hue);
                tips(xml, label.rect(), hues);
            }
        }
    }
    for empty in &picture.empty {
        if let Some(label) = &empty.word {
            pill(xml, label, None, called(empty.rooms));
        }
    }
    xml.close();
}
