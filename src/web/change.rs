//! What has changed since the phase before.

use maud::{Markup, html};

use crate::analysis::{Comparison, share_inside};
use crate::text::Lang;
use crate::text::numbers::percent;
use crate::text::pages::ChangeText;

use super::shown::{Shown, phase_name};

/// The section of the page.
pub fn section(shown: &Shown, lang: Lang) -> Markup {
    let text = ChangeText::of(lang);
    html! {
        section.change aria-labelledby="change-title" {
            h2 #change-title { (text.title) }
            @match &shown.before {
                None => p { (text.none) },
                Some((before, comparison)) => {
                    @let programme = shown.seen.programme();
                    @let before = phase_name(programme, before);
                    p.sentence-small { ((text.told)(&comparison.told())) }
                    @if let Some(doubt) = comparison.doubt(lang) { p.warning { (doubt) } }
                    (table(before, phase_name(programme, &shown.phase), comparison, text))
                    @let moved = &comparison.reclassified;
                    @if comparison.settled.moved > 0 { p.hint { ((text.moved)(moved.to_external, moved.to_internal)) } }
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
                @for (name, (before, now)) in text.rows.iter().zip(rows) {
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
