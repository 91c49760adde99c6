//! Which table a sheet is and which column is what: the shapes that people bring, with the right ties.

mod columns;
mod graphs;
mod list;
mod marks;
mod matrix;
mod partners;
mod silence;

use std::collections::BTreeSet;

use miteinander::domain::{Network, Survey};
use miteinander::exchange::{Faults, Input, Reading, Surveyed, read_survey};
use miteinander::text::Lang;

use crate::import::{Filled, file};

/// Files of a case that people stumbled over; none where they are not there.
fn case(folder: &str, names: &[&str]) -> Option<Vec<Input>> {
    let folder = crate::shared("cases")?.join(folder);
    let input = |name: &&str| Input {
        name: (*name).to_owned(),
        bytes: std::fs::read(folder.join(name)).expect("the case holds the file"),
    };
    Some(names.iter().map(input).collect())
}

/// A workbook with these sheets, each of rows of texts; what is a number is written as one.
fn book(name: &str, sheets: &[(&str, &[&[&str]])]) -> Input {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).expect("a name");
        for (row, cells) in (0..).zip(*rows) {
            for (column, cell) in (0..).zip(*cells) {
                let written = match cell.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number),
                    Err(_) => sheet.write_string(row, column, *cell),
                };
                written.expect("a cell");
            }
        }
    }
    Input {
        name: name.to_owned(),
        bytes: book.save_to_buffer().expect("a workbook"),
    }
}

fn read(files: &[Input]) -> Surveyed {
    read_survey(files, &Reading::default())
        .unwrap_or_else(|faults| panic!("{}", faults.say(Lang::De)))
}

fn refused(files: &[Input]) -> Faults {
    read_survey(files, &Reading::default()).expect_err("faults")
}

fn notices(read: &Surveyed) -> Vec<String> {
    let said = read.notices.iter().map(|notice| notice.say(Lang::De));
    said.collect()
}

/// Who reports a tie with whom, and how strong, as sentences in order.
fn ties(survey: &Survey) -> Vec<String> {
    let name = |actor: u32| survey.actors[actor as usize].label.as_str();
    let tie = |tie: &miteinander::domain::SurveyTie| {
        let strength = tie
            .strength
            .map_or("?".to_owned(), |strength| strength.to_string());
        format!("{} → {}: {strength}", name(tie.from), name(tie.to))
    };
    let mut ties: Vec<String> = survey.ties.iter().map(tie).collect();
    ties.sort();
    ties
}

/// The same of a district.
fn reports(network: &Network) -> Vec<String> {
    let mut ties: Vec<String> = network
        .reports
        .iter()
        .map(|((_, from, to), report)| {
            let name = |id| network.actors[id].name.to_string();
            let strength = report
                .strength
                .map(|strength| strength.number().to_string());
            format!(
                "{} → {}: {}",
                name(from),
                name(to),
                strength.unwrap_or("?".to_owned())
            )
        })
        .collect();
    ties.sort();
    ties
}

/// The ties that several of the cases have.
const EIGHT: [&str; 8] = [
    "Frühe Hilfen Koordination → KJGD Team A: 3",
    "Frühe Hilfen Koordination → RSD Süd: 4",
    "Gesundheitsförderung → Frühe Hilfen Koordination: 3",
    "Gesundheitsförderung → Planung: 4",
    "KJGD Team A → KJGD Team B: 5",
    "KJGD Team B → Zahnärztlicher Dienst: 2",
    "RSD Süd → RSD Nord: 5",
    "Schulpsychologie → Sportförderung: 2",
];

/// The offices of the cases, which an import wants to know.
fn offices() -> Input {
    file(
        "organisationen.csv",
        "Name;Kürzel;Art\nJugendamt;Jug;Fachamt\nGesundheitsamt;Ges;Fachamt\nOE QPK;QPK;sonstige OE\nSchul- und Sportamt;SchulSport;Fachamt\n",
    )
}

/// Four functions of two offices.
fn functions() -> Input {
    file(
        "funktionen.csv",
        "Funktion oder Einrichtung;Amt / Organisation\nRSD Süd;Jugendamt\nRSD Nord;Jugendamt\nKJGD;Gesundheitsamt\nErsthausbesuch;Gesundheitsamt\n",
    )
}

/// The offices and functions with another file, as an import takes them.
fn taken(other: Input) -> Filled {
    let mut district = Filled::new();
    district.take(&[offices(), functions(), other]);
    district
}

/// The names of an import's reports, and how many kinds each has.
fn kinds(network: &Network) -> BTreeSet<(String, Vec<&'static str>)> {
    let reports = network.reports.iter().map(|((_, from, to), report)| {
        let pair = format!(
            "{} → {}",
            network.actors[from].name, network.actors[to].name
        );
        (pair, report.kinds.iter().map(|kind| kind.code()).collect())
    });
    reports.collect()
}
