//! The graph server: how it is tried, and what holds for it alone.

use std::env;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use libtest_mimic::Trial;
use miteinander::domain::Network;
use miteinander::store::{Error, Revision, Scope, Store, open};
use neo4rs::{Graph, Query};
use tokio::sync::{Mutex, MutexGuard};

use crate::place::{Address, Backend, Place, revisions, runtime, three_actors, trial};
use crate::planted::Planted;
use crate::server::{self, Server};
use crate::{alike, exchanged, explore, instances, left, trips};

/// One server for all trials.
pub fn backend() -> Backend {
    Backend {
        name: "neo4j",
        missing: ignored(server::missing()),
        address,
        cases: 16,
    }
}

/// Where the server is required, a trial without one fails instead of being ignored.
fn ignored(missing: Option<String>) -> Option<String> {
    missing
        .filter(|_| env::var_os("MITEINANDER_REQUIRE").is_none())
        .inspect(|why| eprintln!("trials on Neo4j are ignored: {why}"))
}

fn address() -> Address {
    address_of(server::shared())
}

pub fn address_of(server: &Server) -> Address {
    Address {
        url: server.url.clone(),
        password: Some(server.password.clone()),
        _folder: None,
    }
}

/// What only a server can do.
pub fn trials() -> Vec<Trial> {
    let mut trials = explore::trials(&backend());
    trials.push(on_shared(
        "a_wrong_password_is_told_clearly",
        a_wrong_password_is_told_clearly,
    ));
    trials.push(trial(
        &backend(),
        "reports_and_exports_are_the_same_to_the_byte",
        alike::reports_and_exports_are_the_same_to_the_byte,
    ));
    trials.push(left::trial());
    trials.push(on_own(
        "stopped_and_started_again_it_answers_right",
        stopped_and_started_again_it_answers_right,
    ));
    trials.push(on_own(
        "an_older_store_is_brought_forward_and_a_newer_one_refused",
        an_older_store_is_brought_forward_and_a_newer_one_refused,
    ));
    trials.push(on_own(
        "a_database_that_was_exchanged_does_not_pass_for_the_old_one",
        exchanged::a_database_that_was_exchanged_does_not_pass_for_the_old_one,
    ));
    trials.push(on_own(
        "a_backup_of_a_file_and_of_the_server_have_the_same_bytes",
        exchanged::a_backup_of_a_file_and_of_the_server_have_the_same_bytes,
    ));
    trials.push(on_own(
        "who_signs_in_or_is_removed_at_one_instance_is_so_at_the_other",
        instances::who_signs_in_or_is_removed_at_one_instance_is_so_at_the_other,
    ));
    trials.push(on_own(
        "a_warm_page_asks_once",
        trips::a_warm_page_asks_once,
    ));
    trials.push(on_own(
        "an_import_of_any_size_takes_few_round_trips",
        trips::an_import_of_any_size_takes_few_round_trips,
    ));
    trials.push(on_own(
        "a_database_that_does_not_answer_is_told_in_time",
        trips::a_database_that_does_not_answer_is_told_in_time,
    ));
    trials
}

/// The shared server as a person with Neo4j Browser has it.
pub fn graph() -> Graph {
    graph_of(server::shared())
}

pub fn graph_of(server: &Server) -> Graph {
    let uri = server.url.replace("neo4j@", "");
    Graph::new(uri, "neo4j", server.password.as_str()).expect("an address")
}

fn on_shared<F: Future<Output = ()> + 'static>(name: &str, run: fn() -> F) -> Trial {
    Trial::test(format!("neo4j::{name}"), move || {
        runtime().block_on(run());
        Ok(())
    })
    .with_ignored_flag(ignored(server::missing()).is_some())
}

/// A trial that may stop its server: on one of our own, one trial after the other.
fn on_own<F: Future<Output = ()> + 'static>(
    name: &str,
    run: fn(MutexGuard<'static, Server>) -> F,
) -> Trial {
    static OWN: LazyLock<Mutex<Server>> = LazyLock::new(|| {
        Mutex::new(Server::start().unwrap_or_else(|why| panic!("no Neo4j server: {why}")))
    });
    Trial::test(format!("neo4j::{name}"), move || {
        runtime().block_on(async { run(OWN.lock().await).await });
        Ok(())
    })
    .with_ignored_flag(ignored(server::missing_own()).is_some())
}

async fn a_wrong_password_is_told_clearly() {
    let url = &server::shared().url;
    let begun = Instant::now();
    let Err(error) = open(url, Some("falsch".to_owned())).await else {
        panic!("it was let in");
    };
    let said = error.to_string();
    assert!(matches!(error, Error::Address(_)), "{error:?}");
    assert!(said.contains("user or password"), "{said}");
    assert!(!said.contains("falsch"), "{said}");
    assert!(
        begun.elapsed() < Duration::from_secs(10),
        "it was tried again and again"
    );
}

