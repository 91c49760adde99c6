//! The page of the maps.

use crate::text::Lang;

/// The texts of the maps' page.
pub struct MapPage {
    /// The title.
    pub title: fn(&str) -> String,
    /// The name of the choice between views.
    pub views: &'static str,
    /// The views: network, matrix, change, offer, chain.
    pub view_names: [&'static str; 5],
    /// The choice of the phase.
    pub phase: &'static str,
    /// The choice of the earlier phase.
    pub from: &'static str,
    /// The choice of the later phase.
    pub to: &'static str,
    /// The choice of the offer.
    pub offer: &'static str,
    /// The choice of the least strength.
    pub threshold: &'static str,
    /// The strengths 1 to 5.
    pub steps: [&'static str; 5],
    /// The choice of the audience.
    pub audience: &'static str,
    /// The core team, the leaders.
    pub audiences: [&'static str; 2],
    /// The button.
    pub show: &'static str,
    /// Makes it larger.
    pub larger: &'static str,
    /// Makes it smaller.
    pub smaller: &'static str,
    /// Shows all of it.
    pub whole: &'static str,
    /// The name of the tools.
    pub tools: &'static str,
    /// How to read single things.
    pub hint: &'static str,
    /// The same on a screen that is touched.
    pub touch: &'static str,
    /// The link to a function's page, before its name.
    pub to_actor: &'static str,
    /// The name of the picture's region.
    pub picture: &'static str,
    /// The downloads' name.
    pub downloads: &'static str,
    /// The downloads: SVG, PNG, PDF A4, PDF A3.
    pub files: [&'static str; 4],
    /// Over the parts of the picture in words.
    pub parts: &'static str,
    /// Opens the table.
    pub table: &'static str,
    /// Said of a function: works with.
    pub works_with: &'static str,
    /// Said of a function without ties, from which strength on.
    pub nobody: fn(from: Option<u8>) -> String,
    /// Said of a department: ties to.
    pub ties_to: &'static str,
    /// Said of a department: ties inside.
    pub inside: &'static str,
    /// Said of a department without ties to others, from which strength on.
    pub alone: fn(from: Option<u8>) -> String,
    /// Said of ties of the earlier phase that are not in the later one.
    pub before: &'static str,
    /// Lays the map out afresh.
    pub afresh: &'static str,
    /// What that does.
    pub afresh_says: &'static str,
    /// The way to the other views where this one cannot be drawn.
    pub other: &'static str,
}

impl MapPage {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: MapPage = MapPage {
    title: |district| format!("{district}: Karten"),
    views: "Ansicht wählen",
    view_names: [
        "Netzwerk",
        "Paare",
        "Veränderung",
        "Ein Angebot",
        "Präventionskette",
    ],
    phase: "Förderphase",
    from: "Vorher",
    to: "Jetzt",
    offer: "Angebot",
    threshold: "Verbindungen ab Stärke",
    steps: [
        "1 wir kennen uns",
        "2 informieren",
        "3 abstimmen",
        "4 gemeinsam durchführen",
        "5 gemeinsam planen und steuern",
    ],
    audience: "Für wen",
    audiences: ["Kernteam: mit Funktionen", "Leitung: nur Ämter"],
    show: "Anzeigen",
    larger: "Vergrößern",
    smaller: "Verkleinern",
    whole: "Ganze Karte",
    tools: "Werkzeuge der Karte",
    to_actor: "Zur Seite von",
    hint: "Zeigen Sie auf ein Amt oder eine Funktion, oder wandern Sie mit den Pfeiltasten: Hier steht dann, mit wem Zusammenarbeit gemeldet ist. Eingabetaste hält fest, Esc löst; + und − ändern die Größe.",
    touch: "Tippen Sie auf ein Amt oder eine Funktion: Hier steht dann, mit wem Zusammenarbeit gemeldet ist.",
    picture: "Karte",
    downloads: "Herunterladen",
    files: ["SVG", "PNG", "PDF (A4)", "PDF (A3)"],
    parts: "Im Einzelnen",
    table: "Dasselbe als Tabelle",
    works_with: "arbeitet mit",
    nobody: |from| match from {
        None => "keine Zusammenarbeit gemeldet".to_owned(),
        Some(from) => format!("keine Zusammenarbeit ab Stärke {from} gemeldet"),
    },
    ties_to: "Verbindungen zu",
    inside: "im eigenen Haus",
    alone: |from| match from {
        None => "keine Verbindung nach außen gemeldet".to_owned(),
        Some(from) => format!("keine Verbindung nach außen ab Stärke {from} gemeldet"),
    },
    before: "nur vorher gemeldet:",
    afresh: "Karte neu anordnen",
    afresh_says: "Alle Funktionen und Ämter bekommen neue Plätze, in allen Förderphasen und für alle, die diese Karte kennen. Sonst bleibt jede Funktion, wo sie ist, auch wenn neue dazukommen.",
    other: "Andere Ansichten stehen oben.",
};

static EN: MapPage = MapPage {
    title: |district| format!("{district}: maps"),
    views: "Choose the view",
    view_names: [
        "Network",
        "Pairs",
        "Change",
        "One offer",
        "Prevention chain",
    ],
    phase: "Funding phase",
    from: "Before",
    to: "Now",
    offer: "Offer",
    threshold: "Minimum strength",
    steps: [
        "1 know each other",
        "2 inform",
        "3 coordinate",
        "4 carry out together",
        "5 plan and steer together",
    ],
    audience: "For whom",
    audiences: ["Core team: with functions", "Leaders: offices only"],
    show: "Show",
    larger: "Larger",
    smaller: "Smaller",
    whole: "Whole map",
    tools: "Tools of the map",
    to_actor: "To the page of",
    hint: "Point at an office or a function, or move with the arrow keys, to read here whom it is reported to work with. Enter keeps the selection, Esc releases it; + and − zoom.",
    touch: "Tap an office or a function to read here whom it is reported to work with.",
    picture: "Map",
    downloads: "Download",
    files: ["SVG", "PNG", "PDF (A4)", "PDF (A3)"],
    parts: "In detail",
    table: "The same as a table",
    works_with: "works with",
    nobody: |from| match from {
        None => "no cooperation reported".to_owned(),
        Some(from) => format!("no cooperation of strength {from} or more reported"),
    },
    ties_to: "ties to",
    inside: "within",
    alone: |from| match from {
        None => "no tie to others reported".to_owned(),
        Some(from) => format!("no tie of strength {from} or more to others reported"),
    },
    before: "reported only before:",
    afresh: "Arrange the map afresh",
    afresh_says: "All functions and offices get new places, in all funding phases and for everybody who knows this map. Otherwise each function stays where it is, even when new ones join.",
    other: "Other views can be chosen above.",
};
