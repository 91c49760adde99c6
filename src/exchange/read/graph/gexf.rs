//! GEXF, as Gephi, networkx and our own export write it.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};

use super::super::sheet::Broken;
use super::network::{Edge, Network, Node, Part};
use super::xml;
use crate::exchange::fault::Problem;

/// The attributes that the file declares, by whether they are of nodes and by their id.
type Attributes = HashMap<(bool, String), usize>;

/// Reads the nodes and edges of a file.
pub(super) fn read(text: &str, network: &mut Network) -> Result<(), Broken> {
    let mut reader = xml::reader(text);
    let mut attributes = Attributes::new();
    let mut is_directed = false;
    let mut of_nodes = true;
    let mut open: Option<Part> = None;
    // A file that was cut off is no smaller network.
    let (mut is_graph, mut is_whole) = (false, false);
    loop {
        match xml::event(&mut reader)? {
            Event::Start(start) => match xml::local(start.name().0) {
                "graph" => {
                    is_graph = true;
                    let default = xml::attribute(&start, "defaultedgetype")?;
                    is_directed = default.as_deref() == Some("directed");
                }
                "attributes" => {
                    let class = xml::attribute(&start, "class")?;
                    of_nodes = class.as_deref() != Some("edge");
                }
                "attribute" => declare(&start, of_nodes, &mut attributes, network)?,
                // A group of nodes holds others.
                "node" => {
                    close(open.take(), network)?;
                    open = Some(Part::Node(Node {
                        id: xml::required(&start, "id")?,
                        label: xml::attribute(&start, "label")?,
                        ..Node::default()
                    }));
                }
                "edge" => {
                    close(open.take(), network)?;
                    open = Some(Part::Edge(edge(&start, is_directed)?));
                }
                "attvalue" => value(&start, &mut open, &attributes)?,
                _ => {}
            },
            Event::End(end) if matches!(xml::local(end.name().0), "node" | "edge") => {
                close(open.take(), network)?;
            }
            Event::End(end) if xml::local(end.name().0) == "gexf" => is_whole = true,
            Event::Eof if is_graph && is_whole => return Ok(()),
            Event::Eof => return Err(Problem::Unreadable.into()),
            _ => {}
        }
    }
}

fn declare(
    start: &BytesStart<'_>,
    of_nodes: bool,
    attributes: &mut Attributes,
    network: &mut Network,
) -> Result<(), Broken> {
    let id = xml::required(start, "id")?;
    let title = xml::attribute(start, "title")?;
    let at = network.declare(of_nodes, title.unwrap_or_else(|| id.clone()))?;
    attributes.insert((of_nodes, id), at);
    Ok(())
}

fn edge(start: &BytesStart<'_>, is_directed: bool) -> Result<Edge, Broken> {
    let kind = xml::attribute(start, "type")?;
    Ok(Edge {
        from: xml::required(start, "source")?,
        to: xml::required(start, "target")?,
        is_directed: kind.map_or(is_directed, |kind| kind == "directed"),
        weight: xml::attribute(start, "weight")?,
        values: Vec::new(),
    })
}

/// Adds a value to what is open. Of a file of earlier years it names its attribute in another way.
fn value(
    start: &BytesStart<'_>,
    open: &mut Option<Part>,
    attributes: &Attributes,
) -> Result<(), Broken> {
    let of = match xml::attribute(start, "for")? {
        Some(of) => of,
        None => xml::attribute(start, "id")?.unwrap_or_default(),
    };
    let value = xml::attribute(start, "value")?.unwrap_or_default();
    let value = value.trim().to_owned();
    if value.is_empty() || value.eq_ignore_ascii_case("nan") {
        return Ok(());
    }
    let is_node = matches!(open, Some(Part::Node(_)));
    let Some(at) = attributes.get(&(is_node, of)) else {
        return Ok(());
    };
    match open {
        Some(Part::Node(node)) => node.values.push((*at, value)),
        Some(Part::Edge(edge)) => edge.values.push((*at, value)),
        None => {}
    }
    Ok(())
}

fn close(open: Option<Part>, network: &mut Network) -> Result<(), Broken> {
    open.map_or(Ok(()), |part| network.add(part))
}
