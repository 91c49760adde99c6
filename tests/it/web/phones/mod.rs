//! Phones in a working meeting: let in, signed out, and what they see and do.

mod entered;
mod let_in;
mod seen;

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use miteinander::domain::{
    Actor, ActorId, ActorKind, Author, Change, Edit, Membership, Network, PhaseId, Report, Role,
    Strength, Text, TokenHash,
};
use miteinander::service::Entry;
use miteinander::store::{Cause, Request};
use miteinander::web::{App, Clock, Draw, Front, router};
use uuid::Uuid;

use super::intruders::fill;
use super::people::{PASSWORD, district, form_of, invite};
use super::{Answer, House, answer, request};

const ORIGIN: &str = "https://netz.example.org";
const START: &str = "/districts/mitte/workshop";

/// The functions of the district: the first reports of the second, and the third of nobody.
const FUNCTIONS: [&str; 3] = [
    "lotsin-zehlendorfer-welle",
    "ersthausbesuch",
    "schulstation",
];

/// A house in which people sign in and that phones reach, at noon.
struct Meeting {
    house: House,
    at: DateTime<Utc>,
    cookie: String,
}

/// The sheet that is shown once.
struct Sheet {
    link: String,
    code: String,
    form: String,
}

impl Meeting {
    async fn open() -> Self {
        let house = House::open().await;
        fill(&house).await;
        let at = Utc::now().date_naive().and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(11);
        add(&house, third()).await;
        let role = Role::Coordination(district("mitte"));
        let invited = invite(&house, "k@mitte.example", role).await;
        let token = house
            .service
            .redeem(&invited.token, [PASSWORD, PASSWORD], at);
        let cookie = format!("__Host-session={}", token.await.expect("it is redeemed"));
        Self { house, at, cookie }
    }

    /// The pages so much later.
    fn pages(&self, later: TimeDelta) -> Router {
        let at = self.at + later;
        let front = Front {
            public: Some(ORIGIN.parse().expect("an address")),
            ..Front::default()
        };
        let app = App::new(Arc::clone(&self.house.service));
        let app = app.at(Clock::new(move || at), Draw::of_this_machine());
        router(app.behind(front))
    }

    /// What a phone gets, which holds no session.
    async fn get(&self, address: &str) -> Answer {
        self.get_later(TimeDelta::minutes(1), address).await
    }

    async fn get_later(&self, later: TimeDelta, address: &str) -> Answer {
        let asked = request(Method::GET, address).body(Body::empty());
        answer(&self.pages(later), asked).await
    }

    async fn post(&self, address: &str, form: &str) -> Answer {
        let sent = form_of(address, "", form);
        answer(&self.pages(TimeDelta::minutes(1)), sent).await
    }

    /// The person at the laptop.
    async fn wall(&self, address: &str) -> Answer {
        let asked = request(Method::GET, address).header(header::COOKIE, &self.cookie);
        answer(
            &self.pages(TimeDelta::minutes(1)),
            asked.body(Body::empty()),
        )
        .await
    }

    async fn sends(&self, form: &str) -> Answer {
        let sent = form_of(START, &self.cookie, form);
        answer(&self.pages(TimeDelta::minutes(1)), sent).await
    }

    /// Lets phones in.
    async fn sheet(&self) -> Sheet {
        let page = self.wall(START).await;
        page.says_ok();
        let mut form = encoded(&[
            ("request", &page.field("request")),
            ("code", &page.field("code")),
            ("phase", "2"),
            ("action", "open"),
        ]);
        if page.text().contains("name=\"room\"") {
            form += &format!("&room={}", page.field("room"));
        }
        let sheet = self.sends(&form).await;
        assert_eq!(sheet.header("cache-control"), "no-store");
        let text = sheet.says(StatusCode::OK);
        let link = between(&text, "<p class=\"link\">", "</p>");
        let link = link.strip_prefix(ORIGIN).expect("a whole address");
        Sheet {
            link: link.to_owned(),
            code: between(&text, "<p class=\"code\">", "</p>"),
            form,
        }
    }

    /// The address of a phone that has joined.
    async fn phone(&self, link: &str) -> String {
        let page = self.get(link).await;
        let joined = self.post(link, &joining(&page)).await;
        assert_eq!(joined.status, StatusCode::SEE_OTHER, "{}", joined.text());
        joined.header("location").to_owned()
    }

    /// The form of a phone with an entry.
    async fn entry(&self, phone: &str, [from, to]: [&str; 2], strength: &str) -> String {
        let page = self.get(phone).await;
        encoded(&[
            ("request", &page.field("request")),
            ("from", from),
            ("to", to),
            ("strength", strength),
            ("kinds", "referral"),
        ])
    }

    /// Enters with a phone.
    async fn enters(&self, phone: &str, ends: [&str; 2], strength: &str) -> Answer {
        let form = self.entry(phone, ends, strength).await;
        self.post(phone, &form).await
    }

    async fn network(&self) -> Arc<Network> {
        let view = self.house.service.view(&district("mitte")).await;
        view.expect("there").network
    }

    async fn report(&self, from: &str, to: &str) -> Option<Report> {
        let id = |id| ActorId::parse(id).expect("an id");
        let key = (phase(), id(from), id(to));
        self.network().await.reports.get(&key).cloned()
    }
}

impl Sheet {
    /// The form of the button that signs the phones out.
    fn ending(&self) -> String {
        let token = self.link.strip_prefix("/w/").expect("a token");
        let room = TokenHash::of(token);
        format!("request={}&action=end&room={room}", Uuid::new_v4())
    }
}

impl Answer {
    #[track_caller]
    fn says_ok(&self) {
        assert_eq!(self.status, StatusCode::OK, "{}", self.text());
    }
}

fn phase() -> PhaseId {
    PhaseId::parse("2").expect("an id")
}

fn encoded(fields: &[(&str, &str)]) -> String {
    let mut sent = form_urlencoded::Serializer::new(String::new());
    sent.extend_pairs(fields);
    sent.finish()
}

fn joining(page: &Answer) -> String {
    let fields = ["request", "phone"].map(|name| (name, page.field(name)));
    encoded(
        &fields
            .each_ref()
            .map(|(name, value)| (*name, value.as_str())),
    )
}

#[track_caller]
fn between(text: &str, before: &str, after: &str) -> String {
    let (_, rest) = text
        .split_once(before)
        .unwrap_or_else(|| panic!("{before} is not in {text}"));
    rest.split(after).next().expect("an end").to_owned()
}

/// Changes the district as somebody at the laptop does.
async fn add(house: &House, network: Vec<Change>) {
    let entry = Entry {
        district: district("mitte"),
        programme: Vec::new(),
        network,
        contacts: Vec::new(),
        by: Author::Program,
        cause: Cause::Entry,
        at: Utc::now(),
        request: Request::once(),
    };
    house.service.enter(entry).await.expect("it is legal");
}

/// A third function.
fn third() -> Vec<Change> {
    let actor = Actor {
        name: Text::parse("Schulstation").expect("a name"),
        kind: ActorKind::Function,
        note: None,
    };
    let membership = Membership {
        department: miteinander::domain::DepartmentId::parse("jugendamt").expect("an id"),
        section: None,
        level: None,
        core_team: false,
        asked: None,
        answered: None,
        open: Default::default(),
    };
    let id = ActorId::parse("schulstation").expect("an id");
    vec![
        Change::Actor(Edit::add(id.clone(), actor)),
        Change::Membership(Edit::add((id, phase()), membership)),
    ]
}

fn strength(number: i64) -> Strength {
    Strength::parse(number).expect("a strength")
}
