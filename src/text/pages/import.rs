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
    /// What removes entries, behind how many they are.
    pub removed_why: &'static str,
    /// The tick that confirms it.
    pub confirm: fn(usize) -> String,
    /// Said where the tick is missing.
    pub unconfirmed: &'static str,
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
    /// Behind the number of contacts that would change.
    pub contacts_kept_out: &'static str,
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
    more: |n| match n {
        1 => "und eine weitere".to_owned(),
        n => format!("und {n} weitere"),
    },
    again: "Andere Datei einlesen",
    preview_title: "Das würde sich ändern",
    removed_why: "„Ersetzen“ ist angekreuzt: Was in der Datei fehlt, geht, soweit die Datei davon handelt.",
    confirm: |n| match n {
        1 => "Ja, diesen Eintrag entfernen".to_owned(),
        n => format!("Ja, diese {n} Einträge entfernen"),
    },
    unconfirmed: "Es wurde noch nichts übernommen. Bitte bestätigen Sie zuerst, dass Einträge entfernt werden.",
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
    contacts_kept_out: "Kontakte stehen weder hier noch im Verlauf.",
};

static EN: Import = Import {
    title: "Import an Excel list",
    lead: "A workbook (.xlsx, .xls, .ods) or CSV files with the sheets departments, actors, offers and cooperations. You do not need all of the sheets.",
    template_first: "No list yet?",
    template: "Download the Excel template",
    files: "Choose a file",
    files_hint: "Workbooks, CSV files, GraphML, GEXF or our own JSON, at most 20 MB together.",
    paste: "Or paste cells from Excel here",
    paste_hint: "In Excel select the range with its header, copy it and paste it here.",
    pasted: "Pasted text",
    drop: "Drop a file here or choose one",
    phase: "Funding phase",
    phase_hint: "For rows that do not name a funding phase.",
    phase_from_file: "as in the file, otherwise the current one",
    replace: "Replace: what is missing from the file is removed",
    replace_hint: "Unless ticked, everything that is not in the file stays.",
    check: "Check and show a preview",
    busy: "Reading the file …",
    promise: "Nothing changes until you confirm the preview.",
    no_file: "Please choose a file or paste cells.",
    faults_title: |n| match n {
        1 => "One entry needs another look".to_owned(),
        n => format!("{n} entries need another look"),
    },
    more: |n| format!("and {n} more"),
    again: "Import another file",
    preview_title: "What would change",
    removed_why: "“Replace” is ticked: what the file leaves out is removed, as far as the file covers it.",
    confirm: |n| match n {
        1 => "Yes, remove this entry".to_owned(),
        n => format!("Yes, remove these {n} entries"),
    },
    unconfirmed: "Nothing has been applied yet. Please confirm first that entries are to be removed.",
    changes: |n| match n {
        1 => "1 change".to_owned(),
        n => format!("{n} changes"),
    },
    nothing: "Everything in the file has been entered already. There is nothing to apply.",
    no_rows: "There is nothing of your own in the file yet: no rows, or only examples. Please add your own rows, without “Example:” at the beginning, and import the file again.",
    notices: "Remarks",
    take: |n| match n {
        1 => "Apply 1 change".to_owned(),
        n => format!("Apply {n} changes"),
    },
    cancel: "Discard",
    undoable: "You can undo this step in the history with one click.",
    moved_title: "Please look once more",
    moved_lead: "Something was changed in this district or in the funding phases since your preview. Nothing has been applied yet. This is what it would change now:",
    contacts_kept_out: "Contacts are shown neither here nor in the history.",
};
