//! A district's own template and its export: what is entered is offered, what is new is taken, nothing is changed by it.

use std::collections::BTreeMap;

use calamine::Reader;
use miteinander::domain::{Network, Programme};
use miteinander::exchange::{
    Content, Format, ImportOptions, Input, Plan, plan, read_tables, template_of,
};
use miteinander::text::Lang;

use super::template::{converted, filled, opened, rows, xml};
use super::{Given, drawn};
use crate::import::{Filled, file};

/// A district of two offices with three functions.
fn district() -> Given {
    let mut filled = Filled::new();
    filled.take(&[
        file(
            "organisationen.csv",
            "Name;Kürzel;Art;Geschäftsbereich\nJugendamt;Jug;Fachamt;III\nLindenhof gGmbH;;freier Träger;\n",
        ),
        file(
            "funktionen.csv",
            "Funktion oder Einrichtung;Amt / Organisation;Fachbereich;Förderphase\n\
             RSD Süd;Jugendamt;RSD;2023–\nRSD Nord;Jugendamt;RSD;2023–\nFamilienzentrum;Lindenhof gGmbH;;2023–\n\
             Früher dabei;Jugendamt;;2019–2022\n",
        ),
        file(
            "angebote.csv",
            "Angebot;Lebensphasen;Handlungsfelder;Träger / Durchführung\nElterncafé;0–3;Teilhabe;Familienzentrum\n",
        ),
    ]);
    Given {
        programme: filled.programme,
        network: filled.network,
        ..drawn::network(1, 1)
    }
}

fn written(given: &Given, lang: Lang) -> Vec<u8> {
    let content = Content {
        lang,
        ..given.content()
    };
    template_of(&content).expect("the template can be written")
}

fn planned(name: &str, bytes: Vec<u8>, network: &Network, programme: &Programme) -> Plan {
    let input = Input {
        name: name.to_owned(),
        bytes,
    };
    let tables = read_tables(&[input]).expect("no fault");
    plan(
        &tables,
        network,
        &BTreeMap::new(),
        programme,
        &ImportOptions::default(),
    )
    .unwrap_or_else(|faults| panic!("{}", faults.say(Lang::En)))
}

fn column(rows: &[Vec<String>], place: usize) -> Vec<&str> {
    let cells = rows[1..].iter().map(|row| row[place].as_str());
    cells.filter(|cell| !cell.is_empty()).collect()
}

#[test]
fn a_districts_template_offers_what_is_entered_there() {
    let given = district();
    let bytes = written(&given, Lang::De);
    let lists = rows(&bytes, "Listen");
    assert_eq!(column(&lists, 0), ["Jugendamt", "Lindenhof gGmbH"]);
    assert_eq!(
        column(&lists, 1),
        ["RSD Nord", "RSD Süd", "Familienzentrum"],
        "of the running phase, office by office"
    );
    assert_eq!(column(&lists, 2), ["Elterncafé"]);
    assert_eq!(column(&lists, 3), ["RSD"]);
    assert_eq!(
        column(&lists, 5),
        [
            "RSD Nord",
            "RSD Süd",
            "Familienzentrum",
            "Jugendamt",
            "Lindenhof gGmbH",
            "RSD"
        ]
    );
    let entered = rows(&bytes, "Organisationen");
    assert_eq!(entered[1].join(" | "), "Jugendamt | Jug | Fachamt | III | ");
    assert_eq!(
        rows(&bytes, "Funktionen")[0].join(" | "),
        "Funktion oder Einrichtung* | Amt / Organisation* | Fachbereich | Art | Ebene | Kernteam | geantwortet"
    );
    let functions = xml(&bytes, "xl/worksheets/sheet3.xml");
    for list in ["Liste_Organisationen", "Liste_Fachbereiche", "Gremium"] {
        assert!(functions.contains(list), "{list}");
    }
}

