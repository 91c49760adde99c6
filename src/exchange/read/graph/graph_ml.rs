//! GraphML, as igraph, networkx, Gephi and our own export write it.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::sheet::Broken;
use super::network::{Edge, Network, Node, Part};
use super::xml;
use crate::exchange::fault::Problem;

/// An attribute that the file declares.
struct Key {
    /// Its place among those of nodes, and among those of edges.
    node: Option<usize>,
    edge: Option<usize>,
    default: Option<String>,
}

/// Reads the nodes and edges of the first graph of a file.
pub(super) fn read(text: &str, network: &mut Network) -> Result<(), Broken> {
    let mut reader = xml::reader(text);
    let mut keys: HashMap<String, Key> = HashMap::new();
    let mut is_directed = true;
    let mut open: Option<Part> = None;
    // A file that was cut off is no smaller network.
    let mut is_whole = false;
    loop {
        match xml::event(&mut reader)? {
            Event::Start(start) => match xml::local(start.name().0) {
                "key" => {
                    let (id, key) = key(&mut reader, &start, network)?;
                    keys.insert(id, key);
                }
                "graph" => {
                    let default = xml::attribute(&start, "edgedefault")?;
                    is_directed = default.as_deref() != Some("undirected");
                }
                "node" => {
                    close(open.take(), &keys, network)?;
                    open = Some(Part::Node(Node {
                        id: xml::required(&start, "id")?,
                        ..Node::default()
                    }));
                }
                "edge" => {
                    close(open.take(), &keys, network)?;
                    open = Some(Part::Edge(edge(&start, is_directed)?));
                }
                "data" => {
                    let key = xml::attribute(&start, "key")?.unwrap_or_default();
                    let value = content(&mut reader)?;
                    add(&mut open, keys.get(&key), value);
                }
                _ => {}
            },
            Event::End(end) if matches!(xml::local(end.name().0), "node" | "edge") => {
                close(open.take(), &keys, network)?;
            }
            Event::End(end) if xml::local(end.name().0) == "graphml" => is_whole = true,
            Event::Eof if is_whole => return Ok(()),
            Event::Eof => return Err(Problem::Unreadable.into()),
            _ => {}
        }
    }
}

fn edge(start: &BytesStart<'_>, is_directed: bool) -> Result<Edge, Broken> {
    let own = xml::attribute(start, "directed")?;
    Ok(Edge {
        from: xml::required(start, "source")?,
        to: xml::required(start, "target")?,
        is_directed: own.map_or(is_directed, |own| own == "true"),
        ..Edge::default()
    })
}

/// An attribute with its id; it is called by its name.
fn key(
    reader: &mut Reader<&[u8]>,
    start: &BytesStart<'_>,
    network: &mut Network,
) -> Result<(String, Key), Broken> {
    let id = xml::required(start, "id")?;
    let name = xml::attribute(start, "attr.name")?;
    let of = xml::attribute(start, "for")?;
    let of = of.as_deref().unwrap_or("all");
    // What has no name holds the looks of a picture.
    let name = name.filter(|name| !name.is_empty());
    let mut place = |of_nodes: bool| {
        let kind = if of_nodes { "node" } else { "edge" };
        let name = name.clone().filter(|_| of == kind || of == "all");
        name.map(|name| network.declare(of_nodes, name)).transpose()
    };
    let (node, edge) = (place(true)?, place(false)?);
    let mut default = None;
    loop {
        match xml::event(reader)? {
            Event::Start(start) if xml::local(start.name().0) == "default" => {
                default = Some(content(reader)?);
            }
            Event::End(end) if xml::local(end.name().0) == "key" => break,
            Event::Eof => return Err(Problem::Unreadable.into()),
            _ => {}
        }
    }
    let key = Key {
        node,
        edge,
        default,
    };
    Ok((id, key))
}

/// The text up to the end of the element, those of elements within it left out.
fn content(reader: &mut Reader<&[u8]>) -> Result<String, Broken> {
    let mut text = String::new();
    let mut depth = 0_usize;
    loop {
        match xml::event(reader)? {
            Event::Start(_) => depth += 1,
            Event::End(_) if depth == 0 => return Ok(text.trim().to_owned()),
            Event::End(_) => depth -= 1,
            Event::Eof => return Err(Problem::Unreadable.into()),
            event if depth == 0 => xml::add(&mut text, &event)?,
            _ => {}
        }
    }
}

/// Adds a value to what is open; igraph writes what is missing as a number that is none.
fn add(open: &mut Option<Part>, key: Option<&Key>, value: String) {
    if value.is_empty() || value.eq_ignore_ascii_case("nan") {
        return;
    }
    match (open, key) {
        (Some(Part::Node(node)), Some(Key { node: Some(at), .. })) => {
            node.values.push((*at, value))
        }
        (Some(Part::Edge(edge)), Some(Key { edge: Some(at), .. })) => {
            edge.values.push((*at, value))
        }
        _ => {}
    }
}

/// Adds what was open, with the values that the file gives where none stands.
fn close(
    open: Option<Part>,
    keys: &HashMap<String, Key>,
    network: &mut Network,
) -> Result<(), Broken> {
    let fill = |values: &mut Vec<(usize, String)>, place: fn(&Key) -> Option<usize>| {
        for key in keys.values() {
            if let (Some(at), Some(default)) = (place(key), &key.default)
                && values.iter().all(|(known, _)| *known != at)
            {
                values.push((at, default.clone()));
            }
        }
    };
    let Some(mut part) = open else { return Ok(()) };
    match &mut part {
        Part::Node(node) => fill(&mut node.values, |key| key.node),
        Part::Edge(edge) => fill(&mut edge.values, |key| key.edge),
    }
    network.add(part)
}
