//! What a district's own template knows: its organisations as entered, and in the lists its functions, sections and
//! offers.

use crate::domain::PhaseId;
use crate::exchange::columns::Table;
use crate::exchange::out::extract::Extract;
use crate::exchange::out::known::Known;
use crate::exchange::out::names::Names;
use crate::exchange::out::{Content, ExportError};
use crate::text::{Template, words};

use super::form::Form;

/// A district's part of its template.
pub(super) struct Own {
    /// The district's name.
    pub district: String,
    /// What the lists hold.
    pub known: Known,
    /// Its organisations: name, short name, kind, division, policy field.
    departments: Vec<Vec<String>>,
}

/// The width of the column that says what kind of function one is, in characters.
const KIND: f64 = 15.0;

impl Own {
    pub fn of(content: &Content) -> Result<Self, ExportError> {
        let all = Content {
            phase: None,
            contacts: None,
            places: None,
            ..*content
        };
        let extract = Extract::of(&all)?;
        if let Some(phase) = content.phase
            && !content.programme.phases.contains_key(phase)
        {
            return Err(ExportError::NoSuchPhase(phase.clone()));
        }
        let names = Names::of(&extract);
        let phase = content.phase.or_else(|| latest(content));
        let departments = extract.departments.values();
        let entered = departments.map(|department| {
            let maybe = |text: Option<String>| text.unwrap_or_default();
            let division = phase.and_then(|phase| department.divisions.get(phase));
            vec![
                department.name.to_string(),
                maybe(department.short_name.as_ref().map(ToString::to_string)),
                words::department_kind(department.kind, content.lang).to_owned(),
                maybe(division.map(ToString::to_string)),
                maybe(department.policy_field.as_ref().map(ToString::to_string)),
            ]
        });
        Ok(Self {
            district: content.district.name.to_string(),
            departments: entered.collect(),
            known: Known::in_phase(&extract, &names, phase),
        })
    }

    /// Puts what is known into the forms.
    pub fn enter(&self, forms: &mut [Form], texts: &Template) {
        for form in forms {
            match form.table {
                Table::Departments => {
                    if !self.departments.is_empty() {
                        form.examples.clear();
                    }
                    form.entered.clone_from(&self.departments);
                }
                Table::Actors => {
                    let (column, of_example) = (texts.kind, texts.kind_of_example);
                    form.columns.insert(3, column);
                    form.widths.insert(3, KIND);
                    for (cells, kind) in form.examples.iter_mut().zip(of_example) {
                        cells.insert(3, kind);
                    }
                }
                _ => {}
            }
        }
    }
}

/// The phase for which an import takes entries that name none: the latest that is open, else the latest.
fn latest<'a>(content: &Content<'a>) -> Option<&'a PhaseId> {
    let phases = content.programme.phases_in_order();
    let open = phases.iter().rev().find(|(_, phase)| phase.end.is_none());
    open.or(phases.last()).map(|(id, _)| *id)
}
