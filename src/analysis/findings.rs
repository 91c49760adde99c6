//! The few things that somebody who decides needs to know first: one list for the picture, the page and what is printed.

use std::cmp::Reverse;

use crate::text::findings::FindingTexts;
use crate::text::headline::hint;
use crate::text::pairs::{WhoAnswered, capitalized, no_tie, one_function};
use crate::text::{Lang, brief};

use super::departments::DepartmentFigures;
use super::headline::inside;
use super::pairs::{DepartmentPair, PairState};
use super::report::SiloReport;
use super::single_links::SingleLinkRow;
use super::verdict::{PairVerdict, Verdict};

/// No more findings than are read in ten seconds.
const MOST: usize = 3;

/// So many pairs are named in one finding, with so many letters; further ones are counted.
const NAMED: usize = 3;
const LETTERS: usize = 240;

/// What is found, with what it is found of, strongest first.
#[derive(Debug, Clone, PartialEq)]
pub enum Found<'a> {
    /// The pair that most has fewer ties than either null model lets expect.
    Apart(&'a DepartmentPair),
    /// The further ones.
    AlsoApart(Vec<&'a DepartmentPair>),
    /// Pairs all of whose ties end at one function.
    Held(Vec<&'a SingleLinkRow>),
    /// More stays inside than to be expected: as a whole, or in these departments.
    Inside(Vec<&'a DepartmentFigures>),
    /// Pairs that certainly have more ties than either null model lets expect.
    More(Vec<&'a DepartmentPair>),
}

/// A finding with its report, which tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding<'a> {
    /// What is found.
    pub found: Found<'a>,
    report: &'a SiloReport,
}

/// The findings of a report, at most three: a pair apart, further ones, pairs that hang on one function, what stays inside,
/// pairs that work together more than expected.
///
/// A missing tie comes first: it is what somebody who decides can change by one appointment. Of pairs apart the certain
/// ones come before hints, those without any tie before those with few, then those farthest from what the sizes let
/// expect. What one function holds is in danger when it leaves; what stays inside takes longest to change; what works well
/// needs nobody's decision.
pub fn findings(report: &SiloReport) -> Vec<Finding<'_>> {
    let apart = apart(report);
    let strongest = apart.first().map(|pair| Found::Apart(pair));
    let further = apart.get(1..).unwrap_or_default().to_vec();
    let held = held(report);
    let inside = closed(report);
    let close = close(report);
    let whole = report.silo.verdict == Some(Verdict::Closed);
    let found = [
        strongest,
        (!further.is_empty()).then_some(Found::AlsoApart(further)),
        (!held.is_empty()).then_some(Found::Held(held)),
        (whole || !inside.is_empty()).then_some(Found::Inside(inside)),
        (!close.is_empty()).then_some(Found::More(close)),
    ];
    let found = found.into_iter().flatten().take(MOST);
    found.map(|found| Finding { found, report }).collect()
}

/// Whether a pair has fewer ties than to be expected, certainly or as a hint.
pub fn is_apart(pair: &DepartmentPair) -> bool {
    matches!(pair.verdict, Some(PairVerdict::Gap | PairVerdict::MaybeGap))
}

fn apart(report: &SiloReport) -> Vec<&DepartmentPair> {
    let pairs = report.department_pairs.iter().flatten();
    let mut apart: Vec<&DepartmentPair> = pairs.filter(|pair| is_apart(pair)).collect();
    apart.sort_by(|one, other| {
        let rank = |pair: &DepartmentPair| {
            let hint = pair.verdict == Some(PairVerdict::MaybeGap);
            (hint, pair.state != PairState::NoneReported)
        };
        let z = |pair: &DepartmentPair| pair.z.unwrap_or(0.0);
        let order = rank(one).cmp(&rank(other));
        order.then(z(one).total_cmp(&z(other)))
    });
    apart
}

/// The pairs held by one function directly, those with most ties first: there most would be lost.
pub fn held(report: &SiloReport) -> Vec<&SingleLinkRow> {
    let ties = |link: &SingleLinkRow| {
        let mut pairs = report.department_pairs.iter().flatten();
        let pair = pairs.find(|pair| pair.a == link.a && pair.b == link.b);
        pair.and_then(|pair| pair.ties)
    };
    let links = report.single_links.iter().flatten();
    let mut held: Vec<&SingleLinkRow> = links.filter(|link| link.direct).collect();
    // A single tie is listed once for each end.
    held.dedup_by(|one, other| one.a == other.a && one.b == other.b);
    held.sort_by_key(|link| Reverse(ties(link)));
    held
}

/// The pairs that certainly have more ties than to be expected, the farthest from it first.
fn close(report: &SiloReport) -> Vec<&DepartmentPair> {
    let pairs = report.department_pairs.iter().flatten();
    let close = pairs.filter(|pair| pair.verdict == Some(PairVerdict::Close));
    let mut close: Vec<&DepartmentPair> = close.collect();
    let z = |pair: &DepartmentPair| pair.z.unwrap_or(0.0);
    close.sort_by(|one, other| z(other).total_cmp(&z(one)));
    close
}

/// The departments that certainly keep more inside, the farthest from their expectation first.
fn closed(report: &SiloReport) -> Vec<&DepartmentFigures> {
    let each = report.department_figures.iter();
    let closed = each.filter(|figures| figures.verdict == Some(Verdict::Closed));
    let mut closed: Vec<&DepartmentFigures> = closed.collect();
    let z = |figures: &DepartmentFigures| figures.z.unwrap_or(0.0);
    closed.sort_by(|one, other| z(other).total_cmp(&z(one)));
    closed
}

/// Pairs apart in a few words: those for none at all, or those for fewer.
fn apart_in_words(pairs: &[&DepartmentPair], [none, fewer]: [&str; 2], lang: Lang) -> String {
    let words = match pairs.iter().all(|pair| pair.ties == Some(0)) {
        true => none,
        false => fewer,
    };
    let maybe = |pair: &&DepartmentPair| pair.verdict == Some(PairVerdict::MaybeGap);
    match pairs.iter().all(maybe) {
        true => hint(words, lang),
        false => capitalized(words),
    }
}

/// Pairs with their ties instead of those to be expected.
fn beside_expected(pairs: &[&DepartmentPair], text: &FindingTexts) -> String {
    let named = pairs.iter().map(|pair| {
        let expected = pair.expected.unwrap_or(0.0).round() as u64;
        let [a, b] = [&pair.a, &pair.b].map(|name| brief(name));
        (text.instead)(&a, &b, pair.ties.unwrap_or(0), expected)
    });
    named_few(named, pairs.len(), text)
}

/// The first of so many, no more than are read at a glance, and how many there are further.
fn named_few(each: impl Iterator<Item = String>, all: usize, text: &FindingTexts) -> String {
    let mut letters = 0;
    let named: Vec<String> = each
        .enumerate()
        .take_while(|(at, one)| {
            letters += one.chars().count();
            *at == 0 || *at < NAMED && letters <= LETTERS
        })
        .map(|(_, one)| one)
        .collect();
    (text.list)(&named, all - named.len())
}

impl<'a> Finding<'a> {
    /// The departments of which it is said that they keep more inside: those that certainly do; where it is said of the
    /// whole, all that keep more than their size lets expect.
    pub fn keeping(&self) -> Vec<&'a str> {
        let name = |figures: &'a DepartmentFigures| figures.department.as_str();
        match &self.found {
            Found::Inside(certain) if certain.is_empty() => {
                let all = self.report.department_figures.iter();
                let more = all.filter(|own| keeps_more(own) == Some(true));
                more.map(name).collect()
            }
            Found::Inside(certain) => certain.iter().copied().map(name).collect(),
            _ => Vec::new(),
        }
    }
}

/// Whether a department keeps more inside than its size lets expect; none where its numbers are not told.
fn keeps_more(figures: &DepartmentFigures) -> Option<bool> {
    Some(f64::from(figures.internal?) > figures.expected_internal?)
}

impl Finding<'_> {
    /// The finding as a title that stands alone, with the names of whom it is about.
    pub fn headline(&self, lang: Lang) -> String {
        let text = FindingTexts::of(lang);
        match &self.found {
            Found::Apart(pair) => {
                let [a, b] = [&pair.a, &pair.b].map(|name| brief(name));
                (text.apart_of)((&a, &b), pair.ties)
            }
            Found::AlsoApart(_) => self.title(lang),
            Found::Held(links) => match links.as_slice() {
                [link] => (text.held_of)((&brief(&link.a), &brief(&link.b))),
                links => (text.held_all)(links.len()),
            },
            Found::Inside(_) => self.title(lang),
            Found::More(pairs) => match pairs.as_slice() {
                [pair] => (text.more_of)((&brief(&pair.a), &brief(&pair.b))),
                pairs => (text.more_all)(pairs.len()),
            },
        }
    }

    /// What is found, in a few words; that it is a hint, where nothing of it is certain.
    pub fn title(&self, lang: Lang) -> String {
        let text = FindingTexts::of(lang);
        match &self.found {
            Found::Apart(pair) => apart_in_words(&[*pair], text.apart, lang),
            Found::AlsoApart(pairs) => apart_in_words(pairs, text.also_apart, lang),
            Found::Held(_) => text.held.to_owned(),
            Found::Inside(_) => text.inside.to_owned(),
            Found::More(_) => text.more.to_owned(),
        }
    }

    /// What it is found of, with its numbers.
    pub fn sentence(&self, lang: Lang) -> String {
        let text = FindingTexts::of(lang);
        match &self.found {
            Found::Apart(pair) => self.one_apart(pair, lang),
            Found::AlsoApart(pairs) => match pairs.as_slice() {
                [pair] => self.one_apart(pair, lang),
                pairs => beside_expected(pairs, text),
            },
            Found::More(pairs) => beside_expected(pairs, text),
            Found::Held(links) => match links.as_slice() {
                [link] => one_function(lang, (&brief(&link.a), &brief(&link.b)), None, true),
                links => {
                    let named = links.iter();
                    let named =
                        named.map(|link| format!("{} – {}", brief(&link.a), brief(&link.b)));
                    named_few(named, links.len(), text) + " " + text.second
                }
            },
            Found::Inside(offices) => self.inside(offices, lang),
        }
    }

    /// The sentence about one pair, as the page tells it.
    fn one_apart(&self, pair: &DepartmentPair, lang: Lang) -> String {
        let [a, b] = [&pair.a, &pair.b].map(|name| brief(name));
        let expected = pair.expected_range();
        if let Some(ties @ 1..) = pair.ties {
            let expected = expected.unwrap_or_default();
            return (FindingTexts::of(lang).fewer)((&a, &b), ties, expected);
        }
        let answered = WhoAnswered::of((&a, self.answered(&pair.a)), (&b, self.answered(&pair.b)));
        no_tie(lang, (&a, &b), answered, expected)
    }

    /// How many of a department answered, where that may be told.
    fn answered(&self, department: &str) -> Option<u32> {
        let mut figures = self.report.department_figures.iter();
        let own = figures.find(|figures| figures.department == department);
        own.and_then(|figures| figures.answered)
    }

    /// What stays inside: of all, how many offices keep more than their size lets expect, and those that certainly do.
    fn inside(&self, offices: &[&DepartmentFigures], lang: Lang) -> String {
        let text = FindingTexts::of(lang);
        let named = offices.iter().filter_map(|figures| {
            let (internal, external) = (figures.internal?, figures.external?);
            let expected = figures.expected_internal?.round() as u64;
            Some((text.office)(
                &brief(&figures.department),
                internal,
                internal + external,
                expected,
            ))
        });
        let named: Vec<String> = named.collect();
        if !named.is_empty() {
            let all = named.len();
            return named_few(named.into_iter(), all, text);
        }
        let whole = inside(self.report);
        let told = self.report.department_figures.iter();
        let told: Vec<bool> = told.filter_map(keeps_more).collect();
        let more = told.iter().filter(|more| **more).count();
        whole.map_or_else(String::new, |whole| {
            (text.whole)(
                whole.internal,
                whole.ties,
                whole.expected,
                [more, told.len()],
            )
        })
    }
}
