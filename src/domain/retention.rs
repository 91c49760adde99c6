//! How long what is personal is kept.

use chrono::{DateTime, Days, Months, NaiveDate, Utc};

use super::actor::ActorId;
use super::contact::KeptContact;
use super::network::Network;
use super::programme::Programme;

/// For how many months a contact is kept after the end of the last phase in which its actor stands.
pub const CONTACT_MONTHS_AFTER: u32 = 12;

/// For how many months a contact is kept that nobody has confirmed while the phase goes on.
pub const CONTACT_MONTHS_UNCONFIRMED: u32 = 24;

/// The day on which an actor's contact is to be deleted: twelve months after its last phase has ended, or, while one goes
/// on, twenty-four after it was last confirmed.
pub fn contact_ends(
    network: &Network,
    programme: &Programme,
    actor: &ActorId,
    kept: &KeptContact,
    today: NaiveDate,
) -> NaiveDate {
    let places = network.memberships.keys().filter(|(one, _)| one == actor);
    let ends: Vec<Option<NaiveDate>> = places
        .filter_map(|(_, phase)| programme.phases.get(phase))
        .map(|phase| phase.end)
        .collect();
    let goes_on = ends.iter().any(|end| end.is_none_or(|end| end >= today));
    let last = ends.into_iter().flatten().max();
    match last.filter(|_| !goes_on) {
        Some(end) => after(end, CONTACT_MONTHS_AFTER),
        None => after(kept.confirmed.date_naive(), CONTACT_MONTHS_UNCONFIRMED),
    }
}

/// The day after so many months from a day.
fn after(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months))
        .and_then(|day| day.checked_add_days(Days::new(1)))
        .unwrap_or(NaiveDate::MAX)
}

/// The moment so many months before another.
pub fn months_before(now: DateTime<Utc>, months: u32) -> DateTime<Utc> {
    now.checked_sub_months(Months::new(months))
        .unwrap_or(DateTime::<Utc>::MIN_UTC)
}
