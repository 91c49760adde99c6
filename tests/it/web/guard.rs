//! Requests from other sites and under other names are refused; pages keep to themselves.

use axum::body::Body;
use axum::http::{Method, StatusCode, Version, header};
use miteinander::text::Lang;
use miteinander::{config, web};

use super::{House, answer, request};

#[tokio::test]
async fn a_form_from_another_site_changes_nothing() {
    let house = House::open().await;
    let form = "request=6f5c1a52-8b7e-4c6d-9a43-0d9c6c1c2b11&unit=jugendamt";
    let foreign = [
        ("sec-fetch-site", "cross-site", "von einer anderen Website"),
        ("sec-fetch-site", "same-site", "von einer anderen Website"),
        (
            "origin",
            "http://example.org",
            "muss er Host und Origin unverändert weitergeben",
        ),
        ("origin", "null", "--public-url"),
    ];
    for (name, value, words) in foreign {
        let sent = request(Method::POST, "/districts/mitte/offices").header(name, value);
        let answer = house.ask(sent.body(Body::from(form))).await;
        let page = answer.says(StatusCode::FORBIDDEN);
        assert!(page.contains(words), "{name}: {value}");
    }
    let page = house.get("/districts/mitte").await.text();
    assert!(page.contains("Hier ist noch nichts eingetragen."));
}

#[tokio::test]
async fn another_host_name_is_refused() {
    let house = House::open().await;
    for host in [
        "evil.example",
        "127.0.0.1.evil.example:8080",
        "localhost.evil.example",
        "10.0.0.1",
        "",
    ] {
        let asked = axum::http::Request::builder()
            .uri("/")
            .header(header::HOST, host);
        let page = house
            .ask(asked.body(Body::empty()))
            .await
            .says(StatusCode::MISDIRECTED_REQUEST);
        assert!(page.contains("--public-url"), "{host}");
    }
    let nameless = axum::http::Request::builder()
        .uri("/")
        .version(Version::HTTP_10)
        .body(Body::empty());
    assert_eq!(
        house.ask(nameless).await.status,
        StatusCode::MISDIRECTED_REQUEST
    );
}

#[tokio::test]
async fn a_request_names_exactly_one_host() {
    let house = House::open().await;
    let cases: [(&str, &[&str], StatusCode); 9] = [
        ("/health", &["localhost"], StatusCode::OK),
        ("/health", &[], StatusCode::BAD_REQUEST),
        (
            "/health",
            &["localhost", "localhost"],
            StatusCode::BAD_REQUEST,
        ),
        (
            "/style.css",
            &["localhost", "evil.example"],
            StatusCode::BAD_REQUEST,
        ),
        ("http://localhost/health", &["LOCALHOST:80"], StatusCode::OK),
        (
            "http://localhost:8080/health",
            &["localhost:8080"],
            StatusCode::OK,
        ),
        (
            "http://localhost/health",
            &["evil.example"],
            StatusCode::BAD_REQUEST,
        ),
        (
            "http://localhost/health",
            &["localhost:81"],
            StatusCode::BAD_REQUEST,
        ),
        (
            "http://evil.example/health",
            &["evil.example"],
            StatusCode::MISDIRECTED_REQUEST,
        ),
    ];
    for (address, hosts, status) in cases {
        let mut asked = axum::http::Request::builder().uri(address);
        for host in hosts {
            asked = asked.header(header::HOST, *host);
        }
        let answer = house.ask(asked.body(Body::empty())).await;
        assert_eq!(answer.status, status, "{address} {hosts:?}");
    }
}

#[test]
fn a_public_address_is_a_host_on_the_web_and_nothing_more() {
    for (asked, host) in [
        ("https://netz.example.org", "netz.example.org"),
        ("HTTP://Netz.example.org:8443/", "netz.example.org"),
        ("https://[::1]:8443", "[::1]"),
    ] {
        let read = config::public_url(asked, Lang::De).expect(asked);
        assert_eq!(read.host(), Some(host));
    }
    for asked in [
        "javascript:",
        "javascript:alert(1)",
        "javascript://netz.example.org",
        "ftp://netz.example.org",
        "netz.example.org",
        "/netz",
        "https://",
        "https:///netz",
        "https://ich@netz.example.org",
        "https://netz.example.org:99999",
        "https://netz.example.org:",
        "https://netz.example.org/netz",
        "https://netz.example.org/?a=b",
        "https://netz.example.org/#oben",
        "https://netz example.org",
        "",
    ] {
        let said = config::public_url(asked, Lang::En);
        let said = said.expect_err(asked);
        assert!(
            said.contains("--public-url") && said.contains("http or https"),
            "{said}"
        );
    }
}

