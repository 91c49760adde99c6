//! Whatever leaders are given names no function: not by its name, not by its id, in any format.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use miteinander::analysis::{Audience, Inclusion, Options, Selection, compare, prose, report};
use miteinander::domain::{
    Actor, ActorId, ActorKind, Department, DepartmentId, DepartmentKind, Field, LifePhase,
    Membership, Network, Offer, OfferId, Party, PhaseId, Report, Strength, Text,
};
use miteinander::map::{MapOptions, Materials, View, sheet};
use miteinander::text::Lang;
use proptest::prelude::*;

use super::surveys::{District, everything};

/// No word of any text holds these.
const NAME: &str = "Zqxfunktion";
const ID: &str = "wyzq";

const DEPARTMENTS: [(&str, DepartmentKind); 5] = [
    ("Jugendamt", DepartmentKind::Office),
    ("Gesundheitsamt", DepartmentKind::Office),
    ("Sozialamt", DepartmentKind::Office),
    ("Nachbarschaft", DepartmentKind::Provider),
    ("Jobcenter", DepartmentKind::JobCentre),
];

/// What a network is made from: of each actor its department and whether it is a body, the ties, who takes part in offers.
type Recipe = (
    Vec<(usize, bool, Option<bool>)>,
    Vec<(usize, usize, i64, bool)>,
    Vec<Vec<usize>>,
);

fn recipes() -> impl Strategy<Value = Recipe> {
    (3_usize..18).prop_flat_map(|n| {
        let answered = prop::option::weighted(0.7, any::<bool>());
        let actor = (0..DEPARTMENTS.len(), prop::bool::weighted(0.15), answered);
        let tie = (0..n, 0..n, 0_i64..=5, any::<bool>());
        let parties = prop::collection::vec(0..n, 1..5);
        (
            prop::collection::vec(actor, n),
            prop::collection::vec(tie, 0..60),
            prop::collection::vec(parties, 1..5),
        )
    })
}

fn text(text: &str) -> Text {
    Text::parse(text).expect("a text")
}

fn actor(at: usize) -> ActorId {
    ActorId::parse(&format!("{ID}{at}")).expect("an id")
}

fn phase(first: bool) -> PhaseId {
    PhaseId::parse(if first { "1" } else { "2" }).expect("an id")
}

fn department(at: usize) -> DepartmentId {
    DepartmentId::parse(&format!("amt{at}")).expect("an id")
}

fn cook((actors, ties, offers): &Recipe) -> Network {
    let mut network = Network::default();
    for (at, (name, kind)) in DEPARTMENTS.iter().enumerate() {
        let one = Department {
            name: text(name),
            short_name: None,
            kind: *kind,
            policy_field: None,
            divisions: BTreeMap::new(),
        };
        network.departments.insert(department(at), one);
    }
    for (at, (own, body, answered)) in actors.iter().enumerate() {
        let one = Actor {
            name: text(&format!("{NAME} {at}")),
            kind: if *body {
                ActorKind::Body
            } else {
                ActorKind::Function
            },
            note: None,
        };
        network.actors.insert(actor(at), one);
        for first in [true, false] {
            let membership = Membership {
                department: department(*own),
                section: None,
                level: None,
                core_team: at == 0,
                asked: Some(true),
                answered: *answered,
                open: Default::default(),
            };
            network
                .memberships
                .insert((actor(at), phase(first)), membership);
        }
    }
    for (from, to, strength, first) in ties.iter().filter(|(from, to, ..)| from != to) {
        let report = Report {
            strength: Some(Strength::parse(*strength).expect("on the scale")),
            ..Report::default()
        };
        network
            .reports
            .insert((phase(*first), actor(*from), actor(*to)), report);
    }
    for (at, parties) in offers.iter().enumerate() {
        let all: BTreeSet<Party> = parties.iter().map(|at| Party::Actor(actor(*at))).collect();
        let offer = Offer {
            name: text(&format!("Angebot {at}")),
            life_phases: [LifePhase::ALL[at % 3]].into(),
            fields: [Field::ALL[at % 2]].into(),
            responsible: (at % 2 == 0).then(|| department(0)),
            providers: [true, false]
                .into_iter()
                .map(|first| (phase(first), all.clone()))
                .collect(),
            known_to: all.iter().skip(1).cloned().collect(),
            referred_by: all.iter().take(2).cloned().collect(),
            target_group: Some(text(&format!("Familien bei {NAME} 0"))),
            area: Some(text(&format!("um {NAME} 0"))),
            goal: Some(text(&format!("{NAME} 0 hilft"))),
            funding: Some(text(&format!("über {NAME} 0"))),
            note: None,
        };
        let id = OfferId::parse(&format!("angebot{at}")).expect("an id");
        network.offers.insert(id, offer);
    }
    network
}

