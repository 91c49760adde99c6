//! In which coding a text is: what people have is read, what would be read as other letters is said.

use std::fs;
use std::path::Path;

use miteinander::exchange::{Input, OldCoding, Problem, read_tables, survey};
use miteinander::text::Lang;

use super::{Filled, file};

fn departments(bytes: Vec<u8>) -> [Input; 1] {
    let name = "organisationen.csv".to_owned();
    [Input { name, bytes }]
}

/// What is wrong with the coding of a text.
fn problem(bytes: Vec<u8>) -> Option<Problem> {
    let faults = read_tables(&departments(bytes)).err()?;
    Some(faults.list[0].problem.clone())
}

/// A letter in code page 850, as far as it is in it and our texts have it.
fn dos(text: &str) -> Option<Vec<u8>> {
    let letters = "üéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ";
    let letter = |c: char| match c {
        'ß' => Some(0xE1),
        'á' => Some(0xA0),
        'í' => Some(0xA1),
        'ó' => Some(0xA2),
        '§' => Some(0xF5),
        c if c.is_ascii() => Some(c as u8),
        c => Some(0x81 + u8::try_from(letters.chars().position(|known| known == c)?).ok()?),
    };
    text.chars().map(letter).collect()
}

fn macintosh(text: &str) -> Option<Vec<u8>> {
    let (bytes, _, is_lost) = encoding_rs::MACINTOSH.encode(text);
    (!is_lost).then(|| bytes.into_owned())
}

fn windows(text: &str) -> Option<Vec<u8>> {
    let (bytes, _, is_lost) = encoding_rs::WINDOWS_1252.encode(text);
    (!is_lost).then(|| bytes.into_owned())
}

/// Lines of German that the program itself says, and its readme.
fn lines() -> Vec<String> {
    fn gather(folder: &Path, texts: &mut Vec<String>) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                gather(&path, texts);
            } else if path.extension().is_none_or(|ending| ending != "frozen") {
                texts.push(fs::read_to_string(path).expect("a text"));
            }
        }
    }
    let mut texts = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    gather(&root.join("src/text"), &mut texts);
    gather(&root.join("seed"), &mut texts);
    let lines = texts.iter().flat_map(|text| text.lines());
    let lines = lines.map(|line| line.trim().replace(['"', ';', ',', '\t'], " "));
    lines
        .filter(|line| line.contains(['ä', 'ö', 'ü', 'ß', 'Ä', 'Ö', 'Ü']))
        .collect()
}

fn table(lines: &[String]) -> String {
    let rows: String = lines
        .iter()
        .map(|line| format!("{line};Fachamt\r\n"))
        .collect();
    format!("Name;Art\r\n{rows}")
}

#[test]
fn utf_16_is_read_with_its_mark_and_without() {
    let text = "Name;Art\r\nAmt für Straßen;Fachamt\r\n";
    let low: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let high: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked = |mark: [u8; 2], bytes: &[u8]| [mark.as_slice(), bytes].concat();
    let files = [
        marked([0xFF, 0xFE], &low),
        marked([0xFE, 0xFF], &high),
        low.clone(),
        high,
        windows(text).expect("letters of Windows"),
        text.as_bytes().to_vec(),
    ];
    for bytes in files {
        let mut district = Filled::new();
        district.take(&departments(bytes));
        let names: Vec<_> = district.network.departments.values().collect();
        assert_eq!(names[0].name.as_str(), "Amt für Straßen");
    }
    assert_eq!(
        problem(low[..low.len() - 1].to_vec()),
        Some(Problem::Unreadable)
    );
}

