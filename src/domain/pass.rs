//! What lets somebody in for a while: a session, or an invitation.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};

use super::account::AccountId;

/// How long a session lasts at most.
const SESSION: TimeDelta = TimeDelta::hours(8);

/// How long a session lasts while nobody asks for anything.
const IDLE: TimeDelta = TimeDelta::minutes(60);

/// How long an invitation can be redeemed.
const INVITATION: TimeDelta = TimeDelta::days(14);

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PassKind {
    /// Somebody is signed in.
    Session,
    /// Somebody may set a password, by a link or a code.
    Invitation,
}

impl PassKind {
    const ALL: [Self; 2] = [Self::Session, Self::Invitation];

    /// The word that is stored.
    pub fn code(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Invitation => "invitation",
        }
    }

    /// The kind of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
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