#[tokio::test]
async fn this_machine_s_names_and_the_public_one_are_answered() {
    let house = House::open().await;
    let host = config::public_url("https://Netz.example.org/", Lang::De);
    let host = host.expect("the address names a host");
    let front = web::Front {
        public: Some(host),
        ..web::Front::default()
    };
    let app = web::App::new(house.service.clone()).behind(front);
    let app = web::router(app);
    for host in [
        "localhost:8080",
        "LOCALHOST",
        "127.0.0.1:1",
        "127.0.0.2",
        "[::1]:8080",
        "netz.example.org",
    ] {
        let asked = axum::http::Request::builder()
            .uri("/health")
            .header(header::HOST, host);
        assert_eq!(
            answer(&app, asked.body(Body::empty())).await.status,
            StatusCode::OK,
            "{host}"
        );
    }
}

#[tokio::test]
async fn pages_are_neither_framed_nor_sniffed_nor_stored() {
    let house = House::open().await;
    for address in [
        "/",
        "/districts/musterbezirk",
        "/nowhere",
        "/districts/musterbezirk/map.svg",
    ] {
        let answer = house.get(address).await;
        assert_eq!(
            answer.header("content-security-policy"),
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
             form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        );
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
        assert_eq!(answer.header("referrer-policy"), "same-origin");
        assert_eq!(answer.header("x-request-id").len(), 36);
    }
    assert_eq!(house.get("/").await.header("cache-control"), "no-store");
}

#[tokio::test]
async fn a_request_brings_at_most_its_limit() {
    let house = House::open().await;
    let form = "x".repeat(65 << 10);
    let answer = house.post("/districts/mitte/offices", &form).await;
    answer.says(StatusCode::PAYLOAD_TOO_LARGE);
    let file = vec![b'x'; (20 << 20) + 1];
    let answer = house
        .upload("/districts/mitte/import", &[("liste.csv", &file)])
        .await;
    let page = answer.says(StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.contains("Eingelesen werden Dateien bis 20 MB."));
}

#[tokio::test]
async fn an_answer_is_compressed_for_a_browser_that_asks_for_it() {
    let house = House::open().await;
    let asked =
        request(Method::GET, "/districts/musterbezirk").header(header::ACCEPT_ENCODING, "gzip");
    let answer = house.ask(asked.body(Body::empty())).await;
    assert_eq!(answer.header("content-encoding"), "gzip");
}

#[tokio::test]
async fn a_page_links_to_no_other_host_whatever_its_address() {
    let house = House::open().await;
    let page = house.get("//evil.example/districts").await.text();
    let away: Vec<String> = super::links(&page)
        .into_iter()
        .filter(|link| link.starts_with("//") || link.contains(':'))
        .collect();
    assert!(away.is_empty(), "{away:?}");
}

#[tokio::test]
async fn the_page_of_a_refused_name_is_shown_in_its_style() {
    let house = House::open().await;
    for (address, status) in [
        ("/style.css", StatusCode::OK),
        ("/icon.svg", StatusCode::OK),
        ("/template.xlsx", StatusCode::MISDIRECTED_REQUEST),
        ("/districts/musterbezirk", StatusCode::MISDIRECTED_REQUEST),
    ] {
        let asked = axum::http::Request::builder()
            .uri(address)
            .header(header::HOST, "evil.example");
        let answer = house.ask(asked.body(Body::empty())).await;
        assert_eq!(answer.status, status, "{address}");
    }
}

#[tokio::test]
async fn many_small_files_are_too_large_together() {
    let house = House::open().await;
    let name = "n".repeat(60_000);
    let files: Vec<(&str, &[u8])> = vec![(&name, b""); 400];
    let answer = house.upload("/districts/mitte/import", &files).await;
    let page = answer.says(StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.contains("href=\"/districts/mitte/import\""));
}
