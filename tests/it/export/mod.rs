//! What is written: formats, the same bytes for the same content, and that it can be read by others.

pub mod drawn;
mod frozen;
mod graphs;
mod json;
mod own_template;
mod python;
mod roundtrip;
mod template;

use std::collections::BTreeMap;

use miteinander::domain::{ActorId, District, DistrictId, Network, PhaseId, Programme, Text};
use miteinander::exchange::{Content, Format, export};
use miteinander::text::Lang;

/// A district with its programme and contacts, to be exported.
pub struct Given {
    pub district_id: DistrictId,
    pub district: District,
    pub programme: Programme,
    pub network: Network,
    pub contacts: BTreeMap<ActorId, Text>,
}

impl Given {
    pub fn content(&self) -> Content<'_> {
        Content {
            district_id: &self.district_id,
            district: &self.district,
            programme: &self.programme,
            network: &self.network,
            contacts: None,
            places: None,
            phase: None,
            lang: Lang::De,
        }
    }

    pub fn content_of<'a>(&'a self, phase: &'a PhaseId) -> Content<'a> {
        Content {
            phase: Some(phase),
            ..self.content()
        }
    }

    pub fn bytes(&self, format: Format) -> Vec<u8> {
        export(&self.content(), format).expect("a legal network can be written")
    }

    pub fn text(&self, format: Format) -> String {
        String::from_utf8(self.bytes(format)).expect("this format is UTF-8")
    }
}

pub fn text(text: &str) -> Text {
    Text::parse(text).expect("a test's text is legal")
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    for format in Format::ALL {
        let first = drawn::network(7, 30).bytes(format);
        let second = drawn::network(7, 30).bytes(format);
        assert!(
            first == second,
            "{format:?} differs from one time to the next"
        );
    }
}

#[test]
fn an_unknown_phase_is_refused() {
    let given = drawn::network(1, 5);
    let unknown = PhaseId::parse("1871").expect("legal");
    for format in Format::ALL {
        let refusal = export(&given.content_of(&unknown), format).expect_err("no such phase");
        assert_eq!(refusal.to_string(), "there is no funding phase 1871");
    }
}
