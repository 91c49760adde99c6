//! From an empty district to a map without a workbook, as somebody goes who follows the steps of the page: five offices,
//! an offer, twelve functions, twenty ties; in both browsers, wide and narrow, with scripts and without.

use std::time::Duration;

use miteinander::domain::{DistrictId, PhaseId};
use serde_json::{Value, json};

use super::Open;
use super::browser::Browser;
use super::driver::{Make, Window};

const DISTRICT: &str = "spandau";

const OFFICES: [&str; 5] = [
    "unit-jugendamt",
    "unit-gesundheitsamt",
    "unit-oe-qpk",
    "unit-schul-und-sportamt",
    "unit-amt-fuer-soziales",
];

/// The functions, by the office in which they are entered one below the other.
const FUNCTIONS: [(&str, &[&str]); 5] = [
    (
        "jugendamt",
        &["Frühe Hilfen", "RSD Nord", "RSD Süd", "Jugendhilfeplanung"],
    ),
    (
        "gesundheitsamt",
        &["KJGD Ersthausbesuch", "Zahnärztlicher Dienst"],
    ),
    ("oe-qpk", &["Gesundheitsförderung", "Datenkoordination"]),
    (
        "schul-und-sportamt",
        &["Schulsozialarbeit", "Sportförderung"],
    ),
    (
        "amt-fuer-soziales",
        &["Soziale Wohnhilfe", "Bildung und Teilhabe"],
    ),
];

/// Those who say with whom they work, and with how many.
const SPEAKERS: [&str; 4] = [
    "Frühe Hilfen",
    "KJGD Ersthausbesuch",
    "Gesundheitsförderung",
    "Schulsozialarbeit",
];
const PARTNERS: usize = 5;

/// The most keystrokes and clicks that the way may take: at two a second less than four minutes of the fifteen.
const MOST: usize = 420;

/// The most pages that it may lead over.
const PAGES: usize = 40;

/// Somebody who clicks and types, counted.
struct Newcomer<'b> {
    browser: &'b Browser,
    strokes: usize,
    pages: usize,
}

impl Newcomer<'_> {
    async fn press(&mut self, css: &str) {
        let element = self.browser.see(css).await;
        let place = serde_json::to_value(&element).expect("an element is JSON");
        // A person scrolls until it is well in sight.
        self.asks("arguments[0].scrollIntoView({ block: 'center' })", place)
            .await;
        let clicked = element.click().await;
        clicked.unwrap_or_else(|error| panic!("{css} cannot be clicked: {error}"));
        self.strokes += 1;
    }

    /// Clicks on what leads to another page, which may look like this one.
    async fn go(&mut self, css: &str, then: &str) {
        self.asks("document.documentElement.dataset.left = 'yes'", Value::Null)
            .await;
        self.press(css).await;
        self.browser
            .see(&format!("html:not([data-left]) {then}"))
            .await;
        self.pages += 1;
    }

    async fn types(&mut self, css: &str, text: &str) {
        let field = self.browser.see(css).await;
        field.send_keys(text).await.expect("it takes letters");
        self.strokes += text.chars().count();
    }

    /// Opens a list and picks what is read there.
    async fn picks(&mut self, css: &str, value: &str) {
        let list = self.browser.see(css).await;
        list.select_by_value(value).await.expect("it can be picked");
        self.strokes += 2;
    }

    /// The step that the district's page marks as the next.
    async fn takes_the_next_step(&mut self, then: &str) {
        self.go(".begin [aria-current=step] a", then).await;
    }

    async fn asks(&self, script: &str, with: Value) -> Value {
        let answer = self.browser.client.execute(script, vec![with]).await;
        answer.expect("the page answers")
    }

    async fn chooses_offices(&mut self) {
        self.takes_the_next_step(".ticks").await;
        for office in OFFICES {
            self.press(&format!("label[for={office}]")).await;
        }
        self.go("main form button[type=submit]", "#taken").await;
    }

    async fn enters_an_offer(&mut self) {
        self.takes_the_next_step("#name").await;
        self.types("#name", "Ersthausbesuche").await;
        self.press("label[for=life_phases-1]").await;
        self.press("label[for=fields-2]").await;
        self.go("main form.record .actions button", "#taken").await;
        self.go("#taken > p:last-child a", ".begin").await;
    }

    async fn enters_functions(&mut self) {
        self.takes_the_next_step("#name").await;
        for (office, names) in FUNCTIONS {
            self.picks("#department", office).await;
            for name in names {
                self.types("#name", name).await;
                self.go("main form.record .actions button", "#there").await;
                self.has_the_focus("name").await;
            }
        }
        self.go("#taken > p:last-child a", ".begin").await;
    }

    /// What is typed next goes there; Firefox gives the focus some time after the page is there.
    async fn has_the_focus(&mut self, id: &str) {
        let mut focused = Value::Null;
        for _ in 0..50 {
            let asked = "return document.activeElement.id";
            focused = self.asks(asked, Value::Null).await;
            if focused == json!(id) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("the focus is on {focused}, not on {id}");
    }

    async fn says_who_takes_part(&mut self) {
        self.takes_the_next_step("form.record").await;
        for (list, name) in [
            ("providers", "KJGD Ersthausbesuch"),
            ("known_to", "Frühe Hilfen"),
            ("referred_by", "RSD Nord"),
        ] {
            let of_name = "return [...document.querySelectorAll('#' + arguments[0][0] + ' label')]\
                .find((one) => one.textContent.trim() === arguments[0][1]).htmlFor";
            let id = self.asks(of_name, json!([list, name])).await;
            let id = id.as_str().expect("it is in the list");
            self.press(&format!("label[for={id}]")).await;
        }
        self.go("main form.record .actions button", "#taken").await;
        self.go("#taken > p:last-child a", ".begin").await;
    }

    async fn says_who_works_with_whom(&mut self) {
        self.takes_the_next_step("#actor").await;
        for speaker in SPEAKERS {
            let of_name = "return [...document.querySelectorAll('#actor option')]\
                .find((one) => one.textContent === arguments[0]).value";
            let id = self.asks(of_name, json!(speaker)).await;
            self.picks("#actor", id.as_str().expect("it is in the list"))
                .await;
            self.go("form[method=get] button", ".ticks").await;
            let names =
                "return [...document.querySelectorAll('.ticks label')].map((one) => one.htmlFor)";
            let names = self.asks(names, Value::Null).await;
            for name in names.as_array().expect("a list").iter().take(PARTNERS) {
                self.press(&format!("label[for={}]", name.as_str().expect("an id")))
                    .await;
            }
            self.go("form[method=get] button", "[data-card]").await;
            for card in 1..=PARTNERS {
                let step = card % 4 + 1;
                self.press(&format!(
                    "[data-card]:nth-of-type({card}) input[value='{step}']"
                ))
                .await;
            }
            self.go("[data-save]", "#taken").await;
        }
        self.go("#taken + p a", ".map svg [data-actor]").await;
    }
}

