//! Who watches a district is told what another instance writes.

use std::sync::Arc;
use std::time::Duration;

use libtest_mimic::Trial;
use miteinander::service::Service;
use tokio::sync::watch::Receiver;
use tokio::time::timeout;

use crate::place::{Backend, Place, three_actors, trial};

/// Long beside the half second in which it is asked, for a machine with much else to do.
const SOON: Duration = Duration::from_secs(20);

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![trial(
        backend,
        "who_watches_at_one_instance_is_told_what_another_writes",
        who_watches_at_one_instance_is_told_what_another_writes,
    )]
}

/// The next that is told; none where that is over.
async fn next<T: Clone>(told: &mut Receiver<Option<T>>) -> Option<T> {
    let changed = timeout(SOON, told.changed()).await;
    changed.expect("it is told in time").ok()?;
    told.borrow_and_update().clone()
}

async fn who_watches_at_one_instance_is_told_what_another_writes(place: Place) {
    let service = Arc::new(Service::over(place.address.open().await));
    let mut told = service.watch(&place.district);
    assert_eq!(next(&mut told).await, Some(place.head().await));
    place.apply(three_actors(&place)).await;
    assert_eq!(next(&mut told).await, Some(place.head().await));
    // Another who watches shares what is asked, and hears at once or with the next change.
    let mut other = service.watch(&place.district);
    place
        .apply(place.network().await.diff(&Default::default()))
        .await;
    let now = place.head().await;
    assert_eq!(next(&mut told).await, Some(now));
    assert_eq!(next(&mut other).await, Some(now));
    service.end_watching();
    assert_eq!(next(&mut told).await, None);
}
