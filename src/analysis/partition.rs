//! The part of a graph that the silo figures are about, sorted into departments.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::graph::Graph;
use super::selection::{Inclusion, Selection};
use super::side::Side;

/// The actors in scope with a department, and the ties among them.
#[derive(Debug, Clone, PartialEq)]
pub struct Partition {
    /// The actors' numbers in the graph, ascending; the other fields count actors by their place here.
    pub members: Vec<u32>,
    /// The department of each actor, its place in `names`.
    pub group: Vec<u32>,
    /// The names of the departments that have an actor here, in natural order.
    pub names: Vec<String>,
    /// The number of actors in each department.
    pub sizes: Vec<u32>,
    /// The number of actors in each department that answered; all, where answering was not recorded.
    pub answered: Vec<u32>,
    /// The actors that answered, all where answering was not recorded, and those that did not, ascending.
    pub strata: [Vec<u32>; 2],
    /// Whether each actor is recorded as not having answered.
    pub silent: Vec<bool>,
    /// The ties, the smaller end first, pairs in order; with `directed` a pair with both arcs stands twice.
    pub ties: Vec<[u32; 2]>,
    /// The ties that stand although neither side is recorded as having answered (with `directed`: not the reporter).
    pub unheard: Vec<[u32; 2]>,
    /// Pairs without a tie of which a side answered, and whoever did left it open: nobody says that there is none. With
    /// `directed` the arcs of who left it open.
    pub left_open: Vec<[u32; 2]>,
    /// The tied pairs of which it is said whether they are agreed in writing.
    pub said_binding: Vec<[u32; 2]>,
    /// The tied pairs that are agreed in writing.
    pub binding: Vec<[u32; 2]>,
    /// Whether `ties` are arcs.
    pub directed: bool,
    /// Whether anyone reported on another of the same department, whatever the strength.
    pub inside_asked: bool,
    /// Bodies that were left out.
    pub bodies_left_out: usize,
}

impl Partition {
    /// Sorts the actors in scope into their departments; bodies stay out unless the selection wants them.
    pub fn of(graph: &Graph, selection: &Selection) -> Self {
        let mut own = Members::of(graph, selection);
        let (names, number) = own.numbered(graph);
        let rows = graph.reported_inside.iter().zip(&number);
        let inside_asked = rows
            .into_iter()
            .any(|(rows, number)| *rows > 0 && *number != NONE);

        let heard = graph.heard();
        let mut sizes = vec![0; names.len()];
        let mut answered = vec![0; names.len()];
        let silent: Vec<bool> = own.members.iter().map(|actor| !heard(*actor)).collect();
        let mut strata = [Vec::new(), Vec::new()];
        for (place, (silent, group)) in (0..).zip(silent.iter().zip(&own.group)) {
            sizes[*group as usize] += 1;
            answered[*group as usize] += u32::from(!silent);
            strata[usize::from(*silent)].push(place);
        }
        let inner = Inner::of(graph, &own.place, heard);
        let left_open = inner.left_open(graph, &own.place, heard);
        Self {
            members: own.members,
            group: own.group,
            names,
            sizes,
            answered,
            strata,
            silent,
            ties: inner.ties,
            left_open,
            unheard: inner.unheard,
            said_binding: inner.said_binding,
            binding: inner.binding,
            directed: graph.directed,
            inside_asked,
            bodies_left_out: own.bodies_left_out,
        }
    }

    /// How many actors there are.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether there is no actor.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// Whether the actors are told apart by department at all: not where there is no column, and all are one group.
    pub fn is_grouped(&self) -> bool {
        self.names.iter().any(|name| !name.is_empty())
    }

    /// How many departments there are.
    pub fn departments(&self) -> usize {
        self.names.len()
    }

    /// How many ties a pair of actors can have: one, with `directed` two.
    pub fn ties_per_pair(&self) -> u64 {
        if self.directed { 2 } else { 1 }
    }

    /// How many of some ties run inside departments.
    pub fn inside(&self, ties: &[[u32; 2]]) -> u64 {
        let inside = |[a, b]: &&[u32; 2]| self.group[*a as usize] == self.group[*b as usize];
        ties.iter().filter(inside).count() as u64
    }

    /// The actors of a department, and those that answered.
    pub fn side(&self, department: usize) -> Side {
        Side {
            actors: self.sizes[department],
            answered: self.answered[department],
        }
    }

    /// Each department's actors, and those that answered.
    pub fn sides(&self) -> Vec<Side> {
        (0..self.departments()).map(|g| self.side(g)).collect()
    }

    /// The tied pairs of which a side answered: what the activity null is about.
    pub fn heard_pairs(&self) -> Vec<[u32; 2]> {
        let mut pairs = self.tied_pairs().into_owned();
        pairs.retain(|[a, b]| !(self.silent[*a as usize] && self.silent[*b as usize]));
        pairs
    }

