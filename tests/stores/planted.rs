//! Invented networks of any size: the same numbers give the same network, to the letter.
//!
//! Departments keep to themselves more than chance would have it, as in the districts we know.

use std::collections::{BTreeMap, BTreeSet};

use miteinander::domain::{
    Actor, ActorKind, Change, Department, DepartmentKind, Field, Id, Level, LifePhase, Membership,
    Network, Note, Offer, Party, PhaseId, Report, Since, Strength, Text, TieKind,
};

/// How large a network is.
#[derive(Debug, Clone, Copy)]
pub struct Planted {
    pub departments: usize,
    pub actors: usize,
    pub offers: usize,
    /// Reports in each phase.
    pub reports: usize,
    pub seed: u64,
}

impl Planted {
    /// A district as large as figures are promised for: 1,000 actors with 10,000 reports in each phase.
    #[allow(dead_code, reason = "the benches, which share this file, use it")]
    pub const DISTRICT: Self = Self {
        departments: 25,
        actors: 1_000,
        offers: 100,
        reports: 10_000,
        seed: 1,
    };

    /// The network over the given phases.
    pub fn network(&self, phases: &[PhaseId]) -> Network {
        let mut chance = Chance(self.seed);
        let mut network = Network::default();
        for n in 0..self.departments {
            network
                .departments
                .insert(id("amt", n), department(&mut chance, n, phases));
        }
        for n in 0..self.actors {
            network.actors.insert(id("f", n), actor(&mut chance, n));
            for phase in phases {
                let membership = self.membership(&mut chance, n);
                network
                    .memberships
                    .insert((id("f", n), phase.clone()), membership);
            }
        }
        for n in 0..self.offers {
            let offer = self.offer(&mut chance, n, phases);
            network.offers.insert(id("angebot", n), offer);
        }
        for phase in phases {
            let wanted = network.reports.len() + self.reports;
            while network.reports.len() < wanted {
                let from = chance.below(self.actors);
                let to = self.other_end(&mut chance, from);
                if from != to {
                    let report = self.report(&mut chance);
                    network
                        .reports
                        .insert((phase.clone(), id("f", from), id("f", to)), report);
                }
            }
        }
        network
    }

    fn membership(&self, chance: &mut Chance, actor: usize) -> Membership {
        Membership {
            department: id("amt", actor % self.departments),
            section: chance
                .one_in(3)
                .then(|| text(&format!("Fachbereich {}", chance.below(4)))),
            level: chance.one_in(2).then(|| chance.of(&Level::ALL)),
            core_team: chance.one_in(20),
            asked: Some(true),
            answered: Some(!chance.one_in(4)),
            open: Default::default(),
        }
    }

    /// Seven of ten ties stay inside the department.
    fn other_end(&self, chance: &mut Chance, from: usize) -> usize {
        if chance.below(10) < 7 {
            let rows = self.actors.div_ceil(self.departments);
            let to = from % self.departments + self.departments * chance.below(rows);
            to.min(self.actors - 1)
        } else {
            chance.below(self.actors)
        }
    }

    fn offer(&self, chance: &mut Chance, n: usize, phases: &[PhaseId]) -> Offer {
        let mut providers = BTreeMap::new();
        for phase in phases {
            providers.insert(phase.clone(), self.parties(chance, 2));
        }
        Offer {
            name: text(&format!("Angebot „Kleine Brötchen“ {n}")),
            life_phases: chance.some(&LifePhase::ALL),
            fields: chance.some(&Field::ALL),
            providers,
            responsible: chance
                .one_in(2)
                .then(|| id("amt", chance.below(self.departments))),
            known_to: self.parties(chance, 4),
            referred_by: self.parties(chance, 3),
            target_group: chance.one_in(2).then(|| text("Familien mit wenig Geld")),
            area: chance
                .one_in(3)
                .then(|| text(&format!("Bezirksregion {}", n % 12))),
            goal: None,
            funding: chance.one_in(2).then(|| text("Landesprogramm")),
            note: None,
        }
    }

    fn parties(&self, chance: &mut Chance, at_most: usize) -> BTreeSet<Party> {
        (0..=chance.below(at_most))
            .map(|_| match chance.below(4) {
                0 => Party::Department(id("amt", chance.below(self.departments))),
                1 => Party::Section(
                    id("amt", chance.below(self.departments)),
                    text(&format!("Fachbereich {}", chance.below(4))),
                ),
                _ => Party::Actor(id("f", chance.below(self.actors))),
            })
            .collect()
    }

    fn report(&self, chance: &mut Chance) -> Report {
        Report {
            strength: (!chance.one_in(20)).then(|| {
                Strength::parse(chance.below(6) as i64).expect("a number below six is a strength")
            }),
            kinds: chance.some(&TieKind::ALL).into_iter().collect(),
            binding: [None, Some(false), Some(true)][chance.below(3)],
            since: chance
                .one_in(5)
                .then(|| Since::year(2015 + chance.below(10) as i64).expect("a year")),
            through_core_team: chance.one_in(12),
            offers: if self.offers > 0 && chance.one_in(10) {
                [id("angebot", chance.below(self.offers))].into()
            } else {
                BTreeSet::new()
            },
            in_workshop: chance.one_in(8),
            note: chance
                .one_in(30)
                .then(|| Note::parse("seit dem Fachtag").expect("a note")),
        }
    }
}

/// The changes that enter a whole network.
pub fn additions(network: &Network) -> Vec<Change> {
    Network::default().diff(network)
}

fn department(chance: &mut Chance, n: usize, phases: &[PhaseId]) -> Department {
    Department {
        name: text(&format!("Amt für Angelegenheit {n}")),
        short_name: Some(text(&format!("A{n}"))),
        kind: if n % 3 == 2 {
            chance.of(&DepartmentKind::ALL)
        } else {
            DepartmentKind::Office
        },
        policy_field: chance.one_in(2).then(|| text("Soziales")),
        divisions: phases
            .iter()
            .map(|phase| (phase.clone(), text(&format!("Geschäftsbereich {}", n % 5))))
            .collect(),
    }
}

fn actor(chance: &mut Chance, n: usize) -> Actor {
    Actor {
        name: text(&format!("Koordination Frühe Hilfen {n}")),
        kind: if chance.one_in(5) {
            chance.of(&ActorKind::ALL)
        } else {
            ActorKind::Function
        },
        note: chance
            .one_in(25)
            .then(|| Note::parse("in Elternzeit").expect("a note")),
    }
}

fn id<T>(noun: &str, n: usize) -> Id<T> {
    Id::parse(&format!("{noun}-{n}")).expect("short ids of plain letters")
}

fn text(text: &str) -> Text {
    Text::parse(text).expect("plain texts")
}

/// Numbers that look like chance (splitmix64), the same on every machine.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn some<T: Copy + Ord>(&mut self, all: &[T]) -> BTreeSet<T> {
        (0..=self.below(2)).map(|_| self.of(all)).collect()
    }
}
