//! What the pairs view explains: its legend, its title for leaders, and the places where there is nothing to compare.

use miteinander::analysis::{Audience, Selection};
use miteinander::domain::Survey;
use miteinander::map::{Sheet, View};

use super::pairs::words;
use super::surveys::{demonstration, elements, everything, small};
use super::views::{of_survey, sound};

/// A district of two offices of eight and one of two, of which leaders are told no number.
fn with_a_small_office() -> Survey {
    let actors: Vec<(&str, &str)> = (0..18)
        .map(|at| ("f", ["Erstes Amt", "Zweites Amt", "Kleines Amt"][at / 8]))
        .collect();
    let inside = (0..16u32).map(|at| (at, at / 8 * 8 + (at + 1) % 8));
    let across = [(0, 8), (0, 9), (2, 16)];
    small(&actors, &inside.chain(across).collect::<Vec<_>>())
}

fn for_leaders(survey: &Survey) -> Sheet {
    let selection = Selection {
        audience: Audience::Leadership,
        ..everything(survey)
    };
    of_survey(survey, &View::Matrix, &selection).expect("a matrix")
}

/// The legend of a sheet.
fn legend(sheet: &Sheet) -> &str {
    let legend = sheet.svg().split_once("id=\"legend\"").expect("a legend").1;
    legend.split_once("</svg>").expect("its end").0
}

#[test]
fn the_legend_says_why_a_cell_over_the_diagonal_is_empty() {
    let survey = with_a_small_office();
    let leaders = for_leaders(&survey);
    let over = words(&leaders, "expected");
    let empty = over.values().filter(|words| words.is_empty());
    assert_eq!((over.len(), empty.count()), (3, 2));
    let why = "Oben rechts leer: Amt mit unter drei Funktionen.";
    assert!(leaders.svg().contains(why));
    let working = of_survey(&survey, &View::Matrix, &everything(&survey)).expect("a matrix");
    assert!(!working.svg().contains("Oben rechts leer"));
    let over = words(&working, "expected");
    assert!(over.values().all(|words| !words.is_empty()), "{over:?}");
}

#[test]
fn the_legend_shows_what_occurs_and_no_more() {
    let survey = demonstration();
    let sheet = of_survey(&survey, &View::Matrix, &Selection::working(&survey)).expect("a matrix");
    let said = legend(&sheet);
    assert!(said.contains(">weniger, nur ein Hinweis<"));
    for absent in [">weniger<", ">viel weniger<", ">mehr<", "auffällig nach"] {
        assert!(!said.contains(absent), "{absent}");
    }
    let leaders = for_leaders(&with_a_small_office());
    let sample = legend(&leaders)
        .split("<text")
        .find(|text| text.contains(">gemeldet<"));
    assert!(sample.is_some(), "the word stands in its sample");
    let (before, _) = legend(&leaders).split_once(">gemeldet<").expect("it does");
    let group = before.rsplit_once("<g").expect("a group").1;
    assert!(group.contains("text-anchor=\"middle\""), "{group}");
}

#[test]
fn nothing_is_promised_or_blamed_where_there_is_nothing_to_compare() {
    let actors: Vec<(&str, &str)> = (0..16)
        .map(|at| ("f", ["W", "X", "Y", "Z"][at / 4]))
        .collect();
    let all: Vec<(u32, u32)> = (0..16u32)
        .flat_map(|a| (a + 1..16).map(move |b| (a, b)))
        .collect();
    let tied = small(&actors, &all);
    let sheet = of_survey(&tied, &View::Matrix, &everything(&tied)).expect("a matrix");
    assert!(legend(&sheet).contains(">gemeldet, ohne Vergleich<"));
    assert!(!sheet.svg().contains("zu wenige Antworten"));
    assert!(!sheet.description().contains("zu erwarten"));
    let one = small(&[("a", "Jugendamt"), ("b", "Jugendamt")], &[(0, 1)]);
    let sheet = of_survey(&one, &View::Matrix, &everything(&one)).expect("a sentence");
    sound(&sheet);
    assert!(!sheet.svg().contains("class=\"cell\""));
    assert!(sheet.svg().contains("Paare gibt es ab zwei."));
    assert!(
        sheet
            .description()
            .starts_with("Zusammenarbeit in einer Organisation.")
    );
}

#[test]
fn offices_alone_are_called_offices() {
    let survey = demonstration();
    let offices = Selection::working(&survey);
    let all = everything(&survey);
    let told = |selection| {
        let sheet = of_survey(&survey, &View::Matrix, selection).expect("a matrix");
        sheet.description().to_owned()
    };
    assert!(told(&offices).contains("zwischen 7 Ämtern"));
    assert!(told(&all).contains("zwischen 12 Organisationen"));
}

#[test]
fn leaders_are_told_first_what_the_network_tells_them_first_with_its_number_in_the_cell() {
    let survey = demonstration();
    let selection = Selection {
        audience: Audience::Leadership,
        ..Selection::working(&survey)
    };
    let [network, matrix] = [View::Network, View::Matrix].map(|view| {
        let sheet = of_survey(&survey, &view, &selection).expect("a picture");
        let head = sheet.svg().split_once("id=\"heading\"").expect("a head").1;
        let title = head.split_once("</g>").expect("its end").0;
        let texts = title.split('<').filter_map(|part| part.split_once('>'));
        let title: Vec<&str> = texts.map(|(_, text)| text.trim()).collect();
        (title.join(" ").trim().to_owned(), sheet)
    });
    assert_eq!(network.0, matrix.0);
    assert!(
        matrix.0.contains("keine Verbindung gemeldet"),
        "{}",
        matrix.0
    );
    let sheet = matrix.1;
    let found = elements(sheet.svg());
    let numbered = |number: &str| {
        let marks = found.iter().filter(|one| one.get("data-finding") == number);
        let marks = marks.filter(|one| one.within.iter().any(|id| id == "cells"));
        marks.count()
    };
    assert_eq!(numbered("1"), 1, "the pair of the title");
    assert!(numbered("2") > 0);
    let said = legend(&sheet);
    assert!(
        said.contains("data-finding=\"1\"")
            && said.contains(">Hinweis: keine Verbindung gemeldet<")
    );
    let working =
        of_survey(&survey, &View::Matrix, &Selection::working(&survey)).expect("a matrix");
    assert!(!working.svg().contains("data-finding"));
}

#[test]
fn a_narrow_screen_reads_for_leaders_what_hangs_on_one_function_first() {
    let leaders = for_leaders(&with_a_small_office());
    let first = &leaders.table().parts[0];
    assert_eq!(first.title, "Paare, die auffallen");
    assert!(first.open);
    let through_one = "; nur über eine einzige Funktion verbunden.";
    let told = first
        .lines
        .iter()
        .filter(|line| line.ends_with(through_one));
    assert_eq!(told.count(), 1, "{:?}", first.lines);
}
