//! The page on which nodes and rooms are tried at other places: what has place there, and what it costs.

mod strikes;
mod way;

use super::incremental_stress::Strain;
use super::outline::Outline;
use super::room::set_title;
use super::segments::Segments;
use super::{FOLLOWED, Plan};
use crate::map::plane::{DIRECTIONS, Point, Rect, SIDES};

/// While crossings are not yet looked at stress counts this much more.
const ROUGHLY: f64 = 1.3;

/// Where layouts are compared it counts this much more.
const COMPARED: f64 = 2.0;

/// What the length of all ties at the start costs while crossings are not yet looked at, as a multiple of these.
const LENGTH: f64 = 1.0;

/// Of more ties than this, or of more than [`FOLLOWED`] nodes, crossings are not counted.
const COUNTED: usize = 15_000;

/// The crossings at the start count as this many at least.
const FEWEST: f64 = 20.0;

/// How much of the wished gap between two rooms has to stay.
const GAP: f64 = 0.5;

/// How many times its packed size, and how many times as long as wide, a room may become.
const SPREAD: (f64, f64) = (2.0, 2.6);

/// Of at least this many ties a quarter is counted first; a move is given up where they cross this share more often.
const QUARTER: (usize, f64) = (12, 0.1);

/// What is looked at where a move is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Stress, length and scarce ties: quick, and close to what crossings say.
    Rough,
    /// Crossings, stress, and all ties over nodes and rooms.
    Exact,
}

/// What a tried move has to reach.
#[derive(Debug, Clone, Copy)]
pub struct Bar {
    /// What is looked at.
    pub look: Look,
    /// The cost grows by less than this.
    pub slack: f64,
    /// This tie runs over less than before.
    pub relieved: Option<usize>,
}

/// Nodes that are to move, and where to; once moved, where they were.
pub type Moves = Vec<(usize, Point)>;

/// Nodes, rooms and ties as they lie at the moment.
pub struct Page<'a> {
    /// What is laid out.
    pub plan: &'a Plan,
    /// The nodes of each room.
    pub members: &'a [Vec<usize>],
    /// The nodes' places.
    pub places: Vec<Point>,
    /// The rooms.
    pub outlines: Vec<Outline>,
    /// About how many pairs of ties were compared so far.
    pub spent: usize,
    /// All crossings at the start.
    pub crossings: f64,
    /// What the whole stress costs, as a multiple of these.
    pub stress: f64,
    ties_of: Vec<Vec<usize>>,
    /// The ties that weigh more than 1.
    scarce: Vec<usize>,
    segments: Segments,
    /// How many lines cross each; behind the places while only a rough look is taken.
    crossed: Vec<u32>,
    strain: Strain,
    length: f64,
    x: Vec<f32>,
    y: Vec<f32>,
    /// How far each node's boxes reach from it.
    spans: Vec<[f64; SIDES]>,
    /// The box about each node that no other of its room may overlap.
    boxes: Vec<Rect>,
    /// The greatest size of each room, and how many times as long as wide it may be.
    most: Vec<(f64, f64)>,
}

/// A move that has place.
struct Trial {
    nodes: Vec<usize>,
    ties: Vec<usize>,
    rooms: Vec<usize>,
    rigid: bool,
    slack: f64,
    /// A tie that has to run over less, and what it costs now.
    relieved: Option<(usize, f64)>,
}

impl<'a> Page<'a> {
    /// The page of a plan; `weights` say what it counts where a tie runs over something, `stress` what
    /// the whole stress costs, as a multiple of all crossings at the start.
    pub fn new(
        plan: &'a Plan,
        members: &'a [Vec<usize>],
        weights: &[u32],
        places: Vec<Point>,
        stress: f64,
    ) -> Self {
        let ties = &plan.network.ties;
        let mut ties_of = vec![Vec::new(); places.len()];
        for (tie, &(a, b, _)) in ties.iter().enumerate() {
            ties_of[a].push(tie);
            ties_of[b].push(tie);
        }
        let x: Vec<f32> = places.iter().map(|place| place.x as f32).collect();
        let y: Vec<f32> = places.iter().map(|place| place.y as f32).collect();
        let far = |(a, b, _): &(usize, usize, f64)| places[*a].distance(places[*b]);
        let mut page = Self {
            plan,
            members,
            outlines: Vec::new(),
            spent: 0,
            crossings: 0.0,
            stress,
            ties_of,
            scarce: (0..ties.len()).filter(|tie| weights[*tie] > 1).collect(),
            segments: Segments::new(weights),
            crossed: vec![0; ties.len()],
            strain: Strain::of(&plan.network, &x, &y),
            length: ties.iter().map(far).sum::<f64>().max(1.0),
            x,
            y,
            spans: plan
                .bodies
                .iter()
                .map(|body| way::span(body, plan.margin))
                .collect(),
            boxes: (0..places.len())
                .map(|node| way::space(plan, node))
                .collect(),
            most: Vec::new(),
            places,
        };
        for (tie, &(a, b, _)) in ties.iter().enumerate() {
            page.segments.set(tie, page.places[a], page.places[b]);
        }
        page.recount();
        page.crossings = page.crossed.iter().map(|n| f64::from(*n)).sum::<f64>() / 2.0;
        page.outlines = (0..members.len()).map(|room| page.outline(room)).collect();
        let most = page.outlines.iter().map(|outline| {
            let (width, height) = outline.size();
            let long = (width / height).max(height / width).max(SPREAD.1);
            (width * height * SPREAD.0, long)
        });
        page.most = most.collect();
        page
    }

