//! A graph whose nodes stand for one or more actors, as the search for the best partition contracts it.

/// Weighted nodes as Compressed Sparse Rows; a node's own inner ties are counted, not listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Nodes {
    offsets: Vec<u32>,
    ends: Vec<u32>,
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
        let mut offsets = vec![0_u32; actors + 1];
        for end in ties.as_flattened() {
            offsets[*end as usize + 1] += 1;
        }
        let degree = offsets[1..].to_vec();
        for at in 0..actors {
            offsets[at + 1] += offsets[at];
        }
        let mut next = offsets.clone();
        let mut ends = vec![0; 2 * ties.len()];
        for [a, b] in ties {
            for (from, to) in [(a, b), (b, a)] {
                ends[next[*from as usize] as usize] = *to;
                next[*from as usize] += 1;
            }
        }
        Self {
            offsets,
            ends,
            weights: Vec::new(),
            inside: vec![0; actors],
            degree,
            total: 2 * ties.len() as i64,
        }
    }

    /// How many nodes there are.
    pub(super) fn len(&self) -> usize {
        self.degree.len()
    }

    /// The other ends of a node's ties, each once.
    pub(super) fn ends(&self, node: u32) -> &[u32] {
        let at = node as usize;
        &self.ends[self.offsets[at] as usize..self.offsets[at + 1] as usize]
    }

    /// The other ends of a node's ties, with the number of ties to each.
    #[inline]
    pub(super) fn each_end(&self, node: u32, mut see: impl FnMut(u32, u32)) {
        let at = node as usize;
        let row = self.offsets[at] as usize..self.offsets[at + 1] as usize;
        if self.weights.is_empty() {
            self.ends[row].iter().for_each(|end| see(*end, 1));
        } else {
            let weights = &self.weights[row.clone()];
            for (end, weight) in self.ends[row].iter().zip(weights) {
                see(*end, *weight);
            }
        }
    }

    /// The graph whose nodes are `count` groups of this one's nodes.
    pub(super) fn contract(&self, group: &[u32], count: usize) -> Self {
        let members = Members::of(group, count);
        let mut offsets = Vec::with_capacity(count + 1);
        offsets.push(0);
        let (mut ends, mut weights) = (Vec::new(), Vec::new());
        let mut inside = vec![0; count];
        let mut degree = vec![0; count];
        let mut sums = vec![0_u32; count];
        for (own, inside) in (0..).zip(&mut inside) {
            let first = ends.len();
            for member in members.of_group(own) {
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
            offsets.push(ends.len() as u32);
        }
        Self {
            offsets,
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

/// The nodes of each group, one group after the other.
pub(super) struct Members {
    offsets: Vec<u32>,
    nodes: Vec<u32>,
}

impl Members {
    /// Sorts nodes by their group; inside a group they stay in order.
    pub(super) fn of(group: &[u32], count: usize) -> Self {
        let mut offsets = vec![0_u32; count + 1];
        for own in group {
            offsets[*own as usize + 1] += 1;
        }
        for at in 0..count {
            offsets[at + 1] += offsets[at];
        }
        let mut next = offsets.clone();
        let mut nodes = vec![0; group.len()];
        for (node, own) in (0..).zip(group) {
            nodes[next[*own as usize] as usize] = node;
            next[*own as usize] += 1;
        }
        Self { offsets, nodes }
    }

    /// The nodes of one group, ascending.
    pub(super) fn of_group(&self, group: u32) -> &[u32] {
        let at = group as usize;
        &self.nodes[self.offsets[at] as usize..self.offsets[at + 1] as usize]
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
