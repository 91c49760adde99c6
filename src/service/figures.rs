//! The figures of a district or of files for somebody who watches them being computed.

use std::sync::Arc;

use super::Service;
use super::look::Look;
use crate::analysis::{self, Options, Progress, ReportError, Selection, SiloReport};
use crate::domain::{Audience, Survey};

/// What figures are made from, for whoever sees it: the survey itself is not to be had.
pub struct Figures {
    survey: Arc<Survey>,
    audience: Audience,
}

impl Service {
    /// What the figures of a district are made from.
    pub async fn figures(&self, seen: impl Into<Look<'_>>) -> Figures {
        let look = seen.into();
        Figures {
            survey: self.surveyed(look).await,
            audience: look.version().audience,
        }
    }
}

impl Figures {
    /// What the figures of files are made from.
    pub fn of_files(survey: Arc<Survey>, audience: Audience) -> Self {
        Self { survey, audience }
    }

    /// The selection that is shown unless something else is asked for.
    pub fn usual(&self) -> Selection {
        Selection::usual(&self.survey, self.audience)
    }

    /// The report of a selection, computed anew.
    pub fn report(
        &self,
        selection: &Selection,
        options: &Options,
        progress: &dyn Progress,
    ) -> Result<SiloReport, ReportError> {
        let selection = Selection {
            audience: self.audience,
            ..selection.clone()
        };
        analysis::check_figures(&self.survey, &selection)?;
        analysis::report_watched(&self.survey, &selection, options, progress)
    }
}
