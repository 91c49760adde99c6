//! A server whose database is emptied, exchanged or brought back while a service runs on it.

use std::sync::Arc;

use miteinander::domain::{Change, Edit};
use miteinander::service::{self, Service};
use miteinander::store::{Error, Revision};
use neo4rs::{Graph, Query};
use tokio::sync::MutexGuard;

use crate::contract::backup::{backed_up, brought_back};
use crate::neo4j::{address_of, graph_of};
use crate::place::{Place, key, report, three_actors};
use crate::planted::{Planted, additions};
use crate::server::Server;
use crate::sqlite;

async fn empty(graph: &Graph) {
    let all = Query::new("MATCH (n) DETACH DELETE n".to_owned());
    graph.run(all).await.expect("we may do that");
}

#[track_caller]
fn is_replaced<T>(answer: Result<T, Error>) {
    match answer {
        Err(Error::Replaced(_)) => {}
        Err(error) => panic!("{error}"),
        Ok(_) => panic!("it passed for the one that was opened"),
    }
}

/// Nothing is judged on, or shown of, what the server does not hold any more.
pub async fn a_database_that_was_exchanged_does_not_pass_for_the_old_one(
    server: MutexGuard<'static, Server>,
) {
    let graph = graph_of(&server);
    let place = Place::new(address_of(&server)).await;
    place.apply(three_actors(&place)).await;
    let early = backed_up(place.store.as_ref()).await;
    let add = |to, strength| {
        let key = key(&place.phases[0], "a", to);
        vec![Change::Report(Edit::add(key, report(strength)))]
    };
    place.apply(add("c", 1)).await;
    let service = Service::over(Arc::clone(&place.store));
    let before = service.view(&place.district).await.expect("it stands");
    assert_eq!(before.network.reports.len(), 2);

    empty(&graph).await;
    is_replaced(place.store.ready().await);
    is_replaced(place.store.heads(&place.district).await);
    match service.view(&place.district).await {
        Err(service::Error::Store(error)) => {
            is_replaced::<()>(Err(Error::Replaced(match &*error {
                Error::Replaced(said) => said.clone(),
                other => panic!("{other}"),
            })))
        }
        _ => panic!("it was shown"),
    }

    // Another program brings the backup back, and something else is entered: the numbers are the same again.
    let other = place.address.open().await;
    brought_back(other.as_ref(), early)
        .await
        .expect("it is empty");
    let head = other.head(&place.scope()).await.expect("there");
    let write = crate::place::write(place.scope(), head, add("c", 5));
    let written = other.apply(&write).await.expect("it is legal");
    assert_eq!(written.heads[0].revision, before.version.head.revision);
    is_replaced(place.store.ready().await);
    let after = service.view(&place.district).await.expect("it stands");
    let key = key(&place.phases[0], "a", "c");
    let strength = after.network.reports[&key].strength.map(i64::from);
    assert_eq!(strength, Some(5), "the old people were shown");
    // What was judged on the state before is not written on this one.
    let late = crate::place::write(place.scope(), before.version.head, add("b", 1));
    let refused = place.store.apply(&late).await;
    assert!(
        matches!(refused, Err(Error::Conflict { .. })),
        "{refused:?}"
    );
}

/// From a file to the server and back.
pub async fn a_backup_of_a_file_and_of_the_server_have_the_same_bytes(
    server: MutexGuard<'static, Server>,
) {
    let (address, graph) = (address_of(&server), graph_of(&server));
    let file = Place::new((sqlite::backend().address)()).await;
    let planted = Planted {
        actors: 120,
        departments: 9,
        offers: 30,
        reports: 600,
        seed: 7,
    };
    let network = planted.network(&file.phases);
    file.apply(additions(&network)).await;
    file.apply(network.diff(&Planted { seed: 8, ..planted }.network(&file.phases)))
        .await;
    let bytes = backed_up(file.store.as_ref()).await;

    empty(&graph).await;
    let server = address.open().await;
    // A first attempt ends in the middle: what is there passes for no store, and the next begins anew.
    let mut first = miteinander::store::backup::read({
        let bytes = bytes.clone();
        move || Ok(Box::new(std::io::Cursor::new(bytes.clone())))
    })
    .expect("whole");
    let mut scopes = 0;
    let cut = server.restore(Box::new(move || {
        scopes += 1;
        match scopes {
            1 => Ok(first.next_scope().expect("the programme")),
            _ => Err(Error::Failed("the disk broke".to_owned())),
        }
    }));
    assert!(matches!(cut.await, Err(Error::Failed(_))));
    let half = server.heads(&file.district).await;
    assert!(matches!(half, Err(Error::HalfRestored)), "{half:?}");

    brought_back(server.as_ref(), bytes.clone())
        .await
        .expect("it begins anew");
    assert!(
        backed_up(server.as_ref()).await == bytes,
        "the server's backup has other bytes"
    );
    let held = server.network(&file.district).await.expect("there");
    assert_eq!(held.head.revision, Revision(2));
    assert_eq!(held.value, file.network().await);
    let again = brought_back(server.as_ref(), bytes).await;
    assert!(matches!(again, Err(Error::NotEmpty)), "{again:?}");
    empty(&graph).await;
}
