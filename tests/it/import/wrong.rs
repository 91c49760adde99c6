//! What is wrong is told with its place and its remedy, all at once.

use std::io::Write;

use miteinander::exchange::{Faults, Input, MAX_FAULTS, Problem, read_tables};
use miteinander::text::Lang;

use super::{Filled, file};

fn wrong(files: &[Input]) -> Faults {
    Filled::new().plan(files).expect_err("faults")
}

fn departments() -> Input {
    file(
        "departments.csv",
        "name,kind\nJugendamt,office\nGesundheitsamt,office\n",
    )
}

#[test]
fn all_faults_are_told_at_once_with_row_column_and_value() {
    let actors = "name;department;level;core_team\n\
        A;Jugentamt;operatif;vielleicht\n\n;Jugendamt;;\nB;Jugendamt;;\n";
    let ties = "from;to;strength\nA;B;7\nB;B;3\n";
    let faults = wrong(&[
        departments(),
        file("actors.csv", actors),
        file("cooperations.csv", ties),
    ]);
    let told: Vec<_> = faults
        .list
        .iter()
        .map(|fault| {
            let place = &fault.place;
            (
                place.row.unwrap_or_default(),
                place.column.as_deref().unwrap_or_default(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (2, "department"),
            (2, "level"),
            (2, "core_team"),
            (4, "name"),
            (2, "strength"),
            (3, "to"),
        ]
    );
    let text = faults.say(Lang::De);
    assert!(text.contains(
        "actors.csv:\n  Zeile 2, Spalte „department“: „Jugentamt“ ist keine bekannte Organisation."
    ));
    assert!(text.contains("Meinten Sie „Jugendamt“?"));
    assert!(text.contains("Meinten Sie „operativ“?"));
}

#[test]
fn past_two_hundred_faults_are_only_counted() {
    let rows: String = (0..250)
        .map(|n| format!("A{n},office\nB{n},nichts\n"))
        .collect();
    let faults = wrong(&[file("departments.csv", &format!("name,kind\n{rows}"))]);
    assert_eq!(faults.list.len(), MAX_FAULTS);
    assert_eq!(faults.len(), 250);
    assert_eq!(
        faults.lines(Lang::En).last().map(String::as_str),
        Some("and 50 more faults.")
    );
}

#[test]
fn rows_of_one_key_that_differ_are_a_fault_and_the_same_row_twice_is_none() {
    let rows = |second: &str| {
        let text = format!("name,department,level\nA,Jugendamt,leading\n{second}\n");
        Filled::new().plan(&[departments(), file("actors.csv", &text)])
    };
    assert!(rows("A,Jugendamt,leitend").is_ok());
    let faults = rows("A,Jugendamt,operative").expect_err("two levels");
    assert!(matches!(&faults.list[0].problem, Problem::Differs(earlier) if earlier.row == 2));
    assert_eq!(faults.list[0].place.row, Some(3));
}

#[test]
fn a_committee_is_no_organisation() {
    let faults = wrong(&[file(
        "departments.csv",
        "name,kind\nSteuerungsrunde,Gremium\n",
    )]);
    assert_eq!(faults.list[0].problem, Problem::BodyIsAnActor);
}

#[test]
fn a_required_column_that_is_missing_is_named() {
    let faults = wrong(&[file("Organisationen.csv", "Name;Kürzel\nJugendamt;Jug\n")]);
    assert!(faults.say(Lang::De).contains("Die Spalte „Art“ fehlt"));
}

#[test]
fn a_note_is_short() {
    let rows = format!("name,department,note\nA,Jugendamt,{}\n", "x".repeat(201));
    let faults = wrong(&[departments(), file("actors.csv", &rows)]);
    assert_eq!(faults.list[0].problem, Problem::NoteTooLong(200));
}

#[test]
fn the_limits_are_said_when_met() {
    let long = file(
        "departments.csv",
        &format!("name,kind\n{},office\n", "x".repeat(4_001)),
    );
    assert_eq!(wrong(&[long]).list[0].problem, Problem::CellTooLong(4_000));
    let many = format!("name,kind\n{}", "A,office\n".repeat(100_001));
    assert_eq!(
        wrong(&[file("departments.csv", &many)]).list[0].problem,
        Problem::TooManyRows(100_000)
    );
    // 60 MB of zeros: 60 kB on the disk.
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive
        .start_file("departments.csv", zip::write::SimpleFileOptions::default())
        .expect("in memory");
    for _ in 0..60 {
        archive
            .write_all(&vec![b'0'; 1_000_000])
            .expect("in memory");
    }
    let bytes = archive.finish().expect("in memory").into_inner();
    let name = "bombe.zip".to_owned();
    assert_eq!(
        wrong(&[Input { name, bytes }]).list[0].problem,
        Problem::TooLarge(50)
    );
}

#[test]
fn what_is_no_table_is_said_to_be_none() {
    let picture = Input {
        name: "bild.png".to_owned(),
        bytes: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(),
    };
    for (name, problem) in [
        ("bild.png", Problem::Unreadable),
        ("bild.xlsx", Problem::Unreadable),
    ] {
        let input = Input {
            name: name.to_owned(),
            ..picture.clone()
        };
        let faults = read_tables(&[input]).expect_err("no table");
        assert_eq!(faults.list[0].problem, problem);
    }
    let faults = read_tables(&[file("leer.csv", "")]).expect_err("no table");
    assert_eq!(faults.list[0].problem, Problem::NoTable);
}

#[test]
fn a_row_with_a_fault_is_no_fault_wherever_it_is_named() {
    let actors = "name;department;level\nA;Jugentamt;operatif\nB;Jugendamt;\n";
    let offers = "name;providers;life_phases;fields;responsible\nKino;A, Jugendamt;0–3;nichts;\n";
    let ties = "from;to;strength;offers\nA;B;3;Kino\nB;A;3;\nC;A;1;\n";
    let faults = wrong(&[
        departments(),
        file("actors.csv", actors),
        file("offers.csv", offers),
        file("cooperations.csv", ties),
    ]);
    let told: Vec<&str> = faults
        .list
        .iter()
        .map(|fault| fault.place.value.as_deref().unwrap_or_default())
        .collect();
    assert_eq!(told, ["Jugentamt", "operatif", "nichts", "C"]);
}

#[test]
fn a_department_with_a_fault_is_known_to_its_actors() {
    let departments = "name;kind\nJugendamt;Behörde\nGesundheitsamt;office\n";
    let actors = "name;department\nA;Jugendamt\nB;Gesundheitsamt\n";
    let ties = "from;to;strength\nA;B;3\n";
    let faults = wrong(&[
        file("departments.csv", departments),
        file("actors.csv", actors),
        file("cooperations.csv", ties),
    ]);
    assert_eq!(faults.len(), 1, "{}", faults.say(Lang::En));
    assert_eq!(faults.list[0].place.value.as_deref(), Some("Behörde"));
}

#[test]
fn a_name_or_an_id_that_is_missing_leaves_the_row_known_by_the_other() {
    let long = "x".repeat(80);
    let actors = format!("id;name;department\na;;Jugendamt\n{long};B;Jugendamt\nc;C;Jugendamt\n");
    let faults = wrong(&[
        departments(),
        file("actors.csv", &actors),
        file("cooperations.csv", "from;to;strength\na;B;3\nB;C;3\n"),
    ]);
    let columns: Vec<_> = faults
        .list
        .iter()
        .map(|fault| (fault.place.row, fault.place.column.as_deref()))
        .collect();
    assert_eq!(columns, [(Some(2), Some("name")), (Some(3), Some("id"))]);
}

#[test]
fn a_year_with_a_digit_too_many_is_no_date() {
    let since = |text: &str| {
        let ties = format!("from;to;strength;since\nA;B;3;{text}\n");
        Filled::new().plan(&[
            departments(),
            file(
                "actors.csv",
                "name;department\nA;Jugendamt\nB;Gesundheitsamt\n",
            ),
            file("cooperations.csv", &ties),
        ])
    };
    assert_eq!(
        since("20211").expect_err("a fault").list[0].problem,
        Problem::NotSince
    );
    // A spreadsheet's number for 12 March 2020.
    assert!(since("43902").is_ok());
}
