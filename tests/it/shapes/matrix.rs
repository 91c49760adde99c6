//! A matrix says what a list says.

use super::*;

#[test]
fn the_matrix_of_the_case_is_its_eight_ties_as_csv_and_as_a_sheet() {
    let Some(csv) = case("01-adjacency-matrix", &["funktionen.csv", "matrix.csv"]) else {
        return;
    };
    let csv_read = read(&csv);
    assert_eq!(ties(&csv_read.survey), EIGHT);
    assert_eq!(
        notices(&csv_read),
        [
            "matrix.csv: Als Matrix gelesen: Die Zeile meldet, die Spalte ist gemeint. Leer, Strich und 0 heißen: keine Meldung."
        ]
    );
    let book = case("01-adjacency-matrix", &["matrix.xlsx"]).expect("it is there");
    assert_eq!(ties(&read(&book).survey), EIGHT);

    let mut district = Filled::new();
    district.take(&book);
    assert_eq!(reports(&district.network), EIGHT);
    let mut district = Filled::new();
    district.take(&[offices(), csv[0].clone(), csv[1].clone()]);
    assert_eq!(reports(&district.network), EIGHT);
}

const MATRIX: &[&[&str]] = &[
    &["Netz im Bezirk"],
    &["von / mit", "RSD Süd", "RSD Nord", "KJGD", "Summe"],
    &["RSD Süd", "5", "3", "0", "3"],
    &["RSD Nord", "3", "", "-", "3"],
    &["KJGD", "2", "1", "", "3"],
    &["Summe", "5", "4", "0", "9"],
];

#[test]
fn a_title_sums_noughts_and_the_diagonal_are_not_ties() {
    let sheets: &[(&str, &[&[&str]])] = &[("Netz", MATRIX)];
    let read = read(&[functions(), book("netz.xlsx", sheets)]);
    let expected = [
        "KJGD → RSD Nord: 1",
        "KJGD → RSD Süd: 2",
        "RSD Nord → RSD Süd: 3",
        "RSD Süd → RSD Nord: 3",
    ];
    assert_eq!(ties(&read.survey), expected);
    let said = notices(&read).join("\n");
    assert!(
        said.contains("In Zeile 3 meldet eine Funktion sich selbst"),
        "{said}"
    );
    for part in ["Spalte „Summe“", "„Netz im Bezirk“"] {
        assert!(said.contains(part), "{part}\n{said}");
    }
    assert_eq!(reports(&taken(book("netz.xlsx", sheets)).network), expected);
}

#[test]
fn crosses_are_ties_without_a_strength_and_a_matrix_needs_no_list_of_functions() {
    let crosses = file("matrix.csv", ",a,b,c\na,,x,\nb,x,,X\nc,,ja,\n");
    let read = read(&[crosses]);
    assert_eq!(
        ties(&read.survey),
        ["a → b: 1", "b → a: 1", "b → c: 1", "c → b: 1"]
    );
    let crosses = file(
        "matrix.csv",
        ";RSD Süd;RSD Nord;KJGD\nRSD Süd;;x;\nRSD Nord;;;x\nKJGD;;;\n",
    );
    assert_eq!(
        reports(&taken(crosses).network),
        ["RSD Nord → KJGD: ?", "RSD Süd → RSD Nord: ?"]
    );
}

#[test]
fn a_name_of_a_matrix_that_nobody_bears_is_a_fault() {
    let matrix = file(
        "matrix.csv",
        ";RSD Süd;RSD Nord;KJGD;Ersthausbesuch;RSD Ost\nRSD Süd;;3;;;2\nRSD Nord;;;1;;\nKJGD;;;;2;\n",
    );
    let faults = refused(&[functions(), matrix]);
    assert_eq!(faults.len(), 1);
    let place = &faults.list[0].place;
    assert_eq!(
        (place.row, place.value.as_deref()),
        (Some(2), Some("RSD Ost"))
    );
}

#[test]
fn a_cell_that_is_no_strength_is_a_fault_with_its_row() {
    let matrix = file(
        "matrix.csv",
        ";RSD Süd;RSD Nord;KJGD\nRSD Süd;;3;\nRSD Nord;oft;;1\nKJGD;;7;\n",
    );
    let faults = Filled::new()
        .plan(&[offices(), functions(), matrix])
        .expect_err("faults");
    let told: Vec<_> = faults
        .list
        .iter()
        .map(|fault| (fault.place.row, fault.place.value.as_deref()))
        .collect();
    assert_eq!(told, [(Some(3), Some("oft")), (Some(4), Some("7"))]);
}
