//! What people wait for, on a district of 1,000 actors and 10,000 cooperations in two funding phases.
//!
//! `cargo bench --bench district` prints the table of the README. Neo4j is measured where `NEO4J_TEST_URI` (and
//! `NEO4J_TEST_PASSWORD`) name a server, or where Java and Maven can start one; `-- neo4j` measures that alone, `-- pictures` the
//! pictures of maps alone.

#[path = "district/pictures.rs"]
mod pictures;
#[path = "../tests/stores/planted.rs"]
#[allow(dead_code)]
mod planted;
#[path = "district/served.rs"]
mod served;
#[path = "../tests/stores/server.rs"]
#[allow(dead_code)]
mod server;
#[path = "district/table.rs"]
mod table;
#[path = "district/taken.rs"]
mod taken;

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Request, StatusCode};
use miteinander::analysis::{Options, Selection};
use miteinander::domain::{Change, Edit, Network, Strength};
use miteinander::service::Service;
use miteinander::store::{self, Store};
use miteinander::web;
use served::Served;
use table::Table;
use taken::{LARGE, USUAL, entry, import, new_district, workbook};
use tower::ServiceExt;

/// How often each thing is done; the first is not counted where it is measured warm.
const TIMES: usize = 11;

/// How often a network is loaded before it counts as warm: a Java server compiles what it runs often.
const WARM_UP: usize = 40;

fn main() {
    // `cargo test --benches` builds and starts it; it measures only when asked to.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let asked = |alone: &str| std::env::args().any(|argument| argument == alone);
    let (neo4j_alone, pictures_alone) = (asked("neo4j"), asked("pictures"));
    let runtime = tokio::runtime::Runtime::new().expect("threads can be started");
    let mut table = Table::new();
    runtime.block_on(async {
        if neo4j_alone {
            return;
        }
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite:{}", folder.path().join("bench.db").display());
        let store = store::open(&url, None).await.expect("the store opens");
        if pictures_alone {
            return pictures(&mut table, store).await;
        }
        measure(
            &mut table,
            "SQLite",
            [1_000.0, 10.0, 10.0],
            Arc::clone(&store),
        )
        .await;
        figures_and_pages(&mut table, Arc::clone(&store)).await;
        pictures(&mut table, store).await;
        memory(&mut table, &url).await;
        first_page(&mut table);
    });
    match server::missing() {
        _ if pictures_alone => {}
        None => runtime.block_on(async {
            let server = server::shared();
            let store = store::open(&server.url, Some(server.password.clone()))
                .await
                .expect("the store opens");
            measure(&mut table, "Neo4j", [6_000.0, 80.0, 50.0], store).await;
        }),
        Some(missing) => println!("Neo4j was not measured: {missing}"),
    }
    server::stop_all();
    table.print();
}

/// Import, load and one change on a store.
async fn measure(table: &mut Table, name: &str, goals: [f64; 3], store: Arc<dyn Store>) {
    let service = Arc::new(
        Service::start(Arc::clone(&store))
            .await
            .expect("an empty store is seeded"),
    );
    let workbook = workbook(&service, LARGE).await;

    let mut imports = Vec::new();
    let mut last = None;
    for _ in 0..TIMES.min(5) {
        let district = new_district(&service, store.as_ref()).await;
        let begun = Instant::now();
        import(&service, &district, workbook.clone()).await;
        imports.push(begun.elapsed());
        last = Some(district);
    }
    let district = last.expect("it was imported at least once");
    table.row(
        &format!("{name}: import of the workbook"),
        goals[0],
        &imports,
    );

    for _ in 0..WARM_UP {
        store.network(&district).await.expect("it can be loaded");
    }
    let mut loads = Vec::new();
    for _ in 0..TIMES {
        let begun = Instant::now();
        let held = store.network(&district).await.expect("it can be loaded");
        loads.push(begun.elapsed());
        // Freeing it is not part of loading it.
        drop(held);
    }
    table.row(
        &format!("{name}: load of the network, warm"),
        goals[1],
        &loads,
    );

    let mut changes = Vec::new();
    for _ in 0..=TIMES {
        let view = service.view(&district).await.expect("it is there");
        let change = stronger_or_weaker(&view.network);
        let begun = Instant::now();
        service
            .enter(entry(&district, vec![change]))
            .await
            .expect("it is legal");
        changes.push(begun.elapsed());
    }
    table.row(
        &format!("{name}: change of one cooperation"),
        goals[2],
        &changes[1..],
    );
}

