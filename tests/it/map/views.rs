//! The views beside the network: what they hold, for whom, and that nothing breaks them.

use miteinander::analysis::{Audience, Selection};
use miteinander::domain::Survey;
use miteinander::map::{Labels, MapError, MapOptions, Materials, Sheet, View, sheet};

use super::surveys::{District, elements, everything, small};

/// A view of a survey alone.
pub fn of_survey(survey: &Survey, view: &View, selection: &Selection) -> Result<Sheet, MapError> {
    let from = Materials {
        survey,
        report: None,
    };
    sheet(&from, view, selection, &MapOptions::default())
}

/// A view of the demonstration district.
pub fn of_demonstration(view: &View, audience: Audience) -> Sheet {
    let options = MapOptions {
        example: true,
        ..MapOptions::default()
    };
    of_district(&District::demonstration(), view, audience, &options)
}

/// A view of a district, with all its departments.
pub fn of_district(
    District { survey, .. }: &District,
    view: &View,
    audience: Audience,
    options: &MapOptions,
) -> Sheet {
    let from = Materials {
        survey,
        report: None,
    };
    let selection = Selection {
        audience,
        ..everything(survey)
    };
    sheet(&from, view, &selection, options).expect("it can be drawn")
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

/// Every view, of the demonstration's phases and one of its offers.
pub fn all() -> [View; 5] {
    let change = View::Change {
        from: "1".to_owned(),
        to: "2".to_owned(),
    };
    let offer = View::Offer("familiencafe-lindenhof".to_owned());
    [View::Network, View::Matrix, change, offer, View::Chain]
}

#[test]
fn each_view_of_the_demonstration_is_a_sound_picture_for_both_audiences() {
    for audience in [Audience::Working, Audience::Leadership] {
        for view in all() {
            let sheet = of_demonstration(&view, audience);
            sound(&sheet);
            assert!(sheet.svg().contains("Beispieldaten"));
            let marked = sheet.svg().contains("Arbeitsstand – nur für das Kernteam");
            assert_eq!(marked, audience == Audience::Working);
        }
    }
}

#[test]
fn leaders_see_no_function_in_any_view() {
    let District { network, .. } = District::demonstration();
    let departments: Vec<&str> = network
        .departments
        .values()
        .map(|one| one.name.as_str())
        .collect();
    for view in all() {
        let sheet = of_demonstration(&view, Audience::Leadership);
        let table = &sheet.table().rows;
        assert!(!table.is_empty());
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

#[test]
fn the_same_input_gives_the_same_bytes_in_every_view() {
    for view in all() {
        let [one, other] = [(); 2].map(|()| of_demonstration(&view, Audience::Working));
        assert!(one == other, "{view:?}");
        assert!(one.pdf().expect("a PDF").starts_with(b"%PDF"));
    }
}

#[test]
fn who_asks_for_all_names_is_told_how_many_lie_over_others() {
    let mut survey = crate::analysis::networks::planted(160, 8, 300, 5, 2);
    for actor in &mut survey.actors {
        actor.label = format!("Fachstelle {} für Beratung und Begleitung", actor.id);
    }
    let notes = |labels: Labels| {
        let options = MapOptions {
            labels,
            ..MapOptions::default()
        };
        let from = Materials {
            survey: &survey,
            report: None,
        };
        let sheet = sheet(&from, &View::Network, &everything(&survey), &options);
        sheet.expect("a picture").notes(false)
    };
    assert!(notes(Labels::Fit).is_empty());
    let told = notes(Labels::All);
    assert!(
        told.len() == 1 && told[0].contains("liegen über anderen"),
        "{told:?}"
    );
}

#[test]
fn characters_that_the_font_lacks_are_named_for_an_image_and_none_turns_the_direction() {
    let strange = "\u{202e}שלום\u{2066}";
    let survey = small(&[(strange, "X"), ("b", "Y")], &[(0, 1)]);
    let sheet = of_survey(&survey, &View::Network, &everything(&survey)).expect("a picture");
    assert!(sheet.svg().contains("שלום"));
    assert!(!sheet.svg().contains(['\u{202e}', '\u{2066}']));
    let told = sheet.notes(true);
    assert!(told.len() == 1 && told[0].contains('ש'), "{told:?}");
    assert!(sheet.notes(false).is_empty(), "a browser has other fonts");
    for audience in [Audience::Working, Audience::Leadership] {
        for view in all() {
            let told = of_demonstration(&view, audience).notes(true);
            assert!(told.is_empty(), "{view:?}: {told:?}");
        }
    }
}
