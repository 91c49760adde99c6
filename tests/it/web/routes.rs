//! Every address answers whom it is for, in both languages, and nobody else; the list of addresses is the README's.

use std::fs;

use axum::http::StatusCode;
use miteinander::web::{Access, Method, ROUTES, Route, table_of_routes};

use super::{Answer, House};

/// Who calls, by the item of the address that says so.
const CALLERS: [&str; 3] = ["", "as=leader", "as=programme"];

/// What stands for the variable parts of a path.
const PARTS: [(&str, &str); 4] = [
    ("{district}", "musterbezirk"),
    ("{upload}", "6f5c1a52-8b7e-4c6d-9a43-0d9c6c1c2b11"),
    ("{step}", "1"),
    ("{format}", "json"),
];

fn path(route: &Route) -> String {
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
    match route.method {
        Method::Get => house.get(address).await,
        // No form of ours: whoever may call is told that it cannot be read.
        Method::Post => house.post(address, "").await,
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
                let told = format!("{} {address}: {}", route.method, answer.status);
                let expected: &[u16] = match (may(route.access, caller), route.method) {
                    (false, _) => &[403],
                    // The preview of a file that was never sent is gone.
                    (true, Method::Get) if route.path.ends_with("{upload}") => &[410],
                    (true, Method::Get) => &[200],
                    (true, Method::Post) => &[400],
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
