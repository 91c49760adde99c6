//! The leaders' picture: the offices, their pairs, their partners.

use crate::text::Lang;

/// What it says in one language.
pub struct OfficesTexts {
    /// Under the ties inside an office: of how many.
    pub of: fn(u32) -> String,
    /// In an office whose functions were not asked about each other.
    pub inside_unknown: [&'static str; 2],
    /// On a pair without a tie, or with so many: how many would be expected.
    pub instead: fn(u32, u64) -> String,
    /// Over the partners.
    pub partners: &'static str,
    /// The partners with too few functions for a number.
    pub others: &'static str,
    /// Partners for whom there is no room: how many, with how many ties.
    pub further: fn(usize, u64) -> String,
    /// A partner of whose ties nobody was asked.
    pub not_asked: &'static str,
    /// Over the explanations.
    pub reading: &'static str,
    /// Of an office none of whose functions has a tie.
    pub nothing_reported: [&'static str; 2],
    /// A circle; its number and its ring; its mark.
    pub circle: [&'static str; 3],
    /// An office under three functions.
    pub small: &'static str,
    /// Lines, by how many ties they stand for.
    pub lines: &'static str,
    /// The thin second line.
    pub binding: &'static str,
    /// None though some are expected.
    pub none: Graded,
    /// Fewer than expected.
    pub fewer: Graded,
    /// Held by one function; the same where only some of such pairs have the circle, and where only some have the colour.
    pub held: [&'static str; 3],
    /// More than expected.
    pub close: Graded,
    /// A pair of which only that something is reported may be told.
    pub untold: &'static str,
    /// What no line means where all were asked, and where not.
    pub no_line: [&'static str; 2],
    /// Below it all, always, that nobody is judged.
    pub judges_nobody: &'static str,
    /// For those who don't see it: what the picture is.
    pub description: fn(offices: usize) -> String,
    /// For those who don't see it: an office with ties inside of all, and the expectation.
    pub office: fn(&str, u32, u32, u64) -> String,
    /// The same without what may be told of its inside.
    pub office_alone: fn(&str) -> String,
    /// For those who don't see it: a partner with its ties.
    pub partner: fn(&str, &str) -> String,
    /// The table: of what, with whom, ties, what is to be said.
    pub columns: [&'static str; 4],
    /// In the table: inside the own office.
    pub own: &'static str,
    /// In the table: a partner's ties to offices.
    pub to_offices: &'static str,
    /// In the table: agreed in writing.
    pub agreed: fn(u32) -> String,
    /// In the table: so many expected.
    pub expected: fn(u64) -> String,
}

/// What is to be said of a pair, certain or as a hint.
pub struct Graded {
    /// Certain.
    pub certain: &'static str,
    /// The hint under what is certain.
    pub same: &'static str,
    /// The hint alone.
    pub hint: &'static str,
}

impl Graded {
    /// The words for one pair.
    pub fn of(&self, certain: bool) -> &'static str {
        if certain { self.certain } else { self.hint }
    }
}

impl OfficesTexts {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: OfficesTexts = OfficesTexts {
    of: |all| format!("von {all}"),
    inside_unknown: ["innen nicht", "erhoben"],
    instead: |ties, expected| match ties {
        0 => format!("keine statt etwa {expected}"),
        n => format!("{n} statt etwa {expected}"),
    },
    partners: "Partner außerhalb des Bezirksamts, mit Zahl der Verbindungen zu Ämtern",
    others: "weitere Partner",
    further: |n, ties| format!("und {n} mit zusammen {ties}"),
    not_asked: "nicht erhoben",
    reading: "So lesen Sie das Bild",
    nothing_reported: ["nichts", "gemeldet"],
    circle: [
        "Kreis: ein Amt, je größer, desto mehr Funktionen.",
        "Zahl und Ring: so viele seiner Verbindungen bleiben im eigenen Amt.",
        "Strich: so viele wären zu erwarten.",
    ],
    small: "Amt unter drei Funktionen: ohne Zahlen",
    lines: "Linie: so viele Verbindungen oder mehr; grau: wie zu erwarten, oder zu wenig für eine Aussage",
    binding: "dünne zweite Linie: davon schriftlich vereinbart",
    none: Graded {
        certain: "keine gemeldet, obwohl zu erwarten",
        same: "ebenso, nur ein Hinweis",
        hint: "Hinweis: keine gemeldet, obwohl zu erwarten",
    },
    fewer: Graded {
        certain: "weniger, als zu erwarten wäre",
        same: "ebenso, nur ein Hinweis",
        hint: "Hinweis: weniger, als zu erwarten wäre",
    },
    held: [
        "nur über eine einzige Funktion verbunden",
        "nur über eine einzige Funktion verbunden; mit Kreis: die mit den meisten Verbindungen",
        "nur über eine einzige Funktion verbunden: die mit den meisten Verbindungen; die übrigen sind grau",
    ],
    close: Graded {
        certain: "mehr, als zu erwarten wäre",
        same: "ebenso, nur ein Hinweis",
        hint: "Hinweis: mehr, als zu erwarten wäre",
    },
    untold: "gemeldet, ohne Zahl (unter drei Funktionen)",
    no_line: [
        "Ohne Linie: nichts gemeldet.",
        "Ohne Linie: nichts gemeldet, oder nicht erhoben.",
    ],
    judges_nobody: "Ein Teil davon ist fachlich nötig. Das Bild bewertet niemanden.",
    description: |offices| match offices {
        1 => "Karte der Zusammenarbeit: ein Amt.".to_owned(),
        n => format!(
            "Karte der Zusammenarbeit: {n} Ämter als Kreise, Linien für gemeldete Verbindungen zwischen ihnen."
        ),
    },
    office: |name, inside, all, expected| {
        format!(
            "{name}: {inside} von {all} Verbindungen im eigenen Amt, zu erwarten etwa {expected}."
        )
    },
    office_alone: |name| format!("{name}: ohne Zahlen."),
    partner: |name, ties| format!("Partner {name}: {ties}."),
    columns: ["Amt / Organisation", "und", "Verbindungen", "Aussage"],
    own: "im eigenen Amt",
    to_offices: "Ämter zusammen",
    agreed: |n| format!("{n} schriftlich vereinbart"),
    expected: |n| format!("zu erwarten etwa {n}"),
};

static EN: OfficesTexts = OfficesTexts {
    of: |all| format!("of {all}"),
    inside_unknown: ["inside", "not asked"],
    instead: |ties, expected| match ties {
        0 => format!("none instead of about {expected}"),
        n => format!("{n} instead of about {expected}"),
    },
    partners: "Partners outside the district authority, with the number of ties to offices",
    others: "other partners",
    further: |n, ties| format!("and {n} with {ties} in all"),
    not_asked: "not asked",
    reading: "How to read the picture",
    nothing_reported: ["nothing", "reported"],
    circle: [
        "Circle: an office, the larger, the more functions.",
        "Number and ring: as many of its ties stay within.",
        "Mark: as many would be expected.",
    ],
    small: "Office under three functions: no numbers",
    lines: "Line: as many ties or more; grey: as expected, or too little to say",
    binding: "thin second line: some agreed in writing",
    none: Graded {
        certain: "none reported, though expected",
        same: "the same, only a hint",
        hint: "hint: none reported, though expected",
    },
    fewer: Graded {
        certain: "fewer than expected",
        same: "the same, only a hint",
        hint: "hint: fewer than expected",
    },
    held: [
        "connected through a single function only",
        "connected through a single function only; with a circle: those with the most ties",
        "connected through a single function only: those with the most ties; the others are grey",
    ],
    close: Graded {
        certain: "more than expected",
        same: "the same, only a hint",
        hint: "hint: more than expected",
    },
    untold: "reported, no number (under three functions)",
    no_line: [
        "No line: nothing reported.",
        "No line: nothing reported, or not asked.",
    ],
    judges_nobody: "Some of this is needed for the work itself. The picture judges nobody.",
    description: |offices| match offices {
        1 => "Map of cooperation: one office.".to_owned(),
        n => format!(
            "Map of cooperation: {n} offices as circles, lines for reported ties between them."
        ),
    },
    office: |name, inside, all, expected| {
        format!("{name}: {inside} of {all} ties within the own office, about {expected} expected.")
    },
    office_alone: |name| format!("{name}: no numbers."),
    partner: |name, ties| format!("Partner {name}: {ties}."),
    columns: ["Office / organisation", "and", "Ties", "What is to be said"],
    own: "within the own office",
    to_offices: "all offices",
    agreed: |n| format!("{n} agreed in writing"),
    expected: |n| format!("about {n} expected"),
};
