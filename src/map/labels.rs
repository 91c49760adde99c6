//! Which names are shown, and where: as many as fit, none over another, none outside its room.

use super::fit::{BELOW, Composition};
use super::geometry::Label;
use super::plane::{Point, Rect, inside};
use super::scene::Scene;

/// Which names of actors are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Labels {
    /// All of them.
    All,
    /// As many as fit without overlapping anything.
    #[default]
    Fit,
    /// None.
    None,
}

/// Boxes are written in tenths: this far apart they don't overlap even so.
const ROUNDING: f64 = 0.15;

/// The label of each node that is there and whose name is shown.
pub fn names(scene: &Scene, composition: &Composition, labels: Labels) -> Vec<Option<Label>> {
    let mut shown: Vec<Option<Label>> = vec![None; scene.nodes.len()];
    if labels == Labels::None || !scene.shows_actors() {
        return shown;
    }
    if composition.reserved {
        for (node, label) in shown.iter_mut().enumerate() {
            if scene.nodes[node].present {
                *label = label_at(composition, node, under(composition, node));
            }
        }
        return shown;
    }
    let mut taken: Vec<Rect> = composition
        .layout
        .nodes
        .iter()
        .zip(&scene.nodes)
        .filter(|(_, node)| node.present)
        .map(|(place, _)| {
            let r = composition.radius;
            Rect::sized(place.x - r, place.y - r, 2.0 * r, 2.0 * r)
        })
        .chain(composition.layout.rooms.iter().map(|room| room.title))
        .map(|rect| rect.grown(ROUNDING))
        .collect();
    for node in by_ties(scene) {
        let hull = &composition.layout.rooms[scene.network.room_of[node]].hull;
        let spots = spots(composition, node);
        let free = spots.iter().find(|spot| {
            spot.corners().iter().all(|corner| inside(hull, *corner))
                && !taken.iter().any(|rect| rect.overlaps(spot))
        });
        let spot = match (free, labels) {
            (Some(spot), _) => *spot,
            (None, Labels::All) => spots[0],
            (None, _) => continue,
        };
        taken.push(spot.grown(ROUNDING));
        shown[node] = label_at(composition, node, spot);
    }
    shown
}

/// The nodes that are there, those with most ties first: their names help most.
fn by_ties(scene: &Scene) -> Vec<usize> {
    let mut ties = vec![0usize; scene.nodes.len()];
    for tie in &scene.ties {
        ties[tie.a] += 1;
        ties[tie.b] += 1;
    }
    let mut nodes: Vec<usize> = (0..ties.len())
        .filter(|node| scene.nodes[*node].present)
        .collect();
    nodes.sort_by_key(|node| (std::cmp::Reverse(ties[*node]), *node));
    nodes
}

fn under(composition: &Composition, node: usize) -> Rect {
    let name = &composition.names[node];
    let place = composition.layout.nodes[node];
    Rect::sized(
        place.x - name.width / 2.0,
        place.y + composition.radius + BELOW,
        name.width,
        name.height,
    )
}

/// Below, right, left and above the mark, then aslant: the places of Imhof (1975, The American Cartographer 2:128-144),
/// and between them.
fn spots(composition: &Composition, node: usize) -> Vec<Rect> {
    let name = &composition.names[node];
    let place = composition.layout.nodes[node];
    let below = under(composition, node);
    let aside = composition.radius + BELOW + name.width / 2.0;
    let level = place.y - below.centre().y;
    let straight = [(0.0, 0.0), (1.0, 1.0), (-1.0, 1.0), (0.0, 2.0)];
    let aslant =
        [0.0, 2.0].map(|up| [0.5, -0.5, 0.25, -0.25, 0.75, -0.75].map(|right| (right, up)));
    let beside = [1.0, -1.0].map(|right| [0.6, 1.4].map(|up| (right, up)));
    let places = straight.into_iter().chain(aslant.into_iter().flatten());
    places
        .chain(beside.into_iter().flatten())
        .map(|(right, up)| below.shifted(Point::new(right * aside, up * level)))
        .collect()
}

fn label_at(composition: &Composition, node: usize, rect: Rect) -> Option<Label> {
    let name = &composition.names[node];
    (!name.lines.is_empty()).then(|| Label::new(name.text(), rect))
}
