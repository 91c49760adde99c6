//! The words of the text report and of the text comparison, beside those of the figures.

use super::Lang;
use super::numbers::whole;

/// The words of the text report.
pub struct ReportText {
    /// Below the headline, always.
    pub yardstick: &'static str,
    /// What it is of: title, and the phase's name.
    pub of: fn(title: &str, phase: Option<&str>) -> String,
    /// From which strength on a tie counts.
    pub from_strength: fn(&str) -> String,
    /// That only offices count.
    pub offices_only: &'static str,
    /// That ties are arcs.
    pub directed: &'static str,
    /// One number of another, such as answers.
    pub of_all: fn(&str, &str) -> String,
    /// Several numbers with their words: below the threshold, without a strength.
    pub not_counted: fn(below: &str, unstated: &str) -> String,
    /// Functions, ties, bodies, and functions tied to themselves that are left out; ties are not told to leaders.
    pub left_out:
        fn(actors: &str, ties: Option<&str>, bodies: &str, selves: Option<&str>) -> String,
    /// One-sided and confirmed ties.
    pub sides: fn(one: &str, both: &str) -> String,
    /// The number of components and the size of the largest.
    pub parts: fn(parts: &str, largest: &str) -> String,
    /// Internal ties, all, expected, and its range where there is one.
    pub inside: fn(internal: &str, ties: &str, expected: &str, range: Option<&str>) -> String,
    /// What segregation's ends mean.
    pub segregation: &'static str,
    /// The heading over the departments.
    pub departments: &'static str,
    /// The heading over the pairs.
    pub pairs: &'static str,
    /// When there are too many departments to tell pairs apart.
    pub too_many: &'static str,
    /// The heading over the single links.
    pub single_links: &'static str,
    /// When nothing hangs on one function.
    pub no_single_links: &'static str,
    /// The shares inside the own office and between offices.
    pub inside_and_between: fn(inside: &str, between: &str) -> String,
    /// The heading over who meets whom by level.
    pub levels: &'static str,
    /// A level that is not stated.
    pub no_level: &'static str,
    /// The heading over the functions.
    pub actors: &'static str,
    /// Below it, always.
    pub actors_note: &'static str,
    /// Yes and no.
    pub yes_no: [&'static str; 2],
    /// The heading over what is for researchers.
    pub researchers: &'static str,
    /// How many more there are than those told.
    pub more: fn(usize) -> String,
    /// The number of groups of the best partition.
    pub groups: &'static str,
    /// The states of a pair: reported, none reported, not asked.
    pub states: [&'static str; 3],
    /// The heading over thresholds and variants.
    pub choices: &'static str,
    /// The variants: all, both answered, silent left out, without core team, all departments.
    pub variants: [&'static str; 5],
    /// The one group of everybody, where there is no column.
    pub everybody: &'static str,
    /// What a dash means for leaders.
    pub held_back: &'static str,
    /// Over the numbers of a comparison.
    pub before_and_now: &'static str,
    /// The columns kept, new, ended.
    pub changes: [&'static str; 3],
    /// The rows: all, inside, between.
    pub rows: [&'static str; 3],
    /// The columns before, now.
    pub phases: [&'static str; 2],
    /// How many functions stayed, joined, left and, where it may be told, moved.
    pub stays: fn(&[String]) -> String,
    /// How many kept ties are stronger, how many weaker, how many ended ones go on below the threshold.
    pub strengths: fn([String; 3]) -> String,
    /// How many ties a move has put inside an office, how many between two.
    pub shifts: fn([String; 2]) -> String,
    /// How many offers are new, ended, provided by others.
    pub offers: fn([String; 3]) -> String,
    /// How many offers are recorded before and now, where in one of them none is.
    pub offers_once: fn([usize; 2]) -> String,
    /// Why two phases say little beside each other.
    pub doubt: fn(Doubt) -> String,
}

/// Why two phases say little beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// Under two thirds answered in one of them, or in both.
    FewAnswered {
        /// Whether in both.
        both: bool,
    },
    /// Under half of the functions are in both.
    FewStayed,
    /// One of them has under 20 ties; those of each.
    FewTies([usize; 2]),
    /// What is compared has under 20 ties in one of them, where not all offices are.
    FewCompared,
}

impl ReportText {
    /// The words in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

/// Numbers, each with its word: "28 geblieben, 3 neu".
fn named(counts: &[String], words: &[&str]) -> String {
    let told = counts.iter().zip(words);
    let told: Vec<String> = told.map(|(n, word)| format!("{n} {word}")).collect();
    told.join(", ")
}

static DE: ReportText = ReportText {
    yardstick: "Zu erwarten ist ein Maßstab, kein Ziel.",
    of: |title, phase| match phase {
        Some(phase) => format!("{title}, Förderphase {phase}"),
        None => title.to_owned(),
    },
    from_strength: |strength| format!("Verbindungen ab Stärke {strength}"),
    offices_only: "Aussagen zur Versäulung nur über Ämter der Bezirksverwaltung",
    directed: "gerichtet: jede Meldung zählt für sich",
    of_all: |part, all| format!("{part} von {all}"),
    not_counted: |below, unstated| {
        format!("{below} unter der Mindeststärke, {unstated} ohne Stärke")
    },
    left_out: |actors, ties, bodies, selves| {
        let ties = ties.map_or_else(String::new, |ties| format!(", Verbindungen: {ties}"));
        let selves = selves.map_or_else(String::new, |n| format!(", mit sich selbst: {n}"));
        format!("Funktionen: {actors}, Gremien: {bodies}{ties}{selves}")
    },
    sides: |one, both| format!("einseitig {one}, beidseitig {both}"),
    parts: |parts, largest| format!("{parts}; der größte hat {largest} Funktionen"),
    inside: |internal, ties, expected, range| {
        let range = range.map_or_else(String::new, |range| format!(" {range}"));
        format!("{internal} von {ties}; zu erwarten etwa {expected}{range}")
    },
    segregation: "0 wie nach der Größe der Ämter zu erwarten, 1 ganz getrennt",
    departments: "Ämter",
    pairs: "Ämterpaare",
    too_many: "Über 300 Ämter: Paare werden nicht einzeln gezeigt.",
    single_links: "Nur über eine Funktion verbunden",
    no_single_links: "Kein Ämterpaar hängt an einer einzigen Funktion.",
    inside_and_between: |inside, between| {
        format!("im eigenen Amt {inside}, zwischen Ämtern {between}")
    },
    levels: "Wer mit wem, nach Ebene",
    no_level: "ohne Angabe",
    actors: "Funktionen",
    actors_note: "Nach Kennung geordnet, keine Rangfolge. Die Zahlen beschreiben eine Lage im Netzwerk, keine Leistung.",
    yes_no: ["ja", "nein"],
    researchers: "Für Forschende",
    more: |n| match n {
        1 => "… und ein weiteres".to_owned(),
        n => format!("… und {} weitere", whole(n as u64, Lang::De)),
    },
    groups: "Gruppen der besten Einteilung",
    states: ["gemeldet", "keine gemeldet", "nicht erhoben"],
    choices: "Wenn anders gezählt wird",
    variants: [
        "wie oben",
        "nur Paare, von denen beide geantwortet haben",
        "nur Funktionen, die geantwortet haben",
        "ohne Kernteam",
        "alle Organisationen",
    ],
    everybody: "(alle)",
    held_back: "Ein Strich steht auch, wo ein Amt weniger als drei Funktionen hat: Zahlen wären dort Aussagen über Einzelne.",
    before_and_now: "Vorher und jetzt",
    changes: ["bestehen weiter", "neu", "beendet"],
    rows: ["alle", "im eigenen Amt", "zwischen Ämtern"],
    phases: ["vorher", "jetzt"],
    stays: |counts| named(counts, &["geblieben", "neu", "ausgeschieden", "gewechselt"]),
    strengths: |counts| {
        let words = ["stärker", "schwächer", "nur noch unter der Mindeststärke"];
        named(&counts, &words)
    },
    shifts: |counts| named(&counts, &["ins eigene Amt", "zwischen Ämter"]),
    offers: |counts| named(&counts, &["neu", "beendet", "mit anderer Durchführung"]),
    offers_once: |recorded| match recorded {
        [0, 0] => "kein Angebot eingetragen".to_owned(),
        [0, n] => format!("vorher kein Angebot eingetragen, jetzt {n}"),
        [n, _] => format!("vorher {n}, jetzt kein Angebot eingetragen"),
    },
    doubt: |doubt| {
        let why = match doubt {
            Doubt::FewAnswered { both: false } => {
                "In einer der Förderphasen haben weniger als zwei Drittel geantwortet"
            }
            Doubt::FewAnswered { both: true } => {
                "In beiden Förderphasen haben weniger als zwei Drittel geantwortet"
            }
            Doubt::FewStayed => {
                "Weniger als die Hälfte der Funktionen kommt in beiden Förderphasen vor"
            }
            Doubt::FewTies([0, 0]) => {
                return "Zu vergleichen ist nichts: In beiden Förderphasen ist keine Verbindung gemeldet."
                    .to_owned();
            }
            Doubt::FewTies([0, _]) => "In der früheren Förderphase ist keine Verbindung gemeldet",
            Doubt::FewTies([_, 0]) => "In der späteren Förderphase ist keine Verbindung gemeldet",
            Doubt::FewTies([before, now]) if before.max(now) < 20 => {
                "Beide Förderphasen haben weniger als 20 Verbindungen"
            }
            Doubt::FewTies(_) => "Eine der Förderphasen hat weniger als 20 Verbindungen",
            Doubt::FewCompared => {
                "Zwischen den verglichenen Funktionen liegen in einer Förderphase weniger als 20 Verbindungen"
            }
        };
        format!("Der Vergleich ist unsicher: {why}.")
    },
};

static EN: ReportText = ReportText {
    yardstick: "What would be expected is a yardstick, not a target.",
    of: |title, phase| match phase {
        Some(phase) => format!("{title}, funding phase {phase}"),
        None => title.to_owned(),
    },
    from_strength: |strength| format!("ties of strength {strength} or more"),
    offices_only: "silo figures for offices of the district authority only",
    directed: "directed: each report counts separately",
    of_all: |part, all| format!("{part} of {all}"),
    not_counted: |below, unstated| {
        format!("{below} below the threshold, {unstated} without a strength")
    },
    left_out: |actors, ties, bodies, selves| {
        let ties = ties.map_or_else(String::new, |ties| format!(", ties: {ties}"));
        let selves = selves.map_or_else(String::new, |n| format!(", with themselves: {n}"));
        format!("functions: {actors}, bodies: {bodies}{ties}{selves}")
    },
    sides: |one, both| format!("one side {one}, both sides {both}"),
    parts: |parts, largest| format!("{parts}; the largest has {largest} functions"),
    inside: |internal, ties, expected, range| {
        let range = range.map_or_else(String::new, |range| format!(" {range}"));
        format!("{internal} of {ties}; about {expected}{range} expected")
    },
    segregation: "0 as office sizes would suggest, 1 completely separate",
    departments: "Offices",
    pairs: "Pairs of offices",
    too_many: "More than 300 offices: pairs are not listed one by one.",
    single_links: "Connected through one function only",
    no_single_links: "No two offices are connected through a single function only.",
    inside_and_between: |inside, between| {
        format!("within an office {inside}, between offices {between}")
    },
    levels: "Who meets whom, by level",
    no_level: "not stated",
    actors: "Functions",
    actors_note: "In order of id, not a ranking. The numbers describe a position in the network, not performance.",
    yes_no: ["yes", "no"],
    researchers: "For researchers",
    more: |n| match n {
        1 => "… and one more".to_owned(),
        n => format!("… and {} more", whole(n as u64, Lang::En)),
    },
    groups: "Groups of the best grouping",
    states: ["reported", "none reported", "not asked"],
    choices: "If counted differently",
    variants: [
        "as above",
        "only pairs where both have answered",
        "only functions that have answered",
        "without the core team",
        "all organisations",
    ],
    everybody: "(everybody)",
    held_back: "A dash also stands where an office has fewer than three functions: numbers there would say something about individuals.",
    before_and_now: "Before and now",
    changes: ["kept", "new", "ended"],
    rows: ["all", "within an office", "between offices"],
    phases: ["before", "now"],
    stays: |counts| named(counts, &["stayed", "joined", "left", "moved"]),
    strengths: |counts| {
        named(
            &counts,
            &["stronger", "weaker", "now only below the threshold"],
        )
    },
    shifts: |counts| named(&counts, &["into one office", "between offices"]),
    offers: |counts| named(&counts, &["new", "ended", "with other providers"]),
    offers_once: |recorded| match recorded {
        [0, 0] => "no offer recorded".to_owned(),
        [0, n] => format!("none recorded before, {n} now"),
        [n, _] => format!("{n} before, none recorded now"),
    },
    doubt: |doubt| {
        let why = match doubt {
            Doubt::FewAnswered { both: false } => {
                "in one of the funding phases fewer than two thirds have answered"
            }
            Doubt::FewAnswered { both: true } => {
                "in both funding phases fewer than two thirds have answered"
            }
            Doubt::FewStayed => "fewer than half of the functions occur in both funding phases",
            Doubt::FewTies([0, 0]) => {
                return "There is nothing to compare: no tie is reported in either funding phase."
                    .to_owned();
            }
            Doubt::FewTies([0, _]) => "no tie is reported in the earlier funding phase",
            Doubt::FewTies([_, 0]) => "no tie is reported in the later funding phase",
            Doubt::FewTies([before, now]) if before.max(now) < 20 => {
                "both funding phases have fewer than 20 ties"
            }
            Doubt::FewTies(_) => "one of the funding phases has fewer than 20 ties",
            Doubt::FewCompared => {
                "the functions compared have fewer than 20 ties in one of the funding phases"
            }
        };
        format!("The comparison is uncertain: {why}.")
    },
};
