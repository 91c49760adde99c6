//! The parts of the page: the offices at the left, words at the right, a strip below. Pictures of one phase and of two
//! share them, so that an office lies in the same place in both.

use super::ground::Canvas;
use super::head::BOTTOM;
use super::strip::height;
use crate::domain::Survey;
use crate::map::paper::style::{HEIGHT, MARGIN, WIDTH};
use crate::map::plane::Rect;
use crate::text::Lang;

/// The width of what stands at the right, and the space beside it.
const COLUMN: f64 = 372.0;
const BESIDE: f64 = 24.0;

/// The font size of the partners below, and the most rows of them.
pub const PARTNERS: (f64, usize) = (13.0, 2);

/// How wide the page is between its margins.
pub const WIDE: f64 = WIDTH - 2.0 * MARGIN;

/// Where everything stands.
#[derive(Debug, Clone, Copy)]
pub struct Page {
    /// The part for the offices.
    pub canvas: Canvas,
    /// The part at the right.
    pub column: Rect,
    /// The part below; without height where there are no partners.
    pub strip: Rect,
    /// The line between the offices and what stands at the right.
    pub rule: f64,
}

impl Page {
    /// The parts of the page of a survey, the same for all its phases.
    pub fn of(survey: &Survey, lang: Lang) -> Self {
        let (size, rows) = PARTNERS;
        let strip = height(survey, (WIDE, rows), size, lang);
        let bottom = HEIGHT - MARGIN - strip;
        let right = WIDTH - MARGIN - COLUMN;
        Self {
            canvas: Canvas {
                frame: Rect {
                    left: MARGIN,
                    top: BOTTOM + 6.0,
                    right: right - BESIDE,
                    bottom: bottom - 10.0,
                },
                name_size: (14.5, 12.0),
                mark_size: 13.5,
                largest: 1.2,
                rows: false,
            },
            column: Rect {
                left: right,
                top: BOTTOM + 8.0,
                right: WIDTH - MARGIN,
                bottom: bottom - 10.0,
            },
            strip: Rect::sized(MARGIN, bottom, WIDE, strip),
            rule: right - BESIDE / 2.0,
        }
    }
}
