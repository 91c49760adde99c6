//! Cancelling a computation whose answer is no longer wanted.

use std::fmt;
use std::sync::Arc;

/// Tells a long computation whether to go on.
///
/// Who starts the computation says when it ends; the computation itself knows no clock.
#[derive(Clone)]
pub struct Stop(Arc<dyn Fn() -> bool + Send + Sync>);

/// The computation was cancelled; there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("stopped before the end")]
pub struct Stopped;

impl Stop {
    /// Stops as soon as the condition is true; it must then stay true.
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

    /// Fails when the computation has been cancelled.
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
