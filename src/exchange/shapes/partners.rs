//! One row a function, its partners in several columns.

use super::super::columns::{Table, meanings, plain};
use super::super::notice::{Notice, Notices, ReadAs};
use super::super::read::{Kind, Partner, Partners, Shape, Sheet};
use super::look::{HEADERS, Seen};
use crate::text::words::folded;

/// Headers of columns that hold partners, be it one column alone.
const PARTNERS: [&str; 17] = [
    "partner",
    "partnerin",
    "partner-in",
    "partner-innen",
    "partnerinnen",
    "kooperationspartner",
    "kooperationspartnerin",
    "kooperationspartner-in",
    "kooperationspartner-innen",
    "netzwerkpartner",
    "netzwerkpartner-in",
    "netzwerkpartner-innen",
    "arbeitet-mit",
    "arbeitet-zusammen-mit",
    "arbeitet-mit-zusammen",
    "works-with",
    "cooperates-with",
];

/// Headers that may mean something else where they stand alone, and hold partners where they are numbered.
const NUMBERED: [&str; 11] = [
    "mit",
    "kooperation",
    "kooperation-mit",
    "kooperiert-mit",
    "zusammenarbeit",
    "zusammenarbeit-mit",
    "kontakt",
    "nennung",
    "alter",
    "to",
    "target",
];

/// Headers of the column of the function itself.
const OWN: [&str; 12] = [
    "funktion",
    "funktion-oder-einrichtung",
    "name",
    "akteur",
    "akteurin",
    "akteur-in",
    "von",
    "ego",
    "actor",
    "from",
    "source",
    "stelle",
];

/// Headers of strengths, without the number that tells them apart.
const STRENGTHS: [&str; 6] = [
    "staerke",
    "strength",
    "gewicht",
    "weight",
    "intensitaet",
    "intensity",
];

/// The list of partners that a sheet is, if it is one.
pub(super) fn of(rows: &[Seen]) -> Option<Shape> {
    rows.iter().take(HEADERS).find_map(in_row)
}

fn in_row(header: &Seen) -> Option<Shape> {
    let folded: Vec<String> = header.cells.iter().map(|cell| plain(cell)).collect();
    let is_one_of = |words: &[&str], at: usize| words.contains(&without_number(&folded[at]));
    let all = 0..folded.len();
    let columns: Vec<usize> = all
        .clone()
        .filter(|at| {
            let is_numbered = !number_of(&folded[*at]).is_empty();
            is_one_of(&PARTNERS, *at) || (is_numbered && is_one_of(&NUMBERED, *at))
        })
        .collect();
    if columns.is_empty() {
        return None;
    }
    let from = all
        .clone()
        .find(|at| !columns.contains(at) && OWN.contains(&folded[*at].as_str()))?;
    let partners = columns.iter().enumerate().map(|(place, at)| Partner {
        at: *at,
        strength: {
            let until = columns.get(place + 1).copied().unwrap_or(folded.len());
            let own = |s: &usize| {
                is_one_of(&STRENGTHS, *s) && number_of(&folded[*s]) == number_of(&folded[*at])
            };
            let numbered = all
                .clone()
                .find(|s| own(s) && !number_of(&folded[*s]).is_empty());
            let right = || (at + 1..until).find(|s| is_one_of(&STRENGTHS, *s));
            numbered.or_else(|| right().filter(|_| columns.len() > 1))
        },
    });
    let mut partners: Vec<Partner> = partners.collect();
    let strengths = all.clone().filter(|at| is_one_of(&STRENGTHS, *at));
    // One column of strengths at the end is that of all partners.
    if strengths.count() == 1 {
        partners
            .iter_mut()
            .for_each(|partner| partner.strength = None);
    }
    let has_strengths = partners.iter().any(|partner| partner.strength.is_some());
    let is_read = |at: &usize| {
        let own = |partner: &Partner| partner.at == *at || partner.strength == Some(*at);
        *at == from || partners.iter().any(own)
    };
    let shared: Vec<usize> = all.filter(|at| !is_read(at)).collect();
    let strength = has_strengths.then_some("Stärke");
    let headers = ["Von", "Mit"].into_iter().chain(strength);
    let headers = headers.chain(shared.iter().map(|at| header.get(*at)));
    Some(Shape {
        header: Some(header.number),
        headers: headers.map(str::to_owned).collect(),
        kind: Kind::Partners(Partners {
            from,
            partners,
            shared,
            has_strengths,
        }),
    })
}

fn without_number(folded: &str) -> &str {
    folded.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-')
}

fn number_of(folded: &str) -> &str {
    folded[without_number(folded).len()..].trim_matches('-')
}

/// Whether a sheet of partners is one of functions too: it says where each of them is.
pub(super) fn lists_functions(header: &Seen) -> bool {
    let mut cells = header.cells.iter();
    cells.any(|cell| {
        let mut meanings = meanings(&folded(cell)).iter();
        meanings.any(|one| {
            one.table == Table::Actors && Table::Actors.headings()[one.place].key == "department"
        })
    })
}

/// Tells what a list of partners was read as.
pub(super) fn tell(sheet: &Sheet<'_>, header: &Seen, partners: &Partners, notices: &mut Notices) {
    let columns = partners.partners.iter();
    let columns = columns.map(|partner| header.get(partner.at).to_owned());
    notices.push(Notice::Shaped {
        source: sheet.source.clone(),
        shape: ReadAs::Partners(header.get(partners.from).to_owned(), columns.collect()),
    });
}
