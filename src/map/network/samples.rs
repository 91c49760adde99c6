//! The samples of the network's legend.

use svg::node::element::{Group, Path, Rectangle};

use super::number_boxes::tipped;
use crate::map::paper::legend::{MIDDLE, Sample};
use crate::map::paper::marks::{Mark, mark, ring};
use crate::map::paper::nodes::Draw;
use crate::map::paper::style::{ALONE, BAND, BINDING, EMPTY, INK, PAPER, SHADES};
use crate::map::plane::{Point, Rect};

/// A line.
fn line(length: f64, width: f64, colour: &str) -> Path {
    Path::new()
        .set("d", format!("M0 {MIDDLE}h{length}"))
        .set("stroke", colour)
        .at("stroke-width", width)
}

/// A tie of some strength.
pub fn strength(width: f64, colour: &str) -> Sample {
    Sample::of(24.0, Group::new().add(line(19.0, width, colour)))
}

/// A tie.
pub fn tie(width: f64, colour: &str, dashes: Option<&str>) -> Sample {
    let line = line(25.0, width, colour).maybe("stroke-dasharray", dashes);
    Sample::of(30.0, Group::new().add(line))
}

/// A band; `agreed` where a part of it is agreed in writing.
pub fn band(width: f64, agreed: bool) -> Sample {
    let core = agreed.then(|| line(25.0, width * 3.0 / 7.0, BINDING));
    Sample::of(30.0, Group::new().add(line(25.0, width, BAND)).all(core))
}

/// A pair without a reported tie.
pub fn empty() -> Sample {
    let dots = line(25.0, 2.2, INK)
        .set("stroke-dasharray", EMPTY)
        .set("stroke-linecap", "round");
    let ends = [0.0, 25.0].map(|x| format!("M{x} {}v8", MIDDLE - 4.0));
    let bars = Path::new()
        .set("d", ends.concat())
        .set("stroke", INK)
        .set("stroke-width", 2.2)
        .set("stroke-linecap", "round");
    Sample::of(30.0, Group::new().add(dots).add(bars))
}

/// A number with the colours of its departments.
pub fn tips() -> Sample {
    let rect = Rect::sized(0.0, MIDDLE - 6.5, 24.0, 13.0);
    Sample::of(29.0, tipped(rect))
}

/// The mark of an actor.
pub fn actor(shape: Mark) -> Sample {
    let mark = mark(shape, Point::new(5.0, MIDDLE), 4.5, INK, 0);
    Sample::of(14.0, Group::new().all(mark))
}

/// The ring of a function that holds two offices together.
pub fn holder() -> Sample {
    let centre = Point::new(7.0, MIDDLE);
    let mark = mark(Mark::Actor, centre, 3.6, INK, 0);
    Sample::of(18.0, Group::new().add(ring(centre, 6.0)).all(mark))
}

/// The marks of departments whose colour stood for another one before, up to so often.
pub fn again(times: usize) -> Sample {
    let marks = (0..=times).flat_map(|again| {
        let centre = Point::new(5.0 + 12.0 * again as f64, MIDDLE);
        mark(Mark::Actor, centre, 4.5, INK, again)
    });
    let width = 12.0 * (times as f64 + 1.0) + 2.0;
    Sample::of(width, Group::new().all(marks))
}

/// What a room is besides a department.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoomSample {
    /// An office.
    Office,
    /// Another organisation.
    Other,
    /// One with more ties inside than chance explains.
    Closed,
    /// One that seems to have, which may be chance.
    MaybeClosed,
    /// One without a tie to another.
    Alone,
}

/// A room.
pub fn room(kind: RoomSample) -> Sample {
    let shade = SHADES[0];
    let other = kind == RoomSample::Other;
    let (width, dashes) = match kind {
        RoomSample::Office | RoomSample::Other => (None, None),
        RoomSample::Closed => (Some(3.2), None),
        RoomSample::MaybeClosed => (Some(2.1), None),
        RoomSample::Alone => (Some(1.8), Some(ALONE)),
    };
    let outline = Rectangle::new()
        .over(Rect::sized(0.0, MIDDLE - 5.0, 25.0, 10.0))
        .set("rx", 4)
        .set("fill", if other { PAPER } else { shade.ground })
        .set("stroke", shade.ink)
        .maybe("stroke-width", width)
        .maybe("stroke-dasharray", dashes);
    Sample::of(30.0, Group::new().add(outline))
}
