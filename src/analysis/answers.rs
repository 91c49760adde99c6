//! The questions to a survey, each answered for who reads: to leaders by `aggregate`.

use crate::domain::{Audience, Survey};

use super::aggregate;
use super::compare::{self, Comparison};
use super::options::Options;
use super::outline::{self, Outline};
use super::progress::{Progress, Stage, Unwatched};
use super::report::{self, ReportError, SiloReport};
use super::selection::{Selection, SelectionError};

/// Who answers each question.
struct Answers {
    report: fn(&Survey, &Selection, &Options, &dyn Progress) -> Result<SiloReport, ReportError>,
    comparison: fn(&Survey, [&str; 2], &Selection) -> Result<Comparison, SelectionError>,
    outline: fn(&Survey, &Selection) -> Result<Outline, SelectionError>,
}

/// Everything, down to the single function.
const WORKING: Answers = Answers {
    report: report::whole,
    comparison: compare::whole,
    outline: outline::whole,
};

/// Departments alone.
const LEADERSHIP: Answers = Answers {
    report: aggregate::report,
    comparison: aggregate::comparison,
    outline: aggregate::outline,
};

impl Answers {
    fn to(audience: Audience) -> Self {
        match audience {
            Audience::Working => WORKING,
            Audience::Leadership => LEADERSHIP,
        }
    }
}

/// The report of a selection.
pub fn report(
    survey: &Survey,
    selection: &Selection,
    options: &Options,
) -> Result<SiloReport, SelectionError> {
    report_watched(survey, selection, options, &Unwatched).map_err(|error| match error {
        ReportError::Selection(error) => error,
        ReportError::Stopped(_) => unreachable!("nobody stops it"),
    })
}

/// The report of a selection, for somebody who waits for it, as long as that is so.
pub fn report_watched(
    survey: &Survey,
    selection: &Selection,
    options: &Options,
    progress: &dyn Progress,
) -> Result<SiloReport, ReportError> {
    progress.at(Stage::Graph, 0.0);
    progress.check()?;
    let answers = Answers::to(selection.audience);
    (answers.report)(survey, selection, options, progress)
}

/// Compares two phases.
///
/// Ties are compared over pairs whose two actors are in both phases and of whom at least one answered in both (an
/// arc: who reports it); E-I over those actors that stayed and did not move. A pair not seen in both says nothing
/// about change: Jaccard's index and all counts leave it out (Snijders 2001, Sociological Methodology 31:361–395).
pub fn compare(
    survey: &Survey,
    from: &str,
    to: &str,
    selection: &Selection,
) -> Result<Comparison, SelectionError> {
    (Answers::to(selection.audience).comparison)(survey, [from, to], selection)
}

/// The outline of a selection: the rows of [`report`] in closed form.
pub fn outline(survey: &Survey, selection: &Selection) -> Result<Outline, SelectionError> {
    (Answers::to(selection.audience).outline)(survey, selection)
}
