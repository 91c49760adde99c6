//! GEXF 1.3, as Gephi reads it.
//!
//! A report of strength 0 (no contact) is no edge here: Gephi draws every edge, one without a weight as weight 1, and
//! stumbles over a weight of 0. Edges of different phases are of different kinds, so that Gephi does not add them up.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::extract::Extract;
use super::graph::{self, Attribute, EDGE, NODE, Values};
use super::{ExportError, failed};
use crate::text::legible;

type Xml = Writer<Vec<u8>>;

/// Writes actors as nodes and each report of a contact as a directed edge, its strength as the weight.
pub(super) fn write(extract: &Extract) -> Result<Vec<u8>, ExportError> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    document(&mut xml, extract).map_err(failed)?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn document(xml: &mut Xml, extract: &Extract) -> std::io::Result<()> {
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = BytesStart::new("gexf").with_attributes([
        ("xmlns", "http://gexf.net/1.3"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        (
            "xsi:schemaLocation",
            "http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd",
        ),
        ("version", "1.3"),
    ]);
    xml.write_event(Event::Start(root))?;
    within(xml, "meta", |xml| {
        element(xml, "creator", "miteinander")?;
        element(xml, "title", extract.district.name.as_str())?;
        element(xml, "description", &description(extract))
    })?;
    let start = BytesStart::new("graph")
        .with_attributes([("defaultedgetype", "directed"), ("mode", "static")]);
    xml.write_event(Event::Start(start))?;
    declare(xml, "node", &NODE)?;
    declare(xml, "edge", &EDGE)?;
    within(xml, "nodes", |xml| nodes(xml, extract))?;
    within(xml, "edges", |xml| edges(xml, extract))?;
    xml.write_event(Event::End(BytesEnd::new("graph")))?;
    xml.write_event(Event::End(BytesEnd::new("gexf")))
}

fn description(extract: &Extract) -> String {
    let mut text = match extract.phase {
        Some(phase) => format!("Cooperation as reported in funding phase {phase}"),
        None => "Cooperation as reported in all funding phases".to_owned(),
    };
    text.push_str("; reports of no contact (strength 0) are left out.");
    if extract.district.example {
        text.push_str(" An invented example.");
    }
    text
}

fn nodes(xml: &mut Xml, extract: &Extract) -> std::io::Result<()> {
    for node in graph::nodes(extract) {
        let start = BytesStart::new("node").with_attributes([
            ("id", node.id.as_str()),
            ("label", legible(&node.name).as_str()),
        ]);
        xml.write_event(Event::Start(start))?;
        values(xml, &node.values)?;
        xml.write_event(Event::End(BytesEnd::new("node")))?;
    }
    Ok(())
}

fn edges(xml: &mut Xml, extract: &Extract) -> std::io::Result<()> {
    let no_contact = |edge: &graph::Edge| edge.report.strength.is_some_and(|s| s.number() == 0);
    let edges = graph::edges(extract)
        .into_iter()
        .filter(|edge| !no_contact(edge));
    for (edge, number) in edges.zip(0..) {
        let mut start = BytesStart::new("edge").with_attributes([
            ("id", i64::to_string(&number).as_str()),
            ("source", edge.from.as_str()),
            ("target", edge.to.as_str()),
            ("kind", legible(edge.phase.as_str()).as_str()),
        ]);
        if let Some(strength) = edge.report.strength {
            start.push_attribute(("weight", strength.number().to_string().as_str()));
        }
        xml.write_event(Event::Start(start))?;
        values(xml, &edge.values)?;
        xml.write_event(Event::End(BytesEnd::new("edge")))?;
    }
    Ok(())
}

fn declare(xml: &mut Xml, of: &str, attributes: &[Attribute]) -> std::io::Result<()> {
    let start = BytesStart::new("attributes").with_attributes([("class", of), ("mode", "static")]);
    xml.write_event(Event::Start(start))?;
    for (place, (name, kind)) in attributes.iter().enumerate() {
        let attribute = BytesStart::new("attribute").with_attributes([
            ("id", place.to_string().as_str()),
            ("title", name),
            ("type", kind.name()),
        ]);
        xml.write_event(Event::Empty(attribute))?;
    }
    xml.write_event(Event::End(BytesEnd::new("attributes")))
}

fn values(xml: &mut Xml, values: &Values) -> std::io::Result<()> {
    within(xml, "attvalues", |xml| {
        for (place, value) in values.iter().enumerate() {
            let Some(value) = value else { continue };
            let value = BytesStart::new("attvalue").with_attributes([
                ("for", place.to_string().as_str()),
                ("value", legible(value).as_str()),
            ]);
            xml.write_event(Event::Empty(value))?;
        }
        Ok(())
    })
}

fn element(xml: &mut Xml, name: &str, text: &str) -> std::io::Result<()> {
    within(xml, name, |xml| {
        xml.write_event(Event::Text(BytesText::new(&legible(text))))
    })
}

fn within(
    xml: &mut Xml,
    name: &str,
    inner: impl FnOnce(&mut Xml) -> std::io::Result<()>,
) -> std::io::Result<()> {
    xml.write_event(Event::Start(BytesStart::new(name)))?;
    inner(xml)?;
    xml.write_event(Event::End(BytesEnd::new(name)))
}
