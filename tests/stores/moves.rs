//! Random changes of a small world, many of them legal: small, so that they meet one another.

use chrono::NaiveDate;
use miteinander::domain::{
    Actor, ActorKind, Change, Department, DepartmentKind, Edit, Field, FundingPhase, Id, Level,
    LifePhase, Membership, Network, Note, Offer, OpenPoint, Party, PhaseId, Programme, Report,
    Strength, Text, TieKind,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// One thing that somebody may try: a record of some kind is put down or taken away.
#[derive(Debug, Clone, Copy)]
pub struct Move {
    noun: u8,
    a: u8,
    b: u8,
    phase: u8,
    removes: bool,
    shape: u32,
}

/// A move.
pub fn a_move() -> impl Strategy<Value = Move> {
    (0..9u8, 0..4u8, 0..4u8, 0..2u8, 0..4u8, any::<u32>()).prop_map(
        |(noun, a, b, phase, removes, shape)| Move {
            noun,
            a,
            b,
            phase,
            removes: removes == 0,
            shape,
        },
    )
}

/// Lists of moves, as they come into one write each.
pub fn moves() -> impl Strategy<Value = Vec<Vec<Move>>> {
    vec(vec(a_move(), 1..12), 1..10)
}

/// Two funding phases.
pub fn programme(phases: &[PhaseId; 2]) -> Programme {
    let phase = |year: i32, end| FundingPhase {
        name: text(&format!("Phase {year}")),
        start: NaiveDate::from_ymd_opt(year, 1, 1).expect("a day"),
        end,
    };
    let end = NaiveDate::from_ymd_opt(2021, 12, 31);
    Programme {
        districts: Default::default(),
        phases: phases
            .iter()
            .cloned()
            .zip([phase(2019, end), phase(2022, None)])
            .collect(),
    }
}

/// The moves of a list that are legal one after the other, as changes; the network is moved along.
pub fn legal(network: &mut Network, programme: &Programme, moves: &[Move]) -> Vec<Change> {
    let mut changes = Vec::new();
    for one in moves {
        let change = one.change(network, programme);
        if network
            .apply(programme, std::slice::from_ref(&change))
            .is_ok()
        {
            changes.push(change);
        }
    }
    changes
}

impl Move {
    /// The move as a change of the network as it stands, legal or not.
    pub fn change(&self, network: &Network, programme: &Programme) -> Change {
        let actor = id("f", self.a);
        let phase = self.phase(programme, self.phase);
        // Reports and memberships are what there is most of.
        match self.noun {
            0 => Change::Department(self.edit(&network.departments, id("amt", self.a), || {
                self.department(programme)
            })),
            1 | 2 => Change::Actor(self.edit(&network.actors, actor, || self.actor())),
            3 | 4 => Change::Membership(
                self.edit(&network.memberships, (actor, phase), || self.membership()),
            ),
            5 => Change::Offer(
                self.edit(&network.offers, id("angebot", self.a), || {
                    self.offer(programme)
                })
                .into(),
            ),
            6 => Change::OpenPoint(self.edit(&network.open_points, id("punkt", self.a), || {
                OpenPoint {
                    text: Note::parse("wer?").expect("a note"),
                    phase,
                    noted: NaiveDate::from_ymd_opt(2025, 3, 1 + u32::from(self.number(0)))
                        .expect("a day"),
                }
            })),
            _ => Change::Report(self.edit(
                &network.reports,
                (phase, actor, id("f", self.b)),
                || self.report(),
            )),
        }
    }

    fn edit<K: Ord, V: Clone>(
        &self,
        records: &std::collections::BTreeMap<K, V>,
        key: K,
        after: impl FnOnce() -> V,
    ) -> Edit<K, V> {
        Edit {
            before: records.get(&key).cloned(),
            after: (!self.removes).then(after),
            key,
        }
    }

    fn bit(&self, n: u32) -> bool {
        self.shape >> n & 1 == 1
    }

    fn number(&self, from: u32) -> u8 {
        (self.shape >> from & 3) as u8
    }

    fn phase(&self, programme: &Programme, n: u8) -> PhaseId {
        programme
            .phases
            .keys()
            .nth(n.into())
            .expect("two phases")
            .clone()
    }

    fn department(&self, programme: &Programme) -> Department {
        Department {
            name: text(&format!("Amt {}", self.number(0))),
            short_name: self.bit(2).then(|| text("A")),
            kind: DepartmentKind::ALL[usize::from(self.number(3))],
            policy_field: self.bit(5).then(|| text("Jugend")),
            divisions: (0..self.number(6).min(2))
                .map(|n| {
                    (
                        self.phase(programme, n),
                        text(&format!("Geschäftsbereich {n}")),
                    )
                })
                .collect(),
        }
    }

    fn actor(&self) -> Actor {
        Actor {
            name: text(&format!("Funktion {}", self.number(0))),
            kind: ActorKind::ALL[usize::from(self.number(2))],
            note: self.bit(4).then(|| Note::parse("neu").expect("a note")),
        }
    }

    fn membership(&self) -> Membership {
        Membership {
            department: id("amt", self.number(0)),
            section: self.bit(2).then(|| text("RSD")),
            level: self.bit(3).then_some(Level::Leading),
            core_team: self.bit(4),
            asked: self.bit(5).then_some(self.bit(6)),
            answered: self.bit(7).then_some(self.bit(8)),
            open: (self.bit(9))
                .then(|| id("amt", self.number(10)))
                .into_iter()
                .collect(),
        }
    }

    fn offer(&self, programme: &Programme) -> Offer {
        let party = |from| match self.number(from) {
            0 => Party::Department(id("amt", self.number(from + 2))),
            1 => Party::Section(id("amt", self.number(from + 2)), text("RSD")),
            _ => Party::Actor(id("f", self.number(from + 2))),
        };
        Offer {
            name: text(&format!("Angebot {}", self.number(0))),
            life_phases: self
                .bit(2)
                .then_some(LifePhase::Birth)
                .into_iter()
                .collect(),
            fields: self.bit(3).then_some(Field::Health).into_iter().collect(),
            providers: (0..self.number(4).min(2))
                .map(|n| (self.phase(programme, n), [party(6)].into()))
                .collect(),
            responsible: self.bit(10).then(|| id("amt", self.number(11))),
            known_to: self.bit(13).then(|| party(14)).into_iter().collect(),
            referred_by: self.bit(18).then(|| party(19)).into_iter().collect(),
            target_group: self.bit(23).then(|| text("alle")),
            area: self.bit(24).then(|| text("Nord")),
            goal: self.bit(25).then(|| text("Ziel")),
            funding: self.bit(26).then(|| text("Land")),
            note: self
                .bit(27)
                .then(|| Note::parse("läuft aus").expect("a note")),
        }
    }

    fn report(&self) -> Report {
        Report {
            strength: Strength::parse((self.shape & 7).into()).ok(),
            kinds: self
                .bit(3)
                .then_some(TieKind::ALL[usize::from(self.number(4))])
                .into_iter()
                .collect(),
            binding: [None, Some(false), Some(true)]
                [usize::from(self.bit(6)) + usize::from(self.bit(5))],
            since: self.bit(7).then(|| "2020-03".parse().expect("a month")),
            through_core_team: self.bit(8),
            offers: self
                .bit(9)
                .then(|| id("angebot", self.number(10)))
                .into_iter()
                .collect(),
            in_workshop: self.bit(12),
            note: self
                .bit(13)
                .then(|| Note::parse("seit kurzem").expect("a note")),
        }
    }
}

fn id<T>(noun: &str, n: u8) -> Id<T> {
    Id::parse(&format!("{noun}-{n}")).expect("a short id")
}

fn text(text: &str) -> Text {
    Text::parse(text).expect("a short text")
}
