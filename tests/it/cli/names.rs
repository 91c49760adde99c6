//! Names at a terminal: what looks alike, what may be renamed, and faults by their causes.

use super::{DEPARTMENTS, Desk, last_line, texts};

const IMPORT: [&str; 6] = [
    "import",
    "organisationen.csv",
    "funktionen.csv",
    "zusammenarbeit.csv",
    "--district",
    "spandau",
];

fn desk(name: &str) -> Desk {
    let desk = Desk::new();
    desk.put("organisationen.csv", DEPARTMENTS);
    put(&desk, name);
    desk
}

fn put(desk: &Desk, name: &str) {
    desk.put(
        "funktionen.csv",
        &format!("Name,Amt\n{name},Jugendamt\nKJGD,Gesundheitsamt\n"),
    );
    desk.put(
        "zusammenarbeit.csv",
        &format!("Von,Mit,Stärke\n{name},KJGD,3\n"),
    );
}

#[test]
fn a_likely_renaming_is_named_with_the_option_that_takes_it() {
    let desk = desk("RSD Süd");
    desk.ok(&IMPORT);
    put(&desk, "RSD Region Süd");
    let dry = [&IMPORT[..], &["--dry-run"]].concat();
    let (out, said) = texts(&desk.run(&dry));
    assert!(
        said.contains("--renamed \"RSD Süd=RSD Region Süd\""),
        "{said}"
    );
    assert_ne!(last_line(&out), "1 Änderung");
    let renamed = [&IMPORT[..], &["--renamed", "RSD Süd=RSD Region Süd"]].concat();
    assert_eq!(last_line(&desk.ok(&renamed)), "1 Änderung");
    let (status, said) = desk.fails(&[&IMPORT[..], &["--renamed", "Niemand=Jemand"]].concat());
    assert!(status == 1 && said.contains("Niemand"), "{said}");
    let (status, _) = desk.fails(&[&IMPORT[..], &["--renamed", "Niemand"]].concat());
    assert_eq!(status, 2);
}

#[test]
fn faults_are_told_by_their_causes_under_the_name_of_their_file() {
    let desk = desk("RSD Süd");
    desk.put(
        "zusammenarbeit.csv",
        "Von,Mit,Stärke\nRSD Sued,KJGD,3\nKJGD,RSD Sued,3\nKJGD,RSD Süd,hoch\n,KJGD,1\n,KJGD,2\n",
    );
    let (_, said) = desk.fails(&IMPORT);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines[0], "zusammenarbeit.csv:", "{said}");
    assert_eq!(said.matches("zusammenarbeit.csv").count(), 1, "{said}");
    assert!(
        lines[1].contains("2 × „RSD Sued“ ist keine bekannte Funktion")
            && lines[1].contains("Meinten Sie „RSD Süd“?")
            && lines[1].contains("Zeile 2, Spalte „Von“; Zeile 3, Spalte „Mit“"),
        "{said}"
    );
    assert!(
        lines[2].starts_with("  Zeile 4, Spalte „Stärke“: „hoch“"),
        "{said}"
    );
    assert!(
        lines[3].starts_with("  2 × Hier fehlt eine Angabe.")
            && lines[3].ends_with("(Zeilen 5, 6, Spalte „Von“)"),
        "{said}"
    );
}

#[test]
fn one_yes_beside_nine_empty_cells_is_one_of_ten_everywhere() {
    let name = "cases/27-two-response-rates/one-yes-nine-empty.xlsx";
    let Some(file) = crate::shared(name) else {
        return;
    };
    let file = file.display().to_string();
    let desk = Desk::new();
    desk.ok(&["import", &file, "--district", "spandau"]);
    for source in [&["--district", "spandau"][..], &[&file]] {
        let text = desk.ok(&[&["report", "--permutations", "0"][..], source].concat());
        assert!(
            text.contains("1 von 10") && !text.contains("1 von 1 "),
            "{text}"
        );
        let json = desk.ok(&[
            &["report", "--permutations", "0", "--format", "json"][..],
            source,
        ]
        .concat());
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(json["response"]["asked"], 10);
        assert_eq!(json["response"]["answered"], 1);
    }
}
