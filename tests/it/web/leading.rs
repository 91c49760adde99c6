//! The page of a district as leaders read it.

use axum::http::StatusCode;

use super::House;

const PAGE: &str = "/districts/musterbezirk?audience=leadership&lang=de";

#[tokio::test]
async fn leaders_read_a_picture_three_findings_the_change_and_one_offer() {
    let house = House::open().await;
    let page = house.get(PAGE).await.says(StatusCode::OK);
    let parts = [
        "id=\"headline\"",
        "Ein Teil davon ist fachlich nötig. Die Zahl bewertet niemanden.",
        "id=\"findings-title\"",
        "id=\"map-heading\"",
        "id=\"change-title\"",
        "id=\"offer-title\"",
        "id=\"figures-title\"",
    ];
    let places: Vec<usize> = parts
        .iter()
        .map(|part| page.find(part).unwrap_or_else(|| panic!("{part}")))
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    let findings = &page[places[2]..places[3]];
    assert_eq!(findings.matches("<li>").count(), 3);
    for tool in [
        "Aus der Liste wählen",
        "Excel einlesen",
        "als Tabelle",
        "class=\"matrix\"",
        "nur für das Kernteam",
        "data-light",
    ] {
        assert!(!page.contains(tool), "{tool}");
    }
    assert!(page.contains("Zurück zum Arbeitsstand"));
    let own = house.get("/districts/musterbezirk?as=leader&lang=de").await;
    assert!(!own.says(StatusCode::OK).contains("Zurück zum Arbeitsstand"));
}

#[tokio::test]
async fn the_one_offer_is_the_one_of_which_most_is_to_be_said() {
    let house = House::open().await;
    let page = house.get(PAGE).await.says(StatusCode::OK);
    let offer = &page[page.find("id=\"offer-title\"").expect("the offer")..];
    assert!(offer.contains(
        "„Sportverein mit Beitragsübernahme“: als bekannt bisher nur eingetragen bei: Schul- und Sportamt; \
         Durchführung und Zuständigkeit allein dort; noch keine Vermittlung eingetragen."
    ));
    assert!(offer.contains("view=offer&amp;offer="));
}

#[tokio::test]
async fn the_working_page_offers_the_handout_as_leaders_see_it() {
    let house = House::open().await;
    let page = house.get("/districts/musterbezirk?phase=1&lang=de").await;
    let page = page.says(StatusCode::OK);
    let way = "/districts/musterbezirk?audience=leadership&amp;phase=1\">Tischvorlage";
    assert!(page.contains(way));
}

#[tokio::test]
async fn leaders_get_no_selection_but_theirs_from_any_address() {
    let house = House::open().await;
    for query in [
        "min_strength=3",
        "min_strength=1",
        "kind=referral",
        "scope=all",
        "department=section",
        "directed=true",
        "bodies=true",
    ] {
        for address in [
            "/districts/musterbezirk",
            "/districts/musterbezirk/map",
            "/districts/musterbezirk/map.svg",
            "/api/v1/districts/musterbezirk/report",
        ] {
            for role in ["audience=leadership", "as=leader"] {
                let address = format!("{address}?{role}&lang=de&{query}");
                let answer = house.get(&address).await.says(StatusCode::BAD_REQUEST);
                assert!(
                    answer.contains("Für Leitungskräfte gibt es nur eine Ansicht"),
                    "{address}"
                );
            }
        }
    }
    let map = "/districts/musterbezirk/map?audience=leadership&min_strength=2&lang=de";
    let map = house.get(map).await.says(StatusCode::OK);
    assert!(!map.contains("name=\"min_strength\""));
    let leader = house.get("/districts/musterbezirk/map?as=leader").await;
    assert!(!leader.says(StatusCode::OK).contains("class=\"choices\""));
}

