//! Who reads a picture: leaders, and people who see little or no colour.

use std::collections::{BTreeMap, BTreeSet};

use miteinander::analysis::{Audience, Selection};
use miteinander::domain::Text;
use miteinander::map::{Labels, MapOptions, Materials, View, network, paper::style, sheet};

use super::picture::of_class;
use super::surveys::{District, demonstration, elements, everything, small};
use super::views::of_demonstration;

#[test]
fn leaders_see_departments_and_no_function() {
    let survey = demonstration();
    let selection = Selection {
        audience: Audience::Leadership,
        ..everything(&survey)
    };
    let options = MapOptions {
        labels: Labels::All,
        ..MapOptions::default()
    };
    let picture = network(&survey, &selection, &options).expect("it can be drawn");
    assert!(picture.geometry().actors.is_empty() && picture.geometry().ties.is_empty());
    assert_eq!(picture.geometry().departments.len(), 7);
    let (svg, json) = (picture.svg(), picture.geometry().to_json());
    for actor in &survey.actors {
        assert!(
            !svg.contains(&actor.label) && !json.contains(&actor.label),
            "{}",
            actor.label
        );
        assert!(!svg.contains(&format!("\"{}\"", actor.id)));
    }
    assert!(
        !svg.contains("Arbeitsstand"),
        "that mark is the core team's"
    );
}

#[test]
fn a_department_of_two_gives_leaders_no_number() {
    let mut actors = vec![("a", "Klein"), ("b", "Klein")];
    actors.extend(["c", "d", "e"].map(|name| (name, "Groß")));
    actors.extend(["f", "g", "h"].map(|name| (name, "Mittel")));
    let survey = small(&actors, &[(0, 1), (0, 2), (1, 3), (2, 5), (3, 6), (4, 7)]);
    let selection = Selection {
        audience: Audience::Leadership,
        ..everything(&survey)
    };
    let picture = network(&survey, &selection, &MapOptions::default()).expect("it can be drawn");
    let found = elements(&picture.svg());
    let numbers: Vec<(&str, &str, &str)> = of_class(&found, "band")
        .iter()
        .map(|band| {
            (
                band.get("data-a"),
                band.get("data-b"),
                band.get("data-ties"),
            )
        })
        .collect();
    assert_eq!(
        BTreeSet::from_iter(numbers),
        BTreeSet::from([("Groß", "Klein", ""), ("Groß", "Mittel", "3")])
    );
    assert!(
        !picture.svg().contains("Verbindungen (ab"),
        "a total would give the number away"
    );
}

#[test]
fn nothing_on_a_picture_for_leaders_tells_how_many_ties_a_small_department_has() {
    let mut actors = vec![("a", "Klein"), ("b", "Klein")];
    actors.extend(["c", "d", "e"].map(|name| (name, "Groß")));
    actors.extend(["f", "g", "h"].map(|name| (name, "Mittel")));
    let drawn = |ties: &[(u32, u32)]| {
        let survey = small(&actors, ties);
        let selection = Selection {
            audience: Audience::Leadership,
            ..everything(&survey)
        };
        let picture =
            network(&survey, &selection, &MapOptions::default()).expect("it can be drawn");
        (picture.svg(), picture.geometry().to_json())
    };
    let fewest = [(0, 2), (2, 5), (3, 6), (4, 7), (2, 3)];
    let most = [
        &fewest[..],
        &[(0, 1), (0, 3), (0, 4), (1, 2), (1, 3), (1, 4)],
    ]
    .concat();
    assert!(
        drawn(&fewest) == drawn(&most),
        "the two can't be told apart"
    );
    let reported = [&fewest[..], &[(1, 5)]].concat();
    assert!(
        drawn(&fewest) != drawn(&reported),
        "that there are ties is told"
    );
}

#[test]
fn leaders_are_told_that_one_function_holds_two_departments_but_not_which() {
    let departments = [
        "Eins", "Eins", "Eins", "Zwei", "Zwei", "Zwei", "Drei", "Drei",
    ];
    let names = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let actors: Vec<(&str, &str)> = names.into_iter().zip(departments).collect();
    let survey = small(&actors, &[(0, 3), (0, 4), (1, 6), (2, 7)]);
    let selection = Selection {
        audience: Audience::Leadership,
        ..everything(&survey)
    };
    let svg = network(&survey, &selection, &MapOptions::default())
        .expect("it can be drawn")
        .svg();
    assert!(svg.contains("nur über eine einzige Funktion"));
    assert!(svg.contains("gemeldet, ohne Zahl"));
    let found = elements(&svg);
    let marks = of_class(&found, "number");
    assert_eq!(marks.len(), 1, "one between Eins and Zwei");
    assert_eq!(
        (marks[0].get("data-a"), marks[0].get("data-b")),
        ("Eins", "Zwei")
    );
    assert!(names.iter().all(|name| !svg.contains(&format!(">{name}<"))));
}

