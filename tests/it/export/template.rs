//! The Excel template: its sheets and columns as agreed, its lists, and that filling it in is all it takes.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::Command;

use calamine::{Data, Reader, Xlsx};
use miteinander::domain::{LifePhase, Network, Party};
use miteinander::exchange::columns::Table;
use miteinander::exchange::{ImportOptions, Input, plan, read_tables, template};
use miteinander::text::Lang;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::drawn;

const TABLES: [Table; 4] = [
    Table::Departments,
    Table::Actors,
    Table::Offers,
    Table::Cooperations,
];

fn written(lang: Lang) -> Vec<u8> {
    template(lang).expect("the template can be written")
}

pub(super) fn opened(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    Xlsx::new(Cursor::new(bytes)).expect("a workbook")
}

pub(super) fn rows(bytes: &[u8], sheet: &str) -> Vec<Vec<String>> {
    let range = opened(bytes).worksheet_range(sheet).expect("the sheet");
    let cells = range.rows().map(|row| row.iter().map(Data::to_string));
    cells.map(Iterator::collect).collect()
}

pub(super) fn xml(bytes: &[u8], part: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a workbook is a ZIP");
    let mut text = String::new();
    let mut file = archive.by_name(part).expect("the part");
    file.read_to_string(&mut text).expect("XML");
    text
}

/// The number of changes that an import into an empty district would make, beside the network that it leads to.
pub(super) fn imported(name: &str, bytes: Vec<u8>) -> (usize, Network) {
    let programme = drawn::network(1, 3).programme;
    let input = Input {
        name: name.to_owned(),
        bytes,
    };
    let tables = read_tables(&[input]).expect("no fault");
    let plan = plan(
        &tables,
        &Network::default(),
        &BTreeMap::new(),
        &programme,
        &ImportOptions::default(),
    )
    .expect("no fault");
    let mut network = Network::default();
    network
        .apply(&programme, &plan.network)
        .expect("legal changes");
    (plan.len(), network)
}

#[test]
fn the_template_has_the_agreed_sheets_and_columns() {
    let bytes = written(Lang::De);
    let sheets = opened(&bytes).sheet_names();
    let expected = [
        "Lies mich",
        "Organisationen",
        "Funktionen",
        "Angebote",
        "Zusammenarbeit",
        "Listen",
    ];
    assert_eq!(sheets, expected);
    let headers = |sheet: &str| rows(&bytes, sheet)[0].join(" | ");
    assert_eq!(
        headers("Organisationen"),
        "Name* | Kürzel | Art* | Geschäftsbereich | Politikfeld"
    );
    assert_eq!(
        headers("Funktionen"),
        "Funktion oder Einrichtung* | Amt / Organisation* | Fachbereich | Ebene | Kernteam | geantwortet"
    );
    assert_eq!(
        headers("Angebote"),
        "Angebot* | Lebensphasen* | Handlungsfelder* | Träger / Durchführung* | Fachlich zuständiges Amt* | \
         Bekannt bei | Vermittelt von | Zielgruppe | Bezirksregion | Finanzierung"
    );
    assert_eq!(
        headers("Zusammenarbeit"),
        "Von* | Mit* | Stärke 0–5 (leer = ohne Angabe) | Art | Schriftlich vereinbart | Zu Angebot | Besteht seit | \
         Durch Kernteam angestoßen"
    );
    assert_eq!(
        rows(&bytes, "Funktionen")[1].join(" | "),
        "Beispiel: Netzwerkkoordination Frühe Hilfen | Jugendamt | Frühe Hilfen | koordinierend | ja | ja"
    );
}

#[test]
fn every_header_of_the_template_is_known_to_the_import() {
    for lang in [Lang::De, Lang::En] {
        let bytes = written(lang);
        for table in TABLES {
            for header in &rows(&bytes, table.sheet(lang))[0] {
                let known = table.headings().iter().filter(|h| h.rank(header).is_some());
                assert_eq!(known.count(), 1, "{header}");
            }
        }
    }
}

#[test]
fn the_empty_template_changes_nothing() {
    for (lang, name) in [(Lang::De, "vorlage.xlsx"), (Lang::En, "template.xlsx")] {
        assert_eq!(imported(name, written(lang)).0, 0);
    }
}

#[test]
fn the_same_template_is_written_each_time() {
    assert!(written(Lang::De) == written(Lang::De));
}

#[test]
fn cells_offer_their_lists() {
    let bytes = written(Lang::De);
    for (sheet, lists) in [
        (2, vec!["\"Fachamt,Serviceeinheit,sonstige OE,"]),
        (
            3,
            vec![
                "Liste_Organisationen",
                "\"operativ,koordinierend,leitend\"",
                "\"ja,nein\"",
                "Liste_Fachbereiche",
            ],
        ),
        (
            4,
            vec!["0–3,3–6", "Liste_Beteiligte", "Liste_Organisationen"],
        ),
        (
            5,
            vec![
                "\"0,1,2,3,4,5\"",
                "\"Information,Vermittlung,",
                "Liste_Funktionen",
                "Liste_Angebote",
            ],
        ),
    ] {
        let xml = xml(&bytes, &format!("xl/worksheets/sheet{sheet}.xml"));
        for list in lists {
            let rule = format!("<formula1>{list}");
            let found = xml.contains(&rule) || xml.contains(&rule.replace('"', "&quot;"));
            let inside = xml
                .split("<formula1>")
                .skip(1)
                .any(|rule| rule.contains(list));
            assert!(found || inside, "sheet {sheet} lacks {list}");
        }
        assert!(
            xml.contains("state=\"frozen\""),
            "the header stays in sight"
        );
    }
    let book = xml(&bytes, "xl/workbook.xml");
    assert!(
        book.contains("state=\"hidden\""),
        "the sheet behind the lists is hidden"
    );
    assert!(xml(&bytes, "xl/worksheets/sheet5.xml").contains("0 Kein Kontakt"));
}

