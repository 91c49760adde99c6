//! A picture in a page, where it is small enough for that.

use maud::{Markup, PreEscaped, html};

use crate::text::pages::Long;

use super::reader::Reader;

/// The bytes of the largest picture that stands in its page.
pub const LARGEST_PICTURE: usize = 300_000;

/// The bytes of the largest picture for a narrow screen.
const LARGEST_POCKET: usize = 120_000;

/// A picture that is too large to stand in its page: the browser fetches it separately.
pub fn image(file: &str, told: &str) -> Markup {
    html! { img src=(file) alt=(told) loading="lazy"; }
}

/// Whether the picture for a narrow screen stands in its page.
pub fn fits_narrow(svg: &str) -> bool {
    svg.len() <= LARGEST_POCKET
}

/// The picture for a narrow screen, unless it is too large even for that.
pub fn pocket(svg: &str, reader: &Reader) -> Markup {
    html! {
        @if fits_narrow(svg) { div.picture.narrow data-canvas { (PreEscaped(svg)) } }
        @else { p.picture.narrow.too-large { (Long::of(reader.lang).no_pocket) } }
    }
}
