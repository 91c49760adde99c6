//! What stands around every page: header, marks, footer; and how a date is written.

use chrono::{Datelike, NaiveDate};

use crate::text::Lang;

/// The texts around every page.
pub struct Frame {
    /// What the service is, under its name.
    pub claim: &'static str,
    /// The link over the header to the content.
    pub skip: &'static str,
    /// The name of the main navigation.
    pub menu: &'static str,
    /// The list of districts.
    pub districts: &'static str,
    /// How each figure is computed.
    pub how: &'static str,
    /// Data protection.
    pub privacy: &'static str,
    /// The name of the language navigation.
    pub language: &'static str,
    /// The other language, in that language.
    pub other_language: &'static str,
    /// The mark of an invented district.
    pub example: &'static str,
    /// What the mark means.
    pub example_note: &'static str,
    /// The mark of a page that is looked at as a leader.
    pub as_leader: &'static str,
    /// The same as the programme.
    pub as_programme: &'static str,
    /// What the mark means.
    pub as_note: &'static str,
    /// The way back to one's own view.
    pub as_oneself: &'static str,
    /// The mark of a working view on paper.
    pub working: &'static str,
    /// The mark of what leaders get on paper.
    pub leading: &'static str,
    /// The way from what leaders see back to the working state.
    pub to_working: &'static str,
    /// The name of a district's own navigation.
    pub district_menu: &'static str,
    /// The district's overview.
    pub overview: &'static str,
    /// The maps.
    pub map: &'static str,
    /// The page for imports.
    pub import: &'static str,
    /// The page for choosing offices.
    pub choose: &'static str,
    /// The frozen states and their release.
    pub releases: &'static str,
    /// The history.
    pub history: &'static str,
    /// The exports.
    pub export: &'static str,
    /// The funding phases.
    pub phases: &'static str,
    /// The accounts.
    pub accounts: &'static str,
    /// The last line of each page.
    pub footer: &'static str,
    /// The same where people sign in: it runs elsewhere than their browser.
    pub footer_signed: &'static str,
}

impl Frame {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: Frame = Frame {
    claim: "Zusammenarbeit im Bezirk sichtbar machen",
    skip: "Zum Inhalt springen",
    menu: "Hauptnavigation",
    districts: "Bezirke",
    how: "So wird gerechnet",
    privacy: "Datenschutz",
    language: "Sprache",
    other_language: "English",
    example: "Beispiel",
    example_note: "Diesen Bezirk gibt es nicht. Alle Funktionen, Angebote und Zahlen sind erfunden.",
    as_leader: "Ansicht als Leitung",
    as_programme: "Ansicht als Programm",
    as_note: "So sähe es jemand mit dieser Rolle.",
    as_oneself: "Zurück zur eigenen Ansicht",
    working: "Arbeitsstand – nur für das Kernteam",
    leading: "Für Leitungen – zusammengefasst nach Ämtern",
    to_working: "Zurück zum Arbeitsstand",
    district_menu: "Seiten dieses Bezirks",
    overview: "Überblick",
    map: "Karten",
    import: "Excel einlesen",
    choose: "Aus der Liste wählen",
    releases: "Stand und Freigabe",
    history: "Verlauf",
    export: "Export",
    phases: "Förderphasen",
    accounts: "Konten",
    footer: "miteinander läuft auf diesem Rechner. Es sendet nichts ins Netz.",
    footer_signed: "Was hier steht, gibt miteinander an niemanden sonst weiter.",
};

static EN: Frame = Frame {
    claim: "Making cooperation in a district visible",
    skip: "Skip to content",
    menu: "Main navigation",
    districts: "Districts",
    how: "How it is calculated",
    privacy: "Data protection",
    language: "Language",
    other_language: "Deutsch",
    example: "Example",
    example_note: "This district does not exist. All functions, offers and numbers are invented.",
    as_leader: "Viewed as a leader",
    as_programme: "Viewed as the programme",
    as_note: "This is what somebody with this role would see.",
    as_oneself: "Back to your own view",
    working: "Working version – core team only",
    leading: "For leaders – summarised by office",
    to_working: "Back to the working version",
    district_menu: "Pages of this district",
    overview: "Overview",
    map: "Maps",
    import: "Import from Excel",
    choose: "Choose from the list",
    releases: "State and release",
    history: "History",
    export: "Export",
    phases: "Funding phases",
    accounts: "Accounts",
    footer: "miteinander runs on this computer. It sends nothing to the internet.",
    footer_signed: "miteinander passes nothing of this on to anybody else.",
};

/// A date as people write it: 12.03.2025, or 12 March 2025.
pub fn date(date: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::De => date.format("%d.%m.%Y").to_string(),
        Lang::En => format!("{} {}", date.day(), date.format("%B %Y")),
    }
}
