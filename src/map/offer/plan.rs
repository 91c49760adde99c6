//! Where the offer and those around it lie.

use super::content::{Around, Part, Role};
use crate::map::plane::Rect;

/// The width of a panel at the side.
const SIDE: f64 = 345.0;
/// The width of the card in the middle.
const CARD: f64 = 270.0;
/// The height of a panel's title.
pub const TITLE: f64 = 24.0;
/// The padding of a panel.
pub const PAD: f64 = 9.0;
/// The distance between two panels.
const GAP: f64 = 16.0;
/// The font sizes of a panel's lines, from the largest.
const SIZES: [f64; 6] = [13.0, 12.0, 11.0, 10.0, 9.0, 8.2];
/// The height of a line in font sizes.
const LINE: f64 = 1.36;

/// A line of a panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// A department, of the party at this place.
    Department(usize),
    /// The party at this place.
    Party(usize),
    /// How many more there are than are shown.
    More(usize),
}

/// The parties of one role on the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// The role.
    pub role: Role,
    /// Its box.
    pub rect: Rect,
    /// Its lines.
    pub rows: Vec<Row>,
    /// Their font size.
    pub size: f64,
}

impl Panel {
    /// The box of a line.
    pub fn line(&self, row: usize) -> Rect {
        let high = self.size * LINE;
        let top = self.rect.top + TITLE + PAD / 2.0 + row as f64 * high;
        Rect::sized(
            self.rect.left + PAD,
            top,
            self.rect.width() - 2.0 * PAD,
            high,
        )
    }
}

/// Where everything lies.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The card of the offer.
    pub card: Rect,
    /// The panels.
    pub panels: Vec<Panel>,
    /// The place for families' answers.
    pub families: Rect,
}

impl Plan {
    /// Those who refer and know at the left, those who provide and ought to know at the right, who answers for it above,
    /// families below.
    pub fn of(around: &Around, frame: Rect) -> Self {
        let centre = frame.centre();
        let card = Rect::sized(centre.x - CARD / 2.0, centre.y - 92.0, CARD, 170.0);
        let families = Rect {
            left: card.left,
            right: card.right,
            top: frame.bottom - 118.0,
            bottom: frame.bottom,
        };
        let above = Rect {
            left: card.left,
            right: card.right,
            top: frame.top,
            bottom: frame.top + TITLE + PAD * 2.0 + SIZES[0] * LINE,
        };
        let mut panels = vec![panel(around, Role::Responsible, above)];
        for (left, roles) in [
            (frame.left, [Role::Refers, Role::Knows]),
            (frame.right - SIDE, [Role::Provides, Role::Ought]),
        ] {
            let [upper, lower] =
                roles.map(|role| rows(around.with(role), usize::MAX).len().max(2) as f64);
            let room = frame.height() - GAP - 2.0 * (TITLE + 2.0 * PAD);
            // Each gets what its lines need; where that is too much, the room in the proportion of their lines.
            let line = (room / (upper + lower)).min(SIZES[0] * LINE);
            let fixed = TITLE + 2.0 * PAD;
            let heights = [upper, lower].map(|lines| fixed + lines * line);
            let spare = frame.height() - GAP - heights[0] - heights[1];
            let top = Rect::sized(left, frame.top + (spare * 0.25).max(0.0), SIDE, heights[0]);
            let low = Rect::sized(
                left,
                frame.bottom - (spare * 0.25).max(0.0) - heights[1],
                SIDE,
                heights[1],
            );
            panels.push(panel(around, roles[0], top));
            panels.push(panel(around, roles[1], low));
        }
        Self {
            card,
            panels,
            families,
        }
    }

    /// The box of a party, where it is shown.
    pub fn party(&self, role: Role, place: usize) -> Option<Rect> {
        let panel = self.panels.iter().find(|panel| panel.role == role)?;
        let row = panel.rows.iter().position(|row| match row {
            Row::Party(at) | Row::Department(at) => *at == place,
            Row::More(_) => false,
        })?;
        Some(panel.line(row))
    }
}

fn panel(around: &Around, role: Role, rect: Rect) -> Panel {
    let room = rect.height() - TITLE - PAD;
    let parts = around.with(role);
    let all = rows(parts, usize::MAX).len() as f64;
    let fits = |size: &&f64| all * **size * LINE <= room + 0.01;
    let size = SIZES
        .iter()
        .find(fits)
        .copied()
        .unwrap_or(SIZES[SIZES.len() - 1]);
    Panel {
        role,
        rect,
        rows: rows(parts, (room / (size * LINE) + 0.01) as usize),
        size,
    }
}

/// Departments with their parties, at most so many lines.
fn rows(parts: &[Part], most: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut department: Option<&str> = None;
    for (at, part) in parts.iter().enumerate() {
        if department != Some(part.department.as_str()) || part.name.is_empty() {
            department = Some(&part.department);
            if !part.department.is_empty() {
                rows.push((at, Row::Department(at)));
            }
        }
        if !part.name.is_empty() {
            rows.push((at, Row::Party(at)));
        }
    }
    if rows.len() > most {
        rows.truncate(most.saturating_sub(1));
        // A department without its parties says nothing.
        while matches!(rows.last(), Some((at, Row::Department(_))) if !parts[*at].name.is_empty()) {
            rows.pop();
        }
        let shown = rows.last().map_or(0, |(at, _)| at + 1);
        rows.push((shown, Row::More(parts.len() - shown)));
    }
    rows.into_iter().map(|(_, row)| row).collect()
}
