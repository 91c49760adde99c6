//! The page of an offer, its form, and what it takes to remove or to merge it.

use crate::text::Lang;

/// The texts of offers' pages.
pub struct OfferPage {
    /// The headline over a new one.
    pub new: &'static str,
    /// What to do there.
    pub new_lead: &'static str,
    /// No funding phase is there to put it in.
    pub no_phase: &'static str,
    /// Over what is entered.
    pub entered: &'static str,
    /// Over the form.
    pub edit: &'static str,
    /// The name.
    pub name: &'static str,
    /// The life phases.
    pub life_phases: &'static str,
    /// The fields.
    pub fields: &'static str,
    /// The funding phases.
    pub phases: &'static str,
    /// Who runs it in a phase.
    pub providers: &'static str,
    /// Which phase that is about, and how to get to another.
    pub providers_hint: &'static str,
    /// The office that is responsible.
    pub responsible: &'static str,
    /// Who knows it.
    pub known_to: &'static str,
    /// Who refers to it.
    pub referred_by: &'static str,
    /// The line in which further names are typed, for each of the three lists.
    pub add: [&'static str; 3],
    /// How names are typed there.
    pub add_hint: &'static str,
    /// A typed name that means nobody, or several.
    pub nobody: fn(&str) -> String,
    /// Whom it is for.
    pub target_group: &'static str,
    /// The part of the district.
    pub area: &'static str,
    /// The goal.
    pub goal: &'static str,
    /// Who pays.
    pub funding: &'static str,
    /// A remark.
    pub note: &'static str,
    /// What may stand there.
    pub note_hint: &'static str,
    /// Nobody is chosen.
    pub nobody_yet: &'static str,
    /// Providers are changed for a phase that is not ticked.
    pub not_in_phase: &'static str,
    /// Another phase.
    pub other_phases: &'static str,
    /// The picture.
    pub picture: &'static str,
    /// The way to it.
    pub to_picture: &'static str,
    /// Over the cooperations about it.
    pub about: &'static str,
    /// There is none.
    pub about_none: &'static str,
    /// More than are shown.
    pub about_more: &'static str,
    /// The way to the page that removes it.
    pub remove: &'static str,
    /// The headline there.
    pub remove_title: fn(&str) -> String,
    /// What goes with it.
    pub goes: fn(usize) -> String,
    /// That it can be taken back.
    pub goes_back: &'static str,
    /// The way to the page that merges it.
    pub merge: &'static str,
    /// The headline there.
    pub merge_title: fn(&str) -> String,
    /// What becomes of both.
    pub merge_lead: fn(&str) -> String,
    /// The choice of the other one.
    pub into: &'static str,
    /// The button.
    pub merge_button: &'static str,
    /// There is no other one.
    pub no_other: &'static str,
    /// A text has no room for both: of offers, of remarks.
    pub no_room: [&'static str; 2],
}

impl OfferPage {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: OfferPage = OfferPage {
    new: "Angebot hinzufügen",
    new_lead: "Name, Lebensphase und Handlungsfeld genügen für den Anfang.",
    no_phase: "Es gibt noch keine Förderphase. Die Programmbegleitung legt sie an.",
    entered: "Was eingetragen ist",
    edit: "Bearbeiten",
    name: "Angebot",
    life_phases: "Lebensphasen",
    fields: "Handlungsfelder",
    phases: "Gibt es in den Förderphasen",
    providers: "Träger / Durchführung",
    providers_hint: "Gilt für die Förderphase, die über dem Formular steht.",
    responsible: "Fachlich zuständiges Amt",
    known_to: "Bekannt bei",
    referred_by: "Vermittelt von",
    add: [
        "Träger / Durchführung ergänzen",
        "Bekannt bei ergänzen",
        "Vermittelt von ergänzen",
    ],
    add_hint: "Namen eintippen und aus dem Vorschlag wählen; mehrere durch Semikolon trennen.",
    nobody: |name| {
        format!("„{name}“ ist hier nicht eindeutig bekannt. Bitte aus dem Vorschlag wählen.")
    },
    target_group: "Zielgruppe",
    area: "Bezirksregion",
    goal: "Handlungsziel",
    funding: "Finanzierung",
    note: "Bemerkung",
    note_hint: "Höchstens 200 Zeichen. Keine Namen, keine Fälle.",
    nobody_yet: "–",
    not_in_phase: "Unter Träger / Durchführung ist für diese Förderphase etwas geändert: Kreuzen Sie die Förderphase an, oder lassen Sie die Auswahl, wie sie war.",
    other_phases: "Förderphase",
    picture: "Wer das Angebot durchführt, kennt und vermittelt",
    to_picture: "Auf der Karte ansehen",
    about: "Zusammenarbeit zu diesem Angebot",
    about_none: "Dazu ist keine Zusammenarbeit eingetragen.",
    about_more: "Alle in der Liste der Zusammenarbeit",
    remove: "Entfernen",
    remove_title: |name| format!("„{name}“ entfernen"),
    goes: |n| match n {
        0 => "Keine Zusammenarbeit nennt dieses Angebot. Entfernt wird nur das Angebot selbst."
            .to_owned(),
        1 => {
            "Eine Zusammenarbeit nennt dieses Angebot: Sie bleibt und verliert nur diesen Hinweis."
                .to_owned()
        }
        n => format!(
            "{n} Zusammenarbeiten nennen dieses Angebot: Sie bleiben und verlieren nur diesen Hinweis."
        ),
    },
    goes_back: "Das Entfernen lässt sich im Verlauf zurücknehmen.",
    merge: "Zusammenführen mit …",
    merge_title: |name| format!("„{name}“ mit einem anderen Angebot zusammenführen"),
    merge_lead: |name| {
        format!(
            "Alles, was zu „{name}“ eingetragen ist, kommt zum anderen Angebot; was doppelt ist, steht dort einmal. Der Name des anderen bleibt. Das lässt sich im Verlauf zurücknehmen."
        )
    },
    into: "Mit welchem Angebot?",
    merge_button: "Zusammenführen",
    no_other: "Es gibt kein anderes Angebot.",
    no_room: [
        "Die Texte beider Angebote sind zusammen zu lang. Bitte kürzen Sie zuerst einen davon.",
        "Die Bemerkungen beider Angebote sind zusammen länger als 200 Zeichen. Bitte kürzen Sie zuerst eine davon.",
    ],
};

static EN: OfferPage = OfferPage {
    new: "Add an offer",
    new_lead: "A name, a life phase and a field of action are enough to begin with.",
    no_phase: "There is no funding phase yet. The programme enters them.",
    entered: "What is entered",
    edit: "Edit",
    name: "Offer",
    life_phases: "Life phases",
    fields: "Fields of action",
    phases: "Exists in the funding phases",
    providers: "Provided by",
    providers_hint: "For the funding phase named above the form.",
    responsible: "Responsible office",
    known_to: "Known to",
    referred_by: "Referred by",
    add: [
        "Add who provides it",
        "Add who knows it",
        "Add who refers to it",
    ],
    add_hint: "Type a name and choose from what is proposed; separate several by semicolons.",
    nobody: |name| {
        format!("“{name}” does not name exactly one here. Please choose from what is proposed.")
    },
    target_group: "Target group",
    area: "Area of the district",
    goal: "Goal",
    funding: "Funding",
    note: "Note",
    note_hint: "At most 200 characters. No names, no cases.",
    nobody_yet: "–",
    not_in_phase: "Who provides it was changed for this funding phase: tick the phase, or leave the choice as it was.",
    other_phases: "Funding phase",
    picture: "Who provides, knows and refers to the offer",
    to_picture: "See it on the map",
    about: "Cooperation about this offer",
    about_none: "No cooperation about it is entered.",
    about_more: "All in the list of cooperation",
    remove: "Remove",
    remove_title: |name| format!("Remove “{name}”"),
    goes: |n| match n {
        0 => "No cooperation names this offer. Only the offer itself is removed.".to_owned(),
        1 => "One cooperation names this offer: it stays and loses that mention alone.".to_owned(),
        n => format!("{n} cooperations name this offer: they stay and lose that mention alone."),
    },
    goes_back: "The removal can be undone in the history.",
    merge: "Merge with …",
    merge_title: |name| format!("Merge “{name}” with another offer"),
    merge_lead: |name| {
        format!(
            "Everything entered about “{name}” comes to the other offer; what is there twice stands there once. The other's name stays. It can be undone in the history."
        )
    },
    into: "With which offer?",
    merge_button: "Merge",
    no_other: "There is no other offer.",
    no_room: [
        "The texts of both offers are too long together. Please shorten one of them first.",
        "The notes of both offers have more than 200 characters together. Please shorten one of them first.",
    ],
};
