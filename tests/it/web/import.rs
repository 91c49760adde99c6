//! A file is seen before it is taken over, and taken over once.

use axum::http::StatusCode;

use super::{Answer, House};

const DEPARTMENTS: &[u8] = "Name;Art\nJugendamt;Fachamt\nGesundheitsamt;Fachamt\n".as_bytes();
const ACTORS: &[u8] = "Funktion oder Einrichtung;Amt / Organisation\nFrühe Hilfen;Jugendamt\nErsthausbesuch;Gesundheitsamt\n".as_bytes();
const TIES: &[u8] = "Von;Mit;Stärke\nFrühe Hilfen;Ersthausbesuch;4\n".as_bytes();

fn files() -> [(&'static str, &'static [u8]); 3] {
    [
        ("organisationen.csv", DEPARTMENTS),
        ("funktionen.csv", ACTORS),
        ("zusammenarbeit.csv", TIES),
    ]
}

/// Uploads files and answers the address of their preview.
async fn uploaded(house: &House, files: &[(&str, &[u8])]) -> String {
    let answer = house.upload("/districts/mitte/import", files).await;
    assert_eq!(
        answer.status,
        StatusCode::SEE_OTHER,
        "{}",
        String::from_utf8_lossy(&answer.bytes)
    );
    answer.header("location").to_owned()
}

/// Confirms a preview as its form does.
async fn take(house: &House, address: &str, preview: &Answer) -> Answer {
    let form = format!(
        "seen={}&programme={}",
        preview.field("seen"),
        preview.field("programme")
    );
    house.post(address, &form).await
}

#[tokio::test]
async fn a_district_with_offers_and_no_cooperation_shows_them_and_their_gaps() {
    let house = House::open().await;
    let offers = "Angebot;Lebensphasen;Handlungsfelder;Träger / Durchführung;Fachlich zuständiges Amt\n\
                  Babybegrüßung;0–3;Gesund aufwachsen;Ersthausbesuch;Gesundheitsamt\n";
    let files = [
        ("organisationen.csv", DEPARTMENTS),
        ("funktionen.csv", ACTORS),
        ("angebote.csv", offers.as_bytes()),
    ];
    let address = uploaded(&house, &files).await;
    let preview = house.get(&address).await;
    let taken = take(&house, &address, &preview).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER);
    let page = house.get("/districts/mitte").await.says(StatusCode::OK);
    assert!(
        page.contains(
            "2 Organisationen und 1 Angebot sind eingetragen, Zusammenarbeit noch nicht."
        )
    );
    assert!(page.contains("id=\"offers-title\"") && page.contains("Babybegrüßung"));
    let list = &page[page
        .find("class=\"by-phase\"")
        .expect("the list by life phase")..];
    assert_eq!(list.matches("kein Angebot").count(), 23);
    let chain = "/districts/mitte/map?view=chain&amp;phase=2";
    assert!(page.contains(chain));
    let chain = house
        .get(&chain.replace("&amp;", "&"))
        .await
        .says(StatusCode::OK);
    assert!(chain.contains("data-alone=\"held by one\""));
}

#[tokio::test]
async fn a_preview_names_what_would_change_and_changes_nothing() {
    let house = House::open().await;
    let address = uploaded(&house, &files()).await;
    let page = house.get(&address).await.says(StatusCode::OK);
    for words in [
        "Das würde sich ändern",
        "7 Änderungen übernehmen",
        "2 Organisationen neu",
        "Jugendamt – Art: Fachamt",
        "Frühe Hilfen mit Ersthausbesuch (ab 2023) – Stärke: 4 (Wir führen gemeinsam durch)",
    ] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    let page = house.get("/districts/mitte").await.text();
    assert!(page.contains("Hier ist noch nichts eingetragen."));
}

#[tokio::test]
async fn a_file_of_examples_alone_is_told_to_hold_nothing_yet() {
    let house = House::open().await;
    let examples = "Name;Art\nBeispiel: Jugendamt;Fachamt\n".as_bytes();
    let address = uploaded(&house, &[("organisationen.csv", examples)]).await;
    let preview = house.get(&address).await.says(StatusCode::OK);
    assert!(preview.contains("Sie enthält keine Zeilen oder nur Beispiele."));
    assert!(!preview.contains("ist schon eingetragen"));
}

