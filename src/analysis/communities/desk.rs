//! The two steps of a search for groups: nodes that move between groups, and groups that are parted into well-connected
//! ones.

use rand_xoshiro::rand_core::Rng;

use super::super::draws::roughly_below;
use super::super::progress::Meter;
use super::nodes::Nodes;

/// How many groups that gain alike were met after the first, so that each is as likely to be taken.
///
/// If the first were always taken, some partitions would be out of reach of all searches: along a path of six actors
/// the two in the middle would always stay together.
#[derive(Default)]
struct Alike(usize);

impl Alike {
    /// Whether the one that was just met takes the place of those before.
    fn takes(&mut self, rng: &mut impl Rng) -> bool {
        self.0 += 1;
        roughly_below(rng, self.0 + 1) == 0
    }
}

/// Number of nodes visited between two checks whether anybody still waits.
const TURNS: usize = 4_096;

/// Buffers of a search, reused from start to start.
pub(super) struct Desk<'a> {
    /// Who waits for the search.
    meter: &'a Meter<'a>,
    /// For each group the ties of the node at hand to it; 0 between nodes.
    ties: Vec<u32>,
    /// The groups with such ties.
    met: Vec<u32>,
    /// The sum of the degrees of each group.
    degree: Vec<u32>,
    /// The number of nodes of each group.
    size: Vec<u32>,
    /// Nodes still to be visited, as a ring buffer.
    queue: Vec<u32>,
    waits: Vec<bool>,
    /// Groups without a node.
    free: Vec<u32>,
    /// The ties from each part to the rest of its group.
    outside: Vec<u32>,
}

impl<'a> Desk<'a> {
    pub(super) fn new(meter: &'a Meter<'a>) -> Self {
        Self {
            meter,
            ties: Vec::new(),
            met: Vec::new(),
            degree: Vec::new(),
            size: Vec::new(),
            queue: Vec::new(),
            waits: Vec::new(),
            free: Vec::new(),
            outside: Vec::new(),
        }
    }

    /// Whether nobody waits any more.
    pub(super) fn is_left(&self) -> bool {
        self.meter.stopped()
    }

    fn clear(&mut self, n: usize) {
        for numbers in [
            &mut self.ties,
            &mut self.degree,
            &mut self.size,
            &mut self.outside,
        ] {
            numbers.clear();
            numbers.resize(n, 0);
        }
        self.met.clear();
        self.free.clear();
    }

    fn shuffled(&mut self, n: usize, rng: &mut impl Rng) {
        self.queue.clear();
        self.queue.extend(0..n as u32);
        for last in (1..n).rev() {
            self.queue.swap(last, roughly_below(rng, last + 1));
        }
    }

    /// Counts the ties of a node by the group of their other end.
    #[inline]
    fn gather(&mut self, nodes: &Nodes, node: u32, group: &[u32]) {
        let (ties, met) = (&mut self.ties, &mut self.met);
        nodes.each_end(node, |end, weight| {
            let other = group[end as usize];
            let sum = &mut ties[other as usize];
            if *sum == 0 {
                met.push(other);
            }
            *sum += weight;
        });
    }

    /// Fast local moving: moves each node to the group that improves modularity most, until no move does.
    pub(super) fn local_moves(&mut self, nodes: &Nodes, group: &mut [u32], rng: &mut impl Rng) {
        let n = nodes.len();
        self.clear(n);
        for (own, degree) in group.iter().zip(&nodes.degree) {
            self.degree[*own as usize] += degree;
            self.size[*own as usize] += 1;
        }
        let empty = (0..).zip(&self.size).filter(|(_, size)| **size == 0);
        self.free.extend(empty.map(|(at, _)| at));
        self.shuffled(n, rng);
        self.waits.clear();
        self.waits.resize(n, true);
        let (mut first, mut waiting) = (0_usize, n);
        while waiting > 0 {
            if first.is_multiple_of(TURNS) && self.is_left() {
                return;
            }
            let node = self.queue[first];
            first = if first + 1 == n { 0 } else { first + 1 };
            waiting -= 1;
            self.waits[node as usize] = false;
            let Some(to) = self.best_group(nodes, node, group, rng) else {
                continue;
            };
            group[node as usize] = to;
            for end in nodes.ends(node) {
                let waits = &mut self.waits[*end as usize];
                if !*waits && group[*end as usize] != to {
                    *waits = true;
                    let last = first + waiting;
                    self.queue[if last >= n { last - n } else { last }] = *end;
                    waiting += 1;
                }
            }
        }
    }

