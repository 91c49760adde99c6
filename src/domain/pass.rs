//! What lets somebody in for a while: a session, an invitation, or a link to a working meeting.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};

use super::account::AccountId;
use super::district::DistrictId;
use super::phase::PhaseId;

/// How long a session lasts at most.
const SESSION: TimeDelta = TimeDelta::hours(8);

/// How long a session lasts while nobody asks for anything.
const IDLE: TimeDelta = TimeDelta::minutes(60);

/// How long an invitation can be redeemed.
const INVITATION: TimeDelta = TimeDelta::days(14);

/// How long phones take part in a working meeting at most.
const WORKSHOP: TimeDelta = TimeDelta::hours(10);

/// How many phones take part in one at most.
pub const MOST_PHONES: u32 = 60;

/// How exactly it is kept when a session was last used: a page that is read writes nothing.
const SEEN: TimeDelta = TimeDelta::minutes(5);

/// How long what has ended is still known, so that who comes late is told so.
pub const KNOWN_AFTER: TimeDelta = TimeDelta::days(30);

/// The SHA-256 of the random token that somebody holds: the token itself is nowhere kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TokenHash([u8; 32]);

impl TokenHash {
    /// The hash of a token.
    pub fn of(token: &str) -> Self {
        Self(Sha256::digest(token.as_bytes()).into())
    }

    /// Reads the 64 digits that it is written with.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 64 || !text.is_ascii() {
            return None;
        }
        let mut bytes = [0; 32];
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[2 * at..2 * at + 2], 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl fmt::Display for TokenHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// What a pass is for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PassKind {
    /// Somebody is signed in.
    Session,
    /// Somebody may set a password, by a link or a code.
    Invitation,
    /// Phones take part in a working meeting.
    Workshop(WorkshopPass),
}

/// What a pass of a working meeting names.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct WorkshopPass {
    /// The district.
    pub district: DistrictId,
    /// In which phase is entered.
    pub phase: PhaseId,
    /// Who holds it.
    pub holder: Holder,
}

/// Who holds a pass of a working meeting.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Holder {
    /// Everybody in the room: its link and its code are on the wall.
    Room {
        /// How many phones it has let in. None of them leaves before all do.
        phones: u32,
    },
    /// One phone.
    Phone {
        /// The pass that let it in, and under which everything is entered.
        room: TokenHash,
        /// The steps that it entered, which it may take back. They are in no backup, and go with the meeting.
        steps: Vec<i64>,
    },
}

/// Why a link or a code of a working meeting lets nobody in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// There is no such link, or it ended long ago.
    NoLink,
    /// Its time is over.
    Over,
    /// The phones were signed out, or whoever let them in may no longer.
    Ended,
    /// As many phones as may take part do so.
    Full,
}

impl PassKind {
    /// The word that is stored.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Invitation => "invitation",
            Self::Workshop(_) => "workshop",
        }
    }

    /// The kind of a word, with what one of a working meeting names.
    pub fn from_code(code: &str, workshop: Option<WorkshopPass>) -> Option<Self> {
        match (code, workshop) {
            ("session", None) => Some(Self::Session),
            ("invitation", None) => Some(Self::Invitation),
            ("workshop", Some(workshop)) => Some(Self::Workshop(workshop)),
            _ => None,
        }
    }

    /// What one of a working meeting names.
    pub fn workshop(&self) -> Option<&WorkshopPass> {
        match self {
            Self::Workshop(workshop) => Some(workshop),
            Self::Session | Self::Invitation => None,
        }
    }
}

impl Holder {
    /// Who holds a pass by what is stored of it: one that names another was let in by that.
    pub fn stored(room: Option<TokenHash>, phones: u32, steps: Vec<i64>) -> Self {
        match room {
            Some(room) => Self::Phone { room, steps },
            None => Self::Room { phones },
        }
    }

    /// The pass that let a phone in.
    pub fn room(&self) -> Option<TokenHash> {
        match self {
            Self::Room { .. } => None,
            Self::Phone { room, .. } => Some(*room),
        }
    }

    /// How many phones a room's has let in.
    pub fn phones(&self) -> u32 {
        match self {
            Self::Room { phones } => *phones,
            Self::Phone { .. } => 0,
        }
    }

    /// The steps that a phone entered.
    pub fn steps(&self) -> &[i64] {
        match self {
            Self::Room { .. } => &[],
            Self::Phone { steps, .. } => steps,
        }
    }
}

/// What lets the holder of a token in, until it ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pass {
    /// What it is for.
    pub kind: PassKind,
    /// Whose it is.
    pub account: AccountId,
    /// Since when.
    pub created: DateTime<Utc>,
    /// When it was last used, to five minutes.
    pub seen: DateTime<Utc>,
    /// When it ends by itself.
    pub ends: DateTime<Utc>,
    /// Whether it was redeemed, signed out or replaced before.
    pub revoked: bool,
}

impl Pass {
    /// A session that begins.
    pub fn session(account: AccountId, now: DateTime<Utc>) -> Self {
        Self::new(PassKind::Session, account, now, SESSION)
    }

    /// An invitation.
    pub fn invitation(account: AccountId, now: DateTime<Utc>) -> Self {
        Self::new(PassKind::Invitation, account, now, INVITATION)
    }

    /// The pass of a working meeting that an account opens to phones: until the end of the day, ten hours at most.
    pub fn room(
        account: AccountId,
        (district, phase): (DistrictId, PhaseId),
        (now, end_of_day): (DateTime<Utc>, DateTime<Utc>),
    ) -> Self {
        let holder = Holder::Room { phones: 0 };
        let kind = PassKind::Workshop(WorkshopPass {
            district,
            phase,
            holder,
        });
        let pass = Self::new(kind, account, now, WORKSHOP);
        Self {
            ends: pass.ends.min(end_of_day),
            ..pass
        }
    }

