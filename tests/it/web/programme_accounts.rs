//! The programme's page of accounts: its own people, and the first coordination of each district.

use axum::http::StatusCode;
use miteinander::domain::Role;
use miteinander::web::Verb;

use super::people::{account, ask, coordination, district, post, signed};
use super::{Answer, House};

const PAGE: &str = "/programme/accounts";

fn link(sheet: &str) -> String {
    let after = sheet.split("http://127.0.0.1:8080/invitation/").nth(1);
    after.expect("a link")[..64].to_owned()
}

async fn programme(house: &House) -> String {
    signed(house, "p@programm.example", Role::Programme).await
}

async fn act(house: &House, cookie: &str, email: &str, action: &str) -> Answer {
    let address = format!("{PAGE}/{}", account(house, email).await);
    post(house, &address, cookie, &format!("action={action}")).await
}

#[tokio::test]
async fn a_coordination_is_invited_only_where_a_district_has_none() {
    let house = House::open().await;
    let cookie = programme(&house).await;
    coordination(&house).await;
    let page = ask(&house, Verb::Get, PAGE, &cookie).await;
    let page = page.says(StatusCode::OK);
    for words in [
        "Koordination für Pankow einladen",
        "Bezirkskoordination: hat eine Koordination",
        "noch niemand eingeladen",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    // Who coordinates a district is the district's: the programme reads no address of theirs.
    assert!(!page.contains("k@mitte.example") && !page.contains("Koordination für Mitte"));
    assert!(
        !page.contains("Musterbezirk"),
        "the demonstration has no accounts"
    );
    let form = |district: &str| {
        format!("email=neu%40{district}.example&role=district-coordination&district={district}")
    };
    let taken = post(&house, PAGE, &cookie, &form("mitte")).await;
    let taken = taken.says(StatusCode::CONFLICT);
    assert!(taken.contains("hat schon eine Bezirkskoordination"));
    let sheet = post(&house, PAGE, &cookie, &form("pankow")).await;
    assert_eq!(sheet.header("cache-control"), "no-store");
    let sheet = sheet.says(StatusCode::OK);
    assert!(sheet.contains("Bezirkskoordination, Pankow"));
    let first = link(&sheet);
    // An invitation that was lost is made anew, until it is redeemed.
    let again = act(&house, &cookie, "neu@pankow.example", "invite").await;
    assert_ne!(link(&again.says(StatusCode::OK)), first);
    let foreign = act(&house, &cookie, "k@mitte.example", "invite").await;
    foreign.says(StatusCode::FORBIDDEN);
    let foreign = act(&house, &cookie, "k@mitte.example", "remove").await;
    foreign.says(StatusCode::FORBIDDEN);
    for form in [
        "email=a%40b.example&role=core-team&district=pankow",
        "email=a%40b.example&role=leader&district=mitte",
    ] {
        let refused = post(&house, PAGE, &cookie, form).await;
        refused.says(StatusCode::FORBIDDEN);
    }
    for form in [
        "email=a%40b.example&role=leader",
        "email=a%40b.example",
        "role=programme&district=mitte&email=a%40b.example",
    ] {
        let refused = post(&house, PAGE, &cookie, form).await;
        refused.says(StatusCode::BAD_REQUEST);
    }
    let nowhere = "email=a%40b.example&role=district-coordination&district=atlantis";
    post(&house, PAGE, &cookie, nowhere)
        .await
        .says(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_last_of_the_programme_stays_and_others_go() {
    let house = House::open().await;
    let cookie = programme(&house).await;
    coordination(&house).await;
    let last = act(&house, &cookie, "p@programm.example", "remove").await;
    assert!(
        last.says(StatusCode::CONFLICT)
            .contains("zuerst eine Vertretung einladen")
    );
    let form = "email=v%40programm.example&name=Vera&role=programme";
    post(&house, PAGE, &cookie, form).await.says(StatusCode::OK);
    // Who has no password yet could look after nothing.
    let last = act(&house, &cookie, "p@programm.example", "remove").await;
    last.says(StatusCode::CONFLICT);
    signed(&house, "w@programm.example", Role::Programme).await;
    let gone = act(&house, &cookie, "p@programm.example", "remove").await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER);
    let after = ask(&house, Verb::Get, PAGE, &cookie).await;
    assert_eq!(
        after.status,
        StatusCode::SEE_OTHER,
        "who removed themself is out"
    );
}

#[tokio::test]
async fn each_new_coordination_is_seen_on_the_page_of_its_district() {
    let house = House::open().await;
    let own = coordination(&house).await;
    let accounts = "/districts/mitte/accounts";
    let form = "email=vertretung%40mitte.example&name=Vera&role=district-coordination";
    post(&house, accounts, &own, form)
        .await
        .says(StatusCode::OK);
    let page = ask(&house, Verb::Get, accounts, &own)
        .await
        .says(StatusCode::OK);
    let entry = page
        .split("account-entry")
        .find(|entry| entry.contains("Vera"));
    let entry = entry.expect("it is listed");
    assert!(
        entry.contains("vertretung@mitte.example · Bezirkskoordination · eingeladen"),
        "{entry}"
    );
    // The first of a district too, which the programme has invited.
    let programme = programme(&house).await;
    let form = "email=k%40pankow.example&role=district-coordination&district=pankow";
    post(&house, PAGE, &programme, form)
        .await
        .says(StatusCode::OK);
    let pankow = signed(
        &house,
        "v@pankow.example",
        Role::Coordination(district("pankow")),
    )
    .await;
    let page = ask(&house, Verb::Get, "/districts/pankow/accounts", &pankow).await;
    assert!(
        page.says(StatusCode::OK)
            .contains("k@pankow.example · Bezirkskoordination · eingeladen")
    );
}
