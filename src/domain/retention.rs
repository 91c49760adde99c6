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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Contact, DepartmentId, FundingPhase, Membership, PhaseId, Text};

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    /// When the contact ends of an actor who stands in these phases, as it is asked for on a day.
    fn ends(ends: &[Option<&str>], confirmed: &str, today: &str) -> String {
        let (mut network, mut programme) = (Network::default(), Programme::default());
        let actor = ActorId::parse("a").expect("an id");
        for (number, end) in ends.iter().enumerate() {
            let phase = PhaseId::parse(&number.to_string()).expect("an id");
            let record = FundingPhase {
                name: Text::parse("x").expect("a text"),
                start: day("2019-01-01"),
                end: end.map(day),
            };
            programme.phases.insert(phase.clone(), record);
            let place = Membership {
                department: DepartmentId::parse("d").expect("an id"),
                section: None,
                level: None,
                core_team: false,
                asked: None,
                answered: None,
                open: Default::default(),
            };
            network.memberships.insert((actor.clone(), phase), place);
        }
        let contact = Contact::of_text(&Text::parse("Frau A").expect("a text"));
        let confirmed = day(confirmed)
            .and_hms_opt(12, 0, 0)
            .expect("noon")
            .and_utc();
        let kept = KeptContact { contact, confirmed };
        contact_ends(&network, &programme, &actor, &kept, day(today)).to_string()
    }

    #[test]
    fn a_contact_ends_twelve_months_after_the_last_phase_of_its_function() {
        let past = [Some("2022-12-31"), Some("2021-12-31")];
        assert_eq!(ends(&past, "2019-05-05", "2023-06-01"), "2024-01-01");
        // That somebody confirmed it later makes no phase longer.
        assert_eq!(ends(&past, "2023-05-05", "2023-06-01"), "2024-01-01");
    }

    #[test]
    fn a_contact_of_a_running_phase_ends_twenty_four_months_after_it_was_confirmed() {
        for running in [None, Some("2026-12-31")] {
            let phases = [Some("2022-12-31"), running];
            assert_eq!(ends(&phases, "2024-02-29", "2025-06-01"), "2026-03-01");
        }
        // One who stands nowhere.
        assert_eq!(ends(&[], "2024-01-15", "2025-06-01"), "2026-01-16");
    }
}
