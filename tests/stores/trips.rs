//! How often a server is asked for a page or an import, and what becomes of a page when it does not answer.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use miteinander::domain::{Change, DistrictId, Network};
use miteinander::exchange::{Content, Format, export};
use miteinander::service::{Entry, Service};
use miteinander::store::{Cause, Request as Known, Revision};
use miteinander::text::Lang;
use miteinander::web;
use tokio::sync::MutexGuard;
use tokio::task::JoinSet;
use tower::ServiceExt;
use uuid::Uuid;

use crate::far::Far;
use crate::place::{Address, Place, a_district, stamp};
use crate::planted::{Planted, additions};
use crate::server::Server;

/// One statement: the driver first makes sure of the connection, then sends it and asks for all rows at once.
const ONE: usize = 2;

/// What a write of any size takes on a connection that is there: the driver makes sure of it, begins, asks behind the
/// locks what stands, sends up to four groups of statements, and commits.
const WRITE: usize = 1 + 1 + 2 + 4 * 2 + 1;

/// What a reading behind a lock takes: the same without a write, and it is taken back.
const LOCKED: usize = 1 + 1 + 2 + 1;

/// How long a page may take to say that the database does not answer, and what a busy machine adds.
const SOON: Duration = Duration::from_secs(12);

/// The pages of a district on a server that is watched.
struct House {
    far: Far,
    place: Place,
    service: Arc<Service>,
    app: Router,
}

struct Answer {
    status: StatusCode,
    location: String,
    tag: String,
    text: String,
}

impl House {
    async fn on(server: &Server) -> Self {
        let far = Far::away(&server.url, Duration::ZERO).await;
        let address = Address {
            url: far.url.clone(),
            password: Some(server.password.clone()),
            _folder: None,
        };
        let place = Place::new(address).await;
        let service = Arc::new(Service::over(Arc::clone(&place.store)));
        let app = web::router(web::App::new(Arc::clone(&service)));
        Self {
            far,
            place,
            service,
            app,
        }
    }

    fn page(&self, rest: &str) -> String {
        format!("/districts/{}{rest}", self.place.district)
    }

    async fn get(&self, address: &str) -> Answer {
        self.ask(Request::get(address).body(Body::empty())).await
    }

    async fn post(&self, address: &str, media_type: &str, body: Vec<u8>) -> Answer {
        let sent = Request::post(address)
            .header(header::CONTENT_TYPE, media_type)
            .header("sec-fetch-site", "same-origin");
        self.ask(sent.body(Body::from(body))).await
    }

