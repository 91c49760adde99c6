//! From a selection to its scene: with actors for the core team, departments alone for leaders.

use std::collections::{BTreeMap, BTreeSet};

use super::all_phases::Union;
use super::departments;
use super::highlights::{Findings, mark};
use super::scene::{Link, Scene};
use crate::analysis::{Graph, Selection, SelectionError};
use crate::domain::Survey;

/// Rings are left out where more than one in so many actors would have one, if they are more than a few.
const RINGED: usize = 3;

/// So many rings are always seen one by one.
const FEW_RINGS: usize = 6;

impl Scene {
    /// The scene of a selection.
    pub fn of(survey: &Survey, selection: &Selection) -> Result<Self, SelectionError> {
        match selection.shows_functions() {
            true => Self::of_actors(survey, selection),
            false => departments::scene(survey, selection),
        }
    }

    /// Every actor with its ties, without what the figures say of them: nothing that decides on places is missing.
    pub fn unmarked(survey: &Survey, selection: &Selection) -> Result<Self, SelectionError> {
        let graph = Graph::select(survey, selection)?;
        let union = Union::over(survey, selection, &graph, &|graph| graph)?;
        Ok(union.scene(survey, &graph))
    }

    /// Every actor with its ties.
    fn of_actors(survey: &Survey, selection: &Selection) -> Result<Self, SelectionError> {
        let mut scene = Self::unmarked(survey, selection)?;
        let findings = Findings::of(survey, selection)?;
        scene.links = scene.tied();
        scene.ring(&findings.holders);
        mark(&mut scene, &findings);
        Ok(scene)
    }

    /// Marks who holds two offices alone: not where an office has only one actor, and not where nearly everybody does.
    fn ring(&mut self, holders: &BTreeSet<String>) {
        for (node, room) in self.nodes.iter_mut().zip(&self.network.room_of) {
            let alone = self.rooms[*room].actors == 1;
            node.holder = node.present && !alone && holders.contains(&node.id);
        }
        let ringed = self.nodes.iter().filter(|node| node.holder).count();
        if ringed > FEW_RINGS && RINGED * ringed > self.counts.actors {
            self.unringed = ringed;
            self.nodes.iter_mut().for_each(|node| node.holder = false);
        }
    }

    /// The pairs of departments with ties in the selected phase, a < b, how many and how many of them binding.
    fn tied(&self) -> Vec<Link> {
        let mut links: BTreeMap<(usize, usize), Link> = BTreeMap::new();
        for tie in &self.ties {
            let (a, b) = (self.network.room_of[tie.a], self.network.room_of[tie.b]);
            if a == b || !tie.counted {
                continue;
            }
            let (a, b) = (a.min(b), a.max(b));
            let link = links.entry((a, b)).or_insert(Link {
                a,
                b,
                ties: 0,
                binding: 0,
                hidden: false,
            });
            link.ties += 1;
            link.binding += usize::from(tie.binding);
        }
        links.into_values().collect()
    }
}
