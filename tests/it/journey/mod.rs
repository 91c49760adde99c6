//! From the template to the map and back, in a real browser, wide and narrow; and no page with a fault for those who
//! read it by ear or by keyboard.

mod accessible;
mod beginning;
mod browser;
mod corrections;
mod covered;
mod driver;
mod keyboard;
mod maps;
mod paper;
mod phones;
mod records;
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

use browser::Browser;
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
