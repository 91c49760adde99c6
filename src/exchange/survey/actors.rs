//! The actors of plain files.

use std::collections::{BTreeSet, HashMap};

use super::super::fault::{Faults, Problem, some_ids};
use super::super::plan::is_dash;
use super::super::read::{MAX_COLUMNS, Row};
use super::departments::Departments;
use super::given::Given;
use super::looks::{Looks, key as key_of};
use super::namesakes::{Namesakes, alike as alike_to, bracketed};
use super::part::{Part, flag, text};
use super::phases::Phases;
use super::standing::{MOST_CELLS, Standing};
use crate::domain::{
    Actor, ActorKind, Id, Numbering, Presence, Survey, SurveyActor, look, natural,
};
use crate::text::words;

/// The actors met so far, in the order in which they were met.
#[derive(Default)]
pub(super) struct Actors {
    met: Vec<SurveyActor>,
    by_id: HashMap<String, u32>,
    /// None if several have the name.
    by_name: HashMap<String, Option<u32>>,
    by_look: Looks,
    /// The names that are told apart by departments.
    namesakes: Namesakes,
    /// Who bears such a name in a department.
    apart: HashMap<(u64, u32), u32>,
    /// Where they stand.
    pub standing: Standing,
    numbering: Numbering,
    has_table: bool,
}

/// Of more bearers of a name it is only known that they are many.
const MOST_BEARERS: usize = 1_000;

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

    /// What a row says of where its actor stands.
    fn presence(
        &self,
        (actor, department): (u32, Option<u32>),
        part: &Part<'_>,
        (number, row): (u32, Row<'_>),
        faults: &mut Faults,
    ) -> Presence {
        let mut flag = |column| flag(part, number, row, column, faults);
        Presence {
            actor,
            phase: None,
            department,
            level: words::read_level(&text(row, self.level)),
            core_team: flag(self.core_team).unwrap_or_default(),
            asked: flag(self.asked),
            answered: flag(self.answered),
            open: Vec::new(),
        }
    }
}

