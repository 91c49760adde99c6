//! All nodes and rooms stretched over the frame.

use super::acceptance::NewPlaces;
use super::current::State;
use super::outline::Outline;
use crate::map::plane::{Point, Rect};

/// The greatest factor by which everything is stretched, and the greatest ratio between the two axes.
const STRETCH: (f64, f64) = (1.7, 1.25);

impl State<'_> {
    /// Stretches everything over the frame, as far as all still fits and no more ties of at least this weight strike
    /// something; ties that cross before cross after.
    pub fn stretch(&mut self, weight: u32) {
        let frame = self.problem.frame;
        let around = extent(&self.outlines);
        let (x, y) = self.factors(&around);
        let struck = self.struck(weight).len();
        let rooms: Vec<usize> = (0..self.outlines.len()).collect();
        for share in [1.0, 0.75, 0.5, 0.25, 0.0] {
            let places = self.places.iter().map(|place| {
                let from = *place - around.centre();
                let by = Point::new(from.x * (x - 1.0) * share, from.y * (y - 1.0) * share);
                *place + by
            });
            let mut moves: NewPlaces = places.enumerate().collect();
            self.exchange(&mut moves);
            // Boxes at the rim reach differently far: the whole is brought to the middle of the frame.
            let outlines: Vec<Outline> = rooms.iter().map(|room| self.outline(*room)).collect();
            let by = frame.centre() - extent(&outlines).centre();
            for place in &mut self.places {
                *place = *place + by;
            }
            let mut outlines: Vec<Outline> = outlines.iter().map(|one| one.shifted(by)).collect();
            let fits = self.is_spaced(&moves) && self.rooms_fit(&rooms, &outlines, true);
            std::mem::swap(&mut self.outlines, &mut outlines);
            self.follow_places();
            if fits && self.struck(weight).len() <= struck {
                return;
            }
            self.outlines = outlines;
            self.exchange(&mut moves);
            self.follow_places();
        }
    }

    /// The factors along x and y that fill the frame. What marks and names at the rim take does not stretch.
    fn factors(&self, around: &Rect) -> (f64, f64) {
        let frame = &self.problem.frame;
        let centres = self.places.iter();
        let centres = Rect::around(centres.map(|place| Rect::sized(place.x, place.y, 0.0, 0.0)));
        let factor = |free: f64, extent: f64| (1.0 + free / extent.max(1.0)).clamp(1.0, STRETCH.0);
        let x = factor(frame.width() - around.width(), centres.width());
        let y = factor(frame.height() - around.height(), centres.height());
        (x.min(y * STRETCH.1), y.min(x * STRETCH.1))
    }

    /// Brings coordinates and segments up to date with all places.
    fn follow_places(&mut self) {
        for (node, place) in self.places.iter().enumerate() {
            (self.x[node], self.y[node]) = (place.x as f32, place.y as f32);
        }
        self.draw_all();
    }
}

/// The box around all rooms.
fn extent(outlines: &[Outline]) -> Rect {
    Rect::around(outlines.iter().map(|outline| outline.reach.bounds()))
}
