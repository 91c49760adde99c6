//! Open points of a district.

use rusqlite::{Connection, params};

use super::error::unreadable;
use super::met::{remove, save};
use super::read;
use crate::domain::{DistrictId, Edit, OpenPoint, OpenPointId};
use crate::store::Result;

/// A district's open points.
pub(super) fn load(
    connection: &Connection,
    district: &DistrictId,
) -> Result<Vec<(OpenPointId, OpenPoint)>> {
    let mut statement = connection
        .prepare_cached("SELECT id, text, phase, noted FROM open_point WHERE district = ?1")?;
    let mut rows = statement.query([district.as_str()])?;
    let mut points = Vec::new();
    while let Some(row) = rows.next()? {
        let noted = read::text(row, 3)?.parse();
        let point = OpenPoint {
            text: read::maybe_note(row, 1)?
                .ok_or_else(|| unreadable("an open point", "it is empty"))?,
            phase: read::id(row, 2)?,
            noted: noted.map_err(|error| unreadable("a day", error))?,
        };
        points.push((read::id(row, 0)?, point));
    }
    Ok(points)
}

/// Makes one edit of an open point.
pub(super) fn put(
    connection: &Connection,
    district: &DistrictId,
    edit: &Edit<OpenPointId, OpenPoint>,
) -> Result<()> {
    let key = [district.as_str(), edit.key.as_str()];
    let Some(point) = &edit.after else {
        let delete = "DELETE FROM open_point WHERE district = ?1 AND id = ?2";
        return remove(connection, edit, delete, key);
    };
    let values = params![
        key[0],
        key[1],
        point.text.as_str(),
        point.phase.as_str(),
        point.noted.to_string(),
    ];
    let update = "UPDATE open_point SET text = ?3, phase = ?4, noted = ?5
                      WHERE district = ?1 AND id = ?2";
    let insert = "INSERT INTO open_point (district, id, text, phase, noted)
                  VALUES (?1, ?2, ?3, ?4, ?5)";
    save(connection, edit, [update, insert], values)
}
