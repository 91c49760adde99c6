//! The body of a frozen survey: the keys of each object in their order.

use serde::{Serialize, Serializer};

use crate::domain::{
    Column, MapPlaces, Presence, Survey, SurveyActor, SurveyDepartment, SurveyOffer, SurveyPhase,
    SurveyTie, Withheld,
};

/// A survey with its parts in the order of their names. A new field needs a new version of the format.
#[derive(Serialize)]
pub(super) struct Body<'a> {
    #[serde(serialize_with = "sorted")]
    actors: &'a [SurveyActor],
    #[serde(serialize_with = "sorted")]
    columns: &'a [Column],
    #[serde(serialize_with = "sorted")]
    departments: &'a [SurveyDepartment],
    from_district: bool,
    kinds: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    map_places: &'a Option<MapPlaces>,
    #[serde(serialize_with = "sorted")]
    offers: &'a [SurveyOffer],
    #[serde(serialize_with = "sorted")]
    phases: &'a [SurveyPhase],
    #[serde(serialize_with = "sorted")]
    presences: &'a [Presence],
    #[serde(serialize_with = "sorted")]
    ties: &'a [SurveyTie],
    title: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    withheld: &'a [Withheld],
}

impl<'a> Body<'a> {
    pub fn of(survey: &'a Survey) -> Self {
        let Survey {
            title,
            from_district,
            phases,
            departments,
            actors,
            presences,
            columns,
            kinds,
            ties,
            offers,
            map_places,
            withheld,
        } = survey;
        Self {
            actors,
            columns,
            departments,
            from_district: *from_district,
            kinds,
            map_places,
            offers,
            phases,
            presences,
            ties,
            title,
            withheld,
        }
    }
}

/// Rows, each with its keys in their order: one at a time, so that a large district is not held twice.
fn sorted<T: Serialize, S: Serializer>(rows: &[T], to: S) -> Result<S::Ok, S::Error> {
    let row = |row| serde_json::to_value(row).expect("plain rows are JSON");
    to.collect_seq(rows.iter().map(row))
}
