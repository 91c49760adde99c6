//! A computation whose answer nobody waits for any more.

use std::fmt;
use std::sync::Arc;

/// Is asked by a long computation whether it still is to go on.
///
/// Who starts the computation says when it ends; the computation itself knows no clock.
#[derive(Clone)]
pub struct Stop(Arc<dyn Fn() -> bool + Send + Sync>);

/// A computation that was stopped before its end; there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("stopped before the end")]
pub struct Stopped;

impl Stop {
    /// Stops once this is true, which it has to stay.
    pub fn when(stopped: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        Self(Arc::new(stopped))
    }

    /// Never stops.
    pub fn never() -> Self {
        Self::when(|| false)
    }

    /// Whether nobody waits any more.
    pub fn is_raised(&self) -> bool {
        (self.0)()
    }

    /// Ends the computation where nobody waits any more.
    pub fn check(&self) -> Result<(), Stopped> {
        match self.is_raised() {
            true => Err(Stopped),
            false => Ok(()),
        }
    }
}

impl fmt::Debug for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Stop").field(&self.is_raised()).finish()
    }
}
