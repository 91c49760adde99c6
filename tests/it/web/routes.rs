//! Every address answers whom it is for, in both languages, and nobody else; the list of addresses is the README's.

use std::fs;

use axum::Router;
use axum::body::Body;
use axum::http::{Method, StatusCode};
use axum::routing::get;
use miteinander::domain::DistrictId;
use miteinander::web::{
    Access, App, Coordinator, Editor, ForProgramme, ROUTES, Route, Verb, Visit, table_of_routes,
};

use super::{Answer, House, answer, request};

/// Who calls, by the item of the address that says so.
const CALLERS: [&str; 3] = ["", "as=leader", "as=programme"];

/// What stands for the variable parts of a path.
const PARTS: [(&str, &str); 12] = [
    ("{district}", "musterbezirk"),
    ("{upload}", "6f5c1a52-8b7e-4c6d-9a43-0d9c6c1c2b11"),
    ("{step}", "1"),
    ("{format}", "json"),
    ("{token}", "0123"),
    ("{account}", "nobody"),
    ("{release}", "stand-2025"),
    ("{actor}", "jug-fruehe-hilfen"),
    ("{department}", "gesundheitsamt"),
    ("{offer}", "elternhilfe"),
    ("{from}", "gremium-ag-fruehe-hilfen"),
    ("{to}", "jug-familienfoerderung"),
];

pub fn path(route: &Route) -> String {
    let path = PARTS
        .iter()
        .fold(route.path.to_owned(), |path, (part, value)| {
            path.replace(part, value)
        });
    assert!(
        !path.contains('{'),
        "{path} has a part that this test does not know"
    );
    path
}

async fn call(house: &House, route: &Route, address: &str) -> Answer {
    match route.verb {
        Verb::Get => house.get(address).await,
        // No form of ours: whoever may call is told that it cannot be read.
        Verb::Post => house.post(address, "").await,
    }
}

fn may(access: Access, caller: &str) -> bool {
    match access {
        Access::Public | Access::Signed | Access::Leadership | Access::Token => true,
        Access::Working | Access::Coordination => caller.is_empty(),
        Access::Programme => caller != "as=leader",
    }
}

#[tokio::test]
async fn every_address_answers_whom_it_is_for_and_nobody_else() {
    let house = House::open().await;
    for route in ROUTES {
        for caller in CALLERS {
            for lang in ["de", "en"] {
                let address = format!("{}?{caller}&lang={lang}", path(route));
                let answer = call(&house, route, &address).await;
                let told = format!("{} {address}: {}", route.verb, answer.status);
                let expected: &[u16] = match (may(route.access, caller), route.verb) {
                    (false, _) => &[403],
                    // The preview of a file that was never sent is gone.
                    (true, Verb::Get) if route.path.ends_with("{upload}") => &[410],
                    // A link that nobody was given.
                    (true, Verb::Get) if route.path.ends_with("{token}") => &[404],
                    (true, Verb::Get) => &[200],
                    // A button without a form.
                    (true, Verb::Post) if route.path == "/sign-out" => &[303],
                    (true, Verb::Post) => &[400],
                };
                assert!(expected.contains(&answer.status.as_u16()), "{told}");
                if !may(route.access, caller) {
                    let page = answer.text();
                    let mark = format!("<html lang=\"{lang}\">");
                    assert!(page.contains(&mark), "{told}");
                    let why = [
                        "Das ist Ihrer Rolle nicht erlaubt",
                        "Your role does not allow this",
                    ];
                    assert!(why.iter().any(|why| page.contains(why)), "{told}");
                }
            }
        }
    }
}

#[tokio::test]
async fn an_address_below_a_district_that_is_not_there_is_not_there() {
    let house = House::open().await;
    for route in ROUTES.iter().filter(|one| one.path.contains("{district}")) {
        let address = path(route).replace("musterbezirk", "atlantis");
        let answer = call(&house, route, &address).await;
        assert_eq!(
            answer.status,
            StatusCode::NOT_FOUND,
            "{} {address}",
            route.verb
        );
    }
}

