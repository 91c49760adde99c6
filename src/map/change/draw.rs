//! The change as nodes.

use svg::Node;
use svg::node::element::{Group, Path};

use super::chip::{CHIP, chip, leader};
use super::content::Changes;
use super::counts::PlacedCount;
use super::look::{Fate, PALE, PALE_WIDTH, Stay, bundle, form, moves};
use super::pairs::Pair;
use crate::map::network::curves::curves;
use crate::map::network::picture::{DrawnActor, Picture};
use crate::map::network::scene::SceneTie;
use crate::map::paper::font::Weight;
use crate::map::paper::lettering::{name, shade, title, veil};
use crate::map::paper::marks::{Mark, mark};
use crate::map::paper::nodes::{Draw, told};
use crate::map::paper::paths::polygon;
use crate::map::paper::style::{INK, PAPER, SOFT};
use crate::map::plane::at;

/// How wide a tie is between its function and its bundle.
const FAN: f64 = 0.45;

/// The change of a picture that shows both phases.
pub struct Drawn<'a> {
    /// What changed.
    pub changes: &'a Changes,
    /// The picture of both phases laid over each other.
    pub picture: &'a Picture,
    /// The counts of the pairs.
    pub counts: &'a [PlacedCount],
    /// Each pair in words, for who points at its count.
    pub rows: &'a [Vec<String>],
}

