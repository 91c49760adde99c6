//! Statements of one write sent as one: a write takes few round trips, however many nouns it touches.
//!
//! Each statement stays a file of its own under queries/. Sent together, each becomes a subquery, and its parameters
//! and its answer get a number. The statements of a batch are run in their order.
//!
//! Planning such a statement takes the server a second, so its text is always the same: statements without rows are sent
//! beside those that have some, and all parameters are in one map, as the server plans anew for lists of another length.

use neo4rs::{BoltMap, BoltType, Row};

use super::cypher::{PLANNED_ONCE, Statement};
use super::trouble::{Trouble, trouble};
use crate::store::{Error, Violation};

/// How many statements are sent together: the server plans many in one for longer than it plans each of them.
const TOGETHER: usize = 8;

/// How many rows the statements sent together have at most, so that one answer never takes long.
const ROWS: usize = 25_000;

/// How many rows of one statement are kept together: groups are filled with these.
const PIECE: usize = 12_500;

/// In about how many groups even the largest write is sent; each takes two round trips.
const GROUPS: usize = 5;

/// The one parameter of statements sent together.
const PARAMETER: &str = "write";

/// Statements to be sent together.
#[derive(Default)]
pub(super) struct Batch {
    parts: Vec<Part>,
}

/// A statement, how many rows it has, and what it must answer.
struct Part {
    statement: Statement,
    rows: usize,
    must: Option<usize>,
}

impl Batch {
    /// A statement whose answer does not matter.
    pub fn run(&mut self, statement: Statement) {
        self.parts.push(Part {
            statement,
            rows: 1,
            must: None,
        });
    }

    /// A statement for rows that may have nothing to find.
    pub fn some(&mut self, rows: Vec<BoltType>, statement: impl Fn(BoltType) -> Statement) {
        self.parts.push(Part {
            rows: rows.len(),
            statement: statement(rows.into()),
            must: None,
        });
    }

    /// A statement that must answer this number: the graph knows no foreign keys, what it did not find it passes over.
    pub fn must(&mut self, statement: Statement, number: usize) {
        self.parts.push(Part {
            statement,
            rows: 1,
            must: Some(number),
        });
    }

    /// A statement for rows, each of which it must find or make.
    pub fn each(
        &mut self,
        rows: impl IntoIterator<Item = BoltType>,
        statement: impl Fn(BoltType) -> Statement,
    ) {
        let mut rows: Vec<BoltType> = rows.into_iter().collect();
        loop {
            let rest = rows.split_off(rows.len().min(PIECE));
            self.parts.push(Part {
                rows: rows.len(),
                must: Some(rows.len()),
                statement: statement(rows.into()),
            });
            if rest.is_empty() {
                return;
            }
            rows = rest;
        }
    }

    /// The statements in groups that are sent one after the other, without groups that have no rows.
    pub fn groups(mut self) -> Vec<Group> {
        let all: usize = self.parts.iter().map(|part| part.rows).sum();
        if all <= ROWS {
            let mut groups = self.all_groups();
            groups.retain(|group| group.0.iter().any(|part| part.rows > 0));
            return groups;
        }
        self.parts.retain(|part| part.rows > 0);
        let enough = ROWS.max(all.div_ceil(GROUPS));
        let mut groups = Vec::new();
        let (mut group, mut rows) = (Vec::new(), 0);
        for part in self.parts {
            if rows + part.rows > enough && !group.is_empty() {
                groups.push(Group(std::mem::take(&mut group)));
                rows = 0;
            }
            rows += part.rows;
            group.push(part);
        }
        if !group.is_empty() {
            groups.push(Group(group));
        }
        groups
    }

    /// The same by their places alone, with and without rows, so that the text of a group depends on neither.
    pub fn all_groups(self) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for part in self.parts {
            match groups.last_mut() {
                Some(group) if group.0.len() < TOGETHER => group.0.push(part),
                _ => groups.push(Group(vec![part])),
            }
        }
        groups
    }
}

/// Statements that are sent as one.
pub(super) struct Group(Vec<Part>);

impl Group {
    /// The one statement.
    pub fn statement(&self) -> Statement {
        let mut text = PLANNED_ONCE.to_owned();
        let mut parameters = BoltMap::default();
        let mut answers = Vec::new();
        for (number, part) in self.0.iter().enumerate() {
            let of_part = numbered(&part.statement.text, number);
            let of_part = match (part.must, of_part.rsplit_once(" AS ")) {
                (Some(_), Some((before, _))) => {
                    answers.push(format!("done_{number}"));
                    format!("{before} AS done_{number}\n")
                }
                _ => of_part,
            };
            text.push_str(&format!("CALL () {{\n{of_part}}}\n"));
            for (key, value) in &part.statement.parameters {
                parameters.put(format!("{key}_{number}").into(), value.clone());
            }
        }
        let answers = if answers.is_empty() {
            "0 AS done".to_owned()
        } else {
            answers.join(", ")
        };
        text.push_str(&format!("RETURN {answers}\n"));
        Statement {
            name: self.0.first().map_or("", |part| part.statement.name),
            text: text.into(),
            parameters: vec![(PARAMETER.to_owned(), BoltType::Map(parameters))],
        }
    }

