//! A log that could be taken into the file only up to somebody who reads.

use std::fs;
use std::io::Read;
use std::path::Path;

use libtest_mimic::Trial;
use miteinander::domain::{Change, Edit};
use miteinander::store::open;

use super::{file, outside};
use crate::place::{Backend, Place, add_actor, id, key, report, three_actors, trial};

/// How often it is tried: about one write in eight needs a new page.
const ROUNDS: usize = 200;

pub fn trials(backend: &Backend) -> Vec<Trial> {
    vec![trial(
        backend,
        "a_file_shorter_than_it_says_is_read_and_written_on",
        a_file_shorter_than_it_says_is_read_and_written_on,
    )]
}

/// How many pages a file has, and how many its first one says.
fn pages(file: &Path) -> [u64; 2] {
    const PAGE: u64 = 4_096;
    let mut head = [0; 32];
    let mut opened = fs::File::open(file).expect("it is there");
    opened.read_exact(&mut head).expect("it has a first page");
    let said = u32::from_be_bytes([head[28], head[29], head[30], head[31]]);
    let length = fs::metadata(file).expect("it is there").len();
    [length / PAGE, said.into()]
}

async fn a_file_shorter_than_it_says_is_read_and_written_on(place: Place) {
    place.apply(three_actors(&place)).await;
    let path = file(&place);
    let mut reading = None;
    for round in 0..ROUNDS {
        let actor = |part: &str| {
            let name = format!("w-{round}-{part}");
            add_actor(&name, &id("jugendamt"), &place.phases[0])
        };
        place.apply(actor("a")).await;
        // Somebody reads what stands after this write, while the next one changes the last pages again.
        let reader = outside(&path);
        reader.execute_batch("BEGIN").expect("it begins");
        let count = "SELECT count(*) FROM actor";
        reader
            .query_row(count, [], |row| row.get::<_, i64>(0))
            .expect("it reads");
        place.apply(actor("b")).await;
        outside(&path)
            .query_row("PRAGMA wal_checkpoint", [], |_| Ok(()))
            .expect("as far as it goes");
        let [there, said] = pages(&path);
        if there < said {
            reading = Some(reader);
            break;
        }
    }
    let reading = reading.expect("the file is shorter than it says");
    let held = place.network().await;
    let link = vec![Change::Report(Edit::add(
        key(&place.phases[0], "b", "c"),
        report(2),
    ))];
    place.apply(link).await;
    assert_eq!(place.network().await.reports.len(), held.reports.len() + 1);
    // Another program, or this one after a restart, while the reader is still there and after it has gone.
    let again = open(&place.address.url, None).await.expect("it opens");
    let network = again.network(&place.district).await.expect("it reads");
    assert_eq!(network.value, place.network().await);
    drop(reading);
    let back = vec![Change::Report(Edit::remove(
        key(&place.phases[0], "b", "c"),
        report(2),
    ))];
    place.apply(back).await;
    assert_eq!(place.network().await, held);
    assert_eq!(
        place.store.faults().await.expect("it answers"),
        Vec::<String>::new()
    );
}
