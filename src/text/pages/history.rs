//! The history of a district, and taking a step back.

use crate::text::Lang;

/// The texts of the history.
pub struct History {
    /// The headline.
    pub title: &'static str,
    /// What it is for.
    pub lead: &'static str,
    /// Nothing happened yet.
    pub empty: &'static str,
    /// The service filled an empty store.
    pub seeded: &'static str,
    /// An import.
    pub imported: &'static str,
    /// An entry by hand.
    pub entered: &'static str,
    /// A step was taken back, with its number.
    pub undone: fn(i64) -> String,
    /// That a step was taken back, with the moment; the step that did so follows as a link.
    pub taken_back: fn(&str) -> String,
    /// The step's number.
    pub step: fn(i64) -> String,
    /// The button.
    pub undo: &'static str,
    /// The same beside what was just entered.
    pub undo_now: &'static str,
    /// The button's name for those who hear it.
    pub undo_step: fn(i64) -> String,
    /// The button that puts back what was taken back.
    pub restore: &'static str,
    /// The button's name for those who hear it.
    pub restore_step: fn(i64) -> String,
    /// A day, with its place in the week from Monday, and its date.
    pub day: fn(usize, &str) -> String,
    /// How many other records a step changed together with the one that the page is about.
    pub others: fn(usize) -> String,
    /// No step has touched a record.
    pub nothing_here: &'static str,
    /// The way from the history of one record to that of the district.
    pub whole: &'static str,
    /// Before the later step that stands on one.
    pub refused_by: &'static str,
    /// By whom a step is.
    pub by: fn(&str) -> String,
    /// Whoever takes part in a working meeting with a phone.
    pub by_link: &'static str,
    /// Whoever runs the service.
    pub by_operator: &'static str,
    /// The details.
    pub details: &'static str,
    /// More sentences than shown.
    pub more: fn(usize) -> String,
    /// Older steps.
    pub older: &'static str,
    /// The newest steps.
    pub newest: &'static str,
    /// Before what was just taken over.
    pub just_now: &'static str,
    /// The way to take it back.
    pub to_undo: &'static str,
    /// After a step was taken back.
    pub done: fn(i64) -> String,
    /// A step that cannot be taken back.
    pub refused_title: fn(i64) -> String,
    /// Why, and what to do.
    pub refused_lead: &'static str,
    /// Why: a record was changed again later.
    pub refused_changed: &'static str,
    /// Why: something else still refers to it.
    pub refused_used: &'static str,
    /// Why: what it refers to is gone.
    pub refused_missing: &'static str,
    /// Why: another department bears the name now.
    pub refused_name: &'static str,
    /// Why: it released a state.
    pub refused_released: &'static str,
    /// Why: a function was deleted in it.
    pub blanked: &'static str,
    /// What to do about it.
    pub refused_remedy: &'static str,
    /// Back to the history.
    pub back: &'static str,
}

