//! Work that takes a core: whose turn it is, how long it may take, and that it ends when nobody waits for it any more.
//!
//! Each kind of work has cores of its own, so that uploads, images and unusual selections hold up no page. What waits for its turn holds
//! nothing but its arguments; past a bound it is refused at once, so that what is known already is still answered.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use rayon::{ThreadPool, ThreadPoolBuilder};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_util::sync::CancellationToken;

use crate::domain::Stop;

/// What kind of work it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// Figures and pictures as a page shows them to everybody.
    Page,
    /// The same of what a single reader chose: whoever asks for each of many selections waits behind himself.
    Choice,
    /// Images, pages of PDF and exports.
    File,
    /// A file that is read and judged before it is taken over.
    Import,
}

/// Why work ended without an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Ended {
    /// Too much of its kind waited already, or the program is about to end.
    #[error("too much is being computed already")]
    Busy,
    /// It took longer than it may.
    #[error("the computation took too long")]
    TooLong,
}

/// How much of one kind of work is done at a time, and for how long.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    /// How many cores it may take.
    pub cores: usize,
    /// How many may wait for their turn.
    pub waiting: usize,
    /// How long it waits for its turn.
    pub wait: Duration,
    /// How long it may take once it has begun.
    pub deadline: Duration,
}

impl Bounds {
    /// What a service that answers requests allows.
    fn of(work: Work) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let bounds = |cores, waiting, wait, deadline| Self {
            cores,
            waiting,
            wait: Duration::from_secs(wait),
            deadline: Duration::from_secs(deadline),
        };
        match work {
            Work::Page => bounds(cores, 64, 10, 30),
            Work::Choice => bounds(cores.div_ceil(2), 64, 10, 30),
            Work::File => bounds(cores.div_ceil(2), 64, 20, 30),
            Work::Import => bounds(cores.div_ceil(2), 16, 30, 60),
        }
    }
}

/// Where work waits for its turn and is done.
pub(super) struct Desk {
    queues: [Queue; 4],
    /// Whether whoever asked can end the work by hand, so that nothing is too long and nothing too much.
    patient: AtomicBool,
    closing: CancellationToken,
}

struct Queue {
    bounds: Bounds,
    /// Threads of its own, where the common ones are for others.
    pool: Option<Arc<ThreadPool>>,
    permits: Arc<Semaphore>,
    waiting: AtomicUsize,
}

/// What a reader chose is computed by threads of its own: among the common ones its pieces would stand before those of a
/// page, and the system shares the cores fairly.
fn pool(work: Work) -> Option<Arc<ThreadPool>> {
    match work {
        // Where the system gives no more threads the common ones do.
        Work::Choice => ThreadPoolBuilder::new().build().ok().map(Arc::new),
        Work::Page | Work::File | Work::Import => None,
    }
}

/// One that waits for its turn; no longer, however it went.
struct Waiting<'a>(&'a AtomicUsize);

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Raises the flag of a computation when who waited for it is gone.
struct Raised(Arc<AtomicBool>);

impl Drop for Raised {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Desk {
    pub(super) fn new() -> Self {
        Self::bound_by(Bounds::of)
    }

    pub(super) fn bound_by(bounds: impl Fn(Work) -> Bounds) -> Self {
        let queue = |work| {
            let bounds = bounds(work);
            Queue {
                bounds,
                pool: pool(work),
                permits: Arc::new(Semaphore::new(bounds.cores)),
                waiting: AtomicUsize::new(0),
            }
        };
        Self {
            queues: [Work::Page, Work::Choice, Work::File, Work::Import].map(queue),
            patient: AtomicBool::new(false),
            closing: CancellationToken::new(),
        }
    }

    /// Lets everything take as long as it does.
    pub(super) fn be_patient(&self) {
        self.patient.store(true, Ordering::Relaxed);
    }

    /// Ends all work under way, and does none from now on.
    pub(super) fn close(&self) {
        self.closing.cancel();
    }

    /// Does work when it is its turn. Where the caller is gone the work is told to stop.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: Work,
        compute: impl FnOnce(&Stop) -> T + Send + 'static,
    ) -> Result<T, Ended> {
        let queue = &self.queues[work as usize];
        let patient = self.patient.load(Ordering::Relaxed);
        let permit = tokio::select! {
            biased;
            () = self.closing.cancelled() => return Err(Ended::Busy),
            permit = queue.turn(patient) => permit?,
        };
        let raised = Raised(Arc::default());
        let flag = Arc::clone(&raised.0);
        let stop = Stop::when(move || flag.load(Ordering::Relaxed));
        // The work takes its permit along: it holds its core until it has really ended.
        let pool = queue.pool.clone();
        let working = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            match pool {
                Some(pool) => pool.install(|| compute(&stop)),
                None => compute(&stop),
            }
        });
        let late = async {
            match patient {
                true => std::future::pending().await,
                false => tokio::time::sleep(queue.bounds.deadline).await,
            }
        };
        tokio::select! {
            done = working => match done {
                Ok(done) => Ok(done),
                Err(died) => match died.try_into_panic() {
                    Ok(panic) => std::panic::resume_unwind(panic),
                    Err(_) => Err(Ended::Busy),
                },
            },
            () = late => Err(Ended::TooLong),
            () = self.closing.cancelled() => Err(Ended::Busy),
        }
    }
}

