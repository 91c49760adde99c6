//! What is marked in a picture: bands, who stands alone, who holds two departments together, where a tie is missing.

use std::collections::BTreeMap;

use miteinander::analysis::{Audience, Inclusion, Selection};
use miteinander::map::{MapOptions, View, network};

use super::picture::{in_phase, of_class};
use super::surveys::{demonstration, draw, elements, everything, small};
use super::views::of_survey;
use crate::analysis::networks::planted;

#[test]
fn many_ties_become_bands_with_their_number() {
    let picture = draw(&planted(200, 5, 900, 5, 2));
    let found = elements(&picture.svg());
    let bands = of_class(&found, "band");
    assert_eq!(bands.len(), 10, "five departments have ten pairs");
    let geometry = picture.geometry();
    let room: BTreeMap<&str, &str> = geometry
        .actors
        .iter()
        .map(|actor| (actor.id.as_str(), actor.department.as_str()))
        .collect();
    for band in bands {
        let pair = [band.get("data-a"), band.get("data-b")];
        let ties = geometry
            .ties
            .iter()
            .filter(|tie| {
                let ends = [room[tie.a.as_str()], room[tie.b.as_str()]];
                ends == pair || ends == [pair[1], pair[0]]
            })
            .count();
        assert_eq!(band.get("data-ties"), ties.to_string());
    }
}

#[test]
fn a_department_without_ties_to_others_is_visibly_alone() {
    let survey = small(
        &[("a", "X"), ("b", "X"), ("c", "Y"), ("d", "Z")],
        &[(0, 1), (2, 3)],
    );
    let svg = draw(&survey).svg();
    let found = elements(&svg);
    let dashed: Vec<&str> = of_class(&found, "department")
        .iter()
        .filter(|room| !room.get("stroke-dasharray").is_empty())
        .map(|room| room.get("data-department"))
        .collect();
    assert_eq!(dashed, ["X"]);
    assert!(svg.contains("ohne Verbindung nach außen"));
}

#[test]
fn a_function_on_which_two_departments_hang_has_a_ring() {
    let survey = small(
        &[
            ("a", "X"),
            ("b", "X"),
            ("c", "Y"),
            ("d", "Y"),
            ("e", "Z"),
            ("f", "Z"),
        ],
        &[(0, 2), (0, 3), (2, 4), (3, 5)],
    );
    let svg = draw(&survey).svg();
    assert_eq!(
        ringed(&svg),
        ["0"],
        "all ties of X and Y end at a; Y and Z have two that share no end"
    );
    assert!(svg.contains("nur über diese Funktion verbunden"));
}

/// The actors with a ring.
fn ringed(svg: &str) -> Vec<&str> {
    let actors = svg.split("<g class=\"actor\"").skip(1);
    actors
        .filter(|actor| {
            let own = actor.split("</g>").next();
            own.is_some_and(|own| own.matches("<circle").count() == 2)
        })
        .filter_map(|actor| actor.split('"').nth(1))
        .collect()
}

#[test]
fn the_single_function_of_an_office_has_no_ring() {
    let survey = small(&[("a", "X"), ("b", "Y"), ("c", "Y")], &[(0, 1)]);
    assert_eq!(ringed(&draw(&survey).svg()), ["1"]);
}

#[test]
fn rings_that_nearly_everybody_would_have_are_left_out_and_said_in_the_legend() {
    let names: Vec<String> = (0..10).map(|at| format!("Amt {at}")).collect();
    let actors: Vec<(&str, &str)> = (0..20).map(|at| ("f", names[at / 2].as_str())).collect();
    let ties: Vec<(u32, u32)> = (0..10)
        .flat_map(|a| (a + 1..10).map(move |b| (2 * a, 2 * b)))
        .collect();
    let svg = draw(&small(&actors, &ties)).svg();
    assert!(ringed(&svg).is_empty());
    assert!(svg.contains("Ohne Ringe: 10 von 20 Funktionen"));
    assert!(!svg.contains("nur über diese Funktion verbunden"));
}

