//! Two phases on the same places.

use miteinander::analysis::{Audience, Selection};
use miteinander::domain::Survey;
use miteinander::map::View;

use super::surveys::{demonstration, elements, everything, small};
use super::views::{all, of_demonstration, of_survey, sound};

/// Three offices of three, three, and two functions; both phases; the small one tied with the first by `hidden` ties.
fn with_a_small_office(hidden: [usize; 2]) -> Survey {
    let actors: Vec<(&str, &str)> = ["A", "A", "A", "B", "B", "B", "C", "C"]
        .map(|name| (name, name))
        .to_vec();
    let ends = [(0, 6), (1, 6), (2, 6), (0, 7), (1, 7), (2, 7)];
    let mut survey = small(&actors, &[]);
    survey.phases = ["1", "2"]
        .map(|id| miteinander::domain::SurveyPhase {
            id: id.to_owned(),
            name: id.to_owned(),
        })
        .to_vec();
    let tie = small(&actors, &[(0, 3)]).ties.remove(0);
    for (phase, many) in (0..).zip(hidden) {
        let open = [(0, 3), (1, 4), (0, 1), (3, 4)];
        for (from, to) in open.iter().chain(&ends[..many]) {
            survey.ties.push(miteinander::domain::SurveyTie {
                from: *from,
                to: *to,
                phase: Some(phase),
                ..tie.clone()
            });
        }
    }
    survey
}

#[test]
fn nothing_in_a_view_for_leaders_depends_on_how_many_ties_a_small_office_has() {
    let view = |hidden: [usize; 2], view: &View| {
        let survey = with_a_small_office(hidden);
        let selection = Selection {
            audience: Audience::Leadership,
            phase: (!matches!(view, View::Change { .. })).then(|| "2".to_owned()),
            ..everything(&survey)
        };
        let sheet = of_survey(&survey, view, &selection).expect("it can be drawn");
        (
            sheet.svg().to_owned(),
            sheet.json().to_owned(),
            sheet.table().clone(),
            sheet.description().to_owned(),
        )
    };
    let change = View::Change {
        from: "1".to_owned(),
        to: "2".to_owned(),
    };
    for wanted in [View::Matrix, change] {
        let one = view([1, 1], &wanted);
        for hidden in [[2, 2], [1, 3], [6, 1]] {
            assert!(
                one == view(hidden, &wanted),
                "{wanted:?} tells {hidden:?} from one tie each"
            );
        }
        assert!(
            one != view([1, 0], &wanted),
            "whether any is reported may be seen"
        );
    }
}

#[test]
fn a_change_tells_kept_new_ended_stronger_and_weaker_apart() {
    let actors = [("a", "X"), ("b", "X"), ("c", "Y"), ("d", "Y"), ("e", "Y")];
    let mut survey = small(&actors, &[]);
    survey.phases = ["1", "2"]
        .map(|id| miteinander::domain::SurveyPhase {
            id: id.to_owned(),
            name: id.to_owned(),
        })
        .to_vec();
    let tie = small(&actors, &[(0, 1)]).ties.remove(0);
    let rows = [
        (0, 1, [Some(2.0), Some(2.0)]),
        (0, 2, [Some(2.0), Some(4.0)]),
        (0, 3, [Some(4.0), Some(2.0)]),
        (1, 2, [None, Some(3.0)]),
        (1, 3, [Some(3.0), None]),
    ];
    for (from, to, strengths) in rows {
        for (phase, strength) in (0..).zip(strengths) {
            if strength.is_some() {
                survey.ties.push(miteinander::domain::SurveyTie {
                    from,
                    to,
                    strength,
                    phase: Some(phase),
                    ..tie.clone()
                });
            }
        }
    }
    let wanted = View::Change {
        from: "1".to_owned(),
        to: "2".to_owned(),
    };
    let sheet = of_survey(&survey, &wanted, &everything(&survey)).expect("a change");
    sound(&sheet);
    let found = elements(sheet.svg());
    let fate = |a: &str, b: &str| {
        let tie = found.iter().find(|one| {
            one.get("class") == "tie" && one.get("data-a") == a && one.get("data-b") == b
        });
        tie.expect("the tie is drawn").get("data-fate").to_owned()
    };
    assert_eq!(fate("0", "1"), "kept");
    assert_eq!(fate("0", "2"), "stronger");
    assert_eq!(fate("0", "3"), "weaker");
    assert_eq!(fate("1", "2"), "new");
    assert_eq!(fate("1", "3"), "ended");
    assert!(
        found.iter().any(|one| one.get("class") == "count"),
        "a count stands beside the pair"
    );
}

#[test]
fn places_in_a_change_are_those_of_the_network() {
    let json = |view: &View| -> serde_json::Value {
        serde_json::from_str(of_demonstration(view, Audience::Working).json()).expect("JSON")
    };
    let (network, change) = (json(&View::Network), json(&all()[2]));
    let mut compared = 0;
    for actor in network["actors"].as_array().expect("actors") {
        let same = |other: &&serde_json::Value| {
            other["id"] == actor["id"] && other["department"] == actor["department"]
        };
        let other = change["actors"]
            .as_array()
            .expect("actors")
            .iter()
            .find(same)
            .expect("it is there");
        assert_eq!((&actor["x"], &actor["y"]), (&other["x"], &other["y"]));
        compared += 1;
    }
    assert!(compared > 60);
}

#[test]
fn two_equal_phases_and_an_unknown_one_are_clear_messages() {
    let survey = demonstration();
    let ask = |from: &str, to: &str| {
        let wanted = View::Change {
            from: from.to_owned(),
            to: to.to_owned(),
        };
        let error =
            of_survey(&survey, &wanted, &everything(&survey)).expect_err("it cannot be drawn");
        error.say(miteinander::text::Lang::De)
    };
    assert!(ask("1", "1").contains("zwei verschiedene Förderphasen"));
    assert!(
        ask("1", "2019–2022").contains("zwei verschiedene Förderphasen"),
        "by id and by name"
    );
    assert!(ask("1", "9").contains("Bekannt sind: 1, 2."));
}
