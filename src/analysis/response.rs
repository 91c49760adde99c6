//! Who was asked, who answered, and which ties both sides report.

use serde::Serialize;

use super::graph::Graph;

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
    ///
    /// Asked is who is recorded as such, whoever answered, and, where asking was not recorded, who did not answer.
    pub fn of(graph: &Graph) -> Option<Self> {
        if !graph.answers_recorded() {
            return None;
        }
        let answered = graph
            .actors
            .iter()
            .filter(|actor| actor.answered == Some(true))
            .count();
        let silent = graph.actors.iter().filter(|actor| {
            actor.answered != Some(true) && actor.asked.unwrap_or(actor.answered == Some(false))
        });
        let asked = answered + silent.count();
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
