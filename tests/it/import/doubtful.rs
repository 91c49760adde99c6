//! Files as they come from people's hands and programs, at the edges of what the tables say.

use std::io::{Cursor, Write};

use miteinander::domain::Text;
use miteinander::exchange::{Faults, ImportOptions, Input, Problem, survey};

use super::{Filled, file};

const DEPARTMENTS: &str = "name,kind,short_name\nJugendamt,office,Jug\nSoziales,office,\n";

fn departments() -> Input {
    file("departments.csv", DEPARTMENTS)
}

fn actors(text: &str) -> Input {
    file("actors.csv", text)
}

fn faults(files: &[Input]) -> Faults {
    Filled::new().plan(files).expect_err("a fault")
}

fn names(district: &Filled) -> Vec<&str> {
    let actors = district.network.actors.values();
    actors.map(|actor| actor.name.as_str()).collect()
}

#[test]
fn rows_are_numbered_as_a_spreadsheet_shows_them_whatever_stands_above() {
    let row = |text: &str| {
        let faults = faults(&[departments(), actors(text)]);
        (faults.list[0].place.row, faults.len())
    };
    for line_end in ["\n", "\r\n"] {
        let text = "sep=;\nname;department\nA;Jugendamt\nB;Nirgends\n";
        assert_eq!(row(&text.replace('\n', line_end)), (Some(4), 1));
        let text = "\n\nname;department\nA;Jugendamt\n\nB;Nirgends\n";
        assert_eq!(row(&text.replace('\n', line_end)), (Some(6), 1));
    }
    assert_eq!(row("\n\nname;apartment\nA;Jugendamt\n"), (Some(3), 1));
}

#[test]
fn a_csv_may_begin_like_an_archive() {
    let mut district = Filled::new();
    let text = "PKZ,name,department\n1,A,Jugendamt\n";
    district.take(&[departments(), actors(text)]);
    assert_eq!(names(&district), ["A"]);
}

#[test]
fn a_header_may_hold_a_line_break() {
    let mut district = Filled::new();
    let text = "\"name\n(as in the plan; short)\",department\nA,Jugendamt\n";
    district.take(&[departments(), actors(text)]);
    assert_eq!(names(&district), ["A"]);
}

#[test]
fn a_marked_text_with_lost_characters_is_refused() {
    let mut bytes = "\u{feff}name,department\nM".as_bytes().to_vec();
    bytes.extend(b"\xfcller,Jugendamt\n");
    let name = "actors.csv".to_owned();
    let faults = faults(&[Input { name, bytes }]);
    assert_eq!(faults.list[0].problem, Problem::Unreadable);
}

/// A spreadsheet as LibreOffice saves it, with these rows.
pub fn open_document(table: &str, rows: &str) -> Input {
    open_documents(&[(table, rows)])
}

/// The same with several tables.
pub fn open_documents(tables: &[(&str, &str)]) -> Input {
    let tables: String = tables
        .iter()
        .map(|(name, rows)| format!("<table:table table:name=\"{name}\">{rows}</table:table>"))
        .collect();
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:calcext=\"c\" \
         xmlns:draw=\"d\"><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive
        .start_file("content.xml", zip::write::SimpleFileOptions::default())
        .expect("a file");
    archive.write_all(content.as_bytes()).expect("written");
    Input {
        name: "mappe.ods".to_owned(),
        bytes: archive.finish().expect("an archive").into_inner(),
    }
}

fn open_row(cells: &[&str]) -> String {
    let cells: String = cells
        .iter()
        .map(|cell| match cell.starts_with('<') {
            true => (*cell).to_owned(),
            false => format!("<table:table-cell><text:p>{cell}</text:p></table:table-cell>"),
        })
        .collect();
    format!("<table:table-row>{cells}</table:table-row>")
}

#[test]
fn a_failed_formula_of_libreoffice_is_a_fault() {
    for error in ["#DIV/0!", "Err:522"] {
        let failed = format!(
            "<table:table-cell office:value-type=\"string\" office:string-value=\"\" \
             calcext:value-type=\"error\"><text:p>{error}</text:p></table:table-cell>"
        );
        let header = open_row(&["name", "department", "section"]);
        let rows = header + &open_row(&["A", "Jugendamt", &failed]);
        let faults = faults(&[departments(), open_document("actors", &rows)]);
        assert_eq!(faults.list[0].problem, Problem::CellError);
        assert_eq!(faults.list[0].place.value.as_deref(), Some(error));
    }
}

