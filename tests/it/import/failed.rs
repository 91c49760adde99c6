//! Formulas that failed: a fault of their cell where it is read, of every version of Excel, and nothing where it is not.

use miteinander::exchange::{Faults, Input, Problem, survey};
use miteinander::text::Lang;

use super::books::{error, page, xlsx};
use super::{Filled, case, file};

fn faults(files: &[Input]) -> Faults {
    Filled::new().plan(files).expect_err("a fault")
}

fn departments() -> Input {
    file("organisationen.csv", "Name;Art\nJugendamt;Fachamt\n")
}

const WORDS: [&str; 14] = [
    "#SPILL!",
    "#CALC!",
    "#GETTING_DATA",
    "#FIELD!",
    "#BLOCKED!",
    "#CONNECT!",
    "#UNKNOWN!",
    "#BUSY!",
    "#PYTHON!",
    "#REF!",
    "#N/A",
    "#EXTERNAL!",
    "#TIMEOUT!",
    "#ANYTHING!",
];

#[test]
fn an_error_of_any_version_is_a_fault_of_its_cell() {
    for word in WORDS {
        let rows: [&[&str]; 4] = [
            &["Funktion", "Amt", "Fachbereich"],
            &["A", "Jugendamt", &error(word)],
            &["B", "Jugendamt", "RSD"],
            &["C", &error(word), "RSD"],
        ];
        let files = [
            departments(),
            xlsx("netz.xlsx", &[page("Funktionen", &rows)]),
        ];
        let faults = faults(&files);
        let told: Vec<_> = faults
            .list
            .iter()
            .filter(|fault| fault.problem == Problem::CellError)
            .map(|fault| {
                (
                    fault.place.row,
                    fault.place.column.as_deref(),
                    fault.place.value.as_deref(),
                )
            })
            .collect();
        let all = [
            (Some(2), Some("Fachbereich"), Some(word)),
            (Some(4), Some("Amt"), Some(word)),
        ];
        assert_eq!(told, all);
        let in_report = survey(&files).expect_err("a fault");
        assert_eq!(in_report.len(), 2, "{word}");
    }
}

#[test]
fn an_error_in_a_cell_that_nobody_reads_is_nothing() {
    for word in WORDS {
        let rows: [&[&str]; 3] = [
            &["Funktion", "Amt", "", "Nebenrechnung"],
            &["A", "Jugendamt", &error(word), &error(word)],
            &["B", "Jugendamt"],
        ];
        let beside = page("Auswertung", &[&[&error(word), "x"], &[&error(word)]]);
        let files = [
            departments(),
            xlsx("netz.xlsx", &[page("Funktionen", &rows), beside]),
        ];
        assert_eq!(Filled::new().take(&files), 5, "{word}");
        assert_eq!(survey(&files).expect("a survey").actors.len(), 2, "{word}");
    }
}

#[test]
fn the_cases_are_told() {
    let Some(unused) = case("07-odd-xlsx-writers/err-unused-SPILL.xlsx") else {
        return;
    };
    assert!(Filled::new().take(&[unused]) > 0);
    let used = case("07-odd-xlsx-writers/err-used-CALC.xlsx").expect("a case");
    for faults in [
        faults(std::slice::from_ref(&used)),
        survey(&[used]).expect_err("a fault"),
    ] {
        let fault = &faults.list[0];
        assert_eq!((faults.len(), fault.place.row), (1, Some(3)));
        assert_eq!(fault.place.value.as_deref(), Some("#CALC!"));
    }
}

#[test]
fn the_words_are_faults_in_csv_too_and_only_where_they_are_read() {
    let folder = "22-error-texts-csv";
    let (Some(functions), Some(offices)) = (
        case(&format!("{folder}/funktionen.csv")),
        case(&format!("{folder}/organisationen.csv")),
    ) else {
        return;
    };
    let files = [functions.clone(), offices.clone()];
    for faults in [faults(&files), survey(&files).expect_err("faults")] {
        let all = faults
            .list
            .iter()
            .all(|fault| fault.problem == Problem::CellError);
        assert!(all && faults.len() == 20, "{:?}", faults.list);
    }
    let text = String::from_utf8(functions.bytes).expect("a text");
    let narrow = faults(&files).list[16].say(Lang::De);
    assert!(
        narrow.contains("„########“, weil ihre Spalte zu schmal war"),
        "{narrow}"
    );
    let unread = text.replace("Fachbereich", "Nebenrechnung");
    assert!(Filled::new().take(&[file("funktionen.csv", &unread), offices]) > 0);
}

#[test]
fn a_cell_reference_that_no_sheet_has_is_a_fault_at_once() {
    let Some(far) = case("30-cell-far-out/mappe.xlsx") else {
        return;
    };
    let begin = std::time::Instant::now();
    for faults in [
        faults(std::slice::from_ref(&far)),
        survey(&[far]).expect_err("a fault"),
    ] {
        assert_eq!(faults.list[0].problem, Problem::CellBeyond);
        assert_eq!(faults.list[0].place.source, "mappe.xlsx · Notizen");
    }
    assert!(begin.elapsed().as_secs() < 2);
}
