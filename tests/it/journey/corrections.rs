//! Mistakes of a file are settled on the page, with scripts and without.

use super::browser::{Browser, axe};
use super::{Open, give};
use crate::web::correct::faulty;

#[tokio::test(flavor = "multi_thread")]
async fn ten_mistakes_take_one_round_with_scripts() {
    ten_mistakes_take_one_round(true).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_mistakes_take_one_round_without_scripts() {
    ten_mistakes_take_one_round(false).await;
}

async fn ten_mistakes_take_one_round(scripts: bool) {
    let Some(browser) = Browser::open_with(1280, 900, scripts).await else {
        return;
    };
    let open = Open::start().await;
    browser
        .go(&format!("{}/districts/spandau/import", open.address))
        .await;
    for (name, text) in faulty() {
        let path = open.folder.path().join(name);
        std::fs::write(&path, text).expect("the file can be written");
        give(&browser, &path).await;
    }
    browser.click("form button[type=submit]", ".fault").await;
    let text = browser.text().await;
    assert!(
        text.contains("3 × „RSD Sued“ ist keine bekannte Funktion"),
        "{text}"
    );
    if scripts {
        browser.is_accessible(axe().as_deref(), "faults").await;
    }
    for (value, chosen) in [
        ("Das Amt nebenan", "Schulpsychologie"),
        ("hoch", "3"),
        ("9", "5"),
        ("vieleicht", "nein"),
    ] {
        let list = format!("select[aria-label='Was statt „{value}“ stehen soll']");
        let list = browser.see(&list).await;
        list.select_by_value(chosen)
            .await
            .expect("it can be chosen");
    }
    let list = browser
        .see("select[aria-label='Was hier stehen soll']")
        .await;
    let chosen = list.select_by_value("Gesundheitsamt").await;
    chosen.expect("it can be chosen");
    // Two rows are left out: of a function that stands twice, and of one tied with itself.
    let twice = fault_with(&text, &["Dasselbe steht schon"]);
    let itself = fault_with(&text, &["auf beiden Seiten"]);
    for at in [twice, itself] {
        let button = browser.see(&format!("#fix-{at}-out")).await;
        button.click().await.expect("it can be pressed");
    }
    browser
        .click("form.faults button[type=submit]", "#take")
        .await;
    let preview = browser.text().await;
    assert!(preview.contains("Frühe Hilfen mit RSD Süd"), "{preview}");
    browser.click("#take", "#taken").await;
    browser.close().await;
    open.close().await;
}

/// The place of the cause that says something, among all of the page: each offers to change the file.
fn fault_with(text: &str, words: &[&str]) -> usize {
    let mut causes = text.split("in der Datei ändern");
    let said = |cause: &str| words.iter().all(|word| cause.contains(word));
    causes.position(said).expect("the cause is told")
}
