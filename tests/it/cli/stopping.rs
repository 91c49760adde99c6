//! A service that is asked to stop does so, whatever it is computing.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};

use super::Desk;

/// A network that takes seconds to be drawn: so many functions that places are looked for longest.
fn tables(desk: &Desk) {
    let mut actors = "Kennung,Funktion oder Einrichtung,Amt / Organisation\n".to_owned();
    let mut ties = "Von,Mit,Stärke\n".to_owned();
    for at in 0..220 {
        actors += &format!("a{at},Funktion {at},Amt {}\n", at % 8);
        for step in [1, 7, 31] {
            let strength = 2 + (at + step) % 4;
            ties += &format!("a{at},a{},{strength}\n", (at + step) % 220);
        }
    }
    let mut departments = "Name,Art\n".to_owned();
    for number in 0..8 {
        departments += &format!("Amt {number},Fachamt\n");
    }
    desk.put("funktionen.csv", &actors);
    desk.put("organisationen.csv", &departments);
    desk.put("zusammenarbeit.csv", &ties);
}

#[test]
#[cfg(unix)]
fn sigterm_ends_the_service_while_it_computes() {
    let desk = Desk::new();
    tables(&desk);
    desk.ok(&super::IMPORT);
    let mut service = Command::new(env!("CARGO_BIN_EXE_miteinander"))
        .args(["serve", "--listen", "127.0.0.1:0"])
        .current_dir(desk.path())
        .env_remove("MITEINANDER_STORE")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let mut line = String::new();
    let said = service.stdout.take().expect("it is piped");
    BufReader::new(said)
        .read_line(&mut line)
        .expect("it says where it is");
    let (_, rest) = line.split_once("http://").expect("an address");
    let (address, _) = rest.split_once('/').expect("its end");
    let ask = |path: &str| {
        let mut asked = TcpStream::connect(address).expect("it listens");
        write!(
            asked,
            "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
        )
        .expect("it reads");
        asked
    };
    let read = |mut asked: TcpStream| {
        let mut answer = String::new();
        asked.read_to_string(&mut answer).expect("it answers whole");
        answer.lines().next().unwrap_or_default().to_owned()
    };
    // One selection after the other is drawn: the last one cannot be done when the program is asked to stop.
    let asked: Vec<TcpStream> = (1..=5)
        .map(|strength| {
            ask(&format!(
                "/districts/spandau/map.svg?min_strength={strength}"
            ))
        })
        .collect();
    assert_eq!(read(ask("/health")), "HTTP/1.1 200 OK");
    let stopped = Command::new("kill")
        .args(["-TERM", &service.id().to_string()])
        .status();
    assert!(stopped.expect("there is a kill").success());
    let answers: Vec<String> = asked.into_iter().map(read).collect();
    let ended = "HTTP/1.1 503 Service Unavailable".to_owned();
    assert!(answers.contains(&ended), "{answers:?}");
    let status = service.wait().expect("it ends");
    assert!(status.success(), "{status}");
}
