//! The form of a funding phase: its fields as they were typed, and whether they can be read.

use crate::domain::{Change, Edit, FundingPhase, MAX_NAME, PhaseId, Programme, Text};
use crate::exchange::read_date;
use crate::text::pages::Phases;
use crate::web::errors::{Error, Result};
use crate::web::posted::Posted;
use crate::web::typed::Typed;

/// What somebody entered of a phase, as it was typed.
#[derive(Default)]
pub(super) struct Entered {
    /// Of which phase; none: of a new one.
    pub(super) id: Option<PhaseId>,
    pub(super) name: String,
    pub(super) start: String,
    pub(super) end: String,
    /// Whether the phase is to be removed.
    pub(super) removes: bool,
}

impl Entered {
    pub(super) fn of(form: &Posted) -> Result<Self> {
        let field = |name| form.one(name).unwrap_or_default().trim().to_owned();
        Ok(Self {
            id: match field("id").as_str() {
                "" => None,
                id => Some(PhaseId::parse(id).map_err(|_| Error::BadRequest)?),
            },
            name: field("name"),
            start: field("start"),
            end: field("end"),
            removes: form.one("action") == Some("remove"),
        })
    }

    /// The same by the names of the fields, for a page that has no form for it.
    pub(super) fn typed(&self, text: &Phases) -> Typed {
        let names = [text.name, text.start, text.end];
        let values = [&self.name, &self.start, &self.end];
        Typed::new(names.into_iter().zip(values.map(String::as_str)))
    }

    /// The change that was typed; none where it cannot be read. Judged on what stands, as `seen` must still stand.
    pub(super) fn change(&self, programme: &Programme) -> Option<Change> {
        let before = self.id.as_ref().map(|id| programme.phases.get(id).cloned());
        let after = if self.removes {
            None
        } else {
            Some(FundingPhase {
                name: Text::parse(&self.name)
                    .ok()
                    .filter(|name| name.as_str().chars().count() <= MAX_NAME)?,
                start: read_date(&self.start)?,
                end: match self.end.as_str() {
                    "" => None,
                    end => Some(read_date(end)?),
                },
            })
        };
        let (key, before) = match (&self.id, before) {
            (Some(id), Some(before)) => (id.clone(), before),
            _ => {
                let taken = |id: &PhaseId| programme.phases.contains_key(id);
                (PhaseId::from_name(&self.name, taken), None)
            }
        };
        Some(Change::Phase(Edit { key, before, after }))
    }
}
