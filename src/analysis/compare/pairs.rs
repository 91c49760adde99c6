//! The ties of two phases side by side.

use std::collections::HashMap;

use crate::domain::{Survey, natural};

use super::super::counts::MOST_PAIRED;
use super::super::graph::Graph;
use super::super::partition::{Partition, pair_at, pairs_of};
use super::super::side::Side as Numbers;
use super::answer::{ClassChanges, EiChange, PairChange, Reclassified, Settled, TieChanges};
use super::exact::redrawn;

/// Where the actors stand in one phase, by their place in the survey.
pub(super) struct Side {
    /// The department in scope, by name.
    departments: HashMap<u32, String>,
    /// Whether it answered; everybody, where answering was not recorded.
    answered: HashMap<u32, bool>,
}

impl Side {
    pub(super) fn of(graph: &Graph, partition: &Partition) -> Self {
        let recorded = graph.answers_recorded();
        let members = partition.members.iter().zip(&partition.group);
        Self {
            departments: members
                .map(|(member, group)| {
                    let actor = graph.actors[*member as usize].actor;
                    (actor, partition.names[*group as usize].clone())
                })
                .collect(),
            answered: graph
                .actors
                .iter()
                .map(|member| (member.actor, !recorded || member.answered == Some(true)))
                .collect(),
        }
    }
}

/// What became of a tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Kept,
    New,
    Ended,
}

/// A tie of either phase.
struct Change {
    fate: Fate,
    stronger: bool,
    weaker: bool,
    still_weaker: bool,
    /// The departments of its ends in the earlier and in the later phase, where both are in scope.
    departments: [Option<(u32, u32)>; 2],
    /// Whether both ends stayed in their departments.
    settled: bool,
    /// Whether both ends answered in both phases.
    both_heard: bool,
}

/// Where a tie stands.
#[derive(Default)]
struct Place {
    departments: [Option<(u32, u32)>; 2],
    settled: bool,
    both_heard: bool,
}

/// The ties of two phases.
pub(super) struct Compared {
    changes: Vec<Change>,
    names: Vec<String>,
    /// The actors that stayed and did not move, by department, and those of them that answered in both phases.
    settled: Vec<Numbers>,
    /// How many actors stayed and are in another department, or in scope in one of the phases only.
    moved: usize,
}

impl Compared {
    /// All ties of both phases, whoever stayed; departments aside.
    pub(super) fn everyone(before: &Graph, after: &Graph, weaker: &Graph) -> Self {
        Self {
            changes: side_by_side(before, after, weaker, |_, _| true, |_, _| Place::default()),
            names: Vec::new(),
            settled: Vec::new(),
            moved: 0,
        }
    }

    /// The ties over pairs that could be seen in both phases.
    pub(super) fn of(
        survey: &Survey,
        before: &Graph,
        after: &Graph,
        weaker: &Graph,
        sides: &[Side; 2],
    ) -> Self {
        let mut names: Vec<String> = sides
            .iter()
            .flat_map(|side| side.departments.values().cloned())
            .collect();
        names.sort_unstable_by(|a, b| natural(a, b));
        names.dedup();
        let number: HashMap<&str, u32> = names.iter().map(String::as_str).zip(0..).collect();
        let n = survey.actors.len();
        let mut own = [vec![None; n], vec![None; n]];
        for (own, side) in own.iter_mut().zip(sides) {
            for (actor, name) in &side.departments {
                own[*actor as usize] = Some(number[name.as_str()]);
            }
        }
        // None: not in both phases. Else whether it answered in both.
        let heard: Vec<Option<bool>> = (0..n as u32)
            .map(|actor| {
                let [before, after] = [&sides[0], &sides[1]].map(|side| side.answered.get(&actor));
                before.zip(after).map(|(before, after)| *before && *after)
            })
            .collect();
        let settled_in = |actor: u32| {
            heard[actor as usize]?;
            let [from, to] = [own[0][actor as usize]?, own[1][actor as usize]?];
            (from == to).then_some(to)
        };
        let answered = |actor: u32| heard[actor as usize] == Some(true);
        let stayed = (0..n as u32).filter_map(|actor| Some((settled_in(actor)?, answered(actor))));
        let settled = numbers(names.len(), stayed);
        let moved = |actor: &usize| heard[*actor].is_some() && own[0][*actor] != own[1][*actor];
        let moved = (0..n).filter(moved).count();
        let directed = after.directed;
        let seen = |a: u32, b: u32| {
            let both = heard[a as usize].zip(heard[b as usize]);
            both.is_some_and(|(a, b)| a || (b && !directed))
        };
        let place = |a: u32, b: u32| {
            let of = |own: &[Option<u32>]| own[a as usize].zip(own[b as usize]);
            Place {
                departments: [of(&own[0]), of(&own[1])],
                settled: settled_in(a).is_some() && settled_in(b).is_some(),
                both_heard: answered(a) && answered(b),
            }
        };
        let changes = side_by_side(before, after, weaker, seen, place);
        Self {
            changes,
            names,
            settled,
            moved,
        }
    }

