//! What every store promises.

mod accounts;
mod algebra;
pub mod backup;
pub mod contact;
mod crowd;
mod erase;
mod forbidden;
mod history;
pub mod killed;
mod open;
pub mod phones;
mod places;
mod programme;
mod reading;
mod releases;
mod reshape;
mod watch;
mod writing;

use libtest_mimic::Trial;

use crate::place::Backend;

/// The whole contract as trials on one store.
pub fn trials(backend: Backend) -> Vec<Trial> {
    [
        reading::trials,
        programme::trials,
        watch::trials,
        writing::trials,
        forbidden::trials,
        history::trials,
        contact::trials,
        places::trials,
        releases::trials,
        reshape::trials,
        open::trials,
        accounts::trials,
        phones::trials,
        algebra::trials,
        crowd::trials,
        killed::trials,
        erase::trials,
        backup::trials,
    ]
    .into_iter()
    .flat_map(|trials| trials(&backend))
    .collect()
}
