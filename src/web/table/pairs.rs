//! The pairs of departments; where there are many, those that say most come first.

use std::cmp::Reverse;

use maud::{Markup, html};

use super::{Shown, about, or_dash, table};
use crate::analysis::{DepartmentPair, PairState, PairVerdict};
use crate::map::of_both_sides;
use crate::text::pages::{DistrictPage, Long};
use crate::web::name::{name, short};
use crate::web::pager::Slice;
use crate::web::parts::parts;

/// The pairs in the order in which they are shown, and which of them.
pub fn slice<'a>(shown: &Shown<'a>) -> (Vec<&'a DepartmentPair>, Slice<'static>) {
    let pairs = shown.report.department_pairs.as_deref().unwrap_or_default();
    let asked = |pair: &&DepartmentPair| {
        let only = shown.only;
        only.is_none_or(|only| only == pair.a || only == pair.b)
    };
    let mut pairs: Vec<&DepartmentPair> = pairs.iter().filter(asked).collect();
    let length = |pair: &&DepartmentPair| 2 * (pair.a.len() + pair.b.len());
    let slice = Slice::of(shown.reader, "pairs", pairs.iter().map(length));
    if slice.is_whole() {
        return (pairs, slice);
    }
    pairs.sort_by(|one, other| {
        let z = |pair: &DepartmentPair| pair.z.unwrap_or(0.0);
        (says(one).cmp(&says(other)))
            .then(most(one).cmp(&most(other)))
            .then(z(one).total_cmp(&z(other)))
    });
    let slice = Slice::of(shown.reader, "pairs", pairs.iter().map(length));
    (pairs, slice)
}

/// How much a pair says, the most first: what both null models call a gap or close, then hints, then what was asked.
fn says(pair: &DepartmentPair) -> u8 {
    match (pair.verdict, pair.state) {
        (Some(PairVerdict::Gap), _) => 0,
        (Some(PairVerdict::Close), _) => 1,
        (Some(PairVerdict::MaybeGap), _) => 2,
        (Some(PairVerdict::MaybeClose), _) => 3,
        (_, PairState::NoneReported) => 4,
        (_, PairState::Reported) => 5,
        (_, PairState::NotAsked) => 6,
    }
}

/// Those with most ties first, but among gaps, where those come first that chance makes least likely.
fn most(pair: &DepartmentPair) -> Reverse<Option<u32>> {
    Reverse(pair.ties.filter(|_| says(pair) > 0))
}

/// The section of the page.
pub fn section(shown: &Shown, text: &DistrictPage) -> Markup {
    let (all, slice) = slice(shown);
    let pairs = &all[slice.range.clone()];
    let (lang, columns) = (shown.reader.lang, text.pairs_columns);
    let told = |pair: &DepartmentPair| match pair.ties {
        Some(ties) if ties > 0 => format!("{} ({ties})", state(pair.state, text)),
        _ => state(pair.state, text).to_owned(),
    };
    let both = |pair: &&DepartmentPair| {
        vec![
            short(&pair.a).into_owned(),
            short(&pair.b).into_owned(),
            told(pair),
        ]
    };
    let rows: Vec<Vec<String>> = pairs.iter().map(both).collect();
    let whole = table(
        text.pairs_caption,
        &columns,
        html! {
            @for pair in pairs {
                tr {
                    th scope="row" { (name(&pair.a)) }
                    td data-column=(columns[1]) { (name(&pair.b)) }
                    td data-column=(columns[2]) { (state(pair.state, text)) }
                    td.number data-column=(columns[3]) { (or_dash(pair.ties)) }
                    td.number data-column=(columns[4]) { (or_dash(pair.possible)) }
                    td.number data-column=(columns[5]) { (about(pair.expected, lang)) }
                }
            }
        },
    );
    html! {
        div #pairs {
            @if !slice.is_whole() { p.hint { (Long::of(lang).pairs_order) } }
            div.not-narrow { (whole) }
            (parts(text.pairs_caption, &of_both_sides(&rows)))
            (slice.links(shown.reader, "pairs"))
        }
    }
}

fn state(state: PairState, text: &DistrictPage) -> &'static str {
    match state {
        PairState::Reported => text.reported,
        PairState::NoneReported => text.none_reported,
        PairState::NotAsked => text.not_asked,
    }
}
