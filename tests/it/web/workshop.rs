//! A working meeting: what everybody sees, what came in last, the way there and back, and news of changes.

use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Method, StatusCode};
use http_body_util::BodyExt;
use miteinander::analysis::differing;
use miteinander::domain::{DistrictId, PhaseId};
use miteinander::service::DEMONSTRATION;
use tokio::time::timeout;
use tower::ServiceExt;

use super::{Answer, House, request};

const MEETING: &str = "/districts/musterbezirk/workshop";

/// Enters a line as the page of the meeting does.
async fn enter(house: &House, page: &Answer, line: &str) -> Answer {
    let form = form_urlencoded::Serializer::new(String::new())
        .append_pair("request", &page.field("request"))
        .append_pair("phase", &page.field("phase"))
        .append_pair("back", &page.field("back").replace("&amp;", "&"))
        .append_pair("line", line)
        .finish();
    house.post("/districts/musterbezirk/quick", &form).await
}

const LINE: &str = "Wohngeld – Stadtbibliothek, Kinder- und Jugendbibliothek, 3";

#[tokio::test]
async fn offices_alone_are_proposed_before_anything_is_shown() {
    let house = House::open().await;
    let page = house
        .get(&format!("{MEETING}?lang=de"))
        .await
        .says(StatusCode::OK);
    assert!(page.contains("value=\"offices\" checked"));
    assert!(page.contains("Alle im Raum sehen Funktionen und Verbindungen"));
    assert!(!page.contains("data-workshop") && !page.contains("Netzwerkkoordination"));
}

#[tokio::test]
async fn where_offices_alone_are_shown_no_function_is_named() {
    let house = House::open().await;
    let address = format!("{MEETING}?show=offices&phase=2&lang=de");
    let page = house.get(&address).await;
    let entered = enter(&house, &page, LINE).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER);
    let page = house
        .get(entered.header("location"))
        .await
        .says(StatusCode::OK);
    assert!(page.contains("Amt für Bürgerdienste – Amt für Weiterbildung und Kultur"));
    // What the browser completes is in the page, and not on the wall.
    let (before, rest) = page.split_once("<datalist").expect("names to complete");
    let (_, after) = rest.split_once("</datalist>").expect("their end");
    let wall = [before, after].concat();
    for name in [
        "Stadtbibliothek",
        "Netzwerkkoordination",
        "Stärke 3",
        "We align",
    ] {
        assert!(!wall.contains(name), "{name}");
    }
}

#[tokio::test]
async fn an_entry_leads_back_to_the_meeting_and_can_be_taken_back_there() {
    let house = House::open().await;
    let address = format!("{MEETING}?show=functions&phase=2&lang=de");
    let page = house.get(&address).await;
    assert!(page.text().contains("Noch nichts."));
    let entered = enter(&house, &page, LINE).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER);
    let back = entered.header("location");
    assert!(
        back.starts_with(MEETING) && back.contains("show=functions"),
        "{back}"
    );
    let page = house.get(back).await;
    let text = page.says(StatusCode::OK);
    assert!(text.contains("<span>Wohngeld – Stadtbibliothek, Kinder- und Jugendbibliothek</span>"));
    let (_, undo) = text
        .split_once("class=\"latest\"")
        .expect("what came in last");
    let action = undo
        .split("action=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let form = form_urlencoded::Serializer::new(String::new())
        .append_pair("request", "3b0f1c0e-5f5e-4c53-9a51-2d6f1f6b7a01")
        .append_pair("back", &page.field("back").replace("&amp;", "&"))
        .finish();
    let undone = house.post(action.expect("a button"), &form).await;
    assert_eq!(undone.status, StatusCode::SEE_OTHER);
    let back = undone.header("location").to_owned();
    assert!(back.starts_with(MEETING), "{back}");
    let page = house.get(&back).await.says(StatusCode::OK);
    assert!(page.contains("Noch nichts."));
}

#[tokio::test]
async fn what_is_unclear_is_asked_and_then_leads_back_all_the_same() {
    let house = House::open().await;
    let page = house
        .get(&format!("{MEETING}?show=functions&phase=2&lang=de"))
        .await;
    let asked = enter(&house, &page, "Wohngeld – Niemandsland, 3").await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(asked.field("back"), page.field("back"));
}