/// The report and the district page of the imported district.
async fn figures_and_pages(table: &mut Table, store: Arc<dyn Store>) {
    let service = Arc::new(
        Service::start(Arc::clone(&store))
            .await
            .expect("the store is seeded"),
    );
    let district = new_district(&service, store.as_ref()).await;
    import(&service, &district, workbook(&service, LARGE).await).await;
    let view = service.view(&district).await.expect("it is there");
    let survey = service.survey(&view).await;
    let selection = Selection::working(&survey);
    let mut reports = Vec::new();
    for seed in 0..=TIMES as u64 {
        let options = Options {
            seed,
            ..Options::default()
        };
        let begun = Instant::now();
        service
            .report(&view, &selection, options)
            .await
            .expect("the defaults fit");
        reports.push(begun.elapsed());
    }
    table.row("report, 9,999 permutations", 150.0, &reports[1..]);

    let address = format!("/districts/{district}");
    let mut cold = Vec::new();
    for _ in 0..5 {
        let service = Service::start(Arc::clone(&store))
            .await
            .expect("the store is seeded");
        let app = web::router(web::App::new(Arc::new(service)));
        cold.push(get(&app, &address).await);
    }
    table.row("district page, cold", 300.0, &cold);
    let app = web::router(web::App::new(Arc::clone(&service)));
    let mut warm = Vec::new();
    for _ in 0..=TIMES {
        warm.push(get(&app, &address).await);
    }
    table.row("district page, warm", 5.0, &warm[1..]);
}

/// The pictures of a map whose places are kept, of a usual district and of a large one.
async fn pictures(table: &mut Table, store: Arc<dyn Store>) {
    let service = Arc::new(
        Service::start(Arc::clone(&store))
            .await
            .expect("the store is seeded"),
    );
    for (name, size) in [("200 functions", USUAL), ("1,000 functions", LARGE)] {
        let district = new_district(&service, store.as_ref()).await;
        import(&service, &district, workbook(&service, size).await).await;
        pictures::measure(table, name, &store, &district).await;
    }
}

pub async fn get(app: &axum::Router, address: &str) -> Duration {
    let request = Request::get(address)
        .header("host", "127.0.0.1:8080")
        .body(Body::empty())
        .expect("a request");
    let begun = Instant::now();
    let answer = app
        .clone()
        .oneshot(request)
        .await
        .expect("the router answers");
    assert_eq!(answer.status(), StatusCode::OK, "{address}");
    axum::body::to_bytes(answer.into_body(), usize::MAX)
        .await
        .expect("a whole page");
    begun.elapsed()
}

/// What a served process holds after each of thirteen districts of this size was looked at.
async fn memory(table: &mut Table, url: &str) {
    let store = store::open(url, None).await.expect("the store opens");
    let service = Arc::new(
        Service::start(Arc::clone(&store))
            .await
            .expect("the store is seeded"),
    );
    let workbook = workbook(&service, LARGE).await;
    let mut districts = Vec::new();
    for _ in 0..13 {
        let district = new_district(&service, store.as_ref()).await;
        import(&service, &district, workbook.clone()).await;
        districts.push(district);
    }
    let server = Served::start(url);
    for district in &districts {
        server.get(&format!("/districts/{district}"));
    }
    let status =
        std::fs::read_to_string(format!("/proc/{}/status", server.child.id())).unwrap_or_default();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmRSS:"))
        .unwrap_or("VmRSS: 0 kB");
    let kilobytes: f64 = line
        .split_whitespace()
        .nth(1)
        .and_then(|n| n.parse().ok())
        .unwrap_or(f64::NAN);
    table.memory(
        "memory with 13 such districts looked at",
        250.0,
        kilobytes / 1024.0,
    );
}

/// From the start of the program on a store that is seeded to the first page.
fn first_page(table: &mut Table) {
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite:{}", folder.path().join("seeded.db").display());
    drop(Served::start(&url));
    let mut starts = Vec::new();
    for _ in 0..5 {
        let begun = Instant::now();
        let server = Served::start(&url);
        server.get("/");
        starts.push(begun.elapsed());
    }
    table.row("start to first page, seeded store", 1_000.0, &starts);
}

fn stronger_or_weaker(network: &Network) -> Change {
    let (key, before) = network
        .reports
        .iter()
        .next()
        .expect("there are cooperations");
    let number = if before.strength == Strength::parse(3).ok() {
        4
    } else {
        3
    };
    let mut after = before.clone();
    after.strength = Strength::parse(number).ok();
    Change::Report(Edit::replace(key.clone(), before.clone(), after))
}
