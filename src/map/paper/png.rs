//! A picture as PNG.

use resvg::tiny_skia::{Pixmap, Transform};

use super::render::tree;
use super::style::Paper;
use crate::map::error::MapError;

/// Draws an SVG at the paper's width, 150 dots an inch.
pub fn png(svg: &str, paper: Paper) -> Result<Vec<u8>, MapError> {
    let width = paper.dots();
    let tree = tree(svg)?;
    let scale = width as f32 / tree.size().width();
    let height = (tree.size().height() * scale).round() as u32;
    let mut pixels = Pixmap::new(width, height)
        .ok_or_else(|| MapError::Render(format!("{width} × {height} pixels")))?;
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    pixels
        .encode_png()
        .map_err(|error| MapError::Render(error.to_string()))
}
