//! What a picture holds, and that it can be read.

use std::collections::{BTreeMap, BTreeSet};

use miteinander::analysis::{Audience, Inclusion, Selection};
use miteinander::map::plane::{Point, Rect, inside};
use miteinander::map::quality::{intrusion, label_overlaps, node_overlaps};
use miteinander::map::{Labels, MapOptions, Paper, Picture, View, network, paper::style};
use miteinander::text::Lang;

use super::surveys::{Element, Plain, demonstration, draw, elements, everything, small};
use super::views::of_survey;
use crate::analysis::networks::planted;

pub fn of_class<'a>(found: &'a [Element], class: &str) -> Vec<&'a Element> {
    found
        .iter()
        .filter(|element| element.get("class") == class)
        .collect()
}

pub fn in_phase(phase: &str, options: &MapOptions) -> Picture {
    let survey = demonstration();
    let selection = Selection {
        phase: Some(phase.to_owned()),
        ..everything(&survey)
    };
    network(&survey, &selection, options).expect("it can be drawn")
}

#[test]
fn every_actor_department_and_tie_carries_its_data() {
    let picture = in_phase("2", &MapOptions::default());
    let geometry = picture.geometry();
    let found = elements(&picture.svg());
    let actors: BTreeSet<(&str, &str)> = of_class(&found, "actor")
        .iter()
        .map(|element| (element.get("data-actor"), element.get("data-department")))
        .collect();
    let placed: BTreeSet<(&str, &str)> = geometry
        .actors
        .iter()
        .map(|actor| (actor.id.as_str(), actor.department.as_str()))
        .collect();
    assert_eq!(actors, placed);
    assert!(
        placed.len() > 60,
        "about 70 functions, {} drawn",
        placed.len()
    );
    let ties: BTreeSet<(&str, &str, String)> = of_class(&found, "tie")
        .iter()
        .map(|e| {
            (
                e.get("data-a"),
                e.get("data-b"),
                e.get("data-strength").to_owned(),
            )
        })
        .collect();
    let of_geometry: BTreeSet<(&str, &str, String)> = geometry
        .ties
        .iter()
        .map(|tie| (tie.a.as_str(), tie.b.as_str(), tie.strength.to_string()))
        .collect();
    assert_eq!(ties, of_geometry);
    let rooms: Vec<&str> = of_class(&found, "department")
        .iter()
        .map(|element| element.get("data-department"))
        .collect();
    assert_eq!(rooms.len(), 12);
    for (class, group) in [
        ("actor", "actors"),
        ("tie", "ties"),
        ("department", "departments"),
    ] {
        assert!(
            of_class(&found, class)
                .iter()
                .all(|e| e.within.contains(&group.to_owned()))
        );
    }
}

#[test]
fn the_root_is_an_image_with_title_and_description() {
    let svg = in_phase("2", &MapOptions::default()).svg();
    let found = elements(&svg);
    assert_eq!(
        (found[0].name.as_str(), found[0].get("role")),
        ("svg", "img")
    );
    let names: Vec<&str> = found.iter().map(|element| element.name.as_str()).collect();
    assert_eq!(&names[1..3], ["title", "desc"]);
    assert!(
        svg.contains("Jugendamt: "),
        "the description says what a sighted reader sees"
    );
    assert!(found.iter().any(|element| element.get("id") == "legend"));
}

#[test]
fn nothing_in_it_needs_a_style_a_script_or_another_file() {
    let svg = in_phase(
        "1",
        &MapOptions {
            example: true,
            ..MapOptions::default()
        },
    )
    .svg();
    for element in elements(&svg) {
        assert!(
            !["style", "script", "image", "use", "foreignObject"].contains(&element.name.as_str())
        );
        for (name, value) in &element.attributes {
            assert!(
                !["style", "href", "xlink:href"].contains(&name.as_str())
                    && !name.starts_with("on")
            );
            assert!(!value.contains("url("));
        }
    }
}

