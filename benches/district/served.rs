//! The program as people start it.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The program as a process of its own.
pub struct Served {
    pub child: Child,
    pub address: SocketAddr,
}

impl Served {
    pub fn start(url: &str) -> Self {
        Self::run(Command::new(env!("CARGO_BIN_EXE_miteinander")), url)
    }

    /// The same, where it may open so many files at most.
    #[allow(
        dead_code,
        reason = "the bench of what is held, which shares this file, uses it"
    )]
    pub fn with_files(url: &str, files: u32) -> Self {
        let mut command = Command::new("sh");
        command
            .args(["-c", "ulimit -n \"$0\" && exec \"$@\"", &files.to_string()])
            .arg(env!("CARGO_BIN_EXE_miteinander"));
        Self::run(command, url)
    }

    /// The same on a server that asks for a password.
    #[allow(
        dead_code,
        reason = "the bench of what is held, which shares this file, uses it"
    )]
    pub fn with_password(url: &str, password: &str) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_miteinander"));
        command.env("NEO4J_PASSWORD", password);
        Self::run(command, url)
    }

    fn run(mut command: Command, url: &str) -> Self {
        let free = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
        let address = free.expect("a free port");
        let child = command
            .args([
                "serve",
                "--quiet",
                "--store",
                url,
                "--listen",
                &address.to_string(),
            ])
            .env("MITEINANDER_LOG", "error")
            .stdout(Stdio::null())
            .spawn()
            .expect("the program starts");
        let served = Self { child, address };
        served.get("/ready");
        served
    }

    /// How many megabytes of memory it holds.
    #[allow(
        dead_code,
        reason = "the bench of what is held, which shares this file, uses it"
    )]
    pub fn megabytes(&self) -> f64 {
        self.of_status("VmRSS:")
    }

    /// How many it held at most.
    #[allow(
        dead_code,
        reason = "the bench of what is held, which shares this file, uses it"
    )]
    pub fn most_megabytes(&self) -> f64 {
        self.of_status("VmHWM:")
    }

    #[allow(
        dead_code,
        reason = "the bench of what is held, which shares this file, uses it"
    )]
    fn of_status(&self, key: &str) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()));
        let status = status.unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix(key));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
        kilobytes.map_or(f64::NAN, |kilobytes: f64| kilobytes / 1024.0)
    }

    /// How many sockets it holds.
    #[allow(
        dead_code,
        reason = "the bench of what is held, which shares this file, uses it"
    )]
    pub fn sockets(&self) -> usize {
        let files = std::fs::read_dir(format!("/proc/{}/fd", self.child.id()));
        let files = files.into_iter().flatten().flatten();
        let targets = files.filter_map(|file| std::fs::read_link(file.path()).ok());
        targets
            .filter(|target| target.to_string_lossy().starts_with("socket:"))
            .count()
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
