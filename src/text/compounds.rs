//! Where a long German word may break: before a second part that the names of offices are often made of, else between
//! syllables.

use hypher::{Lang, hyphenate_bounded};

/// Second parts of compounds, as they end words in the names of functions and offices.
const SECOND: [&str; 65] = [
    "agentur",
    "angebote",
    "arbeit",
    "assistenz",
    "bearbeitung",
    "beauftragte",
    "begleitung",
    "behörde",
    "beratung",
    "berechtigungsschein",
    "bericht",
    "berichterstattung",
    "betreuung",
    "bewilligung",
    "bibliothek",
    "bildung",
    "dienst",
    "dienste",
    "eingliederung",
    "einrichtung",
    "entwicklung",
    "erlaubnis",
    "erteilung",
    "erziehung",
    "förderung",
    "gesellschaft",
    "gestaltung",
    "gesundheit",
    "gewährung",
    "gruppe",
    "hebammen",
    "hilfe",
    "hilfen",
    "hochschule",
    "integration",
    "kasse",
    "konflikt",
    "koordination",
    "leistungen",
    "leitung",
    "management",
    "mittel",
    "netzwerk",
    "pflege",
    "planung",
    "prävention",
    "praxis",
    "prophylaxe",
    "psychiatrie",
    "psychologie",
    "schule",
    "schulung",
    "schutz",
    "sicherung",
    "sozialarbeit",
    "stelle",
    "steuerung",
    "unterkunft",
    "untersuchung",
    "verantwortliche",
    "vermittlung",
    "versicherung",
    "versorgung",
    "verwaltung",
    "zentrum",
];

/// The least number of letters before a break, and behind one that is no joint.
const LEAST: usize = 4;

/// The parts of a word at the last known second part; the word itself where there is none.
pub fn parts(word: &str) -> (&str, Option<&str>) {
    let lower = word.to_lowercase();
    // Lower case may be longer in bytes; then the places would not fit.
    if lower.len() != word.len() {
        return (word, None);
    }
    // Without the ending of the other gender.
    let bare = lower.split(['*', ':']).next().unwrap_or_default();
    let bare = bare.trim_end_matches(|c: char| !c.is_alphabetic());
    // A first part may hold joints of its own, and end with the s that binds it.
    let forms = [bare, bare.strip_suffix('s').unwrap_or(bare)];
    let second = SECOND
        .iter()
        .flat_map(|second| forms.map(|form| form.strip_suffix(second)))
        .flatten()
        .map(str::len)
        .filter(|at| word[..*at].chars().count() >= LEAST)
        .min();
    match second {
        Some(at) => (&word[..at], Some(&word[at..])),
        None => (word, None),
    }
}

/// The syllables of a German word, none short at its ends.
pub fn syllables(word: &str) -> impl Iterator<Item = &str> {
    hyphenate_bounded(word, Lang::German, LEAST, LEAST)
}

#[cfg(test)]
mod tests {
    use super::{parts, syllables};

    #[test]
    fn a_compound_breaks_before_its_last_known_part() {
        assert_eq!(
            parts("Schulentwicklungsplanung"),
            ("Schulentwicklungs", Some("planung"))
        );
        assert_eq!(
            parts("Gesundheitsberichterstattung,"),
            ("Gesundheits", Some("berichterstattung,"))
        );
        assert_eq!(parts("Leitung"), ("Leitung", None));
        assert_eq!(parts("Wohngeld"), ("Wohngeld", None));
    }

    #[test]
    fn a_first_part_breaks_again_in_front_of_its_binding_letter() {
        assert_eq!(
            parts("Schwangerschaftskonfliktberatungs"),
            ("Schwangerschaftskonflikt", Some("beratungs"))
        );
    }

    #[test]
    fn the_ending_of_the_other_gender_hides_no_joint() {
        assert_eq!(
            parts("Netzwerkverantwortliche*r"),
            ("Netzwerk", Some("verantwortliche*r"))
        );
    }

    #[test]
    fn syllables_leave_no_short_part_at_either_end() {
        let of: Vec<&str> = syllables("Donaudampfschifffahrtsgesellschaftskapitän").collect();
        assert!(of.len() > 4, "{of:?}");
        for end in [of.first(), of.last()] {
            assert!(end.is_some_and(|part| part.chars().count() >= 4), "{of:?}");
        }
    }
}
