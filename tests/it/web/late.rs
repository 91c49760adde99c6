//! A session that ends while somebody types: what was typed comes back to them, to nobody else, and saves nothing.

use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use miteinander::domain::Role;
use miteinander::web::{Access, ROUTES, Verb};

use super::form::Fields;
use super::people::{SIGN_IN, ask, coordination, house, post, session, signed};
use super::routes::path;
use super::{Answer, House, request};

const ACCOUNTS: &str = "/districts/mitte/accounts";

const TYPED: &str = "email=neu%40mitte.example&name=Nora+%22N%22+%3CNeu%3E&role=leader";

/// The sign-in form of a page, filled with who signs in.
fn entering(page: &str, email: &str) -> String {
    let mut fields = Fields::of(page);
    fields.set("email", email);
    fields.set("password", super::people::PASSWORD);
    fields.encoded()
}

/// A form that is sent after its session was signed out elsewhere.
async fn late(house: &House, address: &str, cookie: &str, form: &str) -> String {
    ask(house, Verb::Post, "/sign-out", cookie).await;
    let answer = post(house, address, cookie, form).await;
    assert_eq!(answer.header("cache-control"), "no-store");
    answer.says(StatusCode::UNAUTHORIZED)
}

async fn enter(house: &House, page: &str, email: &str) -> Answer {
    post(house, "/sign-in", "", &entering(page, email)).await
}

