//! The places of a district's map: kept, extended by what is new, and laid out afresh where somebody wants that.

use std::sync::Arc;

use super::work::Work;
use super::{Error, Result, Service, Snapshot};
use crate::analysis::{Inclusion, Selection};
use crate::domain::{DistrictId, MapPlaces, Stop, Survey};
use crate::map::{self, MapError};
use crate::store::{Mark, Placed};

/// The least strength of a tie that counts for the places.
const FROM: f64 = 2.0;

impl Service {
    /// The places of a district's map in a state; none where nothing can be placed.
    ///
    /// They are read from the store. Of an earlier state they are extended by what is new and kept for this one; of two
    /// that do so at once the second takes what the first kept. A store that keeps nothing does not hold a picture up.
    pub async fn places(&self, of: &Snapshot) -> Result<Option<Arc<MapPlaces>>> {
        let key = (of.version.district.clone(), of.version.head);
        let found = self.places.try_get_with(key, self.find_places(of)).await;
        found.map_err(|error| (*error).clone())
    }

    async fn find_places(&self, of: &Snapshot) -> Result<Option<Arc<MapPlaces>>> {
        let (district, mark) = (&of.version.district, of.version.head.mark);
        let before = self.store.places(district).await?;
        if let Some(placed) = before.as_ref().filter(|placed| placed.mark == mark) {
            return Ok(Some(Arc::new(placed.places.clone())));
        }
        let (was, earlier) = match before {
            Some(placed) => (Some(placed.mark), Some(placed.places)),
            None => (None, None),
        };
        let survey = self.survey(of).await;
        let compute = move |stop: &Stop| laid_out(&survey, earlier, stop);
        let Some(places) = self.run(Work::Page, compute).await?.map_err(drawn)? else {
            return Ok(None);
        };
        let now = Placed { mark, places };
        match self.store.keep_places(district, mark, was, &now).await {
            Ok(true) => {}
            Ok(false) => {
                let winner = self.store.places(district).await?;
                if let Some(placed) = winner.filter(|placed| placed.mark == mark) {
                    return Ok(Some(Arc::new(placed.places)));
                }
            }
            Err(error) => tracing::warn!(%error, "the places of a map are not kept"),
        }
        Ok(Some(Arc::new(now.places)))
    }

    /// Keeps the places that a file brought for a district's map, with places for everybody else; not where the map has
    /// been laid out meanwhile.
    pub async fn bring_places(&self, district: &DistrictId, brought: MapPlaces) -> Result<()> {
        let of = self.view(district).await?;
        let mark = of.version.head.mark;
        let survey = self.survey(&of).await;
        let compute = move |stop: &Stop| laid_out(&survey, Some(brought), stop);
        if let Some(places) = self.run(Work::Choice, compute).await?.map_err(drawn)? {
            let now = Placed { mark, places };
            self.store.keep_places(district, mark, None, &now).await?;
        }
        Ok(())
    }

    /// Lays a district's map out afresh and keeps that; answers whether it did: not where somebody wrote meanwhile, or
    /// nothing can be placed. The district bears a new mark then, by which everybody draws it anew.
    pub async fn arrange_afresh(&self, of: &Snapshot, mark: Mark) -> Result<bool> {
        let (district, standing) = (&of.version.district, of.version.head.mark);
        let survey = self.survey(of).await;
        let compute = move |stop: &Stop| laid_out(&survey, None, stop);
        let Some(places) = self.run(Work::Choice, compute).await?.map_err(drawn)? else {
            return Ok(false);
        };
        let before = self.store.places(district).await?;
        let was = before.map(|placed| placed.mark);
        let now = Placed { mark, places };
        let kept = self.store.keep_places(district, standing, was, &now);
        Ok(kept.await?)
    }
}

fn drawn(error: MapError) -> Error {
    Arc::new(error).into()
}

/// The places of everybody in all phases, from those that were kept earlier.
fn laid_out(
    survey: &Survey,
    earlier: Option<MapPlaces>,
    stop: &Stop,
) -> std::result::Result<Option<MapPlaces>, MapError> {
    let survey = Survey {
        map_places: earlier,
        ..survey.clone()
    };
    let everybody = Selection {
        phase: None,
        scope: Inclusion::All,
        min_strength: FROM,
        ..Selection::working(&survey)
    };
    map::map_places(&survey, &everybody, stop)
}
