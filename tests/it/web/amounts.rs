//! Uploads and answers that are large, many, or cut.

use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use miteinander::web::{self, Limits};
use tokio::io::AsyncWriteExt;
use tower::ServiceExt;

use super::served::{Served, form, upload, upload_head};
use super::{House, answer, request};

#[tokio::test]
async fn a_cut_upload_is_told_as_cut() {
    let served = Served::within(Limits::default()).await;
    for length in ["Content-Length: 100000", "Transfer-Encoding: chunked"] {
        let mut visitor = served.visit().await;
        visitor.send(upload_head(length)).await;
        if length.starts_with("Transfer") {
            visitor.send("4000\r\n").await;
        }
        visitor.send(&form(30_000)[..10_000]).await;
        visitor.0.shutdown().await.expect("one end can be closed");
        let said = visitor.answer().await;
        assert!(said.starts_with("HTTP/1.1 400"), "{said}");
        assert!(said.contains("Die Übertragung ist abgebrochen"), "{said}");
        assert!(!said.contains("zu groß"), "{said}");
    }
}

#[tokio::test]
async fn a_file_that_is_announced_too_large_is_refused_before_it_comes() {
    let served = Served::within(Limits::default()).await;
    let mut visitor = served.visit().await;
    visitor.send(upload_head("Content-Length: 25000000")).await;
    let said = visitor.answer().await;
    assert!(said.starts_with("HTTP/1.1 413"), "{said}");
    assert!(said.contains("Eingelesen werden Dateien bis 20 MB."));
}

#[tokio::test]
async fn whoever_sends_all_of_a_too_large_file_first_hears_why_it_is_refused() {
    let served = Served::within(Limits::default()).await;
    let form = form(25_000_000);
    for chunked in [false, true] {
        let mut visitor = served.visit().await;
        if chunked {
            visitor
                .send(upload_head("Transfer-Encoding: chunked"))
                .await;
            for part in form.chunks(1_000_000) {
                visitor.send(format!("{:x}\r\n", part.len())).await;
                visitor.send(part).await;
                visitor.send("\r\n").await;
            }
            visitor.send("0\r\n\r\n").await;
        } else {
            let length = format!("Content-Length: {}", form.len());
            visitor.send(upload_head(&length)).await;
            visitor.send(&form).await;
        }
        let said = visitor.answer().await;
        assert!(said.starts_with("HTTP/1.1 413"), "{said}");
        assert!(said.contains("Eingelesen werden Dateien bis 20 MB."));
    }
}

#[tokio::test]
async fn what_comes_after_a_refusal_is_not_read_for_ever() {
    let served = Served::within(Limits::default()).await;
    let mut visitor = served.visit().await;
    visitor
        .send(upload_head("Transfer-Encoding: chunked"))
        .await;
    let mut chunk = b"100000\r\n".to_vec();
    chunk.extend_from_slice(&form(1 << 20)[..1 << 20]);
    chunk.extend_from_slice(b"\r\n");
    let mut sent = 0;
    while sent < 1_000 && visitor.0.write_all(&chunk).await.is_ok() {
        sent += 1;
    }
    assert!(sent < 100, "it took {sent} MB of a file that may have 20");
}

#[tokio::test]
async fn uploads_past_the_budget_are_told_to_come_back() {
    let limits = Limits {
        uploads: 100_000,
        ..Limits::default()
    };
    let served = Served::within(limits).await;
    let announced = served.visit().await.told(&upload(150_000)).await;
    assert!(announced.starts_with("HTTP/1.1 503"), "{announced}");
    assert!(announced.to_lowercase().contains("retry-after: 30"));
    assert!(announced.contains("Gerade werden zu viele große Dateien übertragen"));

    let whole = upload(60_000);
    let (begin, end) = whole.split_at(55_000);
    let mut first = served.visit().await;
    first.send(begin).await;
    // Until the first is read so far there is room for another.
    let tries = async {
        while !served
            .visit()
            .await
            .told(&whole)
            .await
            .starts_with("HTTP/1.1 503")
        {}
    };
    super::served::before_long(tries).await;
    first.send(end).await;
    assert!(first.answer().await.starts_with("HTTP/1.1 303"));
    assert!(
        served
            .visit()
            .await
            .told(&whole)
            .await
            .starts_with("HTTP/1.1 303")
    );
}

#[tokio::test]
async fn kept_uploads_give_way_to_newer_ones() {
    let limits = Limits {
        kept: 100_000,
        ..Limits::default()
    };
    let served = Served::within(limits).await;
    let mut visitor = served.visit().await;
    let mut previews = Vec::new();
    for _ in 0..3 {
        let said = visitor.told(&upload(45_000)).await;
        let place = said
            .lines()
            .find_map(|line| line.strip_prefix("location: "));
        previews.push(place.expect("the preview's address").to_owned());
    }
    let gone = visitor.get(&previews[0]).await;
    assert!(gone.starts_with("HTTP/1.1 410"), "{gone}");
    for kept in &previews[1..] {
        let preview = visitor.get(kept).await;
        assert!(!preview.starts_with("HTTP/1.1 410"), "{preview}");
    }
}

#[tokio::test]
async fn files_past_the_budget_are_told_to_come_back_and_pages_are_not() {
    let house = House::open().await;
    let path = "/districts/musterbezirk/export/json";
    let size = house.get(path).await.bytes.len();
    let limits = Limits {
        files: size + size / 2,
        large: size as u64,
        ..Limits::default()
    };
    let app = web::router(web::App::new(house.service.clone()).within(limits));
    let ask = async || {
        let asked = request(Method::GET, path).body(Body::empty());
        let asked = asked.expect("the request is well formed");
        app.clone().oneshot(asked).await.expect("it answers")
    };
    let unread = ask().await;
    assert_eq!(unread.status(), StatusCode::OK);
    assert_eq!(unread.headers()[header::CONTENT_LENGTH], size.to_string());
    let refused = ask().await;
    assert_eq!(refused.status(), StatusCode::SERVICE_UNAVAILABLE);
    let page = request(Method::GET, "/districts/musterbezirk").body(Body::empty());
    answer(&app, page).await.says(StatusCode::OK);
    assert_eq!(refused.headers()[header::RETRY_AFTER], "30");
    drop(unread);
    let next = ask().await;
    assert_eq!(next.status(), StatusCode::OK);
    // A piece that somebody still holds holds the whole.
    let mut body = next.into_body();
    let piece = http_body_util::BodyExt::frame(&mut body).await;
    drop(body);
    assert_eq!(ask().await.status(), StatusCode::SERVICE_UNAVAILABLE);
    drop(piece);
    assert_eq!(ask().await.status(), StatusCode::OK);
}
