//! One selection of a survey as a compressed graph: made once, handed to every measure and every layout.

use std::collections::{HashMap, HashSet};

use petgraph::Undirected;
use petgraph::csr::Csr;

use crate::domain::{ActorKind, Level, Presence, Survey, SurveyActor, SurveyTie, natural};

use super::left_open::left_open;
use super::rows::Rows;
use super::selection::{Selection, SelectionError};
use super::ties::{self, Arc, Least, Tie};

/// The actors and ties of one selection, actors numbered from 0 in the natural order of their ids.
#[derive(Debug, Clone)]
pub struct Graph {
    /// The place of the phase in [`Survey::phases`]; none: all rows together.
    pub phase: Option<u16>,
    /// The actors that are present in the phase.
    pub actors: Vec<Member>,
    /// The names of the groups in natural order; [`Member::group`] counts from 0 here.
    pub groups: Vec<String>,
    /// The tied pairs, `a < b`, in order: a pair is tied if either side reports it at the threshold.
    pub ties: Vec<Tie>,
    /// With `directed`, the arcs from who reports to whom it is about, at the threshold; else empty.
    pub arcs: Vec<Arc>,
    /// Whether ties are counted as arcs.
    pub directed: bool,
    /// The least strength that makes a tie.
    pub min_strength: f64,
    /// Ties (with `directed`, arcs) that were stated below the threshold.
    pub ties_below_threshold: usize,
    /// Ties stated without any strength: no tie at any threshold.
    pub ties_without_strength: usize,
    /// Actors that are stated to be tied to themselves: no tie at any threshold.
    pub self_ties: usize,
    /// Who answered and left open whether it works with whom, beside the ties that it names: pairs of actors, in order.
    pub left_open: Vec<[u32; 2]>,
    /// For each group, its rows between two of its actors, bodies aside, whatever their strength or kind.
    pub reported_inside: Vec<u32>,
    adjacency: Adjacency,
}

/// Who is tied with whom, and how strongly, in the form that petgraph's algorithms take: they count each tie twice.
pub type Adjacency = Csr<(), f64, Undirected, u32>;

/// An actor of a graph.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Its place in [`Survey::actors`].
    pub actor: u32,
    /// Its place in [`Graph::groups`]; none where the column is empty.
    pub group: Option<u32>,
    /// Whether it is a body (Gremium).
    pub body: bool,
    /// Whether its department is an office of the district authority.
    pub office: bool,
    /// Its level.
    pub level: Option<Level>,
    /// Whether it belongs to the core team.
    pub core_team: bool,
    /// Whether it was asked, where recorded.
    pub asked: Option<bool>,
    /// Whether it answered, where recorded.
    pub answered: Option<bool>,
    /// Whether leaders are told nothing of its department.
    pub withheld: bool,
}

impl Graph {
    /// The graph of a selection; time and room grow with actors plus rows.
    ///
    /// Present is who has a place in the phase or is an end of a row of it. With all phases together the latest
    /// place counts, and the largest strength of all rows of a side.
    pub fn select(survey: &Survey, selection: &Selection) -> Result<Self, SelectionError> {
        selection.check()?;
        let phase = selection.phase_in(survey)?;
        let column = selection.column_in(survey)?;
        let kinds = selection.kinds_in(survey)?;
        let in_phase = |row: Option<u16>| phase.is_none() || row.is_none() || row == phase;

        let rows = || {
            let rows = survey.ties.iter();
            rows.filter(|tie| in_phase(tie.phase) && tie.from != tie.to)
        };
        let places = Places::of(survey, in_phase, rows());
        let value = |actor: usize| match (column, places.row[actor]) {
            (Some(column), Some(row)) => column.values[row as usize].as_deref(),
            (Some(_), None) => None,
            (None, _) => Some(""),
        };
        let presence = |actor: usize| {
            let row = places.row[actor]?;
            Some(&survey.presences[row as usize])
        };
        let groups = group_names(places.present().filter_map(value));
        let number: HashMap<&str, u32> = groups.iter().copied().zip(0..).collect();
        let mut index = vec![u32::MAX; survey.actors.len()];
        let mut actors = Vec::with_capacity(survey.actors.len());
        for actor in places.present() {
            index[actor] = actors.len() as u32;
            actors.push(Member::new(
                survey,
                actor as u32,
                value(actor).map(|name| number[name]),
                presence(actor),
            ));
        }
        let of_kind = |tie: &&SurveyTie| kinds.is_none_or(|kinds| tie.kinds & kinds != 0);
        let wanted = rows().filter(of_kind);
        let to_itself = survey.ties.iter().filter(|tie| in_phase(tie.phase));
        let self_ties = to_themselves(to_itself.filter(of_kind));
        let least = Least {
            strength: selection.min_strength,
            directed: selection.directed,
        };
        let found = ties::merge(wanted, &index, actors.len(), least);
        let adjacency = adjacency(actors.len(), &found.ties);
        Ok(Self {
            phase,
            left_open: left_open(rows(), &index, places.present(), presence),
            reported_inside: reported_inside(rows(), &actors, &index, groups.len()),
            groups: groups.into_iter().map(str::to_owned).collect(),
            actors,
            ties: found.ties,
            arcs: found.arcs,
            directed: selection.directed,
            min_strength: selection.min_strength,
            ties_below_threshold: found.below,
            ties_without_strength: found.unstated,
            self_ties,
            adjacency,
        })
    }

