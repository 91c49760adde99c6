//! How much memory uploads and answers may take together.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body::{Frame, SizeHint};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::errors::Error;
use super::serve::Limits;

/// An answer up to this size is always sent, so that a refusal can still be told.
const CRUMB: u64 = 16 << 10;

/// So many bytes, for all together.
#[derive(Debug, Clone)]
pub struct Budget {
    free: Arc<Semaphore>,
    whole: usize,
}

/// Bytes taken from a budget; returned when this is dropped.
#[derive(Debug)]
pub struct Share {
    budget: Budget,
    held: Option<OwnedSemaphorePermit>,
}

impl Budget {
    /// A budget of so many bytes.
    pub fn new(bytes: usize) -> Self {
        let whole = bytes.min(Semaphore::MAX_PERMITS);
        Self {
            free: Arc::new(Semaphore::new(whole)),
            whole,
        }
    }

    /// A share that holds nothing yet.
    pub fn share(&self) -> Share {
        Share {
            budget: self.clone(),
            held: None,
        }
    }

    /// Whether so many bytes are free at this moment.
    pub fn has(&self, bytes: u64) -> bool {
        self.free.available_permits() as u64 >= bytes
    }
}

impl Share {
    /// Takes more bytes from the budget, or fails where they are not free.
    pub fn grow(&mut self, bytes: usize) -> Result<(), Error> {
        let bytes = u32::try_from(bytes).map_err(|_| Error::Crowded)?;
        let free = Arc::clone(&self.budget.free);
        let more = free.try_acquire_many_owned(bytes);
        let more = more.map_err(|_| Error::Crowded)?;
        match &mut self.held {
            Some(held) => held.merge(more),
            None => self.held = Some(more),
        }
        Ok(())
    }
}

/// The memory for answers. Pages and large files have a budget each, so that a few slow downloads block no page.
#[derive(Debug, Clone)]
pub struct Answers {
    pages: Budget,
    files: Budget,
    large: u64,
}

impl Answers {
    /// The budgets within these limits.
    pub fn within(limits: &Limits) -> Self {
        Self {
            pages: Budget::new(limits.pages),
            files: Budget::new(limits.files),
            large: limits.large,
        }
    }
}

/// Holds an answer's share of the budget until it is read or its reader is gone; refuses an answer past the budget.
///
/// An answer larger than the whole budget gets all of it.
pub async fn hold(State(answers): State<Answers>, request: Request, next: Next) -> Response {
    let answer = next.run(request).await;
    let Some(bytes) = answer.body().size_hint().exact() else {
        return answer;
    };
    if bytes <= CRUMB {
        return answer;
    }
    let budget = if bytes < answers.large {
        &answers.pages
    } else {
        &answers.files
    };
    let mut share = budget.share();
    let wanted = usize::try_from(bytes).map_or(budget.whole, |bytes| bytes.min(budget.whole));
    if let Err(error) = share.grow(wanted) {
        tracing::info!(bytes, "too many answers are unread; one more is refused");
        return error.into_response();
    }
    let share = Arc::new(share);
    answer.map(|body| Body::new(Holding { body, share }))
}

/// A body that holds its share, and so does each piece of it.
struct Holding {
    body: Body,
    share: Arc<Share>,
}

impl HttpBody for Holding {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let frame = ready!(Pin::new(&mut self.body).poll_frame(cx));
        let held = |bytes| {
            let _share = Arc::clone(&self.share);
            Bytes::from_owner(Held { bytes, _share })
        };
        Poll::Ready(frame.map(|frame| frame.map(|frame| frame.map_data(held))))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// Bytes that hold their share as long as any part of them is somewhere.
struct Held {
    bytes: Bytes,
    _share: Arc<Share>,
}

impl AsRef<[u8]> for Held {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}
