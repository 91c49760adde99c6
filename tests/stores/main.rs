//! What holds for every store: each trial of the contract runs on each of them.
//!
//! `cargo test --test stores` runs all, `cargo test --test stores sqlite::` those of one store.

mod alike;
mod contract;
mod exchanged;
mod explore;
mod far;
mod instances;
mod left;
mod moves;
mod neo4j;
mod place;
mod planted;
mod server;
mod sqlite;
mod trips;

use libtest_mimic::{Arguments, Trial};

use place::Backend;

fn main() {
    contract::killed::write_if_asked();
    left::end_if_asked();
    let arguments = Arguments::from_args();
    let mut trials: Vec<Trial> = backends().into_iter().flat_map(contract::trials).collect();
    trials.extend(sqlite::trials());
    trials.extend(neo4j::trials());
    let conclusion = libtest_mimic::run(&arguments, trials);
    server::stop_all();
    conclusion.exit();
}

/// The stores under trial.
fn backends() -> Vec<Backend> {
    vec![sqlite::backend(), neo4j::backend()]
}
