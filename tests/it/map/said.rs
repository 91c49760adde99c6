//! What the leaders' picture says of pairs and offices, and what it leaves out.

use std::collections::BTreeMap;

use miteinander::analysis::{Found, Options, PairVerdict, Selection, findings, report};
use miteinander::domain::{DepartmentKind, Survey};
use miteinander::map::{MapOptions, Materials, View, sheet};
use miteinander::text::Lang;

use super::offices::{drawn, figures, leading};
use super::surveys::{Element, demonstration, elements, small};
use crate::analysis::networks::planted;

/// Offices of six functions each with these ties, each function named by its office and number.
fn sixes(offices: &[&str], ties: impl Fn(usize, usize, usize, usize) -> bool) -> Survey {
    let actors: Vec<(String, String)> = offices
        .iter()
        .flat_map(|office| (0..6).map(move |at| (format!("{office} {at}"), (*office).to_owned())))
        .collect();
    let actors: Vec<(&str, &str)> = actors
        .iter()
        .map(|(actor, office)| (actor.as_str(), office.as_str()))
        .collect();
    let all = actors.len();
    let pairs = (0..all).flat_map(|a| (a + 1..all).map(move |b| (a, b)));
    let tied = pairs.filter(|(a, b)| ties(a / 6, a % 6, b / 6, b % 6));
    let tied: Vec<(u32, u32)> = tied.map(|(a, b)| (a as u32, b as u32)).collect();
    small(&actors, &tied)
}

/// Six offices of which the first two work together far more than any others.
fn close() -> Survey {
    let offices = ["Eins", "Zwei", "Drei", "Vier", "Fünf", "Sechs"];
    sixes(&offices, |a, i, b, j| match (a, b) {
        (0, 1) => true,
        (a, b) if a == b => i + 1 == j,
        _ => i == j || (i + 1) % 6 == j,
    })
}

#[test]
fn a_pair_that_works_together_more_than_expected_is_a_finding_and_bears_its_number() {
    let survey = close();
    let report = figures(&survey);
    let pairs = report.department_pairs.iter().flatten();
    let close: Vec<_> = pairs
        .filter(|pair| pair.verdict == Some(PairVerdict::Close))
        .collect();
    assert!(!close.is_empty(), "the network is made so");
    let found = findings(&report);
    let more = found
        .iter()
        .position(|finding| matches!(finding.found, Found::More(_)));
    let svg = drawn(&survey).svg().to_owned();
    assert!(!svg.contains("kein Ämterpaar weicht"), "{svg}");
    let number = more.expect("it is among the first three") + 1;
    assert!(
        found[number - 1]
            .sentence(Lang::De)
            .contains(" statt etwa ")
    );
    let found = elements(&svg);
    let marks = found.iter().filter(|element| {
        element.get("class") == "number"
            && [element.get("data-a"), element.get("data-b")] == [&*close[0].a, &*close[0].b]
    });
    assert_eq!(marks.count(), 1, "the number stands on its line");
}

#[test]
fn where_all_work_with_all_the_title_does_not_say_that_too_little_is_reported() {
    let all = sixes(&["Eins", "Zwei", "Drei"], |_, _, _, _| true);
    let svg = drawn(&all).svg().to_owned();
    assert!(svg.contains("Alle Ämter arbeiten mit allen"), "{svg}");
    assert!(!svg.contains("zu wenig gemeldet"));
}

