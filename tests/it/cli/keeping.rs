//! Backups: written while others work, brought back into what is empty, compared with their checksums.

use std::fs;

use super::Desk;

#[test]
fn a_backup_is_brought_back_and_gives_the_same_bytes() {
    let desk = Desk::seeded();
    let said = desk.ok(&["backup", "-o", "a.backup"]);
    assert!(said.contains("13 Bezirken"), "{said}");
    let said = desk.ok(&["restore", "a.backup", "--store", "sqlite:b.db"]);
    assert!(said.contains("13 Bezirke"), "{said}");
    let quiet = [
        "backup",
        "-o",
        "b.backup",
        "--store",
        "sqlite:b.db",
        "--quiet",
    ];
    assert_eq!(desk.ok(&quiet), "");
    // That it was brought back stands in the log of the programme; all else gives the same bytes.
    let lines = |name: &str| {
        let text = fs::read_to_string(desk.path().join(name)).expect("a backup");
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let end = lines[1].len() - 1;
        let log = lines[1].find(",\"log\":[");
        let log = lines[1].split_off(log.unwrap_or(end));
        lines.pop();
        (lines, log)
    };
    let ((before, none), (after, log)) = (lines("a.backup"), lines("b.backup"));
    assert!(before == after, "other bytes");
    assert_eq!(none, "}");
    assert!(
        log.contains("restored") && !log.contains("backed_up"),
        "{log}"
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let about = fs::metadata(desk.path().join("a.backup")).expect("there");
        let mode = about.permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "it holds contacts");
    }
    for arguments in [
        &["check", "--store", "sqlite:b.db"][..],
        &["check", "a.backup", "--store", "sqlite:nowhere.db"],
    ] {
        let said = desk.ok(arguments);
        assert!(said.starts_with("In Ordnung: 13 Bezirke"), "{said}");
    }

    // Into what holds something nothing is brought back.
    let (status, said) = desk.fails(&["restore", "a.backup"]);
    assert_eq!(status, 1);
    assert!(said.contains("nur in eine leere Datenbank"), "{said}");
}

#[test]
fn a_damaged_backup_is_refused_before_anything_is_written() {
    let desk = Desk::seeded();
    desk.ok(&["backup", "-o", "a.backup"]);
    let mut bytes = fs::read(desk.path().join("a.backup")).expect("a backup");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 4;
    fs::write(desk.path().join("damaged"), &bytes).expect("written");
    let new = ["--store", "sqlite:new.db"];
    for command in ["restore", "check"] {
        for (lang, word) in [("de", "Prüfsumme"), ("en", "checksum")] {
            let arguments = [command, "damaged", new[0], new[1], "--lang", lang];
            let (status, said) = desk.fails(&arguments);
            assert_eq!(status, 1);
            assert!(said.contains(word), "{said}");
        }
    }
    let (status, said) = desk.fails(&["backup", "-o", "b.backup", new[0], new[1]]);
    assert_eq!(status, 1);
    assert!(said.contains("new.db gibt es nicht"), "{said}");
    for name in ["new.db", "b.backup"] {
        assert!(!desk.path().join(name).exists(), "{name} was made");
    }
}

#[test]
fn a_store_that_breaks_its_own_rules_is_told() {
    let desk = Desk::seeded();
    let file = desk.path().join("miteinander.db");
    let connection = rusqlite::Connection::open(file).expect("SQLite opens it");
    connection
        .execute_batch(
            "UPDATE actor SET name = 'Jemand anderes' WHERE id = (SELECT min(id) FROM actor);
             DELETE FROM step WHERE scope = 'programme'",
        )
        .expect("changed by hand");
    drop(connection);
    let (status, said) = desk.fails(&["check"]);
    assert_eq!(status, 1);
    for words in [
        "Fehler:",
        "musterbezirk: Was eingetragen ist, ist nicht, was der Verlauf ergibt.",
        "Bezirke und Förderphasen: Der Zähler gehört nicht zum letzten Schritt.",
    ] {
        assert!(said.contains(words), "{words}\n{said}");
    }
}
