//! The actors of plain files.

use std::collections::HashMap;

use super::super::fault::{Faults, Problem};
use super::super::plan::is_dash;
use super::super::read::{MAX_COLUMNS, Row};
use super::departments::Departments;
use super::given::Given;
use super::part::{Part, flag, text};
use super::phases::Phases;
use super::standing::{MOST_CELLS, Standing};
use crate::domain::{Actor, ActorKind, Id, Numbering, Presence, Survey, SurveyActor, natural};
use crate::text::words;

/// The actors met so far, in the order in which they were met.
#[derive(Default)]
pub(super) struct Actors {
    met: Vec<SurveyActor>,
    by_id: HashMap<String, u32>,
    /// None if several have the name.
    by_name: HashMap<String, Option<u32>>,
    /// Where they stand.
    pub standing: Standing,
    numbering: Numbering,
    has_table: bool,
}

/// The columns of a table of actors, where it has them.
struct Columns {
    id: Option<usize>,
    name: Option<usize>,
    phase: Option<usize>,
    department: Option<usize>,
    section: Option<usize>,
    kind: Option<usize>,
    level: Option<usize>,
    core_team: Option<usize>,
    asked: Option<usize>,
    answered: Option<usize>,
}

impl Columns {
    fn of(part: &Part<'_>) -> Self {
        Self {
            id: part.at("id"),
            name: part.at("name"),
            phase: part.at("phase"),
            department: part.at("department"),
            section: part.at("section"),
            kind: part.at("kind"),
            level: part.at("level"),
            core_team: part.at("core_team"),
            asked: part.at("asked"),
            answered: part.at("answered"),
        }
    }
}

impl Actors {
    /// Reads a table of actors.
    pub fn read(
        &mut self,
        part: &Part<'_>,
        departments: &mut Departments,
        phases: &mut Phases<'_>,
        faults: &mut Faults,
    ) {
        self.has_table = true;
        let at = Columns::of(part);
        let given = Given::of(part, at.id, at.name, faults);
        let sources = self.standing.sources(part, departments);
        if self.standing.columns.len() > MAX_COLUMNS {
            let place = part.place(part.header.row, None, "");
            faults.push(place, Problem::TooManyColumns(MAX_COLUMNS));
            return;
        }
        let mut is_full = false;
        part.each(faults, |number, row, faults| {
            if is_full {
                return;
            }
            if self.standing.is_full() {
                is_full = true;
                let place = part.place(number, None, "");
                faults.push(place, Problem::TooManyCells(MOST_CELLS));
                return;
            }
            let named = self.named(part, &at, &given, (number, row), faults);
            let Some((actor, of)) = named else { return };
            let department = is_name(&of).then(|| departments.place(&of));
            let kind = words::read_actor_kind(&text(row, at.kind));
            self.met[actor as usize].kind = kind.unwrap_or_default();
            let phases = phases.of(part, number, row, at.phase, faults);
            let presence = Presence {
                actor,
                phase: None,
                department,
                level: words::read_level(&text(row, at.level)),
                core_team: flag(part, number, row, at.core_team, faults).unwrap_or_default(),
                asked: flag(part, number, row, at.asked, faults),
                answered: flag(part, number, row, at.answered, faults),
            };
            for phase in phases {
                let presence = Presence {
                    phase: phase.place,
                    ..presence
                };
                let values = sources.values(row, department, &phase.text, departments);
                if let Err(before) = self.standing.add(number, presence, values) {
                    let column = at.id.or(at.name);
                    let cell = column.map_or("", |at| row.get(at));
                    faults.push_with(
                        || part.place(number, column, cell),
                        || Problem::Differs(before),
                    );
                }
            }
        });
    }

