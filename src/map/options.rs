//! How a picture is made: names, language, paper.

use chrono::NaiveDate;

use super::paper::style::Paper;
use crate::text::Lang;

/// How a picture is labelled.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct MapOptions {
    /// Which names of actors are shown.
    pub labels: Labels,
    /// The language.
    pub lang: Lang,
    /// The date of the data.
    pub date: Option<NaiveDate>,
    /// Whether the data are invented.
    pub example: bool,
    /// The paper that it is printed on.
    pub paper: Paper,
}

/// Which names of actors are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Labels {
    /// All of them.
    All,
    /// As many as fit without overlapping anything.
    #[default]
    Fit,
    /// None.
    None,
}