#[test]
fn a_pair_without_a_tie_is_marked_where_some_were_to_be_expected() {
    let survey = three_departments();
    let picture = draw(&survey);
    let found = elements(&picture.svg());
    let pairs: Vec<[&str; 2]> = of_class(&found, "none")
        .iter()
        .map(|mark| [mark.get("data-a"), mark.get("data-b")])
        .collect();
    assert_eq!(pairs, [["Drei", "Eins"]]);
    assert!(picture.svg().contains("keine gemeldet"));
    assert!(
        picture
            .svg()
            .contains("Zwischen Drei und Eins ist keine Zusammenarbeit gemeldet.")
    );
}

/// Three departments of eight: all tied with their neighbours inside, Eins and Drei with Zwei, not with each other.
fn three_departments() -> miteinander::domain::Survey {
    let names: Vec<String> = (0..24).map(|at| format!("F{at}")).collect();
    let department = |at: usize| ["Eins", "Zwei", "Drei"][at / 8];
    let actors: Vec<(&str, &str)> = names
        .iter()
        .enumerate()
        .map(|(at, name)| (name.as_str(), department(at)))
        .collect();
    let inside = (0..24u32).flat_map(|at| {
        let start = at / 8 * 8;
        [1, 2].map(|step| (at, start + (at - start + step) % 8))
    });
    let across = (0..8u32).flat_map(|at| [(at, at + 8), (at + 8, at + 16)]);
    small(&actors, &inside.chain(across).collect::<Vec<_>>())
}

#[test]
fn a_department_that_keeps_to_itself_has_a_thick_wall() {
    let survey = three_departments();
    let svg = draw(&survey).svg();
    let walls: Vec<String> = of_class(&elements(&svg), "department")
        .iter()
        .map(|room| room.get("stroke-width").to_owned())
        .collect();
    assert!(walls.contains(&"4".to_owned()), "{walls:?}");
    assert!(svg.contains("mehr im eigenen Haus, als zu erwarten wäre"));
}

#[test]
fn many_ties_of_two_departments_are_one_band_and_fan_out_in_its_rooms() {
    let picture = in_phase("2", &MapOptions::default());
    let found = elements(&picture.svg());
    let bands = of_class(&found, "band");
    assert!(!bands.is_empty());
    for band in bands {
        let ties: usize = band.get("data-ties").parse().expect("a number");
        assert!(ties >= 4);
    }
}

#[test]
fn everything_on_the_way_between_two_departments_names_them() {
    let picture = in_phase("2", &MapOptions::default());
    let found = elements(&picture.svg());
    let pairs = |class: &str| -> Vec<[String; 2]> {
        let own = of_class(&found, class).into_iter();
        own.map(|one| [one.get("data-a"), one.get("data-b")].map(str::to_owned))
            .collect()
    };
    let (bands, none) = (pairs("band"), pairs("none"));
    for class in ["core", "number"] {
        let named = pairs(class);
        assert!(!named.is_empty(), "{class}");
        for pair in named {
            assert!(
                bands.contains(&pair) || none.contains(&pair),
                "{class}: {pair:?}"
            );
        }
    }
}
/// The numbers on the bands of a picture: their boxes.
fn numbers(svg: &str) -> usize {
    let found = elements(svg);
    let boxes = found.iter().filter(|one| {
        one.name == "rect" && one.within.last().is_some_and(|group| group == "names")
    });
    boxes.count()
}

#[test]
fn each_band_of_offices_that_stand_close_has_its_number() {
    let survey = demonstration();
    for phase in ["1", "2"] {
        let selection = Selection {
            scope: Inclusion::Offices,
            phase: Some(phase.to_owned()),
            ..everything(&survey)
        };
        let picture = network(&survey, &selection, &MapOptions::default()).expect("a picture");
        let svg = picture.svg();
        let found = elements(&svg);
        let told = of_class(&found, "band").len() + of_class(&found, "none").len();
        assert!(told > 0);
        assert_eq!(numbers(&svg), told, "phase {phase}");
    }
}

