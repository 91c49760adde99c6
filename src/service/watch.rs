//! Who watches a district is told when it changes: while somebody does, its head is asked for, by this instance and by no
//! other, so that what another instance writes is seen as well.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch::{Receiver, Sender, channel};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use super::Service;
use crate::domain::DistrictId;
use crate::store::{Head, Scope};

/// How often the store is asked.
const EVERY: Duration = Duration::from_millis(500);

/// The districts that somebody watches.
#[derive(Clone, Default)]
pub(super) struct Watched {
    all: Arc<Mutex<HashMap<DistrictId, Sender<Option<Head>>>>>,
    ended: CancellationToken,
}

impl Watched {
    fn all(&self) -> MutexGuard<'_, HashMap<DistrictId, Sender<Option<Head>>>> {
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What tells of changes of a district, and whether nobody watched it before.
    fn join(&self, district: &DistrictId) -> (Receiver<Option<Head>>, bool) {
        let mut all = self.all();
        match all.get(district) {
            Some(told) => (told.subscribe(), false),
            None => {
                let (told, hears) = channel(None);
                all.insert(district.clone(), told);
                (hears, true)
            }
        }
    }

    /// Tells those who watch where a district stands; whether there is anybody.
    fn tell(&self, district: &DistrictId, head: Option<Head>) -> bool {
        let mut all = self.all();
        let Some(told) = all.get(district) else {
            return false;
        };
        if told.receiver_count() == 0 {
            all.remove(district);
            return false;
        }
        if let Some(head) = head {
            told.send_if_modified(|known| known.replace(head) != Some(head));
        }
        true
    }
}

impl Service {
    /// What tells of each change of a district, wherever it was written, until the service stops; nothing is known yet
    /// when it begins.
    pub fn watch(self: &Arc<Self>, district: &DistrictId) -> Receiver<Option<Head>> {
        let (hears, is_first) = self.watched.join(district);
        if is_first {
            let (service, district) = (Arc::clone(self), district.clone());
            let ended = self.watched.ended.clone();
            tokio::spawn(async move {
                let looked = ended.run_until_cancelled(service.look_on(&district)).await;
                if looked.is_none() {
                    // Who still listens hears that it is over.
                    service.watched.all().remove(&district);
                }
            });
        }
        hears
    }

    /// Ends all watching, so that the program can stop.
    pub fn end_watching(&self) {
        self.watched.ended.cancel();
    }

    async fn look_on(&self, district: &DistrictId) {
        let scope = Scope::District(district.clone());
        loop {
            // A store that does not answer now may do so again; whoever watches sees it by the pages.
            let head = self.store.head(&scope).await.ok();
            if !self.watched.tell(district, head) {
                return;
            }
            sleep(EVERY).await;
        }
    }
}
