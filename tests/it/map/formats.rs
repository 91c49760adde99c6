//! SVG, PNG and PDF: the same bytes each time, on any number of threads.

use std::process::Command;
use std::thread;

use miteinander::analysis::Selection;
use miteinander::analysis::prose::Chapter;
use miteinander::domain::Audience;
use miteinander::map::{MapOptions, Paper, Picture, network};

use super::surveys::{demonstration, draw, everything, small};
use crate::analysis::networks::planted;

fn bytes(picture: &Picture) -> [Vec<u8>; 4] {
    [
        picture.svg().into_bytes(),
        picture.geometry().to_json().into_bytes(),
        picture.png().expect("a PNG"),
        picture.pdf().expect("a PDF"),
    ]
}

#[test]
fn the_same_input_gives_the_same_bytes_on_any_number_of_threads() {
    let survey = demonstration();
    let alone = bytes(&draw(&survey));
    let together: Vec<[Vec<u8>; 4]> = thread::scope(|scope| {
        let runs: Vec<_> = (0..3)
            .map(|_| scope.spawn(|| bytes(&draw(&survey))))
            .collect();
        runs.into_iter()
            .map(|run| run.join().expect("it can be drawn"))
            .collect()
    });
    for again in together {
        assert!(again == alone);
    }
}

#[test]
fn the_order_of_the_rows_changes_nothing() {
    let survey = planted(60, 6, 200, 5, 4);
    let mut reversed = survey.clone();
    reversed.ties.reverse();
    assert!(draw(&survey).svg() == draw(&reversed).svg());
}

#[test]
fn a_png_has_its_paper_at_150_dots_an_inch() {
    for (paper, dots) in [(Paper::A4, (1754, 1240)), (Paper::A3, (2480, 1753))] {
        let png = on(paper).png().expect("a PNG");
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
        assert_eq!((side(16), side(20)), dots);
    }
}

#[test]
fn a_pdf_is_an_accessible_page_of_its_paper_without_a_date() {
    for (paper, size) in [(Paper::A4, "841.89 595.28"), (Paper::A3, "1190.55 841.89")] {
        let pdf = on(paper).pdf().expect("a PDF");
        assert!(pdf.starts_with(b"%PDF-1.7"));
        let holds = |text: &str| {
            pdf.windows(text.len())
                .any(|window| window == text.as_bytes())
        };
        assert!(holds(&format!("[0 0 {size}]")));
        assert!(holds("/Lang") && holds("/ToUnicode") && holds("/StructTreeRoot"));
        assert!(holds("/Marked true") && holds("/DisplayDocTitle true"));
        assert!(holds("<pdfuaid:part>1</pdfuaid:part>"), "PDF/UA-1");
        assert!(holds("/Figure") && holds("/H1") && holds("/Alt"));
        assert!(holds("NotoSans"), "the font is embedded");
        assert!(!holds("CreationDate") && !holds("CreateDate"));
    }
}

#[test]
fn a_page_with_letters_that_the_font_lacks_is_tagged_but_claims_no_standard() {
    let survey = small(
        &[("\u{5e9}\u{5dc}\u{5d5}\u{5dd}", "Amt"), ("b", "Amt")],
        &[(0, 1)],
    );
    let pdf = draw(&survey).pdf().expect("a PDF");
    let holds = |text: &str| {
        pdf.windows(text.len())
            .any(|window| window == text.as_bytes())
    };
    assert!(holds("/StructTreeRoot") && !holds("pdfuaid:part"));
}

/// What a program says of a PDF; none where the program is not there.
fn said_of(pdf: &[u8], program: &str, rest: &[&str]) -> Option<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("map.pdf");
    std::fs::write(&file, pdf).expect("it is written");
    match Command::new(program).arg(&file).args(rest).output() {
        Ok(done) => Some(String::from_utf8_lossy(&done.stdout).into_owned()),
        Err(_) => {
            assert!(
                std::env::var_os("MITEINANDER_REQUIRE").is_none(),
                "MITEINANDER_REQUIRE is set, but {program} is missing"
            );
            eprintln!("SKIPPED: {program} is not there");
            None
        }
    }
}

/// The text of a page as a reader's program takes it out, and what it says of itself.
#[test]
fn the_text_of_a_page_can_be_taken_out() {
    let pdf = on(Paper::A4).pdf().expect("a PDF");
    if let Some(text) = said_of(&pdf, "pdftotext", &["-"]) {
        assert!(text.contains("Musterbezirk") && text.contains("Jugendamt"));
        assert!(text.contains("Stärke der Verbindung"));
    }
    if let Some(facts) = said_of(&pdf, "pdfinfo", &[]) {
        assert!(facts.contains("Tagged:") && facts.contains("841.89 x 595.28 pts (A4)"));
        let tagged = facts.lines().find(|line| line.starts_with("Tagged:"));
        assert!(tagged.is_some_and(|line| line.ends_with("yes")));
    }
}

#[test]
fn a_draft_says_so_on_each_page_and_its_picture_stays_as_it_is() {
    let survey = demonstration();
    let selection = Selection {
        audience: Audience::Leadership,
        ..everything(&survey)
    };
    let picture = network(&survey, &selection, &MapOptions::default()).expect("a picture");
    let Picture::Offices(offices) = picture else {
        panic!("leaders see offices");
    };
    let before = offices.sheet.svg().to_owned();
    let chapter = Chapter {
        heading: "Was zu sehen ist".to_owned(),
        paragraphs: vec!["Ein Satz.".to_owned()],
    };
    let pages = |mark| offices.sheet.handout(std::slice::from_ref(&chapter), mark);
    let draft = pages(Some("Entwurf zur Abstimmung")).expect("a PDF");
    let final_one = pages(None).expect("a PDF");
    assert_eq!(offices.sheet.svg(), before);
    for page in ["1", "2"] {
        let of_page = ["-f", page, "-l", page, "-"];
        if let Some(text) = said_of(&draft, "pdftotext", &of_page) {
            assert!(text.contains("Entwurf zur Abstimmung"), "{page}: {text}");
        }
        if let Some(text) = said_of(&final_one, "pdftotext", &of_page) {
            assert!(!text.contains("Entwurf"), "{page}: {text}");
        }
    }
}

fn on(paper: Paper) -> Picture {
    let survey = demonstration();
    let options = MapOptions {
        paper,
        ..MapOptions::default()
    };
    network(&survey, &everything(&survey), &options).expect("a picture")
}

#[test]
fn a_small_network_looks_as_it_was_looked_at() {
    let actors = [
        ("Netzwerkkoordination Frühe Hilfen", "Jugendamt"),
        ("RSD Region Süd, Teamleitung", "Jugendamt"),
        ("KJGD, Ersthausbesuch", "Gesundheitsamt"),
        ("Koordination Gesundheitsförderung", "OE QPK"),
        ("Schulplatzvergabe", "Schul- und Sportamt"),
    ];
    let mut survey = small(&actors, &[(0, 1), (0, 2), (0, 3), (2, 3)]);
    survey.ties[2].strength = Some(5.0);
    survey.ties[2].binding = Some(true);
    insta::assert_snapshot!(draw(&survey).svg());
}