    /// The same pass of a room with one phone more, and the phone's; none where it is no room's, or the room is full.
    pub fn let_in(&self, own: TokenHash, now: DateTime<Utc>) -> Option<(Self, Self)> {
        let workshop = self.kind.workshop()?;
        let Holder::Room { phones } = workshop.holder else {
            return None;
        };
        let of = |holder| {
            let workshop = workshop.clone();
            PassKind::Workshop(WorkshopPass { holder, ..workshop })
        };
        let phone = Holder::Phone {
            room: own,
            steps: Vec::new(),
        };
        let one_more = Holder::Room { phones: phones + 1 };
        (phones < MOST_PHONES).then(|| {
            let kept = Self {
                kind: of(one_more),
                ..self.clone()
            };
            let phone = Self {
                kind: of(phone),
                created: now,
                seen: now,
                ..self.clone()
            };
            (kept, phone)
        })
    }

    /// The same pass of a phone with one step more that it entered; none where it is no phone's, or knows the step.
    pub fn with_step(&self, step: i64) -> Option<Self> {
        let workshop = self.kind.workshop()?;
        let room = workshop.holder.room()?;
        let mut steps = workshop.holder.steps().to_vec();
        if steps.contains(&step) {
            return None;
        }
        steps.push(step);
        let kind = PassKind::Workshop(WorkshopPass {
            holder: Holder::Phone { room, steps },
            ..workshop.clone()
        });
        Some(Self {
            kind,
            ..self.clone()
        })
    }

    fn new(kind: PassKind, account: AccountId, now: DateTime<Utc>, lasts: TimeDelta) -> Self {
        Self {
            kind,
            account,
            created: now,
            seen: now,
            ends: now + lasts,
            revoked: false,
        }
    }

    /// Whether it lets anybody in.
    pub fn is_valid(&self, now: DateTime<Utc>) -> bool {
        let idle = self.kind == PassKind::Session && now - self.seen >= IDLE;
        !self.revoked && !idle && now < self.ends
    }

    /// Whether its use is to be written down again.
    pub fn is_to_be_seen(&self, now: DateTime<Utc>) -> bool {
        now - self.seen >= SEEN
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp_millis(1_700_000_000_000).expect("a time")
    }

    fn account() -> AccountId {
        AccountId::parse("a").expect("an id")
    }

    #[test]
    fn a_session_ends_after_eight_hours_or_sixty_idle_minutes() {
        let mut session = Pass::session(account(), now());
        let after = |minutes| now() + TimeDelta::minutes(minutes);
        assert!(session.is_valid(after(59)));
        assert!(!session.is_valid(after(60)));
        session.seen = after(479);
        assert!(session.is_valid(after(479)));
        assert!(!session.is_valid(after(480)));
    }

    #[test]
    fn an_invitation_is_good_for_fourteen_days_and_once() {
        let mut invitation = Pass::invitation(account(), now());
        let after = |days| now() + TimeDelta::days(days);
        assert!(invitation.is_valid(after(13)));
        assert!(!invitation.is_valid(after(14)));
        invitation.revoked = true;
        assert!(!invitation.is_valid(now()));
    }

    fn room_at(now: DateTime<Utc>, end_of_day: DateTime<Utc>) -> Pass {
        let district = DistrictId::parse("mitte").expect("a slug");
        let phase = PhaseId::parse("2").expect("an id");
        Pass::room(account(), (district, phase), (now, end_of_day))
    }

    #[test]
    fn phones_take_part_until_the_day_ends_and_ten_hours_at_most() {
        let after = |hours| now() + TimeDelta::hours(hours);
        let short = room_at(now(), after(3));
        assert!(short.is_valid(after(2)) && !short.is_valid(after(3)));
        let long = room_at(now(), after(15));
        assert!(long.is_valid(after(9)) && !long.is_valid(after(10)));
    }

    #[test]
    fn a_room_lets_in_sixty_phones_which_end_with_it() {
        let own = TokenHash::of("room");
        let mut room = room_at(now(), now() + TimeDelta::hours(3));
        for _ in 0..MOST_PHONES {
            let (kept, phone) = room
                .let_in(own, now() + TimeDelta::hours(1))
                .expect("there is a place");
            assert_eq!(phone.ends, room.ends);
            assert_eq!(phone.let_in(own, now()), None, "a phone lets nobody in");
            room = kept;
        }
        assert_eq!(room.let_in(own, now()), None);
    }

    #[test]
    fn a_phone_knows_each_of_its_steps_once() {
        let room = room_at(now(), now() + TimeDelta::hours(3));
        let (_, phone) = room.let_in(TokenHash::of("room"), now()).expect("a place");
        let phone = phone.with_step(7).expect("it is new");
        assert_eq!(phone.with_step(7), None);
        let workshop = phone.kind.workshop().expect("one of a meeting");
        assert_eq!(workshop.holder.steps(), [7]);
        assert_eq!(room.with_step(7), None, "a room enters nothing");
    }

    #[test]
    fn the_use_of_a_session_is_written_down_every_five_minutes() {
        let session = Pass::session(account(), now());
        assert!(!session.is_to_be_seen(now() + TimeDelta::seconds(299)));
        assert!(session.is_to_be_seen(now() + TimeDelta::minutes(5)));
    }

    #[test]
    fn the_hash_of_a_token_is_read_as_it_was_written() {
        let hash = TokenHash::of("abc");
        assert!(hash.to_string().starts_with("ba7816bf"));
        assert_eq!(TokenHash::parse(&hash.to_string()), Some(hash));
        for text in ["", "xy", &"g".repeat(64), &"é".repeat(32)] {
            assert_eq!(TokenHash::parse(text), None);
        }
    }
}
