//! The offers of plain files, with who takes part in them.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};

use super::super::fault::{Faults, Problem};
use super::super::plan::{List, MAX_ITEMS, is_dash, one_of};
use super::super::read::Row;
use super::departments::Departments;
use super::doubts::{Cell, Doubts};
use super::given::Given;
use super::part::{Part, text};
use super::parties::Parties;
use super::phases::Phases;
use crate::domain::{Field, Id, LifePhase, Numbering, Offer, SurveyOffer, look_alike};
use crate::text::{Lang, words};

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
    /// The id of each name, by how it looks.
    by_name: HashMap<String, String>,
    ids: HashSet<String>,
    numbering: Numbering,
    /// What pictures of offers are refused for.
    pub doubts: Doubts,
    /// How many items the lists so far have.
    items: usize,
}

/// The values of a code, and their words.
struct Code<T: 'static> {
    all: &'static [T],
    read: fn(&str) -> Option<T>,
    word: fn(T, Lang) -> &'static str,
}

const LIFE_PHASE: Code<LifePhase> = Code {
    all: &LifePhase::ALL,
    read: words::read_life_phase,
    word: words::life_phase,
};

const FIELD: Code<Field> = Code {
    all: &Field::ALL,
    read: words::read_field,
    word: words::field,
};

/// The columns of a table of offers, where it has them.
struct Columns {
    id: Option<usize>,
    name: Option<usize>,
    phase: Option<usize>,
    responsible: Option<usize>,
    lists: [Option<usize>; 5],
    texts: [Option<usize>; 4],
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
        phases: &mut Phases<'_>,
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
            let mut offer = self.row(part, number, &at, &cells, parties, departments);
            offer.id = self.id(&given, &key, &label);
            offer.label = if label.is_empty() { key } else { label }.into_owned();
            if !responsible.is_empty() && !is_dash(&responsible) {
                let cell = Cell {
                    part,
                    number,
                    column: at.responsible,
                };
                let doubts = &mut self.doubts;
                offer.responsible =
                    Some(parties.responsible(&responsible, cell, departments, doubts));
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
        &mut self,
        part: &Part<'_>,
        number: u32,
        at: &Columns,
        cells: &[Cow<'_, str>; 5],
        parties: &Parties<'_>,
        departments: &mut Departments,
    ) -> SurveyOffer {
        let mark = part.sheet.list_mark;
        let lists = cells.each_ref().map(|text| List { text, mark });
        let [life_phases, fields, providers, known_to, referred_by] = lists;
        let places = at.lists.map(|column| Cell {
            part,
            number,
            column,
        });
        let doubts = &mut self.doubts;
        let life_phases = spans(life_phases, places[0], doubts);
        let fields = coded(&FIELD, fields, places[1], doubts);
        let mut of = |list, cell| parties.list(list, cell, departments, doubts);
        SurveyOffer {
            life_phases,
            fields,
            providers: of(providers, places[2]),
            known_to: of(known_to, places[3]),
            referred_by: of(referred_by, places[4]),
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
        let known = self.by_name.get(&look_alike(label)).cloned();
        let by_name = || known.or_else(|| given.id(label).cloned());
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
            let first = self.by_name.entry(look_alike(label));
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

/// The life phases that a list names, alone or as spans.
fn spans(list: List<'_>, cell: Cell<'_>, doubts: &mut Doubts) -> BTreeSet<LifePhase> {
    let mut known = BTreeSet::new();
    for item in list.items(words::read_life_span) {
        match item {
            Ok(span) => known.extend(span),
            Err(unknown) => {
                let (text, mark) = (unknown, list.mark);
                known.extend(coded(&LIFE_PHASE, List { text, mark }, cell, doubts));
            }
        }
    }
    known
}

/// The codes that a list names; a word that is none is left out, as other columns of plain files are read, and in doubt.
fn coded<T: Ord + Copy>(
    code: &Code<T>,
    list: List<'_>,
    cell: Cell<'_>,
    doubts: &mut Doubts,
) -> BTreeSet<T> {
    let mut known = BTreeSet::new();
    for item in list.items(code.read) {
        match item {
            Ok(value) => {
                known.insert(value);
            }
            Err(unknown) => {
                let told = !doubts.faults.is_full();
                let read = one_of(unknown, told, code.all, code.read, code.word);
                if let Err(problem) = read {
                    doubts.of_item(cell, unknown, |_| problem);
                }
            }
        }
    }
    known
}
