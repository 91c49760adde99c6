//! The headline of a district, and its numbers as a picture.

use maud::{Markup, html};

use crate::analysis::headline;
use crate::text::headline::Inside;
use crate::text::pages::DistrictPage;

use super::reader::Reader;
use super::shown::Shown;

/// The headline, its numbers as a picture, and beside its explanation the way to a handout.
pub fn statement(shown: &Shown, reader: &Reader, handout: Markup) -> Markup {
    let text = DistrictPage::of(reader.lang);
    let headline = headline(&shown.report);
    html! {
        section.statement aria-labelledby="headline" {
            h2.sentence #headline { (headline.sentence(reader.lang)) }
            @if let Some(inside) = headline.inside().filter(|inside| inside.drawn) { (bar(inside, text)) }
            p.judges-nobody { (text.judges_nobody) }
            div.row {
                details { summary { (text.what_does_it_mean) } p { (text.meaning) } }
                (handout)
            }
        }
    }
}

/// The headline's numbers as a picture: all ties, what was to be expected, what is reported.
fn bar(inside: &Inside, text: &DistrictPage) -> Markup {
    let at = |ties: u64| ties as f64 / inside.ties.max(1) as f64 * 1_000.0;
    let (low, high) = (at(inside.low), at(inside.high));
    let place = |x: f64| format!("{x:.1}");
    html! {
        figure.bar {
            svg viewBox="0 0 1000 40" preserveAspectRatio="none" role="img"
                aria-label=((text.bar)(inside.internal, inside.low, inside.high, inside.ties)) {
                rect x="0" y="14" width="1000" height="12" rx="2" fill="#dfe6e4" {}
                rect x=(place(low)) y="8" width=(place((high - low).max(3.0))) height="24" fill="#9fc7bd" {}
                rect x=(place(at(inside.internal) - 4.0)) y="0" width="8" height="40" fill="#b4441f" {}
            }
            figcaption aria-hidden="true" {
                span.reported { (text.bar_reported) " " strong { (inside.internal) } }
                span.expected { (text.bar_expected) " " strong { (inside.low) "–" (inside.high) } }
                span.all { ((text.bar_all)(inside.ties)) }
            }
        }
    }
}
