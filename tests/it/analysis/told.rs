//! What people read of reports and comparisons beside their first sentence.

use std::collections::BTreeSet;

use miteinander::analysis::compare::OfferChanges;
use miteinander::analysis::structure::betweenness::BetweennessMethod;
use miteinander::analysis::{Audience, Options, Selection, compare, headline, prose, report};
use miteinander::domain::{
    Field, Level, LifePhase, Presence, Survey, SurveyOffer, SurveyParty, SurveyPhase,
};
use miteinander::map::{self, MapOptions, Materials, View};
use miteinander::text::Lang;
use miteinander::text::figures::{Section, figure};
use miteinander::text::numbers::{decimal, whole};
use miteinander::text::pages::{ChangeText, Told};
use miteinander::text::report::{Doubt, ReportText};
use serde_json::Value;

use super::networks::{planted, tie};
use super::sentences::figures;

#[test]
fn texts_name_one_p_for_both_sides() {
    let report = figures(&planted(60, 6, 200, 0, 1));
    let permutations = report.silo.permutations.as_ref().expect("they ran");
    let p = 2.0 * permutations.p_low.min(permutations.p_high);
    let text = prose::report(&report, Lang::De);
    let mut lines = text.lines();
    let row = lines.find(|line| line.starts_with("Anteil der Verteilungen (p)"));
    let told = row.expect("it is told");
    assert!(told.ends_with(&decimal(p.min(1.0), Lang::De)), "{told}");
    assert!(
        !text.contains("p_low") && !text.contains("q_high"),
        "{text}"
    );
}

#[test]
fn functions_tied_to_themselves_are_counted_apart() {
    let mut survey = planted(60, 6, 200, 5, 1);
    survey.ties.retain(|tie| tie.from != tie.to);
    let without = figures(&survey);
    assert_eq!(without.left_out.self_ties, Some(0));
    assert!(!prose::report(&without, Lang::De).contains("mit sich selbst"));
    survey
        .ties
        .extend([(3, 3), (3, 3), (7, 7)].map(|(a, b)| tie(a, b, Some(1.0))));
    let with = figures(&survey);
    assert_eq!(with.left_out.self_ties, Some(2));
    assert_eq!(with.silo, without.silo);
    assert!(prose::report(&with, Lang::De).contains("mit sich selbst: 2"));
}

#[test]
fn numbers_are_written_as_german_readers_write_them() {
    for (number, text) in [
        (0.230_425, "0,230"),
        (0.699_511, "0,700"),
        (0.042_435, "0,0424"),
        (-0.006_98, "−0,00698"),
        (0.999_96, "1,00"),
        (12.345, "12,3"),
        (99.96, "100"),
        (447.4, "447"),
        (12_345.6, "12.346"),
        (0.0, "0"),
        (2.0, "2,00"),
        (-0.000_000_01, "< 0,000001"),
    ] {
        assert_eq!(decimal(number, Lang::De), text);
    }
    assert_eq!(decimal(-0.5, Lang::En), "−0.500");
    assert_eq!(whole(9_999, Lang::De), "9999");
    assert_eq!(whole(1_234_567, Lang::De), "1.234.567");
}

#[test]
fn the_text_report_begins_with_the_headline_and_names_the_yardstick() {
    let survey = planted(60, 6, 200, 8, 1);
    let report = figures(&survey);
    let text = prose::report(&report, Lang::De);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], headline(&report).sentence(Lang::De));
    assert_eq!(
        lines[1],
        "Ein Teil davon ist fachlich nötig. Die Zahl bewertet niemanden."
    );
    assert_eq!(lines[2], "Zu erwarten ist ein Maßstab, kein Ziel.");
    let place = |part: &str| {
        text.find(part)
            .unwrap_or_else(|| panic!("{part} is missing in\n{text}"))
    };
    assert!(
        place("Trennung der Ämter") < place("Anteil der Verteilungen (p)"),
        "size before p"
    );
    assert!(place("Ämterpaare") < place("Für Forschende"));
    assert!(place("Für Forschende") < place("E-I-Index"));
    assert!(!text.contains("Zufall"), "no word that reads as a verdict");
}

