//! A function's name in the free texts of others: blanked in open points, counted elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use super::actor::ActorId;
use super::change::Change;
use super::look::{is_dash, is_unseen, look_alike};
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

/// A note with another name wherever one of `names` stands as a whole word, in capitals or not, however its blanks and
/// dashes are written; none where none does. What reads as one of `others` is theirs. The end is cut off where the note
/// would be longer than it may be.
pub(super) fn without_names(
    note: &Note,
    [names, others]: [&BTreeSet<Text>; 2],
    instead: &Text,
) -> Option<Note> {
    let own = names.iter().map(|name| (look_alike(name.as_str()), true));
    let theirs = others.iter().map(|name| (look_alike(name.as_str()), false));
    // A name that somebody else has too is not known to be meant.
    let all: BTreeMap<String, bool> = own.chain(theirs).collect();
    let all = all.into_iter();
    let mut all: Vec<(Vec<char>, bool)> = all
        .map(|(name, is_own)| (name.chars().collect(), is_own))
        .collect();
    // The longest first: one name may be the beginning of another.
    all.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    let text: Vec<char> = note.as_str().chars().collect();
    let units = units(&text);
    let (mut after, mut at, mut met) = (String::new(), 0, false);
    while at < units.len() {
        let found = all
            .iter()
            .find_map(|(name, is_own)| Some((ends_after(&units, at, name)?, *is_own)));
        let (end, is_own) = found.unwrap_or((at + 1, false));
        // A letter whose small form is two is one all the same.
        let goes_on = at > 0 && units[at - 1].from == units[at].from;
        if is_own {
            after.push_str(instead.as_str());
            met = true;
        } else if !goes_on {
            after.extend(&text[units[at].from..units[end - 1].to]);
        }
        at = end;
    }
    met.then(|| shortened(&after))
}

/// A letter as a reader sees it, in small, and which letters of the text it is.
struct Unit {
    seen: char,
    from: usize,
    to: usize,
}

/// A text as a reader sees it: a run of blanks is one, all dashes are alike, and what is not seen belongs to what is before it.
fn units(text: &[char]) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    for (at, one) in text.iter().enumerate() {
        let to = at + 1;
        let goes_on = |unit: &&mut Unit| unit.seen == ' ' || is_unseen(*one);
        if (is_unseen(*one) || one.is_whitespace())
            && let Some(before) = units.last_mut().filter(goes_on)
        {
            before.to = to;
        } else if one.is_whitespace() || is_unseen(*one) {
            units.push(Unit {
                seen: ' ',
                from: at,
                to,
            });
        } else if is_dash(*one) {
            units.push(Unit {
                seen: '-',
                from: at,
                to,
            });
        } else {
            let small = one.to_lowercase();
            units.extend(small.map(|seen| Unit { seen, from: at, to }));
        }
    }
    units
}

/// Where a name ends that begins at a place of a text as a word of its own; none where it does not.
fn ends_after(text: &[Unit], at: usize, name: &[char]) -> Option<usize> {
    let end = at + name.len();
    let is_word = |place: Option<usize>| {
        let one = place.and_then(|place| text.get(place));
        one.is_some_and(|one| one.seen.is_alphanumeric())
    };
    let seen = text.get(at..end)?.iter().map(|unit| &unit.seen);
    // The small form of a letter may be two, of which a name is not to end at the first.
    let is_cut = text
        .get(end)
        .is_some_and(|next| next.from == text[end - 1].from);
    let stands_alone = !is_word(at.checked_sub(1)) && !is_word(Some(end)) && !is_cut;
    (stands_alone && seen.eq(name)).then_some(end)
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
    let name = look_alike(name);
    let says = |text: &str| look_alike(text).contains(&name);
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
        beside(note, names, &[])
    }

    fn beside(note: &str, names: &[&str], others: &[&str]) -> Option<String> {
        let text = |text: &&str| Text::parse(text).expect("a text");
        let note = Note::parse(note).expect("a note");
        let [names, others] = [names, others].map(|all| all.iter().map(text).collect());
        let blanked = without_names(&note, [&names, &others], &text(&"Funktion 1"));
        blanked.map(|note| note.to_string())
    }

    #[test]
    fn a_name_is_blanked_however_its_blanks_and_dashes_are_written() {
        let names = ["RSD Süd", "Team-Nord"];
        assert_eq!(
            after("rsd  süd – und Team\u{2013}Nord, RSD\u{a0}Süd?", &names).as_deref(),
            Some("Funktion 1 – und Funktion 1, Funktion 1?")
        );
    }

    #[test]
    fn what_reads_as_another_function_is_left() {
        assert_eq!(
            beside("Kita Linde, Leitung?", &["Leitung"], &["Leitung"]),
            None
        );
        assert_eq!(
            beside(
                "RSD Süd Leitung mit RSD Süd",
                &["RSD Süd"],
                &["RSD Süd Leitung"]
            )
            .as_deref(),
            Some("RSD Süd Leitung mit Funktion 1")
        );
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
            after("İ: ist İ da", &["da"]).as_deref(),
            Some("İ: ist İ Funktion 1")
        );
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
