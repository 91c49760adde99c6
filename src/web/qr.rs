//! A text as a QR code, drawn as one path.

use std::fmt::Write;

use fast_qr::QRBuilder;
use maud::{Markup, html};

/// The light frame around it, in modules, as the standard wants it.
const FRAME: usize = 4;

/// A text as a picture; none where it is too long for one.
pub fn qr(text: &str, label: &str) -> Option<Markup> {
    let code = QRBuilder::new(text).build().ok()?;
    let mut path = String::new();
    for y in 0..code.size {
        let mut x = 0;
        while x < code.size {
            // Dark modules side by side are one bar: between two a printer leaves a line.
            let length = code[y][x..].iter().take_while(|one| one.value()).count();
            if length > 0 {
                let (left, top) = (x + FRAME, y + FRAME);
                let _ = write!(path, "M{left} {top}h{length}v1h-{length}z");
            }
            x += length.max(1);
        }
    }
    let side = code.size + 2 * FRAME;
    Some(html! {
        svg.qr viewBox={ "0 0 " (side) " " (side) } role="img" aria-label=(label) {
            path d=(path) fill="#000" {}
        }
    })
}

#[cfg(test)]
mod tests {
    use super::qr;

    #[test]
    fn a_link_is_one_path_and_a_book_is_none() {
        let link = format!("https://netz.example.org/invitation/{}", "0f".repeat(32));
        let picture = qr(&link, "Link").expect("it fits").into_string();
        assert_eq!(picture.matches("<path").count(), 1);
        // Three corners, each with its row of seven dark modules at the top.
        assert!(picture.matches("h7v1h-7z").count() >= 6);
        assert!(qr(&"x".repeat(10_000), "Link").is_none());
    }
}