    /// How many actors there are.
    pub fn len(&self) -> usize {
        self.actors.len()
    }

    /// Whether there is no actor.
    pub fn is_empty(&self) -> bool {
        self.actors.is_empty()
    }

    /// How many ties there are: tied pairs, with `directed` arcs.
    pub fn tie_count(&self) -> usize {
        if self.directed {
            self.arcs.len()
        } else {
            self.ties.len()
        }
    }

    /// The actors tied with an actor, in order.
    pub fn neighbours(&self, actor: u32) -> &[u32] {
        self.adjacency.neighbors_slice(actor)
    }

    /// The strengths of an actor's ties, in the order of [`Graph::neighbours`].
    pub fn strengths(&self, actor: u32) -> &[f64] {
        self.adjacency.edges_slice(actor)
    }

    /// The undirected form for petgraph's algorithms; actors are its nodes.
    pub fn adjacency(&self) -> &Adjacency {
        &self.adjacency
    }

    /// From each actor to those on whom it reports, undirected to its neighbours; both ends among those to keep.
    ///
    /// Rows are in order.
    pub(super) fn outgoing(&self, keep: impl Fn(u32) -> bool + Copy) -> Rows<u32> {
        let arcs = self.arcs.iter().map(|arc| (arc.from, arc.to));
        self.ends(arcs, keep)
    }

    /// From each actor to those that report on it, undirected to its neighbours; both ends among those to keep.
    ///
    /// Rows are in order.
    pub(super) fn incoming(&self, keep: impl Fn(u32) -> bool + Copy) -> Rows<u32> {
        let arcs = self.arcs.iter().map(|arc| (arc.to, arc.from));
        self.ends(arcs, keep)
    }

    /// The ends of these arcs; without direction those of the ties, from both sides.
    fn ends(
        &self,
        arcs: impl Iterator<Item = (u32, u32)> + Clone,
        keep: impl Fn(u32) -> bool + Copy,
    ) -> Rows<u32> {
        let kept = |(from, to): &(u32, u32)| keep(*from) && keep(*to);
        if self.directed {
            return Rows::of(self.len(), arcs.filter(kept));
        }
        let ties = self.ties.iter();
        let both = ties.flat_map(|tie| [(tie.a, tie.b), (tie.b, tie.a)]);
        Rows::of(self.len(), both.filter(kept))
    }

    /// The actor of a survey that an actor of its graph is.
    pub fn named<'a>(&self, survey: &'a Survey, actor: u32) -> &'a SurveyActor {
        &survey.actors[self.actors[actor as usize].actor as usize]
    }

    /// Who counts as having answered: all, where answering was not recorded.
    pub(super) fn heard(&self) -> impl Fn(u32) -> bool + Copy + '_ {
        let recorded = self.answers_recorded();
        move |actor| !recorded || self.actors[actor as usize].answered == Some(true)
    }

    /// Whether any actor's answering was recorded; if not, all count as answered.
    pub fn answers_recorded(&self) -> bool {
        self.actors.iter().any(|actor| actor.answered.is_some())
    }

    /// The graph of some of its actors, with the ties among them; groups keep their numbers.
    pub fn of_actors(&self, keep: impl Fn(u32) -> bool) -> Self {
        let mut index = vec![u32::MAX; self.len()];
        let mut actors = Vec::new();
        for (actor, member) in (0..).zip(&self.actors).filter(|(actor, _)| keep(*actor)) {
            index[actor as usize] = actors.len() as u32;
            actors.push(member.clone());
        }
        let new = |old: u32| Some(index[old as usize]).filter(|new| *new != u32::MAX);
        let ties: Vec<Tie> = self
            .ties
            .iter()
            .filter_map(|tie| {
                let (a, b) = (new(tie.a)?, new(tie.b)?);
                Some(Tie { a, b, ..*tie })
            })
            .collect();
        let arcs = self
            .arcs
            .iter()
            .filter_map(|arc| {
                let (from, to) = (new(arc.from)?, new(arc.to)?);
                Some(Arc { from, to, ..*arc })
            })
            .collect();
        let adjacency = adjacency(actors.len(), &ties);
        Self {
            actors,
            ties,
            arcs,
            groups: self.groups.clone(),
            left_open: self
                .left_open
                .iter()
                .filter_map(|[from, to]| Some([new(*from)?, new(*to)?]))
                .collect(),
            reported_inside: self.reported_inside.clone(),
            adjacency,
            ..*self
        }
    }
}

