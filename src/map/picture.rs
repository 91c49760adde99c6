//! From a survey to a composed picture: scene, places, ways, names, heading, legend, geometry.

use super::bands::{Band, Bands, Empty, NUMBER, middle};
use super::description::description;
use super::detours::Detours;
use super::entries::entries;
use super::fit::{Composition, compose, smallest};
use super::font::{LINE, Weight, width};
use super::geometry::{Geometry, Label, PlacedActor, PlacedBand, PlacedDepartment, PlacedTie};
use super::heading::{HEADER, Heading};
use super::labels;
use super::legend::LEGEND;
use super::marks::Scale;
use super::numbers::{Numbers, RIVAL};
use super::passing::Passing;
use super::plane::{Point, Rect, tenths};
use super::routes::{Ground, Route, fan, straight};
use super::scene::{Department, Link, Scene};
use super::style::{HEIGHT, MARGIN, SHADES, WIDTH};
use super::{DrawnActor, DrawnRoom, MapOptions, Picture};
use crate::analysis::{Selection, SelectionError};
use crate::domain::Survey;
use crate::text::map::{MapTexts, texts};

/// Ties inside departments of a banded picture are drawn up to this many.
const INSIDE: usize = 2_000;

/// From this many ties on those between two departments are joined to a band, where a picture has many in all.
const BUNDLE: (usize, usize) = (4, 60);

/// How close a way passes a room.
const CLEARANCE: f64 = 5.0;

/// The part of the page for the rooms.
pub(super) const FRAME: Rect = Rect {
    left: MARGIN,
    top: MARGIN + HEADER,
    right: WIDTH - MARGIN,
    bottom: HEIGHT - MARGIN - LEGEND - 10.0,
};

impl Picture {
    /// Composes the picture of a selection.
    pub(super) fn compose(
        survey: &Survey,
        selection: &Selection,
        options: &MapOptions,
    ) -> Result<Self, SelectionError> {
        let scene = Scene::of(survey, selection)?;
        Ok(Self::of_scene(scene, survey, selection, options))
    }

    /// Composes the picture of a scene; its nodes have the same places in all phases.
    pub(super) fn of_scene(
        scene: Scene,
        survey: &Survey,
        selection: &Selection,
        options: &MapOptions,
    ) -> Self {
        let texts = texts(options.lang);
        let names = room_names(&scene, selection, texts);
        let composition = compose(&scene, FRAME, &names, smallest(options.paper));
        let banded = scene.banded();
        let rooms = rooms(&scene, &composition, texts);
        let hulls: Vec<Vec<Point>> = (0..scene.rooms.len())
            .map(|number| {
                let room = rooms.iter().find(|room| room.number == number);
                room.map(|room| room.hull.clone()).unwrap_or_default()
            })
            .collect();
        let actors = actors(&scene, &composition, options.labels);
        let of_rooms = rooms.iter().filter_map(|room| room.label.as_ref());
        let of_actors = actors.iter().filter_map(|actor| actor.label.as_ref());
        let taken = of_rooms.chain(of_actors).map(Label::rect).collect();
        let strengths: Vec<f64> = scene.ties.iter().map(|tie| tie.strength).collect();
        let scale = Scale::of(survey.from_district, &strengths);
        let drawn = lines(&scene, &composition, &hulls, taken, banded, texts);
        let Lines {
            bands,
            empty,
            routes,
        } = drawn;
        let legend = entries(
            &scene,
            &scale,
            survey.from_district,
            banded,
            &bands,
            options.lang,
        );
        let geometry = geometry(&scene, &composition, &rooms, &actors, &bands);
        Self {
            heading: Heading::of(survey, selection, &scene, options, texts),
            description: description(&scene, texts),
            legend,
            scale,
            lang: options.lang,
            paper: options.paper,
            radius: composition.radius,
            roomy: composition.reserved,
            name_size: composition.name_size,
            title_size: composition.title_size,
            rooms,
            actors,
            banded,
            routes,
            bands,
            empty,
            geometry,
            scene,
        }
    }
}

/// The names over the rooms; none where there is nothing to tell apart.
fn room_names(scene: &Scene, selection: &Selection, texts: &MapTexts) -> Vec<String> {
    scene
        .rooms
        .iter()
        .map(|room| match room.name.as_str() {
            "" if selection.department.is_empty() => String::new(),
            "" => texts.without_department.to_owned(),
            name => name.to_owned(),
        })
        .collect()
}

