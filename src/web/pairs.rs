//! Where to start: pairs of offices without a tie, and pairs that hang on one function.

use std::collections::{HashMap, HashSet};

use maud::{Markup, html};

use crate::analysis::{
    DepartmentPair, PairGap, PairState, PairVerdict, SiloReport, SingleLinkRow, nothing,
};
use crate::domain::Cell;
use crate::text::Lang;
use crate::text::gaps::same_families;
use crate::text::pages::DistrictPage;
use crate::text::pairs::{WhoAnswered, no_tie, one_function};

use super::name::{name, short};

/// How many pairs without a tie are named.
const NO_TIE: usize = 3;

/// How many pairs that hang on one function are named.
const ONE_FUNCTION: usize = 2;

/// The section of the page.
pub fn where_to_start(report: &SiloReport, lang: Lang) -> Markup {
    let text = DistrictPage::of(lang);
    html! {
        section.start aria-labelledby="start-title" {
            h2 #start-title { (text.start) }
            @if report.department_figures.len() == 1 { p { (nothing(report, lang)) "." } }
            @else { (between(report, lang)) }
        }
    }
}

/// What is to be done between offices.
fn between(report: &SiloReport, lang: Lang) -> Markup {
    let text = DistrictPage::of(lang);
    let gaps = gaps(report);
    let held = held_by_one(report);
    html! {
        h3 { (text.no_tie) }
        @if gaps.is_empty() { p { (text.no_gaps) } }
        @else {
            ul.pairs {
                @for pair in gaps {
                    li { details open {
                        @let both = (&*short(&pair.a), &*short(&pair.b));
                        summary { (name(&pair.a)) " – " (name(&pair.b)) }
                        p { (no_tie(lang, both, answered(report, pair), pair.expected_range())) }
                        @if let Some(cells) = shared(report, pair) { p { (same_families(lang, cells)) } }
                    } }
                }
            }
        }
        (super::gaps::contacts(report, lang))
        h3 { (text.one_function) }
        @if held.is_empty() { p { (text.no_single_links) } }
        @else {
            ul.pairs {
                @for link in held {
                    li { details open {
                        @let both = (&*short(&link.a), &*short(&link.b));
                        summary { (name(&link.a)) " – " (name(&link.b)) }
                        p { (one_function(lang, both, link.label.as_deref().map(short).as_deref(), link.direct)) }
                    } }
                }
            }
        }
    }
}

/// The pairs without a tie: gaps by both null models first, then what may be one, then those that serve the same families, then those that
/// chance makes least likely.
fn gaps(report: &SiloReport) -> Vec<&DepartmentPair> {
    let pairs = report.department_pairs.as_deref().unwrap_or_default();
    let related: HashSet<(&str, &str)> = with_families(report)
        .iter()
        .map(|gap| (gap.a.as_str(), gap.b.as_str()))
        .collect();
    let mut gaps: Vec<&DepartmentPair> = pairs
        .iter()
        .filter(|pair| pair.state == PairState::NoneReported)
        .collect();
    gaps.sort_by(|one, other| {
        let distance = |pair: &DepartmentPair| pair.z.unwrap_or(0.0);
        let apart = |pair: &DepartmentPair| match pair.verdict {
            Some(PairVerdict::Gap) => 0,
            Some(PairVerdict::MaybeGap) => 1,
            _ => 2,
        };
        let strangers = |pair: &DepartmentPair| !related.contains(&(&*pair.a, &*pair.b));
        (apart(one).cmp(&apart(other)))
            .then(strangers(one).cmp(&strangers(other)))
            .then(distance(one).total_cmp(&distance(other)))
    });
    gaps.truncate(NO_TIE);
    gaps
}

/// The pairs without a tie that both hold offers for the same families.
fn with_families(report: &SiloReport) -> &[PairGap] {
    let gaps = report.gaps.as_ref();
    gaps.and_then(|gaps| gaps.department_pairs.as_deref())
        .unwrap_or_default()
}

/// The life phases and fields in which both hold offers; none where these are none.
fn shared<'a>(report: &'a SiloReport, pair: &DepartmentPair) -> Option<&'a [Cell]> {
    let gaps = with_families(report).iter();
    let gap = gaps
        .into_iter()
        .find(|gap| gap.a == pair.a && gap.b == pair.b)?;
    Some(&gap.shared)
}

/// The pairs held by one function: direct ties before a common contact, those with most ties first.
fn held_by_one(report: &SiloReport) -> Vec<&SingleLinkRow> {
    let links = report.single_links.as_deref().unwrap_or_default();
    let pairs = report.department_pairs.as_deref().unwrap_or_default();
    let ties: HashMap<(&str, &str), Option<u32>> = pairs
        .iter()
        .map(|pair| ((pair.a.as_str(), pair.b.as_str()), pair.ties))
        .collect();
    let ties = |link: &SingleLinkRow| ties.get(&(&*link.a, &*link.b)).copied().flatten();
    let mut held: Vec<&SingleLinkRow> = links.iter().collect();
    held.sort_by_key(|link| std::cmp::Reverse((link.direct, ties(link))));
    // A single tie is listed once for each end; one row is enough here.
    held.dedup_by(|one, other| one.a == other.a && one.b == other.b);
    held.truncate(ONE_FUNCTION);
    held
}

fn answered<'a>(report: &SiloReport, pair: &'a DepartmentPair) -> WhoAnswered<'a> {
    let of = |name: &str| {
        let figures = report.department_figures.iter();
        let mut own = figures.filter(|figures| figures.department == name);
        own.next().and_then(|figures| figures.answered)
    };
    WhoAnswered::of((&pair.a, of(&pair.a)), (&pair.b, of(&pair.b)))
}
