//! A phone in a working meeting, in a real browser as narrow as one, and a wall at another instance.

use std::sync::Arc;

use chrono::Utc;
use miteinander::domain::{
    Actor, ActorKind, Author, Change, Department, DepartmentKind, DistrictId, Edit, Email, Id,
    Membership, PhaseId, Role, Text,
};
use miteinander::service::{Entry, Keeper, Service, new_code, token_of_code};
use miteinander::store::{self, Cause, Request};

use super::Open;
use super::browser::{Browser, axe};
use super::workshop::another;

const PASSWORD: &str = "drei oder vier Wörter";
const EMAIL: &str = "k@mitte.example";
const WALL: &str = "/districts/mitte/workshop?phase=2&lang=de&show=functions";
const NAMES: [&str; 3] = ["Ersthausbesuch", "Lotsin", "Schulstation"];

fn text(words: &str) -> Text {
    Text::parse(words).expect("a text")
}

fn id<T>(words: &str) -> Id<T> {
    Id::parse(words).expect("an id")
}

/// An office with three functions.
fn three() -> Vec<Change> {
    let office = Department {
        name: text("Jugendamt"),
        short_name: None,
        kind: DepartmentKind::Office,
        policy_field: None,
        divisions: Default::default(),
    };
    let mut changes = vec![Change::Department(Edit::add(id("jugendamt"), office))];
    for name in NAMES {
        let actor = Actor {
            name: text(name),
            kind: ActorKind::Function,
            note: None,
        };
        let place = Membership {
            department: id("jugendamt"),
            section: None,
            level: None,
            core_team: false,
            asked: None,
            answered: None,
            open: Default::default(),
        };
        changes.push(Change::Actor(Edit::add(id(name), actor)));
        changes.push(Change::Membership(Edit::add((id(name), id("2")), place)));
    }
    changes
}

/// The district with somebody who coordinates it, and phones let in; the path of the link.
async fn meeting(open: &Open) -> String {
    let file = open.folder.path().join("store.db");
    let store = store::open(&format!("sqlite:{}", file.display()), None).await;
    let service = Arc::new(Service::over(store.expect("the store opens")).patient());
    let (mitte, phase): (DistrictId, PhaseId) = (id("mitte"), id("2"));
    let now = Utc::now();
    let entry = Entry {
        district: mitte.clone(),
        programme: Vec::new(),
        network: three(),
        contacts: Vec::new(),
        by: Author::Program,
        cause: Cause::Entry,
        at: now,
        request: Request::once(),
    };
    service.enter(entry).await.expect("it is legal");
    let email = Email::parse(EMAIL).expect("an address");
    let whom = (email, None, Role::Coordination(mitte.clone()));
    let invited = service.invite(&Keeper::Operator, whom, now).await;
    let token = invited.expect("it is invited").token;
    let redeemed = service.redeem(&token, [PASSWORD, PASSWORD], now).await;
    redeemed.expect("it is redeemed");
    let there = service.accounts().await.expect("there").all;
    let account = there.keys().next().expect("one").clone();
    let code = new_code().replace('-', "");
    let opened = service.open_room(&account, (&mitte, &phase), &code, now);
    opened.await.expect("phones are let in");
    format!("/w/{}?lang=de", token_of_code(&code))
}

async fn sign_in(browser: &Browser, address: &str) {
    browser.go(&format!("{address}/sign-in?lang=de")).await;
    for (field, words) in [
        ("input[name=email]", EMAIL),
        ("input[name=password]", PASSWORD),
    ] {
        let field = browser.see(field).await;
        field.send_keys(words).await.expect("it takes letters");
    }
    browser
        .click("main form button", "form[action='/sign-out']")
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_enters_with_and_without_a_script_and_a_wall_elsewhere_shows_it() {
    let Some(wall) = Browser::open(1280, 900).await else {
        return;
    };
    let open = Open::start().await;
    let link = meeting(&open).await;
    let (elsewhere, stop) = another(&open).await;
    sign_in(&wall, &elsewhere).await;
    wall.go(&format!("{elsewhere}{WALL}")).await;
    wall.see(".phones-in-room").await;
    for (scripts, to) in [(true, NAMES[0]), (false, NAMES[1])] {
        let Some(phone) = Browser::open_with(390, 844, scripts).await else {
            return;
        };
        let axe = axe().filter(|_| scripts);
        phone.go(&format!("{}{link}", open.address)).await;
        phone.is_accessible(axe.as_deref(), "the link").await;
        phone.click("main form button", "#from").await;
        phone.is_accessible(axe.as_deref(), "the form").await;
        for chosen in [
            format!("#from option[value='{}']", NAMES[2]),
            format!("#to option[value='{to}']"),
            "input[name=strength][value='3']".to_owned(),
            "input[name=kinds][value=referral]".to_owned(),
        ] {
            let chosen = phone.see(&chosen).await;
            chosen.click().await.expect("it can be chosen");
        }
        phone
            .click(".of-phone .actions button", ".own-entries li")
            .await;
        phone.is_accessible(axe.as_deref(), "the entry").await;
        let item = format!("{} – {to}", NAMES[2]);
        seen(&wall, &item, true).await;
        if scripts {
            phone.click(".own-entries li button", ".notice").await;
            assert!(phone.text().await.contains("Zurückgenommen."));
            seen(&wall, &item, false).await;
        }
        phone.close().await;
    }
    wall.click(".phones-in-room button", "#live").await;
    seen(&wall, "Handys abmelden", false).await;
    let phone = Browser::open(390, 844).await.expect("there is a browser");
    phone.go(&format!("{}{link}", open.address)).await;
    assert!(phone.text().await.contains("Die Handys sind abgemeldet"));
    phone.close().await;
    wall.close().await;
    drop(stop);
    open.close().await;
}

/// Waits until the wall shows a tie among the latest, or no longer does.
async fn seen(wall: &Browser, tie: &str, is_there: bool) {
    for _ in 0..100 {
        if wall.text().await.contains(tie) == is_there {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
    panic!("{tie}: {is_there}\n{}", wall.text().await);
}
