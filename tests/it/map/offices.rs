//! The leaders' picture: offices alone, what is to be said first, and nothing that gives a hidden number away.

use std::collections::BTreeMap;

use miteinander::analysis::aggregate::partners;
use miteinander::analysis::{
    Audience, Options, PairState, Selection, SiloReport, findings, report,
};
use miteinander::domain::{ActorId, DepartmentKind, PhaseId, Stop, Survey};
use miteinander::map::plane::{Point, Rect};
use miteinander::map::{
    MapOptions, Materials, Picture, Sheet, View, map_places, network, pocket, sheet,
};
use miteinander::text::Lang;

use super::surveys::{District, Element, demonstration, elements, everything, small};
use super::views::sound;
use crate::analysis::networks::planted;

pub fn leading(survey: &Survey) -> Selection {
    Selection {
        audience: Audience::Leadership,
        ..Selection::working(survey)
    }
}

pub fn figures(survey: &Survey) -> SiloReport {
    report(survey, &leading(survey), &Options::default()).expect("it can be measured")
}

pub fn drawn(survey: &Survey) -> Sheet {
    let from = Materials {
        survey,
        report: None,
    };
    let selection = leading(survey);
    let options = MapOptions::default();
    sheet(&from, &View::Network, &selection, &options).expect("it can be drawn")
}

fn picture(survey: &Survey, phase: &str) -> Picture {
    let selection = Selection {
        phase: Some(phase.to_owned()),
        ..leading(survey)
    };
    network(survey, &selection, &MapOptions::default()).expect("it can be drawn")
}

fn of_class<'a>(found: &'a [Element], class: &str) -> Vec<&'a Element> {
    let of = found.iter();
    of.filter(|element| element.get("class") == class).collect()
}

/// Offices of a planted network, with their kinds known and two departments as partners.
fn offices(actors: u32, departments: u32, seed: u64) -> Survey {
    let mut survey = planted(actors, departments, actors as usize * 3, 4, seed);
    for (at, department) in survey.departments.iter_mut().enumerate() {
        let partner = at < 2;
        department.kind = Some(match partner {
            true => DepartmentKind::Provider,
            false => DepartmentKind::Office,
        });
    }
    survey
}

#[test]
fn the_title_is_what_somebody_who_decides_needs_first() {
    let survey = demonstration();
    let sheet = drawn(&survey);
    sound(&sheet);
    let title = ">Gesundheitsamt und Schul- und Sportamt: keine Verbindung gemeldet<";
    assert!(sheet.svg().contains(title), "{}", sheet.svg());
    assert!(sheet.svg().contains(">keine statt etwa 5<"));
    assert!(sheet.svg().contains("Das Bild bewertet niemanden."));
    assert_eq!(of_class(&elements(sheet.svg()), "department").len(), 7);
}

#[test]
fn each_number_of_an_office_is_that_of_the_report() {
    let survey = demonstration();
    let (report, sheet) = (figures(&survey), drawn(&survey));
    for figures in &report.department_figures {
        let inside = figures.internal.expect("all seven are large enough");
        let all = inside + figures.external.expect("likewise");
        let expected = figures.expected_internal.expect("likewise").round();
        let told = format!(
            "{}: {inside} von {all} Verbindungen im eigenen Amt, zu erwarten etwa {expected}.",
            figures.department
        );
        assert!(sheet.description().contains(&told), "{told}");
        assert!(sheet.svg().contains(&format!(">von {all}<")), "{told}");
    }
    for finding in findings(&report) {
        assert!(sheet.description().contains(&finding.sentence(Lang::De)));
    }
}

#[test]
fn findings_come_in_the_order_of_what_can_be_changed() {
    let survey = demonstration();
    let report = figures(&survey);
    let titles: Vec<String> = findings(&report)
        .iter()
        .map(|finding| finding.title(Lang::De))
        .collect();
    assert_eq!(
        titles,
        [
            "Hinweis: keine Verbindung gemeldet",
            "Nur über eine Funktion verbunden",
            "Häufiger im eigenen Amt als zu erwarten"
        ]
    );
}

#[test]
fn a_partner_has_the_sum_of_its_ties_to_offices_that_are_shown() {
    let survey = demonstration();
    let all = everything(&survey);
    let whole = report(&survey, &all, &Options::default()).expect("it can be measured");
    let offices: Vec<String> = figures(&survey)
        .department_figures
        .into_iter()
        .map(|figures| figures.department)
        .collect();
    let told = partners(&survey, &leading(&survey)).expect("a closed selection");
    assert!(told.named.len() > 3);
    for partner in &told.named {
        let pairs = whole.department_pairs.iter().flatten();
        let own = pairs.filter(|pair| {
            let ends = [&pair.a, &pair.b];
            ends.contains(&&partner.name) && ends.iter().any(|end| offices.contains(end))
        });
        let ties: u64 = own
            .map(|pair| u64::from(pair.ties.expect("it is told")))
            .sum();
        assert_eq!(partner.ties, Some(ties), "{}", partner.name);
    }
}

