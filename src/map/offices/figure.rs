//! The offices, their lines and what stands on them, as nodes.

use svg::Node;
use svg::node::element::{Circle as Disc, Element, Group, Line, Path, Rectangle};

use super::content::{Lies, Office, OfficeTies, Pair};
use super::look::{
    AGREED, APART, CLOSE, DOTS, DOUBLE, HELD, MISSING, PALE, RING, TRACK, colour, line,
};
use super::marks::{BESIDE, Mark, NUMBER, OPEN, Tells};
use super::scene::Drawn;
use super::table::in_words;
use crate::map::network::curves::curves;
use crate::map::paper::label::Label;
use crate::map::paper::lettering::{shade, title};
use crate::map::paper::nodes::{Draw, text, told};
use crate::map::paper::style::{INK, PAPER, SOFT};
use crate::map::plane::{Point, Rect, Route, tenths};
use crate::text::views::OfficesTexts;

/// The font size of the number in a circle of full size, and of what stands below it.
const COUNT: (f64, f64) = (21.0, 13.0);

/// Where the number of a finding stands on a circle: to the left and up, in radii.
const ASKEW: f64 = 0.72;

/// The least font sizes of these.
const LEAST: (f64, f64) = (14.0, 11.0);

/// The lines, the offices over them, and what stands on the lines.
pub fn figure(drawn: &Drawn, prefix: &str, say: &OfficesTexts) -> Group {
    let content = drawn.content;
    let mut order: Vec<usize> = (0..content.pairs.len()).collect();
    // Quiet ones first: what lies on top is what the picture is about.
    order.sort_by_key(|at| {
        let pair = &content.pairs[*at];
        (rank(pair), *at)
    });
    let lines = order.iter().flat_map(|at| lines(drawn, *at));
    let offices = content.present();
    let offices = offices.map(|(place, office)| circle(drawn, place, office, say));
    let marks = drawn.marks.iter().map(|mark| sign(drawn, mark));
    let id = |name: &str| format!("{prefix}{name}");
    Group::new()
        .add(
            Group::new()
                .set("id", id("ties"))
                .set("fill", "none")
                .all(lines),
        )
        .add(
            Group::new()
                .set("id", id("departments"))
                .set("text-anchor", "middle")
                .all(offices),
        )
        .add(Group::new().set("id", id("names")).all(marks))
        .add(Group::new().set("id", id("actors")))
}

fn rank(pair: &Pair) -> u8 {
    match (pair.lies, pair.held) {
        (Lies::Fewer { .. }, _) => 3,
        (_, true) => 2,
        (Lies::More { .. }, _) => 1,
        (Lies::Unremarkable, false) => 0,
    }
}

/// The lines of a pair.
fn lines(drawn: &Drawn, at: usize) -> Vec<Path> {
    let pair = &drawn.content.pairs[at];
    let way = &drawn.ways[at];
    let [a, b] = drawn.called(at);
    let path = |class: &str, route: &Route| {
        Path::new()
            .set("class", class)
            .named("data-a", a)
            .named("data-b", b)
            .set("d", curves(route))
    };
    let stroke = colour(pair);
    match pair.ties {
        Some(0) => [-1.0, 1.0]
            .map(|side| {
                path("none", &way.beside(side * DOUBLE / 2.0))
                    .set("stroke", stroke)
                    .set("stroke-width", 2.2)
                    .set("stroke-dasharray", MISSING)
            })
            .into(),
        None => vec![
            path("band", &way.seen)
                .set("stroke", SOFT)
                .set("stroke-width", 1.2)
                .set("stroke-dasharray", DOTS),
        ],
        Some(ties) => {
            let wide = line(ties);
            let whole = path("band", &way.seen)
                .set("data-ties", ties)
                .set("stroke", stroke)
                .at("stroke-width", wide);
            let beside = way.beside(wide / 2.0 + AGREED.1);
            let agreed = (pair.binding > 0).then(|| {
                path("core", &beside)
                    .set("stroke", INK)
                    .set("stroke-width", AGREED.0)
            });
            [Some(whole), agreed].into_iter().flatten().collect()
        }
    }
}

