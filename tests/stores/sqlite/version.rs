//! An older file is brought forward, a newer one is refused.

use std::path::Path;

use libtest_mimic::Trial;
use miteinander::domain::{
    Change, DistrictId, Edit, Network, PassKind, PhaseId, Report, TokenHash,
};
use miteinander::store::{Error, Head, Revision, Scope, open};
use rusqlite::params;

use super::{file, outside};
use crate::place::{Backend, Place, id, key, report, text, three_actors, trial, write};

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![
        trial(
            backend,
            "an_older_file_is_brought_forward_beside_a_copy",
            an_older_file_is_brought_forward_beside_a_copy,
        ),
        trial(
            backend,
            "a_newer_file_is_refused_and_left_as_it_is",
            a_newer_file_is_refused_and_left_as_it_is,
        ),
        trial(
            backend,
            "who_was_signed_in_before_phones_came_is_so_after",
            who_was_signed_in_before_phones_came_is_so_after,
        ),
        trial(
            backend,
            "a_file_that_was_brought_forward_meanwhile_is_not_written",
            a_file_that_was_brought_forward_meanwhile_is_not_written,
        ),
    ]
}

const FIRST: &str = include_str!("../../../src/store/sqlite/migrations/001-network.sql");

/// What led to the version before phones took part in meetings.
const BEFORE_PHONES: [&str; 12] = [
    FIRST,
    include_str!("../../../src/store/sqlite/migrations/002-request.sql"),
    include_str!("../../../src/store/sqlite/migrations/003-mark.sql"),
    include_str!("../../../src/store/sqlite/migrations/004-places.sql"),
    include_str!("../../../src/store/sqlite/migrations/005-binding.sql"),
    include_str!("../../../src/store/sqlite/migrations/006-accounts.sql"),
    include_str!("../../../src/store/sqlite/migrations/007-release.sql"),
    include_str!("../../../src/store/sqlite/migrations/008-author.sql"),
    include_str!("../../../src/store/sqlite/migrations/009-contact.sql"),
    include_str!("../../../src/store/sqlite/migrations/010-log.sql"),
    include_str!("../../../src/store/sqlite/migrations/011-erased.sql"),
    include_str!("../../../src/store/sqlite/migrations/012-open.sql"),
];

