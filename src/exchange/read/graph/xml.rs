//! Elements and texts of XML. No entity is taken from the file itself, nor from elsewhere.

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion, escape};

use super::super::sheet::Broken;
use super::tables::unreadable;
use crate::exchange::fault::Problem;

/// A reader that shows an empty element as one that begins and ends.
pub(super) fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    reader
}

/// What comes next.
pub(super) fn event<'a>(reader: &mut Reader<&'a [u8]>) -> Result<Event<'a>, Broken> {
    reader.read_event().map_err(unreadable)
}

/// The name of an element without its prefix.
pub(super) fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// An attribute, where there is one.
pub(super) fn attribute(start: &BytesStart<'_>, name: &str) -> Result<Option<String>, Broken> {
    let Some(attribute) = start.try_get_attribute(name).map_err(unreadable)? else {
        return Ok(None);
    };
    let value = attribute.normalized_value(XmlVersion::Implicit1_0);
    Ok(Some(value.map_err(unreadable)?.into_owned()))
}

/// An attribute that an element must have.
pub(super) fn required(start: &BytesStart<'_>, name: &str) -> Result<String, Broken> {
    attribute(start, name)?.ok_or_else(|| Problem::Unreadable.into())
}

/// Adds what a text or a reference stands for.
pub(super) fn add(text: &mut String, event: &Event<'_>) -> Result<(), Broken> {
    match event {
        Event::Text(part) => text.push_str(&part.xml10_content()),
        Event::CData(part) => text.push_str(&part.xml10_content()),
        Event::GeneralRef(part) => text.push_str(&referred(part)?),
        _ => {}
    }
    Ok(())
}

/// The character that a reference stands for.
fn referred(part: &BytesRef<'_>) -> Result<String, Broken> {
    if let Ok(Some(c)) = part.resolve_char_ref() {
        return Ok(c.to_string());
    }
    let known = escape::resolve_xml_entity(part);
    known
        .map(str::to_owned)
        .ok_or_else(|| Problem::Unreadable.into())
}
