//! What leaders are told of the organisations beside the offices: how many ties each has to them.

use crate::domain::Survey;

use super::super::graph::Graph;
use super::super::leaders::listed;
use super::super::partition::Partition;
use super::super::reach::reported_between;
use super::super::selection::{Selection, SelectionError};
use super::shown::Shown;

/// The departments that are no offices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Partners {
    /// Those with enough functions, in natural order.
    pub named: Vec<Partner>,
    /// How many others there are.
    pub others: usize,
}

/// A department that is no office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner {
    /// Its name.
    pub name: String,
    /// Its ties to offices; none where nobody of either side answered.
    pub ties: Option<u64>,
}

/// The partners of the offices in a selection, whatever its scope.
///
/// A partner's number is the sum of its ties to the offices that have enough functions. Each of these pairs is of two
/// departments with enough functions, so that no hidden tie is in any number, and no difference of two leads to one:
/// neither the ties of an office under three functions, nor those of a partner under three, which have no number.
pub fn partners(survey: &Survey, selection: &Selection) -> Result<Partners, SelectionError> {
    let selection = listed(survey, selection)?.of_all_departments();
    let graph = Graph::select(survey, &selection)?;
    let partition = Partition::of(&graph, &selection);
    let shown = Shown::of(&graph, &partition);
    let mut office = vec![false; partition.departments()];
    for (member, group) in partition.members.iter().zip(&partition.group) {
        office[*group as usize] |= graph.actors[*member as usize].office;
    }
    let mut ties = vec![0; partition.departments()];
    for tie in &partition.ties {
        let (a, b) = partition.departments_of(*tie);
        for (own, other) in [(a, b), (b, a)] {
            ties[own] += u64::from(office[other] && shown.departments[other]);
        }
    }
    let asked = |own: usize| {
        let mut offices = (0..partition.departments())
            .filter(|other| office[*other] && shown.departments[*other]);
        offices.any(|other| reported_between(&partition, own, other) > 0)
    };
    let partner = |own: &usize| !office[*own];
    let named = (0..partition.departments()).filter(partner);
    let named = named.filter(|own| shown.departments[*own]);
    Ok(Partners {
        named: named
            .map(|own| Partner {
                name: partition.names[own].clone(),
                ties: (ties[own] > 0 || asked(own)).then_some(ties[own]),
            })
            .collect(),
        others: (0..partition.departments())
            .filter(|own| !office[*own] && !shown.departments[*own])
            .count(),
    })
}
