//! Phones in a working meeting: let in by a link or a code, each with its own entries, all ended at once.

mod entries;

use chrono::{DateTime, Days, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Berlin;
use tokio::time::timeout;

use super::accounts::{TRIES, nothing};
use super::write::PATIENCE;
use super::{Error, Result, Service, day, in_time, secret};
use crate::domain::{AccountId, Closed, DistrictId, Edit, Holder, Mode, Pass, PhaseId, TokenHash};
use crate::store::Admission;

pub use entries::{MOST_ENTRIES, NotAdded, OwnEntry, adding};

/// A meeting in which phones take part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// By what it is known; of a phone, by what the phone is.
    pub own: TokenHash,
    /// The district.
    pub district: DistrictId,
    /// In which phase is entered.
    pub phase: PhaseId,
    /// Until when.
    pub ends: DateTime<Utc>,
    /// How many phones were let in.
    pub phones: u32,
}

/// What a link of a working meeting leads to.
#[derive(Debug, Clone)]
pub enum Led {
    /// To the meeting, which a phone may join.
    ToRoom(Room),
    /// To what one phone sees.
    ToPhone(Phone),
}

/// A phone that takes part.
#[derive(Debug, Clone)]
pub struct Phone {
    /// By what it is known, and in which meeting.
    pub room: Room,
    /// The pass that let it in, under which it enters.
    pub by: TokenHash,
    /// The steps that it entered.
    pub steps: Vec<i64>,
}

/// The end of the day in Berlin.
fn end_of_day(now: DateTime<Utc>) -> DateTime<Utc> {
    let next = day(now).checked_add_days(Days::new(1));
    let midnight = next.and_then(|day| {
        let midnight = day.and_time(NaiveTime::MIN);
        Berlin.from_local_datetime(&midnight).earliest()
    });
    midnight.map_or(now, |midnight| midnight.to_utc())
}

impl Service {
    /// The meeting of a district in which phones take part; none where none is.
    pub async fn room(&self, district: &DistrictId, now: DateTime<Utc>) -> Result<Option<Room>> {
        let found = in_time(async { Ok(self.store.room(district).await?) }).await?;
        let living = found.filter(|(_, pass)| pass.is_valid(now));
        Ok(living.and_then(|(own, pass)| room_of(own, &pass)))
    }

    /// Lets phones into a meeting by a code and its link; the meeting before ends with all its phones. With the same code
    /// again nothing is done: it answers whether the code lets phones in, so that one which was ended stays so.
    pub async fn open_room(
        &self,
        account: &AccountId,
        (district, phase): (&DistrictId, &PhaseId),
        code: &str,
        now: DateTime<Utc>,
    ) -> Result<Room> {
        let own = TokenHash::of(&secret::token_of_code(code));
        let now = super::moment(now);
        for _ in 0..TRIES {
            if let Some((pass, _)) = self.store.arrival(Some(&own), None).await?.bearer {
                let room = room_of(own, &pass).filter(|room| room.district == *district);
                let room = room.ok_or(Closed::NoLink)?;
                return living(&pass, now).map(|()| room).map_err(Error::from);
            }
            let place = (district.clone(), phase.clone());
            let pass = Pass::room(account.clone(), place, (now, end_of_day(now)));
            let write = Admission {
                closed: vec![district.clone()],
                passes: vec![Edit::add(own, pass.clone())],
                ..nothing(now)
            };
            if self.store.admit(&write).await? {
                return room_of(own, &pass).ok_or_else(|| Closed::NoLink.into());
            }
        }
        Err(Error::Contended)
    }

    /// Ends the meeting of a district for all phones. The one that is meant alone: where another has begun since, that goes
    /// on.
    pub async fn end_room(
        &self,
        district: &DistrictId,
        own: &TokenHash,
        now: DateTime<Utc>,
    ) -> Result<()> {
        for _ in 0..TRIES {
            let found = self.store.room(district).await?;
            let Some((_, pass)) = found.filter(|(token, _)| token == own) else {
                return Ok(());
            };
            let ended = Pass {
                revoked: true,
                ..pass.clone()
            };
            let write = Admission {
                closed: vec![district.clone()],
                passes: vec![Edit::replace(*own, pass, ended)],
                ..nothing(now)
            };
            if self.store.admit(&write).await? {
                return Ok(());
            }
        }
        Err(Error::Contended)
    }

