//! One row a function, its partners in several columns or in one cell.

use super::*;
use miteinander::exchange::Problem;

#[test]
fn the_list_of_functions_with_three_partners_is_three_ties() {
    let Some(files) = case("19-node-list", &["nodelist.xlsx"]) else {
        return;
    };
    let pairs = [
        "KJGD Team A → KJGD Team B",
        "RSD Süd → Frühe Hilfen Koordination",
        "RSD Süd → RSD Nord",
    ];
    let survey = read(&files).survey;
    assert_eq!(ties(&survey), pairs.map(|pair| format!("{pair}: 1")));
    let mut district = Filled::new();
    district.take(&files);
    assert_eq!(
        reports(&district.network),
        pairs.map(|pair| format!("{pair}: ?"))
    );
}

#[test]
fn each_partner_has_its_strength_and_all_of_a_row_the_same_kind() {
    let list = file(
        "netz.csv",
        "Funktion;Partner 1;Stärke 1;Partner 2;Stärke 2;Art\nRSD Süd;KJGD;3;RSD Nord;4;Information\nKJGD;–;;Ersthausbesuch;2;Vermittlung\n",
    );
    let expected = [
        "KJGD → Ersthausbesuch: 2",
        "RSD Süd → KJGD: 3",
        "RSD Süd → RSD Nord: 4",
    ];
    assert_eq!(ties(&read(&[functions(), list.clone()]).survey), expected);
    let district = taken(list);
    assert_eq!(reports(&district.network), expected);
    let kinds = kinds(&district.network);
    assert!(kinds.contains(&("KJGD → Ersthausbesuch".to_owned(), vec!["referral"])));
}

#[test]
fn one_sheet_may_say_where_a_function_is_and_with_whom_it_works() {
    let list = file(
        "liste.csv",
        "Funktion;Amt;Partner 1;Partner 2\nRSD Süd;Jugendamt;KJGD;RSD Nord\nRSD Nord;Jugendamt;;\nKJGD;Gesundheitsamt;RSD Nord;\n",
    );
    let read = read(std::slice::from_ref(&list));
    let expected = [
        "KJGD → RSD Nord: 1",
        "RSD Süd → KJGD: 1",
        "RSD Süd → RSD Nord: 1",
    ];
    assert_eq!(ties(&read.survey), expected);
    assert!(
        read.survey
            .presences
            .iter()
            .all(|row| row.department.is_some())
    );
    assert!(
        !notices(&read).join("\n").contains("nicht bekannt"),
        "{:?}",
        notices(&read)
    );
    let mut district = Filled::new();
    district.take(&[offices(), list]);
    assert_eq!(
        reports(&district.network),
        expected.map(|tie| tie.replace(": 1", ": ?"))
    );
}

#[test]
fn several_functions_in_one_cell_are_several_ties() {
    let Some(files) = case("14-ties-between-offices", &["many-in-mit.xlsx"]) else {
        return;
    };
    let expected = [
        "RSD Süd → KJGD Team A: 3",
        "RSD Süd → KJGD Team B: 3",
        "RSD Süd → Planung: 3",
    ];
    assert_eq!(ties(&read(&files).survey), expected);
    let mut district = Filled::new();
    district.take(&files);
    assert_eq!(reports(&district.network), expected);
}

#[test]
fn of_a_list_the_function_that_is_unknown_is_the_fault() {
    let list = file(
        "zusammenarbeit.csv",
        "Von,Mit,Stärke\nRSD Süd,KJGD; RSD Ost; RSD Nord,3\nKJGD,\"RSD Nord\nErsthausbesuch\",2\n",
    );
    for faults in [
        refused(&[functions(), list.clone()]),
        Filled::new()
            .plan(&[offices(), functions(), list])
            .expect_err("faults"),
    ] {
        assert_eq!(faults.len(), 1, "{}", faults.say(Lang::De));
        let place = &faults.list[0].place;
        assert_eq!(
            (place.row, place.value.as_deref()),
            (Some(2), Some("RSD Ost"))
        );
    }
}

#[test]
fn ties_between_offices_are_refused_with_functions_to_choose_from() {
    let Some(files) = case("14-ties-between-offices", &["offices.xlsx"]) else {
        return;
    };
    for faults in [
        refused(&files),
        Filled::new().plan(&files).expect_err("faults"),
    ] {
        assert_eq!(faults.len(), 4, "{}", faults.say(Lang::De));
        for fault in &faults.list {
            let Problem::OfficeAsEnd(functions) = &fault.problem else {
                panic!("{}", fault.say(Lang::De));
            };
            assert!(!functions.is_empty());
        }
        let said = faults.say(Lang::De);
        assert!(
            said.contains("„Jug“ ist eine Organisation. Zusammenarbeit verbindet Funktionen"),
            "{said}"
        );
    }
}
