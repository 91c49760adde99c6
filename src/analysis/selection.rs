//! What is looked at: which phase, which ties, grouped by which column, for whom.

use std::fmt::Write;

use crate::domain::{Audience, Column, Survey, phase_keys, phase_readings};
use crate::text::{Lang, SelectionText};

/// The column that groups the actors unless another is asked for.
pub(super) const DEPARTMENT: &str = "department";

/// Which part of a survey the figures are about.
#[derive(Debug, Clone, PartialEq)]
pub struct Selection {
    /// The column that groups the actors, by its key or its header; empty: everybody in one group.
    pub department: String,
    /// Which departments the silo figures are about.
    pub scope: Inclusion,
    /// Whether bodies (Gremien) count in the silo figures; not in those for leaders.
    pub bodies: bool,
    /// The kinds of tie that count; none named: all.
    pub kinds: Vec<String>,
    /// The phase by id or name; none: the latest with cooperations of a district, all rows of files.
    pub phase: Option<String>,
    /// The least strength that makes a tie.
    pub min_strength: f64,
    /// Whether a tie is an arc from who reports it to whom it is about.
    pub directed: bool,
    /// Who reads the answer.
    pub audience: Audience,
}

/// Which departments the silo figures are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Inclusion {
    /// The offices of the district authority alone.
    Offices,
    /// All departments.
    All,
}

impl Inclusion {
    /// The code in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Offices => "offices",
            Self::All => "all",
        }
    }

    /// Which departments the headline is about, whatever else is shown: of a district its offices, of files all.
    pub fn of_headline(survey: &Survey) -> Self {
        match survey.from_district {
            true => Self::Offices,
            false => Self::All,
        }
    }
}

/// Why a selection does not fit a survey.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum SelectionError {
    /// The column is not there.
    #[error("there is no column {asked:?}; known are: {}", .known.join(", "))]
    UnknownColumn {
        /// What was asked for.
        asked: String,
        /// The columns there are.
        known: Vec<String>,
    },
    /// No tie has this kind.
    #[error("there is no kind of tie {asked:?}; known are: {}", .known.join(", "))]
    UnknownKind {
        /// What was asked for.
        asked: String,
        /// The kinds there are.
        known: Vec<String>,
    },
    /// The phase is not there.
    #[error("there is no phase {asked:?}; known are: {}", .known.join(", "))]
    UnknownPhase {
        /// What was asked for.
        asked: String,
        /// The phases there are.
        known: Vec<String>,
    },
    /// A comparison that begins with the later phase.
    #[error("{from:?} is later than {to:?}")]
    Backwards {
        /// The phase named as the earlier one.
        from: String,
        /// The phase named as the later one.
        to: String,
    },
    /// The threshold is not a number.
    #[error("the least strength must be a finite number")]
    BadThreshold,
    /// Leaders see a district by department, all kinds together, from strength 2 on: by the difference of
    /// freer selections a hidden cell could be worked out.
    #[error(
        "for leaders a district is shown by department, its offices, with all kinds, from strength 2 on"
    )]
    NotForLeaders,
}

impl Selection {
    /// What is shown unless something else is asked for: of a district its offices from strength 2 on, of files all.
    pub fn usual(survey: &Survey, audience: Audience) -> Self {
        let grouped = survey
            .columns
            .iter()
            .any(|column| names(column, DEPARTMENT));
        Self {
            department: if grouped { DEPARTMENT } else { "" }.to_owned(),
            scope: Inclusion::of_headline(survey),
            bodies: false,
            kinds: Vec::new(),
            phase: None,
            min_strength: if survey.from_district { 2.0 } else { 1.0 },
            directed: false,
            audience,
        }
    }

    /// A text that is equal exactly for equal selections, for caches.
    pub fn key(&self) -> String {
        let mut key = String::new();
        // Lengths before the free texts: no choice of names can imitate another selection.
        for text in [&self.department]
            .into_iter()
            .chain(&self.phase)
            .chain(&self.kinds)
        {
            write!(key, "{}:{text};", text.len()).expect("writing to a String cannot fail");
        }
        write!(
            key,
            "{};{};{:?};{};{:x};{};{:?}",
            self.phase.is_some(),
            self.kinds.len(),
            self.scope,
            self.bodies,
            self.min_strength.to_bits(),
            self.directed,
            self.audience,
        )
        .expect("writing to a String cannot fail");
        key
    }

    /// Whether actors are grouped by their own department.
    pub fn is_by_department(&self) -> bool {
        self.department == DEPARTMENT
    }

    /// The same about the departments that the headline is about: never more than are shown.
    pub fn of_headline(&self, survey: &Survey) -> Self {
        let scope = match self.scope {
            Inclusion::Offices => Inclusion::Offices,
            Inclusion::All => Inclusion::of_headline(survey),
        };
        Self {
            scope,
            ..self.clone()
        }
    }