#[test]
fn rooms_hold_their_own_names_and_functions_and_nobody_else() {
    for survey in [
        demonstration(),
        planted(120, 7, 400, 6, 5),
        planted(300, 12, 900, 5, 6),
    ] {
        let picture = draw(&survey);
        let geometry = picture.geometry();
        let plain = Plain::of(geometry);
        assert_eq!(intrusion(&plain.places, &plain.room_of, &plain.hulls), 0.0);
        assert_eq!(node_overlaps(&plain.places, plain.radius), 0);
        assert_eq!(label_overlaps(&plain.labels), 0);
        for (actor, room) in geometry.actors.iter().zip(&plain.room_of) {
            let hull = &plain.hulls[*room];
            assert!(
                inside(hull, Point::new(actor.x, actor.y)),
                "{} is in its room",
                actor.id
            );
            let corners = actor
                .label
                .iter()
                .flat_map(|label| label.rect().grown(-0.2).corners());
            assert!(
                corners.into_iter().all(|c| inside(hull, c)),
                "{}'s name is in its room",
                actor.id
            );
        }
        for (room, hull) in geometry.departments.iter().zip(&plain.hulls) {
            let name = room
                .label
                .as_ref()
                .expect("a department has a name")
                .rect()
                .grown(-0.2);
            assert!(
                name.corners().iter().all(|corner| inside(hull, *corner)),
                "{}",
                room.id
            );
        }
    }
}

#[test]
fn rooms_do_not_overlap() {
    let picture = draw(&demonstration());
    let plain = Plain::of(picture.geometry());
    for (a, hull) in plain.hulls.iter().enumerate() {
        for (b, other) in plain.hulls.iter().enumerate() {
            assert!(a == b || hull.iter().all(|corner| !inside(other, *corner)));
        }
    }
}

#[test]
fn everything_lies_inside_the_page_and_above_the_legend() {
    for survey in [demonstration(), planted(500, 40, 2_000, 5, 1)] {
        let picture = draw(&survey);
        let geometry = picture.geometry();
        assert_eq!(
            (geometry.width, geometry.height),
            (style::WIDTH, style::HEIGHT)
        );
        let page = Rect::sized(0.0, 0.0, geometry.width, geometry.height - 70.0).grown(-10.0);
        let corners = geometry
            .departments
            .iter()
            .flat_map(|room| room.hull.iter());
        assert!(corners.into_iter().all(|corner| page.contains(*corner)));
    }
}

#[test]
fn phases_stand_on_the_same_places() {
    let [before, after] = ["1", "2"].map(|phase| in_phase(phase, &MapOptions::default()));
    let (before, after) = (before.geometry(), after.geometry());
    assert_eq!((before.width, before.height), (after.width, after.height));
    let places: BTreeMap<(&str, &str), (f64, f64)> = before
        .actors
        .iter()
        .map(|actor| {
            (
                (actor.id.as_str(), actor.department.as_str()),
                (actor.x, actor.y),
            )
        })
        .collect();
    let mut stayed = 0;
    for actor in &after.actors {
        if let Some(place) = places.get(&(actor.id.as_str(), actor.department.as_str())) {
            assert_eq!(*place, (actor.x, actor.y), "{}", actor.id);
            stayed += 1;
        }
    }
    assert!(stayed > 50, "{stayed} functions are in both phases");
    assert!(
        before.actors.len() != after.actors.len(),
        "functions joined and left"
    );
}

#[test]
fn the_demonstration_shows_every_name() {
    let picture = in_phase("2", &MapOptions::default());
    assert!(
        picture
            .geometry()
            .actors
            .iter()
            .all(|actor| actor.label.is_some())
    );
}

#[test]
fn names_can_be_left_out_without_moving_anything() {
    let fit = in_phase("2", &MapOptions::default());
    let none = in_phase(
        "2",
        &MapOptions {
            labels: Labels::None,
            ..MapOptions::default()
        },
    );
    assert!(
        none.geometry()
            .actors
            .iter()
            .all(|actor| actor.label.is_none())
    );
    let places = |picture: &Picture| Plain::of(picture.geometry()).places;
    assert_eq!(places(&fit), places(&none));
}

#[test]
fn all_names_are_shown_when_all_are_asked_for() {
    let survey = planted(400, 10, 1_500, 5, 3);
    let options = MapOptions {
        labels: Labels::All,
        ..MapOptions::default()
    };
    let picture = network(&survey, &everything(&survey), &options).expect("it can be drawn");
    assert!(
        picture
            .geometry()
            .actors
            .iter()
            .all(|actor| actor.label.is_some())
    );
}

