//! Rows name each other by their places: what moves takes the names along.

use super::rows::{Survey, SurveyParty};
use crate::domain::natural;

impl Survey {
    /// Lets all rows name the phases by their new places, given for each old one.
    pub fn move_phases(&mut self, new: &[u16]) {
        let ties = self.ties.iter_mut().map(|tie| &mut tie.phase);
        let presences = self.presences.iter_mut().map(|row| &mut row.phase);
        let offers = self.offers.iter_mut().map(|offer| &mut offer.phase);
        for phase in ties.chain(presences).chain(offers) {
            *phase = phase.map(|old| new[usize::from(old)]);
        }
        for withheld in &mut self.withheld {
            withheld.phase = new[usize::from(withheld.phase)];
        }
    }

    /// Lets all rows name the departments by their new places, given for each old one.
    pub fn move_departments(&mut self, new: &[u32]) {
        let placed = |old: u32| new[old as usize];
        for row in &mut self.presences {
            row.department = row.department.map(placed);
        }
        for withheld in &mut self.withheld {
            withheld.department = placed(withheld.department);
        }
        for offer in &mut self.offers {
            offer.responsible = offer.responsible.map(placed);
            for party in offer.parties_mut() {
                if let SurveyParty::Department(at) | SurveyParty::Section(at, _) = party {
                    *at = placed(*at);
                }
            }
        }
    }

    /// Lets all rows name the actors by their new places, given for each old one.
    pub fn move_actors(&mut self, new: &[u32]) {
        for tie in &mut self.ties {
            tie.from = new[tie.from as usize];
            tie.to = new[tie.to as usize];
        }
        for row in &mut self.presences {
            row.actor = new[row.actor as usize];
        }
        let offers = self.offers.iter_mut();
        for party in offers.flat_map(|offer| offer.parties_mut()) {
            if let SurveyParty::Actor(actor) = party {
                *actor = new[*actor as usize];
            }
        }
    }

    /// Puts the presences, with the columns beside them, and the offers into the order of what they name.
    pub fn sort_rows(&mut self) {
        let presences = std::mem::take(&mut self.presences);
        let mut rows: Vec<_> = presences.into_iter().enumerate().collect();
        rows.sort_by_key(|(row, presence)| (presence.actor, presence.phase, *row));
        for column in &mut self.columns {
            let values = &mut column.values;
            *values = rows.iter().map(|(row, _)| values[*row].take()).collect();
        }
        self.presences = rows.into_iter().map(|(_, presence)| presence).collect();
        for offer in &mut self.offers {
            for parties in [
                &mut offer.providers,
                &mut offer.known_to,
                &mut offer.referred_by,
            ] {
                parties.sort_unstable();
                parties.dedup();
            }
        }
        self.offers
            .sort_by(|a, b| natural(&a.id, &b.id).then(a.phase.cmp(&b.phase)));
    }
}
