//! Workbooks as LibreOffice writes them.

use std::process::Command;

use miteinander::exchange::{Input, read_tables, survey};

use super::Filled;

const DEPARTMENTS: &str =
    "Name,Kürzel,Art\nJugendamt,Jug,Fachamt\n\"Haus \"\"Süd\"\" & Café\",,freier Träger\n";
const PHASES: &str = "Name,Beginn,Ende\n2019,2019-09-01,2022-12-31\n2023–,2023-01-01,\n";

/// The text as a file that LibreOffice makes of it; none where it is not installed.
fn office(name: &str, text: &str, ending: &str) -> Option<Input> {
    let folder = tempfile::tempdir().expect("a folder");
    let csv = folder.path().join(format!("{name}.csv"));
    std::fs::write(&csv, text).expect("a file");
    let profile = format!(
        "-env:UserInstallation=file://{}/profile",
        folder.path().display()
    );
    let run = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", ending, "--outdir"])
        .arg(folder.path())
        // Comma, quotes, UTF-8, from row 1, all columns as they are.
        .args(["--infilter=CSV:44,34,76,1", csv.to_str().expect("a path")])
        .output();
    match run {
        Ok(done) if done.status.success() => {
            let file = format!("{name}.{ending}");
            let bytes = std::fs::read(folder.path().join(&file)).expect("the converted file");
            Some(Input { name: file, bytes })
        }
        _ => {
            assert!(
                std::env::var_os("MITEINANDER_REQUIRE").is_none(),
                "soffice is required"
            );
            eprintln!("SKIPPED: soffice is not there");
            None
        }
    }
}

#[test]
fn workbooks_of_libreoffice_are_read() {
    for ending in ["xlsx", "xls", "ods"] {
        let (Some(departments), Some(phases)) = (
            office("Organisationen", DEPARTMENTS, ending),
            office("Förderphasen", PHASES, ending),
        ) else {
            return;
        };
        let mut district = Filled::default();
        assert_eq!(district.take(&[departments.clone(), phases]), 4, "{ending}");
        let names: Vec<_> = district
            .network
            .departments
            .values()
            .map(|department| department.name.as_str())
            .collect();
        assert_eq!(names, ["Haus \"Süd\" & Café", "Jugendamt"], "{ending}");
        let days: Vec<_> = district
            .programme
            .phases_in_order()
            .iter()
            .map(|(_, phase)| (phase.name.to_string(), phase.start.to_string()))
            .collect();
        // A name that is a number stays as it was typed.
        assert_eq!(
            days[0],
            ("2019".to_owned(), "2019-09-01".to_owned()),
            "{ending}"
        );
        damage(&departments);
    }
}

/// One byte after the other, at places spread over the file: nothing panics.
fn damage(whole: &Input) {
    let step = whole.bytes.len() / 400 + 1;
    for (at, flip) in (0..whole.bytes.len())
        .step_by(step)
        .zip([0xFF, 0x01, 0x80].iter().cycle())
    {
        let mut one = whole.clone();
        one.bytes[at] ^= flip;
        let inputs = [one];
        // Whatever they answer: that they answer at all is what is tried.
        drop(read_tables(&inputs));
        drop(survey(&inputs));
    }
}
