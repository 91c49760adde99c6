//! A store that cannot be opened or written, as a person at a terminal meets it.

use super::Desk;

/// What is said in German and in English, of which the first line is for people.
fn said(desk: &Desk, store: &str) -> [String; 2] {
    ["de", "en"].map(|lang| {
        let arguments = [
            "report",
            "--district",
            "mitte",
            "--store",
            store,
            "--lang",
            lang,
        ];
        let (status, said) = desk.fails(&arguments);
        assert_eq!(status, 1, "{said}");
        said.lines().next().expect("a line").to_owned()
    })
}

#[test]
fn a_store_in_a_folder_that_is_not_there_is_told_with_the_remedy() {
    let desk = Desk::new();
    let [german, english] = said(&desk, "sqlite:gibt-es-nicht/probe.db");
    assert!(
        german.contains("gibt-es-nicht/probe.db") && german.contains("Ordner anlegen"),
        "{german}"
    );
    assert!(english.contains("create the folder"), "{english}");
    assert!(
        !german.contains("unable"),
        "what SQLite says stands apart: {german}"
    );
    assert!(!desk.path().join("gibt-es-nicht").exists());
}

#[test]
fn a_damaged_store_is_told_and_left_as_it_is() {
    let desk = Desk::new();
    desk.ok(&["report", "--district", "musterbezirk"]);
    let file = desk.path().join("miteinander.db");
    let mut bytes = std::fs::read(&file).expect("the store");
    let page = bytes.len() / 2;
    bytes[100..page].fill(0xAB);
    std::fs::write(&file, &bytes).expect("written");
    let [german, english] = said(&desk, "sqlite:miteinander.db");
    assert!(german.contains("miteinander.db ist beschädigt"), "{german}");
    assert!(english.contains("is damaged"), "{english}");
    assert_eq!(std::fs::read(&file).expect("the store"), bytes);
}

#[test]
fn a_command_leaves_all_of_the_store_in_its_one_file() {
    let desk = Desk::new();
    desk.ok(&["report", "--district", "musterbezirk"]);
    let names: Vec<_> = std::fs::read_dir(desk.path())
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    assert_eq!(names, ["miteinander.db"]);
}

#[test]
fn a_server_that_does_not_answer_is_named_with_its_address() {
    let desk = Desk::new();
    desk.put("secret", "x");
    let address = "bolt://neo4j@127.0.0.1:9";
    for (lang, says) in [("de", "nicht erreichbar"), ("en", "cannot be reached")] {
        let arguments = [
            "report",
            "--district",
            "mitte",
            "--store",
            address,
            "--lang",
            lang,
        ];
        let output = desk.run_with(&arguments, &[("NEO4J_PASSWORD_FILE", "secret")]);
        let (_, said) = super::texts(&output);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.starts_with(address) && said.contains(says), "{said}");
    }
}

#[test]
fn a_file_that_is_not_there_is_told_in_the_readers_language() {
    let desk = Desk::new();
    for (lang, says) in [("de", "gibt es nicht"), ("en", "is not there")] {
        let (_, said) = desk.fails(&["report", "fehlt.xlsx", "--lang", lang]);
        assert!(said.contains("fehlt.xlsx") && said.contains(says), "{said}");
        assert!(!said.contains("os error"), "{said}");
    }
}

#[cfg(unix)]
#[test]
fn only_plain_files_are_read() {
    let desk = Desk::new().with_tables();
    let pipe = desk.path().join("leitung.csv");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("mkfifo").success());
    std::fs::create_dir(desk.path().join("ordner")).expect("a folder");
    for (input, german, english) in [
        ("leitung.csv", "Leitung", "pipe"),
        ("/dev/zero", "Gerät", "device"),
        ("ordner", "Ordner", "folder"),
    ] {
        for (lang, says) in [("de", german), ("en", english)] {
            let district = ["import", input, "--district", "mitte", "--lang", lang];
            let files = ["report", "funktionen.csv", input, "--lang", lang];
            for arguments in [&district[..], &files[..]] {
                let (status, said) = desk.fails(arguments);
                assert_eq!(status, 1, "{said}");
                assert!(said.contains(input) && said.contains(says), "{said}");
            }
        }
    }
}

#[test]
fn a_file_larger_than_all_that_may_be_read_is_refused_unread() {
    let desk = Desk::new();
    let file = std::fs::File::create(desk.path().join("netz.csv")).expect("a file");
    // It has no bytes on the disk: whoever read it whole would hold 200 GB.
    file.set_len(200_000_000_000).expect("a hole");
    let (status, said) = desk.fails(&["import", "netz.csv", "--district", "mitte"]);
    assert_eq!(status, 1);
    assert!(
        said.starts_with("netz.csv: ") && said.contains("50 MB"),
        "{said}"
    );
}
