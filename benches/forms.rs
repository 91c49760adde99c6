//! Saving by hand in a district of 1,000 actors and 10,000 cooperations: how long a form takes, and the page after it, at
//! the instance where it was saved and at another one on the same store.
//!
//! `cargo bench --bench forms` prints the rows of the README. Neo4j is measured where `NEO4J_TEST_URI` (and
//! `NEO4J_TEST_PASSWORD`) name a server, or where Java and Maven can start one.

#[path = "../tests/stores/planted.rs"]
#[allow(dead_code)]
mod planted;
#[path = "../tests/stores/server.rs"]
#[allow(dead_code)]
mod server;
#[path = "district/table.rs"]
#[allow(dead_code)]
mod table;
#[path = "district/taken.rs"]
#[allow(dead_code)]
mod taken;

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use miteinander::domain::DistrictId;
use miteinander::service::Service;
use miteinander::{store, web};
use table::Table;
use taken::{LARGE, import, new_district, workbook};
use tower::ServiceExt;
use uuid::Uuid;

/// How often each thing is done.
const TIMES: usize = 21;

/// How often before: a Java server compiles what it runs often.
const WARM_UP: usize = 10;

fn main() {
    // `cargo test --benches` builds and starts it; it measures only when asked to.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let runtime = tokio::runtime::Runtime::new().expect("threads can be started");
    let mut table = Table::new();
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite:{}", folder.path().join("bench.db").display());
    runtime.block_on(measure(&mut table, "SQLite", 30.0, &url, None));
    match server::missing() {
        None => {
            let server = server::shared();
            let password = Some(server.password.clone());
            runtime.block_on(measure(&mut table, "Neo4j", 80.0, &server.url, password));
        }
        Some(missing) => println!("Neo4j was not measured: {missing}"),
    }
    server::stop_all();
    table.print();
}

async fn measure(table: &mut Table, name: &str, goal: f64, url: &str, password: Option<String>) {
    let instance = async || {
        let store = store::open(url, password.clone()).await.expect("it opens");
        let service = Service::start(Arc::clone(&store)).await;
        (store, Arc::new(service.expect("the store is seeded")))
    };
    let ((store, service), (_, other)) = (instance().await, instance().await);
    let district = new_district(&service, store.as_ref()).await;
    let workbook = workbook(&service, LARGE).await;
    import(&service, &district, workbook).await;
    let view = service.view(&district).await.expect("it is there");
    let actor = view.network.actors.keys().next().expect("an actor").clone();
    let page = format!("/districts/{district}/actors/{actor}");
    let [here, there] = [service, other].map(|service| web::router(web::App::new(service)));

    let mut times: [Vec<Duration>; 4] = Default::default();
    for round in 0..WARM_UP + TIMES {
        let form = get(&here, &format!("{page}?edit=yes")).await.0;
        let note = format!("Runde {round}");
        let (saved, taken) = post(&here, &page, &filled(&form, &note)).await;
        let (shown, own) = get(&here, &page).await;
        assert!(shown.contains(&note), "what was saved is on the page");
        let (shown, elsewhere) = get(&there, &page).await;
        assert!(shown.contains(&note), "and on that of the other instance");
        let (_, district) = get(&here, &district_page(&district)).await;
        assert!(saved.starts_with(&page), "{saved}");
        if round >= WARM_UP {
            for (times, time) in times.iter_mut().zip([taken, own, elsewhere, district]) {
                times.push(time);
            }
        }
    }
    let [saved, own, elsewhere, district] = times;
    table.row(
        &format!("{name}: a function saved by its form"),
        goal,
        &saved,
    );
    table.row(&format!("{name}: its page after that"), 150.0, &own);
    table.row(
        &format!("{name}: its page at another instance"),
        300.0,
        &elsewhere,
    );
    table.row(
        &format!("{name}: the district's page after that"),
        300.0,
        &district,
    );
}

fn district_page(district: &DistrictId) -> String {
    format!("/districts/{district}")
}

async fn ask(app: &Router, request: Request<Body>) -> (StatusCode, String, String, Duration) {
    let begun = Instant::now();
    let answer = app.clone().oneshot(request).await;
    let (parts, body) = answer.expect("a router always answers").into_parts();
    let bytes = to_bytes(body, 64 << 20).await.expect("it can be read");
    let taken = begun.elapsed();
    let location = parts.headers.get(header::LOCATION);
    let location = location.and_then(|to| to.to_str().ok()).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    (parts.status, location.to_owned(), text, taken)
}

async fn get(app: &Router, address: &str) -> (String, Duration) {
    let request = Request::get(address).header(header::HOST, "127.0.0.1:8080");
    let request = request.body(Body::empty()).expect("it is well formed");
    let (status, _, text, taken) = ask(app, request).await;
    assert_eq!(status, StatusCode::OK, "{address}: {text}");
    (text, taken)
}

async fn post(app: &Router, address: &str, form: &[(String, String)]) -> (String, Duration) {
    let body = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(form)
        .finish();
    let request = Request::post(address)
        .header(header::HOST, "127.0.0.1:8080")
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let request = request.body(Body::from(body)).expect("it is well formed");
    let (status, location, text, taken) = ask(app, request).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{text}");
    (location, taken)
}

/// The fields that a browser sends of the page's form, with another note.
fn filled(page: &str, note: &str) -> Vec<(String, String)> {
    let value = |name: &str| {
        let (_, rest) = page.split_once(&format!("name=\"{name}\""))?;
        let (_, value) = rest.split_once("value=\"")?;
        Some(plain(value.split('"').next()?))
    };
    let chosen = |name: &str| {
        let (_, rest) = page.split_once(&format!("name=\"{name}\""))?;
        let (options, _) = rest.split_once("</select>")?;
        let (before, _) = options.split_once(" selected")?;
        let (_, value) = before.rsplit_once("value=\"")?;
        Some(plain(value.split('"').next()?))
    };
    let mut fields = vec![
        ("request".to_owned(), Uuid::new_v4().to_string()),
        ("note".to_owned(), note.to_owned()),
    ];
    let texts = ["seen", "phase", "name", "section"];
    let texts = texts.into_iter().map(|name| (name, value(name)));
    let choices = ["kind", "department", "level", "asked", "answered"];
    let choices = choices.into_iter().map(|name| (name, chosen(name)));
    for (name, value) in texts.chain(choices) {
        fields.push((name.to_owned(), value.unwrap_or_default()));
    }
    fields
}

/// A text as it was before it was escaped for a page.
fn plain(text: &str) -> String {
    text.replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}
