//! **miteinander** maps who works with whom, on which offer, in a Berlin district's prevention chain, and shows where
//! offices work past each other.
//!
//! # Four ideas carry it
//!
//! A district with all its funding phases is one plain value, the [`domain::Network`]: departments, actors, where each
//! actor stands in each phase, offers, and what each side reports of its cooperation with another. It is small enough
//! (30 to 5,000 actors) to be loaded whole, kept by its head (a revision and the mark of the latest write), and handed to
//! pure functions.
//!
//! Everything that can be written is a list of [`domain::Change`]: one record before and after. The same list is the
//! preview of an import, the step in the history, and, turned round, its undo. [`domain::Network::apply`] is the one
//! judge of what is legal; it refuses with a named reason and leaves the network as it was.
//!
//! Figures and maps take a [`domain::Survey`], plain rows that come from a network or straight from files, and a
//! [`analysis::Selection`]. Together they give an [`analysis::Graph`], compressed once and handed to every measure.
//! No silo figure stands without what chance alone would give.
//!
//! Who reads decides what there is to read. A [`domain::Role`] goes through one gate, [`service::Service::see`], and gets
//! the working state or [`service::Released`], from which everything comes out by department: of the last state that was
//! released, which is a frozen survey ([`domain::FrozenState`]) and no longer changes. What leaders are told is
//! made in [`analysis::aggregate`] and nowhere else; pages, pictures and caches get it and have nothing to hold back.
//!
//! # The layers
//!
//! ```text
//! domain ← text ← analysis ← map        pure: values in, values out; no clock, no file, no database
//! domain, text ← exchange               bytes ↔ tables ↔ values
//! domain ← store                        one trait, two stores: an embedded file, a graph server
//! all ← service ← web, cli ← main       judge, write, cache; pages and commands
//! ```
//!
//! The pure layers but `exchange` are a crate of their own, `miteinander-core`, whose root is `src/core.rs`: dev builds
//! optimise it alone. A test holds these arrows.
//!
//! A list of changes takes this way: a page or command hands it to [`service::Service`], which judges it on the network
//! it holds; the [`store::Store`] writes it at the expected head in one transaction, or answers that somebody was
//! quicker; then it is judged again on what stands. What is computed for somebody has a [`domain::Stop`] and ends when
//! nobody waits for it any more.
//!
//! # Where to start reading
//!
//! [`domain::Network`] and [`domain::Change`] first, then [`store::Store`]. For figures, [`analysis::report`] is a table
//! of contents; the null models are in [`analysis::chance`]. For pictures, [`map::network()`]. For a page, the list of
//! routes in [`web`]. Whoever looks for a noun, say *offer*, finds a file of that name in each layer.

// Both panic when nobody reads any more; `cli::output` has what does not.
#![deny(clippy::print_stdout, clippy::print_stderr)]

pub use miteinander_core::{analysis, domain, map, text};

pub mod cli;
pub mod config;
pub mod exchange;
pub mod service;
pub mod store;
pub mod web;
