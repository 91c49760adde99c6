//! What the trials start never outlives them, however they end.
//!
//! This very program is started again, starts a process as it starts servers, and ends in one way after the other.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, process, thread};

use libtest_mimic::Trial;

use crate::server;

const END: &str = "MITEINANDER_TRIAL_END";
/// Ways to end by itself, then signals from outside, then the end of its parent.
const ENDS: [&str; 8] = [
    "return", "exit", "panic", "abort", "KILL", "TERM", "INT", "parent",
];

/// The trial; it needs no server, as any process will do.
pub fn trial() -> Trial {
    Trial::test("neo4j::no_server_outlives_its_run", || {
        for end in ENDS {
            let left = process_left_after(end);
            let until = Instant::now() + Duration::from_secs(20);
            while is_running(left) {
                assert!(Instant::now() < until, "{end}: process {left} is left");
                thread::sleep(Duration::from_millis(20));
            }
        }
        Ok(())
    })
    .with_ignored_flag(!server::ties())
}

/// Where this program is the one that shall end: starts a process, says its id, and ends as asked.
pub fn end_if_asked() {
    let Ok(end) = env::var(END) else { return };
    println!("{}", server::start_idle());
    match end.as_str() {
        "return" => process::exit(0),
        "exit" => process::exit(3),
        "panic" => panic!("as asked"),
        "abort" => process::abort(),
        _ => loop {
            thread::park();
        },
    }
}

/// Starts this program, lets it end, and gives the process that it had started.
fn process_left_after(end: &str) -> u32 {
    let this = env::current_exe().expect("this program");
    let mut command = if end == "parent" {
        // A shell between us: when it is killed, nobody tells its child.
        let mut shell = Command::new("sh");
        shell.args(["-c", "\"$0\" & wait"]).arg(this);
        shell
    } else {
        // A shell may have started us with Ctrl-C switched off.
        let mut plain = Command::new("env");
        plain.arg("--default-signal=INT").arg(this);
        plain
    };
    let mut child = command
        .env(END, end)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("this program starts again");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("a pipe"))
        .read_line(&mut line)
        .expect("it says the id");
    let left = line.trim().parse().expect("an id");
    match end {
        "KILL" | "TERM" | "INT" => signal(&child, end),
        "parent" => signal(&child, "KILL"),
        _ => {}
    }
    child.wait().expect("it ends");
    left
}

fn signal(child: &Child, name: &str) {
    let sent = Command::new("kill")
        .args(["-s", name])
        .arg(child.id().to_string())
        .status();
    assert!(sent.is_ok_and(|status| status.success()), "kill -s {name}");
}

/// A process that has ended but was not waited for yet is not running.
fn is_running(id: u32) -> bool {
    fs::read_to_string(Path::new("/proc").join(id.to_string()).join("stat"))
        .is_ok_and(|stat| !stat.contains(") Z "))
}
