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

/// Every view, of the demonstration's phases and one of its offers.
fn all() -> [View; 5] {
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
    insta::assert_snapshot!(sheet.svg());
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

#[test]
fn an_offer_stands_in_the_middle_of_those_who_have_to_do_with_it() {
    let sheet = of_demonstration(&all()[3], Audience::Working);
    let json: serde_json::Value = serde_json::from_str(sheet.json()).expect("JSON");
    let with = |role: &str| -> Vec<&str> {
        let parties = json["parties"].as_array().expect("a list").iter();
        parties
            .filter(|one| one["role"] == role)
            .map(|one| one["id"].as_str().expect("an id"))
            .collect()
    };
    assert_eq!(with("provides"), ["lin-familienzentrum"]);
    assert_eq!(with("responsible"), ["jugendamt"]);
    assert_eq!(
        with("refers"),
        ["ges-kjgd-ersthausbesuch", "lin-elternhilfe"]
    );
    assert_eq!(
        with("knows"),
        ["jug-familienfoerderung", "jug-fruehe-hilfen"]
    );
    let ought = with("ought to know");
    assert!(
        ought.contains(&"lin-wellcome"),
        "it works for the same families: {ought:?}"
    );
    assert!(
        !ought.contains(&"kie-familienzentrum"),
        "it is tied with the provider: {ought:?}"
    );
}

#[test]
fn an_offer_that_does_not_exist_names_those_that_do_and_files_without_offers_say_so() {
    let District { survey, network } = District::demonstration();
    let options = MapOptions::default();
    let from = Materials {
        survey: &survey,
        network: Some(&network),
        report: None,
    };
    let error = sheet(
        &from,
        &View::Offer("elterntreff".to_owned()),
        &everything(&survey),
        &options,
    );
    let message = error
        .expect_err("it ended with the first phase")
        .say(miteinander::text::Lang::De);
    assert!(message.contains("„elterntreff“") && message.contains("familiencafe-lindenhof"));
    for view in [View::Chain, View::Offer("x".to_owned())] {
        let error = of_survey(&survey, &view, &everything(&survey)).expect_err("no offers");
        assert!(
            error
                .say(miteinander::text::Lang::De)
                .contains("Diese Ansicht braucht Angebote")
        );
    }
}
