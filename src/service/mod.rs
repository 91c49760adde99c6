//! What pages and commands share: networks held by revision, changes judged and written, figures computed once.
//!
//! Nothing that matters lives only here: two services on one store are right at once.

mod accounts;
mod choose;
mod compute;
mod contact;
mod erasing;
mod error;
mod figures;
mod freezing;
mod frozen;
mod held_back;
mod import;
mod kept;
mod log;
mod look;
mod passwords;
mod past;
mod phases;
mod phones;
mod places;
mod quick;
mod refreezing;
mod register;
mod releases;
mod say_store;
mod secret;
mod seed;
mod seen;
mod settle;
mod shown_offer;
mod signing;
mod taken_back;
mod watch;
mod weight;
mod who;
mod whole;
mod work;
mod write;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, NaiveDate, SubsecRound, Utc};
use chrono_tz::Europe::Berlin;
use moka::future::Cache;
use tokio_util::task::TaskTracker;

use crate::domain::{
    ActorId, District, DistrictId, Email, FrozenSum, KeptContact, MapPlaces, Network, PhaseId,
    Programme,
};
use crate::store::{self, Head, Heads, Held, Outline, Revision, Scope, Step, Store};

pub use accounts::{Invitation, Keeper};
pub use choose::{entering, holds};
pub use compute::{Drawing, Image};
pub use contact::{ContactForm, Saved};
pub use erasing::Gone;
pub use error::{Error, Result};
pub use figures::Figures;
pub use frozen::{FrozenSnapshot, Hidden, last_released};
pub use import::{ImportError, Preview};
pub use look::{Look, SeenVersion};
pub use past::Past;
pub use phones::{Led, MOST_ENTRIES, NotAdded, OwnEntry, Phone, Room, adding};
pub use quick::{
    Both, Doubt, Meant, QuickJudged, QuickLine, Standing, Verdict, clear_lines, judge_lines,
};
pub use register::Register;
pub use releases::{Deed, Freeze};
pub use say_store::say_store;
pub use secret::{code as new_code, is_code, is_token, token as new_token, token_of_code};
pub use seed::{DEMONSTRATION, Suggestion, suggestions};
pub use seen::{Released, Seen, Sight, Whole};
pub use settle::{Settled, Signing};
pub use shown_offer::ShownOffer;
pub use signing::{Arrived, Invited, Signed};
pub use taken_back::taken_back;
pub use who::{Otherwise, TieConflict, TieSaid, WhoForm, WhoSaid, merged};
pub use whole::WholeFigures;
pub use work::{Ended, Work};
pub use write::Entry;

/// How long a reader waits for the store.
const PATIENCE: Duration = Duration::from_millis(9_500);

/// How much memory the networks held may take, in bytes.
const NETWORKS: u64 = 96 << 20;

/// How much memory the frozen states may take, in bytes.
const STATES: u64 = 32 << 20;

/// For how many addresses that nobody has wrong passwords are counted.
const STRANGERS: u64 = 10_000;

/// After what time they are forgotten.
const FORGIVEN: Duration = Duration::from_secs(86_400);

/// A store with everything that is computed from it.
pub struct Service {
    store: Arc<dyn Store>,
    programmes: Cache<Head, Held<Programme>>,
    networks: Cache<(DistrictId, Head), Held<Network>>,
    dates: Cache<(DistrictId, Head), Option<NaiveDate>>,
    places: Cache<(DistrictId, Head), Option<Arc<MapPlaces>>>,
    thawed: Cache<(DistrictId, FrozenSum), Arc<frozen::Thawed>>,
    computed: Arc<compute::Computed>,
    queues: write::Queues,
    writes: TaskTracker,
    passwords: passwords::Passwords,
    watched: watch::Watched,
    /// Where deleted functions are written down, outside the store and its backups.
    register: Option<Register>,
    /// Wrong passwords for addresses that nobody has: how many, and until when no other is looked at.
    strangers: Cache<Email, (u32, Option<DateTime<Utc>>)>,
}

/// Which state of a district something was computed from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Version {
    /// The district.
    pub district: DistrictId,
    /// Where it stands.
    pub head: Head,
    /// Where the programme stands.
    pub programme: Head,
}

