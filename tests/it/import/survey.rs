//! Plain files for analysis: lenient where the import is strict.

use std::path::{Path, PathBuf};

use miteinander::analysis::Selection;
use miteinander::domain::{DistrictId, Survey, SurveyParty, Text};
use miteinander::exchange::{Content, Format, Input, Problem, export, survey};
use miteinander::map::View;

use super::file;
use crate::export::drawn;
use crate::map::surveys::{self, District, everything};
use crate::map::views::of_survey;

fn read(files: &[Input]) -> Survey {
    survey(files).unwrap_or_else(|faults| panic!("{}", faults.lines(Default::default()).join("\n")))
}

fn networks() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/networks");
    let there = path.is_dir();
    if !there {
        eprintln!("SKIPPED: {} is not there", path.display());
    }
    there.then_some(path)
}

#[test]
fn every_real_network_is_read() {
    let Some(networks) = networks() else { return };
    // Rows below the header of nodes.csv and edges.csv.
    let counts = [
        ("cross_parker_manufacturing", 77, 4_554, 0, 1),
        ("dhhs_collab", 54, 447, 0, 1),
        ("dutch_college", 32, 3_062, 7, 1),
        ("knoke_bureaucracies", 10, 71, 0, 2),
        ("krackhardt_hightech", 21, 312, 0, 3),
        ("s50_glasgow", 50, 351, 3, 1),
        ("swiss_wetlands", 132, 541, 0, 1),
        ("tc_indiana", 25, 439, 0, 1),
        ("zachary_karate", 34, 78, 0, 1),
    ];
    for (name, actors, ties, phases, least_kinds) in counts {
        let files = ["nodes.csv", "edges.csv"].map(|file| Input {
            name: file.to_owned(),
            bytes: std::fs::read(networks.join(name).join(file)).expect("a network's file"),
        });
        let survey = read(&files);
        assert_eq!(survey.actors.len(), actors, "{name}");
        assert_eq!(survey.presences.len(), actors, "{name}");
        assert_eq!(survey.ties.len(), ties, "{name}");
        assert_eq!(survey.phases.len(), phases, "{name}");
        assert!(survey.kinds.len() >= least_kinds, "{name}");
        assert!(!survey.columns.is_empty(), "{name}");
    }
}

#[test]
fn the_english_key_wins_and_the_other_column_stays_selectable() {
    let survey = read(&[
        file(
            "nodes.csv",
            "id,group,department,level\n10,dept4,4,3\n2,dept4,2,1\n",
        ),
        file(
            "edges.csv",
            "source,target,weight,relation\n10,2,-1.5,advice\n",
        ),
    ]);
    let names: Vec<_> = survey
        .columns
        .iter()
        .map(|column| &column.names[0])
        .collect();
    assert_eq!(names, ["department", "level", "group"]);
    // The natural order of ids: 2 before 10.
    assert_eq!(survey.actors[0].id, "2");
    assert_eq!(
        survey.columns[0].values,
        [Some("2".to_owned()), Some("4".to_owned())]
    );
    assert_eq!(survey.ties[0].strength, Some(-1.5));
    assert_eq!((survey.ties[0].from, survey.ties[0].to), (1, 0));
    assert_eq!(survey.title, "edges");
}

#[test]
fn ties_alone_make_actors_and_a_missing_strength_is_one() {
    let survey = read(&[file("wer.csv", "Von;Mit\nB;A\nA;C\n")]);
    let ids: Vec<_> = survey
        .actors
        .iter()
        .map(|actor| actor.id.as_str())
        .collect();
    assert_eq!(ids, ["A", "B", "C"]);
    assert_eq!(survey.presences.len(), 3);
    assert!(survey.ties.iter().all(|tie| tie.strength == Some(1.0)));
}

