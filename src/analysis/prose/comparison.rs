//! A comparison of two phases as plain text.

use crate::text::Lang;
use crate::text::figures::{Section, name};
use crate::text::numbers::{maybe, percent, undefined, whole};
use crate::text::pages::ChangeText;
use crate::text::report::ReportText;

use super::super::compare::{Comparison, share_inside};
use super::columns::{Align, Sheet};

/// The comparison in words: the sentence first, raw indices last.
pub fn comparison(comparison: &Comparison, lang: Lang) -> String {
    let text = ReportText::of(lang);
    let words = ChangeText::of(lang);
    let mut sheet = Sheet::default();
    sheet.line(&(words.told)(&comparison.told()));
    if let Some(doubt) = comparison.doubt(lang) {
        sheet.line(&doubt);
    }
    sheet.heading(Section::Change.title(lang));
    sheet.values(&actors(comparison, lang));
    sheet.line("");
    ties(&mut sheet, comparison, text, lang);
    sheet.heading(text.before_and_now);
    before_and_now(&mut sheet, comparison, text, words, lang);
    if let Some(pairs) = &comparison.department_pairs {
        sheet.heading(text.pairs);
        let [before, now] = text.phases;
        let [_, new, ended] = text.changes;
        let head = [
            (name("department_figures.department", lang), Align::Left),
            ("", Align::Left),
            (before, Align::Right),
            (now, Align::Right),
            (new, Align::Right),
            (ended, Align::Right),
        ];
        let rows = pairs.iter().map(|pair| {
            let mut row = vec![pair.a.clone(), pair.b.clone()];
            let counts = [pair.from, pair.to, pair.new, pair.ended];
            row.extend(counts.map(|n| whole(n as u64, lang)));
            row
        });
        sheet.table(&head, rows.collect());
    }
    sheet.heading(text.researchers);
    sheet.values(&researchers(comparison, lang));
    sheet.text()
}

fn actors(comparison: &Comparison, lang: Lang) -> Vec<(&'static str, String)> {
    let actors = &comparison.actors;
    let mut counts = vec![actors.stayed, actors.joined, actors.left];
    counts.extend(actors.moved.as_ref().map(Vec::len));
    let counts: Vec<String> = counts.into_iter().map(|n| whole(n as u64, lang)).collect();
    let text = ReportText::of(lang);
    let mut rows = vec![(name("actors", lang), (text.stays)(&counts))];
    if let Some(offers) = comparison.offers {
        // What is not recorded is neither 0 nor new.
        let told = match offers.recorded {
            recorded if recorded.contains(&0) => (text.offers_once)(recorded),
            _ => {
                let counts = [offers.new, offers.ended, offers.other_provider];
                (text.offers)(counts.map(|n| whole(n as u64, lang)))
            }
        };
        rows.push((name("compare.offers.new", lang), told));
    }
    rows
}

fn ties(sheet: &mut Sheet, comparison: &Comparison, text: &ReportText, lang: Lang) {
    let [kept, new, ended] = text.changes;
    let head = [
        (name("ties", lang), Align::Left),
        (kept, Align::Right),
        (new, Align::Right),
        (ended, Align::Right),
    ];
    let all = &comparison.ties;
    let settled = &comparison.settled;
    let (within, between) = (&settled.internal, &settled.external);
    let counts = [
        [all.kept, all.new, all.ended],
        [within.kept, within.new, within.ended],
        [between.kept, between.new, between.ended],
    ];
    let rows = text.rows.iter().zip(counts).map(|(name, counts)| {
        let mut row = vec![(*name).to_owned()];
        row.extend(counts.map(|n| whole(n as u64, lang)));
        row
    });
    sheet.table(&head, rows.collect());
    let n = |number: usize| whole(number as u64, lang);
    let strengths = [all.stronger, all.weaker, all.ended_but_weaker].map(n);
    let moved = &comparison.reclassified;
    let shifts = [moved.to_internal, moved.to_external].map(n);
    sheet.line("").values(&[
        (
            name("compare.ties.stronger", lang),
            (text.strengths)(strengths),
        ),
        (
            name("compare.reclassified.to_internal", lang),
            (text.shifts)(shifts),
        ),
        (name("compare.ties.jaccard", lang), maybe(all.jaccard, lang)),
    ]);
}

/// What stayed inside before and now, and what was to be expected; size before p.
fn before_and_now(
    sheet: &mut Sheet,
    comparison: &Comparison,
    text: &ReportText,
    words: &ChangeText,
    lang: Lang,
) {
    let e_i = &comparison.e_i;
    let share = |e_i: Option<f64>| {
        e_i.map_or_else(
            || undefined().to_owned(),
            |e_i| format!("{} %", percent(share_inside(e_i))),
        )
    };
    let [_, _, inside_own, expected] = words.rows;
    let segregation = name("silo.segregation", lang);
    let [before, now] = text.phases;
    let head = [
        ("", Align::Left),
        (before, Align::Right),
        (now, Align::Right),
    ];
    let row = |name: &str, from: String, to: String| vec![name.to_owned(), from, to];
    sheet.table(
        &head,
        vec![
            row(inside_own, share(e_i.from), share(e_i.to)),
            row(expected, share(e_i.expected_from), share(e_i.expected_to)),
            row(
                segregation,
                maybe(e_i.segregation_from, lang),
                maybe(e_i.segregation_to, lang),
            ),
        ],
    );
}

fn researchers(comparison: &Comparison, lang: Lang) -> [(&'static str, String); 6] {
    let e_i = &comparison.e_i;
    [
        ("E-I (from)", maybe(e_i.from, lang)),
        ("E-I (to)", maybe(e_i.to, lang)),
        (name("compare.e_i.change", lang), maybe(e_i.change, lang)),
        ("E[ΔE-I]", maybe(e_i.expected_change, lang)),
        ("sd", maybe(e_i.sd_change, lang)),
        ("p", maybe(e_i.p_change, lang)),
    ]
}
