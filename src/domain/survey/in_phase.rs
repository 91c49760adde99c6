//! A survey as it stands in one phase: which offers there are, and of which departments those are who take part.

use super::rows::{
    Presence, Survey, SurveyDepartment, SurveyOffer, SurveyParty, SurveyTie, Withheld,
};
use crate::domain::{ActorKind, DepartmentKind};

/// The functions a department must have for its figures to be shown to leaders.
pub const FEWEST_SHOWN: usize = 3;

/// A survey in one of its phases.
#[derive(Debug, Clone, Copy)]
pub struct InPhase<'a> {
    /// The survey.
    pub survey: &'a Survey,
    /// The place of the phase in [`Survey::phases`]; none: all rows together, as of files without phases.
    pub phase: Option<u16>,
}

impl<'a> InPhase<'a> {
    /// The offers of the phase, by id; of rows that name the same one the first.
    pub fn offers(self) -> impl Iterator<Item = &'a SurveyOffer> {
        let offers = self.survey.offers.iter();
        let mut before = None;
        offers
            .filter(move |offer| offer.is_provided() && self.holds(offer.phase))
            .filter(move |offer| before.replace(&offer.id) != Some(&offer.id))
    }

    /// The ties that are reported in the phase.
    pub fn ties(self) -> impl Iterator<Item = &'a SurveyTie> {
        let ties = self.survey.ties.iter();
        ties.filter(move |tie| self.holds(tie.phase))
    }

    /// The department of a party; none of an actor without a place in the phase.
    pub fn department(self, party: &SurveyParty) -> Option<u32> {
        match party {
            SurveyParty::Actor(actor) => self.department_of(*actor),
            SurveyParty::Department(department) | SurveyParty::Section(department, _) => {
                Some(*department)
            }
        }
    }

    /// The department of an actor; none without a place in the phase.
    pub fn department_of(self, actor: u32) -> Option<u32> {
        let presences = &self.survey.presences;
        let first = presences.partition_point(|row| row.actor < actor);
        let own = presences[first..]
            .iter()
            .take_while(|row| row.actor == actor);
        let mut here = own.filter(|row| self.holds(row.phase));
        here.next().and_then(|row| row.department)
    }

    /// How many functions a department has in the phase; bodies are none.
    pub fn functions(self, department: u32) -> usize {
        let members = self.survey.presences.iter();
        members
            .filter(|row| row.department == Some(department) && self.holds(row.phase))
            .filter(|row| self.survey.actors[row.actor as usize].kind != ActorKind::Body)
            .count()
    }

    /// Whether leaders are told no figure of a department that is there: it has too few functions, or an earlier release
    /// held it back.
    pub fn is_hidden(self, department: u32) -> bool {
        let withheld = self.survey.withheld.iter();
        let mut withheld = withheld.filter(|one| self.holds(Some(one.phase)));
        self.functions(department) < FEWEST_SHOWN
            || withheld.any(|one| one.department == department)
    }

    /// The departments with a function of which leaders are told no figure.
    pub fn hidden(self) -> impl Iterator<Item = u32> {
        let all = 0..self.survey.departments.len() as u32;
        all.filter(move |one| self.functions(*one) > 0 && self.is_hidden(*one))
    }

    fn holds(self, phase: Option<u16>) -> bool {
        self.phase.is_none() || phase.is_none() || phase == self.phase
    }
}

impl Survey {
    /// The department at a place, as rows name it.
    pub fn department(&self, place: u32) -> &SurveyDepartment {
        &self.departments[place as usize]
    }

    /// The survey in one of its phases, by its place.
    pub fn in_phase(&self, phase: u16) -> InPhase<'_> {
        InPhase {
            survey: self,
            phase: Some(phase),
        }
    }

    /// Has leaders told nothing of a department in a phase.
    pub fn withhold(&mut self, phase: u16, department: u32) {
        let one = Withheld { phase, department };
        if let Err(place) = self.withheld.binary_search(&one) {
            self.withheld.insert(place, one);
        }
    }

    /// Whether leaders are told nothing of the department in which an actor stands.
    pub fn is_withheld(&self, row: &Presence) -> bool {
        let withheld = self.withheld.iter();
        let mut here = withheld.filter(|one| Some(one.phase) == row.phase);
        here.any(|one| Some(one.department) == row.department)
    }

    /// The kind of the department in which an actor stands, where that is known.
    pub fn department_kind(&self, row: &Presence) -> Option<DepartmentKind> {
        row.department.and_then(|place| self.department(place).kind)
    }
}

impl SurveyOffer {
    /// Whether anybody provides it. Our own export has rows of offers that exist in no phase but are spoken of.
    fn is_provided(&self) -> bool {
        self.phase.is_some() || !self.providers.is_empty()
    }
}
