//! A file is written whole, for whom it is meant, over nothing that must stay; and nothing is left beside it.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};

use rustix::process::{Pid, Signal, kill_process};

use super::Desk;

const CONTACTS: [&str; 6] = [
    "export",
    "--district",
    "musterbezirk",
    "--contacts",
    "-o",
    "netz.json",
];

/// The files beside the store.
fn files(desk: &Desk) -> Vec<String> {
    let entries = fs::read_dir(desk.path()).expect("the folder");
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.expect("an entry").file_name().into_string().ok())
        .filter(|name| !name.starts_with("miteinander.db"))
        .collect();
    names.sort();
    names
}

fn part(desk: &Desk) -> Option<PathBuf> {
    let name = files(desk)
        .into_iter()
        .find(|name| name.ends_with(".part"))?;
    Some(desk.path().join(name))
}

fn mode(path: PathBuf) -> Option<u32> {
    Some(fs::metadata(path).ok()?.permissions().mode() & 0o777)
}

/// How signals are met, whatever the tests themselves were started to ignore.
const DEFAULT: &str = "--default-signal=HUP,INT,TERM,QUIT";

/// Starts the program from a shell that may set something for it.
fn start(desk: &Desk, set: &str, arguments: &[&str]) -> Child {
    let mut program = Command::new("sh");
    let script = format!("{set} exec env {DEFAULT} $SIGNALS \"$0\" \"$@\"");
    program.args(["-c", &script, env!("CARGO_BIN_EXE_miteinander")]);
    program.args(arguments).current_dir(desk.path());
    program.env_remove("MITEINANDER_STORE");
    program.stdout(Stdio::null()).stderr(Stdio::null());
    program.spawn().expect("the program starts")
}

/// Asks a command to end, or kills it, while it writes, and answers how it ended; none where it was quicker.
fn end_while_writing(desk: &Desk, mut program: Child, signal: Signal) -> Option<ExitStatus> {
    while program.try_wait().expect("its state").is_none() {
        let Some(part) = part(desk) else { continue };
        kill_process(Pid::from_child(&program), signal).expect("not waited for yet");
        // Gone already, it was renamed in the meantime.
        if let Some(mode) = mode(part) {
            assert_eq!(mode, 0o600);
        }
        return Some(program.wait().expect("it ends"));
    }
    None
}

/// An export that takes so long to write that a signal meets it.
const LARGE: [&str; 6] = [
    "export",
    "--district",
    "mitte",
    "--contacts",
    "-o",
    "netz.json",
];

/// A desk with a district of many functions.
fn large() -> Desk {
    let desk = Desk::new();
    let note = "viel zu tun ".repeat(15);
    let mut rows = "Funktion oder Einrichtung;Amt / Organisation;Bemerkung\n".to_owned();
    for n in 0..20_000 {
        rows.push_str(&format!("Funktion {n};Jugendamt;{note}\n"));
    }
    let names = ["organisationen.csv", "funktionen.csv"];
    desk.put(names[0], "Name;Art\nJugendamt;Fachamt\n");
    desk.put(names[1], &rows);
    desk.ok(&[
        "import",
        names[0],
        names[1],
        "--district",
        "mitte",
        "--quiet",
    ]);
    for name in names {
        fs::remove_file(desk.path().join(name)).expect("it is there");
    }
    desk
}

#[test]
fn an_interrupted_command_leaves_nothing_behind() {
    let desk = large();
    desk.ok(&LARGE);
    let before = files(&desk);
    for signal in [Signal::INT, Signal::TERM, Signal::HUP] {
        let mut caught = 0;
        for _ in 0..400 {
            let program = start(&desk, "", &LARGE);
            let ended = end_while_writing(&desk, program, signal);
            caught += usize::from(ended.is_some_and(|ended| ended.signal().is_some()));
            assert_eq!(files(&desk), before, "{signal:?}");
            if caught == 2 {
                break;
            }
        }
        assert!(caught > 0, "it was never caught while it wrote");
    }
}

#[test]
fn what_the_program_was_told_to_ignore_it_ignores_while_it_writes() {
    let desk = large();
    let ended = (0..400).find_map(|_| {
        // As `nohup` does it.
        let program = start(&desk, "SIGNALS=--ignore-signal=HUP;", &LARGE);
        end_while_writing(&desk, program, Signal::HUP)
    });
    let ended = ended.expect("it was never caught while it wrote");
    assert!(ended.success(), "{ended}");
    assert_eq!(files(&desk), ["netz.json"]);
}

