//! What a file may be and hold: past it stands a fault with its place, and nothing is read for minutes or into gigabytes.

use std::io::{Cursor, Write};

use miteinander::exchange::{Faults, Input, Place, Problem, survey};
use miteinander::text::Lang;
use zip::write::SimpleFileOptions;

use super::doubtful::{open_document, open_documents};
use super::{Filled, file};

fn faults(files: &[Input]) -> Faults {
    Filled::new().plan(files).expect_err("a fault")
}

/// An archive of texts.
fn archive(name: &str, parts: &[(&str, &str)]) -> Input {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (part, text) in parts {
        archive
            .start_file(*part, SimpleFileOptions::default())
            .expect("a part");
        archive.write_all(text.as_bytes()).expect("written");
    }
    Input {
        name: name.to_owned(),
        bytes: archive.finish().expect("an archive").into_inner(),
    }
}

const PACKAGE: &str = "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/\
    officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

/// A workbook as a program may write it, with so many sheets of these rows and other parts.
fn workbook(sheets: usize, rows: &str, others: &[(&str, &str)]) -> Input {
    let each = |text: &str| -> String {
        let one = |n: usize| text.replace('#', &n.to_string());
        (1..=sheets).map(one).collect()
    };
    let names = each("<sheet name=\"#-departments\" sheetId=\"#\" r:id=\"rId#\"/>");
    let links = each(
        "<Relationship Id=\"rId#\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet#.xml\"/>",
    );
    let workbook = format!("<workbook xmlns:r=\"r\"><sheets>{names}</sheets></workbook>");
    let links = format!("<Relationships>{links}</Relationships>");
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let files: Vec<String> = (1..=sheets)
        .map(|n| format!("xl/worksheets/sheet{n}.xml"))
        .collect();
    let mut parts = vec![
        ("_rels/.rels", PACKAGE),
        ("xl/workbook.xml", &workbook),
        ("xl/_rels/workbook.xml.rels", &links),
    ];
    parts.extend(files.iter().map(|file| (file.as_str(), sheet.as_str())));
    parts.extend(others);
    archive("mappe.xlsx", &parts)
}

