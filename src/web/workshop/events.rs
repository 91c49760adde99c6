//! Server-sent events: that a district has changed, and nothing of what.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::http::HeaderName;
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::unfold;

use crate::store::Head;
use crate::web::App;
use crate::web::visit::Editor;

/// How often it is said that the line still holds.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// A proxy that collects answers before it sends them would keep the news to itself.
const UNBUFFERED: (HeaderName, &str) = (HeaderName::from_static("x-accel-buffering"), "no");

/// GET /districts/{district}/workshop/events
pub async fn events(State(app): State<App>, Editor(view): Editor) -> impl IntoResponse {
    let told = app.service.watch(&view.version.district);
    let changes = unfold(told, async |mut told| {
        loop {
            told.changed().await.ok()?;
            let head: Option<Head> = *told.borrow_and_update();
            if let Some(Head { revision, mark }) = head {
                let stands = format!("{}-{}", revision.0, mark.0);
                let event = Event::default().event("stands").data(stands);
                return Some((Ok::<_, Infallible>(event), told));
            }
        }
    });
    let alive = KeepAlive::new().interval(HEARTBEAT);
    ([UNBUFFERED], Sse::new(changes).keep_alive(alive))
}
