//! The link with the key, as it is opened.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

use super::App;
use super::key::KEY;
use super::reader::Reader;
use super::sign_in::go;

/// Gives a browser that opens the link its cookie, and leads it on so that the key stays in no address.
pub async fn take(State(app): State<App>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let mut reader = Reader::of(&parts);
    let right = app.front.key.as_ref().filter(|key| {
        let said = reader.asked(KEY);
        reader.reads && said.is_some_and(|said| key.is(said))
    });
    match right {
        Some(key) => {
            reader.query.retain(|(name, _)| name != KEY);
            go(&reader.address(), key.cookie())
        }
        None => next.run(Request::from_parts(parts, body)).await,
    }
}
