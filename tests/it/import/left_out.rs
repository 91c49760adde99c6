//! What is left out is named: hidden sheets, what stands above a table; and copies that are read beside it.

use miteinander::exchange::{Input, Notice, Problem, survey, surveyed};
use miteinander::text::Lang;

use super::books::{Page, page, saved_by_libreoffice, xlsx, xlsx_with};
use super::{Filled, case, file};

fn departments() -> Page {
    page(
        "Organisationen",
        &[&["Name", "Art"], &["Jugendamt", "Fachamt"]],
    )
}

fn functions() -> Page {
    page(
        "Funktionen",
        &[
            &["Funktion", "Amt"],
            &["A", "Jugendamt"],
            &["B", "Jugendamt"],
        ],
    )
}

fn ties(name: &str, strength: &str) -> Page {
    page(name, &[&["Von", "Mit", "Stärke"], &["A", "B", strength]])
}

/// What an import and a report say of files, which is the same.
fn said(files: &[Input]) -> Vec<String> {
    let notices = Filled::new().plan(files).expect("a plan").notices;
    let in_report = surveyed(files).expect("a survey").notices;
    assert_eq!(notices, in_report);
    notices.iter().map(|notice| notice.say(Lang::De)).collect()
}

#[test]
fn hidden_sheets_are_not_read_and_named() {
    for state in ["hidden", "veryHidden"] {
        let old = ties("Zusammenarbeit alt", "5").hidden(state);
        let book = xlsx(
            "netz.xlsx",
            &[departments(), functions(), ties("Zusammenarbeit", "3"), old],
        );
        let mut files = vec![book.clone()];
        // LibreOffice keeps a sheet that is hidden for good as one that is hidden.
        for ending in ["ods", "xls"] {
            files.extend(saved_by_libreoffice(&book, ending));
        }
        for file in files {
            let told = format!(
                "{} · Zusammenarbeit alt: Das Blatt ist ausgeblendet und wird nicht gelesen.",
                file.name
            );
            assert_eq!(said(std::slice::from_ref(&file)), [told]);
            assert_eq!(survey(&[file]).expect("a survey").ties.len(), 1);
        }
    }
}

#[test]
fn the_cases_of_hidden_sheets_and_copies_are_told() {
    let Some(hidden) = case("05-copies-and-hidden/trash-hidden.xlsx") else {
        return;
    };
    let told = said(&[hidden]);
    assert_eq!(told.len(), 1);
    assert!(
        told[0].contains("Papierkorb: Das Blatt ist ausgeblendet"),
        "{}",
        told[0]
    );
    let copy = case("05-copies-and-hidden/copy-visible.xlsx").expect("a case");
    let told = said(std::slice::from_ref(&copy));
    let all = "„Zusammenarbeit“ wird aus mehreren Blättern oder Dateien zusammen gelesen: \
        copy-visible.xlsx · Zusammenarbeit, copy-visible.xlsx · Zusammenarbeit (2).";
    assert_eq!(told, [all]);
    assert_eq!(survey(&[copy]).expect("a survey").ties.len(), 10);
    let differs = case("05-copies-and-hidden/copy-differs.xlsx").expect("a case");
    let faults = Filled::new().plan(&[differs]).expect_err("a contradiction");
    let source = &faults.list[0].place.source;
    assert_eq!(source, "copy-differs.xlsx · Zusammenarbeit 2023");
}

#[test]
fn a_hidden_sheet_costs_nothing_however_large_or_broken_it_is() {
    let broken = Page {
        rows: "<row r=\"4294967295\"><c r=\"ZZZZZZ99999999999\"><v>1</v></c></row><ro".to_owned(),
        ..page("Rechnungen", &[])
    };
    let book = xlsx(
        "netz.xlsx",
        &[departments(), functions(), broken.hidden("hidden")],
    );
    assert_eq!(said(&[book]).len(), 1);
}

#[test]
fn pictures_beside_the_sheets_do_not_count() {
    let picture = vec![0; 60_000_000];
    let others = [
        ("xl/media/image1.png", picture.as_slice()),
        ("xl/drawings/a.xml", b"<a"),
    ];
    let book = xlsx_with("netz.xlsx", &[departments(), functions()], &others);
    assert_eq!(said(&[book]), [""; 0]);
}

#[test]
fn rows_that_are_only_coloured_do_not_count() {
    let mut pages = [departments(), functions()];
    for row in 4..300_000 {
        pages[1].rows +=
            &format!("<row r=\"{row}\"><c r=\"A{row}\" s=\"1\"/><c r=\"B{row}\" s=\"1\"/></row>");
    }
    let styles = b"<styleSheet><cellXfs><xf/><xf/></cellXfs></styleSheet>";
    let book = xlsx_with("netz.xlsx", &pages, &[("xl/styles.xml", styles)]);
    assert_eq!(said(&[book]), [""; 0]);
}

