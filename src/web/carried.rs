//! What somebody typed into a form that came after their session had ended: it travels in the sign-in form, since a
//! store of such texts would have to be looked after, and a restart or another instance would not know it.

use axum::body::HttpBody;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use axum::http::header;
use maud::{Markup, html};

use crate::domain::AccountId;

use super::App;
use super::errors::{Error, Result};
use super::posted::Posted;
use super::upload::FORM;

/// How many bytes of texts are carried: some thousand pasted rows.
const MOST: usize = 256 << 10;

/// How many bytes a sign-in form may have that carries so much, where each byte is written as three.
pub const CARRYING: usize = 3 * MOST + (64 << 10);

/// The fields that let somebody in. Nobody writes them into a page again.
const SECRET: [&str; 7] = [
    "password", "new", "again", "token", "code", "phone", "username",
];

/// Whether a field lets somebody in.
pub fn is_secret(name: &str) -> bool {
    SECRET.contains(&name)
}

/// Before the name of each field that is carried.
const FIELD: &str = "typed.";

/// The fields of the sign-in form that say for which address, of whose, and what was left behind.
const TO: &str = "typed-to";
const WHOSE: &str = "typed-by";
const FILES: &str = "typed-files";
const LARGE: &str = "typed-large";

/// What was typed, for which address, and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// The address that the form was sent to. It comes from the browser: only one of ours is gone on with.
    pub to: String,
    /// The account of the session that had ended.
    pub whose: AccountId,
    /// The fields, but for secrets and files.
    pub fields: Vec<(String, String)>,
    /// Whether a file was left behind.
    pub files: bool,
    /// Whether a text was left behind, as it was too large.
    pub large: bool,
}

impl Carried {
    /// Reads what was sent to an address, as far as it can be carried.
    pub async fn read(app: &App, request: Request, whose: AccountId) -> Result<Self> {
        let to = request.uri().path_and_query();
        let mut carried = Self {
            to: to.map_or("/", |to| to.as_str()).to_owned(),
            whose,
            fields: Vec::new(),
            files: false,
            large: false,
        };
        let kind = request.headers().get(header::CONTENT_TYPE);
        if kind.is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/")) {
            carried.parts(request).await?;
        } else {
            let _share = app.uploads.room(request.body().size_hint().exact())?;
            let form = limited(request, CARRYING);
            match Posted::from_request(form, app).await {
                Ok(form) => form
                    .fields()
                    .for_each(|(name, value)| carried.take(name, value)),
                Err(Error::TooLarge) => carried.large = true,
                Err(error) => return Err(error),
            }
        }
        Ok(carried)
    }

    /// Reads a form with files, of which nothing is held.
    async fn parts(&mut self, request: Request) -> Result<()> {
        let form = Multipart::from_request(limited(request, FORM), &()).await;
        let mut form = form.map_err(|_| Error::BadRequest)?;
        while let Ok(Some(mut field)) = form.next_field().await {
            let name = field.name().unwrap_or_default().to_owned();
            let is_file = field.file_name().is_some();
            let mut bytes = Vec::new();
            let mut length = 0;
            while let Ok(Some(piece)) = field.chunk().await {
                length += piece.len();
                if !is_file && length <= MOST {
                    bytes.extend_from_slice(&piece);
                }
            }
            self.files |= is_file && length > 0;
            match String::from_utf8(bytes) {
                Ok(_) if is_file => {}
                Ok(text) if length <= MOST => self.take(&name, &text),
                _ => self.large = true,
            }
        }
        Ok(())
    }

    fn take(&mut self, name: &str, value: &str) {
        let held: usize = self
            .fields
            .iter()
            .map(|(name, value)| name.len() + value.len())
            .sum();
        if is_secret(name) {
            return;
        }
        match held + name.len() + value.len() > MOST {
            true => self.large = true,
            false => self.fields.push((name.to_owned(), value.to_owned())),
        }
    }

    /// What a sign-in form carries, if it does.
    pub fn of(form: &Posted) -> Option<Self> {
        let fields = form.fields().filter_map(|(name, value)| {
            let name = name.strip_prefix(FIELD)?;
            (!is_secret(name)).then(|| (name.to_owned(), value.to_owned()))
        });
        Some(Self {
            to: form.one(TO)?.to_owned(),
            whose: AccountId::parse(form.one(WHOSE)?).ok()?,
            fields: fields.collect(),
            files: form.one(FILES).is_some(),
            large: form.one(LARGE).is_some(),
        })
    }

    /// The fields of a sign-in form that carry it.
    pub fn hidden(&self) -> Markup {
        html! {
            input type="hidden" name=(TO) value=(self.to);
            input type="hidden" name=(WHOSE) value=(self.whose);
            @if self.files { input type="hidden" name=(FILES) value="yes"; }
            @if self.large { input type="hidden" name=(LARGE) value="yes"; }
            @for (name, value) in &self.fields {
                input type="hidden" name={ (FIELD) (name) } value=(value);
            }
        }
    }
}

fn limited(mut request: Request, bytes: usize) -> Request {
    DefaultBodyLimit::max(bytes).apply(&mut request);
    request
}
