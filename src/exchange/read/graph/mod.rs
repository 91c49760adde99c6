//! Networks of graph programs (GraphML, GEXF) and our own JSON, as the sheets of tables.

mod document;
mod gexf;
mod graph_ml;
mod kind;
mod network;
mod tables;
mod xml;

pub(super) use kind::sheets;
