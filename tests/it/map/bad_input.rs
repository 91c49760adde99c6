//! What people and files come up with: strange names, nobody, everybody.

use std::collections::BTreeSet;

use miteinander::domain::{Survey, SurveyActor};
use miteinander::map::Picture;
use miteinander::map::paper::font::{Weight, width};
use miteinander::map::plane::{Rect, inside};
use miteinander::map::quality::{intrusion, label_overlaps, node_overlaps};

use super::surveys::{Plain, draw, elements, small};
use crate::analysis::networks::planted;

/// Draws a survey and holds what every picture must hold.
fn sound(survey: &Survey) -> Picture {
    let picture = draw(survey);
    let svg = picture.svg();
    elements(&svg);
    let geometry = picture.geometry();
    let json = geometry.to_json();
    assert!(!svg.contains("NaN") && !svg.contains("inf ") && !json.contains("null,\n  \"y\""));
    let plain = Plain::of(geometry);
    assert_eq!(intrusion(&plain.places, &plain.room_of, &plain.hulls), 0.0);
    assert_eq!(node_overlaps(&plain.places, plain.radius), 0);
    assert_eq!(label_overlaps(&plain.labels), 0);
    for place in &plain.places {
        assert!(place.x > 0.0 && place.x < geometry.width);
        assert!(place.y > 0.0 && place.y < geometry.height);
    }
    for (place, room) in plain.places.iter().zip(&plain.room_of) {
        assert!(inside(&plain.hulls[*room], *place));
    }
    // The legend begins 76 units above the foot of the page.
    let free = Rect::sized(0.0, 0.0, geometry.width, geometry.height - 76.0).grown(-20.0);
    for label in &plain.labels {
        let corners = label.corners();
        assert!(
            corners
                .iter()
                .all(|corner| free.grown(19.0).contains(*corner)),
            "{label:?}"
        );
    }
    for hull in &plain.hulls {
        assert!(hull.iter().all(|corner| free.grown(19.0).contains(*corner)));
    }
    texts_end_inside(&svg);
    picture
}

/// Holds that no text of the legend runs out of the page, as wide as the font says.
fn texts_end_inside(svg: &str) {
    let (_, legend) = svg.split_once("id=\"legend\"").expect("a legend");
    for line in legend.lines().filter(|line| line.contains("<text ")) {
        let number = |name: &str| {
            let (_, rest) = line.split_once(&format!(" {name}=\""))?;
            rest.split('"').next()?.parse::<f64>().ok()
        };
        let text = line
            .split('>')
            .nth(1)
            .and_then(|text| text.split('<').next());
        let wide = width(text.unwrap_or_default(), Weight::Bold, 9.5);
        let (left, foot) = (number("x").expect("a place"), number("y").expect("a place"));
        assert!(left + wide < 1123.0 && foot < 790.0, "{line}");
    }
}

#[test]
fn nobody_is_an_empty_page_that_says_so() {
    let svg = sound(&Survey::default()).svg();
    assert!(svg.contains("Hier sind noch keine Funktionen eingetragen."));
}

#[test]
fn one_actor_alone_is_a_picture() {
    let picture = sound(&small(&[("Eine", "Amt")], &[]));
    assert_eq!(picture.geometry().actors.len(), 1);
}

#[test]
fn one_department_and_no_departments_are_pictures() {
    let one = small(&[("a", "Amt"), ("b", "Amt"), ("c", "Amt")], &[(0, 1)]);
    assert_eq!(sound(&one).geometry().departments.len(), 1);
    let mut none = one;
    none.columns.clear();
    let picture = sound(&none);
    assert_eq!(picture.geometry().departments[0].label, None);
}

#[test]
fn actors_without_a_department_stand_together() {
    let mut survey = small(
        &[("a", "Amt"), ("b", "Amt"), ("c", ""), ("d", "")],
        &[(0, 2)],
    );
    survey.columns[0].values[2] = None;
    survey.columns[0].values[3] = None;
    let picture = sound(&survey);
    assert!(picture.svg().contains("ohne Zuordnung"));
    assert_eq!(picture.geometry().departments.len(), 2);
}

#[test]
fn isolates_and_an_untied_network_are_drawn() {
    let survey = small(&[("a", "X"), ("b", "X"), ("c", "Y"), ("d", "Z")], &[]);
    assert_eq!(sound(&survey).geometry().actors.len(), 4);
}

#[test]
fn forty_departments_find_a_place() {
    let picture = sound(&planted(160, 40, 400, 4, 7));
    assert_eq!(picture.geometry().departments.len(), 40);
}