#[test]
fn every_key_of_a_report_and_a_comparison_is_explained() {
    let mut survey = planted(60, 6, 200, 8, 1);
    survey.phases = ["1", "2"]
        .map(|id| SurveyPhase {
            id: id.to_owned(),
            name: id.to_owned(),
        })
        .to_vec();
    for (at, tie) in survey.ties.iter_mut().enumerate() {
        tie.phase = Some((at % 2) as u16);
        tie.binding = Some(at % 3 == 0);
    }
    for presence in &mut survey.presences {
        presence.answered = Some(true);
        presence.level = Some(Level::Leading);
    }
    add_gaps(&mut survey);
    let selection = Selection {
        audience: Audience::Working,
        ..Selection::working(&survey)
    };
    let mut keys = BTreeSet::new();
    for directed in [false, true] {
        let selection = Selection {
            directed,
            ..selection.clone()
        };
        let options = Options {
            permutations: 99,
            actors: true,
            ..Options::default()
        };
        let mut report = report(&survey, &selection, &options).expect("fits");
        if directed {
            report.betweenness_method = BetweennessMethod::of(100_000, false, 1);
        }
        let report: Value = serde_json::from_str(&report.to_json(Lang::De)).expect("JSON");
        collect("", &report, &mut keys);
    }
    let mut comparison = compare(&survey, "1", "2", &selection).expect("both phases");
    comparison.offers = Some(OfferChanges {
        recorded: [1, 1],
        ..Default::default()
    });
    let comparison: Value = serde_json::from_str(&comparison.to_json()).expect("JSON");
    collect("compare", &comparison, &mut keys);
    assert!(keys.len() > 100, "only {} keys", keys.len());
    let missing: Vec<&String> = keys.iter().filter(|key| figure(key).is_none()).collect();
    assert!(missing.is_empty(), "not explained: {missing:?}");
    let told = Section::ALL
        .iter()
        .flat_map(|section| section.figures())
        .flat_map(|figure| figure.keys);
    let gone: Vec<_> = told.filter(|key| !keys.contains(**key)).collect();
    assert!(
        gone.is_empty(),
        "explained, but no key of any answer: {gone:?}"
    );
}

/// Takes away the ties between two departments, and adds offers of theirs that few know.
fn add_gaps(survey: &mut Survey) {
    survey
        .ties
        .retain(|tie| (tie.from % 6).min(tie.to % 6) != 0 || (tie.from % 6).max(tie.to % 6) != 1);
    let offer = |id: &str, by: u32, known_to: &[u32]| SurveyOffer {
        id: id.to_owned(),
        label: id.to_owned(),
        life_phases: BTreeSet::from([LifePhase::Birth]),
        fields: BTreeSet::from([Field::Health]),
        providers: vec![SurveyParty::Actor(by)],
        known_to: known_to.iter().map(|at| SurveyParty::Actor(*at)).collect(),
        referred_by: known_to.iter().map(|at| SurveyParty::Actor(*at)).collect(),
        ..SurveyOffer::default()
    };
    let mut of_all = offer("three", 1, &[]);
    of_all.providers = (0..6).map(SurveyParty::Actor).collect();
    survey.offers = vec![offer("one", 0, &[6]), offer("two", 1, &[0, 2]), of_all];
}

/// The paths of all keys that hold no further keys.
fn collect(path: &str, value: &Value, keys: &mut BTreeSet<String>) {
    let below = |key: &str| {
        if path.is_empty() {
            key.to_owned()
        } else {
            format!("{path}.{key}")
        }
    };
    match value {
        // Its keys are the actors' ids.
        Value::Object(_) if path == "best_partition" => {
            keys.insert(path.to_owned());
        }
        Value::Object(object) => object
            .iter()
            .for_each(|(key, value)| collect(&below(key), value, keys)),
        Value::Array(rows) if rows.iter().any(Value::is_object) => {
            rows.iter().for_each(|row| collect(path, row, keys));
        }
        _ => {
            keys.insert(path.to_owned());
        }
    }
}

/// A planted network whose ties lie in two phases by turns.
fn in_two_phases() -> Survey {
    let mut survey = planted(60, 6, 200, 8, 1);
    survey.phases = [("1", "2019–2022"), ("2", "2023–")]
        .map(|(id, name)| SurveyPhase {
            id: id.to_owned(),
            name: name.to_owned(),
        })
        .to_vec();
    for (at, tie) in survey.ties.iter_mut().enumerate() {
        tie.phase = Some((at % 2) as u16);
    }
    survey
}

#[test]
fn the_text_comparison_begins_with_the_sentence_of_the_change() {
    let survey = in_two_phases();
    let selection = Selection::working(&survey);
    let change = compare(&survey, "1", "2", &selection).expect("both phases");
    let text = prose::comparison(&change, Lang::De);
    let first = text.lines().next().expect("a line");
    assert!(
        first.starts_with(
            "Verbindungen zwischen den Ämtern seit der Förderphase 2019–2022: 18 sind neu, 14 sind beendet, keine \
             besteht weiter."
        ),
        "{first}"
    );
    assert!(first.contains(" Prozent; "), "{first}");
    assert!(
        first.ends_with("Verglichen sind 60 Funktionen mit Angaben in beiden Phasen."),
        "{first}"
    );
    assert!(text.find("Anteil im eigenen Amt") < text.find("E-I"));
}

#[test]
fn what_has_changed_is_told_in_numbers_and_one_or_none_in_words() {
    let told = |ties| Told {
        before: "2019–2022",
        ties,
        within: [0; 3],
        one_office: false,
        inside: None,
        beyond_chance: None,
        functions: 28,
        moved: 0,
        offices: None,
    };
    let say = |ties, lang| (ChangeText::of(lang).told)(&told(ties));
    assert!(say([14, 5, 21], Lang::De).starts_with(
        "Seit der Förderphase 2019–2022 sind zwischen den Ämtern 14 Verbindungen neu, 5 beendet, 21 bestehen weiter."
    ));
    let few = say([6, 0, 1], Lang::De);
    assert!(
        few.contains(": 6 sind neu, keine ist beendet, eine besteht weiter."),
        "{few}"
    );
    let few = say([1, 2, 0], Lang::En);
    assert!(
        few.contains(": one is new, 2 have ended, none continues."),
        "{few}"
    );
}

