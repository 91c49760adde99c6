//! What a view is drawn from.

use std::borrow::Cow;

use super::error::MapError;
use crate::analysis::{self, Options, Selection, SiloReport};
use crate::domain::{Stop, Survey};

/// What a view is drawn from.
#[derive(Debug, Clone, Copy)]
pub struct Materials<'a> {
    /// The departments, actors, ties and offers.
    pub survey: &'a Survey,
    /// The report of [`super::View::figures`], where it is at hand; else it is made.
    pub report: Option<&'a SiloReport>,
}

impl<'a> Materials<'a> {
    /// The report of a selection: that at hand where it has this scope, else made.
    pub fn report(
        &self,
        selection: &Selection,
        stop: &Stop,
    ) -> Result<Cow<'a, SiloReport>, MapError> {
        let at_hand = self
            .report
            .filter(|report| report.scope == selection.scope.code());
        if let Some(report) = at_hand {
            return Ok(Cow::Borrowed(report));
        }
        let options = Options::shown();
        let report = analysis::report_watched(self.survey, selection, &options, stop)?;
        Ok(Cow::Owned(report))
    }
}
