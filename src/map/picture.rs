//! From a survey to a composed picture: scene, places, ways, names, heading, legend, geometry.

use super::bands::{Band, NUMBER, bands};
use super::fit::{Composition, compose};
use super::font::{LINE, Weight, width};
use super::geometry::{Geometry, Label, PlacedActor, PlacedBand, PlacedDepartment, PlacedTie};
use super::heading::{HEADER, Heading};
use super::labels;
use super::legend::{self, Entry, LEGEND};
use super::marks::{Mark, Scale};
use super::plane::{Point, Rect, tenths};
use super::routes::{Ground, Route, routes};
use super::scene::{Department, Scene};
use super::style::{HEIGHT, MARGIN, WIDTH};
use super::{DrawnActor, DrawnRoom, MapOptions, Picture};
use crate::analysis::{Selection, SelectionError};
use crate::domain::Survey;
use crate::text::map::{MapTexts, texts};

/// From this many actors on ties between departments are joined to bands.
const BANDED: usize = 150;

/// Ties inside departments of a banded picture are drawn up to this many.
const INSIDE: usize = 2_000;

/// A department with fewer actors shows leaders no number.
const SMALL: usize = 3;

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
        let composition = compose(&scene, FRAME, &names);
        let banded = !scene.shows_actors() || scene.nodes.len() >= BANDED;
        let rooms = rooms(&scene, &composition, texts);
        let hulls: Vec<Vec<Point>> = (0..scene.rooms.len())
            .map(|number| {
                let room = rooms.iter().find(|room| room.number == number);
                room.map(|room| room.hull.clone()).unwrap_or_default()
            })
            .collect();
        let actors = actors(&scene, &composition, options.labels);
        let titles: Vec<Rect> = rooms
            .iter()
            .filter_map(|room| room.label.as_ref())
            .map(Label::rect)
            .collect();
        let strengths: Vec<f64> = scene.ties.iter().map(|tie| tie.strength).collect();
        let scale = Scale::of(survey.from_district, &strengths);
        let bands = if banded {
            bands(&scene, &hulls, &titles, FRAME)
        } else {
            Vec::new()
        };
        let routes = ways(&scene, &composition, &hulls, banded);
        let legend = entries(&scene, &scale, survey.from_district, banded, texts);
        let geometry = geometry(&scene, &composition, &rooms, &actors, &bands);
        Self {
            heading: Heading::of(survey, selection, &scene, options, texts),
            description: description(&scene, texts),
            legend,
            scale,
            lang: options.lang,
            paper: options.paper,
            radius: composition.radius,
            name_size: composition.name_size,
            title_size: composition.title_size,
            rooms,
            actors,
            banded,
            routes,
            bands,
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
                within: within(scene, &scene.rooms[number], room, texts),
                label,
            }
        })
        .collect()
}

