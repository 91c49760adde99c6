//! Words by which a text names a place or an institution and not a person.

/// Ends of words for places and institutions that are called after persons, in small letters.
#[rustfmt::skip]
const INSTITUTIONS: &[&str] = &[
    "schule", "haus", "zentrum", "kita", "kindertagesstätte", "kindergarten", "laden", "praxis", "café", "cafe",
    "treff", "treffpunkt", "verein", "stiftung", "stift", "gmbh", "ggmbh", "ug", "ag", "gbr", "kg", "e.v.", "ev",
    "e.v", "verlag", "gemeinde", "kirche", "moschee", "apotheke", "klinik", "klinikum", "krankenhaus", "heim", "hort",
    "bibliothek", "bücherei", "museum", "theater", "club", "klub", "werkstatt", "platz", "straße", "strasse", "str.",
    "park", "projekt", "initiative", "akademie", "institut", "kolleg", "gymnasium", "werk", "station", "insel",
    "mobil", "verband", "kiez", "quartier", "siedlung", "stadtteil", "viertel", "campus", "hof", "allee", "ufer",
    "weg", "einrichtung", "stätte", "dorf", "raum", "villa", "bühne", "atelier", "vhs", "jfe", "kjfe", "träger",
    "diakonie", "caritas", "nachbarschaft", "tagesgruppe", "school", "house", "centre", "center", "foundation",
    "association", "clinic", "street", "nursery",
];

/// Ends of words for what an office is divided into, in small letters.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "amt", "jugendamt", "gesundheitsamt", "sozialamt", "schulamt", "sportamt", "bezirksamt", "team", "leitung",
    "abteilung", "bereich", "koordination", "koordinator", "koordinatorin", "stelle", "dienst", "beratung", "hilfe",
    "hilfen", "arbeit", "planung", "förderung", "gruppe", "kreis", "rat", "beirat", "netzwerk", "bündnis", "region",
    "bezirk", "referat", "runde", "ausschuss", "forum", "konferenz", "verwaltung", "büro", "programm", "angebot",
    "familie", "familien", "kinder", "office", "department", "network", "unit",
];

/// Directions and places of Berlin, as regions are called.
#[rustfmt::skip]
const DIRECTIONS: &[&str] = &[
    "nord", "süd", "ost", "west", "mitte", "zentral", "berlin", "brandenburg", "pankow", "spandau", "neukölln",
    "kreuzberg", "friedrichshain", "charlottenburg", "wilmersdorf", "steglitz", "zehlendorf", "tempelhof",
    "schöneberg", "treptow", "köpenick", "marzahn", "hellersdorf", "lichtenberg", "reinickendorf", "wedding",
    "moabit", "north", "south",
];

pub(super) fn is_institution(word: &str) -> bool {
    ends_with(word, INSTITUTIONS)
}

pub(super) fn is_unit(word: &str) -> bool {
    ends_with(word, UNITS)
}

pub(super) fn is_direction(word: &str) -> bool {
    let word = word.to_lowercase();
    word.split('-').any(|half| DIRECTIONS.contains(&half))
}

/// Whether a word, in the plural too, is one of these or ends with one: "Grundschule", "Anna-Lindh-Schule".
///
/// Short ones must stand alone or behind a hyphen: "Schlag" is no "AG".
fn ends_with(word: &str, ends: &[&str]) -> bool {
    let word = word.to_lowercase();
    let word = word.trim_matches(['"', '„', '“', '»', '«', '?', '!']);
    let halves = || word.split('-');
    ends.iter().any(|end| {
        if end.chars().count() <= 3 {
            return halves().any(|half| half == *end) || word == *end;
        }
        halves().any(|half| half.ends_with(end)) || word.ends_with(end)
    })
}
