//! Reports: what one side says of its cooperation with another.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::actor::ActorId;
use super::offer::OfferId;
use super::phase::PhaseId;
use super::tie_kind::TieKinds;
use super::words::Note;

/// The key of a report: in which phase, who says it, of whom.
pub type ReportKey = (PhaseId, ActorId, ActorId);

/// A cooperation in one phase as one side tells it; two such rows make a confirmed tie.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// How closely they work together; none where no strength was stated.
    pub strength: Option<Strength>,
    /// What kinds of cooperation it is.
    pub kinds: TieKinds,
    /// Whether it is agreed in writing; none where that was not said.
    pub binding: Option<bool>,
    /// Since when it has existed.
    pub since: Option<Since>,
    /// Whether the core team brought it about.
    pub through_core_team: bool,
    /// The offers that it is about.
    pub offers: BTreeSet<OfferId>,
    /// Whether it was recorded in a workshop rather than by the one side alone.
    pub in_workshop: bool,
    /// A remark for the core team.
    pub note: Option<Note>,
}

/// A strength from 0 (no contact) to 5 (joint planning and steering); each number has a behavioural anchor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Strength(u8);

/// A number that is not on the scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} is not a strength from 0 to 5")]
pub struct BadStrength(i64);

impl Strength {
    /// The highest strength.
    pub const MAX: u8 = 5;

    /// The strength with this number.
    pub fn parse(number: i64) -> Result<Self, BadStrength> {
        match u8::try_from(number) {
            Ok(strength) if strength <= Self::MAX => Ok(Self(strength)),
            _ => Err(BadStrength(number)),
        }
    }

    /// The number on the scale.
    pub fn number(self) -> u8 {
        self.0
    }
}

impl TryFrom<i64> for Strength {
    type Error = BadStrength;
    fn try_from(number: i64) -> Result<Self, BadStrength> {
        Self::parse(number)
    }
}

impl From<Strength> for i64 {
    fn from(strength: Strength) -> Self {
        strength.0.into()
    }
}

/// Since when a cooperation has existed: a year, a month or a day, as exactly as it was stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Since {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

/// A text that is not `2020`, `2020-03` or `2020-03-12`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a year, a month or a day")]
pub struct BadSince(String);

impl Since {
    /// A year alone, from 1000 to 9999.
    pub fn year(year: i64) -> Option<Self> {
        (1000..=9999).contains(&year).then_some(Self {
            year: year as u16,
            month: None,
            day: None,
        })
    }

    /// A day.
    pub fn date(date: NaiveDate) -> Option<Self> {
        date.to_string().parse().ok()
    }
}

impl FromStr for Since {
    type Err = BadSince;
    fn from_str(text: &str) -> Result<Self, BadSince> {
        let read = || {
            let mut parts = text.trim().split('-');
            let since = Self::year(parts.next()?.parse().ok()?)?;
            let Some(month) = parts.next() else {
                return Some(since);
            };
            let month = month.parse().ok()?;
            let day = parts.next().map(str::parse).transpose().ok()?;
            if parts.next().is_some() {
                return None;
            }
            NaiveDate::from_ymd_opt(
                since.year.into(),
                u32::from(month),
                u32::from(day.unwrap_or(1)),
            )?;
            Some(Self {
                month: Some(month),
                day,
                ..since
            })
        };
        read().ok_or_else(|| BadSince(text.to_owned()))
    }
}

impl fmt::Display for Since {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        self.month
            .iter()
            .chain(&self.day)
            .try_for_each(|part| write!(f, "-{part:02}"))
    }
}

impl TryFrom<String> for Since {
    type Error = BadSince;
    fn try_from(text: String) -> Result<Self, BadSince> {
        text.parse()
    }
}

impl From<Since> for String {
    fn from(since: Since) -> Self {
        since.to_string()
    }
}
