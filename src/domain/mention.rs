//! A function's name in the free texts of others: blanked in open points, counted elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use super::actor::ActorId;
use super::change::Change;
use super::network::Network;
use super::words::{MAX_NOTE, Note, Text};

/// What stands for the rest of a text that has no room.
const CUT: char = '…';

/// All names that a function bears or bore.
pub fn names_of<'a>(
    actor: &ActorId,
    network: &Network,
    history: impl IntoIterator<Item = &'a Change>,
) -> BTreeSet<Text> {
    let before = history.into_iter().filter_map(|change| match change {
        Change::Actor(edit) if edit.key == *actor => Some([&edit.before, &edit.after]),
        _ => None,
    });
    let before = before.flatten().flatten();
    let now = network.actors.get(actor);
    before.chain(now).map(|actor| actor.name.clone()).collect()
}

/// A note with another name wherever one of these stands as a whole word, in capitals or not; none where none does. Its
/// end is cut off where it would be longer than a note may be.
pub(super) fn without_names(note: &Note, names: &BTreeSet<Text>, other: &Text) -> Option<Note> {
    // The longest first: one name may be the beginning of another.
    let mut names: Vec<Vec<char>> = names.iter().map(|name| small(name.as_str())).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let text: Vec<char> = note.as_str().chars().collect();
    let (mut after, mut at, mut met) = (String::new(), 0, false);
    while at < text.len() {
        let found = names.iter().find_map(|name| ends_after(&text, at, name));
        match found {
            Some(end) => {
                after.push_str(other.as_str());
                at = end;
                met = true;
            }
            None => {
                after.push(text[at]);
                at += 1;
            }
        }
    }
    met.then(|| shortened(&after))
}

/// Where a name ends that begins at a place of a text as a word of its own; none where it does not.
fn ends_after(text: &[char], at: usize, name: &[char]) -> Option<usize> {
    let is_word = |place: Option<usize>| {
        let one = place.and_then(|place| text.get(place));
        one.is_some_and(|one| one.is_alphanumeric())
    };
    if is_word(at.checked_sub(1)) {
        return None;
    }
    let mut left = name;
    for (place, one) in text.iter().enumerate().skip(at) {
        for lower in one.to_lowercase() {
            left = left.strip_prefix(&[lower])?;
        }
        if left.is_empty() {
            return (!is_word(Some(place + 1))).then_some(place + 1);
        }
    }
    None
}

fn small(text: &str) -> Vec<char> {
    text.chars().flat_map(char::to_lowercase).collect()
}

fn shortened(text: &str) -> Note {
    let note = Note::parse(text).or_else(|_| {
        let room = text.chars().take(MAX_NOTE - 1);
        Note::parse(&room.chain([CUT]).collect::<String>())
    });
    note.expect("it holds a name, has room, and only what texts hold")
}

/// How often a name stands in the free texts of others, where nothing is deleted by itself.
pub fn mentions(network: &Network, name: &str) -> usize {
    let name = name.to_lowercase();
    let says = |text: &str| text.to_lowercase().contains(&name);
    let offers = network.offers.values().flat_map(|offer| {
        let texts = [
            &offer.target_group,
            &offer.area,
            &offer.goal,
            &offer.funding,
        ];
        let texts = texts.into_iter().flatten().map(Text::as_str);
        let note = offer.note.as_ref().map(|note| note.as_str());
        texts.chain([offer.name.as_str()]).chain(note)
    });
    let actors = network.actors.values();
    let actors = actors.filter_map(|actor| actor.note.as_ref().map(|note| note.as_str()));
    let sections: BTreeMap<&str, ()> = network
        .memberships
        .values()
        .filter_map(|place| place.section.as_ref().map(|section| (section.as_str(), ())))
        .collect();
    let reports = network.reports.values();
    let reports = reports.filter_map(|report| report.note.as_ref().map(|note| note.as_str()));
    let points = network
        .open_points
        .values()
        .map(|point| point.text.as_str());
    offers
        .chain(points)
        .chain(actors)
        .chain(sections.into_keys())
        .chain(reports)
        .filter(|text| says(text))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(note: &str, names: &[&str]) -> Option<String> {
        let text = |text: &&str| Text::parse(text).expect("a text");
        let note = Note::parse(note).expect("a note");
        let names = names.iter().map(text).collect();
        without_names(&note, &names, &text(&"Funktion 1")).map(|note| note.to_string())
    }

    #[test]
    fn a_name_is_blanked_as_a_whole_word_in_capitals_or_not() {
        let rsd = ["RSD", "RSD Süd"];
        assert_eq!(
            after("kjgd – rsd süd 3, RSD?", &rsd).as_deref(),
            Some("kjgd – Funktion 1 3, Funktion 1?")
        );
        assert_eq!(after("Wer ist RSDs Vertretung?", &rsd), None);
        assert_eq!(after("Teamleitung", &["Leitung"]), None);
        // A letter whose small form is two.
        assert_eq!(after("İstanbul – wer?", &["Istanbul"]), None);
        assert_eq!(
            after("ist İ da", &["İ"]).as_deref(),
            Some("ist Funktion 1 da")
        );
    }

    #[test]
    fn what_has_no_room_is_cut_off_at_the_end() {
        let note = "AB ".repeat(66) + "AB";
        let blanked = after(&note, &["AB"]).expect("it is met");
        assert_eq!(blanked.chars().count(), MAX_NOTE);
        assert!(
            blanked.ends_with(CUT) && !blanked.contains("AB"),
            "{blanked}"
        );
    }
}
