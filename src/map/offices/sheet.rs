//! The page: the offices at the left, what is to be said and how to read it at the right, the partners below.

use svg::node::element::{Group, Path};

use super::content::Content;
use super::figure::figure;
use super::findings::findings;
use super::ground::Canvas;
use super::head::Head;
use super::legend::legend;
use super::page::{PARTNERS, Page, WIDE};
use super::scene::Drawn;
use super::strip::strip;
use super::table::{description, table};
use crate::analysis::{Selection, SiloReport};
use crate::domain::Survey;
use crate::map::network::scene::Scene;
use crate::map::options::MapOptions;
use crate::map::paper::nodes::Draw;
use crate::map::paper::sheet::{Drawing, Said, Sheet};
use crate::map::paper::style::RULE;
use crate::map::plane::{Point, Rect};
use crate::text::Lang;
use crate::text::views::OfficesTexts;

/// The font sizes of the findings with that of the legend and the lines of a sentence: the first that fit are taken. The
/// least is 9 points on A4.
const SIZES: [(f64, f64, usize); 6] = [
    (15.0, 13.0, 9),
    (14.0, 12.5, 9),
    (13.0, 12.0, 9),
    (12.0, 12.0, 9),
    (12.0, 12.0, 5),
    (12.0, 12.0, 3),
];

/// The space between findings and legend.
const BETWEEN: f64 = 10.0;

/// The page with what it is drawn from.
pub fn sheet<'a>(
    content: &'a Content<'a>,
    (survey, selection, report): (&Survey, &Selection, &SiloReport),
    (scene, anchors): (&Scene, &[Point]),
    options: &MapOptions,
) -> (Sheet, Drawn<'a>) {
    let say = OfficesTexts::of(options.lang);
    let head = Head::of(survey, selection, (content, &scene.counts), report, options);
    let page = Page::of(survey, options.lang);
    let canvas = Canvas {
        rows: scene.network.tie_count() == 0,
        ..page.canvas
    };
    let drawn = Drawn::of(content, (anchors, scene.most()), &canvas, say);
    let (findings, legend) = beside(content, page.column, options.lang);
    let strip = (page.strip.height() > 0.0).then(|| {
        let from = (page.strip.left, page.strip.top);
        let (size, rows) = PARTNERS;
        strip(&content.partners, from, (WIDE, rows), size, options.lang).0
    });
    let whole = Group::new()
        .add(figure(&drawn, "", say))
        .add(rule(&page))
        .add(findings)
        .all(strip);
    let said = Said {
        title: format!("{} · {}", survey.title, head.title),
        facts: head.facts.clone(),
        description: description(content, &head.sentence, options.lang),
        sentence: head.sentence.clone(),
        lang: options.lang,
        paper: options.paper,
    };
    let drawing = Drawing {
        title: head.title(),
        facts: head.facts(),
        figure: whole,
        legend: legend.set("id", "legend"),
    };
    let names = drawn.names();
    let sheet = said.sheet(&drawing, String::new(), table(content, options.lang));
    (sheet.with_names(names.into_iter()), drawn)
}

/// The line between the offices and what stands beside them.
pub fn rule(page: &Page) -> Path {
    let Page { rule, column, .. } = page;
    Path::new()
        .set("d", format!("M{rule} {}V{}", column.top, column.bottom))
        .set("stroke", RULE)
}

/// The findings and under them the legend, in the largest sizes that fit.
fn beside(content: &Content, column: Rect, lang: Lang) -> (Group, Group) {
    let (left, wide) = (column.left, column.width());
    let tried = SIZES.map(|(size, small, most)| {
        let (group, end) = findings(content, (left, column.top), (wide, most), size, lang);
        let (_, height) = legend(content, (left, 0.0), wide, small, lang);
        let fits = end + BETWEEN + height <= column.bottom;
        (fits, group, end, height, small)
    });
    let mut tried = tried.into_iter();
    let last = tried.next_back();
    let first = tried.find(|(fits, ..)| *fits).or(last);
    let (_, group, end, height, small) = first.expect("there are sizes to try");
    // The legend stands at the foot, where there is room above it.
    let top = (column.bottom - height).max(end + BETWEEN);
    (group, legend(content, (left, top), wide, small, lang).0)
}
