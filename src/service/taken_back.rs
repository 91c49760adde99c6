//! Which steps of a district stand taken back, and by which.

use super::{Result, Service, in_time};
use crate::domain::DistrictId;
use crate::store::{Revision, Scope, Undone};

impl Service {
    /// The steps of a district that took another one back, the latest first.
    pub async fn undone(&self, district: &DistrictId) -> Result<Vec<Undone>> {
        let scope = Scope::District(district.clone());
        in_time(async { Ok(self.store.undone(&scope).await?) }).await
    }
}

/// The latest step by which a step stands taken back; none where it stands, or stands again.
pub fn taken_back(undone: &[Undone], step: Revision) -> Option<Undone> {
    undone
        .iter()
        .filter(|one| one.step == step)
        .filter(|one| taken_back(undone, one.by).is_none())
        .max_by_key(|one| one.by)
        .copied()
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::{Revision, Undone, taken_back};

    #[test]
    fn a_step_that_was_put_back_stands_again() {
        let undone = |pairs: &[(i64, i64)]| -> Vec<Undone> {
            let pairs = pairs.iter();
            pairs
                .map(|(step, by)| Undone {
                    step: Revision(*step),
                    by: Revision(*by),
                    at: DateTime::UNIX_EPOCH,
                })
                .collect()
        };
        let five = |pairs: &[(i64, i64)]| taken_back(&undone(pairs), Revision(5)).map(|one| one.by);
        assert_eq!(five(&[]), None);
        assert_eq!(five(&[(5, 6)]), Some(Revision(6)));
        assert_eq!(five(&[(6, 7), (5, 6)]), None);
        assert_eq!(five(&[(5, 8), (6, 7), (5, 6)]), Some(Revision(8)));
        assert_eq!(five(&[(7, 8), (6, 7), (5, 6)]), Some(Revision(6)));
    }
}