    /// Weighs the ties anew.
    pub fn weigh(&mut self, weights: &[u32]) {
        self.segments.weigh(weights);
        self.scarce = (0..weights.len()).filter(|tie| weights[*tie] > 1).collect();
    }

    /// The finest look that is taken at so many nodes and ties.
    pub fn finest(&self) -> Look {
        if self.segments.len() <= COUNTED && self.places.len() <= FOLLOWED {
            Look::Exact
        } else {
            Look::Rough
        }
    }

    /// Counts all crossings anew, where they are counted.
    pub fn recount(&mut self) {
        if self.finest() == Look::Rough {
            return;
        }
        let all: Vec<usize> = (0..self.segments.len()).collect();
        self.draw(&all);
        self.crossed = all.iter().map(|tie| self.segments.crossing(*tie)).collect();
        self.spent += all.len() * all.len();
    }

    /// What the page costs, comparable between layouts of one network: crossings, the more the greater the stress.
    pub fn cost(&self) -> f64 {
        let crossings = self.crossed.iter().map(|n| f64::from(*n)).sum::<f64>() / 2.0;
        crossings.max(FEWEST) * (1.0 + COMPARED * self.stress * self.strain.value())
    }

    /// Makes these moves where they have place and reach the bar; whether it did. A `rigid` move keeps every room as
    /// it is.
    pub fn attempt(&mut self, moves: &mut Moves, rigid: bool, bar: Bar) -> bool {
        let room_of = &self.plan.network.room_of;
        let mut rooms: Vec<usize> = moves.iter().map(|(node, _)| room_of[*node]).collect();
        rooms.sort_unstable();
        rooms.dedup();
        self.spent += 40 + self.scarce.len() * (rooms.len() + moves.len());
        self.exchange(moves);
        let spaced = rigid || self.spaced(moves);
        let mut outlines: Vec<Outline> = if spaced {
            rooms.iter().map(|room| self.outline(*room)).collect()
        } else {
            Vec::new()
        };
        let has_place = spaced && self.has_place(&rooms, &outlines, rigid);
        self.exchange(moves);
        if !has_place {
            return false;
        }
        let mut trial = Trial {
            nodes: moves.iter().map(|(node, _)| *node).collect(),
            ties: Vec::new(),
            rooms,
            rigid,
            slack: bar.slack,
            relieved: bar.relieved.map(|tie| (tie, self.strikes(tie))),
        };
        for &tie in trial.nodes.iter().flat_map(|node| &self.ties_of[*node]) {
            if self.segments.lift(tie) {
                trial.ties.push(tie);
            }
        }
        let gained = match bar.look {
            Look::Rough => self.roughly(&trial, moves, &mut outlines),
            Look::Exact => self.exactly(&trial, moves, &mut outlines),
        };
        if !gained {
            self.swap(&trial, moves, &mut outlines);
        }
        for &tie in &trial.ties {
            self.segments.lay(tie);
        }
        gained
    }

    /// Makes the moves and says whether they gained by what is quickly seen.
    fn roughly(&mut self, trial: &Trial, moves: &mut Moves, outlines: &mut [Outline]) -> bool {
        let unit = self.crossings.max(FEWEST);
        let held = self.over(trial, Look::Rough) + LENGTH * unit * self.far(trial) / self.length;
        let before = self.strain.part(&trial.nodes, &self.x, &self.y);
        self.swap(trial, moves, outlines);
        if !self.relieves(trial) {
            return false;
        }
        let after = self.strain.part(&trial.nodes, &self.x, &self.y);
        let worse = self.strain.with(before, after) - self.strain.value();
        let mut cost = ROUGHLY * self.stress * unit * worse
            + LENGTH * unit * self.far(trial) / self.length
            - held;
        self.spent += self.places.len() / 4 * trial.nodes.len();
        if cost < trial.slack {
            cost += self.over(trial, Look::Rough);
        }
        let gained = cost < trial.slack - 1e-9;
        if gained {
            self.strain.replace(before, after);
        }
        gained
    }

