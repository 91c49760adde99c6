//! What of all that a picture shows its sentence or its fields count.

/// What is counted of all that is shown.
pub struct CountedTexts {
    /// What counts.
    pub what: &'static str,
    /// Only offices.
    pub offices: &'static str,
    /// Only offices, and no bodies.
    pub offices_without_bodies: &'static str,
    /// No bodies.
    pub without_bodies: &'static str,
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
            directed: "jede Richtung einzeln (eine Linie für beide)",
        }
    }

    /// The English texts.
    pub const fn english(what: &'static str) -> Self {
        Self {
            what,
            offices: "offices only",
            offices_without_bodies: "offices only, without bodies",
            without_bodies: "without bodies",
            directed: "each direction by itself (one line for both)",
        }
    }
}
