//! Who works with whom: one function says it of all others.

use crate::text::Lang;

/// The texts of the page.
pub struct WhoPage {
    /// The headline, and the link to the page.
    pub title: &'static str,
    /// What to do first.
    pub lead: &'static str,
    /// The choice of one's function.
    pub function: &'static str,
    /// The choice that is none yet.
    pub choose: &'static str,
    /// The choice of the funding phase.
    pub phase: &'static str,
    /// The button that goes on.
    pub go_on: &'static str,
    /// There is no function in this phase.
    pub nobody: &'static str,
    /// The way to enter one.
    pub new_function: &'static str,
    /// The way to the map, once something was saved.
    pub to_map: &'static str,
    /// There is no other function in this phase.
    pub nobody_else: &'static str,
    /// The question of the first step.
    pub with_whom: &'static str,
    /// Of whom it is about.
    pub speaks: fn(&str) -> String,
    /// It has answered already.
    pub has_answered: &'static str,
    /// The field that searches.
    pub search: &'static str,
    /// The mark of one's own office.
    pub own_office: &'static str,
    /// The question of the second step.
    pub how_closely: &'static str,
    /// What the keys do.
    pub keys: &'static str,
    /// How many are still to be answered.
    pub left: fn(&str) -> String,
    /// All are answered.
    pub none_left: &'static str,
    /// The choice without a strength.
    pub unstated: &'static str,
    /// The box beside each.
    pub binding: &'static str,
    /// Over those that were named before and no longer are.
    pub unticked: &'static str,
    /// What their boxes do.
    pub unticked_note: &'static str,
    /// The label of such a box.
    pub remove: fn(&str) -> String,
    /// Over the offices at the end.
    pub rest: &'static str,
    /// What the choice means.
    pub rest_note: &'static str,
    /// There was no contact with the others.
    pub rest_none: &'static str,
    /// It is left open.
    pub rest_open: &'static str,
    /// That the function counts as having answered.
    pub counts_as_answered: &'static str,
    /// The button that saves.
    pub save: &'static str,
    /// The way back to the names.
    pub back: &'static str,
    /// It was saved: what is said of the function.
    pub saved: fn(&str) -> String,
    /// Nothing was changed.
    pub same: fn(&str) -> String,
    /// Somebody else changed something that was changed here too.
    pub conflict: &'static str,
    /// What stands.
    pub standing: &'static str,
    /// What was typed.
    pub typed: &'static str,
    /// No tie stands, or none was entered.
    pub nothing: &'static str,
}

impl WhoPage {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: WhoPage = WhoPage {
    title: "Wer arbeitet mit wem",
    lead: "Eine Funktion sagt, mit wem sie zu tun hatte. Zuerst die Namen ankreuzen, dann zu jedem die Stufe wählen.",
    function: "Ihre Funktion oder Einrichtung",
    choose: "Bitte wählen",
    phase: "Förderphase",
    go_on: "Weiter",
    nobody: "In dieser Förderphase steht noch keine Funktion.",
    new_function: "Funktion eintragen",
    to_map: "Auf der Karte ansehen",
    nobody_else: "In dieser Förderphase steht noch keine andere Funktion.",
    with_whom: "Mit wem hatten Sie in den letzten 12 Monaten zu tun?",
    speaks: |name| format!("Es geht um: {name}"),
    has_answered: "Diese Funktion hat schon geantwortet. Was sie genannt hat, ist angekreuzt.",
    search: "Namen suchen",
    own_office: "eigenes Amt",
    how_closely: "Wie arbeitet Ihre Funktion mit … zusammen? Bitte die höchste Stufe der letzten 12 Monate. Höher ist nicht besser.",
    keys: "Mit den Tasten 0 bis 5 wählen Sie und gehen zum nächsten Namen.",
    left: |number| format!("noch {number}"),
    none_left: "Alle Namen haben eine Angabe.",
    unstated: "Weiß ich nicht / keine Angabe",
    binding: "schriftlich vereinbart",
    unticked: "Nicht mehr angekreuzt",
    unticked_note: "Diese Angaben standen bisher. Ohne Haken bleiben sie, wie sie sind.",
    remove: |name| format!("Angabe zu {name} entfernen"),
    rest: "Und mit den übrigen?",
    rest_note: "Für alle, die Sie nicht angekreuzt haben, je Amt oder Organisation.",
    rest_none: "mit den übrigen: kein Kontakt",
    rest_open: "offen lassen",
    counts_as_answered: "Mit dem Speichern gilt die Funktion als „geantwortet“. Namen ohne gewählte Stufe werden ohne Angabe zur Stärke gespeichert.",
    save: "Alles speichern",
    back: "Namen ändern",
    saved: |name| format!("Gespeichert. {name} hat geantwortet."),
    same: |name| format!("{name}: Es hat sich nichts geändert."),
    conflict: "Jemand anders hat inzwischen dasselbe anders eingetragen. Es wurde nichts gespeichert. Im Formular steht Ihre Eingabe; Speichern ersetzt, was jetzt eingetragen ist.",
    standing: "Jetzt eingetragen",
    typed: "Ihre Eingabe",
    nothing: "keine Angabe zu diesem Namen",
};

static EN: WhoPage = WhoPage {
    title: "Who works with whom",
    lead: "One function says with whom it had to do. Tick the names first, then choose the step for each.",
    function: "Your function or facility",
    choose: "Please choose",
    phase: "Funding phase",
    go_on: "Go on",
    nobody: "No function stands in this funding phase yet.",
    new_function: "Enter a function",
    to_map: "See it on the map",
    nobody_else: "No other function stands in this funding phase yet.",
    with_whom: "With whom did you have to do in the last 12 months?",
    speaks: |name| format!("It is about: {name}"),
    has_answered: "This function has answered already. Whom it named is ticked.",
    search: "Search for names",
    own_office: "own office",
    how_closely: "How does your function work with …? Please choose the highest step of the last 12 months. Higher is not better.",
    keys: "The keys 0 to 5 choose, and go on to the next name.",
    left: |number| format!("{number} left"),
    none_left: "All names have an answer.",
    unstated: "Don't know / no answer",
    binding: "agreed in writing",
    unticked: "No longer ticked",
    unticked_note: "This was said before. Without a tick it stays as it is.",
    remove: |name| format!("Remove what is said of {name}"),
    rest: "And with the others?",
    rest_note: "For all whom you did not tick, by office or organisation.",
    rest_none: "with the others: no contact",
    rest_open: "leave it open",
    counts_as_answered: "By saving, the function counts as having answered. Names without a step are saved without a strength.",
    save: "Save all",
    back: "Change the names",
    saved: |name| format!("Saved. {name} has answered."),
    same: |name| format!("{name}: nothing has changed."),
    conflict: "Somebody else has entered the same otherwise in the meantime. Nothing was saved. The form holds what you entered; saving replaces what is entered now.",
    standing: "Entered now",
    typed: "What you entered",
    nothing: "nothing said of this name",
};
