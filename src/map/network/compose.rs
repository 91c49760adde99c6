//! From a survey to a composed picture: scene, places, ways, names, heading, legend, geometry.

use super::bands::Band;
use super::cut_names;
use super::description::description;
use super::geometry::{FRAME, Geometry, PlacedActor, PlacedBand, PlacedDepartment, PlacedTie};
use super::heading::heading;
use super::kept::Kept;
use super::labels;
use super::legend::{Shown, entries};
use super::levels::smallest;
use super::lines::{Drawn, Lines};
use super::picture::{DrawnActor, DrawnRoom, Picture};
use super::scene::Scene;
use super::sizing::{Composition, compose};
use super::standing::extended;
use super::whole_names::whole;
use crate::analysis::Selection;
use crate::domain::{Stop, Stopped, Survey};
use crate::map::options::{Labels, MapOptions};
use crate::map::paper::label::Label;
use crate::map::paper::marks::Scale;
use crate::map::paper::style::{HEIGHT, WIDTH};
use crate::map::plane::{Point, Rect, tenths};
use crate::text::map::{MapTexts, texts};

impl Picture {
    /// Composes the picture of a scene; its nodes have the same places in all phases.
    pub(in crate::map) fn of_scene(
        scene: Scene,
        survey: &Survey,
        selection: &Selection,
        options: &MapOptions,
        stop: &Stop,
    ) -> Result<Self, Stopped> {
        let texts = texts(options.lang);
        let composition = composed(&scene, survey, selection, options, stop)?;
        let banded = scene.banded();
        let rooms = rooms(&scene, &composition);
        let hulls = hulls(&scene, &rooms);
        let actors = actors(&scene, &composition, options.labels, stop)?;
        let strengths: Vec<f64> = scene.ties.iter().map(|tie| tie.strength).collect();
        let scale = Scale::of(survey.from_district, &strengths);
        let drawn = Drawn {
            scene: &scene,
            composition: &composition,
            hulls: &hulls,
            banded,
            stop,
        };
        let Lines {
            bands,
            empty,
            routes,
        } = drawn.lines(taken(&rooms, &actors), texts)?;
        let mut legend = entries(&Shown {
            scene: &scene,
            bands: &bands,
            banded,
            scale: &scale,
            anchored: survey.from_district,
            lang: options.lang,
        });
        if options.labels == Labels::Fit {
            cut_names::add_unnamed(&mut legend, &actors, texts, options.paper);
        }
        cut_names::add(&mut legend, &cut_names::cut(&scene, &rooms, &actors), texts);
        let geometry = geometry(&scene, &composition, &rooms, &actors, &bands);
        Ok(Self {
            heading: heading(survey, selection, &scene, options, texts),
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
        })
    }
}

/// A place and a size for everything in a scene: around what was kept of it, else free.
pub(super) fn composed(
    scene: &Scene,
    survey: &Survey,
    selection: &Selection,
    options: &MapOptions,
    stop: &Stop,
) -> Result<Composition, Stopped> {
    let names = room_names(scene, selection, texts(options.lang));
    if let Some(kept) = Kept::of(survey, selection, scene)
        && let Some(mut composition) = extended(scene, FRAME, (&names, options.paper), &kept, stop)?
    {
        composition.sides = kept.names;
        return Ok(composition);
    }
    compose(scene, FRAME, &names, smallest(options.paper), stop)
}

/// The boxes of all names.
fn taken(rooms: &[DrawnRoom], actors: &[DrawnActor]) -> Vec<Rect> {
    let of_rooms = rooms.iter().filter_map(|room| room.label.as_ref());
    let of_actors = actors.iter().filter_map(|actor| actor.label.as_ref());
    of_rooms.chain(of_actors).map(Label::rect).collect()
}

/// The outline of each room, empty where nobody is in it.
fn hulls(scene: &Scene, rooms: &[DrawnRoom]) -> Vec<Vec<Point>> {
    let numbers = 0..scene.rooms.len();
    let hulls = numbers.map(|number| {
        let room = rooms.iter().find(|room| room.number == number);
        room.map(|room| room.hull.clone()).unwrap_or_default()
    });
    hulls.collect()
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
fn rooms(scene: &Scene, composition: &Composition) -> Vec<DrawnRoom> {
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
                label,
            }
        })
        .collect()
}

fn actors(
    scene: &Scene,
    composition: &Composition,
    shown: Labels,
    stop: &Stop,
) -> Result<Vec<DrawnActor>, Stopped> {
    let mut labels = labels::names(scene, composition, shown, stop)?;
    whole(scene, composition, &mut labels, stop)?;
    let actors = labels
        .into_iter()
        .enumerate()
        .filter(|(node, _)| scene.nodes[*node].present)
        .map(|(node, label)| DrawnActor {
            node,
            place: composition.layout.nodes[node],
            label,
        });
    Ok(actors.collect())
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
