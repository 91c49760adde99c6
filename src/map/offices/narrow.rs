//! The same for a narrow screen: the picture as wide as that, what is to be said and how to read it below.

use svg::Document;
use svg::node::element::Group;

use super::anchors::anchors;
use super::content::{Content, of_offices};
use super::figure::figure;
use super::findings::findings;
use super::ground::Canvas;
use super::head::strongest;
use super::legend::legend;
use super::scene::Drawn;
use super::strip::strip;
use super::table::description;
use super::words::set;
use crate::analysis::{Selection, SiloReport, headline};
use crate::domain::{Stop, Survey};
use crate::map::error::MapError;
use crate::map::network::scene::Scene;
use crate::map::paper::font::Weight;
use crate::map::paper::nodes::{Draw, told};
use crate::map::paper::style::{FAMILY, INK};
use crate::map::plane::{Rect, tenths};
use crate::text::Lang;
use crate::text::views::OfficesTexts;

/// The width of the picture, that of a small telephone, and its margin.
const WIDTH: f64 = 366.0;
const MARGIN: f64 = 6.0;

/// The height of the part for the offices, by their number: at least, more for each office.
const HEIGHT: (f64, f64) = (260.0, 46.0);

/// The font sizes: findings, legend and partners.
const SIZES: (f64, f64) = (14.0, 12.5);

/// The font size of the title.
const TITLE: f64 = 18.0;

/// The space between parts.
const BETWEEN: f64 = 14.0;

/// The picture of the offices of a selection; `report` is of [`of_offices`].
pub fn pocket(
    survey: &Survey,
    selection: &Selection,
    report: &SiloReport,
    lang: Lang,
    stop: &Stop,
) -> Result<String, MapError> {
    let say = OfficesTexts::of(lang);
    let selection = &of_offices(survey, selection);
    let scene = Scene::of(survey, selection)?;
    let content = Content::of(survey, selection, &scene, report)?;
    let anchors = anchors(survey, &scene, stop)?;
    let wide = WIDTH - 2.0 * MARGIN;
    let high = HEIGHT.0 + HEIGHT.1 * scene.rooms.len() as f64;
    let title = strongest(&content, report, lang);
    let title = set(
        &title,
        (MARGIN, MARGIN),
        (wide, usize::MAX),
        TITLE,
        Weight::Bold,
    );
    let canvas = Canvas {
        frame: Rect::sized(MARGIN, 2.0 * MARGIN + title.height, wide, high),
        name_size: (12.5, 11.5),
        mark_size: 12.0,
        largest: 0.8,
        rows: scene.network.tie_count() == 0,
    };
    let drawn = Drawn::of(&content, (&anchors, scene.most()), &canvas, say);
    let mut y = canvas.frame.bottom + BETWEEN;
    let (large, small) = SIZES;
    let (findings, end) = findings(&content, (MARGIN, y), (wide, usize::MAX), large, lang);
    y = end + BETWEEN;
    let partners = content.partners.others + content.partners.named.len() > 0;
    let strip = partners.then(|| {
        let rows = content.partners.named.len() + 1;
        let (strip, end) = strip(&content.partners, (MARGIN, y), (wide, rows), small, lang);
        y = end + BETWEEN;
        strip
    });
    let (legend, end) = legend(&content, (MARGIN, y), wide, small, lang);
    let sentence = headline(report).sentence(lang);
    let below = Group::new()
        .set("fill", INK)
        .add(findings)
        .all(strip)
        .add(legend);
    let mut svg = Document::new()
        .set("viewBox", format!("0 0 {WIDTH} {}", tenths(end + MARGIN)))
        .set("role", "img")
        .set("font-family", FAMILY)
        .add(told(&description(&content, &sentence, lang)))
        .add(title.drawn.with("fill", INK))
        .add(figure(&drawn, "pocket-", say))
        .add(below)
        .to_string();
    svg.push('\n');
    Ok(svg)
}
