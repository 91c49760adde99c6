//! What a long report is at.

use super::Lang;

/// A piece of work that takes long on a large network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Actors and ties are put together.
    Graph,
    /// Departments are shuffled.
    Permutations,
    /// Shortest paths are counted.
    ShortestPaths,
    /// The best partition is searched.
    Partition,
}

impl Stage {
    /// How much of it is done, a share from 0 to 1, for the one line on a terminal.
    pub fn told(self, share: f64, lang: Lang) -> String {
        let what = match (self, lang) {
            (Self::Graph, Lang::De) => "Netzwerk zusammenstellen",
            (Self::Graph, Lang::En) => "putting the network together",
            (Self::Permutations, Lang::De) => "Ämter zufällig verteilen",
            (Self::Permutations, Lang::En) => "shuffling departments",
            (Self::ShortestPaths, Lang::De) => "kürzeste Wege zählen",
            (Self::ShortestPaths, Lang::En) => "counting shortest paths",
            (Self::Partition, Lang::De) => "beste Aufteilung suchen",
            (Self::Partition, Lang::En) => "searching for the best partition",
        };
        let percent = (share.clamp(0.0, 1.0) * 100.0).floor();
        lang.pick(
            format!("{what} … {percent} %"),
            format!("{what} … {percent}%"),
        )
    }
}
