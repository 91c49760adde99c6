//! A picture as a page of PDF.

use krilla::geom::Size;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::tagging::{ContentTag, Tag, TagGroup, TagTree};
use krilla::{Document, SerializeSettings};
use krilla_svg::{SurfaceExt, SvgSettings};

use super::MapError;
use super::render::tree;
use crate::text::Lang;

/// A4 landscape in points.
const PAGE: (f32, f32) = (841.89, 595.28);

/// Draws an SVG on one page: its text selectable, the whole tagged as a figure with the description; no date, so that
/// the same picture gives the same bytes.
pub fn pdf(svg: &str, title: &str, description: &str, lang: Lang) -> Result<Vec<u8>, MapError> {
    let failed = |what: &str| MapError::Render(what.to_owned());
    let tree = tree(svg)?;
    let page = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or_else(|| failed("page size"))?;
    let scale = (PAGE.0 / tree.size().width()).min(PAGE.1 / tree.size().height());
    let size = Size::from_wh(tree.size().width() * scale, tree.size().height() * scale)
        .ok_or_else(|| failed("picture size"))?;
    let mut document = Document::new_with(SerializeSettings::default());
    let mut page = document.start_page_with(page);
    let mut surface = page.surface();
    let content = surface.start_tagged(ContentTag::Other);
    surface.draw_svg(&tree, size, SvgSettings::default());
    surface.end_tagged();
    surface.finish();
    page.finish();
    let mut figure = TagGroup::new(Tag::Figure(Some(description.to_owned())));
    figure.push(content);
    let mut tags = TagTree::new();
    tags.push(figure);
    document.set_tag_tree(tags);
    document.set_metadata(
        Metadata::new()
            .title(title.to_owned())
            .description(description.to_owned())
            .language(lang.code().to_owned())
            .creator("miteinander".to_owned()),
    );
    document
        .finish()
        .map_err(|error| MapError::Render(format!("{error:?}")))
}
