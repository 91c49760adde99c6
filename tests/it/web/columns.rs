//! "Which column is …?", and a table that is pasted.

use axum::body::Body;
use axum::http::{Method, StatusCode, header};

use super::{Answer, House, request};

const OFFICES: &str = "Name;Art\nJugendamt;Fachamt\nGesundheitsamt;Fachamt\n";
const FUNCTIONS: &str = "Funktion;Amt\nFrühe Hilfen;Jugendamt\nErsthausbesuch;Gesundheitsamt\n";
const UNKNOWN: &str = "meldet;genannt;Punkte\nFrühe Hilfen;Ersthausbesuch;4\n";

async fn uploaded(house: &House) -> String {
    let files = [
        ("organisationen.csv", OFFICES.as_bytes()),
        ("funktionen.csv", FUNCTIONS.as_bytes()),
        ("liste.csv", UNKNOWN.as_bytes()),
    ];
    let answer = house.upload("/districts/mitte/import", &files).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    answer.header("location").to_owned()
}

async fn chosen(house: &House, address: &str, form: &str) -> Answer {
    let answer = house.post(&format!("{address}/columns"), form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    assert_eq!(answer.header("location"), address);
    house.get(address).await
}

#[tokio::test]
async fn columns_that_are_not_known_are_asked_for_with_a_guess_and_the_first_rows() {
    let house = House::open().await;
    let address = uploaded(&house).await;
    let page = house
        .get(&address)
        .await
        .says(StatusCode::UNPROCESSABLE_ENTITY);
    for words in [
        "Welche Spalte ist was?",
        "liste.csv",
        "Welche Spalte ist „Von“?",
        "<option value=\"meldet\" selected>meldet</option>",
        "<option value=\"genannt\" selected>genannt</option>",
        "<option value=\"Punkte\" selected>Punkte</option>",
        "Ersthausbesuch",
    ] {
        assert!(page.contains(words), "{words}\n{page}");
    }
    assert!(
        !page.contains("funktionen.csv"),
        "only what is not known is asked for"
    );
    let form = "source-0=liste.csv&shown-0=cooperations&table-0=cooperations\
                &from-0=meldet&to-0=genannt&strength-0=Punkte";
    let preview = chosen(&house, &address, form).await.says(StatusCode::OK);
    assert!(preview.contains("7 Änderungen übernehmen"), "{preview}");
    assert!(
        preview.contains("Frühe Hilfen mit Ersthausbesuch"),
        "{preview}"
    );
    // What was chosen is kept with the upload.
    house.get(&address).await.says(StatusCode::OK);
}

#[tokio::test]
async fn another_table_may_be_chosen_and_one_may_be_left_out() {
    let house = House::open().await;
    let address = uploaded(&house).await;
    let other = "source-0=liste.csv&shown-0=cooperations&table-0=actors&from-0=meldet";
    let page = chosen(&house, &address, other).await;
    let page = page.says(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        page.contains("Welche Spalte ist „Amt / Organisation“?"),
        "{page}"
    );
    assert!(page.contains("value=\"actors\" selected"), "{page}");
    let left = "source-0=liste.csv&shown-0=actors&table-0=none";
    let preview = chosen(&house, &address, left).await.says(StatusCode::OK);
    assert!(
        preview.contains("liste.csv: Wird nicht eingelesen, wie gewählt."),
        "{preview}"
    );
    assert!(preview.contains("6 Änderungen übernehmen"), "{preview}");
}

#[tokio::test]
async fn ties_without_a_strength_are_taken_where_a_person_says_that_there_is_none() {
    let house = House::open().await;
    let address = uploaded(&house).await;
    let form = "source-0=liste.csv&shown-0=cooperations&table-0=cooperations\
                &from-0=meldet&to-0=genannt&strength-0=";
    let preview = chosen(&house, &address, form).await.says(StatusCode::OK);
    assert!(preview.contains("7 Änderungen übernehmen"), "{preview}");
}

async fn pasted(house: &House, text: &str) -> Answer {
    let body = format!(
        "--line\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\"\r\n\r\n\r\n\
         --line\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n{text}\r\n--line--\r\n"
    );
    let sent = request(Method::POST, "/districts/mitte/import")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=line")
        .header("sec-fetch-site", "same-origin");
    house.ask(sent.body(Body::from(body))).await
}

#[tokio::test]
async fn cells_that_are_pasted_from_excel_are_a_table() {
    let house = House::open().await;
    let offices = "Name\tArt\r\nJugendamt\tFachamt\r\n\"Amt für\r\nSoziales\"\tFachamt\r\n";
    let answer = pasted(&house, offices).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let preview = house
        .get(answer.header("location"))
        .await
        .says(StatusCode::OK);
    assert!(preview.contains("2 Änderungen übernehmen"), "{preview}");
    assert!(preview.contains("Jugendamt – Art: Fachamt"), "{preview}");
    let wrong = pasted(&house, "Name\tArt\r\nJugendamt\tnichts\r\n").await;
    let page = house.get(wrong.header("location")).await;
    let page = page.says(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("Eingefügter Text"), "{page}");
    let nothing = pasted(&house, "  \r\n").await.says(StatusCode::OK);
    assert!(nothing.contains("Bitte wählen Sie eine Datei aus oder fügen Sie Zellen ein."));
}
