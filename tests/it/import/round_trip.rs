//! What is taken in can be given out and taken in again.

use miteinander::domain::{Change, Edit, Network};
use miteinander::exchange::{Format, Input, export};

use super::Filled;
use crate::export::drawn;

fn seed() -> Vec<Input> {
    ["organisationen", "funktionen", "angebote", "zusammenarbeit"]
        .map(|name| {
            let path = format!(
                "{}/seed/musterbezirk/{name}.csv",
                env!("CARGO_MANIFEST_DIR")
            );
            Input {
                name: format!("{name}.csv"),
                bytes: std::fs::read(path).expect("the seed is part of the project"),
            }
        })
        .to_vec()
}

#[test]
fn the_demonstration_is_read_and_the_same_files_again_change_nothing() {
    let mut district = Filled::new();
    let changes = district.take(&seed());
    assert!(changes > 500, "{changes}");
    assert_eq!(district.plan(&seed()).expect("no fault").len(), 0);
}

/// The network as a workbook can hold it: with others for two characters that XML lacks.
fn without_what_xml_lacks(network: &Network) -> Network {
    let changes = Network::default().diff(network);
    let json = serde_json::to_string(&changes).expect("changes are JSON");
    let json = json.replace(['\u{fffe}', '\u{ffff}'], "x");
    let changes: Vec<Change> = serde_json::from_str(&json).expect("still changes");
    let mut left = Network::default();
    for change in changes {
        match change {
            Change::Department(edit) => left.departments.extend(edit.after.map(|v| (edit.key, v))),
            Change::Actor(edit) => left.actors.extend(edit.after.map(|v| (edit.key, v))),
            Change::Membership(edit) => left.memberships.extend(edit.after.map(|v| (edit.key, v))),
            Change::Offer(edit) => {
                let Edit { key, after, .. } = *edit;
                left.offers.extend(after.map(|v| (key, v)));
            }
            Change::Report(edit) => left.reports.extend(edit.after.map(|v| (edit.key, v))),
            Change::Release(_) | Change::OpenPoint(_) => unreachable!("no file brings one"),
            Change::District(_) | Change::Phase(_) => unreachable!("no record of a network"),
        }
    }
    left
}

#[test]
fn an_export_comes_in_again_as_the_same_network() {
    for seed in 0..20 {
        for format in [Format::Xlsx, Format::CsvZip] {
            let mut given = drawn::network(seed, 25);
            if format == Format::Xlsx {
                given.network = without_what_xml_lacks(&given.network);
                let actors = &given.network.actors;
                given.contacts.retain(|id, _| actors.contains_key(id));
            }
            let mut content = given.content();
            content.contacts = Some(&given.contacts);
            let file = Input {
                name: format!("stand.{}", format.ending()),
                bytes: export(&content, format).expect("a legal network can be written"),
            };
            let mut district = Filled::default();
            district.take(std::slice::from_ref(&file));
            let differences = district.network.diff(&given.network);
            assert_eq!(differences, [], "{format:?} of {seed}");
            assert_eq!(district.contacts, given.contacts);
            assert_eq!(district.plan(&[file]).expect("no fault").len(), 0);
        }
    }
}
