//! A working meeting in real browsers: two walls, one of them at another instance, and somebody who types.

use std::sync::Arc;

use miteinander::service::Service;
use miteinander::{store, web};
use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use super::Open;
use super::browser::{Browser, axe};

const LINE: &str = "Wohngeld – Stadtbibliothek, Kinder- und Jugendbibliothek, 3";
const MEETING: &str = "/districts/musterbezirk/workshop?phase=2&lang=de&show=";

/// Where each function of the picture lies.
const PLACES: &str = "return [...document.querySelectorAll('.picture .actor')].map((one) => \
    [one.dataset.actor, one.getBoundingClientRect().x, one.getBoundingClientRect().y].join());";

/// Another instance on the same store, until what it gives is dropped.
pub async fn another(open: &Open) -> (String, oneshot::Sender<()>) {
    let file = open.folder.path().join("store.db");
    let store = store::open(&format!("sqlite:{}", file.display()), None).await;
    let service = Service::over(store.expect("the store opens")).patient();
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("the port has an address");
    let (stop, stopped) = oneshot::channel();
    let app = web::App::new(Arc::new(service));
    tokio::spawn(web::serve(listener, app, async {
        let _ = stopped.await;
    }));
    (format!("http://{address}"), stop)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_types_is_on_both_walls_and_nothing_moves() {
    let (Some(typist), Some(wall), Some(far)) = (
        Browser::open(1280, 900).await,
        Browser::open(1280, 900).await,
        Browser::open(1280, 900).await,
    ) else {
        return;
    };
    let open = Open::start().await;
    let (elsewhere, stop) = another(&open).await;
    wall.go(&format!("{}{MEETING}functions", open.address))
        .await;
    far.go(&format!("{elsewhere}{MEETING}offices")).await;
    typist
        .go(&format!("{}{MEETING}functions", open.address))
        .await;
    let before = wall.client.execute(PLACES, vec![]).await.expect("places");
    let field = typist.see("[data-line]").await;
    field.send_keys(LINE).await.expect("it takes letters");
    typist.click("form.line button", ".latest li").await;

    // The newest entry is marked, on the map too, and the list of offices names no function.
    wall.see(".latest li.fresh").await;
    wall.see(".picture .tie.fresh, .picture [data-a].fresh")
        .await;
    far.see(".latest li").await;
    let said = far.text().await;
    assert!(
        said.contains("Amt für Bürgerdienste – Amt für Weiterbildung und Kultur"),
        "{said}"
    );
    assert!(!said.contains("Stadtbibliothek"), "{said}");
    let after = wall.client.execute(PLACES, vec![]).await.expect("places");
    assert_eq!(before, after, "what was there stays where it was");

    typist.click(".latest li form button", "[data-line]").await;
    let gone = "return document.querySelectorAll('.latest li').length;";
    for browser in [&typist, &wall, &far] {
        for _ in 0..100 {
            if browser
                .client
                .execute(gone, vec![])
                .await
                .expect("a number")
                == json!(0)
            {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        }
        let left = browser
            .client
            .execute(gone, vec![])
            .await
            .expect("a number");
        assert_eq!(left, json!(0), "taken back for all");
    }
    for browser in [typist, wall, far] {
        browser.close().await;
    }
    drop(stop);
    open.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_of_a_meeting_have_no_fault_and_work_without_a_script() {
    for (width, scripts) in [(1280, true), (390, true), (1280, false)] {
        let Some(browser) = Browser::open_with(width, 900, scripts).await else {
            return;
        };
        let axe = axe().filter(|_| scripts);
        let open = Open::start().await;
        let page = format!("{}/districts/musterbezirk/workshop", open.address);
        browser.go(&format!("{page}?lang=de")).await;
        browser.is_accessible(axe.as_deref(), "the beginning").await;
        browser.click("form.card button", "[data-workshop]").await;
        browser.is_accessible(axe.as_deref(), "the wall").await;
        let field = browser.see("[data-line]").await;
        field.send_keys(LINE).await.expect("it takes letters");
        browser.click("form.line button", ".latest li").await;
        browser.go(&format!("{page}/sheets?phase=2&lang=de")).await;
        browser.is_accessible(axe.as_deref(), "the sheets").await;
        browser.close().await;
        open.close().await;
    }
}
