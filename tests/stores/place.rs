//! Where a trial takes place: a store with a district and two funding phases that no other trial uses.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate};
use libtest_mimic::Trial;
use miteinander::domain::{
    Actor, ActorId, ActorKind, Author, Change, Department, DepartmentId, DepartmentKind, District,
    DistrictId, Edit, FundingPhase, Membership, Network, PhaseId, Programme, Report, ReportKey,
    Strength, Text,
};
use miteinander::store::{
    self, Cause, Content, Error, Head, Mark, Part, Revision, Scope, Stamp, Store, Write, Written,
};
use tempfile::TempDir;
use tokio::sync::RwLock;
use uuid::Uuid;

/// One kind of store under trial.
#[derive(Clone)]
pub struct Backend {
    /// How its trials begin: `sqlite`.
    pub name: &'static str,
    /// Why it cannot be tried here; its trials are then listed as ignored.
    pub missing: Option<String>,
    /// A store for one trial; may be shared with others, which use other districts.
    pub address: fn() -> Address,
    /// How many random sequences of changes are tried.
    pub cases: u32,
}

/// How a store is opened.
pub struct Address {
    pub url: String,
    pub password: Option<String>,
    /// The folder of the store, where it goes with the trial.
    pub _folder: Option<TempDir>,
}

impl Address {
    /// Opens the store once more.
    pub async fn open(&self) -> Arc<dyn Store> {
        store::open(&self.url, self.password.clone())
            .await
            .expect("the store opens")
    }
}

/// Trials share a server. Whoever locks all districts there holds this alone; whoever keeps a district locked for long, or
/// counts on being answered at once, holds it with others.
pub static WHOLE_STORE: RwLock<()> = RwLock::const_new(());

/// A store, and a district in it.
pub struct Place {
    pub address: Address,
    pub store: Arc<dyn Store>,
    pub district: DistrictId,
    pub phases: [PhaseId; 2],
}

impl Place {
    /// A district with two funding phases of its own, and nothing in it.
    pub async fn new(address: Address) -> Self {
        let store = address.open().await;
        let (district, phases) = new_district(store.as_ref()).await;
        Self {
            address,
            store,
            district,
            phases,
        }
    }

    /// The district as a scope.
    pub fn scope(&self) -> Scope {
        Scope::District(self.district.clone())
    }

    /// A write of changes to the district at a revision, under the mark that stands.
    pub async fn write(&self, revision: Revision, changes: Vec<Change>) -> Write {
        let Head { mark, .. } = self.head().await;
        write(self.scope(), Head { revision, mark }, changes)
    }

    /// Writes changes at the revision that stands.
    pub async fn apply(&self, changes: Vec<Change>) -> Revision {
        let write = write(self.scope(), self.head().await, changes);
        let written = self.store.apply(&write).await.expect("it is legal");
        written.heads[0].revision
    }

    /// The district's revision.
    pub async fn revision(&self) -> Revision {
        self.head().await.revision
    }

    /// Where the district stands.
    pub async fn head(&self) -> Head {
        self.store
            .head(&self.scope())
            .await
            .expect("the district is there")
    }

    /// The district's network.
    pub async fn network(&self) -> Arc<Network> {
        self.store
            .network(&self.district)
            .await
            .expect("the district is there")
            .value
    }

    /// A programme that holds the district's phases, for the judge.
    pub fn programme(&self) -> Programme {
        Programme {
            districts: [(self.district.clone(), a_district())].into(),
            phases: self.phases.iter().cloned().zip(two_phases()).collect(),
        }
    }
}

/// A trial in a place of its own.
pub fn trial<F>(
    backend: &Backend,
    name: &str,
    run: impl FnOnce(Place) -> F + Send + 'static,
) -> Trial
where
    F: Future<Output = ()>,
{
    let address = backend.address;
    Trial::test(format!("{}::{name}", backend.name), move || {
        runtime().block_on(async { run(Place::new(address()).await).await });
        Ok(())
    })
    .with_ignored_flag(backend.missing.is_some())
}

/// A runtime as the service has it.
pub fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Runtime::new().expect("threads can be started")
}

/// Adds a district and two funding phases of its own to a store that others may write to at the same time.
pub async fn new_district(store: &dyn Store) -> (DistrictId, [PhaseId; 2]) {
    let name = Uuid::new_v4().simple();
    let district = id(&format!("d-{name}"));
    let phases = [id(&format!("p1-{name}")), id(&format!("p2-{name}"))];
    let mut changes = vec![Change::District(Edit::add(district.clone(), a_district()))];
    for (id, phase) in phases.iter().zip(two_phases()) {
        changes.push(Change::Phase(Edit::add(id.clone(), phase)));
    }
    change_programme(store, changes).await;
    (district, phases)
}

