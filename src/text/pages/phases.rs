//! The page of the funding phases.

use crate::text::Lang;

/// The texts of the page.
pub struct Phases {
    /// The headline.
    pub title: &'static str,
    /// Whom a change is about.
    pub lead: &'static str,
    /// Over the form of the next phase.
    pub next: &'static str,
    /// How one phase follows another.
    pub next_note: &'static str,
    /// Over the phases that there are.
    pub known: &'static str,
    /// The field of the name.
    pub name: &'static str,
    /// The field of the first day.
    pub start: &'static str,
    /// The field of the last day.
    pub end: &'static str,
    /// How a day is written.
    pub day: &'static str,
    /// Another phase has the name.
    pub name_taken: &'static str,
    /// What an empty last day means.
    pub open: &'static str,
    /// The button that begins a phase.
    pub begin: &'static str,
    /// The button that keeps what was changed of a phase.
    pub save: &'static str,
    /// The same, told to who hears it without the table around it.
    pub save_phase: fn(&str) -> String,
    /// The button that removes a phase which no district uses.
    pub remove: &'static str,
    /// The same, with its name.
    pub remove_phase: fn(&str) -> String,
    /// The days of a phase that still runs.
    pub since: fn(&str) -> String,
    /// How many districts use a phase.
    pub users: fn(usize) -> String,
    /// It is done.
    pub done: &'static str,
    /// A field that is empty or no date.
    pub incomplete: &'static str,
    /// Somebody else was quicker.
    pub differs: &'static str,
    /// Two phases share a day.
    pub overlap: &'static str,
    /// The end lies before the start.
    pub ends_before: &'static str,
    /// It is used.
    pub used: &'static str,
    /// The way here.
    pub link: &'static str,
}

impl Phases {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: Phases = Phases {
    title: "Förderphasen",
    lead: "Förderphasen gelten für alle Bezirke. Was Sie hier ändern, ändert sich überall.",
    next: "Nächste Förderphase beginnen",
    next_note: "Die laufende Phase braucht zuerst einen letzten Tag; die nächste beginnt frühestens am Tag danach. Was in den Bezirken eingetragen ist, bleibt in seiner Phase.",
    known: "Eingetragene Förderphasen",
    name: "Name",
    start: "Erster Tag",
    end: "Letzter Tag",
    day: "TT.MM.JJJJ",
    name_taken: "Eine andere Förderphase heißt schon so. Es wurde nichts gespeichert.",
    open: "leer: läuft noch",
    begin: "Phase eintragen",
    save: "Speichern",
    save_phase: |name| format!("Förderphase {name} speichern"),
    remove: "Entfernen",
    remove_phase: |name| format!("Förderphase {name} entfernen"),
    since: |start| format!("ab {start}"),
    users: |districts| match districts {
        0 => "in keinem Bezirk verwendet".to_owned(),
        1 => "in 1 Bezirk verwendet".to_owned(),
        n => format!("in {n} Bezirken verwendet"),
    },
    done: "Gespeichert, für alle Bezirke.",
    incomplete: "Bitte einen Namen bis 300 Zeichen und den ersten Tag angeben, Tage wie 31.12.2026. Es wurde nichts gespeichert.",
    differs: "Jemand anderes hat die Förderphasen gerade geändert. Es wurde nichts gespeichert; unten steht, was jetzt gilt, und darin, was Sie eingegeben haben. Bitte prüfen und noch einmal speichern.",
    overlap: "Zwei Förderphasen hätten gemeinsame Tage. Bitte der laufenden zuerst einen letzten Tag geben. Es wurde nichts gespeichert.",
    ends_before: "Der letzte Tag liegt vor dem ersten. Es wurde nichts gespeichert.",
    used: "Diese Förderphase wird in einem Bezirk verwendet und kann nicht entfernt werden.",
    link: "Förderphasen ansehen und ändern",
};

static EN: Phases = Phases {
    title: "Funding phases",
    lead: "Funding phases apply to all districts. What you change here changes everywhere.",
    next: "Begin the next funding phase",
    next_note: "The current phase needs a last day first; the next one can begin the day after at the earliest. What the districts have entered stays in its phase.",
    known: "Funding phases entered",
    name: "Name",
    start: "First day",
    end: "Last day",
    day: "YYYY-MM-DD",
    name_taken: "Another funding phase has this name already. Nothing was saved.",
    open: "empty: still running",
    begin: "Enter phase",
    save: "Save",
    save_phase: |name| format!("Save funding phase {name}"),
    remove: "Remove",
    remove_phase: |name| format!("Remove funding phase {name}"),
    since: |start| format!("from {start}"),
    users: |districts| match districts {
        0 => "not used in any district".to_owned(),
        1 => "used in 1 district".to_owned(),
        n => format!("used in {n} districts"),
    },
    done: "Saved, for all districts.",
    incomplete: "Please give a name of up to 300 characters and a first day, written like 2026-12-31. Nothing was saved.",
    differs: "Somebody else has just changed the funding phases. Nothing was saved; below is how they stand now, with what you typed. Please check it and save again.",
    overlap: "Two funding phases would share days. Please give the current one a last day first. Nothing was saved.",
    ends_before: "The last day is before the first. Nothing was saved.",
    used: "This funding phase is used in a district and cannot be removed.",
    link: "See and change funding phases",
};
