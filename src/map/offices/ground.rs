//! The ground of a picture of offices: where their circles and names lie, and how lines run between them.

use super::places::{Offices, Placed};
use super::routes::{Circle, Obstacles, Way};
use crate::map::plane::{Point, Rect};

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
    /// Whether the offices stand in rows: where there is no tie, distances would tell something that is not so.
    pub rows: bool,
}

/// An office to be placed.
#[derive(Debug, Clone, Copy)]
pub struct Site<'a> {
    /// Its name.
    pub name: &'a str,
    /// How many functions its circle stands for; none: it is not drawn.
    pub functions: u32,
}

/// The offices in their places.
pub struct Ground {
    /// Where they lie.
    pub placed: Placed,
    /// What lines and marks keep clear of.
    pub obstacles: Obstacles,
}

impl Ground {
    /// Places the offices; `most` are the functions of each over all phases, which decide the places.
    pub fn of(sites: &[Site], (anchors, most): (&[Point], &[u32]), canvas: &Canvas) -> Self {
        let names: Vec<&str> = sites.iter().map(|site| site.name).collect();
        let placed = Offices {
            anchors,
            functions: most,
            names: &names,
            frame: canvas.frame,
            name_size: canvas.name_size,
            largest: canvas.largest,
        };
        let placed = match canvas.rows {
            true => placed.in_rows(),
            false => placed.place(),
        };
        let drawn = sites.iter().enumerate();
        let drawn = drawn.filter(|(_, site)| site.functions > 0);
        let circles: Vec<Circle> = drawn
            .map(|(office, site)| Circle {
                office,
                centre: placed.centres[office],
                radius: placed.radius(site.functions),
            })
            .collect();
        let names = circles.iter();
        let names = names.map(|circle| placed.name(circle.office, circle.radius));
        Self {
            obstacles: Obstacles {
                names: names.collect(),
                frame: canvas.frame.grown(4.0),
                circles,
            },
            placed,
        }
    }

    /// The way between two offices that are drawn.
    pub fn way(&self, ends: [usize; 2]) -> Way {
        let [from, to] = ends.map(|end| self.circle(end));
        self.obstacles.way(from, to)
    }

    /// The circle of an office that is drawn.
    pub fn circle(&self, office: usize) -> &Circle {
        let mut circles = self.obstacles.circles.iter();
        let circle = circles.find(|circle| circle.office == office);
        circle.expect("a pair is of offices that are there")
    }
}
