//! The page of an organisation, and its form.

use crate::text::Lang;

/// The texts of the page.
pub struct DepartmentPage {
    /// The page of a new one.
    pub new_title: &'static str,
    /// What to enter.
    pub new_lead: &'static str,
    /// The way to the list of offices.
    pub choose: &'static str,
    /// Over the form.
    pub edit_title: &'static str,
    /// The name.
    pub name: &'static str,
    /// The abbreviation.
    pub short_name: &'static str,
    /// Where it stands.
    pub short_name_hint: &'static str,
    /// The kind.
    pub kind: &'static str,
    /// The policy field.
    pub policy_field: &'static str,
    /// The division in a phase.
    pub division: fn(&str) -> String,
    /// The division.
    pub division_label: &'static str,
    /// Another one has the name.
    pub name_taken: &'static str,
    /// What is entered.
    pub facts: &'static str,
    /// The columns.
    pub fact_columns: [&'static str; 2],
    /// Its functions.
    pub functions: &'static str,
    /// Name, section, level, kind.
    pub function_columns: [&'static str; 4],
    /// It has none.
    pub no_functions: &'static str,
    /// Its pairs.
    pub pairs: &'static str,
    /// Organisation, ties, expected.
    pub pair_columns: [&'static str; 3],
    /// Nothing is known.
    pub no_pairs: &'static str,
    /// A pair that nobody was asked about.
    pub not_asked: &'static str,
    /// A pair without a tie.
    pub none_reported: &'static str,
    /// Ties inside.
    pub inside: fn(u32) -> String,
    /// Its offers.
    pub offers: &'static str,
    /// Offer, part.
    pub offer_columns: [&'static str; 2],
    /// It has none.
    pub no_offers: &'static str,
    /// It is responsible.
    pub responsible: &'static str,
    /// The way to a new function.
    pub new_function: &'static str,
}

impl DepartmentPage {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: DepartmentPage = DepartmentPage {
    new_title: "Neue Organisation",
    new_lead: "Ein Amt, eine Serviceeinheit, ein Träger oder eine andere Organisation.",
    choose: "Aus der Liste der Ämter wählen",
    edit_title: "Bearbeiten",
    name: "Name",
    short_name: "Kürzel",
    short_name_hint: "Steht in Karten, etwa Jug.",
    kind: "Art",
    policy_field: "Politikfeld",
    division: |phase| format!("Geschäftsbereich ({phase})"),
    division_label: "Geschäftsbereich",
    name_taken: "Eine andere Organisation heißt schon so.",
    facts: "Angaben",
    fact_columns: ["Feld", "Eingetragen"],
    functions: "Funktionen",
    function_columns: ["Funktion", "Fachbereich", "Ebene", "Art"],
    no_functions: "In dieser Förderphase ist keine Funktion eingetragen.",
    pairs: "Zusammenarbeit mit anderen Organisationen",
    pair_columns: ["Organisation", "Gemeldete Verbindungen", "Zu erwarten etwa"],
    no_pairs: "Dazu ist in dieser Förderphase nichts gemeldet.",
    not_asked: "nicht erhoben",
    none_reported: "keine gemeldet",
    inside: |n| format!("Innerhalb der Organisation: {n} gemeldete Verbindungen."),
    offers: "Angebote",
    offer_columns: ["Angebot", "Beteiligung"],
    no_offers: "An keinem Angebot beteiligt.",
    responsible: "fachlich zuständig",
    new_function: "Funktion eintragen",
};

static EN: DepartmentPage = DepartmentPage {
    new_title: "New organisation",
    new_lead: "An office, a service unit, a provider or another organisation.",
    choose: "Choose from the list of offices",
    edit_title: "Edit",
    name: "Name",
    short_name: "Short name",
    short_name_hint: "Stands in maps, such as Jug.",
    kind: "Kind",
    policy_field: "Policy field",
    division: |phase| format!("Division ({phase})"),
    division_label: "Division",
    name_taken: "Another organisation has this name already.",
    facts: "What is entered",
    fact_columns: ["Field", "Entered"],
    functions: "Functions",
    function_columns: ["Function", "Section", "Level", "Kind"],
    no_functions: "No function is entered in this funding phase.",
    pairs: "Cooperation with other organisations",
    pair_columns: ["Organisation", "Reported ties", "Expected, about"],
    no_pairs: "Nothing is reported about this in this funding phase.",
    not_asked: "not asked",
    none_reported: "none reported",
    inside: |n| format!("Inside the organisation: {n} reported ties."),
    offers: "Offers",
    offer_columns: ["Offer", "Part"],
    no_offers: "Takes part in no offer.",
    responsible: "responsible",
    new_function: "Enter a function",
};
