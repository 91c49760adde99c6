//! The matrix of departments.

use std::collections::BTreeMap;

use miteinander::analysis::{Audience, Options, PairVerdict, Selection, report};
use miteinander::domain::Survey;
use miteinander::map::{MapError, Sheet, View, ViewError};

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

/// The cells of a matrix as its geometry tells them.
fn cells(sheet: &Sheet) -> Vec<serde_json::Value> {
    let json: serde_json::Value = serde_json::from_str(sheet.json()).expect("JSON");
    json["cells"].as_array().expect("cells").clone()
}

/// The words of the cells on a side of the diagonal, by their two departments.
fn words(sheet: &Sheet, side: &str) -> BTreeMap<[String; 2], Vec<String>> {
    let mut words = BTreeMap::new();
    let parts = sheet.svg().split("class=\"cell\" ").skip(1);
    for part in parts.filter(|part| part.contains(&format!("data-side=\"{side}\""))) {
        let names = ["data-a", "data-b"].map(|key| {
            let (_, value) = part.split_once(&format!("{key}=\"")).expect("a name");
            value.split('"').next().unwrap_or_default().to_owned()
        });
        let (cell, _) = part.split_once("</g>").expect("its end");
        let texts = cell.split("<text").skip(1);
        let texts = texts.filter_map(|text| text.split_once('>')?.1.split('<').next());
        words.insert(names, texts.map(str::to_owned).collect());
    }
    words
}

#[test]
fn over_the_diagonal_stands_what_is_to_be_expected_and_under_it_what_is_reported() {
    let survey = demonstration();
    for audience in [Audience::Working, Audience::Leadership] {
        let selection = Selection {
            audience,
            ..Selection::working(&survey)
        };
        let sheet = of_survey(&survey, &View::Matrix, &selection).expect("a matrix");
        let [over, under] = ["expected", "reported"].map(|side| words(&sheet, side));
        assert_eq!((over.len(), under.len()), (21, 28), "seven offices");
        let pair = ["Schul- und Sportamt", "Gesundheitsamt"].map(str::to_owned);
        let mirrored = [pair[1].clone(), pair[0].clone()];
        assert_eq!(over[&pair], ["etwa 5", "(1 bis 10)"]);
        assert_eq!(under[&mirrored], ["keine"]);
        assert!(sheet.svg().contains(">oben rechts: zu erwarten<"));
        assert!(
            sheet
                .svg()
                .contains("Oben rechts: was nach der Größe der Ämter")
        );
        for cell in cells(&sheet) {
            let compared = matches!(
                cell["look"].as_str().expect("a look"),
                "far less" | "less" | "as expected" | "more" | "far more"
            );
            assert_eq!(compared, !cell["expected"].is_null(), "{cell}");
        }
    }
}

#[test]
fn no_tie_is_a_word_in_each_of_few_cells() {
    let survey = demonstration();
    let sheet = of_survey(&survey, &View::Matrix, &Selection::working(&survey)).expect("a matrix");
    let under = words(&sheet, "reported");
    let none = cells(&sheet).into_iter().filter(|cell| cell["ties"] == 0);
    let mut found = 0;
    for cell in none {
        let names = ["a", "b"].map(|key| cell[key].as_str().expect("a name").to_owned());
        if let Some(words) = under.get(&names) {
            assert_eq!(words, &["keine"], "{names:?}");
            found += 1;
        }
    }
    assert_eq!(found, 5);
}

#[test]
fn only_what_the_verdict_says_has_a_colour_and_the_sentence_denies_none() {
    const EXPECTED: &str = "#f0f0ec";
    let survey = demonstration();
    let mut by_one = 0;
    for phase in ["1", "2"] {
        for base in [everything(&survey), Selection::working(&survey)] {
            let selection = Selection {
                phase: Some(phase.to_owned()),
                ..base
            };
            let sheet = of_survey(&survey, &View::Matrix, &selection).expect("a matrix");
            let report = report(&survey, &selection, &Options::default()).expect("it fits");
            let said: Vec<PairVerdict> = report
                .department_pairs
                .expect("few departments")
                .iter()
                .filter_map(|pair| pair.verdict)
                .collect();
            let striking = |verdict: &PairVerdict| {
                use PairVerdict::{Close, Gap, MaybeClose, MaybeGap};
                matches!(verdict, Gap | MaybeGap | Close | MaybeClose)
            };
            let grounds = sheet.svg().split("class=\"cell\" ").skip(1).filter(|cell| {
                let own = |key: &str| cell.split_once(key).expect("a name").1.split('"').next();
                cell.contains("data-side=\"reported\"") && own("data-a=\"") != own("data-b=\"")
            });
            let coloured = grounds.filter(|cell| {
                let (_, rect) = cell.split_once("<rect ").expect("a ground");
                !rect.starts_with(&format!("fill=\"{EXPECTED}\""))
                    && !rect.starts_with("fill=\"#ffffff\"")
            });
            assert_eq!(
                coloured.count(),
                said.iter().filter(|one| striking(one)).count()
            );
            let [_, sentence] = sheet.head();
            let denied = sentence.contains("Kein Paar");
            assert!(!denied || !said.iter().any(striking), "{sentence}");
            by_one += usize::from(
                sheet
                    .svg()
                    .contains("nur nach einem von zwei Maßstäben auffällig"),
            );
            if denied && sheet.svg().contains("nur nach einem von zwei") {
                assert!(sentence.contains("Offene Dreiecke"), "{sentence}");
            }
        }
    }
    assert!(by_one > 0, "some stand out by one yardstick alone");
}

