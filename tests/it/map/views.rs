//! The views beside the network: what they hold, for whom, and that nothing breaks them.

use miteinander::analysis::{Audience, Selection};
use miteinander::domain::Survey;
use miteinander::map::{MapError, MapOptions, Materials, Sheet, View, ViewError, sheet};

use super::surveys::{District, demonstration, elements, everything, small};
use crate::analysis::networks::planted;

/// A view of a survey alone.
pub fn of_survey(survey: &Survey, view: &View, selection: &Selection) -> Result<Sheet, MapError> {
    let from = Materials {
        survey,
        network: None,
        report: None,
    };
    sheet(&from, view, selection, &MapOptions::default())
}

/// A view of the demonstration district.
pub fn of_demonstration(view: &View, audience: Audience) -> Sheet {
    let District { survey, network } = District::demonstration();
    let from = Materials {
        survey: &survey,
        network: Some(&network),
        report: None,
    };
    let selection = Selection {
        audience,
        ..everything(&survey)
    };
    let options = MapOptions {
        example: true,
        ..MapOptions::default()
    };
    sheet(&from, view, &selection, &options).expect("it can be drawn")
}

/// Holds what every picture must hold: well-formed, a title, a description, a legend, all within the page.
pub fn sound(sheet: &Sheet) {
    let found = elements(sheet.svg());
    assert_eq!(found[0].get("role"), "img");
    assert!(found.iter().any(|element| element.get("id") == "legend"));
    assert!(!sheet.description().is_empty());
    for word in ["NaN", "inf\"", "-inf"] {
        assert!(!sheet.svg().contains(word) && !sheet.json().contains(word));
    }
    for element in &found {
        let number = |name: &str| element.get(name).parse::<f64>().ok();
        for (name, limit) in [("x", 1123.0), ("y", 794.0), ("cx", 1123.0), ("cy", 794.0)] {
            if let Some(value) = number(name) {
                assert!(
                    (0.0..=limit).contains(&value),
                    "{} {name}={value}",
                    element.name
                );
            }
        }
        if let (Some(x), Some(width)) = (number("x"), number("width")) {
            assert!(x + width <= 1123.05);
        }
        if let (Some(y), Some(height)) = (number("y"), number("height")) {
            assert!(y + height <= 794.05);
        }
        assert!(!["style", "script", "image", "use"].contains(&element.name.as_str()));
        for (name, value) in &element.attributes {
            assert!(name != "style" && !name.starts_with("on") && !value.contains("url("));
        }
    }
}

#[test]
fn each_view_of_the_demonstration_is_a_sound_picture_for_both_audiences() {
    for audience in [Audience::Working, Audience::Leadership] {
        for view in [View::Network, View::Matrix, View::Chain] {
            let sheet = of_demonstration(&view, audience);
            sound(&sheet);
            assert!(sheet.svg().contains("Beispieldaten"));
            let marked = sheet.svg().contains("Arbeitsstand – nur für das Kernteam");
            assert_eq!(marked, audience == Audience::Working);
        }
    }
}

#[test]
fn a_matrix_has_a_cell_for_each_pair_and_its_mirror() {
    let sheet = of_demonstration(&View::Matrix, Audience::Working);
    let found = elements(sheet.svg());
    let cells: Vec<_> = found
        .iter()
        .filter(|one| one.get("class") == "cell")
        .collect();
    assert_eq!(cells.len(), 12 * 12);
    for cell in &cells {
        let mirror = cells
            .iter()
            .find(|other| {
                other.get("data-a") == cell.get("data-b")
                    && other.get("data-b") == cell.get("data-a")
            })
            .expect("the other way round stands too");
        assert_eq!(cell.get("data-ties"), mirror.get("data-ties"));
    }
}

#[test]
fn a_district_lists_its_offices_before_others_by_division() {
    let json = of_demonstration(&View::Matrix, Audience::Working);
    let json: serde_json::Value = serde_json::from_str(json.json()).expect("JSON");
    let names: Vec<&str> = json["departments"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| one["id"].as_str().expect("a name"))
        .collect();
    assert_eq!(names[0], "Amt für Bürgerdienste", "division I");
    assert!(
        names.iter().position(|name| *name == "Jobcenter")
            > names.iter().position(|name| *name == "OE QPK")
    );
}