#[tokio::test]
async fn a_way_back_to_elsewhere_is_none() {
    let house = House::open().await;
    let page = house
        .get(&format!("{MEETING}?show=functions&phase=2&lang=de"))
        .await;
    let form = form_urlencoded::Serializer::new(String::new())
        .append_pair("request", &page.field("request"))
        .append_pair("phase", "2")
        .append_pair("back", "https://elsewhere.example/workshop?show=functions")
        .append_pair("line", LINE)
        .finish();
    let entered = house.post("/districts/musterbezirk/quick", &form).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER);
    assert!(
        entered
            .header("location")
            .starts_with("/districts/musterbezirk/quick")
    );
}

#[tokio::test]
async fn each_organisation_has_a_sheet_with_all_functions_and_its_own_last() {
    let house = House::open().await;
    let page = house
        .get(&format!("{MEETING}/sheets?phase=2&lang=de"))
        .await
        .says(StatusCode::OK);
    assert_eq!(page.matches("class=\"tick-sheet\"").count(), 12);
    let sheets: Vec<&str> = page.split("class=\"tick-sheet\"").skip(1).collect();
    let own = sheets
        .iter()
        .find(|sheet| sheet.contains("<h1>Jugendamt</h1>"));
    let offices: Vec<&str> = own
        .expect("its sheet")
        .split("class=\"office\"")
        .skip(1)
        .filter_map(|rest| rest.split('>').nth(1)?.split('<').next())
        .collect();
    assert_eq!((offices.len(), offices.last()), (12, Some(&"Jugendamt")));
    assert!(
        sheets
            .iter()
            .all(|sheet| sheet.contains("Höher ist nicht besser"))
    );
}

#[tokio::test]
async fn who_watches_is_told_within_two_seconds_and_nothing_of_what() {
    let house = House::open().await;
    let asked = request(Method::GET, &format!("{MEETING}/events")).body(Body::empty());
    let answer = house.router().oneshot(asked.expect("well formed")).await;
    let answer = answer.expect("a router always answers");
    assert_eq!(answer.headers()["content-type"], "text/event-stream");
    assert_eq!(answer.headers()["x-accel-buffering"], "no");
    let mut news = answer.into_body();
    let mut told = async || {
        let frame = timeout(Duration::from_secs(5), news.frame()).await;
        let frame = frame
            .expect("it is told")
            .expect("it goes on")
            .expect("it is whole");
        let bytes = frame.into_data().expect("an event");
        String::from_utf8(bytes.to_vec()).expect("text")
    };
    // Where it stands comes first, so that nothing is missed in between.
    let first = told().await;
    assert!(first.starts_with("event: stands\ndata: 1-"), "{first}");
    let page = house
        .get(&format!("{MEETING}?show=functions&phase=2&lang=de"))
        .await;
    let begun = Instant::now();
    enter(&house, &page, LINE).await;
    let next = told().await;
    assert!(
        begun.elapsed() < Duration::from_secs(4),
        "{:?}",
        begun.elapsed()
    );
    assert!(
        next.starts_with("event: stands\ndata: 2-") && !next.contains("Wohngeld"),
        "{next}"
    );
    // The program can stop at any time.
    house.service.end_watching();
    let ended = timeout(Duration::from_secs(5), news.frame()).await;
    assert!(ended.expect("it ends").is_none());
}

#[tokio::test]
async fn about_one_offer_the_wall_tells_where_answers_differ_and_offices_alone_do_not() {
    let house = House::open().await;
    let district = DistrictId::parse(DEMONSTRATION).expect("a slug");
    let view = house.service.view(&district).await.expect("there");
    let phase = PhaseId::parse("2").expect("an id");
    let mut told = view.network.reports.iter();
    // Somebody names a cooperation on it, and the two are told apart by no answer of the other.
    let (_, report) = told
        .find(|((of, ..), report)| *of == phase && !report.offers.is_empty())
        .expect("somebody names an offer");
    let offer = report.offers.first().expect("one").clone();
    let differs = differing(&view.network, &phase, &offer).expect("it is named");
    let address =
        |show: &str, offer: &str| format!("{MEETING}?show={show}&phase=2&offer={offer}&lang=de");
    let page = house.get(&address("functions", offer.as_str())).await;
    let page = page.says(StatusCode::OK);
    assert!(page.contains("Wo die Angaben auseinandergehen"));
    let list = page.split_once("id=\"differing\"").expect("the section").1;
    let list = list.split_once("</section>").expect("its end").0;
    assert_eq!(list.matches("<li>").count(), differs.len().min(12));
    assert!(!list.contains("Stärke"), "{list}");
    for address in [address("offices", offer.as_str()), address("functions", "")] {
        let page = house.get(&address).await.says(StatusCode::OK);
        assert!(!page.contains("Wo die Angaben"), "{address}");
    }
}
