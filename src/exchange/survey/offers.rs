//! The offers of plain files, with who takes part in them.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};

use super::super::fault::{Faults, Problem};
use super::super::plan::{List, MAX_ITEMS, MOST_MARKS, is_dash};
use super::super::read::Row;
use super::actors::Actors;
use super::departments::Departments;
use super::given::Given;
use super::part::{Part, text};
use super::phases::Phases;
use crate::domain::{Id, Numbering, Offer, SurveyOffer, SurveyParty};
use crate::text::words;

/// The columns that hold lists.
const LISTS: [&str; 5] = [
    "life_phases",
    "fields",
    "providers",
    "known_to",
    "referred_by",
];

/// The columns that hold a text for the card of an offer.
const TEXTS: [&str; 4] = ["target_group", "area", "goal", "funding"];

/// The offers met so far.
#[derive(Default)]
pub(super) struct Offers {
    /// A row for each offer and phase.
    pub met: Vec<SurveyOffer>,
    /// The id of each name.
    by_name: HashMap<String, String>,
    ids: HashSet<String>,
    numbering: Numbering,
    /// How many items the lists so far have.
    items: usize,
}

/// The columns of a table of offers, where it has them.
struct Columns {
    id: Option<usize>,
    name: Option<usize>,
    phase: Option<usize>,
    responsible: Option<usize>,
    lists: [Option<usize>; 5],
    texts: [Option<usize>; 4],
}

/// Who may take part, by the texts that name them.
pub(super) struct Parties<'a> {
    actors: &'a Actors,
    /// The department of each section; none where several departments have one of this name.
    sections: HashMap<&'a str, Option<u32>>,
    /// How many departments are listed or have actors; they come first.
    known: usize,
}

impl<'a> Parties<'a> {
    pub fn of(actors: &'a Actors, departments: &Departments) -> Self {
        Self {
            actors,
            sections: actors.standing.sections(),
            known: departments.len(),
        }
    }

    fn department(&self, text: &str, departments: &Departments) -> Option<u32> {
        let place = departments.find(text);
        place.filter(|place| (*place as usize) < self.known)
    }

    /// Whom a text means, as an import would find it; none where it is nobody of the file.
    fn find(&self, text: &str, departments: &Departments) -> Option<SurveyParty> {
        if let Some(actor) = self.actors.find(text) {
            return Some(SurveyParty::Actor(actor));
        }
        if let Some(department) = self.department(text, departments) {
            return Some(SurveyParty::Department(department));
        }
        if let Some(department) = self.sections.get(text).copied().flatten() {
            return Some(SurveyParty::Section(department, text.to_owned()));
        }
        let mut colons = text.rmatch_indices(':').take(MOST_MARKS);
        colons.find_map(|(at, _)| {
            let department = self.department(text[..at].trim(), departments)?;
            // Two colons where a section has just the name of somebody else.
            let section = text[at..].trim_start_matches(':').trim();
            Some(match section {
                "" => SurveyParty::Department(department),
                section => SurveyParty::Section(department, section.to_owned()),
            })
        })
    }

    /// Those whom a cell names; who is nobody of the file stands as a department of its own.
    fn list(&self, list: List<'_>, departments: &mut Departments) -> Vec<SurveyParty> {
        let parties = list.items(|name| self.find(name, departments)).into_iter();
        parties
            .map(|party| {
                party.unwrap_or_else(|name| SurveyParty::Department(departments.place(name)))
            })
            .collect()
    }
}

impl Columns {
    fn of(part: &Part<'_>) -> Self {
        Self {
            id: part.at("id"),
            name: part.at("name"),
            phase: part.at("phase"),
            responsible: part.at("responsible"),
            lists: LISTS.map(|key| part.at(key)),
            texts: TEXTS.map(|key| part.at(key)),
        }
    }
}