#[tokio::test]
async fn an_extractor_refuses_by_itself_who_may_not() {
    let house = House::open().await;
    // In no list: nothing has judged these addresses before.
    let app = Router::new()
        .route("/visit/{district}", get(async |_: Visit| "in"))
        .route("/editor/{district}", get(async |_: Editor| "in"))
        .route("/coordinator/{district}", get(async |_: Coordinator| "in"))
        .route("/programme/{district}", get(async |_: ForProgramme| "in"))
        .with_state(App::new(house.service.clone()));
    for (who, statuses) in [
        ("visit", [200, 200, 200]),
        ("editor", [200, 403, 403]),
        ("coordinator", [200, 403, 403]),
        ("programme", [200, 403, 200]),
    ] {
        for (caller, status) in CALLERS.into_iter().zip(statuses) {
            let address = format!("/{who}/musterbezirk?{caller}");
            let asked = request(Method::GET, &address).body(Body::empty());
            let answer = answer(&app, asked).await;
            assert_eq!(answer.status.as_u16(), status, "{address}");
        }
        if who != "programme" {
            let asked = request(Method::GET, &format!("/{who}/atlantis")).body(Body::empty());
            let answer = answer(&app, asked).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{who}");
        }
    }
}

#[tokio::test]
async fn a_role_or_an_audience_that_there_is_not_is_refused_with_a_sentence() {
    let house = House::open().await;
    for (asked, words) in [
        ("/how?as=mayor", "Diese Rolle gibt es nicht"),
        (
            "/districts/musterbezirk?as=mayor",
            "Diese Rolle gibt es nicht",
        ),
        (
            "/districts/musterbezirk?audience=all",
            "Diese Ansicht gibt es nicht",
        ),
        (
            "/districts/musterbezirk/history?audience=all",
            "Diese Ansicht gibt es nicht",
        ),
    ] {
        let page = house.get(asked).await.says(StatusCode::BAD_REQUEST);
        assert!(page.contains(words), "{asked}");
    }
}

#[tokio::test]
async fn an_audience_is_honoured_or_refused_by_every_address_of_a_district() {
    let house = House::open().await;
    for route in ROUTES.iter().filter(|one| one.path.contains("{district}")) {
        let address = path(route);
        let asked = format!("{address}?audience=leadership");
        let answer = call(&house, route, &asked).await;
        match route.access {
            Access::Leadership => {
                assert_eq!(answer.status, StatusCode::OK, "{asked}");
                let working = call(&house, route, &address).await;
                // What is handed out is what leaders see, whoever asks for it.
                let is_handed_out = route.path.ends_with("/handout.pdf");
                assert_eq!(
                    answer.bytes == working.bytes,
                    is_handed_out,
                    "{asked} shows the working state"
                );
            }
            _ => {
                let page = answer.says(StatusCode::BAD_REQUEST);
                assert!(page.contains("nur als Arbeitsstand"), "{asked}");
            }
        }
    }
}

/// The demonstration's functions by name and id, but for what an organisation or an offer is called as well.
async fn functions(house: &House) -> Vec<String> {
    let muster = DistrictId::parse("musterbezirk").expect("a slug");
    let view = house.service.view(&muster).await.expect("it is there");
    let network = &view.network;
    let departments = network.departments.values().map(|it| it.name.to_string());
    let offers = network.offers.values().map(|it| it.name.to_string());
    let others: Vec<String> = departments.chain(offers).collect();
    let named = network.actors.iter();
    let named = named.flat_map(|(id, it)| [format!("\"{id}\""), it.name.to_string()]);
    let named = named.filter(|name| !others.iter().any(|other| other.contains(name.as_str())));
    let named: Vec<String> = named.collect();
    assert!(named.len() > 100);
    named
}