    /// Makes the moves and says whether they gained by all that counts.
    fn exactly(&mut self, trial: &Trial, moves: &mut Moves, outlines: &mut [Outline]) -> bool {
        let (own, slack) = (&trial.ties, trial.slack);
        let weight = self.stress * self.crossings.max(FEWEST);
        let before = self.strain.part(&trial.nodes, &self.x, &self.y);
        let crossed: u32 = own.iter().map(|tie| self.crossed[*tie]).sum();
        // Each pair of ties that both move is counted twice, before and after.
        let held = f64::from(crossed - self.segments.among(own)) + self.over(trial, Look::Exact);
        self.swap(trial, moves, outlines);
        if !self.relieves(trial) {
            return false;
        }
        let after = self.strain.part(&trial.nodes, &self.x, &self.y);
        let worse = weight * (self.strain.with(before, after) - self.strain.value());
        let mut cost = worse - held - f64::from(self.segments.among(own));
        let mut quarter = (0.0, 0.0);
        for first in 0..4 {
            for &tie in own.iter().skip(first).step_by(4) {
                if cost >= slack {
                    return false;
                }
                let (crossing, crossed) = (self.segments.crossing(tie), self.crossed[tie]);
                self.spent += self.segments.len();
                cost += f64::from(crossing);
                quarter.0 += f64::from(crossing) - f64::from(crossed);
                quarter.1 += f64::from(crossed);
            }
            if first == 0 && own.len() >= QUARTER.0 && quarter.0 > slack + QUARTER.1 * quarter.1 {
                return false;
            }
        }
        if cost >= slack || cost + self.over(trial, Look::Exact) >= slack - 1e-9 {
            return false;
        }
        self.strain.replace(before, after);
        self.exchange(moves);
        self.draw(own);
        for &tie in own {
            self.segments.tally(tie, &mut self.crossed, false);
        }
        self.exchange(moves);
        self.draw(own);
        for &tie in own {
            self.segments.tally(tie, &mut self.crossed, true);
        }
        for &tie in own {
            self.crossed[tie] = self.segments.crossing(tie);
        }
        self.spent += 3 * own.len() * self.segments.len();
        true
    }

    /// The length of the moved ties.
    fn far(&self, trial: &Trial) -> f64 {
        let ends = trial.ties.iter().map(|tie| self.plan.network.ties[*tie]);
        ends.map(|(a, b, _)| self.places[a].distance(self.places[b]))
            .sum()
    }

    fn swap(&mut self, trial: &Trial, moves: &mut Moves, outlines: &mut [Outline]) {
        self.exchange(moves);
        for (room, outline) in trial.rooms.iter().zip(outlines) {
            std::mem::swap(&mut self.outlines[*room], outline);
        }
        self.draw(&trial.ties);
    }

    fn exchange(&mut self, moves: &mut Moves) {
        for (node, place) in moves {
            std::mem::swap(&mut self.places[*node], place);
            let Point { x, y } = self.places[*node];
            (self.x[*node], self.y[*node]) = (x as f32, y as f32);
        }
    }

    fn draw(&mut self, ties: &[usize]) {
        for &tie in ties {
            let (a, b, _) = self.plan.network.ties[tie];
            self.segments.set(tie, self.places[a], self.places[b]);
        }
    }

    fn outline(&self, room: usize) -> Outline {
        let members = &self.members[room];
        let bodies: Vec<Rect> = members
            .iter()
            .flat_map(|node| self.plan.bodies[*node].map(|body| body.shifted(self.places[*node])))
            .collect();
        let title = set_title(&bodies, self.plan.titles[room]);
        let mut reach = [f64::MIN; SIDES];
        let mut hold = |point: Point, span: &[f64; SIDES]| {
            for (at, direction) in DIRECTIONS.iter().enumerate() {
                reach[at] = reach[at].max(direction.dot(point) + span[at]);
            }
        };
        for node in members {
            hold(self.places[*node], &self.spans[*node]);
        }
        for corner in title.corners() {
            hold(corner, &[self.plan.margin; SIDES]);
        }
        Outline::new(reach, title)
    }

    /// Whether no box of these nodes lies over another of its room.
    fn spaced(&self, moves: &Moves) -> bool {
        moves.iter().all(|(node, _)| {
            let own = self.boxes[*node].shifted(self.places[*node]);
            let mates = &self.members[self.plan.network.room_of[*node]];
            mates.iter().all(|mate| {
                mate == node || !own.overlaps(&self.boxes[*mate].shifted(self.places[*mate]))
            })
        })
    }

    /// Whether these rooms with new outlines lie in the frame, compact, and apart from all others.
    fn has_place(&self, rooms: &[usize], outlines: &[Outline], rigid: bool) -> bool {
        let now = |room: usize| match rooms.binary_search(&room) {
            Ok(at) => &outlines[at],
            Err(_) => &self.outlines[room],
        };
        rooms.iter().zip(outlines).all(|(room, outline)| {
            let (width, height) = outline.size();
            let (size, long) = self.most[*room];
            let compact = width * height <= size && width.max(height) <= long * width.min(height);
            (rigid || compact)
                && outline.within(&self.plan.frame)
                && (0..self.outlines.len()).all(|other| {
                    other == *room || outline.is_apart(now(other), GAP * self.plan.gap)
                })
        })
    }
}
