//! A socket that does not wait for ever: for a head, for the next request, for a reader.
//!
//! hyper has a time limit for heads, but starts it as soon as it could read one, so it would close connections that are
//! kept for the next request; and it has none for writing.

use std::io::{Error, ErrorKind, IoSlice, Result};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::Instant;

use super::Limits;
use super::activity::Activity;
use super::pace::{Alarm, Pace};

/// A stream with its limits.
pub struct Bounded<S> {
    stream: S,
    activity: Arc<Activity>,
    limits: Limits,
    /// When the head that is being read began, and how many requests came before it.
    head: Option<(Instant, u64)>,
    alarm: Alarm,
    /// How fast the answer to the request of this number is read.
    pace: (u64, Pace),
}

impl<S> Bounded<S> {
    /// Bounds what the other end of a stream may take.
    pub fn new(stream: S, activity: Arc<Activity>, limits: Limits) -> Self {
        Self {
            stream,
            activity,
            limits,
            head: None,
            alarm: Alarm::default(),
            pace: (0, Pace::new(limits.answer, limits.whole)),
        }
    }

    /// Ready once nothing came for too long, where a request is waited for.
    fn nothing_came(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let Some(between) = self.activity.between() else {
            return Poll::Pending;
        };
        let until = match self.head {
            Some((begun, before)) if before == between.requests => begun + self.limits.head,
            _ if between.requests == 0 => between.last + self.limits.head,
            _ => between.last + self.limits.idle,
        };
        self.alarm.poll(until, cx)
    }

    fn came(&mut self) {
        if let Some(between) = self.activity.between()
            && self
                .head
                .is_none_or(|(_, before)| before != between.requests)
        {
            self.head = Some((Instant::now(), between.requests));
        }
    }

    fn wrote(&mut self, polled: Poll<Result<usize>>, cx: &mut Context<'_>) -> Poll<Result<usize>> {
        let request = self.activity.requests();
        let (answered, pace) = &mut self.pace;
        if *answered != request {
            *answered = request;
            *pace = Pace::new(self.limits.answer, self.limits.whole);
        }
        match polled {
            Poll::Ready(Ok(bytes)) => {
                pace.moved(bytes);
                Poll::Ready(Ok(bytes))
            }
            Poll::Ready(error) => Poll::Ready(error),
            Poll::Pending => {
                ready!(pace.too_slow(cx));
                Poll::Ready(Err(too_slow("the answer is not read")))
            }
        }
    }
}

fn too_slow(what: &'static str) -> Error {
    Error::new(ErrorKind::TimedOut, what)
}

impl<S: AsyncRead + Unpin> AsyncRead for Bounded<S> {
    fn poll_read(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<Result<()>> {
        let this = self.get_mut();
        let before = into.filled().len();
        match Pin::new(&mut this.stream).poll_read(cx, into) {
            Poll::Ready(read) => {
                if into.filled().len() > before {
                    this.came();
                }
                Poll::Ready(read)
            }
            Poll::Pending => {
                ready!(this.nothing_came(cx));
                Poll::Ready(Err(too_slow("no request came")))
            }
        }
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Bounded<S> {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<Result<usize>> {
        let this = self.get_mut();
        this.activity.sending();
        let polled = Pin::new(&mut this.stream).poll_write(cx, bytes);
        this.wrote(polled, cx)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[IoSlice<'_>],
    ) -> Poll<Result<usize>> {
        let this = self.get_mut();
        this.activity.sending();
        let polled = Pin::new(&mut this.stream).poll_write_vectored(cx, bytes);
        this.wrote(polled, cx)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<()>> {
        let this = self.get_mut();
        let flushed = ready!(Pin::new(&mut this.stream).poll_flush(cx));
        this.activity.sent();
        // From here on a request is waited for, and nobody may ask again before one comes: the alarm has to be set.
        let _ = this.nothing_came(cx);
        Poll::Ready(flushed)
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_shutdown(cx)
    }
}
