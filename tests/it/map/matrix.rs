//! The matrix of departments.

use miteinander::analysis::{Audience, Options, Selection, report};
use miteinander::domain::Survey;
use miteinander::map::{MapError, View, ViewError};

use super::surveys::{demonstration, elements, everything, small};
use super::views::{of_demonstration, of_survey, sound};
use crate::analysis::networks::planted;

#[test]
fn a_matrix_has_a_cell_for_each_pair_and_its_mirror() {
    let sheet = of_demonstration(&View::Matrix, Audience::Working);
    let found = elements(sheet.svg());
    let cells: Vec<_> = found
        .iter()
        .filter(|one| one.get("class") == "cell")
        .collect();
    assert_eq!(cells.len(), 12 * 12);
    for cell in &cells {
        let mirror = cells
            .iter()
            .find(|other| {
                other.get("data-a") == cell.get("data-b")
                    && other.get("data-b") == cell.get("data-a")
            })
            .expect("the other way round stands too");
        assert_eq!(cell.get("data-ties"), mirror.get("data-ties"));
    }
}

#[test]
fn a_district_lists_its_offices_before_others_by_division() {
    let json = of_demonstration(&View::Matrix, Audience::Working);
    let json: serde_json::Value = serde_json::from_str(json.json()).expect("JSON");
    let names: Vec<&str> = json["departments"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| one["id"].as_str().expect("a name"))
        .collect();
    assert_eq!(names[0], "Amt für Bürgerdienste", "division I");
    assert!(
        names.iter().position(|name| *name == "Jobcenter")
            > names.iter().position(|name| *name == "OE QPK")
    );
}

#[test]
fn files_that_tell_kinds_and_divisions_are_ordered_as_the_district_is() {
    let from_store = demonstration();
    let selection = Selection {
        phase: Some("2".to_owned()),
        ..Selection::working(&from_store)
    };
    let mut from_files = from_store.clone();
    from_files.from_district = false;
    let [store, files] = [from_store, from_files].map(|survey| {
        let sheet = of_survey(&survey, &View::Matrix, &selection).expect("a matrix");
        let json: serde_json::Value = serde_json::from_str(sheet.json()).expect("JSON");
        json["departments"].clone()
    });
    assert_eq!(store, files);
}

#[test]
fn a_pair_without_a_tie_has_the_range_of_the_page() {
    let survey = demonstration();
    let selection = Selection::working(&survey);
    let sheet = of_survey(&survey, &View::Matrix, &selection).expect("a matrix");
    let report = report(&survey, &selection, &Options::default()).expect("it fits");
    let pairs = report.department_pairs.expect("few departments");
    let ends = ["Gesundheitsamt", "Schul- und Sportamt"];
    let pair = pairs
        .iter()
        .find(|pair| [pair.a.as_str(), pair.b.as_str()] == ends)
        .expect("it is there");
    let (_, low, high) = pair.expected_range().expect("sd is defined");
    assert_eq!(low, 1, "chance gives seldom none");
    assert!(
        sheet
            .svg()
            .contains(&format!("etwa 5 ({low} bis {high}).</text>"))
    );
}

#[test]
fn files_are_ordered_so_that_blocks_show() {
    // Two blocks whose departments alternate by name.
    let actors: Vec<(&str, &str)> = ["a", "b", "c", "d"]
        .into_iter()
        .flat_map(|name| [(name, name); 3])
        .collect();
    let block =
        |x: u32, y: u32| (0..3).flat_map(move |i| (0..3).map(move |j| (3 * x + i, 3 * y + j)));
    let ties: Vec<(u32, u32)> = block(0, 2).chain(block(1, 3)).collect();
    let survey = small(&actors, &ties);
    let sheet = of_survey(&survey, &View::Matrix, &everything(&survey)).expect("a matrix");
    let json: serde_json::Value = serde_json::from_str(sheet.json()).expect("JSON");
    let place = |name: &str| {
        let all = json["departments"].as_array().expect("a list");
        all.iter()
            .position(|one| one["id"] == name)
            .expect("it is there") as i64
    };
    assert_eq!((place("a") - place("c")).abs(), 1);
    assert_eq!((place("b") - place("d")).abs(), 1);
    insta::assert_snapshot!(sheet.svg());
}

