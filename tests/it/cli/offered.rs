//! Pictures of the offers of plain files, which are as strict about them as an import, and reports, which are not.

use super::Desk;

const ACTORS: &str = "\
id,name,department
k1,Elternberatung,Jugendamt
k2,Elternberatung,Gesundheitsamt
a,RSD,Jugendamt
b,KJGD,Gesundheitsamt
";
const TIES: &str = "from,to,strength\na,b,3\nk1,k2,2\n";
const HEADER: &str = "name,life_phases,fields,providers";

/// A folder with plain files in which one row is an offer.
fn offering(row: &str) -> Desk {
    let desk = Desk::new();
    desk.put("actors.csv", ACTORS);
    desk.put("ties.csv", TIES);
    desk.put("offers.csv", &format!("{HEADER}\n{row}\n"));
    desk
}

const FILES: [&str; 3] = ["actors.csv", "ties.csv", "offers.csv"];

/// What both pictures of offers, for both audiences, say when they are refused; a report and the other pictures of the
/// same files are made.
fn refused(row: &str) -> String {
    let desk = offering(row);
    desk.ok(&[&["report"], &FILES[..]].concat());
    desk.ok(&[&["map"], &FILES[..], &["-o", "network.svg"]].concat());
    let mut all = Vec::new();
    let views = [
        &["--view", "chain"][..],
        &["--view", "offer", "--offer", "Café"],
    ];
    for view in views {
        for audience in ["working", "leadership"] {
            let rest = ["--audience", audience, "-o", "offers.svg", "--lang", "en"];
            let (status, said) = desk.fails(&[&["map"], &FILES[..], view, &rest].concat());
            assert_eq!(status, 1, "{said}");
            assert!(!desk.path().join("offers.svg").exists());
            all.push(said);
        }
    }
    all.dedup();
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

fn holds(said: &str, parts: &[&str]) {
    for part in parts {
        assert!(said.contains(part), "{part:?} is missing in\n{said}");
    }
}

#[test]
fn offers_without_doubts_are_drawn() {
    let desk = offering("Café,Schwangerschaft,Bildung,k1; KJGD");
    let chain = ["--view", "chain", "-o", "chain.svg"];
    desk.ok(&[&["map"], &FILES[..], &chain].concat());
    assert!(desk.path().join("chain.svg").exists());
}

#[test]
fn an_unknown_life_phase_or_field_is_told_with_the_known_ones() {
    let said = refused("Café,Schwangerschft,Bildun,KJGD");
    holds(
        &said,
        &[
            "offers.csv",
            "row 2",
            "life_phases",
            "Schwangerschft",
            "Pregnancy & birth",
        ],
    );
    holds(&said, &["fields", "“Bildun”", "Did you mean “Education”?"]);
}

#[test]
fn a_name_that_several_functions_bear_is_told_with_their_departments() {
    let said = refused("Café,Schwangerschaft,Bildung,KJGD; Elternberatung");
    holds(
        &said,
        &[
            "offers.csv",
            "row 2",
            "providers",
            "Elternberatung",
            "Elternberatung (Gesundheitsamt), Elternberatung (Jugendamt)",
        ],
    );
}

#[test]
fn a_provider_who_is_nobody_of_the_files_is_told_with_the_nearest() {
    let said = refused("Café,Schwangerschaft,Bildung,Elternberatun");
    holds(
        &said,
        &[
            "offers.csv",
            "row 2",
            "providers",
            "“Elternberatun”",
            "“Elternberatung”",
        ],
    );
}
