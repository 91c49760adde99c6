//! A whole district at once: 200 people who read and five who write, all signed in, for a minute; and signing in.
//!
//! `cargo bench --bench crowd` prints the rows of the README. Each reader opens the district's page, looks at it for ten
//! seconds or so, and opens it again; each writer changes a cooperation every ten seconds, from another instance on the
//! same store. Everything happens on this machine's own address, so that readers and service share its cores.

#[path = "../tests/stores/planted.rs"]
#[allow(dead_code)]
mod planted;
#[path = "district/served.rs"]
mod served;
#[path = "district/table.rs"]
#[allow(dead_code)]
mod table;
#[path = "district/taken.rs"]
#[allow(dead_code)]
mod taken;

use std::sync::Arc;
use std::time::{Duration, Instant};

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, phc};
use chrono::Utc;
use miteinander::domain::{Change, DistrictId, Edit, Email, Role, Strength};
use miteinander::service::{Keeper, Service};
use miteinander::store;
use reqwest::Client;
use reqwest::redirect::Policy;
use served::Served;
use taken::{USUAL, entry, import, workbook};
use tokio::task::JoinSet;

const READERS: u64 = 200;
const WRITERS: usize = 5;
const LASTS: Duration = Duration::from_secs(60);

/// How long a reader looks at a page, on average.
const LOOKS: Duration = Duration::from_secs(10);

/// How long a writer thinks before the next change.
const THINKS: Duration = Duration::from_secs(10);

/// How often a page is read that has been computed.
const WARM: usize = 1_000;

const PASSWORD: &str = "vier Esel tragen gelbe Regenschirme";
const EMAIL: &str = "k@messbezirk.example";

fn main() {
    // `cargo test --benches` builds and starts it; it measures only when asked to.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let runtime = tokio::runtime::Runtime::new().expect("threads can be started");
    runtime.block_on(measure());
}

async fn measure() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite:{}", folder.path().join("crowd.db").display());
    let store = store::open(&url, None).await.expect("the store opens");
    let service = Service::start(Arc::clone(&store)).await;
    let service = Arc::new(service.expect("the store is seeded"));
    // A real one: to an invented district nobody is invited.
    let district = DistrictId::parse("mitte").expect("an id");
    let workbook = workbook(&service, USUAL).await;
    import(&service, &district, workbook).await;
    let session = with_account(&service, &district).await;
    let server = Served::start(&url);

    println!("| what | goal | figure |\n|---|---|---|");
    signing_in(&server).await;
    let page = format!("http://{}/districts/{district}", server.address);
    // Its map is laid out once, when somebody looks at the district for the first time.
    let first = Instant::now() + Duration::from_secs(1);
    read(page.clone(), session.clone(), 0, first).await;
    warm(&page, &session).await;
    let end = Instant::now() + LASTS;
    let mut readers = JoinSet::new();
    for reader in 0..READERS {
        readers.spawn(read(page.clone(), session.clone(), reader, end));
    }
    let mut writers = JoinSet::new();
    for _ in 0..WRITERS {
        writers.spawn(write(Arc::clone(&service), district.clone(), end));
    }
    let mut times = Vec::new();
    let mut errors = 0;
    for (of_one, failed) in readers.join_all().await {
        times.extend(of_one);
        errors += failed;
    }
    let written: usize = writers.join_all().await.into_iter().sum();
    times.sort_unstable();
    let at = |share: f64| times[(times.len() as f64 * share) as usize].as_secs_f64() * 1e3;
    println!(
        "| {READERS} readers, {WRITERS} writers, {} s: pages, changes, errors | no error | {}, {written}, {errors} |",
        LASTS.as_secs(),
        times.len(),
    );
    println!(
        "| the same: a page, median, 99 of 100, longest | 99 of 100 ≤ 50 ms | {:.1} ms, {:.1} ms, {:.0} ms |",
        at(0.5),
        at(0.99),
        at(1.0 - 1.0 / times.len() as f64),
    );
}

