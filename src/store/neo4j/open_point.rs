//! Open points as nodes.

use std::collections::BTreeMap;

use neo4rs::BoltType;

use super::cypher::{cypher, map};
use super::decode::{Unreadable, id, note};
use super::stored::{OfIds, OfRows, Stored};
use crate::domain::{OpenPoint, OpenPointId};

/// An open point in the one row of a network.
pub(super) type Line<'a> = (&'a str, &'a str, &'a str, &'a str);

/// Reads all open points.
pub(super) fn read(lines: Vec<Line<'_>>) -> Result<BTreeMap<OpenPointId, OpenPoint>, Unreadable> {
    let points = lines.into_iter().map(|(key, text, phase, noted)| {
        let noted_on = noted.parse();
        let point = OpenPoint {
            text: note(Some(text))?.ok_or_else(|| Unreadable::new("open point", key))?,
            phase: id(phase)?,
            noted: noted_on.map_err(|_| Unreadable::new("day", noted))?,
        };
        Ok((id(key)?, point))
    });
    points.collect()
}

impl Stored for OpenPoint {
    const CREATE: OfRows = OfRows(cypher!("open-point/create"));
    const UPDATE: Option<OfRows> = Some(OfRows(cypher!("open-point/update")));
    const REMOVE: OfIds = OfIds(cypher!("open-point/remove"));

    fn id(id: &OpenPointId) -> String {
        id.to_string()
    }

    fn row(id: &OpenPointId, point: &Self) -> BoltType {
        map([
            ("id", id.as_str().into()),
            ("text", point.text.as_str().into()),
            ("phase", point.phase.as_str().into()),
            ("noted", point.noted.to_string().into()),
        ])
    }
}
