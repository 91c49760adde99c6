//! Legal networks drawn at random, with the names that break files.

use std::collections::{BTreeMap, BTreeSet};

use miteinander::domain::*;
use rand::seq::IndexedRandom;
use rand::{Rng, RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;

use super::{Given, text};

/// Formulas, separators, marks, quotes, markup, escapes of file formats, what spreadsheets take for dates and numbers.
const AWKWARD: [&str; 39] = [
    "Jugendamt",
    "OE QPK",
    "Schul- und Sportamt",
    "=SUMME(A1:A9)",
    "+49 30 9029",
    "-",
    "–",
    "@home",
    "'t Huis",
    "'=1+1",
    "''=1+1",
    "'",
    "a; b",
    "a|b",
    "a; b|c",
    "\"Haus\" am See",
    "\"",
    "a: b",
    "Jugendamt: RSD",
    "RSD",
    "KJGD",
    "Zeile 1\nZeile 2",
    "Zeile 1\r\nZeile 2",
    "Spalte\tSpalte",
    "<b>fett</b> & mehr",
    "]]>",
    "_x0041_",
    "&amp;",
    "12",
    "007",
    "1e5",
    "3-6",
    "12.03.2024",
    "Beispiel: Jugendamt",
    "Beispiel",
    "keine",
    "Familienzentrum",
    "ja",
    "👩‍👧 Café Straße",
];

/// A network of up to three phases with about `size` actors; the same for the same seed.
pub fn network(seed: u64, size: usize) -> Given {
    let rng = &mut Xoshiro256PlusPlus::seed_from_u64(seed);
    let programme = programme(rng);
    let phases: Vec<PhaseId> = programme.phases.keys().cloned().collect();
    let departments = departments(rng, &phases, size / 8 + 2);
    let department_ids: Vec<DepartmentId> = departments.keys().cloned().collect();
    let actors: BTreeMap<ActorId, Actor> = ids(rng, size)
        .into_iter()
        .map(|id| {
            let actor = Actor {
                name: name(rng),
                kind: *ActorKind::ALL.choose(rng).expect("not empty"),
                note: maybe(rng, note),
            };
            (id, actor)
        })
        .collect();
    let mut memberships = BTreeMap::new();
    for actor in actors.keys() {
        for phase in &phases {
            if rng.random_bool(0.8) {
                let place = membership(rng, &department_ids);
                memberships.insert((actor.clone(), phase.clone()), place);
            }
        }
    }
    let sections: Vec<(DepartmentId, Text)> = memberships
        .values()
        .filter_map(|m: &Membership| Some((m.department.clone(), m.section.clone()?)))
        .collect();
    let actor_ids: Vec<ActorId> = actors.keys().cloned().collect();
    let offers: BTreeMap<OfferId, Offer> = ids(rng, size / 3 + 1)
        .into_iter()
        .map(|id| {
            (
                id,
                offer(rng, &phases, &department_ids, &actor_ids, &sections),
            )
        })
        .collect();
    let offer_ids: Vec<OfferId> = offers.keys().cloned().collect();
    let reports = reports(rng, &memberships, &offer_ids, size * 3);
    Given {
        district_id: DistrictId::parse("musterbezirk").expect("legal"),
        district: District {
            name: text("Muster & Söhne"),
            position: 13,
            example: true,
        },
        contacts: actors
            .keys()
            .filter(|_| rng.random_bool(0.3))
            .map(|id| (id.clone(), text("Erika Muster, 030 12345")))
            .collect(),
        network: Network {
            departments,
            actors,
            memberships,
            offers,
            reports,
            ..Network::default()
        },
        programme,
    }
}

/// A network of plain names in one phase.
pub fn large(actors: usize, reports: usize) -> Given {
    let rng = &mut Xoshiro256PlusPlus::seed_from_u64(1);
    let mut given = network(2, 3);
    let phase = given.programme.phases.keys().next().expect("one").clone();
    let departments: Vec<DepartmentId> = given.network.departments.keys().cloned().collect();
    let network = &mut given.network;
    let all: Vec<ActorId> = (0..actors)
        .map(|n| Id::parse(&format!("funktion-{n}")).expect("legal"))
        .collect();
    for (n, id) in all.iter().enumerate() {
        let actor = Actor {
            name: text(&format!("Funktion {n} im Sozialraum")),
            kind: ActorKind::Function,
            note: None,
        };
        network.actors.insert(id.clone(), actor);
        let place = membership(rng, &departments);
        network
            .memberships
            .insert((id.clone(), phase.clone()), place);
    }
    while network.reports.len() < reports {
        let (from, to) = (rng.random_range(0..actors), rng.random_range(0..actors));
        if from != to {
            let key = (phase.clone(), all[from].clone(), all[to].clone());
            let report = Report {
                strength: Strength::parse(rng.random_range(0..=5)).ok(),
                kinds: [TieKind::Information].into(),
                ..Report::default()
            };
            network.reports.insert(key, report);
        }
    }
    given
}

fn programme(rng: &mut impl Rng) -> Programme {
    let day = |year, month, day| chrono::NaiveDate::from_ymd_opt(year, month, day).expect("a day");
    let all = [
        (
            "2019",
            "2019–2022",
            day(2019, 9, 1),
            Some(day(2022, 12, 31)),
        ),
        (
            "=2",
            "ab 2023; zweite",
            day(2023, 1, 1),
            Some(day(2025, 12, 31)),
        ),
        ("3", "2019", day(2026, 1, 1), None),
    ];
    let count = rng.random_range(1..=all.len());
    Programme {
        phases: all[..count]
            .iter()
            .map(|(id, name, start, end)| {
                let phase = FundingPhase {
                    name: text(name),
                    start: *start,
                    end: *end,
                };
                (PhaseId::parse(id).expect("legal"), phase)
            })
            .collect(),
        ..Programme::default()
    }
}

fn departments(
    rng: &mut impl Rng,
    phases: &[PhaseId],
    count: usize,
) -> BTreeMap<DepartmentId, Department> {
    let mut names = BTreeSet::new();
    ids(rng, count)
        .into_iter()
        .filter_map(|id| {
            let name = name(rng);
            names.insert(name.clone()).then(|| {
                let department = Department {
                    name,
                    short_name: maybe(rng, name_of),
                    kind: *DepartmentKind::ALL.choose(rng).expect("not empty"),
                    policy_field: maybe(rng, name_of),
                    divisions: some_of(rng, phases, 0.6)
                        .into_iter()
                        .map(|phase| (phase, name_of(rng)))
                        .collect(),
                };
                (id, department)
            })
        })
        .collect()
}

fn membership(rng: &mut impl Rng, departments: &[DepartmentId]) -> Membership {
    let flag = |rng: &mut _| {
        *[None, Some(true), Some(false)]
            .choose(rng)
            .expect("not empty")
    };
    Membership {
        department: departments.choose(rng).expect("there are some").clone(),
        section: maybe(rng, section),
        level: *[
            None,
            Some(Level::Operative),
            Some(Level::Coordinating),
            Some(Level::Leading),
        ]
        .choose(rng)
        .expect("not empty"),
        core_team: rng.random_bool(0.2),
        asked: flag(rng),
        answered: flag(rng),
        open: Default::default(),
    }
}

fn offer(
    rng: &mut impl Rng,
    phases: &[PhaseId],
    departments: &[DepartmentId],
    actors: &[ActorId],
    sections: &[(DepartmentId, Text)],
) -> Offer {
    let mut parties = |least: usize| -> BTreeSet<Party> {
        (0..rng.random_range(least..4))
            .map(|_| match rng.random_range(0..3) {
                0 => Party::Department(departments.choose(rng).expect("there are some").clone()),
                1 if !sections.is_empty() => {
                    let (department, section) = sections.choose(rng).expect("not empty").clone();
                    Party::Section(department, section)
                }
                _ => Party::Actor(actors.choose(rng).expect("there are some").clone()),
            })
            .collect()
    };
    let (known_to, referred_by) = (parties(0), parties(0));
    let providers = [parties(1), parties(1), parties(1)];
    let mut life_phases = some_of(rng, &LifePhase::ALL, 0.3);
    life_phases.insert(LifePhase::From3To6);
    let mut fields = some_of(rng, &Field::ALL, 0.3);
    fields.insert(Field::Health);
    let mut in_phases = some_of(rng, phases, 0.7);
    in_phases.insert(phases.choose(rng).expect("there are some").clone());
    Offer {
        name: name(rng),
        life_phases,
        fields,
        providers: in_phases
            .into_iter()
            .zip(providers.into_iter().cycle())
            .collect(),
        responsible: maybe(rng, |rng| {
            departments.choose(rng).expect("there are some").clone()
        }),
        known_to,
        referred_by,
        target_group: maybe(rng, name_of),
        area: maybe(rng, name_of),
        goal: maybe(rng, name_of),
        funding: maybe(rng, name_of),
        note: maybe(rng, note),
    }
}

fn reports(
    rng: &mut impl Rng,
    memberships: &BTreeMap<(ActorId, PhaseId), Membership>,
    offers: &[OfferId],
    count: usize,
) -> BTreeMap<ReportKey, Report> {
    let places: Vec<&(ActorId, PhaseId)> = memberships.keys().collect();
    let mut reports = BTreeMap::new();
    for _ in 0..count {
        let (Some((from, phase)), Some((to, to_phase))) = (places.choose(rng), places.choose(rng))
        else {
            break;
        };
        if from == to || phase != to_phase {
            continue;
        }
        let report = Report {
            strength: maybe(rng, |rng| {
                Strength::parse(rng.random_range(0..=5)).expect("on the scale")
            }),
            kinds: some_of(rng, &TieKind::ALL, 0.3).into_iter().collect(),
            binding: maybe(rng, |rng| rng.random_bool(0.3)),
            since: maybe(rng, |rng| {
                let since = ["2020", "1999-12", "2024-02-29", "1890-01-01"];
                since
                    .choose(rng)
                    .expect("not empty")
                    .parse()
                    .expect("legal")
            }),
            through_core_team: rng.random_bool(0.3),
            offers: some_of(rng, offers, 0.1),
            in_workshop: rng.random_bool(0.2),
            note: maybe(rng, note),
        };
        reports.insert((phase.clone(), from.clone(), to.clone()), report);
    }
    reports
}

fn ids<T>(rng: &mut impl Rng, count: usize) -> BTreeSet<Id<T>> {
    (0..count)
        .map(|n| {
            // What parts a list cannot be in the id of an item, which is the last resort where names are no use.
            let text = if rng.random_bool(0.5) {
                name(rng)
                    .as_str()
                    .replace([';', '|', '\n', '\r', '\t'], " ")
            } else {
                format!("f{n}")
            };
            Id::parse(&text).expect("short and without control characters")
        })
        .collect()
}

/// A name or the text of a note, as awkward as can be.
fn name(rng: &mut impl Rng) -> Text {
    let word = AWKWARD.choose(rng).expect("not empty");
    // A lone dash stands for an empty cell.
    if rng.random_bool(0.5) && !is_dash(word) {
        text(word)
    } else {
        text(&format!("{word} {}", rng.random_range(1..30)))
    }
}

fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–")
}

fn section(rng: &mut (impl Rng + ?Sized)) -> Text {
    match name_of(rng) {
        word if is_dash(word.as_str()) || word.as_str().contains([';', '|', '\n']) => text("RSD"),
        word => word,
    }
}

fn name_of(rng: &mut (impl Rng + ?Sized)) -> Text {
    text(AWKWARD.choose(rng).expect("not empty"))
}

fn note(rng: &mut (impl Rng + ?Sized)) -> Note {
    Note::parse(name_of(rng).as_str()).expect("short")
}

fn maybe<R: Rng, T>(rng: &mut R, draw: impl FnOnce(&mut R) -> T) -> Option<T> {
    rng.random_bool(0.6).then(|| draw(rng))
}

fn some_of<T: Clone + Ord>(rng: &mut impl Rng, all: &[T], share: f64) -> BTreeSet<T> {
    all.iter()
        .filter(|_| rng.random_bool(share))
        .cloned()
        .collect()
}
