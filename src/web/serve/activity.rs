//! What a connection is doing, as its own task and whoever needs its place see it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::Instant;

/// One connection.
#[derive(Debug)]
pub struct Activity {
    doing: Mutex<Doing>,
    /// Tells the connection that its place is needed.
    pub asked_to_go: Notify,
}

#[derive(Debug)]
struct Doing {
    /// How many requests it has made.
    requests: u64,
    /// How many of them are not answered yet.
    open: u32,
    /// Whether some of an answer may not be sent yet.
    unsent: bool,
    /// When something last happened.
    last: Instant,
    /// Whether it was asked to go.
    going: bool,
}

/// Where a connection stands between two requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Between {
    /// How many requests it has made.
    pub requests: u64,
    /// When something last happened.
    pub last: Instant,
}

impl Activity {
    /// A new connection.
    pub fn new() -> Arc<Self> {
        Arc::new(Self {
            doing: Mutex::new(Doing {
                requests: 0,
                open: 0,
                unsent: false,
                last: Instant::now(),
                going: false,
            }),
            asked_to_go: Notify::new(),
        })
    }

    /// A request was read; it is answered once what this returns is dropped.
    pub fn request(self: &Arc<Self>) -> Request {
        let mut doing = self.doing();
        doing.requests += 1;
        doing.open += 1;
        doing.unsent = true;
        Request(Arc::clone(self))
    }

    /// How many requests were read.
    pub fn requests(&self) -> u64 {
        self.doing().requests
    }

    /// Some of an answer was handed to the socket, or is to be.
    pub fn sending(&self) {
        let mut doing = self.doing();
        doing.unsent = true;
        doing.last = Instant::now();
    }

    /// All that there was of an answer was handed to the socket.
    pub fn sent(&self) {
        let mut doing = self.doing();
        if doing.unsent {
            doing.unsent = false;
            doing.last = Instant::now();
        }
    }

    /// Where the connection stands if it waits for a request.
    pub fn between(&self) -> Option<Between> {
        let doing = self.doing();
        (doing.open == 0 && !doing.unsent).then_some(Between {
            requests: doing.requests,
            last: doing.last,
        })
    }

    /// Since when the connection could go, if it can and was not asked yet.
    pub fn can_go(&self) -> Option<Instant> {
        let going = self.doing().going;
        self.between()
            .filter(|_| !going)
            .map(|between| between.last)
    }

    /// Asks the connection to go.
    pub fn ask_to_go(&self) {
        self.doing().going = true;
        self.asked_to_go.notify_one();
    }

    /// The connection was asked to go, and had just begun something.
    pub fn stays(&self) {
        self.doing().going = false;
    }

    fn doing(&self) -> MutexGuard<'_, Doing> {
        self.doing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A request under way.
#[derive(Debug)]
pub struct Request(Arc<Activity>);

impl Drop for Request {
    fn drop(&mut self) {
        let mut doing = self.0.doing();
        doing.open -= 1;
        doing.last = Instant::now();
    }
}

/// All connections.
#[derive(Debug, Default)]
pub struct Activities(Mutex<Vec<Arc<Activity>>>);

impl Activities {
    /// A new connection among them.
    pub fn add(&self) -> Arc<Activity> {
        let activity = Activity::new();
        self.all().push(Arc::clone(&activity));
        activity
    }

    /// A connection is gone.
    pub fn remove(&self, activity: &Arc<Activity>) {
        let mut all = self.all();
        if let Some(at) = all.iter().position(|other| Arc::ptr_eq(other, activity)) {
            all.swap_remove(at);
        }
    }

    /// Asks the connection to go that has waited longest for a request, if it has waited for so long at least.
    pub fn ask_longest_idle(&self, at_least: Duration) {
        let all = self.all();
        let idle = all
            .iter()
            .filter_map(|activity| Some((activity.can_go()?, activity)));
        if let Some((last, activity)) = idle.min_by_key(|(last, _)| *last)
            && last.elapsed() >= at_least
        {
            activity.ask_to_go();
        }
    }

    fn all(&self) -> MutexGuard<'_, Vec<Arc<Activity>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