    /// Whether more departments are shown than the headline is about.
    pub fn exceeds_headline(&self, survey: &Survey) -> bool {
        self.scope == Inclusion::All && Inclusion::of_headline(survey) == Inclusion::Offices
    }

    /// The same about all departments rather than the offices.
    pub(super) fn of_all_departments(&self) -> Self {
        Self {
            scope: Inclusion::All,
            ..self.clone()
        }
    }

    /// The place of the selected phase in [`Survey::phases`]; none: all rows together.
    pub fn phase_in(&self, survey: &Survey) -> Result<Option<u16>, SelectionError> {
        let Some(asked) = &self.phase else {
            return Ok(if survey.from_district {
                latest(survey)
            } else {
                None
            });
        };
        let by =
            |is: &dyn Fn(&crate::domain::SurveyPhase) -> bool| survey.phases.iter().position(is);
        by(&|phase| phase.id == asked.trim())
            .or_else(|| by(&|phase| phase.name == asked.trim()))
            .or_else(|| {
                let mut readings = phase_readings(asked).into_iter();
                readings.find_map(|reading| only_phase(survey, &reading))
            })
            .and_then(|place| u16::try_from(place).ok())
            .map(Some)
            .ok_or_else(|| SelectionError::UnknownPhase {
                asked: asked.clone(),
                known: survey.phases.iter().map(|phase| phase.id.clone()).collect(),
            })
    }

    /// The column that groups the actors; none: everybody in one group.
    pub fn column_in<'a>(&self, survey: &'a Survey) -> Result<Option<&'a Column>, SelectionError> {
        if self.department.is_empty() {
            return Ok(None);
        }
        // The key first: another column may bear a key as its header.
        let exact = |column: &&Column| column.names.first() == Some(&self.department);
        survey
            .columns
            .iter()
            .find(exact)
            .or_else(|| {
                survey
                    .columns
                    .iter()
                    .find(|column| column.names.contains(&self.department))
            })
            .or_else(|| {
                survey
                    .columns
                    .iter()
                    .find(|column| names(column, &self.department))
            })
            .map(Some)
            .ok_or_else(|| SelectionError::UnknownColumn {
                asked: self.department.clone(),
                known: survey
                    .columns
                    .iter()
                    .filter_map(|column| column.names.first().cloned())
                    .collect(),
            })
    }

    /// The kinds that count, as bits of [`crate::domain::SurveyTie::kinds`]; none: all, also ties without a kind.
    pub fn kinds_in(&self, survey: &Survey) -> Result<Option<u64>, SelectionError> {
        if self.kinds.is_empty() {
            return Ok(None);
        }
        self.kinds
            .iter()
            .try_fold(0, |bits, asked| {
                survey
                    .kinds
                    .iter()
                    .position(|kind| alike(kind, asked))
                    .map(|place| bits | 1 << place)
                    .ok_or_else(|| SelectionError::UnknownKind {
                        asked: asked.clone(),
                        known: survey.kinds.clone(),
                    })
            })
            .map(Some)
    }

    /// Refuses what could not be answered.
    pub(super) fn check(&self) -> Result<(), SelectionError> {
        match self.min_strength.is_finite() {
            true => Ok(()),
            false => Err(SelectionError::BadThreshold),
        }
    }
}

impl SelectionError {
    /// The sentence that tells a person.
    pub fn say(&self, lang: Lang) -> String {
        let text = SelectionText::of(lang);
        let list = |known: &[String]| match known {
            [] => text.none.to_owned(),
            known => known.join(", "),
        };
        match self {
            Self::UnknownColumn { asked, known } => (text.unknown_column)(asked, &list(known)),
            Self::UnknownKind { asked, known } => (text.unknown_kind)(asked, &list(known)),
            Self::UnknownPhase { asked, known } => (text.unknown_phase)(asked, &list(known)),
            Self::Backwards { from, to } => (text.backwards)(from, to),
            Self::BadThreshold => text.bad_threshold.to_owned(),
            Self::NotForLeaders => text.not_for_leaders.to_owned(),
        }
    }
}

/// The place of the phase that alone has a key.
fn only_phase(survey: &Survey, key: &str) -> Option<usize> {
    let phases = survey.phases.iter().enumerate();
    let mut named =
        phases.filter(|(_, phase)| phase_keys(&phase.id, &phase.name, None).contains(key));
    let (only, _) = named.next()?;
    named.next().is_none().then_some(only)
}

/// The latest phase with a tie, else with an actor.
fn latest(survey: &Survey) -> Option<u16> {
    let with_ties = survey.ties.iter().filter_map(|tie| tie.phase).max();
    with_ties.or_else(|| survey.presences.iter().filter_map(|row| row.phase).max())
}

fn names(column: &Column, asked: &str) -> bool {
    column.names.iter().any(|name| alike(name, asked))
}

fn alike(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}