impl History {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: History = History {
    title: "Verlauf",
    lead: "Was wann geändert wurde, das Neueste zuerst. Jeder Schritt lässt sich zurücknehmen, solange nichts darauf aufbaut.",
    empty: "Hier ist noch nichts geschehen.",
    seeded: "Beim ersten Start angelegt",
    imported: "Excel-Liste eingelesen",
    entered: "Von Hand eingetragen",
    undone: |n| format!("Schritt {n} zurückgenommen"),
    taken_back: |when| format!("zurückgenommen am {when} durch"),
    step: |n| format!("Schritt {n}"),
    undo: "Rückgängig",
    undo_now: "Rückgängig",
    undo_step: |n| format!("Schritt {n} rückgängig machen"),
    restore: "Wiederherstellen",
    restore_step: |n| format!("Schritt {n} wiederherstellen"),
    day: |weekday, date| {
        let days = [
            "Montag",
            "Dienstag",
            "Mittwoch",
            "Donnerstag",
            "Freitag",
            "Samstag",
            "Sonntag",
        ];
        format!("{}, {date}", days[weekday])
    },
    others: |n| match n {
        1 => "Der Schritt hat noch eine weitere Angabe geändert; zurückgenommen wird beides."
            .to_owned(),
        n => format!(
            "Der Schritt hat noch {n} weitere Angaben geändert; zurückgenommen werden alle."
        ),
    },
    nothing_here: "Dazu ist noch nichts verzeichnet.",
    whole: "Verlauf des ganzen Bezirks",
    refused_by: "Darauf baut auf:",
    by: |who| format!("von {who}"),
    by_link: "jemandem im Arbeitstreffen",
    by_operator: "der Betriebsstelle",
    details: "Im Einzelnen",
    more: |n| match n {
        1 => "und eine weitere".to_owned(),
        n => format!("und {n} weitere"),
    },
    older: "Ältere Schritte",
    newest: "Zu den neuesten Schritten",
    just_now: "Übernommen:",
    to_undo: "Im Verlauf ansehen oder zurücknehmen",
    done: |n| format!("Schritt {n} ist zurückgenommen."),
    refused_title: |n| format!("Schritt {n} lässt sich nicht zurücknehmen"),
    refused_lead: "Es wurde nichts geändert. Der Grund:",
    refused_changed: "Ein späterer Schritt hat dieselbe Angabe noch einmal geändert.",
    refused_used: "Spätere Schritte bauen darauf auf: Was entfernt werden müsste, wird noch gebraucht.",
    refused_missing: "Etwas, worauf sich die alte Angabe bezieht, gibt es nicht mehr.",
    refused_name: "Der alte Name ist inzwischen an eine andere Organisation vergeben.",
    refused_released: "Damit wurde ein Stand freigegeben: Er kann auf der Seite „Stand und Freigabe“ zurückgezogen werden.",
    blanked: "Enthält eine Funktion, die gelöscht wurde, und lässt sich nicht zurücknehmen.",
    refused_remedy: "Nehmen Sie zuerst die späteren Schritte zurück, oder ändern Sie die Angabe mit einer Excel-Liste.",
    back: "Zum Verlauf",
};

static EN: History = History {
    title: "History",
    lead: "What was changed and when, latest first. Each step can be undone as long as nothing builds on it.",
    empty: "Nothing has happened here yet.",
    seeded: "Created at the first start",
    imported: "Excel list imported",
    entered: "Entered by hand",
    undone: |n| format!("Step {n} undone"),
    taken_back: |when| format!("undone on {when} by"),
    step: |n| format!("Step {n}"),
    undo: "Undo",
    undo_now: "Undo",
    undo_step: |n| format!("Undo step {n}"),
    restore: "Restore",
    restore_step: |n| format!("Restore step {n}"),
    day: |weekday, date| {
        let days = [
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ];
        format!("{}, {date}", days[weekday])
    },
    others: |n| match n {
        1 => "The step changed one more entry; both are undone together.".to_owned(),
        n => format!("The step changed {n} more entries; all are undone together."),
    },
    nothing_here: "Nothing is recorded about it yet.",
    whole: "History of the whole district",
    refused_by: "What builds on it:",
    by: |who| format!("by {who}"),
    by_link: "somebody in the working meeting",
    by_operator: "whoever runs the service",
    details: "In detail",
    more: |n| format!("and {n} more"),
    older: "Older steps",
    newest: "To the latest steps",
    just_now: "Applied:",
    to_undo: "See it in the history, or undo it",
    done: |n| format!("Step {n} has been undone."),
    refused_title: |n| format!("Step {n} cannot be undone"),
    refused_lead: "Nothing was changed. The reason:",
    refused_changed: "A later step changed the same entry again.",
    refused_used: "Later steps build on it: what would have to go is still in use.",
    refused_missing: "Something that the old entry refers to is no longer there.",
    refused_name: "Another organisation now has the old name.",
    refused_released: "It released a state, which can be withdrawn on the page “State and release”.",
    blanked: "Holds a function that was deleted, and cannot be undone.",
    refused_remedy: "Undo the later steps first, or change the entry with an Excel list.",
    back: "To the history",
};