#[test]
fn old_codings_are_said_and_no_text_of_windows_is_taken_for_one() {
    let lines = lines();
    assert!(lines.len() > 500, "{}", lines.len());
    let (mut tried, mut told) = ((0, 0), (0, 0));
    for line in &lines {
        let text = table(std::slice::from_ref(line));
        let is_old = |bytes: Vec<u8>| matches!(problem(bytes), Some(Problem::OldCoding(_)));
        if let Some(bytes) = windows(&text) {
            assert!(!is_old(bytes), "{line}");
        }
        if let Some(bytes) = dos(&text) {
            tried.0 += 1;
            told.0 += usize::from(is_old(bytes));
        }
        if let Some(bytes) = macintosh(&text) {
            tried.1 += 1;
            told.1 += usize::from(is_old(bytes));
        }
    }
    // A single line may hold one umlaut that could be another letter of another language.
    assert!(
        told.0 * 100 >= tried.0 * 85,
        "DOS: {} of {}",
        told.0,
        tried.0
    );
    assert!(
        told.1 * 100 >= tried.1 * 75,
        "Macintosh: {} of {}",
        told.1,
        tried.1
    );
    let whole: Vec<String> = lines
        .into_iter()
        .filter(|line| dos(line).is_some())
        .take(40)
        .collect();
    let text = table(&whole);
    let old = |bytes: Option<Vec<u8>>| problem(bytes.expect("its letters"));
    assert_eq!(old(dos(&text)), Some(Problem::OldCoding(OldCoding::Dos)));
    assert_eq!(
        old(macintosh(&text)),
        Some(Problem::OldCoding(OldCoding::Macintosh))
    );
}

#[test]
fn the_usual_words_of_a_table_are_known_in_old_codings() {
    for word in [
        "Müller",
        "Mädchentreff",
        "Frühe Hilfen",
        "Schüler",
        "Träger",
        "Familienbüro",
    ] {
        let text = format!("Name;Art\n{word};Fachamt\n");
        let files = departments(dos(&text).expect("its letters"));
        assert_eq!(
            survey(&files).expect_err("a fault").list[0].problem,
            Problem::OldCoding(OldCoding::Dos)
        );
        let said = read_tables(&departments(macintosh(&text).expect("its letters")));
        let said = said.expect_err("a fault").say(Lang::De);
        assert!(
            said.starts_with("organisationen.csv: Der Text ist in der Kodierung von Macintosh"),
            "{said}"
        );
    }
}

#[test]
fn names_of_other_languages_are_read_as_windows_writes_them() {
    for name in [
        "Žarko Šimić".replace('ć', "c"),
        "Miloš".to_owned(),
        "Košice und Krško".to_owned(),
        "Sánchez, Joáo".to_owned(),
        "Café „Kinder“ – Haus…".to_owned(),
        "‚Kita‘ 5 € † ™".to_owned(),
        "Señor Núñez".to_owned(),
        "L’Haÿ-les-Roses".to_owned(),
        "§ 16 SGB VIII".to_owned(),
        "Škoda".to_owned(),
    ] {
        let bytes = windows(&format!("Name;Art\n{name};Fachamt\n")).expect("letters of Windows");
        assert_eq!(problem(bytes), None, "{name}");
    }
}

#[test]
fn a_text_that_was_encoded_twice_is_a_fault_of_its_cell_with_what_was_meant() {
    let twice = |text: &str| {
        let (read, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(text.as_bytes());
        read.into_owned()
    };
    for name in [
        "Müller",
        "Straße",
        "Frühe Hilfen – Süd",
        "Öffentlichkeit",
        "Café „Grün“",
        "Träger",
    ] {
        let text = format!("Name;Art\nAmt;Fachamt\n{};Schule\n", twice(name));
        let faults = Filled::new()
            .plan(&[file("organisationen.csv", &text)])
            .expect_err("a fault");
        let fault = &faults.list[0];
        assert_eq!(fault.problem, Problem::EncodedTwice(name.to_owned()));
        assert_eq!(
            (fault.place.row, fault.place.column.as_deref()),
            (Some(3), Some("Name"))
        );
    }
    let ties = format!("Von;Mit;{}\nA;B;3\n", twice("Stärke"));
    let faults = Filled::new()
        .plan(&[file("ties.csv", &ties)])
        .expect_err("a fault");
    assert_eq!(
        faults.list[0].problem,
        Problem::EncodedTwice("Stärke".to_owned())
    );
    let actors = format!("Name;Amt\n{};X\n", twice("Müller"));
    assert_eq!(
        survey(&[file("actors.csv", &actors)])
            .expect_err("a fault")
            .len(),
        1
    );
}

#[test]
fn no_line_of_our_texts_passes_for_one_that_was_encoded_twice() {
    let mut lines = lines();
    lines.extend(["SÃO PAULO", "Â", "château", "MÃE", "Île-de-France, âgé"].map(str::to_owned));
    let problem = problem(table(&lines).into_bytes());
    assert!(
        !matches!(problem, Some(Problem::EncodedTwice(_))),
        "{problem:?}"
    );
}
