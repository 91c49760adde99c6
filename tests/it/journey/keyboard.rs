//! The way through the pages by the keyboard alone.

use serde_json::{Value, json};

use super::Open;
use super::browser::{Browser, ENTER, TAB};

/// What has the focus: whether it is the first on the page, is seen, is marked, and stands after the one before.
const FOCUS: &str = "
    const one = document.activeElement, box = one.getBoundingClientRect(), style = getComputedStyle(one);
    const before = window.before;
    window.before = one;
    const after = !before || (before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    const seen = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    const marked = !(one instanceof HTMLElement) ||
        (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
    return [one.matches('.skip, body'), seen, marked, after, one.outerHTML.slice(0, 120)];";

#[tokio::test(flavor = "multi_thread")]
async fn tab_goes_through_a_page_in_its_order_with_the_focus_seen() {
    let Some(browser) = Browser::open(1280, 900).await else {
        return;
    };
    let open = Open::start().await;
    for page in [
        "/",
        "/districts/musterbezirk",
        "/districts/mitte/offices",
        "/districts/mitte/import",
        "/districts/musterbezirk/offers",
        "/districts/musterbezirk/offers/new",
        "/districts/musterbezirk/actors/jug-fruehe-hilfen/merge?into=jug-leitung",
        "/districts/musterbezirk/actors/jug-fruehe-hilfen/remove",
    ] {
        browser.go(&format!("{}{page}", open.address)).await;
        browser.press(TAB).await;
        let first = focus(&browser).await;
        assert_eq!(
            first[0],
            json!(true),
            "{page} does not begin with the skip link"
        );
        assert_eq!(
            (&first[1], &first[2]),
            (&json!(true), &json!(true)),
            "{page}: {first:?}"
        );
        let mut stops = 0;
        loop {
            browser.press(TAB).await;
            let now = focus(&browser).await;
            if now[0] == json!(true) {
                break;
            }
            let well = now[1..4].iter().all(|one| *one == json!(true));
            assert!(
                well,
                "{page}, stop {stops} (seen, marked, in order): {now:?}"
            );
            stops += 1;
            assert!(stops < 500, "{page} has no end");
        }
        assert!(stops > 5, "{page} has links and fields");
    }
    browser.close().await;
    open.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn offices_are_chosen_and_taken_back_by_the_keyboard_alone() {
    let Some(browser) = Browser::open(1280, 900).await else {
        return;
    };
    let open = Open::start().await;
    browser
        .go(&format!("{}/districts/mitte", open.address))
        .await;
    browser.tab_to(".skip").await;
    browser.press(ENTER).await;
    browser.tab_to("main a.button[href$='/offices']").await;
    browser.press(ENTER).await;
    browser.see("#unit-jugendamt").await;
    browser.tab_to("#unit-jugendamt").await;
    browser.press(' ').await;
    browser.tab_to("main button[type=submit]").await;
    browser.press(ENTER).await;
    browser.see("#taken").await;
    assert!(browser.text().await.contains("1 Organisation neu"));
    browser.tab_to("#taken a").await;
    browser.press(ENTER).await;
    browser.see(".steps").await;
    browser.tab_to(".steps summary").await;
    browser.press(ENTER).await;
    browser.see(".steps details[open]").await;
    browser.tab_to(".steps form button").await;
    browser.press(' ').await;
    browser.see("main .notice").await;
    assert!(
        browser
            .text()
            .await
            .contains("Schritt 1 ist zurückgenommen.")
    );
    browser.close().await;
    open.close().await;
}

async fn focus(browser: &Browser) -> Vec<Value> {
    let found = browser.client.execute(FOCUS, vec![]).await;
    let found = found.expect("the focus can be asked for");
    found.as_array().expect("a list").clone()
}