impl Member {
    fn new(survey: &Survey, actor: u32, group: Option<u32>, presence: Option<&Presence>) -> Self {
        let office = presence
            .and_then(|presence| survey.department_kind(presence))
            .is_some_and(|kind| kind.is_office());
        let kind = survey.actors[actor as usize].kind;
        Self {
            actor,
            group,
            body: kind == ActorKind::Body,
            office,
            level: presence.and_then(|presence| presence.level),
            core_team: presence.is_some_and(|presence| presence.core_team),
            asked: presence.and_then(|presence| presence.asked),
            answered: presence.and_then(|presence| presence.answered),
            withheld: presence.is_some_and(|presence| survey.is_withheld(presence)),
        }
    }
}

/// Which actors of a survey are present, and where they stand.
struct Places {
    /// For each actor its latest place in the phase, by its row in [`Survey::presences`].
    row: Vec<Option<u32>>,
    /// For each actor whether it has a place in the phase or is an end of a row of it.
    present: Vec<bool>,
}

impl Places {
    fn of<'a>(
        survey: &Survey,
        in_phase: impl Fn(Option<u16>) -> bool,
        ties: impl Iterator<Item = &'a SurveyTie>,
    ) -> Self {
        let mut places = Self {
            row: vec![None; survey.actors.len()],
            present: vec![false; survey.actors.len()],
        };
        for (row, presence) in (0..).zip(&survey.presences) {
            if !in_phase(presence.phase) {
                continue;
            }
            let held = &mut places.row[presence.actor as usize];
            let later = held
                .is_none_or(|held: u32| survey.presences[held as usize].phase <= presence.phase);
            if later {
                *held = Some(row);
            }
            places.present[presence.actor as usize] = true;
        }
        for tie in ties {
            places.present[tie.from as usize] = true;
            places.present[tie.to as usize] = true;
        }
        places
    }

    /// The actors that are present, in order.
    fn present(&self) -> impl Iterator<Item = usize> {
        (0..self.present.len()).filter(|actor| self.present[*actor])
    }
}

/// How many actors these rows state to be tied to themselves.
fn to_themselves<'a>(rows: impl Iterator<Item = &'a SurveyTie>) -> usize {
    let to_itself = rows.filter(|tie| tie.from == tie.to);
    let actors: HashSet<u32> = to_itself.map(|tie| tie.from).collect();
    actors.len()
}

/// For each group the rows between two of its actors, bodies aside.
fn reported_inside<'a>(
    ties: impl Iterator<Item = &'a SurveyTie>,
    actors: &[Member],
    index: &[u32],
    groups: usize,
) -> Vec<u32> {
    let mut inside = vec![0; groups];
    for tie in ties {
        let [from, to] = [tie.from, tie.to].map(|end| &actors[index[end as usize] as usize]);
        match from.group {
            Some(own) if to.group == from.group && !from.body && !to.body => {
                inside[own as usize] += 1;
            }
            _ => {}
        }
    }
    inside
}

/// The distinct values, in natural order.
fn group_names<'a>(values: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let distinct: std::collections::HashSet<&str> = values.collect();
    let mut names: Vec<&str> = distinct.into_iter().collect();
    names.sort_unstable_by(|a, b| natural(a, b));
    names
}

/// Ties with their strengths, met from both ends.
///
/// Ties come in order, so each actor meets its smaller neighbours first and its row is sorted, as petgraph needs it.
fn adjacency(actors: usize, ties: &[Tie]) -> Adjacency {
    let both = ties.iter().flat_map(|tie| {
        let (a, b, strength) = (tie.a, tie.b, tie.strength);
        [(a, (a, b, strength)), (b, (b, a, strength))]
    });
    let rows = Rows::of(actors, both);
    let mut adjacency = Adjacency::from_sorted_edges(rows.items())
        .expect("each pair stands once and in order, so rows are sorted");
    // It ends with the last actor that has a tie.
    for _ in adjacency.node_count()..actors {
        adjacency.add_node(());
    }
    adjacency
}
