//! The lists of a district: what the filters leave, what a search finds, and what only the coordination may ask for.

use axum::http::StatusCode;
use miteinander::domain::Role;
use miteinander::web::Verb;

use super::form::Fields;
use super::people::{ask, coordination, district, signed};
use super::{House, links};

const LISTS: [&str; 4] = ["departments", "actors", "offers", "cooperations"];

/// Functions of one office, one of them silent, one without any cooperation.
const ACTORS: &str = "Funktion oder Einrichtung;Amt / Organisation;Kernteam;geantwortet\n\
    Koordination Frühe Hilfen;Jugendamt;ja;ja\n\
    RSD Süd;Jugendamt;nein;nein\n\
    Küchen-Projekt;Lindenhof;nein;ja\n";
const DEPARTMENTS: &str = "Name;Art\nJugendamt;Fachamt\nLindenhof;freier Träger\n";
const TIES: &str = "Von;Mit;Stärke;Art\nKoordination Frühe Hilfen;RSD Süd;3;Information\n\
    RSD Süd;Koordination Frühe Hilfen;1;Vermittlung\n\
    Koordination Frühe Hilfen;Küchen-Projekt;0;\n";

/// Fills Mitte from tables, and answers the session of its coordination.
async fn filled(house: &House) -> String {
    let files = [
        ("organisationen.csv", DEPARTMENTS.as_bytes()),
        ("funktionen.csv", ACTORS.as_bytes()),
        ("zusammenarbeit.csv", TIES.as_bytes()),
    ];
    let sent = house.upload("/districts/mitte/import", &files).await;
    let address = sent.header("location");
    let preview = house.get(address).await.says(StatusCode::OK);
    let taken = house.post(address, &Fields::of(&preview).encoded()).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.text());
    coordination(house).await
}

async fn list(house: &House, asked: &str, cookie: &str) -> String {
    let address = format!("/districts/mitte/{asked}");
    ask(house, Verb::Get, &address, cookie)
        .await
        .says(StatusCode::OK)
}

/// The rows of a list, by the texts of their links.
fn rows(page: &str) -> Vec<String> {
    let rows = page.split("<th scope=\"row\"><a href=\"").skip(1);
    rows.filter_map(|row| Some(row.split_once('>')?.1.split_once("</a>")?.0.to_owned()))
        .collect()
}

#[tokio::test]
async fn a_list_names_all_and_links_to_each() {
    let house = House::open().await;
    for kind in LISTS {
        let page = house.get(&format!("/districts/musterbezirk/{kind}")).await;
        let page = page.says(StatusCode::OK);
        assert!(!rows(&page).is_empty(), "{kind}: {page}");
        assert!(page.contains("<caption>"), "{kind}");
        let base = format!("/districts/musterbezirk/{kind}/");
        assert!(
            links(&page).iter().any(|link| link.starts_with(&base)),
            "{kind}"
        );
        assert!(links(&page).contains(&format!("{base}new")), "{kind}");
    }
}

#[tokio::test]
async fn what_is_empty_says_what_to_do_first() {
    let house = House::open().await;
    for (kind, first) in LISTS.into_iter().zip([
        "noch keine Organisation",
        "noch keine Funktion",
        "noch kein Angebot",
        "Zuerst braucht es zwei Funktionen",
    ]) {
        let page = house.get(&format!("/districts/pankow/{kind}")).await;
        assert!(page.says(StatusCode::OK).contains(first), "{kind}");
    }
}

#[tokio::test]
async fn a_search_forgives_umlauts_hyphens_and_case() {
    let house = House::open().await;
    let cookie = filled(&house).await;
    for asked in [
        "kuechenprojekt",
        "K%C3%9CCHEN+projekt",
        "kuchen-projekt",
        "projekt+k%C3%BCche",
    ] {
        let page = list(&house, &format!("actors?q={asked}"), &cookie).await;
        assert_eq!(rows(&page), ["Küchen-Projekt"], "{asked}");
        assert!(page.contains("1 von 3 Funktionen"), "{asked}");
    }
    let page = list(&house, "actors?q=nirgends", &cookie).await;
    assert!(page.contains("Dazu ist nichts eingetragen.") && rows(&page).is_empty());
    // A cooperation is found by either of its ends.
    let page = list(&house, "cooperations?q=rsd", &cookie).await;
    assert_eq!(rows(&page), ["Koordination Frühe Hilfen – RSD Süd"]);
}

#[tokio::test]
async fn filters_leave_what_fits_them() {
    let house = House::open().await;
    let cookie = filled(&house).await;
    let koordination = "Koordination Frühe Hilfen";
    for (asked, left) in [
        ("actors?department=jugendamt", vec![koordination, "RSD Süd"]),
        ("actors?core_team=yes", vec![koordination]),
        // Who says that there was no contact works with nobody.
        ("actors?alone=yes", vec!["Küchen-Projekt"]),
        ("departments?alone=yes", vec!["Lindenhof"]),
        ("departments?kind=provider", vec!["Lindenhof"]),
        (
            "cooperations?kind=referral",
            vec!["Koordination Frühe Hilfen – RSD Süd"],
        ),
        (
            "cooperations?department=lindenhof",
            vec!["Koordination Frühe Hilfen – Küchen-Projekt"],
        ),
    ] {
        let page = list(&house, asked, &cookie).await;
        assert_eq!(rows(&page), left, "{asked}");
    }
    let both = list(&house, "cooperations?kind=information", &cookie).await;
    assert!(both.contains("beidseitig") && both.contains("Wir stimmen uns ab"));
    for unknown in ["actors?department=x", "actors?kind=x", "offers?field=x"] {
        let address = format!("/districts/mitte/{unknown}");
        let answer = ask(&house, Verb::Get, &address, &cookie).await;
        answer.says(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn who_did_not_answer_is_listed_for_the_coordination_alone() {
    let house = House::open().await;
    let cookie = filled(&house).await;
    let page = list(&house, "actors?silent=yes", &cookie).await;
    assert_eq!(rows(&page), ["RSD Süd"]);
    let role = Role::CoreTeam(district("mitte"));
    let team = signed(&house, "t@mitte.example", role).await;
    let page = list(&house, "actors?silent=yes", &team).await;
    assert_eq!(
        rows(&page).len(),
        3,
        "the parameter by hand leaves everything in"
    );
    assert!(!page.contains("geantwortet") && !page.contains("name=\"silent\""));
}

#[tokio::test]
async fn lists_are_for_the_core_team_and_the_coordination() {
    let house = House::open().await;
    coordination(&house).await;
    let leader = signed(&house, "l@mitte.example", Role::Leader(district("mitte"))).await;
    for kind in LISTS {
        let address = format!("/districts/mitte/{kind}");
        let answer = ask(&house, Verb::Get, &address, &leader).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{kind}");
    }
}
