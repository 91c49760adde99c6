//! Deleting from the command line: what is over, a function on demand, and again after a backup came back.

use std::fs;

use serde_json::Value;

use super::Desk;

/// A function of the demonstration.
const NAME: &str = "Netzwerkkoordination Frühe Hilfen";

fn figures(desk: &Desk) -> Value {
    let told = desk.ok(&[
        "report",
        "--district",
        "musterbezirk",
        "--permutations",
        "0",
        "--format",
        "json",
        "--audience",
        "leadership",
    ]);
    serde_json::from_str(&told).expect("JSON")
}

/// Compares all figures. They are summed up in the order of the ids, which moves their last digits; and the search for
/// the best partition begins with another function.
fn same(before: &Value, after: &Value, place: &str) {
    match (before, after) {
        _ if place.contains("/modularity") => {}
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().expect(place), b.as_f64().expect(place));
            assert!((a - b).abs() <= 1e-9 * a.abs().max(1.0), "{place}: {a} {b}");
        }
        (Value::Array(a), Value::Array(b)) => {
            assert_eq!(a.len(), b.len(), "{place}");
            for (number, (a, b)) in a.iter().zip(b).enumerate() {
                same(a, b, &format!("{place}/{number}"));
            }
        }
        (Value::Object(a), Value::Object(b)) => {
            assert_eq!(a.len(), b.len(), "{place}");
            for (key, a) in a {
                same(a, &b[key], &format!("{place}/{key}"));
            }
        }
        (a, b) => assert_eq!(a, b, "{place}"),
    }
}

fn holds(desk: &Desk, file: &str, word: &str) -> bool {
    let bytes = fs::read(desk.path().join(file)).expect("a file");
    bytes
        .windows(word.len())
        .any(|part| part == word.as_bytes())
}

#[test]
fn a_deleted_function_changes_no_figure_and_stays_deleted_after_an_older_backup() {
    let desk = Desk::seeded();
    let before = figures(&desk);
    desk.ok(&["backup", "-o", "alt.backup", "--destroy-by", "31.12.2039"]);
    assert!(holds(&desk, "alt.backup", NAME) && holds(&desk, "miteinander.db", NAME));
    let said = desk.ok(&["erase", "--district", "musterbezirk", "--actor", NAME]);
    for words in [
        "Funktion 1",
        "alt.backup",
        "31.12.2039",
        "Gelöscht: 1 Funktion",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    same(&before, &figures(&desk), "");
    assert!(!holds(&desk, "miteinander.db", NAME));
    assert!(!holds(&desk, "miteinander.db.erased", NAME));
    // The backup of before brings it back, and it is deleted again, under the same name.
    let named = [
        "restore",
        "alt.backup",
        "--store",
        "sqlite:neu.db",
        "--erased",
    ];
    let said = desk.ok(&[&named[..], &["miteinander.db.erased"]].concat());
    assert!(
        said.contains("Eine Funktion, die nach der Sicherung gelöscht wurde"),
        "{said}"
    );
    assert!(!holds(&desk, "neu.db", NAME));
    let said = desk.ok(&["check", "--store", "sqlite:neu.db"]);
    assert!(said.starts_with("In Ordnung"), "{said}");
    desk.ok(&["backup", "-o", "neu.backup", "--store", "sqlite:neu.db"]);
    assert!(!holds(&desk, "neu.backup", NAME) && holds(&desk, "neu.backup", "Funktion 1"));
    // Without the register nobody knows of it, and that is said.
    let said = desk.ok(&["restore", "alt.backup", "--store", "sqlite:ohne.db"]);
    assert!(said.contains("Eine Liste der Löschungen"), "{said}");
    assert!(holds(&desk, "ohne.db", NAME));
}

#[test]
fn what_is_not_there_is_not_deleted_and_told_with_a_remedy() {
    let desk = Desk::seeded();
    assert_eq!(desk.ok(&["erase"]), "Nichts war zu löschen.\n");
    let (status, said) = desk.fails(&["erase", "--district", "musterbezirk", "--actor", "Niemand"]);
    assert_eq!(status, 1);
    assert!(
        said.contains("Eine Funktion „Niemand“ gibt es in diesem Bezirk nicht"),
        "{said}"
    );
    let (status, _) = desk.fails(&["erase", "--actor", "Niemand"]);
    assert_eq!(status, 2);
    let (status, said) = desk.fails(&["backup", "-o", "a.backup", "--destroy-by", "irgendwann"]);
    assert_eq!(status, 2, "{said}");
}

#[test]
fn an_export_with_contacts_stands_in_the_log_and_one_without_does_not() {
    let desk = Desk::seeded();
    desk.ok(&["export", "--district", "musterbezirk", "-o", "a.json"]);
    desk.ok(&["backup", "-o", "a.backup"]);
    assert!(!holds(&desk, "a.backup", "contacts_exported"));
    desk.ok(&[
        "export",
        "--district",
        "musterbezirk",
        "--contacts",
        "-o",
        "b.json",
    ]);
    desk.ok(&["backup", "-o", "b.backup"]);
    assert!(holds(&desk, "b.backup", "contacts_exported"));
}