    /// The group to which a node's move gains most, entered into the sums; none where staying is as good.
    #[inline]
    fn best_group(
        &mut self,
        nodes: &Nodes,
        node: u32,
        group: &[u32],
        rng: &mut impl Rng,
    ) -> Option<u32> {
        let own = group[node as usize];
        let degree = nodes.degree[node as usize];
        self.gather(nodes, node, group);
        self.degree[own as usize] -= degree;
        let gain = |ties: u32, other: u32| {
            nodes.total * i64::from(ties) - i64::from(degree) * i64::from(other)
        };
        let mut best = own;
        let mut most = gain(self.ties[own as usize], self.degree[own as usize]);
        let mut alike = Alike::default();
        for other in self.met.drain(..) {
            let ties = std::mem::take(&mut self.ties[other as usize]);
            let gained = gain(ties, self.degree[other as usize]);
            if gained > most {
                (best, most) = (other, gained);
                alike = Alike::default();
            } else if gained == most && best != own && alike.takes(rng) {
                best = other;
            }
        }
        // Alone is better than in a group that costs.
        if most < 0
            && let Some(free) = self.free.last()
        {
            best = *free;
        }
        self.degree[best as usize] += degree;
        if best == own {
            return None;
        }
        self.size[own as usize] -= 1;
        if self.size[own as usize] == 0 {
            self.free.push(own);
        }
        if self.size[best as usize] == 0 {
            self.free.pop();
        }
        self.size[best as usize] += 1;
        Some(best)
    }

    /// Parts each group into well-connected ones: from each node by itself, a node that is still alone joins the part
    /// of its group that gains most, if both have at least as many ties to the rest of the group as chance gives.
    pub(super) fn refine(
        &mut self,
        nodes: &Nodes,
        group: &[u32],
        count: usize,
        rng: &mut impl Rng,
    ) -> Vec<u32> {
        let n = nodes.len();
        self.clear(n);
        let mut whole = vec![0_i64; count];
        for (own, degree) in group.iter().zip(&nodes.degree) {
            whole[*own as usize] += i64::from(*degree);
        }
        let mut part: Vec<u32> = (0..n as u32).collect();
        self.degree.copy_from_slice(&nodes.degree);
        self.size.fill(1);
        self.count_outside(nodes, group);
        self.shuffled(n, rng);
        for turn in 0..n {
            let node = self.queue[turn];
            let alone = self.size[node as usize] == 1 && part[node as usize] == node;
            let whole = whole[group[node as usize] as usize];
            if alone && let Some(best) = self.best_part(nodes, node, group, &part, whole, rng) {
                self.join(nodes, node, best);
                part[node as usize] = best.part;
            }
        }
        part
    }

    /// Counts the ties from each node to the rest of its group.
    fn count_outside(&mut self, nodes: &Nodes, group: &[u32]) {
        for (node, own) in (0..).zip(group) {
            let outside = &mut self.outside[node as usize];
            nodes.each_end(node, |end, weight| {
                if group[end as usize] == *own {
                    *outside += weight;
                }
            });
        }
    }

    /// The part of its group to which a node that is alone gains most by moving; none where the node is not well
    /// connected, or no part gains. `whole` is the sum of the degrees of its group.
    #[inline]
    fn best_part(
        &mut self,
        nodes: &Nodes,
        node: u32,
        group: &[u32],
        part: &[u32],
        whole: i64,
        rng: &mut impl Rng,
    ) -> Option<Joined> {
        let own = group[node as usize];
        let connected = |outside: u32, degree: u32| {
            nodes.total * i64::from(outside) >= i64::from(degree) * (whole - i64::from(degree))
        };
        let degree = nodes.degree[node as usize];
        if !connected(self.outside[node as usize], degree) {
            return None;
        }
        let (ties, met) = (&mut self.ties, &mut self.met);
        nodes.each_end(node, |end, weight| {
            if group[end as usize] == own {
                let other = part[end as usize];
                if ties[other as usize] == 0 {
                    met.push(other);
                }
                ties[other as usize] += weight;
            }
        });
        let mut best = None;
        let mut most = 0;
        let mut alike = Alike::default();
        for part in self.met.drain(..) {
            let at = part as usize;
            let ties = std::mem::take(&mut self.ties[at]);
            let gained =
                nodes.total * i64::from(ties) - i64::from(degree) * i64::from(self.degree[at]);
            if gained < most || !connected(self.outside[at], self.degree[at]) {
                continue;
            }
            if gained > most {
                (best, most) = (Some(Joined { part, ties }), gained);
                alike = Alike::default();
            } else if best.is_some() && alike.takes(rng) {
                best = Some(Joined { part, ties });
            }
        }
        best
    }

    /// Enters into the sums that a node that was alone joined a part.
    #[inline]
    fn join(&mut self, nodes: &Nodes, node: u32, Joined { part, ties }: Joined) {
        let (from, to) = (node as usize, part as usize);
        self.size[to] += 1;
        self.size[from] = 0;
        self.degree[to] += nodes.degree[from];
        self.degree[from] = 0;
        self.outside[to] = self.outside[to] + self.outside[from] - 2 * ties;
    }
}

/// The part that a node joins, and its ties to it.
#[derive(Clone, Copy)]
struct Joined {
    part: u32,
    ties: u32,
}
