//! Many who enter something in one district at the same time, all of it different.

use std::sync::Arc;
use std::time::Instant;

use miteinander::domain::{Actor, ActorId, ActorKind, Change, DistrictId, Edit, Text};
use miteinander::service::Service;
use miteinander::store;
use tokio::sync::Barrier;
use tokio::task::JoinSet;

use crate::rows::{row, say};
use crate::taken::{entry, new_district};

/// How often each of them enters something.
const TIMES: usize = 3;

/// 10, 20 and 40 writers, and 40 of two programs on the same store.
pub async fn at_once(name: &str, url: &str, password: Option<&str>) {
    let before = match name {
        "Neo4j" => ["–", "–", "72 %", "–"],
        _ => ["9 %", "31 %", "41 %", "–"],
    };
    let crowds = [(10, 1), (20, 1), (40, 1), (40, 2)];
    for ((writers, programs), before) in crowds.into_iter().zip(before) {
        let now = crowd(url, password, writers, programs).await;
        let of = if programs == 1 {
            ""
        } else {
            " of two programs"
        };
        let what = format!("{name}: {writers} writers at once{of}: refused");
        row(&what, before, &now);
    }
}

async fn crowd(url: &str, password: Option<&str>, writers: usize, programs: usize) -> String {
    let mut services = Vec::new();
    for _ in 0..programs {
        let store = store::open(url, password.map(str::to_owned)).await;
        let store = store.expect("the store opens");
        let service = Service::start(Arc::clone(&store)).await;
        services.push((Arc::new(service.expect("an empty store is seeded")), store));
    }
    let (first, store) = &services[0];
    let district = new_district(first, store.as_ref()).await;
    let together = Arc::new(Barrier::new(writers));
    let begun = Instant::now();
    let mut crowd = JoinSet::new();
    for writer in 0..writers {
        let (service, _) = &services[writer % programs];
        let (service, district) = (Arc::clone(service), district.clone());
        let together = Arc::clone(&together);
        crowd.spawn(async move {
            together.wait().await;
            let mut refused = 0;
            for time in 0..TIMES {
                let written = service.enter(entry(&district, one(writer, time))).await;
                refused += usize::from(written.is_err());
            }
            refused
        });
    }
    let refused: usize = crowd.join_all().await.into_iter().sum();
    let time = say(begun.elapsed());
    let all = writers * TIMES;
    assert_eq!(held(first, &district).await, all - refused, "none is lost");
    for (service, _) in services {
        service.close().await;
    }
    format!("{refused} of {all}, all in {time}")
}

async fn held(service: &Arc<Service>, district: &DistrictId) -> usize {
    let view = service.view(district).await.expect("it is there");
    view.network.actors.len()
}

fn one(writer: usize, time: usize) -> Vec<Change> {
    let name = format!("Funktion {writer} {time}");
    let id = ActorId::parse(&format!("f-{writer}-{time}")).expect("an id");
    let actor = Actor {
        name: Text::parse(&name).expect("a text"),
        kind: ActorKind::Function,
        note: None,
    };
    vec![Change::Actor(Edit::add(id, actor))]
}
