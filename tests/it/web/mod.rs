//! The pages as a browser meets them, without one.

mod accounts;
mod admitted;
mod amounts;
mod attempts;
mod authors;
mod bad_entries;
mod columns;
mod connections;
mod contact;
mod cooperations;
pub mod correct;
mod counts;
mod erase;
pub mod errors;
pub mod form;
mod guard;
mod history;
mod import;
mod intruders;
mod languages;
mod large;
mod late;
mod leading;
pub mod link_texts;
mod lists;
mod locked;
mod map;
mod narrow;
mod offers;
mod pages;
pub mod people;
mod phases;
mod phones;
mod programme_accounts;
mod proxied;
mod quick;
mod records;
mod releases;
mod repeated;
mod routes;
mod served;
mod unsent;
mod who;
mod workshop;

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use miteinander::service::Service;
use miteinander::{store, web};
use tempfile::TempDir;
use tower::ServiceExt;

/// The pages over a seeded store of their own.
pub struct House {
    pub service: Arc<Service>,
    app: Router,
    url: String,
    _folder: TempDir,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl House {
    pub async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let url = format!("sqlite:{}", folder.path().join("store.db").display());
        let store = store::open(&url, None).await.expect("the store opens");
        let service = Service::start(store).await.expect("the store is seeded");
        // Built without optimisation, on a machine with much else to do, a page may take longer than its readers wait.
        let service = Arc::new(service.patient());
        let app = web::router(web::App::new(Arc::clone(&service)));
        Self {
            service,
            app,
            url,
            _folder: folder,
        }
    }

    /// The store, for another program.
    pub fn store_url(&self) -> String {
        self.url.clone()
    }

    /// The pages, for an answer that does not end.
    pub fn router(&self) -> Router {
        self.app.clone()
    }

    pub async fn get(&self, address: &str) -> Answer {
        self.ask(request(Method::GET, address).body(Body::empty()))
            .await
    }

    pub async fn get_in(&self, address: &str, language: &str) -> Answer {
        let asked = request(Method::GET, address).header(header::ACCEPT_LANGUAGE, language);
        self.ask(asked.body(Body::empty())).await
    }

    /// Sends a form as a page of ours does.
    pub async fn post(&self, address: &str, form: &str) -> Answer {
        let sent = request(Method::POST, address)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        self.ask(sent.body(Body::from(form.to_owned()))).await
    }

    /// Sends files as the form of an import does.
    pub async fn upload(&self, address: &str, files: &[(&str, &[u8])]) -> Answer {
        self.upload_with(address, files, &[]).await
    }

    /// The same with further fields of the form.
    pub async fn upload_with(
        &self,
        address: &str,
        files: &[(&str, &[u8])],
        fields: &[(&str, &str)],
    ) -> Answer {
        let mut body = Vec::new();
        for (name, value) in fields {
            let field = format!(
                "--line\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
            body.extend_from_slice(field.as_bytes());
        }
        for (name, bytes) in files {
            let head = format!(
                "--line\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--line--\r\n");
        let sent = request(Method::POST, address)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=line")
            .header("sec-fetch-site", "same-origin");
        self.ask(sent.body(Body::from(body))).await
    }

    pub async fn ask(&self, request: axum::http::Result<Request<Body>>) -> Answer {
        answer(&self.app, request).await
    }
}

pub async fn answer(app: &Router, request: axum::http::Result<Request<Body>>) -> Answer {
    let request = request.expect("the request is well formed");
    let response = app
        .clone()
        .oneshot(request)
        .await
        .expect("a router always answers");
    let (mut parts, mut body) = response.into_parts();
    // News of changes go on for as long as somebody reads them.
    if parts
        .headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind == "text/event-stream")
    {
        body = Body::empty();
        parts.headers.remove(header::CONTENT_LENGTH);
    }
    let bytes = to_bytes(body, 64 << 20)
        .await
        .expect("the body can be read");
    // A server would not send it otherwise.
    if let Some(length) = parts.headers.get(header::CONTENT_LENGTH) {
        assert_eq!(length, &bytes.len().to_string());
    }
    Answer {
        status: parts.status,
        headers: parts.headers,
        bytes: bytes.to_vec(),
    }
}

pub fn request(method: Method, address: &str) -> axum::http::request::Builder {
    Request::builder()
        .method(method)
        .uri(address)
        .header(header::HOST, "127.0.0.1:8080")
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8(self.bytes.clone()).expect("the answer is text")
    }

    pub fn header(&self, name: &str) -> &str {
        let value = self
            .headers
            .get(name)
            .unwrap_or_else(|| panic!("there is no {name}"));
        value.to_str().expect("the header is text")
    }

    /// Asserts the status and answers the text.
    #[track_caller]
    pub fn says(&self, status: StatusCode) -> String {
        assert_eq!(
            self.status,
            status,
            "{}",
            String::from_utf8_lossy(&self.bytes)
        );
        self.text()
    }

    /// The value of a hidden field.
    pub fn field(&self, name: &str) -> String {
        let page = self.text();
        let mark = format!("name=\"{name}\" value=\"");
        let (_, rest) = page
            .split_once(&mark)
            .unwrap_or_else(|| panic!("there is no field {name}"));
        rest.split('"').next().expect("a value ends").to_owned()
    }
}

/// Every form of a page goes to an address of ours, and every link leads somewhere: what a page links to.
pub fn links(page: &str) -> Vec<String> {
    page.split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(|address| address.replace("&amp;", "&"))
        .collect()
}
