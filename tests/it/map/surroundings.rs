//! A function in the middle of those it works with.

use std::collections::BTreeSet;

use miteinander::analysis::{Audience, Selection};
use miteinander::domain::{ActorKind, Survey, SurveyActor, SurveyTie};
use miteinander::map::{Sheet, View};
use miteinander::text::Lang;

use super::surveys::{demonstration, elements, everything};
use super::views::{of_survey, sound};

const FUNCTION: &str = "jug-fruehe-hilfen";

fn around(survey: &Survey, function: &str) -> Sheet {
    let view = View::Actor(function.to_owned());
    let sheet = of_survey(survey, &view, &everything(survey)).expect("it can be drawn");
    sound(&sheet);
    sheet
}

fn partners(sheet: &Sheet) -> Vec<serde_json::Value> {
    let json: serde_json::Value = serde_json::from_str(sheet.json()).expect("JSON");
    json["partners"].as_array().expect("a list").clone()
}

/// Who reports a tie of strength 2 or more with whom in the later phase.
fn reports(survey: &Survey) -> BTreeSet<[&str; 2]> {
    let id = |place: u32| survey.actors[place as usize].id.as_str();
    let counted = survey
        .ties
        .iter()
        .filter(|tie| tie.phase == Some(1) && tie.strength.is_some_and(|one| one >= 2.0));
    counted.map(|tie| [tie.from, tie.to].map(id)).collect()
}

#[test]
fn each_tie_of_the_function_is_drawn_once_and_as_it_was_reported() {
    let survey = demonstration();
    let sheet = around(&survey, FUNCTION);
    let reports = reports(&survey);
    let found = elements(sheet.svg());
    let drawn = |class: &str, id: &str| {
        let of_class = found.iter().filter(|one| one.get("class") == class);
        of_class.filter(|one| one.get("data-actor") == id).count()
    };
    let mut expected = BTreeSet::new();
    for [from, to] in &reports {
        expected.extend((*from == FUNCTION).then_some(*to));
        expected.extend((*to == FUNCTION).then_some(*from));
    }
    let partners = partners(&sheet);
    let named: BTreeSet<&str> = partners
        .iter()
        .filter_map(|one| one["id"].as_str())
        .collect();
    assert_eq!(named, expected);
    assert!(named.len() > 15, "{}", named.len());
    for one in &partners {
        let id = one["id"].as_str().expect("an id");
        let by = [[FUNCTION, id], [id, FUNCTION]].map(|row| reports.contains(&row));
        let said = match by {
            [true, true] => "both",
            [true, false] => "own",
            _ => "other",
        };
        assert_eq!(one["reported"], said, "{id}");
        assert_eq!((drawn("tie", id), drawn("partner", id)), (1, 1), "{id}");
    }
}

#[test]
fn its_own_department_comes_first_and_the_sentence_counts_the_same() {
    let survey = demonstration();
    let sheet = around(&survey, FUNCTION);
    let departments: Vec<String> = partners(&sheet)
        .iter()
        .map(|one| one["department"].as_str().expect("a name").to_owned())
        .collect();
    let inside = departments.iter().filter(|one| *one == "Jugendamt").count();
    assert!(departments[..inside].iter().all(|one| one == "Jugendamt"));
    let others: BTreeSet<&String> = departments[inside..].iter().collect();
    let said = format!(
        "„Netzwerkkoordination Frühe Hilfen“: {} Verbindungen, {inside} davon im eigenen Haus, {} zu {} anderen Organisationen.",
        departments.len(),
        departments.len() - inside,
        others.len()
    );
    assert_eq!(sheet.head()[1], said);
    assert_eq!(sheet.table().rows.len(), departments.len());
}

/// A function that works with so many others of as many departments as asked.
fn star(partners: u32) -> Survey {
    let actor = |place: u32| SurveyActor {
        id: format!("a{place}"),
        label: format!("Beratungsstelle Nummer {place} mit einem recht langen Namen"),
        kind: ActorKind::Function,
    };
    let tie = |place: u32| SurveyTie {
        from: 0,
        to: place,
        phase: None,
        strength: Some(3.0),
        kinds: 0,
        binding: None,
        through_core_team: false,
    };
    Survey {
        title: "Stern".to_owned(),
        actors: (0..=partners).map(actor).collect(),
        ties: (1..=partners).map(tie).collect(),
        ..Survey::default()
    }
}

#[test]
fn of_any_number_of_partners_those_without_a_place_are_counted() {
    for number in [1, 12, 60, 90, 300] {
        let survey = star(number);
        let view = View::Actor("a0".to_owned());
        let selection = everything(&survey);
        let sheet = of_survey(&survey, &view, &selection).expect("it can be drawn");
        sound(&sheet);
        let partners = partners(&sheet);
        assert_eq!(partners.len(), number as usize);
        let left = partners.iter().filter(|one| one["place"].is_null()).count();
        let said = format!("und {left} weitere");
        assert_eq!(sheet.svg().contains(&said), left > 0, "{number}: {left}");
        let mut heights: Vec<f64> = elements(sheet.svg())
            .iter()
            .filter(|one| one.get("class") == "partner")
            .filter(|one| one.get("text-anchor") == "end")
            .map(|one| one.get("y").parse().expect("a number"))
            .collect();
        heights.sort_by(f64::total_cmp);
        assert!(
            heights.windows(2).all(|two| two[1] - two[0] >= 8.0),
            "{heights:?}"
        );
    }
}

#[test]
fn a_function_without_a_tie_is_told_and_one_that_is_not_there_too() {
    let survey = star(0);
    let view = View::Actor("a0".to_owned());
    let sheet = of_survey(&survey, &view, &everything(&survey)).expect("it can be drawn");
    assert!(
        sheet
            .svg()
            .contains("In dieser Phase ist keine Verbindung gemeldet.")
    );
    let error = of_survey(&survey, &View::Actor("a9".to_owned()), &everything(&survey));
    let said = error.expect_err("it is not there").say(Lang::De);
    assert_eq!(said, "Eine Funktion „a9“ gibt es hier nicht.");
}

#[test]
fn leaders_are_not_even_told_which_functions_there_are() {
    let survey = demonstration();
    let selection = Selection {
        audience: Audience::Leadership,
        ..everything(&survey)
    };
    let asked = |id: &str| {
        let answer = of_survey(&survey, &View::Actor(id.to_owned()), &selection);
        answer
            .expect_err("nothing is drawn")
            .say(Lang::De)
            .replace(id, "X")
    };
    assert_eq!(asked(FUNCTION), asked("nobody"));
}