/// An office: its circle with ring and numbers, its name below.
fn circle(drawn: &Drawn, place: usize, office: &Office, say: &OfficesTexts) -> Group {
    let centre = drawn.placed.centres[place];
    let radius = drawn.radius(place);
    // Where there is no other office all ties are inside, and so they would be by chance.
    let is_compared = drawn.content.present().count() > 1;
    let (colours, _) = shade(office.hue);
    let size = drawn.placed.name_size;
    let name = Label::new(
        drawn.placed.names[place].text(),
        drawn.placed.name(place, radius),
    );
    let group = Group::new()
        .set("class", "department")
        .named("data-department", &office.name);
    let group = match office.ties {
        OfficeTies::Untold => group.add(hollow(centre, radius)),
        OfficeTies::InsideUnknown => group.add(track(centre, radius)).all(two_lines(
            say.inside_unknown,
            centre,
            drawn.placed.size,
        )),
        OfficeTies::Told {
            inside,
            all,
            expected,
        } => {
            let share = |ties: f64| (ties / f64::from(all.max(1))).min(1.0);
            group
                .add(told(&in_words(office, say)))
                .add(track(centre, radius))
                .all(arc(centre, radius, share(f64::from(inside)), colours.ink))
                .all((all > 0 && is_compared).then(|| mark(centre, radius, share(expected))))
                .all(match all {
                    0 => two_lines(say.nothing_reported, centre, drawn.placed.size),
                    _ => counts(centre, drawn.placed.size, (inside, all), colours.ink, say),
                })
                .all(office.finding.map(|finding| {
                    // On the part of the ring that few offices fill.
                    let at = centre + Point::new(-ASKEW, -ASKEW) * radius;
                    let number = numbered(finding, at, drawn.mark_size, INK);
                    Group::new().set("class", "finding").all(number)
                }))
        }
    };
    group.all(title(&name, size, colours.ink, PAPER))
}

/// The circle of an office without numbers.
pub fn hollow(centre: Point, radius: f64) -> Disc {
    Disc::new()
        .around(centre, radius - 1.0)
        .set("fill", PAPER)
        .set("stroke", SOFT)
        .set("stroke-width", 1.6)
        .set("stroke-dasharray", "4 3")
}

/// The ground of a ring.
pub fn track(centre: Point, radius: f64) -> Disc {
    Disc::new()
        .around(centre, middle(radius))
        .set("fill", PAPER)
        .set("stroke", TRACK)
        .at("stroke-width", RING * radius)
}

/// The radius of the middle of a ring.
fn middle(radius: f64) -> f64 {
    radius * (1.0 - RING / 2.0)
}

/// The part of a ring that stays inside, from above to the right.
pub fn arc(centre: Point, radius: f64, share: f64, ink: &str) -> Option<Disc> {
    let round = std::f64::consts::TAU * middle(radius);
    let long = tenths(share * round);
    let turned = format!("rotate(-90 {} {})", tenths(centre.x), tenths(centre.y));
    let arc = || {
        Disc::new()
            .around(centre, middle(radius))
            .set("fill", "none")
            .set("stroke", ink)
            .at("stroke-width", RING * radius)
            .set(
                "stroke-dasharray",
                format!("{long} {}", tenths(round - long + 1.0)),
            )
            .set("transform", turned)
    };
    (long > 0.0).then(arc)
}

/// The mark on a ring of what is to be expected.
pub fn mark(centre: Point, radius: f64, share: f64) -> Line {
    let turned = format!(
        "rotate({} {} {})",
        tenths(360.0 * share),
        tenths(centre.x),
        tenths(centre.y)
    );
    Line::new()
        .at("x1", centre.x)
        .at("x2", centre.x)
        .at("y1", centre.y - radius - 3.0)
        .at("y2", centre.y - radius * (1.0 - RING) + 3.0)
        .set("stroke", INK)
        .set("stroke-width", 2.6)
        .set("transform", turned)
}

/// The font sizes of the numbers at a size of the picture.
pub fn sizes(size: f64) -> (f64, f64) {
    let size = size.min(1.0);
    ((COUNT.0 * size).max(LEAST.0), (COUNT.1 * size).max(LEAST.1))
}