#[test]
fn where_nothing_changed_that_is_said_and_nothing_of_what_varies_anyway() {
    let told = |one_office| Told {
        before: "2019–2022",
        ties: [0, 0, if one_office { 0 } else { 73 }],
        within: [9, 4, 17],
        one_office,
        inside: Some((0.14, 0.14)),
        beyond_chance: Some(false),
        functions: 0,
        moved: 0,
        offices: Some([0, 1]),
    };
    for (one_office, lang, text) in [
        (
            false,
            Lang::De,
            "Zwischen den Ämtern hat sich seit der Förderphase 2019–2022 nichts geändert: 73 Verbindungen bestehen weiter. Der Anteil im eigenen Amt blieb bei 14 Prozent.",
        ),
        (
            true,
            Lang::De,
            "Eingetragen ist nur ein Amt: Über Verbindungen zwischen Ämtern lässt sich nichts sagen. Verbindungen in dem Amt seit der Förderphase 2019–2022: 9 neu, 4 beendet, 17 weiter.",
        ),
        (
            true,
            Lang::En,
            "Only one office is entered: nothing can be said about ties between offices. Ties within that office since funding phase 2019–2022: 9 new, 4 ended, 17 continuing.",
        ),
    ] {
        assert_eq!((ChangeText::of(lang).told)(&told(one_office)), text);
    }
}

#[test]
fn a_comparison_says_of_both_phases_what_is_true_of_both() {
    let say = ReportText::of(Lang::De).doubt;
    assert!(
        say(Doubt::FewTies([0, 0]))
            .ends_with("In beiden Förderphasen ist keine Verbindung gemeldet.")
    );
    assert!(say(Doubt::FewTies([0, 40])).contains("In der früheren Förderphase ist keine"));
    assert!(say(Doubt::FewTies([12, 19])).contains("Beide Förderphasen haben weniger"));
    assert!(say(Doubt::FewTies([12, 40])).contains("Eine der Förderphasen hat weniger"));
    assert!(say(Doubt::FewAnswered { both: true }).contains("In beiden Förderphasen haben"));
}

#[test]
fn few_ties_of_the_offices_compared_are_not_told_as_those_of_a_phase() {
    let mut survey = planted(60, 6, 30, 8, 1);
    survey.phases = in_two_phases().phases;
    for (at, tie) in survey.ties.iter_mut().enumerate() {
        tie.phase = Some((at % 2) as u16);
    }
    // One function joined: her office is left out of what leaders may compare.
    let everyone = survey.presences.len();
    let rows: Vec<(u16, usize)> = (0..everyone)
        .flat_map(|at| [(0, at), (1, at)])
        .filter(|row| *row != (0, 0))
        .collect();
    let in_phase = |(phase, at): &(u16, usize)| Presence {
        phase: Some(*phase),
        ..survey.presences[*at].clone()
    };
    survey.presences = rows.iter().map(in_phase).collect();
    for column in &mut survey.columns {
        let value = |(_, at): &(u16, usize)| column.values[*at].clone();
        column.values = rows.iter().map(value).collect();
    }
    let leading = Selection::usual(&survey, Audience::Leadership);
    let comparison = compare(&survey, "1", "2", &leading).expect("both phases");
    assert_eq!(comparison.offices, Some([5, 6]));
    assert_eq!(comparison.comparable.doubt, Some(Doubt::FewCompared));
    let say = ReportText::of(Lang::De).doubt;
    assert!(say(Doubt::FewCompared).contains("Zwischen den verglichenen Funktionen liegen"));
}

#[test]
fn offers_that_were_entered_in_one_phase_alone_are_not_new() {
    let mut survey = in_two_phases();
    survey.from_district = true;
    add_gaps(&mut survey);
    for offer in &mut survey.offers {
        offer.phase = Some(1);
    }
    for audience in [Audience::Working, Audience::Leadership] {
        let selection = Selection::usual(&survey, audience);
        let change = compare(&survey, "1", "2", &selection).expect("both phases");
        let json: Value = serde_json::from_str(&change.to_json()).expect("JSON");
        assert_eq!(json["offers"], Value::Null);
        for lang in [Lang::De, Lang::En] {
            let text = prose::comparison(&change, lang);
            assert!(!text.contains("3 neu") && !text.contains("3 new"), "{text}");
        }
        let view = View::Change {
            from: "1".to_owned(),
            to: "2".to_owned(),
        };
        let from = Materials {
            survey: &survey,
            report: None,
        };
        let sheet = map::sheet(&from, &view, &selection, &MapOptions::default());
        let sheet = sheet.expect("it can be drawn");
        assert!(!sheet.svg().contains("3 neu"), "{audience:?}");
    }
}
