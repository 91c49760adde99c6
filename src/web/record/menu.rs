//! The way to the lists of what is entered in a district.

use maud::{Markup, html};

use crate::domain::DistrictId;
use crate::text::pages::RecordText;

use super::super::access::Access;
use super::super::page::{district_address, link};
use super::super::reader::Reader;

/// The lists, for who may work on them.
pub fn menu(reader: &Reader, district: &DistrictId) -> Markup {
    let text = RecordText::of(reader.lang);
    let base = district_address(district);
    html! {
        @if reader.may(Access::Working) {
            nav.records aria-label=(text.menu) {
                ul {
                    @for (below, name) in text.lists {
                        @let path = format!("{base}{below}");
                        @let is_here = reader.path == path || reader.path.starts_with(&format!("{path}/"));
                        li { (link(&reader.link(&path, &[]), name, is_here)) }
                    }
                }
            }
        }
    }
}