    /// The tied pairs: the ties, a pair with both arcs once.
    pub fn tied_pairs(&self) -> Cow<'_, [[u32; 2]]> {
        if !self.directed {
            return Cow::Borrowed(&self.ties);
        }
        let mut pairs = self.ties.clone();
        pairs.dedup();
        Cow::Owned(pairs)
    }

    /// The two departments of a tie, the smaller first.
    pub fn departments_of(&self, [a, b]: [u32; 2]) -> (usize, usize) {
        let (a, b) = (self.group[a as usize], self.group[b as usize]);
        (a.min(b) as usize, a.max(b) as usize)
    }

    /// The pairs of actors of one department, of all departments, counted as ties; those left open are none.
    pub fn possible_inside(&self) -> u64 {
        let pairs = |n: u32| u64::from(n) * u64::from(n.saturating_sub(1)) / 2;
        let all = self.sizes.iter().map(|n| pairs(*n)).sum::<u64>() * self.ties_per_pair();
        all - self.inside(&self.left_open)
    }

    /// The pairs of actors of different departments, counted as ties; those left open are none.
    pub fn possible_outside(&self) -> u64 {
        let n = self.len() as u64;
        let all = n * n.saturating_sub(1) / 2 * self.ties_per_pair();
        all - self.left_open.len() as u64 - self.possible_inside()
    }
}

/// No place and no number.
const NONE: u32 = u32::MAX;

/// The actors in scope.
struct Members {
    members: Vec<u32>,
    /// The group of each.
    group: Vec<u32>,
    /// For each actor of the graph its place here.
    place: Vec<u32>,
    bodies_left_out: usize,
}

impl Members {
    /// Those with a group that count; the groups are those of the graph.
    fn of(graph: &Graph, selection: &Selection) -> Self {
        let in_scope = |office: bool| match selection.scope {
            Inclusion::Offices => office,
            Inclusion::All => true,
        };
        let mut own = Self {
            members: Vec::new(),
            group: Vec::new(),
            place: vec![NONE; graph.len()],
            bodies_left_out: 0,
        };
        for (actor, member) in (0..).zip(&graph.actors) {
            if member.body && !selection.bodies {
                own.bodies_left_out += 1;
                continue;
            }
            if let Some(group) = member.group.filter(|_| in_scope(member.office)) {
                own.place[actor as usize] = own.members.len() as u32;
                own.members.push(actor);
                own.group.push(group);
            }
        }
        own
    }

    /// Numbers the groups that occur anew: their names, and for each group of the graph its number.
    fn numbered(&mut self, graph: &Graph) -> (Vec<String>, Vec<u32>) {
        let mut number = vec![NONE; graph.groups.len()];
        for group in &self.group {
            number[*group as usize] = 0;
        }
        let mut names = Vec::new();
        for (name, number) in graph.groups.iter().zip(&mut number) {
            if *number != NONE {
                *number = names.len() as u32;
                names.push(name.clone());
            }
        }
        for group in &mut self.group {
            *group = number[*group as usize];
        }
        (names, number)
    }
}

/// The ties among the actors in scope, by their places.
#[derive(Default)]
struct Inner {
    ties: Vec<[u32; 2]>,
    unheard: Vec<[u32; 2]>,
    said_binding: Vec<[u32; 2]>,
    binding: Vec<[u32; 2]>,
}

impl Inner {
    fn of(graph: &Graph, place: &[u32], heard: impl Fn(u32) -> bool) -> Self {
        let pair = |a: u32, b: u32| {
            let (a, b) = (place[a as usize], place[b as usize]);
            (a != NONE && b != NONE).then(|| [a.min(b), a.max(b)])
        };
        let mut inner = Self::default();
        for tie in &graph.ties {
            let Some(pair) = pair(tie.a, tie.b) else {
                continue;
            };
            if let Some(agreed) = tie.binding {
                inner.said_binding.push(pair);
                inner.binding.extend(agreed.then_some(pair));
            }
            if !graph.directed {
                inner.add(pair, heard(tie.a) || heard(tie.b));
            }
        }
        for arc in &graph.arcs {
            if let Some(pair) = pair(arc.from, arc.to) {
                inner.add(pair, heard(arc.from));
            }
        }
        inner
    }

    /// The pairs of which nobody says that there is no tie, though a side answered.
    fn left_open(
        &self,
        graph: &Graph,
        place: &[u32],
        heard: impl Fn(u32) -> bool,
    ) -> Vec<[u32; 2]> {
        let open: BTreeSet<[u32; 2]> = graph.left_open.iter().copied().collect();
        let tied: BTreeSet<[u32; 2]> = self.ties.iter().copied().collect();
        let mut pairs = BTreeSet::new();
        for [from, to] in &open {
            let [a, b] = [from, to].map(|end| place[*end as usize]);
            if a == NONE || b == NONE {
                continue;
            }
            if graph.directed {
                pairs.insert([a, b]);
                continue;
            }
            let other_is_silent = !heard(*to) || open.contains(&[*to, *from]);
            let pair = [a.min(b), a.max(b)];
            if other_is_silent && !tied.contains(&pair) {
                pairs.insert(pair);
            }
        }
        pairs.into_iter().collect()
    }

    fn add(&mut self, pair: [u32; 2], heard: bool) {
        self.ties.push(pair);
        if !heard {
            self.unheard.push(pair);
        }
    }
}

/// The place of the pair `a < b` among all pairs of `k`, row by row: (0,1), (0,2) … (1,2) ….
pub fn pair_at(k: usize, a: usize, b: usize) -> usize {
    debug_assert!(a < b && b < k);
    a * (2 * k - a - 1) / 2 + b - a - 1
}

/// The number of pairs of `k` things.
pub fn pairs_of(k: usize) -> usize {
    k * k.saturating_sub(1) / 2
}

/// All pairs `a < b` of `k` things, in the order of [`pair_at`].
pub fn all_pairs(k: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..k).flat_map(move |a| (a + 1..k).map(move |b| (a, b)))
}
