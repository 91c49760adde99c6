//! A form that could not be saved comes back whole, and goes through when the store is there again.

use axum::http::StatusCode;
use rusqlite::Connection;

use super::form::Fields;
use super::{Answer, House};

const ACTOR: &str = "/districts/musterbezirk/actors/jug-rsd-sued";

/// The form of a function with another name and note, as it is sent.
async fn typed(house: &House) -> Fields {
    let page = house.get(&format!("{ACTOR}?edit=yes&lang=de")).await;
    let mut fields = Fields::of(&page.says(StatusCode::OK));
    for (name, value) in [
        ("name", "RSD Süd & \"Mitte\" <neu>"),
        ("kind", "function"),
        ("department", "jugendamt"),
        ("section", "RSD"),
        ("note", "Nicht verlieren"),
    ] {
        fields.set(name, value);
    }
    fields
}

/// The store's file, held by another program so that nobody else writes.
pub fn held(house: &House) -> Connection {
    let url = house.store_url();
    let file = url.strip_prefix("sqlite:").expect("a file");
    let other = Connection::open(file).expect("SQLite opens it");
    other.execute_batch("BEGIN IMMEDIATE").expect("it is free");
    other
}

async fn shown(house: &House, answer: Answer) -> String {
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let page = house.get(answer.header("location")).await;
    page.says(StatusCode::OK)
}

#[tokio::test]
async fn a_form_that_could_not_be_saved_comes_back_whole_and_goes_through_later() {
    let house = House::open().await;
    let fields = typed(&house).await;
    let other = held(&house);
    let refused = house.post(ACTOR, &fields.encoded()).await;
    let page = refused.says(StatusCode::SERVICE_UNAVAILABLE);
    assert!(page.contains("Noch einmal senden"), "{page}");
    assert!(page.contains("Ihre Eingaben sind nicht verloren"));
    let again = Fields::of(&page);
    assert_eq!(
        again.encoded(),
        fields.encoded(),
        "all of it, under its number"
    );
    drop(other);
    let saved = house.post(ACTOR, &again.encoded()).await;
    let page = shown(&house, saved).await;
    assert!(page.contains("RSD Süd &amp; &quot;Mitte&quot; &lt;neu&gt;"));
    assert!(page.contains("Nicht verlieren"));
    // Sent twice it counts once.
    let steps = |page: &str| page.matches("<time").count();
    let history = house.get("/districts/musterbezirk/history").await.text();
    let twice = house.post(ACTOR, &again.encoded()).await;
    shown(&house, twice).await;
    let after = house.get("/districts/musterbezirk/history").await.text();
    assert_eq!(steps(&after), steps(&history));
}

#[tokio::test]
async fn no_page_repeats_what_lets_somebody_in() {
    let house = House::open().await;
    let other = held(&house);
    let form = "request=3b0f1c0e-5f5e-4c53-9a51-2d6f1f6b7a02&password=geheim&note=x";
    let refused = house.post(ACTOR, form).await;
    assert!(!refused.text().contains("geheim"));
    drop(other);
}