#[tokio::test]
async fn a_preview_is_taken_over_in_one_step_and_sending_twice_writes_once() {
    let house = House::open().await;
    let address = uploaded(&house, &files()).await;
    let preview = house.get(&address).await;
    for _ in 0..2 {
        let taken = take(&house, &address, &preview).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER);
        assert_eq!(taken.header("location"), "/districts/mitte?taken=1");
    }
    let page = house
        .get("/districts/mitte?taken=1")
        .await
        .says(StatusCode::OK);
    assert!(page.contains("Übernommen:"));
    assert!(page.contains("Frühe Hilfen"));
    let again = uploaded(&house, &files()).await;
    let page = house.get(&again).await.says(StatusCode::OK);
    assert!(
        page.contains("Es gibt nichts zu übernehmen."),
        "the same file again changes nothing"
    );
}

#[tokio::test]
async fn a_change_in_between_is_shown_before_anything_is_taken_over() {
    let house = House::open().await;
    let first = uploaded(&house, &files()).await;
    let seen = house.get(&first).await;
    let other = uploaded(&house, &[("organisationen.csv", DEPARTMENTS)]).await;
    let taken = take(&house, &other, &house.get(&other).await).await;
    assert_eq!(taken.header("location"), "/districts/mitte?taken=1");

    // An address alone changes nothing.
    for since in ["since=99", "since=99&programme=99", "since=1&programme=1"] {
        let page = house.get(&format!("{first}?{since}")).await;
        let page = page.says(StatusCode::OK);
        assert!(!page.contains("Seit Ihrer Vorschau"), "{since}");
    }

    let moved = take(&house, &first, &seen).await;
    assert_eq!(moved.status, StatusCode::SEE_OTHER);
    let page = house.get(moved.header("location")).await;
    let text = page.says(StatusCode::OK);
    assert!(text.contains(
        "Seit Ihrer Vorschau wurde in diesem Bezirk oder an den Förderphasen etwas geändert."
    ));
    assert!(
        text.contains("2 Organisationen neu"),
        "what came in between is named"
    );
    assert!(
        text.contains("5 Änderungen übernehmen"),
        "the rest is still to be taken over"
    );
    let taken = take(&house, &first, &page).await;
    assert_eq!(taken.header("location"), "/districts/mitte?taken=2");
}

#[tokio::test]
async fn every_fault_is_told_with_its_place() {
    let house = House::open().await;
    let actors =
        "Funktion oder Einrichtung;Amt / Organisation\nFrühe Hilfen;Jugendamtt\n".as_bytes();
    let ties = "Von;Mit;Stärke\nFrühe Hilfen;Frühe Hilfen;4\nFrühe Hilfen;Niemand;9\n".as_bytes();
    let files = [
        ("organisationen.csv", DEPARTMENTS),
        ("funktionen.csv", actors),
        ("zusammenarbeit.csv", ties),
    ];
    let address = uploaded(&house, &files).await;
    let page = house
        .get(&address)
        .await
        .says(StatusCode::UNPROCESSABLE_ENTITY);
    for words in [
        "Angaben passen noch nicht",
        "Jugendamtt",
        "zusammenarbeit.csv",
        "Niemand",
        "Es wurde nichts geändert.",
    ] {
        assert!(page.contains(words), "{words}\n{page}");
    }
}

#[tokio::test]
async fn an_upload_that_is_gone_is_asked_for_again() {
    let house = House::open().await;
    let gone = "/districts/mitte/import/6f5c1a52-8b7e-4c6d-9a43-0d9c6c1c2b11";
    let page = house.get(gone).await.says(StatusCode::GONE);
    assert!(page.contains("Bitte laden Sie die Datei noch einmal hoch."));
    let nothing = "0.00000000000000000000000000000000";
    house
        .post(gone, &format!("seen={nothing}&programme={nothing}"))
        .await
        .says(StatusCode::GONE);
    let address = uploaded(&house, &files()).await;
    let elsewhere = address.replace("/mitte/", "/pankow/");
    house.get(&elsewhere).await.says(StatusCode::GONE);
}

#[tokio::test]
async fn a_form_without_a_file_asks_for_one() {
    let house = House::open().await;
    let answer = house.upload("/districts/mitte/import", &[("", b"")]).await;
    let page = answer.says(StatusCode::OK);
    assert!(page.contains("Bitte wählen Sie eine Datei aus oder fügen Sie Zellen ein."));
}

