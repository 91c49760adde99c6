//! The content with its places: what is drawn, on a page or on a narrow screen.

use super::content::Content;
use super::ground::{Canvas, Ground, Site};
use super::marks::{Mark, marks};
use super::places::Placed;
use super::routes::Way;
use crate::map::plane::{Point, Rect};
use crate::text::views::OfficesTexts;

/// A picture's content, each part in its place.
pub struct Drawn<'a> {
    /// What is shown.
    pub content: &'a Content<'a>,
    /// Where the offices lie.
    pub placed: Placed,
    /// The way of each pair.
    pub ways: Vec<Way>,
    /// What stands on the lines.
    pub marks: Vec<Mark>,
    /// The font size of that.
    pub mark_size: f64,
}

impl<'a> Drawn<'a> {
    /// Places the content; `most` are the functions of each office over all phases, which decide the places.
    pub fn of(
        content: &'a Content<'a>,
        (anchors, most): (&[Point], &[u32]),
        canvas: &Canvas,
        say: &OfficesTexts,
    ) -> Self {
        let sites = content.offices.iter().map(|office| Site {
            name: &office.name,
            functions: office.functions,
        });
        let sites: Vec<Site> = sites.collect();
        let ground = Ground::of(&sites, (anchors, most), canvas);
        let pairs = content.pairs.iter();
        let ways: Vec<Way> = pairs.map(|pair| ground.way(pair.ends)).collect();
        let Ground { placed, obstacles } = ground;
        Self {
            marks: marks(content, &ways, &obstacles, canvas.mark_size, say),
            mark_size: canvas.mark_size,
            content,
            placed,
            ways,
        }
    }

    /// The radius of an office's circle.
    pub fn radius(&self, office: usize) -> f64 {
        self.placed.radius(self.content.offices[office].functions)
    }

    /// The boxes of the offices' names.
    pub fn names(&self) -> Vec<Rect> {
        let present = self.content.present();
        let names = present.map(|(place, _)| self.placed.name(place, self.radius(place)));
        names.collect()
    }

    /// The names of a pair's offices.
    pub fn called(&self, pair: usize) -> [&'a str; 2] {
        let ends = self.content.pairs[pair].ends;
        ends.map(|end| self.content.offices[end].name.as_str())
    }
}
