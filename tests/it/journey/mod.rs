//! From the template to the map and back, in a real browser, wide and narrow; and no page with a fault for those who
//! read it by ear or by keyboard.

mod browser;
mod corrections;
mod keyboard;
mod maps;
mod paper;
mod phones;
mod told;
mod who;
mod workbook;
mod workshop;

use std::sync::Arc;

use fantoccini::Locator;
use miteinander::service::Service;
use miteinander::{store, web};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::web::errors::Dead;
use browser::{Browser, axe};
use workbook::filled;

const ORGANISATIONS: &[&[&str]] = &[
    &["Jugendamt", "Jug", "Fachamt", "III", "Jugend"],
    &["Gesundheitsamt", "Ges", "Fachamt", "IV", "Gesundheit"],
    &[
        "Schul- und Sportamt",
        "SchulSport",
        "Fachamt",
        "II",
        "Schule",
    ],
];
const FUNCTIONS: &[&[&str]] = &[
    &[
        "Netzwerkkoordination Frühe Hilfen",
        "Jugendamt",
        "Frühe Hilfen",
        "koordinierend",
        "ja",
        "ja",
    ],
    &[
        "RSD Region Süd, Teamleitung",
        "Jugendamt",
        "RSD",
        "leitend",
        "nein",
        "ja",
    ],
    &[
        "KJGD, Ersthausbesuch",
        "Gesundheitsamt",
        "KJGD",
        "operativ",
        "nein",
        "ja",
    ],
    &[
        "Schulsozialarbeit",
        "Schul- und Sportamt",
        "",
        "operativ",
        "nein",
        "ja",
    ],
];
const OFFERS: &[&[&str]] = &[&[
    "Ersthausbesuch",
    "0–3",
    "Gesund aufwachsen",
    "KJGD, Ersthausbesuch",
    "Gesundheitsamt",
]];
const COOPERATION: &[&[&str]] = &[
    &[
        "Netzwerkkoordination Frühe Hilfen",
        "KJGD, Ersthausbesuch",
        "5",
        "gemeinsame Planung",
    ],
    &[
        "Netzwerkkoordination Frühe Hilfen",
        "RSD Region Süd, Teamleitung",
        "3",
        "Information",
    ],
];

/// The service over a seeded store of its own, at an address of this machine.
struct Open {
    address: String,
    folder: TempDir,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<()>,
}

