//! The answer of a comparison, as it is written to JSON.

use serde::Serialize;

use crate::domain::Survey;
use crate::text::Lang;
use crate::text::pages::Told;
use crate::text::report::{Doubt, ReportText};

use super::super::graph::Graph;
use super::offers::{OfferChanges, where_recorded};

/// The change is told as more than chance below this p.
const SIGNIFICANT: f64 = 0.05;

/// What changed from one phase to another; null is what is undefined.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// The earlier phase, by its id.
    pub from: String,
    /// The later phase, by its id.
    pub to: String,
    /// The name of the earlier phase.
    #[serde(skip)]
    pub from_name: String,
    /// The name of the later phase.
    #[serde(skip)]
    pub to_name: String,
    /// How many departments the figures of each phase are about.
    #[serde(skip)]
    pub departments: [usize; 2],
    /// For leaders, of how many of the offices in scope the functions are compared.
    #[serde(skip)]
    pub offices: Option<[usize; 2]>,
    /// Who stayed, joined, left and moved.
    pub actors: ActorChanges,
    /// The ties over pairs that could be seen in both phases.
    pub ties: TieChanges,
    /// The same over everyone; null for leaders.
    pub ties_all: Option<TieChanges>,
    /// Ties inside departments.
    pub internal: ClassChanges,
    /// Ties between departments.
    pub external: ClassChanges,
    /// Kept ties that an actor's move put on the other side.
    pub reclassified: Reclassified,
    /// The same ties over those that stayed and did not move: what sentences, tables and shares are told from.
    pub settled: Settled,
    /// The E-I index over those that stayed and did not move.
    pub e_i: EiChange,
    /// Each pair of departments; null past 300 and for leaders.
    pub department_pairs: Option<Vec<PairChange>>,
    /// The offers; null where only ties are known, or none is entered in one of the phases.
    #[serde(serialize_with = "where_recorded")]
    pub offers: Option<OfferChanges>,
    /// What the comparison can bear.
    pub comparable: Comparable,
}

impl Comparison {
    /// What the sentence on change is made from, wherever it stands: over those that stayed and did not move, as the
    /// shares are, or a reader could not work one out from the other.
    pub fn told(&self) -> Told<'_> {
        let (between, within) = (&self.settled.external, &self.settled.internal);
        let e_i = &self.e_i;
        Told {
            before: &self.from_name,
            ties: [between.new, between.ended, between.kept],
            within: [within.new, within.ended, within.kept],
            one_office: self.is_one_office(),
            inside: e_i.from.map(share_inside).zip(e_i.to.map(share_inside)),
            // What says little does not bear a statement on chance either.
            beyond_chance: match self.comparable.warning {
                None => e_i.p_change.map(|p| p < SIGNIFICANT),
                Some(_) => None,
            },
            functions: self.settled.functions,
            moved: self.settled.moved,
            offices: self.offices,
        }
    }

    /// Whether there is one department alone in both phases: nothing can be said of ties between several.
    pub fn is_one_office(&self) -> bool {
        self.departments == [1; 2]
    }

    /// Why the comparison says little, as a sentence, if it does.
    pub fn doubt(&self, lang: Lang) -> Option<String> {
        self.comparable.doubt.map(ReportText::of(lang).doubt)
    }

    /// The ties between departments and inside one, before and now, on the basis of [`Self::told`].
    pub fn counts(&self) -> [[usize; 2]; 2] {
        let both = [&self.settled.external, &self.settled.internal];
        let before = both.map(|ties| ties.kept + ties.ended);
        [before, both.map(|ties| ties.kept + ties.new)]
    }

    /// The comparison as JSON, ending in a line break.
    pub fn to_json(&self) -> String {
        super::super::json(self)
    }
}

/// The share of ties inside departments that an E-I index stands for: (1 − E-I)/2.
pub fn share_inside(e_i: f64) -> f64 {
    (1.0 - e_i) / 2.0
}

/// How the actors changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ActorChanges {
    /// In both phases.
    pub stayed: usize,
    /// Only in the later phase.
    pub joined: usize,
    /// Only in the earlier phase.
    pub left: usize,
    /// Who stayed in another department: id, department before, department after. Absent for leaders.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved: Option<Vec<[String; 3]>>,
}

