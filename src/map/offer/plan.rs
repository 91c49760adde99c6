//! Where the offer and those around it lie.

use super::content::{Around, Role};
use super::rows::{Line, Row, Rows, Setting, set};
use crate::map::plane::Rect;

/// The width of a panel at the side.
const SIDE: f64 = 352.0;
/// The width of the card in the middle.
const CARD: f64 = 284.0;
/// The share of the page's height that the card takes.
const HIGH: f64 = 0.44;
/// The height of a panel's title.
pub const TITLE: f64 = 26.0;
/// The padding of a panel.
pub const PAD: f64 = 10.0;
/// The distance between two panels.
const GAP: f64 = 16.0;
/// The font sizes of the parties, from the largest, and in how many columns of a panel.
const SETTINGS: [(f64, usize); 14] = [
    (17.0, 1),
    (16.0, 1),
    (15.0, 1),
    (14.0, 1),
    (13.0, 1),
    (12.0, 1),
    (11.0, 1),
    (10.5, 2),
    (10.0, 2),
    (9.6, 2),
    (9.2, 2),
    (8.8, 2),
    (8.5, 2),
    (8.2, 2),
];
/// How much further apart lines may lie than they must.
const LOOSE: f64 = 1.25;
/// How the space that a side does not need is shared: above, between and below its panels.
const SPARE: [f64; 3] = [0.3, 0.4, 0.3];

/// The parties of one role on the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// The role.
    pub role: Role,
    /// Its box.
    pub rect: Rect,
    /// Its lines.
    pub lines: Vec<Line>,
    /// Their font size.
    pub size: f64,
}

/// Where everything lies.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The card of the offer.
    pub card: Rect,
    /// The panels.
    pub panels: Vec<Panel>,
}

impl Plan {
    /// Those who refer and know at the left, those who provide and ought to know at the right, who answers for it above.
    pub fn of(around: &Around, frame: Rect) -> Self {
        let centre = frame.centre();
        let mut panels = Vec::new();
        for (left, roles) in [
            (frame.left, [Role::Refers, Role::Knows]),
            (frame.right - SIDE, [Role::Provides, Role::Ought]),
        ] {
            panels.extend(side(
                around,
                roles,
                Rect::sized(left, frame.top, SIDE, frame.height()),
            ));
        }
        let (size, responsible) = SETTINGS
            .into_iter()
            .map(|(size, _)| {
                let setting = Setting::of(size, 1, CARD - 2.0 * PAD);
                (size, set(around.with(Role::Responsible), setting))
            })
            .min_by_key(|(_, set)| set.cut())
            .expect("there are font sizes");
        let high = high(responsible.height(1.0));
        let left = centre.x - CARD / 2.0;
        let above = Rect::sized(left, frame.top, CARD, high);
        let lines = responsible.placed(inner(above), 1.0, usize::MAX);
        panels.insert(
            0,
            Panel {
                role: Role::Responsible,
                rect: above,
                lines,
                size,
            },
        );
        let high = (HIGH * frame.height()).min(frame.bottom - above.bottom - 3.0 * GAP);
        // In the middle of what is left under who answers for it.
        let top = (above.bottom + frame.bottom - high) / 2.0;
        Self {
            card: Rect::sized(left, top, CARD, high),
            panels,
        }
    }

    /// The box of a party, where it is shown.
    pub fn party(&self, role: Role, place: usize) -> Option<Rect> {
        let panel = self.panels.iter().find(|panel| panel.role == role)?;
        let mut lines = panel.lines.iter();
        let line = lines.find(|line| match line.row {
            Row::Party(at) | Row::Department(at) => at == place,
            Row::More(_) => false,
        })?;
        Some(line.rect)
    }
}

/// The two panels of a side, in the largest font size in which all of their parties find a place.
fn side(around: &Around, roles: [Role; 2], frame: Rect) -> [Panel; 2] {
    let parts = roles.map(|role| around.with(role));
    let room = frame.height() - GAP;
    let setting = |(size, columns): (f64, usize)| Setting::of(size, columns, SIDE - 2.0 * PAD);
    // What would be too high with a line for each party is not even set.
    let count = (parts[0].len() + parts[1].len()) as f64;
    let last = SETTINGS[SETTINGS.len() - 1];
    let tried = SETTINGS.into_iter();
    let tried = tried.filter(|one| count * one.0 / one.1 as f64 <= room || *one == last);
    let tried = tried.map(|one| (one.0, parts.map(|parts| set(parts, setting(one)))));
    let tried: Vec<(f64, [Rows; 2])> = tried.collect();
    let fits = |sets: &[Rows; 2]| {
        let heights = sets.each_ref().map(|set| high(set.height(1.0)));
        heights[0] + heights[1] <= room
    };
    // A smaller size is better than a name that is cut.
    let cut = |sets: &[Rows; 2]| sets[0].cut() + sets[1].cut();
    let fitting = tried.iter().filter(|(_, sets)| fits(sets));
    let last = &tried[tried.len() - 1];
    let (size, sets) = fitting.min_by_key(|(_, sets)| cut(sets)).unwrap_or(last);
    let own = sets.each_ref().map(|set| set.height(1.0));
    let fixed = 2.0 * high(0.0);
    let apart = ((room - fixed) / (own[0] + own[1])).min(LOOSE);
    // Where even the smallest is too large, each has the room in the proportion of its lines, and the rest is counted.
    let heights = own.map(|own| high(own * apart));
    let spare = (room - heights[0] - heights[1]).max(0.0);
    let first = frame.top + spare * SPARE[0];
    let second = first + heights[0] + GAP + spare * SPARE[1];
    let rects = [(first, heights[0]), (second, heights[1])]
        .map(|(top, high)| Rect::sized(frame.left, top, frame.width(), high));
    [0, 1].map(|at| {
        let apart = apart.max(1.0);
        let most = sets[at].fitting(inner(rects[at]).height() + 0.5);
        Panel {
            role: roles[at],
            rect: rects[at],
            lines: sets[at].placed(inner(rects[at]), apart, most),
            size: *size,
        }
    })
}

/// The height of a panel whose lines are so high.
fn high(lines: f64) -> f64 {
    TITLE + lines + 2.0 * PAD
}

/// The part of a panel that is left for its lines.
fn inner(rect: Rect) -> Rect {
    Rect {
        left: rect.left + PAD,
        top: rect.top + TITLE + PAD / 2.0,
        right: rect.right - PAD,
        bottom: rect.bottom - PAD,
    }
}
