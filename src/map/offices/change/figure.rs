//! The lines and offices of a change as nodes.

use svg::node::element::{Circle, Element, Group};

use super::super::figure::{arc, hollow, middle_of, sizes, track};
use super::super::look::{RING, line};
use super::content::Office;
use super::scene::{Drawn, Line};
use super::signs::sign;
use crate::map::network::curves::curves;
use crate::map::paper::label::Label;
use crate::map::paper::lettering::{shade, title};
use crate::map::paper::nodes::{Draw, told};
use crate::map::paper::style::{INK, PAPER, SOFT};
use crate::map::plane::{Point, tenths};
use crate::text::views::{OfficesChangeTexts, Share};

/// The radius of the inner ring, and its width, as shares of the circle's.
const BEFORE: (f64, f64) = (1.0 - RING - 0.055, 0.07);

/// How large the share now is beside the number of ties in a picture of one phase.
const NOW: f64 = 0.86;

/// The lines, the offices over them, and the signs on the lines.
pub fn figure(drawn: &Drawn, say: &OfficesChangeTexts) -> Group {
    let lines = drawn.lines.iter().map(|one| pair(drawn, one, say));
    let offices = drawn.changes.present();
    let offices = offices.map(|(place, office)| circle(drawn, place, office, say));
    let signs = drawn.lines.iter().map(|line| sign(line.turn, line.sign));
    Group::new()
        .add(
            Group::new()
                .set("id", "ties")
                .set("fill", "none")
                .all(lines),
        )
        .add(
            Group::new()
                .set("id", "departments")
                .set("text-anchor", "middle")
                .all(offices),
        )
        .add(Group::new().set("id", "names").all(signs))
        .add(Group::new().set("id", "actors"))
}

/// A pair's line, saying itself in words to who points at it.
fn pair(drawn: &Drawn, one: &Line, say: &OfficesChangeTexts) -> Group {
    let [a, b] = drawn.changes.called(one.pair);
    let [from, to] = one.pair.phases;
    let wide = one.pair.told_ties().map(line);
    Group::new()
        .set("class", "band")
        .named("data-a", a)
        .named("data-b", b)
        .set("data-fate", one.turn.code())
        .maybe("data-from", from.ties())
        .maybe("data-to", to.ties())
        .maybe("data-before-only", (!to.any()).then_some("yes"))
        .add(told(&format!("{a} – {b}: {}", (say.phases)(from, to))))
        .all(one.turn.line(&curves(&one.way.seen), wide))
}

/// An office: its circle with two rings and the shares, its name below.
fn circle(drawn: &Drawn, place: usize, office: &Office, say: &OfficesChangeTexts) -> Group {
    let centre = drawn.placed.centres[place];
    let radius = drawn.radius(place);
    let size = drawn.placed.size;
    let (colours, _) = shade(office.hue);
    let group = Group::new()
        .set("class", "department")
        .named("data-department", &office.name);
    let group = match (office.functions[1], office.shares) {
        (0, _) => {
            let (_, small) = sizes(size);
            let words = [(say.gone[0], -0.2), (say.gone[1], 1.0)];
            let words = words.map(|(word, below)| {
                middle_of(word, centre, below * small, small).with("fill", SOFT)
            });
            group.add(hollow(centre, radius)).all(words)
        }
        (_, [None, None]) => group.add(hollow(centre, radius)),
        (_, shares) => {
            let words = (say.shares)(shares);
            let [before, now] = shares.map(|share| share.map(Share::of_one));
            group
                .add(told(&format!("{}: {words}", office.name)))
                // Outside is now: where that is not told, it looks as an office without numbers does.
                .all(now.is_some().then(|| track(centre, radius)))
                .all(now.is_none().then(|| hollow(centre, radius)))
                .all(now.and_then(|share| arc(centre, radius, share, colours.ink)))
                .all(before.and_then(|share| inner(centre, radius, share)))
                .all(counts(centre, size, shares, colours.ink, say))
        }
    };
    let rect = drawn.placed.name(place, radius);
    let name = Label::new(drawn.placed.names[place].text(), rect);
    group.all(title(&name, drawn.placed.name_size, colours.ink, PAPER))
}

/// The ring of before, inside that of now; none where nothing stayed inside.
pub fn inner(centre: Point, radius: f64, share: f64) -> Option<Circle> {
    let (at, wide) = BEFORE;
    let round = std::f64::consts::TAU * at * radius;
    let long = tenths(share * round);
    let rest = tenths(round - long + 1.0);
    let turned = format!("rotate(-90 {} {})", tenths(centre.x), tenths(centre.y));
    let ring = || {
        Circle::new()
            .around(centre, at * radius)
            .set("fill", "none")
            .set("stroke", SOFT)
            .at("stroke-width", wide * radius)
            .set("stroke-dasharray", format!("{long} {rest}"))
            .set("transform", turned)
    };
    (long > 0.0).then(ring)
}

/// The share before over the share now.
fn counts(
    centre: Point,
    size: f64,
    shares: [Option<Share>; 2],
    ink: &str,
    say: &OfficesChangeTexts,
) -> [Element; 2] {
    let (large, small) = sizes(size);
    let large = NOW * large;
    let [before, now] = shares.map(|share| share.map(Share::percent));
    let none = || say.no_share.to_owned();
    let before = before.map_or_else(none, |share| share.to_string());
    let now = now.map_or_else(none, say.percent);
    [
        middle_of(&(say.before)(&before), centre, -0.28 * large, small).with("fill", INK),
        middle_of(&now, centre, 0.76 * large, large)
            .with("font-weight", "bold")
            .with("fill", ink),
    ]
}
