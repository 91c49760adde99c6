//! What the pairs view says: in its cells on both sides of the diagonal, in its sentence, and on a narrow screen.

use std::collections::BTreeMap;

use miteinander::analysis::{Audience, Options, PairVerdict, Selection, report};
use miteinander::domain::Survey;
use miteinander::map::{Sheet, View};

use super::matrix::names;
use super::surveys::{demonstration, everything, small};
use super::views::{of_survey, sound};

/// The cells of a matrix as its geometry tells them.
fn cells(sheet: &Sheet) -> Vec<serde_json::Value> {
    let json: serde_json::Value = serde_json::from_str(sheet.json()).expect("JSON");
    json["cells"].as_array().expect("cells").clone()
}

/// The words of the cells on a side of the diagonal, by their two departments.
pub fn words(sheet: &Sheet, side: &str) -> BTreeMap<[String; 2], Vec<String>> {
    let mut words = BTreeMap::new();
    let parts = sheet.svg().split("class=\"cell\" ").skip(1);
    for part in parts.filter(|part| part.contains(&format!("data-side=\"{side}\""))) {
        let names = ["data-a", "data-b"].map(|key| {
            let (_, value) = part.split_once(&format!("{key}=\"")).expect("a name");
            value.split('"').next().unwrap_or_default().to_owned()
        });
        let (cell, _) = part.split_once("</g>").expect("its end");
        let (cell, _) = cell
            .split_once("<g class=\"finding\"")
            .unwrap_or((cell, ""));
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
            assert!(!compared || !cell["expected"].is_null(), "{cell}");
        }
        for (pair, words) in &over {
            assert!(
                words[0].starts_with("etwa ") || words[0] == "unter 1",
                "{pair:?} {words:?}"
            );
        }
    }
}

#[test]
fn what_is_to_be_expected_is_dark_on_every_ground() {
    let actors: Vec<(&str, &str)> = (0..30)
        .map(|at| ("f", ["Erstes Amt", "Zweites Amt", "Drittes Amt"][at / 10]))
        .collect();
    let inside = (0..30u32).flat_map(|at| {
        let first = at / 10 * 10;
        [1, 2, 3].map(|step| (at, first + (at - first + step) % 10))
    });
    let across = [(0, 10), (11, 20), (1, 21)];
    let survey = small(&actors, &inside.chain(across).collect::<Vec<_>>());
    let sheet = of_survey(&survey, &View::Matrix, &everything(&survey)).expect("a matrix");
    let texts = sheet.svg().split("<text").skip(1);
    let expected: Vec<&str> = texts
        .filter(|text| text.contains(">zu erwarten "))
        .collect();
    assert_eq!(expected.len(), 3);
    for text in expected {
        assert!(text.contains("fill=\"#1c242e\""), "{text}");
    }
    assert!(sheet.svg().contains("#e2883a"), "on orange too");
}

#[test]
fn no_expected_number_is_larger_than_a_reported_one_in_a_matrix_of_twenty() {
    let survey = crate::analysis::networks::planted(103, 20, 250, 4, 7);
    let sheet = of_survey(&survey, &View::Matrix, &everything(&survey)).expect("a matrix");
    let sizes = |side: &str| {
        let cells = sheet.svg().split("class=\"cell\" ").skip(1);
        let cells = cells.filter(|cell| cell.contains(&format!("data-side=\"{side}\"")));
        let sizes = cells.filter_map(|cell| {
            let cell = cell.split_once("</g>")?.0;
            let size = cell.split_once("font-size=\"")?.1.split('"').next()?;
            size.parse::<f64>().ok()
        });
        sizes.collect::<Vec<_>>()
    };
    let [over, under] = ["expected", "reported"].map(sizes);
    let largest = over.iter().copied().fold(0.0, f64::max);
    let least = under.iter().copied().fold(f64::INFINITY, f64::min);
    assert!(over.len() == 190 && largest <= least, "{largest} {least}");
    assert!(least >= 12.0, "9 points on A4: {least}");
}

#[test]
fn the_head_counts_what_the_cells_count() {
    let survey = demonstration();
    let sheet = of_survey(&survey, &View::Matrix, &Selection::working(&survey)).expect("a matrix");
    let under = cells(&sheet);
    let place = |cell: &serde_json::Value| {
        let at = |key: &str| cell[key].as_f64().expect("a number");
        (at("y"), at("x"))
    };
    let mut rows: Vec<f64> = under.iter().map(|cell| place(cell).0).collect();
    rows.sort_by(f64::total_cmp);
    rows.dedup();
    let k = rows.len();
    let lower = under.iter().enumerate().filter(|(at, _)| at % k <= at / k);
    let ties: u64 = lower.filter_map(|(_, cell)| cell["ties"].as_u64()).sum();
    let said = format!("50 Funktionen · {ties} Verbindungen (ab Stärke 2)");
    assert!(
        sheet.head()[0].contains(&said),
        "{said}: {:?}",
        sheet.head()
    );
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
    for departments in [20, 25] {
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
        let (first, held) = parts[0].lines.split_first().expect("lines");
        assert_eq!(
            first,
            "Hinweis: Schul- und Sportamt – Gesundheitsamt: keine Verbindung gemeldet; zu erwarten wären etwa 5 (1 bis 10)."
        );
        let through_one = |line: &String| line.ends_with("über eine einzige Funktion verbunden.");
        assert!(held.iter().all(through_one), "{held:?}");
        assert_eq!(held.is_empty(), audience == Audience::Working);
        assert!(parts[0].open && parts[1..].iter().all(|part| !part.open));
        assert_eq!(parts.len(), 8, "and a part for each office");
    }
}
