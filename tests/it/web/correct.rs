//! Faults are settled on the page, without another file, and names that may be known ones are asked about.

use axum::http::StatusCode;

use super::House;
use super::form::Fields;

const DEPARTMENTS: &str = "Name;Art\nJugendamt;Fachamt\nGesundheitsamt;Fachamt\nSchulamt;Fachamt\n";

/// The names of 25 functions; the first five are named by ties.
fn functions() -> Vec<String> {
    let named = [
        "Frühe Hilfen",
        "RSD Süd",
        "RSD Nord",
        "KJGD",
        "Schulpsychologie",
    ];
    let others = (1..=20).map(|n| format!("Kita {n}"));
    named.map(str::to_owned).into_iter().chain(others).collect()
}

/// A workbook's sheets with more than ten mistakes.
pub fn faulty() -> [(&'static str, String); 3] {
    let mut actors = "Funktion oder Einrichtung;Amt / Organisation;Ebene\n".to_owned();
    for (at, name) in functions().iter().enumerate() {
        let department = ["Jugendamt", "Gesundheitsamt", "Schulamt"][at % 3];
        actors.push_str(&match at {
            3 => format!("{name};Jugentamt;operativ\n"),
            4 => format!("{name};{department};koordinirend\n"),
            5 => format!("{name};;operativ\n"),
            _ => format!("{name};{department};operativ\n"),
        });
    }
    actors.push_str("RSD Nord;Schulamt;leitend\n");
    let ties = "Von;Mit;Stärke;Schriftlich vereinbart\n\
        Frühe Hilfen;RSD Sued;4;ja\n\
        RSD Sued;KJGD;3;nein\n\
        Kita 1;RSD Sued;2;\n\
        Frühe Hilfen;Das Amt nebenan;2;\n\
        Frühe Hilfen;RSD Nord;hoch;\n\
        Frühe Hilfen;Frühe Hilfen;3;\n\
        KJGD;Frühe Hilfen;4;vieleicht\n\
        Kita 2;Kita 3;9;\n";
    [
        ("organisationen.csv", DEPARTMENTS.to_owned()),
        ("funktionen.csv", actors),
        ("zusammenarbeit.csv", ties.to_owned()),
    ]
}

async fn uploaded(house: &House, files: &[(&str, String)]) -> String {
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    let answer = house.upload("/districts/mitte/import", &files).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    answer.header("location").to_owned()
}

#[tokio::test]
async fn ten_mistakes_are_settled_in_one_round_without_another_file() {
    let house = House::open().await;
    let address = uploaded(&house, &faulty()).await;
    let page = house
        .get(&address)
        .await
        .says(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        page.contains("3 × „RSD Sued“ ist keine bekannte Funktion"),
        "{page}"
    );
    assert!(page.contains("so übernehmen: RSD Süd"));
    assert_eq!(
        page.matches("zusammenarbeit.csv</h2>").count(),
        1,
        "the file is named once"
    );

    let mut form = Fields::of(&page);
    form.set("correct", "1");
    for suggested in ["RSD Süd", "Jugendamt", "koordinierend"] {
        let at = form.cause(&[&format!("\"suggested\":\"{suggested}\"")]);
        assert_eq!(
            form.get(&format!("fix-{at}")),
            Some("take"),
            "it is proposed"
        );
    }
    for (value, other) in [
        ("Das Amt nebenan", "Schulpsychologie"),
        ("hoch", "3"),
        ("\"9\"", "5"),
        ("vieleicht", "nein"),
    ] {
        let at = form.cause(&["\"value\"", value]);
        form.set(&format!("other-{at}"), other);
    }
    let empty = form.cause(&["funktionen.csv", "\"row\":7", "\"value\":\"\""]);
    form.set(&format!("other-{empty}"), "Gesundheitsamt");
    for row in [27, 7] {
        // A function twice, and one tied with itself.
        let source = if row == 27 {
            "funktionen.csv"
        } else {
            "zusammenarbeit.csv"
        };
        let at = form.cause(&[source, &format!("\"row\":{row}")]);
        form.set(&format!("fix-{at}"), "out");
    }
    let sent = house.post(&address, &form.encoded()).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert_eq!(sent.header("location"), address);

    let preview = house.get(&address).await.says(StatusCode::OK);
    for words in [
        "25 Funktionen",
        "Frühe Hilfen mit RSD Süd",
        "Frühe Hilfen mit Schulpsychologie",
        "„RSD Sued“ ist wie gewählt als „RSD Süd“ gelesen.",
        "zusammenarbeit.csv: Zeile 7 ist wie gewählt weggelassen.",
    ] {
        assert!(preview.contains(words), "{words}\n{preview}");
    }
    let taken = house.post(&address, &Fields::of(&preview).encoded()).await;
    assert_eq!(taken.header("location"), "/districts/mitte?taken=1");
}

#[tokio::test]
async fn a_choice_that_is_wrong_itself_is_told_again() {
    let house = House::open().await;
    let files = [
        ("organisationen.csv", DEPARTMENTS.to_owned()),
        (
            "funktionen.csv",
            "Name;Amt\nFrühe Hilfen;Jugentamt\n".to_owned(),
        ),
    ];
    let address = uploaded(&house, &files).await;
    let page = house
        .get(&address)
        .await
        .says(StatusCode::UNPROCESSABLE_ENTITY);
    let mut form = Fields::of(&page);
    form.set("correct", "1");
    form.set("other-0", "Bauamt");
    house.post(&address, &form.encoded()).await;
    let page = house
        .get(&address)
        .await
        .says(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        page.contains("„Bauamt“ ist keine bekannte Organisation"),
        "{page}"
    );
    let mut form = Fields::of(&page);
    form.set("correct", "1");
    form.set("other-0", "Schulamt");
    house.post(&address, &form.encoded()).await;
    house.get(&address).await.says(StatusCode::OK);
    let nonsense = "correct=1&of-0=nothing&fix-0=take&other-0=x&of-1=%7B%22of%22%3A1%7D";
    let sent = house.post(&address, nonsense).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    house.get(&address).await.says(StatusCode::OK);
}

#[tokio::test]
async fn what_may_be_meant_among_several_is_not_chosen_for_the_reader() {
    let house = House::open().await;
    let actors =
        "Name;Amt\nTeam A;Jugendamt\nTeam B;Jugendamt\nRSD Süd;Jugendamt\nRSD Nord;Jugendamt\n";
    let ties = "Von;Mit;Stärke\nTeam C;RSD Süd;3\nRSD;Team A;3\nRSD Nrod;Team A;3\n";
    let files = [
        ("organisationen.csv", DEPARTMENTS.to_owned()),
        ("funktionen.csv", actors.to_owned()),
        ("zusammenarbeit.csv", ties.to_owned()),
    ];
    let address = uploaded(&house, &files).await;
    let page = house
        .get(&address)
        .await
        .says(StatusCode::UNPROCESSABLE_ENTITY);
    let form = Fields::of(&page);
    for (value, chosen) in [("Team C", "file"), ("RSD", "file"), ("RSD Nrod", "take")] {
        let at = form.cause(&[&format!("\"value\":\"{value}\"")]);
        assert_eq!(form.get(&format!("fix-{at}")), Some(chosen), "{value}");
    }
}

#[tokio::test]
async fn a_likely_renaming_is_asked_about_and_either_answer_is_taken() {
    let files = |name: &str| {
        [
            ("organisationen.csv", DEPARTMENTS.to_owned()),
            (
                "funktionen.csv",
                format!("Name;Amt\n{name};Jugendamt\nKJGD;Gesundheitsamt\n"),
            ),
            (
                "zusammenarbeit.csv",
                format!("Von;Mit;Stärke\n{name};KJGD;3\n"),
            ),
        ]
    };
    for (answer, changes) in [("yes", "umbenannt"), ("no", "neu")] {
        let house = House::open().await;
        let first = uploaded(&house, &files("RSD Süd")).await;
        let preview = house.get(&first).await.says(StatusCode::OK);
        house.post(&first, &Fields::of(&preview).encoded()).await;

        let second = uploaded(&house, &files("RSD Region Süd")).await;
        let preview = house.get(&second).await.says(StatusCode::OK);
        assert!(
            preview.contains("„RSD Süd“ heißt jetzt „RSD Region Süd“?"),
            "{preview}"
        );
        let mut form = Fields::of(&preview);
        assert_eq!(form.get("rename-0"), None, "nobody answers for the reader");
        let undecided = house.post(&second, &form.encoded()).await;
        let again = house
            .get(
                undecided
                    .header("location")
                    .split('#')
                    .next()
                    .expect("an address"),
            )
            .await;
        assert!(
            again
                .says(StatusCode::OK)
                .contains("Bitte entscheiden Sie erst")
        );

        form.set("rename-0", answer);
        let taken = house.post(&second, &form.encoded()).await;
        assert_eq!(
            taken.header("location"),
            "/districts/mitte?taken=2",
            "{changes}"
        );
        let export = house.get("/districts/mitte/export/json").await;
        let export = export.says(StatusCode::OK);
        assert!(export.contains("RSD Region Süd"));
        assert_eq!(export.contains("\"RSD Süd\""), answer == "no", "{export}");
    }
}