#[test]
fn new_names_are_warned_of_and_codes_refused() {
    let bytes = written(&district(), Lang::De);
    for (sheet, list, style) in [
        (3, "Liste_Organisationen", Some("errorStyle=\"warning\"")),
        (3, "Liste_Fachbereiche", Some("errorStyle=\"warning\"")),
        (5, "Liste_Funktionen", Some("errorStyle=\"warning\"")),
        // Several may stand in a cell: nothing is said at all.
        (4, "Liste_Beteiligte", None),
        (5, "Liste_Angebote", None),
    ] {
        let xml = xml(&bytes, &format!("xl/worksheets/sheet{sheet}.xml"));
        let rules = xml.split("<dataValidation ").skip(1);
        let mut rules = rules.filter(|rule| rule.contains(&format!(">{list}<")));
        let rule = rules.next().expect("a rule for the list");
        match style {
            Some(style) => assert!(rule.contains(style), "{rule}"),
            None => assert!(!rule.contains("showErrorMessage=\"1\""), "{rule}"),
        }
    }
}

#[test]
fn a_districts_own_template_changes_nothing_as_it_is() {
    let given = district();
    for lang in [Lang::De, Lang::En] {
        let plan = planned(
            "netz.xlsx",
            written(&given, lang),
            &given.network,
            &given.programme,
        );
        assert!(plan.is_empty(), "{:?}", plan.network);
    }
    for seed in 0..6 {
        let given = drawn::network(seed, 12);
        let plan = planned(
            "netz.xlsx",
            written(&given, Lang::De),
            &given.network,
            &given.programme,
        );
        assert!(plan.network.is_empty(), "{seed}: {:?}", plan.network);
    }
}

#[test]
fn an_export_has_the_same_lists() {
    let given = district();
    let bytes = given.bytes(Format::Xlsx);
    assert_eq!(
        opened(&bytes).sheet_names().last().map(String::as_str),
        Some("Listen")
    );
    let lists = rows(&bytes, "Listen");
    assert_eq!(column(&lists, 0), ["Jugendamt", "Lindenhof gGmbH"]);
    assert!(column(&lists, 1).contains(&"Früher dabei"), "of all phases");
    assert_eq!(column(&lists, 4), ["2019–2022", "2023–"]);
    let ties = xml(&bytes, "xl/worksheets/sheet4.xml");
    assert!(ties.contains(">Liste_Funktionen<") && ties.contains(">Liste_Förderphasen<"));
    assert!(xml(&bytes, "xl/workbook.xml").contains("state=\"hidden\""));
    let plan = planned("netz.xlsx", bytes, &given.network, &given.programme);
    assert!(plan.is_empty());
    assert!(plan.notices.is_empty(), "{:?}", plan.notices);
}

#[test]
fn libreoffice_keeps_the_lists_of_a_districts_template_and_their_warnings() {
    let folder = tempfile::tempdir().expect("a folder");
    let given = district();
    let typed = filled(
        &written(&given, Lang::De),
        &[
            (3, "A7", "Erziehungsberatung"),
            (3, "B7", "Jugendamt"),
            (3, "C7", "EFB"),
            (5, "A5", "Erziehungsberatung"),
            (5, "B5", "RSD Süd"),
            (5, "C5", "3"),
        ],
    );
    std::fs::write(folder.path().join("eigen.xlsx"), typed).expect("written");
    if !converted(folder.path(), "eigen.xlsx", "ods", ".") {
        return;
    }
    assert!(converted(folder.path(), "eigen.ods", "xlsx", "back"));
    let back = std::fs::read(folder.path().join("back/eigen.xlsx")).expect("converted back");
    let lists = rows(&back, "Listen");
    assert_eq!(
        column(&lists, 1),
        [
            "RSD Nord",
            "RSD Süd",
            "Familienzentrum",
            "Erziehungsberatung"
        ]
    );
    assert_eq!(column(&lists, 3), ["RSD", "EFB"]);
    assert_eq!(
        column(&lists, 5)
            .iter()
            .rev()
            .take(2)
            .copied()
            .collect::<Vec<_>>(),
        ["EFB", "Erziehungsberatung"]
    );
    let ties = xml(&back, "xl/worksheets/sheet5.xml");
    let rules: Vec<&str> = ties
        .split("<dataValidation ")
        .skip(1)
        .filter(|rule| rule.contains("Liste_Funktionen"))
        .collect();
    assert!(!rules.is_empty(), "the lists are there");
    for rule in rules {
        assert!(rule.contains("errorStyle=\"warning\""), "{rule}");
    }
    let ods = std::fs::read(folder.path().join("eigen.ods")).expect("converted");
    let plan = planned("eigen.ods", ods, &given.network, &given.programme);
    assert_eq!(plan.len(), 3, "a function, its place, its cooperation");
}