#[test]
fn a_colour_that_repeats_has_another_mark() {
    let departments: Vec<String> = (0..40).map(|at| format!("Amt {at}")).collect();
    let actors: Vec<(&str, &str)> = departments
        .iter()
        .map(|name| ("F", name.as_str()))
        .collect();
    let svg = sound(&small(&actors, &[(0, 1)])).svg();
    let marks: Vec<Vec<(String, String)>> = svg
        .split("<g class=\"actor\"")
        .skip(1)
        .map(|actor| {
            let own = actor.split("</g>").next().expect("an actor ends");
            elements(&format!("<g{own}</g>"))
                .iter()
                .filter(|e| ["circle", "ellipse"].contains(&e.name.as_str()))
                .map(|e| {
                    (
                        e.get("fill").to_owned(),
                        [e.get("rx"), e.get("ry")].join(" "),
                    )
                })
                .collect()
        })
        .collect();
    assert_eq!(marks.len(), 40);
    let different: BTreeSet<&Vec<(String, String)>> = marks.iter().collect();
    assert_eq!(different.len(), 40, "no two departments look alike");
}

#[test]
fn four_hundred_departments_of_one_find_a_place() {
    let picture = sound(&planted(400, 400, 900, 0, 7));
    assert_eq!(picture.geometry().departments.len(), 400);
}

#[test]
fn a_department_of_three_hundred_is_drawn() {
    assert_eq!(
        sound(&planted(300, 1, 600, 5, 7)).geometry().actors.len(),
        300
    );
}

#[test]
fn a_thousand_actors_are_drawn() {
    let picture = sound(&planted(1_000, 40, 10_000, 5, 9));
    assert_eq!(picture.geometry().actors.len(), 1_000);
}

#[test]
fn five_hundred_actors_stay_a_small_file() {
    let bytes = sound(&planted(500, 12, 2_500, 5, 9)).svg().len();
    assert!(bytes <= 400_000, "{bytes} bytes");
}

#[test]
fn markup_and_control_characters_in_names_break_nothing() {
    let hard = [
        "<script>alert(1)</script>",
        "A & B \"C\" 'D' ]]> <!--",
        "tab\there\nline\rreturn",
        "bell \u{7} nul \u{0} del \u{7f} nel \u{85} noncharacter \u{fffe}",
        "👩‍👧 Familien 👶🏽",
        "שלום עליכם مرحبا",
        "a\u{301}\u{302}\u{303}\u{304} zalgo",
        "\u{202e}right to left override",
    ];
    let actors: Vec<(&str, &str)> = hard.iter().map(|name| (*name, *name)).collect();
    let survey = small(&actors, &[(0, 1), (2, 3), (4, 5), (6, 7)]);
    let picture = sound(&survey);
    let svg = picture.svg();
    assert!(!svg.contains("<script"));
    assert!(!svg.contains(['\u{7}', '\u{0}', '\u{7f}', '\u{85}', '\u{fffe}']));
    let found = elements(&svg);
    assert!(
        found
            .iter()
            .any(|e| e.get("data-department") == "A & B \"C\" 'D' ]]> <!--")
    );
    picture.png().expect("a PNG");
    picture.pdf().expect("a PDF");
}

#[test]
fn a_name_of_four_thousand_characters_is_cut_where_it_is_shown() {
    let long = "Straßensozialarbeit ".repeat(200);
    let unbroken = "x".repeat(4_000);
    let mut survey = small(
        &[("a", "Amt"), ("b", "Amt"), ("c", "Rat")],
        &[(0, 1), (1, 2)],
    );
    for (actor, name) in survey.actors.iter_mut().zip([&long, &unbroken]) {
        *actor = SurveyActor {
            label: name.clone(),
            ..actor.clone()
        };
    }
    let picture = sound(&survey);
    let label = picture.geometry().actors[0]
        .label
        .as_ref()
        .expect("its name is shown");
    assert!(label.text.ends_with('…') && label.text.len() < 300);
    assert!(label.width < 300.0);
    assert!(
        picture.svg().contains(long.trim()),
        "the whole name is in its title"
    );
    let mut departments = survey;
    departments.columns[0].values = [&long, &unbroken, &long]
        .map(|name| Some(name.clone()))
        .to_vec();
    sound(&departments);
}

#[test]
fn strengths_of_any_size_have_a_width() {
    let mut survey = small(
        &[("a", "X"), ("b", "Y"), ("c", "Y")],
        &[(0, 1), (1, 2), (0, 2)],
    );
    for (tie, strength) in survey.ties.iter_mut().zip([1.0, 1e9, 1.5]) {
        tie.strength = Some(strength);
    }
    sound(&survey);
}
