//! The leaders' picture of two phases: what is new, ended or clearly more, on the places of their picture of one.

use std::collections::BTreeMap;

use miteinander::analysis::prose::handout;
use miteinander::analysis::{Audience, Options, Selection, clearly_more, compare, outline, report};
use miteinander::domain::Survey;
use miteinander::map::{Sheet, View};
use miteinander::text::Lang;

use super::change::{first_to_second, two_phases, with_a_small_office, with_silent_offices};
use super::surveys::{demonstration, elements, everything, small};
use super::views::{all, of_demonstration, of_survey, sound};

fn leading(survey: &Survey) -> Selection {
    Selection {
        audience: Audience::Leadership,
        ..everything(survey)
    }
}

fn changed(survey: &Survey) -> Sheet {
    of_survey(survey, &first_to_second(), &leading(survey)).expect("a change")
}

fn json(sheet: &Sheet) -> serde_json::Value {
    serde_json::from_str(sheet.json()).expect("JSON")
}

/// What became of each pair that is drawn as a line, by the names of its offices.
fn lines(sheet: &Sheet) -> BTreeMap<[String; 2], String> {
    let found = elements(sheet.svg());
    let bands = found.iter().filter(|one| one.get("class") == "band");
    let called = |end: &str, band: &super::surveys::Element| band.get(end).to_owned();
    bands
        .map(|band| {
            let ends = [called("data-a", band), called("data-b", band)];
            (ends, band.get("data-fate").to_owned())
        })
        .collect()
}

fn pair(a: &str, b: &str) -> [String; 2] {
    [a.to_owned(), b.to_owned()]
}

