//! The program while it serves.

#![cfg(unix)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::Desk;

/// The program, gone at the end whatever happens.
struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended already; either way it is gone after this.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn more_idle_connections_than_files_shut_nobody_out() {
    let desk = Desk::new();
    let child = Command::new("sh")
        .args([
            "-c",
            "ulimit -n 100 && exec \"$0\" serve --listen 127.0.0.1:0",
        ])
        .arg(env!("CARGO_BIN_EXE_miteinander"))
        .current_dir(desk.path())
        .env_remove("MITEINANDER_STORE")
        .env_remove("MITEINANDER_LOG")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut serving = Serving(child.expect("a shell starts it"));
    let stdout = serving.0.stdout.take().expect("it is piped");
    let mut running = String::new();
    BufReader::new(stdout)
        .read_line(&mut running)
        .expect("it says where it runs");
    let address = running.split("http://").nth(1).expect("an address");
    let address = address.split('/').next().expect("an address ends");

    let connect = || TcpStream::connect(address).expect("it listens");
    let crowd: Vec<TcpStream> = (0..150).map(|_| connect()).collect();
    let mut next = connect();
    let bound = Duration::from_secs(30);
    next.set_read_timeout(Some(bound)).expect("a time is set");
    next.write_all(b"GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        .expect("it listens");
    let mut answer = String::new();
    next.read_to_string(&mut answer).expect("it answers");
    assert!(answer.ends_with("ok\n"), "{answer}");
    drop(crowd);

    let mut stderr = serving.0.stderr.take().expect("it is piped");
    serving.0.kill().expect("it runs");
    let mut log = String::new();
    stderr.read_to_string(&mut log).expect("the log is text");
    assert!(log.contains("\"connections\":50"), "{log}");
    assert!(log.contains("all connections are taken"), "{log}");
}
