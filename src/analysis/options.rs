//! How much is computed.

/// How much is simulated, and how much is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Options {
    /// The permutations of the label null; 0: closed form only.
    pub permutations: u32,
    /// The seed of their generator.
    pub seed: u64,
    /// Whether each actor's figures are told too; never to leaders.
    pub actors: bool,
    /// Whether betweenness counts all shortest paths, however many actors there are.
    pub exact_betweenness: bool,
    /// Whether the structure that is costly to find is told: the best partition, and centralization by paths.
    pub structure: bool,
}

impl Options {
    /// What pages and pictures show: no structure that is costly to find.
    pub fn shown() -> Self {
        Self {
            structure: false,
            ..Self::default()
        }
    }
}

impl Default for Options {
    /// With 999 permutations a pair among 66 could never reach q = 0.05.
    fn default() -> Self {
        Self {
            permutations: 9_999,
            seed: 1,
            actors: false,
            exact_betweenness: false,
            structure: true,
        }
    }
}
