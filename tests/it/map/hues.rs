//! Which department has which colour.

use std::collections::{BTreeMap, BTreeSet};

use miteinander::analysis::{Audience, Inclusion, Selection};
use miteinander::domain::DepartmentKind;
use miteinander::map::paper::style::SHADES;
use miteinander::map::{MapOptions, View, network};

use super::picture::of_class;
use super::surveys::{Element, demonstration, draw, elements, everything, small};
use super::views::of_survey;

#[test]
fn an_office_has_the_same_colour_whatever_else_is_shown() {
    let survey = demonstration();
    let colours = |scope: Inclusion| -> BTreeMap<String, String> {
        let selection = Selection {
            scope,
            ..everything(&survey)
        };
        let picture = network(&survey, &selection, &MapOptions::default()).expect("a picture");
        of_class(&elements(&picture.svg()), "department")
            .iter()
            .map(|room| {
                (
                    room.get("data-department").to_owned(),
                    room.get("stroke").to_owned(),
                )
            })
            .collect()
    };
    let (all, offices) = (colours(Inclusion::All), colours(Inclusion::Offices));
    assert!(offices.len() > 5 && offices.len() < all.len());
    for (name, colour) in offices {
        assert_eq!(all[&name], colour, "{name}");
    }
}

#[test]
fn an_office_has_the_same_colour_in_all_views_and_phases_and_for_leaders() {
    let survey = demonstration();
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for phase in ["1", "2"] {
        for audience in [Audience::Working, Audience::Leadership] {
            let change = View::Change {
                from: "1".to_owned(),
                to: "2".to_owned(),
            };
            for view in [View::Network, View::Chain, change] {
                let selection = Selection {
                    phase: Some(phase.to_owned()),
                    audience,
                    ..everything(&survey)
                };
                let sheet = of_survey(&survey, &view, &selection).expect("a picture");
                let drawn = elements(sheet.svg());
                // Leaders see their offices without colours in the network.
                let rooms = of_class(&drawn, "department").into_iter();
                let rooms = rooms.filter(|room| !room.get("stroke").is_empty());
                let blocks = drawn
                    .windows(3)
                    .filter(|three| three[0].get("class") == "offer");
                let blocks = blocks.filter(|three| !three[0].get("data-department").is_empty());
                let named = rooms.map(|room| (room, room));
                let named = named.chain(blocks.map(|three| (&three[0], &three[2])));
                for (name, room) in named {
                    let colours = found.entry(name.get("data-department").to_owned());
                    colours.or_default().insert(room.get("stroke").to_owned());
                }
            }
        }
    }
    assert!(found.len() > 10);
    for (name, colours) in found {
        assert_eq!(colours.len(), 1, "{name}: {colours:?}");
    }
}

#[test]
fn no_two_of_eight_offices_share_a_colour_however_many_partners_come_before_them() {
    let mut survey = demonstration();
    // All partners come before the offices by name.
    for department in &mut survey.departments {
        let office = department.kind.is_some_and(DepartmentKind::is_office);
        if !office {
            department.name = format!("A {}", department.name);
        }
    }
    let renamed: BTreeMap<String, String> = demonstration()
        .departments
        .iter()
        .zip(&survey.departments)
        .map(|(old, new)| (old.name.clone(), new.name.clone()))
        .collect();
    let column = survey.columns.iter_mut();
    let mut column = column.filter(|column| column.names[0] == "department");
    for value in column
        .next()
        .expect("the column")
        .values
        .iter_mut()
        .flatten()
    {
        value.clone_from(&renamed[value.as_str()]);
    }
    let found = elements(&draw(&survey).svg());
    let rooms = of_class(&found, "department");
    let colours: BTreeSet<&str> = rooms
        .iter()
        .filter(|room| !room.get("data-department").starts_with("A "))
        .map(|room| room.get("stroke"))
        .collect();
    let first: BTreeSet<&str> = SHADES.iter().take(8).map(|shade| shade.ink).collect();
    assert_eq!(colours.len(), 7, "seven offices");
    assert!(colours.is_subset(&first), "{colours:?}");
}

#[test]
fn colours_that_come_again_are_explained() {
    let explained = |offices: usize| {
        let names: Vec<String> = (0..offices).map(|office| format!("Amt {office}")).collect();
        let actors: Vec<(&str, &str)> = names.iter().map(|name| ("f", name.as_str())).collect();
        draw(&small(&actors, &[(0, 1)]))
            .svg()
            .contains("gleiche Farbe")
    };
    assert!(!explained(12) && explained(13));
}

#[test]
fn a_new_office_leaves_the_colours_of_nearly_all_others() {
    let offices = [
        "Gesundheitsamt",
        "Jugendamt",
        "OE QPK",
        "Schulamt",
        "Sozialamt",
        "Sportamt",
        "Umweltamt",
    ];
    let colours = |names: &[&str]| -> BTreeMap<String, String> {
        let actors: Vec<(&str, &str)> = names.iter().map(|name| ("f", *name)).collect();
        let svg = draw(&small(&actors, &[(0, 1)])).svg();
        let rooms = elements(&svg);
        let colour = |room: &Element| {
            let get = |key| room.get(key).to_owned();
            (get("data-department"), get("stroke"))
        };
        of_class(&rooms, "department")
            .into_iter()
            .map(colour)
            .collect()
    };
    let before = colours(&offices);
    for new in [
        "Bauamt",
        "Kulturamt",
        "Wohnungsamt",
        "Amt für Bürgerdienste",
    ] {
        let after = colours(&[&offices[..], &[new]].concat());
        let distinct: BTreeSet<&String> = after.values().collect();
        assert_eq!(distinct.len(), 8, "two of eight share a colour: {after:?}");
        let moved = before
            .iter()
            .filter(|(name, colour)| after[*name] != **colour);
        assert!(moved.count() <= 2, "{new}: {before:?} {after:?}");
    }
}