    /// Refuses an answer in which something was not found.
    pub fn judge(&self, rows: &[Row]) -> Result<(), Trouble> {
        for (number, part) in self.0.iter().enumerate() {
            let (Some(must), name) = (part.must, part.statement.name) else {
                continue;
            };
            let done: Option<i64> = match rows.first() {
                Some(row) => row
                    .get(&format!("done_{number}"))
                    .map_err(|error| trouble(name, error.into()))?,
                None => None,
            };
            let done = done.unwrap_or_default();
            if usize::try_from(done) != Ok(must) {
                tracing::warn!(statement = name, done, must, "not all was found");
                return Err(Error::Violated(Violation::NotThere).into());
            }
        }
        Ok(())
    }
}

/// A statement with each parameter taken from the common map, by its name and a number. `$(…)` is a type made from a
/// value, and none.
fn numbered(text: &str, number: usize) -> String {
    let mut parts = text.split('$');
    let mut numbered = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part
            .find(|letter: char| !letter.is_alphanumeric() && letter != '_')
            .unwrap_or(part.len());
        let (name, rest) = part.split_at(end);
        if name.is_empty() {
            numbered.push('$');
        } else {
            numbered.push_str(&format!("${PARAMETER}.{name}_{number}"));
        }
        numbered.push_str(rest);
    }
    numbered
}

#[cfg(test)]
mod tests {
    use neo4rs::BoltType;

    use super::Batch;

    #[test]
    fn statements_sent_as_one_keep_their_parameters_and_answers_apart() {
        let mut batch = Batch::default();
        for district in ["a", "b"] {
            batch.each([BoltType::from("x")], |ids| {
                // Any statement with two parameters and an answer; the list of the store's own is tested elsewhere.
                super::Statement {
                    name: "test",
                    text: "FIND IN $district ONE OF $ids\nRETURN count(*) AS done\n".into(),
                    parameters: vec![
                        ("district".to_owned(), district.into()),
                        ("ids".to_owned(), ids),
                    ],
                }
            });
        }
        let [group] = &batch.groups()[..] else {
            panic!("two rows are sent at once");
        };
        let statement = group.statement();
        assert_eq!(
            statement.text,
            "CYPHER replan=skip\n\
             CALL () {\nFIND IN $write.district_0 ONE OF $write.ids_0\nRETURN count(*) AS done_0\n}\n\
             CALL () {\nFIND IN $write.district_1 ONE OF $write.ids_1\nRETURN count(*) AS done_1\n}\n\
             RETURN done_0, done_1\n"
        );
        let [(name, BoltType::Map(values))] = &statement.parameters[..] else {
            panic!("all parameters are in one map");
        };
        let mut keys: Vec<&str> = values.value.keys().map(|key| key.value.as_str()).collect();
        keys.sort_unstable();
        assert_eq!(
            (name.as_str(), keys),
            ("write", vec!["district_0", "district_1", "ids_0", "ids_1"])
        );
    }

    #[test]
    fn a_write_is_sent_in_the_same_words_whatever_it_writes() {
        let sent = |rows: [usize; 2]| {
            let mut batch = Batch::default();
            for rows in rows {
                batch.each(vec![BoltType::from(true); rows], |rows| super::Statement {
                    name: "test",
                    text: "EACH OF $rows\nRETURN count(*) AS done\n".into(),
                    parameters: vec![("rows".to_owned(), rows)],
                });
            }
            let groups = batch.groups();
            let texts = groups.iter().map(|group| group.statement().text);
            texts.collect::<Vec<_>>()
        };
        assert_eq!(sent([1, 0]), sent([0, 5_000]));
        assert_eq!(sent([1, 0]).len(), 1);
        assert!(sent([0, 0]).is_empty());
    }

    #[test]
    fn a_write_of_any_size_is_sent_in_few_groups() {
        for (rows, most) in [(20_000, 1), (100_000, 6), (800_000, 6)] {
            let mut batch = Batch::default();
            for one_of_four in [rows / 4; 4] {
                batch.each(vec![BoltType::from(true); one_of_four], |rows| {
                    super::Statement {
                        name: "test",
                        text: "".into(),
                        parameters: vec![("rows".to_owned(), rows)],
                    }
                });
            }
            let groups = batch.groups();
            assert!(groups.len() <= most, "{rows}: {}", groups.len());
            let sent = groups.iter().flat_map(|group| &group.0);
            assert_eq!(sent.map(|part| part.rows).sum::<usize>(), rows);
        }
    }
}
