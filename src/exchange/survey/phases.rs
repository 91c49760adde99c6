//! The phases or waves of plain files.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::super::columns::Table;
use super::super::fault::{Faults, Problem};
use super::super::plan::{List, MAX_ITEMS, days};
use super::super::read::Row;
use super::part::{Part, coded, is_too_long};
use crate::domain::{MAX_NAME, Survey, SurveyPhase, natural, phase_keys, phase_readings};

/// A survey counts its phases in sixteen bits; a column with more values than this is none of phases.
const MOST: usize = 1_000;

/// The days that a cell may name, the first and the last.
type Days = (NaiveDate, NaiveDate);

/// The first row of each phase, with its first and its last day.
type Dated<'p> = HashMap<u16, (&'p Part<'p>, u32, [Option<Days>; 2])>;

/// A phase as a cell names it.
pub(super) struct Named {
    /// Its place among those met; none: in all phases.
    pub place: Option<u16>,
    /// The text that names it.
    pub text: String,
}

/// The phases met so far, in the order in which they were met.
pub(super) struct Phases<'p> {
    /// All tables, to look for what stands alone in a cell.
    parts: &'p [Part<'p>],
    met: Vec<(Option<NaiveDate>, SurveyPhase)>,
    place_of: HashMap<String, u16>,
    /// What people may call them; none where they may mean several.
    keys: HashMap<String, Option<u16>>,
    /// How many of them tables list; they come first.
    of_tables: usize,
    /// What the first cells name, by the mark of their lists.
    by_cell: HashMap<char, HashMap<String, Vec<Named>>>,
    /// What the last cell names that is not kept.
    last: Vec<Named>,
    /// Texts that a table of phases names.
    listed: HashSet<String>,
    /// Texts that stand alone in a cell of any table, once they were asked for: the same in any order of the rows.
    alone: Option<HashSet<String>>,
    /// How many phases the lists so far name, beside the first of each.
    items: usize,
}

