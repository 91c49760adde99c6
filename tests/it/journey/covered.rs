//! What has the focus is never under a bar that stays at the edge of the window, forwards and backwards.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use miteinander::service::DEMONSTRATION;
use serde_json::json;

use super::Open;
use super::browser::{Browser, TAB};

/// The key that turns Tab around.
const SHIFT: char = '\u{E008}';

/// The pages on which a bar stays in sight, and those with long forms or lists.
const PAGES: [&str; 9] = [
    "/districts/mitte/offices",
    "/districts/musterbezirk/who",
    "/districts/musterbezirk/who?actor=ges-leitung&phase=2",
    "/districts/musterbezirk/who?actor=ges-leitung&phase=2&step=2&with=jug-kita&with=jug-efb&with=jug-leitung",
    "/districts/musterbezirk/quick",
    "/districts/musterbezirk/actors/new",
    "/districts/musterbezirk/history",
    "/districts/musterbezirk/map",
    "/districts/musterbezirk/workshop?show=functions&phase=2",
];

/// What lies over the element that has the focus, at its middle and its corners: bars that it does not stand in. And
/// whether a round is over.
const OVER: &str = "
    const one = document.activeElement;
    if (one === document.body) return [false, []];
    const round = window.first === one;
    window.first ??= one;
    const box = one.getBoundingClientRect();
    const bar = (element) => {
      for (; element; element = element.parentElement) {
        if (['fixed', 'sticky'].includes(getComputedStyle(element).position)) return element;
      }
      return null;
    };
    const points = [[(box.left + box.right) / 2, (box.top + box.bottom) / 2], [box.left + 2, box.top + 2],
      [box.right - 2, box.top + 2], [box.left + 2, box.bottom - 2], [box.right - 2, box.bottom - 2]];
    const over = points.map(([x, y]) => bar(document.elementFromPoint(x, y)))
      .filter((found) => found && !found.contains(one))
      .map((found) => found.outerHTML.slice(0, 60) + ' over ' + one.outerHTML.slice(0, 90));
    return [round, over];";

#[tokio::test(flavor = "multi_thread")]
async fn nothing_lies_over_what_has_the_focus_on_a_desk() {
    nothing_lies_over_what_has_the_focus(1280).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_lies_over_what_has_the_focus_on_a_phone() {
    nothing_lies_over_what_has_the_focus(390).await;
}

async fn nothing_lies_over_what_has_the_focus(width: u32) {
    let Some(browser) = Browser::open(width, 800).await else {
        return;
    };
    let open = Open::start().await;
    // The wall has what was entered last beside or below its map.
    let wall = format!(
        "{}/districts/{DEMONSTRATION}/workshop?show=functions&phase=2",
        open.address
    );
    browser.go(&wall).await;
    for other in [
        "Stadtbibliothek, Kinder- und Jugendbibliothek",
        "Kita Lindenhof",
        "Jugendhilfeplanung",
    ] {
        let field = browser.see("[data-line]").await;
        let line = format!("Wohngeld – {other}, 3");
        field.send_keys(&line).await.expect("it takes letters");
        browser
            .click("form.line button", "form.line [role=status]")
            .await;
        browser.go(&wall).await;
    }
    browser.see(".latest li:nth-child(3)").await;
    for page in PAGES {
        for backwards in [false, true] {
            browser.go(&format!("{}{page}", open.address)).await;
            walk(&browser, backwards, page).await;
        }
    }
    browser.close().await;
    open.close().await;
}

/// Once around the page.
async fn walk(browser: &Browser, backwards: bool, page: &str) {
    for stop in 0..250 {
        step(browser, backwards).await;
        let found = browser.client.execute(OVER, vec![]).await;
        let found = found.expect("the page answers");
        assert_eq!(
            found[1],
            json!([]),
            "{page}, stop {stop}, backwards: {backwards}"
        );
        if found[0] == json!(true) {
            assert!(stop > 5, "{page} has links and fields");
            return;
        }
    }
    panic!("{page} has no end");
}

async fn step(browser: &Browser, backwards: bool) {
    if !backwards {
        return browser.press(TAB).await;
    }
    let keys = KeyActions::new("keyboard".to_owned())
        .then(KeyAction::Down { value: SHIFT })
        .then(KeyAction::Down { value: TAB })
        .then(KeyAction::Up { value: TAB })
        .then(KeyAction::Up { value: SHIFT });
    let pressed = browser.client.perform_actions(keys).await;
    pressed.expect("the keys can be pressed");
}
