//! What has changed since the phase before.

use maud::{Markup, html};

use crate::analysis::{Comparison, OfficesChange, Turn, share_inside};
use crate::text::Lang;
use crate::text::numbers::percent;
use crate::text::pages::ChangeText;
use crate::text::views::{OfficesChangeTexts, Share};

use super::name::name;
use super::shown::{Before, Shown, phase_name};

/// The section of the page.
pub fn section(shown: &Shown, lang: Lang) -> Markup {
    let text = ChangeText::of(lang);
    html! {
        section.change aria-labelledby="change-title" {
            h2 #change-title { (text.title) }
            @match &shown.before {
                None => p { (text.none) },
                Some(before) => (match &before.report {
                    Some(_) => for_leaders(shown, before, lang),
                    None => of_functions(shown, before, lang),
                }),
            }
        }
    }
}

/// What changed over the functions of both phases.
fn of_functions(shown: &Shown, before: &Before, lang: Lang) -> Markup {
    let (text, comparison) = (ChangeText::of(lang), &*before.comparison);
    let programme = shown.seen.programme();
    let (was, is) = (
        phase_name(programme, &before.phase),
        phase_name(programme, &shown.phase),
    );
    let moved = &comparison.reclassified;
    html! {
        p.sentence-small { ((text.told)(&comparison.told())) }
        @if let Some(doubt) = comparison.doubt(lang) { p.warning { (doubt) } }
        (table(was, is, comparison, text))
        @if comparison.settled.moved > 0 { p.hint { ((text.moved)(moved.to_external, moved.to_internal)) } }
    }
}

/// How many pairs of each kind are named.
const PAIRS: usize = 3;

/// What changed from one report that leaders read to the next, with the numbers of both.
fn for_leaders(shown: &Shown, before: &Before, lang: Lang) -> Markup {
    let say = OfficesChangeTexts::of(lang);
    let reports = [
        before.report.as_deref().unwrap_or(&shown.report),
        &*shown.report,
    ];
    let change = OfficesChange::of_reports(reports);
    let told = change.told_of_reports(reports, &before.comparison);
    html! {
        p.sentence-small { (told.inside(lang)) }
        p { @for line in told.answers(lang).into_iter().chain(told.cautions(lang)) { (line) " " } }
        @for (turn, heading) in Turn::ALL.into_iter().zip(say.groups) {
            @let pairs: Vec<_> = change.turned(turn).collect();
            @if !pairs.is_empty() {
                h3 { (heading(pairs.len())) }
                ul.turned {
                    @for pair in pairs.iter().take(PAIRS) {
                        @let [a, b] = change.called(pair);
                        li { (name(a)) " – " (name(b)) (pair.ties_told(say)) }
                    }
                    @if pairs.len() > PAIRS { li { ((say.further)(pairs.len() - PAIRS)) } }
                }
            }
        }
        @if change.has_offices() { (shares(&change, shown, before, lang)) }
    }
}

/// Each office's share inside, before and now.
fn shares(change: &OfficesChange, shown: &Shown, before: &Before, lang: Lang) -> Markup {
    let (text, say) = (ChangeText::of(lang), OfficesChangeTexts::of(lang));
    let programme = shown.seen.programme();
    let phases = [&before.phase, &shown.phase].map(|phase| phase_name(programme, phase));
    let share = |share: Option<Share>| match share {
        Some(share) => (say.share)(share),
        None => say.no_share.to_owned(),
    };
    html! {
        details.shares {
            summary { (say.shares_of_offices) }
            table.before-now {
                caption { (text.rows[2]) }
                thead {
                    tr {
                        th scope="col" { (say.office) }
                        @for phase in phases { th.number scope="col" { (phase) } }
                    }
                }
                tbody {
                    @for office in &change.offices {
                        tr {
                            th scope="row" { (name(&office.name)) }
                            @for one in office.shares { td.number { (share(one)) } }
                        }
                    }
                }
            }
        }
    }
}

fn table(before: &str, now: &str, comparison: &Comparison, text: &ChangeText) -> Markup {
    let [was, is] = comparison.counts();
    let e_i = &comparison.e_i;
    let share = |e_i: Option<f64>| match e_i {
        Some(e_i) => format!("{} %", percent(share_inside(e_i))),
        None => "–".to_owned(),
    };
    let rows = [
        (was[0].to_string(), is[0].to_string()),
        (was[1].to_string(), is[1].to_string()),
        (share(e_i.from), share(e_i.to)),
        (share(e_i.expected_from), share(e_i.expected_to)),
    ];
    let told = text.rows.iter().zip(rows).enumerate();
    // Of one office alone only the ties inside say something.
    let told = told.filter(|(at, _)| *at == 1 || !comparison.is_one_office());
    let told = told.map(|(_, row)| row);
    html! {
        table.before-now {
            caption { (text.caption) }
            thead {
                tr {
                    th scope="col" { (text.figure) }
                    th.number scope="col" { (before) }
                    th.number scope="col" { (now) }
                }
            }
            tbody {
                @for (name, (before, now)) in told {
                    tr {
                        th scope="row" { (name) }
                        td.number { (before) }
                        td.number { (now) }
                    }
                }
            }
        }
    }
}