#[test]
fn the_limits_hold_for_all_tables_together_and_for_nothing_beside() {
    let repeated = |rows: usize, columns: usize, text: &str| {
        format!(
            "<table:table-row table:number-rows-repeated=\"{rows}\">\
             <table:table-cell table:number-columns-repeated=\"{columns}\"><text:p>{text}</text:p>\
             </table:table-cell></table:table-row>"
        )
    };
    let long = repeated(25, 250, &"x".repeat(4_000));
    let many = repeated(60_000, 1, "x");
    let header = open_row(&["name", "kind"]);
    for (rows, problem) in [
        (long, Problem::TooLarge(50)),
        (many, Problem::TooManyRows(100_000)),
    ] {
        let told = |table: &str, rows: &str| {
            let names = ["a", "b", "c"].map(|name| format!("{name}{table}"));
            let sheets: Vec<(&str, &str)> =
                names.iter().map(|name| (name.as_str(), rows)).collect();
            faults(&[open_documents(&sheets)]).list[0].problem.clone()
        };
        assert_eq!(told("-departments", &format!("{header}{rows}")), problem);
        assert_eq!(told("", &rows), Problem::NoTable);
    }
}

/// An export has a table of phases, which the files that it came from may have lacked.
#[test]
fn the_phases_do_not_count_among_the_rows() {
    let phases = open_row(&["name", "start"]) + &open_row(&["2023–", "2023-01-01"]);
    let tie = open_row(&["a", "b"]);
    let csv_phases = file("phases.csv", "name,start\n2023–,2023-01-01\n");
    for (rows, fits) in [(100_000, true), (100_001, false)] {
        let repeated = tie.replacen(
            "<table:table-row",
            &format!("<table:table-row table:number-rows-repeated=\"{rows}\""),
            1,
        );
        let ties = open_row(&["from", "to", "strength"]) + &repeated;
        let workbook = open_documents(&[("cooperations", &ties), ("phases", &phases)]);
        let ties = "from,to,strength\n".to_owned() + &"a,b,\n".repeat(rows);
        for files in [
            vec![workbook],
            vec![csv_phases.clone(), file("cooperations.csv", &ties)],
        ] {
            let faults = Filled::new().plan(&files).expect_err("there are no actors");
            let too_many = Problem::TooManyRows(100_000);
            let told = faults.list.iter().any(|fault| fault.problem == too_many);
            assert_ne!(told, fits, "{rows} rows");
        }
    }
}

#[test]
fn the_text_of_a_shape_is_not_the_cells() {
    let cell = "<table:table-cell office:value-type=\"string\"><text:p>A</text:p>\
        <draw:custom-shape><text:p>please note</text:p></draw:custom-shape></table:table-cell>";
    let rows = open_row(&["name", "department"]) + &open_row(&[cell, "Jugendamt"]);
    let mut district = Filled::new();
    district.take(&[departments(), open_document("actors", &rows)]);
    assert_eq!(names(&district), ["A"]);
}

#[test]
fn a_row_without_an_id_is_whom_its_name_means_in_an_import_and_an_analysis() {
    let rows = [
        "a,Koordination,Jugendamt,2019–2022\n",
        ",Koordination,Soziales,2\n",
    ];
    let phases = file(
        "phases.csv",
        "id,name,start,end\n1,2019–2022,2019-09-01,2022-12-31\n2,2023–,2023-01-01,\n",
    );
    for [first, second] in [rows, [rows[1], rows[0]]] {
        let text = format!("id,name,department,phase\n{first}{second}");
        let files = [departments(), phases.clone(), actors(&text)];
        let mut district = Filled::new();
        district.take(&files);
        assert_eq!(names(&district), ["Koordination"]);
        assert_eq!(district.network.memberships.len(), 2);
        let survey = survey(&files).expect("no fault");
        assert_eq!(survey.actors.len(), 1);
        assert_eq!(survey.actors[0].id, "a");
    }
}

#[test]
fn a_name_that_two_ids_of_the_file_bear_is_told_as_ambiguous() {
    for first in ["Jugendamt", "Soziales"] {
        let text = format!(
            "id,name,department\na,Koordination,{first}\nb,Koordination,Soziales\nc,Koordination,Soziales\n\
             ,Koordination,Soziales\n"
        );
        let faults = faults(&[departments(), actors(&text)]);
        assert!(matches!(faults.list[0].problem, Problem::Ambiguous { .. }));
    }
}

