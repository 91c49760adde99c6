//! Nobody reads any more (`| head`): no command panics, and each ends as it would otherwise.

use std::io::{PipeWriter, Read, Write, pipe};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use super::{Desk, IMPORT, last_line};

/// A stream whose reader is gone.
fn closed() -> PipeWriter {
    let (reader, writer) = pipe().expect("a pipe");
    drop(reader);
    writer
}

/// Starts the program with nobody at its output, at its errors, or at either.
fn start(desk: &Desk, arguments: &[&str], out: bool, err: bool) -> Child {
    let mut program = Command::new(env!("CARGO_BIN_EXE_miteinander"));
    program
        .args(arguments)
        .current_dir(desk.path())
        .env("LANG", "de_DE.UTF-8")
        .env_remove("MITEINANDER_STORE")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if out {
        program.stdout(closed());
    }
    if err {
        program.stderr(closed());
    }
    program.spawn().expect("the program starts")
}

const STREAMS: [(bool, bool); 3] = [(true, false), (false, true), (true, true)];

#[track_caller]
fn ends(desk: &Desk, arguments: &[&str], status: i32) {
    for (out, err) in STREAMS {
        let ended = start(desk, arguments, out, err).wait();
        let ended = ended.expect("it ends").code();
        assert_eq!(ended, Some(status), "{arguments:?} {out} {err}");
    }
}

#[test]
fn what_is_told_to_nobody_is_done_nevertheless() {
    let desk = Desk::new().with_tables();
    // A column that nobody knows, so that the import has something to remark.
    desk.put(
        "zusammenarbeit.csv",
        "Von,Mit,Stärke,Wetter\na1,a2,5,x\na1,b1,3,x\n",
    );
    ends(&desk, &IMPORT, 0);
    assert_eq!(last_line(&desk.ok(&IMPORT)), "0 Änderungen");
    let demo = ["--district", "musterbezirk"];
    ends(&desk, &[&["report"], &demo[..]].concat(), 0);
    let phases = ["--from", "1", "--to", "2"];
    ends(&desk, &[&["compare"], &demo[..], &phases].concat(), 0);
    let leaders = ["--bodies", "--audience", "leadership", "-o", "karte.svg"];
    ends(&desk, &[&["map"], &demo[..], &leaders].concat(), 0);
    ends(
        &desk,
        &[&["export"], &demo[..], &["-o", "netz.json"]].concat(),
        0,
    );
    for written in ["karte.svg", "netz.json"] {
        let bytes = std::fs::read(desk.path().join(written)).expect("it was written");
        assert!(!bytes.is_empty(), "{written}");
    }
}

#[test]
fn what_is_refused_to_nobody_ends_as_refused() {
    let desk = Desk::new();
    for lang in ["de", "en"] {
        ends(&desk, &["--lang", lang, "--help"], 0);
        ends(&desk, &["--lang", lang, "map", "--help"], 0);
        ends(&desk, &["--lang", lang, "report", "--nirgends"], 2);
        ends(&desk, &["--lang", lang, "report", "fehlt.csv"], 1);
        let alone = ["--lang", lang, "--listen", "127.0.0.1:1", "report", "a.csv"];
        ends(&desk, &alone, 2);
        let unfit = [
            "--lang", lang, "map", "a.csv", "--view", "offer", "-o", "a.svg",
        ];
        ends(&desk, &unfit, 2);
    }
    ends(&desk, &["--version"], 0);
}

#[test]
fn pages_are_served_though_nobody_reads_where_or_what_is_logged() {
    let desk = Desk::new();
    for (out, err) in STREAMS {
        let free = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = free.local_addr().expect("an address").to_string();
        drop(free);
        let mut serving = start(&desk, &["serve", "--listen", &address], out, err);
        let begun = Instant::now();
        let mut asked = loop {
            if let Ok(asked) = TcpStream::connect(&address) {
                break asked;
            }
            let ended = serving.try_wait().expect("its state");
            assert_eq!(ended, None, "it serves {out} {err}");
            assert!(begun.elapsed() < Duration::from_secs(60));
        };
        // A page, so that a line is logged.
        let head = format!("GET /how HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
        asked.write_all(head.as_bytes()).expect("asked");
        let mut answer = String::new();
        asked.read_to_string(&mut answer).expect("answered");
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        kill_process(Pid::from_child(&serving), Signal::TERM).expect("it lives");
        let ended = serving.wait().expect("it ends").code();
        assert_eq!(ended, Some(0), "{out} {err}");
    }
}
