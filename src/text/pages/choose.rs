//! Choosing offices and bodies from the list instead of typing them.

use crate::text::Lang;

/// The texts of the list of offices and bodies.
pub struct Choose {
    /// The headline.
    pub title: &'static str,
    /// What to do.
    pub lead: &'static str,
    /// Over the offices of the district authority.
    pub offices: &'static str,
    /// Over providers and others.
    pub others: &'static str,
    /// Over the bodies.
    pub bodies: &'static str,
    /// Why bodies stand apart.
    pub bodies_note: &'static str,
    /// Beside what the district has already.
    pub already: &'static str,
    /// The button.
    pub add: &'static str,
    /// When nothing was ticked.
    pub nothing: &'static str,
    /// When everything is there already.
    pub all_there: &'static str,
    /// What comes after.
    pub next: &'static str,
}

impl Choose {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: Choose = Choose {
    title: "Ämter und Einrichtungen wählen",
    lead: "Kreuzen Sie an, wer in Ihrem Bezirk bei der Vorbeugung von Kinderarmut eine Rolle spielt. Namen und Kürzel können Sie später ändern.",
    offices: "Bezirksamt",
    others: "Träger, Einrichtungen und andere Partner",
    bodies: "Gremien",
    bodies_note: "Ein gemeinsamer Sitz in einem Gremium zählt bei den Kennzahlen zur Versäulung nicht als Zusammenarbeit.",
    already: "schon eingetragen",
    add: "Angekreuzte eintragen",
    nothing: "Es ist noch nichts angekreuzt.",
    all_there: "Alles aus der Liste ist schon eingetragen.",
    next: "Danach tragen Sie ein, welche Funktionen es dort gibt und wer mit wem zusammenarbeitet: hier, Schritt für Schritt, oder in der Excel-Vorlage.",
};

static EN: Choose = Choose {
    title: "Choose offices and facilities",
    lead: "Tick who plays a part in your district's work against child poverty. Names and short names can be changed later.",
    offices: "District authority",
    others: "Providers, facilities and other partners",
    bodies: "Bodies",
    bodies_note: "A seat in the same body does not count as cooperation in the silo figures.",
    already: "entered already",
    add: "Enter what is ticked",
    nothing: "Nothing is ticked yet.",
    all_there: "Everything on the list has been entered already.",
    next: "After that you enter which functions there are and who works with whom: here, step by step, or in the Excel template.",
};
