//! What is written as a workbook or as CSV comes in again as the same network.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::time::{Duration, Instant};

use calamine::{Data, Reader, Xlsx};
use miteinander::domain::{
    ActorId, DepartmentId, Id, Network, Note, Noun, OpenPoint, Party, Programme, Text,
};
use miteinander::exchange::{
    Content, Format, ImportOptions, Input, Plan, Problem, export, plan, read_tables,
};
use miteinander::text::Lang;
use proptest::prelude::*;

use super::{Given, drawn, text};

const READ_BACK: [Format; 2] = [Format::Xlsx, Format::CsvZip];

fn read_in(
    bytes: Vec<u8>,
    format: Format,
    held: &Network,
    contacts: &BTreeMap<ActorId, Text>,
    programme: &Programme,
) -> Plan {
    let input = Input {
        name: format!("export.{}", format.ending()),
        bytes,
    };
    let read = read_tables(&[input]).and_then(|tables| {
        plan(
            &tables,
            held,
            contacts,
            programme,
            &ImportOptions::default(),
        )
    });
    read.unwrap_or_else(|faults| panic!("{format:?}: {faults:#?}"))
}

fn assert_same(given: &Given, content: &Content, format: Format) {
    let bytes = export(content, format).expect("a legal network can be written");
    let none = BTreeMap::new();
    let again = read_in(
        bytes.clone(),
        format,
        &given.network,
        &given.contacts,
        &given.programme,
    );
    assert_eq!(
        again.network,
        [],
        "{format:?} changes the network it was written from"
    );
    assert_eq!(again.programme, []);
    assert!(again.contacts.is_empty());
    let fresh = read_in(bytes, format, &Network::default(), &none, &given.programme);
    let mut network = Network::default();
    network
        .apply(&given.programme, &fresh.network)
        .expect("legal changes");
    let differences = network.diff(&given.network);
    assert!(differences.is_empty(), "{format:?}: {differences:#?}");
    if let Some(contacts) = content.contacts {
        let read: BTreeMap<_, _> = fresh
            .contacts
            .into_iter()
            .filter_map(|(id, c)| Some((id, c?)))
            .collect();
        assert_eq!(&read, contacts);
    }
}

