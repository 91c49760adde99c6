//! What a handler is given from outside: the time, and numbers that nobody can guess.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Tells the time.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>);

/// Draws numbers for requests, forms and uploads.
#[derive(Clone)]
pub struct Draw(Arc<dyn Fn() -> Uuid + Send + Sync>);

impl Clock {
    /// The clock of this machine.
    pub fn of_this_machine() -> Self {
        Self::new(Utc::now)
    }

    /// Another clock.
    pub fn new(now: impl Fn() -> DateTime<Utc> + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// The time.
    pub fn now(&self) -> DateTime<Utc> {
        (self.0)()
    }
}

impl Draw {
    /// Random numbers of this machine.
    pub fn of_this_machine() -> Self {
        Self::new(Uuid::new_v4)
    }

    /// Other numbers.
    pub fn new(draw: impl Fn() -> Uuid + Send + Sync + 'static) -> Self {
        Self(Arc::new(draw))
    }

    /// The next number.
    pub fn number(&self) -> Uuid {
        (self.0)()
    }
}