    async fn ask(&self, request: axum::http::Result<Request<Body>>) -> Answer {
        let mut request = request.expect("the request is well formed");
        let host = "127.0.0.1:8080".parse().expect("a host");
        request.headers_mut().insert(header::HOST, host);
        let response = self.app.clone().oneshot(request).await;
        let (parts, body) = response.expect("a router always answers").into_parts();
        let bytes = to_bytes(body, 64 << 20)
            .await
            .expect("the body can be read");
        let header = |name| {
            let value = parts.headers.get(name).map(|value| value.to_str());
            value.and_then(Result::ok).unwrap_or_default().to_owned()
        };
        Answer {
            status: parts.status,
            location: header(header::LOCATION),
            tag: header(header::ETAG),
            text: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    /// How many round trips it took to get a page that is there.
    async fn turns_of(&self, address: &str, status: StatusCode, tag: Option<&str>) -> usize {
        let before = self.far.turns();
        let mut asked = Request::get(address);
        if let Some(tag) = tag {
            asked = asked.header(header::IF_NONE_MATCH, tag);
        }
        let answer = self.ask(asked.body(Body::empty())).await;
        assert_eq!(answer.status, status, "{address}: {}", answer.text);
        self.far.turns() - before
    }

    /// Sends a workbook of a network, sees what it would change, and takes it over; answers the round trips of the last.
    async fn import(&self, network: &Network, replace: bool) -> usize {
        let address = self.upload(network, replace).await;
        let preview = self.get(&address).await;
        assert_eq!(preview.status, StatusCode::OK, "{}", preview.text);
        let mut form = format!(
            "seen={}&programme={}",
            field(&preview.text, "seen"),
            field(&preview.text, "programme")
        );
        if preview.text.contains("name=\"removed\"") {
            form.push_str(&format!("&removed={}", field(&preview.text, "removed")));
        }
        let before = self.far.turns();
        let form_type = "application/x-www-form-urlencoded";
        let taken = self.post(&address, form_type, form.into_bytes()).await;
        assert!(taken.location.contains("?taken="), "{}", taken.text);
        self.far.turns() - before
    }

    async fn upload(&self, network: &Network, replace: bool) -> String {
        let programme = self.place.programme();
        let content = Content {
            district_id: &self.place.district,
            district: &a_district(),
            programme: &programme,
            network,
            contacts: None,
            places: None,
            phase: None,
            lang: Lang::De,
        };
        let workbook = export(&content, Format::Xlsx).expect("it can be written");
        let mut body = b"--line\r\nContent-Disposition: form-data; name=\"files\"; \
            filename=\"netz.xlsx\"\r\n\r\n"
            .to_vec();
        body.extend_from_slice(&workbook);
        if replace {
            let tick = "\r\n--line\r\nContent-Disposition: form-data; name=\"replace\"\r\n\r\nyes";
            body.extend_from_slice(tick.as_bytes());
        }
        body.extend_from_slice(b"\r\n--line--\r\n");
        let media_type = "multipart/form-data; boundary=line";
        let sent = self.post(&self.page("/import"), media_type, body).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text);
        sent.location
    }

    /// Takes the latest step back on the page, and answers the round trips.
    async fn undo(&self) -> usize {
        let Revision(step) = self.place.revision().await;
        let before = self.far.turns();
        let form = format!("request={}", Uuid::new_v4()).into_bytes();
        let address = self.page(&format!("/history/{step}"));
        let form_type = "application/x-www-form-urlencoded";
        let undone = self.post(&address, form_type, form).await;
        assert!(undone.location.contains("?undone="), "{}", undone.text);
        self.far.turns() - before
    }
}

fn field(page: &str, name: &str) -> String {
    let (_, rest) = page
        .split_once(&format!("name=\"{name}\" value=\""))
        .unwrap_or_else(|| panic!("there is no field {name}"));
    rest.split('"').next().expect("a value ends").to_owned()
}

fn entry(district: &DistrictId, network: Vec<Change>) -> Entry {
    Entry {
        district: district.clone(),
        programme: Vec::new(),
        network,
        contacts: Default::default(),
        by: miteinander::domain::Author::Program,
        cause: Cause::Import,
        at: stamp(Cause::Import).at,
        request: Known::once(),
    }
}

pub async fn a_warm_page_asks_once(server: MutexGuard<'static, Server>) {
    let house = House::on(&server).await;
    let size = Planted {
        actors: 60,
        departments: 8,
        offers: 12,
        reports: 200,
        seed: 3,
    };
    house
        .place
        .apply(additions(&size.network(&house.place.phases)))
        .await;
    let mut exceeding = Vec::new();
    for (address, most) in [
        // Who comes is asked first, then all districts at once.
        ("/".to_owned(), 2 * ONE),
        (house.page(""), ONE),
        (house.page("/table"), ONE),
        (house.page("/map"), ONE),
        (house.page("/import"), ONE),
        (house.page("/offices"), ONE),
        (house.page("/export"), ONE),
        (format!("/api/v1{}", house.page("/report")), ONE),
        // And the steps, and which of them were taken back: at the same time.
        (house.page("/history"), 3 * ONE),
    ] {
        house.turns_of(&address, StatusCode::OK, None).await;
        let turns = house.turns_of(&address, StatusCode::OK, None).await;
        if turns > most {
            exceeding.push((address, turns));
        }
    }
    let map = house.page("/map.svg");
    let tag = house.get(&map).await.tag;
    let turns = house
        .turns_of(&map, StatusCode::NOT_MODIFIED, Some(&tag))
        .await;
    if turns > ONE {
        exceeding.push((map, turns));
    }
    assert_eq!(exceeding, [], "more than {ONE} round trips");
}

pub async fn an_import_of_any_size_takes_few_round_trips(server: MutexGuard<'static, Server>) {
    let house = House::on(&server).await;
    let size = Planted {
        reports: 5_000,
        ..Planted::DISTRICT
    };
    let first = size.network(&house.place.phases);
    let mut took = vec![("new", house.import(&first, false).await, ONE + WRITE)];
    // Another seed: the same ids, and nearly all reports and places are others.
    let second = Planted { seed: 2, ..size }.network(&house.place.phases);
    let most = ONE + LOCKED + WRITE;
    took.push(("replacing", house.import(&second, true).await, most));
    took.push(("undone", house.undo().await, 4 * ONE + WRITE));

    let house = House::on(&server).await;
    let large = Planted {
        departments: 60,
        actors: 2_500,
        offers: 200,
        reports: 12_500,
        seed: 1,
    };
    let large = large.network(&house.place.phases);
    house
        .service
        .view(&house.place.district)
        .await
        .expect("it is there");
    let before = house.far.turns();
    let entry = entry(&house.place.district, additions(&large));
    house.service.enter(entry).await.expect("it is legal");
    let turns = house.far.turns() - before;
    took.push(("25,000 cooperations", turns, ONE + WRITE));
    assert_eq!(*house.place.network().await, large);
    let fits = |(_, turns, most): &(_, usize, usize)| turns <= most;
    assert!(took.iter().all(fits), "{took:?}");
    println!("{took:?}");
}

/// Of requests at the same time, with one that waits for what another has begun.
async fn both(house: &House, address: &str) {
    let begun = Instant::now();
    let (one, other) = tokio::join!(house.get(address), house.get(address));
    for answer in [one, other] {
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{address}");
    }
    assert!(begun.elapsed() < SOON, "{address}: {:?}", begun.elapsed());
}

pub async fn a_database_that_does_not_answer_is_told_in_time(server: MutexGuard<'static, Server>) {
    let house = House::on(&server).await;
    let page = house.page("");
    assert_eq!(house.get(&page).await.status, StatusCode::OK);
    assert_eq!(house.get("/").await.status, StatusCode::OK);

    // The network is to be loaded anew, and does not come.
    let other = House::on(&server).await;
    other.far.hold("MEMBER_OF");
    both(&other, &other.page("")).await;
    other.far.release();
    let begun = Instant::now();
    assert_eq!(other.get(&other.page("")).await.status, StatusCode::OK);
    assert!(begun.elapsed() < SOON / 4, "{:?}", begun.elapsed());

    // Nothing comes at all, for more readers than there are connections.
    house.far.hold("");
    let begun = Instant::now();
    let house = Arc::new(house);
    let mut asked = JoinSet::new();
    for n in 0..10 {
        let (house, page) = (Arc::clone(&house), page.clone());
        asked.spawn(async move { house.get(if n % 2 == 0 { &page } else { "/" }).await });
    }
    for answer in asked.join_all().await {
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    }
    assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
    house.far.release();
    let begun = Instant::now();
    assert_eq!(house.get(&page).await.status, StatusCode::OK);
    assert!(begun.elapsed() < SOON / 4, "{:?}", begun.elapsed());
}
