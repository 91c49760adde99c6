//! Small requests that once kept the service busy for minutes.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::process::Command;
use std::time::{Duration, Instant};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::rows::{row, say, timed};
use crate::served::Served;
use crate::visit::{begin, get, upload};

type Files = Vec<(&'static str, Vec<u8>)>;

/// Each input, uploaded and looked at.
pub fn inputs(url: &str) {
    let cases: [(&str, &str, Files); 6] = [
        (
            "40 unknown office names of 4,000 letters beside 40 known",
            "49 s",
            long_names(),
        ),
        ("10,000 names that make one id", "42 s", one_id()),
        (
            "a row of a million empty cells",
            "29 s",
            wide(b"Name;Art\nJugendamt;Fachamt"),
        ),
        ("a header of a million columns", "73 s", wide(b"Name;Art")),
        ("a zip of 120,000 CSV files", "12 s", many_files()),
        ("a cell that Excel cannot have", "2 GB", far_cell()),
    ];
    for (what, before, files) in cases {
        let served = Served::start(url);
        let (status, time) = timed(|| look(&served, &files));
        let most = served.most_megabytes();
        row(what, before, &format!("{time}, {most:.0} MB, {status}"));
    }
}

/// Two such uploads, whoever sent them gone, then a page and the end.
pub fn left_alone(url: &str) {
    let mut served = Served::start(url);
    get(served.address, "/districts/musterbezirk");
    for files in [long_names(), one_id()] {
        let sent = upload(served.address, "mitte", &borrowed(&files));
        drop(begin(served.address, sent.location()));
    }
    let (_, page) = timed(|| {
        get(
            served.address,
            "/districts/musterbezirk/map.svg?view=matrix",
        )
    });
    row(
        "two of them, who sent them gone: a page that is not kept",
        "never",
        &page,
    );
    let begun = Instant::now();
    let asked = Command::new("kill")
        .arg(served.child.id().to_string())
        .status();
    assert!(asked.is_ok_and(|status| status.success()), "it runs");
    let end = begun + Duration::from_secs(60);
    while Instant::now() < end && !matches!(served.child.try_wait(), Ok(Some(_))) {
        std::thread::sleep(Duration::from_millis(5));
    }
    let time = say(begun.elapsed());
    row("the same: until SIGTERM has ended it", "> 200 s", &time);
}

/// 60 different pictures at once, and a page beside them.
pub fn pictures(url: &str) {
    let served = Served::start(url);
    get(served.address, "/districts/musterbezirk");
    let mut asked = Vec::new();
    for view in ["network", "matrix", "chain"] {
        for (strength, lang) in (1..=5).flat_map(|n| [(n, "de"), (n, "en")]) {
            for audience in ["working", "leadership"] {
                asked.push(begin(
                    served.address,
                    &format!(
                        "/districts/musterbezirk/map.png?view={view}&min_strength={strength}&lang={lang}&audience={audience}"
                    ),
                ));
            }
        }
    }
    let (answer, page) = timed(|| get(served.address, "/districts/musterbezirk/table"));
    row(
        &format!("{} × map.png: another page beside them", asked.len()),
        "17 s",
        &format!("{page}, {}", answer.status),
    );
}

fn look(served: &Served, files: &Files) -> String {
    let sent = upload(served.address, "mitte", &borrowed(files));
    if sent.status != "303" {
        return sent.status;
    }
    get(served.address, sent.location()).status
}

fn borrowed(files: &Files) -> Vec<(&'static str, &[u8])> {
    let files = files.iter();
    files.map(|(name, bytes)| (*name, &bytes[..])).collect()
}

fn long_names() -> Files {
    let name = |n: usize, letter: &str| format!("Amt {n} {}", letter.repeat(3_990));
    let (mut departments, mut actors) = (
        "Name;Art\n".to_owned(),
        "Funktion oder Einrichtung;Amt / Organisation\n".to_owned(),
    );
    for n in 0..40 {
        writeln!(departments, "{};Fachamt", name(n, "a")).expect("a String takes everything");
        writeln!(actors, "Funktion {n};{}", name(n, "b")).expect("a String takes everything");
    }
    vec![
        ("organisationen.csv", departments.into_bytes()),
        ("funktionen.csv", actors.into_bytes()),
    ]
}

fn one_id() -> Files {
    let mut departments = "Name;Art\n".to_owned();
    for n in 0..10_000_u32 {
        let signs: String = (0..14)
            .map(|bit| if n >> bit & 1 == 1 { '!' } else { '?' })
            .collect();
        writeln!(departments, "Amt {signs};Fachamt").expect("a String takes everything");
    }
    vec![("organisationen.csv", departments.into_bytes())]
}

fn wide(begin: &[u8]) -> Files {
    let mut bytes = begin.to_vec();
    bytes.resize(bytes.len() + 1_000_000, b';');
    bytes.push(b'\n');
    vec![("organisationen.csv", bytes)]
}

fn many_files() -> Files {
    let names = (0..120_000).map(|n| format!("{n:x}.csv"));
    vec![("viele.zip", zipped(names.map(|name| (name, ""))))]
}

fn far_cell() -> Files {
    let sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">\
        <c r=\"A1\" t=\"inlineStr\"><is><t>Name</t></is></c></row><row r=\"99999999\">\
        <c r=\"ZZZZ99999999\" t=\"inlineStr\"><is><t>x</t></is></c></row></sheetData></worksheet>";
    let parts = [
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" \
             ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" \
             ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override \
             PartName=\"/xl/worksheets/sheet1.xml\" \
             ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>",
        ),
        (
            "_rels/.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" \
             Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
             Target=\"xl/workbook.xml\"/></Relationships>",
        ),
        (
            "xl/workbook.xml",
            "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
             xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>\
             <sheet name=\"Organisationen\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" \
             Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
             Target=\"worksheets/sheet1.xml\"/></Relationships>",
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    let parts = parts.map(|(name, text)| (name.to_owned(), text));
    vec![("netz.xlsx", zipped(parts))]
}

fn zipped<'a>(files: impl IntoIterator<Item = (String, &'a str)>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(name, SimpleFileOptions::default())
            .and_then(|()| Ok(zip.write_all(text.as_bytes())?))
            .expect("memory takes everything");
    }
    zip.finish().expect("memory takes everything").into_inner()
}