/// Types texts into empty cells of a sheet, as a person would.
pub(super) fn filled(bytes: &[u8], entries: &[(usize, &str, &str)]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a ZIP");
    let mut copy = ZipWriter::new(Cursor::new(Vec::new()));
    for part in 0..archive.len() {
        let mut file = archive.by_index(part).expect("a part");
        let name = file.name().expect("UTF-8").into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("readable");
        for (sheet, cell, text) in entries {
            if name == format!("xl/worksheets/sheet{sheet}.xml") {
                let xml = String::from_utf8(content).expect("XML");
                let empty = format!("<c r=\"{cell}\" ");
                let begin = xml.find(&empty).expect("an empty cell") + empty.len();
                let end = begin + xml[begin..].find("/>").expect("its end");
                let typed = format!(" t=\"inlineStr\"><is><t>{text}</t></is></c>");
                content = [&xml[..end], &typed, &xml[end + 2..]].concat().into_bytes();
            }
        }
        copy.start_file(name, SimpleFileOptions::default())
            .expect("a new part");
        copy.write_all(&content).expect("written");
    }
    copy.finish().expect("whole").into_inner()
}

const ENTRIES: [(usize, &str, &str); 17] = [
    (2, "A7", "Jugendamt"),
    (2, "C7", "Fachamt"),
    (2, "A8", "Gesundheitsamt"),
    (2, "C8", "Fachamt"),
    (3, "A7", "Erziehungsberatung"),
    (3, "B7", "Jugendamt"),
    (3, "C7", "EFB"),
    (3, "A8", "Zahnärztlicher Dienst"),
    (3, "B8", "Gesundheitsamt"),
    (4, "A7", "Zahnputzschule"),
    (4, "B7", "3–6; 6–10"),
    (4, "C7", "Gesund aufwachsen"),
    (4, "D7", "EFB"),
    (4, "E7", "Gesundheitsamt"),
    (5, "A5", "Erziehungsberatung"),
    (5, "B5", "Zahnärztlicher Dienst"),
    (5, "C5", "3"),
];

fn assert_filled_network(network: &Network) {
    assert_eq!(network.departments.len(), 2);
    assert_eq!(network.actors.len(), 2);
    let offer = network.offers.values().next().expect("the offer");
    let life_phases = [LifePhase::From3To6, LifePhase::From6To10];
    assert_eq!(offer.life_phases, life_phases.into());
    let mut providers = offer.providers.values().flatten();
    let section = providers.next().expect("a provider");
    assert!(matches!(section, Party::Section(_, name) if name.as_str() == "EFB"));
    let report = network.reports.values().next().expect("the cooperation");
    assert_eq!(report.strength.map(|strength| strength.number()), Some(3));
    assert_eq!(network.reports.len(), 1);
}

#[test]
fn a_filled_template_comes_in() {
    let bytes = filled(&written(Lang::De), &ENTRIES);
    let (changes, network) = imported("vorlage.xlsx", bytes);
    assert_filled_network(&network);
    assert_eq!(changes, 2 + 2 + 2 + 1 + 1);
}

/// Has LibreOffice convert a file of the folder; not where it is missing and not required.
pub(super) fn converted(folder: &Path, from: &str, to: &str, out: &str) -> bool {
    let profile = format!(
        "-env:UserInstallation=file://{}",
        folder.join("profile").display()
    );
    let answer = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", to, "--outdir"])
        .arg(folder.join(out))
        .arg(folder.join(from))
        .output();
    match answer {
        Ok(output) if output.status.success() => true,
        failed if std::env::var_os("MITEINANDER_REQUIRE").is_some() => {
            panic!("LibreOffice is required: {failed:?}")
        }
        _ => {
            eprintln!("NOT TESTED: LibreOffice does not start here");
            false
        }
    }
}

#[test]
fn libreoffice_opens_the_filled_template_and_keeps_its_lists() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("vorlage.xlsx");
    std::fs::write(&file, filled(&written(Lang::De), &ENTRIES)).expect("written");
    if !converted(folder.path(), "vorlage.xlsx", "ods", ".") {
        return;
    }
    let ods = std::fs::read(folder.path().join("vorlage.ods")).expect("converted");
    assert_filled_network(&imported("vorlage.ods", ods).1);
    assert!(converted(folder.path(), "vorlage.ods", "xlsx", "back"));
    let back = std::fs::read(folder.path().join("back/vorlage.xlsx")).expect("converted back");
    assert_filled_network(&imported("vorlage.xlsx", back.clone()).1);
    // LibreOffice works the formulas out: the lists hold what was entered, not the examples.
    let lists = rows(&back, "Listen");
    assert_eq!(
        lists[1][..4],
        ["Jugendamt", "Erziehungsberatung", "Zahnputzschule", "EFB"]
    );
    // Functions, organisations and sections take part in offers.
    let parties: Vec<&str> = lists[1..=5].iter().map(|row| row[5].as_str()).collect();
    let expected = [
        "Erziehungsberatung",
        "Zahnärztlicher Dienst",
        "Jugendamt",
        "Gesundheitsamt",
        "EFB",
    ];
    assert_eq!(parties, expected);
    assert_eq!(lists[2][..2], ["Gesundheitsamt", "Zahnärztlicher Dienst"]);
    assert!(lists[3][..3].iter().all(String::is_empty));
}
