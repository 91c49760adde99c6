//! Whatever the bytes: each file is read or refused within ten seconds and in 500 MB, and nothing panics.
//!
//! 300 mutated files by the usual `cargo test`; as many as MITEINANDER_FUZZ says where it is set.

use std::io::{Cursor, Read, Write};
use std::time::{Duration, Instant};

use miteinander::exchange::{Format, Input, read_tables, survey};
use rand::{Rng, RngExt, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use zip::write::SimpleFileOptions;

use super::Filled;
use super::books::{archive, handmade, saved_by_libreoffice};
use super::doubtful::open_document;
use crate::export::drawn;

type Dice = Xoshiro256PlusPlus;

/// Small files of every format.
fn whole() -> Vec<Input> {
    let given = drawn::network(3, 6);
    let file = |name: &str, bytes: Vec<u8>| Input {
        name: name.to_owned(),
        bytes,
    };
    let csv = "Name;Art\nJugendamt;Fachamt\n\"a\nb\";Schule\n03. Jun;#NV\n";
    let wide: Vec<u8> = csv.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let book = handmade();
    let rows = "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell \
        table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\"><text:p>name</text:p>\
        </table:table-cell><table:covered-table-cell/><table:table-cell><text:p>kind<text:s text:c=\"3\"/>\
        </text:p></table:table-cell></table:table-row>";
    let mut whole = vec![
        file("stand.xlsx", given.bytes(Format::Xlsx)),
        file("stand.csv.zip", given.bytes(Format::CsvZip)),
        file("Organisationen.csv", csv.as_bytes().to_vec()),
        file("Organisationen.csv", wide),
        archive(
            "Abgabe.zip",
            &[("a.xlsx", &book.bytes), ("b.csv", csv.as_bytes())],
        ),
        open_document("departments", rows),
    ];
    for (name, format) in [
        ("stand.graphml", Format::GraphMl),
        ("stand.gexf", Format::Gexf),
        ("stand.json", Format::Json),
    ] {
        whole.push(file(name, given.bytes(format)));
    }
    for ending in ["ods", "xls"] {
        whole.extend(saved_by_libreoffice(&book, ending));
    }
    whole.push(book);
    whole
}

/// What damaged files hold, and clever ones.
const BITS: [&str; 24] = [
    "4294967295",
    "-1",
    "0",
    "1048576",
    "99999999999",
    "XFD1048576",
    "ZZZZZZ99999999999",
    "A1:XFD1048576",
    "B2:A1",
    "#SPILL!",
    "&amp;",
    "&#0;",
    "<",
    ">",
    "\"",
    "]]>",
    "<![CDATA[",
    "1e309",
    "NaN",
    "\u{0}",
    "Ã¼",
    "ä",
    "t=\"e\"",
    "r=\"B2\"",
];

/// A few places of some bytes changed, cut, repeated or filled.
fn mutated(mut bytes: Vec<u8>, dice: &mut Dice) -> Vec<u8> {
    for _ in 0..dice.random_range(1..6) {
        if bytes.is_empty() {
            return bytes;
        }
        let at = dice.random_range(0..bytes.len());
        let length = dice.random_range(0..64.min(bytes.len() - at) + 1);
        match dice.random_range(0..8) {
            0 => bytes.truncate(at),
            1 => {
                let part = bytes[at..at + length].to_vec();
                let times = dice.random_range(1..200);
                bytes.splice(at..at, part.repeat(times));
            }
            2 => drop(bytes.drain(at..at + length)),
            3 | 4 => {
                let bit = BITS[dice.random_range(0..BITS.len())];
                bytes.splice(at..at + length.min(8), bit.bytes());
            }
            5 => {
                // Between two quotation marks stands a value of XML.
                let quote = |from: usize| bytes[from..].iter().position(|byte| *byte == b'"');
                if let Some(first) = quote(at).map(|first| at + first + 1)
                    && let Some(last) = quote(first)
                {
                    let bit = BITS[dice.random_range(0..BITS.len())];
                    bytes.splice(first..first + last, bit.bytes());
                }
            }
            _ => bytes[at] = dice.next_u32() as u8,
        }
    }
    bytes
}

/// An archive with one of its parts mutated, left out or under another name; none where the bytes are no archive.
fn mutated_inside(bytes: &[u8], dice: &mut Dice) -> Option<Vec<u8>> {
    let mut old = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut parts = Vec::new();
    for place in 0..old.len() {
        let mut part = old.by_index(place).ok()?;
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).ok()?;
        parts.push((part.name().ok()?.into_owned(), bytes));
    }
    let chosen = dice.random_range(0..parts.len());
    match dice.random_range(0..12) {
        0 => drop(parts.remove(chosen)),
        1 => {
            let other = dice.random_range(0..parts.len());
            parts[chosen].1 = parts[other].1.clone();
        }
        2 => parts[chosen].0 = parts[chosen].0.to_uppercase(),
        _ => {
            let part = std::mem::take(&mut parts[chosen].1);
            parts[chosen].1 = match mutated_inside(&part, dice) {
                Some(inside) => inside,
                None => mutated(part, dice),
            };
        }
    }
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        // A name twice is nothing that a writer writes.
        if new.start_file(name, SimpleFileOptions::default()).is_ok() {
            new.write_all(&bytes).ok()?;
        }
    }
    Some(new.finish().ok()?.into_inner())
}

/// Reads a file in every way; whatever the answer, that there is one is what is tried.
fn read(input: Input) {
    let input = [input];
    if read_tables(&input).is_ok() {
        let _ = Filled::new().plan(&input).map(|plan| plan.len());
    }
    let _ = survey(&input).map(|survey| survey.ties.len());
}

#[test]
fn mutated_files_are_read_or_refused_soon() {
    let count =
        std::env::var("MITEINANDER_FUZZ").map_or(300, |count| count.parse().expect("a number"));
    let whole = whole();
    let mut dice = Dice::seed_from_u64(14);
    let mut slowest = Duration::ZERO;
    for round in 0..count {
        let mut input = whole[round % whole.len()].clone();
        let is_inside = dice.random_bool(0.7);
        let inside = if is_inside {
            mutated_inside(&input.bytes, &mut dice)
        } else {
            None
        };
        input.bytes = inside.unwrap_or_else(|| mutated(input.bytes.clone(), &mut dice));
        let (name, begin) = (input.name.clone(), Instant::now());
        read(input);
        let taken = begin.elapsed();
        assert!(
            taken < Duration::from_secs(10),
            "round {round}, {name}: {taken:?}"
        );
        slowest = slowest.max(taken);
    }
    let most = most_memory();
    eprintln!("{count} files, the slowest {slowest:?}, at most {most:?} MB in all");
}

/// The most memory that this process has held, in megabytes; where the system says it.
fn most_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1_000)
}
