//! Forty ties of one function entered as its staff would: by clicks and keys, by the keyboard alone, without scripts.

use fantoccini::Locator;
use miteinander::domain::{ActorId, DistrictId, PhaseId};
use miteinander::service::DEMONSTRATION;
use serde_json::json;

use super::Open;
use super::browser::{Browser, ENTER, TAB, axe};

/// The function that speaks: it has not answered yet, so that all forty are new.
const SPEAKER: &str = "ges-leitung";

/// The most keystrokes and clicks that forty ties may take.
const MOST: usize = 150;

const TIES: usize = 40;

fn first_step(open: &Open) -> String {
    let district = format!("{}/districts/{DEMONSTRATION}", open.address);
    format!("{district}/who?actor={SPEAKER}&phase=2")
}

/// How many ties the function has by now.
async fn ties(open: &Open) -> usize {
    let url = format!("sqlite:{}", open.folder.path().join("store.db").display());
    let store = miteinander::store::open(&url, None)
        .await
        .expect("it opens");
    let district = DistrictId::parse(DEMONSTRATION).expect("a slug");
    let held = store.network(&district).await.expect("it is read");
    store.close().await;
    let actor = ActorId::parse(SPEAKER).expect("an id");
    let phase = PhaseId::parse("2").expect("an id");
    let place = &held.value.memberships[&(actor.clone(), phase.clone())];
    assert_eq!(place.answered, Some(true), "the function has answered");
    let reports = held.value.reports.iter();
    let own = reports.filter(|((of, from, _), _)| *of == phase && *from == actor);
    own.filter(|(_, report)| report.strength.is_some()).count()
}

/// Whether nothing is wider than the window.
async fn fits(browser: &Browser, page: &str) {
    browser.is_accessible(axe().as_deref(), page).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn forty_ties_take_at_most_a_hundred_and_fifty_keystrokes_and_clicks() {
    let Some(browser) = Browser::open(1280, 1000).await else {
        return;
    };
    let open = Open::start().await;
    browser.go(&first_step(&open)).await;
    let mut counted = 0;
    let boxes = Locator::Css(".ticks input");
    let boxes = browser
        .client
        .find_all(boxes)
        .await
        .expect("there are names");
    for one in boxes.into_iter().take(TIES) {
        one.click().await.expect("it can be ticked");
        counted += 1;
    }
    browser
        .click("main form button[type=submit]", "[data-card]")
        .await;
    counted += 1;
    fits(&browser, "the cards").await;
    let left = browser.see("[data-left]").await;
    assert_eq!(left.text().await.expect("a text"), format!("noch {TIES}"));
    for number in 0..TIES {
        let key = char::from_digit(u32::try_from(number % 6).expect("small"), 10);
        browser.press(key.expect("a digit")).await;
        counted += 1;
    }
    assert_eq!(
        left.text().await.expect("a text"),
        "Alle Namen haben eine Angabe."
    );
    // The last key has led to the button.
    browser.press(ENTER).await;
    counted += 1;
    browser.see("#taken").await;
    assert!(counted <= MOST, "{counted} keystrokes and clicks");
    assert!(ties(&open).await >= TIES);
    browser.close().await;
    open.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn forty_ties_are_entered_by_the_keyboard_alone() {
    let Some(browser) = Browser::open(1280, 1000).await else {
        return;
    };
    let open = Open::start().await;
    browser.go(&first_step(&open)).await;
    browser.tab_to(".skip").await;
    browser.press(ENTER).await;
    browser.tab_to(".ticks input").await;
    let mut counted = 20;
    for number in 0..TIES {
        if number > 0 {
            browser.press(TAB).await;
            counted += 1;
        }
        browser.press(' ').await;
        counted += 1;
    }
    browser.press(ENTER).await;
    browser.see("[data-card]").await;
    counted += 1;
    for _ in 0..TIES {
        browser.press('3').await;
        counted += 1;
    }
    browser.press(ENTER).await;
    browser.see("#taken").await;
    assert!(counted + 1 <= MOST, "{counted} keystrokes");
    assert!(ties(&open).await >= TIES);
    browser.close().await;
    open.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_the_same_form_is_filled_on_a_phone() {
    let Some(browser) = Browser::open_with(390, 844, false).await else {
        return;
    };
    let open = Open::start().await;
    browser.go(&first_step(&open)).await;
    assert!(
        browser
            .client
            .find(Locator::Css("#search:not([hidden] *)"))
            .await
            .is_err()
    );
    fits(&browser, "the names on a phone").await;
    browser
        .click("main form button[type=submit]", "[data-save]")
        .await;
    fits(&browser, "the cards on a phone").await;
    let card = browser
        .client
        .find(Locator::Css("[data-card] input[value='4']"))
        .await;
    if let Ok(card) = card {
        card.click().await.expect("it can be chosen");
    }
    browser.click("[data-save]", "main .notice, #taken").await;
    let page = browser.text().await;
    assert!(
        page.contains("hat geantwortet") || page.contains("nichts geändert"),
        "{page}"
    );
    let shown = browser.client.execute("return 1", vec![]).await;
    assert_eq!(
        shown.ok(),
        Some(json!(1)),
        "the driver's own scripts still run"
    );
    browser.close().await;
    open.close().await;
}