#[test]
fn a_section_called_like_another_with_its_department_comes_in_again() {
    // Drawn: the Jugendamt provides an offer through its RSD, and somebody works in a section "Jugendamt: RSD".
    let given = drawn::network(1_216_442_152_074_747_815, 18);
    for format in READ_BACK {
        assert_same(&given, &given.content(), format);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_network_comes_in_again_as_the_same(seed: u64, size in 1_usize..25) {
        let given = drawn::network(seed, size);
        for format in READ_BACK {
            for lang in [Lang::De, Lang::En] {
                assert_same(&given, &Content { lang, contacts: Some(&given.contacts), ..given.content() }, format);
            }
        }
    }

    #[test]
    fn one_phase_read_in_where_it_came_from_changes_nothing(seed: u64, size in 1_usize..25) {
        let given = drawn::network(seed, size);
        for phase in given.programme.phases.keys() {
            for format in READ_BACK {
                let bytes = export(&given.content_of(phase), format).expect("written");
                let again = read_in(bytes, format, &given.network, &given.contacts, &given.programme);
                prop_assert!(again.is_empty(), "{:?}: {:#?}", format, again);
            }
        }
    }
}

/// The same network with open points, and functions that left offices open.
fn with_what_is_open(mut given: Given) -> Given {
    let offices: Vec<DepartmentId> = given.network.departments.keys().cloned().collect();
    let places = given.network.memberships.values_mut();
    for (at, place) in places.enumerate().filter(|(at, _)| at % 3 == 0) {
        place.open = offices.iter().cycle().skip(at).take(2).cloned().collect();
    }
    let texts = ["=1+1: wer?", "\"RSD\"; Süd – wen meint das?\nKita", "-"];
    let phases = given.programme.phases.keys().cycle();
    for (text, phase) in texts.into_iter().zip(phases) {
        let point = OpenPoint {
            text: Note::parse(text).expect("a note"),
            phase: phase.clone(),
            noted: "2025-03-12".parse().expect("a day"),
        };
        let id = Id::parse(&format!("punkt {text}").replace('\n', " ")).expect("an id");
        given.network.open_points.insert(id, point);
    }
    given
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn our_own_json_comes_in_again_with_all_that_is_open(seed: u64, size in 1_usize..25) {
        let given = with_what_is_open(drawn::network(seed, size));
        assert_same(&given, &Content { contacts: Some(&given.contacts), ..given.content() }, Format::Json);
        for phase in given.programme.phases.keys() {
            let bytes = export(&given.content_of(phase), Format::Json).expect("written");
            let none = (BTreeMap::new(), Programme::default());
            let fresh = read_in(bytes, Format::Json, &Network::default(), &none.0, &none.1);
            let mut programme = Programme::default();
            programme.apply(&fresh.programme).expect("legal changes");
            let mut network = Network::default();
            network.apply(&programme, &fresh.network).expect("legal changes");
            let mut memberships = given.network.memberships.clone();
            memberships.retain(|(_, of), _| of == phase);
            prop_assert_eq!(&network.memberships, &memberships);
            let mut points = given.network.open_points.clone();
            points.retain(|_, point| point.phase == *phase);
            prop_assert_eq!(&network.open_points, &points);
        }
    }
}

#[test]
fn what_names_nothing_among_what_is_open_is_told() {
    let point = r#"{"id": "p", "text": "wer?", "phase": "nie", "noted": "2025-03-12"}"#;
    let given = drawn::network(4, 12);
    let name = "netz.json".to_owned();
    let bytes = given.text(Format::Json).trim_end_matches("}\n").to_owned();
    let bytes = format!("{bytes}, \"open_points\": [{point}]}}").into_bytes();
    let tables = read_tables(&[Input { name, bytes }]).expect("a document");
    let none = BTreeMap::new();
    let options = ImportOptions::default();
    let planned = plan(
        &tables,
        &Network::default(),
        &none,
        &given.programme,
        &options,
    );
    let faults = planned.expect_err("there is no such phase");
    let [fault] = faults.list.as_slice() else {
        panic!("{faults:?}");
    };
    assert_eq!(fault.place.value.as_deref(), Some("nie"));
    let phase = Noun::Phase;
    assert!(matches!(&fault.problem, Problem::NoSuch { noun, .. } if *noun == phase));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn one_phase_comes_into_an_empty_store(seed: u64, size in 1_usize..25) {
        let given = drawn::network(seed, size);
        for phase in given.programme.phases.keys() {
            for format in READ_BACK {
                let bytes = export(&given.content_of(phase), format).expect("written");
                let none = (BTreeMap::new(), Programme::default());
                let fresh = read_in(bytes, format, &Network::default(), &none.0, &none.1);
                let mut programme = Programme::default();
                programme.apply(&fresh.programme).expect("legal changes");
                let mut network = Network::default();
                network.apply(&programme, &fresh.network).expect("legal changes");
                let mut expected = given.network.reports.clone();
                expected.retain(|(of, ..), _| of == phase);
                prop_assert_eq!(&network.reports, &expected, "{:?}", format);
            }
        }
    }
}

#[test]
fn a_programme_comes_in_again_with_its_phases() {
    let given = drawn::network(4, 12);
    for format in READ_BACK {
        let none = (BTreeMap::new(), Programme::default());
        let fresh = read_in(
            given.bytes(format),
            format,
            &Network::default(),
            &none.0,
            &none.1,
        );
        let mut programme = Programme::default();
        programme.apply(&fresh.programme).expect("legal changes");
        assert_eq!(programme, given.programme);
    }
}

#[test]
fn contacts_are_written_only_when_given() {
    let given = drawn::network(5, 20);
    assert!(!given.contacts.is_empty());
    for (format, bytes) in READ_BACK.map(|format| (format, given.bytes(format))) {
        let all = unpacked(&bytes).join("\n");
        assert!(!all.contains("Erika Muster"), "{format:?}");
        assert!(!all.contains("Ansprechperson"), "{format:?}");
    }
}

/// The texts of all files of an archive.
fn unpacked(bytes: &[u8]) -> Vec<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a ZIP");
    (0..archive.len())
        .map(|at| {
            let mut text = String::new();
            let mut file = archive.by_index(at).expect("a file");
            file.read_to_string(&mut text).expect("UTF-8");
            text
        })
        .collect()
}

