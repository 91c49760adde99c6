//! The content with its places: what is drawn, on a page or on a narrow screen.

use super::content::Content;
use super::marks::{Mark, marks};
use super::places::{Offices, Placed};
use super::routes::{Circle, Obstacles, Way};
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

/// For what a picture is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Canvas {
    /// The part of it for the offices.
    pub frame: Rect,
    /// The font size of a name and the least that it may shrink to.
    pub name_size: (f64, f64),
    /// The font size of what stands on lines.
    pub mark_size: f64,
    /// The largest size of circles that is tried.
    pub largest: f64,
}

impl<'a> Drawn<'a> {
    /// Places the content; `most` are the functions of each office over all phases, which decide the places.
    pub fn of(
        content: &'a Content<'a>,
        (anchors, most): (&[Point], &[u32]),
        canvas: &Canvas,
        say: &OfficesTexts,
    ) -> Self {
        let names: Vec<&str> = content
            .offices
            .iter()
            .map(|one| one.name.as_str())
            .collect();
        let placed = Offices {
            anchors,
            functions: most,
            names: &names,
            frame: canvas.frame,
            name_size: canvas.name_size,
            largest: canvas.largest,
        }
        .place();
        let circles: Vec<Circle> = content
            .present()
            .map(|(place, office)| Circle {
                office: place,
                centre: placed.centres[place],
                radius: placed.radius(office.functions),
            })
            .collect();
        let obstacles = Obstacles {
            names: circles
                .iter()
                .map(|circle| placed.name(circle.office, circle.radius))
                .collect(),
            frame: canvas.frame.grown(4.0),
            circles,
        };
        let circle = |office: usize| {
            let mut circles = obstacles.circles.iter();
            circles.find(|circle| circle.office == office)
        };
        let ways = content.pairs.iter().map(|pair| {
            let [a, b] = pair.ends.map(circle);
            let both = a.zip(b).expect("a pair is of offices that are there");
            obstacles.way(both.0, both.1)
        });
        let ways: Vec<Way> = ways.collect();
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
