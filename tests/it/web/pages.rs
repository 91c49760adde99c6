//! Every page answers, in its order, with links that lead somewhere.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::{Method, StatusCode, header};

use super::{House, links, request};

#[tokio::test]
async fn the_districts_are_listed_with_the_demonstration_first() {
    let house = House::open().await;
    let page = house.get("/").await.says(StatusCode::OK);
    let place = |name: &str| {
        page.find(name)
            .unwrap_or_else(|| panic!("{name} is missing"))
    };
    assert!(place("Musterbezirk") < place(">Mitte<"));
    assert!(place(">Mitte<") < place(">Reinickendorf<"));
    assert_eq!(page.matches("noch nichts eingetragen").count(), 12);
    assert!(
        page.contains("Stand vom 12.03.2025"),
        "the demonstration says of when its data are"
    );
}

#[tokio::test]
async fn a_district_shows_its_parts_in_the_order_of_the_narrow_page() {
    let house = House::open().await;
    let page = house
        .get("/districts/musterbezirk")
        .await
        .says(StatusCode::OK);
    let parts = [
        "id=\"headline\"",
        "id=\"start-title\"",
        "id=\"map-heading\"",
        "id=\"change-title\"",
        "id=\"offers-title\"",
        "id=\"figures-title\"",
    ];
    let places: Vec<usize> = parts
        .iter()
        .map(|part| {
            page.find(part)
                .unwrap_or_else(|| panic!("{part} is missing"))
        })
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    for wording in [
        "Ein Teil davon ist fachlich nötig. Die Zahl bewertet niemanden.",
        "Was heißt das?",
        "Die Zusammenarbeit bleibt häufiger im eigenen Amt, als die Größe der Ämter erklärt:",
        "Zu erwarten: so viele blieben im eigenen Amt, wenn die Amtszugehörigkeit keine Rolle spielte; in Klammern liegen 95 von 100 solcher Verteilungen.",
        "ist keine Zusammenarbeit gemeldet",
        "Förderphase ab 2023",
        "geantwortet",
        "Diesen Bezirk gibt es nicht.",
    ] {
        assert!(page.contains(wording), "{wording}");
    }
}

#[tokio::test]
async fn the_earlier_phase_has_its_own_page_and_nothing_to_compare_with() {
    let house = House::open().await;
    let page = house
        .get("/districts/musterbezirk?phase=1")
        .await
        .says(StatusCode::OK);
    assert!(page.contains("Zum Vergleich fehlt eine frühere Förderphase mit Angaben."));
    assert!(page.contains("Förderphase 2019–2022"));
}

#[tokio::test]
async fn an_empty_district_says_how_to_begin() {
    let house = House::open().await;
    let answer = house.get("/districts/neukoelln").await;
    let page = answer.says(StatusCode::OK);
    for wording in [
        "Hier ist noch nichts eingetragen.",
        "So fangen Sie an:",
        "Ämter und Einrichtungen aus der Liste wählen.",
        "Ein Angebot eintragen, das Sie gut kennen.",
        "Funktionen und Einrichtungen eintragen, die damit zu tun haben.",
        "Ergänzen, wer daran mitwirkt.",
        "Aus der Liste wählen",
        "Excel-Vorlage",
        "Musterbezirk ansehen",
        "Vor der ersten Abfrage: Datenschutz und Personalrat einbeziehen",
    ] {
        assert!(page.contains(wording), "{wording}");
    }
    assert!(
        !page.contains("Diesen Bezirk gibt es nicht."),
        "a real district is no example"
    );
}

