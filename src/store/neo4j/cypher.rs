//! The statements under queries/: each bound once by [`cypher!`], where it is used.

use std::borrow::Cow;

use neo4rs::{BoltType, Query};

use crate::domain::{Id, Text};

/// Keeps the server from planning a statement anew because a network has grown since: every large table in it names the
/// index that finds its rows, so another plan would be no better. It says `USING INDEX SEEK`: where little is stored yet,
/// looking through all of an index for each row seems as cheap as a seek, and that plan would stay.
pub(super) const PLANNED_ONCE: &str = "CYPHER replan=skip\n";

/// A statement of queries/; its name labels logs and errors.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cypher {
    pub name: &'static str,
    pub text: &'static str,
}

/// The statement in queries/NAME.cypher; a missing file does not compile.
macro_rules! cypher {
    ($name:literal) => {
        $crate::store::neo4j::cypher::Cypher {
            name: $name,
            text: include_str!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/queries/",
                $name,
                ".cypher"
            )),
        }
    };
}
pub(super) use cypher;

/// A statement with its parameters.
#[derive(Clone)]
pub(super) struct Statement {
    pub name: &'static str,
    pub text: Cow<'static, str>,
    pub parameters: Vec<(String, BoltType)>,
}

impl Statement {
    /// The same behind statements that answer nothing and name other parameters: all of them in one round trip.
    #[must_use]
    pub fn behind(mut self, first: impl IntoIterator<Item = Self>) -> Self {
        let mut text = PLANNED_ONCE.to_owned();
        for statement in first {
            text.push_str(&format!("CALL () {{\n{}}}\n", statement.text));
            self.parameters.extend(statement.parameters);
        }
        text.push_str(&self.text);
        self.text = text.into();
        self
    }

    /// What is sent to the server.
    pub fn query(self) -> Query {
        let parameters = self.parameters.into_iter();
        Query::new(self.text.into_owned()).params(parameters)
    }
}

impl Cypher {
    /// The statement with its parameters set.
    pub fn with<const N: usize>(self, parameters: [(&str, BoltType); N]) -> Statement {
        Statement {
            name: self.name,
            text: self.text.into(),
            parameters: parameters
                .map(|(key, value)| (key.to_owned(), value))
                .into(),
        }
    }
}

/// A map, as one row of a list that UNWIND takes apart.
pub(super) fn map<const N: usize>(entries: [(&str, BoltType); N]) -> BoltType {
    BoltType::Map(
        entries
            .into_iter()
            .map(|(key, value)| (key.into(), value))
            .collect(),
    )
}

/// A list of texts.
pub(super) fn texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> BoltType {
    texts.into_iter().collect()
}

/// A list of texts, or null where it is empty: a property less on each of ten thousand relationships.
pub(super) fn some_texts<'a>(all: impl IntoIterator<Item = &'a str>) -> BoltType {
    let all: Vec<BoltType> = all.into_iter().map(BoltType::from).collect();
    if all.is_empty() {
        BoltType::Null(neo4rs::BoltNull)
    } else {
        all.into_iter().collect()
    }
}

/// Whether something is so; null where it is not.
pub(super) fn flag(is_so: bool) -> BoltType {
    is_so.then_some(true).into()
}

/// A text, or null.
pub(super) fn text(text: Option<&Text>) -> BoltType {
    text.map(Text::as_str).into()
}

/// Ids, one a row.
pub(super) fn ids<'a, T: 'a>(ids: impl IntoIterator<Item = &'a Id<T>>) -> Vec<BoltType> {
    ids.into_iter().map(|id| id.as_str().into()).collect()
}
