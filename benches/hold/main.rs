//! What keeps the service from others: many connections, small requests that are much work, many writers, a server far
//! away. Everything happens on this machine's own address.
//!
//! `cargo bench --bench hold` prints a table; `-- small writers away connections` chooses parts of it. A Neo4j server is
//! measured where `NEO4J_TEST_URI` (and `NEO4J_TEST_PASSWORD`) name one, or where Java and Maven can start one.

#[path = "away.rs"]
mod away;
#[path = "connections.rs"]
mod connections;
#[path = "../../tests/stores/far.rs"]
mod far;
#[path = "../../tests/stores/planted.rs"]
#[allow(dead_code)]
mod planted;
#[path = "rows.rs"]
mod rows;
#[path = "../district/served.rs"]
#[allow(dead_code)]
mod served;
#[path = "../../tests/stores/server.rs"]
#[allow(dead_code)]
mod server;
#[path = "small.rs"]
mod small;
#[path = "../district/taken.rs"]
#[allow(dead_code)]
mod taken;
#[path = "visit.rs"]
mod visit;
#[path = "writers.rs"]
mod writers;

use std::sync::Arc;

use miteinander::service::Service;
use miteinander::store;
use planted::{Planted, additions};
use taken::{entry, new_district};

/// A district as large as exports are promised for.
const LARGE: Planted = Planted {
    departments: 60,
    actors: 5_000,
    offers: 300,
    reports: 25_000,
    seed: 1,
};

fn main() {
    // `cargo test --benches` builds and starts it; it measures only when asked to.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let parts = ["small", "writers", "away", "connections"];
    let chosen: Vec<String> = std::env::args()
        .filter(|argument| parts.contains(&argument.as_str()))
        .collect();
    let wanted = |part: &str| chosen.is_empty() || chosen.iter().any(|one| one == part);
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite:{}", folder.path().join("bench.db").display());
    let runtime = tokio::runtime::Runtime::new().expect("threads can be started");
    rows::head();
    if wanted("small") {
        small::inputs(&url);
        small::left_alone(&url);
        small::pictures(&url);
    }
    if wanted("writers") {
        runtime.block_on(writers::at_once("SQLite", &url, None));
    }
    if wanted("writers") || wanted("away") {
        match server::missing() {
            None => {
                let server = server::shared();
                if wanted("writers") {
                    let password = Some(server.password.as_str());
                    runtime.block_on(writers::at_once("Neo4j", &server.url, password));
                }
                if wanted("away") {
                    away::measure(&runtime, server);
                }
            }
            Some(missing) => println!("Neo4j was not measured: {missing}"),
        }
        server::stop_all();
    }
    if wanted("connections") {
        let district = runtime.block_on(large_district(&url));
        connections::idle(&url);
        connections::uploads(&url);
        connections::readers(&url, &district);
        connections::load(&url);
    }
}

/// A store with a large district.
async fn large_district(url: &str) -> String {
    let store = store::open(url, None).await.expect("the store opens");
    let service = Service::start(Arc::clone(&store)).await;
    let service = Arc::new(service.expect("an empty store is seeded"));
    let programme = service.programme().await.expect("the store answers").value;
    let phases: Vec<_> = programme
        .phases_in_order()
        .into_iter()
        .map(|(id, _)| id.clone())
        .take(2)
        .collect();
    let district = new_district(&service, store.as_ref()).await;
    let changes = additions(&LARGE.network(&phases));
    let entered = service.enter(entry(&district, changes)).await;
    entered.expect("it is legal");
    service.close().await;
    district.to_string()
}