#[test]
fn a_title_above_the_header_is_named_and_the_rows_keep_their_numbers() {
    let Some(title) = case("03-title-row/title.xlsx") else {
        return;
    };
    let told = said(&[title]);
    let all = "title.xlsx · Organisationen: Zeile 1 steht über der Tabelle und wird nicht gelesen \
        („Organisationen im Bezirk“).";
    assert_eq!(told[0], all);
    let csv = case("03-title-row/funktionen.csv").expect("a case");
    let offices = "Name;Art\nJugendamt;Fachamt\nGesundheitsamt;Fachamt\nOE QPK;sonstige OE\n\
        Schul- und Sportamt;Fachamt\n";
    let told = said(&[csv, file("organisationen.csv", offices)]);
    assert_eq!(told.len(), 1);
    assert!(
        told[0].starts_with("funktionen.csv: Zeile 1 steht"),
        "{}",
        told[0]
    );
}

#[test]
fn a_header_is_found_among_the_first_ten_rows_and_no_further() {
    let at = |row: usize| {
        let mut rows: Vec<&[&str]> = vec![&["Netzwerk gegen Kinderarmut"]; row - 1];
        rows.push(&["Funktion", "Amt"]);
        rows.push(&["A", "Nirgends"]);
        xlsx("netz.xlsx", &[departments(), page("Funktionen", &rows)])
    };
    for row in [1, 2, 5, 10] {
        let faults = Filled::new().plan(&[at(row)]).expect_err("no such office");
        assert_eq!(faults.list[0].place.row, Some(row as u32 + 1));
        assert_eq!(faults.list[0].place.column.as_deref(), Some("Amt"));
    }
    let faults = Filled::new().plan(&[at(11)]).expect_err("no header");
    assert!(matches!(faults.list[0].problem, Problem::ColumnMissing(_)));
    assert_eq!(faults.list[0].place.row, Some(1));
}

#[test]
fn a_header_that_lacks_a_column_is_found_below_a_title() {
    let rows: [&[&str]; 3] = [&["Stand 2025"], &["Funktion", "Ebene"], &["A", "operativ"]];
    let book = xlsx("netz.xlsx", &[departments(), page("Funktionen", &rows)]);
    let faults = Filled::new().plan(&[book]).expect_err("no office");
    assert_eq!(faults.list[0].place.row, Some(2));
    assert!(faults.say(Lang::De).contains("„Amt / Organisation“ fehlt"));
}

#[test]
fn a_title_with_commas_does_not_part_a_file_of_semicolons() {
    let text = "Netzwerk, Bezirk, Stand 03/2025\n\nVon;Mit;Stärke\nA;B;3\nB;C;2\n";
    let read = surveyed(&[file("ties.csv", text)]).expect("a survey");
    assert_eq!(read.survey.ties.len(), 2);
    assert!(matches!(
        read.notices[..],
        [Notice::RowsAbove {
            first: 1,
            last: 1,
            ..
        }]
    ));
}

#[test]
fn a_copy_is_the_table_of_which_it_is_one() {
    // Of these columns alone nobody would know it.
    let copy = page(
        "Funktionen (2)",
        &[&["Funktion", "Ebene"], &["A", "operativ"]],
    );
    let book = xlsx("netz.xlsx", &[departments(), functions(), copy]);
    let faults = Filled::new().plan(&[book]).expect_err("no office");
    assert_eq!(faults.list[0].place.source, "netz.xlsx · Funktionen (2)");
    assert!(matches!(faults.list[0].problem, Problem::ColumnMissing(_)));
}

#[test]
fn a_large_foreign_sheet_does_not_count() {
    let mut foreign = page("Rohdaten", &[&["Datum", "Wert"]]);
    for row in 2..110_000 {
        foreign.rows += &format!("<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c></row>");
    }
    let book = xlsx("netz.xlsx", &[foreign, departments(), functions()]);
    let plan = Filled::new().plan(&[book]).expect("a plan");
    let notices: Vec<String> = plan
        .notices
        .iter()
        .map(|notice| notice.say(Lang::De))
        .collect();
    let told = "netz.xlsx · Rohdaten: Das ist keine bekannte Tabelle und wird nicht übernommen.";
    assert_eq!(notices, [told]);
}

#[test]
fn a_column_of_another_table_is_named_and_left() {
    let text = "Name;Art;Bemerkung;Schriftlich vereinbart\nJugendamt;Fachamt;x;ja\n";
    let plan = Filled::new().plan(&[file("organisationen.csv", text)]);
    let notices = plan.expect("a plan").notices;
    let is_unknown = |notice: &Notice| matches!(notice, Notice::UnknownColumn { .. });
    assert!(
        notices.len() == 2 && notices.iter().all(is_unknown),
        "{notices:?}"
    );
}
