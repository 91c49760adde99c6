//! SVG, PNG and PDF: the same bytes each time, on any number of threads.

use std::thread;

use miteinander::map::{MapOptions, Picture, network};

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
fn a_png_is_a4_at_150_dots_an_inch() {
    let png = draw(&demonstration()).png().expect("a PNG");
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    assert_eq!((side(16), side(20)), (1754, 1240));
}

#[test]
fn a_pdf_has_its_title_its_language_readable_text_and_no_date() {
    let survey = demonstration();
    let picture =
        network(&survey, &everything(&survey), &MapOptions::default()).expect("a picture");
    let pdf = picture.pdf().expect("a PDF");
    assert!(pdf.starts_with(b"%PDF-"));
    let holds = |text: &str| {
        pdf.windows(text.len())
            .any(|window| window == text.as_bytes())
    };
    assert!(holds("/Lang") && holds("/ToUnicode") && holds("/StructTreeRoot"));
    assert!(holds("NotoSans"), "the font is embedded");
    assert!(!holds("CreationDate") && !holds("CreateDate"));
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
    survey.ties[2].binding = true;
    insta::assert_snapshot!(draw(&survey).svg());
}
