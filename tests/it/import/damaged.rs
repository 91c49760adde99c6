//! Whatever the bytes, reading ends with tables or with faults, never with a panic.

use miteinander::exchange::{Format, Input, read_tables, survey};
use proptest::prelude::*;

use super::Filled;
use crate::export::drawn;

/// Small files of every format that we can write.
fn whole() -> Vec<(&'static str, Vec<u8>)> {
    let given = drawn::network(3, 6);
    let csv = "Name;Art\nJugendamt;Fachamt\n\"a\nb\";Schule\n"
        .as_bytes()
        .to_vec();
    vec![
        ("stand.xlsx", given.bytes(Format::Xlsx)),
        ("stand.csv.zip", given.bytes(Format::CsvZip)),
        ("Organisationen.csv", csv),
    ]
}

fn read(name: &str, bytes: Vec<u8>) {
    let input = [Input {
        name: name.to_owned(),
        bytes,
    }];
    if read_tables(&input).is_ok() {
        // Its changes, or its faults: both are an answer.
        let _ = Filled::new().plan(&input).map(|plan| plan.len());
    }
    let _ = survey(&input).map(|survey| survey.ties.len());
}

#[derive(Debug, Clone)]
enum Damage {
    Set(usize, u8),
    Cut(usize),
    Repeat(usize, usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        6 => (any::<usize>(), any::<u8>()).prop_map(|(at, byte)| Damage::Set(at, byte)),
        1 => any::<usize>().prop_map(Damage::Cut),
        1 => (any::<usize>(), 0usize..64).prop_map(|(at, count)| Damage::Repeat(at, count)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn damaged_files_are_refused_or_read(which in 0usize..3, damages in prop::collection::vec(damage(), 1..6)) {
        let (name, mut bytes) = whole().swap_remove(which);
        for damage in damages {
            if bytes.is_empty() {
                break;
            }
            match damage {
                Damage::Set(at, byte) => {
                    let at = at % bytes.len();
                    bytes[at] = byte;
                }
                Damage::Cut(at) => bytes.truncate(at % bytes.len()),
                Damage::Repeat(at, count) => {
                    let at = at % bytes.len();
                    let part = bytes[at..(at + count).min(bytes.len())].to_vec();
                    bytes.splice(at..at, part);
                }
            }
        }
        read(name, bytes);
    }

    #[test]
    fn any_bytes_are_refused_or_read(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        for name in ["a.csv", "a.xlsx", "a.xls", "a.ods", "a.zip"] {
            read(name, bytes.clone());
        }
    }
}
