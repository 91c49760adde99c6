//! Which names are shown, and where: as many as fit, none over another, none outside its room.

use super::levels::BELOW;
use super::scene::Scene;
use super::sizing::Composition;
use crate::domain::{Stop, Stopped};
use crate::map::options::Labels;
use crate::map::paper::font::Block;
use crate::map::paper::label::Label;
use crate::map::plane::{Point, Rect, inside};

/// Boxes are written in tenths: this far apart they don't overlap even so.
pub const ROUNDING: f64 = 0.15;

/// The label of each node that is there and whose name is shown.
pub fn names(
    scene: &Scene,
    composition: &Composition,
    labels: Labels,
    stop: &Stop,
) -> Result<Vec<Option<Label>>, Stopped> {
    let mut shown: Vec<Option<Label>> = vec![None; scene.nodes.len()];
    if labels == Labels::None || scene.nodes.is_empty() {
        return Ok(shown);
    }
    if composition.reserved {
        for (node, label) in shown.iter_mut().enumerate() {
            if scene.nodes[node].present {
                let name = &composition.names[node];
                *label = label_at(name, under(composition, node, name));
            }
        }
        return Ok(shown);
    }
    let is_there = |node: usize| scene.nodes[node].present;
    let placed = Placing::of(scene, composition, is_there, stop)?.finish(stop)?;
    let mut placed: Vec<Option<Rect>> = placed.into_iter().map(|spot| Some(spot?.1)).collect();
    let found = placed.iter().flatten().count();
    if labels == Labels::Fit && found < scene.counts.actors / SOME {
        placed.fill(None);
    }
    for (node, place) in placed.into_iter().enumerate() {
        let place = match labels {
            Labels::All if scene.nodes[node].present => {
                place.or_else(|| Some(under(composition, node, &composition.names[node])))
            }
            _ => place,
        };
        shown[node] = place.and_then(|rect| label_at(&composition.names[node], rect));
    }
    Ok(shown)
}

/// On which side of its mark each name stands where everybody of all phases is there: what is kept, so that names stand
/// still too. None where each has its place under its mark.
pub fn sides(
    scene: &Scene,
    composition: &Composition,
    stop: &Stop,
) -> Result<Vec<Option<u8>>, Stopped> {
    if composition.reserved {
        return Ok(vec![None; scene.nodes.len()]);
    }
    let placed = Placing::of(scene, composition, |_| true, stop)?.finish(stop)?;
    Ok(placed.into_iter().map(|spot| Some(spot?.0)).collect())
}

/// Where fewer than one in so many names fits, none is shown: a single one would look chosen.
const SOME: usize = 10;

/// Number of names that one may displace at most.
const MAKE_WAY: usize = 3;

/// Rounds in which names may be displaced.
const ROUNDS: usize = 4;

/// Label placement by greedy choice with displacement: nodes with the fewest candidates choose first; where none is free,
/// labels that have another candidate move, which places many more than first come, first served (Christensen, Marks,
/// Shieber 1995, ACM Transactions on Graphics 14:203-232, compare such methods).
///
/// Places alone decide, not ties: after one cooperation more every name stands where it stood. Names that were kept stand
/// first, and make way for no other: who is new finds a place beside them.
struct Placing {
    /// The candidate boxes of each name, with the number of their side: in its room, on no mark and no room's name.
    spots: Vec<Vec<Spot>>,
    placed: Vec<Option<Spot>>,
    /// Whether each stands where it was kept.
    kept: Vec<bool>,
    /// The side on which each name was kept.
    sides: Vec<Option<u8>>,
}

/// A box of a name with the number of its side.
type Spot = (u8, Rect);

impl Placing {
    fn of(
        scene: &Scene,
        composition: &Composition,
        is_there: impl Fn(usize) -> bool,
        stop: &Stop,
    ) -> Result<Self, Stopped> {
        let (layout, r) = (&composition.layout, composition.radius);
        let present = |node: &usize| is_there(*node);
        let marks = (0..layout.nodes.len()).filter(present).map(|node| {
            let place = layout.nodes[node];
            Rect::sized(place.x - r, place.y - r, 2.0 * r, 2.0 * r)
        });
        let titles = layout.rooms.iter().map(|room| room.title);
        let fixed: Vec<Rect> = marks
            .chain(titles)
            .map(|rect| rect.grown(ROUNDING))
            .collect();
        let free = |node: usize| {
            stop.check()?;
            if !present(&node) {
                return Ok(Vec::new());
            }
            let hull = &layout.rooms[scene.network.room_of[node]].hull;
            let found = spots(composition, node, &composition.names[node]);
            let mut found: Vec<Spot> = (0..).zip(found).collect();
            found.retain(|(_, spot)| {
                spot.corners().iter().all(|corner| inside(hull, *corner))
                    && !fixed.iter().any(|rect| rect.overlaps(spot))
            });
            Ok(found)
        };
        let spots = (0..layout.nodes.len()).map(free);
        Ok(Self {
            spots: spots.collect::<Result<_, Stopped>>()?,
            placed: vec![None; layout.nodes.len()],
            kept: vec![false; layout.nodes.len()],
            sides: composition.sides.clone(),
        })
    }

