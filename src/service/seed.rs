//! What an empty store begins with: the districts, the funding phases and one invented district.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Error, Result, Service};
use crate::domain::{
    ActorKind, Author, Change, Consent, Decider, DepartmentKind, District, DistrictId, Edit,
    Frozen, FrozenSum, FundingPhase, Network, PhaseId, Programme, Recipient, Release, ReleaseId,
    ReleaseState, Text,
};
use crate::exchange::{self, ImportOptions, Input, STATE_FORMAT};
use crate::store::{self, Cause, Head, Mark, Part, Request, Revision, Scope, Stamp, Write};
use crate::text::words;

/// The id of the invented district that shows what the service does.
pub const DEMONSTRATION: &str = "musterbezirk";

/// The phase of its release.
const RELEASED: &str = "2";

const DISTRICTS: &str = include_str!("../../seed/districts.csv");
const PHASES: &str = include_str!("../../seed/phases.csv");
const OFFICES: &str = include_str!("../../seed/offices.csv");
const TABLES: [(&str, &str); 4] = [
    (
        "organisationen.csv",
        include_str!("../../seed/musterbezirk/organisationen.csv"),
    ),
    (
        "funktionen.csv",
        include_str!("../../seed/musterbezirk/funktionen.csv"),
    ),
    (
        "angebote.csv",
        include_str!("../../seed/musterbezirk/angebote.csv"),
    ),
    (
        "zusammenarbeit.csv",
        include_str!("../../seed/musterbezirk/zusammenarbeit.csv"),
    ),
];

/// What was frozen of the demonstration and released, so that a stranger sees how that looks. It is made by a test, which
/// holds it to the tables above: to lay a map out anew at each first start would take long.
const RELEASE: &[u8] = include_bytes!("../../seed/musterbezirk/release.frozen");

/// An organisation or body that a new district can choose from a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The key of the row.
    pub id: String,
    /// The German name, which becomes the name in the district.
    pub name: String,
    /// The English name, shown beside it to English readers.
    pub name_en: String,
    /// The abbreviation.
    pub short_name: Option<String>,
    /// What kind of organisation it is; none for a body (Gremium).
    pub kind: Option<DepartmentKind>,
    /// The policy field.
    pub policy_field: Option<String>,
}

/// The organisations and bodies that a new district can choose from.
pub fn suggestions() -> Vec<Suggestion> {
    let filled = |cell: &String| Some(cell.clone()).filter(|cell| !cell.is_empty());
    rows(OFFICES)
        .map(|row| Suggestion {
            id: row[0].clone(),
            name: row[1].clone(),
            name_en: row[2].clone(),
            short_name: filled(&row[3]),
            kind: match words::read_actor_kind(&row[4]) {
                Some(ActorKind::Body) => None,
                _ => Some(words::read_department_kind(&row[4]).expect("the seed names a kind")),
            },
            policy_field: filled(&row[5]),
        })
        .collect()
}

/// The programme that an empty store begins with.
fn programme() -> Programme {
    let text = |cell: &str| Text::parse(cell).expect("the seed's names are texts");
    let mut programme = Programme::default();
    for (row, position) in rows(DISTRICTS).zip(1..) {
        let district = District {
            name: text(&row[1]),
            position,
            example: false,
        };
        programme.districts.insert(
            DistrictId::parse(&row[0]).expect("the seed's ids are ids"),
            district,
        );
    }
    let position = u16::try_from(programme.districts.len()).expect("the districts are few") + 1;
    let example = District {
        name: text("Musterbezirk"),
        position,
        example: true,
    };
    programme.districts.insert(demonstration_id(), example);
    for row in rows(PHASES) {
        let date = |cell: &str| {
            cell.parse::<NaiveDate>()
                .expect("the seed's dates are dates")
        };
        let phase = FundingPhase {
            name: text(&row[1]),
            start: date(&row[2]),
            end: Some(row[3].as_str())
                .filter(|cell| !cell.is_empty())
                .map(date),
        };
        programme.phases.insert(
            PhaseId::parse(&row[0]).expect("the seed's ids are ids"),
            phase,
        );
    }
    programme
}

