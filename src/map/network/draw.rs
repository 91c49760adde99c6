//! From a composed picture to nodes: presentation attributes only, text as text.

use svg::Node;
use svg::node::element::{Group, Path};

use super::bands::{Band, within_size};
use super::curves::{bars, curves};
use super::lines::{WITHIN, thinned};
use super::number_boxes::{pill, tips};
use super::picture::{DrawnActor, Picture};
use super::scene::Closed;
use crate::map::paper::font::Weight;
use crate::map::paper::lettering::{name, shade, title, veil};
use crate::map::paper::marks::{Mark, mark, ring};
use crate::map::paper::nodes::{Draw, told};
use crate::map::paper::paths::rounded;
use crate::map::paper::style::{ALONE, BAND, BINDING, DASHES, EMPTY, INK, INSIDE, LOOSE, PAPER};

/// How far the ring around a mark reaches, in radii: not into the name under it.
const AROUND: f64 = 1.28;

/// The same where marks stand close, and how far the mark itself reaches then.
const TIGHT: (f64, f64) = (1.08, 0.76);

/// The width of ties inside where bands run.
const FINE: f64 = 0.8;

/// All of it but head and legend.
pub fn figure(picture: &Picture) -> Group {
    let ties = match picture.banded {
        true => inside(picture),
        false => ties(picture),
    };
    Group::new()
        .all(bands(picture))
        .add(departments(picture))
        .add(ties)
        .all(empty(picture))
        .add(actors(picture))
        .add(names(picture))
}

fn departments(picture: &Picture) -> Group {
    let rooms = picture.rooms.iter().map(|drawn| {
        let room = &picture.scene.rooms[drawn.number];
        let (shade, _) = shade(room.hue);
        let alone = room.is_alone();
        let width = match (alone, room.closed) {
            (_, Closed::Yes) => 4.0,
            (_, Closed::Maybe) => 2.4,
            (true, Closed::No) => 2.0,
            (false, Closed::No) => 1.1,
        };
        Path::new()
            .set("class", "department")
            .named("data-department", &room.name)
            .set("d", rounded(&drawn.hull))
            .set("fill", if room.office { shade.ground } else { PAPER })
            .set("stroke", shade.ink)
            .set("stroke-width", width)
            .maybe("stroke-dasharray", alone.then_some(ALONE))
            .maybe("stroke-linecap", alone.then_some("round"))
    });
    Group::new()
        .set("id", "departments")
        .set("stroke-linejoin", "round")
        .all(rooms)
}

/// A tie by itself: whose it is, and its way.
fn tie(picture: &Picture, at: usize) -> Path {
    let nodes = &picture.scene.nodes;
    let tie = picture.scene.ties[at];
    Path::new()
        .set("class", "tie")
        .named("data-a", &nodes[tie.a].id)
        .named("data-b", &nodes[tie.b].id)
        .set("data-strength", tie.strength)
        .maybe("data-uncounted", (!tie.counted).then_some(""))
        .set("d", curves(&picture.routes[at]))
}

fn ties(picture: &Picture) -> Group {
    let scene = &picture.scene;
    let agreed = scene.counts.binding > 0;
    let rooms = |at: usize| [scene.ties[at].a, scene.ties[at].b].map(|n| scene.network.room_of[n]);
    let banded = |at: usize| {
        let [a, b] = rooms(at);
        let own = [[a, b], [b, a]];
        let mut bands = picture.bands.iter();
        bands.any(|band| own.contains(&[band.link.a, band.link.b]))
    };
    let across = |at: usize| rooms(at)[0] != rooms(at)[1];
    // Quiet ones first: what lies on top is what the picture is about.
    let mut order: Vec<(bool, bool, bool, usize)> = (0..scene.ties.len())
        .map(|at| (across(at), !banded(at), scene.ties[at].binding, at))
        .collect();
    order.sort_unstable();
    let count = |wanted: bool| {
        let across = order.iter().filter(|(across, ..)| *across);
        across.filter(|(_, alone, ..)| *alone == wanted).count()
    };
    let (thinner, opacity) = thinned(count(true));
    // The ends of a band's ties fan out in the rooms, quieter than a tie on its own; of very many only thinly.
    let fan = if count(false) <= 150 { 0.5 } else { 0.3 };
    let ties = order.iter().map(|(across, alone, binding, at)| {
        let width = picture.scale.width(scene.ties[*at].strength);
        if !*across {
            return tie(picture, *at)
                .set("stroke", INSIDE)
                .at("stroke-width", WITHIN * width)
                .maybe("stroke-dasharray", (agreed && !*binding).then_some(DASHES));
        }
        let loose = agreed && !*binding;
        let thinner = if *alone { thinner } else { fan };
        let width = if loose { 0.85 * width } else { width };
        tie(picture, *at)
            .set("stroke", if loose { LOOSE } else { BINDING })
            .at("stroke-width", thinner * width)
            .set("stroke-opacity", if *alone { opacity } else { 0.65 })
            .maybe("stroke-dasharray", loose.then_some(DASHES))
    });
    Group::new().set("id", "ties").set("fill", "none").all(ties)
}

/// Ties inside departments of a picture with bands, where there are not too many to be seen.
fn inside(picture: &Picture) -> Group {
    let routes = picture.routes.iter().enumerate();
    let drawn = routes.filter(|(_, route)| !route.is_empty());
    Group::new()
        .set("id", "ties")
        .set("class", "inside")
        .set("fill", "none")
        .set("stroke", INSIDE)
        .all(drawn.map(|(at, _)| tie(picture, at).set("stroke-width", FINE)))
}

