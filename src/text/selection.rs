//! Why a selection of figures cannot be answered.

use super::Lang;

/// The sentences about a selection.
pub struct SelectionText {
    /// A column that is not there: what was asked, the known ones.
    pub unknown_column: fn(asked: &str, known: &str) -> String,
    /// A kind of tie that is not there.
    pub unknown_kind: fn(asked: &str, known: &str) -> String,
    /// A phase that is not there.
    pub unknown_phase: fn(asked: &str, known: &str) -> String,
    /// A comparison that begins with the later phase: the one named as the earlier, the other.
    pub backwards: fn(from: &str, to: &str) -> String,
    /// A threshold that is no number.
    pub bad_threshold: &'static str,
    /// A selection that leaders don't get.
    pub not_for_leaders: &'static str,
    /// Where nothing is known.
    pub none: &'static str,
}

impl SelectionText {
    /// The sentences in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: SelectionText = SelectionText {
    unknown_column: |asked, known| {
        format!("Eine Spalte „{asked}“ gibt es nicht. Bekannt sind: {known}.")
    },
    unknown_kind: |asked, known| {
        format!("Eine Art der Zusammenarbeit „{asked}“ gibt es nicht. Bekannt sind: {known}.")
    },
    unknown_phase: |asked, known| {
        format!("Die Förderphase „{asked}“ gibt es nicht. Bekannt sind: {known}.")
    },
    backwards: |from, to| {
        format!(
            "Die Förderphase „{from}“ liegt nach „{to}“. Ein Vergleich beginnt mit der früheren: Vertauschen Sie die beiden."
        )
    },
    bad_threshold: "Die Mindeststärke muss eine Zahl sein.",
    not_for_leaders: "Für Leitungskräfte gibt es nur eine Ansicht: nach Ämtern, mit allen Arten der Zusammenarbeit, ab Stärke 2. Aus dem Unterschied freierer Auswahlen ließe sich auf einzelne Funktionen schließen.",
    none: "keine",
};

static EN: SelectionText = SelectionText {
    unknown_column: |asked, known| format!("There is no column “{asked}”. Known are: {known}."),
    unknown_kind: |asked, known| {
        format!("There is no kind of cooperation “{asked}”. Known are: {known}.")
    },
    unknown_phase: |asked, known| {
        format!("There is no funding phase “{asked}”. Known are: {known}.")
    },
    backwards: |from, to| {
        format!(
            "Funding phase “{from}” is later than “{to}”. A comparison begins with the earlier one: swap the two."
        )
    },
    bad_threshold: "The minimum strength must be a number.",
    not_for_leaders: "There is only one view for leaders: by office, all kinds of cooperation together, at strength 2 and above. Comparing freer selections could give away individual functions.",
    none: "none",
};
