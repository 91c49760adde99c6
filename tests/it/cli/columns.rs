//! Columns that are not known are asked for, and nothing is left out in silence.

use super::{Desk, last_line, texts};

const FUNCTIONS: &str =
    "Funktion,Amt\nRSD Süd,Jugendamt\nRSD Nord,Jugendamt\nKJGD,Gesundheitsamt\n";
const OFFICES: &str = "Name,Art\nJugendamt,Fachamt\nGesundheitsamt,Fachamt\n";
const UNKNOWN: &str = "meldet,genannt,Punkte\nRSD Süd,KJGD,3\nKJGD,RSD Nord,2\n";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.put("funktionen.csv", FUNCTIONS);
    desk.put("aemter.csv", OFFICES);
    desk.put("liste.csv", UNKNOWN);
    desk
}

const COLUMNS: [&str; 6] = [
    "--column",
    "from=meldet",
    "--column",
    "to=genannt",
    "--column",
    "strength=Punkte",
];

#[test]
fn a_list_that_is_not_known_is_refused_with_its_columns_and_the_option() {
    let desk = desk();
    for command in [
        &["report", "funktionen.csv", "liste.csv"][..],
        &["map", "funktionen.csv", "liste.csv", "-o", "netz.svg"],
        &[
            "compare",
            "funktionen.csv",
            "liste.csv",
            "--from",
            "1",
            "--to",
            "2",
        ],
        &[
            "import",
            "aemter.csv",
            "funktionen.csv",
            "liste.csv",
            "--district",
            "spandau",
        ],
    ] {
        let (status, said) = desk.fails(command);
        assert_eq!(status, 1, "{said}");
        for part in ["liste.csv", "„meldet“", "„genannt“", "--column from="] {
            assert!(said.contains(part), "{part}\n{said}");
        }
    }
    assert!(!desk.path().join("netz.svg").exists());
}

#[test]
fn with_its_columns_named_it_is_read() {
    let desk = desk();
    let report = [
        "report",
        "funktionen.csv",
        "liste.csv",
        "--format",
        "json",
        "--permutations",
        "0",
    ];
    let report = desk.ok(&[&report[..], &COLUMNS].concat());
    let report: serde_json::Value = serde_json::from_str(&report).expect("JSON alone");
    assert_eq!(report["ties"], 2);
    let map = ["map", "funktionen.csv", "liste.csv", "-o", "netz.json"];
    desk.ok(&[&map[..], &COLUMNS].concat());
    let map = std::fs::read_to_string(desk.path().join("netz.json")).expect("written");
    assert!(
        map.contains("\"strength\": 3") || map.contains("\"strength\":3"),
        "{map}"
    );
    let import = [
        "import",
        "aemter.csv",
        "funktionen.csv",
        "liste.csv",
        "--district",
        "spandau",
    ];
    let said = desk.ok(&[&import[..], &COLUMNS].concat());
    assert_eq!(last_line(&said), "10 Änderungen");
}

#[test]
fn what_names_no_column_is_wrong_usage_or_told() {
    let desk = desk();
    let with = |column| desk.fails(&["report", "funktionen.csv", "liste.csv", "--column", column]);
    let (status, said) = with("form=meldet");
    assert_eq!(status, 2);
    assert!(
        said.contains("„form“") && said.contains("from, to, strength"),
        "{said}"
    );
    let (status, said) = with("meldet");
    assert_eq!(status, 2);
    assert!(said.contains("SCHLÜSSEL=SPALTE"), "{said}");
    let (status, said) = with("from=Melder");
    assert_eq!(status, 1);
    assert!(
        said.contains("Eine Spalte „Melder“ gibt es nicht"),
        "{said}"
    );
}

#[test]
fn what_was_taken_for_what_is_told_beside_the_report() {
    let desk = desk();
    desk.put(
        "netz.csv",
        "Quelle,Ziel,Gewicht,Datum\nRSD Süd,KJGD,3,gestern\n",
    );
    let report = [
        "report",
        "funktionen.csv",
        "netz.csv",
        "--format",
        "json",
        "--permutations",
        "0",
    ];
    let (out, err) = texts(&desk.run(&report));
    assert!(out.starts_with('{'), "{out}");
    for part in ["„Quelle“ als „Von“", "Spalte „Datum“"] {
        assert!(err.contains(part), "{part}\n{err}");
    }
    let (_, err) = texts(&desk.run(&[&report[..], &["--quiet"]].concat()));
    assert_eq!(err, "");
}
