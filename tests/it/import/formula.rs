//! Formulas that a program wrote into a workbook without calculating them.

use std::io::{Cursor, Read, Write};

use miteinander::exchange::{Faults, Input, Problem, survey};
use miteinander::text::Lang;
use rust_xlsxwriter::{Formula, Workbook};
use zip::write::SimpleFileOptions;

use super::{Filled, file};

const FORMULA: &str = "=\"Fach\"&\"bereich\"";

/// A workbook of one actor whose section is a formula with this result.
fn calculated(result: &str) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("actors").expect("a name");
    let rows = [
        ["name", "department", "section", "x"],
        ["A", "Jugendamt", "", ""],
    ];
    sheet.write_row_matrix(0, 0, rows).expect("cells");
    for column in [2, 3] {
        let formula = Formula::new(FORMULA).set_result(result);
        sheet.write_formula(1, column, formula).expect("a formula");
    }
    workbook.save_to_buffer().expect("a workbook")
}

/// The same with another end of the cell of each formula.
fn ending(result: &str, end: &str) -> Input {
    let bytes = calculated(result);
    let mut old = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..old.len() {
        let mut part = old.by_index(place).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut text = Vec::new();
        part.read_to_end(&mut text).expect("bytes");
        if name == "xl/worksheets/sheet1.xml" {
            let whole = String::from_utf8(text).expect("XML");
            let without = whole.replace(&format!("</f><v>{result}</v>"), end);
            assert_ne!(without, whole, "there are formulas");
            text = without.into_bytes();
        }
        new.start_file(name, SimpleFileOptions::default())
            .expect("a part");
        new.write_all(&text).expect("written");
    }
    Input {
        name: "mappe.xlsx".to_owned(),
        bytes: new.finish().expect("an archive").into_inner(),
    }
}

fn departments() -> Input {
    file("departments.csv", "name,kind\nJugendamt,office\n")
}

fn told(faults: &Faults, formula: &str) {
    let fault = &faults.list[0];
    assert_eq!(fault.problem, Problem::Uncalculated);
    assert_eq!(fault.place.row, Some(2));
    assert_eq!(fault.place.column.as_deref(), Some("section"));
    assert_eq!(fault.place.value.as_deref(), Some(formula));
    for (lang, remedy) in [(Lang::De, "speichern"), (Lang::En, "save it")] {
        let said = faults.say(lang);
        assert!(said.contains(remedy) && said.contains(formula), "{said}");
    }
}

#[test]
fn a_formula_that_nothing_has_calculated_is_a_fault() {
    for end in ["</f>", "</f><v></v>", "</f><v/>"] {
        let files = [departments(), ending("0", end)];
        let faults = Filled::new().plan(&files).expect_err("a fault");
        told(&faults, FORMULA);
        // The fourth column is none of ours.
        assert_eq!(faults.list.len(), 1);
        told(&survey(&files).expect_err("a fault"), FORMULA);
    }
}

#[test]
fn a_formula_whose_result_is_an_empty_text_is_an_empty_cell() {
    for (end, section) in [
        ("</f><v></v>", None),
        ("</f><v>Fachbereich</v>", Some("Fachbereich")),
    ] {
        let mut district = Filled::new();
        // Excel marks the type of a text, empty or not.
        district.take(&[departments(), ending("Text", end)]);
        let (_, membership) = district.network.memberships.first_key_value().expect("one");
        assert_eq!(
            membership.section.as_ref().map(|text| text.as_str()),
            section
        );
    }
}

#[test]
fn a_formula_of_an_open_document_that_nothing_has_calculated_is_a_fault() {
    let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let row = |cells: String| format!("<table:table-row>{cells}</table:table-row>");
    let formula = "of:=[.A2]";
    let rows = row(["name", "department", "section"].map(cell).concat())
        + &row(["A", "Jugendamt"].map(cell).concat()
            + &format!("<table:table-cell table:formula=\"{formula}\"/>"));
    let content = super::doubtful::open_document("actors", &rows);
    let faults = Filled::new().plan(&[departments(), content]);
    told(&faults.expect_err("a fault"), formula);
}
