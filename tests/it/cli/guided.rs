//! What a person is told before it matters: what goes, whose names, and the same number by two commands.

use super::{Desk, IMPORT, last_line};

#[test]
fn what_an_import_removes_is_its_first_line() {
    let desk = Desk::new().with_tables();
    desk.ok(&IMPORT);
    desk.put("zusammenarbeit.csv", "Von,Mit,Stärke\na1,a2,5\n");
    let replace = [
        "import",
        "zusammenarbeit.csv",
        "--district",
        "spandau",
        "--replace",
    ];
    let dry: Vec<&str> = replace.iter().copied().chain(["--dry-run"]).collect();
    let said = desk.ok(&dry);
    assert_eq!(
        said.lines().next(),
        Some("1 Eintrag würde entfernt"),
        "{said}"
    );
    assert_eq!(last_line(&said), "1 Änderung");
    let said = desk.ok(&replace);
    assert_eq!(said.lines().next(), Some("1 Eintrag entfernt"), "{said}");
    let english: Vec<&str> = dry.iter().copied().chain(["--lang", "en"]).collect();
    assert_eq!(last_line(&desk.ok(&english)), "0 changes");
}

#[test]
fn contacts_are_told_by_their_number_alone() {
    let desk = Desk::new().with_tables();
    desk.ok(&IMPORT);
    let import = ["import", "funktionen.csv", "--district", "spandau"];
    let header = "Kennung,Funktion oder Einrichtung,Amt / Organisation,Ansprechperson\n";
    let rows = |a: &str, b: &str| {
        format!(
            "{header}a1,Netzwerkkoordination Frühe Hilfen,Jugendamt,{a}\nb1,\"KJGD, Ersthausbesuch\",Gesundheitsamt,{b}\n"
        )
    };
    desk.put("funktionen.csv", &rows("Sabine Krause", "Frau Geheim"));
    let said = desk.ok(&import);
    assert_eq!(said.lines().next(), Some("2 Kontaktangaben neu"), "{said}");
    desk.put("funktionen.csv", &rows("Herr Anders", ""));
    let dry: Vec<&str> = import.iter().copied().chain(["--dry-run"]).collect();
    let said = desk.ok(&dry);
    assert_eq!(
        said.lines().next(),
        Some("1 Kontaktangabe geändert, 1 würde gelöscht"),
        "{said}"
    );
    assert!(
        !said.contains("Anders") && !said.contains("Geheim"),
        "{said}"
    );
}

#[test]
fn a_name_that_looks_like_a_persons_is_told_and_taken() {
    let desk = Desk::new().with_tables();
    desk.put(
        "funktionen.csv",
        "Kennung,Funktion oder Einrichtung,Amt / Organisation\na1,Frau Müller,Jugendamt\na2,Anna-Lindh-Schule,Jugendamt\nb1,C,Gesundheitsamt\n",
    );
    let output = desk.run(&IMPORT);
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(
        said.contains("„Frau Müller“ (Zeile 2) sieht nach dem Namen einer Person aus"),
        "{said}"
    );
    assert!(!said.contains("Lindh"), "{said}");
}

#[test]
fn the_map_and_the_report_of_offices_say_the_same_number() {
    let desk = Desk::new();
    let seed = concat!(env!("CARGO_MANIFEST_DIR"), "/seed/musterbezirk/");
    let files = ["organisationen.csv", "funktionen.csv", "zusammenarbeit.csv"];
    let files = files.map(|name| format!("{seed}{name}"));
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let offices = ["--scope", "offices", "--phase", "2"];
    let said = desk.ok(&[
        &["report"],
        &files[..],
        &offices[..],
        &["--permutations", "99"],
    ]
    .concat());
    let (_, number) = said
        .lines()
        .next()
        .and_then(|line| line.split_once(" von "))
        .expect("the headline has its number");
    let number = number.split(' ').next().expect("a number");
    desk.ok(&[&["map"], &files[..], &offices[..], &["-o", "karte.svg"]].concat());
    let svg = std::fs::read_to_string(desk.path().join("karte.svg")).expect("written");
    assert!(
        svg.contains(&format!(" von {number} gemeldeten Verbindungen")),
        "the sentence counts {number}"
    );
    let all = desk.ok(&[
        &["report"],
        &files[..],
        &["--phase", "2", "--permutations", "99"],
    ]
    .concat());
    assert!(!all.contains(&format!(" von {number} gemeldeten Verbindungen")));
}

#[test]
fn a_districts_template_is_its_own() {
    let desk = Desk::new().with_tables();
    desk.ok(&IMPORT);
    let export = |more: &[&str]| {
        desk.ok(&[&["export", "--template", "-o", "vorlage.xlsx"], more].concat());
        std::fs::read(desk.path().join("vorlage.xlsx")).expect("written")
    };
    let empty = export(&[]);
    let own = export(&["--district", "spandau"]);
    assert_ne!(empty, own);
    assert_eq!(
        last_line(&desk.ok(&["import", "vorlage.xlsx", "--district", "spandau"])),
        "0 Änderungen"
    );
}
