//! The lists of a district's organisations, functions, offers and cooperations.

use crate::text::Lang;
use crate::text::numbers::whole;

/// The texts that all lists share.
pub struct Lists {
    /// The name of the search with its filters.
    pub filters: &'static str,
    /// The field in which a name is typed.
    pub search: &'static str,
    /// The choice of a funding phase.
    pub phase: &'static str,
    /// The choice that leaves everything in.
    pub all: &'static str,
    /// The choice of an office or another organisation.
    pub department: &'static str,
    /// The choice of a kind.
    pub kind: &'static str,
    /// Only what has no cooperation.
    pub alone: &'static str,
    /// The button.
    pub show: &'static str,
    /// The way back to the whole list.
    pub show_all: &'static str,
    /// Nothing fits.
    pub nothing: &'static str,
    /// That something is not stated.
    pub none: &'static str,
    /// The way to the list from which offices are ticked.
    pub choose: &'static str,
    /// The way to the import.
    pub import: &'static str,
    /// The organisations.
    pub departments: ListText<4>,
    /// The functions.
    pub actors: ListText<5>,
    /// Only the functions of the core team.
    pub core_team: &'static str,
    /// Only the functions that were asked and did not answer.
    pub silent: &'static str,
    /// The offers.
    pub offers: ListText<5>,
    /// The choice of a life phase.
    pub life_phase: &'static str,
    /// The choice of a field.
    pub field: &'static str,
    /// The cooperations.
    pub cooperations: ListText<5>,
    /// Only the cooperations that the core team brought about.
    pub through_core_team: &'static str,
    /// One side reports it, both do.
    pub reported: [&'static str; 2],
    /// There is nobody yet who could work together.
    pub actors_first: &'static str,
}

/// The texts of one list.
pub struct ListText<const COLUMNS: usize> {
    /// The headline.
    pub title: &'static str,
    /// What a row leads to.
    pub lead: &'static str,
    /// The caption of the table.
    pub caption: &'static str,
    /// The columns.
    pub columns: [&'static str; COLUMNS],
    /// One of them, several, and several of which a part is counted.
    pub counted: [&'static str; 3],
    /// The button that adds one.
    pub add: &'static str,
    /// There is none yet, and what to do first.
    pub empty: &'static str,
}

impl Lists {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

/// How many of a list are shown: "12 von 57 Funktionen".
pub fn counted(found: usize, all: usize, names: [&str; 3], lang: Lang) -> String {
    let number = |n: usize| whole(n as u64, lang);
    let [one, many, of_many] = names;
    match (found == all, all) {
        (true, 1) => format!("1 {one}"),
        (true, _) => format!("{} {many}", number(all)),
        (false, 1) => format!("0 {} 1 {one}", lang.pick("von", "of")),
        (false, _) => {
            let of = lang.pick("von", "of");
            format!("{} {of} {} {of_many}", number(found), number(all))
        }
    }
}

static DE: Lists = Lists {
    filters: "Suchen und filtern",
    search: "Name enthält",
    phase: "Förderphase",
    all: "alle",
    department: "Amt / Organisation",
    kind: "Art",
    alone: "nur ohne Zusammenarbeit",
    show: "Anzeigen",
    show_all: "Alle zeigen",
    nothing: "Dazu ist nichts eingetragen.",
    none: "–",
    choose: "Aus der Liste wählen",
    import: "Excel-Liste einlesen",
    departments: ListText {
        title: "Organisationen",
        lead: "Jeder Name führt zur Seite der Organisation.",
        caption: "Ämter und andere Organisationen",
        columns: ["Name", "Art", "Politikfeld", "Funktionen"],
        counted: ["Organisation", "Organisationen", "Organisationen"],
        add: "Organisation hinzufügen",
        empty: "Hier steht noch keine Organisation. Am schnellsten geht es aus der Liste: ankreuzen statt tippen.",
    },
    actors: ListText {
        title: "Funktionen und Einrichtungen",
        lead: "Jeder Name führt zur Seite der Funktion.",
        caption: "Funktionen und Einrichtungen",
        columns: [
            "Name",
            "Amt / Organisation",
            "Fachbereich",
            "Art",
            "arbeitet zusammen mit",
        ],
        counted: ["Funktion", "Funktionen", "Funktionen"],
        add: "Funktion hinzufügen",
        empty: "Hier steht noch keine Funktion. Tragen Sie die erste ein, oder lesen Sie eine Excel-Liste ein.",
    },
    core_team: "nur Kernteam",
    silent: "nur nicht geantwortet",
    offers: ListText {
        title: "Angebote",
        lead: "Jeder Name führt zur Seite des Angebots.",
        caption: "Angebote",
        columns: [
            "Name",
            "Lebensphasen",
            "Handlungsfelder",
            "Durchführung",
            "Fachlich zuständig",
        ],
        counted: ["Angebot", "Angebote", "Angeboten"],
        add: "Angebot hinzufügen",
        empty: "Hier steht noch kein Angebot. Beginnen Sie mit einem, das Sie gut kennen.",
    },
    life_phase: "Lebensphase",
    field: "Handlungsfeld",
    cooperations: ListText {
        title: "Zusammenarbeit",
        lead: "Jede Zeile führt zu dem, was beide Seiten angegeben haben.",
        caption: "Wer mit wem zusammenarbeitet",
        columns: ["Wer mit wem", "Förderphase", "Stufe", "Art", "gemeldet"],
        counted: ["Paar", "Paare", "Paaren"],
        add: "Zusammenarbeit hinzufügen",
        empty: "Hier steht noch keine Zusammenarbeit. Tragen Sie die erste ein, oder lesen Sie eine Excel-Liste ein.",
    },
    through_core_team: "nur durch das Kernteam angestoßen",
    reported: ["einseitig", "beidseitig"],
    actors_first: "Zuerst braucht es zwei Funktionen: Tragen Sie ein, wer beteiligt ist.",
};

static EN: Lists = Lists {
    filters: "Search and filter",
    search: "Name contains",
    phase: "Funding phase",
    all: "all",
    department: "Office / organisation",
    kind: "Kind",
    alone: "only without cooperation",
    show: "Show",
    show_all: "Show all",
    nothing: "Nothing is entered that fits.",
    none: "–",
    choose: "Choose from the list",
    import: "Import an Excel list",
    departments: ListText {
        title: "Organisations",
        lead: "Each name leads to the organisation's page.",
        caption: "Offices and other organisations",
        columns: ["Name", "Kind", "Policy field", "Functions"],
        counted: ["organisation", "organisations", "organisations"],
        add: "Add an organisation",
        empty: "There is no organisation yet. The list is the quickest way: tick instead of typing.",
    },
    actors: ListText {
        title: "Functions and facilities",
        lead: "Each name leads to the function's page.",
        caption: "Functions and facilities",
        columns: [
            "Name",
            "Office / organisation",
            "Section",
            "Kind",
            "works with",
        ],
        counted: ["function", "functions", "functions"],
        add: "Add a function",
        empty: "There is no function yet. Enter the first one, or import an Excel list.",
    },
    core_team: "only the core team",
    silent: "only without an answer",
    offers: ListText {
        title: "Offers",
        lead: "Each name leads to the offer's page.",
        caption: "Offers",
        columns: [
            "Name",
            "Life phases",
            "Fields of action",
            "Provided by",
            "Responsible office",
        ],
        counted: ["offer", "offers", "offers"],
        add: "Add an offer",
        empty: "There is no offer yet. Begin with one that you know well.",
    },
    life_phase: "Life phase",
    field: "Field of action",
    cooperations: ListText {
        title: "Cooperation",
        lead: "Each row leads to what both sides have stated.",
        caption: "Who works with whom",
        columns: ["Who with whom", "Funding phase", "Step", "Kind", "reported"],
        counted: ["pair", "pairs", "pairs"],
        add: "Add a cooperation",
        empty: "There is no cooperation yet. Enter the first one, or import an Excel list.",
    },
    through_core_team: "only brought about by the core team",
    reported: ["by one side", "by both sides"],
    actors_first: "It takes two functions first: enter who takes part.",
};
