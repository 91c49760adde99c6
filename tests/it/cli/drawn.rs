//! Maps that go along in a file of our own and come back as they were.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Desk, texts};

const DISTRICT: [&str; 2] = ["--district", "musterbezirk"];
const OTHER: [&str; 4] = ["--district", "mitte", "--store", "sqlite:anderer.db"];

impl Desk {
    /// Where the functions lie on a map of these files or this district.
    fn places(&self, of: &[&str]) -> BTreeMap<String, [String; 2]> {
        self.ok(&[&["map", "-o", "karte.json", "--phase", "2"], of].concat());
        let written = std::fs::read(self.path().join("karte.json")).expect("it is there");
        let map: Value = serde_json::from_slice(&written).expect("JSON");
        let actors = map["actors"].as_array().expect("a list").iter();
        let places: BTreeMap<String, [String; 2]> = actors
            .map(|actor| {
                let place = ["x", "y"].map(|key| actor[key].to_string());
                (actor["id"].as_str().expect("an id").to_owned(), place)
            })
            .collect();
        assert!(places.len() > 50, "{}", places.len());
        places
    }

    fn told(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let (out, err) = texts(&output);
        assert_eq!(output.status.code(), Some(0), "{out}\n{err}");
        err
    }
}

/// A district whose map no computation would draw as it is: everybody is moved by a tenth.
fn moved(desk: &Desk) -> BTreeMap<String, [String; 2]> {
    desk.ok(&[&["export", "-o", "netz.json"], &DISTRICT[..]].concat());
    let file = desk.path().join("netz.json");
    let written = std::fs::read(&file).expect("it is there");
    let mut netz: Value = serde_json::from_slice(&written).expect("JSON");
    let places = netz["map_places"]["actors"].as_array_mut();
    for place in places.expect("the export holds the places") {
        place["x"] = Value::from(place["x"].as_i64().expect("a number") + 1);
    }
    std::fs::write(file, netz.to_string()).expect("it can be written");
    let own = desk.places(&DISTRICT);
    own.into_iter()
        .map(|(id, [x, y])| {
            let x = x.parse::<f64>().expect("a number") + 0.1;
            let x = (x * 10.0).round() / 10.0;
            (id, [Value::from(x).to_string(), y])
        })
        .collect()
}

#[test]
fn a_file_of_our_own_draws_the_map_as_the_district_has_it() {
    let desk = Desk::new();
    let wished = moved(&desk);
    assert_eq!(desk.places(&["netz.json"]), wished);
}

#[test]
fn an_import_of_our_own_file_brings_the_map_along() {
    let desk = Desk::new();
    let wished = moved(&desk);
    let said = desk.told(&[&["import", "netz.json"], &OTHER[..]].concat());
    assert!(said.contains("sieht dann aus wie in der Datei"), "{said}");
    assert_eq!(desk.places(&OTHER), wished);
}

#[test]
fn a_map_that_is_there_stays_whatever_a_file_brings() {
    let desk = Desk::new();
    moved(&desk);
    let before = desk.places(&DISTRICT);
    let said = desk.told(&[&["import", "netz.json"], &DISTRICT[..]].concat());
    assert!(said.contains("bleibt, wie sie ist"), "{said}");
    assert_eq!(desk.places(&DISTRICT), before);
}