#[test]
fn an_empty_strength_is_none_and_one_that_is_no_finite_number_a_fault() {
    let ties = |strength: &str| {
        survey(&[file(
            "edges.csv",
            &format!("source,target,weight\na,b,{strength}\n"),
        )])
    };
    assert_eq!(ties("").expect("no fault").ties[0].strength, None);
    assert_eq!(
        ties("1e3").expect("no fault").ties[0].strength,
        Some(1000.0)
    );
    for bad in ["NaN", "inf", "viel"] {
        let faults = ties(bad).expect_err("no strength");
        assert_eq!(faults.list[0].problem, Problem::NotANumber, "{bad}");
        assert_eq!(faults.list[0].place.row, Some(2));
        assert_eq!(faults.list[0].place.column.as_deref(), Some("weight"));
    }
}

#[test]
fn an_end_that_the_actors_lack_is_a_fault_with_the_nearest_name() {
    let faults = survey(&[
        file("nodes.csv", "id,label\n1,Jugendamt\n2,QPK\n"),
        file("edges.csv", "source,target\n1,QPK\n1,Jugendant\n"),
    ])
    .expect_err("an unknown end");
    assert_eq!(faults.len(), 1);
    let text = faults.list[0].say(Default::default());
    assert!(text.contains("Meinten Sie „Jugendamt“?"), "{text}");
}

#[test]
fn more_than_64_kinds_are_a_fault() {
    let rows: String = (0..65).map(|kind| format!("a,b,kind {kind}\n")).collect();
    let faults = survey(&[file(
        "edges.csv",
        &format!("source,target,relation\n{rows}"),
    )])
    .expect_err("too many");
    assert_eq!(faults.list[0].problem, Problem::TooManyValues(64));
}

#[test]
fn waves_are_phases_in_natural_order() {
    let survey = read(&[file(
        "edges.csv",
        "source,target,wave\na,b,10\na,b,2\na,b,2\n",
    )]);
    let phases: Vec<_> = survey
        .phases
        .iter()
        .map(|phase| phase.id.as_str())
        .collect();
    assert_eq!(phases, ["2", "10"]);
    let of: Vec<_> = survey.ties.iter().map(|tie| tie.phase).collect();
    assert_eq!(of, [Some(1), Some(0), Some(0)]);
}

#[test]
fn an_exported_district_is_the_same_survey_as_the_district() {
    for seed in 0..5 {
        let given = drawn::network(seed, 25);
        let bytes =
            export(&given.content(), Format::CsvZip).expect("a legal network can be written");
        let from_file = read(&[Input {
            name: "bezirk.csv.zip".to_owned(),
            bytes,
        }]);
        let from_store = given.network.survey(&given.district, &given.programme);
        assert_eq!(from_file.title, "bezirk");
        let placed: Vec<u32> = from_file
            .presences
            .iter()
            .map(|place| place.actor)
            .collect();
        let in_store: Vec<u32> = from_store
            .presences
            .iter()
            .map(|place| place.actor)
            .collect();
        let ids = |survey: &Survey| -> Vec<String> {
            survey.actors.iter().map(|actor| actor.id.clone()).collect()
        };
        assert_eq!(ids(&from_file), ids(&from_store));
        // An actor without a place has a row in the file.
        assert!(placed.len() >= in_store.len());
        assert_eq!(from_file.ties.len(), from_store.ties.len());
        assert_eq!(from_file.departments, from_store.departments);
        assert_eq!(from_file.actors, from_store.actors);
    }
}

#[test]
fn plain_files_hold_the_offers_of_the_district_and_draw_the_same_pictures_of_them() {
    let District { survey, network } = District::demonstration();
    let id = DistrictId::parse("musterbezirk").expect("an id");
    let district = miteinander::domain::District {
        name: Text::parse("Musterbezirk").expect("a name"),
        example: true,
        position: 0,
    };
    let content = Content {
        district_id: &id,
        district: &district,
        programme: &surveys::programme(),
        network: &network,
        contacts: None,
        places: None,
        phase: None,
        lang: Default::default(),
    };
    let bytes = export(&content, Format::Xlsx).expect("it can be written");
    let name = "bezirk.xlsx".to_owned();
    let files = read(&[Input { name, bytes }]);
    let offered = files.offers.iter().filter(|offer| offer.phase.is_some());
    assert_eq!(offered.cloned().collect::<Vec<_>>(), survey.offers);
    for phase in ["1", "2"] {
        for view in [
            View::Chain,
            View::Offer("familiencafe-lindenhof".to_owned()),
        ] {
            let drawn = |survey: &Survey| {
                let selection = Selection {
                    phase: Some(phase.to_owned()),
                    min_strength: 2.0,
                    ..everything(survey)
                };
                let sheet = of_survey(survey, &view, &selection).expect("a picture");
                (sheet.json().to_owned(), sheet.table().clone())
            };
            assert_eq!(drawn(&files), drawn(&survey), "{view:?}");
        }
    }
}

