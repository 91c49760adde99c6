//! Results that are kept, and the computations under way to them: many who ask share one, and it ends after the last of
//! them is gone.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use moka::future::Cache;
use tokio::sync::watch;

use super::work::{Desk, Ended, Work};
use crate::domain::Stop;

/// How long a computation goes on after the last who waited is gone: whoever lost patience and asks again waits for the
/// same.
const GRACE: Duration = Duration::from_millis(1_000);

/// How much memory the results of a kind may take, in bytes.
const ROOM: u64 = 32 << 20;

/// Why there is no result.
#[derive(Debug)]
pub(super) enum Without<E> {
    /// There is none.
    Refused(Arc<E>),
    /// The work ended before it.
    Ended(Ended),
}

impl<E> Clone for Without<E> {
    fn clone(&self) -> Self {
        match self {
            Self::Refused(error) => Self::Refused(Arc::clone(error)),
            Self::Ended(ended) => Self::Ended(*ended),
        }
    }
}

type Outcome<V, E> = Result<Arc<V>, Without<E>>;
type Receiver<V, E> = watch::Receiver<Option<Outcome<V, E>>>;
type Sender<V, E> = Arc<watch::Sender<Option<Outcome<V, E>>>>;

/// The results of one kind, as far as there is room for them; those that failed are not kept.
pub(super) struct Kept<K, V, E> {
    results: Cache<K, Arc<V>>,
    under_way: Mutex<HashMap<K, Sender<V, E>>>,
}