/// A file as the first version wrote it, with the request by which its one step was written.
fn first_version(
    file: &Path,
    district: &DistrictId,
    phase: &PhaseId,
    changes: &[Change],
) -> uuid::Uuid {
    let request = uuid::Uuid::new_v4();
    let connection = outside(file);
    connection
        .execute_batch(FIRST)
        .expect("the first version's tables");
    connection
        .execute_batch("PRAGMA application_id = 0x6d69746e; PRAGMA user_version = 1; PRAGMA journal_mode = WAL;")
        .expect("its marks");
    let d = district.as_str();
    for (sql, values) in [
        (
            "INSERT INTO scope VALUES ('district/' || ?1, 1)",
            params![d],
        ),
        ("INSERT INTO district VALUES (?1, 'Alt', 1, 0)", params![d]),
        (
            "INSERT INTO phase VALUES (?1, '2019', '2019-09-01', NULL)",
            params![phase.as_str()],
        ),
        (
            "INSERT INTO department VALUES (?1, 'jugendamt', 'Jugendamt', NULL, 'office', NULL)",
            params![d],
        ),
        (
            "INSERT INTO actor SELECT ?1, value, value, 'function', NULL FROM json_each('[\"a\",\"b\",\"c\"]')",
            params![d],
        ),
        ("INSERT INTO contact VALUES (?1, 'a', 'Frau A')", params![d]),
        (
            "INSERT INTO membership SELECT ?1, id, ?2, 'jugendamt', NULL, NULL, 0, NULL, NULL FROM actor",
            params![d, phase.as_str()],
        ),
        (
            "INSERT INTO report VALUES (?1, ?2, 'a', 'b', 3, '', 0, NULL, 0, 0, NULL),
                                       (?1, ?2, 'b', 'a', 3, '', 1, NULL, 0, 0, NULL)",
            params![d, phase.as_str()],
        ),
        (
            "INSERT INTO step VALUES ('district/' || ?1, 1, ?2, 1, NULL, 0, 'entry', NULL, ?3)",
            params![
                d,
                request.to_string(),
                // As the first format had it: what nobody said of an agreement was a no.
                serde_json::to_string(changes)
                    .expect("JSON")
                    .replace(r#""binding":null"#, r#""binding":false"#)
            ],
        ),
    ] {
        connection.execute(sql, values).expect(sql);
    }
    request
}

async fn an_older_file_is_brought_forward_beside_a_copy(place: Place) {
    let path = file(&place).with_file_name("alt.db");
    let url = format!("sqlite:{}", path.display());
    let district: DistrictId = id("alt");
    let mut changes = three_actors(&place);
    let agreed = Report {
        binding: Some(true),
        ..report(3)
    };
    changes.push(Change::Report(Edit::add(
        key(&place.phases[0], "b", "a"),
        agreed,
    )));
    let request = first_version(&path, &district, &place.phases[0], &changes);
    let scope = Scope::District(district.clone());

    let store = open(&url, None).await.expect("it is brought forward");
    let held = store.network(&district).await.expect("there");
    let mut expected = Network::default();
    expected
        .apply(&place.programme(), &changes)
        .expect("it is legal");
    assert_eq!((held.head.revision, &*held.value), (Revision(1), &expected));
    let contacts = store.contacts(&district).await.expect("there");
    assert_eq!(contacts[&id("a")].contact.text(), text("Frau A"));
    let steps = store.steps(&scope, None, 9).await.expect("one");
    assert_eq!(steps[0].changes, changes);
    // A request was known by its id alone, under which other content may have been sent: it is judged like a new one.
    let mut again = write(scope, Head::default(), changes.clone());
    again.stamp.request = request;
    let refused = store
        .apply(&again)
        .await
        .expect_err("it is written already");
    assert!(matches!(refused, Error::Conflict { .. }), "{refused}");
    store.close().await;

    let copy = path.with_file_name("alt.db.version-1");
    let copied = outside(&copy);
    let number = |sql| {
        copied
            .query_row(sql, [], |row| row.get::<_, i64>(0))
            .expect(sql)
    };
    assert_eq!(number("PRAGMA user_version"), 1);
    assert_eq!(number("SELECT count(*) FROM actor"), 3);
    assert_eq!(
        number("SELECT count(*) FROM sqlite_schema WHERE name = 'request'"),
        0
    );

    open(&url, None).await.expect("it is ours").close().await;
    let copies = std::fs::read_dir(path.parent().expect("a folder"))
        .expect("the folder")
        .filter(|entry| {
            let name = entry.as_ref().expect("an entry").file_name();
            name.to_string_lossy().contains("version")
        })
        .count();
    assert_eq!(copies, 1, "no copy where nothing is brought forward");
}

async fn a_newer_file_is_refused_and_left_as_it_is(place: Place) {
    place.apply(three_actors(&place)).await;
    place.store.close().await;
    let connection = outside(&file(&place));
    connection
        .pragma_update(None, "user_version", 99)
        .expect("a newer program");
    connection.close().expect("closed");
    let before = std::fs::read(file(&place)).expect("the file");
    match open(&place.address.url, None).await {
        Err(
            error @ Error::Newer {
                found: 99,
                known: 13,
            },
        ) => {
            assert!(error.to_string().contains("newer program"), "{error}");
        }
        Err(error) => panic!("{error}"),
        Ok(_) => panic!("it opened"),
    }
    assert_eq!(std::fs::read(file(&place)).expect("the file"), before);
}

async fn a_file_that_was_brought_forward_meanwhile_is_not_written(place: Place) {
    let connection = outside(&file(&place));
    connection
        .pragma_update(None, "user_version", 99)
        .expect("a newer program");
    let write = place.write(Revision(0), three_actors(&place)).await;
    let error = place.store.apply(&write).await.expect_err("it is newer");
    assert!(matches!(error, Error::Newer { found: 99, .. }), "{error}");
    assert_eq!(place.revision().await, Revision(0));
}

async fn who_was_signed_in_before_phones_came_is_so_after(place: Place) {
    let path = file(&place).with_file_name("sitzung.db");
    let connection = outside(&path);
    for migration in BEFORE_PHONES {
        connection.execute_batch(migration).expect("its tables");
    }
    connection
        .execute_batch("PRAGMA application_id = 0x6d69746e; PRAGMA user_version = 12; PRAGMA journal_mode = WAL;")
        .expect("its marks");
    let token = TokenHash::of("token");
    connection
        .execute_batch(
            "INSERT INTO account VALUES ('k', 'k@mitte.example', NULL, 'programme', NULL, NULL, 0, NULL, 0)",
        )
        .expect("an account");
    connection
        .execute(
            "INSERT INTO pass VALUES (?1, 'session', 'k', 1, 2, 3, 0)",
            [token.to_string()],
        )
        .expect("a session");
    drop(connection);
    let url = format!("sqlite:{}", path.display());
    let store = open(&url, None).await.expect("it is brought forward");
    let arrival = store.arrival(Some(&token), None).await.expect("asked");
    let (pass, account) = arrival.bearer.expect("the session is known");
    assert_eq!(pass.kind, PassKind::Session);
    assert_eq!(pass.ends.timestamp_millis(), 3);
    assert_eq!(account.email.as_str(), "k@mitte.example");
    assert_eq!(store.faults().await.expect("asked"), Vec::<String>::new());
    store.close().await;
}