/// What runs between rooms and under their edges.
fn bands(picture: &Picture) -> Option<Group> {
    if picture.bands.is_empty() {
        return None;
    }
    // Thick ones first: a thin one across them stays seen.
    let mut order: Vec<&Band> = picture.bands.iter().collect();
    order.sort_by(|a, b| b.width.total_cmp(&a.width));
    let parts = order.into_iter().flat_map(|band| {
        let part = |class: &str, colour: &str, width: f64| {
            Path::new()
                .set("class", class)
                .named("data-a", picture.called(band.link.a))
                .named("data-b", picture.called(band.link.b))
                .set("d", curves(&band.route))
                .set("stroke", colour)
                .at("stroke-width", width)
        };
        let told = (!band.link.hidden).then_some(band.link.ties);
        let whole = part("band", BAND, band.width.max(0.1)).maybe("data-ties", told);
        let core = (band.core > 0.0).then(|| part("core", BINDING, band.core.max(0.4)));
        [Some(whole), core].into_iter().flatten()
    });
    Some(
        Group::new()
            .set("id", "bands")
            .set("fill", "none")
            .all(parts),
    )
}

/// The marks of pairs without a tie: between rooms, or from one into the other where they stand close.
fn empty(picture: &Picture) -> Option<Group> {
    if picture.empty.is_empty() {
        return None;
    }
    let pairs = picture.empty.iter().flat_map(|empty| {
        let [a, b] = empty.rooms.map(|room| picture.called(room));
        let dots = Path::new()
            .set("class", "none")
            .named("data-a", a)
            .named("data-b", b)
            .set("d", curves(&empty.route))
            .set("stroke-dasharray", EMPTY);
        // Both ends are seen to belong to it, however far they are from its word.
        let ends = Path::new()
            .set("class", "ends")
            .set("d", bars(&empty.route));
        [dots, ends]
    });
    let group = Group::new()
        .set("id", "empty")
        .set("fill", "none")
        .set("stroke", INK)
        .set("stroke-width", 2.2)
        .set("stroke-linecap", "round");
    Some(group.all(pairs))
}

fn actors(picture: &Picture) -> Group {
    Group::new()
        .set("id", "actors")
        .set("text-anchor", "middle")
        .set("fill", INK)
        .at("font-size", picture.name_size)
        .all(picture.actors.iter().map(|one| actor(picture, one)))
}

fn actor(picture: &Picture, drawn: &DrawnActor) -> Group {
    let node = &picture.scene.nodes[drawn.node];
    let room = &picture.scene.rooms[picture.scene.network.room_of[drawn.node]];
    let (shade, again) = shade(room.hue);
    let ground = if room.office { shade.ground } else { PAPER };
    // The full name for who points at the mark, where it is cut or not shown.
    let label = drawn.label.as_ref();
    let whole = label.is_some_and(|label| label.text.replace('\n', " ") == node.label);
    let lettered = label.into_iter().flat_map(|label| -> [Box<dyn Node>; 2] {
        let size = picture.name_size;
        let veil = veil(label, size, Weight::Regular, ground);
        [veil.into(), name(label, size, INK).into()]
    });
    let (around, held) = if picture.roomy { (AROUND, 1.0) } else { TIGHT };
    let ringed = node
        .holder
        .then(|| ring(drawn.place, picture.radius * around));
    let radius = if node.holder { held } else { 1.0 } * picture.radius;
    let shape = Mark::of(node.core_team, node.body);
    Group::new()
        .set("class", "actor")
        .named("data-actor", &node.id)
        .named("data-department", &room.name)
        .all((!whole).then(|| told(&node.label)))
        .all(lettered)
        .all(ringed)
        .all(mark(shape, drawn.place, radius, shade.ink, again))
}

/// The departments' names and the bands' numbers, over everything else.
fn names(picture: &Picture) -> Group {
    let size = within_size(picture.title_size);
    let rooms = picture.rooms.iter().flat_map(|drawn| {
        let room = &picture.scene.rooms[drawn.number];
        let (shade, _) = shade(room.hue);
        let ground = if room.office { shade.ground } else { PAPER };
        let label = drawn.label.iter();
        label.flat_map(move |label| title(label, picture.title_size, shade.ink, ground))
    });
    let called = |rooms: [usize; 2]| rooms.map(|room| picture.called(room));
    let numbers = picture.bands.iter().flat_map(|band| {
        let label = band.number.as_ref();
        label.into_iter().flat_map(move |label| {
            let number = pill(label, called([band.link.a, band.link.b]));
            let hues = |rooms: [usize; 2]| rooms.map(|room| picture.scene.rooms[room].hue);
            let tips = band.tips.map(|rooms| tips(label.rect(), hues(rooms)));
            let tips = tips.into_iter().flatten();
            [Box::<dyn Node>::from(number)]
                .into_iter()
                .chain(tips.map(Box::from))
        })
    });
    let words = picture.empty.iter().filter_map(|empty| {
        let label = empty.word.as_ref()?;
        Some(pill(label, called(empty.rooms)))
    });
    Group::new()
        .set("id", "names")
        .set("text-anchor", "middle")
        .at("font-size", size)
        .all(rooms)
        .all(numbers)
        .all(words)
}