/// The rooms with an actor in the phase.
fn rooms(scene: &Scene, composition: &Composition, texts: &MapTexts) -> Vec<DrawnRoom> {
    (0..scene.rooms.len())
        .filter(|number| scene.rooms[*number].actors > 0)
        .map(|number| {
            let room = &composition.layout.rooms[number];
            let title = &composition.titles[number];
            let label = (!title.lines.is_empty()).then(|| {
                let box_of_title = Rect::sized(
                    room.title.centre().x - title.width / 2.0,
                    room.title.top,
                    title.width,
                    title.height,
                );
                Label::new(title.text(), box_of_title)
            });
            DrawnRoom {
                number,
                hull: room.hull.iter().map(|p| p.rounded()).collect(),
                within: within(
                    scene,
                    &scene.rooms[number],
                    room,
                    composition.title_size,
                    texts,
                ),
                label,
            }
        })
        .collect()
}

/// The number of ties inside a department, for leaders, where they may know it.
fn within(
    scene: &Scene,
    department: &Department,
    room: &super::layout::Room,
    title_size: f64,
    texts: &MapTexts,
) -> Option<Label> {
    if scene.shows_actors() {
        return None;
    }
    let text = (texts.within)(department.inside?);
    let size = within_size(title_size);
    let wide = width(&text, Weight::Regular, size);
    let top = room.title.bottom + 1.0;
    let rect = Rect::sized(room.title.centre().x - wide / 2.0, top, wide, size * LINE);
    Some(Label::new(text, rect))
}

/// The font size of the number of ties inside a department: not above that of the department's name.
pub(super) fn within_size(title_size: f64) -> f64 {
    title_size.min(NUMBER)
}

fn actors(scene: &Scene, composition: &Composition, shown: labels::Labels) -> Vec<DrawnActor> {
    if !scene.shows_actors() {
        return Vec::new();
    }
    labels::names(scene, composition, shown)
        .into_iter()
        .enumerate()
        .filter(|(node, _)| scene.nodes[*node].present)
        .map(|(node, label)| DrawnActor {
            node,
            place: composition.layout.nodes[node],
            label,
        })
        .collect()
}

/// The lines of a picture.
struct Lines {
    bands: Vec<Band>,
    empty: Vec<Empty>,
    routes: Vec<Route>,
}

/// The bands, the way of each tie, and the marks of pairs without one.
fn lines(
    scene: &Scene,
    composition: &Composition,
    hulls: &[Vec<Point>],
    taken: Vec<Rect>,
    banded: bool,
    texts: &MapTexts,
) -> Lines {
    let mut members: Vec<Vec<Point>> = vec![Vec::new(); hulls.len()];
    let present = |node: &usize| scene.shows_actors() && scene.nodes[*node].present;
    for node in (0..scene.nodes.len()).filter(present) {
        members[scene.network.room_of[node]].push(composition.layout.nodes[node]);
    }
    let ground = Ground::new(
        hulls,
        &members,
        composition.radius + 2.0,
        FRAME.grown(8.0),
    );
    let mut detours = Detours::around(hulls, CLEARANCE, ground.frame);
    let all: usize = scene.links.iter().map(|link| link.ties).sum();
    let bundled = |link: &&Link| banded || (link.ties >= BUNDLE.0 && all >= BUNDLE.1);
    let links: Vec<Link> = scene.links.iter().filter(bundled).copied().collect();
    let ends: Vec<[Point; 2]> = links
        .iter()
        .map(|link| ends(scene, composition, hulls, link))
        .collect();
    let mut under_way = Bands {
        ground: &ground,
        detours: &mut detours,
    };
    let mut bands = under_way.draw(&links, &ends);
    let routes = ways(
        scene,
        composition,
        &ground,
        under_way.detours,
        &bands,
        banded,
    );
    let pairs: Vec<([usize; 2], [Point; 2])> = scene
        .empty
        .iter()
        .filter_map(|rooms| {
            let [a, b] = rooms.map(|room| middle(&hulls[room]));
            Some((*rooms, [a?, b?]))
        })
        .collect();
    let mut empty = under_way.empty(&pairs);
    let mut numbers = Numbers {
        ground: &ground,
        taken,
        lines: drawn(scene, &bands, &routes, &empty),
    };
    let hues = scene.rooms.iter().map(|room| room.hue);
    numbers.tell(&mut bands, hues.max() < Some(SHADES.len()));
    numbers.say(&mut empty, texts.none_reported);
    Lines {
        bands,
        empty,
        routes,
    }
}

