//! The connections: how many there are, and how long each may take.

mod activity;
mod body;
mod limits;
mod pace;
mod stream;

use std::convert::Infallible;
use std::future::Future;
use std::io::ErrorKind;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::{Instant, sleep, timeout};
use tokio_util::task::TaskTracker;

pub use body::Cut;
pub use limits::{Limits, Rate};

use super::peer::Peer;
use activity::{Activities, Activity};
use body::{Answer, Brought};
use stream::Bounded;

/// How long requests under way may take once the program was asked to stop.
const GRACE: Duration = Duration::from_secs(10);

/// How many bytes of a head, of what comes and of what goes hyper holds for a connection.
const HELD: usize = 32 << 10;

/// How many bytes of an answer the system holds for a connection: with more, a reader's pace would be seen too late.
const SEND_BUFFER: usize = 64 << 10;

/// How long a connection has to be idle before its place is given to another.
const IDLE_ENOUGH: Duration = Duration::from_millis(500);

/// After what time we look again for a place, or for a file that may be opened.
const AGAIN: Duration = Duration::from_millis(100);

/// How often the log repeats that there is no place.
const TOLD_EVERY: Duration = Duration::from_secs(60);

/// Answers requests until `stop` comes, then finishes those under way.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    stop: impl Future<Output = ()>,
) {
    let house = House::new(router, limits);
    let (stopping, stopped) = watch::channel(());
    tokio::select! {
        () = house.receive(&listener, &stopped) => {}
        () = stop => {}
    }
    drop(listener);
    drop(stopping);
    house.attending.close();
    if timeout(GRACE, house.attending.wait()).await.is_err() {
        tracing::warn!(
            left = house.attending.len(),
            "requests under way are given up"
        );
    }
}

/// Where connections are received.
struct House {
    router: Router,
    limits: Limits,
    places: Arc<Semaphore>,
    activities: Arc<Activities>,
    attending: TaskTracker,
}

impl House {
    fn new(router: Router, limits: Limits) -> Self {
        tracing::info!(
            connections = limits.connections,
            "so many connections are held at most"
        );
        Self {
            router,
            limits,
            places: Arc::new(Semaphore::new(limits.connections)),
            activities: Arc::default(),
            attending: TaskTracker::new(),
        }
    }

    /// Receives connections for ever, each at its place; where there is none, the next ones wait in the system's queue.
    async fn receive(&self, listener: &TcpListener, stopped: &watch::Receiver<()>) {
        let mut no_file = Told::default();
        let mut no_place = Told::default();
        loop {
            let (stream, peer) = match listener.accept().await {
                Ok((stream, peer)) => (stream, Peer(peer.ip())),
                Err(error) if is_of_one_connection(error.kind()) => continue,
                Err(error) => {
                    if no_file.is_due() {
                        tracing::error!(%error, "no connection can be taken; the longest idle one is closed");
                    }
                    self.activities.ask_longest_idle(Duration::ZERO);
                    sleep(AGAIN).await;
                    continue;
                }
            };
            let place = self.place(&mut no_place).await;
            let activity = self.activities.add();
            let activities = Arc::clone(&self.activities);
            let attended = attend(
                (stream, peer),
                self.router.clone(),
                self.limits,
                activity.clone(),
                stopped.clone(),
            );
            self.attending.spawn(async move {
                attended.await;
                activities.remove(&activity);
                drop(place);
            });
        }
    }

    /// A place for one connection; where all are taken, the longest idle one has to go.
    async fn place(&self, told: &mut Told) -> Option<OwnedSemaphorePermit> {
        loop {
            if let Ok(place) = Arc::clone(&self.places).try_acquire_owned() {
                return Some(place);
            }
            if told.is_due() {
                tracing::warn!(
                    connections = self.limits.connections,
                    "all connections are taken; the longest idle one is closed for the next"
                );
            }
            self.activities.ask_longest_idle(IDLE_ENOUGH);
            if let Ok(place) = timeout(AGAIN, Arc::clone(&self.places).acquire_owned()).await {
                return place.ok();
            }
        }
    }
}

/// Whether only the connection that was to be taken failed, and not the taking.
fn is_of_one_connection(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::ConnectionRefused
            | ErrorKind::ConnectionAborted
            | ErrorKind::ConnectionReset
            | ErrorKind::Interrupted
    )
}

/// Answers the requests of one connection until it ends, is asked to go, or the program stops.
async fn attend(
    (stream, peer): (TcpStream, Peer),
    router: Router,
    limits: Limits,
    activity: Arc<Activity>,
    mut stopped: watch::Receiver<()>,
) {
    tune(&stream);
    let answering = {
        let activity = Arc::clone(&activity);
        let router = TowerToHyperService::new(router);
        service_fn(move |request: hyper::Request<Incoming>| {
            let under_way = activity.request();
            let answered = router.call(bounded(request, &limits, peer));
            async move {
                let answer = answered.await?;
                Ok::<Response<Answer>, Infallible>(answer.map(|body| Answer::new(body, under_way)))
            }
        })
    };
    let io = TokioIo::new(Bounded::new(stream, Arc::clone(&activity), limits));
    let connection = http1::Builder::new()
        .header_read_timeout(None)
        .max_buf_size(HELD)
        .serve_connection(io, answering);
    let mut connection = pin!(connection);
    let mut stopping = false;
    loop {
        tokio::select! {
            biased;
            ended = connection.as_mut() => {
                if let Err(error) = ended {
                    tracing::debug!(%error, "a connection ended");
                }
                return;
            }
            () = activity.asked_to_go.notified() => {
                if activity.between().is_some() {
                    return;
                }
                activity.stays();
            }
            _ = stopped.changed(), if !stopping => {
                stopping = true;
                if activity.between().is_some() {
                    return;
                }
                connection.as_mut().graceful_shutdown();
            }
        }
    }
}

/// A request that says from where it comes, and whose body has to keep coming.
fn bounded(request: hyper::Request<Incoming>, limits: &Limits, peer: Peer) -> Request {
    let (mut parts, body) = request.into_parts();
    parts.extensions.insert(peer);
    let body = Brought::new(Body::new(body), &parts.headers, limits);
    Request::from_parts(parts, Body::new(body))
}

/// Small answers go out at once, and the system holds little of large ones. Where it will not, we go on without.
fn tune(stream: &TcpStream) {
    let tuned = stream
        .set_nodelay(true)
        .and_then(|()| socket2::SockRef::from(stream).set_send_buffer_size(SEND_BUFFER));
    if let Err(error) = tuned {
        tracing::debug!(%error, "a socket cannot be tuned");
    }
}

/// When something was last told, so that a log is not filled with it.
#[derive(Debug, Default)]
struct Told(Option<Instant>);

impl Told {
    fn is_due(&mut self) -> bool {
        let due = self.0.is_none_or(|last| last.elapsed() >= TOLD_EVERY);
        if due {
            self.0 = Some(Instant::now());
        }
        due
    }
}
