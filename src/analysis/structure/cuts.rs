//! Actors and ties without which a part of the network would fall apart.

use super::super::graph::Graph;

/// What holds parts of a network together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cuts {
    /// For each actor, whether more components are left without it.
    pub points: Vec<bool>,
    /// The ties without which there are more components, `a < b`, in order.
    pub bridges: Vec<(u32, u32)>,
}

/// An actor on the way down, and the next of its ties to follow.
struct Step {
    actor: u32,
    from: u32,
    next: usize,
}

const NOBODY: u32 = u32::MAX;

impl Cuts {
    /// The cut points and bridges of the undirected form.
    ///
    /// One walk in depth: an actor's subtree hangs on it where no tie of the subtree leads above it. The walk keeps
    /// its own stack, so a chain of any length is walked. Hopcroft & Tarjan 1973, Communications of the ACM
    /// 16:372–378; the notions: Wasserman & Faust 1994, pp. 112–114.
    pub fn of(graph: &Graph) -> Self {
        let mut points = vec![false; graph.len()];
        let mut bridges = Vec::new();
        // When an actor was first met, from 1, and the earliest actor that its subtree has a tie with.
        let mut met = vec![0; graph.len()];
        let mut reach = vec![0; graph.len()];
        let mut time = 0;
        let mut way = Vec::new();
        for root in 0..graph.len() as u32 {
            if met[root as usize] > 0 {
                continue;
            }
            let mut branches = 0;
            time += 1;
            met[root as usize] = time;
            reach[root as usize] = time;
            way.push(Step {
                actor: root,
                from: NOBODY,
                next: 0,
            });
            while let Some(step) = way.last_mut() {
                let (actor, from) = (step.actor, step.from);
                if let Some(next) = graph.neighbours(actor).get(step.next) {
                    step.next += 1;
                    let (at, to) = (actor as usize, *next as usize);
                    if met[to] == 0 {
                        time += 1;
                        met[to] = time;
                        reach[to] = time;
                        way.push(Step {
                            actor: *next,
                            from: actor,
                            next: 0,
                        });
                    } else if *next != from {
                        reach[at] = reach[at].min(met[to]);
                    }
                    continue;
                }
                way.pop();
                if from == NOBODY {
                    continue;
                }
                let (at, above) = (actor as usize, from as usize);
                reach[above] = reach[above].min(reach[at]);
                if reach[at] > met[above] {
                    bridges.push((actor.min(from), actor.max(from)));
                }
                if from == root {
                    branches += 1;
                } else if reach[at] >= met[above] {
                    points[above] = true;
                }
            }
            points[root as usize] = branches > 1;
        }
        bridges.sort_unstable();
        Self { points, bridges }
    }
}
