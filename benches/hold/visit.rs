//! A visitor of the pages: one question over one connection.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

/// What came back.
pub struct Answer {
    pub status: String,
    head: String,
    pub body: String,
}

impl Answer {
    fn of(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        Self {
            status: head.get(9..12).unwrap_or("none").to_owned(),
            head: head.to_owned(),
            body: body.to_owned(),
        }
    }

    /// Where it leads.
    pub fn location(&self) -> &str {
        let mut lines = self.head.lines();
        lines
            .find_map(|line| line.strip_prefix("location: "))
            .unwrap_or_else(|| panic!("it leads nowhere: {} {}", self.status, self.body))
    }

    /// The value of a hidden field.
    pub fn field(&self, name: &str) -> &str {
        let (_, rest) = self
            .body
            .split_once(&format!("name=\"{name}\" value=\""))
            .unwrap_or_else(|| panic!("no field {name}: {} {}", self.status, self.body));
        rest.split('"').next().unwrap_or_default()
    }
}

/// Asks for a page.
pub fn get(at: SocketAddr, address: &str) -> Answer {
    read(begin(at, address))
}

/// Asks for a page and does not wait for it.
pub fn begin(at: SocketAddr, address: &str) -> TcpStream {
    let mut stream = TcpStream::connect(at).expect("it listens");
    let ask = format!("GET {address} HTTP/1.1\r\nHost: {at}\r\nConnection: close\r\n\r\n");
    stream.write_all(ask.as_bytes()).expect("it listens");
    stream
}

/// Sends a form.
pub fn post(at: SocketAddr, address: &str, media_type: &str, body: &[u8]) -> Answer {
    let mut stream = TcpStream::connect(at).expect("it listens");
    let head = format!(
        "POST {address} HTTP/1.1\r\nHost: {at}\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: {media_type}\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).expect("it listens");
    // What is refused early is not read to its end.
    let _ = stream.write_all(body);
    read(stream)
}

/// Sends files as the form of an import does.
pub fn upload(at: SocketAddr, district: &str, files: &[(&str, &[u8])]) -> Answer {
    let mut body = Vec::new();
    for (name, bytes) in files {
        let head = format!(
            "--line\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--line--\r\n");
    let address = format!("/districts/{district}/import");
    post(at, &address, "multipart/form-data; boundary=line", &body)
}

fn read(mut stream: TcpStream) -> Answer {
    let mut bytes = Vec::new();
    // An answer may come and the line be cut after it.
    let _ = stream.read_to_end(&mut bytes);
    Answer::of(&bytes)
}
