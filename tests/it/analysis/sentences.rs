//! What a report says of silos in its first sentence.

use miteinander::analysis::{Audience, Options, Selection, SiloReport, headline, prose, report};
use miteinander::domain::{Presence, Survey};
use miteinander::text::Lang;
use miteinander::text::headline::{Headline, Inside};

use super::networks::{planted, presence, survey, tie};

pub fn figures(survey: &Survey) -> SiloReport {
    report(
        survey,
        &Selection::working(survey),
        &Options {
            permutations: 999,
            seed: 1,
            actors: true,
            ..Options::default()
        },
    )
    .expect("the defaults fit")
}

fn sentence(survey: &Survey) -> String {
    headline(&figures(survey)).sentence(Lang::De)
}

#[test]
fn planted_silos_are_told_as_more_inside_than_sizes_explain() {
    let text = sentence(&planted(60, 6, 200, 8, 1));
    assert!(
        text.starts_with(
            "Die Zusammenarbeit bleibt häufiger im eigenen Amt, als die Größe der Ämter erklärt: "
        ),
        "{text}"
    );
    assert!(
        text.contains(" gemeldeten Verbindungen; zu erwarten wären etwa "),
        "{text}"
    );
}

#[test]
fn ties_at_random_are_told_as_expected() {
    let text = sentence(&planted(60, 6, 200, 0, 1));
    assert!(
        text.starts_with("Amtsgrenzen spielen in diesen Daten keine erkennbare Rolle: "),
        "{text}"
    );
}

#[test]
fn a_network_of_bridges_is_told_as_fewer_inside() {
    let mut survey = planted(60, 3, 0, 0, 1);
    survey.ties = (0..60_u32)
        .flat_map(|a| [(a, (a + 1) % 60), (a, (a + 2) % 60), (a, (a + 4) % 60)])
        .map(|(a, b)| tie(a, b, Some(2.0)))
        .collect();
    survey.ties.push(tie(0, 3, Some(2.0)));
    let text = sentence(&survey);
    assert!(
        text.starts_with("Die Zusammenarbeit geht häufiger über Amtsgrenzen, als die Größe der Ämter erklärt: 1 von 181 "),
        "{text}"
    );
    assert!(
        text.contains("gemeldeten Verbindungen bleibt im eigenen Amt; zu erwarten wären etwa 58 ("),
        "{text}"
    );
}

#[test]
fn without_a_single_row_inside_the_offices_nothing_is_said_of_silos() {
    let mut survey = planted(60, 3, 0, 0, 1);
    survey.ties = (0..60_u32)
        .flat_map(|a| [(a, (a + 1) % 60), (a, (a + 2) % 60)])
        .map(|(a, b)| tie(a, b, Some(2.0)))
        .collect();
    assert_eq!(
        sentence(&survey),
        "Zur Versäulung ist keine Aussage möglich: Verbindungen innerhalb der Ämter wurden nicht erhoben."
    );
}

#[test]
fn of_the_first_few_ties_it_is_not_said_that_inside_was_not_asked_for() {
    let departments = ["A", "A", "A", "B", "B", "B", "C", "C", "C"];
    let few = sentence(&survey(&departments, &[(0, 3), (4, 7)]));
    assert!(
        few.ends_with("Nötig wären mindestens 20 Verbindungen."),
        "{few}"
    );
    let ties: Vec<(u32, u32)> = (0..3)
        .flat_map(|a| (3..7).map(move |b| (a, b)))
        .chain([(4, 8)])
        .collect();
    let more = sentence(&survey(&departments, &ties));
    assert!(
        more.ends_with("Verbindungen innerhalb der Ämter wurden nicht erhoben."),
        "{more}"
    );
}

#[test]
fn a_small_network_is_too_small_for_a_statement() {
    assert_eq!(
        sentence(&survey(&["A", "A", "B"], &[(0, 1)])),
        "Für eine Aussage zur Versäulung ist das Netzwerk noch zu klein (3 Funktionen, 1 Verbindung). Karte und Ämterpaare zeigen, was gemeldet ist. Nötig wären drei Ämter mit je drei Funktionen; hier hat keines so viele."
    );
}

