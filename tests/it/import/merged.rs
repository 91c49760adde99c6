//! Merged cells: what a person sees in each of them is what is read.

use std::time::{Duration, Instant};

use miteinander::domain::Strength;
use miteinander::exchange::{Input, survey};

use super::books::{Page, handmade, page, saved_by_libreoffice, xlsx};
use super::{Filled, case};

/// The department of each actor, by names; and whether each answered.
fn actors(district: &Filled) -> Vec<(String, String, Option<bool>)> {
    let mut actors: Vec<_> = district
        .network
        .memberships
        .iter()
        .map(|(key, place)| {
            let actor = &district.network.actors[&key.0];
            let department = &district.network.departments[&place.department];
            (
                actor.name.to_string(),
                department.name.to_string(),
                place.answered,
            )
        })
        .collect();
    actors.sort();
    actors
}

fn strengths(district: &Filled) -> Vec<u8> {
    let reports = district.network.reports.values();
    let strengths = reports.filter_map(|report| report.strength.map(Strength::number));
    strengths.collect()
}

#[test]
fn the_cases_are_read_as_if_nothing_was_merged() {
    let read = |name: &str| {
        let file = case(&format!("02-merged-cells/{name}"))?;
        let mut district = Filled::new();
        district.take(&[file]);
        Some(district)
    };
    let Some(answered) = read("merged-answered.xlsx") else {
        return;
    };
    assert!(
        actors(&answered)
            .iter()
            .all(|(_, _, answered)| *answered == Some(true))
    );
    let departments = read("merged-department.xlsx").expect("a case");
    assert_eq!(actors(&answered), actors(&departments));
    let ties = read("merged-strength.xlsx").expect("a case");
    assert_eq!(strengths(&ties).len(), 8);
}

fn tables(functions: Page) -> Input {
    let departments = page(
        "Organisationen",
        &[
            &["Name", "Art"],
            &["Jugendamt", "Fachamt"],
            &["Schulamt", "Fachamt"],
        ],
    );
    xlsx("mappe.xlsx", &[departments, functions])
}

const HEADER: [&str; 3] = ["Funktion", "Amt", "geantwortet"];

#[test]
fn merged_cells_over_a_million_rows_cost_nothing_and_fill_the_rows_there_are() {
    let begin = Instant::now();
    let rows: [&[&str]; 3] = [&HEADER, &["A", "Jugendamt", "ja"], &["B"]];
    for cells in [
        ["B2:B1048576", "C2:C1048576"],
        ["B2:B3", "C2:C3"],
        ["B2:B900", "C2:XFD1048576"],
    ] {
        let mut district = Filled::new();
        district.take(&[tables(page("Funktionen", &rows).merged(&cells))]);
        for (_, department, answered) in actors(&district) {
            assert_eq!((department.as_str(), answered), ("Jugendamt", Some(true)));
        }
    }
    assert!(begin.elapsed() < Duration::from_secs(5));
}

#[test]
fn an_empty_merged_cell_stays_empty_whatever_is_left_below() {
    let rows: [&[&str]; 3] = [&HEADER, &["A", "Jugendamt", ""], &["B", "Schulamt", "nein"]];
    let mut district = Filled::new();
    district.take(&[tables(page("Funktionen", &rows).merged(&["C2:C3"]))]);
    assert!(
        actors(&district)
            .iter()
            .all(|(_, _, answered)| answered.is_none())
    );
}

#[test]
fn a_header_merged_downwards_is_one_header() {
    let rows: [&[&str]; 4] = [
        &["Funktion", "Amt", "Weiteres"],
        &["", "", "befragt"],
        &["A", "Jugendamt"],
        &["B", "Schulamt"],
    ];
    let mut district = Filled::new();
    let file = tables(page("Funktionen", &rows).merged(&["A1:A2", "B1:B2"]));
    district.take(std::slice::from_ref(&file));
    assert_eq!(actors(&district).len(), 2);
    assert_eq!(survey(&[file]).expect("a survey").actors.len(), 2);
}

#[test]
fn a_tall_row_is_one_row() {
    let rows: [&[&str]; 4] = [
        &HEADER,
        &["A", "Jugendamt", "ja"],
        &[],
        &["B", "Schulamt", "ja"],
    ];
    let mut district = Filled::new();
    district.take(&[tables(
        page("Funktionen", &rows).merged(&["A2:A3", "B2:B3", "C2:C3"]),
    )]);
    assert_eq!(actors(&district).len(), 2);
}

#[test]
fn workbooks_made_by_hand_are_read_alike_from_every_program() {
    let whole = handmade();
    let mut files = vec![whole.clone()];
    for ending in ["ods", "xls"] {
        files.extend(saved_by_libreoffice(&whole, ending));
    }
    // LibreOffice's own .xlsx is another than Excel's.
    let own = files
        .get(1)
        .and_then(|ods| saved_by_libreoffice(ods, "xlsx"));
    files.extend(own);
    for file in files {
        let name = file.name.clone();
        let mut district = Filled::new();
        let notices = district
            .plan(std::slice::from_ref(&file))
            .expect("a plan")
            .notices;
        assert_eq!(notices.len(), 2, "{name}: {notices:?}");
        district.take(std::slice::from_ref(&file));
        let told: Vec<String> = actors(&district)
            .into_iter()
            .map(|(name, department, answered)| format!("{name}, {department}, {answered:?}"))
            .collect();
        let all = [
            "KJGD, Gesundheitsamt, Some(true)",
            "RSD Nord, Jugendamt, Some(true)",
            "RSD Süd, Jugendamt, Some(true)",
        ];
        assert_eq!(told, all, "{name}");
        assert_eq!(strengths(&district), [3, 3], "{name}");
        let since: Vec<String> = district
            .network
            .reports
            .values()
            .map(|report| report.since.expect("a year").to_string())
            .collect();
        assert_eq!(since, ["2021", "2020"], "{name}");
        let survey = survey(&[file]).expect("a survey");
        assert_eq!(survey.ties.len(), 2, "{name}: the hidden tie is not read");
    }
}
