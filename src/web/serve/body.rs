//! Bodies: what a request brings has to keep coming, and what an answer holds is held until it is read.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::BoxError;
use axum::body::{Body, Bytes, HttpBody};
use axum::http::{HeaderMap, header};
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt;

use super::Limits;
use super::activity::Request;
use super::pace::Pace;

/// How much is read on after a refusal: whoever sends a file somewhat too large hears why.
const READ_ON: usize = 32 << 20;

/// The body of a request did not come to its end: the connection broke, or it came too slowly.
#[derive(Debug)]
pub struct Cut;

impl fmt::Display for Cut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the body of the request was cut")
    }
}

impl std::error::Error for Cut {}

/// What a request brings, at its least rate.
///
/// What nobody reads to its end is read on for a while and thrown away: a browser looks for the answer only after it has
/// sent everything, and would show a broken line instead of why its file was refused.
pub struct Brought {
    body: Option<Body>,
    pace: Pace,
    linger: Duration,
    /// Whether the other end waits for our word before it sends anything.
    asks_first: bool,
}

impl Brought {
    /// The body of a request with these headers.
    pub fn new(body: Body, headers: &HeaderMap, limits: &Limits) -> Self {
        Self {
            body: Some(body),
            pace: Pace::new(limits.body, limits.whole),
            linger: limits.linger,
            asks_first: headers.contains_key(header::EXPECT),
        }
    }
}

impl HttpBody for Brought {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let this = &mut *self;
        this.asks_first = false;
        let Some(body) = &mut this.body else {
            return Poll::Ready(None);
        };
        match Pin::new(body).poll_frame(cx) {
            Poll::Ready(Some(Ok(frame))) => {
                this.pace.moved(frame.data_ref().map_or(0, Bytes::len));
                Poll::Ready(Some(Ok(frame)))
            }
            Poll::Ready(None) => {
                this.body = None;
                Poll::Ready(None)
            }
            Poll::Pending if this.pace.too_slow(cx).is_pending() => Poll::Pending,
            Poll::Ready(Some(Err(_))) | Poll::Pending => {
                this.body = None;
                Poll::Ready(Some(Err(Cut.into())))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.body.as_ref().is_none_or(Body::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.body
            .as_ref()
            .map_or_else(|| SizeHint::with_exact(0), HttpBody::size_hint)
    }
}

impl Drop for Brought {
    fn drop(&mut self) {
        let Some(rest) = self.body.take() else {
            return;
        };
        if rest.is_end_stream() || self.asks_first {
            return;
        }
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            let reading_on = tokio::time::timeout(self.linger, read_on(rest));
            runtime.spawn(reading_on);
        }
    }
}

async fn read_on(mut body: Body) {
    let mut read = 0;
    while let Some(Ok(frame)) = body.frame().await {
        read += frame.data_ref().map_or(0, Bytes::len);
        if read > READ_ON {
            return;
        }
    }
}

/// What answers a request, which is under way as long as this is there.
pub struct Answer {
    body: Body,
    _request: Request,
}

impl Answer {
    /// The body of the answer to a request.
    pub fn new(body: Body, request: Request) -> Self {
        Self {
            body,
            _request: request,
        }
    }
}

impl HttpBody for Answer {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