    /// What a link of a working meeting leads to; asked as often as anybody likes, it changes nothing.
    pub async fn led_to_meeting(&self, token: &str, now: DateTime<Utc>) -> Result<Led> {
        let own = TokenHash::of(token);
        let (pass, room) = self.living_pass(&own, now).await?;
        let holder = pass.kind.workshop().map(|workshop| &workshop.holder);
        Ok(match holder {
            Some(Holder::Phone { room: by, steps }) => Led::ToPhone(Phone {
                room,
                by: *by,
                steps: steps.clone(),
            }),
            _ => Led::ToRoom(room),
        })
    }

    /// Lets a phone in that brings a token of its own; the same again is let in once.
    pub async fn join(&self, token: &str, phone: &str, now: DateTime<Utc>) -> Result<()> {
        let (own, phone) = (TokenHash::of(token), TokenHash::of(phone));
        let now = super::moment(now);
        let (_, room) = self.living_pass(&own, now).await?;
        // A whole room joins within a minute: one behind the other.
        let queue = self.queues.of(&room.district);
        let turn = timeout(PATIENCE, queue.lock()).await;
        let _turn = turn.map_err(|_| Error::Contended)?;
        for _ in 0..TRIES {
            let (pass, _) = self.living_pass(&own, now).await?;
            if let Some((known, _)) = self.store.arrival(Some(&phone), None).await?.bearer {
                let holder = known.kind.workshop().map(|workshop| &workshop.holder);
                return match holder.and_then(Holder::room) == Some(own) {
                    true => Ok(()),
                    false => Err(Closed::NoLink.into()),
                };
            }
            let (kept, new) = pass.let_in(own, now).ok_or(Closed::Full)?;
            let write = Admission {
                passes: vec![Edit::replace(own, pass, kept), Edit::add(phone, new)],
                ..nothing(now)
            };
            if self.store.admit(&write).await? {
                return Ok(());
            }
        }
        Err(Error::Contended)
    }

    /// The pass of a working meeting that a token is, as long as it lets anybody in.
    async fn living_pass(&self, own: &TokenHash, now: DateTime<Utc>) -> Result<(Pass, Room)> {
        let ask = self.store.arrival(Some(own), None);
        let arrival = in_time(async { Ok(ask.await?) }).await?;
        let known = arrival.bearer.and_then(|(pass, account)| {
            let room = room_of(*own, &pass)?;
            Some((pass, account, room))
        });
        let (pass, account, room) = known.ok_or(Closed::NoLink)?;
        living(&pass, now)?;
        let programme = self.programme().await?.value;
        let stands = arrival.mode == Mode::Accounts
            && account.role.works_on(&room.district)
            && programme.districts.contains_key(&room.district)
            && programme.phases.contains_key(&room.phase);
        match stands {
            true => Ok((pass, room)),
            false => Err(Closed::Ended.into()),
        }
    }
}

fn living(pass: &Pass, now: DateTime<Utc>) -> std::result::Result<(), Closed> {
    match (pass.revoked, pass.is_valid(now)) {
        (true, _) => Err(Closed::Ended),
        (false, false) => Err(Closed::Over),
        (false, true) => Ok(()),
    }
}

fn room_of(own: TokenHash, pass: &Pass) -> Option<Room> {
    let workshop = pass.kind.workshop()?;
    Some(Room {
        own,
        district: workshop.district.clone(),
        phase: workshop.phase.clone(),
        ends: pass.ends,
        phones: workshop.holder.phones(),
    })
}

impl From<Closed> for Error {
    fn from(closed: Closed) -> Self {
        Self::Closed(closed)
    }
}

#[cfg(test)]
mod tests {
    use super::{DateTime, end_of_day};

    #[test]
    fn a_day_ends_at_midnight_in_berlin_in_summer_and_in_winter() {
        for (now, end) in [
            ("2025-07-01T10:00:00Z", "2025-07-01T22:00:00Z"),
            ("2025-01-15T10:00:00Z", "2025-01-15T23:00:00Z"),
            ("2025-01-15T23:30:00Z", "2025-01-16T23:00:00Z"),
            ("2025-10-26T00:30:00Z", "2025-10-26T23:00:00Z"),
        ] {
            let read = |text: &str| DateTime::parse_from_rfc3339(text).expect("a time").to_utc();
            assert_eq!(end_of_day(read(now)), read(end), "{now}");
        }
    }
}