    /// The actor of a row, and the text that names its department; none after a fault.
    fn named(
        &mut self,
        part: &Part<'_>,
        at: &Columns,
        given: &Given,
        (number, row): (u32, Row<'_>),
        faults: &mut Faults,
    ) -> Option<(u32, String)> {
        let names = [at.id, at.name, at.department, at.section];
        let names = names.map(|column| part.name(number, row, column, faults));
        let [Some(key), Some(label), Some(of), Some(_)] = names else {
            return None;
        };
        let Some(actor) = self.actor(given, &key, &label) else {
            let column = at.id.or(at.name);
            faults.push_with(|| part.place(number, column, ""), || Problem::Empty);
            return None;
        };
        Some((actor, of.into_owned()))
    }

    /// The actor of a row: by its id, else by its name as an import would find it.
    fn actor(&mut self, given: &Given, id: &str, name: &str) -> Option<u32> {
        if !id.is_empty() {
            let actor = match self.by_id.get(id) {
                Some(actor) => *actor,
                None => self.add(id.to_owned(), name),
            };
            return Some(actor);
        }
        if name.is_empty() {
            return None;
        }
        if let Some(Some(actor)) = self.by_name.get(name) {
            return Some(*actor);
        }
        if let Some(Some(id)) = given.names.get(name) {
            return Some(self.add(id.clone(), name));
        }
        let by_id = &self.by_id;
        let id = self.numbering.id(name, |id: &Id<Actor>| {
            by_id.contains_key(id.as_str()) || given.ids.contains(id.as_str())
        });
        Some(self.add(id.to_string(), name))
    }

    fn add(&mut self, id: String, name: &str) -> u32 {
        let place = u32::try_from(self.met.len()).unwrap_or(u32::MAX);
        let label = if name.is_empty() { &id } else { name };
        self.by_name
            .entry(label.to_owned())
            .and_modify(|bearer| *bearer = None)
            .or_insert(Some(place));
        self.met.push(SurveyActor {
            label: label.to_owned(),
            id: id.clone(),
            kind: ActorKind::default(),
        });
        self.by_id.insert(id, place);
        place
    }

    /// The actor that an end of a tie names. Where no table says who there is, whoever is named is there.
    pub fn end(&mut self, text: &str) -> Option<u32> {
        if let Some(actor) = self.by_id.get(text) {
            return Some(*actor);
        }
        if !self.has_table {
            let actor = self.add(text.to_owned(), "");
            self.standing.add_anywhere(actor);
            return Some(actor);
        }
        self.by_name.get(text).copied().flatten()
    }

    /// Whether a table says who there is.
    pub fn has_table(&self) -> bool {
        self.has_table
    }

    /// The names of at most so many actors of a department.
    pub fn some_of(&self, department: u32, most: usize) -> Vec<String> {
        let there = self.standing.presences.iter();
        let there = there.filter(|row| row.department == Some(department));
        let mut names: Vec<String> = Vec::new();
        for row in there {
            let name = &self.met[row.actor as usize].label;
            if names.len() < most && !names.contains(name) {
                names.push(name.clone());
            }
        }
        names
    }

    /// The actor that a text names; none where nobody of the file is named so.
    pub fn find(&self, text: &str) -> Option<u32> {
        let by_name = || self.by_name.get(text).copied().flatten();
        self.by_id.get(text).copied().or_else(by_name)
    }

    /// The ids of all that bear a name.
    pub fn bearers(&self, name: &str) -> impl Iterator<Item = &str> {
        let bearers = self.met.iter().filter(move |actor| actor.label == name);
        bearers.map(|actor| actor.id.as_str())
    }

    /// All ids and names.
    pub fn texts(&self) -> impl Iterator<Item = &str> + Clone {
        self.met
            .iter()
            .flat_map(|actor| [actor.label.as_str(), actor.id.as_str()])
    }

    /// Puts the actors into their order, and gives all rows the places in it.
    pub fn finish(self, survey: &mut Survey) {
        let mut order: Vec<u32> = (0..).take(self.met.len()).collect();
        order.sort_by(|a, b| natural(&self.met[*a as usize].id, &self.met[*b as usize].id));
        let mut place_of = vec![0u32; order.len()];
        for (place, met) in (0..).zip(&order) {
            place_of[*met as usize] = place;
        }
        survey.move_actors(&place_of);
        let mut met: Vec<Option<SurveyActor>> = self.met.into_iter().map(Some).collect();
        survey.actors = order
            .iter()
            .filter_map(|actor| met[*actor as usize].take())
            .collect();
    }
}

/// Whether a cell names a department.
fn is_name(text: &str) -> bool {
    !text.is_empty() && !is_dash(text)
}
