//! The arrows between the layers point one way, and the pure layers stay pure.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each layer with the layers whose paths it may name.
const ARROWS: [(&str, &[&str]); 11] = [
    ("domain", &[]),
    ("text", &["domain"]),
    ("analysis", &["domain", "text"]),
    ("map", &["domain", "text", "analysis"]),
    ("exchange", &["domain", "text"]),
    ("store", &["domain"]),
    (
        "service",
        &["domain", "text", "analysis", "map", "exchange", "store"],
    ),
    ("config", &["text"]),
    (
        "web",
        &[
            "domain", "text", "analysis", "map", "exchange", "store", "service",
        ],
    ),
    (
        "cli",
        &[
            "domain", "text", "analysis", "map", "exchange", "store", "service", "web", "config",
        ],
    ),
    ("main", &["cli"]),
];

/// Layers that take everything as an argument: no clock, no files, no network, no database.
const PURE: [&str; 5] = ["domain", "text", "analysis", "map", "exchange"];
const IMPURE: [&str; 12] = [
    "tokio::",
    "axum::",
    "neo4rs::",
    "rusqlite::",
    "moka::",
    "std::fs",
    "std::net",
    "std::env",
    "Utc::now",
    "Local::now",
    "SystemTime",
    "Instant::now",
];

#[test]
fn every_layer_names_only_the_layers_below_it() {
    let mut wrong = Vec::new();
    for (layer, file, source) in sources() {
        let allowed = ARROWS
            .iter()
            .find(|(name, _)| *name == layer)
            .map(|(_, allowed)| *allowed);
        let allowed = allowed.unwrap_or_else(|| panic!("{layer} has no place among the layers"));
        for named in named_layers(&source, &layer, &file) {
            if named != layer && !allowed.contains(&named.as_str()) {
                wrong.push(format!("{}: {layer} names {named}", file.display()));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "arrows pointing the wrong way:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn the_pure_layers_take_everything_as_an_argument() {
    let mut wrong = Vec::new();
    for (layer, file, source) in sources()
        .into_iter()
        .filter(|(layer, ..)| PURE.contains(&layer.as_str()))
    {
        for word in IMPURE.iter().filter(|word| source.contains(**word)) {
            wrong.push(format!("{}: {layer} names {word}", file.display()));
        }
    }
    assert!(
        wrong.is_empty(),
        "pure layers that reach outside:\n{}",
        wrong.join("\n")
    );
}

/// Pictures and tables are drawn from what is there: leaders get it aggregated, so that none of these can forget to ask.
#[test]
fn whatever_draws_or_writes_does_not_ask_who_reads() {
    let asks = |source: &str| source.contains("Audience::") || source.contains(".audience ==");
    let gate = Path::new("map/network/scene_of.rs");
    let layers = ["text", "map", "exchange", "cli"];
    let mut wrong = Vec::new();
    for (layer, file, source) in sources() {
        if layers.contains(&layer.as_str()) && file != gate && asks(&source) {
            wrong.push(file.display().to_string());
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn a_path_in_the_middle_of_a_line_is_seen() {
    let source = "fn f() { let x = crate::web::state(); }\npub use crate::{store::Error, map};\nuse super::super::cli;";
    let named = named_layers(source, "domain", Path::new("domain/actor.rs"));
    assert_eq!(
        named.into_iter().collect::<Vec<_>>(),
        ["cli", "map", "store", "web"]
    );
}

/// Every source file without its comments: its layer, its path below `src`, its text.
fn sources() -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("src can be read") {
            let path = entry.expect("src can be listed").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    let sources = files.into_iter().filter_map(|path| {
        let below = path
            .strip_prefix(&root)
            .expect("it was found there")
            .to_owned();
        let first = below.components().next().expect("a file has a name");
        let layer = first
            .as_os_str()
            .to_string_lossy()
            .trim_end_matches(".rs")
            .to_owned();
        let text = fs::read_to_string(&path).expect("a source file is text");
        let code = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        (!["lib", "core"].contains(&layer.as_str()))
            .then(|| (layer, below, code.collect::<Vec<_>>().join("\n")))
    });
    sources.collect()
}

/// The layers that a source names, by `crate::…`, by the crate's name, or by `super::` out of its own layer.
fn named_layers(source: &str, layer: &str, file: &Path) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    for root in ["crate::", "miteinander::"] {
        for (at, _) in source.match_indices(root) {
            collect(&source[at + root.len()..], &mut named);
        }
    }
    // `domain/actor.rs` is two modules deep: two `super::` lead to the crate's root. `mod.rs` is one less.
    let inside = file.components().count() - usize::from(file.ends_with("mod.rs"));
    let out = "super::".repeat(inside);
    for (at, _) in source.match_indices(&out) {
        collect(&source[at + out.len()..], &mut named);
    }
    named.remove(layer);
    named
}

/// The first segments of a path, or of each path of a `{…}` group.
fn collect(path: &str, named: &mut BTreeSet<String>) {
    let Some(group) = path.strip_prefix('{') else {
        let first: String = path
            .chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect();
        // Macros and items of the root are no layers.
        if ARROWS.iter().any(|(layer, _)| *layer == first) {
            named.insert(first);
        }
        return;
    };
    let mut depth = 0;
    let mut start = 0;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                collect(group[start..at].trim(), named);
                return;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                collect(group[start..at].trim(), named);
                start = at + 1;
            }
            _ => {}
        }
    }
}
