//! From a survey to figures: which ties stay inside a department, and what chance alone would give.
//!
//! A [`Selection`] says what is looked at, [`Graph::select`] makes it once, and every measure is a pure function
//! of that graph; [`report()`] puts them together. [`aggregate`] is the one place that holds back what leaders are not to
//! see, and `answers` says whose answer is given.

pub mod actors;
mod adjusted;
pub mod aggregate;
pub mod agreed;
mod answers;
mod assortativity;
mod beside;
mod bounds;
pub mod chance;
mod communities;
pub mod compare;
pub mod counts;
mod departments;
mod differing;
mod draws;
mod findings;
pub mod gaps;
mod graph;
mod headline;
mod leaders;
mod left_open;
pub mod levels;
mod nulls;
mod offices_change;
mod one_offer;
mod options;
mod outline;
mod pairs;
pub mod partition;
mod progress;
pub mod prose;
mod reach;
mod report;
mod response;
mod robustness;
mod rows;
mod selection;
mod side;
mod silence;
mod silo;
pub mod single_links;
pub mod structure;
mod suggestions;
mod thresholds;
mod ties;
pub mod verdict;

pub use crate::domain::Audience;
pub use answers::{compare, outline, report, report_watched};
pub use beside::middle;
pub use communities::{BestPartition, Communities, Modularity};
pub use compare::{Comparison, clearly_more, offers_of_both, share_inside};
pub use departments::{DepartmentFigures, department_figures};
pub use differing::{Differing, differing};
pub use findings::{Finding, Found, findings, held, is_apart};
pub use gaps::{ActorPair, Gaps, OneDepartment, PairGap, Sharing, Unreferred};
pub use graph::{Adjacency, Graph, Member};
pub use headline::headline;
pub use leaders::{LeadersSelection, check_figures};
pub use offices_change::{OfficeInPhases, OfficeRows, OfficesChange, PairInPhases, Turn};
pub use one_offer::{OneOffer, one_offer};
pub use options::Options;
pub use outline::{Outline, counted_outline};
pub use pairs::{DepartmentPair, PairState, department_pairs};
pub use progress::{Progress, Stage, Unwatched};
pub use report::{LeftOut, ReportError, SiloReport};
pub use response::{Response, asked_and_answered};
pub use robustness::{Robustness, Variant};
pub use selection::{Inclusion, Selection, SelectionError};
pub use silence::nothing;
pub use silo::{BesideLabels, Permutations, Silo};
pub use single_links::SingleLinkRow;
pub use suggestions::Suggestion;
pub use thresholds::AtThreshold;
pub use ties::{Arc, Tie};
pub use verdict::{PairVerdict, Verdict};

/// What is written to JSON ends in a line break; an undefined figure is null.
fn json(value: &impl serde::Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value)
        .expect("reports hold only texts and numbers, with texts as keys");
    text.push('\n');
    text
}
