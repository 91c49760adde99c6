//! What of all that a picture shows its sentence or its fields count.

/// What is counted of all that is shown.
pub struct CountedTexts {
    /// What counts, before what it counts.
    pub what: &'static str,
    /// Only offices.
    pub offices: &'static str,
    /// Only offices, and no bodies.
    pub offices_without_bodies: &'static str,
    /// No bodies, where nothing is said before it.
    pub without_bodies: &'static str,
    /// No bodies.
    pub no_bodies: &'static str,
    /// From the side that reports to the one that is named.
    pub directed: &'static str,
}

impl CountedTexts {
    /// The German texts.
    pub const fn german(what: &'static str) -> Self {
        Self {
            what,
            offices: "nur Ämter",
            offices_without_bodies: "nur Ämter, ohne Gremien",
            without_bodies: "ohne Gremien",
            no_bodies: "keine Gremien",
            directed: "jede Richtung einzeln (eine Linie für beide)",
        }
    }

    /// The English texts.
    pub const fn english(what: &'static str) -> Self {
        Self {
            what,
            offices: "offices only",
            offices_without_bodies: "offices only, no bodies",
            without_bodies: "without bodies",
            no_bodies: "no bodies",
            directed: "each direction separately (one line for both)",
        }
    }
}
