//! Quotation marks in CSV files: a cell of several lines is read, one that is left open is a fault with its row.

use miteinander::exchange::{Input, Problem, survey};
use miteinander::text::Lang;

use super::{Filled, case, file};

const OFFICES: &str = "Name;Art\nJugendamt;Fachamt\n";

/// The rows of the quotation marks that are left open.
fn open(text: &str) -> Vec<u32> {
    let files = [
        file("organisationen.csv", OFFICES),
        file("funktionen.csv", text),
    ];
    let rows = |faults: miteinander::exchange::Faults| -> Vec<u32> {
        let open = faults
            .list
            .iter()
            .filter(|fault| fault.problem == Problem::OpenQuote);
        open.filter_map(|fault| fault.place.row).collect()
    };
    let of_import = Filled::new()
        .plan(&files)
        .err()
        .map(rows)
        .unwrap_or_default();
    let of_report = survey(&files).err().map(rows).unwrap_or_default();
    assert_eq!(of_import, of_report);
    of_import
}

#[test]
fn the_case_names_both_rows() {
    let Some(functions) = case("10-broken-quotes/two-strays/funktionen.csv") else {
        return;
    };
    let offices = case("10-broken-quotes/organisationen.csv").expect("a case");
    let faults = Filled::new()
        .plan(&[functions, offices])
        .expect_err("faults");
    let rows: Vec<_> = faults.list.iter().map(|fault| fault.place.row).collect();
    assert_eq!(rows, [Some(4), Some(8)]);
    let said = faults.list[0].say(Lang::De);
    assert!(
        said.starts_with("funktionen.csv, Zeile 4: ") && said.contains("„\"RSD Nord;"),
        "{said}"
    );
}

#[test]
fn a_mark_that_is_left_open_is_a_fault_with_its_row() {
    let header = "Funktion;Amt;Fachbereich\n";
    for (rows, open_rows) in [
        ("\"A;Jugendamt;RSD\nB;Jugendamt;RSD\n", vec![2]),
        (
            "A;Jugendamt;\"RSD\nB;Jugendamt;RSD\nC;Jugendamt;RSD",
            vec![2],
        ),
        (
            "A;Jugendamt;RSD\nB;\"Jugendamt;RSD\nC;Jugendamt;RSD\nD;Jugendamt\";RSD\n",
            vec![3],
        ),
        (
            "A;Jugendamt;RSD\n\n\"B;Jugendamt;RSD\n\"C;Jugendamt;RSD\nD;Jugendamt;\n",
            vec![4, 5],
        ),
        ("A;Jugendamt;\"RSD\nB;Jugendamt;RSD\"\n", vec![2]),
        ("A;Jugendamt;RSD\n\"B;Jugendamt;RSD", vec![3]),
    ] {
        for text in [rows.to_owned(), rows.replace('\n', "\r\n")] {
            assert_eq!(open(&format!("{header}{text}")), open_rows, "{text:?}");
        }
        let commas = format!("{header}{rows}").replace(';', ",");
        assert_eq!(open(&commas), open_rows, "{commas:?}");
    }
}

#[test]
fn a_cell_of_several_lines_and_marks_inside_a_cell_are_read() {
    let header = "Funktion;Amt;Bemerkung\n";
    for rows in [
        "\"A\";\"Jugendamt\";\"erste Zeile\nzweite Zeile; mit Strichpunkt\n\ndritte\"\nB;Jugendamt;\n",
        "\"A\nmit Zusatz\";Jugendamt;x\n",
        "A;Jugendamt;\"sagt \"\"ja\"\"\nund \"\"nein\"\"\"\n",
        "Haus \"Süd\";Jugendamt;5\" Rohr\n",
        "A;Jugendamt;\"\"\nB;Jugendamt;\"x\"",
        "A;Jugendamt;\"a\n\"\n",
    ] {
        for text in [rows.to_owned(), rows.replace('\n', "\r\n")] {
            assert_eq!(open(&format!("{header}{text}")), [0; 0], "{text:?}");
        }
    }
}

#[test]
fn a_table_of_two_columns_keeps_its_cells_of_several_lines() {
    let text = "Name,Art\n\"Haus\nder, Familie\",Fachamt\n";
    let offices = Input {
        name: "organisationen.csv".to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    assert_eq!(Filled::new().take(&[offices]), 1);
}
