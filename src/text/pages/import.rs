//! Importing a workbook: the form, the faults, the preview.

use crate::text::Lang;

/// The texts of the import.
pub struct Import {
    /// The headline of the form.
    pub title: &'static str,
    /// What can be imported.
    pub lead: &'static str,
    /// The template first.
    pub template_first: &'static str,
    /// The link to the template.
    pub template: &'static str,
    /// The label of the file field.
    pub files: &'static str,
    /// What the field takes.
    pub files_hint: &'static str,
    /// The label of the field into which a table is pasted.
    pub paste: &'static str,
    /// What is pasted there.
    pub paste_hint: &'static str,
    /// What pasted text is called beside files.
    pub pasted: &'static str,
    /// The words in the drop zone, where scripts run.
    pub drop: &'static str,
    /// The label of the phase field.
    pub phase: &'static str,
    /// When the phase stands in the file.
    pub phase_hint: &'static str,
    /// The choice that leaves it to the file.
    pub phase_from_file: &'static str,
    /// The label of the tick that removes what is missing.
    pub replace: &'static str,
    /// What that means.
    pub replace_hint: &'static str,
    /// The button that shows the preview.
    pub check: &'static str,
    /// Said while the file is read.
    pub busy: &'static str,
    /// Nothing happens before the preview.
    pub promise: &'static str,
    /// No file was given.
    pub no_file: &'static str,
    /// The headline over faults.
    pub faults_title: fn(usize) -> String,
    /// How many more faults there are.
    pub more: fn(usize) -> String,
    /// Back to the form.
    pub again: &'static str,
    /// The headline of the preview.
    pub preview_title: &'static str,
    /// How many changes there would be.
    pub changes: fn(usize) -> String,
    /// When the file changes nothing.
    pub nothing: &'static str,
    /// When the file has no rows, or only example rows.
    pub no_rows: &'static str,
    /// Over what is remarked.
    pub notices: &'static str,
    /// The button that takes it over.
    pub take: fn(usize) -> String,
    /// Leaves everything as it is.
    pub cancel: &'static str,
    /// It can be undone.
    pub undoable: &'static str,
    /// When the district changed after the preview.
    pub moved_title: &'static str,
    /// What that means.
    pub moved_lead: &'static str,
    /// Over contacts that would be set.
    pub contacts: fn(usize) -> String,
}

impl Import {
    /// The texts in a language.
    pub fn of(lang: Lang) -> &'static Self {
        lang.pick(&DE, &EN)
    }
}

