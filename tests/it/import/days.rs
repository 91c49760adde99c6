//! Dates that a spreadsheet made of something else.

use miteinander::domain::LifePhase;
use miteinander::exchange::Input;
use miteinander::text::words::read_life_phase;

use super::books::{page, saved_by_libreoffice, xlsx_with};
use super::{Filled, case, file};

#[test]
fn a_year_under_the_format_of_a_date_is_the_year() {
    let Some(book) = case("21-dates/year-in-date-format.xlsx") else {
        return;
    };
    let mut files = vec![book.clone()];
    for ending in ["ods", "xls"] {
        files.extend(saved_by_libreoffice(&book, ending));
    }
    for file in files {
        let name = file.name.clone();
        let mut district = Filled::new();
        district.take(&[file]);
        let mut since: Vec<String> = district
            .network
            .reports
            .values()
            .map(|report| report.since.expect("a year").to_string())
            .collect();
        since.sort();
        let years = [
            "2018", "2018", "2018", "2018", "2019", "2020", "2021", "2022",
        ];
        assert_eq!(since, years, "{name}");
    }
}

#[test]
fn a_life_phase_that_became_a_date_is_read_back_however_it_is_written() {
    for (texts, phase) in [
        (
            [
                "03. Jun",
                "3. Juni",
                "Jun 03",
                "03-Jun",
                "2025-06-03",
                "03.06.2025",
                "03.06.",
                "3.6.",
                "Mrz 06",
                "06. Mrz",
                "06. März",
                "Mar 6",
                "2025-03-06",
                "6-Mar",
                "Juni 3",
                "03. Jun 25",
            ]
            .as_slice(),
            LifePhase::From3To6,
        ),
        (
            &[
                "06. Okt",
                "6. Oktober",
                "Okt 06",
                "2025-10-06",
                "06.10.2025",
                "Jun 10",
                "10-Jun",
            ],
            LifePhase::From6To10,
        ),
        (
            &["14. Okt", "Okt 14", "14.10.2025", "14-Oct"],
            LifePhase::From10To14,
        ),
    ] {
        for text in texts {
            assert_eq!(read_life_phase(text), Some(phase), "{text}");
        }
    }
    for text in [
        "03. Mai",
        "2025-06-04",
        "Jun",
        "03",
        "14.11.2025",
        "3. Quartal",
        "Jun 2003",
    ] {
        assert_eq!(read_life_phase(text), None, "{text}");
    }
}

/// The life phases of the one offer of some files.
fn life_phases(offers: Input) -> Vec<LifePhase> {
    let departments = file("departments.csv", "name,kind\nJugendamt,office\n");
    let mut district = Filled::new();
    district.take(&[departments, offers]);
    let offer = district.network.offers.values().next().expect("an offer");
    offer.life_phases.iter().copied().collect()
}

#[test]
fn the_cells_of_csv_and_workbooks_are_read_back() {
    let text =
        "Angebot;Lebensphasen;Handlungsfelder;Träger\nTreff;03. Jun|06. Okt;Bildung;Jugendamt\n";
    let both = [LifePhase::From3To6, LifePhase::From6To10];
    assert_eq!(life_phases(file("Angebote.csv", text)), both);
    let rows: [&[&str]; 2] = [
        &["Angebot", "Lebensphasen", "Handlungsfelder", "Träger"],
        &[
            "Treff",
            "<c r=\"@\" s=\"1\"><v>45811</v></c>",
            "Bildung",
            "Jugendamt",
        ],
    ];
    let styles =
        b"<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"DD. MMM\"/></numFmts>\
        <cellXfs><xf/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
    let book = xlsx_with(
        "a.xlsx",
        &[page("Angebote", &rows)],
        &[("xl/styles.xml", styles)],
    );
    assert_eq!(life_phases(book), [LifePhase::From3To6]);
}