impl Queue {
    async fn turn(&self, patient: bool) -> Result<OwnedSemaphorePermit, Ended> {
        let permits = Arc::clone(&self.permits);
        if let Ok(permit) = Arc::clone(&permits).try_acquire_owned() {
            return Ok(permit);
        }
        let before = self.waiting.fetch_add(1, Ordering::Relaxed);
        let _waiting = Waiting(&self.waiting);
        if patient {
            return permits.acquire_owned().await.map_err(|_| Ended::Busy);
        }
        if before >= self.bounds.waiting {
            return Err(Ended::Busy);
        }
        match tokio::time::timeout(self.bounds.wait, permits.acquire_owned()).await {
            Ok(Ok(permit)) => Ok(permit),
            _ => Err(Ended::Busy),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::future::Future;
    use std::pin::pin;
    use std::sync::Arc;
    use std::task::Poll;
    use std::time::Duration;

    use tokio::sync::oneshot;

    use super::{Bounds, Desk, Ended, Work};
    use crate::domain::Stop;

    const LONG: Duration = Duration::from_secs(600);

    /// One core and one place to wait for each kind of work, as long as this.
    fn desk(wait: Duration, deadline: Duration) -> Arc<Desk> {
        Arc::new(Desk::bound_by(|_| Bounds {
            cores: 1,
            waiting: 1,
            wait,
            deadline,
        }))
    }

    /// Work that goes on until it is told to stop, and what tells that it has begun and that it has ended.
    fn endless() -> (
        impl FnOnce(&Stop) + Send + 'static,
        oneshot::Receiver<()>,
        oneshot::Receiver<()>,
    ) {
        let ((begins, begun), (ends, ended)) = (oneshot::channel(), oneshot::channel());
        let work = move |stop: &Stop| {
            let _ = begins.send(());
            while !stop.is_raised() {
                std::thread::yield_now();
            }
            let _ = ends.send(());
        };
        (work, begun, ended)
    }

    #[tokio::test]
    async fn work_past_its_deadline_is_told_to_stop() {
        let desk = desk(LONG, Duration::ZERO);
        let (work, _, ended) = endless();
        assert_eq!(desk.run(Work::Page, work).await, Err(Ended::TooLong));
        ended.await.expect("it ends");
    }

    #[tokio::test]
    async fn work_whose_caller_is_gone_is_told_to_stop() {
        let desk = desk(LONG, LONG);
        let (work, begun, ended) = endless();
        tokio::select! {
            _ = desk.run(Work::Import, work) => panic!("it ends by itself"),
            begun = begun => begun.expect("it begins"),
        }
        ended.await.expect("it ends");
    }

    #[tokio::test]
    async fn closing_ends_what_is_under_way_and_begins_nothing() {
        let desk = desk(LONG, LONG);
        let (work, begun, ended) = endless();
        let closing = async {
            begun.await.expect("it begins");
            desk.close();
        };
        let (done, ()) = tokio::join!(desk.run(Work::Page, work), closing);
        assert_eq!(done, Err(Ended::Busy));
        ended.await.expect("it ends");
        assert_eq!(desk.run(Work::Page, |_| ()).await, Err(Ended::Busy));
    }

    #[tokio::test]
    async fn imports_that_wait_hold_up_no_page_and_are_refused_past_a_bound() {
        let desk = desk(LONG, LONG);
        let (work, begun, _) = endless();
        let mut first = pin!(desk.run(Work::Import, work));
        tokio::select! {
            _ = &mut first => panic!("it ends by itself"),
            begun = begun => begun.expect("it begins"),
        }
        let mut second = pin!(desk.run(Work::Import, |_| ()));
        let waits = std::future::poll_fn(|context| Poll::Ready(second.as_mut().poll(context)));
        assert!(waits.await.is_pending(), "there is one core for imports");
        assert_eq!(desk.run(Work::Import, |_| ()).await, Err(Ended::Busy));
        assert_eq!(desk.run(Work::Page, |_| 7).await, Ok(7));
        assert_eq!(desk.run(Work::File, |_| 8).await, Ok(8));
    }

    #[tokio::test]
    async fn who_waits_for_his_turn_too_long_is_told_so() {
        let desk = desk(Duration::ZERO, LONG);
        let (work, begun, _) = endless();
        let mut first = pin!(desk.run(Work::File, work));
        tokio::select! {
            _ = &mut first => panic!("it ends by itself"),
            begun = begun => begun.expect("it begins"),
        }
        assert_eq!(desk.run(Work::File, |_| ()).await, Err(Ended::Busy));
    }

    #[tokio::test]
    async fn a_command_waits_as_long_as_it_takes() {
        let desk = desk(Duration::ZERO, Duration::ZERO);
        desk.be_patient();
        let (release, released) = std::sync::mpsc::channel::<()>();
        let held = desk.run(Work::Page, move |_| released.recv().is_ok());
        let free = async {
            release.send(()).expect("it waits for it");
            desk.run(Work::Page, |_| 7).await
        };
        assert_eq!(tokio::join!(held, free), (Ok(true), Ok(7)));
    }
}