#[test]
fn working_pictures_and_invented_data_are_marked() {
    let example = MapOptions {
        example: true,
        ..MapOptions::default()
    };
    let svg = in_phase("2", &example).svg();
    assert!(svg.contains("Beispieldaten") && svg.contains("Arbeitsstand – nur für das Kernteam"));
    let plain = draw(&planted(10, 2, 20, 5, 1)).svg();
    assert!(!plain.contains("Beispieldaten") && !plain.contains("Arbeitsstand"));
}

#[test]
fn the_head_says_phase_date_and_counts_in_both_languages() {
    let date = "2025-03-12".parse().ok();
    let german = in_phase(
        "2",
        &MapOptions {
            date,
            ..MapOptions::default()
        },
    )
    .svg();
    assert!(german.contains("Musterbezirk · Förderphase ab 2023"));
    assert!(german.contains("Stand vom 12.03.2025 · 12 Organisationen · "));
    assert!(german.contains(" geantwortet"));
    let english = in_phase(
        "2",
        &MapOptions {
            date,
            lang: Lang::En,
            ..MapOptions::default()
        },
    )
    .svg();
    assert!(english.contains("As of 12 March 2025 · 12 organisations · "));
    assert!(!english.contains("Verbindung"));
}

#[test]
fn a_sentence_stands_under_the_title() {
    let survey = demonstration();
    let sheet = of_survey(&survey, &View::Network, &everything(&survey)).expect("a picture");
    let [_, sentence] = sheet.head();
    let begins = sentence.split(':').next().expect("a sentence");
    assert!(begins.len() > 20 && sheet.svg().contains(&format!(">{begins}:")));
}

#[test]
fn names_have_seven_points_on_paper() {
    for (paper, points_of_a_unit) in [(Paper::A4, 841.89 / 1123.0), (Paper::A3, 1190.55 / 1123.0)] {
        for survey in [demonstration(), planted(120, 9, 400, 5, 2)] {
            let options = MapOptions {
                paper,
                ..MapOptions::default()
            };
            let picture = network(&survey, &everything(&survey), &options).expect("a picture");
            for element in elements(&picture.svg()) {
                let size: f64 = element.get("font-size").parse().unwrap_or(f64::MAX);
                assert!(size * points_of_a_unit >= 6.99, "{} {size}", element.name);
            }
        }
    }
}

#[test]
fn the_head_says_which_ties_are_shown_and_what_the_sentence_counts() {
    let survey = demonstration();
    let head = |change: &dyn Fn(&mut Selection)| {
        let mut selection = everything(&survey);
        change(&mut selection);
        let picture = network(&survey, &selection, &MapOptions::default());
        picture.expect("it can be drawn").svg()
    };
    let working = head(&|_| {});
    assert!(working.contains("(ab Stärke 2)"));
    assert!(working.contains("Die Aussage zählt nur Ämter, ohne Gremien"));
    let leaders = head(&|selection| {
        selection.audience = Audience::Leadership;
    });
    assert!(leaders.contains("· ab Stärke 2 ·"));
    let offices = head(&|selection| selection.scope = Inclusion::Offices);
    assert!(offices.contains("Die Aussage zählt keine Gremien"));
    let referrals = head(&|selection| {
        selection.kinds = vec!["referral".to_owned()];
        selection.bodies = true;
        selection.directed = true;
    });
    assert!(referrals.contains("· nur Vermittlung"));
    assert!(referrals.contains("Die Aussage zählt nur Ämter, jede Richtung einzeln"));
}

#[test]
fn functions_without_an_office_are_no_organisation_and_none_that_stands_alone() {
    let survey = small(
        &[("A", "Eins"), ("B", "Eins"), ("C", ""), ("D", "")],
        &[(0, 1), (2, 3)],
    );
    let svg = draw(&survey).svg();
    assert!(svg.contains("1 Organisation · 2 Funktionen ohne Amt · 4 Funktionen"));
    assert!(
        svg.contains("ohne Verbindung nach außen"),
        "Eins stands alone"
    );
    let assigned = small(
        &[("A", "Eins"), ("B", "Zwei"), ("C", ""), ("D", "")],
        &[(0, 1), (2, 3)],
    );
    let svg = draw(&assigned).svg();
    assert!(!svg.contains("ohne Verbindung nach außen"));
}
