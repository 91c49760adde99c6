//! GraphML, as igraph and networkx read it.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::extract::Extract;
use super::graph::{self, Attribute, EDGE, NODE, Type, Values};
use super::{ExportError, failed};
use crate::text::legible;

type Xml = Writer<Vec<u8>>;

const GRAPH: [Attribute; 3] = [
    ("district", Type::Text),
    ("phase", Type::Text),
    ("example", Type::Flag),
];

/// Writes actors as nodes and each report as a directed edge.
pub(super) fn write(extract: &Extract) -> Result<Vec<u8>, ExportError> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    graph_in(&mut xml, extract).map_err(failed)?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn graph_in(xml: &mut Xml, extract: &Extract) -> std::io::Result<()> {
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = BytesStart::new("graphml").with_attributes([
        ("xmlns", "http://graphml.graphdrawing.org/xmlns"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        (
            "xsi:schemaLocation",
            "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
        ),
    ]);
    xml.write_event(Event::Start(root))?;
    keys(xml, "graph", &GRAPH)?;
    keys(xml, "node", &NODE)?;
    keys(xml, "edge", &EDGE)?;
    let start = BytesStart::new("graph").with_attributes([
        ("id", legible(extract.district_id.as_str()).as_str()),
        ("edgedefault", "directed"),
    ]);
    xml.write_event(Event::Start(start))?;
    let about = vec![
        Some(extract.district.name.to_string()),
        extract.phase.map(ToString::to_string),
        Some(extract.district.example.to_string()),
    ];
    data(xml, "graph", &about)?;
    for node in graph::nodes(extract) {
        let start = BytesStart::new("node").with_attributes([("id", node.id.as_str())]);
        xml.write_event(Event::Start(start))?;
        data(xml, "node", &node.values)?;
        xml.write_event(Event::End(BytesEnd::new("node")))?;
    }
    // No ids on edges: networkx would make them keys, and a graph without parallel edges is then read differently.
    for edge in graph::edges(extract) {
        let start = BytesStart::new("edge")
            .with_attributes([("source", edge.from.as_str()), ("target", edge.to.as_str())]);
        xml.write_event(Event::Start(start))?;
        data(xml, "edge", &edge.values)?;
        xml.write_event(Event::End(BytesEnd::new("edge")))?;
    }
    xml.write_event(Event::End(BytesEnd::new("graph")))?;
    xml.write_event(Event::End(BytesEnd::new("graphml")))
}

fn keys(xml: &mut Xml, of: &str, attributes: &[Attribute]) -> std::io::Result<()> {
    for (place, (name, kind)) in attributes.iter().enumerate() {
        let kind = match kind {
            Type::Number => "int",
            Type::Text | Type::Flag => kind.name(),
        };
        let key = BytesStart::new("key").with_attributes([
            ("id", key_id(of, place).as_str()),
            ("for", of),
            ("attr.name", name),
            ("attr.type", kind),
        ]);
        xml.write_event(Event::Empty(key))?;
    }
    Ok(())
}

fn data(xml: &mut Xml, of: &str, values: &Values) -> std::io::Result<()> {
    for (place, value) in values.iter().enumerate() {
        let Some(value) = value else { continue };
        let start = BytesStart::new("data").with_attributes([("key", key_id(of, place).as_str())]);
        xml.write_event(Event::Start(start))?;
        xml.write_event(Event::Text(BytesText::new(&legible(value))))?;
        xml.write_event(Event::End(BytesEnd::new("data")))?;
    }
    Ok(())
}

/// Keys share one name space over graph, nodes and edges.
fn key_id(of: &str, place: usize) -> String {
    format!("{of}{place}")
}
