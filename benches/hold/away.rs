//! A Neo4j server that is 40 ms away: how often it is asked, and what people wait for.

use std::sync::Arc;
use std::time::{Duration, Instant};

use miteinander::service::Service;
use miteinander::store;
use tokio::runtime::Runtime;

use crate::far::Far;
use crate::rows::{row, say};
use crate::served::Served;
use crate::server::Server;
use crate::taken::{LARGE, new_district, workbook};
use crate::visit::{Answer, get, post, upload};

/// How long a round trip takes.
const AWAY: Duration = Duration::from_millis(40);

/// How often each page is asked for; the fastest counts, as the machine may be busy.
const TIMES: usize = 5;

/// The pages and an import through the proxy, and a server that stops answering.
pub fn measure(runtime: &Runtime, server: &Server) {
    let (workbook, district) = runtime.block_on(prepared(server));
    let far = runtime.block_on(Far::away(&server.url, AWAY));
    let served = Served::with_password(&far.url, &server.password);
    let at = served.address;
    let page = format!("/districts/{district}");

    // The server compiles what it runs often: the first import of all waits for that, the sixth no more.
    let (_, first) = import(&far, &served, "mitte", &workbook);
    let (turns, second) = import(&far, &served, &district, &workbook);
    for other in ["pankow", "spandau", "neukoelln"] {
        import(&far, &served, other, &workbook);
    }
    let (_, sixth) = import(&far, &served, "lichtenberg", &workbook);
    row(
        "Neo4j 40 ms away: import of 10,000 cooperations",
        "86 round trips, 4 s",
        &format!("{turns} round trips; the first {first}, the second {second}, the sixth {sixth}"),
    );
    for (what, address, before) in [
        ("the list of districts", "/", "loads all networks"),
        ("a district's page", page.as_str(), "10 round trips, 450 ms"),
    ] {
        get(at, address);
        let (turns, time) = (0..TIMES)
            .map(|_| counted(&far, || get(at, address)))
            .map(|(turns, time, _)| (turns, time))
            .min_by_key(|(_, time)| *time)
            .expect("it is asked for more than once");
        let now = format!("{turns} round trips, {}", say(time));
        row(&format!("Neo4j 40 ms away: {what}, warm"), before, &now);
    }

    far.hold("");
    let begun = Instant::now();
    let both: Vec<Answer> = std::thread::scope(|scope| {
        let asked = [(), ()].map(|()| scope.spawn(|| get(at, &page)));
        asked.map(|asked| asked.join().expect("it answers")).into()
    });
    let now = format!(
        "{}, {} after {}",
        both[0].status,
        both[1].status,
        say(begun.elapsed())
    );
    far.release();
    row("Neo4j that does not answer: two at once", "–", &now);
    let (_, time, next) = counted(&far, || get(at, &page));
    let now = format!("{} after {}", next.status, say(time));
    row("and the next page when it answers again", "–", &now);
}

async fn prepared(server: &Server) -> (Vec<u8>, String) {
    let store = store::open(&server.url, Some(server.password.clone())).await;
    let store = store.expect("the store opens");
    let service = Service::start(Arc::clone(&store)).await;
    let service = service.expect("an empty store is seeded");
    let workbook = workbook(&service, LARGE).await;
    let district = new_district(&service, store.as_ref()).await.to_string();
    service.close().await;
    (workbook, district)
}

/// Takes a workbook over; answers the round trips and the time of the request that does so.
fn import(far: &Far, served: &Served, district: &str, workbook: &[u8]) -> (usize, String) {
    let at = served.address;
    let sent = upload(at, district, &[("netz.xlsx", workbook)]);
    let preview = get(at, sent.location());
    let form = format!(
        "seen={}&programme={}",
        preview.field("seen"),
        preview.field("programme")
    );
    let media_type = "application/x-www-form-urlencoded";
    let (turns, time, taken) = counted(far, || {
        post(at, sent.location(), media_type, form.as_bytes())
    });
    assert!(taken.location().contains("taken="), "it is taken over");
    (turns, say(time))
}

fn counted(far: &Far, ask: impl FnOnce() -> Answer) -> (usize, Duration, Answer) {
    let (before, begun) = (far.turns(), Instant::now());
    let answer = ask();
    (far.turns() - before, begun.elapsed(), answer)
}
