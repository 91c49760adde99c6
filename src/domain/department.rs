//! Departments: the organisations that actors belong to.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::id::Id;
use super::phase::PhaseId;
use super::words::Text;

/// The id of a department.
pub type DepartmentId = Id<Department>;

/// An office, a staff unit, a provider or another organisation, the group that silo figures are about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Department {
    /// The full name, unique in its district.
    pub name: Text,
    /// The abbreviation used in pictures.
    pub short_name: Option<Text>,
    /// What kind of organisation it is.
    pub kind: DepartmentKind,
    /// The policy field (Politikfeld).
    pub policy_field: Option<Text>,
    /// The division (Geschäftsbereich) it stood under in each phase; elections change it.
    pub divisions: BTreeMap<PhaseId, Text>,
}

/// The kinds of department; the first four are *offices* of the district authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DepartmentKind {
    /// Fachamt.
    Office,
    /// Serviceeinheit.
    ServiceUnit,
    /// Sonstige Organisationseinheit, such as the OE QPK.
    OtherUnit,
    /// Beauftragte.
    Commissioner,
    /// Jobcenter.
    JobCentre,
    /// Freier Träger.
    Provider,
    /// Gesundheitsversorgung: clinics, practices, midwives.
    HealthCare,
    /// Schule.
    School,
    /// Sonstige.
    Other,
}

impl DepartmentKind {
    /// All kinds, in the order of the contract.
    pub const ALL: [Self; 9] = [
        Self::Office,
        Self::ServiceUnit,
        Self::OtherUnit,
        Self::Commissioner,
        Self::JobCentre,
        Self::Provider,
        Self::HealthCare,
        Self::School,
        Self::Other,
    ];

    /// Whether the headline about the administration counts it.
    pub fn is_office(self) -> bool {
        matches!(
            self,
            Self::Office | Self::ServiceUnit | Self::OtherUnit | Self::Commissioner
        )
    }

    /// The code in files, stores and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::ServiceUnit => "service_unit",
            Self::OtherUnit => "other_unit",
            Self::Commissioner => "commissioner",
            Self::JobCentre => "job_centre",
            Self::Provider => "provider",
            Self::HealthCare => "health_care",
            Self::School => "school",
            Self::Other => "other",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}
