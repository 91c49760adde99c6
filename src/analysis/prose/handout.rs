//! What is handed out at a meeting beside the leaders' picture, as chapters of plain text.

use crate::text::Lang;
use crate::text::pages::{ChangeText, DistrictPage, LeadingPage};
use crate::text::views::OfficesChangeTexts;

use super::super::compare::Comparison;
use super::super::findings::findings;
use super::super::headline::headline;
use super::super::offices_change::{OfficesChange, Turn};
use super::super::one_offer::one_offer;
use super::super::report::SiloReport;
use super::super::silence::nothing;

/// A heading and what is said under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// The heading.
    pub heading: String,
    /// What is said.
    pub paragraphs: Vec<String>,
}

impl Chapter {
    fn of(heading: &str, paragraphs: Vec<String>) -> Self {
        Self {
            heading: heading.to_owned(),
            paragraphs,
        }
    }
}

/// The headline, the findings, what changed since the phase before, and one offer, as the leaders' page tells them.
pub fn handout(
    report: &SiloReport,
    before: Option<(&SiloReport, &Comparison)>,
    offers: usize,
    lang: Lang,
) -> Vec<Chapter> {
    let (page, text) = (DistrictPage::of(lang), LeadingPage::of(lang));
    let whole = vec![
        headline(report).sentence(lang),
        page.judges_nobody.to_owned(),
    ];
    let found = findings(report);
    let found: Vec<String> = (1..)
        .zip(&found)
        .map(|(number, one)| format!("{number}. {}: {}", one.title(lang), one.sentence(lang)))
        .collect();
    let found = match found.is_empty() {
        true => vec![format!("{}.", nothing(report, lang))],
        false => found,
    };
    let offer = match one_offer(report) {
        Some(told) => vec![told.missing.say(lang), text.offer_why.to_owned()],
        None if offers == 0 => vec![page.no_offers.to_owned()],
        None => vec![text.no_offer.to_owned()],
    };
    vec![
        Chapter::of(text.whole, whole),
        Chapter::of(text.findings, found),
        Chapter::of(ChangeText::of(lang).title, changed(report, before, lang)),
        Chapter::of(text.offer, offer),
    ]
}

/// How many pairs of each kind are named.
const PAIRS: usize = 3;

/// What changed from the report of the phase before to this one: the share inside, what makes it less sure, the pairs, and
/// each office's share.
fn changed(
    report: &SiloReport,
    before: Option<(&SiloReport, &Comparison)>,
    lang: Lang,
) -> Vec<String> {
    let Some((before, comparison)) = before else {
        return vec![ChangeText::of(lang).none.to_owned()];
    };
    let say = OfficesChangeTexts::of(lang);
    let reports = [before, report];
    let change = OfficesChange::of_reports(reports);
    let told = change.told_of_reports(reports, comparison);
    let mut paragraphs = vec![told.inside(lang)];
    paragraphs.extend(told.answers(lang));
    paragraphs.extend(told.cautions(lang));
    for (turn, heading) in Turn::ALL.into_iter().zip(say.groups) {
        let pairs: Vec<String> = change
            .turned(turn)
            .map(|pair| change.short(pair, say))
            .collect();
        let named = pairs.iter().take(PAIRS).cloned();
        let rest = pairs.len().saturating_sub(PAIRS);
        let further = (rest > 0).then(|| (say.further)(rest));
        let all: Vec<String> = named.chain(further).collect();
        if !all.is_empty() {
            paragraphs.push(format!("{}: {}.", heading(pairs.len()), all.join("; ")));
        }
    }
    let offices = change.offices.iter().filter(|one| one.shares != [None; 2]);
    let offices: Vec<String> = offices
        .map(|one| format!("{} {}", one.name, (say.short_shares)(one.shares)))
        .collect();
    if !offices.is_empty() && change.has_offices() {
        paragraphs.push(format!("{}: {}.", say.each_office, offices.join("; ")));
    }
    paragraphs
}
