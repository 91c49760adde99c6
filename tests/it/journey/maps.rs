//! The page of the maps in a real browser: by keyboard, by tap, from phase to phase.

use serde_json::{Value, json};

use super::Open;
use super::browser::{Browser, ENTER};

/// The arrow down, as a browser is told of it.
const DOWN: char = '\u{E015}';

pub async fn value(browser: &Browser, script: &str) -> Value {
    let value = browser.client.execute(script, vec![]).await;
    value.expect("the page answers")
}

/// The demonstration's map in a window of this size, once its script has begun; none without a browser.
pub async fn on_the_map(width: u32, height: u32) -> Option<(Browser, Open)> {
    let browser = Browser::open(width, height).await?;
    let open = Open::start().await;
    let map = format!("{}/districts/musterbezirk/map?lang=de", open.address);
    browser.go(&map).await;
    browser.see(".told-of:not([hidden])").await;
    Some((browser, open))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_arrows_walk_through_the_map_and_phases_change_without_moving_it() {
    let Some((browser, open)) = on_the_map(1280, 900).await else {
        return;
    };

    browser.tab_to(".wide-screen[data-canvas]").await;
    browser.press(DOWN).await;
    let told = value(
        &browser,
        "return document.querySelector('[data-told]').textContent",
    )
    .await;
    let told = told.as_str().expect("a text");
    assert!(
        told.starts_with("Amt für Bürgerdienste: Verbindungen zu "),
        "{told}"
    );
    let faint = value(
        &browser,
        "return document.querySelectorAll('.wide-screen .tie.faint').length",
    )
    .await;
    assert!(
        faint.as_i64().expect("a number") > 100,
        "the ties of others step back: {faint}"
    );

    browser.press('+').await;
    let seen = "const svg = document.querySelector('.wide-screen svg'); \
                const mark = svg.querySelector('[data-actor=jug-leitung] circle'); \
                return [svg.getAttribute('viewBox'), mark.getAttribute('cx'), mark.getAttribute('cy')]";
    let before = value(&browser, seen).await;
    assert_ne!(before[0], json!("0 0 1123 794"), "it is larger");
    browser
        .click(
            ".of-map a[href*='phase=1']",
            ".of-map a[aria-current][href*='phase=1']",
        )
        .await;
    assert_eq!(
        value(&browser, seen).await,
        before,
        "what is looked at stands still"
    );
    let title = value(
        &browser,
        "return document.querySelector('.wide-screen svg > title').textContent",
    )
    .await;
    assert_eq!(title, json!("Musterbezirk · Förderphase 2019–2022"));

    browser.close().await;
    open.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_narrow_screen_a_tap_on_an_office_tells_its_ties() {
    let Some((browser, open)) = on_the_map(390, 844).await else {
        return;
    };
    let office = browser
        .see(".narrow [data-department=Gesundheitsamt]")
        .await;
    assert!(office.is_displayed().await.expect("it can be seen or not"));
    office.click().await.expect("it can be tapped");
    let told = value(
        &browser,
        "return document.querySelector('[data-told]').textContent",
    )
    .await;
    let told = told.as_str().expect("a text");
    assert!(
        told.starts_with("Gesundheitsamt: Verbindungen zu ") && told.contains("Jugendamt (15)"),
        "{told}"
    );

    browser.close().await;
    open.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_change_in_place_the_language_and_the_focus_are_those_of_what_is_seen() {
    let Some((browser, open)) = on_the_map(1280, 900).await else {
        return;
    };

    browser.tab_to("form.choices button").await;
    value(
        &browser,
        "document.querySelector('[data-map-page] h1').id = 'before'",
    )
    .await;
    browser.press(ENTER).await;
    browser.see("[data-map-page] h1:not(#before)").await;
    let focused = "return document.activeElement.textContent";
    assert_eq!(value(&browser, focused).await, json!("Anzeigen"));

    browser
        .click(
            ".views a[href*='view=chain']",
            ".views a[aria-current][href*='view=chain']",
        )
        .await;
    browser.click("nav.language a", "html[lang=en]").await;
    let here = "return document.querySelector('.views [aria-current]').textContent";
    assert_eq!(value(&browser, here).await, json!("Prevention chain"));

    browser.close().await;
    open.close().await;
}
