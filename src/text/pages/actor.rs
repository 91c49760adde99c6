//! The page of one function, and its contact.

use crate::text::Lang;

/// The texts of the page.
pub struct ActorPage {
    /// Over the phases in which it stands.
    pub places: &'static str,
    /// The columns: phase, office, section, level.
    pub columns: [&'static str; 4],
    /// It stands in no phase.
    pub nowhere: &'static str,
    /// What is entered.
    pub facts: &'static str,
    /// The columns: field, what is entered.
    pub fact_columns: [&'static str; 2],
    /// A link to edit it in a phase.
    pub edit_in: fn(phase: &str) -> String,
    /// The links of a row.
    pub edit: &'static str,
    /// Over its cooperations.
    pub ties: &'static str,
    /// The same with the phase.
    pub ties_in: fn(phase: &str) -> String,
    /// Over the picture of those it works with.
    pub around: &'static str,
    /// The way to it as a map.
    pub as_map: &'static str,
    /// The way to the form of all its ties.
    pub enter_ties: &'static str,
    /// It has none.
    pub no_ties: &'static str,
    /// The columns: office, function, strength, who reported it.
    pub tie_columns: [&'static str; 4],
    /// Both reported it.
    pub by_both: &'static str,
    /// This function did.
    pub by_own: &'static str,
    /// The other did.
    pub by_other: &'static str,
    /// It was recorded in a workshop.
    pub in_workshop: &'static str,
    /// A strength that nobody stated.
    pub no_strength: &'static str,
    /// Over its offers.
    pub offers: &'static str,
    /// The columns: offer, part.
    pub offer_columns: [&'static str; 2],
    /// It has none.
    pub no_offers: &'static str,
    /// It provides an offer in these phases.
    pub provides: fn(phases: &str) -> String,
    /// It knows the offer.
    pub knows: &'static str,
    /// It refers families to it.
    pub refers: &'static str,
    /// The choice of the phase.
    pub other_phase: &'static str,
    /// Over the contact.
    pub contact: &'static str,
    /// Who sees it.
    pub contact_lead: &'static str,
    /// There is none.
    pub none: &'static str,
    /// The field of the person.
    pub person: &'static str,
    /// The field of the telephone.
    pub telephone: &'static str,
    /// The field of the address.
    pub email: &'static str,
    /// The button that saves.
    pub save: &'static str,
    /// What saving means where nothing was changed.
    pub save_hint: &'static str,
    /// The button that deletes.
    pub delete: &'static str,
    /// When it was last confirmed, and when it is deleted.
    pub kept: fn(confirmed: &str, ends: &str) -> String,
    /// It was saved.
    pub saved: &'static str,
    /// It was deleted.
    pub deleted: &'static str,
    /// Somebody else changed it: over both versions.
    pub differs: &'static str,
    /// What stands.
    pub stands: &'static str,
    /// What was typed.
    pub typed: &'static str,
    /// What to do about it.
    pub differs_remedy: &'static str,
    /// What was typed is no address.
    pub no_address: &'static str,
    /// What was typed is too long, or holds what cannot be kept.
    pub no_text: &'static str,
    /// Nothing is written there.
    pub empty: &'static str,
}

impl ActorPage {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: ActorPage = ActorPage {
    places: "Förderphasen",
    columns: ["Förderphase", "Amt / Organisation", "Fachbereich", "Ebene"],
    nowhere: "Diese Funktion steht in keiner Förderphase.",
    facts: "Angaben",
    fact_columns: ["Feld", "Eingetragen"],
    edit_in: |phase| format!("Bearbeiten, {phase}"),
    edit: "Bearbeiten",
    ties: "Zusammenarbeit",
    ties_in: |phase| format!("Zusammenarbeit, {phase}"),
    around: "Mit wem diese Funktion arbeitet",
    as_map: "Als Karte öffnen, speichern oder drucken",
    enter_ties: "Verbindungen eintragen",
    no_ties: "In dieser Förderphase ist keine Zusammenarbeit gemeldet.",
    tie_columns: ["Amt / Organisation", "Funktion", "Stärke", "Gemeldet"],
    by_both: "von beiden Seiten",
    by_own: "von dieser Funktion",
    by_other: "von der anderen Seite",
    in_workshop: "im Arbeitstreffen",
    no_strength: "ohne Angabe der Stärke",
    offers: "Angebote",
    offer_columns: ["Angebot", "Beteiligung"],
    no_offers: "An keinem Angebot beteiligt.",
    provides: |phases| format!("führt durch ({phases})"),
    knows: "kennt es",
    refers: "vermittelt dorthin",
    other_phase: "Andere Förderphase",
    contact: "Ansprechperson",
    contact_lead: "Nur für das Kernteam und die Bezirkskoordination. Steht in keiner Karte, in keinem Verlauf und in keinem Export von dieser Seite.",
    none: "Es ist niemand eingetragen.",
    person: "Name",
    telephone: "Telefon",
    email: "E-Mail",
    save: "Speichern",
    save_hint: "Speichern ohne Änderung bestätigt die Angaben von heute an.",
    delete: "Ansprechperson löschen",
    kept: |confirmed, ends| {
        format!(
            "Zuletzt bestätigt am {confirmed}. Wird ab dem {ends} gelöscht, wenn niemand sie vorher bestätigt und die Förderphase weitergeht."
        )
    },
    saved: "Die Ansprechperson ist gespeichert.",
    deleted: "Die Ansprechperson ist gelöscht. Die Funktion und ihre Zusammenarbeit bleiben.",
    differs: "Jemand anders hat die Ansprechperson inzwischen geändert. Es wurde nichts gespeichert.",
    stands: "Jetzt eingetragen",
    typed: "Ihre Eingabe",
    differs_remedy: "Im Formular steht Ihre Eingabe. Speichern ersetzt, was jetzt eingetragen ist.",
    no_address: "Das ist keine E-Mail-Adresse. Es wurde nichts gespeichert.",
    no_text: "Eine Angabe ist zu lang oder enthält Zeichen, die sich nicht speichern lassen. Es wurde nichts gespeichert.",
    empty: "keine Angabe",
};

static EN: ActorPage = ActorPage {
    places: "Funding phases",
    columns: ["Funding phase", "Office / organisation", "Section", "Level"],
    nowhere: "This function stands in no funding phase.",
    facts: "What is entered",
    fact_columns: ["Field", "Entered"],
    edit_in: |phase| format!("Edit, {phase}"),
    edit: "Edit",
    ties: "Cooperation",
    ties_in: |phase| format!("Cooperation, {phase}"),
    around: "Whom this function works with",
    as_map: "Open, save or print it as a map",
    enter_ties: "Enter cooperations",
    no_ties: "No cooperation is reported in this funding phase.",
    tie_columns: ["Office / organisation", "Function", "Strength", "Reported"],
    by_both: "by both sides",
    by_own: "by this function",
    by_other: "by the other side",
    in_workshop: "in a working meeting",
    no_strength: "no strength stated",
    offers: "Offers",
    offer_columns: ["Offer", "Part"],
    no_offers: "Takes part in no offer.",
    provides: |phases| format!("provides it ({phases})"),
    knows: "knows it",
    refers: "refers to it",
    other_phase: "Another funding phase",
    contact: "Contact",
    contact_lead: "For the core team and the district coordination only. It is on no map, in no history and in no export of this page.",
    none: "Nobody is entered.",
    person: "Name",
    telephone: "Telephone",
    email: "E-mail",
    save: "Save",
    save_hint: "Saving without a change confirms the contact from today on.",
    delete: "Delete the contact",
    kept: |confirmed, ends| {
        format!(
            "Last confirmed on {confirmed}. It is deleted from {ends} on, unless somebody confirms it before and the funding phase goes on."
        )
    },
    saved: "The contact is saved.",
    deleted: "The contact is deleted. The function and its cooperations stay.",
    differs: "Somebody else has changed the contact in the meantime. Nothing was saved.",
    stands: "Entered now",
    typed: "What you entered",
    differs_remedy: "The form holds what you entered. Saving replaces what is entered now.",
    no_address: "This is no e-mail address. Nothing was saved.",
    no_text: "An entry is too long, or holds characters that cannot be kept. Nothing was saved.",
    empty: "nothing",
};
