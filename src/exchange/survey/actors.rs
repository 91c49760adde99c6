//! The actors of plain files, and the columns that can group them.

use std::collections::{HashMap, HashSet};

use super::super::columns::Table;
use super::super::fault::{Faults, Problem};
use super::super::read::MAX_COLUMNS;
use super::departments::{COLUMNS, Departments};
use super::given::Given;
use super::phases::Phases;
use super::{Part, Row, flag, is_dash, text};
use crate::domain::{
    Actor, ActorKind, Column, Id, Numbering, Presence, Survey, SurveyActor, SurveyParty, natural,
};
use crate::text::words;

/// Columns that say who an actor is, or are not for figures.
const NOT_GROUPING: [&str; 5] = ["id", "name", "phase", "contact", "note"];

/// The most values of all columns together.
const MOST_CELLS: usize = 10_000_000;

/// The actors met so far, in the order in which they were met.
#[derive(Default)]
pub(super) struct Actors {
    met: Vec<SurveyActor>,
    by_id: HashMap<String, u32>,
    /// None where several bear the name.
    by_name: HashMap<String, Option<u32>>,
    presences: Vec<Presence>,
    /// The row and the presence of each actor in each phase.
    rows: HashMap<(u32, Option<u16>), (u32, usize)>,
    columns: Vec<Column>,
    /// The place of each column by its key.
    place_of: HashMap<String, usize>,
    numbering: Numbering,
    has_table: bool,
}

impl Actors {
    /// Reads a table of actors.
    pub fn read(
        &mut self,
        part: &Part<'_>,
        departments: &Departments,
        phases: &mut Phases,
        faults: &mut Faults,
    ) {
        self.has_table = true;
        let (id, name, phase) = (part.at("id"), part.at("name"), part.at("phase"));
        let department = part.at("department");
        let (kind, level) = (part.at("kind"), part.at("level"));
        let (core_team, asked, answered) =
            (part.at("core_team"), part.at("asked"), part.at("answered"));
        let section = part.at("section");
        let given = Given::of(part, id, name, faults);
        let places = self.places(part, departments);
        if self.columns.len() > MAX_COLUMNS {
            let place = part.place(part.header.row, None, "");
            faults.push(place, Problem::TooManyColumns(MAX_COLUMNS));
            return;
        }
        let mut is_full = false;
        part.each(faults, |number, row, faults| {
            if is_full {
                return;
            }
            if (self.presences.len() + 1) * self.columns.len() > MOST_CELLS {
                is_full = true;
                let place = part.place(number, None, "");
                faults.push(place, Problem::TooManyCells(MOST_CELLS));
                return;
            }
            let names = [id, name, department, section];
            let names = names.map(|column| part.name(number, row, column, faults));
            let [Some(key), Some(label), Some(of), Some(_)] = names else {
                return;
            };
            let Some(actor) = self.actor(&given, &key, &label) else {
                faults.push_with(|| part.place(number, id.or(name), ""), || Problem::Empty);
                return;
            };
            let of_department = departments.get(&of);
            let actor_kind = words::read_actor_kind(&text(row, kind));
            self.met[actor as usize].kind = actor_kind.unwrap_or_default();
            let presence = Presence {
                actor,
                phase: phases.of(part, number, row, phase, faults),
                department_kind: of_department.and_then(|department| department.kind),
                level: words::read_level(&text(row, level)),
                core_team: flag(part, number, row, core_team, faults).unwrap_or_default(),
                asked: flag(part, number, row, asked, faults),
                answered: flag(part, number, row, answered, faults),
            };
            let mut values = vec![None; self.columns.len()];
            for (place, source) in &places {
                values[*place] = match source {
                    Source::Cell(key, at) => value(key, row, *at, departments),
                    Source::Department(column) => {
                        of_department.and_then(|d| d.value(*column, &text(row, phase)))
                    }
                    Source::DepartmentKind => of_department
                        .and_then(|d| d.kind)
                        .map(|kind| kind.code().to_owned()),
                };
            }
            let key = (actor, presence.phase);
            match self.rows.get(&key) {
                None => {
                    self.rows.insert(key, (number, self.presences.len()));
                    self.presences.push(presence);
                    for (column, value) in self.columns.iter_mut().zip(values) {
                        column.values.push(value);
                    }
                }
                Some((before, at)) => {
                    let columns = self.columns.iter().zip(&values);
                    let same = self.presences[*at] == presence
                        && columns
                            .clone()
                            .all(|(column, value)| column.values[*at] == *value);
                    if !same {
                        let column = id.or(name);
                        let cell = column.map_or("", |at| row.get(at));
                        faults.push_with(
                            || part.place(number, column, cell),
                            || Problem::Differs(*before),
                        );
                    }
                }
            }
        });
    }

    /// The columns of a table of actors, and of the departments behind it, each with its place among all columns.
    fn places(&mut self, part: &Part<'_>, departments: &Departments) -> Vec<(usize, Source)> {
        let mut places = Vec::new();
        let headings = Table::Actors.headings();
        for (heading, at) in headings.iter().zip(&part.columns) {
            if let Some(at) = at
                && !NOT_GROUPING.contains(&heading.key)
            {
                let place = self.column(heading.key, &part.header.cells[*at]);
                places.push((place, Source::Cell(Some(heading.key), *at)));
            }
        }
        if !departments.is_empty() {
            for (column, key) in COLUMNS.iter().enumerate() {
                if let Some(header) = &departments.headers[column] {
                    places.push((self.column(key, header), Source::Department(column)));
                }
            }
            let place = self.column("department_kind", "department_kind");
            places.push((place, Source::DepartmentKind));
        }
        for (at, header) in part.header.cells.iter().enumerate() {
            if !header.is_empty() && !part.columns.contains(&Some(at)) {
                places.push((self.column(header, header), Source::Cell(None, at)));
            }
        }
        places
    }

