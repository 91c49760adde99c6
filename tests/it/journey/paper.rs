//! The pages on paper, as a browser prints them.

use fantoccini::wd::{PrintConfiguration, PrintSize};
use serde_json::json;

use super::Open;
use super::browser::Browser;
use super::maps::value;

/// How many pages a PDF of Chromium has.
fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    let one = |part: &&str| !part.starts_with('s');
    text.split("/Type /Page").skip(1).filter(one).count()
}

/// Writes down which of these the rules for paper let be seen.
const SEEN: &str = "
    window.seen = [];
    matchMedia('print').addEventListener('change', (paper) => {
      if (!paper.matches) return;
      window.seen = arguments[0].filter((css) => Array.from(document.querySelectorAll(css))
        .some((one) => one.getClientRects().length > 0));
    });";

/// What only a screen can do, and the headings of what is folded.
const SCREEN: [&str; 9] = [
    ".tools",
    ".told-of",
    ".light",
    ".links",
    ".choices",
    "nav",
    ".contacts",
    ".as-table",
    ".offers > details",
];

#[tokio::test(flavor = "multi_thread")]
async fn on_paper_stands_what_can_be_read_there_and_the_handout_has_two_pages() {
    let Some(browser) = Browser::open(1280, 900).await else {
        return;
    };
    let open = Open::start().await;
    let district = format!("{}/districts/musterbezirk?lang=de", open.address);
    let map = format!("{}/districts/musterbezirk/map?lang=de", open.address);
    let leaders = format!("{district}&audience=leadership");
    for (address, most, kept) in [
        (district, 2, ".matrix"),
        (leaders, 2, ".findings"),
        (map, 1, ".map svg"),
    ] {
        browser.go(&address).await;
        let mut asked = SCREEN.to_vec();
        asked.push(kept);
        let watch = browser.client.execute(SEEN, vec![json!(asked)]).await;
        watch.expect("the rules for paper can be watched");
        let a4 = PrintConfiguration::builder().size(PrintSize {
            width: 21.0,
            height: 29.7,
        });
        let a4 = a4.build().expect("A4 is a size of paper");
        let pdf = browser.client.print(a4).await;
        let pdf = pdf.expect("the page can be printed");
        let seen = value(&browser, "return window.seen").await;
        assert_eq!(seen, json!([kept]), "{address}");
        assert!(
            (1..=most).contains(&pages(&pdf)),
            "{address}: {}",
            pages(&pdf)
        );
    }
    browser.close().await;
    open.close().await;
}
