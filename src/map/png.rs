//! A picture as PNG.

use resvg::tiny_skia::{Pixmap, Transform};

use super::MapError;
use super::render::tree;

/// The width of A4 landscape at 150 dots an inch.
const WIDTH: u32 = 1754;

/// Draws an SVG at the page's width.
pub fn png(svg: &str) -> Result<Vec<u8>, MapError> {
    let tree = tree(svg)?;
    let scale = WIDTH as f32 / tree.size().width();
    let height = (tree.size().height() * scale).round() as u32;
    let mut pixels = Pixmap::new(WIDTH, height)
        .ok_or_else(|| MapError::Render(format!("{WIDTH} × {height} pixels")))?;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    pixels
        .encode_png()
        .map_err(|error| MapError::Render(error.to_string()))
}