    /// The place of each name that found one.
    fn finish(mut self, stop: &Stop) -> Result<Vec<Option<Spot>>, Stopped> {
        for node in 0..self.spots.len() {
            let side = self.sides[node];
            let mut spots = self.spots[node].iter();
            let spot = spots.find(|(number, _)| Some(*number) == side);
            let spot = spot.filter(|(_, spot)| self.in_the_way(spot).next().is_none());
            (self.placed[node], self.kept[node]) = (spot.copied(), spot.is_some());
        }
        let mut order = self.by_choice();
        order.retain(|node| !self.kept[*node]);
        for &node in &order {
            stop.check()?;
            self.placed[node] = self.free(node);
        }
        for _ in 0..ROUNDS {
            let mut gained = false;
            for &node in &order {
                stop.check()?;
                gained |= self.placed[node].is_none() && self.make_way(node);
            }
            if !gained {
                break;
            }
        }
        Ok(self.placed)
    }

    /// The nodes that have candidates, those with the fewest first: who comes late finds the others' places taken.
    fn by_choice(&self) -> Vec<usize> {
        let nodes = 0..self.spots.len();
        let mut nodes: Vec<usize> = nodes.filter(|node| !self.spots[*node].is_empty()).collect();
        nodes.sort_by_key(|node| (self.spots[*node].len(), *node));
        nodes
    }

    /// The first candidate of a name that no other covers.
    fn free(&self, node: usize) -> Option<Spot> {
        let mut spots = self.spots[node].iter();
        spots
            .find(|(_, spot)| self.in_the_way(spot).next().is_none())
            .copied()
    }

    /// The names that lie where this box does.
    fn in_the_way(&self, spot: &Rect) -> impl Iterator<Item = usize> {
        let wide = spot.grown(ROUNDING);
        let placed = self.placed.iter().enumerate();
        placed
            .filter(move |(_, other)| other.is_some_and(|(_, other)| other.overlaps(&wide)))
            .map(|(node, _)| node)
    }

    /// Tries to place a name where all names in its way have another candidate; returns whether it did.
    fn make_way(&mut self, node: usize) -> bool {
        for at in 0..self.spots[node].len() {
            let spot = self.spots[node][at];
            let others: Vec<usize> = self.in_the_way(&spot.1).take(MAKE_WAY + 1).collect();
            if others.len() > MAKE_WAY || others.iter().any(|other| self.kept[*other]) {
                continue;
            }
            let before: Vec<Option<Spot>> = others
                .iter()
                .map(|other| self.placed[*other].take())
                .collect();
            self.placed[node] = Some(spot);
            let all_found = others.iter().all(|other| {
                self.placed[*other] = self.free(*other);
                self.placed[*other].is_some()
            });
            if all_found {
                return true;
            }
            self.placed[node] = None;
            for (other, before) in others.into_iter().zip(before) {
                self.placed[other] = before;
            }
        }
        false
    }
}

/// The box of a name under its mark.
pub fn under(composition: &Composition, node: usize, name: &Block) -> Rect {
    let place = composition.layout.nodes[node];
    Rect::sized(
        place.x - name.width / 2.0,
        place.y + composition.radius + BELOW,
        name.width,
        name.height,
    )
}

/// Candidate positions: below, right, left and above the mark, then diagonal, those of Imhof (1975, The American Cartographer 2:128-144),
/// and between them.
pub fn spots(composition: &Composition, node: usize, name: &Block) -> Vec<Rect> {
    let place = composition.layout.nodes[node];
    let below = under(composition, node, name);
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

fn label_at(name: &Block, rect: Rect) -> Option<Label> {
    (!name.lines.is_empty()).then(|| Label::new(name.text(), rect))
}