/// Writes to the programme, again when another trial came first.
pub async fn change_programme(store: &dyn Store, changes: Vec<Change>) -> Revision {
    loop {
        let expected = store
            .head(&Scope::Programme)
            .await
            .expect("the store answers");
        let write = write(Scope::Programme, expected, changes.clone());
        match store.apply(&write).await {
            Ok(written) => return written.heads[0].revision,
            Err(Error::Conflict { .. }) => {}
            Err(error) => panic!("{error}"),
        }
    }
}

/// A write of one part.
pub fn write(scope: Scope, expected: Head, changes: Vec<Change>) -> Write {
    writing(stamp(Cause::Entry), vec![part(scope, expected, changes)])
}

/// A write of some parts, as a request of its own.
pub fn writing(stamp: Stamp, parts: Vec<Part>) -> Write {
    Write {
        content: Content::of([stamp.request.as_bytes().as_slice()]),
        stamp,
        mark: Mark(Uuid::new_v4()),
        parts,
    }
}

/// The revisions that a write led to.
pub fn revisions(written: Written) -> Vec<Revision> {
    written.heads.iter().map(|head| head.revision).collect()
}

/// A part without contacts.
pub fn part(scope: Scope, expected: Head, changes: Vec<Change>) -> Part {
    Part {
        scope,
        expected,
        changes: changes.into(),
        contacts: Default::default(),
        frozen: Vec::new(),
    }
}

/// A request of its own.
pub fn stamp(cause: Cause) -> Stamp {
    Stamp {
        by: Some(Author::Program),
        at: DateTime::from_timestamp_millis(1_767_225_600_123).expect("a time of 2026"),
        cause,
        request: Uuid::new_v4(),
    }
}

/// An id that is known to be one.
pub fn id<T>(text: &str) -> miteinander::domain::Id<T> {
    miteinander::domain::Id::parse(text).expect("an id")
}

/// A text that is known to be one.
pub fn text(text: &str) -> Text {
    Text::parse(text).expect("a text")
}

pub fn a_district() -> District {
    District {
        name: text("Probebezirk"),
        position: 99,
        example: true,
    }
}

pub fn two_phases() -> [FundingPhase; 2] {
    let day = |year| NaiveDate::from_ymd_opt(year, 9, 1).expect("a day");
    [
        FundingPhase {
            name: text("09/2019–08/2022"),
            start: day(2019),
            end: day(2022).pred_opt(),
        },
        FundingPhase {
            name: text("ab 09/2022"),
            start: day(2022),
            end: None,
        },
    ]
}

/// A department of one name.
pub fn department(name: &str) -> (DepartmentId, Department) {
    let department = Department {
        name: text(name),
        short_name: None,
        kind: DepartmentKind::Office,
        policy_field: None,
        divisions: Default::default(),
    };
    (DepartmentId::from_name(name, |_| false), department)
}

/// Adds an actor of a department that is there, with its place in a phase.
pub fn add_actor(name: &str, department: &DepartmentId, phase: &PhaseId) -> Vec<Change> {
    let actor = Actor {
        name: text(name),
        kind: ActorKind::Function,
        note: None,
    };
    let membership = Membership {
        department: department.clone(),
        section: None,
        level: None,
        core_team: false,
        asked: None,
        answered: None,
        open: Default::default(),
    };
    let id: ActorId = id(name);
    vec![
        Change::Actor(Edit::add(id.clone(), actor)),
        Change::Membership(Edit::add((id, phase.clone()), membership)),
    ]
}

/// A report of one strength.
pub fn report(strength: i64) -> Report {
    Report {
        strength: Some(Strength::parse(strength).expect("a strength")),
        ..Report::default()
    }
}

/// The key of a report.
pub fn key(phase: &PhaseId, from: &str, to: &str) -> ReportKey {
    (phase.clone(), id(from), id(to))
}

/// A department with the actors `a`, `b` and `c`, and what `a` says of `b` in the first phase.
pub fn three_actors(place: &Place) -> Vec<Change> {
    three_actors_in(&place.phases[0])
}

/// The same in any phase.
pub fn three_actors_in(phase: &PhaseId) -> Vec<Change> {
    let (department_id, department) = department("Jugendamt");
    let mut changes = vec![Change::Department(Edit::add(
        department_id.clone(),
        department,
    ))];
    for name in ["a", "b", "c"] {
        changes.extend(add_actor(name, &department_id, phase));
    }
    changes.push(Change::Report(Edit::add(key(phase, "a", "b"), report(3))));
    changes
}
