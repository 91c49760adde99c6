//! No connection is held for ever, and none shuts the others out.

use std::time::{Duration, Instant};

use miteinander::web::{Limits, Rate};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::served::{Served, Visitor, before_long, form, get, upload, upload_head};

const SHORT: Duration = Duration::from_millis(150);

/// Faster than any test is slow.
const NO_RATE: Rate = Rate {
    window: Duration::from_secs(60),
    bytes: 0,
};

/// A rate that a few bytes now and then do not reach.
const RATE: Rate = Rate {
    window: SHORT,
    bytes: 2_000,
};

/// Sends a byte now and then until the other end has had enough, and answers what it said.
async fn trickle(visitor: Visitor) -> String {
    let (mut from, mut to) = visitor.0.into_split();
    let sending = tokio::spawn(async move {
        while to.write_all(b"x").await.is_ok() {
            tokio::time::sleep(SHORT / 10).await;
        }
    });
    let mut said = Vec::new();
    // A reset ends it as well.
    let _ = before_long(from.read_to_end(&mut said)).await;
    sending.abort();
    String::from_utf8_lossy(&said).into_owned()
}

#[tokio::test]
async fn a_connection_that_says_nothing_is_closed() {
    let limits = Limits {
        head: SHORT,
        ..Limits::default()
    };
    let served = Served::within(limits).await;
    served.visit().await.closed().await;
}

#[tokio::test]
async fn a_head_that_never_ends_is_closed() {
    let limits = Limits {
        head: SHORT,
        ..Limits::default()
    };
    let served = Served::within(limits).await;
    let mut visitor = served.visit().await;
    visitor.get("/health").await;
    visitor.send("GET /health HTTP/1.1\r\nX: ").await;
    assert_eq!(trickle(visitor).await, "");
}

#[tokio::test]
async fn a_connection_is_kept_for_the_next_request_longer_than_a_head_may_take() {
    let limits = Limits {
        head: SHORT,
        ..Limits::default()
    };
    let served = Served::within(limits).await;
    let mut kept = served.visit().await;
    kept.get("/health").await;
    // This one begins later, and its time is over.
    served.visit().await.closed().await;
    assert!(kept.get("/health").await.ends_with("ok\n"));
}

#[tokio::test]
async fn a_connection_without_a_further_request_is_closed() {
    let limits = Limits {
        idle: SHORT,
        ..Limits::default()
    };
    let served = Served::within(limits).await;
    let mut visitor = served.visit().await;
    visitor.get("/health").await;
    visitor.closed().await;
}

#[tokio::test]
async fn a_connection_is_idle_once_the_last_of_its_answers_is_read() {
    let limits = Limits {
        idle: SHORT,
        ..Limits::default()
    };
    let served = Served::within(limits).await;
    let mut reader = served.visit().await;
    reader.send(get("/style.css").repeat(200)).await;
    // More than the system holds: the last of it is sent when this is read, and the end comes by the idle limit alone.
    let mut read = Vec::new();
    before_long(reader.0.read_to_end(&mut read))
        .await
        .expect("it is closed, not reset");
    let answers = String::from_utf8_lossy(&read)
        .matches("HTTP/1.1 200")
        .count();
    assert_eq!(answers, 200);
}

#[tokio::test]
async fn a_body_that_trickles_is_cut() {
    let limits = Limits {
        body: RATE,
        ..Limits::default()
    };
    let served = Served::within(limits).await;
    let mut visitor = served.visit().await;
    visitor.send(upload_head("Content-Length: 100000")).await;
    visitor.send(&form(30_000)[..20_000]).await;
    let said = trickle(visitor).await;
    assert!(said.starts_with("HTTP/1.1 400"), "{said}");
    assert!(said.contains("Die Übertragung ist abgebrochen"), "{said}");
}