/// A district as it stands.
#[derive(Clone)]
pub struct Snapshot {
    /// Which state it is.
    pub version: Version,
    /// The district's own record.
    pub district: District,
    /// The districts and phases.
    pub programme: Arc<Programme>,
    /// The network.
    pub network: Arc<Network>,
}

/// The phase with this id or name.
fn phase_called(programme: &Programme, asked: &str) -> Result<PhaseId> {
    match programme.phase_called(asked) {
        Some((id, _)) => Ok(id.clone()),
        None => Err(Error::NoSuchPhase {
            asked: asked.to_owned(),
            known: programme
                .phases_in_order()
                .into_iter()
                .map(|(id, _)| id.clone())
                .collect(),
        }),
    }
}

impl Snapshot {
    /// The phase with this id or name.
    pub fn phase(&self, asked: &str) -> Result<PhaseId> {
        phase_called(&self.programme, asked)
    }

    /// The phase shown when none is asked for: the latest with cooperations, else with functions, else the current one.
    pub fn latest_phase(&self) -> Option<PhaseId> {
        self.network
            .first_shown(&self.programme)
            .or(self.programme.current_phase().map(|(id, _)| id))
            .cloned()
    }
}

impl Service {
    /// A service on a store; an empty store is filled with the districts, the phases and the demonstration.
    pub async fn start(store: Arc<dyn Store>) -> Result<Self> {
        let service = Self::over(store);
        service.seed().await?;
        Ok(service)
    }

    /// A service on a store as it is.
    pub fn over(store: Arc<dyn Store>) -> Self {
        let weigh = |_: &_, held: &Held<Network>| weight::network_weight(&held.value);
        Self {
            store,
            programmes: Cache::new(2),
            networks: Cache::builder()
                .weigher(weigh)
                .max_capacity(NETWORKS)
                .build(),
            dates: Cache::new(256),
            places: Cache::new(64),
            thawed: Cache::builder()
                .weigher(|_, thawed: &Arc<frozen::Thawed>| thawed.weight())
                .max_capacity(STATES)
                .build(),
            computed: Arc::new(compute::Computed::new()),
            queues: write::Queues::default(),
            writes: TaskTracker::new(),
            passwords: passwords::Passwords::new(),
            watched: watch::Watched::default(),
            register: None,
            strangers: Cache::builder()
                .max_capacity(STRANGERS)
                .time_to_live(FORGIVEN)
                .build(),
        }
    }

    /// Whether the store answers.
    pub async fn ready(&self) -> Result<()> {
        Ok(self.store.ready().await?)
    }

    /// Waits for writes under way and closes the store.
    pub async fn close(&self) {
        self.writes.close();
        self.writes.wait().await;
        self.store.close().await;
    }

    /// The districts and funding phases as they stand.
    pub async fn programme(&self) -> Result<Held<Programme>> {
        in_time(async {
            let head = self.store.head(&Scope::Programme).await?;
            self.programme_at(head).await
        })
        .await
    }

    /// All districts in their order, and how much each holds: what its own page counts, which shows one phase; of one that
    /// cannot be read what the store counts.
    pub async fn overview(&self) -> Result<Vec<Outline>> {
        in_time(async {
            let mut all = self.store.overview().await?;
            let programme = self.programme_at(all.programme).await?;
            for one in all.districts.iter_mut().filter(|one| one.actors > 0) {
                match self.network_at(&one.id, one.head).await {
                    Ok(held) => count_as_its_page(one, &held.value, &programme.value),
                    Err(error) => {
                        tracing::warn!(district = %one.id, %error, "a district cannot be read")
                    }
                }
            }
            all.districts.sort_by_key(|one| one.district.position);
            Ok(all.districts)
        })
        .await
    }

    /// A district as it stands.
    pub async fn view(&self, district: &DistrictId) -> Result<Snapshot> {
        in_time(async {
            let heads = self.store.heads(district).await?;
            self.view_now(district, &heads).await
        })
        .await
    }

    /// A district where it was found to stand a moment ago.
    async fn view_at(&self, district: &DistrictId, heads: &Heads) -> Result<Snapshot> {
        in_time(self.view_now(district, heads)).await
    }

