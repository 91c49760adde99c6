//! The step that asks which column is what.

use crate::text::Lang;

/// The texts of the step.
pub struct ColumnStep {
    /// The headline.
    pub title: &'static str,
    /// What is asked, and why.
    pub lead: &'static str,
    /// Over the choice of a table.
    pub table: &'static str,
    /// What another choice does.
    pub table_hint: &'static str,
    /// The choice that leaves it out.
    pub left: &'static str,
    /// Over the choice of a column.
    pub which: fn(&str) -> String,
    /// The choice of no column.
    pub no_column: &'static str,
    /// Over the first rows.
    pub rows: &'static str,
    /// That other faults come after this step.
    pub others: &'static str,
    /// The button.
    pub go_on: &'static str,
    /// Leaves everything as it is.
    pub cancel: &'static str,
}

impl ColumnStep {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: ColumnStep = ColumnStep {
    title: "Welche Spalte ist was?",
    lead: "Diese Spalten sind nicht bekannt. Eine Vermutung ist schon ausgewählt; bitte prüfen Sie sie an den ersten Zeilen. Geändert wird noch nichts.",
    table: "Was steht in dieser Tabelle?",
    table_hint: "Wählen Sie etwas anderes, werden im nächsten Schritt dessen Spalten gefragt.",
    left: "wird nicht eingelesen",
    which: |name| format!("Welche Spalte ist „{name}“?"),
    no_column: "keine",
    rows: "Die ersten Zeilen",
    others: "Was sonst noch nicht passt, steht im nächsten Schritt.",
    go_on: "Weiter zur Vorschau",
    cancel: "Andere Datei einlesen",
};

static EN: ColumnStep = ColumnStep {
    title: "Which column is what?",
    lead: "These columns are not known. A guess is chosen already; please check it against the first rows. Nothing is changed yet.",
    table: "What is in this table?",
    table_hint: "If you choose something else, the next step asks for its columns.",
    left: "not imported",
    which: |name| format!("Which column is “{name}”?"),
    no_column: "none",
    rows: "The first rows",
    others: "What else does not fit is told in the next step.",
    go_on: "Go on to the preview",
    cancel: "Import another file",
};
