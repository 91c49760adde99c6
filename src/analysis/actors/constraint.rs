//! Burt's constraint: how much an actor's contacts lead back to each other.

use rayon::prelude::*;

use super::super::graph::Graph;
use super::super::structure::Rows;
use super::contacts::Contacts;

/// How many actors one core takes on at a time.
const TOGETHER: usize = 512;

/// For each actor Σⱼ (pᵢⱼ + Σ_q pᵢ_q p_qⱼ)² over its contacts j, q ≠ i, j, where pᵢⱼ is the share of the tie with j
/// in all its ties: aᵢⱼ + aⱼᵢ over their sum, without strengths.
///
/// Undefined for an isolated actor; above 1 is possible with two contacts that know each other. Burt 1992,
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
struct Shares {
    rows: Rows,
    /// For each end in `rows` the number of arcs.
    arcs: Vec<u8>,
    /// For each actor one over the number of its arcs.
    part: Vec<f64>,
}

impl Shares {
    fn of(graph: &Graph) -> Self {
        let rows = Rows::undirected(graph, |_| true);
        let arcs = if graph.directed {
            let outgoing = Rows::outgoing(graph, |_| true);
            let led = |from: u32, to: u32| u8::from(outgoing.at(from).binary_search(&to).is_ok());
            (0..graph.len() as u32)
                .flat_map(|actor| rows.at(actor).iter().map(move |other| (actor, *other)))
                .map(|(actor, other)| led(actor, other) + led(other, actor))
                .collect()
        } else {
            vec![1; 2 * graph.ties.len()]
        };
        let part = (0..graph.len() as u32)
            .map(|actor| {
                arcs[rows.range(actor)]
                    .iter()
                    .copied()
                    .map(u32::from)
                    .sum::<u32>()
            })
            .map(|all| 1.0 / f64::from(all))
            .collect();
        Self { rows, arcs, part }
    }

    /// `contacts` is empty before and after; `through` holds for each contact what leads to it, whatever it held.
    fn constraint(&self, actor: u32, contacts: &mut Contacts, through: &mut [f64]) -> Option<f64> {
        let own = self.rows.at(actor);
        let arcs = &self.arcs[self.rows.range(actor)];
        let part = self.part[actor as usize];
        for (contact, arcs) in own.iter().zip(arcs) {
            contacts.put(*contact);
            through[*contact as usize] = f64::from(*arcs) * part;
        }
        for (contact, arcs) in own.iter().zip(arcs) {
            let share = f64::from(*arcs) * part * self.part[*contact as usize];
            let first = self.rows.range(*contact).start;
            for (at, third) in (first..).zip(self.rows.at(*contact)) {
                if contacts.has(*third) {
                    through[*third as usize] += share * f64::from(self.arcs[at]);
                }
            }
        }
        contacts.clear(own);
        let squares = own.iter().map(|contact| through[*contact as usize]);
        (!own.is_empty()).then(|| squares.map(|through| through * through).sum())
    }
}
