//! Changes name by name: as many as a reader takes in, and all of them in pages.

use maud::{Markup, html};

use crate::text::changes::{Deed, Told};
use crate::text::pages::{History, Long};

use super::name::line;
use super::pager::Slice;
use super::reader::Reader;

/// How many lines of a kind are shown where not all are asked for.
pub const LINES: usize = 200;

/// How many bytes of lines a page that tells several things has at most.
pub const BYTES: usize = 120_000;

/// How a title of changes is shown, by the level that the page has come to.
type Heading = fn(&str) -> Markup;

/// Changes in groups, as many as fit into the bytes that are left, and where the others are.
pub fn in_part(
    told: &[Told],
    left: &mut usize,
    all: &str,
    reader: &Reader,
    heading: Heading,
) -> Markup {
    let (text, long) = (History::of(reader.lang), Long::of(reader.lang));
    let mut cut = false;
    let mut shown = |group: &Told| -> Vec<String> {
        let lines = group.lines.iter().take(LINES);
        let mut shown = Vec::new();
        for told in lines {
            let told = line(told).into_owned();
            let Some(rest) = left.checked_sub(told.len()) else {
                break;
            };
            *left = rest;
            shown.push(told);
        }
        cut |= shown.len() < group.count;
        shown
    };
    html! {
        @for group in told {
            @let lines = shown(group);
            section.told.(deed_class(group.deed)) {
                (heading(&group.title))
                ul {
                    @for line in &lines { li { (line) } }
                    @if lines.len() < group.count { li { ((text.more)(group.count - lines.len())) } }
                }
            }
        }
        @if cut { p { a href=(all) { (long.all) } } }
    }
}

/// The page of all changes that the address asks for.
pub fn in_pages(told: &[Told], reader: &Reader, heading: Heading) -> Markup {
    let lines = told.iter().flat_map(|group| &group.lines);
    let slice = Slice::of(reader, "lines", lines.map(|told| line(told).len()));
    let mut begin = 0;
    html! {
        div #lines {
            @for group in told {
                @let end = begin + group.lines.len();
                @let from = slice.range.start.clamp(begin, end) - begin;
                @let to = slice.range.end.clamp(begin, end) - begin;
                @if from < to {
                    section.told.(deed_class(group.deed)) {
                        (heading(&group.title))
                        ul { @for told in &group.lines[from..to] { li { (line(told)) } } }
                    }
                }
                ({ begin = end; "" })
            }
            (slice.links(reader, "lines"))
        }
    }
}

fn deed_class(deed: Deed) -> &'static str {
    match deed {
        Deed::Added => "added",
        Deed::Changed => "changed",
        Deed::Removed => "removed",
    }
}
