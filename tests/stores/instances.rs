//! Two instances of the service over one store: who signs in at one is known at the other at once, and who is removed is
//! out at both.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use chrono::Utc;
use libtest_mimic::Trial;
use miteinander::domain::{AccountId, Change, District, DistrictId, Edit, Email, Role};
use miteinander::service::{Keeper, Service};
use miteinander::web;
use tokio::sync::MutexGuard;
use tower::ServiceExt;

use crate::neo4j::address_of;
use crate::place::{Backend, Place, a_district, change_programme, trial};
use crate::server::Server;

const PASSWORD: &str = "drei oder vier Wörter";

/// One of the two.
struct Instance {
    service: Arc<Service>,
    app: Router,
}

impl Instance {
    async fn of(place: &Place) -> Self {
        let service = Arc::new(Service::over(place.address.open().await));
        let app = web::router(web::App::new(Arc::clone(&service)));
        Self { service, app }
    }

    /// The status of a page for whoever has this cookie, and the cookie that it sets.
    async fn ask(
        &self,
        request: axum::http::request::Builder,
        body: String,
    ) -> (StatusCode, String) {
        let request = request.header(header::HOST, "127.0.0.1:8080");
        let request = request.body(Body::from(body)).expect("it is well formed");
        let answer = self.app.clone().oneshot(request).await;
        let answer = answer.expect("a router always answers");
        let cookie = answer.headers().get(header::SET_COOKIE);
        let cookie = cookie.and_then(|cookie| cookie.to_str().ok());
        let cookie = cookie.and_then(|cookie| cookie.split(';').next());
        (answer.status(), cookie.unwrap_or_default().to_owned())
    }

    async fn page(&self, district: &DistrictId, cookie: &str) -> StatusCode {
        let page = Request::get(format!("/districts/{district}"));
        let asked = self.ask(page.header(header::COOKIE, cookie), String::new());
        asked.await.0
    }

    /// Signs in as a browser does; answers the cookie of the session.
    async fn sign_in(&self, email: &str) -> String {
        let form = [("email", email), ("password", PASSWORD), ("next", "/")];
        let body = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(form)
            .finish();
        let sent = Request::post("/sign-in")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        let (status, cookie) = self.ask(sent, body).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        assert!(cookie.starts_with("session="), "{cookie}");
        cookie
    }

    /// Signs out as a browser does.
    async fn sign_out(&self, cookie: &str) {
        let sent = Request::post("/sign-out")
            .header(header::COOKIE, cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        assert_eq!(self.ask(sent, String::new()).await.0, StatusCode::SEE_OTHER);
    }

    /// Makes an account with a password.
    async fn admit(&self, email: &str, role: Role) -> AccountId {
        let address = Email::parse(email).expect("an address");
        let invited = self
            .service
            .invite(&Keeper::Operator, (address, None, role), Utc::now());
        let invited = invited.await.expect("it is invited");
        let passwords = [PASSWORD, PASSWORD];
        let redeemed = self.service.redeem(&invited.token, passwords, Utc::now());
        redeemed.await.expect("it is redeemed");
        let all = self.service.accounts().await.expect("there").all;
        let mut all = all.into_iter();
        let found = all.find(|(_, account)| account.email.as_str() == email);
        found.expect("an account").0
    }
}

const NAME: &str = "who_signs_in_or_is_removed_at_one_instance_is_so_at_the_other";

/// On a file.
pub fn on_file(backend: &Backend) -> Trial {
    trial(backend, NAME, of_two)
}

/// On a server of our own: where people sign in, all trials on it would have to.
pub async fn who_signs_in_or_is_removed_at_one_instance_is_so_at_the_other(
    server: MutexGuard<'static, Server>,
) {
    of_two(Place::new(address_of(&server)).await).await;
}

async fn of_two(place: Place) {
    // To an invented district nobody is invited.
    let real = District {
        example: false,
        ..a_district()
    };
    let change = Edit::replace(place.district.clone(), a_district(), real);
    change_programme(place.store.as_ref(), vec![Change::District(change)]).await;
    let [one, other] = [Instance::of(&place).await, Instance::of(&place).await];
    let district = &place.district;
    let both = async |cookie: &str| {
        [
            one.page(district, cookie).await,
            other.page(district, cookie).await,
        ]
    };
    assert_eq!(
        both("").await,
        [StatusCode::OK; 2],
        "one person, who is not asked"
    );

    one.admit("k@probe.example", Role::Coordination(district.clone()))
        .await;
    let member = other
        .admit("t@probe.example", Role::CoreTeam(district.clone()))
        .await;
    assert_eq!(
        both("").await,
        [StatusCode::SEE_OTHER; 2],
        "from now on people sign in"
    );

    let [at_one, at_other] = [
        one.sign_in("t@probe.example").await,
        other.sign_in("t@probe.example").await,
    ];
    assert_eq!(both(&at_one).await, [StatusCode::OK; 2]);
    assert_eq!(both(&at_other).await, [StatusCode::OK; 2]);
    other.sign_out(&at_one).await;
    assert_eq!(
        both(&at_one).await,
        [StatusCode::SEE_OTHER; 2],
        "signed out"
    );
    assert_eq!(
        both(&at_other).await,
        [StatusCode::OK; 2],
        "the other session"
    );

    let removed = one
        .service
        .remove_account(&Keeper::Operator, &member, Utc::now());
    removed.await.expect("it is removed");
    assert_eq!(both(&at_other).await, [StatusCode::SEE_OTHER; 2], "removed");
    one.service
        .reset_accounts(Utc::now())
        .await
        .expect("as it was");
    assert_eq!(both("").await, [StatusCode::OK; 2]);
}
