//! What can be taken along, for which purpose.

use crate::text::Lang;

/// The texts of the export page.
pub struct Export {
    /// The headline.
    pub title: &'static str,
    /// What the files hold.
    pub lead: &'static str,
    /// What stays out.
    pub no_contacts: &'static str,
    /// Each format: file ending, name, what it is for.
    pub formats: [(&'static str, &'static str, &'static str); 5],
    /// Over the formats.
    pub data: &'static str,
    /// The district's own template: name, what it is for.
    pub template: (&'static str, &'static str),
    /// Over the pictures.
    pub pictures: &'static str,
    /// Each picture: file ending, name, what it is for.
    pub picture_formats: [(&'static str, &'static str, &'static str); 3],
    /// Over the figures.
    pub figures: &'static str,
    /// The figures as JSON.
    pub figures_note: &'static str,
    /// What a file of the working state is, in its name.
    pub working_file: &'static str,
    /// What a file for leaders is, in its name.
    pub leading_file: &'static str,
}

impl Export {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: Export = Export {
    title: "Export",
    lead: "Die Dateien enthalten alle Förderphasen dieses Bezirks.",
    no_contacts: "Ansprechpersonen sind nicht enthalten.",
    working_file: "arbeitsstand",
    leading_file: "leitung",
    data: "Das Netzwerk",
    template: (
        "Excel-Vorlage dieses Bezirks",
        "für neue Einträge; was schon eingetragen ist, steht in den Auswahllisten",
    ),
    formats: [
        (
            "xlsx",
            "Excel-Arbeitsmappe",
            "zum Weiterbearbeiten; lässt sich wieder einlesen",
        ),
        (
            "csv.zip",
            "CSV-Dateien (ZIP)",
            "dieselben Tabellen als Text; lassen sich wieder einlesen",
        ),
        (
            "graphml",
            "GraphML",
            "für Programme zur Netzwerkanalyse wie igraph, NetworkX oder Visone",
        ),
        ("gexf", "GEXF", "für Gephi"),
        ("json", "JSON", "für eigene Programme"),
    ],
    pictures: "Die Karte",
    picture_formats: [
        ("pdf", "PDF", "zum Drucken"),
        ("png", "PNG", "für Folien und Texte"),
        (
            "svg",
            "SVG",
            "zum Vergrößern ohne Verlust und zum Bearbeiten",
        ),
    ],
    figures: "Die Kennzahlen",
    figures_note: "Alle Kennzahlen als JSON",
};

static EN: Export = Export {
    title: "Export",
    lead: "The files hold all funding phases of this district.",
    no_contacts: "Contacts are not included.",
    working_file: "working-version",
    leading_file: "leaders",
    data: "The network",
    template: (
        "Excel template for this district",
        "for new entries; what has been entered is in its drop-down lists",
    ),
    formats: [
        (
            "xlsx",
            "Excel workbook",
            "to work on; can be imported again",
        ),
        (
            "csv.zip",
            "CSV files (ZIP)",
            "the same tables as text; can be imported again",
        ),
        (
            "graphml",
            "GraphML",
            "for network analysis programs such as igraph, NetworkX or Visone",
        ),
        ("gexf", "GEXF", "for Gephi"),
        ("json", "JSON", "for programs of your own"),
    ],
    pictures: "The map",
    picture_formats: [
        ("pdf", "PDF", "to print"),
        ("png", "PNG", "for slides and texts"),
        ("svg", "SVG", "to enlarge without loss, and to edit"),
    ],
    figures: "The figures",
    figures_note: "All figures as JSON",
};
