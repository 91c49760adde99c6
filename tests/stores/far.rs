//! A server as if it stood far away: a proxy on this machine's own address that counts round trips, delays them, and
//! holds back what it is told to.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, watch};
use tokio::time::{Instant, sleep_until};

/// The proxy; it ends with the runtime that it was started on.
pub struct Far {
    /// The address of the store through it, as `store::open` takes it.
    pub url: String,
    way: Way,
}

/// What all connections share.
#[derive(Clone)]
struct Way {
    server: String,
    /// How long one direction takes.
    delay: Duration,
    turns: Arc<AtomicUsize>,
    /// What is sent to the server and holds this does not arrive; of an empty text nothing does.
    held: watch::Sender<Option<&'static str>>,
}

impl Far {
    /// The server at `bolt://USER@HOST:PORT`, further away by the time that a round trip takes.
    pub async fn away(url: &str, round_trip: Duration) -> Self {
        let (user, server) = url.split_once('@').expect("an address with a user");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = listener.local_addr().expect("it is bound").port();
        let way = Way {
            server: server.to_owned(),
            delay: round_trip / 2,
            turns: Arc::default(),
            held: watch::Sender::new(None),
        };
        let accepting = way.clone();
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let way = accepting.clone();
                tokio::spawn(async move { way.join(client).await });
            }
        });
        Self {
            url: format!("{user}@{}", SocketAddr::from(([127, 0, 0, 1], port))),
            way,
        }
    }

    /// How many round trips there were: how often somebody sent something and waited for an answer.
    pub fn turns(&self) -> usize {
        self.way.turns.load(Ordering::SeqCst)
    }

    /// From now on what holds this text does not reach the server; of an empty text nothing does.
    pub fn hold(&self, text: &'static str) {
        self.way.held.send_replace(Some(text));
    }

    /// Lets everything through again, what was held back too.
    pub fn release(&self) {
        self.way.held.send_replace(None);
    }
}

impl Way {
    async fn join(self, client: TcpStream) {
        let Ok(server) = TcpStream::connect(&self.server).await else {
            return;
        };
        for stream in [&client, &server] {
            stream.set_nodelay(true).expect("a socket can be set");
        }
        let ((from_client, to_client), (from_server, to_server)) =
            (client.into_split(), server.into_split());
        let asking = Arc::new(AtomicBool::new(false));
        let (counted, turns) = (Arc::clone(&asking), Arc::clone(&self.turns));
        let ask = move || {
            if !counted.swap(true, Ordering::SeqCst) {
                turns.fetch_add(1, Ordering::SeqCst);
            }
        };
        let held = self.held.subscribe();
        tokio::spawn(carry(from_client, to_server, self.delay, ask, held));
        let (_, nothing_held) = watch::channel(None);
        let answer = move || asking.store(false, Ordering::SeqCst);
        carry(from_server, to_client, self.delay, answer, nothing_held).await;
    }
}

/// Carries what comes from one end to the other, later by the delay however much is under way.
async fn carry(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    delay: Duration,
    seen: impl Fn(),
    mut held: watch::Receiver<Option<&'static str>>,
) {
    let (sends, mut sent) = mpsc::unbounded_channel::<(Instant, Vec<u8>)>();
    tokio::spawn(async move {
        while let Some((at, bytes)) = sent.recv().await {
            sleep_until(at).await;
            let may_pass = |held: &Option<&str>| held.is_none_or(|text| !holds(&bytes, text));
            // Where nobody can hold anything any more, it passes.
            let _ = held.wait_for(may_pass).await;
            if to.write_all(&bytes).await.is_err() {
                return;
            }
        }
    });
    let mut piece = vec![0; 64 << 10];
    while let Ok(read @ 1..) = from.read(&mut piece).await {
        seen();
        let arrival = Instant::now() + delay;
        if sends.send((arrival, piece[..read].to_vec())).is_err() {
            return;
        }
    }
}

fn holds(bytes: &[u8], text: &str) -> bool {
    text.is_empty()
        || bytes
            .windows(text.len())
            .any(|part| part == text.as_bytes())
}