#[test]
fn a_large_network_is_read_as_it_comes() {
    let mut edges = String::from("source,target,weight,relation\n");
    for tie in 0..200_000u32 {
        let (from, to) = (tie % 20_000, (tie * 7 + 1) % 20_000);
        edges.push_str(&format!("{from},{to},{},collab\n", tie % 5));
    }
    let survey = read(&[file("edges.csv", &edges)]);
    assert_eq!(survey.ties.len(), 200_000);
    assert_eq!(survey.actors.len(), 20_000);
}

#[test]
fn offers_name_functions_sections_offices_and_others() {
    let survey = read(&[
        file(
            "actors.csv",
            "id,name,department,section\n2,RSD Süd,Jugendamt,RSD\n10,KJGD,Gesundheitsamt,KJGD Team\n",
        ),
        file(
            "offers.csv",
            "name,life_phases,fields,providers,responsible,known_to,referred_by\n\
             Café,0–3; 3–6,Bildung,KJGD,Jugendamt,RSD; Jugendamt; Kita am Park,2\n",
        ),
    ]);
    let [offer] = survey.offers.as_slice() else {
        panic!("one offer: {:?}", survey.offers)
    };
    let place = |name: &str| {
        let mut departments = survey.departments.iter();
        let place = departments.position(|department| department.name == name);
        place.expect("a department of the file") as u32
    };
    let at = |name: &str| SurveyParty::Department(place(name));
    assert_eq!((offer.id.as_str(), offer.label.as_str()), ("cafe", "Café"));
    assert_eq!(offer.life_phases.len(), 2);
    assert_eq!(offer.providers, [SurveyParty::Actor(1)]);
    assert_eq!(offer.responsible, Some(place("Jugendamt")));
    // A section is one of its office; who is nobody of the file stands for itself.
    let section = SurveyParty::Section(place("Jugendamt"), "RSD".to_owned());
    assert_eq!(
        offer.known_to,
        [at("Jugendamt"), at("Kita am Park"), section]
    );
    assert_eq!(offer.referred_by, [SurveyParty::Actor(0)]);
}

#[test]
fn a_list_of_phases_is_read_as_its_phases_and_not_as_another_one() {
    let survey = read(&[
        file(
            "actors.csv",
            "id,name,department,phase\na,RSD,Jugendamt,1; 2\nb,KJGD,Gesundheitsamt,1\nb,KJGD,Gesundheitsamt,2\n",
        ),
        file("edges.csv", "from,to,strength,phase\na,b,2,1; 2\nb,a,3,2\n"),
        file(
            "offers.csv",
            "name,life_phases,fields,providers,phase\nCafé,0–3,Bildung,a,1; 2\n",
        ),
    ]);
    let phases: Vec<&str> = survey
        .phases
        .iter()
        .map(|phase| phase.id.as_str())
        .collect();
    assert_eq!(phases, ["1", "2"]);
    let places: Vec<_> = survey
        .presences
        .iter()
        .map(|row| (row.actor, row.phase))
        .collect();
    assert_eq!(
        places,
        [(0, Some(0)), (0, Some(1)), (1, Some(0)), (1, Some(1))]
    );
    assert_eq!(survey.ties.len(), 3);
    let offers: Vec<_> = survey.offers.iter().map(|offer| offer.phase).collect();
    assert_eq!(offers, [Some(0), Some(1)]);
    // A value that holds the mark of lists, but no phases, is one of its own.
    let waves = read(&[file(
        "edges.csv",
        "source,target,wave\na,b,\"2019; early\"\n",
    )]);
    assert_eq!(waves.phases[0].id, "2019; early");
}
