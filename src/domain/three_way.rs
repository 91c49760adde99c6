//! What becomes of a record that two people changed at the same time.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// Fields that both sides changed, each to something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash<R> {
    /// The fields, each by its way through the record, such as `membership.department`.
    pub fields: Vec<String>,
    /// The record as it becomes where what was typed wins in these.
    pub mine: R,
}

/// A record whose form was filled from what was `seen`, and of which something else may stand by now: what only one side
/// changed is taken, field by field, and entry by entry where a field holds one for each phase. Lists are taken whole.
pub fn three_way<R>(seen: &R, typed: &R, standing: &R) -> Result<R, Clash<R>>
where
    R: Serialize + DeserializeOwned + Clone,
{
    let mut clashes = Vec::new();
    let [seen, own, standing] = [seen, typed, standing].map(written);
    let merged = merged("", &seen, &own, &standing, &mut clashes);
    match (serde_json::from_value(merged), clashes.is_empty()) {
        (Ok(merged), true) => Ok(merged),
        (Ok(mine), false) => Err(Clash {
            fields: clashes,
            mine,
        }),
        // Each side can be read, both together cannot: one of them has to give way.
        (Err(_), _) => Err(Clash {
            fields: differing(&own, &standing),
            mine: typed.clone(),
        }),
    }
}

fn written<R: Serialize>(record: &R) -> Value {
    serde_json::to_value(record).expect("a record is written as its history is")
}

fn merged(
    way: &str,
    seen: &Value,
    typed: &Value,
    standing: &Value,
    clashes: &mut Vec<String>,
) -> Value {
    if typed == seen || typed == standing {
        return standing.clone();
    }
    if standing == seen {
        return typed.clone();
    }
    let nothing = Map::new();
    let before = match seen {
        Value::Object(seen) => Some(seen),
        // What both sides began without: their fields are compared with none.
        Value::Null => Some(&nothing),
        _ => None,
    };
    let (Some(before), Value::Object(own), Value::Object(other)) = (before, typed, standing) else {
        clashes.push(way.to_owned());
        return typed.clone();
    };
    let names = other
        .keys()
        .chain(own.keys().filter(|name| !other.contains_key(*name)));
    let mut fields = Map::new();
    for name in names {
        let [a, b, c] = [before, own, other].map(|of| of.get(name).unwrap_or(&Value::Null));
        let inner = match way {
            "" => name.clone(),
            way => format!("{way}.{name}"),
        };
        let field = merged(&inner, a, b, c, clashes);
        // An entry of a list by phase that one side took out is gone; a field of a record is written as none.
        let is_entry = !(own.contains_key(name) && other.contains_key(name));
        if !(is_entry && field.is_null()) {
            fields.insert(name.clone(), field);
        }
    }
    Value::Object(fields)
}

/// The fields in which two records differ.
fn differing(a: &Value, b: &Value) -> Vec<String> {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => {
            let names = a.keys().filter(|name| a.get(*name) != b.get(*name));
            names.cloned().collect()
        }
        _ => vec![String::new()],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Serialize};

    use super::{Clash, three_way};

    #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
    struct Record {
        name: String,
        note: Option<String>,
        kinds: Vec<u8>,
        by_phase: BTreeMap<String, String>,
        inner: Option<Inner>,
    }

    #[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
    struct Inner {
        place: String,
        level: Option<u8>,
    }

    fn record() -> Record {
        Record {
            name: "A".to_owned(),
            kinds: vec![1],
            by_phase: [("2020", "x"), ("2023", "y")]
                .map(|(key, value)| (key.to_owned(), value.to_owned()))
                .into(),
            inner: Some(Inner::default()),
            ..Record::default()
        }
    }

    #[test]
    fn what_only_one_side_changed_is_taken_from_both() {
        let seen = record();
        let mut typed = seen.clone();
        let mut standing = seen.clone();
        typed.name = "B".to_owned();
        typed.by_phase.remove("2020");
        typed.inner = Some(Inner {
            place: "here".to_owned(),
            level: None,
        });
        standing.note = Some("n".to_owned());
        standing.kinds = vec![1, 2];
        standing.by_phase.insert("2023".to_owned(), "z".to_owned());
        standing.inner = Some(Inner {
            place: String::new(),
            level: Some(2),
        });
        let merged = three_way(&seen, &typed, &standing).expect("no field twice");
        assert_eq!(merged.name, "B");
        assert_eq!(merged.note, standing.note);
        assert_eq!(merged.kinds, [1, 2]);
        assert_eq!(
            merged.by_phase,
            [("2023".to_owned(), "z".to_owned())].into()
        );
        let inner = merged.inner.expect("both have it");
        assert_eq!((inner.place.as_str(), inner.level), ("here", Some(2)));
    }

    #[test]
    fn what_both_changed_is_named_and_nothing_else_is_lost() {
        let seen = record();
        let mut typed = seen.clone();
        let mut standing = seen.clone();
        typed.kinds = vec![3];
        standing.kinds = vec![4];
        typed.by_phase.insert("2020".to_owned(), "mine".to_owned());
        standing.by_phase.remove("2020");
        standing.note = Some("n".to_owned());
        let Err(Clash { fields, mine }) = three_way(&seen, &typed, &standing) else {
            panic!("both changed the same")
        };
        assert_eq!(fields, ["by_phase.2020", "kinds"]);
        assert_eq!((mine.kinds, mine.note), (vec![3], standing.note));
        assert_eq!(mine.by_phase["2020"], "mine");
    }

    #[test]
    fn the_same_change_from_both_sides_is_none_to_decide() {
        let seen = record();
        let mut typed = seen.clone();
        typed.kinds = vec![3];
        assert_eq!(three_way(&seen, &typed, &typed.clone()), Ok(typed));
    }

    #[test]
    fn what_both_began_is_put_together_and_what_one_took_away_is_told() {
        let seen = Record {
            inner: None,
            ..record()
        };
        let with = |place: &str, level| Record {
            inner: Some(Inner {
                place: place.to_owned(),
                level,
            }),
            ..seen.clone()
        };
        let merged = three_way(&seen, &with("here", None), &with("here", Some(1)));
        assert_eq!(merged, Ok(with("here", Some(1))));
        let clash = three_way(&with("here", None), &with("there", None), &seen);
        assert_eq!(
            clash.expect_err("one moved it, one took it out").fields,
            ["inner"]
        );
    }
}