/// The cookie of a coordination of the district.
async fn with_account(service: &Arc<Service>, district: &DistrictId) -> String {
    let email = Email::parse(EMAIL).expect("an address");
    let role = Role::Coordination(district.clone());
    let invited = service.invite(&Keeper::Operator, (email, None, role), Utc::now());
    let invited = invited.await.expect("it is invited");
    let token = service.redeem(&invited.token, [PASSWORD, PASSWORD], Utc::now());
    format!("session={}", token.await.expect("it is redeemed"))
}

/// How long signing in takes beside the hash of the password.
async fn signing_in(server: &Served) {
    let browser = Client::builder().redirect(Policy::none()).build();
    let browser = browser.expect("a client");
    let address = format!("http://{}/sign-in", server.address);
    let form = [("email", EMAIL), ("password", PASSWORD), ("next", "/")];
    let body = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(form)
        .finish();
    let (mut whole, mut hashes) = (Vec::new(), Vec::new());
    for _ in 0..11 {
        let begun = Instant::now();
        let hashed = Argon2::default().hash_password(PASSWORD.as_bytes());
        let _: phc::PasswordHash = hashed.expect("it can be hashed");
        hashes.push(begun.elapsed());
        let ask = browser
            .post(&address)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .body(body.clone());
        let begun = Instant::now();
        let answer = ask.send().await.expect("it answers");
        whole.push(begun.elapsed());
        assert_eq!(answer.status().as_u16(), 303, "signed in");
    }
    whole.sort_unstable();
    hashes.sort_unstable();
    let [whole, hash] = [whole, hashes].map(|times| times[times.len() / 2].as_secs_f64() * 1e3);
    println!(
        "| signing in, median, and a password's own time | ≤ 150 ms beside it | {whole:.1} ms, {hash:.1} ms |"
    );
}

/// How long somebody who is signed in waits for a page that has been computed.
async fn warm(page: &str, session: &str) {
    let browser = Client::new();
    let mut times = Vec::new();
    for _ in 0..WARM {
        let begun = Instant::now();
        let answer = browser.get(page).header("cookie", session).send().await;
        let answer = answer.expect("it answers");
        assert!(answer.status().is_success(), "a page");
        answer.bytes().await.expect("the whole page");
        times.push(begun.elapsed());
    }
    times.sort_unstable();
    let [median, most] = [WARM / 2, WARM * 99 / 100].map(|place| times[place].as_secs_f64() * 1e3);
    println!(
        "| a warm page with accounts, median, 99 of 100 | 99 of 100 ≤ 5 ms | {median:.1} ms, {most:.1} ms |"
    );
}

/// Reads a page again and again; answers the times, and how often it was no page.
async fn read(page: String, session: String, reader: u64, end: Instant) -> (Vec<Duration>, usize) {
    let browser = Client::new();
    let (mut times, mut errors) = (Vec::new(), 0);
    // Not all at the same moment.
    tokio::time::sleep(LOOKS.mul_f64(reader as f64 / READERS as f64)).await;
    while Instant::now() < end {
        let begun = Instant::now();
        let answer = browser.get(&page).header("cookie", &session).send().await;
        let whole = match answer {
            Ok(answer) if answer.status().is_success() => answer.bytes().await.is_ok(),
            _ => false,
        };
        times.push(begun.elapsed());
        errors += usize::from(!whole);
        tokio::time::sleep(LOOKS.mul_f64(0.5 + (reader % 10) as f64 / 10.0)).await;
    }
    (times, errors)
}

/// Changes one cooperation after the other; answers how many.
async fn write(service: Arc<Service>, district: DistrictId, end: Instant) -> usize {
    let mut written = 0;
    while Instant::now() < end {
        let view = service.view(&district).await.expect("it is there");
        let at = written * 7 % view.network.reports.len();
        let (key, before) = view.network.reports.iter().nth(at).expect("a cooperation");
        let mut after = before.clone();
        let stronger = if before.strength == Strength::parse(3).ok() {
            4
        } else {
            3
        };
        after.strength = Strength::parse(stronger).ok();
        let change = Change::Report(Edit::replace(key.clone(), before.clone(), after));
        let entry = entry(&district, vec![change]);
        // Another writer may have changed the same one in between: that is told and no error.
        written += usize::from(service.enter(entry).await.is_ok());
        tokio::time::sleep(THINKS).await;
    }
    written
}
