//! Headers of other programs, and columns that a person names.

use super::*;
use miteinander::exchange::columns::Table;
use miteinander::exchange::{BadColumn, Columns, ImportOptions, asked};

#[test]
fn headers_of_other_programs_are_taken_and_it_is_said_for_what() {
    let Some(files) = case(
        "15-other-programs/german2",
        &["Akteure.csv", "Beziehungen.csv"],
    ) else {
        return;
    };
    let read = read(&files);
    let text = encoding(&files[1].bytes);
    let rows = text.lines().skip(1).filter(|line| !line.is_empty());
    let mut expected: Vec<String> = rows
        .map(|line| {
            let cells: Vec<&str> = line.split(';').collect();
            format!("{} → {}: {}", cells[0], cells[1], cells[2])
        })
        .collect();
    expected.sort();
    assert!(expected.len() > 10);
    assert_eq!(ties(&read.survey), expected);
    assert_eq!(
        notices(&read),
        [
            "Beziehungen.csv: Gelesen wird „Akteur 1“ als „Von“, „Akteur 2“ als „Mit“, „Intensität“ als „Stärke“."
        ]
    );
}

/// The text of a file as German Excel writes it, where it holds nothing but Latin letters.
fn encoding(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

#[test]
fn the_three_lists_that_were_dropped_are_the_eight_ties() {
    for names in [
        &["funktionen.csv", "beziehungen.csv"][..],
        &["funktionen.csv", "zusammenarbeit.csv"],
        &["netz.xlsx"],
    ] {
        let Some(files) = case("23-report-drops-in-silence", names) else {
            return;
        };
        assert_eq!(ties(&read(&files).survey), EIGHT, "{names:?}");
        let mut district = Filled::new();
        district.take(&[vec![offices()], files].concat());
        assert_eq!(reports(&district.network), EIGHT, "{names:?}");
    }
}

#[test]
fn the_usual_headers_of_edge_lists_are_known() {
    for header in [
        "Quelle;Ziel;Gewicht",
        "sender;receiver;weight",
        "ego;alter;intensity",
        "from_id;to_id;strength",
        "node1;node2;value",
        "Knoten A;Knoten B;Gewichtung",
        "Akteur*in 1;Akteur*in 2;Stärke der Zusammenarbeit",
        "Source;Target;Weight",
        "v1;v2;tie_strength",
    ] {
        let text = format!("{header}\nRSD Süd;KJGD;3\n");
        let read = read(&[functions(), file("liste.csv", &text)]);
        assert_eq!(ties(&read.survey), ["RSD Süd → KJGD: 3"], "{header}");
    }
}

#[test]
fn a_name_of_our_own_wins_over_one_of_another_program() {
    let text = "Quelle;Von;Mit;Stärke;Ziel\nInterview;RSD Süd;KJGD;3;mehr\n";
    let read = read(&[functions(), file("liste.csv", text)]);
    assert_eq!(ties(&read.survey), ["RSD Süd → KJGD: 3"]);
    let said = notices(&read).join("\n");
    assert!(
        said.contains("„Quelle“") && said.contains("„Ziel“"),
        "{said}"
    );
    let offers =
        "Angebot;Lebensphasen;Handlungsfelder;Träger;Quelle;Ziel\nCafé;0–3;Bildung;KJGD;Web;Spaß\n";
    let offered = super::read(&[functions(), file("liste.csv", offers)]);
    assert_eq!(offered.survey.offers.len(), 1);
}

const UNKNOWN: &str = "meldet;genannt;Punkte\nRSD Süd;KJGD;3\nKJGD;Ersthausbesuch;2\n";

#[test]
fn a_column_that_is_not_known_can_be_named() {
    let list = file("liste.csv", UNKNOWN);
    let faults = refused(&[functions(), list.clone()]);
    let said = faults.say(Lang::De);
    assert!(
        said.starts_with("liste.csv: Das ist keine bekannte Tabelle. Die Spalten heißen: „meldet“, „genannt“, „Punkte“."),
        "{said}"
    );
    let mut columns = Columns::default();
    for typed in ["from=meldet", "Mit=GENANNT", "strength = Punkte"] {
        columns.parse(typed).expect("a column");
    }
    let reading = Reading {
        columns: columns.clone(),
        ..Reading::default()
    };
    let expected = ["KJGD → Ersthausbesuch: 2", "RSD Süd → KJGD: 3"];
    let read = read_survey(&[functions(), list.clone()], &reading).expect("it is named");
    assert_eq!(ties(&read.survey), expected);
    let mut district = Filled::new();
    let options = ImportOptions {
        columns,
        ..ImportOptions::default()
    };
    district.take_with(&[offices(), functions(), list], &options);
    assert_eq!(reports(&district.network), expected);
}

#[test]
fn what_names_no_column_is_told() {
    let mut columns = Columns::default();
    assert_eq!(
        columns.parse("from"),
        Err(BadColumn::Form("from".to_owned()))
    );
    assert_eq!(
        columns.parse("form=A"),
        Err(BadColumn::Key("form".to_owned()))
    );
    columns.parse("from=Melder").expect("a column");
    let reading = Reading {
        columns,
        ..Reading::default()
    };
    let files = [functions(), file("ties.csv", "Von;Mit\nRSD Süd;KJGD\n")];
    let faults = read_survey(&files, &reading).expect_err("no such column");
    let said = faults.say(Lang::De);
    assert!(
        said.contains("Eine Spalte „Melder“ gibt es nicht."),
        "{said}"
    );
    assert!(said.contains("„Von“, „Mit“"), "{said}");
}

#[test]
fn of_a_table_that_is_not_known_the_likely_columns_are_guessed() {
    let files = [offices(), functions(), file("liste.csv", UNKNOWN)];
    let asked = asked(&files, &Columns::default()).expect("they can be read");
    let [one] = asked.as_slice() else {
        panic!("one sheet is not known: {asked:?}");
    };
    assert_eq!(one.source, "liste.csv");
    assert_eq!(one.table, Table::Cooperations);
    assert_eq!(one.headers, ["meldet", "genannt", "Punkte"]);
    assert_eq!(one.rows[1], ["KJGD", "Ersthausbesuch", "2"]);
    let guess = |key| one.guess(Table::Cooperations, key);
    assert_eq!(
        [guess("from"), guess("to"), guess("strength")],
        [Some(0), Some(1), Some(2)]
    );
}