/// A report like that of b1 with j1, between others.
fn tie(network: &mut miteinander::domain::Network, from: &str, to: &str) {
    let phase = PhaseId::parse("2").expect("an id");
    let id = |id: &str| ActorId::parse(id).expect("an id");
    let like = network.reports[&(phase.clone(), id("b1"), id("j1"))].clone();
    network.reports.insert((phase, id(from), id(to)), like);
}

#[test]
fn no_number_hangs_on_a_tie_of_an_office_or_a_partner_under_three() {
    let texts = |district: &District| {
        let sheet = drawn(&district.survey);
        let small = {
            let from = Materials {
                survey: &district.survey,
                report: None,
            };
            let selection = leading(&district.survey);
            pocket(&from, &selection, Lang::De, &Stop::never()).expect("it can be drawn")
        };
        let table = format!("{:?}", sheet.table());
        [
            sheet.svg().to_owned(),
            sheet.json().to_owned(),
            table,
            small,
        ]
    };
    // The office of one function has ties to a partner: they are in no number of the picture.
    let none = texts(&District::small());
    let some = District::small().with(|network| {
        for partner in ["l1", "l2", "l3"] {
            tie(network, "b1", partner);
        }
    });
    assert!(none == texts(&some));
    // Of a partner under three functions nothing but that there are such is told, whatever its ties.
    let gone = |network: &mut miteinander::domain::Network| {
        let own = ActorId::parse("l3").expect("an id");
        network.memberships.retain(|(id, _), _| *id != own);
        network
            .reports
            .retain(|(_, a, b), _| *a != own && *b != own);
    };
    let few = texts(&District::small().with(gone));
    let more = District::small().with(|network| {
        gone(network);
        tie(network, "l2", "g1");
        tie(network, "l2", "g3");
    });
    assert!(few[0].contains("weitere Partner") && !few[0].contains("Lindenhof"));
    assert!(few == texts(&more));
}

#[test]
fn an_office_under_three_functions_has_a_name_and_no_number() {
    let District { survey, .. } = District::small();
    let sheet = drawn(&survey);
    sound(&sheet);
    let name = "Beauftragte für Integration und Teilhabe";
    let found = elements(sheet.svg());
    let own = found
        .iter()
        .position(|one| one.get("data-department") == name);
    let inside = &found[own.expect("it is drawn") + 1..];
    let inside = inside
        .iter()
        .take_while(|one| one.get("class") != "department");
    let circles = inside.filter(|one| one.name == "circle" && one.get("id").is_empty());
    assert_eq!(
        circles
            .take(1)
            .next()
            .expect("a circle")
            .get("stroke-dasharray"),
        "4 3"
    );
    assert!(
        sheet
            .description()
            .contains(&format!("{name}: ohne Zahlen."))
    );
    let json: serde_json::Value = serde_json::from_str(sheet.json()).expect("JSON");
    for band in json["bands"].as_array().expect("bands") {
        let small = [&band["a"], &band["b"]].iter().any(|end| *end == name);
        assert_eq!(band["ties"].is_null(), small, "{band}");
    }
}

#[test]
fn offices_stand_still_whatever_tie_comes_or_goes_and_whichever_phase_is_shown() {
    let mut survey = demonstration();
    let found = map_places(&survey, &everything(&survey), &Stop::never());
    survey.map_places = found.expect("it can be laid out");
    let places = |survey: &Survey, phase: &str| -> BTreeMap<String, Point> {
        let picture = picture(survey, phase);
        let offices = picture.geometry().departments.iter();
        let middle = |hull: &[Point]| {
            let sum = hull.iter().fold(Point::default(), |sum, one| sum + *one);
            (sum * (1.0 / hull.len() as f64)).rounded()
        };
        offices
            .map(|one| (one.id.clone(), middle(&one.hull)))
            .collect()
    };
    let before = places(&survey, "2");
    let mut fewer = survey.clone();
    fewer.ties.truncate(survey.ties.len() - 40);
    let near = |one: &BTreeMap<String, Point>, other: &BTreeMap<String, Point>| {
        one.iter().all(|(name, at)| {
            other
                .get(name)
                .is_none_or(|there| at.distance(*there) < 0.3)
        })
    };
    assert!(before == places(&fewer, "2"));
    assert!(
        near(&before, &places(&survey, "1")),
        "the circles are smaller, their middles the same"
    );
}

#[test]
fn circles_names_and_what_stands_on_lines_never_overlap() {
    for (actors, departments, seed) in [(40, 8, 1), (80, 14, 2), (140, 22, 3)] {
        let survey = offices(actors, departments, seed);
        let sheet = drawn(&survey);
        sound(&sheet);
        assert_eq!(sheet.notes(false), [""; 0]);
        apart(&sheet);
    }
}