impl Offers {
    /// Reads a table of offers.
    pub fn read(
        &mut self,
        part: &Part<'_>,
        parties: &Parties<'_>,
        departments: &mut Departments,
        phases: &mut Phases,
        faults: &mut Faults,
    ) {
        let at = Columns::of(part);
        let given = Given::of(part, at.id, at.name, faults);
        part.each(faults, |number, row, faults| {
            let mut named = |column| part.name(number, row, column, faults);
            let names = (named(at.id), named(at.name), named(at.responsible));
            let (Some(key), Some(label), Some(responsible)) = names else {
                return;
            };
            if key.is_empty() && label.is_empty() {
                let column = at.id.or(at.name);
                faults.push_with(|| part.place(number, column, ""), || Problem::Empty);
                return;
            }
            let cells = at.lists.map(|column| text(row, column));
            if self.is_too_much(part, &cells, number, faults) {
                return;
            }
            let mut offer = self.row(part, &cells, parties, departments);
            offer.id = self.id(&given, &key, &label);
            offer.label = if label.is_empty() { key } else { label }.into_owned();
            if !responsible.is_empty() && !is_dash(&responsible) {
                offer.responsible = Some(departments.place(&responsible));
            }
            take_card(&mut offer, row, &at);
            for phase in phases.of(part, number, row, at.phase, faults) {
                self.met.push(SurveyOffer {
                    phase: phase.place,
                    ..offer.clone()
                });
            }
        });
    }

    /// What the lists of a row say.
    fn row(
        &self,
        part: &Part<'_>,
        cells: &[Cow<'_, str>; 5],
        parties: &Parties<'_>,
        departments: &mut Departments,
    ) -> SurveyOffer {
        let mark = part.sheet.list_mark;
        let lists = cells.each_ref().map(|text| List { text, mark });
        let [life_phases, fields, providers, known_to, referred_by] = lists;
        SurveyOffer {
            life_phases: coded(life_phases, words::read_life_phase),
            fields: coded(fields, words::read_field),
            providers: parties.list(providers, departments),
            known_to: parties.list(known_to, departments),
            referred_by: parties.list(referred_by, departments),
            ..SurveyOffer::default()
        }
    }

    /// Whether the lists of all rows so far have too many items, which is told once.
    fn is_too_much(
        &mut self,
        part: &Part<'_>,
        cells: &[Cow<'_, str>; 5],
        number: u32,
        faults: &mut Faults,
    ) -> bool {
        let mark = part.sheet.list_mark;
        let before = self.items;
        let marks = cells.iter().map(|text| List { text, mark }.marks());
        self.items += marks.sum::<usize>();
        if self.items > MAX_ITEMS && before <= MAX_ITEMS {
            let place = part.place(number, None, "");
            faults.push(place, Problem::TooManyItems(MAX_ITEMS));
        }
        self.items > MAX_ITEMS
    }

    /// The id of a row: as given, else that of its name, else a new one.
    fn id(&mut self, given: &Given, key: &str, label: &str) -> String {
        let known = self.by_name.get(label).cloned();
        let by_name = || known.or_else(|| given.names.get(label).cloned().flatten());
        let id = if key.is_empty() {
            by_name().unwrap_or_else(|| {
                let is_taken = |id: &Id<Offer>| {
                    given.ids.contains(id.as_str()) || self.ids.contains(id.as_str())
                };
                self.numbering.id(label, is_taken).to_string()
            })
        } else {
            key.to_owned()
        };
        self.ids.insert(id.clone());
        if !label.is_empty() {
            let first = self.by_name.entry(label.to_owned());
            first.or_insert_with(|| id.clone());
        }
        id
    }
}

/// Takes over what a row says for the card of the offer.
fn take_card(offer: &mut SurveyOffer, row: Row<'_>, at: &Columns) {
    let said = at.texts.map(|column| {
        let text = text(row, column).into_owned();
        (!text.is_empty()).then_some(text)
    });
    [offer.target_group, offer.area, offer.goal, offer.funding] = said;
}

/// The codes that a list names; a word that is none is left out, as other columns of plain files are read.
fn coded<T: Ord>(list: List<'_>, read: impl Fn(&str) -> Option<T>) -> BTreeSet<T> {
    list.items(read).into_iter().flatten().collect()
}
