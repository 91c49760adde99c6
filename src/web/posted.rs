//! What a form sent: its fields, not yet judged, and the request that they are.

use axum::extract::{FromRequest, RawForm, Request as HttpRequest};
use axum::http::StatusCode;
use uuid::Uuid;

use crate::store::{Content, Request};

use super::errors::Error;
use super::reader::items_of;

/// How many bytes a form may have, but for an import.
pub const BODY: usize = 64 << 10;

/// A posted form. Its request is known again by where it was sent and by all its fields: what a reader ticks after
/// going back in the browser comes with the same number, but is another request.
pub struct Posted {
    path: String,
    fields: Vec<(String, String)>,
}

impl Posted {
    /// All values of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let fields = self.fields.iter();
        fields
            .filter(move |(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// The first value of a field.
    pub fn one(&self, name: &str) -> Option<&str> {
        self.fields
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// All fields in their order.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        let fields = self.fields.iter();
        fields.map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The request, by the number that the form was made with.
    pub fn request(&self) -> Result<Request, Error> {
        let id = self.one("request").and_then(|id| Uuid::parse_str(id).ok());
        Ok(self.request_numbered(id.ok_or(Error::BadRequest)?))
    }

    /// The request under a number that the form's address names.
    pub fn request_numbered(&self, id: Uuid) -> Request {
        let fields = self.fields.iter();
        let fields = fields.flat_map(|(key, value)| [key.as_bytes(), value.as_bytes()]);
        Request {
            id,
            content: Content::of([self.path.as_bytes()].into_iter().chain(fields)),
        }
    }
}

impl<S: Send + Sync> FromRequest<S> for Posted {
    type Rejection = Error;

    async fn from_request(request: HttpRequest, state: &S) -> Result<Self, Error> {
        let path = request.uri().path().to_owned();
        let form = RawForm::from_request(request, state).await;
        let RawForm(form) = form.map_err(|refused| match refused.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge,
            _ => Error::BadRequest,
        })?;
        let form = std::str::from_utf8(&form).map_err(|_| Error::BadRequest)?;
        Ok(Self {
            path,
            fields: items_of(form),
        })
    }
}
