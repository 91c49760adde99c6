//! What changed from one phase to another, over the pairs that could be seen in both.

mod answer;
mod exact;
mod offers;
mod pairs;

pub use answer::{
    ActorChanges, ClassChanges, Comparable, Comparison, EiChange, PairChange, Reclassified,
    TieChanges, Warning, share_inside,
};
pub use exact::{Redrawn, redrawn};
pub use offers::{OfferChanges, offers_of_both};

use crate::domain::Survey;

use super::aggregate;
use super::graph::Graph;
use super::partition::Partition;
use super::response::Response;
use super::selection::{Audience, Selection, SelectionError};
use pairs::{Compared, Side};

/// Under this share of actors in both phases a comparison says little.
const FEWEST_STAYED: f64 = 0.5;
/// Under this share of answers as well.
const FEWEST_ANSWERED: f64 = 2.0 / 3.0;
/// And under this number of ties in a phase.
const FEWEST_TIES: usize = 20;

/// Compares two phases.
///
/// Ties are compared over pairs whose two actors are in both phases and of whom at least one answered in both (an
/// arc: who reports it); E-I over those actors that stayed and did not move. A pair not seen in both says nothing
/// about change: Jaccard's index and all counts leave it out (Snijders 2001, Sociological Methodology 31:361–395).
pub fn compare(
    survey: &Survey,
    from: &str,
    to: &str,
    selection: &Selection,
) -> Result<Comparison, SelectionError> {
    in_order(survey, [from, to], selection)?;
    let at = |phase: &str, min_strength: f64| {
        Graph::select(
            survey,
            &Selection {
                phase: Some(phase.to_owned()),
                min_strength,
                ..selection.clone()
            },
        )
    };
    let (mut before, mut after) = (
        at(from, selection.min_strength)?,
        at(to, selection.min_strength)?,
    );
    let responses = [&before, &after].map(|graph| match selection.audience {
        Audience::Working => Response::of(graph),
        Audience::Leadership => aggregate::response(graph, selection),
    });
    let actors = ActorChanges::of(survey, &before, &after, selection.audience);
    // Any tie at all: what fell below the threshold is not gone. Leaders' fixed thresholds are about what is shown.
    let any = f64::MIN_POSITIVE.min(selection.min_strength);
    let working = Selection {
        audience: Audience::Working,
        phase: Some(to.to_owned()),
        min_strength: any,
        ..selection.clone()
    };
    let weaker = Graph::select(survey, &working)?;
    let everyone = (selection.audience == Audience::Working)
        .then(|| Compared::everyone(&before, &after, &weaker).ties());
    let mut offices = None;
    if selection.audience == Audience::Leadership {
        let all = Partition::of(&after, selection).names.len();
        (before, after) = aggregate::comparable(survey, before, after, selection);
        let compared = Partition::of(&after, selection).names.len();
        offices = (compared < all).then_some([compared, all]);
    }
    let sides = [&before, &after].map(|graph| Side::of(graph, &Partition::of(graph, selection)));
    let compared = Compared::of(survey, &before, &after, &weaker, &sides);
    let e_i = compared.e_i();
    let warning = warning(&actors, &responses, [before.tie_count(), after.tie_count()]);
    let offers = offers::compare_offers(survey, [before.phase, after.phase]);
    let phase = |graph: &Graph| {
        let place = graph.phase.expect("a phase was asked for");
        survey.phases[usize::from(place)].clone()
    };
    let (from, to) = (phase(&before), phase(&after));
    Ok(Comparison {
        from: from.id,
        to: to.id,
        from_name: from.name,
        to_name: to.name,
        functions: compared.functions(),
        offices,
        actors,
        ties: compared.ties(),
        ties_all: everyone,
        internal: compared.internal(),
        external: compared.external(),
        reclassified: compared.reclassified(),
        e_i,
        department_pairs: match selection.audience {
            Audience::Working => compared.department_pairs(),
            Audience::Leadership => None,
        },
        offers,
        comparable: Comparable {
            response_from: responses[0].and_then(|response| response.rate),
            response_to: responses[1].and_then(|response| response.rate),
            warning,
        },
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

fn warning(
    actors: &ActorChanges,
    responses: &[Option<Response>; 2],
    ties: [usize; 2],
) -> Option<Warning> {
    let few_answered = responses
        .iter()
        .flatten()
        .any(|response| response.rate.is_none_or(|rate| rate < FEWEST_ANSWERED));
    let larger = actors.stayed + actors.joined.max(actors.left);
    if few_answered {
        Some(Warning::FewAnswered)
    } else if (actors.stayed as f64) < FEWEST_STAYED * larger as f64 || actors.stayed == 0 {
        Some(Warning::FewStayed)
    } else if ties.iter().any(|ties| *ties < FEWEST_TIES) {
        Some(Warning::FewTies)
    } else {
        None
    }
}