#[test]
fn too_many_departments_for_a_matrix_is_a_clear_message() {
    let survey = planted(183, 61, 300, 4, 3);
    let error =
        of_survey(&survey, &View::Matrix, &everything(&survey)).expect_err("61 are too many");
    assert!(matches!(
        error,
        MapError::View(ViewError::TooManyDepartments(61))
    ));
    assert!(
        error
            .say(miteinander::text::Lang::De)
            .contains("--scope offices")
    );
}

#[test]
fn a_matrix_of_forty_departments_of_nobody_and_of_one_is_sound() {
    sound(
        &of_survey(
            &planted(160, 40, 400, 4, 7),
            &View::Matrix,
            &everything(&planted(160, 40, 400, 4, 7)),
        )
        .expect("forty"),
    );
    for survey in [
        Survey::default(),
        small(&[("Eine", "Amt")], &[]),
        small(&[("a", "X"), ("b", "Y")], &[]),
        small(
            &[
                ("<a>&\"']]>", "<b>&\"']]>\u{1}"),
                ("\u{202e}abc", &"lang ".repeat(60)),
            ],
            &[(0, 1)],
        ),
    ] {
        sound(&of_survey(&survey, &View::Matrix, &everything(&survey)).expect("a picture"));
    }
}

#[test]
fn the_numbers_of_forty_departments_can_be_read() {
    let survey = planted(160, 40, 400, 4, 7);
    let sheet = of_survey(&survey, &View::Matrix, &everything(&survey)).expect("forty");
    let found = elements(sheet.svg());
    let sizes: Vec<f64> = found
        .iter()
        .filter(|one| one.name == "text" && one.within.last().is_some_and(|id| id == "cells"))
        .map(|one| one.get("font-size").parse().expect("a size"))
        .collect();
    assert!(sizes.len() > 100);
    assert!(sizes.iter().all(|size| *size >= 7.5), "{sizes:?}");
}

#[test]
fn where_most_of_many_pairs_have_no_tie_these_are_points_without_a_frame() {
    let frames = |departments: u32| {
        let survey = planted(3 * departments, departments, 4 * departments as usize, 4, 7);
        let sheet = of_survey(&survey, &View::Matrix, &everything(&survey)).expect("a matrix");
        let found = elements(sheet.svg());
        let dashed = found
            .iter()
            .filter(|one| one.get("stroke-dasharray") == "2 2");
        let none = found
            .iter()
            .filter(|one| one.get("data-state") == "none reported")
            .filter(|one| one.get("data-side") == "reported");
        (dashed.count(), none.count())
    };
    let (dashed, none) = frames(40);
    assert!(none > 400 && dashed == 0, "{dashed} frames of {none}");
    let (dashed, none) = frames(10);
    assert!(
        none > 10 && dashed == none + 1,
        "one in the legend: {dashed} frames of {none}"
    );
}

#[test]
fn the_sentence_keeps_its_finding_and_stays_on_the_page_however_long_the_names() {
    use miteinander::map::paper::font::{Weight, width};
    let long = |end: &str| format!("{}{end}", "Amt für sehr lange Zuständigkeiten ".repeat(8));
    let names = [long("A"), "x".repeat(300), long("C")];
    let actors: Vec<(&str, &str)> = (0..24).map(|at| ("f", names[at / 8].as_str())).collect();
    let across = (0..8u32).flat_map(|a| (8..16).map(move |b| (a, b)));
    let inside = (0..24u32).map(|at| (at, at / 8 * 8 + (at + 1) % 8));
    let survey = small(&actors, &across.chain(inside).collect::<Vec<_>>());
    let sheet = of_survey(&survey, &View::Matrix, &everything(&survey)).expect("a matrix");
    let (_, head) = sheet.svg().split_once("id=\"heading\"").expect("a head");
    let (head, _) = head.split_once("id=\"departments\"").expect("its end");
    let lines: Vec<(f64, &str)> = head
        .split("<text ")
        .skip(1)
        .filter_map(|text| {
            let (_, size) = text.split_once("font-size=\"")?;
            let (_, said) = text.split_once('>')?;
            Some((
                size.split('"').next()?.parse().ok()?,
                said.split('<').next()?,
            ))
        })
        .collect();
    assert!(lines.len() > 2);
    for (size, line) in &lines {
        let weight = if *size > 20.0 {
            Weight::Bold
        } else {
            Weight::Regular
        };
        assert!(width(line, weight, *size) <= 1123.0 - 26.0, "{line}");
    }
    let whole: String = lines.iter().map(|(_, line)| *line).collect();
    assert!(
        whole.contains("Verbindung gemeldet; zu erwarten wären"),
        "{whole}"
    );
}

