//! What nobody should send to where people come in: told with the remedy, and nothing half done.

use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use miteinander::domain::{Account, AccountId, Edit, Email, Pass, Role, TokenHash};
use miteinander::store::{self, Admission, Mark};
use miteinander::web::Verb;

use super::House;
use super::people::{FORM, PASSWORD, SIGN_IN, account, ask, coordination, district, invite, post};

/// Ten thousand characters, and such as no text has.
fn odd() -> [String; 5] {
    [
        "x".repeat(10_000),
        "%C3%A4".repeat(3_000),
        "%00".to_owned(),
        format!("a%00{}", "b".repeat(64)),
        "%0D%0ASet-Cookie%3A+a%3Db".to_owned(),
    ]
}

#[tokio::test]
async fn no_address_password_code_or_token_is_too_odd_to_be_answered() {
    let house = House::open().await;
    coordination(&house).await;
    for (number, odd) in odd().into_iter().enumerate() {
        for form in [
            format!("email={odd}&password=x"),
            // Each another address: after three wrong ones of the same the next has to wait.
            format!("email=k{number}%40mitte.example&password={odd}"),
            format!("email={odd}%40b.example&password={odd}&next=%2F{odd}"),
        ] {
            let told = post(&house, "/sign-in", "", &form).await;
            // As for any wrong one: what was odd about it is told to nobody.
            let page = told.says(StatusCode::UNAUTHORIZED);
            assert!(page.contains("E-Mail-Adresse oder Passwort stimmen nicht"));
        }
        for form in [format!("code={odd}"), format!("token={odd}&{FORM}")] {
            let told = post(&house, "/invitation", "", &form).await;
            let page = told.says(StatusCode::NOT_FOUND);
            assert!(page.contains("Bitte prüfen Sie, ob er vollständig ist"));
        }
        // An address has its bound as well, which the server of the connection holds.
        let address = format!("/invitation/{odd}");
        house.get(&address).await.says(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn no_cookie_is_too_odd_to_be_a_stranger_s() {
    let house = House::open().await;
    coordination(&house).await;
    let long = "f".repeat(10_000);
    for cookie in [
        format!("session={long}"),
        "session=".to_owned(),
        "session".to_owned(),
        "session=%00; session=\u{e4}".to_owned(),
        format!("{long}=1; =; ;;"),
    ] {
        let told = ask(&house, Verb::Get, "/districts/mitte", &cookie).await;
        assert_eq!(told.status, StatusCode::SEE_OTHER, "{cookie:.30}");
        let told = post(&house, "/districts/mitte/offices", &cookie, "").await;
        told.says(StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn an_invitation_of_odd_words_makes_no_account() {
    let house = House::open().await;
    let cookie = coordination(&house).await;
    let accounts = "/districts/mitte/accounts";
    for odd in odd() {
        for (form, words) in [
            (
                format!("email={odd}&role=leader"),
                "Das ist keine E-Mail-Adresse",
            ),
            (
                format!("email=l%40mitte.example&name={odd}&role=leader"),
                "Dieser Name lässt sich nicht speichern",
            ),
        ] {
            let told = post(&house, accounts, &cookie, &form).await;
            // A line break in a name is a blank, and the only odd one of them that can be written.
            if told.status == StatusCode::OK {
                assert!(odd.contains("%0D"), "{odd:.30}");
                let id = account(&house, "l@mitte.example").await;
                let address = format!("{accounts}/{id}");
                post(&house, &address, &cookie, "action=remove").await;
                continue;
            }
            let page = told.says(StatusCode::UNPROCESSABLE_ENTITY);
            assert!(page.contains(words), "{odd:.30}: {page}");
        }
        let told = post(
            &house,
            accounts,
            &cookie,
            &format!("email=l%40b.example&role={odd}"),
        )
        .await;
        told.says(StatusCode::BAD_REQUEST);
    }
    assert_eq!(house.service.accounts().await.expect("there").all.len(), 1);
}

#[tokio::test]
async fn two_passwords_that_differ_redeem_nothing_and_change_nothing() {
    let house = House::open().await;
    let cookie = coordination(&house).await;
    let invited = invite(&house, "t@mitte.example", Role::CoreTeam(district("mitte"))).await;
    let form = format!(
        "token={}&password=drei+oder+vier+W%C3%B6rter&again=drei+oder+vier+Worte",
        invited.token
    );
    let told = post(&house, "/invitation", "", &form).await;
    let page = told.says(StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("Die beiden Passwörter sind nicht gleich"));
    let form = "password=drei+oder+vier+W%C3%B6rter&new=ganz+andere+Worte&again=andere+Worte+als";
    let told = post(&house, "/account", &cookie, form).await;
    told.says(StatusCode::UNPROCESSABLE_ENTITY);
    for email in ["k@mitte.example", "t@mitte.example"] {
        let signed = house.service.sign_in(email, PASSWORD, Utc::now()).await;
        assert_eq!(signed.is_ok(), email.starts_with('k'));
    }
}

#[tokio::test]
async fn of_two_who_redeem_a_link_at_once_one_is_told() {
    let house = House::open().await;
    coordination(&house).await;
    let invited = invite(&house, "t@mitte.example", Role::CoreTeam(district("mitte"))).await;
    let form = format!("token={}&{FORM}", invited.token);
    let (one, other) = tokio::join!(
        post(&house, "/invitation", "", &form),
        post(&house, "/invitation", "", &form)
    );
    let mut both = [one, other];
    both.sort_by_key(|answer| answer.status);
    assert_eq!(both[0].status, StatusCode::SEE_OTHER);
    let [_, late] = both;
    assert!(late.says(StatusCode::GONE).contains("schon eingelöst"));
}

#[tokio::test]
async fn two_who_sign_in_at_once_are_both_in() {
    let house = House::open().await;
    coordination(&house).await;
    let (one, other) = tokio::join!(
        post(&house, "/sign-in", "", SIGN_IN),
        post(&house, "/sign-in", "", SIGN_IN)
    );
    for signed in [one, other] {
        assert_eq!(signed.status, StatusCode::SEE_OTHER);
        let cookie = super::people::session(&signed);
        ask(&house, Verb::Get, "/account", &cookie)
            .await
            .says(StatusCode::OK);
    }
}

#[tokio::test]
async fn an_invitation_for_a_district_that_is_gone_says_whom_to_ask() {
    let house = House::open().await;
    coordination(&house).await;
    let (id, token) = (AccountId::parse("1").expect("an id"), "f".repeat(64));
    let email = Email::parse("n@nirgends.example").expect("an address");
    let gone = Account::invited(email, None, Role::Leader(district("nirgends")));
    let pass = Pass::invitation(id.clone(), Utc::now());
    let write = Admission {
        standing: None,
        accounts: vec![Edit::add(id.clone(), gone)],
        ended: Vec::new(),
        closed: Vec::new(),
        passes: vec![Edit::add(TokenHash::of(&token), pass)],
        mode: None,
        log: Vec::new(),
        mark: Mark(uuid::Uuid::new_v4()),
        forget: DateTime::UNIX_EPOCH,
        part: DateTime::UNIX_EPOCH,
    };
    let store = store::open(&house.store_url(), None).await;
    let written = store.expect("it opens").admit(&write).await;
    assert!(written.expect("it answers"));
    let link = format!("/invitation/{token}");
    let form = format!("token={token}&{FORM}");
    for told in [
        house.get(&link).await,
        post(&house, "/invitation", "", &form).await,
    ] {
        let page = told.says(StatusCode::GONE);
        assert!(
            page.contains("Den Bezirk dieses Kontos gibt es nicht mehr"),
            "{page}"
        );
    }
}

#[tokio::test]
async fn the_last_coordination_removes_neither_itself_nor_its_role() {
    let house = House::open().await;
    let cookie = coordination(&house).await;
    let own = account(&house, "k@mitte.example").await;
    let address = format!("/districts/mitte/accounts/{own}");
    for action in ["action=remove", "action=role&role=core-team"] {
        let told = post(&house, &address, &cookie, action).await;
        let page = told.says(StatusCode::CONFLICT);
        assert!(page.contains("zuerst eine Vertretung einladen"), "{page}");
    }
    ask(&house, Verb::Get, "/account", &cookie)
        .await
        .says(StatusCode::OK);
}
