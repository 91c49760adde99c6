//! Two phases on the same places.

use miteinander::analysis::{Audience, Selection, compare, prose};
use miteinander::domain::Survey;
use miteinander::map::View;
use miteinander::text::Lang;

use super::surveys::{demonstration, elements, everything, small};
use super::views::{all, of_demonstration, of_survey, sound};

pub fn two_phases() -> Vec<miteinander::domain::SurveyPhase> {
    ["1", "2"]
        .map(|id| miteinander::domain::SurveyPhase {
            id: id.to_owned(),
            name: id.to_owned(),
        })
        .to_vec()
}

/// Three offices of three, three, and two functions; both phases; the small one tied with the first by `hidden` ties.
pub fn with_a_small_office(hidden: [usize; 2]) -> Survey {
    let actors: Vec<(&str, &str)> = ["A", "A", "A", "B", "B", "B", "C", "C"]
        .map(|name| (name, name))
        .to_vec();
    let ends = [(0, 6), (1, 6), (2, 6), (0, 7), (1, 7), (2, 7)];
    let mut survey = small(&actors, &[]);
    survey.phases = two_phases();
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
    survey.phases = two_phases();
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

/// Three offices of three; of B and C nobody answered in the first phase.
pub fn with_silent_offices() -> Survey {
    let names = ["A", "A", "A", "B", "B", "B", "C", "C", "C"];
    let actors: Vec<(&str, &str)> = names.map(|name| (name, name)).to_vec();
    let mut survey = small(&actors, &[]);
    survey.phases = two_phases();
    let rows = survey.presences.clone();
    survey.presences.clear();
    survey.columns[0].values.clear();
    for row in rows {
        let office = names[row.actor as usize];
        for phase in 0..2 {
            survey.columns[0].values.push(Some(office.to_owned()));
            survey.presences.push(miteinander::domain::Presence {
                phase: Some(phase),
                asked: Some(true),
                answered: Some(phase == 1 || office == "A"),
                ..row.clone()
            });
        }
    }
    let tie = small(&actors, &[(0, 3)]).ties.remove(0);
    for (phase, from, to) in [
        (0, 0, 3),
        (1, 0, 3),
        (1, 1, 4),
        (1, 3, 6),
        (1, 4, 7),
        (1, 3, 4),
    ] {
        survey.ties.push(miteinander::domain::SurveyTie {
            from,
            to,
            phase: Some(phase),
            ..tie.clone()
        });
    }
    survey
}

pub fn first_to_second() -> View {
    View::Change {
        from: "1".to_owned(),
        to: "2".to_owned(),
    }
}

#[test]
fn a_doubtful_comparison_says_so_in_its_picture_and_who_answered_in_each_phase() {
    let survey = with_silent_offices();
    for audience in [Audience::Working, Audience::Leadership] {
        let selection = Selection {
            audience,
            ..everything(&survey)
        };
        let sheet = of_survey(&survey, &first_to_second(), &selection).expect("a change");
        let doubt =
            "Der Vergleich ist unsicher: In einer der Förderphasen haben weniger als zwei Drittel";
        assert!(sheet.description().contains(doubt) && sheet.svg().contains(doubt));
        let answered = match audience {
            Audience::Working => "geantwortet: vorher 3 von 9, jetzt 9 von 9",
            Audience::Leadership => {
                "geantwortet (Organisationen ab drei Funktionen): vorher 3 von 9, jetzt 9 von 9"
            }
        };
        assert!(sheet.svg().contains(answered));
    }
    let sheet = of_demonstration(&all()[2], Audience::Working);
    assert!(!sheet.svg().contains("unsicher"));
}

#[test]
fn each_pair_in_which_something_changed_has_its_count() {
    let sheet = of_demonstration(&all()[2], Audience::Working);
    let json: serde_json::Value = serde_json::from_str(sheet.json()).expect("JSON");
    let mut changed: Vec<[String; 2]> = json["pairs"]
        .as_array()
        .expect("pairs")
        .iter()
        .filter(|pair| {
            let counts = ["new", "ended", "stronger", "weaker"];
            counts.iter().any(|count| pair[count] != 0)
        })
        .map(|pair| ["a", "b"].map(|end| pair[end].as_str().expect("a name").to_owned()))
        .collect();
    let found = elements(sheet.svg());
    let counts = found.iter().filter(|one| one.get("class") == "count");
    let mut counted: Vec<[String; 2]> = counts
        .map(|count| ["data-a", "data-b"].map(|end| count.get(end).to_owned()))
        .collect();
    changed.sort();
    counted.sort();
    assert_eq!(counted, changed);
}

#[test]
fn a_comparison_of_a_district_does_not_begin_with_the_later_phase() {
    let survey = demonstration();
    let wanted = View::Change {
        from: "2".to_owned(),
        to: "1".to_owned(),
    };
    let error = of_survey(&survey, &wanted, &everything(&survey)).expect_err("it is refused");
    let said = error.say(miteinander::text::Lang::De);
    assert!(said.contains("„ab 2023“ liegt nach „2019–2022“"), "{said}");
}

#[test]
fn leaders_are_told_from_how_many_offices_the_compared_functions_are() {
    let survey = demonstration();
    let told = |selection: &Selection| {
        let comparison = compare(&survey, "1", "2", selection).expect("they can be compared");
        prose::comparison(&comparison, Lang::De)
    };
    let leading = told(&Selection::leading(&survey));
    assert!(
        leading.contains("aus 6 von 7 Ämtern (ohne kleine"),
        "{leading}"
    );
    assert!(!told(&Selection::working(&survey)).contains("von 7 Ämtern"));
}

#[test]
fn offers_that_ended_are_named_beside_new_ones_and_those_without_room_are_counted() {
    let sheet = of_demonstration(&all()[2], Audience::Working);
    let (_, line) = sheet
        .svg()
        .split_once(">Angebote: 9 neu, 2 beendet. Neu: ")
        .expect("their numbers stand first");
    let (line, _) = line.split_once('<').expect("its end");
    assert!(!line.contains('…'), "{line}");
    let (new, ended) = line.split_once(". Beendet: ").expect("both are named");
    let (named, rest) = new.rsplit_once(" und ").expect("not all have room");
    assert_eq!(rest, format!("{} weitere", 9 - named.split(", ").count()));
    assert!(ended.contains("Offener Elterntreff Südring"), "{ended}");
    assert!(sheet.description().contains("Kulturelle Ferienwerkstatt"));
}

fn legend(svg: &str) -> &str {
    svg.split_once("id=\"legend\"").expect("a legend").1
}

#[test]
fn cut_names_are_whole_in_the_legend_of_a_change() {
    let sheet = of_demonstration(&all()[2], Audience::Working);
    assert!(sheet.svg().contains("Kinder und…<"), "a name is cut");
    let legend = legend(sheet.svg());
    assert!(legend.contains(">Gekürzt<"));
    assert!(legend.contains(">Datenkoordination Kinder und Familien<"));
}

#[test]
fn the_old_place_of_who_moved_is_not_that_of_who_left() {
    let sheet = of_demonstration(&all()[2], Audience::Working);
    let (figure, legend) = sheet.svg().split_once("id=\"legend\"").expect("a legend");
    assert!(sheet.svg().contains("2 nicht mehr dabei"));
    assert_eq!(figure.matches("stroke-dasharray=\"2.5 2\"").count(), 2);
    assert!(legend.contains("mit früherem Platz") && legend.contains("stroke-dasharray=\"1 3\""));
}

#[test]
fn the_legend_of_a_change_holds_what_occurs_alone() {
    let mut survey = with_a_small_office([2, 2]);
    let sheet = of_survey(&survey, &first_to_second(), &everything(&survey)).expect("a change");
    assert!(!legend(sheet.svg()).contains("je Paar"), "nothing changed");
    let place = survey.ties.iter().position(|tie| tie.phase == Some(1));
    let mut new = survey.ties[place.expect("a tie")].clone();
    (new.from, new.to) = (2, 5);
    survey.ties.push(new);
    let sheet = of_survey(&survey, &first_to_second(), &everything(&survey)).expect("a change");
    let legend = legend(sheet.svg());
    assert!(legend.contains(">neu je Paar, ohne Gremien"), "{legend}");
    assert!(legend.contains(">+2<") && !legend.contains(">−1<"));
}

#[test]
fn where_ties_inside_offices_are_not_drawn_the_legend_says_so() {
    let said = |functions: usize| {
        let names = ["A", "B"].map(|name| (name, name));
        let actors: Vec<(&str, &str)> = names.into_iter().cycle().take(functions).collect();
        let mut survey = small(&actors, &[(0, 1), (0, 2)]);
        survey.phases = two_phases();
        let mut before = survey.ties.clone();
        for (phase, ties) in [(0, &mut before), (1, &mut survey.ties)] {
            ties.iter_mut().for_each(|tie| tie.phase = Some(phase));
        }
        survey.ties.extend(before);
        let sheet = of_survey(&survey, &first_to_second(), &everything(&survey));
        legend(sheet.expect("a change").svg()).contains(">Verbindungen im eigenen Amt sind nicht")
    };
    assert!(said(200) && !said(8));
}
