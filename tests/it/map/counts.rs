//! The numbers in pictures are those of the report: bodies' ties are drawn, and counted nowhere.

use std::collections::BTreeMap;

use miteinander::analysis::{Options, Selection, SiloReport, compare, report};
use miteinander::domain::Survey;
use miteinander::map::View;
use serde_json::Value;

use super::change::{first_to_second, two_phases};
use super::surveys::{demonstration, elements, everything, small};
use super::views::of_survey;

fn in_phase(survey: &Survey, phase: &str) -> Selection {
    Selection {
        phase: Some(phase.to_owned()),
        ..everything(survey)
    }
}

fn figures(survey: &Survey, selection: &Selection) -> SiloReport {
    let options = Options {
        permutations: 0,
        ..Options::default()
    };
    report(survey, selection, &options).expect("figures")
}

#[test]
fn the_network_counts_inside_and_between_departments_what_the_report_counts() {
    let survey = demonstration();
    for phase in ["1", "2"] {
        let selection = in_phase(&survey, phase);
        let told = figures(&survey, &selection);
        assert!(told.left_out.bodies > 0, "the demonstration has bodies");
        let sheet = of_survey(&survey, &View::Network, &selection).expect("a picture");
        for own in &told.department_figures {
            let (inside, outside) = (own.internal.unwrap_or(0), own.external.unwrap_or(0));
            let ties = match inside {
                1 => "1 Verbindung".to_owned(),
                n => format!("{n} Verbindungen"),
            };
            let said = format!(
                "{}: {ties} im eigenen Haus, {outside} nach außen.",
                own.department
            );
            let words = sheet.description();
            assert!(words.contains(&said), "{phase}: {said} in {words}");
        }
        let geometry: Value = serde_json::from_str(sheet.json()).expect("JSON");
        let bands = geometry["bands"].as_array().expect("bands");
        assert!(!bands.is_empty(), "pairs with many ties are bands");
        let pairs = told.department_pairs.iter().flatten();
        let ties: BTreeMap<(&str, &str), Option<u32>> = pairs
            .map(|pair| ((pair.a.as_str(), pair.b.as_str()), pair.ties))
            .collect();
        for band in bands {
            let [a, b] = ["a", "b"].map(|end| band[end].as_str().expect("a name"));
            let counted = ties.get(&(a, b)).or_else(|| ties.get(&(b, a)));
            let counted = counted.expect("a pair of the report");
            assert_eq!(band["ties"].as_u64(), counted.map(u64::from), "{a} – {b}");
        }
    }
}

#[test]
fn a_tie_of_a_body_is_drawn_and_marked_as_not_counted_and_the_legend_says_so() {
    let survey = demonstration();
    let selection = in_phase(&survey, "2");
    let uncounted = |selection: &Selection| {
        let sheet = of_survey(&survey, &View::Network, selection).expect("a picture");
        let ties = sheet.svg().matches("data-uncounted").count();
        (ties, sheet.svg().contains("Verbindungen nicht mitgezählt"))
    };
    let (ties, said) = uncounted(&selection);
    assert!(ties > 0 && said);
    let with_bodies = Selection {
        bodies: true,
        ..selection
    };
    assert_eq!(uncounted(&with_bodies), (0, false));
}

#[test]
fn the_change_view_counts_between_offices_what_its_sentence_counts() {
    let survey = demonstration();
    let selection = everything(&survey);
    let offices = selection.of_headline(&survey);
    let told = compare(&survey, "1", "2", &offices).expect("both phases");
    assert!(told.settled.moved > 0, "somebody moved");
    let of_offices: Vec<String> = figures(&survey, &in_phase(&survey, "2").of_headline(&survey))
        .department_figures
        .into_iter()
        .map(|own| own.department)
        .collect();
    let view = View::Change {
        from: "1".to_owned(),
        to: "2".to_owned(),
    };
    let sheet = of_survey(&survey, &view, &selection).expect("a picture");
    let geometry: Value = serde_json::from_str(sheet.json()).expect("JSON");
    let mut sums = [0; 3];
    for pair in geometry["pairs"].as_array().expect("pairs") {
        let office = |end: &str| of_offices.iter().any(|name| pair[end] == name.as_str());
        if office("a") && office("b") {
            for (sum, key) in sums.iter_mut().zip(["new", "ended", "kept"]) {
                *sum += pair["counted"][key]
                    .as_u64()
                    .or(pair[key].as_u64())
                    .expect(key) as usize;
            }
        }
    }
    assert_eq!(sums, told.told().ties);
    let drawn = elements(sheet.svg());
    let marked = drawn.iter().filter(|one| one.get("class") == "tie");
    assert!(marked.clone().count() > sums.iter().sum());
}

#[test]
fn from_ten_offices_on_their_pairs_come_first() {
    assert_eq!(View::first_of_offices(9), View::Network);
    assert_eq!(View::first_of_offices(10), View::Matrix);
}

#[test]
fn where_very_many_pairs_changed_a_single_change_has_no_count_and_the_legend_says_so() {
    let actors: Vec<(String, String)> = (0..50)
        .map(|at| (format!("f{at}"), format!("Amt {}", at % 10)))
        .collect();
    let actors: Vec<(&str, &str)> = actors
        .iter()
        .map(|(actor, office)| (actor.as_str(), office.as_str()))
        .collect();
    let sheet = |pairs: u32| {
        let mut survey = small(&actors, &[]);
        survey.phases = two_phases();
        let tie = small(&actors, &[(0, 1)]).ties.remove(0);
        let offices = (0..10u32).flat_map(|a| (a + 1..10).map(move |b| (a, b)));
        let single = offices.take(pairs as usize).collect::<Vec<_>>();
        let twice = [(10, 11), (20, 21)];
        for (from, to) in single.iter().chain(&twice) {
            survey.ties.push(miteinander::domain::SurveyTie {
                from: *from,
                to: *to,
                phase: Some(1),
                ..tie.clone()
            });
        }
        // A tie before, so that there are two phases to compare.
        survey.ties.push(miteinander::domain::SurveyTie {
            from: 0,
            to: 10,
            phase: Some(0),
            ..tie
        });
        of_survey(&survey, &first_to_second(), &everything(&survey)).expect("a change")
    };
    let note = "je Paar ab zwei Änderungen";
    let few = sheet(12);
    assert!(few.svg().contains(">+1<") && !few.svg().contains(note));
    let many = sheet(45);
    assert!(!many.svg().contains(">+1<") && many.svg().contains(">+3<"));
    assert!(many.svg().contains(note), "{}", many.svg());
}