#[tokio::test]
async fn a_leader_s_links_all_lead_to_what_a_leader_may_see() {
    let house = House::open().await;
    let names = functions(&house).await;
    let mut seen = Vec::new();
    let mut open = vec![
        "/districts/musterbezirk?as=leader".to_owned(),
        "/districts/musterbezirk/map?view=offer&offer=sprachfoerderung-ohne-kita&as=leader"
            .to_owned(),
        "/api/v1/districts/musterbezirk/report?as=leader".to_owned(),
    ];
    while let Some(address) = open.pop() {
        if seen.contains(&address) {
            continue;
        }
        let answer = house.get(&address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}");
        seen.push(address.clone());
        let page = answer.text();
        for name in &names {
            assert!(!page.contains(name.as_str()), "{address}: {name}");
        }
        if address.starts_with("/api/") {
            continue;
        }
        assert!(page.contains("Ansicht als Leitung"), "{address}");
        let own = super::links(&page).into_iter().filter(|link| {
            let plain = ["/style.css", "/script.js", "/map.js", "/icon.svg"];
            link.starts_with('/') && !plain.contains(&link.as_str()) && !link.contains("lang=")
        });
        for link in own {
            let (link, _) = link.split_once('#').unwrap_or((&link, ""));
            let way_back = link == address.replace("?as=leader", "").replace("&as=leader", "");
            if way_back {
                continue;
            }
            assert!(link.contains("as=leader"), "{address} leads to {link}");
            let is_file = ["map.png", ".pdf", ".xlsx"];
            if !is_file.iter().any(|file| link.contains(file)) {
                open.push(link.to_owned());
            }
        }
    }
    assert!(seen.len() > 10, "{seen:?}");
}

#[tokio::test]
async fn a_picture_s_name_tells_the_district_who_sees_it_and_the_day_of_the_data() {
    let house = House::open().await;
    for (query, of) in [
        ("", "arbeitsstand"),
        ("?audience=leadership", "leitung"),
        ("?as=leader", "leitung"),
        ("?as=leader&lang=en", "leaders"),
    ] {
        for ending in ["svg", "png", "pdf"] {
            let address = format!("/districts/musterbezirk/map.{ending}{query}");
            let answer = house.get(&address).await;
            let name = answer.header("content-disposition");
            let begin = format!("inline; filename=\"musterbezirk-{of}-20");
            assert!(name.starts_with(&begin), "{address}: {name}");
            assert!(name.ends_with(&format!(".{ending}\"")), "{address}: {name}");
        }
    }
}

#[tokio::test]
async fn what_a_browser_holds_of_the_working_state_never_stands_for_what_leaders_get() {
    let house = House::open().await;
    for page in [
        "/districts/musterbezirk/map.svg",
        "/api/v1/districts/musterbezirk/report",
    ] {
        let working = house.get(page).await.header("etag").to_owned();
        let leading = house.get(&format!("{page}?as=leader")).await;
        assert_ne!(leading.header("etag"), working, "{page}");
    }
}

#[tokio::test]
async fn what_was_kept_of_a_page_is_shown_to_nobody_else() {
    let house = House::open().await;
    let page = "/districts/musterbezirk";
    let working = house.get(page).await.text();
    let leading = house
        .get(&format!("{page}?audience=leadership"))
        .await
        .text();
    let as_leader = house.get(&format!("{page}?as=leader")).await.text();
    let as_programme = house.get(&format!("{page}?as=programme")).await.text();
    let all = [&working, &leading, &as_leader, &as_programme];
    for (at, one) in all.iter().enumerate() {
        assert!(all[..at].iter().all(|other| other != one));
    }
    assert_eq!(house.get(page).await.text(), working);
}

#[test]
fn the_readme_holds_the_table_of_all_addresses() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = fs::read_to_string(file).expect("the README can be read");
    let head = "| address | called by | access |\n";
    let (before, rest) = readme.split_once(head).expect("the README has the table");
    let (_, after) = rest.split_once("\n\n").expect("text follows the table");
    let anew = format!("{before}{}\n\n{after}", table_of_routes());
    if std::env::var_os("MITEINANDER_WRITE_README").is_some() {
        fs::write(file, &anew).expect("the README can be written");
    }
    assert!(
        readme == anew,
        "the table of addresses is an old one: \
         MITEINANDER_WRITE_README=1 cargo test --test it the_readme_holds writes it anew"
    );
}