    async fn view_now(&self, district: &DistrictId, heads: &Heads) -> Result<Snapshot> {
        // The network before the programme: the phases it names are then surely known to the programme.
        let held = match heads.district {
            Some(head) => Some(self.network_at(district, head).await?),
            None => None,
        };
        let programme = match &held {
            // Somebody wrote in between, perhaps to the programme too.
            Some(held) if Some(held.head) != heads.district => self.programme().await?,
            _ => self.programme_at(heads.programme).await?,
        };
        let Some(record) = programme.value.districts.get(district) else {
            return Err(seen::no_such_district(&programme.value, district));
        };
        let held = held.ok_or_else(|| store::Error::NoSuchDistrict(district.clone()))?;
        Ok(Snapshot {
            version: Version {
                district: district.clone(),
                head: held.head,
                programme: programme.head,
            },
            district: record.clone(),
            programme: programme.value,
            network: held.value,
        })
    }

    /// A district's history from the latest step, or from the one before `before`.
    pub async fn steps(
        &self,
        district: &DistrictId,
        before: Option<Revision>,
        limit: u32,
    ) -> Result<Vec<Step>> {
        let scope = Scope::District(district.clone());
        in_time(async { Ok(self.store.steps(&scope, before, limit).await?) }).await
    }

    /// The day of the data: when the district was last written to, in Berlin; none before anything was. Of a
    /// release its own.
    pub async fn date(&self, seen: impl Into<Look<'_>>) -> Result<Option<NaiveDate>> {
        let SeenVersion {
            version, release, ..
        } = seen.into().version();
        if let Some((_, release)) = release {
            return Ok(Some(release.date));
        }
        let district = &version.district;
        let find = async {
            let scope = Scope::District(district.clone());
            let at = in_time(async {
                let step = version.head.revision;
                Ok(self.store.taken_at(&scope, step).await?)
            });
            Ok::<_, Error>(at.await?.map(day))
        };
        let key = (district.clone(), version.head);
        let found = self.dates.try_get_with(key, find).await;
        found.map_err(|error| Error::clone(&error))
    }

    /// The contacts of a district's actors.
    pub async fn contacts(&self, district: &DistrictId) -> Result<BTreeMap<ActorId, KeptContact>> {
        contacts(self.store.as_ref(), district).await
    }

    /// Concurrent requests wait for one load. What it finds may be newer than the head asked for: the value carries
    /// its own.
    async fn network_at(&self, district: &DistrictId, head: Head) -> Result<Held<Network>> {
        let key = (district.clone(), head);
        let load = self.store.network(district);
        let held = self.networks.try_get_with(key.clone(), load).await?;
        if held.head != head {
            // A backup that is brought back may bring the older head back.
            self.networks.invalidate(&key).await;
        }
        Ok(held)
    }

    async fn programme_at(&self, head: Head) -> Result<Held<Programme>> {
        let held = self
            .programmes
            .try_get_with(head, self.store.programme())
            .await?;
        if held.head != head {
            self.programmes.invalidate(&head).await;
        }
        Ok(held)
    }
}

fn count_as_its_page(one: &mut Outline, network: &Network, programme: &Programme) {
    if let Some(phase) = network.first_shown(programme) {
        one.actors = network.members(phase).count();
        let offers = network.offers.values();
        one.offers = offers
            .filter(|offer| offer.providers.contains_key(phase))
            .count();
    }
}

/// A time as stores keep it, in whole milliseconds.
fn moment(at: DateTime<Utc>) -> DateTime<Utc> {
    at.trunc_subsecs(3)
}

/// The day of a time in Berlin.
pub fn day(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&Berlin).date_naive()
}

async fn contacts(
    store: &dyn Store,
    district: &DistrictId,
) -> Result<BTreeMap<ActorId, KeptContact>> {
    in_time(async { Ok(store.contacts(district).await?) }).await
}

/// A store that does not answer is told in time, also to who waits for what another request has begun to load.
async fn in_time<T>(answer: impl Future<Output = Result<T>>) -> Result<T> {
    match tokio::time::timeout(PATIENCE, answer).await {
        Ok(answer) => answer,
        Err(_) => Err(store::Error::Unreachable(format!("no answer in {PATIENCE:?}")).into()),
    }
}