#[test]
fn files_are_ordered_so_that_blocks_show() {
    // Two blocks whose departments alternate by name.
    let actors: Vec<(&str, &str)> = ["a", "b", "c", "d"]
        .into_iter()
        .flat_map(|name| [(name, name); 3])
        .collect();
    let block =
        |x: u32, y: u32| (0..3).flat_map(move |i| (0..3).map(move |j| (3 * x + i, 3 * y + j)));
    let ties: Vec<(u32, u32)> = block(0, 2).chain(block(1, 3)).collect();
    let survey = small(&actors, &ties);
    let sheet = of_survey(&survey, &View::Matrix, &everything(&survey)).expect("a matrix");
    let json: serde_json::Value = serde_json::from_str(sheet.json()).expect("JSON");
    let place = |name: &str| {
        let all = json["departments"].as_array().expect("a list");
        all.iter()
            .position(|one| one["id"] == name)
            .expect("it is there") as i64
    };
    assert_eq!((place("a") - place("c")).abs(), 1);
    assert_eq!((place("b") - place("d")).abs(), 1);
}

#[test]
fn too_many_departments_for_a_matrix_is_a_clear_message() {
    let survey = planted(183, 61, 300, 4, 3);
    let error =
        of_survey(&survey, &View::Matrix, &everything(&survey)).expect_err("61 are too many");
    assert!(matches!(
        error,
        MapError::View(ViewError::TooManyDepartments(61))
    ));
    assert!(
        error
            .say(miteinander::text::Lang::De)
            .contains("--scope offices")
    );
}

#[test]
fn a_matrix_of_forty_departments_of_nobody_and_of_one_is_sound() {
    sound(
        &of_survey(
            &planted(160, 40, 400, 4, 7),
            &View::Matrix,
            &everything(&planted(160, 40, 400, 4, 7)),
        )
        .expect("forty"),
    );
    for survey in [
        Survey::default(),
        small(&[("Eine", "Amt")], &[]),
        small(&[("a", "X"), ("b", "Y")], &[]),
        small(
            &[
                ("<a>&\"']]>", "<b>&\"']]>\u{1}"),
                ("\u{202e}abc", &"lang ".repeat(60)),
            ],
            &[(0, 1)],
        ),
    ] {
        sound(&of_survey(&survey, &View::Matrix, &everything(&survey)).expect("a picture"));
    }
}

#[test]
fn the_chain_shows_each_offer_and_each_gap() {
    let sheet = of_demonstration(&View::Chain, Audience::Working);
    let found = elements(sheet.svg());
    let gaps = found.iter().filter(|one| one.get("class") == "gap").count();
    assert_eq!(gaps, 3);
    let District { network, .. } = District::demonstration();
    for (id, offer) in &network.offers {
        let here = offer.phases().any(|phase| phase.as_str() == "2");
        let drawn = found.iter().any(|one| one.get("data-offer") == id.as_str());
        assert_eq!(here, drawn, "{id}");
    }
}

#[test]
fn leaders_see_no_function_in_the_chain_or_the_matrix() {
    let District { network, .. } = District::demonstration();
    let departments: Vec<&str> = network
        .departments
        .values()
        .map(|one| one.name.as_str())
        .collect();
    for view in [View::Matrix, View::Chain] {
        let sheet = of_demonstration(&view, Audience::Leadership);
        for (id, actor) in &network.actors {
            assert!(
                !sheet.svg().contains(&format!("\"{id}\""))
                    && !sheet.json().contains(&format!("\"{id}\""))
            );
            let name = actor.name.as_str();
            // A function may be called as its office, or as the offer that it provides.
            let elsewhere = departments.contains(&name)
                || network
                    .offers
                    .values()
                    .any(|offer| offer.name.as_str().contains(name));
            assert!(
                elsewhere || !sheet.svg().contains(&format!(">{name}<")),
                "{name}"
            );
        }
    }
}
