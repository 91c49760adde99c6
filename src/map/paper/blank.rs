//! The page on which everything is drawn.

use svg::Document;

use super::style::{FAMILY, HEIGHT, WIDTH};
use crate::text::Lang;

/// An empty page, named by its title and description.
pub fn page(lang: Lang) -> Document {
    Document::new()
        .set("viewBox", format!("0 0 {WIDTH} {HEIGHT}"))
        .set("role", "img")
        .set("lang", lang.code())
        .set("aria-labelledby", "map-title map-desc")
        .set("font-family", FAMILY)
}