/// How ties changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct TieChanges {
    /// In both phases, stronger and weaker ones among them.
    pub kept: usize,
    /// Only in the later phase.
    pub new: usize,
    /// Only in the earlier phase.
    pub ended: usize,
    /// Kept and stronger.
    pub stronger: usize,
    /// Kept and weaker.
    pub weaker: usize,
    /// Ended, yet still there below the threshold.
    pub ended_but_weaker: usize,
    /// kept / (kept + new + ended).
    pub jaccard: Option<f64>,
}

/// How the ties on one side of departments' borders changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct ClassChanges {
    /// In both phases.
    pub kept: usize,
    /// Only in the later phase.
    pub new: usize,
    /// Only in the earlier phase.
    pub ended: usize,
}

/// What the change of departments is told from: the actors that stayed and did not move, and the ties among them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Settled {
    /// How many of them answered in both phases.
    pub functions: usize,
    /// How many stayed and did move: to another department, into the scope or out of it.
    #[serde(skip)]
    pub moved: usize,
    /// Ties inside departments.
    pub internal: ClassChanges,
    /// Ties between departments.
    pub external: ClassChanges,
}

/// Kept ties that changed sides because an actor moved.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Reclassified {
    /// External before, internal now.
    pub to_internal: usize,
    /// Internal before, external now.
    pub to_external: usize,
}

/// The E-I index in both phases and its change beside what redrawing the changed pairs gives.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct EiChange {
    /// In the earlier phase.
    pub from: Option<f64>,
    /// In the later phase.
    pub to: Option<f64>,
    /// By the label null in the earlier phase.
    pub expected_from: Option<f64>,
    /// By the label null in the later phase.
    pub expected_to: Option<f64>,
    /// Segregation in the earlier phase.
    pub segregation_from: Option<f64>,
    /// Segregation in the later phase.
    pub segregation_to: Option<f64>,
    /// Later minus earlier.
    pub change: Option<f64>,
    /// The change to be expected if which of the changed pairs are the new ones is drawn at random.
    pub expected_change: Option<f64>,
    /// Its standard deviation.
    pub sd_change: Option<f64>,
    /// The exact two-sided p of the number of new internal ties.
    pub p_change: Option<f64>,
}

/// How the ties between two departments changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PairChange {
    /// The first department.
    pub a: String,
    /// The second department.
    pub b: String,
    /// Ties in the earlier phase.
    pub from: usize,
    /// Ties in the later phase.
    pub to: usize,
    /// Ties only in the later phase.
    pub new: usize,
    /// Ties only in the earlier phase.
    pub ended: usize,
}

/// What a comparison can bear.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Comparable {
    /// The share of the asked that answered in the earlier phase.
    pub response_from: Option<f64>,
    /// The share in the later phase.
    pub response_to: Option<f64>,
    /// Why it says little, if it does.
    pub warning: Option<Warning>,
    /// The same with what the sentence about it needs.
    #[serde(skip)]
    pub doubt: Option<Doubt>,
}

/// Why a comparison says little.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Warning {
    /// Under two thirds answered in a phase.
    #[serde(rename = "few answered")]
    FewAnswered,
    /// Under half of the actors are in both phases.
    #[serde(rename = "few stayed")]
    FewStayed,
    /// A phase has under 20 ties.
    #[serde(rename = "few ties")]
    FewTies,
}

impl Warning {
    /// The word for a doubt.
    pub(in crate::analysis) fn of(doubt: Doubt) -> Self {
        match doubt {
            Doubt::FewAnswered { .. } => Self::FewAnswered,
            Doubt::FewStayed => Self::FewStayed,
            Doubt::FewTies(_) | Doubt::FewCompared => Self::FewTies,
        }
    }
}

impl ActorChanges {
    pub(in crate::analysis) fn of(survey: &Survey, before: &Graph, after: &Graph) -> Self {
        let mut held = vec![None; survey.actors.len()];
        for (at, member) in before.actors.iter().enumerate() {
            held[member.actor as usize] = Some(at);
        }
        let mut moved = Vec::new();
        let mut stayed = 0;
        for member in &after.actors {
            let Some(at) = held[member.actor as usize] else {
                continue;
            };
            stayed += 1;
            let name = |graph: &Graph, group: Option<u32>| {
                group.map(|group| graph.groups[group as usize].clone())
            };
            let departments = name(before, before.actors[at].group).zip(name(after, member.group));
            if let Some((from, to)) = departments.filter(|(from, to)| from != to) {
                let id = survey.actors[member.actor as usize].id.clone();
                moved.push([id, from, to]);
            }
        }
        Self {
            stayed,
            joined: after.len() - stayed,
            left: before.len() - stayed,
            moved: Some(moved),
        }
    }
}