fn cell(place: &str, text: &str) -> String {
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

/// A header and a department.
fn rows() -> String {
    format!(
        "<row r=\"1\">{}{}</row><row r=\"2\">{}{}</row>",
        cell("A1", "name"),
        cell("B1", "kind"),
        cell("A2", "Jugendamt"),
        cell("B2", "office")
    )
}

#[test]
fn a_workbook_of_plain_parts_is_read() {
    let mut district = Filled::new();
    assert_eq!(district.take(&[workbook(50, &rows(), &[])]), 1);
}

#[test]
fn a_row_or_header_of_more_columns_than_a_sheet_has_is_a_fault_with_its_row() {
    let many = ",".repeat(1_000_000);
    let header = format!("name,kind{many}\nJugendamt,office\n");
    let row = format!("name,kind\nJugendamt,office\n\nSoziales,office{many}\n");
    let quoted = format!("name,kind\n\"a\nb\",office{}\n", ",\"\n\"".repeat(20_000));
    for (text, number) in [(&header, 1), (&row, 4), (&quoted, 2)] {
        let files = [file("departments.csv", text)];
        let of_import = faults(&files);
        let place = Place {
            source: "departments.csv".to_owned(),
            row: Some(number),
            ..Place::default()
        };
        assert_eq!(of_import.list[0].place, place);
        assert_eq!(of_import.list[0].problem, Problem::TooManyColumns(16_384));
        let said = of_import.say(Lang::De);
        assert!(
            said.contains("16.384 Spalten") && said.contains("löschen"),
            "{said}"
        );
        assert_eq!(survey(&files).expect_err("a fault"), of_import);
    }
}

#[test]
fn as_many_columns_as_a_sheet_has_are_read_and_the_unknown_ones_named_or_counted() {
    let unknown: String = (2..16_384).map(|n| format!(",x{n}")).collect();
    let text = format!("name,kind{unknown}\nJugendamt,office\n");
    let plan = Filled::new()
        .plan(&[file("departments.csv", &text)])
        .expect("a plan");
    assert_eq!(plan.network.len(), 1);
    assert_eq!(plan.notices.len(), 201);
    let last = plan.notices[200].say(Lang::De);
    assert_eq!(last, "und 16.182 weitere Hinweise.");
}

#[test]
fn more_than_fifty_sheets_are_too_many() {
    let tables = [("departments", ""); 51];
    for file in [workbook(51, &rows(), &[]), open_documents(&tables)] {
        let faults = faults(&[file]);
        assert_eq!(faults.list[0].problem, Problem::TooManySheets(50));
        let said = faults.say(Lang::De);
        assert!(
            said.contains("50 Blätter") && said.contains("aufteilen"),
            "{said}"
        );
    }
}

#[test]
fn more_than_two_hundred_files_are_too_many_in_archives_too() {
    let departments = file("departments.csv", "name,kind\nJugendamt,office\n");
    let names: Vec<String> = (0..200).map(|n| format!("{n}-departments.csv")).collect();
    let parts: Vec<(&str, &str)> = names
        .iter()
        .map(|name| (name.as_str(), "name,kind\n"))
        .collect();
    let zipped = archive("alle.zip", &parts);
    for files in [vec![departments.clone(); 300], vec![departments, zipped]] {
        let faults = faults(&files);
        assert_eq!(faults.len(), 1);
        assert_eq!(faults.list[0].problem, Problem::TooManyFiles(200));
        let said = faults.say(Lang::En);
        assert!(
            said.contains("200 files") && said.contains("split"),
            "{said}"
        );
    }
}

#[test]
fn a_cell_that_no_sheet_has_is_a_fault_that_names_it() {
    for place in [
        "XFE2",
        "A1048577",
        "ZZZZZ99999999",
        // As numbers of 32 bits these come round to cells that there are.
        "ZZZZZZZZZZZZZZZ2",
        "B4294967298",
        "A0",
        "7",
        "B-2",
    ] {
        for text in ["x", ""] {
            let far = format!("{}<row>{}</row>", rows(), cell(place, text));
            let faults = faults(&[workbook(1, &far, &[])]);
            let fault = &faults.list[0];
            assert_eq!(fault.problem, Problem::CellBeyond, "{place}");
            assert_eq!(fault.place.value.as_deref(), Some(place));
            assert!(fault.place.source.starts_with("mappe.xlsx"));
            let said = faults.say(Lang::De);
            assert!(
                said.contains(place) && said.contains("XFD1048576"),
                "{said}"
            );
        }
    }
    let unnumbered = format!("{}<row>{}</row>", rows(), "<c/>".repeat(20_000));
    let faults = faults(&[workbook(1, &unnumbered, &[])]);
    assert_eq!(faults.list[0].place.value.as_deref(), Some("XFE3"));
    let source = &faults.list[0].place.source;
    assert_eq!(source, "mappe.xlsx · 1-departments");
}

#[test]
fn the_last_cell_of_a_sheet_costs_no_more_than_the_first() {
    let mut far = rows().replacen("</row>", &format!("{}</row>", cell("XFD1", "far")), 1);
    for row in 3..30_000 {
        far += &format!(
            "<row>{}{}{}</row>",
            cell(&format!("A{row}"), &format!("Amt {row}")),
            cell(&format!("B{row}"), "office"),
            cell(&format!("XFD{row}"), "x")
        );
    }
    let plan = Filled::new()
        .plan(&[workbook(1, &far, &[])])
        .expect("a plan");
    assert_eq!(plan.network.len(), 29_998);
    assert_eq!(plan.notices.len(), 1);
}

#[test]
fn a_cell_far_out_in_an_open_document_is_a_fault_and_empty_ones_are_none() {
    let header = "<table:table-row><table:table-cell><text:p>name</text:p></table:table-cell>\
        <table:table-cell><text:p>kind</text:p></table:table-cell></table:table-row>";
    let x = "<table:table-cell><text:p>x</text:p></table:table-cell>";
    let empty = "<table:table-cell table:number-columns-repeated=\"16384\"/>";
    let blank = format!(
        "<table:table-row table:number-rows-repeated=\"1048575\">{empty}</table:table-row>"
    );
    let beside = format!("{header}<table:table-row>{empty}{x}</table:table-row>");
    let below = format!("{header}{blank}<table:table-row>{x}</table:table-row>");
    for (rows, place) in [(beside, "XFE2"), (below, "A1048577")] {
        let faults = faults(&[open_document("departments", &rows)]);
        assert_eq!(faults.list[0].problem, Problem::CellBeyond);
        assert_eq!(faults.list[0].place.value.as_deref(), Some(place));
        assert_eq!(faults.list[0].place.source, "mappe.ods · departments");
    }
    let plan = Filled::new().plan(&[open_document("departments", &format!("{header}{blank}"))]);
    assert!(plan.expect("a plan").is_empty());
}

#[test]
fn blanks_that_a_few_bytes_stand_for_are_one_cell_that_is_too_long() {
    let header = "<table:table-row><table:table-cell><text:p>name</text:p></table:table-cell>\
        <table:table-cell><text:p>kind</text:p></table:table-cell></table:table-row>";
    let blanks = "<text:s text:c=\"4000\"/>".repeat(100_000);
    let rows = format!(
        "{header}<table:table-row><table:table-cell><text:p>a{blanks}b</text:p></table:table-cell>\
         </table:table-row>"
    );
    let faults = faults(&[open_document("departments", &rows)]);
    // The end of what is kept is blank, and blanks around a text do not count.
    assert_eq!(faults.list[0].problem, Problem::Empty);
    let rows = rows.replace("<text:p>a", &format!("<text:p>{}", "a".repeat(4_001)));
    let faults = self::faults(&[open_document("departments", &rows)]);
    assert_eq!(faults.list[0].problem, Problem::CellTooLong(4_000));
}

#[test]
fn sheets_that_are_one_part_are_not_read_again_and_again() {
    let whole = workbook(2, &rows(), &[]);
    let mut old = zip::ZipArchive::new(Cursor::new(whole.bytes)).expect("an archive");
    let mut read = |name: &str| {
        let part = old.by_name(name).expect("a part");
        std::io::read_to_string(part).expect("a text")
    };
    let [names, links] = ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"].map(&mut read);
    let sheet = read("xl/worksheets/sheet1.xml");
    let one_id = names.replace("rId2", "rId1");
    let one_file = links.replace("sheets/sheet2", "sheets/../worksheets/sheet1");
    for (names, links) in [(&one_id, &links), (&names, &one_file)] {
        let parts = [
            ("_rels/.rels", PACKAGE),
            ("xl/workbook.xml", names),
            ("xl/_rels/workbook.xml.rels", links),
            ("xl/worksheets/sheet1.xml", &sheet),
            ("xl/worksheets/sheet2.xml", &sheet),
        ];
        let faults = faults(&[archive("mappe.xlsx", &parts)]);
        assert_eq!(faults.list[0].problem, Problem::Unreadable);
    }
}

#[test]
fn what_a_workbook_promises_makes_no_room() {
    let texts = "<sst uniqueCount=\"99999999999\"><si><t>a</t></si></sst>";
    let faults = faults(&[workbook(1, &rows(), &[("xl/sharedStrings.xml", texts)])]);
    assert_eq!(faults.list[0].problem, Problem::Unreadable);
}

#[test]
fn styles_that_copy_a_long_name_a_thousand_times_are_too_large() {
    let styles = format!(
        "<styleSheet><fonts><font><name val=\"{}\"/></font></fonts><cellXfs>{}</cellXfs></styleSheet>",
        "F".repeat(1_000_000),
        "<xf fontId=\"0\"/>".repeat(1_000)
    );
    let faults = faults(&[workbook(1, &rows(), &[("xl/styles.xml", &styles)])]);
    assert_eq!(faults.list[0].problem, Problem::TooLarge(50));
}

#[test]
fn entities_of_a_document_are_not_expanded() {
    let entities: String = ('b'..='j')
        .zip('a'..)
        .map(|(of, from)| format!("<!ENTITY {of} \"{}\">", format!("&{from};").repeat(10)))
        .collect();
    let content = format!(
        "<!DOCTYPE x [<!ENTITY a \"laughter\">{entities}]><office:document-content>\
         <table:table table:name=\"departments\"><table:table-row>\
         <table:table-cell><text:p>name</text:p></table:table-cell>\
         <table:table-cell><text:p>kind</text:p></table:table-cell></table:table-row>\
         <table:table-row><table:table-cell><text:p>Amt&j;</text:p></table:table-cell>\
         <table:table-cell><text:p>office</text:p></table:table-cell></table:table-row>\
         </table:table></office:document-content>"
    );
    let mut district = Filled::new();
    assert_eq!(
        district.take(&[archive("a.ods", &[("content.xml", &content)])]),
        1
    );
    let names: Vec<&str> = district
        .network
        .departments
        .values()
        .map(|department| department.name.as_str())
        .collect();
    assert_eq!(names, ["Amt"]);
}