#[test]
fn of_two_ids_with_one_name_a_row_without_means_that_of_its_department() {
    let text = "id,name,department\na,Koordination,Jugendamt\nb,Koordination,Soziales\n\
        ,Koordination,Soziales\n";
    let mut district = Filled::new();
    district.take(&[departments(), actors(text)]);
    assert_eq!(district.network.actors.len(), 2);
    assert_eq!(district.network.memberships.len(), 2);
}

#[test]
fn a_department_is_called_by_its_name_before_anothers_short_name() {
    let departments = file(
        "departments.csv",
        "name,kind,short_name\nAmt für Soziales,office,Soziales\nSoziales,provider,\n",
    );
    let files = [departments, actors("name,department\nA,Soziales\n")];
    let survey = survey(&files).expect("no fault");
    let column = survey.columns.iter().find(|c| c.names[0] == "department");
    let values = &column.expect("the departments").values;
    assert_eq!(values[0].as_deref(), Some("Soziales"));
    let mut district = Filled::new();
    district.take(&files);
    let membership = district.network.memberships.values().next();
    let department = &membership.expect("a place").department;
    assert_eq!(department.as_str(), "soziales");
}

#[test]
fn a_lone_dash_is_no_answer_in_an_analysis_either() {
    let files = [
        actors("name,department,level,core_team,answered\nA,X,–,–,-\nB,–,,,\n"),
        file(
            "cooperations.csv",
            "from,to,strength,kinds,phase\nA,B,–,–,–\n",
        ),
    ];
    let survey = survey(&files).expect("no fault");
    assert_eq!(survey.ties[0].strength, None);
    assert!(survey.kinds.is_empty() && survey.phases.is_empty());
    assert_eq!(survey.presences[0].answered, None);
    for (name, values) in [
        ("department", [Some("X"), None]),
        ("level", [None, None]),
        ("core_team", [None, None]),
    ] {
        let column = survey.columns.iter().find(|c| c.names[0] == name);
        let column = column.unwrap_or_else(|| panic!("{name}"));
        let held: Vec<_> = column.values.iter().map(Option::as_deref).collect();
        assert_eq!(held, values, "{name}");
    }
}

#[test]
fn a_replaced_department_stays_with_its_division_in_another_phase() {
    let mut district = Filled::new();
    let both = "name,kind,division,phase\nJugendamt,office,I,2019–2022\nJugendamt,office,II,2023–\n\
        Soziales,office,III,2019–2022\nSoziales,office,IV,2023–\n";
    let phases = "name,start,end\n2019–2022,2019-09-01,2022-12-31\n2023–,2023-01-01,\n";
    district.take(&[file("departments.csv", both), file("phases.csv", phases)]);
    let now = "name,kind,division,phase\nJugendamt,office,II,2023–\n";
    let replace = ImportOptions {
        replace: true,
        ..ImportOptions::default()
    };
    let phases = "name,start,end\n2023–,2023-01-01,\n";
    district.take_with(
        &[file("departments.csv", now), file("phases.csv", phases)],
        &replace,
    );
    let divisions: Vec<_> = district
        .network
        .departments
        .values()
        .flat_map(|department| department.divisions.values().map(Text::as_str))
        .collect();
    assert_eq!(divisions, ["I", "II", "III"]);
}

#[test]
fn a_whole_strength_may_be_written_with_decimals() {
    let ties = |strength: &str| {
        let ties = format!("from;to;strength\nA;B;{strength}\n");
        let actors = actors("name,department\nA,Jugendamt\nB,Jugendamt\n");
        Filled::new().plan(&[departments(), actors, file("cooperations.csv", &ties)])
    };
    for whole in ["3", "3,0", "3,00", "3.00", "3 – Wir stimmen uns ab"] {
        assert!(ties(whole).is_ok(), "{whole}");
    }
    for bad in ["3,5", "3,", ",0", "3,0,0", "6", "-1", "3e0"] {
        let faults = ties(bad).expect_err(bad);
        assert_eq!(faults.list[0].problem, Problem::NotAStrength, "{bad}");
    }
}

#[test]
fn a_line_break_is_the_same_from_every_program() {
    let text = |line_end: &str| format!("name,department\n\"A{line_end}B\",Jugendamt\n");
    let mut district = Filled::new();
    district.take(&[departments(), actors(&text("\r\n"))]);
    assert_eq!(names(&district), ["A\nB"]);
    assert_eq!(district.take(&[departments(), actors(&text("\n"))]), 0);
}
