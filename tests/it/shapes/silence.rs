//! Nothing is left out in silence.

use super::*;
use miteinander::exchange::Problem;

#[test]
fn a_file_that_is_no_table_stops_where_ties_are_missing_and_is_named_where_they_are_not() {
    let notes = file("notizen.csv", "Datum;Thema\n2024-01-01;Auftakt\n");
    let ties = file("zusammenarbeit.csv", "Von;Mit;Stärke\nRSD Süd;KJGD;3\n");
    let empty = file("leer.csv", "\n");
    for (unread, source) in [(notes, "notizen.csv"), (empty, "leer.csv")] {
        let files = [offices(), functions(), unread.clone()];
        assert_eq!(refused(&files).list[0].place.source, source);
        let faults = Filled::new().plan(&files).expect_err("faults");
        assert_eq!(faults.list[0].place.source, source);
        assert_eq!(refused(&files[2..]).list[0].place.source, source);

        let files = [offices(), functions(), ties.clone(), unread];
        let named = |said: &[String]| said.iter().filter(|one| one.starts_with(source)).count();
        assert_eq!(named(&notices(&read(&files))), 1);
        let plan = Filled::new().plan(&files).expect("no fault");
        let said: Vec<String> = plan.notices.iter().map(|one| one.say(Lang::De)).collect();
        assert_eq!(named(&said), 1);
    }
}

#[test]
fn a_list_of_something_else_adds_no_functions_to_those_that_are_listed() {
    let others = file("teilnehmende.csv", "Name;Telefon\nErika Muster;030\n");
    let ties = file("zusammenarbeit.csv", "Von;Mit;Stärke\nRSD Süd;KJGD;3\n");
    let read = read(&[functions(), ties, others]);
    assert_eq!(read.survey.actors.len(), 4);
    assert!(
        notices(&read)[0].starts_with("teilnehmende.csv"),
        "{:?}",
        notices(&read)
    );
}

#[test]
fn a_sheet_for_ties_that_is_none_stops_and_another_is_named() {
    let functions: &[&[&str]] = &[
        &["Funktion", "Amt"],
        &["RSD Süd", "Jugendamt"],
        &["KJGD", "Gesundheitsamt"],
    ];
    let unknown: &[&[&str]] = &[&["wer", "was"], &["a", "b"]];
    let with = |name| book("mappe.xlsx", &[("Funktionen", functions), (name, unknown)]);
    let faults = refused(&[with("Netzwerk")]);
    assert_eq!(faults.list[0].place.source, "mappe.xlsx · Netzwerk");
    assert!(matches!(faults.list[0].problem, Problem::UnknownTable(_)));
    let named = notices(&read(&[with("Protokoll")]));
    assert_eq!(
        named,
        ["mappe.xlsx · Protokoll: Das ist keine bekannte Tabelle und wird nicht übernommen."]
    );
    let named: &[&[&str]] = &[&["A", "B"], &["RSD Süd", "KJGD"]];
    let by_names = book(
        "mappe.xlsx",
        &[("Funktionen", functions), ("Blatt 2", named)],
    );
    let faults = refused(&[by_names]);
    assert_eq!(faults.list[0].place.source, "mappe.xlsx · Blatt 2");
}

#[test]
fn a_report_names_the_columns_that_it_does_not_read_and_the_lack_of_a_group() {
    let ties = file("ties.csv", "Von;Mit;Stärke;Datum\na;b;3;gestern\n");
    let read = super::read(&[file("knoten.csv", "id;Team\na;1\nb;2\n"), ties]);
    assert_eq!(
        notices(&read),
        [
            "knoten.csv: Keine Spalte „Amt / Organisation“; alle zählen als eine Gruppe. Mit --department wählbar: „Team“.",
            "ties.csv: Die Spalte „Datum“ ist nicht bekannt und wird nicht übernommen.",
        ]
    );
}
