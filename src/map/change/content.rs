//! What changed: the scene of both phases laid over each other, and what became of each part.

use std::collections::{BTreeMap, BTreeSet};

use super::look::{Fate, Stay};
use super::pairs::{Pair, counted};
use super::tie::ChangedTie;
use crate::analysis::{Graph, Selection, SelectionError};
use crate::domain::Survey;
use crate::map::network::all_phases::{inhabited, unassigned};
use crate::map::network::scene::{Closed, Link, Scene, SceneTie};
use crate::text::views::{Answers, AnswersOf, ChangeTexts};

/// Everything that changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Changes {
    /// Both phases laid over each other.
    pub union: Scene,
    /// The later phase.
    pub after: Scene,
    /// What became of each tie of the union.
    pub ties: Vec<ChangedTie>,
    /// For each node whether it stayed.
    pub stays: Vec<Stay>,
    /// For each node that moved here, the node that it left.
    pub came_from: BTreeMap<usize, usize>,
    /// The pairs of departments with a tie in either phase.
    pub pairs: Vec<Pair>,
    /// Who was asked and who answered in each phase, where that was recorded.
    asked: [Answers; 2],
    /// How many actors stayed, joined, left, moved.
    counts: [usize; 4],
}

impl Changes {
    /// What changed between two selections that differ in their phase.
    pub fn of(survey: &Survey, phases: [&Selection; 2]) -> Result<Self, SelectionError> {
        let [before, mut after] = [Scene::of(survey, phases[0])?, Scene::of(survey, phases[1])?];
        let known = stayed(survey, phases)?;
        let (stays, came_from) = stays(&before, &after);
        let (ties, changed) = ties(&before, &after, &known);
        let mut union = laid_over(&before, &after, ties);
        let pairs = counted(&union, &changed);
        // The number beside a pair is that of its change, so that no link tells its own.
        union.links = if union.banded() {
            pairs.iter().map(|pair| link(pair.a, pair.b, 0)).collect()
        } else {
            bundled(&union)
        };
        // Told of both phases together.
        let asked = [before.counts.asked, after.counts.asked.take()];
        let count = |stay: Stay| stays.iter().filter(|one| **one == stay).count();
        let counts = [Stay::Stayed, Stay::Joined, Stay::Left, Stay::Moved].map(count);
        Ok(Self {
            asked,
            counts,
            union,
            after,
            ties: changed,
            stays,
            came_from,
            pairs,
        })
    }

    /// Who answered of those asked in each phase, where that was recorded.
    pub fn answers(&self, say: &ChangeTexts) -> Option<String> {
        let [before, after] = self.asked;
        before.or(after)?;
        let of = match self.after.counts.asked_overall {
            true => AnswersOf::All,
            false => AnswersOf::Drawn,
        };
        Some((say.answered)([before, after], of))
    }

    /// Who stayed, joined, left and moved, for the line under the title.
    pub fn facts(&self, say: &ChangeTexts) -> Vec<String> {
        let counts = self.counts.into_iter().zip(say.counts).skip(1);
        let counts = counts.filter(|(n, _)| *n > 0);
        counts.map(|(n, text)| text(n)).collect()
    }

    /// Each pair of departments with what changed.
    pub fn rows(&self, say: &ChangeTexts) -> Vec<Vec<String>> {
        let name = |room: usize| self.union.rooms[room].name.clone();
        let pairs = self.pairs.iter();
        pairs
            .map(|pair| vec![name(pair.a), name(pair.b), pair.counted.told(say)])
            .collect()
    }

    /// The picture in words.
    pub fn description(&self, sentence: &str, offers: Option<&str>, say: &ChangeTexts) -> String {
        let mut parts = vec![say.description.to_owned(), sentence.to_owned()];
        let rows = self.rows(say).into_iter();
        parts.extend(rows.map(|row| format!("{} – {}: {}.", row[0], row[1], row[2])));
        parts.extend(offers.map(str::to_owned));
        parts.join(" ")
    }
}

/// The later scene with what was only in the earlier one, and these ties; nothing is marked in it.
fn laid_over(before: &Scene, after: &Scene, ties: Vec<SceneTie>) -> Scene {
    let mut union = after.clone();
    for (node, earlier) in union.nodes.iter_mut().zip(&before.nodes) {
        node.core_team |= !node.present && earlier.core_team;
        node.body |= !node.present && earlier.body;
        node.present |= earlier.present;
        node.holder = false;
    }
    for (room, earlier) in union.rooms.iter_mut().zip(&before.rooms) {
        room.office = if room.actors > 0 {
            room.office
        } else {
            earlier.office
        };
        room.actors = room.actors.max(earlier.actors);
        room.inside = Some(0);
        room.closed = Closed::No;
        room.outside = 0;
        room.reached = false;
    }
    for tie in &ties {
        let [a, b] = [tie.a, tie.b].map(|node| union.network.room_of[node]);
        for room in [a, b].into_iter().filter(|_| a != b) {
            union.rooms[room].reached = true;
        }
        if !tie.counted {
            continue;
        }
        if a == b {
            union.rooms[a].inside = union.rooms[a].inside.map(|ties| ties + 1);
        } else {
            union.rooms[a].outside += 1;
            union.rooms[b].outside += 1;
        }
    }
    union.counts.actors = union.nodes.iter().filter(|node| node.present).count();
    union.counts.departments = inhabited(&union.rooms);
    union.counts.unassigned = unassigned(&union.rooms);
    union.counts.ties = Some(ties.len());
    union.ties = ties;
    union.empty.clear();
    union
}