const FORMULAS: [&str; 14] = [
    "a,=cmd",
    "a;=1+1",
    "a\t@x",
    "a\n- b\n+c",
    "a, \"=b\";'-c",
    "=a,'=b",
    "=HYPERLINK(\"http://example.org\")",
    "+1",
    "-2+3",
    "@SUM(A1)",
    "'=1+1",
    "''@x",
    "=",
    "=cmd|' /C calc'!A0",
];

/// A network whose every text is a formula.
fn of_formulas() -> Given {
    let mut given = drawn::network(21, 16);
    let mut formulas = FORMULAS.iter().cycle();
    let mut next = || *formulas.next().expect("it does not end");
    for actor in given.network.actors.values_mut() {
        actor.name = text(next());
        actor.note = Some(Note::parse(next()).expect("short"));
    }
    for membership in given.network.memberships.values_mut() {
        membership.section = Some(text("+RSD"));
    }
    for offer in given.network.offers.values_mut() {
        offer.name = text(next());
        offer.goal = Some(text(next()));
        offer.note = Some(Note::parse(next()).expect("short"));
    }
    given
}

#[test]
fn no_cell_begins_as_a_formula() {
    let given = of_formulas();
    let begins = |cell: &str| cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let bytes = given.bytes(Format::Xlsx);
    let mut book = Xlsx::new(Cursor::new(bytes.as_slice())).expect("a workbook");
    let mut apostrophes = 0;
    for sheet in book.sheet_names() {
        assert!(
            book.worksheet_formula(&sheet)
                .expect("the sheet")
                .is_empty()
        );
        for (_, _, cell) in book
            .worksheet_range(&sheet)
            .expect("the sheet")
            .used_cells()
        {
            if let Data::String(text) = cell {
                assert!(!begins(text), "{sheet}: {text}");
                apostrophes += usize::from(text.starts_with('\''));
            }
        }
    }
    assert!(apostrophes > given.network.actors.len());
    let bytes = given.bytes(Format::CsvZip);
    for table in unpacked(&bytes) {
        let table = table.strip_prefix('\u{feff}').expect("a byte order mark");
        // As it is meant, and as it is opened where another mark parts the cells.
        for mark in [b';', b',', b'\t'] {
            let mut rows = csv::ReaderBuilder::new()
                .delimiter(mark)
                .flexible(true)
                .from_reader(table.as_bytes());
            for row in rows.records() {
                for cell in &row.expect("CSV") {
                    let cell = cell.trim_start_matches([' ', '"']);
                    assert!(!begins(cell), "{cell}");
                }
            }
        }
    }
}

#[test]
fn formulas_come_in_again_as_the_texts_they_were() {
    let given = of_formulas();
    for format in READ_BACK {
        assert_same(&given, &given.content(), format);
    }
}

#[test]
fn csv_opens_in_german_excel() {
    let given = drawn::network(3, 10);
    let bytes = given.bytes(Format::CsvZip);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes.as_slice())).expect("a ZIP");
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.expect("UTF-8").into_owned())
        .collect();
    let tables = [
        "organisationen",
        "funktionen",
        "angebote",
        "zusammenarbeit",
        "foerderphasen",
    ];
    assert_eq!(names, tables.map(|table| format!("{table}.csv")));
    let mut table = String::new();
    let mut file = archive.by_name("zusammenarbeit.csv").expect("the table");
    file.read_to_string(&mut table).expect("UTF-8");
    let header = "\u{feff}Von;Mit;Stärke;Art;Förderphase;Schriftlich vereinbart;Zu Angebot;Besteht seit;\
                  Durch Kernteam angestoßen;Gemeldet von;Bemerkung\r\n";
    assert!(table.starts_with(header), "{}", &table[..200]);
}

#[test]
fn an_offer_that_hundreds_know_comes_in_again() {
    let mut given = drawn::large(300, 10);
    let all = given.network.actors.keys().cloned().map(Party::Actor);
    let known_to = all.collect();
    let offer = given.network.offers.values_mut().next().expect("one");
    offer.known_to = known_to;
    for format in READ_BACK {
        assert_same(&given, &given.content(), format);
    }
}

#[test]
fn a_large_network_is_written_in_seconds() {
    let given = drawn::large(5_000, 50_000);
    for format in Format::ALL {
        let begin = Instant::now();
        let bytes = given.bytes(format);
        let took = begin.elapsed();
        eprintln!("{format:?}: {took:?} for {} kB", bytes.len() / 1000);
        assert!(took < Duration::from_secs(20), "{format:?} took {took:?}");
    }
}
