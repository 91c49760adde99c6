//! Whether what a survey says still stands in another one.

use std::collections::HashSet;

use super::rows::{Presence, Survey, SurveyOffer, SurveyParty, SurveyTie};

/// A statement by the ids that it names, whatever places these have.
#[derive(PartialEq, Eq, Hash)]
enum Said<'a> {
    Stands(&'a str, Option<&'a str>, Option<&'a str>, Presence),
    Reports([&'a str; 2], Option<&'a str>, Option<u64>, SaidOfTie),
    Offers(Option<&'a str>, Vec<Vec<String>>, Box<SurveyOffer>),
}

/// What a report says beside its strength.
type SaidOfTie = (u64, Option<bool>, bool);

impl Survey {
    /// How many of its statements (where a function stands, what it reports, who takes part in an offer) another survey
    /// does not hold as they are: they were changed or deleted since. What is new there does not count.
    pub fn lost_in(&self, now: &Self) -> usize {
        let there: HashSet<Said<'_>> = now.statements().collect();
        self.statements().filter(|one| !there.contains(one)).count()
    }

    fn statements(&self) -> impl Iterator<Item = Said<'_>> {
        let presences = self.presences.iter().map(|row| self.stands(row));
        let ties = self.ties.iter().map(|tie| self.reports(tie));
        let offers = self.offers.iter().map(|offer| self.offers(offer));
        presences.chain(ties).chain(offers)
    }

    fn stands(&self, row: &Presence) -> Said<'_> {
        let department = row.department.map(|at| self.department(at).id.as_str());
        let rest = Presence {
            actor: 0,
            phase: None,
            department: None,
            open: Vec::new(),
            ..row.clone()
        };
        Said::Stands(
            self.actor_id(row.actor),
            self.phase_id(row.phase),
            department,
            rest,
        )
    }

    fn reports(&self, tie: &SurveyTie) -> Said<'_> {
        Said::Reports(
            [tie.from, tie.to].map(|actor| self.actor_id(actor)),
            self.phase_id(tie.phase),
            tie.strength.map(f64::to_bits),
            (tie.kinds, tie.binding, tie.through_core_team),
        )
    }

    fn offers(&self, offer: &SurveyOffer) -> Said<'_> {
        let responsible = offer.responsible.map(|at| self.department(at).id.clone());
        let lists = [&offer.providers, &offer.known_to, &offer.referred_by];
        let named = lists.map(|list| {
            let mut named: Vec<String> = list.iter().map(|party| self.named_party(party)).collect();
            named.sort_unstable();
            named
        });
        let rest = SurveyOffer {
            phase: None,
            providers: Vec::new(),
            known_to: Vec::new(),
            referred_by: Vec::new(),
            responsible: None,
            ..offer.clone()
        };
        let named = named.into_iter().chain([responsible.into_iter().collect()]);
        Said::Offers(self.phase_id(offer.phase), named.collect(), rest.into())
    }

    fn named_party(&self, party: &SurveyParty) -> String {
        match party {
            SurveyParty::Actor(actor) => format!("actor {}", self.actor_id(*actor)),
            SurveyParty::Department(at) => format!("department {}", self.department(*at).id),
            SurveyParty::Section(at, section) => {
                format!("section {}\t{section}", self.department(*at).id)
            }
        }
    }

    fn actor_id(&self, at: u32) -> &str {
        &self.actors[at as usize].id
    }

    fn phase_id(&self, at: Option<u16>) -> Option<&str> {
        at.map(|at| self.phases[usize::from(at)].id.as_str())
    }
}