/// The lines that numbers better not cover: bands, the ties beside them, and the marks of empty pairs.
fn drawn(scene: &Scene, bands: &[Band], routes: &[Route], empty: &[Empty]) -> Passing {
    let mut lines = Passing::default();
    for Band {
        link, route, width, ..
    } in bands
    {
        let weight = if link.hidden { 1 } else { RIVAL };
        lines.add([link.a, link.b], route, *width, weight);
    }
    for (tie, route) in scene.ties.iter().zip(routes) {
        let rooms = [tie.a, tie.b].map(|node| scene.network.room_of[node]);
        if rooms[0] != rooms[1] {
            lines.add(rooms, route, 1.0, 1);
        }
    }
    for one in empty {
        lines.add(one.rooms, &one.route, 2.0, RIVAL);
    }
    lines
}

/// The points between which a band runs: the middle of the functions that have the ties, else of the rooms.
fn ends(scene: &Scene, composition: &Composition, hulls: &[Vec<Point>], link: &Link) -> [Point; 2] {
    let mut sums = [(Point::default(), 0.0); 2];
    for tie in &scene.ties {
        for node in [tie.a, tie.b] {
            let rooms = [tie.a, tie.b].map(|node| scene.network.room_of[node]);
            if rooms == [link.a, link.b] || rooms == [link.b, link.a] {
                let side = usize::from(scene.network.room_of[node] == link.b);
                sums[side].0 = sums[side].0 + composition.layout.nodes[node];
                sums[side].1 += 1.0;
            }
        }
    }
    let rooms = [link.a, link.b];
    std::array::from_fn(|side| {
        let room = middle(&hulls[rooms[side]]).unwrap_or_default();
        let (sum, ties) = sums[side];
        if ties > 0.0 {
            // Half way to the room's middle: a band shall not leave at a corner.
            (sum * (1.0 / ties)).towards(room, 0.5)
        } else {
            room
        }
    })
}

/// The way of each tie: its own, or the fans at both ends of its band; of a picture with bands alone only of those
/// inside departments, if they are not too many.
fn ways(
    scene: &Scene,
    composition: &Composition,
    ground: &Ground,
    detours: &mut Detours,
    bands: &[Band],
    banded: bool,
) -> Vec<Route> {
    let inside: usize = scene.rooms.iter().filter_map(|room| room.inside).sum();
    if !scene.shows_actors() || (banded && inside > INSIDE) {
        return Vec::new();
    }
    scene
        .ties
        .iter()
        .map(|tie| {
            let places = [tie.a, tie.b].map(|node| composition.layout.nodes[node]);
            let rooms = [tie.a, tie.b].map(|node| scene.network.room_of[node]);
            let band = bands.iter().find(|band| {
                let of_band = [band.link.a, band.link.b];
                of_band == rooms || of_band == [rooms[1], rooms[0]]
            });
            match band {
                Some(_) if banded => Route::new(),
                Some(Band {
                    link,
                    mouths: Some(mouths),
                    ..
                }) => (0..2)
                    .map(|end| {
                        let (mouth, into) = mouths[usize::from(rooms[end] == link.b)];
                        fan(places[end], mouth, into)
                    })
                    .collect(),
                _ if banded && rooms[0] == rooms[1] => vec![straight(places)],
                _ if banded => Route::new(),
                _ => ground.tie(detours, places, rooms),
            }
        })
        .collect()
}

fn geometry(
    scene: &Scene,
    composition: &Composition,
    rooms: &[DrawnRoom],
    actors: &[DrawnActor],
    bands: &[Band],
) -> Geometry {
    let name = |room: usize| scene.rooms[room].name.clone();
    let id = |node: usize| scene.nodes[node].id.clone();
    Geometry {
        width: WIDTH,
        height: HEIGHT,
        actors: actors
            .iter()
            .map(|actor| PlacedActor {
                id: id(actor.node),
                department: name(scene.network.room_of[actor.node]),
                x: actor.place.x,
                y: actor.place.y,
                r: tenths(composition.radius),
                label: actor.label.clone(),
            })
            .collect(),
        departments: rooms
            .iter()
            .map(|room| PlacedDepartment {
                id: name(room.number),
                hull: room.hull.clone(),
                label: room.label.clone(),
            })
            .collect(),
        ties: scene
            .ties
            .iter()
            .filter(|_| scene.shows_actors())
            .map(|tie| PlacedTie {
                a: id(tie.a),
                b: id(tie.b),
                strength: tie.strength,
            })
            .collect(),
        bands: bands
            .iter()
            .map(|band| PlacedBand {
                a: name(band.link.a),
                b: name(band.link.b),
                ties: (!band.link.hidden).then_some(band.link.ties),
            })
            .collect(),
    }
}
