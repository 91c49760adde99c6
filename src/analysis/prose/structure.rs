//! What holds the network together, for researchers.

use crate::text::Lang;
use crate::text::figures::name;
use crate::text::numbers::maybe;

use super::super::report::SiloReport;
use super::super::structure::centralization::Degrees;

/// The figures of the network as a whole.
pub(super) fn whole(report: &SiloReport, lang: Lang) -> Vec<(&'static str, String)> {
    let row = |key, figure| (name(key, lang), maybe(figure, lang));
    let mut rows = vec![row("transitivity", report.transitivity)];
    if report.directed {
        rows.push(row("reciprocity", report.reciprocity));
    }
    let central = &report.centralization;
    match central.degrees {
        Degrees::Undirected { degree } => rows.push(row("centralization.degree", degree)),
        Degrees::Directed {
            in_degree,
            out_degree,
        } => {
            rows.push(row("centralization.in_degree", in_degree));
            rows.push(row("centralization.out_degree", out_degree));
        }
    }
    rows.push(row("centralization.betweenness", central.betweenness));
    rows.push(row("centralization.closeness", central.closeness));
    rows
}
