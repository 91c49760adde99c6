//! Who was asked, who answered, and which ties both sides report.

use serde::Serialize;

use super::graph::{Graph, Member};

/// How complete the answers are.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Response {
    /// The actors that were asked.
    pub asked: usize,
    /// Those of them that answered.
    pub answered: usize,
    /// The share of the asked that answered.
    pub rate: Option<f64>,
    /// Tied pairs that one side reports.
    pub one_sided: usize,
    /// Tied pairs that both sides report; none where of no tied pair both answered.
    pub confirmed: Option<usize>,
}

impl Response {
    /// The answers to a graph's questions; none where answering was not recorded.
    pub fn of(graph: &Graph) -> Option<Self> {
        if !graph.answers_recorded() {
            return None;
        }
        let (asked, answered) = asked_and_answered(graph.actors.iter());
        let confirmed = graph.ties.iter().filter(|tie| tie.confirmed).count();
        let heard = graph.heard();
        let both = graph.ties.iter().any(|tie| heard(tie.a) && heard(tie.b));
        let both = both || confirmed > 0;
        Some(Self {
            asked,
            answered,
            rate: (asked > 0).then(|| answered as f64 / asked as f64),
            one_sided: graph.ties.len() - confirmed,
            confirmed: both.then_some(confirmed),
        })
    }
}

/// The share of those asked that must have answered, in thirds.
const THIRDS_ANSWERED: usize = 2;

impl Response {
    /// Whether two thirds of those asked answered: under that nothing is said of silos.
    pub fn is_enough(&self) -> bool {
        self.answered * 3 >= self.asked * THIRDS_ANSWERED
    }
}

/// How many of some actors were asked and how many answered, where any answer is recorded in their phase: asked is who
/// is not recorded as not asked, and whoever answered.
pub fn asked_and_answered<'a>(actors: impl Iterator<Item = &'a Member>) -> (usize, usize) {
    let (mut asked, mut answered) = (0, 0);
    for actor in actors {
        let has_answered = actor.answered == Some(true);
        answered += usize::from(has_answered);
        asked += usize::from(has_answered || actor.asked != Some(false));
    }
    (asked, answered)
}
