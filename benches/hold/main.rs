//! What many connections may hold, of the program as people start it.
//!
//! `cargo bench --bench hold` prints a table. Everything happens on this machine's own address.

#[path = "connections.rs"]
mod connections;
#[path = "../../tests/stores/planted.rs"]
#[allow(dead_code)]
mod planted;
#[path = "../district/served.rs"]
#[allow(dead_code)]
mod served;
#[path = "../district/taken.rs"]
#[allow(dead_code)]
mod taken;

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
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite:{}", folder.path().join("bench.db").display());
    let runtime = tokio::runtime::Runtime::new().expect("threads can be started");
    let district = runtime.block_on(large_district(&url));
    println!("| what | measured |\n|---|---|");
    connections::idle(&url);
    connections::uploads(&url);
    connections::readers(&url, &district);
    connections::load(&url);
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
