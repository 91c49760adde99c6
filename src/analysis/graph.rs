//! One selection of a survey as a compressed graph: made once, handed to every measure and every layout.

use std::collections::HashMap;

use crate::domain::{ActorKind, Level, Presence, Survey, natural};

use super::selection::{Selection, SelectionError};
use super::ties::{self, Arc, Tie};

/// The actors and ties of one selection, actors numbered from 0 in the natural order of their ids.
#[derive(Debug, Clone, PartialEq)]
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
    /// For each group, its rows between two of its actors, bodies aside, whatever their strength or kind.
    pub reported_inside: Vec<u32>,
    offsets: Vec<u32>,
    neighbours: Vec<u32>,
    strengths: Vec<f64>,
}

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
}

impl Graph {
    /// The graph of a selection; time and room grow with actors plus rows.
    ///
    /// Present is who has a place in the phase or is an end of a row of it. With all phases together the latest
    /// place counts, and the largest strength of all rows of a side.
    pub fn select(survey: &Survey, selection: &Selection) -> Result<Self, SelectionError> {
        selection.check(survey)?;
        let phase = selection.phase_in(survey)?;
        let column = selection.column_in(survey)?;
        let kinds = selection.kinds_in(survey)?;
        let in_phase = |row: Option<u16>| phase.is_none() || row.is_none() || row == phase;

        let mut place: Vec<Option<u32>> = vec![None; survey.actors.len()];
        let mut present = vec![false; survey.actors.len()];
        for (row, presence) in (0..).zip(&survey.presences) {
            if !in_phase(presence.phase) {
                continue;
            }
            let actor = presence.actor as usize;
            let later = place[actor]
                .is_none_or(|held: u32| survey.presences[held as usize].phase <= presence.phase);
            if later {
                place[actor] = Some(row);
            }
            present[actor] = true;
        }
        let rows = || {
            survey
                .ties
                .iter()
                .filter(|tie| in_phase(tie.phase) && tie.from != tie.to)
        };
        for tie in rows() {
            present[tie.from as usize] = true;
            present[tie.to as usize] = true;
        }

        let value = |row: Option<u32>| match (column, row) {
            (Some(column), Some(row)) => column.values[row as usize].as_deref(),
            (Some(_), None) => None,
            (None, _) => Some(""),
        };
        let groups = group_names(
            (0..survey.actors.len())
                .filter(|actor| present[*actor])
                .filter_map(|actor| value(place[actor])),
        );
        let number: HashMap<&str, u32> = groups.iter().copied().zip(0..).collect();
        let mut index = vec![u32::MAX; survey.actors.len()];
        let mut actors = Vec::with_capacity(survey.actors.len());
        for actor in (0..).take(survey.actors.len()) {
            if !present[actor as usize] {
                continue;
            }
            let row = place[actor as usize];
            index[actor as usize] = actors.len() as u32;
            actors.push(Member::new(
                survey,
                actor,
                value(row).map(|name| number[name]),
                row.map(|row| &survey.presences[row as usize]),
            ));
        }

        let mut reported_inside = vec![0; groups.len()];
        for tie in rows() {
            let [from, to] = [tie.from, tie.to].map(|end| &actors[index[end as usize] as usize]);
            match from.group {
                Some(own) if to.group == from.group && !from.body && !to.body => {
                    reported_inside[own as usize] += 1;
                }
                _ => {}
            }
        }
        let wanted = rows().filter(|tie| kinds.is_none_or(|kinds| tie.kinds & kinds != 0));
        let found = ties::merge(wanted, &index, selection.min_strength, selection.directed);
        let adjacency = Adjacency::of(actors.len(), &found.ties);
        Ok(Self {
            phase,
            groups: groups.into_iter().map(str::to_owned).collect(),
            actors,
            ties: found.ties,
            arcs: found.arcs,
            directed: selection.directed,
            min_strength: selection.min_strength,
            ties_below_threshold: found.below,
            ties_without_strength: found.unstated,
            reported_inside,
            offsets: adjacency.offsets,
            neighbours: adjacency.neighbours,
            strengths: adjacency.strengths,
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
        &self.neighbours[self.range(actor)]
    }

    /// The strengths of an actor's ties, in the order of [`Graph::neighbours`].
    pub fn strengths(&self, actor: u32) -> &[f64] {
        &self.strengths[self.range(actor)]
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
        let adjacency = Adjacency::of(actors.len(), &ties);
        Self {
            actors,
            ties,
            arcs,
            groups: self.groups.clone(),
            reported_inside: self.reported_inside.clone(),
            offsets: adjacency.offsets,
            neighbours: adjacency.neighbours,
            strengths: adjacency.strengths,
            ..*self
        }
    }

    fn range(&self, actor: u32) -> std::ops::Range<usize> {
        let at = actor as usize;
        self.offsets[at] as usize..self.offsets[at + 1] as usize
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
        }
    }
}

/// The distinct values, in natural order.
fn group_names<'a>(values: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let distinct: std::collections::HashSet<&str> = values.collect();
    let mut names: Vec<&str> = distinct.into_iter().collect();
    names.sort_unstable_by(|a, b| natural(a, b));
    names
}

/// The neighbours of all actors in one array each, as Compressed Sparse Rows.
struct Adjacency {
    offsets: Vec<u32>,
    neighbours: Vec<u32>,
    strengths: Vec<f64>,
}

impl Adjacency {
    fn of(actors: usize, ties: &[Tie]) -> Self {
        let mut offsets = vec![0_u32; actors + 1];
        for tie in ties {
            offsets[tie.a as usize + 1] += 1;
            offsets[tie.b as usize + 1] += 1;
        }
        for at in 0..actors {
            offsets[at + 1] += offsets[at];
        }
        let mut next = offsets.clone();
        let mut neighbours = vec![0; ties.len() * 2];
        let mut strengths = vec![0.0; ties.len() * 2];
        // Ties come in order, so each actor meets its smaller neighbours first and its list is sorted.
        for tie in ties {
            for (from, to) in [(tie.a, tie.b), (tie.b, tie.a)] {
                let at = next[from as usize] as usize;
                neighbours[at] = to;
                strengths[at] = tie.strength;
                next[from as usize] += 1;
            }
        }
        Self {
            offsets,
            neighbours,
            strengths,
        }
    }
}
