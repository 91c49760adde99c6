//! The arrows between files: no circles of them, and the wings of the map point one way.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Each wing and each room of the map with those that it may name.
const WINGS: [(&str, &[&str]); 20] = [
    ("plane", &[]),
    ("error", &[]),
    ("hues", &["paper"]),
    ("parties", &["network"]),
    ("both_phases", &["error"]),
    ("quality", &["plane", "layout"]),
    ("layout", &["plane"]),
    ("paper", &["plane", "error"]),
    ("options", &["paper"]),
    (
        "network",
        &["plane", "error", "hues", "layout", "paper", "options"],
    ),
    (
        "offices",
        &[
            "plane",
            "error",
            "both_phases",
            "layout",
            "paper",
            "options",
            "network",
        ],
    ),
    ("materials", &["error"]),
    (
        "picture",
        &[
            "error",
            "paper",
            "options",
            "network",
            "offices",
            "materials",
        ],
    ),
    ("matrix", VIEW),
    (
        "change",
        &[
            "plane",
            "error",
            "both_phases",
            "hues",
            "parties",
            "paper",
            "options",
            "network",
        ],
    ),
    ("chain", VIEW),
    ("offer", VIEW),
    ("actor", VIEW),
    (
        "view",
        &[
            "error",
            "parties",
            "paper",
            "options",
            "network",
            "offices",
            "picture",
            "materials",
            "matrix",
            "change",
            "chain",
            "offer",
            "actor",
        ],
    ),
    // What the map shows to the other layers.
    ("mod", &[]),
];

/// What a view beside the network may name; none names another.
const VIEW: &[&str] = &[
    "plane", "error", "hues", "parties", "paper", "options", "network",
];

#[test]
fn no_files_name_each_other_in_a_circle() {
    let tree = Tree::read();
    let wrong: Vec<String> = circles(&tree.arrows())
        .iter()
        .map(|circle| circle.join(", "))
        .collect();
    assert!(wrong.is_empty(), "circles of files:\n{}", wrong.join("\n"));
}

