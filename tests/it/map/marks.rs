//! What is marked in a picture: bands, who stands alone, who holds two departments together, where a tie is missing.

use std::collections::BTreeMap;

use miteinander::map::MapOptions;

use super::picture::{in_phase, of_class};
use super::surveys::{draw, elements, small};
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
    let ringed: Vec<&str> = svg
        .split("<g class=\"actor\"")
        .skip(1)
        .filter(|actor| {
            actor
                .split("</g>")
                .next()
                .is_some_and(|own| own.matches("<circle").count() == 2)
        })
        .filter_map(|actor| actor.split('"').nth(1))
        .collect();
    assert_eq!(
        ringed,
        ["0"],
        "all ties of X and Y end at a; Y and Z have two that share no end"
    );
    assert!(svg.contains("nur über diese Funktion verbunden"));
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