#[tokio::test]
async fn what_was_typed_is_in_the_form_again_after_signing_in_and_is_not_saved() {
    let (house, cookie, _) = house().await;
    let page = late(&house, ACCOUNTS, &cookie, TYPED).await;
    for words in [
        "Ihre Anmeldung ist beendet. Es wurde nichts gespeichert.",
        "als k@mitte.example",
        "value=\"k@mitte.example\"",
        "name=\"typed.name\" value=\"Nora &quot;N&quot; &lt;Neu&gt;\"",
        "Passwort vergessen?",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    // A wrong password loses nothing of it.
    let mut wrong = Fields::of(&page);
    wrong.set("email", "k@mitte.example");
    wrong.set("password", "falsch");
    let again = post(&house, "/sign-in", "", &wrong.encoded()).await;
    let again = again.says(StatusCode::UNAUTHORIZED);
    let back = enter(&house, &again, "k@mitte.example").await;
    let cookie = session(&back);
    let form = back.says(StatusCode::OK);
    for words in [
        "Sie sind wieder angemeldet. Gespeichert ist noch nichts.",
        "name=\"email\" autocomplete=\"off\" required value=\"neu@mitte.example\"",
        "value=\"Nora &quot;N&quot; &lt;Neu&gt;\"",
        "<option value=\"leader\" selected>",
        "Abmelden",
    ] {
        assert!(form.contains(words), "{words}: {form}");
    }
    assert_eq!(house.service.accounts().await.expect("there").all.len(), 2);
    ask(&house, Verb::Get, ACCOUNTS, &cookie)
        .await
        .says(StatusCode::OK);
}

#[tokio::test]
async fn another_account_gets_an_empty_page() {
    let (house, cookie, _) = house().await;
    let page = late(&house, ACCOUNTS, &cookie, TYPED).await;
    let other = enter(&house, &page, "t@mitte.example").await;
    assert_eq!(other.status, StatusCode::SEE_OTHER);
    assert_eq!(other.header("location"), ACCOUNTS);
    assert!(!other.text().contains("Nora"));
}

#[tokio::test]
async fn every_form_of_who_is_signed_in_comes_back_and_none_is_saved() {
    let house = House::open().await;
    coordination(&house).await;
    signed(&house, "p@programm.example", Role::Programme).await;
    let form = "name=Getippt&password=geheim1&new=geheim2&again=geheim3&token=geheim4&code=geheim5";
    let (accounts, programme) = (
        house.service.accounts().await.expect("there"),
        house.service.programme().await.expect("there"),
    );
    let open = |access| matches!(access, Access::Public | Access::Token);
    let forms = ROUTES.iter().filter(|one| one.verb == Verb::Post);
    for route in forms.filter(|one| !open(one.access)) {
        let email = match route.access {
            Access::Programme => "p@programm.example",
            _ => "k@mitte.example",
        };
        let address = path(route).replace("musterbezirk", "mitte");
        let entered = format!("email={email}&password=drei+oder+vier+W%C3%B6rter");
        let cookie = session(&post(&house, "/sign-in", "", &entered).await);
        let page = late(&house, &address, &cookie, form).await;
        let carried = "name=\"typed.name\" value=\"Getippt\"";
        assert!(page.contains(carried), "{address}: {page}");
        assert!(!page.contains("geheim"), "{address}");
        let back = enter(&house, &page, email).await;
        // Without the cookie of the new session the browser would have to sign in again.
        assert!(!session(&back).is_empty());
        let text = back.text();
        assert!(
            text.contains("Sie sind wieder angemeldet."),
            "{address}: {text}"
        );
        assert!(!text.contains("geheim"), "{address}");
    }
    let after = house.service.accounts().await.expect("there");
    assert_eq!(after.all.len(), accounts.all.len());
    let after = house.service.programme().await.expect("there");
    assert_eq!(after.head, programme.head);
}

#[tokio::test]
async fn a_save_over_something_newer_is_still_told_to_who_is_back() {
    let house = House::open().await;
    coordination(&house).await;
    let cookie = signed(&house, "p@programm.example", Role::Programme).await;
    let address = "/programme/phases";
    let page = ask(&house, Verb::Get, address, &cookie).await;
    let seen = page.field("seen");
    let number = "6f5c1a52-8b7e-4c6d-9a43-0d9c6c1c2b11";
    let form = format!("request={number}&seen={seen}&name=ab+2031&start=01.01.2031&end=");
    let late = late(&house, address, &cookie, &form).await;
    // In the meantime somebody begins another phase.
    let entered = "email=p%40programm.example&password=drei+oder+vier+W%C3%B6rter";
    let other = session(&post(&house, "/sign-in", "", entered).await);
    let first = ask(&house, Verb::Get, address, &other).await.text();
    let id = first.split("name=\"id\" value=\"").nth(1).expect("a phase");
    let id = id.split('"').next().expect("its end");
    let moved = format!("request={number}&seen={seen}&id={id}&name=Anders&start=01.01.2023&end=");
    let moved = post(&house, address, &other, &moved).await;
    assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.text());
    let back = enter(&house, &late, "p@programm.example").await;
    let own = session(&back);
    let page = back.says(StatusCode::OK);
    assert!(page.contains("value=\"ab 2031\"") && page.contains("value=\"01.01.2031\""));
    assert!(page.contains(&format!("name=\"seen\" value=\"{seen}\"")));
    let sent = post(&house, address, &own, &form).await;
    sent.says(StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_pasted_text_is_carried_and_a_file_is_to_be_chosen_again() {
    let (house, cookie, _) = house().await;
    ask(&house, Verb::Post, "/sign-out", &cookie).await;
    let body = |text: &str| {
        format!(
            "--line\r\nContent-Disposition: form-data; name=\"files\"; filename=\"netz.csv\"\r\n\r\nVon;Mit\r\n\
             --line\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n{text}\r\n\
             --line\r\nContent-Disposition: form-data; name=\"replace\"\r\n\r\nyes\r\n--line--\r\n"
        )
    };
    let send = async |text: &str| {
        let sent = request(Method::POST, "/districts/mitte/import")
            .header(header::COOKIE, &cookie)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=line")
            .header("sec-fetch-site", "same-origin");
        let sent = house.ask(sent.body(Body::from(body(text)))).await;
        sent.says(StatusCode::UNAUTHORIZED)
    };
    let page = send("Von\tMit\r\nRSD\tKita").await;
    assert!(page.contains("Bitte Datei erneut wählen"));
    let form = enter(&house, &page, "k@mitte.example").await;
    let form = form.says(StatusCode::OK);
    for words in [
        ">\nVon\tMit",
        "RSD\tKita</textarea>",
        "value=\"yes\" aria-describedby=\"replace-hint\" checked",
        "action=\"/districts/mitte/import\"",
        "Bitte Datei erneut wählen",
    ] {
        assert!(form.contains(words), "{words}: {form}");
    }
    assert!(!form.contains("netz.csv"));
    // Past its bound a text stays behind, and that is said; half of it would be worse than nothing.
    let page = send(&"Von\tMit\n".repeat(40_000)).await;
    assert!(page.contains("zu groß, um ihn über die Anmeldung mitzunehmen"));
    assert!(!page.contains("typed.text") && page.len() < 20_000);
    let form = enter(&house, &page, "k@mitte.example").await;
    assert!(form.says(StatusCode::OK).contains("zu groß, um ihn"));
    // Within it, however it is written.
    let page = send(&"Äö\tÜß\n".repeat(20_000)).await;
    let form = enter(&house, &page, "k@mitte.example").await;
    assert!(form.status == StatusCode::PAYLOAD_TOO_LARGE);
    let sent = post(
        &house,
        "/sign-in",
        &cookie,
        &entering(&page, "k@mitte.example"),
    )
    .await;
    assert!(sent.says(StatusCode::OK).matches("Äö\tÜß").count() == 20_000);
    // The same of a form without files.
    let form = format!("name={}", "%C3%A4".repeat(200_000));
    let page = post(&house, ACCOUNTS, &cookie, &form).await;
    let page = page.says(StatusCode::UNAUTHORIZED);
    assert!(page.contains("zu groß, um ihn") && page.len() < 20_000);
}

#[tokio::test]
async fn nothing_is_carried_to_an_address_that_is_none_of_ours_or_for_nobody() {
    let (house, cookie, _) = house().await;
    // Nobody knows whose words these are.
    let stranger = post(&house, ACCOUNTS, "", TYPED).await;
    let page = stranger.says(StatusCode::UNAUTHORIZED);
    assert!(page.contains("einen Schritt zurückgehen") && !page.contains("Nora"));
    assert!(page.contains("name=\"next\" value=\"/districts/mitte/accounts\""));
    let own = late(&house, ACCOUNTS, &cookie, TYPED).await;
    for to in [
        "https://evil.example/",
        "//evil.example/",
        "/sign-out",
        "/invitation",
        "/nowhere",
        "/districts/mitte/map.svg",
        "/districts/mitte/accounts/../../../x",
        "",
    ] {
        let mut fields = Fields::of(&own);
        fields.set("typed-to", to);
        fields.set("email", "k@mitte.example");
        fields.set("password", super::people::PASSWORD);
        let led_on = post(&house, "/sign-in", "", &fields.encoded()).await;
        assert_eq!(led_on.status, StatusCode::SEE_OTHER, "{to}");
        assert_eq!(led_on.header("location"), ACCOUNTS, "{to}");
    }
    // A link carries nothing: only a form of this very site does.
    let asked = format!("/sign-in?typed-to={ACCOUNTS}&typed.name=Nora&next=/");
    assert!(
        !house
            .get(&asked)
            .await
            .says(StatusCode::OK)
            .contains("value=\"Nora")
    );
    let sent = request(Method::POST, "/sign-in")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "cross-site")
        .body(Body::from(format!("{SIGN_IN}&typed-to={ACCOUNTS}")));
    house.ask(sent).await.says(StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn what_strangers_send_to_sign_in_is_small() {
    let (house, cookie, _) = house().await;
    let large = format!("{SIGN_IN}&typed.text={}", "x".repeat(100 << 10));
    let stranger = post(&house, "/sign-in", "", &large).await;
    stranger.says(StatusCode::PAYLOAD_TOO_LARGE);
    let known = post(&house, "/sign-in", &cookie, &large).await;
    assert_eq!(known.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_address_stays_where_the_store_is_dead() {
    let (house, _, _) = house().await;
    house.service.close().await;
    let answer = post(&house, "/sign-in", "", SIGN_IN).await;
    assert!(!answer.header("retry-after").is_empty());
    let page = answer.says(StatusCode::SERVICE_UNAVAILABLE);
    assert!(page.contains("value=\"k@mitte.example\""), "{page}");
    assert!(page.contains("Die Datenbank antwortet gerade nicht"));
    let late = post(&house, ACCOUNTS, "", TYPED).await;
    assert_eq!(late.status, StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test]
async fn a_core_team_s_form_comes_back_where_its_upload_is_gone() {
    let (house, _, cookie) = house().await;
    let address = "/districts/mitte/import/6f5c1a52-8b7e-4c6d-9a43-0d9c6c1c2b11";
    let page = late(&house, address, &cookie, "fix-0=other&other-0=Jugendamt").await;
    let back = enter(&house, &page, "t@mitte.example").await;
    let page = back.says(StatusCode::GONE);
    assert!(
        page.contains("Das Formular ist inzwischen ein anderes"),
        "{page}"
    );
    assert!(page.contains("<li>Jugendamt</li>"));
}