/// How much of each kind the district has by now.
async fn entered(open: &Open) -> [usize; 4] {
    let url = format!("sqlite:{}", open.folder.path().join("store.db").display());
    let store = miteinander::store::open(&url, None)
        .await
        .expect("it opens");
    let district = DistrictId::parse(DISTRICT).expect("a slug");
    let held = store.network(&district).await.expect("it is read");
    store.close().await;
    let network = held.value;
    let phase = PhaseId::parse("2").expect("an id");
    let ties = network
        .reports
        .values()
        .filter(|one| one.strength.is_some());
    [
        network.departments.len(),
        network.members(&phase).count(),
        network.offers.len(),
        ties.count(),
    ]
}

async fn from_nothing_to_a_map(make: Make, window: Window) {
    let Some(browser) = Browser::open_in(make, window).await else {
        return;
    };
    let open = Open::start().await;
    browser
        .go(&format!("{}/districts/{DISTRICT}", open.address))
        .await;
    let mut newcomer = Newcomer {
        browser: &browser,
        strokes: 0,
        pages: 1,
    };
    newcomer.chooses_offices().await;
    newcomer.enters_an_offer().await;
    newcomer.enters_functions().await;
    newcomer.says_who_takes_part().await;
    newcomer.says_who_works_with_whom().await;
    let drawn = "return document.querySelectorAll('.map svg [data-actor]').length";
    assert_eq!(newcomer.asks(drawn, Value::Null).await, json!(12));
    let (strokes, pages) = (newcomer.strokes, newcomer.pages);
    eprintln!(
        "{make:?}, {}: {strokes} keystrokes and clicks, {pages} pages",
        window.width
    );
    assert!(strokes <= MOST, "{strokes} keystrokes and clicks");
    assert!(pages <= PAGES, "{pages} pages");
    assert_eq!(entered(&open).await, [5, 12, 1, SPEAKERS.len() * PARTNERS]);
    browser.close().await;
    open.close().await;
}

const DESK: Window = Window {
    width: 1280,
    height: 900,
    scripts: true,
};
const PHONE: Window = Window {
    width: 390,
    height: 844,
    scripts: true,
};

#[tokio::test(flavor = "multi_thread")]
async fn from_nothing_to_a_map_on_a_desk() {
    from_nothing_to_a_map(Make::Chromium, DESK).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn from_nothing_to_a_map_on_a_phone() {
    from_nothing_to_a_map(Make::Chromium, PHONE).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn from_nothing_to_a_map_on_a_desk_without_scripts() {
    from_nothing_to_a_map(
        Make::Chromium,
        Window {
            scripts: false,
            ..DESK
        },
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn from_nothing_to_a_map_on_a_phone_without_scripts() {
    from_nothing_to_a_map(
        Make::Chromium,
        Window {
            scripts: false,
            ..PHONE
        },
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn from_nothing_to_a_map_in_firefox_on_a_desk() {
    from_nothing_to_a_map(Make::Firefox, DESK).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn from_nothing_to_a_map_in_firefox_on_a_phone_without_scripts() {
    from_nothing_to_a_map(
        Make::Firefox,
        Window {
            scripts: false,
            ..PHONE
        },
    )
    .await;
}
