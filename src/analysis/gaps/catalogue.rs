//! The offers of a selection, and which departments and actors take part in each.

use std::collections::{BTreeMap, HashMap};

use crate::domain::{Cell, Field, LifePhase, Survey, SurveyOffer, SurveyParty};

use super::super::graph::Graph;
use super::super::selection::{Selection, SelectionError};
use super::rests::Rests;

/// The column whose values are names of departments.
const DEPARTMENT: &str = "department";

/// The offers of a selection, by id.
pub(in super::super) struct Catalogue<'a> {
    /// The offers.
    pub offers: Vec<Entry<'a>>,
}

/// An offer, over all its rows in the selection.
pub(in super::super) struct Entry<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its name.
    pub label: &'a str,
    /// The cells of life phase × field in which it stands.
    pub cells: Cells,
    /// The departments with which it rests.
    pub rests: Rests<&'a str>,
    /// The actors of the graph that provide it, know it or refer to it, ascending.
    pub takers: Vec<u32>,
    /// Whether anybody refers families to it.
    pub referred: bool,
    /// Whether anybody is entered as knowing it or referring to it.
    pub known: bool,
}

/// Cells of life phase × field, a bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in super::super) struct Cells(u32);

impl Cells {
    /// All cells.
    pub(super) const ALL: Self = Self((1 << (LifePhase::ALL.len() * Field::ALL.len())) - 1);

    fn of(offer: &SurveyOffer) -> Self {
        let mut bits = 0;
        for life_phase in &offer.life_phases {
            for field in &offer.fields {
                bits |= 1 << (*life_phase as usize * Field::ALL.len() + *field as usize);
            }
        }
        Self(bits)
    }

    /// The cells of either.
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The cells of both.
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The cells that are not here.
    pub fn missing(self) -> Self {
        Self(Self::ALL.0 & !self.0)
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many there are.
    pub fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// All cells of the life phases that occur here.
    pub fn whole_life_phases(self) -> Self {
        let row = (1 << Field::ALL.len()) - 1;
        let rows = (0..LifePhase::ALL.len()).map(|at| row << (at * Field::ALL.len()));
        Self(rows.filter(|row| self.0 & row != 0).sum())
    }

    /// The cells, life phases from the youngest.
    pub fn list(self) -> Vec<Cell> {
        let mut cells = Vec::new();
        for life_phase in LifePhase::ALL {
            for field in Field::ALL {
                if self.0 & 1 << (life_phase as usize * Field::ALL.len() + field as usize) != 0 {
                    cells.push(Cell { life_phase, field });
                }
            }
        }
        cells
    }
}

impl<'a> Catalogue<'a> {
    /// The offers of the selected phase, with the departments of the selected column.
    ///
    /// With another column than the departments', a department stands for the group that all its actors are in; where
    /// these differ it stands for none.
    pub(in super::super) fn of(
        survey: &'a Survey,
        graph: &'a Graph,
        selection: &Selection,
    ) -> Result<Self, SelectionError> {
        let named = Named::of(survey, graph, selection)?;
        let in_phase = |offer: &&SurveyOffer| {
            graph.phase.is_none() || offer.phase.is_none() || offer.phase == graph.phase
        };
        let mut offers: BTreeMap<&str, Entry<'_>> = BTreeMap::new();
        for offer in survey.offers.iter().filter(in_phase) {
            let entry = offers.entry(&offer.id).or_insert_with(|| Entry::new(offer));
            entry.add(offer, &named);
        }
        let mut offers: Vec<Entry<'_>> = offers.into_values().collect();
        offers.sort_by(|a, b| crate::domain::natural(a.id, b.id));
        for offer in &mut offers {
            offer.takers.sort_unstable();
            offer.takers.dedup();
        }
        Ok(Self { offers })
    }

