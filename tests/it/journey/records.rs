//! Records are entered, mended, merged and removed by the keyboard alone; what is wrong has the focus.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use miteinander::service::DEMONSTRATION;
use serde_json::{Value, json};

use super::Open;
use super::browser::{Browser, ENTER};

/// The arrow down.
const DOWN: char = '\u{E015}';

async fn types(browser: &Browser, text: &str) {
    let keys = text
        .chars()
        .fold(KeyActions::new("keyboard".to_owned()), |keys, one| {
            keys.then(KeyAction::Down { value: one })
                .then(KeyAction::Up { value: one })
        });
    let typed = browser.client.perform_actions(keys).await;
    typed.expect("it can be typed");
}

/// Goes on by Tab to a link or button, and presses it.
async fn press(browser: &Browser, css: &str, then: &str) {
    browser.tab_to(css).await;
    browser.press(ENTER).await;
    browser.see(then).await;
}

async fn focused(browser: &Browser, property: &str) -> Value {
    let script = format!("return document.activeElement.{property}");
    let found = browser.client.execute(&script, vec![]).await;
    found.expect("the focus can be asked for")
}

async fn begin(page: &str) -> Option<(Browser, Open)> {
    let browser = Browser::open(1280, 900).await?;
    let open = Open::start().await;
    let address = format!("{}/districts/{DEMONSTRATION}/{page}", open.address);
    browser.go(&address).await;
    Some((browser, open))
}

#[tokio::test(flavor = "multi_thread")]
async fn functions_are_entered_one_below_the_other_and_merged_by_the_keyboard_alone() {
    let Some((browser, open)) = begin("actors").await else {
        return;
    };
    press(&browser, "main a[href*='/actors/new']", "#name").await;
    browser.tab_to("#name").await;
    types(&browser, "Probe eins").await;
    browser.tab_to("#department").await;
    types(&browser, "Jugend").await;
    press(&browser, "form.record button", "#there").await;
    // The next is typed at once, and Enter saves it.
    assert_eq!(focused(&browser, "id").await, json!("name"));
    types(&browser, "Probe eins Team").await;
    browser.press(ENTER).await;
    // Its name looks like the one before: that is asked first, and has the focus.
    browser.see("main [role=alert]").await;
    assert_eq!(focused(&browser, "role").await, json!("alert"));
    press(&browser, "form.record button[value=anyway]", "#taken").await;

    press(&browser, "main a[href$='/merge']", "#into").await;
    browser.tab_to("#into").await;
    browser.press(DOWN).await;
    press(&browser, "form.record button", "main form[method=post]").await;
    press(&browser, "main form[method=post] button", "#taken").await;
    browser.close().await;
    open.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_offer_is_entered_mended_and_removed_by_the_keyboard_alone() {
    let Some((browser, open)) = begin("offers").await else {
        return;
    };
    press(&browser, "main a[href*='/offers/new']", "#name").await;
    browser.tab_to("#name").await;
    types(&browser, "Probecafé").await;
    browser.press(ENTER).await;
    // What is missing has the focus, with the ways to its fields; nothing typed is lost.
    browser.see("main .warning[role=alert]").await;
    assert_eq!(focused(&browser, "className").await, json!("warning"));
    browser.tab_to(".warning a[href='#life_phases']").await;
    browser.press(ENTER).await;
    browser.tab_to("input[type=checkbox]").await;
    assert_eq!(focused(&browser, "id").await, json!("life_phases-0"));
    browser.press(' ').await;
    browser.tab_to("#fields-0").await;
    browser.press(' ').await;
    // Enter saves from any field: the button lies behind some hundred ticks.
    browser.press(ENTER).await;
    browser.see("#taken").await;
    let page = browser.text().await;
    assert!(page.contains("Probecafé"), "{page}");

    press(
        &browser,
        "main a[href$='/remove']",
        "main form[method=post]",
    )
    .await;
    press(&browser, "main form[method=post] button", "#taken").await;
    assert!(browser.text().await.contains("1 Angebot entfernt"));
    browser.close().await;
    open.close().await;
}