/// The demonstration as the import reads it from its files.
fn demonstration(programme: &Programme) -> Vec<Change> {
    let inputs = TABLES.map(|(name, content)| Input {
        name: name.to_owned(),
        bytes: content.as_bytes().to_vec(),
    });
    let options = ImportOptions::default();
    let plan = exchange::read_tables(&inputs)
        .and_then(|tables| {
            exchange::plan(
                &tables,
                &Network::default(),
                &BTreeMap::new(),
                programme,
                &options,
            )
        })
        .expect("the seed's tables have no fault: a test imports them");
    plan.network
}

/// The release of the demonstration, for everybody who may see one.
fn release() -> (Frozen, Change) {
    let frozen = Frozen {
        format: STATE_FORMAT,
        sha256: sum(RELEASE),
        bytes: RELEASE.to_vec(),
    };
    let day = invented_at().date_naive();
    let decider = Decider::SteeringGroup;
    let consent = Consent::of(Recipient::ALL, decider, day, invented_at());
    let release = Release {
        name: Text::parse("Stand März 2025").expect("a name"),
        date: day,
        phase: PhaseId::parse(RELEASED).expect("the seed's ids are ids"),
        frozen: FrozenSum::parse(&frozen.sha256).expect("digits are an id"),
        state: ReleaseState::Released(consent.expect("it is for somebody")),
    };
    let id = ReleaseId::parse("stand-2025").expect("a slug is an id");
    (frozen, Change::Release(Edit::add(id, release).into()))
}

fn sum(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn demonstration_id() -> DistrictId {
    DistrictId::parse(DEMONSTRATION).expect("a slug is an id")
}

fn rows(csv: &'static str) -> impl Iterator<Item = Vec<String>> {
    let reader = csv::Reader::from_reader(csv.as_bytes());
    reader.into_records().map(|row| {
        let row = row.expect("the seed's tables are well formed: a test reads them");
        row.iter().map(str::to_owned).collect()
    })
}

/// The day on which the demonstration was made up; its pictures carry a date like any other.
fn invented_at() -> DateTime<Utc> {
    let day = NaiveDate::from_ymd_opt(2025, 3, 12).and_then(|day| day.and_hms_opt(9, 0, 0));
    day.expect("a day of the calendar").and_utc()
}

impl Service {
    /// Fills a store that holds no district yet; another program that does so at the same time may win.
    pub(super) async fn seed(&self) -> Result<()> {
        let empty = self.store.head(&Scope::Programme).await?;
        if empty.revision != Revision::default() {
            return Ok(());
        }
        let programme = programme();
        let (frozen, release) = release();
        let mut demonstration = demonstration(&programme);
        demonstration.push(release);
        let part = |scope, expected, changes| Part {
            scope,
            expected,
            changes: Arc::new(changes),
            contacts: Vec::new(),
            frozen: Vec::new(),
        };
        let districts = programme.districts.iter();
        let phases = programme.phases.iter();
        let founding = districts
            .map(|(id, district)| Change::District(Edit::add(id.clone(), district.clone())))
            .chain(phases.map(|(id, phase)| Change::Phase(Edit::add(id.clone(), phase.clone()))))
            .collect();
        let request = Request::once();
        let stamp = Stamp {
            by: Some(Author::Program),
            at: invented_at(),
            cause: Cause::Seed,
            request: request.id,
        };
        let of_district = part(
            Scope::District(demonstration_id()),
            Head::default(),
            demonstration,
        );
        let parts = vec![
            part(Scope::Programme, empty, founding),
            Part {
                frozen: vec![Arc::new(frozen)],
                ..of_district
            },
        ];
        let write = Write {
            stamp,
            content: request.content,
            mark: Mark(Uuid::new_v4()),
            parts,
        };
        match self.store.apply(&write).await {
            Ok(_) | Err(store::Error::Conflict { .. }) => Ok(()),
            Err(error) => Err(Error::from(error)),
        }
    }
}
