//! Connections that do nothing, send and wait, or ask and do not read.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::rows::{row, timed};
use crate::served::Served;

/// As many open files as many systems let a program have.
const FILES: u32 = 1_024;

/// More idle connections than files.
pub fn idle(url: &str) {
    let served = Served::with_files(url, FILES);
    let crowd: Vec<TcpStream> = (0..1_100)
        .filter_map(|_| TcpStream::connect(served.address).ok())
        .collect();
    let ((), next) = timed(|| served.get("/"));
    row(
        &format!(
            "{} idle connections at {FILES} files: the next page",
            crowd.len()
        ),
        "never",
        &next,
    );
}

/// Uploads that stop before their end.
pub fn uploads(url: &str) {
    let served = Served::with_files(url, 4_096);
    let (before, own) = (served.megabytes(), served.sockets());
    let piece = vec![b'x'; 900_000];
    let head = format!(
        "POST /districts/mitte/import HTTP/1.1\r\nHost: {}\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: multipart/form-data; boundary=line\r\nContent-Length: 1000000\r\n\r\n\
         --line\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\n\r\n",
        served.address
    );
    let mut uploads = Vec::new();
    for _ in 0..500 {
        let mut stream = TcpStream::connect(served.address).expect("it listens");
        let sent = stream
            .write_all(head.as_bytes())
            .and_then(|()| stream.write_all(&piece));
        uploads.push((stream, sent.is_ok()));
    }
    let held = served.megabytes();
    let refused = uploads
        .iter_mut()
        .filter_map(|(stream, _)| status(stream))
        .filter(|status| status == "503")
        .count();
    let ((), next) = timed(|| served.get("/"));
    row(
        &format!("500 uploads held at 0.9 MB: memory (without: {before:.0} MB)"),
        "980 MB",
        &format!("{held:.0} MB, {refused} told to come back, next page {next}"),
    );
    let cut = until(|| served.sockets() <= own);
    row("until all are dropped", "never", &format!("{cut:.1} s"));
}

/// Readers that ask for a large export and do not read it.
pub fn readers(url: &str, district: &str) {
    let served = Served::with_files(url, 4_096);
    let (before, own) = (served.megabytes(), served.sockets());
    let ask = format!(
        "GET /districts/{district}/export/json HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
        served.address
    );
    let crowd: Vec<TcpStream> = (0..60)
        .map(|_| {
            let mut stream = TcpStream::connect(served.address).expect("it listens");
            stream.write_all(ask.as_bytes()).expect("it listens");
            stream
        })
        .collect();
    let most = AtomicUsize::new(0);
    until(|| served.sockets() > own);
    let gone = until(|| {
        most.fetch_max(served.megabytes() as usize, Ordering::Relaxed);
        served.sockets() <= own
    });
    let mut refused = 0;
    for mut stream in crowd {
        refused += usize::from(status(&mut stream).as_deref() == Some("503"));
    }
    row(
        &format!(
            "60 readers that do not read a large export: most memory (without: {before:.0} MB)"
        ),
        "1.7 GB",
        &format!("{} MB, {refused} told to come back", most.into_inner()),
    );
    row("until all are dropped", "never", &format!("{gone:.1} s"));
    let then = format!("{:.0} MB", served.megabytes());
    row("memory then", "1.7 GB", &then);
}

/// 200 readers of pages and 5 writers, each over one connection.
pub fn load(url: &str) {
    let served = Served::with_files(url, 4_096);
    served.get("/districts/musterbezirk");
    let stop = AtomicBool::new(false);
    let (read, written, failed) = <(AtomicUsize, AtomicUsize, AtomicUsize)>::default();
    let begun = Instant::now();
    std::thread::scope(|scope| {
        for n in 0..205 {
            let (served, stop, done) = (&served, &stop, if n < 5 { &written } else { &read });
            let (ask, right) = if n < 5 {
                (write(served), "303")
            } else {
                (page(served), "200")
            };
            let failed = &failed;
            scope.spawn(move || {
                let mut stream = TcpStream::connect(served.address).expect("it listens");
                while !stop.load(Ordering::Relaxed) {
                    match stream
                        .write_all(ask.as_bytes())
                        .ok()
                        .and_then(|()| whole(&mut stream))
                    {
                        Some(status) if status == right => done.fetch_add(1, Ordering::Relaxed),
                        _ => return failed.fetch_add(1, Ordering::Relaxed),
                    };
                }
                0
            });
        }
        std::thread::sleep(Duration::from_secs(10));
        stop.store(true, Ordering::Relaxed);
    });
    let seconds = begun.elapsed().as_secs_f64();
    row(
        "200 readers and 5 writers",
        "none failed",
        &format!(
            "{:.0} pages and {:.0} uploads a second, {} failed, {:.0} MB",
            read.into_inner() as f64 / seconds,
            written.into_inner() as f64 / seconds,
            failed.into_inner(),
            served.megabytes()
        ),
    );
}

fn page(served: &Served) -> String {
    format!(
        "GET /districts/musterbezirk HTTP/1.1\r\nHost: {}\r\n\r\n",
        served.address
    )
}

fn write(served: &Served) -> String {
    let form = "--line\r\nContent-Disposition: form-data; name=\"files\"; filename=\"organisationen.csv\"\r\n\r\n\
                Name;Art\nJugendamt;Fachamt\n\r\n--line--\r\n";
    format!(
        "POST /districts/mitte/import HTTP/1.1\r\nHost: {}\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: multipart/form-data; boundary=line\r\nContent-Length: {}\r\n\r\n{form}",
        served.address,
        form.len()
    )
}

/// The status of an answer that is there already, if one is.
fn status(stream: &mut TcpStream) -> Option<String> {
    stream.set_nonblocking(true).ok()?;
    let mut head = [0; 12];
    stream.read_exact(&mut head).ok()?;
    Some(String::from_utf8_lossy(&head[9..]).into_owned())
}

/// Reads a whole answer and tells its status.
fn whole(stream: &mut TcpStream) -> Option<String> {
    let mut answer = Vec::new();
    let mut part = [0; 16 << 10];
    loop {
        if let Some(end) = answer.windows(4).position(|four| four == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&answer[..end]).to_lowercase();
            let length = head
                .lines()
                .find_map(|line| line.strip_prefix("content-length: "));
            let length: usize = length?.parse().ok()?;
            while answer.len() < end + 4 + length {
                let read = stream.read(&mut part).ok().filter(|read| *read > 0)?;
                answer.extend_from_slice(&part[..read]);
            }
            return Some(head[9..12].to_owned());
        }
        let read = stream.read(&mut part).ok().filter(|read| *read > 0)?;
        answer.extend_from_slice(&part[..read]);
    }
}

/// How many seconds pass until something is so, at most two minutes.
fn until(so: impl Fn() -> bool) -> f64 {
    let begun = Instant::now();
    while !so() && begun.elapsed() < Duration::from_secs(120) {
        std::thread::sleep(Duration::from_millis(100));
    }
    begun.elapsed().as_secs_f64()
}