/// The number of ties inside a department, for leaders, where it is not so small that it would tell on single functions.
fn within(
    scene: &Scene,
    department: &Department,
    room: &super::layout::Room,
    texts: &MapTexts,
) -> Option<Label> {
    if scene.shows_actors() || department.actors < SMALL {
        return None;
    }
    let text = (texts.within)(department.inside);
    let wide = width(&text, Weight::Regular, NUMBER);
    let top = room.title.bottom + 1.0;
    let rect = Rect::sized(room.title.centre().x - wide / 2.0, top, wide, NUMBER * LINE);
    Some(Label::new(text, rect))
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

/// The way of each tie; of a banded picture only of those inside departments, if they are not too many.
fn ways(
    scene: &Scene,
    composition: &Composition,
    hulls: &[Vec<Point>],
    banded: bool,
) -> Vec<Route> {
    let room = |node: usize| scene.network.room_of[node];
    if banded {
        let inside: usize = scene.rooms.iter().map(|room| room.inside).sum();
        if !scene.shows_actors() || inside > INSIDE {
            return Vec::new();
        }
        let straight = |tie: &super::scene::SceneTie| {
            let place = |node: usize| composition.layout.nodes[node];
            let (a, b) = (place(tie.a), place(tie.b));
            vec![[a, a.towards(b, 1.0 / 3.0), a.towards(b, 2.0 / 3.0), b]]
        };
        return scene
            .ties
            .iter()
            .map(|tie| {
                if room(tie.a) == room(tie.b) {
                    straight(tie)
                } else {
                    Route::new()
                }
            })
            .collect();
    }
    let nodes: Vec<Option<Point>> = scene
        .nodes
        .iter()
        .zip(&composition.layout.nodes)
        .map(|(node, place)| node.present.then_some(*place))
        .collect();
    let ground = Ground {
        hulls,
        nodes: &nodes,
        room_of: &scene.network.room_of,
        clearance: composition.radius + 2.0,
        frame: FRAME.grown(8.0),
    };
    let ties: Vec<(usize, usize)> = scene.ties.iter().map(|tie| (tie.a, tie.b)).collect();
    routes(&ground, &ties)
}

fn entries(
    scene: &Scene,
    scale: &Scale,
    anchored: bool,
    banded: bool,
    texts: &MapTexts,
) -> Vec<Entry> {
    let mut entries = Vec::new();
    let room = |node: usize| scene.network.room_of[node];
    let across: Vec<f64> = scene
        .ties
        .iter()
        .filter(|tie| room(tie.a) != room(tie.b))
        .map(|tie| tie.strength)
        .collect();
    if banded {
        if !across.is_empty() {
            entries.push(Entry::Band(texts.band));
        }
    } else if !scene.ties.is_empty() {
        let strengths: Vec<f64> = scene.ties.iter().map(|tie| tie.strength).collect();
        entries.push(Entry::Heading(texts.strength));
        entries.extend(legend::strengths(scale, &strengths, anchored, texts));
        if scene.counts.binding > 0 {
            entries.push(Entry::Binding(texts.binding));
            entries.push(Entry::Loose(texts.loose));
        }
    }
    let inside = scene.rooms.iter().any(|room| room.inside > 0);
    if inside && scene.shows_actors() && scene.rooms.len() > 1 {
        entries.push(Entry::Inside(texts.inside));
    }
    if scene.shows_actors() {
        let marks = [
            (Mark::Actor, texts.actor),
            (Mark::CoreTeam, texts.core_team),
            (Mark::Body, texts.body),
        ];
        for (mark, text) in marks {
            let shown = scene
                .nodes
                .iter()
                .any(|node| node.present && Mark::of(node.core_team, node.body) == mark);
            if shown {
                entries.push(Entry::Mark(mark, text));
            }
        }
    }
    let present = || scene.rooms.iter().filter(|room| room.actors > 0);
    let both = present().any(|room| !room.office);
    let rooms = [
        (true, if both { texts.office } else { texts.room }),
        (false, texts.other),
    ];
    for (office, text) in rooms {
        if present().any(|room| room.office == office) {
            entries.push(Entry::Room {
                filled: office,
                alone: false,
                text,
            });
        }
    }
    if present().any(|room| room.outside == 0) {
        entries.push(Entry::Room {
            filled: true,
            alone: true,
            text: texts.alone,
        });
    }
    entries
}

/// The picture in words.
fn description(scene: &Scene, texts: &MapTexts) -> String {
    let counts = &scene.counts;
    let mut parts = vec![(texts.description)(counts.departments, counts.actors)];
    for room in scene.rooms.iter().filter(|room| room.actors > 0) {
        let name = if room.name.is_empty() {
            texts.without_department
        } else {
            &room.name
        };
        parts.push(if scene.shows_actors() {
            (texts.department)(name, room.inside, room.outside)
        } else {
            (texts.linked)(name, room.outside > 0)
        });
    }
    parts.join(" ")
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
                ties: band.ties(),
            })
            .collect(),
    }
}
