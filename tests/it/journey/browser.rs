//! A window of a real browser, and what a person does in it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use super::driver::{Driver, Make, Window, installed, missing};

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

impl Browser {
    /// Opens a window; none where there is no Chromium, which is said, or refused where everything is required.
    pub async fn open(width: u32, height: u32) -> Option<Self> {
        Self::open_with(width, height, true).await
    }

    /// The same, with scripts or without.
    pub async fn open_with(width: u32, height: u32, scripts: bool) -> Option<Self> {
        let window = Window {
            width,
            height,
            scripts,
        };
        Self::open_in(Make::Chromium, window).await
    }

    /// The same in a browser of another make.
    pub async fn open_in(make: Make, window: Window) -> Option<Self> {
        let (driver, capabilities) = Driver::start(make, window)?;
        let Value::Object(capabilities) = capabilities else {
            unreachable!("the capabilities are an object");
        };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&driver.address)
            .await
            .expect("a browser window opens");
        let browser = Self { client, driver };
        if browser.width().await != window.width {
            browser.narrow(window).await;
        }
        assert_eq!(browser.width().await, window.width);
        Some(browser)
    }

    async fn width(&self) -> u32 {
        let inner = self.client.execute("return window.innerWidth", vec![]);
        let inner = inner.await.expect("the window has a width");
        serde_json::from_value(inner).expect("a width is a number")
    }

    /// Goes on in a window without a toolbar: Firefox makes one with a toolbar no narrower than 500 pixels.
    async fn narrow(&self, window: Window) {
        let size = format!("popup,width={},height={}", window.width, window.height);
        let first = self.client.windows().await.expect("there is a window");
        let opened = "window.open('about:blank', '_blank', arguments[0])";
        let opened = self.client.execute(opened, vec![json!(size)]).await;
        opened.expect("a second window opens");
        for _ in 0..600 {
            let windows = self.client.windows().await.expect("there are windows");
            let other = windows.into_iter().find(|one| !first.contains(one));
            if let Some(other) = other {
                let there = self.client.switch_to_window(other).await;
                return there.expect("it can be gone to");
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("the second window does not open");
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

    /// Puts the colours of the reader's system in place of the page's own, or lets it have them again.
    pub async fn force_colours(&self, forced: bool) {
        let session = self.client.session_id().await;
        let session = session.expect("the driver answers");
        let session = session.expect("a window has a session");
        let address = format!("{}/session/{session}/goog/cdp/execute", self.driver.address);
        let value = if forced { "active" } else { "none" };
        let asked = json!({
            "cmd": "Emulation.setEmulatedMedia",
            "params": { "features": [{ "name": "forced-colors", "value": value }] },
        });
        let sent = reqwest::Client::new().post(address).json(&asked).send();
        let answer = sent.await.expect("the driver answers");
        assert!(answer.status().is_success(), "{}", answer.status());
        let is_so = "return matchMedia('(forced-colors: active)').matches";
        let is_so = self.client.execute(is_so, vec![]).await;
        assert_eq!(is_so.expect("the page answers"), json!(forced));
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

/// axe-core's source, fetched once by npm; none where there is no npm.
pub fn axe() -> Option<String> {
    let folder = target().join("axe");
    let file = folder.join("node_modules/axe-core/axe.min.js");
    if !file.exists() {
        if installed("npm").is_none() {
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
