//! The drivers of real browsers: which are known, how each is started and asked for a window, gone at the end whatever
//! happens.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

/// A browser that pages are looked at in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Make {
    Chromium,
    Firefox,
}

/// The window that a browser is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Window {
    pub width: u32,
    pub height: u32,
    /// Whether the scripts of pages run.
    pub scripts: bool,
}

/// The driver's process, and the profile by which the browser's own processes are known.
pub struct Driver {
    process: Child,
    profile: TempDir,
    /// Where it is spoken to.
    pub address: String,
}

impl Make {
    /// The browser and its driver, as they are called.
    fn programs(self) -> [&'static str; 2] {
        match self {
            Self::Chromium => ["chromium", "chromedriver"],
            Self::Firefox => ["firefox-esr", "geckodriver"],
        }
    }

    /// What the driver says before its port.
    fn before_port(self) -> &'static str {
        match self {
            Self::Chromium => "started successfully on port ",
            Self::Firefox => "Listening on 127.0.0.1:",
        }
    }

    fn command(self, driver: &Path, profile: &Path) -> Command {
        let mut command = Command::new(driver);
        match self {
            Self::Chromium => command.arg("--port=0"),
            Self::Firefox => command
                .args(["--port", "0", "--websocket-port", "0", "--profile-root"])
                .arg(profile),
        };
        command
    }

    /// What is asked of the driver for a window.
    fn capabilities(self, browser: &Path, profile: &Path, window: Window) -> Value {
        let Window {
            width,
            height,
            scripts,
        } = window;
        match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": {
                    "args": [
                        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        "--disable-dev-shm-usage",
                        format!("--window-size={width},{height}"),
                        format!("--user-data-dir={}", profile.display()),
                    ],
                    "prefs": {
                        "intl.accept_languages": "de-DE,de",
                        "profile.managed_default_content_settings.javascript": if scripts { 1 } else { 2 },
                    },
                    // A desktop window is never narrower than 500 pixels: a narrow one is a device.
                    "mobileEmulation": {
                        "deviceMetrics": { "width": width, "height": height, "pixelRatio": 1.0, "touch": false, "mobile": false },
                    },
                },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": browser,
                    "args": ["-headless", format!("--width={width}"), format!("--height={height}")],
                    "prefs": { "intl.accept_languages": "de-DE,de", "javascript.enabled": scripts },
                },
            }),
        }
    }
}

impl Driver {
    /// Starts the driver of a browser, and says what it is to be asked for; none where the browser or its driver is
    /// missing.
    pub fn start(make: Make, window: Window) -> Option<(Self, Value)> {
        let found = make.programs().map(installed);
        let [Some(browser), Some(program)] = found else {
            missing(&make.programs().join(" and "));
            return None;
        };
        let profile = tempfile::tempdir().expect("a folder for the profile");
        let mut process = make
            .command(&program, profile.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the driver starts");
        let output = process.stdout.take().expect("its output is piped");
        let mut driver = Self {
            process,
            profile,
            address: String::new(),
        };
        let port = port(output, make.before_port());
        driver.address = format!("http://127.0.0.1:{port}");
        let capabilities = make.capabilities(&browser, driver.profile.path(), window);
        Some((driver, capabilities))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The driver may be gone already; the browser outlives a driver that is killed.
        let _ = self.process.kill();
        let _ = self.process.wait();
        let mark = self.profile.path().display().to_string();
        for process in processes_with(&mark) {
            let _ = Command::new("kill").arg("-KILL").arg(process).status();
        }
    }
}

/// The processes whose command line names the profile: the browser's own, nobody else's.
fn processes_with(mark: &str) -> Vec<String> {
    let Ok(folder) = std::fs::read_dir("/proc") else {
        return Vec::new();
    };
    folder
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.bytes().all(|c| c.is_ascii_digit()))
        .filter(|name| {
            let line = std::fs::read(format!("/proc/{name}/cmdline")).unwrap_or_default();
            String::from_utf8_lossy(&line).contains(mark)
        })
        .collect()
}

/// The port that the driver chose and says. What it says later is read and left: a driver whose output is closed ends.
fn port(output: impl Read + Send + 'static, before: &str) -> u16 {
    let mut lines = BufReader::new(output).lines().map_while(Result::ok);
    let said = lines.find_map(|line| Some(line.rsplit_once(before)?.1.to_owned()));
    let said = said.expect("the driver names its port before it ends");
    std::thread::spawn(move || lines.for_each(drop));
    let port = said.trim_end_matches('.').parse();
    port.expect("a port is a number")
}

/// Where a program lies.
pub fn installed(program: &str) -> Option<PathBuf> {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let mut found = std::env::split_paths(&paths).map(|folder| folder.join(program));
    found.find(|file| file.is_file())
}

/// Says what is missing, or fails where everything is required.
pub fn missing(what: &str) {
    assert!(
        std::env::var_os("MITEINANDER_REQUIRE").is_none(),
        "MITEINANDER_REQUIRE is set, but {what} is missing"
    );
    eprintln!("SKIPPED: {what} is missing, so no page was looked at in it");
}
