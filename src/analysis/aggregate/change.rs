//! What leaders are told of the change between two phases.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::Survey;
use crate::text::report::Doubt;

use super::super::compare::{ActorChanges, Comparable, Comparison, Phases};
use super::super::graph::Graph;
use super::super::leaders::listed;
use super::super::partition::Partition;
use super::super::selection::{Selection, SelectionError};
use super::shown::{FEWEST_SHOWN, Shown, response};

/// The comparison for leaders.
pub fn comparison(
    survey: &Survey,
    phases: [&str; 2],
    selection: &Selection,
) -> Result<Comparison, SelectionError> {
    let selection = &listed(survey, selection)?;
    let all = Phases::select(survey, phases, selection)?;
    let responses = [&all.before, &all.after].map(|graph| response(graph, selection));
    let actors = ActorChanges {
        moved: None,
        ..ActorChanges::of(survey, &all.before, &all.after)
    };
    let departments = |graph: &Graph| Partition::of(graph, selection).names.len();
    let of_all = [&all.before, &all.after].map(departments);
    let (before, after) = comparable(survey, all.before, all.after, selection);
    let compared = departments(&after);
    let shown = Phases {
        before,
        after,
        weaker: all.weaker,
    };
    let told = shown.compared(survey, selection, actors, responses);
    let offices = (compared < of_all[1]).then_some([compared, of_all[1]]);
    // The few ties are those of the offices compared: the phases may have more.
    let doubt = match (told.comparable.doubt, offices) {
        (Some(Doubt::FewTies(_)), Some(_)) => Some(Doubt::FewCompared),
        (doubt, _) => doubt,
    };
    Ok(Comparison {
        departments: of_all,
        offices,
        department_pairs: None,
        comparable: Comparable {
            doubt,
            ..told.comparable
        },
        ..told
    })
}

/// What leaders may compare: of both phases the actors that stayed in a department which is shown in each and keeps
/// enough of them. Who joined, left or moved is out: else the difference of two figures would be one function's ties.
///
/// So it would be too where the report of a phase counts one or two functions more than the comparison: their
/// departments are then left out whole, whose ties the report tells anyway.
fn comparable(
    survey: &Survey,
    before: Graph,
    after: Graph,
    selection: &Selection,
) -> (Graph, Graph) {
    let mut department: [Vec<Option<String>>; 2] = [
        vec![None; survey.actors.len()],
        vec![None; survey.actors.len()],
    ];
    for (department, graph) in department.iter_mut().zip([&before, &after]) {
        let partition = Partition::of(graph, selection);
        let shown = Shown::of(graph, &partition);
        for (member, group) in partition.members.iter().zip(&partition.group) {
            let member = *member as usize;
            if shown.actors[member] && !graph.actors[member].body {
                let name = partition.names[*group as usize].clone();
                department[graph.actors[member].actor as usize] = Some(name);
            }
        }
    }
    let [from, to] = department;
    let stayed: Vec<Option<&str>> = from
        .iter()
        .zip(&to)
        .map(|(from, to)| to.as_deref().filter(|_| from == to))
        .collect();
    let mut kept = count(stayed.iter().copied().flatten());
    kept.retain(|_, functions| *functions >= FEWEST_SHOWN);
    let phases = [&from, &to].map(|shown| count(shown.iter().flatten().map(String::as_str)));
    while let Some(telling) = phases.iter().find_map(|phase| telling(phase, &kept)) {
        kept.retain(|name, _| !telling.contains(name));
    }
    let of_those = |graph: Graph| {
        graph.of_actors(|actor| {
            let place = graph.actors[actor as usize].actor as usize;
            stayed[place].is_some_and(|name| kept.contains_key(name))
        })
    };
    (of_those(before), of_those(after))
}

/// How often each name occurs.
fn count<'a>(names: impl Iterator<Item = &'a str>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for name in names {
        *counts.entry(name.to_owned()).or_default() += 1;
    }
    counts
}

/// The departments of which a phase's report counts more functions than are kept, where these are too few together.
fn telling(
    phase: &BTreeMap<String, usize>,
    kept: &BTreeMap<String, usize>,
) -> Option<BTreeSet<String>> {
    let more = |name: &str| phase.get(name).copied().unwrap_or_default() - kept[name];
    let names: BTreeSet<String> = kept.keys().filter(|name| more(name) > 0).cloned().collect();
    let functions: usize = names.iter().map(|name| more(name)).sum();
    (1..FEWEST_SHOWN).contains(&functions).then_some(names)
}
