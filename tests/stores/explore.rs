//! The questions of queries/explore, asked of a small network whose answers are known.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use libtest_mimic::Trial;
use miteinander::domain::{
    Actor, ActorKind, Department, DepartmentKind, Membership, Network, Offer, Party, Report,
};
use neo4rs::{BoltType, Query};

use crate::neo4j::graph;
use crate::place::{Backend, Place, id, key, report, text, trial};
use crate::planted::additions;

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![trial(
        backend,
        "people_get_answers_in_the_browser",
        people_get_answers_in_the_browser,
    )]
}

/// A question, what it is asked with beside the district, the columns looked at, and the answer.
type Question = (
    &'static str,
    Vec<(&'static str, BoltType)>,
    &'static [&'static str],
    &'static [&'static str],
);

async fn people_get_answers_in_the_browser(place: Place) {
    place.apply(additions(&small(&place))).await;
    let [before, now] = [0, 1].map(|n| BoltType::from(place.phases[n].as_str()));
    let phase = || vec![("phase", now.clone())];
    let questions: Vec<Question> = vec![
        (
            "bridges",
            [
                phase(),
                vec![("one", "jug".into()), ("other", "ges".into())],
            ]
            .concat(),
            &["function", "works_with", "strength"],
            &["Frühe Hilfen, KJGD, 4"],
        ),
        (
            "changes",
            vec![("from", before), ("to", now.clone())],
            &["change", "function", "other", "before", "after"],
            &[
                "ended, KJGD, Zahnärztlicher Dienst, 3, 0",
                "new, Frühe Hilfen, Runder Tisch, 0, 3",
                "stronger, KJGD, Frühe Hilfen, 2, 4",
            ],
        ),
        (
            "core-team",
            phase(),
            &["function", "partners", "ties"],
            &["Frühe Hilfen, 4, 5 of them"],
        ),
        (
            "gaps",
            phase(),
            &["office", "other_office"],
            &["Gesundheitsamt, Sozialamt", "Jugendamt, Sozialamt"],
        ),
        (
            "isolated",
            phase(),
            &["function", "department"],
            &[
                "Zahnärztlicher Dienst, Gesundheitsamt",
                "Wohnhilfe, Sozialamt",
            ],
        ),
        (
            "known-to-one",
            phase(),
            &["offer", "only_known_to"],
            &["Zahnputzwoche, Gesundheitsamt"],
        ),
        (
            "network",
            [phase(), vec![("strength", 3.into())]].concat(),
            &["ties"],
            &[
                "0 of them",
                "0 of them",
                "0 of them",
                "1 of them",
                "1 of them",
                "1 of them",
                "1 of them",
            ],
        ),
        (
            "offer",
            vec![("offer", "elterncafe".into())],
            &["parts", "cooperation"],
            &["3 of them, 1 of them"],
        ),
        (
            "same-offer",
            phase(),
            &["offer", "department", "other_department"],
            &["Wohnberatung, Jugendamt, Sozialamt"],
        ),
        (
            "through-core-team",
            phase(),
            &[
                "function",
                "department",
                "with",
                "other_department",
                "strength",
            ],
            &["Frühe Hilfen, Jugendamt, KJGD, Gesundheitsamt, 4"],
        ),
    ];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("queries/explore");
    let files: BTreeSet<String> = fs::read_dir(&folder)
        .expect("there are such questions")
        .map(|entry| entry.expect("a file").path())
        .map(|path| {
            path.file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    let asked: BTreeSet<String> = questions
        .iter()
        .map(|(name, ..)| (*name).to_owned())
        .collect();
    assert_eq!(files, asked, "each question is asked here");
    let graph = graph();
    for (name, parameters, columns, expected) in questions {
        let statement =
            fs::read_to_string(folder.join(name).with_extension("cypher")).expect("a file");
        let query = Query::new(statement)
            .param("district", place.district.as_str())
            .params(parameters);
        let mut rows = graph.execute(query).await.expect(name);
        let mut answer = Vec::new();
        while let Some(row) = rows.next().await.expect(name) {
            let cells = columns
                .iter()
                .map(|column| shown(&row.get(column).expect(column)));
            answer.push(cells.collect::<Vec<_>>().join(", "));
        }
        if name == "network" {
            answer.sort();
        }
        assert_eq!(answer, expected, "{name}");
    }
}

fn shown(value: &BoltType) -> String {
    match value {
        BoltType::String(text) => text.value.clone(),
        BoltType::Integer(number) => number.value.to_string(),
        BoltType::List(list) => format!("{} of them", list.value.len()),
        other => format!("{other:?}"),
    }
}

/// Three offices and an association: the youth and the health office work together through one function.
fn small(place: &Place) -> Network {
    let [before, now] = &place.phases;
    let mut network = Network::default();
    for (key, name, kind) in [
        ("jug", "Jugendamt", DepartmentKind::Office),
        ("ges", "Gesundheitsamt", DepartmentKind::Office),
        ("soz", "Sozialamt", DepartmentKind::Office),
        ("verein", "Nachbarn e.V.", DepartmentKind::Provider),
    ] {
        let department = Department {
            name: text(name),
            short_name: None,
            kind,
            policy_field: None,
            divisions: Default::default(),
        };
        network.departments.insert(id(key), department);
    }
    for (key, name, department, kind) in [
        ("j1", "Frühe Hilfen", "jug", ActorKind::Function),
        ("j2", "RSD", "jug", ActorKind::Function),
        ("g1", "KJGD", "ges", ActorKind::Function),
        ("g2", "Zahnärztlicher Dienst", "ges", ActorKind::Function),
        ("s1", "Wohnhilfe", "soz", ActorKind::Function),
        ("s2", "Runder Tisch", "soz", ActorKind::Body),
        ("v1", "Familienzentrum", "verein", ActorKind::Organisation),
    ] {
        let actor = Actor {
            name: text(name),
            kind,
            note: None,
        };
        network.actors.insert(id(key), actor);
        let phases = if key == "v1" {
            &place.phases[1..]
        } else {
            &place.phases[..]
        };
        for phase in phases {
            let membership = Membership {
                department: id(department),
                section: None,
                level: None,
                core_team: key == "j1" && phase == now,
                asked: None,
                answered: None,
                open: Default::default(),
            };
            network
                .memberships
                .insert((id(key), phase.clone()), membership);
        }
    }
    let mut brought_about = report(4);
    brought_about.through_core_team = true;
    brought_about.offers = [id("elterncafe")].into();
    let reports: [(_, _, _, Report); 10] = [
        (before, "j2", "j1", report(5)),
        (before, "j1", "g1", report(2)),
        (before, "g2", "g1", report(3)),
        (now, "j1", "g1", brought_about),
        (now, "g1", "j1", report(3)),
        (now, "j2", "j1", report(5)),
        (now, "j2", "g1", report(0)),
        (now, "s2", "j1", report(3)),
        (now, "v1", "j1", report(2)),
        (now, "s1", "g2", report(0)),
    ];
    for (phase, from, to, report) in reports {
        network.reports.insert(key(phase, from, to), report);
    }
    let offer = |name, provider| Offer {
        name: text(name),
        life_phases: Default::default(),
        fields: Default::default(),
        providers: [(now.clone(), [provider].into())].into(),
        responsible: None,
        known_to: Default::default(),
        referred_by: Default::default(),
        target_group: None,
        area: None,
        goal: None,
        funding: None,
        note: None,
    };
    let mut cafe = offer("Elterncafé", Party::Actor(id("v1")));
    cafe.known_to = [Party::Actor(id("j1"))].into();
    cafe.responsible = Some(id("jug"));
    let mut housing = offer("Wohnberatung", Party::Section(id("soz"), text("Wohnen")));
    housing.known_to = [Party::Department(id("jug"))].into();
    let teeth = offer("Zahnputzwoche", Party::Actor(id("g2")));
    network.offers.insert(id("elterncafe"), cafe);
    network.offers.insert(id("wohnberatung"), housing);
    network.offers.insert(id("zahnputzwoche"), teeth);
    network
}
