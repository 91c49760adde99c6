//! The documented JSON: complete, versioned, contacts only when given.

use std::collections::BTreeSet;

use miteinander::domain::*;
use miteinander::exchange::{Content, Format, Input, Problem, export, read_tables};
use serde_json::{Value, json};

use super::{Given, drawn, text};

fn read(given: &Given) -> Value {
    serde_json::from_slice(&given.bytes(Format::Json)).expect("JSON")
}

fn rows<'a>(document: &'a Value, table: &str) -> &'a Vec<Value> {
    document[table].as_array().expect("a list")
}

#[test]
fn json_holds_every_record() {
    let given = drawn::network(9, 30);
    let (document, network) = (read(&given), &given.network);
    assert_eq!(document["format"], "miteinander/1");
    assert_eq!(
        rows(&document, "departments").len(),
        network.departments.len()
    );
    assert_eq!(rows(&document, "actors").len(), network.actors.len());
    assert_eq!(
        rows(&document, "memberships").len(),
        network.memberships.len()
    );
    assert_eq!(rows(&document, "offers").len(), network.offers.len());
    for (row, ((phase, from, to), report)) in
        rows(&document, "cooperations").iter().zip(&network.reports)
    {
        assert_eq!(row["phase"], phase.as_str());
        assert_eq!((&row["from"], &row["to"]), (&json!(from), &json!(to)));
        assert_eq!(row["strength"], json!(report.strength));
        assert_eq!(row["note"], json!(report.note));
        assert_eq!(row["offers"], json!(report.offers));
        let kinds: Vec<&str> = report.kinds.iter().map(|kind| kind.code()).collect();
        assert_eq!(row["kinds"], json!(kinds));
    }
    assert_eq!(rows(&document, "cooperations").len(), network.reports.len());
}

#[test]
fn json_speaks_in_the_codes_of_the_tables() {
    let mut given = drawn::network(2, 6);
    let department = given
        .network
        .departments
        .keys()
        .next()
        .expect("one")
        .clone();
    let actor = given.network.actors.keys().next().expect("one").clone();
    let offer = given.network.offers.values_mut().next().expect("one");
    offer.life_phases = [LifePhase::From14].into();
    offer.fields = [Field::Material].into();
    let providers = [
        Party::Actor(actor.clone()),
        Party::Department(department.clone()),
        Party::Section(department.clone(), text("RSD")),
    ];
    let phase = given.programme.phases.keys().next().expect("one");
    offer.providers = [(phase.clone(), providers.into())].into();
    let document = read(&given);
    let offer = &document["offers"][0];
    assert_eq!(offer["life_phases"], json!(["14-18/27"]));
    assert_eq!(offer["fields"], json!(["material"]));
    let providers = json!([
        { "actor": actor },
        { "department": department },
        { "department": department, "section": "RSD" }
    ]);
    assert_eq!(offer["providers"], json!({ phase.as_str(): providers }));
}

#[test]
fn contacts_are_in_json_only_when_given() {
    let given = drawn::network(5, 20);
    assert!(!given.text(Format::Json).contains("contact"));
    let mut content = given.content();
    content.contacts = Some(&given.contacts);
    let bytes = export(&content, Format::Json).expect("written");
    let document: Value = serde_json::from_slice(&bytes).expect("JSON");
    let with_contact = rows(&document, "actors")
        .iter()
        .filter(|actor| !actor["contact"].is_null());
    assert_eq!(with_contact.count(), given.contacts.len());
}

#[test]
fn one_phase_of_json_holds_only_what_belongs_to_it() {
    let given = drawn::network(11, 30);
    for phase in given.programme.phases.keys() {
        let bytes = export(&given.content_of(phase), Format::Json).expect("written");
        let document: Value = serde_json::from_slice(&bytes).expect("JSON");
        let in_phase = |row: &&Value| row["phase"] == phase.as_str();
        let (memberships, ties) = (
            rows(&document, "memberships"),
            rows(&document, "cooperations"),
        );
        assert!(memberships.iter().all(|row| in_phase(&row)));
        assert!(ties.iter().all(|row| in_phase(&row)));
        let there = given.network.reports.keys().filter(|(p, _, _)| p == phase);
        assert_eq!(ties.len(), there.count());
        for offer in given
            .network
            .offers
            .iter()
            .filter(|(_, o)| o.providers.contains_key(phase))
        {
            let listed = rows(&document, "offers")
                .iter()
                .any(|row| row["id"] == offer.0.as_str());
            assert!(listed, "{}", offer.0);
        }
    }
}

#[test]
fn json_holds_the_places_of_the_map_of_those_it_names() {
    let given = drawn::network(11, 30);
    assert!(read(&given).get("map_places").is_none());
    let place = |actor: &ActorId| MapPlace {
        actor: actor.to_string(),
        department: "amt".to_owned(),
        x: 1_234,
        y: -5,
        name: Some(7),
    };
    let places = MapPlaces {
        size: 3,
        title: 135,
        actors: given.network.actors.keys().map(place).collect(),
    };
    let all = Content {
        places: Some(&places),
        ..given.content()
    };
    let phases = given.programme.phases.keys().map(Some);
    for phase in phases.chain([None]) {
        let bytes = export(&Content { phase, ..all }, Format::Json).expect("written");
        let document: Value = serde_json::from_slice(&bytes).expect("JSON");
        let actors = rows(&document, "actors").iter();
        let named: BTreeSet<&str> = actors.filter_map(|row| row["id"].as_str()).collect();
        let name = "netz.json".to_owned();
        let tables = read_tables(&[Input { name, bytes }]).expect("no fault");
        let told = tables.places.expect("the places");
        assert_eq!((told.size, told.title), (places.size, places.title));
        let of = told.actors.iter().map(|place| place.actor.as_str());
        assert_eq!(of.collect::<BTreeSet<&str>>(), named);
        assert!(
            told.actors
                .iter()
                .all(|place| (place.x, place.y) == (1_234, -5))
        );
    }
}

#[test]
fn places_that_are_none_are_a_file_that_cannot_be_read() {
    let broken = r#"{"format": "miteinander/1", "map_places": {"size": "groß"}}"#;
    let input = Input {
        name: "netz.json".to_owned(),
        bytes: broken.as_bytes().to_vec(),
    };
    let faults = read_tables(&[input]).expect_err("it is no such file");
    assert_eq!(faults.list[0].problem, Problem::Unreadable);
}
