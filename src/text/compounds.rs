//! Where a long German word may break: before a second part that the names of offices are often made of.

/// Second parts of compounds, as they end words in the names of functions and offices.
const SECOND: [&str; 58] = [
    "agentur",
    "angebote",
    "arbeit",
    "assistenz",
    "beauftragte",
    "bearbeitung",
    "begleitung",
    "behörde",
    "beratung",
    "bericht",
    "berichterstattung",
    "berechtigungsschein",
    "betreuung",
    "bewilligung",
    "bibliothek",
    "bildung",
    "dienst",
    "dienste",
    "einrichtung",
    "eingliederung",
    "entwicklung",
    "erziehung",
    "förderung",
    "gestaltung",
    "gewährung",
    "gesundheit",
    "gruppe",
    "hebammen",
    "hilfe",
    "hilfen",
    "hochschule",
    "integration",
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
    "psychologie",
    "psychiatrie",
    "schule",
    "schulung",
    "schutz",
    "sicherung",
    "sozialarbeit",
    "stelle",
    "steuerung",
    "untersuchung",
    "unterkunft",
    "vermittlung",
    "versorgung",
    "verwaltung",
    "zentrum",
];

/// The least number of letters before a break.
const BEFORE: usize = 4;

/// The parts of a word at the last known second part; the word itself where there is none.
pub fn parts(word: &str) -> (&str, Option<&str>) {
    let lower = word.to_lowercase();
    // Lower case may be longer in bytes; then the places would not fit.
    if lower.len() != word.len() {
        return (word, None);
    }
    let bare = lower.trim_end_matches(|c: char| !c.is_alphabetic());
    let second = SECOND
        .iter()
        .filter(|second| bare.ends_with(**second))
        .map(|second| bare.len() - second.len())
        .filter(|at| word[..*at].chars().count() >= BEFORE)
        .min();
    match second {
        Some(at) => (&word[..at], Some(&word[at..])),
        None => (word, None),
    }
}

#[cfg(test)]
mod tests {
    use super::parts;

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
}
