//! Each statement under queries/ is one, is bound once, and gets all that it asks for.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn a_file_holds_one_statement() {
    for (name, text) in statements() {
        let code: String = code(&text);
        assert!(!code.trim().is_empty(), "{name} holds none");
        assert!(!code.contains(';'), "{name} holds a semicolon");
    }
}

#[test]
fn every_statement_of_the_store_is_bound_once_with_all_its_parameters() {
    let mut bound: BTreeMap<String, usize> = BTreeMap::new();
    let statements = statements();
    for path in files(&root().join("src/store/neo4j"), "rs") {
        let source = fs::read_to_string(&path).expect("a source");
        for (at, begun) in source.match_indices("cypher!(\"") {
            let (before, place) = (&source[..at], &source[at + begun.len()..]);
            let (name, rest) = place.split_once("\")").expect("it is closed");
            *bound.entry(name.to_owned()).or_default() += 1;
            // What these two set is said where they are made.
            let given = match () {
                () if before.ends_with("OfRows(") => ["district", "rows"].map(str::to_owned).into(),
                () if before.ends_with("OfIds(") => ["district", "ids"].map(str::to_owned).into(),
                () => given(rest),
            };
            assert_eq!(given, parameters(&statements[name]), "{name}");
        }
    }
    for name in statements
        .keys()
        .filter(|name| !name.starts_with("explore/"))
    {
        assert_eq!(bound.remove(name), Some(1), "{name}");
    }
    assert!(bound.is_empty(), "for people only: {bound:?}");
}

#[test]
fn an_index_that_is_named_is_sought_in_and_never_looked_through() {
    for (name, text) in statements() {
        let named = code(&text).matches("USING INDEX ").count();
        let sought = code(&text).matches("USING INDEX SEEK ").count();
        assert_eq!(named, sought, "{name}");
    }
}

#[test]
fn a_question_for_people_says_what_it_shows_and_takes_no_contact_for_a_tie() {
    let statements = statements();
    let questions = statements
        .iter()
        .filter(|(name, _)| name.starts_with("explore/"));
    let mut asked = 0;
    for (name, text) in questions {
        asked += 1;
        let first = text.lines().next().expect("a line");
        assert!(
            first.starts_with("// "),
            "{name} does not say what it shows"
        );
        for parameter in parameters(text) {
            let example = format!("{parameter}: ");
            let (_, examples) = first.split_once(":param {").expect(name);
            assert!(
                examples.contains(&example),
                "{name}: no example of {parameter}"
            );
        }
        let ties = code(text).matches(":COOPERATES").count();
        let reported = code(text).matches(".strength > 0").count();
        assert!(reported >= ties, "{name} takes a strength of 0 for a tie");
    }
    assert!(asked >= 7, "{asked} questions");
}

/// What a binding sets: the names in the list that follows it at once, if there is one.
fn given(rest: &str) -> BTreeSet<String> {
    let rest = rest.trim_start();
    let Some(list) = rest.strip_prefix(".with([") else {
        return BTreeSet::new();
    };
    let (list, _) = list.split_once("])").expect("it is closed");
    let list: String = list.chars().filter(|c| !c.is_whitespace()).collect();
    list.split("(\"")
        .skip(1)
        .filter_map(|entry| Some(entry.split_once('"')?.0.to_owned()))
        .collect()
}

/// What a statement asks for.
fn parameters(text: &str) -> BTreeSet<String> {
    code(text)
        .split('$')
        .skip(1)
        .map(|rest| {
            let name = rest
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_');
            name.collect::<String>()
        })
        // `$(…)` is a type made from a value, not a parameter.
        .filter(|name| !name.is_empty())
        .collect()
}

/// A statement without its comments.
fn code(text: &str) -> String {
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// All statements by their names, such as `actor/create`.
fn statements() -> BTreeMap<String, String> {
    let folder = root().join("queries");
    files(&folder, "cypher")
        .into_iter()
        .map(|path| {
            let name = path
                .strip_prefix(&folder)
                .expect("inside")
                .with_extension("");
            let text = fs::read_to_string(&path).expect("a text");
            (name.to_str().expect("plain names").to_owned(), text)
        })
        .collect()
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|e| e == extension) {
            found.push(path);
        }
    }
    found
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