fn views() -> Vec<View> {
    let change = View::Change {
        from: "1".to_owned(),
        to: "2".to_owned(),
    };
    let offer = View::Offer("angebot0".to_owned());
    vec![View::Network, View::Matrix, change, View::Chain, offer]
}

fn for_leaders(district: &District) -> Selection {
    Selection {
        audience: Audience::Leadership,
        scope: Inclusion::Offices,
        min_strength: 2.0,
        ..everything(&district.survey)
    }
}

/// Every text that a selection gives, with what it is.
fn given(district: &District, selection: &Selection) -> Vec<(String, String)> {
    let District { survey, .. } = district;
    let options = Options {
        permutations: 9,
        actors: true,
        ..Options::default()
    };
    let mut given = Vec::new();
    let report = report(survey, selection, &options).expect("it can be measured");
    given.push(("report".to_owned(), report.to_json(Lang::De)));
    given.push((
        "report in words".to_owned(),
        prose::report(&report, Lang::De),
    ));
    let comparison = compare(survey, "1", "2", selection).expect("two phases");
    given.push(("comparison".to_owned(), comparison.to_json()));
    given.push((
        "comparison in words".to_owned(),
        prose::comparison(&comparison, Lang::De),
    ));
    let from = Materials {
        survey,
        report: None,
    };
    for view in views() {
        let sheet = sheet(&from, &view, selection, &MapOptions::default()).expect("it is drawn");
        for (format, text) in [
            ("SVG", sheet.svg().to_owned()),
            ("JSON", sheet.json().to_owned()),
            ("table", format!("{:?}", sheet.table())),
            ("words", sheet.description().to_owned()),
        ] {
            given.push((format!("{view:?} {format}"), text));
        }
    }
    given
}

fn names_somebody(text: &str) -> bool {
    let text = text.to_lowercase();
    text.contains(&NAME.to_lowercase()) || text.contains(ID)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn nothing_that_leaders_are_given_names_a_function(recipe in recipes()) {
        let district = District::small().with(|network| *network = cook(&recipe));
        for (what, text) in given(&district, &for_leaders(&district)) {
            prop_assert!(!names_somebody(&text), "{what}: {text}");
        }
    }
}

/// The property above would say nothing of a network whose functions nobody is told.
#[test]
fn the_core_team_is_told_the_same_functions_by_name() {
    let actors = (0..9).map(|at| (at % 3, false, Some(true))).collect();
    let ties = (0..9)
        .map(|at| (at, (at + 1) % 9, 3, at % 2 == 0))
        .collect();
    let recipe = (actors, ties, vec![vec![0, 4, 8]]);
    let district = District::small().with(|network| *network = cook(&recipe));
    let given: BTreeMap<String, String> = given(&district, &everything(&district.survey))
        .into_iter()
        .collect();
    for what in [
        "report",
        "report in words",
        "Network SVG",
        "Network JSON",
        "Network table",
        "Offer(\"angebot0\") SVG",
        "Offer(\"angebot0\") JSON",
    ] {
        assert!(names_somebody(&given[what]), "{what}: {}", given[what]);
    }
}

#[test]
fn no_page_for_leaders_holds_the_name_of_a_function_as_text() {
    let actors = (0..9).map(|at| (at % 3, false, Some(true))).collect();
    let ties = (0..9)
        .map(|at| (at, (at + 1) % 9, 3, at % 2 == 0))
        .collect();
    let recipe = (actors, ties, vec![vec![0, 4, 8]]);
    let district = District::small().with(|network| *network = cook(&recipe));
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("map.pdf");
    let read = |selection: &Selection| {
        let from = Materials {
            survey: &district.survey,
            report: None,
        };
        let options = MapOptions::default();
        let sheet = sheet(&from, &View::Network, selection, &options).expect("it is drawn");
        std::fs::write(&file, sheet.pdf().expect("a PDF")).expect("it is written");
        let done = Command::new("pdftotext").arg(&file).arg("-").output();
        match done {
            Ok(done) => Some(String::from_utf8_lossy(&done.stdout).into_owned()),
            Err(_) => {
                assert!(
                    std::env::var_os("MITEINANDER_REQUIRE").is_none(),
                    "MITEINANDER_REQUIRE is set, but pdftotext is missing"
                );
                eprintln!("SKIPPED: pdftotext is not there");
                None
            }
        }
    };
    let working = everything(&district.survey);
    if let (Some(whole), Some(aggregated)) = (read(&working), read(&for_leaders(&district))) {
        assert!(names_somebody(&whole) && aggregated.contains("Jugendamt"));
        assert!(!names_somebody(&aggregated), "{aggregated}");
    }
}
