//! Behind a proxy of our own making, over real connections: what has to come through, and what is said where it does not.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use miteinander::config;
use miteinander::text::Lang;
use miteinander::web::{self, App, Front};
use tokio::net::TcpListener;

use super::people::{SIGN_IN, coordination, invite, post, session};
use super::{Answer, House, answer};

const PUBLIC: &str = "https://netz.example.org";

/// A proxy that ends TLS, as far as the service sees it.
#[derive(Clone)]
struct Proxy {
    to: SocketAddr,
    client: Client<HttpConnector, Body>,
    /// Whether it hands on the host that the browser asked for.
    keeps_host: bool,
    /// From where the browser comes.
    visitor: IpAddr,
}

async fn hand_on(State(proxy): State<Proxy>, mut request: Request) -> Response {
    let path = request
        .uri()
        .path_and_query()
        .map_or("/", |path| path.as_str());
    let to = format!("http://{}{path}", proxy.to)
        .parse()
        .expect("an address");
    *request.uri_mut() = to;
    let headers = request.headers_mut();
    if !proxy.keeps_host {
        let own = HeaderValue::from_str(&proxy.to.to_string());
        headers.insert(header::HOST, own.expect("a host"));
    }
    let visitor = proxy.visitor.to_string().parse().expect("a header");
    // As nginx and Caddy do: behind what came.
    headers.append("x-forwarded-for", visitor);
    headers.insert("x-forwarded-proto", HeaderValue::from_static("https"));
    let answered = proxy.client.request(request).await;
    answered.expect("the service answers").into_response()
}

/// The pages of a house on a connection of their own, and a proxy before them.
async fn proxied(house: &House, public: &str, keeps_host: bool, visitor: &str) -> Router {
    let front = Front {
        public: Some(config::public_url(public, Lang::De).expect("an address")),
        proxies: vec!["127.0.0.1/32".parse().expect("a network")],
        ..Front::default()
    };
    let app = App::new(Arc::clone(&house.service)).behind(front);
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let to = listener.local_addr().expect("it is bound");
    tokio::spawn(web::serve(listener, app, std::future::pending()));
    let proxy = Proxy {
        to,
        client: Client::builder(TokioExecutor::new()).build_http(),
        keeps_host,
        visitor: visitor.parse().expect("an address"),
    };
    Router::new().fallback(hand_on).with_state(proxy)
}

/// What a browser sends that says `Origin` and nothing newer.
async fn send(proxy: &Router, origin: &str, address: &str, form: &str) -> Answer {
    let sent = Request::builder()
        .method(Method::POST)
        .uri(address)
        .header(header::HOST, "netz.example.org")
        .header(header::ORIGIN, origin)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    answer(proxy, sent.body(Body::from(form.to_owned()))).await
}

#[tokio::test]
async fn somebody_signs_in_through_a_proxy_that_keeps_the_host_or_does_not() {
    let house = House::open().await;
    coordination(&house).await;
    for keeps_host in [true, false] {
        let proxy = proxied(&house, PUBLIC, keeps_host, "198.51.100.7").await;
        let signed = send(&proxy, PUBLIC, "/sign-in", SIGN_IN).await;
        assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.text());
        let cookie = signed.header("set-cookie");
        assert!(cookie.starts_with("__Host-session=") && cookie.contains("Secure"));
        let asked = Request::builder()
            .uri("/districts/mitte")
            .header(header::HOST, "netz.example.org")
            .header(header::COOKIE, session(&signed));
        let page = answer(&proxy, asked.body(Body::empty())).await;
        assert_eq!(page.header("referrer-policy"), "same-origin");
        page.says(StatusCode::OK);
        let foreign = send(&proxy, "https://evil.example", "/sign-in", SIGN_IN).await;
        foreign.says(StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn a_proxy_that_hides_the_host_before_another_public_address_is_told_what_to_do() {
    let house = House::open().await;
    coordination(&house).await;
    let proxy = proxied(&house, "https://alt.example.org", false, "198.51.100.7").await;
    let refused = send(&proxy, PUBLIC, "/sign-in", SIGN_IN).await;
    let page = refused.says(StatusCode::FORBIDDEN);
    for words in [
        "Host und Origin unverändert weitergeben",
        "--public-url",
        "nichts geändert",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let proxy = proxied(&house, "https://alt.example.org", true, "198.51.100.7").await;
    let refused = send(&proxy, PUBLIC, "/sign-in", SIGN_IN).await;
    let page = refused.says(StatusCode::MISDIRECTED_REQUEST);
    assert!(page.contains("--public-url"), "{page}");
}

#[tokio::test]
async fn what_a_proxy_says_of_who_asks_counts_and_what_the_visitor_says_does_not() {
    let house = House::open().await;
    coordination(&house).await;
    let proxy = proxied(&house, PUBLIC, true, "198.51.100.7").await;
    for _ in 0..100 {
        let wrong = send(&proxy, PUBLIC, "/invitation", "code=falsch").await;
        assert_eq!(wrong.status, StatusCode::NOT_FOUND);
    }
    let sent = Request::builder()
        .method(Method::POST)
        .uri("/sign-in")
        .header(header::HOST, "netz.example.org")
        .header(header::ORIGIN, PUBLIC)
        .header("x-forwarded-for", "203.0.113.77")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let waits = answer(&proxy, sent.body(Body::from(SIGN_IN))).await;
    waits.says(StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn what_holds_a_secret_is_not_compressed_and_other_pages_are() {
    let house = House::open().await;
    let cookie = coordination(&house).await;
    let role = miteinander::domain::Role::CoreTeam(super::people::district("mitte"));
    let invited = invite(&house, "t@mitte.example", role).await;
    let link = format!("/invitation/{}", invited.token);
    let code = format!("code={}", invited.code);
    let late = post(&house, "/sign-out", &cookie, "").await;
    assert_eq!(late.status, StatusCode::SEE_OTHER);
    let signed = session(&post(&house, "/sign-in", "", SIGN_IN).await);
    let accounts = "/districts/mitte/accounts";
    for (method, address, cookie, form, is_compressed) in [
        (Method::GET, "/how", "", "", true),
        (Method::GET, "/districts/mitte", signed.as_str(), "", true),
        (Method::GET, link.as_str(), "", "", false),
        (Method::POST, "/invitation", "", code.as_str(), false),
        (
            Method::POST,
            accounts,
            signed.as_str(),
            "email=l%40mitte.example&role=leader",
            false,
        ),
        (
            Method::POST,
            accounts,
            cookie.as_str(),
            "email=l%40mitte.example&role=leader",
            false,
        ),
        (
            Method::POST,
            "/sign-in",
            "",
            "email=k%40mitte.example&password=falsch",
            false,
        ),
    ] {
        let asked = super::request(method, address)
            .header(header::COOKIE, cookie)
            .header(header::ACCEPT_ENCODING, "gzip")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        let answer = house.ask(asked.body(Body::from(form.to_owned()))).await;
        let found = answer.headers.contains_key(header::CONTENT_ENCODING);
        assert_eq!(found, is_compressed, "{address}: {}", answer.status);
        assert!(answer.bytes.len() > 500, "{address}");
    }
}