/// No circle and no name lies on another.
fn apart(sheet: &Sheet) {
    let json: serde_json::Value = serde_json::from_str(sheet.json()).expect("JSON");
    let all = json["departments"].as_array().expect("offices");
    let mut boxes: Vec<Rect> = Vec::new();
    for office in all {
        let corners = office["hull"].as_array().expect("a hull").iter();
        let corners = corners.map(|corner| {
            let at = |axis: usize| corner[axis].as_f64().expect("a number");
            Rect::sized(at(0), at(1), 0.0, 0.0)
        });
        boxes.push(Rect::around(corners));
        let at = |key: &str| office["label"][key].as_f64().expect("a number");
        boxes.push(Rect::sized(at("x"), at("y"), at("width"), at("height")));
    }
    for (at, one) in boxes.iter().enumerate() {
        let mut others = boxes[at + 1..].iter();
        assert!(!others.any(|other| one.grown(-0.6).overlaps(other)));
    }
}

#[test]
fn many_offices_of_many_functions_with_long_names_never_overlap() {
    for offices in [12, 20, 40] {
        let names: Vec<String> = (1..=offices)
            .map(|n| format!("Amt für Gesundheit, Beratung und Zusammenarbeit im Sozialraum {n}"))
            .collect();
        let functions = names.iter().flat_map(|name| {
            let name = name.as_str();
            (0..24).map(move |_| (name, name))
        });
        let functions: Vec<(&str, &str)> = functions.collect();
        let sheet = drawn(&small(&functions, &[(0, 24), (1, 50)]));
        sound(&sheet);
        apart(&sheet);
    }
}

#[test]
fn every_letter_has_nine_points_on_a_sheet_of_a4() {
    for survey in [demonstration(), offices(80, 14, 2)] {
        for element in elements(drawn(&survey).svg()) {
            let size: f64 = element.get("font-size").parse().unwrap_or(f64::MAX);
            // Marks in the head and the numbers of line widths are a little smaller.
            assert!(size * 841.89 / 1123.0 >= 8.2, "{} {size}", element.name);
        }
    }
}

#[test]
fn the_same_number_of_ties_has_the_same_width_in_every_picture() {
    let mut width: BTreeMap<String, String> = BTreeMap::new();
    for survey in [demonstration(), offices(40, 8, 1), offices(80, 14, 2)] {
        for band in of_class(&elements(drawn(&survey).svg()), "band") {
            let ties = band.get("data-ties").to_owned();
            let own = band.get("stroke-width").to_owned();
            let known = width.entry(ties).or_insert_with(|| own.clone());
            assert_eq!(*known, own);
        }
    }
    assert!(
        width["1"].parse::<f64>().expect("a number") < 2.0,
        "one tie is no beam"
    );
}

#[test]
fn where_nothing_is_to_be_said_one_plain_sentence_says_so() {
    let one = small(&[("a", "Eins"), ("b", "Eins"), ("c", "Eins")], &[(0, 1)]);
    assert!(drawn(&one).svg().contains("Ein Amt allein"));
    let actors: Vec<(String, String)> = (0..9)
        .map(|at| (format!("f{at}"), format!("Amt {}", at / 3)))
        .collect();
    let actors: Vec<(&str, &str)> = actors
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    let none = small(&actors, &[]);
    assert!(
        drawn(&none)
            .svg()
            .contains("noch keine Verbindung gemeldet")
    );
    let few = [("a", "Eins"), ("b", "Zwei"), ("c", "Zwei")];
    let small_alone = drawn(&small(&few, &[(0, 1)]));
    assert!(small_alone.svg().contains("unter drei Funktionen"));
    assert!(!small_alone.svg().contains("keine Verbindung gemeldet"));
    let pairs = (0..9u32).flat_map(|a| (a + 1..9).map(move |b| (a, b)));
    let full = small(&actors, &pairs.collect::<Vec<_>>());
    let sheet = drawn(&full);
    sound(&sheet);
    assert!(sheet.svg().contains("Alle Ämter arbeiten mit allen"));
    let nobody = Survey::default();
    assert!(
        drawn(&nobody)
            .svg()
            .contains("noch keine Funktionen eingetragen")
    );
}

#[test]
fn a_pair_with_no_tie_though_some_are_expected_is_no_line_of_ties() {
    let survey = demonstration();
    let report = figures(&survey);
    let sheet = drawn(&survey);
    let found = elements(sheet.svg());
    let lines = of_class(&found, "none");
    assert_eq!(lines.len(), 2, "one double line");
    for line in lines {
        let pairs = report.department_pairs.iter().flatten();
        let mut own =
            pairs.filter(|pair| pair.a == line.get("data-a") && pair.b == line.get("data-b"));
        assert_eq!(own.next().expect("a pair").state, PairState::NoneReported);
    }
}
