//! A real Chromium, driven by its own driver, gone at the end whatever happens.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;

/// How long an element may take to appear on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// The Tab key.
pub const TAB: char = '\u{E004}';

/// The Enter key.
pub const ENTER: char = '\u{E007}';

/// A browser window of a given size.
pub struct Browser {
    pub client: Client,
    driver: Driver,
}

/// The driver's process, and the profile by which the browser's own processes are known.
struct Driver {
    process: Child,
    profile: TempDir,
}

impl Browser {
    /// Opens a window; none where there is no Chromium, which is said, or refused where everything is required.
    pub async fn open(width: u32, height: u32) -> Option<Self> {
        Self::open_with(width, height, true).await
    }

    /// The same, with scripts or without.
    pub async fn open_with(width: u32, height: u32, scripts: bool) -> Option<Self> {
        if !["chromium", "chromedriver"]
            .iter()
            .all(|program| installed(program))
        {
            missing("chromium and chromedriver");
            return None;
        }
        let profile = tempfile::tempdir().expect("a folder for the profile");
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts");
        let output = process
            .stdout
            .take()
            .expect("chromedriver's output is piped");
        let driver = Driver { process, profile };
        let port = port(BufReader::new(output));
        let capabilities = json!({
            "browserName": "chrome",
            "goog:chromeOptions": {
                "args": [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--disable-dev-shm-usage",
                    format!("--window-size={width},{height}"),
                    format!("--user-data-dir={}", driver.profile.path().display()),
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
        });
        let Value::Object(capabilities) = capabilities else {
            unreachable!("the capabilities are an object");
        };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .expect("a browser window opens");
        let inner = client.execute("return window.innerWidth", vec![]).await;
        assert_eq!(inner.expect("the window has a width"), json!(width));
        Some(Self { client, driver })
    }

    /// Goes to an address and waits for the page.
    pub async fn go(&self, address: &str) {
        self.client.goto(address).await.expect("the page loads");
        self.see("main").await;
    }

    /// Waits for an element.
    pub async fn see(&self, css: &str) -> Element {
        let wait = self.client.wait().at_most(PATIENCE);
        let found = wait.for_element(Locator::Css(css)).await;
        match found {
            Ok(element) => element,
            Err(error) => panic!("{css} does not appear: {error}\n{}", self.text().await),
        }
    }

    /// Clicks on an element and waits for another one.
    pub async fn click(&self, css: &str, then: &str) -> Element {
        self.see(css)
            .await
            .click()
            .await
            .expect("it can be clicked");
        self.see(then).await
    }

    /// Presses a key and lets it go.
    pub async fn press(&self, key: char) {
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key });
        let pressed = self.client.perform_actions(keys).await;
        pressed.expect("the key can be pressed");
    }

    /// Goes on by Tab until an element has the focus.
    pub async fn tab_to(&self, css: &str) {
        let there = format!("return document.activeElement.matches({})", json!(css));
        for _ in 0..300 {
            self.press(TAB).await;
            let there = self.client.execute(&there, vec![]).await;
            if there.expect("the focus can be asked for") == json!(true) {
                return;
            }
        }
        panic!("Tab does not lead to {css}");
    }

    /// The text that is seen.
    pub async fn text(&self) -> String {
        let body = self.client.find(Locator::Css("body")).await;
        match body {
            Ok(body) => body.text().await.unwrap_or_default(),
            Err(error) => error.to_string(),
        }
    }

    /// Asserts that the page has no fault that axe-core knows, and fits its window.
    pub async fn is_accessible(&self, axe: Option<&str>, page: &str) {
        let fits = "return document.documentElement.scrollWidth <= window.innerWidth";
        let fits = self
            .client
            .execute(fits, vec![])
            .await
            .expect("the width can be read");
        assert_eq!(fits, json!(true), "{page} is wider than its window");
        let Some(axe) = axe else { return };
        let run = format!(
            "{axe};\nconst done = arguments[arguments.length - 1];\n\
             axe.run(document).then(\n\
               (found) => done(found.violations.map((one) => \
                 [one.id, one.help, one.nodes.map((node) => node.html + ' ' + node.failureSummary)])),\n\
               (error) => done(String(error)));"
        );
        let found = self
            .client
            .execute_async(&run, vec![])
            .await
            .expect("axe runs");
        assert_eq!(found, json!([]), "{page}: {found:#}");
    }

    /// Closes the window and the driver.
    pub async fn close(self) {
        self.client
            .clone()
            .close()
            .await
            .expect("the window closes");
        drop(self.driver);
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

/// The port that the driver chose and says.
fn port(output: impl BufRead) -> u16 {
    for line in output.lines() {
        let line = line.expect("chromedriver speaks text");
        if let Some((_, port)) = line.rsplit_once("started successfully on port ") {
            return port
                .trim_end_matches('.')
                .parse()
                .expect("a port is a number");
        }
    }
    panic!("chromedriver ended before it named its port");
}

/// axe-core's source, fetched once by npm; none where there is no npm.
pub fn axe() -> Option<String> {
    let folder = target().join("axe");
    let file = folder.join("node_modules/axe-core/axe.min.js");
    if !file.exists() {
        if !installed("npm") {
            missing("npm");
            return None;
        }
        std::fs::create_dir_all(&folder).expect("the folder for axe-core");
        let status = Command::new("npm")
            .args(["install", "--no-audit", "--no-fund", "--silent", "--prefix"])
            .arg(&folder)
            .arg("axe-core@4")
            .status()
            .expect("npm starts");
        assert!(status.success(), "npm installs axe-core");
    }
    Some(std::fs::read_to_string(file).expect("axe-core can be read"))
}

/// The folder of built things.
fn target() -> PathBuf {
    let program = Path::new(env!("CARGO_BIN_EXE_miteinander"));
    program
        .ancestors()
        .nth(2)
        .expect("a program lies in target/PROFILE")
        .to_owned()
}

fn installed(program: &str) -> bool {
    let paths = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&paths).any(|folder| folder.join(program).is_file())
}

fn missing(what: &str) {
    assert!(
        std::env::var_os("MITEINANDER_REQUIRE").is_none(),
        "MITEINANDER_REQUIRE is set, but {what} is missing"
    );
    eprintln!("SKIPPED: {what} is missing, so no page was looked at in a browser");
}