#[test]
fn text_has_the_contrast_that_the_law_asks_for() {
    for colour in [style::INK, style::SOFT, style::EXAMPLE] {
        assert!(contrast(colour, style::PAPER) >= 4.5, "{colour}");
    }
    for shade in style::SHADES {
        assert!(contrast(shade.ink, style::PAPER) >= 4.5, "{shade:?}");
        assert!(contrast(shade.ink, shade.ground) >= 4.5, "{shade:?}");
        assert!(contrast(style::INK, shade.ground) >= 4.5, "{shade:?}");
    }
    assert!(contrast(style::BINDING, style::PAPER) > 2.0 * contrast(style::LOOSE, style::PAPER));
}

#[test]
fn the_chain_names_who_is_responsible_in_each_block_and_no_two_alike() {
    let chain = of_demonstration(&View::Chain, Audience::Working);
    let json: serde_json::Value = serde_json::from_str(chain.json()).expect("JSON");
    let mut signs: BTreeMap<String, String> = BTreeMap::new();
    for offer in json["offers"].as_array().expect("offers") {
        let [sign, responsible] =
            ["sign", "responsible"].map(|key| offer[key].as_str().expect("a name").to_owned());
        assert!(chain.svg().contains(&format!(">{sign}</text>")), "{sign}");
        let before = signs.insert(sign.clone(), responsible.clone());
        assert!(before.is_none_or(|before| before == responsible), "{sign}");
    }
    assert_eq!(signs["Jug"], "Jugendamt");
    let table = &chain.table().rows;
    assert!(table.iter().any(|row| row[3] == "Jugendamt (Jug)"));
}

#[test]
fn offices_without_abbreviations_get_signs_that_differ() {
    let long =
        |number: usize| format!("Amt für Weiterbildung, Kultur und Bezirksgeschichte {number}");
    let District { survey, .. } = District::demonstration().with(|network| {
        for (number, department) in network.departments.values_mut().enumerate() {
            department.short_name = None;
            department.name = Text::parse(&long(number)).expect("a name");
        }
    });
    let from = Materials {
        survey: &survey,
        report: None,
    };
    let drawn = sheet(
        &from,
        &View::Chain,
        &everything(&survey),
        &MapOptions::default(),
    );
    let chain = drawn.expect("a chain");
    for sign in ["AWKB", "AWKB2"] {
        assert!(chain.svg().contains(&format!(">{sign}</text>")), "{sign}");
    }
}

#[test]
fn fewer_ties_than_expected_are_told_from_more_without_colour() {
    let actors: Vec<(String, &str)> = (0..36)
        .map(|at| (format!("f{at}"), ["A", "B", "C"][at / 12]))
        .collect();
    let actors: Vec<(&str, &str)> = actors.iter().map(|(a, b)| (a.as_str(), *b)).collect();
    let within = |room: u32| {
        (0..12).flat_map(move |a| (a + 1..12).map(move |b| (room * 12 + a, room * 12 + b)))
    };
    let ties: Vec<(u32, u32)> = (0..3)
        .flat_map(within)
        .filter(|(a, b)| (a + b) % 3 == 0)
        .collect();
    let survey = small(&actors, &ties);
    let sheet = super::views::of_survey(&survey, &View::Matrix, &everything(&survey));
    let svg = sheet.expect("a matrix").svg().to_owned();
    let found = elements(&svg);
    let cell = |a: &str, b: &str| {
        let cells = of_class(&found, "cell");
        let cell = cells
            .iter()
            .find(|one| one.get("data-a") == a && one.get("data-b") == b);
        cell.expect("the cell is drawn")
            .get("data-state")
            .to_owned()
    };
    assert_eq!(
        (cell("A", "A").as_str(), cell("A", "B").as_str()),
        ("far more", "far less")
    );
    let ground = |state: &str| {
        let at = svg
            .find(&format!("data-side=\"reported\" data-state=\"{state}\""))
            .expect("such a cell");
        let rest = &svg[at..];
        let fill = &rest[rest.find("fill=\"").expect("a ground") + 6..];
        fill[..7].to_owned()
    };
    let (less, more) = (ground("far less"), ground("far more"));
    assert!(contrast(&less, &more) > 1.8, "{less} {more}");
    assert!(contrast(style::INK, &more) >= 4.5 && contrast(style::INK, &less) >= 4.5);
    let lines = |state: &str| {
        let at = svg
            .find(&format!("data-side=\"reported\" data-state=\"{state}\""))
            .expect("such a cell");
        let end = svg[at..].find("</g>").expect("its end");
        svg[at..at + end].matches("stroke=\"#6fa5d6\"").count()
    };
    assert_eq!(
        (lines("far less"), lines("far more")),
        (1, 0),
        "less is striped"
    );
}

fn contrast(a: &str, b: &str) -> f64 {
    let luminance = |colour: &str| {
        let part = |at: usize| {
            let value = u8::from_str_radix(&colour[at..at + 2], 16).expect("a colour");
            let share = f64::from(value) / 255.0;
            if share <= 0.040_45 {
                share / 12.92
            } else {
                ((share + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}
