//! A graph whose nodes stand for one or more actors, as the search for the best partition contracts it.

use super::super::rows::Rows;

/// Weighted nodes as Compressed Sparse Rows; a node's own inner ties are counted, not listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Nodes {
    ends: Rows<u32>,
    /// How many ties run to each end; empty: one each.
    weights: Vec<u32>,
    /// Twice the ties inside each node.
    inside: Vec<u32>,
    /// The ends of ties at each node's actors, those of inner ties too.
    pub degree: Vec<u32>,
    /// All ends of ties: twice their number.
    pub total: i64,
}

impl Nodes {
    /// One node per actor; each tie stands once, with two different ends. At most 2³⁰ ties, so that no product of
    /// two sums of degrees leaves 64 bits.
    pub(super) fn of(actors: usize, ties: &[[u32; 2]]) -> Self {
        assert!(ties.len() <= 1 << 30, "too many ties for exact sums");
        let both = ties.iter().flat_map(|[a, b]| [(*a, *b), (*b, *a)]);
        let ends = Rows::of(actors, both);
        let degree = |node| ends.at(node).len() as u32;
        Self {
            degree: (0..actors as u32).map(degree).collect(),
            ends,
            weights: Vec::new(),
            inside: vec![0; actors],
            total: 2 * ties.len() as i64,
        }
    }

    /// How many nodes there are.
    pub(super) fn len(&self) -> usize {
        self.degree.len()
    }

    /// The other ends of a node's ties, each once.
    pub(super) fn ends(&self, node: u32) -> &[u32] {
        self.ends.at(node)
    }

    /// The other ends of a node's ties, with the number of ties to each.
    #[inline]
    pub(super) fn each_end(&self, node: u32, mut see: impl FnMut(u32, u32)) {
        let row = self.ends.range(node);
        let ends = &self.ends.items()[row.clone()];
        if self.weights.is_empty() {
            ends.iter().for_each(|end| see(*end, 1));
        } else {
            let weights = &self.weights[row];
            for (end, weight) in ends.iter().zip(weights) {
                see(*end, *weight);
            }
        }
    }

    /// The graph whose nodes are `count` groups of this one's nodes.
    pub(super) fn contract(&self, group: &[u32], count: usize) -> Self {
        let members = Rows::of(count, group.iter().copied().zip(0_u32..));
        let mut weights = Vec::new();
        let mut inside = vec![0; count];
        let mut degree = vec![0; count];
        let mut sums = vec![0_u32; count];
        let ends = Rows::each(count, |own, ends| {
            let first = ends.len();
            let inside = &mut inside[own as usize];
            for member in members.at(own) {
                *inside += self.inside[*member as usize];
                degree[own as usize] += self.degree[*member as usize];
                self.each_end(*member, |end, weight| {
                    let other = group[end as usize];
                    if other == own {
                        *inside += weight;
                        return;
                    }
                    let sum = &mut sums[other as usize];
                    if *sum == 0 {
                        ends.push(other);
                    }
                    *sum += weight;
                });
            }
            for end in &ends[first..] {
                weights.push(std::mem::take(&mut sums[*end as usize]));
            }
        });
        Self {
            ends,
            weights,
            inside,
            degree,
            total: self.total,
        }
    }

    /// Modularity of these groups times the square of all ends, a whole number: Σ over groups of
    /// `total · 2·inner ties − degree²`.
    pub(super) fn score(&self, group: &[u32], count: usize) -> i64 {
        let mut inside = vec![0_i64; count];
        let mut degree = vec![0_i64; count];
        for (node, own) in (0..).zip(group) {
            let own = *own;
            let mut inner = self.inside[node as usize];
            self.each_end(node, |end, weight| {
                if group[end as usize] == own {
                    inner += weight;
                }
            });
            inside[own as usize] += i64::from(inner);
            degree[own as usize] += i64::from(self.degree[node as usize]);
        }
        inside
            .iter()
            .zip(&degree)
            .map(|(inside, degree)| self.total * inside - degree * degree)
            .sum()
    }
}

/// Numbers the groups anew, from 0 in the order of their first nodes; how many there are.
pub(super) fn renumber(group: &mut [u32], below: usize) -> usize {
    let mut number = vec![u32::MAX; below];
    let mut count = 0;
    for own in group {
        let number = &mut number[*own as usize];
        if *number == u32::MAX {
            *number = count;
            count += 1;
        }
        *own = *number;
    }
    count as usize
}