impl<'p> Phases<'p> {
    /// From the tables of phases, where there are any.
    pub fn read(parts: &'p [Part<'p>], faults: &mut Faults) -> Self {
        let mut phases = Self {
            parts,
            met: Vec::new(),
            place_of: HashMap::new(),
            keys: HashMap::new(),
            of_tables: 0,
            by_cell: HashMap::new(),
            last: Vec::new(),
            listed: HashSet::new(),
            alone: None,
            items: 0,
        };
        let mut rows = HashMap::new();
        for part in parts.iter().filter(|part| part.table == Table::Phases) {
            part.each(faults, |number, row, faults| {
                phases.list(part, (number, row), &mut rows, faults);
            });
        }
        phases.of_tables = phases.met.len();
        phases.listed = phases.place_of.keys().cloned().collect();
        phases
    }

    /// Takes a row of a table of phases: a new phase, or one that an earlier row has.
    fn list(
        &mut self,
        part: &'p Part<'p>,
        (number, row): (u32, Row<'_>),
        rows: &mut Dated<'p>,
        faults: &mut Faults,
    ) {
        let (id, name) = (part.at("id"), part.at("name"));
        let mut named = |column| part.name(number, row, column, faults);
        let (Some(id), Some(name)) = (named(id), named(name)) else {
            return;
        };
        if self.met.len() >= MOST {
            if self.met.len() == MOST {
                let place = part.place(number, None, "");
                faults.push(place, Problem::TooManyPhases(MOST));
                self.add(None, &id, &name);
            }
            return;
        }
        let key = if id.is_empty() { &name } else { &id };
        if key.is_empty() {
            return;
        }
        let read = |key| part.at(key).and_then(|at| days(row.get(at)).ok());
        let dated = ["start", "end"].map(read);
        match self.known(key) {
            Some(place) => self.agree(part, (number, row), place, (dated, rows), faults),
            None => {
                let start = dated[0].map(|(first, _)| first);
                let called = if name.is_empty() { key } else { &name };
                let place = self.add(start, key, called);
                self.place_of
                    .entry(name.clone().into_owned())
                    .or_insert(place);
                let end = dated[1].map(|(_, last)| last);
                self.call(
                    place,
                    phase_keys(key, called, start.map(|start| (start, end))),
                );
                rows.insert(place, (part, number, dated));
            }
        }
    }

    /// Notes where a row says other days of a phase than an earlier one.
    fn agree(
        &self,
        part: &Part<'_>,
        (number, row): (u32, Row<'_>),
        place: u16,
        (dated, rows): ([Option<Days>; 2], &Dated<'p>),
        faults: &mut Faults,
    ) {
        let Some((of, before, known)) = rows.get(&place) else {
            return;
        };
        let both = ["start", "end"].into_iter().zip(dated.iter().zip(known));
        let apart = |(a, b): (&Option<Days>, &Option<Days>)| match (a, b) {
            (Some(a), Some(b)) => a.1 < b.0 || b.1 < a.0,
            _ => false,
        };
        for (key, days) in both {
            if apart(days) {
                let column = part.at(key);
                let cell = column.map_or("", |at| row.get(at));
                let earlier = part.earlier(of, *before, None);
                faults.push(
                    part.place(number, column, cell),
                    Problem::Differs(Box::new(earlier)),
                );
                return;
            }
        }
    }

    /// Lets a phase be meant by some keys.
    fn call(&mut self, place: u16, keys: impl IntoIterator<Item = String>) {
        for key in keys {
            self.keys
                .entry(key)
                .and_modify(|known| *known = known.filter(|known| *known == place))
                .or_insert(Some(place));
        }
    }

    /// The place of the phase that a text names, by its id or name, else the only one that people may mean by it.
    fn known(&self, text: &str) -> Option<u16> {
        if let Some(place) = self.place_of.get(text) {
            return Some(*place);
        }
        let [written, bare] = phase_readings(text);
        let by = |key: &str| self.keys.get(key).copied().flatten();
        // The same in any order of the rows: only what a table lists is found without its word.
        let is_listed = |place: &u16| usize::from(*place) < self.of_tables;
        by(&written).or_else(|| by(&bare).filter(is_listed))
    }

    fn add(&mut self, start: Option<NaiveDate>, id: &str, name: &str) -> u16 {
        let place = u16::try_from(self.met.len()).unwrap_or(u16::MAX);
        let phase = SurveyPhase {
            id: id.to_owned(),
            name: name.to_owned(),
        };
        self.met.push((start, phase));
        self.place_of.insert(id.to_owned(), place);
        place
    }

    /// The phases that a cell names; a single one without a place where it names none.
    pub fn of(
        &mut self,
        part: &Part<'_>,
        number: u32,
        row: Row<'_>,
        column: Option<usize>,
        faults: &mut Faults,
    ) -> &[Named] {
        let cell = coded(row, column);
        let mark = part.sheet.list_mark;
        let kept = self.by_cell.entry(mark).or_default();
        let is_kept = kept.contains_key(cell.as_ref());
        let is_room = kept.len() < MOST;
        if !is_kept {
            let texts = self.items_of(&cell, mark);
            let texts = texts.unwrap_or_else(|| vec![cell.as_ref().to_owned()]);
            self.last.clear();
            for text in texts {
                let place = self.one(part, number, &text, column, faults);
                self.last.push(Named { place, text });
            }
        }
        // What is faulty is judged again in each row that has it.
        let is_sound = |one: &Named| one.place.is_some() || one.text.is_empty();
        if !is_kept && is_room && self.last.iter().all(is_sound) {
            let named = std::mem::take(&mut self.last);
            let kept = self.by_cell.entry(mark).or_default();
            kept.insert(cell.as_ref().to_owned(), named);
        }
        let kept = self.by_cell[&mark].get(cell.as_ref());
        let named = kept.unwrap_or(&self.last);
        let before = self.items;
        self.items += named.len() - 1;
        if self.items <= MAX_ITEMS {
            return named;
        }
        if before <= MAX_ITEMS {
            let problem = Problem::TooManyItems(MAX_ITEMS);
            faults.push(part.place(number, column, &cell), problem);
        }
        &[]
    }

    /// The items of a cell that names several phases, each of them of a table of phases or alone in another cell.
    fn items_of(&mut self, cell: &str, mark: char) -> Option<Vec<String>> {
        let list = List { text: cell, mark };
        if !(1..MOST).contains(&list.marks()) || self.listed.contains(cell) {
            return None;
        }
        let parts = self.parts;
        let listed = &self.listed;
        let alone = self.alone.get_or_insert_with(|| alone(parts, listed));
        let (keys, of_tables) = (&self.keys, self.of_tables);
        let known = |text: &str| {
            let is_listed = |key: &String| {
                let place = keys.get(key).copied().flatten();
                place.is_some_and(|place| usize::from(place) < of_tables)
            };
            let is_called = || phase_readings(text).iter().any(is_listed);
            let is_known = listed.contains(text) || alone.contains(text) || is_called();
            is_known.then(|| text.to_owned())
        };
        let items: Option<Vec<String>> = list.items(known).into_iter().map(Result::ok).collect();
        items.filter(|items| items.len() > 1)
    }

    /// The place of the phase that a text names, a new one where there is none; none where it names none, or after a
    /// fault.
    fn one(
        &mut self,
        part: &Part<'_>,
        number: u32,
        text: &str,
        column: Option<usize>,
        faults: &mut Faults,
    ) -> Option<u16> {
        if text.is_empty() {
            return None;
        }
        if let Some(place) = self.known(text) {
            return Some(place);
        }
        if is_too_long(text) {
            let problem = || Problem::NameTooLong(MAX_NAME);
            faults.push_with(|| part.place(number, column, text), problem);
            return None;
        }
        if self.met.len() >= MOST {
            if self.met.len() == MOST {
                faults.push(
                    part.place(number, column, text),
                    Problem::TooManyValues(MOST),
                );
                self.add(None, text, text);
            }
            return None;
        }
        let place = self.add(None, text, text);
        let [written, _] = phase_readings(text);
        self.call(place, [written]);
        Some(place)
    }

    /// Puts the phases into their order, by start or else by name, and gives all rows the places in it.
    pub fn finish(self, survey: &mut Survey) {
        let mut order: Vec<usize> = (0..self.met.len()).collect();
        order.sort_by(|a, b| {
            let ((start, x), (other, y)) = (&self.met[*a], &self.met[*b]);
            match (start, other) {
                (Some(start), Some(other)) => start.cmp(other),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => natural(&x.id, &y.id),
            }
        });
        let mut place_of = vec![0; order.len()];
        for (place, met) in (0..).zip(&order) {
            place_of[*met] = place;
        }
        survey.move_phases(&place_of);
        let mut phases: Vec<Option<SurveyPhase>> =
            self.met.into_iter().map(|(_, phase)| Some(phase)).collect();
        survey.phases = order.iter().filter_map(|met| phases[*met].take()).collect();
    }
}

/// The texts that stand alone in a cell of any table and that no table of phases names; not all where they are more
/// than there may be phases, which the rows will report.
fn alone(parts: &[Part<'_>], listed: &HashSet<String>) -> HashSet<String> {
    const TABLES: [Table; 3] = [Table::Actors, Table::Cooperations, Table::Offers];
    let mut alone = HashSet::new();
    for part in parts.iter().filter(|part| TABLES.contains(&part.table)) {
        let Some(column) = part.at("phase") else {
            continue;
        };
        // Faults of the table are reported when its rows are read.
        part.each(&mut Faults::default(), |_, row, _| {
            if alone.len() > MOST {
                return;
            }
            let cell = coded(row, Some(column));
            let text = cell.as_ref();
            if text.is_empty() || is_too_long(text) {
                return;
            }
            let mark = part.sheet.list_mark;
            let is_alone = List { text, mark }.marks() == 0;
            if is_alone && !listed.contains(text) && !alone.contains(text) {
                alone.insert(cell.into_owned());
            }
        });
    }
    alone
}