fn counts(
    centre: Point,
    size: f64,
    (inside, all): (u32, u32),
    ink: &str,
    say: &OfficesTexts,
) -> [Element; 2] {
    let (large, small) = sizes(size);
    let inside = middle_of(&inside.to_string(), centre, 0.12 * large, large)
        .with("font-weight", "bold")
        .with("fill", ink);
    let all =
        middle_of(&(say.of)(all), centre, 0.12 * large + 1.08 * small, small).with("fill", INK);
    [inside, all]
}

fn two_lines([first, second]: [&str; 2], centre: Point, size: f64) -> [Element; 2] {
    let (_, small) = sizes(size);
    [
        middle_of(first, centre, -0.2 * small, small).with("fill", SOFT),
        middle_of(second, centre, small, small).with("fill", SOFT),
    ]
}

/// A line of text, centred, its baseline so far under the middle.
pub fn middle_of(words: &str, centre: Point, below: f64, size: f64) -> Element {
    text(words)
        .at("x", centre.x)
        .at("y", centre.y + below)
        .at("font-size", size)
        .with("text-anchor", "middle")
}

/// What stands on a line: words in a box, or the open circle.
fn sign(drawn: &Drawn, mark: &Mark) -> Group {
    let pair = &drawn.content.pairs[mark.pair];
    let [a, b] = drawn.called(mark.pair);
    let group = Group::new()
        .set("class", "number")
        .named("data-a", a)
        .named("data-b", b);
    let centre = mark.rect.centre();
    let Some(words) = &mark.words else {
        // A pair apart whose words have no room has its number alone.
        let ink = match (mark.of, pair.lies) {
            (Tells::Held, _) => HELD,
            (Tells::Lies, Lies::Fewer { .. }) => APART[0],
            (Tells::Lies, _) => CLOSE[0],
        };
        let digit = mark.finding.map(|number| {
            middle_of(&(number + 1).to_string(), centre, 4.5, 12.5)
                .with("font-weight", "bold")
                .with("fill", ink)
        });
        return group.add(ring_of(centre, ink)).all(digit);
    };
    let certain = pair.lies == Lies::Fewer { certain: true };
    let size = drawn.mark_size;
    let ground = Rectangle::new()
        .over(mark.rect)
        .at("rx", mark.rect.height() / 2.0)
        .set("fill", PAPER)
        .set("stroke", colour(pair))
        .set("stroke-width", if certain { 1.8 } else { 1.2 });
    let left = mark.rect.left + BESIDE * size;
    let number = mark.finding.map(|finding| {
        let centre = Point::new(left + NUMBER * size, centre.y);
        numbered(finding, centre, size, APART[0])
    });
    let aside = mark.finding.map_or(0.0, |_| (2.0 * NUMBER + 0.4) * size);
    let words = text(words)
        .at("x", left + aside)
        .at("y", centre.y + 0.36 * size)
        .at("font-size", size)
        .with("font-weight", "bold")
        .with("fill", APART[0]);
    group
        .add(ground)
        .all(number.into_iter().flatten())
        .add(words)
}

/// The open circle of a line that hangs on one function.
pub fn open(centre: Point) -> Disc {
    ring_of(centre, HELD)
}

fn ring_of(centre: Point, ink: &str) -> Disc {
    Disc::new()
        .around(centre, OPEN - 1.0)
        .set("fill", PAPER)
        .set("stroke", ink)
        .set("stroke-width", 2.2)
}

/// The number of a finding in its circle.
pub fn numbered(finding: usize, centre: Point, size: f64, ink: &str) -> [Box<dyn Node>; 2] {
    let disc = Disc::new()
        .around(centre, NUMBER * size)
        .set("fill", PAPER)
        .set("stroke", ink)
        .set("stroke-width", 1.5);
    let digit = middle_of(&(finding + 1).to_string(), centre, 0.34 * size, 0.95 * size)
        .with("font-weight", "bold")
        .with("fill", ink);
    [disc.into(), digit.into()]
}

/// A sample of a line of so many ties, for the legend.
pub fn sample(rect: Rect, width: f64, stroke: &str) -> Path {
    let y = tenths(rect.centre().y);
    Path::new()
        .set(
            "d",
            format!("M{} {y}H{}", tenths(rect.left), tenths(rect.right)),
        )
        .set("stroke", stroke)
        .at("stroke-width", width)
}

/// The colour of lines of which nothing is to be said, for the legend.
pub const QUIET: &str = PALE;
