//! Names that were cut, set whole where there is room that nobody else uses.

use super::labels::{ROUNDING, spots, under};
use super::scene::Scene;
use super::sizing::Composition;
use crate::domain::{Stop, Stopped};
use crate::map::paper::font::{Block, Weight};
use crate::map::paper::label::Label;
use crate::map::plane::{Point, Rect, inside};

/// How much wider, and by how many lines higher, than the cut name the whole one may be; tried in this order.
const LARGER: [(f64, usize); 11] = [
    (1.0, 1),
    (1.25, 0),
    (1.25, 1),
    (1.0, 2),
    (1.6, 0),
    (1.6, 1),
    (1.6, 2),
    (1.25, 3),
    (1.6, 3),
    (1.6, 4),
    (2.2, 3),
];

/// Sets the names that were cut whole where that covers no mark and no other name and stays in the room.
///
/// Space that an actor has in another phase is not free: a name is whole in all phases or in none.
pub fn whole(
    scene: &Scene,
    composition: &Composition,
    labels: &mut [Option<Label>],
    stop: &Stop,
) -> Result<(), Stopped> {
    let mut boxes: Vec<Rect> = labels
        .iter()
        .enumerate()
        .map(|(node, label)| match label {
            None if composition.reserved => under(composition, node, &composition.names[node]),
            label => label.as_ref().map(Label::rect).unwrap_or_default(),
        })
        .collect();
    let (layout, r) = (&composition.layout, composition.radius);
    let mark = |place: &Point| Rect::sized(place.x - r, place.y - r, 2.0 * r, 2.0 * r);
    let marks: Vec<Rect> = layout.nodes.iter().map(mark).collect();
    let titles: Vec<Rect> = layout.rooms.iter().map(|room| room.title).collect();
    for (node, label) in labels.iter_mut().enumerate() {
        stop.check()?;
        let cut = &composition.names[node];
        if !label.as_ref().is_some_and(|label| label.text.contains('…')) {
            continue;
        }
        let hull = &layout.rooms[scene.network.room_of[node]].hull;
        let free = |rect: &Rect| {
            let wide = rect.grown(ROUNDING);
            let others = boxes.iter().enumerate();
            let mut others = others.filter(|(other, _)| *other != node);
            wide.corners().iter().all(|corner| inside(hull, *corner))
                && !others.any(|(_, other)| other.overlaps(&wide))
                && !marks.iter().chain(&titles).any(|one| one.overlaps(&wide))
        };
        let name = &scene.nodes[node].label;
        let larger = LARGER.iter().map(|(wider, more)| {
            let (width, lines) = (cut.width * wider, cut.lines.len() + more);
            Block::set(name, Weight::Regular, composition.name_size, width, lines)
        });
        let found = larger.filter(Block::is_whole).find_map(|block| {
            let places = match composition.reserved {
                true => vec![under(composition, node, &block)],
                false => spots(composition, node, &block),
            };
            Some((places.into_iter().find(free)?, block))
        });
        if let Some((rect, block)) = found {
            boxes[node] = rect;
            *label = Some(Label::new(block.text(), rect));
        }
    }
    Ok(())
}
