//! One district: headline, map, where to start, what changed, offers, figures.

use crate::text::Lang;

/// The texts of a district's page.
pub struct DistrictPage {
    /// The date of the data.
    pub as_of: fn(&str) -> String,
    /// The funding phase.
    pub phase: fn(&str) -> String,
    /// The name of the choice between phases.
    pub phases: &'static str,
    /// How many of those asked answered.
    pub answered: fn(usize, usize) -> String,
    /// Below the headline, always.
    pub judges_nobody: &'static str,
    /// Opens the explanation.
    pub what_does_it_mean: &'static str,
    /// The explanation.
    pub meaning: &'static str,
    /// The picture of the headline's numbers: reported, low, high, all ties.
    pub bar: fn(u64, u64, u64, u64) -> String,
    /// The mark of what was reported.
    pub bar_reported: &'static str,
    /// The mark of what was to be expected.
    pub bar_expected: &'static str,
    /// The length of the picture: all ties.
    pub bar_all: fn(u64) -> String,
    /// The way to the handout: what leaders see, to be printed.
    pub handout: &'static str,
    /// Over the map.
    pub map: &'static str,
    /// The way to all maps.
    pub all_maps: &'static str,
    /// The map as a table.
    pub as_table: &'static str,
    /// The map on paper.
    pub print: &'static str,
    /// The map alone and large.
    pub enlarge: &'static str,
    /// The choice of an office to light up, where scripts run.
    pub light_up: &'static str,
    /// All offices.
    pub all_offices: &'static str,
    /// Over what to begin with.
    pub start: &'static str,
    /// Over pairs without a tie.
    pub no_tie: &'static str,
    /// Over the contacts that are suggested.
    pub contacts: &'static str,
    /// Below them, always.
    pub contacts_note: &'static str,
    /// Over pairs held by one function.
    pub one_function: &'static str,
    /// When every pair has a tie.
    pub no_gaps: &'static str,
    /// When nothing hangs on a single function.
    pub no_single_links: &'static str,
    /// Over the offers.
    pub offers: &'static str,
    /// How many offers, how many cells without one.
    pub offers_lead: fn(usize, usize) -> String,
    /// When there is no offer.
    pub no_offers: &'static str,
    /// The caption of the matrix.
    pub offers_caption: &'static str,
    /// The corner of the matrix.
    pub offers_corner: &'static str,
    /// A cell without an offer.
    pub gap: &'static str,
    /// How many offers stand in a cell.
    pub offers_here: fn(usize) -> String,
    /// Over the figures.
    pub figures: &'static str,
    /// Opens the figures of the whole network.
    pub figures_whole: &'static str,
    /// The columns: figure, value, what would be expected.
    pub figures_columns: [&'static str; 3],
    /// Ties inside offices.
    pub inside_offices: &'static str,
    /// Opens the figures of each office.
    pub figures_open: &'static str,
    /// The way to the explanations.
    pub how: &'static str,
    /// Over data protection.
    pub privacy: &'static str,
    /// What is shown here, and what is not.
    pub privacy_note: &'static str,
    /// The way to more about it.
    pub privacy_more: &'static str,
    /// The headline of the map as a table.
    pub table_title: fn(&str) -> String,
    /// Back to the district.
    pub back: fn(&str) -> String,
    /// Caption: offices.
    pub offices_caption: &'static str,
    /// The columns of the offices: office, functions, ties inside, expected, ties outside.
    pub offices_columns: [&'static str; 5],
    /// Caption: pairs of offices.
    pub pairs_caption: &'static str,
    /// The columns of the pairs: office, office, state, ties, possible, expected.
    pub pairs_columns: [&'static str; 6],
    /// A pair with a tie.
    pub reported: &'static str,
    /// A pair without a tie, though a side answered.
    pub none_reported: &'static str,
    /// A pair that nobody was asked about.
    pub not_asked: &'static str,
    /// Caption: functions.
    pub functions_caption: &'static str,
    /// The columns of the functions: office, function, works with.
    pub functions_columns: [&'static str; 3],
    /// Nobody yet.
    pub nobody: &'static str,
}

impl DistrictPage {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: DistrictPage = DistrictPage {
    as_of: |date| format!("Stand vom {date}"),
    phase: |name| format!("Förderphase {name}"),
    phases: "Förderphase wählen",
    answered: |answered, asked| format!("{answered} von {asked} geantwortet"),
    judges_nobody: "Ein Teil davon ist fachlich nötig. Die Zahl bewertet niemanden.",
    what_does_it_mean: "Was heißt das?",
    meaning: "Zu erwarten: so viele blieben im eigenen Amt, wenn die Amtszugehörigkeit keine Rolle spielte; in Klammern liegen 95 von 100 solcher Verteilungen.",
    bar: |reported, low, high, ties| {
        format!(
            "Im eigenen Amt gemeldet: {reported} von {ties} Verbindungen; zu erwarten wären {low} bis {high}."
        )
    },
    bar_reported: "gemeldet",
    bar_expected: "zu erwarten",
    bar_all: |ties| format!("von {ties} Verbindungen zwischen Funktionen der Ämter"),
    handout: "Tischvorlage",
    map: "Wer arbeitet mit wem",
    all_maps: "alle Karten",
    as_table: "als Tabelle",
    print: "drucken (PDF)",
    enlarge: "groß ansehen",
    light_up: "Amt hervorheben",
    all_offices: "alle",
    start: "Wo ansetzen",
    no_tie: "Ohne gemeldete Verbindung",
    contacts: "Mögliche neue Kontakte",
    contacts_note: "Ein Vorschlag zum Gespräch; er bewertet niemanden.",
    one_function: "Nur über eine Funktion verbunden",
    no_gaps: "Zwischen allen Ämtern mit Angaben ist Zusammenarbeit gemeldet.",
    no_single_links: "Kein Ämterpaar hängt an einer einzigen Funktion.",
    offers: "Angebote",
    offers_lead: |offers, gaps| {
        let offers = match offers {
            1 => "1 Angebot".to_owned(),
            n => format!("{n} Angebote"),
        };
        match gaps {
            0 => format!("{offers}; in jedem Feld steht mindestens eines."),
            1 => format!("{offers}; ein Feld ist leer."),
            n => format!("{offers}; {n} Felder sind leer."),
        }
    },
    no_offers: "Für diese Förderphase ist noch kein Angebot eingetragen.",
    offers_caption: "Angebote nach Handlungsfeld und Lebensphase",
    offers_corner: "Handlungsfeld",
    gap: "kein Angebot",
    offers_here: |n| match n {
        1 => "1 Angebot".to_owned(),
        n => format!("{n} Angebote"),
    },
    figures: "Kennzahlen",
    figures_whole: "Das Netzwerk im Ganzen",
    figures_columns: ["Kennzahl", "Wert", "zu erwarten"],
    inside_offices: "Verbindungen im eigenen Amt",
    figures_open: "Die einzelnen Ämter",
    how: "So wird gerechnet",
    privacy: "Datenschutz",
    privacy_note: "Hier stehen Funktionen, keine Personen. Keine gemeldete Zusammenarbeit heißt nicht, dass es keine gibt; nicht erhoben zählt nie als „keine“.",
    privacy_more: "Mehr zum Datenschutz",
    table_title: |district| format!("{district}: die Karte als Tabelle"),
    back: |district| format!("Zurück zu {district}"),
    offices_caption: "Ämter: Verbindungen innen und nach außen",
    offices_columns: [
        "Amt",
        "Funktionen",
        "Verbindungen im Amt",
        "zu erwarten",
        "Verbindungen zu anderen",
    ],
    pairs_caption: "Ämterpaare",
    pairs_columns: [
        "Amt",
        "und",
        "Zusammenarbeit",
        "Verbindungen",
        "möglich",
        "zu erwarten",
    ],
    reported: "gemeldet",
    none_reported: "keine gemeldet",
    not_asked: "nicht erhoben",
    functions_caption: "Funktionen und Einrichtungen, und mit wem sie zusammenarbeiten",
    functions_columns: [
        "Amt / Organisation",
        "Funktion oder Einrichtung",
        "arbeitet mit",
    ],
    nobody: "keine gemeldet",
};

static EN: DistrictPage = DistrictPage {
    as_of: |date| format!("As of {date}"),
    phase: |name| format!("Funding phase {name}"),
    phases: "Choose the funding phase",
    answered: |answered, asked| format!("{answered} of {asked} answered"),
    judges_nobody: "Some of this is necessary for the work. The figure is not a rating of anyone.",
    what_does_it_mean: "What does it mean?",
    meaning: "Expected: as many ties would stay within an office if it made no difference which office a function belongs to; 95 out of 100 such arrangements lie within the range in brackets.",
    bar: |reported, low, high, ties| {
        format!(
            "Reported within an office: {reported} of {ties} ties; {low} to {high} would be expected."
        )
    },
    bar_reported: "reported",
    bar_expected: "expected",
    bar_all: |ties| format!("of {ties} ties between functions in the offices"),
    handout: "Handout",
    map: "Who works with whom",
    all_maps: "all maps",
    as_table: "as a table",
    print: "print (PDF)",
    enlarge: "view large",
    light_up: "Highlight an office",
    all_offices: "all",
    start: "Where to start",
    no_tie: "Without a reported tie",
    contacts: "Possible new contacts",
    contacts_note: "A suggestion to discuss, not a rating of anyone.",
    one_function: "Connected through one function only",
    no_gaps: "Cooperation is reported between all offices with entries.",
    no_single_links: "No two offices are connected through a single function only.",
    offers: "Offers",
    offers_lead: |offers, gaps| {
        let offers = match offers {
            1 => "1 offer".to_owned(),
            n => format!("{n} offers"),
        };
        match gaps {
            0 => format!("{offers}; every cell has at least one."),
            1 => format!("{offers}; one cell is empty."),
            n => format!("{offers}; {n} cells are empty."),
        }
    },
    no_offers: "No offer has been entered for this funding phase yet.",
    offers_caption: "Offers by field of action and life phase",
    offers_corner: "Field of action",
    gap: "no offer",
    offers_here: |n| match n {
        1 => "1 offer".to_owned(),
        n => format!("{n} offers"),
    },
    figures: "Figures",
    figures_whole: "The network as a whole",
    figures_columns: ["Figure", "Value", "expected"],
    inside_offices: "Ties within an office",
    figures_open: "Office by office",
    how: "How it is calculated",
    privacy: "Data protection",
    privacy_note: "These are functions, not people. “None reported” does not mean that there is none, and “not asked” never counts as none.",
    privacy_more: "More about data protection",
    table_title: |district| format!("{district}: the map as a table"),
    back: |district| format!("Back to {district}"),
    offices_caption: "Offices: ties within and to others",
    offices_columns: [
        "Office",
        "Functions",
        "Ties within",
        "expected",
        "Ties to others",
    ],
    pairs_caption: "Pairs of offices",
    pairs_columns: [
        "Office",
        "and",
        "Cooperation",
        "Ties",
        "possible",
        "expected",
    ],
    reported: "reported",
    none_reported: "none reported",
    not_asked: "not asked",
    functions_caption: "Functions and facilities, and whom they work with",
    functions_columns: [
        "Office / organisation",
        "Function or facility",
        "works with",
    ],
    nobody: "none reported",
};