#[tokio::test]
async fn the_handout_is_the_leaders_picture_and_what_is_said_with_it_on_accessible_pages() {
    let house = House::open().await;
    let file = "/districts/musterbezirk/handout.pdf?lang=de";
    let answer = house.get(file).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("content-type"), "application/pdf");
    let name = answer.header("content-disposition").to_owned();
    assert!(name.contains("musterbezirk-leitung-"), "{name}");
    let pdf = &answer.bytes;
    let count = |text: &str| {
        let windows = pdf.windows(text.len());
        windows.filter(|window| *window == text.as_bytes()).count()
    };
    assert_eq!(
        (count("/Type/Page") - count("/Type/Pages"), count("/H1")),
        (2, 1)
    );
    assert!(count("/H2") >= 4 && count("/Figure") == 1 && count("/StructTreeRoot") > 0);
    assert!(count("<pdfuaid:part>1</pdfuaid:part>") == 1, "PDF/UA-1");
    let of_leaders = house.get(&format!("{file}&audience=leadership")).await;
    assert!(
        of_leaders.bytes == *pdf,
        "whoever asks gets what leaders see"
    );
    let empty = house.get("/districts/mitte/handout.pdf").await;
    assert_eq!(empty.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn leaders_read_what_changed_with_the_numbers_of_both_phases_alone() {
    let house = House::open().await;
    let page = house.get("/districts/musterbezirk?as=leader&lang=de").await;
    let page = page.says(StatusCode::OK);
    let (_, change) = page
        .split_once("id=\"change-title\"")
        .expect("what changed");
    let (change, _) = change.split_once("</section>").expect("its end");
    for told in [
        "Im eigenen Amt blieben 43 von 73 Verbindungen (59 %), jetzt 43 von 110 (39 %).",
        "Geantwortet haben vorher 46 von 60 Funktionen, jetzt 57 von 68.",
        "Neu verbunden (5)",
        "vorher 5, jetzt 15",
        "29 % (17 von 58)",
    ] {
        assert!(change.contains(told), "{told}: {change}");
    }
    assert!(!change.contains("Verglichen") && !change.contains("Prozent"));
}

#[tokio::test]
async fn a_district_without_ties_has_its_picture_and_its_handout() {
    const OFFICES: &[u8] = "Name;Art\nJugendamt;Fachamt\nGesundheitsamt;Fachamt\n".as_bytes();
    const FUNCTIONS: &[u8] =
        "Funktion oder Einrichtung;Amt / Organisation\nFrühe Hilfen;Jugendamt\nErsthausbesuch;Gesundheitsamt\n"
            .as_bytes();
    let house = House::open().await;
    let nothing = house
        .get("/districts/mitte?audience=leadership&lang=de")
        .await;
    assert!(
        nothing
            .says(StatusCode::OK)
            .contains("Hier ist noch nichts eingetragen.")
    );
    let files = [
        ("organisationen.csv", OFFICES),
        ("funktionen.csv", FUNCTIONS),
    ];
    let preview = house.upload("/districts/mitte/import", &files).await;
    let address = preview.header("location").to_owned();
    let preview = house.get(&address).await;
    let (seen, programme) = (preview.field("seen"), preview.field("programme"));
    let form = format!("seen={seen}&programme={programme}");
    let taken = house.post(&address, &form).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER);
    let page = house
        .get("/districts/mitte?audience=leadership&lang=de")
        .await;
    let page = page.says(StatusCode::OK);
    for part in [
        "<svg",
        "Zwischen den Ämtern ist noch keine Verbindung gemeldet",
        "id=\"offer-title\"",
        "/districts/mitte/handout.pdf",
    ] {
        assert!(page.contains(part), "{part}");
    }
    let paper = house.get("/districts/mitte/handout.pdf?lang=de").await;
    assert_eq!(paper.status, StatusCode::OK);
    assert_eq!(paper.header("content-type"), "application/pdf");
    let home = house.get("/?lang=de").await.says(StatusCode::OK);
    assert!(home.contains("2 Funktionen, 0 Angebote"));
}

#[tokio::test]
async fn on_paper_headline_and_findings_stand_once() {
    let house = House::open().await;
    let page = house
        .get("/districts/musterbezirk?audience=leadership&lang=de")
        .await;
    let page = page.says(StatusCode::OK);
    // The picture holds both, in small print; the page tells them in its own size.
    assert!(page.contains("<section class=\"map tells\""));
    let (_, picture) = page
        .split_once("<section class=\"map tells\"")
        .expect("the map");
    let (_, facts) = picture.split_once("id=\"facts\"").expect("its facts");
    let second = facts.split("<text").nth(2).expect("its sentence");
    assert!(
        second.contains("Die Zusammenarbeit bleibt häufiger im eigenen Amt"),
        "{second}"
    );
    assert!(picture.contains("class=\"findings\""));
    let style = house.get("/style.css").await.says(StatusCode::OK);
    let rule =
        ".leading .map.tells svg :is(.findings, #facts > text:nth-of-type(2)) { display: none; }";
    let (_, print) = style.split_once("@media print").expect("how it is printed");
    assert!(print.contains(rule));
}