/// The names beside and above the cells as they are written, line by line.
pub fn names(svg: &str) -> Vec<[Vec<String>; 2]> {
    let (_, names) = svg.split_once("id=\"departments\"").expect("names");
    let (names, _) = names.split_once("id=\"cells\"").expect("cells");
    let said = |element: &str| {
        let texts = element.split('<').filter_map(|part| part.split_once('>'));
        let texts = texts.map(|(_, text)| text.trim().to_owned());
        texts.filter(|text| !text.is_empty()).collect::<Vec<_>>()
    };
    let each = names.split("class=\"department\"").skip(1);
    each.map(|department| {
        let mut texts = department.split("<text").skip(1);
        let row = texts.next().expect("the name of a row");
        let column = texts.flat_map(|line| said(&format!("<{line}")));
        [said(&format!("<{row}")), column.collect()]
    })
    .collect()
}

/// So many departments of four functions with long names, some of which differ only at their end or in the middle.
fn long_names(departments: usize) -> Survey {
    let name = |at: usize| match at % 4 {
        0 => format!("Regionaler Sozialpädagogischer Dienst der Region {at}"),
        1 => format!("Fachstelle {at} für Teilhabe und Beratung"),
        2 => format!("Amt für Weiterbildung und Kultur {at}"),
        _ => format!(
            "Qualitätsentwicklung, Planung und Koordination des öffentlichen Gesundheitsdienstes im Sozialraum {at}"
        ),
    };
    let names: Vec<String> = (0..departments).map(name).collect();
    let actors: Vec<(&str, &str)> = (0..4 * departments)
        .map(|at| ("f", names[at / 4].as_str()))
        .collect();
    let count = actors.len() as u32;
    let ties: Vec<(u32, u32)> = (0..count).map(|at| (at, (at + 3) % count)).collect();
    small(&actors, &ties)
}

#[test]
fn no_two_rows_and_no_two_columns_read_the_same() {
    for departments in [5, 12, 25, 40, 60] {
        let survey = long_names(departments);
        let sheet = of_survey(&survey, &View::Matrix, &everything(&survey)).expect("a matrix");
        sound(&sheet);
        let written = names(sheet.svg());
        assert_eq!(written.len(), departments);
        for side in [0, 1] {
            let read: std::collections::BTreeSet<_> =
                written.iter().map(|one| one[side].join(" ")).collect();
            assert_eq!(read.len(), departments, "{read:?}");
        }
    }
}

#[test]
fn of_twenty_five_departments_all_names_are_whole_beside_their_rows() {
    let survey = long_names(25);
    let sheet = of_survey(&survey, &View::Matrix, &everything(&survey)).expect("a matrix");
    for [row, column] in names(sheet.svg()) {
        assert!(!row.join(" ").contains('…'), "{row:?}");
        assert!(!column.join(" ").contains('…'), "{column:?}");
    }
}

#[test]
fn the_offices_of_a_district_stand_upright_on_their_columns_and_no_word_is_broken() {
    let survey = demonstration();
    let selection = Selection::working(&survey);
    let sheet = of_survey(&survey, &View::Matrix, &selection).expect("a matrix");
    assert!(!sheet.svg().contains("rotate("));
    for [row, column] in names(sheet.svg()) {
        let (row, _) = row
            .join(" ")
            .rsplit_once(" (")
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
            .expect("its number");
        assert_eq!(row, column.join(" "));
    }
}

#[test]
fn where_nothing_is_compared_the_legend_promises_no_comparison() {
    let survey = small(&[("a", "X"), ("b", "Y"), ("c", "Z")], &[(0, 1)]);
    let sheet = of_survey(&survey, &View::Matrix, &everything(&survey)).expect("a matrix");
    assert!(sheet.svg().contains(">Gemeldete Verbindungen<"));
    assert!(!sheet.svg().contains("verglichen mit dem"));
}
