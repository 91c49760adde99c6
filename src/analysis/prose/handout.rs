//! What is handed out at a meeting beside the leaders' picture, as chapters of plain text.

use crate::text::Lang;
use crate::text::pages::{ChangeText, DistrictPage, LeadingPage};
use crate::text::report::ReportText;

use super::super::compare::Comparison;
use super::super::findings::findings;
use super::super::headline::headline;
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
    change: Option<&Comparison>,
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
        Chapter::of(ChangeText::of(lang).title, changed(change, lang)),
        Chapter::of(text.offer, offer),
    ]
}

/// What changed: the sentence, what casts doubt on it, and the counts before and now.
fn changed(change: Option<&Comparison>, lang: Lang) -> Vec<String> {
    let text = ChangeText::of(lang);
    let Some(change) = change else {
        return vec![text.none.to_owned()];
    };
    let [was, is] = change.counts();
    let [before, now] = ReportText::of(lang).phases;
    let rows = text.rows.iter().zip(was.into_iter().zip(is));
    let counts = rows.map(|(name, (was, is))| format!("{name}: {before} {was}, {now} {is}"));
    let doubt = change.doubt(lang).map(str::to_owned);
    let told = [(text.told)(&change.told())].into_iter().chain(doubt);
    told.chain(counts).collect()
}
