//! Two phases on the same places.

use crate::text::Lang;

/// What the picture of a change says in one language.
pub struct ChangeTexts {
    /// The two funding phases.
    pub title: fn(&str, &str) -> String,
    /// The two phases of plain files.
    pub plain_title: fn(&str, &str) -> String,
    /// For those who don't see it: what the picture is.
    pub description: &'static str,
    /// How many actors stayed, joined, left, moved.
    pub counts: [fn(usize) -> String; 4],
    /// Two departments and their ties: kept, new, ended, of those kept stronger and weaker.
    pub pair: fn([usize; 5]) -> String,
    /// Two departments and their ties before and after.
    pub numbers: fn(u32, u32) -> String,
    /// The state of a pair without numbers: reported in both, only after, only before.
    pub states: [&'static str; 3],
    /// Legend: ties new, ended, kept, stronger, weaker.
    pub fates: [&'static str; 5],
    /// Legend: pairs of departments as before, new, ended, more, fewer.
    pub pairs: [&'static str; 5],
    /// Legend: a tie that cannot be compared.
    pub not_comparable: &'static str,
    /// Legend: many ties between two departments.
    pub bundle: &'static str,
    /// Legend: actors joined, left, moved.
    pub stays: [&'static str; 3],
    /// Legend: the count beside a pair.
    pub chip: &'static str,
    /// Legend: the count beside a pair, for leaders.
    pub chip_leaders: &'static str,
    /// The offers that are new and that ended.
    pub offers: fn(&[String], &[String]) -> String,
}

impl ChangeTexts {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

/// How many of the ties that are kept changed their strength, in brackets.
fn of_kept(changed: [(usize, &str); 2], of_these: &str) -> String {
    let told = changed.iter().filter(|(ties, _)| *ties > 0);
    let told: Vec<String> = told.map(|(ties, word)| format!("{ties} {word}")).collect();
    match told.is_empty() {
        true => String::new(),
        false => format!(" ({of_these} {})", told.join(", ")),
    }
}

static DE: ChangeTexts = ChangeTexts {
    title: |from, to| format!("Förderphase {from} → {to}"),
    plain_title: |from, to| format!("{from} → {to}"),
    description: "Karte der Veränderung: zwei Phasen auf denselben Plätzen.",
    counts: [
        |n| format!("{n} geblieben"),
        |n| format!("{n} neu dabei"),
        |n| format!("{n} nicht mehr dabei"),
        |n| format!("{n} gewechselt"),
    ],
    pair: |[kept, new, ended, stronger, weaker]| {
        let of_these = of_kept([(stronger, "stärker"), (weaker, "schwächer")], "davon");
        format!("{new} neu, {ended} beendet, {kept} weiter{of_these}")
    },
    numbers: |from, to| format!("vorher {from}, jetzt {to} Verbindungen"),
    states: [
        "in beiden Phasen gemeldet",
        "neu gemeldet",
        "nicht mehr gemeldet",
    ],
    fates: ["neu", "beendet", "besteht weiter", "stärker", "schwächer"],
    pairs: [
        "wie bisher",
        "neu gemeldet",
        "nicht mehr gemeldet",
        "mehr",
        "weniger",
    ],
    bundle: "viele Verbindungen, Kern: überwiegend neu, überwiegend beendet",
    not_comparable: "blass: nicht vergleichbar (nicht in beiden Phasen dabei oder ohne Antwort)",
    stays: [
        "neu dabei",
        "nicht mehr dabei",
        "hat die Organisation gewechselt",
    ],
    chip: "neu, beendet, stärker, schwächer je Paar",
    chip_leaders: "Verbindungen vorher → jetzt; ohne Zahl, wo ein Amt unter drei Funktionen hat",
    offers: |new, ended| match (new, ended) {
        ([], []) => "Angebote: keine neuen, keine beendeten.".to_owned(),
        (new, []) => format!("Angebote: {} neu ({}).", new.len(), new.join(", ")),
        ([], ended) => format!("Angebote: {} beendet ({}).", ended.len(), ended.join(", ")),
        (new, ended) => format!(
            "Angebote: {} beendet ({}), {} neu ({}).",
            ended.len(),
            ended.join(", "),
            new.len(),
            new.join(", ")
        ),
    },
};

static EN: ChangeTexts = ChangeTexts {
    title: |from, to| format!("Funding phase {from} → {to}"),
    plain_title: |from, to| format!("{from} → {to}"),
    description: "Map of the change: two phases on the same places.",
    counts: [
        |n| format!("{n} stayed"),
        |n| format!("{n} joined"),
        |n| format!("{n} left"),
        |n| format!("{n} moved"),
    ],
    pair: |[kept, new, ended, stronger, weaker]| {
        let of_these = of_kept([(stronger, "stronger"), (weaker, "weaker")], "of these");
        format!("{new} new, {ended} ended, {kept} kept{of_these}")
    },
    numbers: |from, to| format!("{from} ties before, {to} now"),
    states: [
        "reported in both phases",
        "newly reported",
        "no longer reported",
    ],
    fates: ["new", "ended", "kept", "stronger", "weaker"],
    pairs: [
        "as before",
        "newly reported",
        "no longer reported",
        "more",
        "fewer",
    ],
    bundle: "many ties, core: mostly new, mostly ended",
    not_comparable: "pale: not comparable (not in both phases, or without an answer)",
    stays: ["joined", "left", "moved to another organisation"],
    chip: "new, ended, stronger, weaker by pair",
    chip_leaders: "ties before → now; no number where an office has under three functions",
    offers: |new, ended| match (new, ended) {
        ([], []) => "Offers: none new, none ended.".to_owned(),
        (new, []) => format!("Offers: {} new ({}).", new.len(), new.join(", ")),
        ([], ended) => format!("Offers: {} ended ({}).", ended.len(), ended.join(", ")),
        (new, ended) => format!(
            "Offers: {} ended ({}), {} new ({}).",
            ended.len(),
            ended.join(", "),
            new.len(),
            new.join(", ")
        ),
    },
};