impl<K, V, E> Kept<K, V, E>
where
    K: Hash + Eq + Clone + Send + Sync + 'static,
    V: Send + Sync + 'static,
    E: Send + Sync + 'static,
{
    /// Nothing yet; each result is taken to be so many bytes large, beside its key.
    pub(super) fn weighed(bytes: fn(&V) -> usize) -> Arc<Self> {
        let weigh = move |_: &K, value: &Arc<V>| u32::try_from(bytes(value)).unwrap_or(u32::MAX);
        Arc::new(Self {
            results: Cache::builder().weigher(weigh).max_capacity(ROOM).build(),
            under_way: Mutex::default(),
        })
    }

    /// Looks a result up, waits for the computation that is under way to it, or begins one.
    pub(super) async fn once(
        self: &Arc<Self>,
        desk: &Arc<Desk>,
        work: Work,
        key: K,
        compute: impl FnOnce(&Stop) -> Result<V, E> + Send + 'static,
    ) -> Outcome<V, E> {
        if let Some(known) = self.results.get(&key).await {
            return Ok(known);
        }
        let (begun, mut told) = self.join(&key);
        if let Some(sender) = begun {
            let under_way = UnderWay {
                kept: Arc::clone(self),
                key,
                sender,
            };
            let desk = Arc::clone(desk);
            tokio::spawn(async move { under_way.carry_out(&desk, work, compute).await });
        }
        match told.wait_for(Option::is_some).await.as_deref() {
            Ok(Some(outcome)) => outcome.clone(),
            // Who looks after panics has logged it.
            _ => panic!("the computation that was waited for died"),
        }
    }

    /// Waits with the others for what is under way; else what is to be told of is begun by the caller.
    fn join(&self, key: &K) -> (Option<Sender<V, E>>, Receiver<V, E>) {
        let mut under_way = self.lock();
        if let Some(sender) = under_way.get(key) {
            return (None, sender.subscribe());
        }
        let (sender, receiver) = watch::channel(None);
        let sender = Arc::new(sender);
        under_way.insert(key.clone(), Arc::clone(&sender));
        (Some(sender), receiver)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<K, Sender<V, E>>> {
        // Nothing is ever half done under this lock.
        self.under_way
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

/// A computation under way, which others can join until this is dropped.
struct UnderWay<K: Hash + Eq, V, E> {
    kept: Arc<Kept<K, V, E>>,
    key: K,
    sender: Sender<V, E>,
}

impl<K, V, E> UnderWay<K, V, E>
where
    K: Hash + Eq + Clone + Send + Sync + 'static,
    V: Send + Sync + 'static,
    E: Send + Sync + 'static,
{
    async fn carry_out(
        self,
        desk: &Desk,
        work: Work,
        compute: impl FnOnce(&Stop) -> Result<V, E> + Send + 'static,
    ) {
        // Another may have ended between the look at what is kept and the look at what is under way.
        let outcome = match self.kept.results.get(&self.key).await {
            Some(known) => Ok(known),
            None => tokio::select! {
                done = desk.run(work, compute) => match done {
                    Ok(Ok(value)) => Ok(Arc::new(value)),
                    Ok(Err(error)) => Err(Without::Refused(Arc::new(error))),
                    Err(ended) => Err(Without::Ended(ended)),
                },
                () = self.left_alone() => return,
            },
        };
        if let Ok(value) = &outcome {
            let (key, value) = (self.key.clone(), Arc::clone(value));
            self.kept.results.insert(key, value).await;
        }
        self.sender.send_replace(Some(outcome));
    }

    /// Comes when nobody waits any more, and nobody came back for a while; from then on nobody can join.
    async fn left_alone(&self) {
        loop {
            self.sender.closed().await;
            tokio::time::sleep(GRACE).await;
            let mut under_way = self.kept.lock();
            if self.sender.is_closed() {
                under_way.remove(&self.key);
                return;
            }
        }
    }
}

impl<K: Hash + Eq, V, E> Drop for UnderWay<K, V, E> {
    fn drop(&mut self) {
        let under_way = self.kept.under_way.lock();
        let mut under_way = under_way.unwrap_or_else(PoisonError::into_inner);
        // Where this was left alone, another one may stand in its place by now.
        if under_way
            .get(&self.key)
            .is_some_and(|sender| Arc::ptr_eq(sender, &self.sender))
        {
            under_way.remove(&self.key);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::sync::{Arc, mpsc};

    use tokio::sync::oneshot;

    use super::{Desk, Kept, Without, Work};
    use crate::domain::{Stop, Stopped};

    fn desk() -> Arc<Desk> {
        Arc::new(Desk::new())
    }

    #[tokio::test]
    async fn whoever_asks_again_waits_for_the_computation_under_way() {
        let (desk, kept) = (desk(), Kept::<u8, u8, Infallible>::weighed(|_| 1));
        let (begins, begun) = oneshot::channel();
        let (release, released) = mpsc::channel::<()>();
        let first = kept.once(&desk, Work::Page, 1, move |_| {
            begins.send(()).expect("the test waits for it");
            released.recv().expect("the test lets it end");
            Ok(7)
        });
        tokio::select! {
            _ = first => panic!("it cannot end before it is released"),
            started = begun => started.expect("it begins"),
        }
        release.send(()).expect("it still runs");
        let again = kept.once(&desk, Work::Page, 1, |_| {
            panic!("it is computed a second time")
        });
        assert_eq!(again.await.map(|value| *value).ok(), Some(7));
    }

    #[tokio::test]
    async fn a_computation_that_nobody_waits_for_ends_and_is_not_kept() {
        let (desk, kept) = (desk(), Kept::<u8, u8, Stopped>::weighed(|_| 1));
        let ((begins, begun), (ends, ended)) = (oneshot::channel(), oneshot::channel());
        let first = kept.once(&desk, Work::Page, 1, move |stop: &Stop| {
            begins.send(()).expect("the test waits for it");
            while !stop.is_raised() {
                std::thread::yield_now();
            }
            ends.send(()).expect("the test waits for it");
            stop.check().map(|()| 7)
        });
        tokio::select! {
            _ = first => panic!("it cannot end before it is stopped"),
            started = begun => started.expect("it begins"),
        }
        ended.await.expect("it is stopped");
        let again = kept.once(&desk, Work::Page, 1, |_| Ok(8));
        assert_eq!(again.await.map(|value| *value).ok(), Some(8));
    }

    #[tokio::test]
    async fn what_is_refused_is_told_and_asked_anew() {
        let (desk, kept) = (desk(), Kept::<u8, u8, &str>::weighed(|_| 1));
        let refused = kept.once(&desk, Work::Page, 1, |_| Err("no")).await;
        assert!(matches!(refused, Err(Without::Refused(why)) if *why == "no"));
        let again = kept.once(&desk, Work::Page, 1, |_| Ok(8)).await;
        assert_eq!(again.map(|value| *value).ok(), Some(8));
    }

    #[tokio::test]
    async fn after_a_computation_that_died_the_next_is_begun() {
        let (desk, kept) = (desk(), Kept::<u8, u8, Infallible>::weighed(|_| 1));
        let dying = {
            let (desk, kept) = (Arc::clone(&desk), Arc::clone(&kept));
            tokio::spawn(async move {
                let dead = kept.once(&desk, Work::Page, 1, |_| panic!("it dies"));
                dead.await.map(|value| *value).ok()
            })
        };
        assert!(dying.await.is_err_and(|died| died.is_panic()));
        let again = kept.once(&desk, Work::Page, 1, |_| Ok(8)).await;
        assert_eq!(again.map(|value| *value).ok(), Some(8));
    }

    #[tokio::test]
    async fn many_who_ask_at_once_share_one_computation() {
        let (desk, kept) = (desk(), Kept::<u8, u8, Infallible>::weighed(|_| 1));
        let (counts, counted) = mpsc::channel();
        let asked = (0..60).map(|_| {
            let (desk, kept, counts) = (Arc::clone(&desk), Arc::clone(&kept), counts.clone());
            tokio::spawn(async move {
                let work = move |_: &Stop| {
                    counts.send(()).expect("the test counts");
                    Ok(7)
                };
                kept.once(&desk, Work::File, 1, work).await.is_ok()
            })
        });
        for asked in asked.collect::<Vec<_>>() {
            assert!(asked.await.expect("nothing dies"));
        }
        drop(counts);
        assert_eq!(counted.iter().count(), 1);
    }
}
