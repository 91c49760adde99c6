//! Accounts at a terminal: the link is the last line, and whoever is needed stays.

use super::{Desk, last_line};

const FIRST: [&str; 7] = [
    "account",
    "add",
    " K.Weber@Mitte.example",
    "--role",
    "district-coordination",
    "--district",
    "mitte",
];

#[test]
fn the_last_line_of_a_new_account_is_its_link_and_a_new_link_is_another() {
    let desk = Desk::new();
    let said = desk.ok(&FIRST);
    assert!(said.contains("k.weber@mitte.example") && said.contains("Bezirkskoordination"));
    let link = last_line(&said).to_owned();
    let token = link.strip_prefix("http://127.0.0.1:8080/invitation/");
    assert_eq!(token.map(str::len), Some(64), "{said}");
    let public = ["--public-url", "https://netz.example.org"];
    let again = [&["account", "invite", "k.weber@mitte.example"][..], &public].concat();
    let again = desk.ok(&again);
    assert!(last_line(&again).starts_with("https://netz.example.org/invitation/"));
    let list = desk.ok(&["account", "list"]);
    assert_eq!(
        list.trim(),
        "k.weber@mitte.example · Bezirkskoordination · mitte · eingeladen, noch ohne Passwort"
    );
    let list = desk.ok(&["account", "list", "--format", "json"]);
    let list: serde_json::Value = serde_json::from_str(&list).expect("JSON");
    assert_eq!(list["mode"], "personal");
    assert_eq!(list["accounts"][0]["role"], "district-coordination");
    // A backup holds the account, and no link.
    desk.ok(&["backup", "-o", "a.backup"]);
    let back = desk.ok(&["restore", "a.backup", "--store", "sqlite:b.db"]);
    assert!(
        back.contains("ohne Passwort: k.weber@mitte.example"),
        "{back}"
    );
    let other = desk.ok(&["account", "list", "--store", "sqlite:b.db"]);
    assert!(other.contains("k.weber@mitte.example"), "{other}");
    desk.ok(&["account", "remove", "k.weber@mitte.example"]);
    assert!(desk.ok(&["account", "list"]).contains("noch keine Konten"));
}

#[test]
fn what_no_account_can_be_is_refused_with_the_remedy() {
    let desk = Desk::new();
    let add = |rest: &[&'static str]| [&["account", "add"][..], rest].concat();
    for (rest, status, words) in [
        (
            &["a@b.de", "--role", "leader", "--district", "mitte"][..],
            1,
            "Das erste Konto",
        ),
        (&["keine", "--role", "programme"], 1, "keine E-Mail-Adresse"),
        (&["a@b.de", "--role", "leader"], 2, "--district"),
        (
            &["a@b.de", "--role", "programme", "--district", "mitte"],
            2,
            "--district",
        ),
        (
            &["a@b.de", "--role", "leader", "--district", "atlantis"],
            1,
            "tempelhof-schoeneberg",
        ),
        (
            &[
                "a@b.de",
                "--role",
                "district-coordination",
                "--district",
                "musterbezirk",
            ],
            1,
            "nur zum Ansehen",
        ),
        (&["a@b.de", "--role", "mayor"], 2, "mayor"),
        (
            &[
                "a@b.de",
                "--role",
                "programme",
                "--public-url",
                "https://x.de/netz",
            ],
            1,
            "--public-url",
        ),
    ] {
        let (found, said) = desk.fails(&add(rest));
        assert_eq!(found, status, "{rest:?}: {said}");
        assert!(said.contains(words), "{rest:?}: {said}");
    }
    assert!(desk.ok(&["account", "list"]).contains("noch keine Konten"));
    desk.ok(&FIRST);
    let (_, said) = desk.fails(&FIRST);
    assert!(said.contains("hat schon ein Konto"), "{said}");
    for command in ["invite", "remove"] {
        let (status, said) = desk.fails(&["account", command, "n@b.de"]);
        assert_eq!(
            (status, said.contains("gibt es nicht")),
            (1, true),
            "{said}"
        );
    }
}

#[test]
fn others_are_let_in_encrypted_only_and_never_without_an_account() {
    let desk = Desk::new();
    let open = [
        "serve",
        "--listen",
        "0.0.0.0:0",
        "--public-url",
        "https://netz.example.org",
    ];
    let (status, said) = desk.fails(&open);
    assert_eq!(status, 1);
    assert!(said.contains("miteinander account add"), "{said}");
    let (status, said) = desk.fails(&["serve", "--listen", "0.0.0.0:0"]);
    assert_eq!(status, 1);
    assert!(said.contains("--public-url https://"), "{said}");
    let (status, said) = desk.fails(&["serve", "--trusted-proxy", "10.0.0.0/99"]);
    assert_eq!(status, 1);
    assert!(said.contains("10.0.0.0/8"), "{said}");
}

#[test]
#[cfg(unix)]
fn the_link_with_the_key_is_printed_also_when_quiet_and_stands_in_no_log() {
    use std::io::{BufRead, BufReader, Read, Write};
    use std::process::{Command, Stdio};

    let desk = Desk::new();
    let mut service = Command::new(env!("CARGO_BIN_EXE_miteinander"))
        .args(["serve", "--key", "--quiet", "--listen", "127.0.0.1:0"])
        .current_dir(desk.path())
        .env_remove("MITEINANDER_STORE")
        .env("MITEINANDER_LOG", "trace")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut line = String::new();
    let said = service.stdout.take().expect("it is piped");
    let read = BufReader::new(said).read_line(&mut line);
    read.expect("it says where it is");
    let (_, link) = line.split_once("http://").expect("a link");
    let (address, key) = link.trim().split_once("/?key=").expect("a key");
    assert_eq!(key.len(), 64, "{line}");
    let ask = |path: &str| {
        let mut asked = std::net::TcpStream::connect(address).expect("it listens");
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
        asked.write_all(request.as_bytes()).expect("it reads");
        let mut answer = String::new();
        asked.read_to_string(&mut answer).expect("it answers whole");
        answer
    };
    assert!(ask("/").starts_with("HTTP/1.1 403"));
    assert!(ask(&format!("/?key={key}")).starts_with("HTTP/1.1 303"));
    let stopped = Command::new("kill")
        .args(["-TERM", &service.id().to_string()])
        .status();
    assert!(stopped.expect("it is asked to stop").success());
    let ended = service.wait_with_output().expect("it ends");
    let log = String::from_utf8_lossy(&ended.stderr).into_owned();
    assert!(!log.is_empty() && !log.contains(key), "{log}");
}