    /// For each department that holds an offer, the cells of its offers.
    pub fn cells_by_holder(&self) -> HashMap<&'a str, Cells> {
        let mut cells: HashMap<&str, Cells> = HashMap::new();
        for offer in &self.offers {
            for holder in &offer.rests.holders {
                let held = cells.entry(*holder).or_default();
                *held = held.or(offer.cells);
            }
        }
        cells
    }
}

impl<'a> Entry<'a> {
    fn new(offer: &'a SurveyOffer) -> Self {
        Self {
            id: &offer.id,
            label: &offer.label,
            cells: Cells::default(),
            rests: Rests::new(),
            takers: Vec::new(),
            referred: false,
            known: false,
        }
    }

    fn add(&mut self, offer: &'a SurveyOffer, named: &Named<'a>) {
        self.cells = self.cells.or(Cells::of(offer));
        self.referred |= !offer.referred_by.is_empty();
        self.known |= !offer.referred_by.is_empty() || !offer.known_to.is_empty();
        let responsible = offer.responsible;
        self.rests
            .held_by(responsible.and_then(|place| named.department(place)));
        let departments =
            |parties: &'a [SurveyParty]| parties.iter().filter_map(|party| named.party(party));
        self.rests.held_by(departments(&offer.providers));
        for parties in [&offer.known_to, &offer.referred_by] {
            self.rests.known_to(departments(parties));
        }
        for parties in [&offer.providers, &offer.known_to, &offer.referred_by] {
            self.takers
                .extend(parties.iter().filter_map(|party| named.actor(party)));
        }
    }
}

/// Which group of the graph a party is in.
struct Named<'a> {
    survey: &'a Survey,
    graph: &'a Graph,
    /// For each actor of the survey its place in the graph.
    place: Vec<Option<u32>>,
    /// The group of each department, none where its actors are in several; no table where departments are the groups.
    groups: Option<HashMap<&'a str, Option<&'a str>>>,
}

impl<'a> Named<'a> {
    fn of(
        survey: &'a Survey,
        graph: &'a Graph,
        selection: &Selection,
    ) -> Result<Self, SelectionError> {
        let mut place = vec![None; survey.actors.len()];
        for (at, member) in (0..).zip(&graph.actors) {
            place[member.actor as usize] = Some(at);
        }
        let mut named = Self {
            survey,
            graph,
            place,
            groups: None,
        };
        let chosen = selection.column_in(survey)?;
        let is_department = |names: &[String]| names.iter().any(|name| name == DEPARTMENT);
        if chosen.is_some_and(|column| is_department(&column.names)) {
            return Ok(named);
        }
        let mut groups: HashMap<&str, Option<&str>> = HashMap::new();
        let departments = survey
            .columns
            .iter()
            .find(|column| is_department(&column.names));
        let rows = survey
            .presences
            .iter()
            .zip(departments.into_iter().flat_map(|column| &column.values));
        for (presence, department) in rows {
            if let (Some(department), Some(group)) = (department, named.group(presence.actor)) {
                let known = groups.entry(department.as_str()).or_insert(Some(group));
                *known = known.filter(|known| *known == group);
            }
        }
        named.groups = Some(groups);
        Ok(named)
    }

    fn group(&self, actor: u32) -> Option<&'a str> {
        let member = &self.graph.actors[self.place[actor as usize]? as usize];
        Some(self.graph.groups[member.group? as usize].as_str())
    }

    fn department(&self, place: u32) -> Option<&'a str> {
        let name = self.survey.department(place).name.as_str();
        match &self.groups {
            None => Some(name),
            Some(groups) => groups.get(name).copied().flatten(),
        }
    }

    fn party(&self, party: &SurveyParty) -> Option<&'a str> {
        match party {
            SurveyParty::Actor(actor) => self.group(*actor),
            SurveyParty::Department(place) | SurveyParty::Section(place, _) => {
                self.department(*place)
            }
        }
    }

    fn actor(&self, party: &SurveyParty) -> Option<u32> {
        match party {
            SurveyParty::Actor(actor) => self.place[*actor as usize],
            SurveyParty::Department(_) | SurveyParty::Section(..) => None,
        }
    }
}