async fn stopped_and_started_again_it_answers_right(server: MutexGuard<'static, Server>) {
    let place = Place::new(address_of(&server)).await;
    place.apply(three_actors(&place)).await;
    let before = place.network().await;
    let mut after = (*before).clone();
    let planted = Planted {
        reports: 2_000,
        actors: 300,
        ..Planted::DISTRICT
    };
    let Network {
        departments,
        actors,
        memberships,
        offers,
        reports,
        releases: _,
        open_points: _,
    } = planted.network(&place.phases);
    after.departments.extend(departments);
    after.actors.extend(actors);
    after.memberships.extend(memberships);
    after.offers.extend(offers);
    after.reports.extend(reports);
    // Once to and fro: how long the write takes here.
    let begun = Instant::now();
    place.apply(before.diff(&after)).await;
    let usual = begun.elapsed();
    place.apply(after.diff(&before)).await;

    for (round, part) in [0.4, 0.8].into_iter().enumerate() {
        let expected = place.revision().await;
        let write = place.write(expected, before.diff(&after)).await;
        let interrupted = {
            let (store, write) = (place.store.clone(), write.clone());
            tokio::spawn(async move { store.apply(&write).await })
        };
        tokio::time::sleep(usual.mul_f64(part)).await;
        if round == 0 {
            server.kill();
        } else {
            server.stop();
        }
        let answer = interrupted.await.expect("it answers");
        assert!(
            matches!(answer, Ok(_) | Err(Error::Unreachable(_) | Error::Busy(_))),
            "{answer:?}"
        );
        let begun = Instant::now();
        let down = [
            place.store.ready().await.err(),
            place.store.network(&place.district).await.err(),
            place.store.apply(&write).await.err(),
        ];
        for error in down {
            assert!(matches!(error, Some(Error::Unreachable(_))), "{error:?}");
        }
        assert!(begun.elapsed() < Duration::from_secs(10), "it is told soon");

        server.start_again();
        until_ready(place.store.as_ref()).await;
        let held = place.store.network(&place.district).await.expect("there");
        let (whole, revision) = if answer.is_ok() || held.head.revision > expected {
            (&after, expected.next())
        } else {
            (&*before, expected)
        };
        assert!(
            *held.value == *whole,
            "round {round}: half of it was written"
        );
        assert_eq!(held.head.revision, revision);
        // The same request again: written now, or known.
        let again = place
            .store
            .apply(&write)
            .await
            .map(revisions)
            .expect("it answers again");
        assert_eq!(again, [expected.next()]);
        assert!(*place.network().await == after, "round {round}");
        place.apply(after.diff(&before)).await;
    }
    place.store.close().await;
}

async fn until_ready(store: &dyn Store) {
    let until = Instant::now() + Duration::from_secs(120);
    while let Err(error) = store.ready().await {
        assert!(Instant::now() < until, "{error}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

async fn an_older_store_is_brought_forward_and_a_newer_one_refused(
    server: MutexGuard<'static, Server>,
) {
    let place = Place::new(address_of(&server)).await;
    let at = place.apply(three_actors(&place)).await;
    let network = place.network().await;
    let graph = graph_of(&server);
    let number = async |text: &str| -> i64 {
        let mut rows = graph
            .execute(Query::new(text.to_owned()))
            .await
            .expect(text);
        let row = rows.next().await.expect(text).expect("one row");
        row.to().expect("a number")
    };
    let constraints = "SHOW CONSTRAINTS YIELD name RETURN count(*) AS n";
    let version = "MATCH (m:Meta {id: 'schema'}) RETURN m.version AS n";
    let (had, known) = (number(constraints).await, number(version).await);

    let older = [
        "DROP CONSTRAINT report_key",
        "MATCH (m:Meta) DETACH DELETE m",
        // In the first format of changes a report that says nothing of an agreement said that there is none.
        "MATCH ()-[c:COOPERATES]->() SET c.binding = false",
        r#"MATCH (s:Step) SET s.format = 1, s.changes = replace(s.changes, '"binding":null', '"binding":false')"#,
    ];
    for statement in older {
        let statement = Query::new(statement.to_owned());
        graph.run(statement).await.expect("we may do that");
    }
    assert_eq!(number(constraints).await, had - 1);
    let again = place.address.open().await;
    assert_eq!(number(constraints).await, had);
    assert_eq!(number(version).await, known);
    let held = again.network(&place.district).await.expect("there");
    assert_eq!((held.head.revision, &held.value), (at, &network));
    let scope = Scope::District(place.district.clone());
    let steps = again.steps(&scope, None, 1).await.expect("one");
    assert_eq!(steps[0].changes, three_actors(&place));
    let kept = "MATCH (s:Step) WHERE s.format = 1 AND s.changes CONTAINS '\"binding\":false' RETURN count(*) AS n";
    assert!(number(kept).await > 0, "history is lifted, not rewritten");

    let newer = Query::new("MATCH (m:Meta {id: 'schema'}) SET m.version = 99".to_owned());
    graph.run(newer).await.expect("we may do that");
    let Err(error) = open(&server.url, Some(server.password.clone())).await else {
        panic!("a newer store was opened");
    };
    assert!(
        matches!(error, Error::Newer { found: 99, known: ours } if ours == known),
        "{error:?}"
    );
    assert!(error.to_string().contains("newer program"), "{error}");
    assert_eq!(number(version).await, 99, "it is left as it was");
    let back = Query::new("MATCH (m:Meta {id: 'schema'}) SET m.version = $n".to_owned());
    graph
        .run(back.param("n", known))
        .await
        .expect("we may do that");
    assert_eq!(place.revision().await, Revision(1));
}
