//! Which kind of network a text is.

use super::super::room::Room;
use super::super::sheet::Broken;
use super::network::Network;
use super::tables::{OfNetwork, Tables};
use super::{document, gexf, graph_ml};
use crate::exchange::fault::Problem;

/// The most megabytes of such a file: all of it is held while it is read.
const MEGABYTES: u64 = 50;

/// The most nodes and edges.
const MOST: usize = 1_000_000;

/// What a text holds of a network; none where it is no such file.
pub(in super::super) fn sheets<'a>(
    file: &str,
    text: &str,
    room: &mut Room,
) -> Result<Option<OfNetwork<'a>>, Broken> {
    let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
    let ending = ending.to_ascii_lowercase();
    let text = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
    let head: String = text.chars().take(2_000).collect();
    let is_xml = text.starts_with('<');
    let is_gexf = is_xml && (head.contains("<gexf") || ending == "gexf");
    let is_graph_ml = is_xml && (head.contains("<graphml") || ending == "graphml");
    let is_document = text.starts_with('{') && (ending == "json" || head.contains("\"format\""));
    if !is_gexf && !is_graph_ml && !is_document {
        let is_named = ["gexf", "graphml", "json", "xml"].contains(&ending.as_str());
        return if is_named && !text.is_empty() {
            Err(Problem::Unreadable.into())
        } else {
            Ok(None)
        };
    }
    if text.len() as u64 > MEGABYTES * 1_000_000 {
        return Err(Problem::TooLarge(MEGABYTES).into());
    }
    let mut tables = Tables::new(file, room);
    if is_document {
        document::read(text, &mut tables)?;
    } else {
        let mut network = Network::of_most(tables.rows().min(MOST));
        if is_gexf {
            gexf::read(text, &mut network)?;
        } else {
            graph_ml::read(text, &mut network)?;
        }
        network.write(&mut tables)?;
    }
    Ok(Some(tables.finish()))
}