impl Actors {
    /// None yet; some names will be told apart by departments.
    pub fn new(namesakes: Namesakes) -> Self {
        Self {
            namesakes,
            ..Self::default()
        }
    }

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
            let named = self.named(part, &at, &given, (number, row), departments, faults);
            let Some((actor, department)) = named else {
                return;
            };
            if let Some(kind) = words::read_actor_kind(&text(row, at.kind)) {
                self.met[actor as usize].kind = kind;
            }
            let phases = phases.of(part, number, row, at.phase, faults);
            let presence = at.presence((actor, department), part, (number, row), faults);
            for phase in phases {
                let presence = Presence {
                    phase: phase.place,
                    ..presence.clone()
                };
                let values = sources.values(row, department, &phase.text, departments);
                let place = (part.sheet.source.as_str(), number);
                if let Err(before) = self.standing.add(place, presence, values) {
                    let column = before.column.as_ref().and_then(|name| part.column(name));
                    let column = column.or(at.id).or(at.name);
                    let cell = column.map_or("", |at| row.get(at));
                    faults.push_with(
                        || part.place(number, column, cell),
                        || Problem::Differs(Box::new(before.earlier)),
                    );
                }
            }
        });
    }

    /// The actor of a row, and its department; none after a fault.
    fn named(
        &mut self,
        part: &Part<'_>,
        at: &Columns,
        given: &Given,
        (number, row): (u32, Row<'_>),
        departments: &mut Departments,
        faults: &mut Faults,
    ) -> Option<(u32, Option<u32>)> {
        let names = [at.id, at.name, at.department, at.section];
        let names = names.map(|column| part.name(number, row, column, faults));
        let [Some(key), Some(label), Some(of), Some(_)] = names else {
            return None;
        };
        if key.is_empty() && label.is_empty() {
            let column = at.id.or(at.name);
            faults.push_with(|| part.place(number, column, ""), || Problem::Empty);
            return None;
        }
        let department = is_name(&of).then(|| departments.place(&of));
        let actor = self.actor(given, &key, &label, department);
        if let Some(department) = department
            && self.namesakes.are_apart(&label)
        {
            let own = self.apart.entry((key_of(&label), department));
            own.or_insert(actor);
        }
        Some((actor, department))
    }

    /// The actor of a row: by its id, else by its name as an import would find it.
    fn actor(&mut self, given: &Given, id: &str, name: &str, department: Option<u32>) -> u32 {
        if !id.is_empty() {
            return match self.by_id.get(id) {
                Some(actor) => *actor,
                None => self.add(id.to_owned(), name),
            };
        }
        let are_apart = self.namesakes.are_apart(name);
        let bearers = if are_apart {
            let own = department.and_then(|place| self.apart.get(&(key_of(name), place)));
            own.copied().into_iter().collect()
        } else {
            match self.by_name.get(name) {
                Some(Some(actor)) => vec![*actor],
                _ => self.bearers(name),
            }
        };
        if let [actor] = bearers[..] {
            return actor;
        }
        if let Some(id) = given.id(name).filter(|_| !are_apart) {
            return self.add(id.clone(), name);
        }
        let by_id = &self.by_id;
        let id = self.numbering.id(name, |id: &Id<Actor>| {
            by_id.contains_key(id.as_str()) || given.ids.contains(id.as_str())
        });
        self.add(id.to_string(), name)
    }

    /// All whose names are just so, else those whose names look so, else those that do but for the case of letters.
    fn bearers(&self, name: &str) -> Vec<u32> {
        let label = |actor: &u32| self.met[*actor as usize].label.as_str();
        let alike = self.by_look.of(name).take(MOST_BEARERS);
        let alike: Vec<u32> = alike.filter(|actor| alike_to(label(actor), name)).collect();
        if alike.len() < 2 {
            return alike;
        }
        let seen = look(name);
        let same = |is: &dyn Fn(&str) -> bool| -> Vec<u32> {
            let same = alike.iter().filter(|actor| is(label(actor)));
            same.copied().collect()
        };
        let mut nearest = [
            same(&|other| other == name),
            same(&|other| look(other) == seen),
        ];
        let found = nearest.iter_mut().find(|same| !same.is_empty());
        found.map(std::mem::take).unwrap_or(alike)
    }

    fn add(&mut self, id: String, name: &str) -> u32 {
        let place = u32::try_from(self.met.len()).unwrap_or(u32::MAX);
        let label = if name.is_empty() { &id } else { name };
        self.by_name
            .entry(label.to_owned())
            .and_modify(|bearer| *bearer = None)
            .or_insert(Some(place));
        if self.has_table || !is_number(label) {
            self.by_look.add(label, place);
        }
        self.met.push(SurveyActor {
            label: label.to_owned(),
            id: id.clone(),
            kind: ActorKind::default(),
        });
        self.by_id.insert(id, place);
        place
    }

    /// The actor that an end of a tie names. Where no table says who there is, whoever is named is there.
    pub fn end(&mut self, text: &str, departments: &Departments) -> Option<u32> {
        if let Some(actor) = self.by_id.get(text) {
            return Some(*actor);
        }
        if self.has_table {
            return self.find(text, departments);
        }
        let alike = match is_number(text) {
            true => Vec::new(),
            false => self.bearers(text),
        };
        if let [actor] = alike[..] {
            self.by_id.insert(text.to_owned(), actor);
            return Some(actor);
        }
        let actor = self.add(text.to_owned(), "");
        self.standing.add_anywhere(actor);
        Some(actor)
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

    /// The actor that a text names; none where nobody of the file is named so, or several are.
    pub fn find(&self, text: &str, departments: &Departments) -> Option<u32> {
        let by_id = self.by_id.get(text).copied();
        by_id.or_else(|| match self.by_name.get(text) {
            Some(only) => *only,
            None => match self.bearers(text)[..] {
                [] => self.in_department(text, departments),
                [actor] => Some(actor),
                _ => None,
            },
        })
    }

    /// The actor that `RSD Süd (Jugendamt)` names.
    fn in_department(&self, text: &str, departments: &Departments) -> Option<u32> {
        let (name, department) = bracketed(text)?;
        let department = departments.find(department)?;
        let bearers = self.bearers(name).into_iter();
        let mut there =
            bearers.filter(|actor| self.standing.departments(*actor).contains(&department));
        let actor = there.next()?;
        there.next().is_none().then_some(actor)
    }

    /// How to write each of several that bear a name, with its department in brackets, or its id; none where only one
    /// does or nobody.
    pub fn written_out(&self, name: &str, departments: &Departments) -> Option<Vec<String>> {
        let bearers = self.bearers(name);
        if bearers.len() < 2 {
            return None;
        }
        let written = bearers.iter().map(|actor| {
            let department = self.standing.departments(*actor).last()?;
            let department = &departments.at(*department).name;
            Some(format!(
                "{} ({department})",
                self.met[*actor as usize].label
            ))
        });
        let written: Option<BTreeSet<String>> = written.collect();
        let written = written.filter(|written| written.len() == bearers.len());
        Some(match written {
            Some(written) => some_ids(written.into_iter()),
            None => some_ids(
                bearers
                    .iter()
                    .map(|actor| self.met[*actor as usize].id.clone()),
            ),
        })
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

/// Whether a text is a bare number, which looks like no other; the nodes of large networks are.
fn is_number(text: &str) -> bool {
    text.bytes().all(|c| c.is_ascii_digit())
}

/// Whether a cell names a department.
fn is_name(text: &str) -> bool {
    !text.is_empty() && !is_dash(text)
}
