//! The silo figure under other choices: does the answer hang on who is counted?
//!
//! Each variant is compared with what chance gives for that very variant; a bare range of E-I would mix networks of
//! different sizes. Silent actors and the reports on them: Stork & Richards 1992, Group & Organization Management
//! 17:193–209; Huisman 2009, Journal of Social Structure 10(1).

use serde::Serialize;

use super::chance::labels::Moments;
use super::graph::{Graph, Member};
use super::partition::Partition;
use super::selection::{Inclusion, Selection};
use super::side::Side;
use super::silo::BesideLabels;

/// Who and which ties are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Variant {
    /// As in the silo figures.
    #[serde(rename = "all")]
    All,
    /// All actors, but only ties of pairs of whom both answered.
    #[serde(rename = "both answered")]
    BothAnswered,
    /// Only the actors that answered.
    #[serde(rename = "silent left out")]
    SilentLeftOut,
    /// Without the core team: what remains when the project ends.
    #[serde(rename = "without core team")]
    WithoutCoreTeam,
    /// All departments rather than the offices.
    #[serde(rename = "all departments")]
    AllDepartments,
}

/// E-I of a variant beside what chance gives for it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Robustness {
    /// Who and which ties are counted.
    pub variant: Variant,
    /// The actors.
    pub actors: usize,
    /// The ties.
    pub ties: usize,
    /// Their E-I.
    #[serde(flatten)]
    pub figures: BesideLabels,
    /// The actors whose ties count, by their places in the survey, ascending.
    #[serde(skip)]
    pub counted: Vec<u32>,
}

/// The variants that the selection and the answers allow, `all` first.
///
/// Both answered and silent left out where answering was recorded; without core team where the core team takes part;
/// all departments where the figures are about offices.
pub(super) fn robustness(
    graph: &Graph,
    partition: &Partition,
    selection: &Selection,
) -> Vec<Robustness> {
    let everybody = |_: &Member| true;
    let heard = |actor: &Member| actor.answered == Some(true);
    let row = |variant, partition, stays: &dyn Fn(&Member) -> bool, speaks| {
        row(variant, graph, partition, stays, speaks)
    };
    let mut rows = vec![row(Variant::All, partition, &everybody, &everybody)];
    if graph.answers_recorded() {
        rows.push(row(Variant::BothAnswered, partition, &everybody, &heard));
        rows.push(row(Variant::SilentLeftOut, partition, &heard, &everybody));
    }
    let others = |actor: &Member| !actor.core_team;
    if !partition
        .members
        .iter()
        .all(|member| others(&graph.actors[*member as usize]))
    {
        rows.push(row(
            Variant::WithoutCoreTeam,
            partition,
            &others,
            &everybody,
        ));
    }
    if selection.scope == Inclusion::Offices {
        rows.push(all_departments(graph, selection));
    }
    rows
}

/// The variant of all departments, whether offices or not.
pub(super) fn all_departments(graph: &Graph, selection: &Selection) -> Robustness {
    let partition = Partition::of(graph, &selection.of_all_departments());
    let everybody = |_: &Member| true;
    row(
        Variant::AllDepartments,
        graph,
        &partition,
        &everybody,
        &everybody,
    )
}

/// The variants that may stand beside each other: the ties of no two differ by those of one or two functions only.
pub(super) fn apart(rows: Vec<Robustness>, fewest: usize) -> Vec<Robustness> {
    let mut told: Vec<Robustness> = Vec::new();
    for row in rows {
        let differ = |other: &Robustness| {
            let only = |one: &[u32], other: &[u32]| {
                let missing = |actor: &&u32| other.binary_search(actor).is_err();
                one.iter().filter(missing).count()
            };
            only(&row.counted, &other.counted) + only(&other.counted, &row.counted)
        };
        if told
            .iter()
            .map(differ)
            .all(|differ| differ == 0 || differ >= fewest)
        {
            told.push(row);
        }
    }
    told
}

/// A variant: of a partition the actors that stay, with the ties of which both ends speak.
fn row(
    variant: Variant,
    graph: &Graph,
    partition: &Partition,
    stays: &dyn Fn(&Member) -> bool,
    speaks: &dyn Fn(&Member) -> bool,
) -> Robustness {
    let mut sides = vec![Side::default(); partition.departments()];
    let mut counted = Vec::new();
    let mut counts = vec![false; partition.len()];
    let members = partition.members.iter().zip(&partition.group);
    for (((member, group), silent), counts) in members.zip(&partition.silent).zip(&mut counts) {
        let actor = &graph.actors[*member as usize];
        if !stays(actor) {
            continue;
        }
        let side = &mut sides[*group as usize];
        side.actors += 1;
        side.answered += u32::from(!silent);
        *counts = speaks(actor);
        if *counts {
            counted.push(actor.actor);
        }
    }
    let ties: Vec<[u32; 2]> = partition
        .ties
        .iter()
        .filter(|tie| tie.iter().all(|end| counts[*end as usize]))
        .copied()
        .collect();
    let all: Side = sides.iter().copied().sum();
    let strata = [all.answered, all.actors - all.answered].map(|n| n as usize);
    let moments = Moments::among(strata, &partition.silent, &ties);
    Robustness {
        variant,
        actors: all.actors as usize,
        ties: ties.len(),
        figures: BesideLabels::of(partition.inside(&ties), &moments, &sides),
        counted,
    }
}
