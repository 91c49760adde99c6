//! Forty ties of one function entered as its staff would: by clicks and keys, by the keyboard alone, without scripts.

use super::Open;
use super::browser::{Browser, ENTER, TAB, axe};
use fantoccini::Locator;
use miteinander::domain::{ActorId, DistrictId, PhaseId};
use miteinander::service::DEMONSTRATION;

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

/// Nothing is wider than the window, and axe finds no fault where scripts run.
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
        let centre = "arguments[0].scrollIntoView({ block: 'center' })";
        let element = serde_json::to_value(&one).expect("an element is JSON");
        let scrolled = browser.client.execute(centre, vec![element]).await;
        scrolled.expect("it is scrolled to");
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
    assert!(counted < MOST, "{counted} keystrokes");
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
    // axe is a script itself: it looks at these pages in the next test.
    browser
        .go(&format!(
            "{}&step=2&with=jug-kita&with=jug-efb",
            first_step(&open)
        ))
        .await;
    browser.is_accessible(None, "the cards").await;
    let hint = browser.see(".who .left").await;
    assert!(
        !hint.is_displayed().await.expect("it can be asked"),
        "no empty count"
    );
    browser
        .see("[data-card] input[value='4']")
        .await
        .click()
        .await
        .expect("it can be chosen");
    browser.click("[data-save]", "#taken").await;
    assert!(browser.text().await.contains("hat geantwortet"));
    assert_eq!(ties(&open).await, 1);
    browser.close().await;
    open.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn names_cards_and_lines_fit_a_phone_and_a_desk_and_are_accessible() {
    for (width, height) in [(390, 844), (1280, 1000)] {
        let Some(browser) = Browser::open(width, height).await else {
            return;
        };
        let open = Open::start().await;
        let first = first_step(&open);
        let quick = format!("{}/districts/{DEMONSTRATION}/quick?phase=2", open.address);
        let who = first.split('?').next().expect("a path");
        for page in [
            who,
            &first,
            &format!("{first}&step=2&with=jug-kita"),
            &quick,
        ] {
            browser.go(page).await;
            fits(&browser, &format!("{page} at {width}")).await;
        }
        let line = browser.see("#line").await;
        line.send_keys("RSD – Niemand Bekanntes, 7")
            .await
            .expect("it can be typed");
        browser.press(ENTER).await;
        browser.see("[role=alert]").await;
        fits(&browser, &format!("what is asked at {width}")).await;
        browser.close().await;
        open.close().await;
    }
}
