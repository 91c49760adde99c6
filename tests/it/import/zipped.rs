//! A ZIP of workbooks is its workbooks, each with its own name.

use miteinander::exchange::{Input, Problem, survey, surveyed};
use miteinander::text::Lang;

use super::Filled;
use super::books::{archive, page, saved_by_libreoffice, xlsx};

fn offices(name: &str) -> Input {
    xlsx(
        name,
        &[page(
            "Organisationen",
            &[&["Name", "Art"], &["Jugendamt", "Fachamt"]],
        )],
    )
}

fn functions(name: &str, function: &str) -> Input {
    xlsx(
        name,
        &[page(
            "Funktionen",
            &[&["Funktion", "Amt"], &[function, "Jugendamt"]],
        )],
    )
}

fn zip(files: &[(&str, &[u8])]) -> Input {
    archive("Abgabe.zip", files)
}

#[test]
fn workbooks_and_csv_in_an_archive_are_read_together() {
    let (offices, one) = (offices("a.xlsx").bytes, functions("b.xlsx", "RSD"));
    let old = saved_by_libreoffice(&functions("c.xlsx", "KJGD"), "ods");
    let old = old.map_or_else(|| functions("c.xlsx", "KJGD").bytes, |file| file.bytes);
    let ties = b"Von;Mit;St\xE4rke\nRSD;KJGD;3\n";
    let file = zip(&[
        ("Abgabe/Ämter.xlsx", &offices),
        ("Abgabe/Jugendamt.xlsx", &one.bytes),
        ("Gesundheit.ods", &old),
        ("zusammenarbeit.csv", ties),
        ("__MACOSX/._Jugendamt.xlsx", b"\x00\x05\x16\x07"),
        ("Abgabe/.DS_Store", b"x"),
        ("Abgabe/~$Jugendamt.xlsx", b"x"),
        ("Thumbs.db", b"x"),
        ("Liesmich.pdf", b"%PDF"),
    ]);
    let plan = Filled::new()
        .plan(std::slice::from_ref(&file))
        .expect("a plan");
    assert_eq!(plan.network.len(), 1 + 2 * 2 + 1);
    let said: Vec<String> = plan
        .notices
        .iter()
        .map(|notice| notice.say(Lang::De))
        .collect();
    let left_out =
        "Abgabe.zip: Liesmich.pdf: Das ist keine bekannte Tabelle und wird nicht übernommen.";
    assert!(said.iter().any(|said| said == left_out), "{said:?}");
    assert!(
        said.iter()
            .any(|said| said.contains("Abgabe.zip: Abgabe/Jugendamt.xlsx · Funktionen"))
    );
    assert_eq!(said.len(), 2, "{said:?}");
    let read = surveyed(&[file]).expect("a survey");
    assert_eq!(
        (read.survey.ties.len(), read.survey.title.as_str()),
        (1, "Abgabe")
    );
}

#[test]
fn every_fault_in_an_archive_names_its_workbook() {
    let wrong = xlsx(
        "b.xlsx",
        &[page(
            "Funktionen",
            &[&["Funktion", "Amt"], &["A", "Nirgends"]],
        )],
    );
    let file = zip(&[
        ("a.xlsx", &offices("a.xlsx").bytes),
        ("Ordner/b.xlsx", &wrong.bytes),
    ]);
    let faults = Filled::new().plan(&[file]).expect_err("no such office");
    assert_eq!(
        faults.list[0].place.source,
        "Abgabe.zip: Ordner/b.xlsx · Funktionen"
    );
}

#[test]
fn an_archive_in_an_archive_and_a_broken_workbook_are_faults_side_by_side() {
    let inner = zip(&[("a.xlsx", &offices("a.xlsx").bytes)]).bytes;
    let file = zip(&[
        ("innen.zip", &inner),
        ("kaputt.xlsx", b"x"),
        ("a.xlsx", &offices("a").bytes),
    ]);
    for faults in [
        Filled::new()
            .plan(std::slice::from_ref(&file))
            .expect_err("faults"),
        survey(&[file]).expect_err("faults"),
    ] {
        let told: Vec<_> = faults
            .list
            .iter()
            .map(|fault| (fault.place.source.as_str(), fault.problem.clone()))
            .collect();
        let all = [
            ("Abgabe.zip: innen.zip", Problem::ZipInZip),
            ("Abgabe.zip: kaputt.xlsx", Problem::Unreadable),
        ];
        assert_eq!(told, all);
    }
}

#[test]
fn an_archive_without_a_table_is_no_input() {
    let file = zip(&[("bild.png", b"x"), ("__MACOSX/._a.xlsx", b"x")]);
    let faults = Filled::new().plan(&[file]).expect_err("a fault");
    assert_eq!(faults.list[0].problem, Problem::Unreadable);
}
