//! No page has a fault for those who read it by ear, by keyboard, in large letters or in colours of their own.

use std::sync::Arc;

use miteinander::service::Service;

use super::browser::{Browser, axe};
use super::{Open, give};
use crate::web::errors::Dead;
use crate::web::link_texts::working_pages;

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_accessible_on_a_wide_screen() {
    every_page_is_accessible(1280, 900).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_accessible_on_a_narrow_screen() {
    every_page_is_accessible(390, 844).await;
}

async fn every_page_is_accessible(width: u32, height: u32) {
    let Some(browser) = Browser::open(width, height).await else {
        return;
    };
    let axe = axe();
    let open = Open::start().await;
    for page in working_pages() {
        browser.go(&format!("{}{page}", open.address)).await;
        browser.is_accessible(axe.as_deref(), &page).await;
        if axe.is_some() {
            browser.force_colours(true).await;
            let forced = format!("{page} in colours of the system");
            browser.is_accessible(axe.as_deref(), &forced).await;
            browser.force_colours(false).await;
        }
    }
    let further = [
        "/",
        "/how",
        "/privacy",
        "/nowhere",
        "/districts/atlantis",
        "/districts/musterbezirk?phase=1&lang=en",
        "/districts/musterbezirk?as=programme",
        "/districts/musterbezirk/departments/jugendamt?edit=2",
        "/districts/musterbezirk/map?view=actor&actor=jug-fruehe-hilfen",
        "/districts/musterbezirk/map?view=offer&offer=nirgends",
        "/districts/mitte/import/6f5c1a52-8b7e-4c6d-9a43-0d9c6c1c2b11",
        "/programme/accounts",
        "/programme/log",
        "/sign-in",
        "/invitation",
        "/w",
        "/districts/mitte",
        "/districts/mitte/offices",
        "/districts/mitte/import",
    ];
    for page in further {
        browser.go(&format!("{}{page}", open.address)).await;
        browser.is_accessible(axe.as_deref(), page).await;
    }

    let faulty = open.folder.path().join("Fehler.csv");
    std::fs::write(&faulty, "Von;Mit;Stärke\nNiemand;Keiner;9\n").expect("the file can be written");
    give(&browser, &faulty).await;
    browser.click("form button[type=submit]", ".fault").await;
    browser.is_accessible(axe.as_deref(), "faults").await;

    browser.click("main a.button", "#files").await;
    let good = open.folder.path().join("organisationen.csv");
    std::fs::write(&good, "Name;Art\nJugendamt;Fachamt\n").expect("the file can be written");
    give(&browser, &good).await;
    browser.click("form button[type=submit]", "#take").await;
    browser.is_accessible(axe.as_deref(), "preview").await;
    browser.click("#take", "#taken").await;
    browser.is_accessible(axe.as_deref(), "begun").await;
    browser.click("#taken a", ".steps").await;
    browser.is_accessible(axe.as_deref(), "history").await;
    // Taken back, put back and taken back again: what put it back no longer fits.
    for (button, then) in [
        (".steps form button", ".steps > li:nth-child(2)"),
        (".steps form button", ".steps > li:nth-child(3)"),
        (
            ".steps > li:last-child form button",
            ".steps > li:nth-child(4)",
        ),
    ] {
        browser.click(button, then).await;
    }
    browser.is_accessible(axe.as_deref(), "undone").await;
    let put_back = ".steps > li:nth-child(2) form button";
    browser.click(put_back, "main .warning").await;
    browser.is_accessible(axe.as_deref(), "conflict").await;

    // A name of this machine that is not its own one.
    let foreign = open.address.replace("127.0.0.1", "foreign.localhost");
    browser.go(&foreign).await;
    assert!(
        browser
            .text()
            .await
            .contains("Unter diesem Namen antwortet miteinander nicht")
    );
    browser.is_accessible(axe.as_deref(), "foreign name").await;

    browser.close().await;
    open.close().await;
}

/// A window of 1280 pixels at four times its size is 320 wide.
#[tokio::test(flavor = "multi_thread")]
async fn the_narrowest_screen_scrolls_one_way_whatever_is_folded_open() {
    for width in [320, 390] {
        let Some(browser) = Browser::open(width, 800).await else {
            return;
        };
        let open = Open::start().await;
        for page in [
            "/districts/musterbezirk?lang=de",
            "/districts/musterbezirk?lang=en",
            "/districts/musterbezirk/map?lang=de",
            "/districts/musterbezirk/table?lang=de",
            "/how?lang=de",
        ] {
            browser.go(&format!("{}{page}", open.address)).await;
            let unfold = "for (const one of document.querySelectorAll('details')) one.open = true; \
                          const page = document.documentElement; \
                          return page.scrollWidth - page.clientWidth";
            let beyond = browser.client.execute(unfold, vec![]).await;
            assert_eq!(beyond.expect("the width can be read"), 0, "{width}: {page}");
        }
        browser.close().await;
        open.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_of_a_dead_database_are_accessible_on_a_wide_screen() {
    pages_of_a_dead_database(1280, 900).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_of_a_dead_database_are_accessible_on_a_narrow_screen() {
    pages_of_a_dead_database(390, 844).await;
}

async fn pages_of_a_dead_database(width: u32, height: u32) {
    let Some(browser) = Browser::open(width, height).await else {
        return;
    };
    let axe = axe();
    for (how, words) in [
        (Dead::Unreachable, "Die Datenbank antwortet gerade nicht"),
        (Dead::Full, "Die Datenbank kann nicht schreiben"),
        (Dead::Broken, "Etwas ist schiefgegangen"),
    ] {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let open = Open::serve(folder, Service::over(Arc::new(how))).await;
        browser
            .go(&format!("{}/districts/mitte", open.address))
            .await;
        assert!(browser.text().await.contains(words));
        browser.is_accessible(axe.as_deref(), words).await;
        open.close().await;
    }
    browser.close().await;
}