#[tokio::test]
async fn a_file_name_is_shown_as_text() {
    let house = House::open().await;
    let address = uploaded(&house, &[("<b>liste<b>.csv", b"\x00\x01\x02")]).await;
    let page = house
        .get(&address)
        .await
        .says(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!page.contains("<b>liste"));
}

#[tokio::test]
async fn what_would_be_removed_is_said_first_and_asked_again() {
    let house = House::open().await;
    let address = uploaded(&house, &files()).await;
    take(&house, &address, &house.get(&address).await).await;

    let left = "Funktion oder Einrichtung;Amt / Organisation\nFrühe Hilfen;Jugendamt\n".as_bytes();
    let ties = "Von;Mit;Stärke\n".as_bytes();
    let answer = house
        .upload_with(
            "/districts/mitte/import",
            &[("funktionen.csv", left), ("zusammenarbeit.csv", ties)],
            &[("replace", "yes"), ("phase", "2")],
        )
        .await;
    let address = answer.header("location").to_owned();
    let preview = house.get(&address).await;
    let page = preview.says(StatusCode::OK);
    let main = &page[page.find("<main").expect("the page")..];
    let first = main
        .find("<p>")
        .map(|at| &main[at..])
        .expect("a first line");
    assert!(
        first.starts_with("<p><strong>3 Einträge würden entfernt.</strong>"),
        "{first}"
    );
    assert!(page.contains(
        "1 Funktion oder Einrichtung entfernt, 1 Zuordnung zu einem Amt entfernt (ab 2023), \
         1 Angabe zur Zusammenarbeit entfernt."
    ));
    assert_eq!(
        page.matches("3 Änderungen übernehmen").count(),
        2,
        "above and below"
    );
    assert!(page.contains("Ja, diese 3 Einträge entfernen"));

    // Without the tick nothing goes.
    let refused = take(&house, &address, &preview).await;
    let again = refused.header("location").to_owned();
    assert_eq!(again, format!("{address}?unconfirmed=1"));
    let page = house.get(&again).await.says(StatusCode::OK);
    assert!(page.contains("Es wurde noch nichts übernommen."));
    let form = format!(
        "seen={}&programme={}&removed={}",
        preview.field("seen"),
        preview.field("programme"),
        preview.field("removed")
    );
    let taken = house.post(&address, &form).await;
    assert_eq!(taken.header("location"), "/districts/mitte?taken=2");
}

#[tokio::test]
async fn contacts_are_counted_and_never_shown() {
    let house = House::open().await;
    let actors = |rows: &str| {
        format!("Funktion oder Einrichtung;Amt / Organisation;Ansprechperson\n{rows}").into_bytes()
    };
    let first = actors("A;Jugendamt;Sabine Krause\nB;Jugendamt;Frau Geheim\nC;Jugendamt;\n");
    let files = [
        ("organisationen.csv", DEPARTMENTS),
        ("funktionen.csv", &first),
    ];
    let address = uploaded(&house, &files).await;
    let preview = house.get(&address).await;
    assert!(preview.text().contains("2 Kontaktangaben neu."));
    take(&house, &address, &preview).await;
    let second = actors("A;Jugendamt;\nB;Jugendamt;Herr Anders\nC;Jugendamt;Neu\n");
    let address = uploaded(&house, &[("funktionen.csv", &second)]).await;
    let page = house.get(&address).await.says(StatusCode::OK);
    assert!(
        page.contains("1 Kontaktangabe neu, 1 geändert, 1 würde gelöscht."),
        "{page}"
    );
    for name in ["Krause", "Geheim", "Anders"] {
        assert!(!page.contains(name), "{name}");
    }
}

#[tokio::test]
async fn a_phase_that_all_districts_would_get_is_named_before_the_changes() {
    let house = House::open().await;
    let phases = "Name;Beginn;Ende\n2012–2013;01.01.2012;31.12.2013\n".as_bytes();
    let address = uploaded(&house, &[("förderphasen.csv", phases)]).await;
    let page = house.get(&address).await.says(StatusCode::OK);
    assert!(page.contains("Förderphase „2012–2013“ wäre für alle Bezirke neu."));
    let address = format!("{address}?lang=en");
    let page = house.get_in(&address, "en").await.says(StatusCode::OK);
    assert!(
        page.contains("Funding phase “2012–2013” would be new for all districts."),
        "{page}"
    );
}