impl Drawn<'_> {
    /// The rooms, the ties, the actors, the names and the counts.
    pub fn figure(&self) -> Group {
        let lines = match self.picture.banded {
            true => [self.bands(), self.rooms()].into_iter().chain(None),
            false => [self.rooms(), self.bundles()]
                .into_iter()
                .chain(Some(self.ties())),
        };
        Group::new()
            .all(lines)
            .all(self.actors())
            .add(self.names())
            .add(self.counted())
    }

    fn rooms(&self) -> Group {
        let rooms = self.picture.rooms.iter().map(|drawn| {
            let room = &self.changes.union.rooms[drawn.number];
            let (shade, _) = shade(room.hue);
            Path::new()
                .set("class", "department")
                .named("data-department", &room.name)
                .set("d", polygon(&drawn.hull))
                .set("fill", if room.office { shade.ground } else { PAPER })
                .set("stroke", shade.ink)
                .set("stroke-width", 1.1)
        });
        Group::new()
            .set("id", "departments")
            .set("stroke-linejoin", "round")
            .all(rooms)
    }

    fn ties(&self) -> Group {
        // What was kept lies under what changed.
        let rank = |place: &usize| match self.changes.ties[*place].fate {
            Fate::Kept => 0,
            Fate::Weaker | Fate::Stronger => 1,
            Fate::Ended => 2,
            Fate::New => 3,
        };
        let mut order: Vec<usize> = (0..self.changes.union.ties.len()).collect();
        order.sort_by_key(rank);
        Group::new()
            .set("id", "ties")
            .set("fill", "none")
            .all(order.into_iter().map(|place| self.tie(place)))
    }

    fn tie(&self, place: usize) -> Group {
        let scene = &self.changes.union;
        let (tie, change) = (&scene.ties[place], &self.changes.ties[place]);
        let (colour, wide, dashes) = change.fate.line();
        let own = scene.network.room_of[tie.a] == scene.network.room_of[tie.b];
        let joined = self.joined(tie);
        let wide = match (own, joined, change.comparable) {
            (_, true, _) => FAN * wide,
            (_, _, false) => PALE_WIDTH * wide,
            (true, ..) => 0.7 * wide,
            _ => wide,
        };
        let route = &self.picture.routes[place];
        let line = Path::new()
            .set("d", curves(route))
            .set("stroke", colour)
            .at("stroke-width", wide)
            .maybe("stroke-dasharray", form(dashes, change.comparable));
        // Of a bundle the count beside it says how many got stronger or weaker.
        let middle = route.get(route.len() / 2).filter(|_| !joined);
        let sign = middle.and_then(|curve| change.fate.sign(at(curve, 0.5)));
        Group::new()
            .set("class", "tie")
            .named("data-a", &scene.nodes[tie.a].id)
            .named("data-b", &scene.nodes[tie.b].id)
            .set("data-strength", tie.strength)
            .set("data-fate", change.fate.code())
            .maybe("data-uncounted", (!change.counted).then_some(""))
            .maybe("opacity", (!change.comparable).then_some(PALE))
            .add(line)
            .all(sign)
    }

    /// Whether a tie is part of a bundle.
    fn joined(&self, tie: &SceneTie) -> bool {
        let [a, b] = [tie.a, tie.b].map(|node| self.changes.union.network.room_of[node]);
        let pair = (a.min(b), a.max(b));
        let mut bands = self.picture.bands.iter();
        bands.any(|band| (band.link.a, band.link.b) == pair && band.mouths.is_some())
    }

    /// The bundles of pairs with many ties: on a pale ground, as wide as there are many, a core for what outweighs by
    /// far, new or ended, or for both.
    fn bundles(&self) -> Group {
        let rooms = &self.changes.union.rooms;
        let most = self.picture.bands.iter().map(|band| band.link.ties).max();
        let most = most.unwrap_or(1).max(1) as f64;
        let bundles = self.picture.bands.iter().map(|band| {
            let link = &band.link;
            let mut pairs = self.changes.pairs.iter();
            let pair = pairs.find(|pair| (pair.a, pair.b) == (link.a, link.b));
            let wide = 3.0 + 7.0 * (link.ties as f64 / most).sqrt();
            let turned = pair.map_or([0, 0], |pair| [pair.counted.new, pair.counted.ended]);
            Group::new()
                .set("class", "bundle")
                .named("data-a", &rooms[link.a].name)
                .named("data-b", &rooms[link.b].name)
                .set("data-ties", link.ties)
                .all(bundle(&curves(&band.route), wide, link.ties, turned))
        });
        Group::new()
            .set("id", "bundles")
            .set("fill", "none")
            .all(bundles)
    }

    /// The ties of each pair of departments in one line, its form telling what became of them.
    fn bands(&self) -> Group {
        let pairs = self.changes.pairs.iter();
        Group::new()
            .set("id", "ties")
            .set("fill", "none")
            .all(pairs.filter_map(|pair| self.band(pair)))
    }

    fn band(&self, pair: &Pair) -> Option<Group> {
        let rooms = &self.changes.union.rooms;
        let mut bands = self.picture.bands.iter();
        let band = bands.find(|band| (band.link.a, band.link.b) == (pair.a, pair.b))?;
        let fate = pair.counted.fate();
        let (colour, wide, dashes) = fate.line();
        let line = Path::new()
            .set("d", curves(&band.route))
            .set("stroke", colour)
            .at("stroke-width", wide)
            .maybe("stroke-dasharray", dashes);
        let uncounted = pair.counted.count().is_none();
        let middle = band.route.get(band.route.len() / 2);
        let middle = middle.filter(|_| uncounted);
        let sign = middle.and_then(|curve| fate.sign(at(curve, 0.5)));
        let [from, to] = pair.counted.sides();
        let group = Group::new()
            .set("class", "band")
            .named("data-a", &rooms[pair.a].name)
            .named("data-b", &rooms[pair.b].name)
            .set("data-fate", fate.code())
            .set("data-from", from)
            .set("data-to", to)
            .maybe("data-before-only", (to == 0).then_some("yes"));
        Some(group.add(line).all(sign))
    }

    /// The ways of those that moved, and the actors.
    fn actors(&self) -> [Box<dyn Node>; 2] {
        let place = |node: usize| {
            let mut actors = self.picture.actors.iter();
            actors.find(|actor| actor.node == node)
        };
        let moved = self.changes.came_from.iter();
        let d: String = moved
            .filter_map(|(now, was)| {
                let (from, to) = (place(*was)?.place, place(*now)?.place);
                Some(format!("M{} {}L{} {}", from.x, from.y, to.x, to.y))
            })
            .collect();
        let moves = moves(&d).set("id", "moves");
        let actors = Group::new()
            .set("id", "actors")
            .set("text-anchor", "middle")
            .set("fill", INK)
            .at("font-size", self.picture.name_size)
            .all(self.picture.actors.iter().map(|one| self.actor(one)));
        [moves.into(), actors.into()]
    }

    fn actor(&self, drawn: &DrawnActor) -> Group {
        let scene = &self.changes.union;
        let node = &scene.nodes[drawn.node];
        let room = &scene.rooms[scene.network.room_of[drawn.node]];
        let (shade, again) = shade(room.hue);
        let stay = self.changes.stays[drawn.node];
        let shape = Mark::of(node.core_team, node.body);
        let radius = self.picture.radius;
        let mark = stay
            .is_here()
            .then(|| mark(shape, drawn.place, radius, shade.ink, again));
        let label = drawn.label.iter();
        let lettered = label.flat_map(|label| -> [Box<dyn Node>; 2] {
            let ground = if room.office { shade.ground } else { PAPER };
            let gone = matches!(stay, Stay::Left | Stay::MovedAway);
            let ink = if gone { SOFT } else { INK };
            let size = self.picture.name_size;
            let veil = veil(label, size, Weight::Regular, ground);
            [veil.into(), name(label, size, ink).into()]
        });
        Group::new()
            .set("class", "actor")
            .named("data-actor", &node.id)
            .named("data-department", &room.name)
            .set("data-stay", stay.code())
            .add(told(&node.label))
            .all(mark.into_iter().flatten())
            .all(stay.draw(drawn.place, radius, shade.ink))
            .all(lettered)
    }

    fn names(&self) -> Group {
        let rooms = self.picture.rooms.iter().flat_map(|drawn| {
            let room = &self.changes.union.rooms[drawn.number];
            let (shade, _) = shade(room.hue);
            let ground = if room.office { shade.ground } else { PAPER };
            let label = drawn.label.iter();
            label.flat_map(move |label| title(label, self.picture.title_size, shade.ink, ground))
        });
        Group::new()
            .set("id", "names")
            .set("text-anchor", "middle")
            .all(rooms)
    }

    /// The counts, each saying its pair in words to who points at it.
    fn counted(&self) -> Group {
        let rooms = &self.changes.union.rooms;
        let counts = self.counts.iter().map(|placed| {
            let pair = &self.changes.pairs[placed.pair];
            let row = &self.rows[placed.pair];
            let aside = !placed.rect.grown(1.0).contains(placed.of);
            let leader = aside.then(|| leader(placed.rect.centre(), placed.of));
            Group::new()
                .set("class", "count")
                .named("data-a", &rooms[pair.a].name)
                .named("data-b", &rooms[pair.b].name)
                .add(told(&format!("{} – {}: {}", row[0], row[1], row[2])))
                .all(leader)
                .all(chip(placed.rect, &placed.count))
        });
        Group::new()
            .set("id", "counts")
            .at("font-size", CHIP)
            .all(counts)
    }
}
