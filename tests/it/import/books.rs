//! Workbooks of tests, as programs write them: part by part, by a writer, and by LibreOffice out of these.

use std::io::{Cursor, Write};
use std::process::Command;

use miteinander::exchange::Input;
use rust_xlsxwriter::{Format, Workbook};
use zip::write::SimpleFileOptions;

/// An archive of files.
pub fn archive(name: &str, parts: &[(&str, &[u8])]) -> Input {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (part, bytes) in parts {
        archive
            .start_file(*part, SimpleFileOptions::default())
            .expect("a part");
        archive.write_all(bytes).expect("written");
    }
    Input {
        name: name.to_owned(),
        bytes: archive.finish().expect("an archive").into_inner(),
    }
}

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>\
    <Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>\
    </Types>";

const SPREADSHEET: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

const LINKS: &str = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";

const PACKAGE: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/\
    officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

/// A sheet of a workbook that is written part by part.
#[derive(Clone)]
pub struct Page {
    pub name: String,
    /// `visible`, `hidden` or `veryHidden`.
    pub state: &'static str,
    /// The rows as XML.
    pub rows: String,
    /// What stands behind them.
    pub after: String,
}

/// A sheet of texts; a cell that begins with `<c` is taken as it is, with `@` for its place.
pub fn page(name: &str, rows: &[&[&str]]) -> Page {
    let row = |(at, cells): (usize, &&[&str])| {
        let cells: String = (b'A'..)
            .zip(*cells)
            .map(|(letter, text)| cell(letter, at, text))
            .collect();
        format!("<row r=\"{}\">{cells}</row>", at + 1)
    };
    Page {
        name: name.to_owned(),
        state: "visible",
        rows: rows.iter().enumerate().map(row).collect(),
        after: String::new(),
    }
}

fn cell(letter: u8, row: usize, text: &str) -> String {
    let place = format!("{}{}", char::from(letter), row + 1);
    if text.is_empty() {
        return String::new();
    }
    if text.starts_with("<c") {
        return text.replace('@', &place);
    }
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

/// An error as Excel keeps it.
pub fn error(word: &str) -> String {
    format!("<c r=\"@\" t=\"e\"><f>X()</f><v>{word}</v></c>")
}

impl Page {
    pub fn hidden(mut self, state: &'static str) -> Self {
        self.state = state;
        self
    }

    pub fn merged(mut self, cells: &[&str]) -> Self {
        let cells: String = cells
            .iter()
            .map(|cells| format!("<mergeCell ref=\"{cells}\"/>"))
            .collect();
        self.after = format!("<mergeCells>{cells}</mergeCells>");
        self
    }
}

/// The sheets as an .xlsx, with other parts.
pub fn xlsx_with(name: &str, pages: &[Page], others: &[(&str, &[u8])]) -> Input {
    let (mut names, mut links) = (String::new(), String::new());
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        let Page {
            name,
            state,
            rows,
            after,
        } = page;
        let id = at + 1;
        names +=
            &format!("<sheet name=\"{name}\" sheetId=\"{id}\" state=\"{state}\" r:id=\"r{at}\"/>");
        links += &format!(
            "<Relationship Id=\"r{at}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>"
        );
        let sheet =
            format!("<worksheet {SPREADSHEET}><sheetData>{rows}</sheetData>{after}</worksheet>");
        parts.push((format!("xl/worksheets/sheet{at}.xml"), sheet.into_bytes()));
    }
    let workbook =
        format!("<workbook {SPREADSHEET} xmlns:r=\"{OFFICE}\"><sheets>{names}</sheets></workbook>");
    let links = format!("<Relationships {LINKS}>{links}</Relationships>");
    let mut all: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", PACKAGE.as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
    ];
    all.extend(
        parts
            .iter()
            .map(|(part, bytes)| (part.as_str(), bytes.as_slice())),
    );
    all.extend(others);
    archive(name, &all)
}

/// The sheets as an .xlsx.
pub fn xlsx(name: &str, pages: &[Page]) -> Input {
    xlsx_with(name, pages, &[])
}

