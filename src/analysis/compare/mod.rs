//! What changed from one phase to another, over the pairs that could be seen in both.

mod answer;
mod clearly;
mod exact;
mod offers;
mod pairs;

pub use answer::{
    ActorChanges, ClassChanges, Comparable, Comparison, EiChange, PairChange, Reclassified,
    Settled, TieChanges, Warning, share_inside,
};
pub use clearly::clearly_more;
pub use exact::{Redrawn, redrawn};
pub use offers::{OfferChanges, offers_of_both};

use crate::domain::Survey;
use crate::text::report::Doubt;

use super::graph::Graph;
use super::partition::Partition;
use super::response::Response;
use super::selection::{Selection, SelectionError};
use pairs::{Compared, Side};

/// Under this share of actors in both phases a comparison says little.
const FEWEST_STAYED: f64 = 0.5;
/// Under this share of answers as well.
const FEWEST_ANSWERED: f64 = 2.0 / 3.0;
/// And under this number of ties in a phase.
pub(super) const FEWEST_TIES: usize = 20;

/// Two phases side by side.
pub(super) struct Phases {
    /// The graph of the earlier phase.
    pub before: Graph,
    /// The graph of the later phase.
    pub after: Graph,
    /// Any tie of the later phase at all: what fell below the threshold is not gone.
    pub weaker: Graph,
}

impl Phases {
    /// The graphs of two phases, named in their order.
    pub(super) fn select(
        survey: &Survey,
        [from, to]: [&str; 2],
        selection: &Selection,
    ) -> Result<Self, SelectionError> {
        in_order(survey, [from, to], selection)?;
        let at = |phase: &str, min_strength: f64| {
            let selection = Selection {
                phase: Some(phase.to_owned()),
                min_strength,
                ..selection.clone()
            };
            Graph::select(survey, &selection)
        };
        Ok(Self {
            before: at(from, selection.min_strength)?,
            after: at(to, selection.min_strength)?,
            weaker: at(to, f64::MIN_POSITIVE.min(selection.min_strength))?,
        })
    }

    /// What changed, beside what is known of actors and answers.
    pub(super) fn compared(
        &self,
        survey: &Survey,
        selection: &Selection,
        actors: ActorChanges,
        responses: [Option<Response>; 2],
    ) -> Comparison {
        let Self {
            before,
            after,
            weaker,
        } = self;
        let partitions = [before, after].map(|graph| Partition::of(graph, selection));
        let departments = partitions.each_ref().map(Partition::departments);
        let sides = [0, 1].map(|at| Side::of([before, after][at], &partitions[at]));
        let compared = Compared::of(survey, before, after, weaker, &sides);
        let rates = responses.map(|response| response.and_then(|response| response.rate));
        let recorded = responses.map(|response| response.is_some());
        let ties = [before.tie_count(), after.tie_count()];
        let doubt = doubt(&actors, (recorded, rates), ties);
        let phase = |graph: &Graph| {
            let place = graph.phase.expect("a phase was asked for");
            survey.phases[usize::from(place)].clone()
        };
        let (from, to) = (phase(before), phase(after));
        Comparison {
            from: from.id,
            to: to.id,
            from_name: from.name,
            to_name: to.name,
            departments,
            offices: None,
            actors,
            ties: compared.ties(),
            ties_all: None,
            internal: compared.internal(),
            external: compared.external(),
            reclassified: compared.reclassified(),
            settled: compared.settled(),
            e_i: compared.e_i(),
            department_pairs: compared.department_pairs(),
            offers: offers::compare_offers(survey, [before.phase, after.phase]),
            comparable: Comparable {
                response_from: rates[0],
                response_to: rates[1],
                warning: doubt.map(Warning::of),
                doubt,
            },
        }
    }
}

/// The comparison with everything in it.
pub(super) fn whole(
    survey: &Survey,
    phases: [&str; 2],
    selection: &Selection,
) -> Result<Comparison, SelectionError> {
    let phases = Phases::select(survey, phases, selection)?;
    let (before, after) = (&phases.before, &phases.after);
    let responses = [before, after].map(Response::of);
    let actors = ActorChanges::of(survey, before, after);
    let everyone = Compared::everyone(before, after, &phases.weaker).ties();
    Ok(Comparison {
        ties_all: Some(everyone),
        ..phases.compared(survey, selection, actors, responses)
    })
}

/// Refuses the later phase before the earlier one: all that ended would be told as new. Of files the order is not known
/// but by their phases' names, so that theirs is the reader's.
fn in_order(
    survey: &Survey,
    phases: [&str; 2],
    selection: &Selection,
) -> Result<(), SelectionError> {
    let place = |phase: &str| {
        Selection {
            phase: Some(phase.to_owned()),
            ..selection.clone()
        }
        .phase_in(survey)
    };
    let [from, to] = [place(phases[0])?, place(phases[1])?];
    if !survey.from_district || from <= to {
        return Ok(());
    }
    let name = |place: Option<u16>| {
        let phase = place.and_then(|place| survey.phases.get(usize::from(place)));
        phase.map_or_else(String::new, |phase| phase.name.clone())
    };
    Err(SelectionError::Backwards {
        from: name(from),
        to: name(to),
    })
}

/// Why two phases with so many ties say little beside each other, the weightiest reason; of each phase whether it is
/// recorded who answered, and the rate.
pub(super) fn doubt(
    actors: &ActorChanges,
    (recorded, rates): ([bool; 2], [Option<f64>; 2]),
    ties: [usize; 2],
) -> Option<Doubt> {
    let few_answered =
        [0, 1].map(|at| recorded[at] && rates[at].is_none_or(|rate| rate < FEWEST_ANSWERED));
    let larger = actors.stayed + actors.joined.max(actors.left);
    if few_answered.contains(&true) {
        let both = !few_answered.contains(&false);
        Some(Doubt::FewAnswered { both })
    } else if (actors.stayed as f64) < FEWEST_STAYED * larger as f64 || actors.stayed == 0 {
        Some(Doubt::FewStayed)
    } else if ties.iter().any(|ties| *ties < FEWEST_TIES) {
        Some(Doubt::FewTies(ties))
    } else {
        None
    }
}
