//! Phones in a working meeting: let in by a link or a code, each with its own entries, all ended at once.

use std::sync::Arc;

use chrono::{DateTime, Days, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Berlin;
use tokio::time::timeout;

use super::accounts::{TRIES, nothing};
use super::settle::{Settled, Signing};
use super::write::PATIENCE;
use super::{Error, Result, Service, Snapshot, day, in_time, secret};
use crate::domain::{
    AccountId, ActorId, Audience, Author, Change, Closed, DistrictId, Edit, Holder, Mode, Network,
    Pass, PhaseId, Report, ReportKey, TokenHash,
};
use crate::store::{Admission, Request, Revision};

/// How many steps one phone may enter.
pub const MOST_ENTRIES: usize = 300;

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

/// What a phone entered, as it told it then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnEntry {
    /// The step.
    pub step: Revision,
    /// Who reports, and of whom.
    pub ends: [ActorId; 2],
    /// What was said.
    pub report: Report,
}

/// Why a report is not added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAdded {
    /// One of the two, or both, are not in the phase any more.
    Left([bool; 2]),
    /// They are one.
    Itself,
    /// It is entered already, whatever it says.
    Stands,
    /// The phone has entered as much as it may.
    TooMany,
}

/// The change that adds a report, where there is none.
pub fn adding(
    network: &Network,
    key: ReportKey,
    report: Report,
) -> std::result::Result<Vec<Change>, NotAdded> {
    let (phase, from, to) = &key;
    let left = [from, to].map(|actor| {
        let place = (actor.clone(), phase.clone());
        !network.memberships.contains_key(&place)
    });
    if left.contains(&true) {
        return Err(NotAdded::Left(left));
    }
    if from == to {
        return Err(NotAdded::Itself);
    }
    match network.reports.contains_key(&key) {
        true => Err(NotAdded::Stands),
        false => Ok(vec![Change::Report(Edit::add(key, report))]),
    }
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

    /// Adds a report for a phone, as told in a working meeting, and keeps the step with its pass.
    pub async fn add_by_phone(
        self: &Arc<Self>,
        view: Snapshot,
        phone: &Phone,
        (key, report): (ReportKey, Report),
        (request, now): (Request, DateTime<Utc>),
    ) -> Result<Settled<NotAdded>> {
        let signing = Signing {
            by: Author::Pass(phone.by),
            at: now,
            request,
        };
        let report = Report {
            in_workshop: true,
            ..report
        };
        let is_full = phone.steps.len() >= MOST_ENTRIES;
        let add = |view: &Snapshot| match is_full {
            true => Err(NotAdded::TooMany),
            false => adding(&view.network, key.clone(), report.clone()),
        };
        let settled = self.settle(view, &signing, &[], add).await?;
        if let Settled::Done(step) = settled {
            self.keep_step(&phone.room.own, step, now).await?;
        }
        Ok(settled)
    }

    /// Takes back what a phone entered; of a step that is not its own it knows nothing.
    pub async fn take_back_by_phone(
        self: &Arc<Self>,
        phone: &Phone,
        step: Revision,
        (request, now): (Request, DateTime<Utc>),
    ) -> Result<Revision> {
        if !phone.steps.contains(&step.0) {
            return Err(Error::NoSuchStep(step.0));
        }
        let signature = (Author::Pass(phone.by), now);
        self.undo(&phone.room.district, step, signature, request)
            .await
    }

    /// What a phone entered and nobody has taken back, the latest first and at most so many, and how many more there are.
    pub async fn own_entries(&self, phone: &Phone, most: usize) -> Result<(Vec<OwnEntry>, usize)> {
        let district = &phone.room.district;
        if phone.steps.is_empty() {
            return Ok((Vec::new(), 0));
        }
        let undone = self.undone(district).await?;
        let steps = phone.steps.iter().rev().copied().map(Revision);
        let stand = steps.filter(|step| super::taken_back(&undone, *step).is_none());
        let stand: Vec<Revision> = stand.collect();
        let mut entries = Vec::new();
        for number in stand.iter().copied().take(most) {
            let steps = self.steps(district, Some(number.next()), 1).await?;
            let step = steps.into_iter().find(|step| step.number == number);
            let changes = step.filter(|step| !step.blanked).map(|step| step.changes);
            let changes = changes.into_iter().flatten();
            entries.extend(changes.filter_map(|change| own_entry(number, change)));
        }
        Ok((entries, stand.len().saturating_sub(most)))
    }

    /// Keeps a step with the pass of the phone that entered it; where the meeting has just ended that is nobody's.
    async fn keep_step(&self, phone: &TokenHash, step: Revision, now: DateTime<Utc>) -> Result<()> {
        for _ in 0..TRIES {
            let known = self.store.arrival(Some(phone), None).await?.bearer;
            let pass = known.map(|(pass, _)| pass).filter(|pass| !pass.revoked);
            let Some((pass, after)) = pass.and_then(|pass| {
                let after = pass.with_step(step.0)?;
                Some((pass, after))
            }) else {
                return Ok(());
            };
            let write = Admission {
                passes: vec![Edit::replace(*phone, pass, after)],
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
            && account.role.audience(&room.district) == Some(Audience::Working)
            && programme.districts.contains_key(&room.district)
            && programme.phases.contains_key(&room.phase);
        match stands {
            true => Ok((pass, room)),
            false => Err(Closed::Ended.into()),
        }
    }
}

fn own_entry(step: Revision, change: Change) -> Option<OwnEntry> {
    match change {
        Change::Report(Edit {
            key: (_, from, to),
            before: None,
            after: Some(report),
        }) => Some(OwnEntry {
            step,
            ends: [from, to],
            report,
        }),
        _ => None,
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