/// Why a workbook of a test can be written.
const WRITTEN: &str = "a sheet of few cells";

/// The sheets of [`handmade`] as they are typed.
fn typed() -> Workbook {
    let mut book = Workbook::new();
    let mut texts = |name: &str, from: u32, rows: &[&[&str]]| {
        let sheet = book.add_worksheet().set_name(name).expect(WRITTEN);
        for (row, cells) in (from..).zip(rows) {
            for (column, text) in (0..).zip(*cells) {
                sheet.write(row, column, *text).expect(WRITTEN);
            }
        }
    };
    texts(
        "Organisationen",
        0,
        &[
            &["Name", "Art"],
            &["Jugendamt", "Fachamt"],
            &["Gesundheitsamt"],
        ],
    );
    let functions: &[&[&str]] = &[
        &[
            "Funktion oder Einrichtung",
            "Amt / Organisation",
            "geantwortet",
        ],
        &["RSD Süd", "Jugendamt", "ja"],
        &["RSD Nord"],
        &["KJGD", "Gesundheitsamt"],
    ];
    texts("Funktionen", 2, functions);
    let ties: &[&[&str]] = &[
        &["Von", "Mit", "Stärke", "Besteht seit"],
        &["RSD Süd", "KJGD", "3"],
        &["RSD Nord", "KJGD"],
    ];
    texts("Zusammenarbeit", 0, ties);
    texts("Papierkorb", 0, &[ties[0], &["RSD Süd", "RSD Nord", "5"]]);
    book
}

/// A workbook with everything that people do to one: cells merged down and across, a title, years under the format of a
/// date, hidden sheets, a copy.
pub fn handmade() -> Input {
    let mut book = typed();
    let day = Format::new().set_num_format("dd.mm.yyyy");
    let plain = Format::new();
    let merge =
        |book: &mut Workbook, name: &str, [top, left, bottom, right]: [u32; 4], text: &str| {
            let sheet = book.worksheet_from_name(name).expect(WRITTEN);
            let (left, right) = (left as u16, right as u16);
            sheet
                .merge_range(top, left, bottom, right, text, &plain)
                .expect(WRITTEN);
        };
    merge(&mut book, "Organisationen", [1, 1, 2, 1], "Fachamt");
    merge(&mut book, "Funktionen", [0, 0, 0, 2], "Netzwerk im Bezirk");
    merge(&mut book, "Funktionen", [3, 1, 4, 1], "Jugendamt");
    merge(&mut book, "Funktionen", [3, 2, 5, 2], "ja");
    merge(&mut book, "Zusammenarbeit", [1, 2, 2, 2], "3");
    let ties = book.worksheet_from_name("Zusammenarbeit").expect(WRITTEN);
    ties.write_with_format(1, 3, 2020, &day).expect(WRITTEN);
    ties.write_with_format(2, 3, 2021, &day).expect(WRITTEN);
    book.worksheet_from_name("Papierkorb")
        .expect(WRITTEN)
        .set_hidden(true);
    Input {
        name: "Netzwerk.xlsx".to_owned(),
        bytes: book.save_to_buffer().expect(WRITTEN),
    }
}

/// A file as LibreOffice saves it with another ending; none where it is not installed.
pub fn saved_by_libreoffice(input: &Input, ending: &str) -> Option<Input> {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("out");
    let given = folder.path().join(&input.name);
    std::fs::write(&given, &input.bytes).expect("a file");
    let profile = format!(
        "-env:UserInstallation=file://{}/profile",
        folder.path().display()
    );
    let run = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", ending, "--outdir"])
        .args([&out, &given])
        .output();
    match run {
        Ok(done) if done.status.success() => {
            let stem = given
                .file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            let name = format!("{stem}.{ending}");
            let bytes = std::fs::read(out.join(&name)).expect("the converted file");
            Some(Input { name, bytes })
        }
        _ => {
            let is_required = std::env::var_os("MITEINANDER_REQUIRE").is_some();
            assert!(!is_required, "soffice is required");
            eprintln!("SKIPPED: soffice is not there");
            None
        }
    }
}