#[tokio::test]
async fn every_link_leads_somewhere() {
    let house = House::open().await;
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut next = vec!["/".to_owned()];
    while let Some(address) = next.pop() {
        let address = address
            .split('#')
            .next()
            .expect("the part before #")
            .to_owned();
        // The pages of some records stand for those of all.
        let kinds = ["/actors/", "/departments/", "/offers/", "/cooperations/"];
        let kind = kinds.iter().find(|kind| address.contains(**kind));
        let of_kind = |kind: &&str| seen.iter().filter(|one| one.contains(*kind)).count();
        let is_enough = kind.is_some_and(|kind| of_kind(kind) >= 4);
        if address.is_empty() || is_enough || !seen.insert(address.clone()) {
            continue;
        }
        let answer = house.get(&address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        let of_district = ["/districts/musterbezirk", "/districts/mitte"]
            .iter()
            .any(|own| address.starts_with(own));
        let html = answer.header("content-type").starts_with("text/html");
        if html && (of_district || !address.starts_with("/districts/")) {
            next.extend(links(&answer.text()));
        }
    }
    assert!(seen.len() > 40, "only {} addresses were found", seen.len());
}

#[tokio::test]
async fn no_page_uses_a_style_attribute_or_a_script_of_its_own() {
    let house = House::open().await;
    for address in [
        "/",
        "/how",
        "/privacy",
        "/districts/musterbezirk",
        "/districts/musterbezirk/table",
        "/districts/musterbezirk/history",
        "/districts/mitte/offices",
        "/districts/mitte/import",
    ] {
        let page = house.get(address).await.says(StatusCode::OK);
        assert!(
            !page.contains(" style=\""),
            "{address} has a style the policy blocks"
        );
        assert!(
            !page.contains("onclick"),
            "{address} has a handler the policy blocks"
        );
        assert_eq!(page.matches("<script").count(), 1, "{address}");
        assert_eq!(page.matches("<h1").count(), 1, "{address}");
    }
}

#[tokio::test]
async fn the_map_comes_in_three_formats_and_is_kept_until_something_changes() {
    let house = House::open().await;
    for (ending, begin) in [("svg", &b"<svg"[..]), ("png", b"\x89PNG"), ("pdf", b"%PDF")] {
        let address = format!("/districts/musterbezirk/map.{ending}?view=network&phase=2");
        let answer = house.get(&address).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(answer.bytes.starts_with(begin), "{ending}");
        let again = request(Method::GET, &address)
            .header(header::IF_NONE_MATCH, answer.header("etag"))
            .body(Body::empty());
        assert_eq!(
            house.ask(again).await.status,
            StatusCode::NOT_MODIFIED,
            "{ending}"
        );
    }
    let other = house
        .get("/districts/musterbezirk/map.svg?view=nothing")
        .await;
    assert_eq!(
        other.status,
        StatusCode::NOT_FOUND,
        "a view that is not there"
    );
}

#[tokio::test]
async fn the_report_for_programs_is_plain_json() {
    let house = House::open().await;
    let answer = house
        .get("/api/v1/districts/musterbezirk/report?phase=1")
        .await;
    let report: serde_json::Value =
        serde_json::from_str(&answer.says(StatusCode::OK)).expect("JSON");
    assert_eq!(report["phase"], "1");
    assert_eq!(report["scope"], "offices");
    assert_eq!(report["silo"]["permutations"]["n"], 9_999);
    let missing = house.get("/api/v1/districts/atlantis/report").await;
    let fault: serde_json::Value =
        serde_json::from_str(&missing.says(StatusCode::NOT_FOUND)).expect("JSON");
    assert!(fault["request"].is_string());
}

#[tokio::test]
async fn every_export_is_a_file_with_a_name() {
    let house = House::open().await;
    for ending in ["xlsx", "csv.zip", "graphml", "gexf", "json"] {
        let answer = house
            .get(&format!("/districts/musterbezirk/export/{ending}"))
            .await;
        assert_eq!(answer.status, StatusCode::OK, "{ending}");
        let name = answer.header("content-disposition").to_owned();
        let told = name.strip_prefix("attachment; filename=\"musterbezirk-arbeitsstand-");
        let told = told.and_then(|rest| rest.strip_suffix(&format!(".{ending}\"")));
        let day = told.unwrap_or_else(|| panic!("{name} tells district, state and day"));
        assert!(day.parse::<chrono::NaiveDate>().is_ok(), "{name}");
        assert!(!answer.bytes.is_empty());
    }
    let unknown = house.get("/districts/musterbezirk/export/docx").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_service_says_that_it_lives_and_that_its_store_answers() {
    let house = House::open().await;
    assert_eq!(house.get("/health").await.says(StatusCode::OK), "ok\n");
    assert_eq!(house.get("/ready").await.says(StatusCode::OK), "ready\n");
}

#[tokio::test]
async fn a_district_says_which_contacts_could_be_begun_and_why() {
    let house = House::open().await;
    let page = house.get("/districts/musterbezirk").await;
    let page = page.says(StatusCode::OK);
    assert!(page.contains("Mögliche neue Kontakte"));
    assert!(page.contains("würde beide verbinden"));
    assert!(page.contains("ohne eingetragene Vermittlung ("));
}
