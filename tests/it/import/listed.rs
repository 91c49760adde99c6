//! Lists of phases in plain files: the same phases in any order of the rows, and no more than there is room for.

use miteinander::domain::Survey;
use miteinander::exchange::{Input, Problem, survey};

use super::file;

fn read(files: &[Input]) -> Survey {
    survey(files).unwrap_or_else(|faults| panic!("{}", faults.lines(Default::default()).join("\n")))
}

fn phases(survey: &Survey) -> Vec<&str> {
    let phases = survey.phases.iter();
    phases.map(|phase| phase.id.as_str()).collect()
}

/// Files with these rows of ties.
fn ties(rows: &[&str]) -> Input {
    let rows = rows.join("\n");
    file("edges.csv", &format!("from,to,phase\n{rows}\n"))
}

#[test]
fn a_list_of_phases_is_one_wherever_in_the_file_its_phases_stand() {
    let orders = [
        ["a,b,1; 2", "a,c,1", "a,d,2"],
        ["a,c,1", "a,b,1; 2", "a,d,2"],
        ["a,c,1", "a,d,2", "a,b,1; 2"],
    ];
    for rows in orders {
        let survey = read(&[ties(&rows)]);
        assert_eq!(phases(&survey), ["1", "2"], "{rows:?}");
        assert_eq!(survey.ties.len(), 4, "{rows:?}");
    }
}

#[test]
fn a_cell_whose_parts_stand_nowhere_alone_is_one_phase_in_any_order() {
    // `1; 2` was met before `1; 2; 3`, but is no phase of a list.
    for rows in [["a,b,1; 2", "a,c,1; 2; 3"], ["a,c,1; 2; 3", "a,b,1; 2"]] {
        let survey = read(&[ties(&rows), file("actors.csv", "id,phase\na,3\nb,\nc,\n")]);
        assert_eq!(phases(&survey), ["1; 2", "1; 2; 3", "3"], "{rows:?}");
    }
}

#[test]
fn a_phase_of_the_table_may_hold_the_mark_of_lists() {
    let table = file(
        "phases.csv",
        "id,name\n1,Vorlauf\n2,Aufbau\n3,Vorlauf; Aufbau\n",
    );
    let survey = read(&[table, ties(&["a,b,Vorlauf; Aufbau", "a,c,1; Aufbau"])]);
    assert_eq!(phases(&survey), ["1", "2", "3"]);
    let of: Vec<_> = survey.ties.iter().map(|tie| tie.phase).collect();
    assert_eq!(of, [Some(2), Some(0), Some(1)]);
}

#[test]
fn the_mark_between_phases_is_that_of_each_file() {
    let semicolons = file("ties.csv", "from;to;phase\na;b;1|2\na;c;1\na;d;2\n");
    for files in [
        [ties(&["a,e,1; 2"]), semicolons.clone()],
        [semicolons.clone(), ties(&["a,e,1; 2"])],
    ] {
        assert_eq!(phases(&read(&files)), ["1", "2"]);
    }
}

#[test]
fn a_cell_of_very_many_marks_is_a_name_that_is_too_long() {
    let marks = "; ".repeat(5_000_000);
    let faults = survey(&[ties(&["a,b,1", &format!("a,c,{marks}1")])]).expect_err("too long");
    assert_eq!(faults.list[0].problem, Problem::NameTooLong(300));
    assert_eq!(faults.len(), 1);
}

#[test]
fn each_row_with_a_phase_that_is_too_long_is_told() {
    let long = "w".repeat(301);
    let rows = [format!("a,b,{long}"), format!("a,c,{long}")];
    let faults = survey(&[ties(&[&rows[0], &rows[1]])]).expect_err("too long");
    let rows: Vec<_> = faults.list.iter().map(|fault| fault.place.row).collect();
    assert_eq!(rows, [Some(2), Some(3)]);
}

#[test]
fn lists_of_phases_name_no_more_than_there_is_room_for() {
    let waves: Vec<String> = (0..900).map(|wave| wave.to_string()).collect();
    let mut rows: Vec<String> = waves.iter().map(|wave| format!("a,b,{wave}")).collect();
    let list = waves.join(";");
    rows.extend((0..1_200).map(|_| format!("a,b,{list}")));
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let faults = survey(&[ties(&rows)]).expect_err("too many");
    assert_eq!(faults.list[0].problem, Problem::TooManyItems(1_000_000));
    assert_eq!(faults.len(), 1);
}