    /// The place of a column with this key; a new one where there is none.
    fn column(&mut self, key: &str, header: &str) -> usize {
        let known = self.place_of.get(key).copied();
        let place = known.unwrap_or_else(|| {
            let values = if self.columns.len() * self.presences.len() < MOST_CELLS {
                vec![None; self.presences.len()]
            } else {
                // It is too much and will be told.
                Vec::new()
            };
            self.columns.push(Column {
                names: vec![key.to_owned()],
                values,
            });
            self.place_of.insert(key.to_owned(), self.columns.len() - 1);
            self.columns.len() - 1
        });
        let names = &mut self.columns[place].names;
        if !names.iter().any(|name| name == header) {
            names.push(header.to_owned());
        }
        place
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
            let presence = Presence {
                actor,
                phase: None,
                department_kind: None,
                level: None,
                core_team: false,
                asked: None,
                answered: None,
            };
            self.presences.push(presence);
            return Some(actor);
        }
        self.by_name.get(text).copied().flatten()
    }

    /// The actor that a text names; none where nobody of the file is named so.
    pub fn find(&self, text: &str) -> Option<u32> {
        let by_name = || self.by_name.get(text).copied().flatten();
        self.by_id.get(text).copied().or_else(by_name)
    }

    /// The names of the actors' departments.
    pub fn departments(&self) -> HashSet<&str> {
        self.values("department").flatten().collect()
    }

    /// The department of each section; none where several departments have one of this name.
    pub fn sections(&self) -> HashMap<&str, Option<&str>> {
        let mut sections = HashMap::new();
        for (section, department) in self.values("section").zip(self.values("department")) {
            if let Some(section) = section {
                let known = sections.entry(section).or_insert(department);
                *known = known.filter(|known| department == Some(known));
            }
        }
        sections
    }

    fn values(&self, key: &str) -> impl Iterator<Item = Option<&str>> {
        let column = self.columns.iter().find(|column| column.names[0] == key);
        let values = column.into_iter().flat_map(|column| &column.values);
        values.map(Option::as_deref)
    }

    /// All ids and names.
    pub fn texts(&self) -> impl Iterator<Item = &str> + Clone {
        self.met
            .iter()
            .flat_map(|actor| [actor.label.as_str(), actor.id.as_str()])
    }

    /// Puts actors and presences into their order, and gives the ties the places in it.
    pub fn finish(self, survey: &mut Survey, place_of_phase: &[u16]) {
        let mut order: Vec<u32> = (0..).take(self.met.len()).collect();
        order.sort_by(|a, b| natural(&self.met[*a as usize].id, &self.met[*b as usize].id));
        let mut place_of = vec![0u32; order.len()];
        for (place, met) in (0..).zip(&order) {
            place_of[*met as usize] = place;
        }
        for tie in &mut survey.ties {
            tie.from = place_of[tie.from as usize];
            tie.to = place_of[tie.to as usize];
        }
        for offer in &mut survey.offers {
            let parts = [
                &mut offer.providers,
                &mut offer.known_to,
                &mut offer.referred_by,
            ];
            for party in parts.into_iter().flatten() {
                if let SurveyParty::Actor(actor) = party {
                    *actor = place_of[*actor as usize];
                }
            }
        }
        let mut met: Vec<Option<SurveyActor>> = self.met.into_iter().map(Some).collect();
        survey.actors = order
            .iter()
            .filter_map(|actor| met[*actor as usize].take())
            .collect();
        let mut rows: Vec<(usize, Presence)> = self
            .presences
            .into_iter()
            .map(|presence| Presence {
                actor: place_of[presence.actor as usize],
                phase: presence.phase.map(|met| place_of_phase[usize::from(met)]),
                ..presence
            })
            .enumerate()
            .collect();
        rows.sort_by_key(|(row, presence)| (presence.actor, presence.phase, *row));
        survey.columns = self.columns;
        for column in &mut survey.columns {
            let values = &mut column.values;
            *values = rows.iter().map(|(row, _)| values[*row].take()).collect();
        }
        survey.presences = rows.into_iter().map(|(_, presence)| presence).collect();
    }
}

/// Where a column's value comes from.
enum Source {
    Cell(Option<&'static str>, usize),
    Department(usize),
    DepartmentKind,
}

/// The value of a cell: a code where the word is known, a department's full name, else as written.
fn value(
    key: &Option<&'static str>,
    row: Row<'_>,
    at: usize,
    departments: &Departments,
) -> Option<String> {
    let cell = text(row, Some(at));
    if cell.is_empty() {
        return None;
    }
    let known = match key {
        Some("department") if departments.get(&cell).is_some() => {
            departments.get(&cell).map(|d| d.name.clone())
        }
        Some("department" | "kind" | "level" | "core_team") if is_dash(&cell) => return None,
        Some("level") => words::read_level(&cell).map(|level| level.code().to_owned()),
        Some("kind") => words::read_actor_kind(&cell).map(|kind| kind.code().to_owned()),
        Some("core_team") => {
            words::read_yes_no(&cell).map(|yes| if yes { "yes" } else { "no" }.to_owned())
        }
        _ => None,
    };
    Some(known.unwrap_or_else(|| cell.into_owned()))
}
