//! Whom a function works with.

use crate::analysis::{Graph, Tie};
use crate::domain::{Survey, natural};
use crate::map::paper::marks::Mark;

/// Who reported a tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reported {
    /// Both sides.
    Both,
    /// The function in the middle alone.
    Own,
    /// The other side alone.
    Other,
}

impl Reported {
    /// The word for it in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::Own => "own",
            Self::Other => "other",
        }
    }
}

/// An actor of the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its department's name; empty without a place in the phase.
    pub department: String,
    /// Its mark.
    pub mark: Mark,
}

/// Somebody the function works with.
#[derive(Debug, Clone, PartialEq)]
pub struct Partner {
    /// Who it is.
    pub actor: Named,
    /// How strong their tie is.
    pub strength: f64,
    /// Who reported it.
    pub reported: Reported,
    /// Whether it is agreed in writing; none where nobody said.
    pub binding: Option<bool>,
}

/// A function and whom it works with, by department and name, its own department first.
#[derive(Debug, Clone, PartialEq)]
pub struct Surroundings {
    /// The function.
    pub middle: Named,
    /// Whom it works with.
    pub partners: Vec<Partner>,
}

impl Surroundings {
    /// The ties of an actor of a survey in a graph; O(ties of the actor + rows).
    pub fn of(survey: &Survey, graph: &Graph, actor: u32) -> Self {
        let named = |number: u32| {
            let member = &graph.actors[number as usize];
            let of_survey = &survey.actors[member.actor as usize];
            let group = member
                .group
                .map(|group| graph.groups[group as usize].clone());
            Named {
                id: of_survey.id.clone(),
                name: of_survey.label.clone(),
                department: group.unwrap_or_default(),
                mark: Mark::of(member.core_team, member.body),
            }
        };
        let number = graph.actors.iter().position(|one| one.actor == actor);
        let Some(number) = number.map(|number| number as u32) else {
            return Self::alone(survey, actor);
        };
        let middle = named(number);
        let own = graph
            .ties
            .iter()
            .filter(|tie| tie.a == number || tie.b == number);
        let partners = own.map(|tie| {
            let other = if tie.a == number { tie.b } else { tie.a };
            Partner {
                actor: named(other),
                strength: tie.strength,
                reported: reported(survey, graph, tie, number),
                binding: tie.binding,
            }
        });
        let mut partners: Vec<Partner> = partners.collect();
        let is_elsewhere = |one: &Partner| one.actor.department != middle.department;
        partners.sort_by(|a, b| {
            let own = is_elsewhere(a).cmp(&is_elsewhere(b));
            own.then_with(|| natural(&a.actor.department, &b.actor.department))
                .then_with(|| natural(&a.actor.name, &b.actor.name))
        });
        Self { middle, partners }
    }

    /// An actor without a place in the phase.
    fn alone(survey: &Survey, actor: u32) -> Self {
        let of_survey = &survey.actors[actor as usize];
        Self {
            middle: Named {
                id: of_survey.id.clone(),
                name: of_survey.label.clone(),
                department: String::new(),
                mark: Mark::of(false, false),
            },
            partners: Vec::new(),
        }
    }

    /// How many of them are of the function's own department.
    pub fn inside(&self) -> usize {
        let own = &self.middle.department;
        let of_own = |one: &&Partner| !own.is_empty() && one.actor.department == *own;
        self.partners.iter().filter(of_own).count()
    }

    /// Their departments, each with its partners.
    pub fn by_department(&self) -> impl Iterator<Item = &[Partner]> {
        self.partners
            .chunk_by(|a, b| a.actor.department == b.actor.department)
    }
}

/// Who reported a tie of an actor of the graph.
fn reported(survey: &Survey, graph: &Graph, tie: &Tie, own: u32) -> Reported {
    if tie.confirmed {
        return Reported::Both;
    }
    let place = |number: u32| graph.actors[number as usize].actor;
    let other = place(if tie.a == own { tie.b } else { tie.a });
    let own = place(own);
    let in_phase = |row: Option<u16>| graph.phase.is_none() || row.is_none() || row == graph.phase;
    let counts = |strength: Option<f64>| strength.is_some_and(|one| one >= graph.min_strength);
    let mut rows = survey.ties.iter();
    let by_own = rows.any(|row| {
        (row.from, row.to) == (own, other) && in_phase(row.phase) && counts(row.strength)
    });
    if by_own {
        Reported::Own
    } else {
        Reported::Other
    }
}
