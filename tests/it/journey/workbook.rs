//! The template filled in as a person fills it in: rows typed below the last one of a sheet.

use std::fmt::Write as _;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Adds rows to sheets, which are named by their place from 1, and answers the workbook.
pub fn filled(template: &[u8], rows: &[(usize, &[&[&str]])]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(template)).expect("a workbook is an archive");
    let mut filled = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).expect("the archive can be read");
        let name = file.name().expect("a part has a name").into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("the part can be read");
        for (sheet, rows) in rows {
            if name == format!("xl/worksheets/sheet{sheet}.xml") {
                let sheet = String::from_utf8(bytes).expect("a sheet is text");
                bytes = typed(&sheet, rows).into_bytes();
            }
        }
        filled
            .start_file(name, SimpleFileOptions::default())
            .and_then(|()| Ok(filled.write_all(&bytes)?))
            .expect("the part can be written");
    }
    filled
        .finish()
        .expect("the archive can be finished")
        .into_inner()
}

fn typed(sheet: &str, rows: &[&[&str]]) -> String {
    let last = sheet
        .split("<row r=\"")
        .skip(1)
        .filter_map(|row| row.split('"').next()?.parse::<usize>().ok())
        .max()
        .unwrap_or(0);
    let mut added = String::new();
    for (row, cells) in (last + 1..).zip(rows) {
        write!(added, "<row r=\"{row}\">").expect("a string can be written");
        for (column, text) in ('A'..).zip(*cells) {
            write!(
                added,
                "<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"
            )
            .expect("a string can be written");
        }
        added.push_str("</row>");
    }
    let (head, tail) = sheet
        .split_once("</sheetData>")
        .expect("a sheet holds its data");
    format!("{head}{added}</sheetData>{tail}")
}