#[test]
fn what_a_killed_command_left_goes_with_the_next() {
    let desk = large();
    desk.ok(&LARGE);
    let before = files(&desk);
    let left = (0..400).find_map(|_| {
        end_while_writing(&desk, start(&desk, "", &LARGE), Signal::KILL);
        part(&desk)
    });
    let left = left.expect("it was never caught while it wrote");
    assert_eq!(mode(left.clone()), Some(0o600));
    // The part of one who still writes, and the like of another file, stay.
    let name = left.file_name().and_then(|name| name.to_str());
    let name = name.expect("a name");
    let writing = desk.path().join(name.replace(".part", "a.part"));
    let other = desk.path().join(name.replace("netz", "anderes"));
    fs::write(&other, "").expect("written");
    let held = fs::File::create(&writing).expect("written");
    held.lock().expect("locked");
    desk.ok(&LARGE);
    assert!(!left.exists() && writing.exists() && other.exists());
    drop(held);
    desk.ok(&LARGE);
    fs::remove_file(other).expect("it is there");
    assert_eq!(files(&desk), before);
}

#[test]
fn who_cannot_read_a_file_cannot_read_what_replaces_it() {
    let desk = Desk::new();
    let path = || desk.path().join("netz.json");
    let plain = ["export", "--district", "musterbezirk", "-o", "netz.json"];
    let under = |umask: &str, arguments: &[&str]| {
        let ended = start(&desk, &format!("umask {umask};"), arguments).wait();
        assert!(ended.expect("it ends").success());
        mode(path())
    };
    for (umask, mode) in [("022", 0o644), ("027", 0o640), ("002", 0o664)] {
        assert_eq!(under(umask, &plain), Some(mode));
        fs::remove_file(path()).expect("it is there");
    }
    assert_eq!(under("022", &CONTACTS), Some(0o600));
    for (was, with, becomes) in [
        (0o600, &plain[..], 0o600),
        (0o640, &plain, 0o640),
        (0o666, &plain, 0o666),
        (0o400, &plain, 0o400),
        (0o644, &CONTACTS, 0o600),
        (0o400, &CONTACTS, 0o400),
    ] {
        fs::set_permissions(path(), fs::Permissions::from_mode(was)).expect("set");
        assert_eq!(under("022", with), Some(becomes), "{was:o} {with:?}");
    }
}

#[test]
fn nothing_is_written_over_a_store() {
    let desk = Desk::new().with_tables();
    desk.ok(&["report", "--district", "musterbezirk"]);
    desk.ok(&[
        "report",
        "--district",
        "mitte",
        "--store",
        "sqlite:zweite.db",
    ]);
    let path = |name: &str| desk.path().join(name);
    symlink("miteinander.db", path("link.json")).expect("a link");
    symlink("link.json", path("zweiter.svg")).expect("a link");
    fs::hard_link(path("miteinander.db"), path("hart.json")).expect("a link");
    fs::hard_link(path("zweite.db"), path("andere.json")).expect("a link");
    let before = fs::read(path("miteinander.db")).expect("the store");
    let files = ["funktionen.csv", "zusammenarbeit.csv"];
    let demo = ["--district", "musterbezirk"];
    let phases = ["--from", "1", "--to", "2"];
    for command in [
        [&["export"], &demo[..], &["-o", "link.json"]].concat(),
        [&["export"], &demo[..], &["-o", "hart.json"]].concat(),
        [&["export"], &demo[..], &["-o", "andere.json"]].concat(),
        [&["map"], &demo[..], &["-o", "zweiter.svg"]].concat(),
        [&["report"], &demo[..], &["-o", "miteinander.db"]].concat(),
        [&["report"], &files[..], &["-o", "miteinander.db"]].concat(),
        [&["report"], &files[..], &["-o", "./miteinander.db-wal"]].concat(),
        [&["report"], &files[..], &["-o", "zweite.db"]].concat(),
        [
            &["compare"],
            &demo[..],
            &phases,
            &["-o", "miteinander.db-shm"],
        ]
        .concat(),
    ] {
        for (lang, says) in [("de", "ist eine Datenbank"), ("en", "is a database")] {
            let (status, said) = desk.fails(&[&command[..], &["--lang", lang]].concat());
            assert_eq!(status, 1, "{command:?} {said}");
            assert!(said.contains(says), "{command:?} {said}");
        }
    }
    assert_eq!(fs::read(path("miteinander.db")).expect("the store"), before);
    assert!(!path("miteinander.db-wal").exists());
    let link = fs::symlink_metadata(path("link.json")).expect("it is there");
    assert!(link.is_symlink());
    // A store that is elsewhere may bear the name of what is written here.
    let store = ["--store", "sqlite:zweite.db", "-o", "hart.json"];
    fs::remove_file(path("hart.json")).expect("it is there");
    desk.ok(&[&["export"], &demo[..], &store].concat());
}
