//! Pictures and texts as pages of PDF, tagged so that they can be read aloud (PDF/UA-1).

use std::num::NonZeroU16;

use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{Point, Size};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::tagging::{ContentTag, Identifier, SpanTag, Tag, TagGroup, TagTree};
use krilla::{Document, SerializeSettings};
use krilla_svg::{SurfaceExt, SvgSettings};
use resvg::usvg::Tree;

use super::render::tree;
use super::style::Paper;
use crate::map::error::MapError;
use crate::text::Lang;

/// The level of a heading below the title.
const SECOND: NonZeroU16 = NonZeroU16::MIN.saturating_add(1);

/// A part of a page, an SVG of the whole page with nothing else on it, in the order in which it is read aloud.
#[derive(Debug)]
pub enum Part {
    /// The heading of the whole.
    Title(String),
    /// The heading of what follows it.
    Heading {
        /// How it is drawn.
        svg: String,
        /// What it says.
        text: String,
    },
    /// Text that is read as it stands.
    Text(String),
    /// The picture, for those who don't see it told in words.
    Figure {
        /// What is drawn.
        svg: String,
        /// What it shows.
        alt: String,
    },
}

impl Part {
    fn svg(&self) -> &str {
        match self {
            Self::Title(svg)
            | Self::Heading { svg, .. }
            | Self::Text(svg)
            | Self::Figure { svg, .. } => svg,
        }
    }
}

/// Draws each page's parts on it, their text selectable; no date, so that the same picture gives the same bytes.
///
/// It says that it follows PDF/UA-1 where it does: a letter that the font lacks is not allowed there, and such a page
/// is tagged all the same but does not claim it.
pub fn pdf(
    pages: &[Vec<Part>],
    title: &str,
    lang: Lang,
    paper: Paper,
) -> Result<Vec<u8>, MapError> {
    let drawn = |parts: &Vec<Part>| parts.iter().map(|part| tree(part.svg())).collect();
    let trees = pages.iter().map(drawn);
    let whole = Whole {
        pages,
        trees: &trees.collect::<Result<Vec<Vec<Tree>>, MapError>>()?,
        title,
        lang,
        paper,
    };
    match whole.write(true)? {
        Err(KrillaError::Validation(_)) => whole.write(false)?,
        written => written,
    }
    .map_err(|error| MapError::Render(format!("{error:?}")))
}

struct Whole<'a> {
    pages: &'a [Vec<Part>],
    trees: &'a [Vec<Tree>],
    title: &'a str,
    lang: Lang,
    paper: Paper,
}

impl Whole<'_> {
    fn write(&self, accessible: bool) -> Result<Result<Vec<u8>, KrillaError>, MapError> {
        let mut configuration = ConfigurationBuilder::new();
        if accessible {
            configuration = configuration.with_accessibility_validator(Accessibility::UA1);
        }
        let mut document = Document::new_with(SerializeSettings {
            configuration: configuration.finish().map_err(|_| failed("PDF version"))?,
            ..SerializeSettings::default()
        });
        let mut drawn = Vec::new();
        for trees in self.trees {
            self.page(trees, &mut document, &mut drawn)?;
        }
        document.set_tag_tree(self.tags(drawn));
        let mut outline = Outline::new();
        let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
        outline.push_child(OutlineNode::new(self.title.to_owned(), top));
        document.set_outline(outline);
        document.set_metadata(
            Metadata::new()
                .title(self.title.to_owned())
                .language(self.lang.code().to_owned())
                .creator("miteinander".to_owned()),
        );
        Ok(document.finish())
    }

    /// Adds a page, and what was drawn on it to what was drawn.
    fn page(
        &self,
        trees: &[Tree],
        document: &mut Document,
        drawn: &mut Vec<Identifier>,
    ) -> Result<(), MapError> {
        let (width, height) = self.paper.points();
        let settings = PageSettings::from_wh(width, height).ok_or_else(|| failed("page size"))?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        for tree in trees {
            let scale = (width / tree.size().width()).min(height / tree.size().height());
            let size = Size::from_wh(tree.size().width() * scale, tree.size().height() * scale)
                .ok_or_else(|| failed("picture size"))?;
            drawn.push(surface.start_tagged(ContentTag::Span(SpanTag::empty())));
            surface.draw_svg(tree, size, SvgSettings::default());
            surface.end_tagged();
        }
        surface.finish();
        page.finish();
        Ok(())
    }

    fn tags(&self, drawn: Vec<Identifier>) -> TagTree {
        let mut tags = TagTree::new().with_lang(Some(self.lang.code().to_owned()));
        for (part, content) in self.pages.iter().flatten().zip(drawn) {
            let mut group = match part {
                Part::Title(_) => {
                    TagGroup::new(Tag::Hn(NonZeroU16::MIN, Some(self.title.to_owned())))
                }
                Part::Heading { text, .. } => TagGroup::new(Tag::Hn(SECOND, Some(text.clone()))),
                Part::Text(_) => TagGroup::new(Tag::P),
                Part::Figure { alt, .. } => TagGroup::new(Tag::Figure(Some(alt.clone()))),
            };
            group.push(content);
            tags.push(group);
        }
        tags
    }
}

fn failed(what: &str) -> MapError {
    MapError::Render(what.to_owned())
}
