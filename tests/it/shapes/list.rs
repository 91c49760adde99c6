//! Lists of ties that are written in another way: a row for each kind, no header.

use super::*;
use miteinander::exchange::Problem;

#[test]
fn one_row_for_each_kind_is_one_report_with_all_kinds_and_the_largest_strength() {
    let Some(files) = case("13-one-row-a-kind", &["kinds-same-strength.xlsx"]) else {
        return;
    };
    let mut district = Filled::new();
    district.take(&files);
    let tie = "Frühe Hilfen Koordination → RSD Süd";
    assert_eq!(reports(&district.network), [format!("{tie}: 4")]);
    assert_eq!(
        kinds(&district.network),
        BTreeSet::from([(tie.to_owned(), vec!["information", "joint_planning"])])
    );

    let other = "Von;Mit;Stärke;Art\nRSD Süd;KJGD;2;Information\nRSD Süd;KJGD;4;Vermittlung\nRSD Süd;KJGD;3;gemeinsames Angebot\n";
    let district = taken(file("zusammenarbeit.csv", other));
    assert_eq!(reports(&district.network), ["RSD Süd → KJGD: 4"]);
    let kinds = kinds(&district.network);
    assert_eq!(kinds.first().map(|(_, kinds)| kinds.len()), Some(3));
}

#[test]
fn rows_that_differ_in_more_than_the_kind_contradict_each_other() {
    for rows in [
        "RSD Süd;KJGD;2;Information;ja\nRSD Süd;KJGD;4;Information;ja\n",
        "RSD Süd;KJGD;2;Information;ja\nRSD Süd;KJGD;2;Vermittlung;nein\n",
    ] {
        let text = format!("Von;Mit;Stärke;Art;Schriftlich vereinbart\n{rows}");
        let files = [offices(), functions(), file("zusammenarbeit.csv", &text)];
        let faults = Filled::new().plan(&files).expect_err("a contradiction");
        assert!(
            matches!(faults.list[0].problem, Problem::Differs(_)),
            "{rows}"
        );
    }
}

#[test]
fn a_sheet_that_goes_on_without_a_header_is_read_as_ties_and_named() {
    let Some(files) = case("23-report-drops-in-silence", &["continued-sheet.xlsx"]) else {
        return;
    };
    let read = read(&files);
    assert_eq!(ties(&read.survey), EIGHT);
    let said = notices(&read).join("\n");
    assert!(
        said.contains("continued-sheet.xlsx · Fortsetzung: Ohne Kopfzeile"),
        "{said}"
    );
    let mut district = Filled::new();
    district.take(&[vec![offices()], files].concat());
    assert_eq!(reports(&district.network), EIGHT);
}