#[tokio::test]
async fn a_body_has_an_end_however_steady_it_comes() {
    let limits = Limits {
        body: NO_RATE,
        whole: SHORT,
        ..Limits::default()
    };
    let served = Served::within(limits).await;
    let mut visitor = served.visit().await;
    visitor.send(upload_head("Content-Length: 100000")).await;
    let said = trickle(visitor).await;
    assert!(said.starts_with("HTTP/1.1 400"), "{said}");
}

#[tokio::test]
async fn a_reader_that_reads_nothing_is_dropped() {
    // There is one place, and only an idle connection is asked to go: the next is answered when the reader is dropped.
    let limits = Limits {
        connections: 1,
        answer: RATE,
        ..Limits::default()
    };
    let served = Served::within(limits).await;
    let mut reader = served.visit().await;
    reader.send(get("/style.css").repeat(500)).await;
    let mut next = served.visit().await;
    assert!(next.get("/health").await.ends_with("ok\n"));
}

#[tokio::test]
async fn a_slow_but_steady_reader_is_served() {
    let window = Duration::from_millis(1_500);
    let limits = Limits {
        answer: Rate {
            window,
            bytes: 2_000,
        },
        ..Limits::default()
    };
    let served = Served::within(limits).await;
    let mut reader = served.visit().await;
    reader.send(get("/style.css").repeat(200)).await;
    let mut last = served.visit().await;
    let style = last.get("/style.css").await;
    let mut left = style.len() * 200;
    assert!(left > 1_500_000, "more than the system holds: {left}");
    let mut part = vec![0; 16 << 10];
    let begun = Instant::now();
    while left > 0 {
        let read = before_long(reader.0.read(&mut part)).await;
        let read = read.expect("it is served on");
        assert!(read > 0, "{left} bytes were kept back");
        left -= read.min(left);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert!(begun.elapsed() > window, "it was slow");
}

#[tokio::test]
async fn idle_connections_make_room() {
    let limits = Limits {
        connections: 3,
        ..Limits::default()
    };
    let served = Served::within(limits).await;
    let mut crowd = Vec::new();
    for _ in 0..3 {
        let mut visitor = served.visit().await;
        visitor.get("/health").await;
        crowd.push(visitor);
    }
    let mut next = served.visit().await;
    assert!(next.get("/health").await.ends_with("ok\n"));
    crowd[0].closed().await;
    assert!(crowd[1].get("/health").await.ends_with("ok\n"));
    assert!(crowd[2].get("/health").await.ends_with("ok\n"));
}

#[tokio::test]
async fn past_the_cap_a_request_under_way_is_finished_and_the_next_waits() {
    let limits = Limits {
        connections: 1,
        ..Limits::default()
    };
    let served = Served::within(limits).await;
    let whole = upload(1_000);
    let (begin, end) = whole.split_at(whole.len() - 500);
    let mut first = served.visit().await;
    first.send(begin).await;
    let mut next = served.visit().await;
    next.send(get("/health")).await;
    first.send(end).await;
    let taken = first.answer().await;
    assert!(taken.starts_with("HTTP/1.1 303"), "{taken}");
    assert!(next.answer().await.ends_with("ok\n"));
    first.closed().await;
}

#[tokio::test]
async fn at_the_end_idle_connections_are_closed_and_requests_finished() {
    let mut served = Served::within(Limits::default()).await;
    let mut idle = served.visit().await;
    idle.get("/health").await;
    let mut silent = served.visit().await;
    let whole = upload(1_000);
    let (begin, end) = whole.split_at(whole.len() - 500);
    let mut busy = served.visit().await;
    busy.send(get("/health")).await;
    busy.answer().await;
    busy.send(begin).await;
    // The form is being read once its head is; a place tells nothing of that, so the stop comes after another answer.
    idle.get("/health").await;
    served.stop();
    idle.closed().await;
    silent.closed().await;
    busy.send(end).await;
    let taken = busy.answer().await;
    assert!(taken.starts_with("HTTP/1.1 303"), "{taken}");
    busy.closed().await;
    served.ended().await;
}
