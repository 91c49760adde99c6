//! How each figure is computed: for everybody, and folded below it for researchers.

use maud::{Markup, html};

use crate::text::Lang;
use crate::text::figures::{Figure, Section};
use crate::text::headline::Said;
use crate::text::pages::How;

use super::page::{Mark, Page};
use super::reader::Reader;

/// GET /how
pub async fn show(reader: Reader) -> Markup {
    let text = How::of(reader.lang);
    let main = html! {
        div.wide.narrow {
            h1 { (text.title) }
            @for paragraph in text.lead { p.lead { (paragraph) } }
            nav.contents aria-labelledby="contents" {
                h2 #contents { (text.contents) }
                ol { @for section in Section::ALL { li { a href={ "#" (section.anchor()) } { (section.title(reader.lang)) } } } }
            }
            @for section in Section::ALL {
                section.how aria-labelledby=(section.anchor()) {
                    h2 id=(section.anchor()) tabindex="-1" { (section.title(reader.lang)) }
                    @for figure in section.figures() { (explained(figure, text, reader.lang)) }
                    @if section == Section::Silo { (verdicts(text, reader.lang)) }
                }
            }
        }
    };
    Page {
        reader: &reader,
        title: text.title,
        mark: Mark::None,
        main,
    }
    .render()
}

/// Every verdict with its sentence: the one table that all texts take theirs from.
fn verdicts(text: &How, lang: Lang) -> Markup {
    html! {
        div.figure #verdicts {
            h3 { (text.verdicts) }
            dl {
                @for said in Said::ALL {
                    dt { (said.word(lang)) }
                    dd { (said.sentence(lang)) " " code { (said.code()) } }
                }
            }
        }
    }
}

fn explained(figure: &Figure, text: &How, lang: Lang) -> Markup {
    let words = figure.words(lang);
    html! {
        div.figure {
            h3 { (words.name) }
            p { (words.plain) }
            details {
                summary { (text.exactly) }
                p { (words.exact) }
                @if !figure.keys.is_empty() { p.hint { (text.keys) " " code { (figure.keys.join(", ")) } } }
            }
        }
    }
}