#[test]
fn a_pair_of_fewer_ties_that_hang_on_one_function_bears_both_numbers() {
    // The phase before of the demonstration has such a pair.
    let survey = demonstration();
    let selection = Selection {
        phase: Some("1".to_owned()),
        ..leading(&survey)
    };
    let report = report(&survey, &selection, &Options::default()).expect("it can be measured");
    let found = findings(&report);
    let number = |is: fn(&Found) -> bool| found.iter().position(|one| is(&one.found));
    let held = number(|found| matches!(found, Found::Held(_))).expect("some hang on one");
    let Found::Held(links) = &found[held].found else {
        unreachable!("it was just found");
    };
    let apart = report
        .department_pairs
        .iter()
        .flatten()
        .filter(|pair| matches!(pair.verdict, Some(PairVerdict::Gap | PairVerdict::MaybeGap)));
    let both: Vec<(&str, &str)> = apart
        .filter(|pair| {
            links
                .iter()
                .any(|link| link.a == pair.a && link.b == pair.b)
        })
        .map(|pair| (&*pair.a, &*pair.b))
        .collect();
    assert!(!both.is_empty(), "the demonstration has one");
    let from = Materials {
        survey: &survey,
        report: None,
    };
    let options = MapOptions::default();
    let sheet = sheet(&from, &View::Network, &selection, &options).expect("it can be drawn");
    let mut numbers: BTreeMap<(String, String), usize> = BTreeMap::new();
    for mark in elements(sheet.svg()) {
        if mark.get("class") == "number" {
            let pair = (mark.get("data-a").to_owned(), mark.get("data-b").to_owned());
            *numbers.entry(pair).or_default() += 1;
        }
    }
    for (a, b) in both {
        assert_eq!(numbers[&(a.to_owned(), b.to_owned())], 2, "{a} – {b}");
    }
    let circle = format!(">{}<", held + 1);
    assert!(sheet.svg().contains(&circle));
}

#[test]
fn where_nothing_is_reported_offices_stand_in_rows_without_ring_and_mark() {
    let none = sixes(&["Eins", "Zwei", "Drei", "Vier"], |_, _, _, _| false);
    let svg = drawn(&none).svg().to_owned();
    assert_eq!(svg.matches(">nichts<").count(), 4);
    assert!(!svg.contains("von 0") && !svg.contains("Strich:") && !svg.contains("Ring:"));
    let found = elements(&svg);
    let circles: Vec<&Element> = found
        .iter()
        .filter(|element| element.name == "circle" && element.get("fill") == "#ffffff")
        .collect();
    let mut rows: Vec<&str> = circles.iter().map(|circle| circle.get("cy")).collect();
    rows.sort_unstable();
    rows.dedup();
    assert!(rows.len() <= 3, "two rows and the legend: {rows:?}");
}

#[test]
fn one_office_alone_has_no_mark_of_what_is_to_be_expected() {
    let one = sixes(&["Eins"], |_, i, _, j| (i + j) % 2 == 1);
    let svg = drawn(&one).svg().to_owned();
    assert!(svg.contains(">von 9<") && !svg.contains("Strich:"), "{svg}");
    assert!(!svg.contains("rotate(360"));
}

#[test]
fn long_names_do_not_cut_a_finding_off() {
    let mut survey = planted(70, 10, 190, 4, 3);
    for (at, department) in survey.departments.iter_mut().enumerate() {
        department.kind = Some(DepartmentKind::Office);
        department.name = format!(
            "Amt {at} für ressortübergreifende Zusammenarbeit und Prävention im Kindes- und Jugendalter"
        );
    }
    let report = figures(&survey);
    let sheet = drawn(&survey);
    let words: Vec<String> = findings(&report)
        .iter()
        .map(|finding| finding.sentence(Lang::De))
        .collect();
    assert!(!words.is_empty());
    let (_, column) = sheet
        .svg()
        .split_once("class=\"findings\"")
        .expect("they are there");
    let column: Vec<&str> = column
        .split('<')
        .filter_map(|part| Some(part.split_once('>')?.1.trim()))
        .filter(|words| !words.is_empty())
        .collect();
    let column = column.join(" ");
    for words in words {
        let end: Vec<&str> = words.split(' ').collect();
        let end = end[end.len() - 2..].join(" ");
        assert!(column.contains(&end), "{words} is whole in {column}");
    }
}

#[test]
fn an_office_that_keeps_more_inside_bears_the_number_of_the_finding_that_says_so() {
    let survey = demonstration();
    let report = figures(&survey);
    let found = findings(&report);
    let inside = found
        .iter()
        .position(|finding| matches!(finding.found, Found::Inside(_)));
    let number = inside.expect("the demonstration has it");
    let keeping = found[number].keeping();
    let svg = drawn(&survey).svg().to_owned();
    let numbers = svg.split("class=\"finding\"").skip(1);
    let numbers: Vec<&str> = numbers
        .filter_map(|part| part.split_once("</g>").map(|(own, _)| own))
        .collect();
    assert_eq!(numbers.len(), keeping.len());
    let own = format!(">{}<", number + 1);
    assert!(numbers.iter().all(|one| one.contains(&own)), "{numbers:?}");
}