    /// What the change of departments is told from: see [`Settled`].
    pub(super) fn settled(&self) -> Settled {
        let class = |internal: bool| {
            let own = self.changes.iter();
            let own = own.filter(|change| change.settled && change.internal() == Some(internal));
            let count = |fate: Fate| own.clone().filter(|change| change.fate == fate).count();
            ClassChanges {
                kept: count(Fate::Kept),
                new: count(Fate::New),
                ended: count(Fate::Ended),
            }
        };
        Settled {
            functions: self.settled.iter().map(|own| own.answered as usize).sum(),
            moved: self.moved,
            internal: class(true),
            external: class(false),
        }
    }

    pub(super) fn ties(&self) -> TieChanges {
        let count = |is: &dyn Fn(&Change) -> bool| self.changes.iter().filter(|c| is(c)).count();
        let all = self.changes.len();
        let kept = count(&|change| change.fate == Fate::Kept);
        TieChanges {
            kept,
            new: count(&|change| change.fate == Fate::New),
            ended: count(&|change| change.fate == Fate::Ended),
            stronger: count(&|change| change.stronger),
            weaker: count(&|change| change.weaker),
            ended_but_weaker: count(&|change| change.still_weaker),
            jaccard: (all > 0).then(|| kept as f64 / all as f64),
        }
    }

    pub(super) fn internal(&self) -> ClassChanges {
        self.class(true)
    }

    pub(super) fn external(&self) -> ClassChanges {
        self.class(false)
    }

    fn class(&self, internal: bool) -> ClassChanges {
        let count = |fate: Fate| {
            let own = self.changes.iter().filter(|change| change.fate == fate);
            own.filter(|change| !change.reclassified() && change.internal() == Some(internal))
                .count()
        };
        ClassChanges {
            kept: count(Fate::Kept),
            new: count(Fate::New),
            ended: count(Fate::Ended),
        }
    }

    pub(super) fn reclassified(&self) -> Reclassified {
        let to = |internal: bool| {
            let moved = self.changes.iter().filter(|change| change.reclassified());
            moved
                .filter(|change| change.internal() == Some(internal))
                .count()
        };
        Reclassified {
            to_internal: to(true),
            to_external: to(false),
        }
    }

    /// E-I of both phases over those that stayed and did not move, and its change beside redrawing.
    pub(super) fn e_i(&self) -> EiChange {
        let settled = |fate: Fate| {
            let settled = self.changes.iter().filter(|change| change.settled);
            settled.filter(move |change| change.fate == fate)
        };
        let count = |fate: Fate| {
            let internal = settled(fate).filter(|change| change.internal() == Some(true));
            [settled(fate).count(), internal.count()]
        };
        let [kept, new, ended] = [Fate::Kept, Fate::New, Fate::Ended].map(count);
        let e_i = |other: [usize; 2]| {
            let (ties, internal) = (kept[0] + other[0], kept[1] + other[1]);
            (ties > 0).then(|| 1.0 - 2.0 * internal as f64 / ties as f64)
        };
        let both = |fate: Fate| settled(fate).filter(|change| change.both_heard).count();
        let expected = |other: Fate, ties: [usize; 2]| {
            let within = both(Fate::Kept) + both(other);
            self.expected(within, kept[0] + ties[0] - within)
        };
        let segregation = |e_i: Option<f64>, expected: Option<f64>| {
            let (e_i, expected) = (e_i?, expected?);
            (expected > -1.0).then(|| (expected - e_i) / (1.0 + expected))
        };
        let (from, to) = (e_i(ended), e_i(new));
        let expected_from = expected(Fate::Ended, ended);
        let expected_to = expected(Fate::New, new);
        let redrawn = redrawn(kept, new, ended);
        EiChange {
            from,
            to,
            expected_from: from.and(expected_from),
            expected_to: to.and(expected_to),
            segregation_from: segregation(from, expected_from),
            segregation_to: segregation(to, expected_to),
            change: from.zip(to).map(|(from, to)| to - from),
            expected_change: redrawn.map(|redrawn| redrawn.expected_change),
            sd_change: redrawn.map(|redrawn| redrawn.sd_change),
            p_change: redrawn.map(|redrawn| redrawn.p),
        }
    }

