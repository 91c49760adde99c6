//! The part of a district that goes into a file: all of it, or what belongs to one phase.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    Actor, ActorId, Department, DepartmentId, District, DistrictId, FundingPhase, MapPlace,
    MapPlaces, Membership, Network, Offer, OfferId, Party, PhaseId, Programme, Report, ReportKey,
    Text,
};

use super::{Content, ExportError};

/// The records of a file, each table in the natural order of its ids.
pub(super) struct Extract<'a> {
    pub district_id: &'a DistrictId,
    pub district: &'a District,
    pub programme: &'a Programme,
    /// All of the district, whatever of it goes into the file.
    pub network: &'a Network,
    /// The phase that was asked for.
    pub phase: Option<&'a PhaseId>,
    /// The phases that the records speak of, from the earliest.
    pub phases: Vec<(&'a PhaseId, &'a FundingPhase)>,
    pub departments: BTreeMap<&'a DepartmentId, &'a Department>,
    pub actors: BTreeMap<&'a ActorId, &'a Actor>,
    pub memberships: Vec<(&'a (ActorId, PhaseId), &'a Membership)>,
    pub offers: BTreeMap<&'a OfferId, &'a Offer>,
    pub reports: Vec<(&'a ReportKey, &'a Report)>,
    pub contacts: Option<&'a BTreeMap<ActorId, Text>>,
    /// The places of the actors of the file on the district's map.
    pub places: Option<MapPlaces>,
}

impl<'a> Extract<'a> {
    /// All of a content, or its memberships, reports and offers in one phase with what these refer to.
    pub fn of(content: &Content<'a>) -> Result<Self, ExportError> {
        let network = content.network;
        let wanted = |phase: &PhaseId| content.phase.is_none_or(|only| only == phase);
        if let Some(phase) = content.phase
            && !content.programme.phases.contains_key(phase)
        {
            return Err(ExportError::NoSuchPhase(phase.clone()));
        }
        let mut extract = Self {
            district_id: content.district_id,
            district: content.district,
            programme: content.programme,
            network,
            phase: content.phase,
            phases: Vec::new(),
            departments: network.departments.iter().collect(),
            actors: network.actors.iter().collect(),
            memberships: network
                .memberships
                .iter()
                .filter(|((_, phase), _)| wanted(phase))
                .collect(),
            offers: network
                .offers
                .iter()
                .filter(|(_, offer)| content.phase.is_none() || offer.phases().any(wanted))
                .collect(),
            reports: network
                .reports
                .iter()
                .filter(|((phase, _, _), _)| wanted(phase))
                .collect(),
            contacts: content.contacts,
            places: None,
        };
        if content.phase.is_some() {
            extract.add_offers_of_reports();
            extract.keep_what_is_referred_to();
        }
        let spoken_of = extract.phases_spoken_of();
        extract.phases = content.programme.phases_in_order();
        extract.phases.retain(|(id, _)| spoken_of.contains(*id));
        extract.places = content.places.map(|places| extract.of_actors(places));
        Ok(extract)
    }

    /// The division of a department in the phases of the file.
    pub fn divisions(
        &self,
        department: &'a Department,
    ) -> impl Iterator<Item = (&'a PhaseId, &'a Text)> {
        let only = self.phase;
        department
            .divisions
            .iter()
            .filter(move |(phase, _)| only.is_none_or(|only| only == *phase))
    }

    /// The phases of the file in which an offer exists, and who provides it in each.
    pub fn providers(
        &self,
        offer: &'a Offer,
    ) -> impl Iterator<Item = (&'a PhaseId, &'a BTreeSet<Party>)> {
        let only = self.phase;
        offer
            .providers
            .iter()
            .filter(move |(phase, _)| only.is_none_or(|only| only == *phase))
    }

    /// Everyone who takes part in an offer, as far as the file tells.
    pub fn parties(&self, offer: &'a Offer) -> impl Iterator<Item = &'a Party> {
        let providers = self.providers(offer).flat_map(|(_, parties)| parties);
        providers.chain(&offer.known_to).chain(&offer.referred_by)
    }

    /// The places of the actors that the file names; it tells nothing of others.
    fn of_actors(&self, places: &MapPlaces) -> MapPlaces {
        let actors: BTreeSet<&str> = self.actors.keys().map(|id| id.as_str()).collect();
        let named = |place: &&MapPlace| actors.contains(place.actor.as_str());
        MapPlaces {
            actors: places.actors.iter().filter(named).cloned().collect(),
            ..*places
        }
    }

    /// A report may be about an offer that is not said to exist in its phase; its name is needed all the same.
    fn add_offers_of_reports(&mut self) {
        for offer in self.reports.iter().flat_map(|(_, report)| &report.offers) {
            if let Some((id, offer)) = self.network.offers.get_key_value(offer) {
                self.offers.insert(id, offer);
            }
        }
    }

    fn keep_what_is_referred_to(&mut self) {
        let mut actors: BTreeSet<&ActorId> = BTreeSet::new();
        let mut departments: BTreeSet<&DepartmentId> = BTreeSet::new();
        for ((actor, _), membership) in &self.memberships {
            actors.insert(actor);
            departments.insert(&membership.department);
            departments.extend(&membership.open);
        }
        for offer in self.offers.values() {
            departments.extend(&offer.responsible);
            for party in self.parties(offer) {
                match party {
                    Party::Actor(id) => actors.insert(id),
                    Party::Department(id) | Party::Section(id, _) => departments.insert(id),
                };
            }
        }
        self.actors.retain(|id, _| actors.contains(id));
        self.departments.retain(|id, department| {
            departments.contains(id)
                || self
                    .phase
                    .is_some_and(|p| department.divisions.contains_key(p))
        });
    }

    fn phases_spoken_of(&self) -> BTreeSet<&'a PhaseId> {
        let mut phases: BTreeSet<&PhaseId> = self.phase.into_iter().collect();
        phases.extend(self.memberships.iter().map(|((_, phase), _)| phase));
        phases.extend(
            self.offers
                .values()
                .flat_map(|offer| self.providers(offer))
                .map(|(phase, _)| phase),
        );
        let points = self.network.open_points.values();
        let points = points.map(|point| &point.phase);
        phases.extend(points.filter(|of| self.phase.is_none_or(|only| only == *of)));
        for department in self.departments.values() {
            phases.extend(self.divisions(department).map(|(phase, _)| phase));
        }
        phases
    }
}
