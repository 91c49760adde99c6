//! The ordinary tests, one module per area.

mod analysis;
<<<<<<< HEAD
mod export;
mod import;
mod journey;
mod map;
mod queries;
=======
mod cli;
mod domain;
mod export;
mod import;
mod journey;
mod layers;
>>>>>>> 8fe123d (Run the tests of the layers and the command line)
mod web;