impl Open {
    async fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let url = format!("sqlite:{}", folder.path().join("store.db").display());
        let store = store::open(&url, None).await.expect("the store opens");
        let service = Service::start(store).await.expect("the store is seeded");
        let service = service.patient();
        Self::serve(folder, service).await
    }

    async fn serve(folder: TempDir, service: Service) -> Self {
        let service = Arc::new(service);
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("the port has an address");
        let (stop, stopped) = oneshot::channel();
        let app = web::App::new(service);
        let serving = tokio::spawn(web::serve(listener, app, async {
            let _ = stopped.await;
        }));
        Self {
            address: format!("http://{address}"),
            folder,
            stop,
            serving,
        }
    }

    async fn close(self) {
        self.stop.send(()).expect("the service still waits");
        self.serving.await.expect("serving does not panic");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn from_the_template_to_the_map_and_back_on_a_wide_screen() {
    journey(1280, 900).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn from_the_template_to_the_map_and_back_on_a_narrow_screen() {
    journey(390, 844).await;
}

async fn journey(width: u32, height: u32) {
    let Some(browser) = Browser::open(width, height).await else {
        return;
    };
    let open = Open::start().await;

    // A district in which nothing has been entered offers the template.
    browser
        .go(&format!("{}/districts/spandau", open.address))
        .await;
    assert!(
        browser
            .text()
            .await
            .contains("Hier ist noch nichts eingetragen.")
    );
    let link = browser.see("a[href='/template.xlsx']").await;
    let address = link.prop("href").await.expect("a link has an address");
    let template = reqwest::get(address.expect("the link leads somewhere")).await;
    let template = template.expect("the template is served").bytes().await;
    let template = template.expect("the template can be read");
    let workbook = filled(
        &template,
        &[
            (2, ORGANISATIONS),
            (3, FUNCTIONS),
            (4, OFFERS),
            (5, COOPERATION),
        ],
    );
    let file = open.folder.path().join("Spandau.xlsx");
    std::fs::write(&file, workbook).expect("the workbook can be written");

    // A first try with a fault is told with its place.
    let faulty = open.folder.path().join("Fehler.csv");
    std::fs::write(&faulty, "Von;Mit;Stärke\nNiemand;Keiner;9\n").expect("the file can be written");
    browser.click("a[href$='/spandau/import']", "#files").await;
    give(&browser, &faulty).await;
    browser.click("form button[type=submit]", ".fault").await;
    assert!(browser.text().await.contains("Niemand"));

    // The filled template is seen before it is taken over.
    browser.click("main a.button", "#files").await;
    give(&browser, &file).await;
    browser.click("form button[type=submit]", "#take").await;
    let preview = browser.text().await;
    for words in [
        "Das würde sich ändern",
        "3 Organisationen neu",
        "Netzwerkkoordination Frühe Hilfen mit KJGD, Ersthausbesuch",
    ] {
        assert!(preview.contains(words), "{words}\n{preview}");
    }
    browser.click("#take", "#taken").await;

    // The map shows what was taken over.
    browser.see(".map svg [data-actor]").await;
    let actors = browser
        .client
        .find_all(Locator::Css(".map svg [data-actor]"))
        .await;
    assert_eq!(actors.expect("the map can be searched").len(), 4);
    assert!(
        browser
            .text()
            .await
            .contains("Für eine Aussage zur Versäulung ist das Netzwerk noch zu klein")
    );

    // One click takes it back.
    browser.click("#taken a", ".steps").await;
    browser.click(".steps form button", "main .notice").await;
    assert!(
        browser
            .text()
            .await
            .contains("Schritt 1 ist zurückgenommen.")
    );
    browser
        .go(&format!("{}/districts/spandau", open.address))
        .await;
    assert!(
        browser
            .text()
            .await
            .contains("Hier ist noch nichts eingetragen.")
    );

    browser.close().await;
    open.close().await;
}

async fn give(browser: &Browser, file: &std::path::Path) {
    let field = browser.see("#files").await;
    let path = file.to_str().expect("the path is text");
    field.send_keys(path).await.expect("the field takes a file");
}

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
    let pages = [
        "/",
        "/how",
        "/privacy",
        "/nowhere",
        "/districts/atlantis",
        "/districts/mitte/import/6f5c1a52-8b7e-4c6d-9a43-0d9c6c1c2b11",
        "/districts/musterbezirk",
        "/districts/musterbezirk?phase=1&lang=en",
        "/districts/musterbezirk/table?lang=de",
        "/districts/musterbezirk/map",
        "/districts/musterbezirk/map?view=matrix",
        "/districts/musterbezirk/map?view=change",
        "/districts/musterbezirk/map?view=offer&audience=leadership",
        "/districts/musterbezirk/map?view=chain",
        "/districts/musterbezirk/map?view=offer&offer=nirgends",
        "/districts/musterbezirk/history",
        "/districts/musterbezirk/export",
        "/districts/musterbezirk/releases",
        "/districts/musterbezirk/releases/stand-2025",
        "/districts/musterbezirk?as=leader",
        "/districts/musterbezirk?as=programme",
        "/districts/musterbezirk/actors/jug-fruehe-hilfen",
        "/districts/musterbezirk/actors/jug-fruehe-hilfen?edit=2",
        "/districts/musterbezirk/actors/jug-fruehe-hilfen/move",
        "/districts/musterbezirk/actors/jug-fruehe-hilfen/merge",
        "/districts/musterbezirk/actors/jug-fruehe-hilfen/merge?into=jug-leitung",
        "/districts/musterbezirk/actors/jug-fruehe-hilfen/remove",
        "/districts/musterbezirk/actors/new?department=jugendamt",
        "/districts/musterbezirk/departments/jugendamt?edit=2",
        "/districts/musterbezirk/departments/new",
        "/districts/musterbezirk/twins",
        "/districts/musterbezirk/actors",
        "/districts/musterbezirk/departments",
        "/districts/musterbezirk/offers",
        "/districts/musterbezirk/offers/new",
        "/districts/musterbezirk/offers/familiencafe-lindenhof",
        "/districts/musterbezirk/offers/familiencafe-lindenhof?edit=yes",
        "/districts/musterbezirk/offers/familiencafe-lindenhof/merge",
        "/districts/musterbezirk/offers/familiencafe-lindenhof/remove",
        "/districts/musterbezirk/cooperations",
        "/districts/musterbezirk/cooperations/new",
        "/districts/musterbezirk/cooperations/jug-fruehe-hilfen/ges-kjgd-ersthausbesuch?phase=2",
        "/districts/musterbezirk/map?view=actor&actor=jug-fruehe-hilfen",
        "/districts/musterbezirk/accounts",
        "/districts/musterbezirk/log",
        "/districts/musterbezirk/erase",
        "/programme/accounts",
        "/programme/log",
        "/sign-in",
        "/invitation",
        "/w",
        "/districts/mitte",
        "/districts/mitte/offices",
        "/districts/mitte/import",
    ];
    for page in pages {
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
