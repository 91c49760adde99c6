//! Pictures of a map whose places are kept: another language, paper, audience.

use std::sync::Arc;
use std::time::Duration;

use miteinander::domain::DistrictId;
use miteinander::service::Service;
use miteinander::store::Store;
use miteinander::web;

use crate::get;
use crate::table::Table;

/// How often each picture is drawn, each time by a service that has drawn none.
const TIMES: usize = 5;

/// The German picture on A4 once, then what differs from it in one thing.
pub async fn measure(table: &mut Table, name: &str, store: &Arc<dyn Store>, district: &DistrictId) {
    let address = format!("/districts/{district}/map.svg?view=network");
    let others = [
        ("in a second language", "&lang=en"),
        ("on a second paper", "&paper=a3&lang=de"),
        ("for a second audience", "&audience=leadership&lang=de"),
    ];
    let mut first: Vec<Duration> = Vec::new();
    let mut times = [const { Vec::new() }; 3];
    for _ in 0..TIMES {
        for ((_, other), times) in others.iter().zip(&mut times) {
            let service = Service::start(Arc::clone(store));
            let service = service.await.expect("the store is seeded");
            let app = web::router(web::App::new(Arc::new(service)));
            first.push(get(&app, &format!("{address}&lang=de")).await);
            times.push(get(&app, &format!("{address}{other}")).await);
        }
    }
    table.row(&format!("{name}: map, its places kept"), 300.0, &first);
    for ((what, _), times) in others.iter().zip(&times) {
        table.row(&format!("{name}: map {what}"), 60.0, times);
    }
}
