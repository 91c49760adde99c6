//! How often wrong passwords and codes may come from one address. A bound against programs, loose enough for a whole
//! office behind one address: who mistypes is not counted out, and waiting is over within seconds.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

/// How many wrong ones may come at once.
const AT_ONCE: i32 = 100;

/// After what time one more may.
const EACH: TimeDelta = TimeDelta::seconds(6);

/// How many addresses are kept in mind.
const ADDRESSES: usize = 10_000;

/// The wrong attempts of each address: until when they weigh, each six seconds long, one after the other.
#[derive(Debug, Clone, Default)]
pub struct Attempts(Arc<Mutex<HashMap<IpAddr, DateTime<Utc>>>>);

impl Attempts {
    /// In how many seconds an address may try again; none: now.
    pub fn wait(&self, from: IpAddr, now: DateTime<Utc>) -> Option<u32> {
        let until = *self.all().get(&network(from))?;
        let over = until - EACH * (AT_ONCE - 1) - now;
        let seconds = (over.num_milliseconds() + 999) / 1000;
        (seconds > 0).then(|| u32::try_from(seconds).unwrap_or(u32::MAX))
    }

    /// Counts a wrong attempt.
    pub fn failed(&self, from: IpAddr, now: DateTime<Utc>) {
        let mut all = self.all();
        if all.len() >= ADDRESSES {
            all.retain(|_, until| *until > now);
        }
        let from = network(from);
        if all.len() < ADDRESSES || all.contains_key(&from) {
            let until = all.entry(from).or_insert(now);
            *until = (*until).max(now) + EACH;
        }
    }

    fn all(&self) -> MutexGuard<'_, HashMap<IpAddr, DateTime<Utc>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What counts as one address: of the newer ones a household has 2^64.
fn network(from: IpAddr) -> IpAddr {
    match from {
        IpAddr::V4(_) => from,
        IpAddr::V6(ip) => IpAddr::V6(Ipv6Addr::from_bits(ip.to_bits() >> 64 << 64)),
    }
}

#[cfg(test)]
mod tests {
    use super::{ADDRESSES, AT_ONCE, Attempts, IpAddr, TimeDelta};
    use chrono::DateTime;

    #[test]
    fn a_hundred_wrong_ones_are_free_and_then_one_in_six_seconds() {
        let attempts = Attempts::default();
        let now = DateTime::from_timestamp(1_700_000_000, 0).expect("a time");
        let ip = |text: &str| -> IpAddr { text.parse().expect("an address") };
        let (one, other) = (ip("2001:db8::1"), ip("2001:db8:0:1::1"));
        for _ in 0..AT_ONCE {
            assert_eq!(attempts.wait(one, now), None);
            attempts.failed(one, now);
        }
        assert_eq!(attempts.wait(ip("2001:db8::2"), now), Some(6));
        assert_eq!(
            attempts.wait(one, now + TimeDelta::milliseconds(1)),
            Some(6)
        );
        assert_eq!(attempts.wait(one, now + TimeDelta::seconds(6)), None);
        assert_eq!(attempts.wait(other, now), None);
    }

    #[test]
    fn what_is_kept_in_mind_is_bounded() {
        let attempts = Attempts::default();
        let now = DateTime::from_timestamp(1_700_000_000, 0).expect("a time");
        for number in 0..u32::try_from(ADDRESSES).expect("a small number") + 10 {
            attempts.failed(IpAddr::V4(number.into()), now);
        }
        assert_eq!(attempts.all().len(), ADDRESSES);
        attempts.failed(IpAddr::V4(0.into()), now + TimeDelta::seconds(60));
        assert_eq!(attempts.all().len(), 1);
    }
}