#[test]
fn a_pair_on_one_function_keeps_its_ring_among_more_bands_than_have_numbers() {
    let names: Vec<String> = (0..14).map(|office| format!("Amt {office}")).collect();
    let actors: Vec<(&str, &str)> = names
        .iter()
        .flat_map(|name| [(name.as_str(), name.as_str()); 3])
        .collect();
    let pairs = (0..14u32).flat_map(|a| (a + 1..14).map(move |b| (a, b)));
    let ties: Vec<(u32, u32)> = pairs
        .flat_map(|(a, b)| {
            let both = [(3 * a, 3 * b), (3 * a + 1, 3 * b + 1)];
            let many = if (a, b) == (0, 1) { 1 } else { 2 };
            both.into_iter().take(many)
        })
        .collect();
    let survey = small(&actors, &ties);
    let svg = for_leaders(&survey);
    let found = elements(&svg);
    assert_eq!(of_class(&found, "band").len(), 91);
    let rings = found.iter().filter(|one| {
        one.name == "circle" && one.within.last().is_some_and(|group| group == "names")
    });
    assert_eq!(rings.count(), 1);
}

#[test]
fn of_ties_within_a_department_where_nobody_answered_no_number_is_said() {
    let mut survey = small(
        &[
            ("a", "X"),
            ("b", "X"),
            ("c", "X"),
            ("d", "Y"),
            ("e", "Y"),
            ("f", "Y"),
            ("g", "Z"),
        ],
        &[(0, 1), (0, 3)],
    );
    for row in &mut survey.presences {
        row.answered = Some(row.actor < 3);
    }
    for (audience, unknown) in [
        (Audience::Working, ["Y", "Z"]),
        (Audience::Leadership, ["Y", "Y"]),
    ] {
        let selection = Selection {
            audience,
            ..everything(&survey)
        };
        let picture = network(&survey, &selection, &MapOptions::default()).expect("a picture");
        let svg = picture.svg();
        assert!(!svg.contains("innen 0") && !svg.contains(": 0 Verbindungen im eigenen Haus"));
        let matrix = of_survey(&survey, &View::Matrix, &selection).expect("a matrix");
        let found = elements(matrix.svg());
        for name in unknown {
            let cell = found.iter().find(|one| {
                one.get("class") == "cell" && one.get("data-a") == name && one.get("data-b") == name
            });
            let cell = cell.expect("a cell");
            let state = if name == "Y" {
                "not asked"
            } else {
                "one function"
            };
            assert_eq!(cell.get("data-state"), state);
            assert_eq!(cell.get("data-ties"), "");
        }
        assert!(
            matrix
                .svg()
                .contains("Y, im eigenen Haus: noch nicht erhoben.")
        );
    }
}

#[test]
fn the_legend_of_ties_within_one_group_shows_the_lines_that_are_drawn() {
    let survey = small(&[("a", "X"), ("b", "X"), ("c", "X")], &[(0, 1), (1, 2)]);
    let svg = draw(&survey).svg();
    let found = elements(&svg);
    let lines = |group: &str| -> Vec<String> {
        let lines = found
            .iter()
            .filter(|one| one.name == "path" && one.within.last().is_some_and(|id| id == group));
        lines.map(|line| line.get("stroke").to_owned()).collect()
    };
    let drawn = lines("ties");
    assert_eq!(drawn.len(), 2);
    assert!(lines("legend").contains(&drawn[0]));
}

/// The picture of everything for leaders.
fn for_leaders(survey: &miteinander::domain::Survey) -> String {
    let selection = Selection {
        audience: Audience::Leadership,
        ..everything(survey)
    };
    let picture = network(survey, &selection, &MapOptions::default()).expect("a picture");
    picture.svg()
}
