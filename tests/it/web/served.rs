//! The pages over real connections, with bounds of some tenths of a second.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use miteinander::service::Service;
use miteinander::{store, web};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// What has to come comes long before; what does not come would be waited for without end.
const BEFORE_LONG: Duration = Duration::from_secs(20);

/// The pages on an address of their own.
pub struct Served {
    pub address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    serving: JoinHandle<()>,
    _folder: TempDir,
}

impl Served {
    pub async fn within(limits: web::Limits) -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let url = format!("sqlite:{}", folder.path().join("store.db").display());
        let store = store::open(&url, None).await.expect("the store opens");
        let service = Arc::new(Service::start(store).await.expect("the store is seeded"));
        let app = web::App::new(service).within(limits);
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("it is bound");
        let (stop, stopped) = oneshot::channel();
        let serving = tokio::spawn(web::serve(listener, app, async {
            stopped.await.expect("the test asks to stop or aborts");
        }));
        Self {
            address,
            stop: Some(stop),
            serving,
            _folder: folder,
        }
    }

    pub async fn visit(&self) -> Visitor {
        let stream = TcpStream::connect(self.address).await;
        Visitor(stream.expect("somebody listens"))
    }

    /// Asks to stop.
    pub fn stop(&mut self) {
        let stop = self.stop.take().expect("it is asked once");
        stop.send(()).expect("it still serves");
    }

    /// Waits until everything ended.
    pub async fn ended(mut self) {
        before_long(&mut self.serving).await.expect("no panic");
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

/// Somebody with one connection.
pub struct Visitor(pub TcpStream);

impl Visitor {
    pub async fn send(&mut self, bytes: impl AsRef<[u8]>) {
        before_long(self.0.write_all(bytes.as_ref()))
            .await
            .expect("the other end takes it");
    }

    pub async fn get(&mut self, path: &str) -> String {
        self.send(get(path)).await;
        self.answer().await
    }

    /// Sends a whole request and answers what is said to it.
    pub async fn told(&mut self, request: &[u8]) -> String {
        self.send(request).await;
        self.answer().await
    }

    /// The next answer whole: its head and its body.
    pub async fn answer(&mut self) -> String {
        let mut answer = Vec::new();
        loop {
            let text = String::from_utf8_lossy(&answer).into_owned();
            if let Some((head, body)) = text.split_once("\r\n\r\n") {
                let length = head.lines().find_map(|line| {
                    let (name, value) = line.split_once(": ")?;
                    name.eq_ignore_ascii_case("content-length")
                        .then(|| value.parse::<usize>().expect("a length is a number"))
                });
                if body.len() >= length.unwrap_or(0) {
                    return text;
                }
            }
            let mut part = vec![0; 4096];
            let read = before_long(self.0.read(&mut part)).await;
            let read = read.expect("the answer can be read");
            assert!(read > 0, "the connection ended within: {text}");
            answer.extend_from_slice(&part[..read]);
        }
    }

    /// Waits until the other end closes the connection.
    pub async fn closed(&mut self) {
        let mut rest = Vec::new();
        // A reset ends it as well.
        let _ = before_long(self.0.read_to_end(&mut rest)).await;
        assert!(rest.is_empty(), "{}", String::from_utf8_lossy(&rest));
    }
}

pub async fn before_long<T>(event: impl Future<Output = T>) -> T {
    tokio::time::timeout(BEFORE_LONG, event)
        .await
        .expect("it happens before long")
}

pub fn get(path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n")
}

/// The head of an upload with this header about its length.
pub fn upload_head(length: &str) -> String {
    format!(
        "POST /districts/mitte/import HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: multipart/form-data; boundary=line\r\n{length}\r\n\r\n"
    )
}

/// A form with a file of so many bytes.
pub fn form(bytes: usize) -> Vec<u8> {
    let mut form =
        b"--line\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\n\r\n"
            .to_vec();
    form.resize(form.len() + bytes, b'x');
    form.extend_from_slice(b"\r\n--line--\r\n");
    form
}

/// The whole request of an upload with a file of so many bytes.
pub fn upload(bytes: usize) -> Vec<u8> {
    let form = form(bytes);
    let mut sent = upload_head(&format!("Content-Length: {}", form.len())).into_bytes();
    sent.extend_from_slice(&form);
    sent
}
