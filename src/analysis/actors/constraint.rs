//! Burt's constraint: how much an actor's contacts lead back to each other.

use rayon::prelude::*;

use super::super::graph::Graph;
use super::super::rows::Rows;
use super::contacts::Contacts;

/// How many actors one core takes on at a time.
const TOGETHER: usize = 512;

/// Returns for each actor Σⱼ (pᵢⱼ + Σ_q pᵢ_q p_qⱼ)² over its contacts j, q ≠ i, j, where pᵢⱼ is the share of the tie with j
/// in all its ties: aᵢⱼ + aⱼᵢ over their sum, without strengths.
///
/// Time O(Σ over ties of the contacts of their ends), memory O(actors + ties). Undefined for an isolated actor; above 1 is possible with two contacts that know each other. Burt 1992,
/// Structural Holes, p. 54 (equation 2.4).
pub fn constraints(graph: &Graph) -> Vec<Option<f64>> {
    let shares = Shares::of(graph);
    (0..graph.len() as u32)
        .into_par_iter()
        .with_min_len(TOGETHER)
        .map_init(
            || (Contacts::among(graph.len()), vec![0.0; graph.len()]),
            |(contacts, through), actor| shares.constraint(actor, contacts, through),
        )
        .collect()
}

/// Who is tied with whom, by how many arcs.
struct Shares<'a> {
    graph: &'a Graph,
    /// For each neighbour of an actor the number of arcs.
    arcs: Rows<u8>,
    /// For each actor one over the number of its arcs.
    part: Vec<f64>,
}

impl<'a> Shares<'a> {
    fn of(graph: &'a Graph) -> Self {
        let outgoing = graph.directed.then(|| graph.outgoing(|_| true));
        let led = |outgoing: &Rows<u32>, from: u32, to: u32| {
            u8::from(outgoing.at(from).binary_search(&to).is_ok())
        };
        let arcs = Rows::each(graph.len(), |actor, arcs| {
            let contacts = graph.neighbours(actor).iter();
            arcs.extend(contacts.map(|other| match &outgoing {
                Some(rows) => led(rows, actor, *other) + led(rows, *other, actor),
                None => 1,
            }));
        });
        let all = |actor| arcs.at(actor).iter().copied().map(u32::from).sum::<u32>();
        let part = (0..graph.len() as u32)
            .map(|actor| 1.0 / f64::from(all(actor)))
            .collect();
        Self { graph, arcs, part }
    }

    /// The contacts of an actor, and the number of arcs with each.
    fn contacts(&self, actor: u32) -> impl Iterator<Item = (&u32, &u8)> {
        self.graph.neighbours(actor).iter().zip(self.arcs.at(actor))
    }

    /// `contacts` is empty before and after; `through` holds for each contact what leads to it, whatever it held.
    fn constraint(&self, actor: u32, contacts: &mut Contacts, through: &mut [f64]) -> Option<f64> {
        let own = self.graph.neighbours(actor);
        let part = self.part[actor as usize];
        for (contact, arcs) in self.contacts(actor) {
            contacts.put(*contact);
            through[*contact as usize] = f64::from(*arcs) * part;
        }
        for (contact, arcs) in self.contacts(actor) {
            let share = f64::from(*arcs) * part * self.part[*contact as usize];
            for (third, arcs) in self.contacts(*contact) {
                if contacts.has(*third) {
                    through[*third as usize] += share * f64::from(*arcs);
                }
            }
        }
        contacts.clear(own);
        let squares = own.iter().map(|contact| through[*contact as usize]);
        (!own.is_empty()).then(|| squares.map(|through| through * through).sum())
    }
}
