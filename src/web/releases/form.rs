//! The fields of the forms as they were typed, and whether they can be read.

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use crate::domain::{Consent, Decider, MAX_NAME, PhaseId, Recipient, Text};
use crate::exchange::read_date;
use crate::service::{Freeze, Snapshot, day};
use crate::text::Lang;
use crate::text::pages::{Releases, date};
use crate::web::errors::Result;
use crate::web::posted::Posted;

/// What somebody entered of a state that is to be frozen.
pub(super) struct Entered {
    pub name: String,
    pub date: String,
    pub phase: String,
}

/// What somebody entered of a release.
pub(super) struct Asked {
    pub to: Vec<Recipient>,
    pub by: Option<Decider>,
    pub on: String,
}

impl Entered {
    /// What is proposed: today, and the latest phase.
    pub fn proposed(view: &Snapshot, now: DateTime<Utc>, lang: Lang) -> Self {
        let today = day(now);
        Self {
            name: (Releases::of(lang).proposed)(today.month0() as usize, today.year()),
            date: typed(today, lang),
            phase: view
                .latest_phase()
                .map(|id| id.to_string())
                .unwrap_or_default(),
        }
    }

    pub fn of(form: &Posted) -> Self {
        let field = |name| form.one(name).unwrap_or_default().trim().to_owned();
        Self {
            name: field("name"),
            date: field("date"),
            phase: field("phase"),
        }
    }

    /// What is to be frozen; none where a field cannot be read. A phase that is not there is an error of its own.
    pub fn freeze(&self, view: &Snapshot) -> Result<Option<Freeze>> {
        let name = Text::parse(&self.name).ok();
        let name = name.filter(|name| name.as_str().chars().count() <= MAX_NAME);
        let (Some(name), Some(date)) = (name, read_date(&self.date)) else {
            return Ok(None);
        };
        if self.phase.is_empty() {
            return Ok(None);
        }
        let phase: PhaseId = view.phase(&self.phase)?;
        Ok(Some(Freeze { name, date, phase }))
    }
}

impl Asked {
    /// Nothing is ticked; the day is today.
    pub fn proposed(now: DateTime<Utc>, lang: Lang) -> Self {
        Self {
            to: Vec::new(),
            by: None,
            on: typed(day(now), lang),
        }
    }

    pub fn of(form: &Posted) -> Self {
        Self {
            to: form.all("to").filter_map(Recipient::from_code).collect(),
            by: form.one("decided_by").and_then(Decider::from_code),
            on: form.one("decided_on").unwrap_or_default().trim().to_owned(),
        }
    }

    /// The consent; none where a field is missing or cannot be read. Without a day it is today's.
    pub fn consent(&self, now: DateTime<Utc>) -> Option<Consent> {
        let on = match self.on.as_str() {
            "" => day(now),
            typed => read_date(typed)?,
        };
        Consent::of(self.to.iter().copied(), self.by?, on, now)
    }
}

/// A day as it is typed in a language.
pub(super) fn typed(day: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::De => date(day, lang),
        Lang::En => day.to_string(),
    }
}
