//! What every store promises.

mod reading;
mod writing;

use libtest_mimic::Trial;

use crate::place::Backend;

/// The whole contract as trials on one store.
pub fn trials(backend: Backend) -> Vec<Trial> {
    let mut trials = reading::trials(&backend);
    trials.extend(writing::trials(&backend));
    trials
}