    /// 1 − 2·mean/T of the label null over those that stayed and did not move, of so many ties among those that answered
    /// in both phases and so many of them with others.
    fn expected(&self, within: usize, across: usize) -> Option<f64> {
        let (within, across) = (within as f64, across as f64);
        let of = |side: &Numbers| [side.answered, side.actors - side.answered].map(f64::from);
        let own = self.settled.iter().map(of);
        let sum = |f: &dyn Fn([f64; 2]) -> f64| own.clone().map(f).sum::<f64>();
        let [m, l] = [0, 1].map(|s| sum(&|n| n[s]));
        let share = |inside: f64, all: f64| if all > 0.0 { inside / all } else { 0.0 };
        let p2 = share(sum(&|[a, _]| a * (a - 1.0)), m * (m - 1.0));
        let met = share(sum(&|[a, b]| a * b), m * l);
        let ties = within + across;
        (ties > 0.0).then(|| 1.0 - 2.0 * (within / ties * p2 + across / ties * met))
    }

    pub(super) fn department_pairs(&self) -> Option<Vec<PairChange>> {
        let k = self.names.len();
        if k > MOST_PAIRED {
            return None;
        }
        let mut counts = vec![[0_usize; 3]; pairs_of(k)];
        for change in &self.changes {
            let Some((a, b)) = change.place().filter(|(a, b)| a != b) else {
                continue;
            };
            counts[pair_at(k, a.min(b) as usize, a.max(b) as usize)][change.fate as usize] += 1;
        }
        let all = (0..k).flat_map(|a| (a + 1..k).map(move |b| (a, b)));
        Some(
            all.zip(counts)
                .map(|((a, b), [kept, new, ended])| PairChange {
                    a: self.names[a].clone(),
                    b: self.names[b].clone(),
                    from: kept + ended,
                    to: kept + new,
                    new,
                    ended,
                })
                .collect(),
        )
    }
}

/// Of so many departments the actors, and those that answered.
fn numbers(departments: usize, actors: impl Iterator<Item = (u32, bool)>) -> Vec<Numbers> {
    let mut numbers = vec![Numbers::default(); departments];
    for (department, answered) in actors {
        let own = &mut numbers[department as usize];
        own.actors += 1;
        own.answered += u32::from(answered);
    }
    numbers
}

impl Change {
    /// The departments that count: those of the later phase, of an ended tie those of the earlier.
    fn place(&self) -> Option<(u32, u32)> {
        match self.fate {
            Fate::Kept | Fate::New => self.departments[1],
            Fate::Ended => self.departments[0],
        }
    }

    fn internal(&self) -> Option<bool> {
        self.place().map(|(a, b)| a == b)
    }

    fn reclassified(&self) -> bool {
        let inside = self.departments.map(|ends| ends.map(|(a, b)| a == b));
        self.fate == Fate::Kept && inside.iter().all(Option::is_some) && inside[0] != inside[1]
    }
}

/// Joins the ties of two phases by their ends, given as places in the survey.
fn side_by_side(
    before: &Graph,
    after: &Graph,
    weaker: &Graph,
    seen: impl Fn(u32, u32) -> bool,
    place: impl Fn(u32, u32) -> Place,
) -> Vec<Change> {
    let (before, after, weaker) = (ties(before), ties(after), ties(weaker));
    let strength_in = |all: &[(u64, f64)], ends: u64| {
        let at = all.binary_search_by_key(&ends, |(ends, _)| *ends).ok()?;
        let (_, strength) = all[at];
        Some(strength)
    };
    let mut every: Vec<u64> = before.iter().chain(&after).map(|(ends, _)| *ends).collect();
    every.sort_unstable();
    every.dedup();
    every
        .into_iter()
        .filter(|ends| seen((*ends >> 32) as u32, *ends as u32))
        .map(|ends| {
            let (from, to) = (strength_in(&before, ends), strength_in(&after, ends));
            let place = place((ends >> 32) as u32, ends as u32);
            let both = from.zip(to);
            Change {
                fate: match (from, to) {
                    (Some(_), Some(_)) => Fate::Kept,
                    (None, _) => Fate::New,
                    (_, None) => Fate::Ended,
                },
                stronger: both.is_some_and(|(from, to)| to > from),
                weaker: both.is_some_and(|(from, to)| to < from),
                still_weaker: to.is_none() && strength_in(&weaker, ends).is_some(),
                departments: place.departments,
                settled: place.settled,
                both_heard: place.both_heard,
            }
        })
        .collect()
}

/// The ties, with `directed` the arcs, by their ends' places in the survey.
fn ties(graph: &Graph) -> Vec<(u64, f64)> {
    let key = |a: u32, b: u32| {
        let [a, b] = [a, b].map(|at| u64::from(graph.actors[at as usize].actor));
        a << 32 | b
    };
    let mut ties: Vec<(u64, f64)> = if graph.directed {
        let arcs = graph.arcs.iter();
        arcs.map(|arc| (key(arc.from, arc.to), arc.strength))
            .collect()
    } else {
        let pairs = graph.ties.iter();
        pairs.map(|tie| (key(tie.a, tie.b), tie.strength)).collect()
    };
    ties.sort_unstable_by_key(|(ends, _)| *ends);
    ties
}