fn link(a: usize, b: usize, ties: usize) -> Link {
    Link {
        a: a.min(b),
        b: a.max(b),
        ties,
        binding: 0,
        hidden: true,
    }
}

/// The pairs of departments with a tie in either phase, and how many.
fn bundled(union: &Scene) -> Vec<Link> {
    let mut ties: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for tie in &union.ties {
        let [a, b] = [tie.a, tie.b].map(|node| union.network.room_of[node]);
        if a != b {
            *ties.entry((a.min(b), a.max(b))).or_insert(0) += 1;
        }
    }
    ties.into_iter()
        .map(|((a, b), ties)| link(a, b, ties))
        .collect()
}

/// Somebody who is in both phases.
#[derive(Clone, Copy)]
struct Stayed {
    /// Whether it answered in both; everybody did where answering was not recorded.
    heard: bool,
    /// Whether it is in the same department in both.
    settled: bool,
}

/// Who is in both phases, by id.
fn stayed(
    survey: &Survey,
    phases: [&Selection; 2],
) -> Result<BTreeMap<String, Stayed>, SelectionError> {
    let mut found: [BTreeMap<String, (bool, Option<String>)>; 2] = Default::default();
    for (found, selection) in found.iter_mut().zip(phases) {
        let graph = Graph::select(survey, selection)?;
        let recorded = graph.answers_recorded();
        for member in &graph.actors {
            let id = survey.actors[member.actor as usize].id.clone();
            let department = member.group.map(|at| graph.groups[at as usize].clone());
            let heard = !recorded || member.answered == Some(true);
            found.insert(id, (heard, department));
        }
    }
    let [before, after] = found;
    let both = before.into_iter().filter_map(|(id, (heard, department))| {
        let (later, now) = after.get(&id)?;
        let stayed = Stayed {
            heard: heard && *later,
            settled: department.is_some() && department == *now,
        };
        Some((id, stayed))
    });
    Ok(both.collect())
}

/// What became of each node, and from where those came that moved.
fn stays(before: &Scene, after: &Scene) -> (Vec<Stay>, BTreeMap<usize, usize>) {
    let place_in = |scene: &Scene| -> BTreeMap<String, usize> {
        let nodes = scene
            .nodes
            .iter()
            .enumerate()
            .filter(|(_, node)| node.present);
        nodes.map(|(at, node)| (node.id.clone(), at)).collect()
    };
    let (was, is) = (place_in(before), place_in(after));
    let mut came_from = BTreeMap::new();
    let stays = (0..after.nodes.len())
        .map(|at| {
            let id = &after.nodes[at].id;
            match (before.nodes[at].present, after.nodes[at].present) {
                (true, true) => Stay::Stayed,
                (false, false) => Stay::Absent,
                (false, true) => match was.get(id) {
                    Some(place) => {
                        came_from.insert(at, *place);
                        Stay::Moved
                    }
                    None => Stay::Joined,
                },
                (true, false) if is.contains_key(id) => Stay::MovedAway,
                (true, false) => Stay::Left,
            }
        })
        .collect();
    (stays, came_from)
}

/// The ties of both phases: of the later one where they stand now, those that ended where they stood.
fn ties(
    before: &Scene,
    after: &Scene,
    known: &BTreeMap<String, Stayed>,
) -> (Vec<SceneTie>, Vec<ChangedTie>) {
    let key = |scene: &Scene, tie: &SceneTie| {
        let [a, b] = [tie.a, tie.b].map(|node| scene.nodes[node].id.clone());
        if a < b { (a, b) } else { (b, a) }
    };
    let comparable = |ends: &(String, String)| {
        let both = known.get(&ends.0).zip(known.get(&ends.1));
        both.filter(|(a, b)| a.heard || b.heard)
    };
    let changed_tie = |tie: &SceneTie, ends: &(String, String), fate, strengths| {
        let both = comparable(ends);
        ChangedTie {
            fate,
            strengths,
            comparable: both.is_some(),
            counted: tie.counted && both.is_some_and(|(a, b)| a.settled && b.settled),
        }
    };
    let earlier: BTreeMap<(String, String), &SceneTie> = before
        .ties
        .iter()
        .map(|tie| (key(before, tie), tie))
        .collect();
    let mut later = BTreeSet::new();
    let (mut ties, mut changed) = (Vec::new(), Vec::new());
    for tie in &after.ties {
        let ends = key(after, tie);
        let was = earlier.get(&ends).map(|was| was.strength);
        let fate = match was {
            None => Fate::New,
            Some(was) if tie.strength > was => Fate::Stronger,
            Some(was) if tie.strength < was => Fate::Weaker,
            Some(_) => Fate::Kept,
        };
        changed.push(changed_tie(tie, &ends, fate, [was, Some(tie.strength)]));
        ties.push(*tie);
        later.insert(ends);
    }
    for (ends, tie) in earlier
        .into_iter()
        .filter(|(ends, _)| !later.contains(ends))
    {
        let strengths = [Some(tie.strength), None];
        changed.push(changed_tie(tie, &ends, Fate::Ended, strengths));
        ties.push(*tie);
    }
    (ties, changed)
}
