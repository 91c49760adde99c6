//! Remarks for which there is no room where two reports become one: kept as open points, so that nothing is lost.

use chrono::NaiveDate;

use super::super::network::Network;
use super::super::open_point::{OpenPoint, OpenPointId};
use super::super::report::ReportKey;
use super::super::words::{MAX_NOTE, Note};

/// How many characters of a remark stand behind the names at least.
const LEAST: usize = 40;

/// What the ids of such open points begin with.
const UNFIT: &str = "remark";

/// Keeps a remark of a report as open points of the report's phase, each of which says whom it is about where there is room.
pub(super) fn keep(network: &mut Network, key: &ReportKey, note: &Note, noted: NaiveDate) {
    let (phase, from, to) = key;
    let names = [from, to].map(|actor| {
        let record = network.actors.get(actor);
        record.map_or(actor.as_str(), |record| record.name.as_str())
    });
    for text in pieces(names, note) {
        let taken = |id: &OpenPointId| network.open_points.contains_key(id);
        // An id that says whom it is about would still say so after one of them was deleted.
        let id = OpenPointId::from_name(UNFIT, taken);
        let phase = phase.clone();
        let point = OpenPoint { text, phase, noted };
        network.open_points.insert(id, point);
    }
}

/// The remark behind both names, in several pieces where it is too long with them. The names are told whole or not at all,
/// so that they are found where one is to be deleted.
fn pieces(names: [&str; 2], note: &Note) -> Vec<Note> {
    let before = format!("{} – {}: ", names[0], names[1]);
    let room = MAX_NOTE.saturating_sub(before.chars().count());
    if room < LEAST {
        return vec![note.clone()];
    }
    let text: Vec<char> = note.as_str().chars().collect();
    let mut left = text.as_slice();
    let mut pieces = Vec::new();
    while !left.is_empty() {
        let (part, rest) = left.split_at(end_of(left, room));
        let text = before.clone() + &part.iter().collect::<String>();
        pieces
            .push(Note::parse(&text).expect("it holds names, has room, and only what texts hold"));
        left = rest;
    }
    pieces
}

/// Where a piece ends for which there is so much room: between words, where that is to be had.
fn end_of(text: &[char], room: usize) -> usize {
    if text.len() <= room {
        return text.len();
    }
    let blank = text[..room].iter().rposition(|one| one.is_whitespace());
    blank.filter(|blank| *blank > 0).unwrap_or(room)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_remark_nothing_is_lost_however_long_the_names_are() {
        let note = Note::parse(&"Wort ".repeat(40)).expect("a note");
        let (long, short) = ("F".repeat(70), "Kita");
        for names in [[short, short], [long.as_str(), short], [&long, &long]] {
            let pieces = pieces(names, &note);
            let begin = format!("{} – {}: ", names[0], names[1]);
            let said = pieces.iter().map(|piece| {
                let rest = piece.as_str().strip_prefix(&begin);
                let rest = rest.expect("whom it is about");
                assert!(rest.split_whitespace().all(|word| word == "Wort"), "{rest}");
                rest.replace(' ', "")
            });
            assert_eq!(said.collect::<String>(), "Wort".repeat(40));
        }
        let longer = "F".repeat(300);
        assert_eq!(pieces([&longer, short], &note), [note]);
        let short = Note::parse("kurz").expect("a note");
        assert_eq!(pieces(["A", "B"], &short)[0].as_str(), "A – B: kurz");
    }
}
