//! What may be an address, and what is said of the rest.

use libtest_mimic::Trial;
use miteinander::store::{AddressFault, Error, Obstacle, Store, open};
use std::sync::Arc;

use super::{file, outside};
use crate::place::{Backend, Place, trial};

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![
        trial(
            backend,
            "an_address_that_cannot_be_used_is_told",
            an_address_that_cannot_be_used_is_told,
        ),
        trial(
            backend,
            "no_name_of_a_file_is_obeyed_as_an_address",
            no_name_of_a_file_is_obeyed_as_an_address,
        ),
        trial(
            backend,
            "a_password_in_an_address_is_refused_and_not_repeated",
            a_password_in_an_address_is_refused_and_not_repeated,
        ),
        trial(
            backend,
            "an_address_with_slashes_names_the_same_file",
            an_address_with_slashes_names_the_same_file,
        ),
        trial(
            backend,
            "what_is_no_store_is_left_as_it_is",
            what_is_no_store_is_left_as_it_is,
        ),
    ]
}

/// Why a store does not open.
fn refused(answer: Result<Arc<dyn Store>, Error>) -> Error {
    answer.map(drop).expect_err("it does not open")
}

async fn an_address_that_cannot_be_used_is_told(_place: Place) {
    use AddressFault::{InMemory, NoFile, Scheme};
    for (url, fault) in [
        ("", Scheme(None)),
        ("miteinander.db", Scheme(None)),
        (
            "postgres://localhost/x",
            Scheme(Some("postgres".to_owned())),
        ),
        ("sqlite:", NoFile),
        ("sqlite://", NoFile),
        ("sqlite::memory:", InMemory),
    ] {
        match refused(open(url, None).await) {
            Error::Address(found) => assert_eq!(found.to_string(), fault.to_string(), "{url}"),
            other => panic!("{url}: {other}"),
        }
    }
}

async fn no_name_of_a_file_is_obeyed_as_an_address(place: Place) {
    let folder = file(&place).with_file_name("namen");
    std::fs::create_dir(&folder).expect("a folder");
    let there = folder.display();
    for url in [
        "sqlite:file:x.db".to_owned(),
        format!("sqlite:file:{there}/x.db?mode=memory"),
        format!("sqlite:file://{there}/x.db?vfs=unix-none"),
        format!("sqlite://file:{there}/x.db?nolock=1"),
    ] {
        let error = refused(open(&url, None).await);
        let uri = matches!(error, Error::Address(AddressFault::Uri));
        assert!(uri, "{url}: {error}");
    }
    assert!(!std::path::Path::new("x.db").exists());
    // Without the word it is a name like another.
    let asking = folder.join("x.db?mode=memory");
    let store = open(&format!("sqlite:{}", asking.display()), None).await;
    store.expect("it opens").close().await;
    let names: Vec<_> = std::fs::read_dir(&folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    assert_eq!(names, ["x.db?mode=memory"]);
}

async fn a_password_in_an_address_is_refused_and_not_repeated(_place: Place) {
    for url in [
        "bolt://neo4j:geheim@localhost:7687",
        "neo4j+s://neo4j:geheim@graph.example:7687/db",
        "neo4j://neo4j:ge@heim@localhost",
        "mysql://root:geheim@localhost",
    ] {
        let error = refused(open(url, None).await);
        assert!(matches!(error, Error::Address(_)), "{error}");
        assert!(!error.to_string().contains("heim"), "{error}");
    }
}

async fn an_address_with_slashes_names_the_same_file(place: Place) {
    let url = format!("sqlite://{}", file(&place).display());
    let store = open(&url, None).await.expect("it opens");
    let held = store.programme().await.expect("it answers");
    assert!(held.value.districts.contains_key(&place.district));
}

async fn what_is_no_store_is_left_as_it_is(place: Place) {
    let folder = file(&place).with_file_name("sonst");
    std::fs::create_dir(&folder).expect("a folder");
    let letter = folder.join("brief.txt");
    std::fs::write(&letter, "Sehr geehrte Damen und Herren, …").expect("a letter");
    let foreign = folder.join("fremd.db");
    outside(&foreign)
        .execute_batch("CREATE TABLE kunde (name TEXT); INSERT INTO kunde VALUES ('Meier');")
        .expect("a database of another program");
    for (path, says) in [
        (&letter, "left as it is"),
        (&foreign, "left as it is"),
        (&folder, "is a folder"),
    ] {
        let before = std::fs::read(path).ok();
        let error = refused(open(&format!("sqlite:{}", path.display()), None).await);
        assert!(matches!(error, Error::Address(_)), "{error}");
        assert!(error.to_string().contains(says), "{error}");
        assert_eq!(
            std::fs::read(path).ok(),
            before,
            "{} was touched",
            path.display()
        );
    }
    let nowhere = folder.join("gibt-es-nicht").join("probe.db");
    let error = refused(open(&format!("sqlite:{}", nowhere.display()), None).await);
    assert!(
        matches!(error, Error::CannotWrite(Obstacle::NoFolder, _)),
        "{error}"
    );
    assert!(error.to_string().contains("gibt-es-nicht"), "{error}");
    let mut left: Vec<_> = std::fs::read_dir(&folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    left.sort();
    assert_eq!(
        left,
        ["brief.txt", "fremd.db"],
        "nothing was made beside them"
    );
}