#[test]
fn the_wings_of_the_map_point_one_way() {
    let wing = |file: &str| {
        let below = file.strip_prefix("map/")?;
        below.split('/').next().map(str::to_owned)
    };
    let mut wrong = Vec::new();
    for (from, to) in Tree::read().arrows() {
        let Some(own) = wing(&from) else { continue };
        let allowed = WINGS.iter().find(|(name, _)| *name == own);
        let (_, allowed) = allowed.unwrap_or_else(|| panic!("{own} has no place in the map"));
        for other in to.iter().filter_map(|file| Some((file, wing(file)?))) {
            let (file, other) = other;
            if other != own && !allowed.contains(&other.as_str()) {
                wrong.push(format!("{from} names {file}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_circle_is_seen_through_what_a_module_shows_of_its_files() {
    let sources = [
        ("", "mod a;\nmod b;"),
        ("a", "mod inner;\npub use inner::Thing;"),
        (
            "a/inner",
            "use crate::b::{self, other::More as Much};\npub struct Thing;",
        ),
        ("b", "type Maker = fn() -> crate::a::Thing;"),
        ("c", "use super::a;"),
    ];
    let files = sources.map(|(file, text)| (file.to_owned(), text.to_owned()));
    let tree = Tree {
        files: files.into_iter().collect(),
    };
    assert_eq!(circles(&tree.arrows()), [["a/inner", "b"]]);
}

/// Every source file, by its module's path with `/`, and its text without comments.
struct Tree {
    files: BTreeMap<String, String>,
}

/// A path that a file names, from the crate's root on, and whether the file shows it to others.
struct Named {
    path: Vec<String>,
    shown: bool,
}

impl Tree {
    fn read() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut files = BTreeMap::new();
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("src can be read") {
                let path = entry.expect("src can be listed").path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let below = path.strip_prefix(&root).expect("it was found there");
                let below = below.with_extension("");
                let below = below.to_str().expect("a plain name");
                let module = match below.strip_suffix("mod") {
                    Some(folder) if folder.ends_with('/') => folder.trim_end_matches('/'),
                    _ if ["lib", "main"].contains(&below) => "",
                    _ => below,
                };
                if path.extension().is_some_and(|ending| ending == "rs") && below != "main" {
                    let text = fs::read_to_string(&path).expect("a source file is text");
                    let code = text
                        .lines()
                        .map(|line| line.split("//").next().unwrap_or(""));
                    files.insert(module.to_owned(), code.collect::<Vec<_>>().join("\n"));
                }
            }
        }
        Self { files }
    }

    /// For each file the others that it names; not those that hold it, which only show what is in them.
    fn arrows(&self) -> BTreeMap<String, BTreeSet<String>> {
        let named: BTreeMap<&String, Vec<Named>> = self
            .files
            .iter()
            .map(|(file, text)| (file, self.named(file, text)))
            .collect();
        let mut shown: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
        for (file, named) in &named {
            for one in named.iter().filter(|one| one.shown) {
                let name = one.path.last().expect("a path has an end").clone();
                shown.insert(((*file).clone(), name), one.path.clone());
            }
        }
        named
            .into_iter()
            .map(|(file, named)| {
                let ends = named.iter().filter_map(|one| self.end(&one.path, &shown));
                let holds = |other: &String| {
                    other.is_empty() || *file == *other || file.starts_with(&format!("{other}/"))
                };
                (file.clone(), ends.filter(|other| !holds(other)).collect())
            })
            .collect()
    }

    /// The file in which what a path names is written.
    fn end(
        &self,
        path: &[String],
        shown: &BTreeMap<(String, String), Vec<String>>,
    ) -> Option<String> {
        let mut path = path.to_vec();
        let mut seen = BTreeSet::new();
        loop {
            let length = (0..=path.len()).rev();
            let mut lengths =
                length.filter(|length| self.files.contains_key(&path[..*length].join("/")));
            let length = lengths.next()?;
            let file = path[..length].join("/");
            let Some(name) = path.get(length) else {
                return Some(file);
            };
            let key = (file.clone(), name.clone());
            match shown.get(&key) {
                Some(there) if seen.insert(key) => {
                    path = there.iter().chain(&path[length + 1..]).cloned().collect();
                }
                _ => return Some(file),
            }
        }
    }

    /// The paths that a file names.
    fn named(&self, file: &str, text: &str) -> Vec<Named> {
        let mut named = Vec::new();
        for (at, word) in text.match_indices("use ") {
            let before = text[..at].rsplit('\n').next().unwrap_or("").trim();
            if !before.is_empty() && !before.starts_with("pub") {
                continue;
            }
            let tree = text[at + word.len()..].split(';').next().unwrap_or("");
            let mut paths = Vec::new();
            expand(tree, &[], &mut paths);
            let shown = !before.is_empty();
            let paths = paths
                .into_iter()
                .filter_map(|path| self.absolute(file, path));
            named.extend(paths.map(|path| Named { path, shown }));
        }
        for root in ["crate::", "super::"] {
            for (at, _) in text.match_indices(root) {
                let word = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
                let path: String = text[at..].chars().take_while(|c| word(*c)).collect();
                let before = text[..at].chars().next_back();
                if before.is_some_and(word) {
                    continue;
                }
                let path = path.split("::").filter(|part| !part.is_empty());
                let path = path.map(str::to_owned).collect();
                let path = self.absolute(file, path);
                named.extend(path.map(|path| Named { path, shown: false }));
            }
        }
        named.retain(|one| !one.path.is_empty());
        named
    }

    /// A path from the crate's root on; none of another crate.
    fn absolute(&self, file: &str, path: Vec<String>) -> Option<Vec<String>> {
        let mut own: Vec<String> = file.split('/').map(str::to_owned).collect();
        own.retain(|part| !part.is_empty());
        let mut rest = path.as_slice();
        match rest.first()?.as_str() {
            "crate" => return Some(rest[1..].to_vec()),
            "self" => rest = &rest[1..],
            "super" => {
                while rest.first().is_some_and(|part| part == "super") {
                    own.pop();
                    rest = &rest[1..];
                }
            }
            first => {
                own.push(first.to_owned());
                self.files.get(&own.join("/"))?;
                own.pop();
            }
        }
        own.extend(rest.iter().cloned());
        Some(own)
    }
}

/// The paths of a tree like `a::{b, c::{d, e as f}}`.
fn expand(tree: &str, before: &[String], into: &mut Vec<Vec<String>>) {
    let tree = tree.trim();
    let (path, group) = match tree.split_once('{') {
        Some((path, group)) => (path, group.trim_end().strip_suffix('}')),
        None => (tree.split(" as ").next().unwrap_or(tree), None),
    };
    let parts = path.split("::").map(str::trim);
    let parts = parts.filter(|part| !part.is_empty() && *part != "*");
    let mut whole = before.to_vec();
    whole.extend(parts.map(str::to_owned));
    let Some(group) = group else {
        if whole.last().is_some_and(|part| part == "self") && whole.len() > 1 {
            whole.pop();
        }
        into.push(whole);
        return;
    };
    let (mut depth, mut start) = (0, 0);
    for (at, c) in group.char_indices().chain([(group.len(), ',')]) {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                if !group[start..at].trim().is_empty() {
                    expand(&group[start..at], &whole, into);
                }
                start = at + 1;
            }
            _ => {}
        }
    }
}

/// The groups of files from each of which every other of its group can be reached.
fn circles(arrows: &BTreeMap<String, BTreeSet<String>>) -> Vec<Vec<String>> {
    let reach: BTreeMap<&String, BTreeSet<&String>> = arrows
        .keys()
        .map(|file| {
            let (mut found, mut open) = (BTreeSet::new(), vec![file]);
            while let Some(file) = open.pop() {
                let next = arrows.get(file).into_iter().flatten();
                open.extend(next.filter(|next| found.insert(*next)));
            }
            (file, found)
        })
        .collect();
    let mut circles: Vec<Vec<String>> = Vec::new();
    for (file, found) in &reach {
        let back = |other: &&&String| {
            reach
                .get(**other)
                .is_some_and(|reach| reach.contains(*file))
        };
        let circle: Vec<String> = found
            .iter()
            .filter(back)
            .map(|one| (*one).clone())
            .collect();
        if circle.len() > 1 && !circles.contains(&circle) {
            circles.push(circle);
        }
    }
    circles
}