#[test]
fn a_large_network_that_allows_no_statement_says_why() {
    let told = sentence(&planted(40, 2, 100, 8, 1));
    assert!(
        told.contains("noch zu klein (40 Funktionen")
            && told.ends_with(
                "Nötig wären drei Ämter mit je drei Funktionen; hier haben so viele nur 2."
            ),
        "{told}"
    );
    let pairs = sentence(&planted(60, 20, 25, 1, 1));
    assert!(
        pairs.ends_with(
            "Nach der Größe der Ämter wären im eigenen Amt kaum Verbindungen zu erwarten."
        ),
        "{pairs}"
    );
}

#[test]
fn under_two_thirds_of_answers_nothing_is_said_yet() {
    let mut survey = planted(32, 4, 100, 8, 1);
    survey.presences = (0..32)
        .map(|at| Presence {
            asked: Some(true),
            answered: Some(at < 21),
            ..presence(at)
        })
        .collect();
    assert_eq!(
        sentence(&survey),
        "Noch keine Aussage möglich: 21 von 32 Funktionen haben geantwortet."
    );
    survey.presences[21].answered = Some(true);
    assert!(sentence(&survey).starts_with("Die Zusammenarbeit bleibt häufiger im eigenen Amt"));
}

#[test]
fn where_nothing_is_reported_that_is_said() {
    let mut survey = planted(24, 4, 0, 5, 1);
    assert_eq!(
        sentence(&survey),
        "Nichts gemeldet: Zwischen 24 Funktionen gibt es in dieser Auswahl keine Verbindung."
    );
    survey.ties.push(tie(0, 5, Some(1.0)));
    assert!(!sentence(&survey).starts_with("Nichts gemeldet"));
}

#[test]
fn one_office_alone_has_its_own_reason() {
    let survey = planted(12, 1, 30, 5, 1);
    assert_eq!(
        sentence(&survey),
        "Zur Versäulung ist keine Aussage möglich: Ein Amt allein hat kein anderes, mit dem es zusammenarbeiten kann."
    );
}

#[test]
fn one_tie_is_told_in_the_singular() {
    let inside = Inside {
        internal: 1,
        ties: 57,
        expected: 1.4,
        low: 1,
        high: 4,
        drawn: true,
    };
    assert_eq!(
        Headline::AsExpected(inside).sentence(Lang::De),
        "Amtsgrenzen spielen in diesen Daten keine erkennbare Rolle: 1 von 57 gemeldeten Verbindungen bleibt im eigenen Amt; zu erwarten wäre etwa 1 (1 bis 4)."
    );
    assert_eq!(
        Headline::TooFewAnswered {
            answered: 1,
            asked: 1
        }
        .sentence(Lang::De),
        "Noch keine Aussage möglich: 1 von 1 Funktion hat geantwortet."
    );
}

#[test]
fn without_permutations_a_range_is_said_to_be_computed() {
    let survey = planted(60, 6, 200, 8, 1);
    let closed = Options {
        permutations: 0,
        ..Options::default()
    };
    let report = report(&survey, &Selection::working(&survey), &closed).expect("fits");
    let told = headline(&report).sentence(Lang::De);
    assert!(told.contains(" (± 1,96 sd: "), "{told}");
    let text = prose::report(&report, Lang::En);
    // In the headline and among the figures; that 95 of 100 distributions were drawn is not said.
    assert_eq!(text.matches("(± 1.96 sd: ").count(), 2, "{text}");
    assert!(!text.contains("95 of 100"), "{text}");
    assert!(!sentence(&survey).contains("1,96"));
}

#[test]
fn of_small_offices_alone_no_number_is_told_to_leaders() {
    let departments = ["A", "A", "B", "B", "C", "C"];
    let survey = survey(&departments, &[(0, 2), (1, 3), (2, 4)]);
    let selection = Selection::usual(&survey, Audience::Leadership);
    let report = report(&survey, &selection, &Options::default()).expect("the defaults fit");
    let told = headline(&report).sentence(Lang::De);
    assert!(told.contains("noch zu klein. Karte"), "{told}");
    assert!(!told.contains('0'), "{told}");
}
