//! The program as people start it.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The program as a process of its own.
pub struct Served {
    pub child: Child,
    address: SocketAddr,
}

impl Served {
    pub fn start(url: &str) -> Self {
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let address = free.expect("a free port");
        let child = Command::new(env!("CARGO_BIN_EXE_miteinander"))
            .args([
                "serve",
                "--quiet",
                "--store",
                url,
                "--listen",
                &address.to_string(),
            ])
            .stdout(Stdio::null())
            .spawn()
            .expect("the program starts");
        let served = Self { child, address };
        served.get("/ready");
        served
    }

    /// Asks until the program listens, at most half a minute.
    pub fn get(&self, path: &str) {
        use std::io::{Read, Write};
        let end = Instant::now() + Duration::from_secs(30);
        loop {
            if let Ok(mut stream) = TcpStream::connect(self.address) {
                let ask = format!(
                    "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
                    self.address
                );
                let mut answer = Vec::new();
                let done = stream
                    .write_all(ask.as_bytes())
                    .and_then(|()| stream.read_to_end(&mut answer));
                if done.is_ok() && answer.starts_with(b"HTTP/1.1 200") {
                    return;
                }
            }
            assert!(Instant::now() < end, "the program does not answer {path}");
            std::thread::sleep(Duration::from_millis(2));
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended already; either way it is gone after this.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
