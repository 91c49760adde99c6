//! How each figure is computed.

use maud::{Markup, html};

use crate::text::pages::Frame;

use super::page::Page;
use super::reader::Reader;

/// GET /how
pub async fn show(reader: Reader) -> Markup {
    let text = Frame::of(reader.lang);
    let main = html! {
        div.wide.narrow {
            h1 { (text.how) }
        }
    };
    Page {
        reader: &reader,
        title: text.how,
        district: None,
        main,
    }
    .render()
}