static DE: Import = Import {
    title: "Excel-Liste einlesen",
    lead: "Eine Arbeitsmappe (.xlsx, .xls, .ods) oder CSV-Dateien mit den Blättern Organisationen, Funktionen, Angebote und Zusammenarbeit. Es müssen nicht alle Blätter dabei sein.",
    template_first: "Noch keine Liste?",
    template: "Excel-Vorlage herunterladen",
    files: "Datei auswählen",
    files_hint: "Arbeitsmappen, CSV-Dateien, GraphML, GEXF oder unser JSON, zusammen höchstens 20 MB.",
    paste: "Oder Zellen aus Excel hier einfügen",
    paste_hint: "In Excel den Bereich mit seiner Kopfzeile markieren, kopieren und hier einfügen.",
    pasted: "Eingefügter Text",
    drop: "Datei hierher ziehen oder auswählen",
    phase: "Förderphase",
    phase_hint: "Gilt für Zeilen, in denen keine Förderphase steht.",
    phase_from_file: "wie in der Datei, sonst die laufende",
    replace: "Ersetzen: Was in der Datei fehlt, wird entfernt",
    replace_hint: "Ohne Haken bleibt alles stehen, was nicht in der Datei steht.",
    check: "Prüfen und Vorschau zeigen",
    busy: "Die Datei wird gelesen …",
    promise: "Geändert wird erst, wenn Sie die Vorschau bestätigen.",
    no_file: "Bitte wählen Sie eine Datei aus oder fügen Sie Zellen ein.",
    faults_title: |n| match n {
        1 => "Eine Angabe passt noch nicht".to_owned(),
        n => format!("{n} Angaben passen noch nicht"),
    },
    more: |n| format!("und {n} weitere"),
    again: "Andere Datei einlesen",
    preview_title: "Das würde sich ändern",
    changes: |n| match n {
        1 => "1 Änderung".to_owned(),
        n => format!("{n} Änderungen"),
    },
    nothing: "Alles, was in der Datei steht, ist schon eingetragen. Es gibt nichts zu übernehmen.",
    no_rows: "In der Datei steht noch nichts Eigenes: Sie enthält keine Zeilen oder nur Beispiele. Bitte eigene Zeilen eintragen, ohne „Beispiel:“ am Anfang, und die Datei noch einmal einlesen.",
    notices: "Hinweise",
    take: |n| match n {
        1 => "1 Änderung übernehmen".to_owned(),
        n => format!("{n} Änderungen übernehmen"),
    },
    cancel: "Verwerfen",
    undoable: "Sie können den Schritt im Verlauf mit einem Klick zurücknehmen.",
    moved_title: "Bitte sehen Sie noch einmal hin",
    moved_lead: "Seit Ihrer Vorschau wurde in diesem Bezirk oder an den Förderphasen etwas geändert. Es wurde noch nichts übernommen. So sieht die Übernahme jetzt aus:",
    contacts: |n| match n {
        1 => "1 Ansprechperson wird gesetzt oder gelöscht (nicht im Verlauf).".to_owned(),
        n => format!("{n} Ansprechpersonen werden gesetzt oder gelöscht (nicht im Verlauf)."),
    },
};

static EN: Import = Import {
    title: "Import an Excel list",
    lead: "A workbook (.xlsx, .xls, .ods) or CSV files with the sheets departments, actors, offers and cooperations. Not all sheets need to be there.",
    template_first: "No list yet?",
    template: "Download the Excel template",
    files: "Choose a file",
    files_hint: "Workbooks, CSV files, GraphML, GEXF or our own JSON, at most 20 MB together.",
    paste: "Or paste cells from Excel here",
    paste_hint: "In Excel select the range with its header, copy it and paste it here.",
    pasted: "Pasted text",
    drop: "Drop a file here or choose one",
    phase: "Funding phase",
    phase_hint: "For rows that name no funding phase.",
    phase_from_file: "as in the file, else the current one",
    replace: "Replace: what is missing from the file is removed",
    replace_hint: "Without the tick everything that is not in the file stays.",
    check: "Check and show a preview",
    busy: "Reading the file …",
    promise: "Nothing is changed before you confirm the preview.",
    no_file: "Please choose a file or paste cells.",
    faults_title: |n| match n {
        1 => "One entry does not fit yet".to_owned(),
        n => format!("{n} entries do not fit yet"),
    },
    more: |n| format!("and {n} more"),
    again: "Import another file",
    preview_title: "This would change",
    changes: |n| match n {
        1 => "1 change".to_owned(),
        n => format!("{n} changes"),
    },
    nothing: "Everything in the file has been entered already. There is nothing to take over.",
    no_rows: "The file has nothing of your own yet: no rows, or only examples. Please enter rows of your own, without “Example:” at the beginning, and import the file again.",
    notices: "Remarks",
    take: |n| match n {
        1 => "Take over 1 change".to_owned(),
        n => format!("Take over {n} changes"),
    },
    cancel: "Discard",
    undoable: "You can take the step back in the history with one click.",
    moved_title: "Please look once more",
    moved_lead: "Something was changed in this district or in the funding phases since your preview. Nothing has been taken over yet. This is what it would change now:",
    contacts: |n| match n {
        1 => "1 contact is set or deleted (not in the history).".to_owned(),
        n => format!("{n} contacts are set or deleted (not in the history)."),
    },
};