#[test]
fn one_office_no_ties_and_everything_tied_have_their_own_sentence() {
    let said = |survey: &Survey| {
        let sheet = of_survey(survey, &View::Matrix, &everything(survey)).expect("a matrix");
        sheet.head()[1].to_owned()
    };
    let one = small(
        &[("a", "Jugendamt"), ("b", "Jugendamt"), ("c", "Jugendamt")],
        &[(0, 1)],
    );
    assert_eq!(
        said(&one),
        "Hier steht nur eine Organisation: Jugendamt. Paare gibt es ab zwei."
    );
    let actors: Vec<(&str, &str)> = (0..16)
        .map(|at| ("f", ["W", "X", "Y", "Z"][at / 4]))
        .collect();
    assert_eq!(
        said(&small(&actors, &[])),
        "Zwischen den Organisationen ist keine Zusammenarbeit gemeldet."
    );
    let all: Vec<(u32, u32)> = (0..16u32)
        .flat_map(|a| (a + 1..16).map(move |b| (a, b)))
        .collect();
    assert!(said(&small(&actors, &all)).contains("etwa weil alle mit allen arbeiten"));
}

#[test]
fn names_too_long_for_the_columns_stand_whole_beside_their_rows_with_a_number() {
    let name = |at: usize| {
        format!(
            "Fachbereich {at} für Qualitätsentwicklung, Planung und Koordination im Sozialraum Süd"
        )
    };
    for departments in [8, 12, 20] {
        let list: Vec<String> = (0..departments).map(name).collect();
        let actors: Vec<(&str, &str)> = (0..4 * departments)
            .map(|at| ("f", list[at / 4].as_str()))
            .collect();
        let survey = small(&actors, &[(0, 5), (1, 9)]);
        let sheet = of_survey(&survey, &View::Matrix, &everything(&survey)).expect("a matrix");
        sound(&sheet);
        for (at, [row, column]) in names(sheet.svg()).into_iter().enumerate() {
            assert!(!row.join(" ").contains('…'), "{row:?}");
            let number = (at + 1).to_string();
            assert_eq!(
                column,
                [number.clone(), number],
                "beside the row and over the column"
            );
        }
    }
}

#[test]
fn a_narrow_screen_reads_the_pairs_that_stand_out_first() {
    let survey = demonstration();
    for audience in [Audience::Working, Audience::Leadership] {
        let selection = Selection {
            audience,
            ..Selection::working(&survey)
        };
        let sheet = of_survey(&survey, &View::Matrix, &selection).expect("a matrix");
        let parts = &sheet.table().parts;
        assert_eq!(parts[0].title, "Paare, die auffallen");
        assert_eq!(
            parts[0].lines,
            [
                "Hinweis: Schul- und Sportamt – Gesundheitsamt: keine Verbindung gemeldet; zu erwarten wären etwa 5 (1 bis 10)."
            ]
        );
        assert!(parts[0].open && parts[1..].iter().all(|part| !part.open));
        assert_eq!(parts.len(), 8, "and a part for each office");
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
            .filter(|one| one.get("data-state") == "none reported");
        (dashed.count(), none.count())
    };
    let (dashed, none) = frames(40);
    assert!(none > 800 && dashed == 0, "{dashed} frames of {none}");
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
fn names(svg: &str) -> Vec<[Vec<String>; 2]> {
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
fn of_twenty_five_departments_all_names_but_the_longest_are_whole_beside_their_rows() {
    let survey = long_names(25);
    let sheet = of_survey(&survey, &View::Matrix, &everything(&survey)).expect("a matrix");
    let written = names(sheet.svg());
    let cut = |side: usize| {
        let names = written.iter().map(move |one| one[side].join(" "));
        names.filter(|name| name.contains('…')).collect::<Vec<_>>()
    };
    assert!(!cut(0).is_empty());
    assert!(
        cut(0).iter().all(|name| name.starts_with("Qualität")),
        "{:?}",
        cut(0)
    );
    assert!(cut(1).len() <= 12, "{:?}", cut(1));
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