/// Four offices of four; the ties of each phase between them, by functions 0 to 15.
fn four_offices(phases: [&[(u32, u32)]; 2]) -> Survey {
    let actors: Vec<(&str, &str)> = ["A", "B", "C", "D"]
        .into_iter()
        .flat_map(|name| [(name, name); 4])
        .collect();
    let mut survey = small(&actors, &[]);
    survey.phases = two_phases();
    let tie = small(&actors, &[(0, 4)]).ties.remove(0);
    for (phase, ties) in (0..).zip(phases) {
        for (from, to) in ties {
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
fn new_ended_and_clearly_more_are_drawn_and_nothing_else() {
    // A–B from one to eight, A–C new, A–D ended, C–D from one to two.
    let before = [(0, 4), (0, 12), (8, 12)];
    let now = [
        (0, 4),
        (0, 5),
        (1, 4),
        (1, 5),
        (2, 4),
        (2, 6),
        (3, 7),
        (3, 4),
        (0, 8),
        (8, 12),
        (9, 12),
    ];
    let sheet = changed(&four_offices([&before, &now]));
    sound(&sheet);
    let expected = [
        (pair("A", "B"), "grown".to_owned()),
        (pair("A", "C"), "new".to_owned()),
        (pair("A", "D"), "ended".to_owned()),
    ];
    assert_eq!(lines(&sheet), BTreeMap::from(expected));
    let title = ">1 Paar von Ämtern neu verbunden, 1 nicht mehr, 1 deutlich mehr<";
    assert!(sheet.svg().contains(title), "{}", sheet.svg());
    let told = |a: &str, b: &str| {
        let mut rows = sheet.table().rows.iter();
        let row = rows.find(|row| row[0] == a && row[1] == b);
        row.map(|row| row[2].clone())
    };
    let told_of = |a, b, words: &str| assert_eq!(told(a, b).as_deref(), Some(words));
    told_of("A", "B", "vorher 1, jetzt 8 Verbindungen");
    told_of("A", "C", "vorher keine, jetzt 1 Verbindung");
    told_of("A", "D", "vorher 1 Verbindung, jetzt keine");
    told_of("C", "D", "vorher 1, jetzt 2 Verbindungen");
}

#[test]
fn each_kind_of_line_has_its_own_form() {
    let before = [(0, 12), (4, 8)];
    let now = [
        (0, 4),
        (4, 8),
        (4, 9),
        (5, 8),
        (5, 9),
        (6, 8),
        (6, 9),
        (7, 8),
        (7, 9),
    ];
    let sheet = changed(&four_offices([&before, &now]));
    let found = elements(sheet.svg());
    let of = |fate: &str| {
        let at = found.iter().position(|one| one.get("data-fate") == fate);
        let lines = found[at.expect("a line") + 1..].iter();
        let lines = lines.take_while(|one| !["band", "department"].contains(&one.get("class")));
        let lines = lines.filter(|one| !one.get("stroke").is_empty() && !one.get("d").is_empty());
        lines
            .map(|one| one.get("stroke-dasharray").to_owned())
            .collect::<Vec<_>>()
    };
    let [new, ended, grown] = ["new", "ended", "grown"].map(of);
    assert_eq!((new.len(), ended.len(), grown.len()), (1, 1, 2));
    assert_eq!(new, [""]);
    assert_ne!(ended, [""]);
}

#[test]
fn a_pair_that_nobody_was_asked_about_in_one_phase_is_told_and_not_drawn() {
    let survey = with_silent_offices();
    let sheet = changed(&survey);
    sound(&sheet);
    assert!(lines(&sheet).is_empty());
    let rows = &sheet.table().rows;
    let row = rows.iter().find(|row| row[0] == "B" && row[1] == "C");
    assert_eq!(
        row.expect("it is told")[2],
        "vorher nicht erhoben, jetzt 2 Verbindungen"
    );
    assert!(
        sheet
            .svg()
            .contains(">Zwischen den Ämtern nichts Neues und nichts Beendetes gemeldet<")
    );
    let json = json(&sheet);
    let pairs = json["pairs"].as_array().expect("pairs");
    let pair = pairs.iter().find(|pair| pair["a"] == "B").expect("B and C");
    assert_eq!(pair["from"]["state"], "not asked");
    assert!(pair["from"]["ties"].is_null() && pair["fate"].is_null());
    assert_eq!(pair["to"]["ties"], 2);
}

#[test]
fn an_office_lies_where_it_lies_in_the_picture_of_a_phase() {
    let places = |view: &View| {
        let json = json(&of_demonstration(view, Audience::Leadership));
        let offices = json["departments"].as_array().expect("offices").clone();
        let placed = |office: serde_json::Value| (office["id"].to_string(), office);
        offices
            .into_iter()
            .map(placed)
            .collect::<BTreeMap<String, _>>()
    };
    assert!(places(&View::Network) == places(&all()[2]));
}

#[test]
fn the_share_inside_an_office_is_that_of_each_phases_own_figures() {
    let survey = demonstration();
    let sheet = of_demonstration(&all()[2], Audience::Leadership);
    let leading = Selection {
        audience: Audience::Leadership,
        ..Selection::working(&survey)
    };
    let figures = ["1", "2"].map(|phase| {
        let selection = Selection {
            phase: Some(phase.to_owned()),
            ..leading.clone()
        };
        outline(&survey, &selection).expect("it can be measured")
    });
    let share = |phase: usize, name: &str| {
        let mut all = figures[phase].departments.iter();
        let own = all.find(|own| own.department == name);
        let own = own.and_then(|own| own.internal.zip(own.external));
        own.map_or("ohne Angabe".to_owned(), |(inside, external)| {
            let all = inside + external;
            let percent = (100.0 * f64::from(inside) / f64::from(all)).round();
            format!("{percent} % ({inside} von {all})")
        })
    };
    let rows = sheet.table().rows.iter();
    let own: Vec<&Vec<String>> = rows.filter(|row| row[1] == "im eigenen Amt").collect();
    assert_eq!(own.len(), 7);
    for row in own {
        let [before, now] = [0, 1].map(|phase| share(phase, &row[0]));
        assert_eq!(row[2], format!("vorher {before}, jetzt {now}"));
    }
}

#[test]
fn an_office_under_three_functions_has_no_number_in_either_phase() {
    let sheet = changed(&with_a_small_office([2, 3]));
    let json = json(&sheet);
    let of = |key: &str| json[key].as_array().expect("a list").clone();
    let office = of("inside")
        .into_iter()
        .find(|one| one["department"] == "C");
    let office = office.expect("it is there");
    assert!(office["from"].is_null() && office["to"].is_null());
    let pairs = of("pairs").into_iter();
    let small: Vec<_> = pairs.filter(|pair| pair["b"] == "C").collect();
    assert!(!small.is_empty());
    for pair in small {
        assert!(pair["from"]["ties"].is_null() && pair["to"]["ties"].is_null());
    }
    assert!(sheet.svg().contains("unter drei Funktionen"));
}

#[test]
fn picture_and_handout_tell_the_shares_of_the_two_reports_and_no_others() {
    let survey = demonstration();
    let leading = Selection::leading(&survey);
    let reports = ["1", "2"].map(|phase| {
        let selection = Selection {
            phase: Some(phase.to_owned()),
            ..leading.clone()
        };
        report(&survey, &selection, &Options::default()).expect("it can be measured")
    });
    let [before, now] = reports.each_ref().map(|report| {
        let (inside, all) = (
            report.silo.internal,
            report.silo.internal + report.silo.external,
        );
        let percent = (100.0 * inside as f64 / all as f64).round();
        (inside, all, percent)
    });
    let told = format!(
        "Im eigenen Amt blieben {} von {} Verbindungen ({} %), jetzt {} von {} ({} %).",
        before.0, before.1, before.2, now.0, now.1, now.2
    );
    let sheet = of_demonstration(&all()[2], Audience::Leadership);
    let comparison = compare(&survey, "1", "2", &leading).expect("they can be compared");
    let handout = handout(&reports[1], Some((&reports[0], &comparison)), 0, Lang::De);
    let handout: Vec<String> = handout.into_iter().flat_map(|one| one.paragraphs).collect();
    for text in [sheet.description(), &handout.join(" ")] {
        assert!(text.contains(&told), "{text}");
        let trend = "geantwortet haben, sank der Anteil ebenfalls.";
        assert!(
            text.contains(trend) && text.contains("wer geantwortet hat"),
            "{text}"
        );
        for other in ["Verglichen", "Prozent", "beendet,", "bestehen weiter"] {
            assert!(!text.contains(other), "{other}: {text}");
        }
    }
    assert!(
        sheet
            .svg()
            .contains(">Grundlage: alle Angaben der jeweiligen")
    );
}

#[test]
fn what_has_no_number_is_dotted_and_said_in_the_legend() {
    let sheet = changed(&with_a_small_office([0, 3]));
    let found = elements(sheet.svg());
    let at = found.iter().position(|one| one.get("data-b") == "C");
    let line = &found[at.expect("the pair of the small office")..];
    let line = line
        .iter()
        .find(|one| !one.get("d").is_empty())
        .expect("its line");
    assert_eq!(line.get("stroke-dasharray"), "2 4");
    assert!(sheet.svg().contains(">gemeldet, ohne Zahl"));
    let one_tie = changed(&four_offices([&[], &[(0, 4)]]));
    let found = elements(one_tie.svg());
    let at = found.iter().position(|one| one.get("data-fate") == "new");
    let line = &found[at.expect("the new pair")..];
    let line = line
        .iter()
        .find(|one| !one.get("d").is_empty())
        .expect("its line");
    assert_eq!(
        (line.get("stroke-width"), line.get("stroke-dasharray")),
        ("1.8", "")
    );
    assert!(!one_tie.svg().contains(">gemeldet, ohne Zahl"));
}

#[test]
fn functions_of_both_phases_are_told_of_only_where_they_are_many() {
    let few = four_offices([&[(0, 4), (1, 2)], &[(0, 1), (4, 8)]]);
    let sheet = changed(&few);
    let told = "Im eigenen Amt blieb 1 von 2 Verbindungen (50 %), jetzt 1 von 2 (50 %).";
    assert!(
        sheet.description().contains(told),
        "{}",
        sheet.description()
    );
    assert!(!sheet.description().contains("Bei den Funktionen"));
    assert!(
        sheet
            .description()
            .contains("Beide Förderphasen haben weniger als 20")
    );
}

#[test]
fn one_office_alone_and_no_ties_have_their_own_reason() {
    let mut one = small(&[("A", "A"); 4], &[(0, 1)]);
    one.phases = two_phases();
    let tie = one.ties.remove(0);
    one.ties = [(0, 0, 1), (1, 0, 1), (1, 2, 3)]
        .map(|(phase, from, to)| miteinander::domain::SurveyTie {
            from,
            to,
            phase: Some(phase),
            ..tie.clone()
        })
        .to_vec();
    let sheet = changed(&one);
    assert!(sheet.svg().contains(">Ein Amt allein"), "{}", sheet.svg());
    let told = "lässt sich nichts sagen. In dem Amt: vorher 1 Verbindung, jetzt 2.";
    assert!(
        sheet.description().contains(told),
        "{}",
        sheet.description()
    );
    let sheet = changed(&four_offices([&[], &[]]));
    assert!(
        sheet
            .svg()
            .contains(">Zwischen den Ämtern ist noch keine Verbindung gemeldet<")
    );
    let told = "In beiden Förderphasen ist keine Verbindung gemeldet.";
    assert!(
        sheet.description().contains(told),
        "{}",
        sheet.description()
    );
}

#[test]
fn clearly_more_needs_more_than_a_few_ties() {
    for (from, to) in [(5, 15), (1, 7), (0, 4)] {
        assert!(clearly_more([from, to]), "{from} {to}");
    }
    for (from, to) in [(1, 5), (3, 10), (15, 5), (4, 4), (0, 0)] {
        assert!(!clearly_more([from, to]), "{from} {to}");
    }
}
